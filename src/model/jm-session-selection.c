/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a session: ids and handles of emotions, in the order in which they were selected. */
#include "jm-session-private.h"

#include "jm-hash.h"

#include <string.h>

/* Ids in their order, each once. */
typedef struct
{
  GPtrArray  *ids;    /* NULL-terminated */
  GHashTable *known;
} Selection;

static Selection
selection_new (void)
{
  Selection selection = { g_ptr_array_new_with_free_func (g_free), g_hash_table_new (jm_text_hash, g_str_equal) };

  g_ptr_array_add (selection.ids, NULL);
  return selection;
}

static void
selection_add (Selection  *selection,
               const char *id)
{
  char *own;

  if (g_hash_table_contains (selection->known, id))
    return;

  own = g_strdup (id);
  g_ptr_array_insert (selection->ids, (int) selection->ids->len - 1, own);
  g_hash_table_add (selection->known, own);
}

/*
 * jm_session_init_selection:
 * @self: a session that is being made
 *
 * Begins with nothing selected.
 */
void
jm_session_init_selection (JmSession *self)
{
  Selection nothing = selection_new ();

  self->selection = nothing.ids;
  self->selected = nothing.known;
}

/* Something that has no feeling yet can be selected by the handle of the feeling. */
static gboolean
is_there (JmMap      *map,
          const char *id)
{
  const char *at = strchr (id, '@');
  g_autofree char *touchpoint_id = NULL;

  if (at == NULL)
    return jm_map_find (map, id) != NULL;

  touchpoint_id = g_strndup (id, at - id);
  return jm_map_find (map, touchpoint_id) != NULL;
}

/* Takes @selection. */
static void
take_selection (JmSession *self,
                Selection  selection)
{
  gboolean same = g_strv_equal ((const char * const *) self->selection->pdata, (const char * const *) selection.ids->pdata);

  g_hash_table_unref (self->selected);
  g_ptr_array_unref (self->selection);
  self->selection = selection.ids;
  self->selected = selection.known;

  if (!same)
    jm_session_emit_selection_changed (self);
}

/**
 * jm_session_select_existing:
 * @self: a session
 * @ids: (array zero-terminated=1): ids and handles of emotions
 *
 * Selects those of @ids that are in the present map, each once.
 */
void
jm_session_select_existing (JmSession          *self,
                            const char * const *ids)
{
  Selection selection = selection_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_there (self->present, ids[i]))
      selection_add (&selection, ids[i]);

  take_selection (self, selection);
}

/**
 * jm_session_get_selection:
 * @self: a session
 *
 * Returns: (transfer none) (array zero-terminated=1): ids and handles of emotions in the order in which they were
 *   selected; good until the selection changes
 */
const char * const *
jm_session_get_selection (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return (const char * const *) self->selection->pdata;
}

/**
 * jm_session_get_focus:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what was selected last; good until the selection changes
 */
const char *
jm_session_get_focus (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return self->selection->len > 1 ? self->selection->pdata[self->selection->len - 2] : NULL;
}

/**
 * jm_session_is_selected:
 * @self: a session
 * @id: an id or the handle of an emotion
 *
 * Returns: %TRUE if it is selected
 */
gboolean
jm_session_is_selected (JmSession  *self,
                        const char *id)
{
  g_return_val_if_fail (JM_IS_SESSION (self) && id != NULL, FALSE);

  return g_hash_table_contains (self->selected, id);
}

/**
 * jm_session_select:
 * @self: a session
 * @id: an id or the handle of an emotion
 *
 * Selects one thing and nothing else.
 */
void
jm_session_select (JmSession  *self,
                   const char *id)
{
  const char *ids[] = { id, NULL };

  g_return_if_fail (JM_IS_SESSION (self) && id != NULL);

  jm_session_select_many (self, ids);
}

/**
 * jm_session_select_many:
 * @self: a session
 * @ids: (array zero-terminated=1): ids and handles of emotions
 *
 * Selects several things, each once, and nothing else. The last one is the focus.
 */
void
jm_session_select_many (JmSession          *self,
                        const char * const *ids)
{
  Selection selection;

  g_return_if_fail (JM_IS_SESSION (self) && ids != NULL);

  selection = selection_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    selection_add (&selection, ids[i]);

  take_selection (self, selection);
}

/**
 * jm_session_toggle:
 * @self: a session
 * @id: an id or the handle of an emotion
 *
 * Selects something beside what is selected, or no longer selects it.
 */
void
jm_session_toggle (JmSession  *self,
                   const char *id)
{
  Selection selection;

  g_return_if_fail (JM_IS_SESSION (self) && id != NULL);

  selection = selection_new ();
  for (guint i = 0; i + 1 < self->selection->len; i++)
    if (strcmp (self->selection->pdata[i], id) != 0)
      selection_add (&selection, self->selection->pdata[i]);
  if (!jm_session_is_selected (self, id))
    selection_add (&selection, id);

  take_selection (self, selection);
}

/**
 * jm_session_unselect:
 * @self: a session
 *
 * Selects nothing.
 */
void
jm_session_unselect (JmSession *self)
{
  g_return_if_fail (JM_IS_SESSION (self));

  take_selection (self, selection_new ());
}
