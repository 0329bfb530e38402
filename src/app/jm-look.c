/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-look.h"

#include <adwaita.h>

static void
contrast_changed_cb (AdwStyleManager *manager,
                     GParamSpec      *pspec,
                     GtkCssProvider  *provider)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
}

static void
forget_provider (gpointer  data,
                 GClosure *closure)
{
  g_object_unref (data);
}

/**
 * jm_look_start:
 *
 * At the startup of the program: what is ours in the windows follows the desktop into high contrast and back. The ways
 * that libadwaita has for this are others in each version of it.
 */
void
jm_look_start (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/com/example/JourneyMap/contrast.css");
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (contrast_changed_cb), provider,
                         forget_provider, 0);
  contrast_changed_cb (manager, NULL, provider);
}

/**
 * jm_look_get_style:
 *
 * Returns: the style in which a map on the screen goes with the windows: light or dark, in high contrast where the person
 *   asks for that
 */
JmStyle
jm_look_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? JM_STYLE_DARK_CONTRAST : JM_STYLE_LIGHT_CONTRAST;

  return adw_style_manager_get_dark (manager) ? JM_STYLE_DARK : JM_STYLE_LIGHT;
}
