/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes: a whole picture of a map, and the questions that those who show it ask. */
#include "jm-scene-private.h"

static void
clear_lane (gpointer data)
{
  g_free (((JmSceneLane *) data)->id);
}

static void
clear_phase (gpointer data)
{
  g_free (((JmScenePhase *) data)->id);
}

/* Makes an empty scene for the composer to fill in. */
JmScene *
jm_scene_alloc (void)
{
  JmScene *scene = g_new0 (JmScene, 1);

  scene->ref_count = 1;
  scene->lanes = g_array_new (FALSE, FALSE, sizeof (JmSceneLane));
  scene->phases = g_array_new (FALSE, FALSE, sizeof (JmScenePhase));
  g_array_set_clear_func (scene->lanes, clear_lane);
  g_array_set_clear_func (scene->phases, clear_phase);

  return scene;
}

/* Says where a row is; see JmSceneLane. */
void
jm_scene_add_lane (JmScene    *scene,
                   const char *id,
                   JmRect      rect,
                   double      level_top,
                   double      level_bottom)
{
  JmSceneLane lane = { g_strdup (id), rect, level_top, level_bottom };

  g_array_append_val (scene->lanes, lane);
}

/* Says where a phase is, its heading included. */
void
jm_scene_add_phase (JmScene    *scene,
                    const char *id,
                    JmRect      rect)
{
  JmScenePhase phase = { g_strdup (id), rect };

  g_array_append_val (scene->phases, phase);
}

/**
 * jm_scene_ref:
 * @scene: a scene
 *
 * Safe from any thread, as a scene never changes.
 *
 * Returns: (transfer full): @scene
 */
JmScene *
jm_scene_ref (JmScene *scene)
{
  g_atomic_int_inc (&scene->ref_count);
  return scene;
}

/**
 * jm_scene_unref:
 * @scene: (transfer full): a scene
 */
void
jm_scene_unref (JmScene *scene)
{
  if (!g_atomic_int_dec_and_test (&scene->ref_count))
    return;

  for (guint i = 0; i < JM_N_LAYERS; i++)
    g_clear_pointer (&scene->layers[i], jm_group_unref);
  g_array_unref (scene->lanes);
  g_array_unref (scene->phases);
  g_free (scene->language);
  g_free (scene->label);
  g_free (scene->description);
  g_free (scene);
}

/**
 * jm_scene_get_width:
 * @scene: a scene
 *
 * Returns: the width of the whole picture, in map units of 1/96 inch
 */
double
jm_scene_get_width (JmScene *scene)
{
  return scene->width;
}

/**
 * jm_scene_get_height:
 * @scene: a scene
 *
 * Returns: the height of the whole picture, in map units of 1/96 inch
 */
double
jm_scene_get_height (JmScene *scene)
{
  return scene->height;
}

/**
 * jm_scene_get_theme:
 * @scene: a scene
 *
 * Returns: (transfer none): the colours it was made with
 */
const JmTheme *
jm_scene_get_theme (JmScene *scene)
{
  return scene->theme;
}

/**
 * jm_scene_get_language:
 * @scene: a scene
 *
 * Returns: (nullable): the language of the content, as in xml:lang
 */
const char *
jm_scene_get_language (JmScene *scene)
{
  return scene->language;
}

/**
 * jm_scene_get_label:
 * @scene: a scene
 *
 * Returns: the map's title, or what stands for it while it has none
 */
const char *
jm_scene_get_label (JmScene *scene)
{
  return scene->label;
}

/**
 * jm_scene_get_description:
 * @scene: a scene
 *
 * Returns: the map in a sentence, for those who do not see it
 */
const char *
jm_scene_get_description (JmScene *scene)
{
  return scene->description;
}

/**
 * jm_scene_is_rtl:
 * @scene: a scene
 *
 * Returns: whether time runs from right to left in it
 */
gboolean
jm_scene_is_rtl (JmScene *scene)
{
  return scene->rtl;
}

/**
 * jm_scene_get_layer:
 * @scene: a scene
 * @layer: which part
 *
 * Returns: (transfer none): that part; its origin is the scene's origin
 */
JmGroup *
jm_scene_get_layer (JmScene *scene,
                    JmLayer  layer)
{
  g_return_val_if_fail (layer < JM_N_LAYERS, NULL);

  return scene->layers[layer];
}

static const JmSceneLane *
find_lane (JmScene    *scene,
           const char *lane_id)
{
  for (guint i = 0; i < scene->lanes->len; i++)
    {
      const JmSceneLane *lane = &g_array_index (scene->lanes, JmSceneLane, i);
      if (g_strcmp0 (lane->id, lane_id) == 0)
        return lane;
    }

  return NULL;
}

/**
 * jm_scene_get_lane_rect:
 * @scene: a scene
 * @lane_id: a lane
 *
 * Returns: the row, its name included; nothing when the lane is not drawn
 */
