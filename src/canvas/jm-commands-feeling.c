/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands about how someone feels, and how much a thing weighs. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>

/* The touchpoints that a key means: those selected, or the one in which the focus is. */
static GPtrArray *
touchpoints_meant (JmSession  *session,
                   const char *touchpoint_id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) meant = g_hash_table_new (NULL, NULL);
  JmMap *map = jm_session_get_map (session);

  if (touchpoint_id != NULL)
    {
      g_ptr_array_add (ids, g_strdup (touchpoint_id));
      return g_steal_pointer (&ids);
    }

  for (const char * const *id = jm_session_get_selection (session); id != NULL && *id != NULL; id++)
    {
      JmPlace place;
      JmItem *touchpoint;

      if (!jm_map_locate (map, *id, &place))
        continue;
      touchpoint = jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT ? place.item : place.touchpoint;
      if (touchpoint != NULL && g_hash_table_add (meant, touchpoint))
        g_ptr_array_add (ids, g_strdup (jm_item_get_id (touchpoint)));
    }

  return g_steal_pointer (&ids);
}

static gboolean
fail_without_touchpoint (GError **error)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM, _("Select a touchpoint first."));
  return FALSE;
}

/**
 * jm_command_get_persona:
 * @session: a session
 *
 * Whose feeling a key or a stroke means: that of the emotion in focus, else the first persona's, or the next one's who is
 * shown where the first is hidden.
 *
 * Returns: (transfer full) (nullable): the id of a persona, %NULL for the first one or everyone
 */
char *
jm_command_get_persona (JmSession *session)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (session));
  char *in_focus = jm_handle_get_persona (jm_session_get_focus (session));
  guint cursor = 0, n = 0;
  JmItem *persona;

  if (in_focus != NULL)
    return in_focus;

  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    {
      if (!jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
        return n > 0 ? g_strdup (jm_item_get_id (persona)) : NULL;
      n++;
    }

  return NULL;
}

typedef JmMap *(* FeelingEdit) (JmMap       *map,
                                const char  *touchpoint_id,
                                const char  *persona_id,
                                double       value,
                                GError     **error);

static JmMap *
edit_set (JmMap       *map,
          const char  *touchpoint_id,
          const char  *persona_id,
          double       value,
          GError     **error)
{
  return jm_map_set_emotion (map, touchpoint_id, persona_id, CLAMP (value, -2, 2), error);
}

static JmMap *
edit_clear (JmMap       *map,
            const char  *touchpoint_id,
            const char  *persona_id,
            double       value,
            GError     **error)
{
  return jm_map_clear_emotion (map, touchpoint_id, persona_id, error);
}

static JmMap *
edit_step (JmMap       *map,
           const char  *touchpoint_id,
           const char  *persona_id,
           double       step,
           GError     **error)
{
  JmItem *touchpoint = jm_map_find (map, touchpoint_id);
  JmItem *emotion = touchpoint != NULL ? jm_map_get_emotion (map, touchpoint, persona_id) : NULL;
  double value = 0;

  if (emotion != NULL)
    jm_item_get_number (emotion, JM_ATTR_VALUE, &value);

  return edit_set (map, touchpoint_id, persona_id, value + step, error);
}

static gboolean
edit_feelings (JmSession    *session,
               const char   *touchpoint_id,
               const char   *persona_id,
               FeelingEdit   edit,
               double        value,
               const char   *label,
               GError      **error)
{
  g_autoptr(GPtrArray) touchpoints = touchpoints_meant (session, touchpoint_id);
  g_autofree char *persona = persona_id != NULL ? g_strdup (persona_id) : jm_command_get_persona (session);
  g_autoptr(JmMap) map = jm_map_ref (jm_session_get_map (session));

  if (touchpoints->len == 0)
    return fail_without_touchpoint (error);

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmMap *next = edit (map, g_ptr_array_index (touchpoints, i), persona, value, error);

      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  return jm_command_step (session, map, label);
}

