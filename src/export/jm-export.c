/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of formats. A new format is a file beside this one and a row in here. */
#include "config.h"

#include "jm-export.h"

#include "jm-html.h"
#include "jm-outline.h"
#include "jm-raster.h"
#include "jm-svg.h"
#include "jm-table.h"

#include "format/jm-save.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_QUARK (jm-export-error-quark, jm_export_error)

static GBytes *write_svg (JmMap                  *map,
                          const JmExportOptions  *options,
                          GError                **error);
static GBytes *write_png (JmMap                  *map,
                          const JmExportOptions  *options,
                          GError                **error);
static GBytes *write_pdf (JmMap                  *map,
                          const JmExportOptions  *options,
                          GError                **error);

static const JmExportFormat formats[] = {
  { "svg", "svg", "image/svg+xml", N_("SVG drawing"), FALSE, TRUE, TRUE, write_svg },
  { "png", "png", "image/png", N_("PNG picture"), TRUE, FALSE, TRUE, write_png },
  { "pdf", "pdf", "application/pdf", N_("PDF document"), FALSE, TRUE, TRUE, write_pdf },
  { "html", "html", "text/html", N_("Web page"), FALSE, TRUE, FALSE, jm_html_write },
  { "csv", "csv", "text/csv", N_("CSV table"), FALSE, FALSE, FALSE, jm_table_write_csv },
  { "tsv", "tsv", "text/tab-separated-values", N_("TSV table"), FALSE, FALSE, FALSE, jm_table_write_tsv },
  { "txt", "txt", "text/plain", N_("Plain text"), FALSE, FALSE, FALSE, jm_outline_write },
};

static JmScene *
compose (JmMap                 *map,
         const JmExportOptions *options)
{
  JmComposeOptions compose_options = {
    .style = options->style, .baseline = options->baseline, .evidence = options->evidence,
    .order = options->order, .lanes = options->lanes
  };

  return jm_view_compose (map, options->view, &compose_options);
}

static GBytes *
write_scene (JmScene                *scene,
             const JmExportOptions  *options,
             GError                **error)
{
  JmSvgOptions svg_options = { .outlines = options->outlines };

  return jm_svg_write (scene, &svg_options, error);
}

static GBytes *
write_svg (JmMap                  *map,
           const JmExportOptions  *options,
           GError                **error)
{
  g_autoptr (JmScene) scene = compose (map, options);

  return write_scene (scene, options, error);
}

static GBytes *
write_png (JmMap                  *map,
           const JmExportOptions  *options,
           GError                **error)
{
  g_autoptr (JmScene)  scene = compose (map, options);
  g_autoptr (GBytes)   svg = write_scene (scene, options, error);

  if (svg == NULL)
    return NULL;

  return jm_raster_png (svg, jm_scene_get_label (scene), options->scale == 0 ? 1 : options->scale, error);
}

static GBytes *
write_pdf (JmMap                  *map,
           const JmExportOptions  *options,
           GError                **error)
{
  g_autoptr (JmScene)  scene = compose (map, options);
  g_autoptr (GBytes)   svg = write_scene (scene, options, error);

  if (svg == NULL)
    return NULL;

  return jm_raster_pdf (svg, jm_scene_get_label (scene), error);
}

/* Every name in lanes must be the id or the kind of a lane: a picture without the lane someone asked for would look
 * as if there were nothing in it. */
static gboolean
check_lanes (JmMap               *map,
             const char * const  *lanes,
             GError             **error)
{
  JmItem *root = jm_map_get_root (map);

  for (gsize i = 0; lanes != NULL && lanes[i] != NULL; i++)
    {
      g_autoptr (GPtrArray)  names = NULL;
      g_autofree char       *list = NULL;
      JmItem                *lane;
      gboolean               found = FALSE;
      guint                  cursor = 0;

      names = g_ptr_array_new ();
      while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
        {
          found = found || g_strcmp0 (lanes[i], jm_item_get_id (lane)) == 0 ||
                  g_strcmp0 (lanes[i], jm_item_get (lane, JM_ATTR_KIND)) == 0;
          g_ptr_array_add (names, (gpointer) jm_item_get_id (lane));
        }

      if (!found)
        {
          g_ptr_array_add (names, NULL);
          list = g_strjoinv (", ", (char **) names->pdata);
          g_set_error (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_NO_SUCH_LANE,
                       /* Translators: the first is a name somebody typed, the second is a list of names in the file. */
                       _("This map has no lane “%s”. Its lanes are: %s. A kind of lane, such as pain-points, will do as well."),
                       lanes[i], list);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * jm_export_get_formats:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): the table, in the order in which a menu shows it
 */
const JmExportFormat *
jm_export_get_formats (gsize *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

/**
 * jm_export_format_from_id:
 * @id: such as "svg"
 *
 * Returns: (transfer none) (nullable): the format
 */
const JmExportFormat *
jm_export_format_from_id (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (strcmp (formats[i].id, id) == 0)
        return &formats[i];
    }

  return NULL;
}

/**
 * jm_export_format_from_path:
 * @path: a file name, which need not be there
 *
 * Finds a format by the ending of a file name, in capitals or not.
 *
 * Returns: (transfer none) (nullable): the format
 */
const JmExportFormat *
jm_export_format_from_path (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  const char      *dot = strrchr (name, '.');

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (formats); i++)
    {
      if (g_ascii_strcasecmp (dot + 1, formats[i].extension) == 0)
        return &formats[i];
    }

  return NULL;
}

/**
 * jm_export_format_get_name:
 * @format: a format
 *
 * Returns: (transfer none): its name in the person's language, such as "PNG picture"
 */
const char *
jm_export_format_get_name (const JmExportFormat *format)
{
  return _(format->name);
}

/**
 * jm_export_bytes:
 * @map: a map
 * @format: a row of the table
 * @options: (nullable): %NULL for what all zero means
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Makes the file, in memory. Runs on any thread; the first run on a thread loads the fonts.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
jm_export_bytes (JmMap                  *map,
                 const JmExportFormat   *format,
                 const JmExportOptions  *options,
                 GError                **error)
{
  static const JmExportOptions usual = { 0 };

  g_return_val_if_fail (map != NULL && format != NULL, NULL);

  if (options == NULL)
    options = &usual;

  if (!check_lanes (map, options->lanes, error))
    return NULL;

  return format->write (map, options, error);
}

/**
 * jm_export_file:
 * @map: a map
 * @format: a row of the table
 * @options: (nullable): %NULL for what all zero means
 * @path: where to, in the encoding of file names
 * @error: return location for a %JM_EXPORT_ERROR or a %JM_SAVE_ERROR
 *
 * Makes the file and puts it at @path, where until then what was there stays: see jm_save_bytes_file().
 *
 * Returns: %FALSE with @error set; then nothing at @path was changed
 */
gboolean
jm_export_file (JmMap                  *map,
                const JmExportFormat   *format,
                const JmExportOptions  *options,
                const char             *path,
                GError                **error)
{
  g_autoptr (GBytes) bytes = jm_export_bytes (map, format, options, error);

  return bytes != NULL && jm_save_bytes_file (bytes, path, error);
}
