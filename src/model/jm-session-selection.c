/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a session: ids and handles of emotions, in the order in which they were selected. */
#include "jm-session-private.h"

#include <string.h>

/**
 * jm_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
GPtrArray *
jm_selection_new (void)
{
  GPtrArray *selection = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (selection, NULL);
  return selection;
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

static gboolean
is_in (GPtrArray  *selection,
       const char *id)
{
  return g_strv_contains ((const char * const *) selection->pdata, id);
}

/* Takes @selection. */
static void
take_selection (JmSession *self,
                GPtrArray *selection)
{
  gboolean same = g_strv_equal ((const char * const *) self->selection->pdata, (const char * const *) selection->pdata);

  g_ptr_array_unref (self->selection);
  self->selection = selection;

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
  GPtrArray *selection = jm_selection_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (is_there (self->present, ids[i]) && !is_in (selection, ids[i]))
      g_ptr_array_insert (selection, (int) selection->len - 1, g_strdup (ids[i]));

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

  return is_in (self->selection, id);
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
  GPtrArray *selection;

  g_return_if_fail (JM_IS_SESSION (self) && ids != NULL);

  selection = jm_selection_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    if (!is_in (selection, ids[i]))
      g_ptr_array_insert (selection, (int) selection->len - 1, g_strdup (ids[i]));

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
  GPtrArray *selection;
  gboolean found = FALSE;

  g_return_if_fail (JM_IS_SESSION (self) && id != NULL);

  selection = jm_selection_new ();
  for (guint i = 0; i + 1 < self->selection->len; i++)
    {
      if (strcmp (self->selection->pdata[i], id) == 0)
        found = TRUE;
      else
        g_ptr_array_insert (selection, (int) selection->len - 1, g_strdup (self->selection->pdata[i]));
    }
  if (!found)
    g_ptr_array_insert (selection, (int) selection->len - 1, g_strdup (id));

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

  take_selection (self, jm_selection_new ());
}
