/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-application.h"

#include "jm-compat.h"
#include "jm-help-window.h"
#include "jm-look.h"
#include "jm-portal.h"
#include "jm-preferences.h"
#include "jm-recent.h"
#include "jm-recovery-start.h"
#include "jm-reopen.h"
#include "jm-window.h"

#include <glib/gi18n.h>

/* So long a start waits for what was open last before it shows the start page. In milliseconds. */
#define PATIENCE 400

struct _JmApplication
{
  AdwApplication parent_instance;

  GMenu         *recent;
  guint          recent_idle;
  guint          patience;     /* with the windows that were open last */
  gboolean       wants_new;    /* --new: a start page, whatever comes back */
};

G_DEFINE_FINAL_TYPE (JmApplication, jm_application, ADW_TYPE_APPLICATION)

/* Accelerators are bound to the names of actions and to nothing else. */
static const struct
{
  const char *action;
  const char *accels[4];
} accelerators[] = {
  { "app.new", { "<Control>n" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "app.preferences", { "<Control>comma" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.close", { "<Control>w" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z" } },
  { "win.find", { "<Control>f" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.present", { "F5" } },
  { "win.check", { "F7" } },
  { "win.overview", { "F8" } },
  { "win.inspector", { "F9" } },
  { "win.shortcuts", { "<Control>question" } },
  { "win.view::map", { "<Alt>1" } },
  { "win.view::matrix", { "<Alt>2" } },
  { "win.view::ranking", { "<Alt>3" } },
  { "win.view::channels", { "<Alt>4" } },
  { "win.view::compare", { "<Alt>5" } },
  { "win.true-to-time", { "<Control>t" } },
  { "win.zoom-actual", { "<Control>0", "<Control>KP_0" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom-fit", { "<Control>9", "<Control>KP_9" } },
  { "win.zoom-selection", { "<Control>8", "<Control>KP_8" } },
};

/* Actions */

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  JmApplication *self = user_data;

  /* A start page that is already there is as good as another one. */
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (JM_IS_WINDOW (l->data) && jm_window_is_empty (l->data))
        {
          gtk_window_present (l->data);
          return;
        }
    }

  jm_window_start (jm_window_new (self));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  jm_reopen_hold ();
  /* Each window with a map asks for itself; the program ends with the last one. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (JM_IS_WINDOW (l->data) || JM_IS_HELP_WINDOW (l->data))
        gtk_window_close (l->data);
    }
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  jm_help_window_show (user_data, NULL);
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  if (window != NULL)
    jm_preferences_present (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  jm_compat_show_about (window, _("Draw customer journey maps together, as fast as people talk."),
                        /* Translators: the names of the translators, one a line */
                        _("translator-credits"));
}

static void
show_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  gtk_show_uri (window, g_variant_get_string (parameter, NULL), GDK_CURRENT_TIME);
}

static const GActionEntry entries[] = {
  { "new", new_cb },
  { "quit", quit_cb },
  { "help", help_cb },
  { "preferences", preferences_cb },
  { "about", about_cb },
  { "show-file", show_file_cb, "s" },
};

/* Files */

static JmWindow *
find_window (JmApplication *self,
             GFile         *file)
{
  g_autofree char *place = jm_portal_identify (file);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *open = JM_IS_WINDOW (l->data) ? jm_window_get_file (l->data) : NULL;
      g_autofree char *open_place = open == NULL ? NULL : jm_portal_identify (open);

      if (g_strcmp0 (open_place, place) == 0)
        return l->data;
    }

  return NULL;
}

/**
 * jm_application_open_file:
 * @self: the program
 * @from: (nullable): the window that asks; a start page gives way to the map
 * @file: a .cjm file
 *
 * Opens a map in a window, or brings forward the window that has it open.
 */
