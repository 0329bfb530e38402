/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm thumbnail: a small picture of a map, for file managers. */
#include "config.h"

#include "jm-command.h"

#include "export/jm-export.h"
#include "export/jm-png.h"
#include "export/jm-raster.h"
#include "format/jm-read.h"

#include <glib/gi18n.h>

/* The largest that file managers ask for is 1024. */
#define MAX_SIZE 4096

/* A file manager says what it is given by a path or by a URI. */
static char *
get_path (const char *word)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (word);

  return g_file_get_path (file);
}

static GBytes *
draw (JmMap   *map,
      int      size,
      GError **error)
{
  const JmExportOptions  options = { 0 };
  g_autoptr (GBytes)     svg = jm_export_bytes (map, jm_export_format_from_id ("svg"), &options, error);
  cairo_surface_t       *surface;
  GBytes                *png;

  if (svg == NULL)
    return NULL;

  surface = jm_raster_thumbnail (svg, size, size, error);
  if (surface == NULL)
    return NULL;

  png = jm_png_write (surface, NULL, 0, error);
  cairo_surface_destroy (surface);

  return png;
}

static JmExit
write_thumbnail (const JmCommand *self,
                 const char      *word,
                 const char      *output,
                 int              size)
{
  g_autofree char       *path = get_path (word);
  g_autoptr (GPtrArray)  notices = NULL;
  g_autoptr (GError)     error = NULL;
  g_autoptr (JmMap)      map = NULL;
  g_autoptr (GBytes)     png = NULL;
  JmExit                 end;

  if (path == NULL)
    return jm_command_fail_usage (self, _("“%s” is not a file of this computer."), word);
  if (!jm_command_spares (self, path, output, &end))
    return end;

  map = jm_read_file (path, &notices, NULL);
  if (map == NULL)
    {
      jm_command_tell_notices (notices, FALSE, FALSE);
      return JM_EXIT_WRONG;
    }

  png = draw (map, size, &error);
  if (png == NULL || !g_file_set_contents (output, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), &error))
    return jm_command_fail (self, JM_EXIT_WRONG, "%s", error->message);

  return JM_EXIT_FINE;
}

static JmExit
run (const JmCommand  *self,
     char            **args)
{
  JmExit  end;
  guint64 size;

  if (!jm_command_parse (self, NULL,
                         _("Writes a PNG of at most SIZE pixels across and down, in the light style. File managers call this."),
                         3, 3, &args, &end))
    return end;

  if (g_ascii_string_to_unsigned (args[2], 10, 1, MAX_SIZE, &size, NULL))
    end = write_thumbnail (self, args[0], args[1], (int) size);
  else
    end = jm_command_fail_usage (self, _("“%s” is no size. A size is a number of pixels from 1 to %d."), args[2], MAX_SIZE);
  g_strfreev (args);

  return end;
}

const JmCommand jm_command_thumbnail = {
  "thumbnail",
  /* Translators: MAP and OUT stand for names of files, SIZE for a number. */
  N_("MAP OUT SIZE"),
  N_("Make a small picture of a map, for a file manager"),
  run,
};
