/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-print.h"

#include "jm-question.h"

#include "export/jm-raster.h"
#include "export/jm-svg.h"
#include "scene/jm-composer.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is printed. */
typedef struct
{
  JmScene *scene;
  GBytes  *svg;
  GError  *error;
} Sheet;

static void
sheet_free (gpointer  data,
            GClosure *closure)
{
  Sheet *sheet = data;

  g_clear_pointer (&sheet->scene, jm_scene_unref);
  g_clear_pointer (&sheet->svg, g_bytes_unref);
  g_clear_error (&sheet->error);
  g_free (sheet);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Sheet             *sheet)
{
  JmRect box = jm_rect (0, 0, gtk_print_context_get_width (context), gtk_print_context_get_height (context));

  if (!jm_raster_draw (sheet->svg, gtk_print_context_get_cairo_context (context), box, &sheet->error))
    gtk_print_operation_cancel (operation);
}

/**
 * jm_print_map:
 * @parent: the window that asks
 * @map: the map
 * @name: what the print job is called
 *
 * Prints the map on one sheet, as large as it fits, lying when it is wider than high.
 */
void
jm_print_map (GtkWindow  *parent,
              JmMap      *map,
              const char *name)
{
  const JmComposeOptions options = { .style = JM_STYLE_PRINT };
  const JmSvgOptions svg_options = { FALSE };
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GError) error = NULL;
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->scene = jm_scene_new (map, &options);
  sheet->svg = jm_svg_write (sheet->scene, &svg_options, &error);
  if (sheet->svg == NULL)
    {
      jm_question_tell (GTK_WIDGET (parent), _("The Map Is Not Printed"), error->message);
      sheet_free (sheet, NULL);
      return;
    }

  if (jm_scene_get_width (sheet->scene) > jm_scene_get_height (sheet->scene))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, 1);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), sheet, sheet_free, 0);

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    jm_question_tell (GTK_WIDGET (parent), _("The Map Is Not Printed"), error->message);
  else if (sheet->error != NULL)
    jm_question_tell (GTK_WIDGET (parent), _("The Map Is Not Printed"), sheet->error->message);
}
