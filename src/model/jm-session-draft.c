/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of a session: what a gesture shows while it lasts, and that it is one step in the end or none. */
#include "jm-session-private.h"

/**
 * jm_session_begin_draft:
 * @self: a session, not in a draft
 *
 * Begins a gesture: what it shows from here on is no step yet.
 */
void
jm_session_begin_draft (JmSession *self)
{
  g_return_if_fail (JM_IS_SESSION (self) && self->draft == NULL);

  jm_session_end_typing (self);
  self->draft = jm_map_ref (self->present);
}

/**
 * jm_session_preview:
 * @self: a session in a draft
 * @next: what the gesture would lead to, usually an edit of the committed map
 *
 * Shows how it would be.
 */
void
jm_session_preview (JmSession *self,
                    JmMap     *next)
{
  g_autoptr(JmMap) old = NULL;

  g_return_if_fail (JM_IS_SESSION (self) && next != NULL && self->draft != NULL);

  if (next == self->draft)
    return;

  old = self->draft;
  self->draft = jm_map_ref (next);
  jm_session_emit_changed (self, old);
}

/**
 * jm_session_commit_draft:
 * @self: a session in a draft
 * @label: what the gesture did, such as "Move touchpoint", in the user's language
 *
 * Ends the gesture, and makes what it showed last one step.
 *
 * Returns: %TRUE if it is a step, %FALSE if nothing was changed in the end
 */
gboolean
jm_session_commit_draft (JmSession  *self,
                         const char *label)
{
  g_autoptr(JmMap) draft = NULL;

  g_return_val_if_fail (JM_IS_SESSION (self) && label != NULL && self->draft != NULL, FALSE);

  if (jm_map_equal (self->draft, self->present))
    {
      jm_session_cancel_draft (self);
      return FALSE;
    }

  draft = g_steal_pointer (&self->draft);
  jm_session_make_step (self, draft, label, draft);

  return TRUE;
}

/**
 * jm_session_cancel_draft:
 * @self: a session in a draft
 *
 * Gives up the gesture: the map before it is shown again.
 */
void
jm_session_cancel_draft (JmSession *self)
{
  g_autoptr(JmMap) old = NULL;

  g_return_if_fail (JM_IS_SESSION (self) && self->draft != NULL);

  old = g_steal_pointer (&self->draft);
  if (old != self->present)
    jm_session_emit_changed (self, old);
}
