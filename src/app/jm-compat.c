/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-compat.h"

/* We say that we use nothing newer than GTK 4.8, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/**
 * jm_compat_announce:
 * @widget: where something happened
 * @text: what happened
 *
 * Has a screen reader say something that is not the name of what has the focus. GTK can do so from 4.14 on; before,
 * nothing is said.
 */
void
jm_compat_announce (GtkWidget  *widget,
                    const char *text)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

/**
 * jm_compat_show_about:
 * @parent: (nullable): the window that asks
 * @comments: what the program does
 * @translators: who translated it, one a line
 *
 * Says what program this is: in its window from libadwaita 1.5 on, in a window of its own before.
 */
void
jm_compat_show_about (GtkWindow  *parent,
                      const char *comments,
                      const char *translators)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  adw_show_about_dialog (GTK_WIDGET (parent),
#else
  adw_show_about_window (parent,
#endif
                         "application-name", "JourneyMap",
                         "application-icon", APP_ID,
                         "version", VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", comments,
                         "translator-credits", translators,
                         NULL);
}

G_GNUC_END_IGNORE_DEPRECATIONS
