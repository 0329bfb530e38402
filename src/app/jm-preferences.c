/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-preferences.h"

#include "jm-describe.h"
#include "jm-compat.h"
#include "jm-languages.h"
#include "jm-settings.h"

#include "canvas/jm-commands.h"
#include "format/jm-kept.h"

#include <glib/gi18n.h>
#include <string.h>

#define MEGABYTE 1000000

static const struct
{
  const char     *value;
  const char     *name;
  AdwColorScheme  scheme;
} looks[] = {
  { "system", N_("System"), ADW_COLOR_SCHEME_DEFAULT },
  { "light", N_("Light"), ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", N_("Dark"), ADW_COLOR_SCHEME_FORCE_DARK },
};

/* From top to bottom. Every map has touchpoints. */
static const char * const lanes[] = {
  "channels", "devices", "emotion", "pain-points", "thoughts", "opportunities", "measures", "pictures"
};

/* What holds without a window */

static void
look_changed_cb (GSettings *settings)
{
  g_autofree char *value = g_settings_get_string (settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (strcmp (looks[i].value, value) == 0)
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[i].scheme);
    }
}

static void
limit_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_task_return_int (task, jm_kept_limit ((guint64) GPOINTER_TO_UINT (task_data) * MEGABYTE) / MEGABYTE);
}

/* Low, so that the first frame is there before the disk is asked. */
static gboolean
limit_cb (gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, limit_cb);
  g_task_set_task_data (task, GUINT_TO_POINTER (g_settings_get_uint (jm_settings_get (), "kept-megabytes")), NULL);
  g_task_run_in_thread (task, limit_thread);

  return G_SOURCE_REMOVE;
}

/**
 * jm_preferences_start:
 *
 * At the startup of the program: what was chosen holds from now on, and whenever it changes.
 */
void
jm_preferences_start (void)
{
  GSettings *settings = jm_settings_get ();

  if (settings == NULL)
    return;

  g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (look_changed_cb), NULL);
  look_changed_cb (settings);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, 5, limit_cb, NULL, NULL);
}

/* Rows */

static GtkWidget *
new_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));

  return group;
}

static void
name_row (GtkWidget  *row,
          const char *title,
          const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle == NULL)
    return;

  if (ADW_IS_ACTION_ROW (row))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
    }
  else
    {
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
      /* Only this kind of row is not called by its title. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      jm_describe (row, subtitle);
    }
}

/* A control at the end of a row is called what the row is called: libadwaita sees to that. */
static void
add_control (GtkWidget  *control,
             GtkWidget  *row,
             const char *description)
{
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), control);
  jm_describe (row, description);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), control);
}

static void
look_selected_cb (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (selected < G_N_ELEMENTS (looks))
    g_settings_set_string (jm_settings_get (), "color-scheme", looks[selected].value);
}

static GtkWidget *
new_look_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *value = jm_settings_get_string ("color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_string_list_append (names, _(looks[i].name));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (strcmp (looks[i].value, value) == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
    }
  name_row (row, _("Style"), NULL);
  jm_describe (row, _("Of the windows; maps are exported as you choose there"));
  g_signal_connect (row, "notify::selected", G_CALLBACK (look_selected_cb), NULL);

  return row;
}

static GtkWidget *
new_reopen_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_switch_new ();
  const char *subtitle = _("Otherwise only when the computer was shut down while they were open");

  name_row (row, _("Open the Last Maps at Every Start"), subtitle);
  add_control (control, row, subtitle);
  g_settings_bind (jm_settings_get (), "reopen-windows", control, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static void
language_selected_cb (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);
  guint n_languages;
  const JmChoice *languages = jm_languages_get (&n_languages);

  if (selected <= n_languages)
    g_settings_set_string (jm_settings_get (), "map-language", selected == 0 ? "" : languages[selected - 1].value);
}

static GtkWidget *
new_language_row (void)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *value = jm_settings_get_string ("map-language");
  guint n_languages;
  const JmChoice *languages = jm_languages_get (&n_languages);

  gtk_string_list_append (names, _("System"));
  for (guint i = 0; i < n_languages; i++)
    gtk_string_list_append (names, languages[i].name);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  for (guint i = 0; i < n_languages; i++)
    {
      if (strcmp (languages[i].value, value) == 0)
        adw_combo_row_set_selected (ADW_COMBO_ROW (row), i + 1);
    }
  name_row (row, _("Language"), NULL);
  jm_describe (row, _("In which a new map speaks"));
  g_signal_connect (row, "notify::selected", G_CALLBACK (language_selected_cb), NULL);

  return row;
}

