/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gives way where a window is narrow: names of buttons, buttons that the menu has too, the panel beside the map. */
#include "config.h"

#include "jm-window-private.h"

#include "jm-panel-view.h"
#include "jm-start-page.h"
#include "jm-tool-bar.h"

#include <glib/gi18n.h>
#include <string.h>

/* Widths of the window below which something gives way, in pixels. */
#define WIDTH_OF_SIDES     900  /* the inspector beside the map */
#define INSPECTOR_WIDTH    317

/* Below the zoom, in pixels: beside the tool bar, and above it. */
#define ZOOM_MARGIN        21
#define ZOOM_ABOVE         12

/* How much of the header bar is shown, the most first. */
enum
{
  ROOM_FOR_LABELS,
  ROOM_FOR_BUTTONS,   /* none of which has a label */
  ROOM_FOR_FEW,       /* new and present only in the menu */
  ROOM_FOR_LITTLE     /* export and redo, too */
};

G_STATIC_ASSERT (ROOM_FOR_LITTLE == JM_WINDOW_N_ROOMS - 1);

static void
show_header (JmWindow *self,
             int       room)
{
  gboolean is_map = self->document != NULL;
  gboolean wide = room == ROOM_FOR_LABELS;
  gboolean roomy = room <= ROOM_FOR_BUTTONS;

  gtk_widget_set_visible (self->present_label, wide);
  gtk_widget_set_visible (self->present_button, is_map && roomy);
  gtk_widget_set_visible (self->new_button, is_map && roomy);
  gtk_widget_set_visible (self->undo_button, is_map);
  if (room == ROOM_FOR_LITTLE)
    gtk_widget_add_css_class (self->header, "narrow");
  else
    gtk_widget_remove_css_class (self->header, "narrow");
  gtk_widget_set_visible (self->redo_button, is_map && room < ROOM_FOR_LITTLE);
  gtk_widget_set_visible (self->export_button, is_map && room < ROOM_FOR_LITTLE);
  gtk_widget_set_visible (self->inspector_button, is_map);
  gtk_widget_set_visible (self->check_button, is_map && wide);
  if (roomy)
    adw_split_button_set_label (ADW_SPLIT_BUTTON (self->open_button), is_map ? _("Open") : _("Open…"));
  else
    adw_split_button_set_icon_name (ADW_SPLIT_BUTTON (self->open_button), "document-open-symbolic");
  if (wide)
    adw_split_button_set_label (ADW_SPLIT_BUTTON (self->export_button), _("Export"));
  else
    adw_split_button_set_icon_name (ADW_SPLIT_BUTTON (self->export_button), "jm-export-symbolic");
}

/* Shows as much of the header bar as there is room for. What it needs depends on the language and the font, so it is
 * measured. It gives way a little before it must: a window cannot be made narrower than what is in it.
 */
static void
fit_header (JmWindow *self)
{
  gboolean is_map = self->document != NULL;

  if (self->needs_are_of_map != is_map)
    {
      memset (self->needs, 0, sizeof self->needs);
      self->needs_are_of_map = is_map;
    }

  for (int room = ROOM_FOR_LABELS; room < ROOM_FOR_LITTLE; room++)
    {
      /* Rather the name of the map than those of the buttons. */
      int slack = is_map && room == ROOM_FOR_LABELS ? 160 : 24;

      if (self->width < self->needs[room] + slack)
        continue;

      show_header (self, room);
      gtk_widget_measure (self->header, GTK_ORIENTATION_HORIZONTAL, -1, &self->needs[room], NULL, NULL, NULL);
      if (self->width >= self->needs[room] + slack)
        return;
    }

  show_header (self, ROOM_FOR_LITTLE);
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* Leaves the names of the tools out where they have no room, and puts the zoom above the tools where it would be on them.
 * What they need depends on the language and the size of the letters, too.
 */
static void
fit_tools (JmWindow *self,
           int       canvas_width)
{
  gboolean above;

  jm_tool_bar_set_narrow (JM_TOOL_BAR (self->tool_bar), FALSE);
  if (measure (self->tool_bar, GTK_ORIENTATION_HORIZONTAL) > canvas_width)
    jm_tool_bar_set_narrow (JM_TOOL_BAR (self->tool_bar), TRUE);

  above = measure (self->tool_bar, GTK_ORIENTATION_HORIZONTAL) / 2 + measure (self->zoom, GTK_ORIENTATION_HORIZONTAL) >
          canvas_width / 2;
  /* A margin of the widget and not of its style: a style that changes is noticed only in the midst of the layout. */
  gtk_widget_set_margin_bottom (self->zoom,
                                above ? measure (self->tool_bar, GTK_ORIENTATION_VERTICAL) + ZOOM_ABOVE : ZOOM_MARGIN);
  /* What is said in passing stands above both. */
  gtk_widget_set_margin_bottom (self->toast, self->is_presenting
                                               ? 0
                                               : measure (above ? self->zoom : self->tool_bar, GTK_ORIENTATION_VERTICAL));
  jm_window_overview_fit (self, (canvas_width - measure (self->tool_bar, GTK_ORIENTATION_HORIZONTAL)) / 2);
}

/**
 * jm_window_adapt:
 * @self: a window
 *
 * Lets everything have its place in a window as wide as it is. To measure it takes time, and before the window is realized
 * nobody sees it: then it is done once, with all that came into it.
 */
void
jm_window_adapt (JmWindow *self)
{
  gboolean was_folded = self->is_folded;
  gboolean beside;
  int canvas_width;

  if (!gtk_widget_get_realized (GTK_WIDGET (self)))
    return;

  self->is_folded = self->width < WIDTH_OF_SIDES;
  if (self->is_folded != was_folded)
    {
      jm_panel_view_set_over (JM_PANEL_VIEW (self->panel_view), self->is_folded);
      /* An inspector that would lie over the map waits until it is asked for. */
      if (self->is_folded)
        jm_panel_view_set_shown (JM_PANEL_VIEW (self->panel_view), FALSE);
      else
        jm_panel_view_set_shown (JM_PANEL_VIEW (self->panel_view),
                                 self->settings == NULL || g_settings_get_boolean (self->settings, "show-inspector"));
    }

  fit_header (self);

  beside = !self->is_folded && jm_panel_view_get_shown (JM_PANEL_VIEW (self->panel_view));
  canvas_width = self->width - (beside ? INSPECTOR_WIDTH : 0);
  fit_tools (self, canvas_width);

  jm_start_page_set_narrow (JM_START_PAGE (self->start_page), self->width < WIDTH_OF_SIDES);
}
