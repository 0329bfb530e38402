/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor. */
#include "config.h"

#include "jm-application.h"
#include "jm-help-resources.h"
#include "jm-resources.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autoptr(JmApplication) application = NULL;
  /* As JM_DATADIR: for a translation that is not installed yet, and for the tests. */
  const char *locale_folder = g_getenv ("JM_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_folder != NULL ? locale_folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* In a static library nothing else would pull the resources in. */
  g_resources_register (jm_get_resource ());
  g_resources_register (jm_help_get_resource ());

  g_set_application_name ("JourneyMap");
  application = jm_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
