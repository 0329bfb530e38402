/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The display list as SVG. One pass from back to front, straight into the bytes of the file. */
#include "config.h"

#include "jm-svg.h"

#include "jm-placeholder.h"
#include "jm-svg-private.h"

#include "format/jm-picture.h"
#include "model/jm-hash.h"

/* The beginning of a group's id. Ids of clips and gradients hold no "-", so the two cannot meet. */
static const char * const role_names[JM_N_ROLES] = {
  [JM_ROLE_NONE] = "part",
  [JM_ROLE_MAP] = "map",
  [JM_ROLE_TITLE] = "title",
  [JM_ROLE_PERSONA] = "persona",
  [JM_ROLE_PHASE] = "phase",
  [JM_ROLE_LANE] = "lane",
  [JM_ROLE_CELL] = "cell",
  [JM_ROLE_TOUCHPOINT] = "touchpoint",
  [JM_ROLE_CHANNEL] = "channel",
  [JM_ROLE_DEVICE] = "device",
  [JM_ROLE_CURVE] = "curve",
  [JM_ROLE_EMOTION] = "emotion",
  [JM_ROLE_PAIN_POINT] = "pain-point",
  [JM_ROLE_OPPORTUNITY] = "opportunity",
  [JM_ROLE_THOUGHT] = "thought",
  [JM_ROLE_NOTE] = "note",
  [JM_ROLE_MEASURE] = "measure",
  [JM_ROLE_PICTURE] = "picture",
  [JM_ROLE_TRANSITION] = "transition",
  [JM_ROLE_HINT] = "hint",
  [JM_ROLE_LEGEND] = "legend",
  [JM_ROLE_FOOTER] = "footer",
};

#define MAP_TITLE_ID       "map-title"
#define MAP_DESCRIPTION_ID "map-description"

static void write_group (JmSvgWriter *self,
                         JmGroup     *group,
                         double       x,
                         double       y);

static JmType *
get_type (JmSvgWriter *self)
{
  if (self->type == NULL)
    self->type = jm_type_new ();

  return self->type;
}

static inline gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
put_box (JmSvgWriter *self,
         JmRect       box,
         double       radius)
{
  jm_svg_buffer_put_coordinate (&self->out, " x=\"", box.x + self->dx);
  jm_svg_buffer_put_coordinate (&self->out, " y=\"", box.y + self->dy);
  jm_svg_buffer_put_attribute (&self->out, " width=\"", MAX (box.width, 0));
  jm_svg_buffer_put_attribute (&self->out, " height=\"", MAX (box.height, 0));
  if (radius > 0)
    jm_svg_buffer_put_attribute (&self->out, " rx=\"", radius);
}

/* Returns the number of the clip, to be named as url(#cNUMBER). */
static guint
define_clip (JmSvgWriter *self,
             JmRect       box,
             double       radius)
{
  self->n_clips++;
  jm_svg_buffer_put_attribute (&self->out, "<clipPath id=\"c", self->n_clips);
  jm_svg_buffer_put (&self->out, "><rect");
  put_box (self, box, radius);
  jm_svg_buffer_put (&self->out, "/></clipPath>");

  return self->n_clips;
}

/* Operations */

static void
write_rect (JmSvgWriter *self,
            const JmOp  *op)
{
  if (jm_paint_is_none (op->rect.fill) && jm_paint_is_none (op->rect.stroke))
    return;

  jm_svg_define_gradient (self, &op->rect.fill);
  jm_svg_define_gradient (self, &op->rect.stroke);

  jm_svg_buffer_put (&self->out, "<rect");
  put_box (self, op->rect.box, op->rect.radius);
  jm_svg_put_fill (self, op->rect.fill);
  jm_svg_put_stroke (self, op->rect.stroke, op->rect.stroke_width);
  if (op->rect.radius <= 0 && !jm_paint_is_none (op->rect.stroke))
    jm_svg_buffer_put (&self->out, " stroke-linejoin=\"miter\"");
  jm_svg_buffer_put (&self->out, "/>");
}

static void
put_step_cb (JmPathVerb     verb,
             const JmPoint *points,
             gpointer       user_data)
{
  jm_svg_path_put (user_data, verb, points);
}

