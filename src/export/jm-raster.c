/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing an SVG of ours with librsvg, within what librsvg, cairo and the machine can hold. */
#include "config.h"

#include "jm-raster.h"

#include "jm-export.h"
#include "jm-png.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <librsvg/rsvg.h>
#include <math.h>

/* 1 unit is 1/96 inch, a point is 1/72 inch. */
#define POINTS_PER_UNIT 0.75

/* The longest side of a page, in points, that readers of PDF must show: 200 inch (ISO 32000-1, annex C.2). */
#define MAX_POINTS 14400.0

static gboolean
fail_to_draw (const char  *reason,
              GError     **error)
{
  g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_FAILED,
               /* Translators: %s is a reason in English, as the drawing library words it. */
               _("The picture could not be drawn (%s). Export as SVG instead: that needs no drawing."), reason);

  return FALSE;
}

/* Reads the SVG. UNLIMITED lifts limits of the XML parser that a long map reaches; what is not ours passed the gate for
 * pictures, which is stricter than they are. */
static RsvgHandle *
open_svg (GBytes           *svg,
          RsvgHandleFlags   flags,
          GError          **error)
{
  g_autoptr (GInputStream)  stream = g_memory_input_stream_new_from_bytes (svg);
  g_autoptr (GError)        local_error = NULL;
  RsvgHandle               *handle;

  handle = rsvg_handle_new_from_stream_sync (stream, NULL, flags | RSVG_HANDLE_FLAG_UNLIMITED, NULL, &local_error);
  if (handle == NULL)
    fail_to_draw (local_error->message, error);
  else
    rsvg_handle_set_dpi (handle, 96);

  return handle;
}

/* The size in map units. */
static gboolean
measure (RsvgHandle  *handle,
         double      *width,
         double      *height,
         GError     **error)
{
  if (!rsvg_handle_get_intrinsic_size_in_pixels (handle, width, height) || *width <= 0 || *height <= 0)
    return fail_to_draw ("no size", error);

  return TRUE;
}

static gboolean
draw (RsvgHandle  *handle,
      cairo_t     *cr,
      JmRect       box,
      GError     **error)
{
  RsvgRectangle       viewport = { box.x, box.y, box.width, box.height };
  g_autoptr (GError)  local_error = NULL;

  if (!rsvg_handle_render_document (handle, cr, &viewport, &local_error))
    return fail_to_draw (local_error->message, error);

  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    return fail_to_draw (cairo_status_to_string (cairo_status (cr)), error);

  return TRUE;
}

/* Makes a surface of whole pixels and draws the SVG, of the given size, so that it fills all of them: the last row of a map
 * half a pixel higher would be half there. A surface that is too large for cairo fails without a word: ask before. */
static cairo_surface_t *
draw_image (RsvgHandle  *handle,
            double       full_width,
            double       full_height,
            int          width,
            int          height,
            GError     **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t         *cr;
  gboolean         drawn;

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_TOO_LARGE,
                   _("There is no memory for a picture of %d × %d pixels. Take a smaller scale, or export as SVG or PDF."),
                   width, height);
      return NULL;
    }

  cr = cairo_create (surface);
  cairo_scale (cr, width / full_width, height / full_height);
  drawn = draw (handle, cr, jm_rect (0, 0, full_width, full_height), error);
  cairo_destroy (cr);

  if (!drawn)
    g_clear_pointer (&surface, cairo_surface_destroy);

  return surface;
}

/* Refuses what would end in an empty picture or in no memory, and says which scale would do. */
static gboolean
check_size (double   width,
            double   height,
            double   scale,
            GError **error)
{
  double side = MAX (width, height);
  double best;
  char   buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(scale > 0) || !isfinite (scale))
    {
      g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_FAILED,
                   _("The scale of a picture must be more than 0. With scale 1 it is as large as the map, with 2 twice as sharp."));
      return FALSE;
    }

  if (ceil (side * scale) <= JM_RASTER_MAX_SIDE && ceil (width * scale) * ceil (height * scale) <= JM_RASTER_MAX_PIXELS)
    return TRUE;

  best = MIN (JM_RASTER_MAX_SIDE / side, sqrt (JM_RASTER_MAX_PIXELS / (width * height)));
  /* Two digits of it are enough to type. */
  best = floor (best * pow (10, 1 - floor (log10 (best)))) / pow (10, 1 - floor (log10 (best)));
  g_ascii_formatd (buffer, sizeof buffer, "%.4g", best);

  g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_TOO_LARGE,
               /* Translators: the first two are width and height in pixels, the third is the longest side that can be,
                * the last is a number such as 0.5 */
               _("The picture would be %.0f × %.0f pixels, and a picture of pixels ends at %d a side and %d million in all. "
                 "Take a scale of at most %s, or export as SVG or PDF."),
               ceil (width * scale), ceil (height * scale), JM_RASTER_MAX_SIDE, JM_RASTER_MAX_PIXELS / 1000000, buffer);

  return FALSE;
}

