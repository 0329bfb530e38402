/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The placeholder of a picture is made of the scene's own operations, so that everyone draws the same one. */
#include "jm-placeholder.h"

#define PADDING     8.0
#define LINE_HEIGHT 15.5

static const JmFont font = { 11.5f, 400, FALSE };

/**
 * jm_placeholder_new:
 * @picture: a %JM_OP_PICTURE
 * @theme: the theme of the scene
 * @type: a typesetter
 *
 * Makes what is drawn for a picture that cannot be shown: a box as large as the picture with as many lines of its
 * alternative text as fit.
 *
 * Returns: (transfer full): a group in the coordinates of @picture
 */
JmGroup *
jm_placeholder_new (const JmOp    *picture,
                    const JmTheme *theme,
                    JmType        *type)
{
  JmRect              box = picture->picture.box;
  JmGroupBuilder     *builder;
  g_autoptr (JmPathBuilder) outline = jm_path_builder_new ();
  g_autoptr (JmPath)  path = NULL;
  g_autoptr (GArray)  lines = NULL;
  const char         *alt;
  guint               n_fit, n_lines;
  double              top;

  g_return_val_if_fail (picture->type == JM_OP_PICTURE, NULL);

  builder = jm_group_builder_new (JM_ROLE_NONE, NULL, NULL);
  jm_group_builder_set_box (builder, box);
  jm_group_builder_set_clip (builder, picture->picture.radius);

  jm_path_builder_rounded_rect (outline, jm_rect_expand (box, -0.5), MAX (picture->picture.radius - 0.5, 0));
  path = jm_path_builder_end (g_steal_pointer (&outline));
  jm_group_builder_add_path (builder, path, jm_paint (theme->card), jm_paint (theme->ink_faint), 1, 4, 4);

  alt = picture->picture.item != NULL ? jm_item_get_or_default (picture->picture.item, JM_ATTR_ALT) : NULL;
  if (alt == NULL || *alt == '\0' || box.width <= 2 * PADDING)
    return jm_group_builder_end (builder);

  lines = jm_type_break (type, font, alt, box.width - 2 * PADDING);
  n_fit = (guint) MAX ((box.height - 2 * PADDING) / LINE_HEIGHT, 1);
  n_lines = MIN (lines->len, n_fit);
  top = box.y + (box.height - n_lines * LINE_HEIGHT) / 2;

  for (guint i = 0; i < n_lines; i++)
    {
      const JmLine *line = &g_array_index (lines, JmLine, i);

      jm_group_builder_add_text (builder, alt + line->start, line->length, font, theme->ink_soft,
                                 box.x + (box.width - line->width) / 2, top + (i + 0.75) * LINE_HEIGHT,
                                 line->width, line->rtl);
    }

  return jm_group_builder_end (builder);
}
