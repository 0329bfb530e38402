/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-versions-dialog.h"

#include "jm-compat.h"
#include "jm-question.h"
#include "jm-sheet.h"
#include "jm-spoken.h"
#include "jm-thumbnail.h"

#include "format/jm-read.h"
#include "format/jm-recovery.h"
#include "format/jm-versions.h"

#include <glib/gi18n.h>

/* Of the pictures of the versions, in pixels. */
#define PICTURE_WIDTH  112
#define PICTURE_HEIGHT 64

/* One that can be had back. */
typedef struct
{
  char  *path;       /* of an earlier version; NULL for what was thrown away */
  char  *folder;     /* of what was thrown away */
  char  *title;
  gint64 time;       /* seconds since 1970 */
  JmMap *map;        /* of an earlier version, for its picture; NULL where it cannot be read */
} Entry;

/* What the thread finds. */
typedef struct
{
  char      *path;       /* of the map's file; NULL for one without */
  GPtrArray *versions;   /* of Entry */
  GPtrArray *discarded;  /* of Entry */
} Found;

static void
entry_free (Entry *entry)
{
  g_free (entry->path);
  g_free (entry->folder);
  g_free (entry->title);
  g_clear_pointer (&entry->map, jm_map_unref);
  g_free (entry);
}

static void
found_free (Found *found)
{
  g_free (found->path);
  g_ptr_array_unref (found->versions);
  g_ptr_array_unref (found->discarded);
  g_free (found);
}

static void
find_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Found *found = task_data;
  g_autoptr(GPtrArray) versions = found->path != NULL ? jm_versions_list (found->path) : NULL;
  g_autoptr(GPtrArray) discarded = jm_recovery_list_discarded ();

  for (guint n = 0; versions != NULL && n < versions->len; n++)
    {
      const JmVersion *version = g_ptr_array_index (versions, n);
      Entry *entry = g_new0 (Entry, 1);

      entry->path = g_strdup (version->path);
      entry->time = g_date_time_to_unix (version->saved_at);
      entry->map = jm_read_file (version->path, NULL, NULL);
      entry->title = g_strdup (entry->map != NULL ? jm_item_get_part (jm_map_get_root (entry->map), JM_KIND_TITLE) : "");
      g_ptr_array_add (found->versions, entry);
    }

  for (guint n = 0; n < discarded->len; n++)
    {
      const JmDiscarded *thrown_away = g_ptr_array_index (discarded, n);
      Entry *entry = g_new0 (Entry, 1);

      entry->folder = g_strdup (thrown_away->folder);
      entry->time = g_date_time_to_unix (thrown_away->kept_at);
      entry->title = g_strdup (thrown_away->title);
      g_ptr_array_add (found->discarded, entry);
    }

  g_task_return_boolean (task, TRUE);
}

/* Having back */

/* In a window of its own, as a map that is not saved: what there is stays as it is. Takes document. */
static void
open_in_window (GtkWindow  *from,
                JmDocument *document)
{
  GtkApplication *application = gtk_window_get_application (from);
  JmWindow *window;

  if (JM_IS_WINDOW (from) && jm_window_is_empty (JM_WINDOW (from)))
    window = JM_WINDOW (from);
  else
    window = jm_window_new (JM_APPLICATION (application));

  jm_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  g_object_unref (document);
}

static void
tell_gone (GtkWidget *parent)
{
  JmQuestion *dialog = jm_question_new (_("It Is Not There Any More"),
                                        _("This version can no longer be read. The others are not affected."));

  jm_question_add (dialog, "close", _("_Close"), ADW_RESPONSE_DEFAULT);
  jm_question_present (dialog, parent);
}

/* Takes document, which is NULL when there is none any more. */
static void
finish (GtkWidget  *sheet,
        JmDocument *document)
{
  if (document == NULL)
    {
      tell_gone (sheet);
      return;
    }

  open_in_window (jm_sheet_get_window (sheet), document);
  gtk_widget_activate_action (sheet, "window.close", NULL);
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, jm_recovery_restore (task_data), (GDestroyNotify) jm_recovered_free);
}

/* Should the sheet be closed by now, what was restored is found by the next start. */
static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkWidget *sheet = GTK_WIDGET (source);
  JmRecovered *recovered = g_task_propagate_pointer (G_TASK (result), NULL);

  if (gtk_widget_get_mapped (sheet))
    finish (sheet, recovered != NULL ? jm_document_new_recovered (recovered, JM_SOURCE_THROWN_AWAY) : NULL);
  else
    g_clear_pointer (&recovered, jm_recovered_free);
}