/**
 * jm_raster_png:
 * @svg: SVG as jm_svg_write() makes it
 * @title: (nullable): what to call the picture inside the file
 * @scale: pixels to a map unit, more than 0
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Draws an SVG as PNG. The file says how large it is on paper, so that a scale makes it sharper and not larger.
 *
 * Returns: (transfer full): the PNG; %NULL when it would be too large or could not be drawn
 */
GBytes *
jm_raster_png (GBytes      *svg,
               const char  *title,
               double       scale,
               GError     **error)
{
  RsvgHandle      *handle;
  cairo_surface_t *surface = NULL;
  GBytes          *png;
  double           width, height;

  handle = open_svg (svg, RSVG_HANDLE_FLAGS_NONE, error);
  if (handle == NULL)
    return NULL;

  if (measure (handle, &width, &height, error) && check_size (width, height, scale, error))
    surface = draw_image (handle, width, height, (int) ceil (width * scale), (int) ceil (height * scale), error);
  g_object_unref (handle);

  if (surface == NULL)
    return NULL;

  png = jm_png_write (surface, title, 96 * scale, error);
  cairo_surface_destroy (surface);

  return png;
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* Width and height in points. */
static GByteArray *
draw_page (RsvgHandle  *handle,
           double       width,
           double       height,
           const char  *title,
           GError     **error)
{
  GByteArray      *pdf = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;
  cairo_t         *cr;
  gboolean         drawn;

  surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, width, height);
  /* All there is in a map, for readers and printers of any age; 1.5 would pack the objects. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  if (title != NULL && *title != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "JourneyMap " VERSION);

  cr = cairo_create (surface);
  drawn = draw (handle, cr, jm_rect (0, 0, width, height), error);
  cairo_destroy (cr);

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (drawn && status != CAIRO_STATUS_SUCCESS)
    drawn = fail_to_draw (cairo_status_to_string (status), error);
  if (!drawn)
    g_clear_pointer (&pdf, g_byte_array_unref);

  return pdf;
}

/**
 * jm_raster_pdf:
 * @svg: SVG as jm_svg_write() makes it
 * @title: (nullable): the title of the document
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Draws an SVG as a PDF of one page as large as the map, or, for a map longer than a page can be, as large as a page can
 * be. Text stays text, with the fonts it needs.
 *
 * Returns: (transfer full): the PDF; %NULL when it could not be drawn
 */
GBytes *
jm_raster_pdf (GBytes      *svg,
               const char  *title,
               GError     **error)
{
  g_autoptr (GByteArray)  pdf = NULL;
  RsvgHandle             *handle;
  double                  width, height;

  /* Photographs go into the file as they are. */
  handle = open_svg (svg, RSVG_HANDLE_FLAG_KEEP_IMAGE_DATA, error);
  if (handle == NULL)
    return NULL;

  if (measure (handle, &width, &height, error))
    {
      double scale = MIN (POINTS_PER_UNIT, MAX_POINTS / MAX (width, height));

      pdf = draw_page (handle, width * scale, height * scale, title, error);
    }
  g_object_unref (handle);

  return pdf != NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&pdf)) : NULL;
}

/**
 * jm_raster_draw:
 * @svg: SVG as jm_svg_write() makes it, or a picture that passed jm_picture_check()
 * @cr: a cairo context
 * @box: where to, in the user space of @cr
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Draws an SVG in a box, as large as fits, in its middle, not stretched.
 *
 * Returns: %FALSE when it could not be drawn
 */
gboolean
jm_raster_draw (GBytes   *svg,
                cairo_t  *cr,
                JmRect    box,
                GError  **error)
{
  RsvgHandle *handle = open_svg (svg, RSVG_HANDLE_FLAGS_NONE, error);
  gboolean    drawn;

  if (handle == NULL)
    return FALSE;

  drawn = draw (handle, cr, box, error);
  g_object_unref (handle);

  return drawn;
}

/**
 * jm_raster_thumbnail:
 * @svg: SVG as jm_svg_write() makes it
 * @width: the most pixels across
 * @height: the most pixels down
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Draws a small picture of an SVG. It is as large as fits in the given size, and so narrower or lower than that.
 *
 * Returns: (transfer full): an image surface; %NULL when it could not be drawn
 */
cairo_surface_t *
jm_raster_thumbnail (GBytes  *svg,
                     int      width,
                     int      height,
                     GError **error)
{
  RsvgHandle      *handle;
  cairo_surface_t *surface = NULL;
  double           full_width, full_height;

  g_return_val_if_fail (width > 0 && height > 0, NULL);

  handle = open_svg (svg, RSVG_HANDLE_FLAGS_NONE, error);
  if (handle == NULL)
    return NULL;

  if (measure (handle, &full_width, &full_height, error))
    {
      double scale = MIN (width / full_width, height / full_height);

      if (check_size (full_width, full_height, scale, error))
        surface = draw_image (handle, full_width, full_height, CLAMP ((int) round (full_width * scale), 1, width),
                              CLAMP ((int) round (full_height * scale), 1, height), error);
    }
  g_object_unref (handle);

  return surface;
}
