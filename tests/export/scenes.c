/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenes whose SVG does not depend on the fonts of the machine, so that it can be kept as a file. */
#include "scenes.h"

#include "scene/jm-scene-private.h"

static const JmColor black = { 0, 0, 0, 255 };
static const JmColor red = { 0xe0, 0x1b, 0x24, 255 };
static const JmColor green = { 0x26, 0xa2, 0x69, 255 };
static const JmColor shadow = { 0, 0, 0, 18 };

/* A scene of 400 by 200 units that shows one group, which it takes, on white. */
JmScene *
scene_with_body (JmGroup *body)
{
  JmScene        *scene = jm_scene_alloc ();
  JmGroupBuilder *backdrop = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

  jm_group_builder_add_rect (backdrop, jm_rect (0, 0, 400, 200), 0,
                             jm_paint ((JmColor) { 255, 255, 255, 255 }), jm_paint_none (), 0);

  scene->theme = jm_theme_get (JM_STYLE_LIGHT);
  scene->language = g_strdup ("en");
  scene->label = g_strdup ("A scene");
  scene->width = 400;
  scene->height = 200;
  scene->layers[JM_LAYER_BACKDROP] = jm_group_builder_end (backdrop);
  scene->layers[JM_LAYER_BODY] = body;

  return scene;
}

/* A group that shows one line of black text on y = 50. */
JmGroup *
group_with_text (const char *text,
                 double      x,
                 double      width,
                 gboolean    rtl)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

  jm_group_builder_add_text (builder, text, -1, (JmFont) { 20, 400, FALSE }, black, x, 50, width, rtl);

  return jm_group_builder_end (builder);
}

static JmScene *
operations (void)
{
  JmGroupBuilder    *builder = jm_group_builder_new (JM_ROLE_TOUCHPOINT, "try", NULL);
  g_autoptr (JmPath) path = jm_path_new_from_svg ("M10 10 H30 V30.005 L12.5 40 C1 2 3.333 4.444 -5 6 Z M1 1 h.5");
  g_autoptr (JmPath) line = jm_path_new_from_svg ("M0 100 H400");

  jm_group_builder_set_label (builder, "Touchpoint, Trying the chair", "Sitting quietly");
  jm_group_builder_add_rect (builder, jm_rect (0, 1.5, 156, 102), 10, jm_paint (shadow), jm_paint_none (), 0);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 156, 102), 10, jm_paint (red), jm_paint (black), 1);
  jm_group_builder_add_rect (builder, jm_rect (1.0 / 3, -0.001, 2, 3), 0, jm_paint_none (), jm_paint (black), 2.5);
  jm_group_builder_add_path (builder, path, jm_paint (green), jm_paint (black), 1.7, 0, 0);
  jm_group_builder_add_path (builder, line, jm_paint_none (), jm_paint (red), 1, 4, 6.5);
  jm_group_builder_add_text (builder, "Trying", -1, (JmFont) { 13, 650, FALSE }, black, 52, 29, 40, FALSE);
  jm_group_builder_add_text (builder, "Sitting", -1, (JmFont) { 11.5f, 400, TRUE }, shadow, 18, 62, 40, FALSE);
  /* What cannot be seen is not written. */
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 10, 10), 0, jm_paint_none (), jm_paint_none (), 1);
  jm_group_builder_add_path (builder, line, jm_paint_none (), jm_paint_none (), 1, 0, 0);

  return scene_with_body (jm_group_builder_end (builder));
}

static JmGroup *
gradient_group (double y1)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_CURVE, NULL, NULL);
  JmGradient     *gradient = jm_group_builder_add_gradient (builder, 0, y1);

  gradient->n_stops = 2;
  gradient->offset[1] = 1;
  gradient->color[0] = green;
  gradient->color[1] = red;
  gradient->color[1].alpha = 51;
  jm_group_builder_set_box (builder, jm_rect (0, 0, 80, 80));
  jm_group_builder_set_clip (builder, 8);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 100, 100), 0,
                             jm_paint_gradient (gradient), jm_paint_gradient (gradient), 2);

  return jm_group_builder_end (builder);
}

/* A row of things in a group that is no element: each is written where it lies. */
static JmGroup *
moved_group (void)
{
  JmGroupBuilder    *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  JmGradient        *gradient = jm_group_builder_add_gradient (builder, 0, 10);
  g_autoptr (JmPath) path = jm_path_new_from_svg ("M1 1 H9 V9 Z");

  gradient->n_stops = 2;
  gradient->offset[1] = 1;
  gradient->color[0] = red;
  gradient->color[1] = green;
  jm_group_builder_add_rect (builder, jm_rect (1, 1, 8, 8), 0, jm_paint_gradient (gradient), jm_paint_none (), 0);
  jm_group_builder_add_path (builder, path, jm_paint (green), jm_paint_none (), 0, 0, 0);
  jm_group_builder_add_text (builder, "x", -1, (JmFont) { 10, 400, FALSE }, black, 1, 9, 6, FALSE);

  return jm_group_builder_end (builder);
}

