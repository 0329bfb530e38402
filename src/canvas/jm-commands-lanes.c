/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on lanes, on what can be hidden, and on the colours of what has one. */
#include "jm-commands-private.h"

#include "scene/jm-words.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

static const JmLaneKind lane_kinds[] = {
  { "notes", N_("Notes, with a Name of Your Own") },
  { "line", N_("Line") },
  { "channels", N_("Channels") },
  { "devices", N_("Devices") },
  { "emotion", N_("Emotion") },
  { "pain-points", N_("Pain Points") },
  { "thoughts", N_("Thoughts") },
  { "opportunities", N_("Opportunities") },
  { "measures", N_("Measures") },
  { "pictures", N_("Pictures") },
};

/**
 * jm_command_get_lane_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of lanes that people may add, with what a menu calls them,
 *   to be translated
 */
const JmLaneKind *
jm_command_get_lane_kinds (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (lane_kinds);
  return lane_kinds;
}

/**
 * jm_lane_kind_is_named:
 * @kind: a kind of lane
 *
 * Returns: whether a lane of that kind says nothing without a name of its own
 */
gboolean
jm_lane_kind_is_named (const char *kind)
{
  return g_strcmp0 (kind, "notes") == 0 || g_strcmp0 (kind, "line") == 0;
}

/**
 * jm_command_new_lane:
 * @session: a session
 * @kind: what the lane holds
 * @position: its place among the lanes, negative for the end
 * @new_id: (out) (optional) (transfer full): the id of the lane
 * @error: return location for a #GError
 *
 * Adds a lane.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new_lane (JmSession   *session,
                     const char  *kind,
                     int          position,
                     char       **new_id,
                     GError     **error)
{
  g_autoptr(JmMap) added = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  added = jm_map_add (jm_session_get_map (session), JM_KIND_LANE, NULL, position, NULL, &id, error);
  if (added == NULL ||
      !jm_command_apply (session, jm_map_set (added, id, JM_ATTR_KIND, kind, error), jm_command_label_new (JM_KIND_LANE)))
    return FALSE;

  if (new_id != NULL)
    *new_id = g_steal_pointer (&id);

  return TRUE;
}

/* The place of the next lane or persona in a direction, those that are not shown left out; -1 for none. */
static int
find_shown_position (JmItem *root,
                     JmKind  kind,
                     int     from,
                     int     step)
{
  int n_siblings = (int) jm_item_count (root, kind);

  for (int position = from + step; position >= 0 && position < n_siblings; position += step)
    {
      if (!jm_item_get_boolean (jm_item_get_nth (root, kind, position), JM_ATTR_HIDDEN))
        return position;
    }

  return -1;
}

/**
 * jm_command_move_lane:
 * @session: a session
 * @id: a lane
 * @step: 1 for down, -1 for up
 * @past_hidden: whether lanes that are not shown do not count
 *
 * Moves a lane one place.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_move_lane (JmSession  *session,
                      const char *id,
                      int         step,
                      gboolean    past_hidden)
{
  g_autoptr(GError) error = NULL;
  JmMap *map;
  JmPlace place;
  int position;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  map = jm_session_get_map (session);
  if (id == NULL || !jm_map_locate (map, id, &place) || jm_item_get_kind (place.item) != JM_KIND_LANE)
    return FALSE;

  position = past_hidden ? find_shown_position (jm_map_get_root (map), JM_KIND_LANE, (int) place.position, step)
                         : (int) place.position + step;
  if (position < 0 || position >= (int) jm_item_count (place.parent, JM_KIND_LANE))
    return FALSE;

  return jm_command_apply (session, jm_map_move (map, id, NULL, position, &error), jm_command_label_move (JM_KIND_LANE));
}

/**
 * jm_command_hide:
 * @session: a session
 * @id: a lane or a persona
 * @message: (out) (optional) (transfer full): what was hidden, in words, for a toast
 * @error: return location for a #GError
 *
 * Hides a lane with what is in it, or a persona with their feelings and thoughts, and selects what comes in its place.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_hide (JmSession   *session,
                 const char  *id,
                 char       **message,
                 GError     **error)
{
  g_autofree char *own_id = g_strdup (id);
  JmMap *map;
  JmItem *root;
  JmPlace place;
  JmKind kind;
  int beside;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  map = jm_session_get_map (session);
  root = jm_map_get_root (map);
  if (id == NULL || !jm_map_locate (map, id, &place))
    return FALSE;
  kind = jm_item_get_kind (place.item);
  if (jm_kind_get_attr_rule (kind, JM_ATTR_HIDDEN) == NULL ||
      !jm_command_set (session, own_id, JM_ATTR_HIDDEN, "true", error))
    return FALSE;

  if (message != NULL)
    /* Translators: %s is the name of a lane or of a persona */
    *message = g_strdup_printf (_("Hidden: “%s”"),
                                kind == JM_KIND_LANE
                                ? jm_words_lane (jm_words_get (jm_item_get (root, JM_ATTR_LANG)), place.item)
                                : jm_item_get_label (place.item));

  root = jm_map_get_root (jm_session_get_map (session));
  beside = find_shown_position (root, kind, (int) place.position, 1);
  if (beside < 0)
    beside = find_shown_position (root, kind, (int) place.position, -1);
  if (beside >= 0)
    jm_session_select (session, jm_item_get_id (jm_item_get_nth (root, kind, beside)));
  else
    jm_session_unselect (session);

  return TRUE;
}

/**
 * jm_command_show:
 * @session: a session
 * @id: a lane or a persona
 * @error: return location for a #GError
 *
 * Shows again what is hidden, and selects it.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_show (JmSession   *session,
                 const char  *id,
                 GError     **error)
{
  g_autofree char *own_id = g_strdup (id);

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  if (!jm_command_set (session, own_id, JM_ATTR_HIDDEN, NULL, error))
    return FALSE;

  jm_session_select (session, own_id);
  return TRUE;
}

/**
 * jm_command_set_color:
 * @session: a session
 * @color: a colour of the palette
 *
 * Gives all that is selected and has a colour that one, in one step.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_set_color (JmSession  *session,
                      const char *color)
{
  g_autoptr(JmMap) map = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  map = jm_map_ref (jm_session_get_map (session));
  for (const char * const *id = jm_session_get_selection (session); id != NULL && *id != NULL; id++)
    {
      g_autoptr(GError) error = NULL;
      JmMap *next;

      if (jm_kind_get_attr_rule (jm_command_get_kind (session, *id), JM_ATTR_COLOR) == NULL)
        continue;
      next = jm_map_set (map, *id, JM_ATTR_COLOR, color, &error);
      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  return jm_command_step (session, map, jm_command_label_set (JM_ATTR_COLOR));
}