/* The lanes of an empty map */

static void
lane_toggled_cb (GtkCheckButton *check)
{
  GSettings *settings = jm_settings_get ();
  g_auto(GStrv) before = g_settings_get_strv (settings, "map-lanes");
  g_autoptr(GStrvBuilder) after = g_strv_builder_new ();
  g_auto(GStrv) chosen = NULL;
  const char *toggled = g_object_get_data (G_OBJECT (check), "jm-lane");

  g_strv_builder_add (after, "touchpoints");
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      if (strcmp (lanes[i], toggled) == 0 ? gtk_check_button_get_active (check)
                                          : g_strv_contains ((const char * const *) before, lanes[i]))
        g_strv_builder_add (after, lanes[i]);
    }
  chosen = g_strv_builder_end (after);
  g_settings_set_strv (settings, "map-lanes", (const char * const *) chosen);
}

static const char *
name_lane (const char *lane)
{
  guint n_kinds;
  const JmLaneKind *kinds = jm_command_get_lane_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (strcmp (kinds[i].kind, lane) == 0)
        return _(kinds[i].name);
    }

  return lane;
}

static GtkWidget *
new_lanes_row (void)
{
  GtkWidget *row = adw_expander_row_new ();
  g_auto(GStrv) chosen = g_settings_get_strv (jm_settings_get (), "map-lanes");

  name_row (row, _("Lanes of an Empty Map"), _("Besides touchpoints. Templates bring their own."));
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      GtkWidget *lane_row = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      name_row (lane_row, name_lane (lanes[i]), NULL);
      add_control (check, lane_row, _("Lanes of an Empty Map"));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strv_contains ((const char * const *) chosen, lanes[i]));
      g_object_set_data (G_OBJECT (check), "jm-lane", (gpointer) lanes[i]);
      g_signal_connect (check, "toggled", G_CALLBACK (lane_toggled_cb), NULL);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), lane_row);
    }

  return row;
}

/* What is kept */

static void
measure_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_int (task, (gssize) jm_kept_measure ());
}

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  gssize size = g_task_propagate_int (G_TASK (result), NULL);
  g_autofree char *shown = g_format_size ((guint64) MAX (size, 0));
  /* Translators: %s is an amount, such as "12 MB" */
  g_autofree char *text = g_strdup_printf (_("In megabytes. %s are taken now. The last version of each map always stays."),
                                           shown);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (source), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (source), 0);
}

static void
limit_changed_cb (void)
{
  limit_cb (NULL);
}

static GtkWidget *
new_kept_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *control = gtk_spin_button_new_with_range (10, 100000, 10);
  g_autoptr(GTask) task = g_task_new (row, NULL, measured_cb, NULL);

  name_row (row, _("Room for Earlier Versions"), _("In megabytes. The last version of each map always stays."));
  add_control (control, row, _("In megabytes. The last version of each map always stays."));
  /* A narrow window has room for no more. */
  gtk_editable_set_width_chars (GTK_EDITABLE (control), 3);
  g_settings_bind (jm_settings_get (), "kept-megabytes", control, "value", G_SETTINGS_BIND_DEFAULT);
  /* Only when the window is closed: a number that is being typed may be small for a moment. */
  g_signal_connect (control, "destroy", G_CALLBACK (limit_changed_cb), NULL);
  g_task_set_source_tag (task, new_kept_row);
  g_task_run_in_thread (task, measure_thread);

  return row;
}

/**
 * jm_preferences_present:
 * @parent: the window that asks
 *
 * Shows the preferences. What is chosen holds at once.
 */
void
jm_preferences_present (GtkWindow *parent)
{
  AdwPreferencesPage *page;
  GtkWidget *group;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  /* Nowhere to keep what would be chosen. */
  if (jm_settings_get () == NULL)
    return;

  page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  group = new_group (page, _("Windows"), _("Light is easier to read on a projector."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_look_row ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_reopen_row ());
  group = new_group (page, _("New Maps"), _("The language is that of templates, and of what a map says by itself."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_language_row ());
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_lanes_row ());
  group = new_group (page, _("Safety"), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_kept_row ());

  jm_compat_show_preferences (parent, _("Preferences"), page);
}
