/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A point of the curve is a face while there is one curve, and the persona's own mark where there are several. */
#include "jm-mark.h"

#include "jm-face.h"

#include <math.h>

#define FACE_RADIUS 11.0
#define SIGN_RADIUS 8.0
#define VEIL 16.0          /* over the point and the ring of one that is measured */
#define LABEL_ABOVE 19.0   /* from the point up to the last baseline */
#define LABEL_BELOW 28.0   /* from the point down to the first one */

/**
 * jm_feeler_get_dash:
 * @sign: that of a #JmFeeler
 * @on: (out): length of a dash
 * @off: (out): length of a gap
 *
 * Tells curves apart by their dashes; after four they begin again.
 */
void
jm_feeler_get_dash (guint   sign,
                    double *on,
                    double *off)
{
  static const double dashes[4][2] = { { 0, 0 }, { 8, 7 }, { 1, 7 }, { 16, 8 } };

  *on = dashes[sign % 4][0];
  *off = dashes[sign % 4][1];
}

static void
draw_sign (JmGroupBuilder *builder,
           const JmTheme  *theme,
           guint           sign,
           JmColor         color,
           gboolean        hollow)
{
  static const char * const outlines[4] = {
    NULL,
    "M0 -8.5 L8.5 0 L0 8.5 L-8.5 0 Z",
    "M-6.5 -6.5 H6.5 V6.5 H-6.5 Z",
    "M0 -8 L8 6.5 H-8 Z",
  };
  const char *outline = outlines[sign % 4];
  JmColor inside = hollow ? theme->card : color;
  JmColor edge = hollow ? color : theme->card;

  if (outline == NULL)
    jm_group_builder_add_rect (builder, jm_rect (-7.5, -7.5, 15, 15), 7.5, jm_paint (inside), jm_paint (edge), 2);
  else
    {
      g_autoptr(JmPath) path = jm_path_new_from_svg (outline);
      jm_group_builder_add_path (builder, path, jm_paint (inside), jm_paint (edge), 2, 0, 0);
    }
}

static JmMark
make_mark (const JmFrame *frame,
           JmItem        *touchpoint,
           JmItem        *emotion,
           JmColor        column,
           guint          feeler,
           double         x,
           double         width,
           double         value,
           gboolean       label_above)
{
  JmDraw *draw = frame->draw;
  const JmFont font = { 11.5f, 600, FALSE };
  const JmFeeler *who = &g_array_index (frame->feelers, JmFeeler, feeler);
  gboolean alone = frame->feelers->len == 1;
  g_autofree char *handle = jm_emotion_handle (jm_item_get_id (touchpoint),
                                               who->persona != NULL ? jm_item_get_id (who->persona) : NULL);
  JmGroupBuilder *builder = jm_group_builder_new (JM_ROLE_EMOTION, handle, NULL);
  g_autoptr(JmParagraph) label = jm_paragraph_new (draw, font, 14, jm_item_get_text (emotion), width);
  g_autofree char *name = NULL;
  JmColor ink;
  JmMark mark = { feeler, x, value, NULL, FALSE, FACE_RADIUS + 2, FACE_RADIUS + 2 };
  double baseline = LABEL_BELOW;
  const char *evidence = jm_item_get (touchpoint, JM_ATTR_EVIDENCE);
  gboolean assumed = g_strcmp0 (evidence, "assumed") == 0;
  double ring = alone ? FACE_RADIUS + 3.5 : SIGN_RADIUS + 3.5;

  name = g_strdup_printf ("%s: %s", jm_item_get_label (touchpoint), jm_words_feeling (draw->words, value));
  jm_group_builder_set_label (builder, name, who->persona != NULL ? jm_item_get_label (who->persona) : NULL);
  jm_group_builder_set_box (builder, jm_rect (-FACE_RADIUS - 1, -FACE_RADIUS - 1, 2 * FACE_RADIUS + 2,
                                              2 * FACE_RADIUS + 2));

  if (alone)
    {
      ink = draw->theme->feeling_text[(int) lround (CLAMP (value, -2, 2)) + 2];
      jm_face_draw (draw, builder, value, 0, 0, FACE_RADIUS, !assumed);
    }
  else
    {
      ink = who->tones.text;
      draw_sign (builder, draw->theme, who->sign, who->tones.mark, assumed);
    }
  if (g_strcmp0 (evidence, "measured") == 0)
    jm_group_builder_add_rect (builder, jm_rect (-ring, -ring, 2 * ring, 2 * ring), ring, jm_paint_none (),
                               jm_paint (alone ? jm_theme_get_feeling (draw->theme, value) : who->tones.mark), 1.5);

  if (label_above)
    baseline = -LABEL_ABOVE - jm_paragraph_get_depth (label);
  if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH) && !jm_paragraph_is_empty (label))
    {
      double written = jm_paragraph_get_width (label) + 8;

      /* Keeps the line of the moment of truth out of the letters. */
      jm_group_builder_add_rect (builder, jm_rect (-written / 2, baseline - 11, written,
                                                   15 + jm_paragraph_get_depth (label)),
                                 4, jm_paint (column), jm_paint_none (), 0);
    }
  jm_paragraph_offer (label, draw, builder, JM_KIND_NONE, ink, JM_ALIGN_CENTER, -width / 2, width, baseline);
  if (!jm_paragraph_is_empty (label))
    {
      mark.labelled = TRUE;
      mark.above = MAX (mark.above, -baseline + 12);
      mark.below = MAX (mark.below, baseline + jm_paragraph_get_depth (label) + 6);
    }
  if (!jm_evidence_includes (draw->evidence, touchpoint))
    {
      jm_draw_veil (builder, column, jm_rect (-VEIL, -VEIL, 2 * VEIL, 2 * VEIL), VEIL);
      if (mark.labelled)
        jm_draw_veil (builder, column, jm_rect (-width / 2, baseline - 12, width, 17 + jm_paragraph_get_depth (label)), 4);
    }
  mark.mark = jm_group_builder_end (builder);

  return mark;
}

/**
 * jm_mark_add_all:
 * @marks: (element-type JmMark): to which the points are added
 * @frame: what is drawn
 * @touchpoint: a touchpoint
 * @column: the tint of its phase
 * @x: its middle, from the left edge of its phase
 * @width: for labels
 *
 * Makes the points of one touchpoint, one for each whose feeling is known there.
 */
void
jm_mark_add_all (GArray        *marks,
                 const JmFrame *frame,
                 JmItem        *touchpoint,
                 JmColor        column,
                 double         x,
                 double         width)
{
  double best = -G_MAXDOUBLE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < frame->feelers->len; i++)
      {
        const JmFeeler *who = &g_array_index (frame->feelers, JmFeeler, i);
        JmItem *emotion = jm_map_get_emotion (frame->draw->map, touchpoint,
                                              who->persona != NULL ? jm_item_get_id (who->persona) : NULL);
        double value = 0;

        if (emotion == NULL)
          continue;
        jm_item_get_number (emotion, JM_ATTR_VALUE, &value);
        /* First look who feels best there: that label goes above its point, the others below theirs. */
        if (pass == 0)
          best = MAX (best, value);
        else
          {
            gboolean above = frame->feelers->len == 1 ? value >= 0 : value >= best;
            JmMark mark = make_mark (frame, touchpoint, emotion, column, i, x, width, value, above);
            g_array_append_val (marks, mark);
          }
      }
}
