/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two maps of one journey, the earlier one and the later one, whole and marked with what is different. They are scenes of
 * the composer like any other; here they only find their places. */
#include "jm-view-private.h"

#include "jm-change.h"
#include "jm-scene-private.h"

#define GAP 24.0
/* Of the screens and pages it is shown on. */
#define SHAPE (16.0 / 9.0)

/* How far a picture is from the shape that it should have; 1 is not at all. */
static double
get_distortion (double width,
                double height)
{
  double shape = width / height / SHAPE;

  return shape < 1 ? 1 / shape : shape;
}

static void
add_scene (JmGroupBuilder *builder,
           JmScene        *scene,
           double          x,
           double          y)
{
  JmGroupBuilder *whole = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

  jm_group_builder_set_label (whole, scene->label, scene->description);
  for (guint i = 0; i < JM_N_LAYERS; i++)
    jm_group_builder_add_child (whole, jm_group_ref (scene->layers[i]), 0, 0);
  jm_group_builder_add_child (builder, jm_group_builder_end (whole), x, y);
}

/**
 * jm_view_compose_both:
 * @map: a map
 * @options: what it is for, with the earlier map as its baseline
 *
 * Puts both maps side by side, or one above the other where that comes nearer to the shape of a screen.
 *
 * Returns: (transfer full): the scene
 */
JmScene *
jm_view_compose_both (JmMap                  *map,
                      const JmComposeOptions *options)
{
  JmComposeOptions earlier_options = *options;
  g_autoptr(JmScene) earlier = NULL;
  g_autoptr(JmScene) later = jm_scene_new (map, options);
  g_autoptr(GHashTable) changes = jm_change_find_all (options->baseline, map);
  g_autoptr(JmType) type = jm_type_new ();
  JmScene *scene = jm_scene_alloc ();
  JmDraw draw = { .theme = later->theme, .words = jm_words_get (later->language), .type = type, .map = map,
                  .rtl = later->rtl };
  JmGroupBuilder *backdrop = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGroupBuilder *body = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  g_autofree char *summary = jm_change_summarize (&draw, changes);
  double below, beside;
  JmPoint second;

  earlier_options.baseline = map;
  earlier_options.looks_ahead = TRUE;
  earlier = jm_scene_new (options->baseline, &earlier_options);

  beside = get_distortion (earlier->width + GAP + later->width, MAX (earlier->height, later->height));
  below = get_distortion (MAX (earlier->width, later->width), earlier->height + GAP + later->height);
  second = beside < below ? jm_point (earlier->width + GAP, 0) : jm_point (0, earlier->height + GAP);

  scene->theme = later->theme;
  scene->language = g_strdup (later->language);
  scene->rtl = later->rtl;
  scene->label = g_strdup (later->label);
  scene->description = g_strdup_printf ("%s: %s", jm_words_say (draw.words, JM_WORD_VIEW_COMPARE), summary);
  scene->width = MAX (earlier->width, second.x + later->width);
  scene->height = MAX (earlier->height, second.y + later->height) + JM_VIEW_MARGIN;

  jm_group_builder_add_rect (backdrop, jm_rect (0, 0, scene->width, scene->height), 0, jm_paint (scene->theme->page),
                             jm_paint_none (), 0);
  add_scene (body, earlier, jm_draw_side (&draw, scene->width, 0, earlier->width), 0);
  add_scene (body, later, jm_draw_side (&draw, scene->width, second.x, later->width), second.y);
  if (second.x > 0)
    jm_group_builder_add_rect (body, jm_rect (jm_draw_side (&draw, scene->width, second.x - GAP / 2 - 0.5, 1),
                                              JM_VIEW_MARGIN, 1, scene->height - 2 * JM_VIEW_MARGIN), 0,
                               jm_paint (scene->theme->rule), jm_paint_none (), 0);
  jm_view_text (&draw, body, jm_font (13, 600), scene->theme->ink_lane, scene->width, JM_VIEW_MARGIN,
                scene->height - 22, summary);

  for (guint i = 0; i < JM_N_LAYERS; i++)
    {
      JmGroupBuilder *layer = i == JM_LAYER_BACKDROP ? backdrop : i == JM_LAYER_BODY ? body : NULL;

      scene->layers[i] = jm_group_builder_end (layer != NULL ? layer : jm_group_builder_new (JM_ROLE_NONE, NULL, NULL));
    }

  return scene;
}
