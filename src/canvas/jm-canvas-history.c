/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo as they are seen: the text that is being edited goes first, and what changed is brought into view. */
#include "jm-canvas-private.h"

#include "model/jm-diff.h"

/* Something that changed and is still there, the selection first. */
static char *
find_changed (JmSession *session,
              JmMap     *before)
{
  JmMap *map = jm_session_get_map (session);
  g_autoptr(GPtrArray) changes = jm_map_diff (before, map);
  const char *focus = jm_session_get_focus (session);
  const char *found = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = g_ptr_array_index (changes, i);
      const char *id = change->new_item != NULL ? jm_item_get_id (change->new_item) : NULL;

      if (id == NULL || jm_map_find (map, id) == NULL)
        continue;
      if (g_strcmp0 (id, focus) == 0)
        return g_strdup (id);
      if (found == NULL)
        found = id;
    }

  return g_strdup (found != NULL ? found : focus);
}

static void
go (JmCanvas *self,
    void   (* step) (JmSession *session))
{
  g_autoptr(JmMap) before = NULL;
  g_autofree char *changed = NULL;

  jm_canvas_pointer_cancel (self);
  before = jm_map_ref (jm_session_get_map (self->session));
  step (self->session);
  if (jm_session_get_map (self->session) == before)
    return;

  changed = find_changed (self->session, before);
  if (changed == NULL)
    return;
  if (jm_session_get_focus (self->session) == NULL && jm_canvas_ensure_scene (self) != NULL &&
      jm_scene_find (self->scene, changed, JM_ROLE_NONE, NULL) != NULL)
    jm_session_select (self->session, changed);
  jm_canvas_reveal (self, changed);
}

/**
 * jm_canvas_undo:
 * @self: a canvas
 *
 * Undoes the last stroke in the text that is being edited, or else the last step, and shows what it changed. Where the map
 * is only looked at, nothing is undone.
 */
void
jm_canvas_undo (JmCanvas *self)
{
  GtkTextView *view;

  g_return_if_fail (JM_IS_CANVAS (self));

  view = jm_canvas_get_text_editor (self);
  if (view != NULL && gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (view)))
    {
      gtk_text_buffer_undo (gtk_text_view_get_buffer (view));
      return;
    }

  jm_canvas_commit_editing (self);
  if (self->session != NULL && !self->read_only)
    go (self, jm_session_undo);
}

/**
 * jm_canvas_redo:
 * @self: a canvas
 *
 * Makes again what jm_canvas_undo() undid last.
 */
void
jm_canvas_redo (JmCanvas *self)
{
  GtkTextView *view;

  g_return_if_fail (JM_IS_CANVAS (self));

  view = jm_canvas_get_text_editor (self);
  if (view != NULL && gtk_text_buffer_get_can_redo (gtk_text_view_get_buffer (view)))
    {
      gtk_text_buffer_redo (gtk_text_view_get_buffer (view));
      return;
    }

  jm_canvas_commit_editing (self);
  if (self->session != NULL && !self->read_only)
    go (self, jm_session_redo);
}
