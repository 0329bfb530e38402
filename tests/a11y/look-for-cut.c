/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens every window and dialog that a person can open from a map, and tells which words are cut off ("…"), which
 * windows cannot be made as narrow as a telephone, and which buttons are too small for a finger. In the language and size of letters of its environment; for
 * test-languages.py.
 *
 *     look-for-cut MAP.cjm
 *
 * Writes a line for each: "cut: TITLE OF THE WINDOW: WORDS", "wide: TITLE OF THE WINDOW: WIDTH x HEIGHT",
 * "small: TITLE OF THE WINDOW: NAME: WIDTH x HEIGHT", "outside: TITLE OF THE WINDOW: NAME: X, Y, WIDTH x HEIGHT" for what
 * cannot be reached in a window as small as a telephone, and at the end "looked at N windows and N words".
 */
#include "config.h"

#include "app/jm-application.h"
#include "app/jm-window.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Of libadwaita's own smallest window, and the frame around it where there is no shadow. */
#define FRAME         10
#define NARROW_WIDTH  (360 + FRAME)
#define NARROW_HEIGHT (294 + FRAME)

/* As much as WCAG 2.2 (2.5.8) asks of what a finger is to hit. */
#define SMALLEST_TARGET 24

/* So many milliseconds without anything left to do, and a window is as it stays. */
#define REST 400

/* Of the headers that are made with the resources. */
GResource *jm_get_resource (void);
GResource *jm_help_get_resource (void);

static guint n_words;

static gboolean
flag_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add_full (G_PRIORITY_LOW + 100, milliseconds, flag_cb, &done, NULL);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* What people wrote themselves may be cut; it is whole elsewhere. */
static gboolean
is_of_people (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, g_type_from_name ("AdwWindowTitle")) != NULL ||
         gtk_widget_has_css_class (widget, "row-title") || gtk_widget_has_css_class (widget, "row-line");
}

static void
look_for_small (GtkWidget  *button,
                const char *title)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (button, window, &bounds))
    return;
  if (bounds.size.width < SMALLEST_TARGET || bounds.size.height < SMALLEST_TARGET)
    g_print ("small: %s: %s “%s”: %g x %g\n", title, G_OBJECT_TYPE_NAME (button),
             gtk_widget_get_tooltip_text (button) != NULL ? gtk_widget_get_tooltip_text (button) : "",
             bounds.size.width, bounds.size.height);
}

/* What scrolls can be reached, wherever it is. */
static void
look_for_outside (GtkWidget  *widget,
                  const char *title)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_POPOVER (widget))
    return;

  if ((GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget)) &&
      gtk_widget_compute_bounds (widget, window, &bounds) &&
      (bounds.origin.x < 0 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (window) ||
       bounds.origin.y < 0 || bounds.origin.y + bounds.size.height > gtk_widget_get_height (window)))
    g_print ("outside: %s: %s “%s”: %g, %g, %g x %g\n", title, G_OBJECT_TYPE_NAME (widget),
             gtk_widget_get_tooltip_text (widget) != NULL ? gtk_widget_get_tooltip_text (widget) : "",
             bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_for_outside (child, title);
}

static void
look_for_cut (GtkWidget  *widget,
              const char *title)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      n_words++;
      if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))) && !is_of_people (widget))
        g_print ("cut: %s: %s\n", title, gtk_label_get_text (GTK_LABEL (widget)));
    }

  if (GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget))
    look_for_small (widget, title);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_for_cut (child, title);
}

static void
look_at (GtkWindow *window)
{
  const char *title = gtk_window_get_title (window) != NULL ? gtk_window_get_title (window) : G_OBJECT_TYPE_NAME (window);
  int width, height;

  look_for_cut (GTK_WIDGET (window), title);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  /* A window around a map gives way as it is made narrower. */
  if ((width > NARROW_WIDTH || height > NARROW_HEIGHT) &&
      !(JM_IS_WINDOW (window) && gtk_widget_get_width (GTK_WIDGET (window)) > NARROW_WIDTH))
    g_print ("wide: %s: %d x %d\n", title, width, height);
}

/* The window around a map as small as a telephone: alone, and with each of what comes beside the map. */
static void
look_at_small (GtkWindow *window)
{
  static const char * const beside[] = { "find", "inspector", "check", "present" };
  int width, height, before;

  gtk_window_get_default_size (window, &width, &height);
  /* Step by step, as a corner is dragged: at each something gives way. */
  do
    {
      before = gtk_widget_get_width (GTK_WIDGET (window));
      gtk_window_set_default_size (window, NARROW_WIDTH, NARROW_HEIGHT);
      rest (REST);
    }
  while (gtk_widget_get_width (GTK_WIDGET (window)) < before);
  look_at (window);
  look_for_outside (GTK_WIDGET (window), "small");

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), beside[i], NULL);
      rest (REST);
      look_at (window);
      look_for_outside (GTK_WIDGET (window), beside[i]);
      if (i > 0)
        g_action_group_activate_action (G_ACTION_GROUP (window), beside[i], NULL);
    }

  if (gtk_widget_get_width (GTK_WIDGET (window)) > NARROW_WIDTH)
    g_print ("wide: %s stays %d\n", gtk_window_get_title (window), gtk_widget_get_width (GTK_WIDGET (window)));
  gtk_window_set_default_size (window, width, height);
  rest (REST);
}

/* Looks at all windows but one, and closes them. Returns how many there were. */
static guint
look_at_others (GtkWindow *main_window)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();
  guint n_windows = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (l->data == main_window || !gtk_widget_get_mapped (l->data))
        continue;
      look_at (l->data);
      gtk_window_destroy (l->data);
      n_windows++;
    }

  return n_windows;
}

int
main (int   argc,
      char *argv[])
{
  static const char * const of_window[] = { "export", "versions", "save-template", "shortcuts" };
  static const char * const of_program[] = { "preferences", "help" };
  g_autoptr(JmApplication) application = NULL;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argv[1]);
  g_autoptr(GError) error = NULL;
  GtkWindow *window;
  guint n_windows = 1;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("JM_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_resources_register (jm_get_resource ());
  g_resources_register (jm_help_get_resource ());

  application = jm_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  jm_application_open_file (application, NULL, file);
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) == NULL ||
         jm_window_get_document (JM_WINDOW (window)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  rest (REST);
  look_at (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "check", NULL);
  rest (REST);
  look_at (window);

  g_action_group_activate_action (G_ACTION_GROUP (window), "check", NULL);
  look_at_small (window);

  for (guint i = 0; i < G_N_ELEMENTS (of_window) + G_N_ELEMENTS (of_program); i++)
    {
      gboolean is_of_window = i < G_N_ELEMENTS (of_window);
      const char *name = is_of_window ? of_window[i] : of_program[i - G_N_ELEMENTS (of_window)];
      guint n_before = n_windows;

      g_action_group_activate_action (is_of_window ? G_ACTION_GROUP (window) : G_ACTION_GROUP (application), name, NULL);
      rest (REST);
      n_windows += look_at_others (window);
      if (n_windows == n_before)
        g_print ("no window: %s\n", name);
    }

  g_print ("looked at %u windows and %u words\n", n_windows, n_words);

  return 0;
}