static void
open_cb (GtkWidget *button,
         gpointer   user_data)
{
  const Entry *entry = user_data;
  GtkWidget *sheet = jm_sheet_find (button);

  if (entry->folder != NULL)
    {
      g_autoptr(GTask) task = g_task_new (sheet, NULL, restored_cb, NULL);

      gtk_widget_set_sensitive (button, FALSE);
      g_task_set_source_tag (task, open_cb);
      g_task_set_task_data (task, g_strdup (entry->folder), g_free);
      g_task_run_in_thread (task, restore_thread);
    }
  else
    {
      GFile *origin = jm_window_get_file (JM_WINDOW (jm_sheet_get_window (sheet)));

      finish (sheet, entry->map != NULL ? jm_document_new_unsaved (entry->map, origin) : NULL);
    }
}

/* The sheet */

static GtkWidget *
new_row (const Entry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (entry->folder != NULL ? _("Restore") : _("Open"));
  g_autofree char *when = jm_spoken_when (entry->time);
  const char *title = *entry->title != '\0' ? entry->title : _("Untitled Map");
  g_autofree char *name = g_strdup_printf ("%s, %s", title, when);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), title);
  if (entry->map != NULL)
    {
      GtkWidget *picture = jm_thumbnail_new (PICTURE_WIDTH, PICTURE_HEIGHT);

      jm_thumbnail_set_map (JM_THUMBNAIL (picture), entry->map);
      gtk_widget_set_margin_top (picture, 6);
      gtk_widget_set_margin_bottom (picture, 6);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), picture);
    }

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (open_cb), (gpointer) entry);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
add_group (AdwPreferencesPage *page,
           const char         *title,
           const char         *description,
           GPtrArray          *entries)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  for (guint n = 0; n < entries->len; n++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (g_ptr_array_index (entries, n)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GtkWidget) sheet = user_data;
  GTask *task = G_TASK (result);
  Found *found = g_task_get_task_data (task);
  AdwPreferencesPage *page;
  g_autofree char *kept = NULL;
  g_autofree char *thrown_away = NULL;

  /* Closed in the meantime. */
  if (!gtk_widget_get_mapped (sheet))
    return;

  page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  if (found->path != NULL)
    {
      kept = found->versions->len > 0
             ? g_strdup (_("Each opens as a map of its own. The file stays as it is until you save over it."))
             : g_strdup (_("There are none yet. Each time you save, what the file was before is kept; the last twenty of them "
                           "are shown here."));
      add_group (page, _("Earlier Versions"), kept, found->versions);
    }
  if (found->discarded->len > 0 || found->path == NULL)
    {
      thrown_away = found->discarded->len > 0
                    ? g_strdup_printf (ngettext ("Changes that were not saved. They can be had back for %d day.",
                                                 "Changes that were not saved. They can be had back for %d days.",
                                                 JM_RECOVERY_DAYS), JM_RECOVERY_DAYS)
                    : g_strdup (_("Nothing. Changes that you do not save can be had back here for a month. Once this map is "
                                  "saved to a file, its earlier versions are shown here, too."));
      add_group (page, _("Thrown Away"), thrown_away, found->discarded);
    }

  jm_sheet_set_content (sheet, jm_compat_new_page (adw_header_bar_new (), GTK_WIDGET (page)));
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);

  /* The rows point to the entries. */
  g_object_set_data_full (G_OBJECT (sheet), "task", g_object_ref (task), g_object_unref);
}

/**
 * jm_versions_dialog_present:
 * @window: a window
 *
 * Shows what can be had back: of the file of the window, and of all that was thrown away.
 */
void
jm_versions_dialog_present (JmWindow *window)
{
  GtkWidget *sheet, *spinner;
  g_autoptr(GTask) task = NULL;
  GFile *file = jm_window_get_file (window);
  Found *found = g_new0 (Found, 1);

  found->path = file != NULL ? g_file_get_path (file) : NULL;
  found->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  found->discarded = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);

  spinner = gtk_spinner_new ();
  gtk_spinner_start (GTK_SPINNER (spinner));
  sheet = jm_sheet_new (_("Earlier Versions"), jm_compat_new_page (adw_header_bar_new (), spinner), 520, 520);

  task = g_task_new (window, NULL, found_cb, g_object_ref_sink (sheet));
  g_task_set_source_tag (task, jm_versions_dialog_present);
  g_task_set_task_data (task, found, (GDestroyNotify) found_free);
  g_task_run_in_thread (task, find_thread);
  jm_sheet_present (sheet, GTK_WINDOW (window));
}
