/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Views are scenes like the map's own, so they are shown, exported and printed the same way. */
#include "jm-view-private.h"

#include "jm-frame.h"
#include "jm-scene-private.h"

static const struct
{
  const char *name;
  JmWord      title;
  JmSheet     draw;
} views[JM_N_VIEWS] = {
  [JM_VIEW_MAP] = { "map", JM_WORD_TITLE, NULL },
  [JM_VIEW_MATRIX] = { "matrix", JM_WORD_VIEW_MATRIX, jm_view_draw_matrix },
  [JM_VIEW_RANKING] = { "ranking", JM_WORD_VIEW_RANKING, jm_view_draw_ranking },
  [JM_VIEW_CHANNELS] = { "channels", JM_WORD_VIEW_CHANNELS, jm_view_draw_channels },
  [JM_VIEW_COMPARE] = { "compare", JM_WORD_VIEW_COMPARE, NULL },
};

/**
 * jm_view_get_name:
 * @view: a view
 *
 * Returns: its name, as on the command line
 */
const char *
jm_view_get_name (JmView view)
{
  g_return_val_if_fail (view < JM_N_VIEWS, NULL);

  return views[view].name;
}

/**
 * jm_view_from_name:
 * @name: a name, as on the command line
 * @view: (out): the view
 *
 * Returns: whether there is such a view
 */
gboolean
jm_view_from_name (const char *name,
                   JmView     *view)
{
  for (guint i = 0; i < JM_N_VIEWS; i++)
    if (g_strcmp0 (name, views[i].name) == 0)
      {
        *view = i;
        return TRUE;
      }

  return FALSE;
}

static void
gather_from (JmItem *touchpoint,
             JmItem *phase,
             JmKind  kind,
             GArray *found)
{
  JmItem *holder = touchpoint != NULL ? touchpoint : phase;
  guint cursor = 0;
  JmItem *item;

  while ((item = jm_item_next (holder, kind, &cursor)) != NULL)
    {
      JmAttached attached = { item, touchpoint, phase, found->len };
      g_array_append_val (found, attached);
    }
}

/**
 * jm_view_gather:
 * @map: a map
 * @kind: a kind of thing that is attached to touchpoints
 *
 * Returns: (transfer full) (element-type JmAttached): all things of that kind, in the order of the map
 */
GArray *
jm_view_gather (JmMap *map,
                JmKind kind)
{
  GArray *found = g_array_new (FALSE, TRUE, sizeof (JmAttached));
  JmItem *root = jm_map_get_root (map);
  guint at_phase = 0;
  JmItem *phase, *touchpoint;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      gather_from (NULL, phase, kind, found);
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        gather_from (touchpoint, phase, kind, found);
    }

  return found;
}

/**
 * jm_view_get_page:
 * @width: what a sheet takes
 *
 * Returns: the width of the page around it
 */
double
jm_view_get_page (double width)
{
  return width + 2 * JM_VIEW_MARGIN;
}

/**
 * jm_view_text:
 * @draw: what is being drawn
 * @builder: where to draw it
 * @font: the font
 * @color: of the letters
 * @whole: the width of what surrounds it
 * @x: how far from the side where reading begins
 * @baseline: where
 * @text: one line
 *
 * Draws one line of text that begins there, or ends there in a map that runs from right to left.
 */
void
jm_view_text (JmDraw         *draw,
              JmGroupBuilder *builder,
              JmFont          font,
              JmColor         color,
              double          whole,
              double          x,
              double          baseline,
              const char     *text)
{
  jm_draw_text (draw, builder, font, color, draw->rtl ? JM_ALIGN_END : JM_ALIGN_START, jm_draw_side (draw, whole, x, 0),
                baseline, text);
}

/**
 * jm_view_compose:
 * @map: a map
 * @view: which picture of it
 * @options: (nullable): what it is for; lanes and evidence matter to pictures of whole maps only
 *
 * Draws a view of a map, from nothing. On any thread.
 *
 * Returns: (transfer full): the scene
 */
JmScene *
jm_view_compose (JmMap                  *map,
                 JmView                  view,
                 const JmComposeOptions *options)
{
  static const JmComposeOptions none = { 0 };
  g_autoptr(JmType) type = NULL;
  const char *language = jm_item_get (jm_map_get_root (map), JM_ATTR_LANG);
  JmDraw draw = { 0 };
  JmScene *scene;
  JmGroupBuilder *backdrop, *head, *body;
  g_autoptr(JmParagraph) title = NULL;
  double width = 0, height = 0;

  g_return_val_if_fail (view < JM_N_VIEWS, NULL);

  if (view == JM_VIEW_COMPARE && options != NULL && options->baseline != NULL)
    return jm_view_compose_both (map, options);
  if (views[view].draw == NULL)
    return jm_scene_new (map, options);
  if (options == NULL)
    options = &none;

  type = jm_type_new ();
  draw.theme = jm_theme_get (options->style);
  draw.words = jm_words_get (language);
  draw.type = type;
  draw.map = map;
  draw.order = options->order;
  draw.rtl = jm_language_is_rtl (language);

  scene = jm_scene_alloc ();
  scene->rtl = draw.rtl;
  scene->theme = draw.theme;
  scene->language = g_strdup (language);
  scene->label = jm_frame_get_title (&draw);
  scene->description = g_strdup (jm_words_say (draw.words, views[view].title));

  body = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  views[view].draw (&draw, body, &width, &height);
  scene->width = jm_view_get_page (width);
  scene->height = JM_VIEW_TOP + height + JM_VIEW_MARGIN;

  head = jm_group_builder_new (JM_ROLE_TITLE, NULL, NULL);
  jm_group_builder_set_label (head, scene->label, scene->description);
  title = jm_paragraph_new (&draw, jm_font (30, 700), 36, scene->label, width);
  /* The head has the height of one line; a longer title is set smaller. */
  if (title->lines->len > 1)
    {
      double wide = jm_type_measure (type, jm_font (30, 700), scene->label);

      jm_paragraph_free (title);
      title = jm_paragraph_new (&draw, jm_font (MAX (12, 30 * width / wide), 700), 36, scene->label, -1);
    }
  jm_paragraph_draw (title, &draw, head, draw.theme->ink, JM_ALIGN_START, JM_VIEW_MARGIN, width, 58);
  jm_view_text (&draw, head, jm_font (14, 400), draw.theme->ink_soft, scene->width, JM_VIEW_MARGIN, 84,
                scene->description);

  backdrop = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_group_builder_add_rect (backdrop, jm_rect (0, 0, scene->width, scene->height), 0, jm_paint (draw.theme->page),
                             jm_paint_none (), 0);

  for (guint i = 0; i < JM_N_LAYERS; i++)
    {
      JmGroupBuilder *layer = i == JM_LAYER_BACKDROP ? backdrop : i == JM_LAYER_BODY ? body : NULL;

      if (i == JM_LAYER_TITLE)
        {
          layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
          jm_group_builder_add_child (layer, jm_group_builder_end (head), 0, 0);
        }
      if (layer == NULL)
        layer = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
      scene->layers[i] = jm_group_builder_end (layer);
    }

  return scene;
}
