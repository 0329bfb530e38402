/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on transitions: the arrows from touchpoint to touchpoint and from phase to phase, and those from row to row, to
 * and from notes. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>

/* Where a touchpoint or a phase stands along the journey. */
static guint64
get_order (JmMap         *map,
           const JmPlace *place)
{
  JmPlace of_phase;

  if (place->phase == NULL || !jm_map_locate (map, jm_item_get_id (place->phase), &of_phase))
    return 0;

  /* A phase begins where its first touchpoint does. */
  return ((guint64) of_phase.position << 32) | (place->item != place->phase ? place->position : 0);
}

/* What a new transition is, as far as the map tells: one from a phase to an earlier one is feedback, one to an earlier
 * touchpoint a loop, one to another device a change of device. */
static const char *
guess_kind (JmMap         *map,
            const JmPlace *from,
            const JmPlace *to)
{
  gboolean of_phases = jm_item_get_kind (from->item) == JM_KIND_PHASE && jm_item_get_kind (to->item) == JM_KIND_PHASE;
  const char *one, *other;

  /* From row to row time stands still. */
  if (jm_item_get_kind (from->item) == JM_KIND_NOTE || jm_item_get_kind (to->item) == JM_KIND_NOTE)
    return NULL;
  if (get_order (map, to) < get_order (map, from))
    return of_phases ? "feedback" : "loop";
  if (jm_item_get_kind (from->item) != JM_KIND_TOUCHPOINT || jm_item_get_kind (to->item) != JM_KIND_TOUCHPOINT)
    return NULL;

  one = jm_item_get_or_default (from->item, JM_ATTR_DEVICE);
  other = jm_item_get_or_default (to->item, JM_ATTR_DEVICE);
  if (g_strcmp0 (one, other) != 0 && g_strcmp0 (one, "none") != 0 && g_strcmp0 (other, "none") != 0)
    return "device";

  return NULL;
}

static gboolean
may_be_end (JmItem *item)
{
  JmKind kind = jm_item_get_kind (item);

  return kind == JM_KIND_TOUCHPOINT || kind == JM_KIND_PHASE || kind == JM_KIND_NOTE;
}

/**
 * jm_command_get_link_end:
 * @session: a session
 *
 * Gets what a transition would begin or end at: the note or the phase that has the focus, or else the touchpoint in which
 * the focus is.
 *
 * Returns: (transfer none) (nullable): its id, valid as long as the present map
 */
const char *
jm_command_get_link_end (JmSession *session)
{
  JmPlace place;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  if (!jm_command_locate_focus (session, &place))
    return NULL;

  return may_be_end (place.item) ? jm_item_get_id (place.item) : jm_command_get_touchpoint (session);
}

/**
 * jm_command_link:
 * @session: a session
 * @from_id: a touchpoint, a phase or a note
 * @to_id: what it leads to, one of these as well
 * @new_id: (out) (optional) (transfer full): the id of the transition
 * @error: return location for a #GError
 *
 * Makes a transition from one to the other, of the kind that the map suggests.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_link (JmSession   *session,
                 const char  *from_id,
                 const char  *to_id,
                 char       **new_id,
                 GError     **error)
{
  g_autoptr(JmMap) added = NULL;
  g_autoptr(JmMap) with_from = NULL;
  g_autoptr(JmMap) with_to = NULL;
  g_autofree char *id = NULL;
  JmMap *map;
  JmItem *transition;
  JmPlace from, to;
  guint cursor = 0;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (from_id != NULL && to_id != NULL, FALSE);

  map = jm_session_get_map (session);
  if (!jm_map_locate (map, from_id, &from) || !jm_map_locate (map, to_id, &to) ||
      !may_be_end (from.item) || !may_be_end (to.item))
    {
      g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                           _("A transition leads from one touchpoint, phase or note to another one."));
      return FALSE;
    }
  if (from.item == to.item)
    {
      g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                           _("Nothing leads to itself. Choose another touchpoint or phase."));
      return FALSE;
    }
  while ((transition = jm_item_next (jm_map_get_root (map), JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      if (jm_item_refers_to (transition, JM_ATTR_FROM, from_id) && jm_item_refers_to (transition, JM_ATTR_TO, to_id))
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("There is a transition between these already."));
          return FALSE;
        }
    }

  added = jm_map_add (map, JM_KIND_TRANSITION, NULL, -1, NULL, &id, error);
  if (added != NULL)
    with_from = jm_map_set (added, id, JM_ATTR_FROM, from_id, error);
  if (with_from != NULL)
    with_to = jm_map_set (with_from, id, JM_ATTR_TO, to_id, error);
  if (with_to == NULL)
    return FALSE;
  if (!jm_command_apply (session, jm_map_set (with_to, id, JM_ATTR_KIND, guess_kind (map, &from, &to), error),
                         jm_command_label_new (JM_KIND_TRANSITION)))
    return FALSE;

  if (new_id != NULL)
    *new_id = g_steal_pointer (&id);

  return TRUE;
}