void
jm_application_open_file (JmApplication *self,
                          GtkWindow     *from,
                          GFile         *file)
{
  JmWindow *window;

  g_return_if_fail (JM_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = JM_IS_WINDOW (from) && jm_window_is_empty (JM_WINDOW (from)) ? JM_WINDOW (from) : jm_window_new (self);
  jm_window_open (window, file);
}

/* Recent maps */

static gboolean
recent_cb (gpointer user_data)
{
  JmApplication *self = user_data;
  g_autoptr(GPtrArray) list = jm_recent_list ();

  self->recent_idle = 0;
  g_menu_remove_all (self->recent);
  for (guint i = 0; i < list->len && i < 10; i++)
    {
      const JmRecent *recent = g_ptr_array_index (list, i);
      g_autofree char *uri = g_file_get_uri (recent->file);
      g_autofree char *name = g_file_get_basename (recent->file);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *folder = jm_portal_get_folder (recent->file);
      g_autofree char *place = *folder == '\0' ? g_strdup (shown) : g_strdup_printf ("%s · %s", shown, folder);
      g_autofree char *label = *recent->title == '\0' ? g_strdup (place)
                                                      : g_strdup_printf ("%s (%s)", recent->title, place);
      g_auto(GStrv) parts = g_strsplit (label, "_", -1);
      g_autofree char *literal = g_strjoinv ("__", parts);
      g_autoptr(GMenuItem) item = g_menu_item_new (literal, NULL);

      g_menu_item_set_action_and_target (item, "win.open-recent", "s", uri);
      g_menu_append_item (self->recent, item);
    }
  if (list->len == 0)
    g_menu_append (self->recent, _("No Recent Maps"), "win.none");

  return G_SOURCE_REMOVE;
}

/**
 * jm_application_get_recent:
 * @self: the program
 *
 * Returns: (transfer none): a menu of the maps that were worked on, for every window
 */
GMenuModel *
jm_application_get_recent (JmApplication *self)
{
  g_return_val_if_fail (JM_IS_APPLICATION (self), NULL);

  return G_MENU_MODEL (self->recent);
}

/**
 * jm_application_recent_changed:
 * @self: the program
 *
 * Reads the list of recent maps again when there is time.
 */
void
jm_application_recent_changed (JmApplication *self)
{
  g_return_if_fail (JM_IS_APPLICATION (self));

  if (self->recent_idle == 0)
    self->recent_idle = g_idle_add_full (G_PRIORITY_LOW, recent_cb, self, NULL);
}

/* The program */

static void
jm_application_startup (GApplication *application)
{
  JmApplication *self = JM_APPLICATION (application);

  G_APPLICATION_CLASS (jm_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].accels);

  gtk_window_set_default_icon_name (APP_ID);
  jm_application_recent_changed (self);
  jm_look_start ();
  jm_preferences_start ();
  jm_reopen_start (self);
  jm_recovery_start (self);
}

/* What was open last takes its time: better a start page than nothing. */
static gboolean
patience_cb (gpointer user_data)
{
  JmApplication *self = user_data;

  self->patience = 0;
  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    {
      JmWindow *window = jm_window_new (self);

      jm_reopen_stand_in (GTK_WINDOW (window));
      jm_window_start (window);
    }

  return G_SOURCE_REMOVE;
}

static void
jm_application_activate (GApplication *application)
{
  JmApplication *self = JM_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else if (self->wants_new || !jm_reopen_is_waiting ())
    jm_window_start (jm_window_new (self));
  else if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE, patience_cb, self);
}

static void
jm_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    jm_application_open_file (JM_APPLICATION (application), window, files[i]);
}

static void
jm_application_shutdown (GApplication *application)
{
  JmApplication *self = JM_APPLICATION (application);

  g_clear_handle_id (&self->recent_idle, g_source_remove);
  g_clear_handle_id (&self->patience, g_source_remove);
  jm_reopen_end (self);
  jm_recovery_end (self);

  G_APPLICATION_CLASS (jm_application_parent_class)->shutdown (application);
}

static int
jm_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("journeymap %s\n", VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "new"))
    {
      g_autoptr(GError) error = NULL;

      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("journeymap: %s\n", error->message);
          return 1;
        }
      JM_APPLICATION (application)->wants_new = TRUE;
      if (g_application_get_is_remote (application))
        {
          g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
          return 0;
        }
    }

  return -1;
}

static void
jm_application_finalize (GObject *object)
{
  g_clear_object (&JM_APPLICATION (object)->recent);

  G_OBJECT_CLASS (jm_application_parent_class)->finalize (object);
}

static void
jm_application_class_init (JmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = jm_application_finalize;
  application_class->startup = jm_application_startup;
  application_class->activate = jm_application_activate;
  application_class->open = jm_application_open;
  application_class->shutdown = jm_application_shutdown;
  application_class->handle_local_options = jm_application_handle_local_options;
}

static void
jm_application_init (JmApplication *self)
{
  const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open a window for a new map"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Say which version this is, and end"), NULL },
    { NULL }
  };

  self->recent = g_menu_new ();
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _("Draws customer journey maps."));
}

/**
 * jm_application_new:
 *
 * Returns: (transfer full): the program
 */
JmApplication *
jm_application_new (void)
{
  return g_object_new (JM_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "resource-base-path", "/com/example/JourneyMap",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "register-session", TRUE,
                       NULL);
}
