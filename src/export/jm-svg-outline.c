/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Glyphs become outlines by way of cairo, from the line as the scene's own typesetter shapes it. */
#include "jm-svg-outline.h"

#include "jm-export.h"

#include <glib/gi18n.h>

/* Cairo keeps paths in 1/256 of a device pixel: at this scale that is a few thousandths of a map unit. */
#define PRECISION 16.0

struct _JmSvgOutliner
{
  JmType  *type;
  cairo_t *cr;
};

/**
 * jm_svg_outliner_new:
 * @type: a typesetter, which outlives the outliner
 *
 * Returns: (transfer full): an outliner
 */
JmSvgOutliner *
jm_svg_outliner_new (JmType *type)
{
  JmSvgOutliner   *self = g_new0 (JmSvgOutliner, 1);
  /* A surface without bounds: cairo leaves glyphs far outside of a surface out of a path, too. */
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);

  self->type = type;
  self->cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  cairo_scale (self->cr, PRECISION, PRECISION);

  return self;
}

/**
 * jm_svg_outliner_free:
 * @self: an outliner
 */
void
jm_svg_outliner_free (JmSvgOutliner *self)
{
  cairo_destroy (self->cr);
  g_free (self);
}

/* The path is made around the origin, where cairo is most precise, and moved to its place here. */
static void
put_path (const cairo_path_t *path,
          double              x,
          double              y,
          JmSvgBuffer        *out)
{
  JmSvgPath pen;

  jm_svg_path_begin (&pen, out, x, y);

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      JmPoint                  points[3];

      for (int j = 1; j < data->header.length && j <= 3; j++)
        points[j - 1] = jm_point (data[j].point.x, data[j].point.y);

      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          /* Cairo ends every closed contour with a move to where it began, which draws nothing. */
          if (i + data->header.length < path->num_data &&
              path->data[i + data->header.length].header.type != CAIRO_PATH_MOVE_TO)
            jm_svg_path_put (&pen, JM_PATH_MOVE, points);
          break;

        case CAIRO_PATH_LINE_TO:
          jm_svg_path_put (&pen, JM_PATH_LINE, points);
          break;

        case CAIRO_PATH_CURVE_TO:
          jm_svg_path_put (&pen, JM_PATH_CURVE, points);
          break;

        case CAIRO_PATH_CLOSE_PATH:
          jm_svg_path_put (&pen, JM_PATH_CLOSE, NULL);
          break;
        }
    }
}

/**
 * jm_svg_outliner_put:
 * @self: an outliner
 * @text: a %JM_OP_TEXT
 * @dx: how far to move it to the right
 * @dy: how far to move it down
 * @out: where to write the value of a "d" attribute
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Writes the outlines of a line of text.
 *
 * Returns: %FALSE when the outlines of the fonts cannot be had
 */
gboolean
jm_svg_outliner_put (JmSvgOutliner  *self,
                     const JmOp     *text,
                     double          dx,
                     double          dy,
                     JmSvgBuffer    *out,
                     GError        **error)
{
  g_autoptr (PangoLayout)  layout = NULL;
  cairo_path_t            *path;
  cairo_status_t           status;

  layout = jm_type_shape_line (self->type, text->text.font, text->text.text, text->text.rtl);

  cairo_new_path (self->cr);
  cairo_move_to (self->cr, 0, 0);
  pango_cairo_layout_line_path (self->cr, pango_layout_get_line_readonly (layout, 0));

  path = cairo_copy_path (self->cr);
  status = path->status;
  if (status == CAIRO_STATUS_SUCCESS)
    put_path (path, text->text.x + dx, text->text.baseline + dy, out);
  cairo_path_destroy (path);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_FAILED,
                   /* Translators: %s is a reason in English, as the drawing library words it. */
                   _("The text could not be turned into outlines (%s). Export with real text instead."),
                   cairo_status_to_string (status));
      return FALSE;
    }

  return TRUE;
}