static void
write_path (JmSvgWriter *self,
            const JmOp  *op)
{
  JmSvgPath pen;

  if (jm_path_is_empty (op->path.path) || (jm_paint_is_none (op->path.fill) && jm_paint_is_none (op->path.stroke)))
    return;

  jm_svg_define_gradient (self, &op->path.fill);
  jm_svg_define_gradient (self, &op->path.stroke);

  jm_svg_buffer_put (&self->out, "<path d=\"");
  jm_svg_path_begin (&pen, &self->out, self->dx, self->dy);
  jm_path_foreach (op->path.path, put_step_cb, &pen);
  jm_svg_buffer_put (&self->out, "\"");
  jm_svg_put_fill (self, op->path.fill);
  jm_svg_put_stroke (self, op->path.stroke, op->path.stroke_width);
  if (op->path.dash[0] > 0 || op->path.dash[1] > 0)
    {
      jm_svg_buffer_put_number_between (&self->out, " stroke-dasharray=\"", op->path.dash[0], " ");
      jm_svg_buffer_put_number_between (&self->out, "", op->path.dash[1], "\"");
    }
  jm_svg_buffer_put (&self->out, "/>");
}

/* Whether SVG's own treatment of white space would change the text. */
static gboolean
has_delicate_space (const char *text)
{
  char before = ' ';

  for (; *text != '\0'; text++)
    {
      if ((*text == ' ' && before == ' ') || *text == '\t' || *text == '\n' || *text == '\r')
        return TRUE;
      before = *text;
    }

  return before == ' ';
}

static void
write_outlines (JmSvgWriter *self,
                const JmOp  *op)
{
  if (self->outliner == NULL)
    self->outliner = jm_svg_outliner_new (get_type (self));

  /* Outlines say nothing to whoever cannot see them, so the words stay with them as a name. */
  jm_svg_buffer_put (&self->out, "<path role=\"img\" aria-label=\"");
  jm_svg_buffer_put_text (&self->out, op->text.text);
  jm_svg_buffer_put (&self->out, "\"");
  jm_svg_put_color (self, " fill=\"", " fill-opacity=\"", op->text.color);
  jm_svg_buffer_put (&self->out, " d=\"");
  if (self->error == NULL)
    jm_svg_outliner_put (self->outliner, op, self->dx, self->dy, &self->out, &self->error);
  jm_svg_buffer_put (&self->out, "\"/>");
}

static void
write_text (JmSvgWriter *self,
            const JmOp  *op)
{
  if (op->text.color.alpha == 0 || *op->text.text == '\0')
    return;

  if (self->outlines)
    {
      write_outlines (self, op);
      return;
    }

  jm_svg_buffer_put (&self->out, "<text");
  /* A line begins where its direction begins, so that it still lines up there when another font is a bit wider. */
  jm_svg_buffer_put_coordinate (&self->out, " x=\"", op->text.x + (op->text.rtl ? op->text.width : 0) + self->dx);
  jm_svg_buffer_put_coordinate (&self->out, " y=\"", op->text.baseline + self->dy);
  jm_svg_buffer_put_attribute (&self->out, " font-size=\"", op->text.font.size);
  if (op->text.font.weight != 400)
    jm_svg_buffer_put_attribute (&self->out, " font-weight=\"", op->text.font.weight);
  if (op->text.font.italic)
    jm_svg_buffer_put (&self->out, " font-style=\"italic\"");
  jm_svg_put_color (self, " fill=\"", " fill-opacity=\"", op->text.color);
  if (op->text.rtl)
    jm_svg_buffer_put (&self->out, " direction=\"rtl\"");
  if (has_delicate_space (op->text.text))
    jm_svg_buffer_put (&self->out, " xml:space=\"preserve\"");
  jm_svg_buffer_put (&self->out, ">");
  jm_svg_buffer_put_text (&self->out, op->text.text);
  jm_svg_buffer_put (&self->out, "</text>");
}

/* Base64 without the line breaks and blanks that a file may hold in it. */
static void
put_base64 (JmSvgWriter *self,
            const char  *base64)
{
  while (*base64 != '\0')
    {
      gsize run = strcspn (base64, " \t\r\n");

      jm_svg_buffer_put_bytes (&self->out, base64, run);
      base64 += run;
      base64 += strspn (base64, " \t\r\n");
    }
}

