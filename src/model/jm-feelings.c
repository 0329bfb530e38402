/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of how someone feels at a touchpoint. */
#include "jm-edit-private.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
locate_feeling (JmMap       *map,
                const char  *touchpoint_id,
                const char  *persona_id,
                JmPlace     *place,
                GError     **error)
{
  JmItem *persona;

  if (!jm_map_locate_for_edit (map, touchpoint_id, place, error))
    return FALSE;
  if (jm_item_get_kind (place->item) != JM_KIND_TOUCHPOINT)
    return jm_edit_fail_place (error, _("Only a touchpoint has a feeling."));

  /* A feeling of someone who is not in the map can be changed, but not begun. */
  if (persona_id == NULL || jm_map_get_emotion (map, place->item, persona_id) != NULL)
    return TRUE;
  persona = jm_map_find (map, persona_id);
  if (persona != NULL && jm_item_get_kind (persona) == JM_KIND_PERSONA)
    return TRUE;

  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM, _("This persona is no longer in the map."));
  return FALSE;
}

/**
 * jm_map_set_emotion:
 * @map: a map
 * @touchpoint_id: the id of a touchpoint
 * @persona_id: (nullable): whose; %NULL for the first persona's, or everyone's where there is none
 * @value: from -2 to 2; kept within that, and rounded to a hundredth
 * @error: return location for an error
 *
 * Sets how someone feels at a touchpoint. The words that were with the feeling stay.
 *
 * Returns: (transfer full): the new map, @map itself if nothing changes; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_set_emotion (JmMap       *map,
                    const char  *touchpoint_id,
                    const char  *persona_id,
                    double       value,
                    GError     **error)
{
  g_autofree char *number = NULL;
  JmItem *emotion, *touchpoint, *changed;
  JmPlace place;
  JmMap *next;

  g_return_val_if_fail (map != NULL && touchpoint_id != NULL && isfinite (value), NULL);

  if (!locate_feeling (map, touchpoint_id, persona_id, &place, error))
    return NULL;

  number = jm_number_format (round (CLAMP (value, -2, 2) * 100) / 100);
  touchpoint = jm_item_copy (place.item);
  emotion = jm_map_get_emotion (map, place.item, persona_id);

  if (emotion != NULL)
    {
      guint index = 0;

      while (jm_item_get_child (touchpoint, index) != emotion)
        index++;
      changed = jm_item_copy (emotion);
      jm_item_set (changed, JM_ATTR_VALUE, number);
      jm_item_replace (touchpoint, index, changed);
    }
  else
    {
      JmItem *first = jm_map_get_first_persona (map);

      if (persona_id == NULL && first != NULL)
        persona_id = jm_item_get_id (first);
      changed = jm_item_new (JM_KIND_EMOTION, NULL);
      jm_item_set (changed, JM_ATTR_PERSONA, persona_id);
      jm_item_set (changed, JM_ATTR_VALUE, number);
      jm_item_insert (touchpoint, jm_item_find_place_for (touchpoint, JM_KIND_EMOTION, -1), changed);
    }

  jm_item_ref (changed);
  next = jm_map_put_back (map, &place, touchpoint);
  if (emotion == NULL)
    next = jm_map_fill_cells (next, touchpoint_id, changed);
  jm_item_unref (changed);

  return next;
}

/**
 * jm_map_clear_emotion:
 * @map: a map
 * @touchpoint_id: the id of a touchpoint
 * @persona_id: (nullable): whose; %NULL for the first persona's, or everyone's where there is none
 * @error: return location for an error
 *
 * Removes how someone feels at a touchpoint, also a second time that it is said.
 *
 * Returns: (transfer full): the new map, @map itself if nothing was said; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_clear_emotion (JmMap       *map,
                      const char  *touchpoint_id,
                      const char  *persona_id,
                      GError     **error)
{
  JmItem *touchpoint;
  JmItem *first;
  JmPlace place;

  g_return_val_if_fail (map != NULL && touchpoint_id != NULL, NULL);

  if (!locate_feeling (map, touchpoint_id, persona_id, &place, error))
    return NULL;

  first = jm_map_get_first_persona (map);
  if (persona_id == NULL && first != NULL)
    persona_id = jm_item_get_id (first);

  touchpoint = jm_item_copy (place.item);
  for (guint i = jm_item_get_n_children (touchpoint); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (touchpoint, i);

      if (jm_item_get_kind (child) == JM_KIND_EMOTION &&
          g_strcmp0 (jm_map_get_emotion_persona (map, child), persona_id) == 0)
        jm_item_remove (touchpoint, i);
    }

  return jm_map_put_back (map, &place, touchpoint);
}