JmRect
jm_scene_get_lane_rect (JmScene    *scene,
                        const char *lane_id)
{
  const JmSceneLane *lane = find_lane (scene, lane_id);

  return lane != NULL ? lane->rect : jm_rect_nothing ();
}

/**
 * jm_scene_get_phase_rect:
 * @scene: a scene
 * @phase_id: a phase
 *
 * Returns: the column, its heading included; nothing when there is no such phase
 */
JmRect
jm_scene_get_phase_rect (JmScene    *scene,
                         const char *phase_id)
{
  for (guint i = 0; i < scene->phases->len; i++)
    {
      const JmScenePhase *phase = &g_array_index (scene->phases, JmScenePhase, i);
      if (g_strcmp0 (phase->id, phase_id) == 0)
        return phase->rect;
    }

  return jm_rect_nothing ();
}

/**
 * jm_scene_get_grid:
 * @scene: a scene
 *
 * Returns: where phases and lanes cross: right of the lane names and below the headings
 */
JmRect
jm_scene_get_grid (JmScene *scene)
{
  return scene->grid;
}

/**
 * jm_scene_get_emotion_y:
 * @scene: a scene
 * @lane_id: an emotion lane
 * @value: from -2 to 2
 *
 * Returns: the height at which a feeling is drawn in that lane
 */
double
jm_scene_get_emotion_y (JmScene    *scene,
                        const char *lane_id,
                        double      value)
{
  const JmSceneLane *lane = find_lane (scene, lane_id);

  if (lane == NULL)
    return 0;

  return lane->level_top + (2 - value) / 4 * (lane->level_bottom - lane->level_top);
}

/**
 * jm_scene_get_emotion_value:
 * @scene: a scene
 * @lane_id: an emotion lane
 * @y: a height in the scene
 *
 * Returns: the feeling at that height, from -2 to 2
 */
double
jm_scene_get_emotion_value (JmScene    *scene,
                            const char *lane_id,
                            double      y)
{
  const JmSceneLane *lane = find_lane (scene, lane_id);

  if (lane == NULL || lane->level_bottom <= lane->level_top)
    return 0;

  return CLAMP (2 - 4 * (y - lane->level_top) / (lane->level_bottom - lane->level_top), -2, 2);
}

/**
 * jm_scene_visit:
 * @scene: a scene
 * @area: what is of interest
 * @visit: called for each group that touches it, in the order of painting
 * @user_data: for @visit
 *
 * Visits what lies in an area. The cost is that of what is there.
 */
void
jm_scene_visit (JmScene      *scene,
                JmRect        area,
                JmSceneVisit  visit,
                gpointer      user_data)
{
  for (guint i = 0; i < JM_N_LAYERS; i++)
    jm_group_visit (scene->layers[i], 0, 0, area, visit, user_data);
}

static gboolean
is_sought (JmGroup    *group,
           const char *id,
           JmRole      role)
{
  return group->role != JM_ROLE_NONE && g_strcmp0 (group->id, id) == 0 &&
         (role == group->role || (role == JM_ROLE_NONE && group->role != JM_ROLE_CELL &&
                                  group->role != JM_ROLE_CHANNEL && group->role != JM_ROLE_DEVICE));
}

static JmGroup *
find_in (JmGroup    *group,
         const char *id,
         JmRole      role,
         double      x,
         double      y,
         JmPoint    *origin)
{
  for (guint i = 0; i < group->n_children; i++)
    {
      const JmPlaced *child = &group->children[i];
      JmGroup *found;

      if (is_sought (child->drawn, id, role))
        {
          if (origin != NULL)
            *origin = jm_point (x + child->x, y + child->y);
          return jm_placed_get_group (child);
        }
      found = find_in (child->drawn, id, role, x + child->x, y + child->y, origin);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * jm_scene_find:
 * @scene: a scene
 * @id: (nullable): the id of an item, or an emotion's handle; %NULL with a role for what has none
 * @role: which of the groups that show it; %JM_ROLE_NONE for the one that is the item itself
 * @origin: (out) (optional): where the group's own coordinates begin
 *
 * Looks for the group of an item. It walks the list, half a millisecond for 10,000 touchpoints.
 *
 * Returns: (transfer none) (nullable): the group
 */
JmGroup *
jm_scene_find (JmScene    *scene,
               const char *id,
               JmRole      role,
               JmPoint    *origin)
{
  for (guint i = 0; i < JM_N_LAYERS; i++)
    {
      JmGroup *layer = scene->layers[i];
      JmGroup *found;

      if (is_sought (layer, id, role))
        {
          if (origin != NULL)
            *origin = jm_point (0, 0);
          return layer;
        }
      found = find_in (layer, id, role, 0, 0, origin);
      if (found != NULL)
        return found;
    }

  return NULL;
}