static void
write_picture (JmSvgWriter *self,
               const JmOp  *op)
{
  const char *alt;
  guint       clip = 0;

  if (!jm_picture_check (op->picture.media_type, op->picture.base64, NULL, NULL, NULL))
    {
      g_autoptr (JmGroup) placeholder = jm_placeholder_new (op, jm_scene_get_theme (self->scene), get_type (self));

      write_group (self, placeholder, 0, 0);
      return;
    }

  if (op->picture.radius > 0)
    clip = define_clip (self, op->picture.box, op->picture.radius);

  jm_svg_buffer_put (&self->out, "<image");
  put_box (self, op->picture.box, 0);
  jm_svg_buffer_put (&self->out, op->picture.cover ? " preserveAspectRatio=\"xMidYMid slice\"" : "");
  if (clip != 0)
    jm_svg_buffer_put_number_between (&self->out, " clip-path=\"url(#c", clip, ")\"");

  alt = op->picture.item != NULL ? jm_item_get_or_default (op->picture.item, JM_ATTR_ALT) : NULL;
  if (says_something (alt))
    {
      jm_svg_buffer_put (&self->out, " role=\"img\" aria-label=\"");
      jm_svg_buffer_put_text (&self->out, alt);
      jm_svg_buffer_put (&self->out, "\"");
    }

  /* The old name of href: programs other than browsers often know no other. */
  jm_svg_buffer_put (&self->out, " xlink:href=\"data:");
  jm_svg_buffer_put_text (&self->out, op->picture.media_type);
  jm_svg_buffer_put (&self->out, ";base64,");
  put_base64 (self, op->picture.base64);
  jm_svg_buffer_put (&self->out, "\"/>");
}

static void
write_op (JmSvgWriter *self,
          const JmOp  *op)
{
  switch (op->type)
    {
    case JM_OP_RECT:
      write_rect (self, op);
      break;

    case JM_OP_PATH:
      write_path (self, op);
      break;

    case JM_OP_TEXT:
      write_text (self, op);
      break;

    case JM_OP_PICTURE:
      write_picture (self, op);
      break;
    }
}

/* Groups */

/* Writes an id made of the group's role and its item's id. Where one item is drawn twice in one role, as an emotion
 * in two lanes, the later ones get a number. */
static void
put_id (JmSvgWriter *self,
        JmGroup     *group)
{
  gsize  start, end;
  char  *id;

  jm_svg_buffer_put (&self->out, " id=\"");
  start = self->out.length;
  jm_svg_buffer_put (&self->out, role_names[group->role]);
  jm_svg_buffer_put (&self->out, "-");
  jm_svg_buffer_put_name (&self->out, group->id);
  if (group->role == JM_ROLE_CELL && group->lane_id != NULL)
    {
      jm_svg_buffer_put (&self->out, "-");
      jm_svg_buffer_put_name (&self->out, group->lane_id);
    }
  end = self->out.length;

  id = g_string_chunk_insert_len (self->id_texts, self->out.data + start, (gssize) (end - start));
  for (guint number = 2; !g_hash_table_add (self->ids, id); number++)
    {
      self->out.length = end;
      jm_svg_buffer_put (&self->out, "-");
      jm_svg_buffer_put_number (&self->out, number);
      id = g_string_chunk_insert_len (self->id_texts, self->out.data + start, (gssize) (self->out.length - start));
    }

  jm_svg_buffer_put (&self->out, "\"");
}

static void
put_element (JmSvgWriter *self,
             const char  *beginning,
             const char  *text,
             const char  *end)
{
  if (!says_something (text))
    return;

  jm_svg_buffer_put (&self->out, beginning);
  jm_svg_buffer_put_text (&self->out, text);
  jm_svg_buffer_put (&self->out, end);
}

static void
write_content (JmSvgWriter *self,
               JmGroup     *group)
{
  for (guint i = 0; i < group->n_ops; i++)
    write_op (self, &group->ops[i]);
  for (guint i = 0; i < group->n_children; i++)
    write_group (self, jm_placed_get_group (&group->children[i]), group->children[i].x, group->children[i].y);
}

static void
write_element (JmSvgWriter *self,
               JmGroup     *group)
{
  gboolean labelled = says_something (group->label) || says_something (group->description);

  /* A line of the file for each item: so two exports can be compared, and a line break costs a reader nothing. */
  jm_svg_buffer_put (&self->out, labelled || group->id != NULL ? "\n<g" : "<g");
  if (group->id != NULL)
    put_id (self, group);
  if (labelled)
    jm_svg_buffer_put (&self->out, group->role == JM_ROLE_PICTURE ? " role=\"img\"" : " role=\"group\"");

  if (self->dx != 0 || self->dy != 0)
    {
      jm_svg_buffer_put_number_between (&self->out, " transform=\"translate(", self->dx, "");
      if (self->dy != 0)
        jm_svg_buffer_put_number_between (&self->out, " ", self->dy, "");
      jm_svg_buffer_put (&self->out, ")\"");
    }
  self->dx = 0;
  self->dy = 0;

  if (group->clips)
    jm_svg_buffer_put_number_between (&self->out, " clip-path=\"url(#c", self->n_clips + 1, ")\"");
  jm_svg_buffer_put (&self->out, ">");
  /* An item that has no words yet is at least a touchpoint. */
  if (says_something (group->label))
    {
      put_element (self, "<title>", group->label, "</title>");
      put_element (self, "<desc>", group->description, "</desc>");
    }
  else
    {
      put_element (self, "<title>", group->description, "</title>");
    }
  if (group->clips)
    define_clip (self, group->box, group->clip_radius);

  write_content (self, group);
  jm_svg_buffer_put (&self->out, "</g>");
}

