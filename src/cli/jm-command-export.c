/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm export: a map as a picture, a page, a table or text. */
#include "config.h"

#include "jm-command.h"

#include "export/jm-export.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char     *output;
  char     *scale;
  char     *style;
  char     *lanes;
  char     *view;
  char     *baseline;
  char     *evidence;
  char     *order;
  gboolean  outlines;
} Words;

/* "SVG, PNG, PDF", from the table. */
static char *
list_formats (void)
{
  gsize                 n_formats;
  const JmExportFormat *formats = jm_export_get_formats (&n_formats);
  GString              *list = g_string_new (NULL);

  for (gsize i = 0; i < n_formats; i++)
    g_string_append_printf (list, "%s.%s", i > 0 ? ", " : "", formats[i].extension);

  return g_string_free (list, FALSE);
}

static JmExit
fail_format (const JmCommand *self,
             const char      *output)
{
  g_autofree char *list = list_formats ();
  g_autofree char *name = g_filename_display_name (output);

  return jm_command_fail_usage (self,
                                /* Translators: the name of a file, then a list such as ".svg, .png, .pdf". */
                                _("What “%s” should become is not clear from its ending. Let it end in one of: %s."),
                                name, list);
}

/* What the words mean, but for what only the map can tell. */
static gboolean
parse_words (const JmCommand        *self,
             const Words            *words,
             const JmExportFormat  **format,
             JmExportOptions        *options,
             JmExit                 *end)
{
  if (words->output == NULL)
    {
      *end = jm_command_fail_usage (self, "%s", _("Say with -o what file to write."));
      return FALSE;
    }

  *format = jm_export_format_from_path (words->output);
  if (*format == NULL)
    {
      *end = fail_format (self, words->output);
      return FALSE;
    }

  if (words->style != NULL && !jm_style_from_name (words->style, &options->style))
    {
      *end = jm_command_fail_usage (self, _("There is no style “%s”. There are: light, dark, print."), words->style);
      return FALSE;
    }

  options->scale = 1;
  if (words->scale != NULL && (!jm_number_parse (words->scale, &options->scale) || options->scale <= 0))
    {
      *end = jm_command_fail_usage (self, _("“%s” is no scale. A scale is a number above 0, such as 2 or 0.5."), words->scale);
      return FALSE;
    }

  if (words->lanes != NULL && strspn (words->lanes, ", ") == strlen (words->lanes))
    {
      *end = jm_command_fail_usage (self, "%s", _("Say which lanes, with commas between them."));
      return FALSE;
    }

  if (words->view != NULL && !jm_view_from_name (words->view, &options->view))
    {
      *end = jm_command_fail_usage (self, _("There is no view “%s”. There are: map, matrix, ranking, channels, compare."),
                                    words->view);
      return FALSE;
    }

  if (options->view == JM_VIEW_COMPARE && words->baseline == NULL)
    {
      *end = jm_command_fail_usage (self, "%s", _("Say with --compare what map to compare with."));
      return FALSE;
    }

  if (words->evidence != NULL && !jm_evidence_parse (words->evidence, &options->evidence))
    {
      *end = jm_command_fail_usage (self, _("“%s” is no evidence. There are: assumed, observed, measured, with commas "
                                            "between them."), words->evidence);
      return FALSE;
    }

  if (words->order != NULL && !jm_order_from_name (words->order, &options->order))
    {
      *end = jm_command_fail_usage (self, _("There is no order “%s”. There are: weight, gain, journey."), words->order);
      return FALSE;
    }

  options->outlines = words->outlines;

  return TRUE;
}

static char **
split_lanes (const char *lanes)
{
  g_auto (GStrv)         parts = g_strsplit (lanes, ",", -1);
  g_autoptr (GPtrArray)  names = g_ptr_array_new ();

  for (char **part = parts; *part != NULL; part++)
    {
      g_strstrip (*part);
      if (**part != '\0')
        g_ptr_array_add (names, g_strdup (*part));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_steal (names, NULL);
}

static JmExit
export (const JmCommand        *self,
        const char             *path,
        const char             *output,
        const JmExportFormat   *format,
        const char             *baseline_path,
        JmExportOptions        *options)
{
  g_autoptr (GError)  error = NULL;
  g_autoptr (JmMap)   map = NULL;
  g_autoptr (JmMap)   baseline = NULL;
  JmExit              end;

  if (!jm_command_spares (self, path, output, &end) || !jm_command_spares (self, baseline_path, output, &end))
    return end;

  map = jm_command_read_map (path, FALSE);
  if (map == NULL)
    return JM_EXIT_WRONG;

  if (baseline_path != NULL)
    {
      baseline = jm_command_read_map (baseline_path, FALSE);
      if (baseline == NULL)
        return JM_EXIT_WRONG;
      options->baseline = baseline;
    }

  if (jm_export_file (map, format, options, output, &error))
    return JM_EXIT_FINE;

  if (g_error_matches (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_NO_SUCH_LANE))
    return jm_command_fail_usage (self, "%s", error->message);

  return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  Words                  words = { 0 };
  JmExportOptions        options = { 0 };
  const JmExportFormat  *format;
  JmExit                 end;
  const GOptionEntry     entries[] = {
    { "output", 'o', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words.output,
      N_("The file to write; its ending says what it becomes"), N_("OUT") },
    { "scale", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.scale,
      N_("Pixels to a unit of the map, for PNG (1)"), "N" },
    { "style", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.style,
      N_("light (when nothing is said), dark or print"), N_("STYLE") },
    { "outlines", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &words.outlines,
      N_("Text as outlines, for SVG and PDF: it looks alike without the fonts"), NULL },
    { "lanes", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.lanes,
      N_("Only these lanes, by id or kind, with commas between them"), N_("LANES") },
    { "view", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.view,
      N_("map (when nothing is said), matrix, ranking, channels, or compare for both maps"), N_("VIEW") },
    { "compare", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &words.baseline,
      N_("Show what is new and how feelings changed since this map"), N_("BASE") },
    { "evidence", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.evidence,
      N_("Fade touchpoints other than assumed, observed or measured, with commas between them"), N_("HOW") },
    { "order", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &words.order,
      N_("The ranking by weight (when nothing is said), gain, or along the journey"), N_("ORDER") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char       *list = list_formats ();
  g_autofree char       *explanation = g_strdup_printf (_("OUT ends in one of: %s."), list);

  if (jm_command_parse (self, entries, explanation, 1, 1, &args, &end))
    {
      if (parse_words (self, &words, &format, &options, &end))
        {
          g_auto (GStrv) lanes = words.lanes != NULL ? split_lanes (words.lanes) : NULL;

          options.lanes = (const char * const *) lanes;
          end = export (self, args[0], words.output, format, words.baseline, &options);
        }
      g_strfreev (args);
    }

  g_free (words.output);
  g_free (words.scale);
  g_free (words.style);
  g_free (words.lanes);
  g_free (words.view);
  g_free (words.baseline);
  g_free (words.evidence);
  g_free (words.order);

  return end;
}

const JmCommand jm_command_export = {
  "export",
  /* Translators: MAP and OUT stand for names of files. */
  N_("MAP -o OUT"),
  N_("Make a picture, a web page, a table or plain text of a map"),
  run,
};