/* Gradients that are alike are written once. */
static JmScene *
gradients_and_clips (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);

  jm_group_builder_add_child (builder, moved_group (), 300, 100);
  jm_group_builder_add_child (builder, moved_group (), 320, 100);
  jm_group_builder_add_child (builder, moved_group (), 300, 120);

  jm_group_builder_add_child (builder, gradient_group (100), 10, 20);
  jm_group_builder_add_child (builder, gradient_group (100), 110, 0);
  jm_group_builder_add_child (builder, gradient_group (50), 0, 0);

  return scene_with_body (jm_group_builder_end (builder));
}

static JmGroup *
square (JmRole      role,
        const char *id,
        const char *lane_id,
        const char *label)
{
  JmGroupBuilder *builder = jm_group_builder_new (role, id, lane_id);

  jm_group_builder_set_label (builder, label, NULL);
  jm_group_builder_add_rect (builder, jm_rect (0, 0, 10, 10), 0, jm_paint (green), jm_paint_none (), 0);

  return jm_group_builder_end (builder);
}

/* Ids come from items, stay unique, and are names whatever the item is called; empty groups are not written. */
static JmScene *
ids (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_MAP, "title", NULL);

  jm_group_builder_set_label (builder, "The map", NULL);
  jm_group_builder_add_child (builder, square (JM_ROLE_TOUCHPOINT, "try", NULL, "Trying"), 0, 0);
  jm_group_builder_add_child (builder, square (JM_ROLE_CHANNEL, "try", NULL, "Shop"), 20, 0);
  jm_group_builder_add_child (builder, square (JM_ROLE_CELL, "shop", "pains", "Pain points"), 40, 0);
  jm_group_builder_add_child (builder, square (JM_ROLE_EMOTION, "try@sanne", "feeling", "Good"), 60, 0);
  jm_group_builder_add_child (builder, square (JM_ROLE_EMOTION, "try@sanne", "feeling-2", "Good"), 60, 20);
  jm_group_builder_add_child (builder, square (JM_ROLE_NOTE, "één", NULL, "One"), 80, 0);
  jm_group_builder_add_child (builder, square (JM_ROLE_NOTE, "\"/><script>", NULL, "Two"), 80, 20);
  jm_group_builder_add_child (builder,
                              jm_group_builder_end (jm_group_builder_new (JM_ROLE_CELL, "nothing", "pains")), 5, 5);

  return scene_with_body (jm_group_builder_end (builder));
}

static JmScene *
hostile_text (void)
{
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_NOTE, "n1", NULL);
  JmScene        *scene;

  jm_group_builder_set_label (builder, "</title><script>alert('1')</script>", "]]>&lt;\x0b\x1b\xef\xbf\xbf!");
  jm_group_builder_add_text (builder, "a < b && c > \"d\"\xef\xbf\xbe", -1, (JmFont) { 12, 400, FALSE }, black,
                             0, 20, 100, FALSE);
  jm_group_builder_add_text (builder, "  two  spaces\t", -1, (JmFont) { 12, 400, FALSE }, black, 0, 40, 100, FALSE);
  /* An override, and an isolate in an embedding, that are never closed. */
  jm_group_builder_add_text (builder, "\xe2\x80\xaegnp.exe", -1, (JmFont) { 12, 400, FALSE }, black, 0, 60, 100, FALSE);
  jm_group_builder_add_text (builder, "\xe2\x80\xaa" "a\xe2\x81\xa6" "b", -1, (JmFont) { 12, 400, FALSE }, black,
                             0, 80, 100, FALSE);
  /* Closed already, and more than opened. */
  jm_group_builder_add_text (builder, "\xe2\x81\xa7" "a\xe2\x80\xabz\xe2\x81\xa9.", -1, (JmFont) { 12, 400, FALSE },
                             black, 0, 100, 100, FALSE);

  scene = scene_with_body (jm_group_builder_end (builder));
  g_free (scene->language);
  scene->language = g_strdup ("nl\" onload=\"alert(1)");

  return scene;
}

static JmScene *
right_to_left (void)
{
  return scene_with_body (group_with_text ("שלום (abc).", 30, 120, TRUE));
}

const NamedScene named_scenes[] = {
  { "gradients-and-clips", gradients_and_clips },
  { "hostile-text", hostile_text },
  { "ids", ids },
  { "operations", operations },
  { "right-to-left", right_to_left },
};

const gsize n_named_scenes = G_N_ELEMENTS (named_scenes);