/* A group that says, is and clips nothing needs no element; what is in it is written where it lies in the one around. */
static void
write_group (JmSvgWriter *self,
             JmGroup     *group,
             double       x,
             double       y)
{
  double dx = self->dx;
  double dy = self->dy;

  if (group->n_ops == 0 && group->n_children == 0)
    return;

  self->dx += x;
  self->dy += y;
  if (says_something (group->label) || group->id != NULL || group->clips)
    write_element (self, group);
  else
    write_content (self, group);
  self->dx = dx;
  self->dy = dy;
}

static void
write_root (JmSvgWriter *self)
{
  const char *label = jm_scene_get_label (self->scene);
  const char *description = jm_scene_get_description (self->scene);
  const char *language = jm_scene_get_language (self->scene);
  double      width = jm_scene_get_width (self->scene);
  double      height = jm_scene_get_height (self->scene);

  jm_svg_buffer_put (&self->out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  jm_svg_buffer_put_attribute (&self->out, " width=\"", width);
  jm_svg_buffer_put_attribute (&self->out, " height=\"", height);
  jm_svg_buffer_put_number_between (&self->out, " viewBox=\"0 0 ", width, " ");
  jm_svg_buffer_put_number_between (&self->out, "", height, "\"");
  put_element (self, " lang=\"", language, "\"");
  put_element (self, " xml:lang=\"", language, "\"");

  /* Not role="img": what is in an image is hidden from a screen reader, and a map is to be read item by item. */
  jm_svg_buffer_put (&self->out, " role=\"graphics-document document\"");
  if (says_something (label))
    jm_svg_buffer_put (&self->out, " aria-labelledby=\"" MAP_TITLE_ID "\"");
  if (says_something (description))
    jm_svg_buffer_put (&self->out, " aria-describedby=\"" MAP_DESCRIPTION_ID "\"");

  jm_svg_buffer_put (&self->out,
                     " font-family=\"" JM_FONT_STACK "\" text-rendering=\"geometricPrecision\""
                     " fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">");
  put_element (self, "\n<title id=\"" MAP_TITLE_ID "\">", label, "</title>");
  put_element (self, "\n<desc id=\"" MAP_DESCRIPTION_ID "\">", description, "</desc>");

  for (int layer = 0; layer < JM_N_LAYERS; layer++)
    {
      JmGroup *group = jm_scene_get_layer (self->scene, layer);

      if (group != NULL)
        write_group (self, group, 0, 0);
    }

  jm_svg_buffer_put (&self->out, "\n</svg>\n");
}

/**
 * jm_svg_write:
 * @scene: a scene
 * @options: (nullable): how to write it, %NULL for text as text
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Writes a scene as SVG 1.1 that stands on its own: no style sheets, scripts, filters, fonts or references but to its own
 * gradients and clips and to pictures that passed jm_picture_check(), which it holds. 1 unit is 1/96 inch. Every group with
 * a label has it as its title, and an id made of its role and its item's id. The same scene gives the same bytes.
 *
 * It takes no locks and looks at nothing but @scene, so it may run on any thread.
 *
 * Returns: (transfer full): UTF-8; %NULL with @error set when outlines were asked for and could not be had
 */
GBytes *
jm_svg_write (JmScene            *scene,
              const JmSvgOptions *options,
              GError            **error)
{
  JmSvgWriter self = { .scene = scene };

  g_return_val_if_fail (scene != NULL, NULL);

  self.outlines = options != NULL && options->outlines;
  self.ids = g_hash_table_new (jm_text_hash, g_str_equal);
  self.id_texts = g_string_chunk_new (4096);
  self.gradients = jm_svg_gradients_new ();
  g_hash_table_add (self.ids, (char *) MAP_TITLE_ID);
  g_hash_table_add (self.ids, (char *) MAP_DESCRIPTION_ID);
  jm_svg_buffer_init (&self.out, 64 * 1024);

  write_root (&self);

  g_clear_pointer (&self.outliner, jm_svg_outliner_free);
  g_clear_pointer (&self.type, jm_type_free);
  g_hash_table_unref (self.gradients);
  g_hash_table_unref (self.ids);
  g_string_chunk_free (self.id_texts);

  if (self.error != NULL)
    {
      jm_svg_buffer_clear (&self.out);
      g_propagate_error (error, self.error);
      return NULL;
    }

  return jm_svg_buffer_end (&self.out);
}