/**
 * jm_command_set_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @persona_id: (nullable): whose feeling, %NULL for that of the emotion in focus or the first persona's
 * @value: from -2, very bad, to 2, very good; brought into that range
 * @error: return location for a #GError
 *
 * Says how someone feels at a touchpoint.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_set_feeling (JmSession   *session,
                        const char  *touchpoint_id,
                        const char  *persona_id,
                        double       value,
                        GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return edit_feelings (session, touchpoint_id, persona_id, edit_set, value, _("Set feeling"), error);
}

/**
 * jm_command_clear_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @persona_id: (nullable): whose feeling, %NULL for that of the emotion in focus or the first persona's
 * @error: return location for a #GError
 *
 * Takes a feeling off the curve again.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_clear_feeling (JmSession   *session,
                          const char  *touchpoint_id,
                          const char  *persona_id,
                          GError     **error)
{
  const char *focus;
  g_autofree char *touchpoint = NULL;
  gboolean changed;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  /* The focus would be on what is no longer there. */
  focus = jm_session_get_focus (session);
  touchpoint = jm_handle_get_touchpoint (focus);
  changed = edit_feelings (session, touchpoint_id, persona_id, edit_clear, 0, _("Clear feeling"), error);
  if (changed && touchpoint != NULL)
    jm_session_select (session, touchpoint);

  return changed;
}

/**
 * jm_command_step_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @step: how much better, negative for worse; where nothing was said, it counts from neutral
 * @error: return location for a #GError
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_step_feeling (JmSession   *session,
                         const char  *touchpoint_id,
                         double       step,
                         GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return edit_feelings (session, touchpoint_id, NULL, edit_step, step,
                        step > 0 ? _("Raise feeling") : _("Lower feeling"), error);
}

/**
 * jm_command_step_weight:
 * @session: a session
 * @id: (nullable): a pain point or an opportunity, %NULL for what has the focus
 * @step: how much more, negative for less
 * @error: return location for a #GError
 *
 * Makes a pain point more or less severe, between 1 and 3, or gives an opportunity votes or takes them away.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_step_weight (JmSession   *session,
                        const char  *id,
                        int          step,
                        GError     **error)
{
  g_autofree char *value = NULL;
  JmItem *item;
  JmMap *map;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  map = jm_session_get_map (session);
  if (id == NULL)
    id = jm_session_get_focus (session);
  item = id != NULL ? jm_map_find (map, id) : NULL;

  if (item != NULL && jm_item_get_kind (item) == JM_KIND_PAIN_POINT)
    {
      value = g_strdup_printf ("%d", CLAMP (jm_item_get_integer (item, JM_ATTR_SEVERITY, 1) + step, 1, 3));
      return jm_command_apply (session, jm_map_set (map, id, JM_ATTR_SEVERITY, value, error),
                               jm_command_label_set (JM_ATTR_SEVERITY));
    }
  if (item != NULL && jm_item_get_kind (item) == JM_KIND_OPPORTUNITY)
    {
      value = g_strdup_printf ("%d", MAX (jm_item_get_integer (item, JM_ATTR_VOTES, 0) + step, 0));
      return jm_command_apply (session, jm_map_set (map, id, JM_ATTR_VOTES, value, error),
                               jm_command_label_set (JM_ATTR_VOTES));
    }

  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM,
                       _("Select a pain point or an opportunity first."));
  return FALSE;
}

/**
 * jm_command_toggle_moment_of_truth:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @error: return location for a #GError
 *
 * Marks touchpoints as moments of truth, or takes the mark away when all of them have it.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_toggle_moment_of_truth (JmSession   *session,
                                   const char  *touchpoint_id,
                                   GError     **error)
{
  g_autoptr(GPtrArray) touchpoints = NULL;
  g_autoptr(JmMap) map = NULL;
  gboolean all = TRUE;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  touchpoints = touchpoints_meant (session, touchpoint_id);
  map = jm_map_ref (jm_session_get_map (session));
  if (touchpoints->len == 0)
    return fail_without_touchpoint (error);

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmItem *touchpoint = jm_map_find (map, g_ptr_array_index (touchpoints, i));

      all = all && touchpoint != NULL && jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH);
    }

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmMap *next = jm_map_set (map, g_ptr_array_index (touchpoints, i), JM_ATTR_MOMENT_OF_TRUTH,
                                all ? NULL : "true", error);

      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  return jm_command_step (session, map, jm_command_label_set (JM_ATTR_MOMENT_OF_TRUTH));
}
