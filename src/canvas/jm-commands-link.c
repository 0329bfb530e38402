/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on transitions: the arrows from touchpoint to touchpoint. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>

/* Where a touchpoint stands along the journey. */
static guint64
get_order (JmMap         *map,
           const JmPlace *place)
{
  JmPlace of_phase;

  if (place->phase == NULL || !jm_map_locate (map, jm_item_get_id (place->phase), &of_phase))
    return 0;

  return ((guint64) of_phase.position << 32) | place->position;
}

/* What a new transition is, as far as the map tells: one to an earlier touchpoint is a loop, one to another device
 * a change of device. */
static const char *
guess_kind (JmMap         *map,
            const JmPlace *from,
            const JmPlace *to)
{
  const char *one = jm_item_get_or_default (from->item, JM_ATTR_DEVICE);
  const char *other = jm_item_get_or_default (to->item, JM_ATTR_DEVICE);

  if (get_order (map, to) < get_order (map, from))
    return "loop";
  if (g_strcmp0 (one, other) != 0 && g_strcmp0 (one, "none") != 0 && g_strcmp0 (other, "none") != 0)
    return "device";

  return NULL;
}

/**
 * jm_command_link:
 * @session: a session
 * @from_id: a touchpoint
 * @to_id: the touchpoint that it leads to
 * @new_id: (out) (optional) (transfer full): the id of the transition
 * @error: return location for a #GError
 *
 * Makes a transition from one touchpoint to another one, of the kind that the map suggests.
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
      jm_item_get_kind (from.item) != JM_KIND_TOUCHPOINT || jm_item_get_kind (to.item) != JM_KIND_TOUCHPOINT)
    {
      g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                           _("A transition leads from one touchpoint to another one."));
      return FALSE;
    }
  if (from.item == to.item)
    {
      g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                           _("A touchpoint does not lead to itself. Choose another one."));
      return FALSE;
    }
  while ((transition = jm_item_next (jm_map_get_root (map), JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      if (jm_item_refers_to (transition, JM_ATTR_FROM, from_id) && jm_item_refers_to (transition, JM_ATTR_TO, to_id))
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("There is a transition between these touchpoints already."));
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
