/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says, and offers, when a map is in danger: a save that failed, a file that others changed or have open,
 * work that was recovered or cannot be.
 */
#include "config.h"

#include "jm-alert.h"
#include "jm-keeper.h"
#include "jm-spoken.h"
#include "jm-versions-dialog.h"
#include "jm-window-private.h"

#include "format/jm-save.h"

#include <glib/gi18n.h>

/* The bar */

static char *
tell_source (JmDocument *document)
{
  GFile *origin = jm_document_get_origin (document);
  g_autofree char *base = origin != NULL ? g_file_get_basename (origin) : NULL;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : NULL;

  switch (jm_document_get_source (document))
    {
    case JM_SOURCE_STOPPED:
      if (name == NULL)
        return g_strdup (_("This map was recovered, because the program stopped before it was saved. Save it to keep it."));
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("This map was recovered, because the program stopped before it was saved. “%s” itself is not "
                                "touched until you save this map over it."), name);

    case JM_SOURCE_THROWN_AWAY:
      if (name == NULL)
        return g_strdup (_("You threw this map away, and took it back. Save it to keep it."));
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("You threw these changes away, and took them back. “%s” itself is not touched until you save "
                                "this map over it."), name);

    case JM_SOURCE_VERSION:
      /* Translators: %s is the name of a file */
      return g_strdup_printf (_("This is an earlier version of “%s”, which is not touched until you save this one over it."),
                              name);

    case JM_SOURCE_NEW:
    default:
      return g_strdup ("");
    }
}

/* The drive on which there was no room, say, was taken out since. */
static gboolean
is_overtaken (JmWindow *self)
{
  return jm_document_get_file_state (self->document) == JM_FILE_GONE &&
         !g_error_matches (self->save_error, JM_SAVE_ERROR, JM_SAVE_ERROR_NO_FOLDER);
}

/* In the order of what is worst. */
static void
update (JmWindow *self)
{
  /* Translators: reads the file once more, and gives up what is shown */
  const JmAlertAnswer reload = { _("Reload"), "win.reload" };
  const JmAlertAnswer replace = { _("Replace It"), "win.replace" };
  /* Translators: brings what somebody else made of the map together with ours */
  const JmAlertAnswer merge = { _("Merge"), "win.merge" };
  const JmAlertAnswer elsewhere = { _("Save Elsewhere…"), "win.save-as" };
  const JmAlertAnswer here = { _("Save"), "win.save" };
  JmDocument *document = self->document;
  JmAlert *alert = JM_ALERT (self->alert);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (document == NULL)
    return;

  name = jm_document_get_file_name (document);
  if (jm_document_get_file_state (document) == JM_FILE_CHANGED)
    {
      const JmAlertAnswer answers[] = { reload, replace, elsewhere, merge };

      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_("Somebody else changed “%s”. Your map is safe, as you see it. Merge the two, save yours "
                                "elsewhere to keep both, reload to see theirs, or replace theirs, which is then kept as an "
                                "earlier version."), name);
      jm_alert_show (alert, TRUE, text, answers, G_N_ELEMENTS (answers));
    }
  else if (self->save_error != NULL && !is_overtaken (self))
    {
      const JmAlertAnswer answers[] = { here, elsewhere };
      const JmAlertAnswer without_file[] = { elsewhere };

      if (jm_document_get_recovery_error (document) == NULL)
        text = g_strdup_printf (/* Translators: %s is a message that says what went wrong */
                                _("%s Your map is safe here, and comes back if the program stops, but is not saved."),
                                self->save_error->message);
      else
        text = g_strdup_printf (/* Translators: %s is a message that says what went wrong */
                                _("%s Your map is safe here as long as the program runs, and is not saved."),
                                self->save_error->message);
      if (jm_document_get_file (document) != NULL)
        jm_alert_show (alert, TRUE, text, answers, G_N_ELEMENTS (answers));
      else
        jm_alert_show (alert, TRUE, text, without_file, G_N_ELEMENTS (without_file));
    }
  else if (jm_document_get_file_state (document) == JM_FILE_GONE)
    {
      const JmAlertAnswer answers[] = { elsewhere, here };

      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_("“%s” is no longer where it was: it was moved, renamed or deleted, or its drive was taken out. "
                                "Your map is safe, as you see it. Save it to put it there again, or save it elsewhere."), name);
      jm_alert_show (alert, TRUE, text, answers, G_N_ELEMENTS (answers));
    }
  else if (jm_document_get_recovery_error (document) != NULL)
    {
      const JmAlertAnswer answers[] = { elsewhere, here };

      jm_alert_show (alert, TRUE, jm_document_get_recovery_error (document), answers, G_N_ELEMENTS (answers));
    }
  else if (jm_document_get_company (document) != 0)
    {
      const JmAlertAnswer answers[] = { elsewhere, { _("Close"), "window.close" } };
      g_autofree char *since = jm_spoken_time_or_day (jm_document_get_company (document));

      text = g_strdup_printf (/* Translators: the name of a file, and a time of the day or a day */
                              _("“%s” is also open in another copy of the program, since %s. Nothing is lost: before one "
                                "replaces what the other has saved, it asks. Close one of the two, or save this one "
                                "elsewhere."), name, since);
      jm_alert_show (alert, FALSE, text, answers, G_N_ELEMENTS (answers));
    }
  else if (jm_document_get_source (document) != JM_SOURCE_NEW)
    {
      const JmAlertAnswer answers[] = { here };

      text = tell_source (document);
      jm_alert_show (alert, FALSE, text, answers, G_N_ELEMENTS (answers));
    }
  else
    {
      jm_alert_hide (alert);
    }
}

/**
 * jm_window_safety_saved:
 * @self: a window
 * @remark: (nullable): what went wrong without harm
 *
 * Says that all is well, or nearly.
 */
void
jm_window_safety_saved (JmWindow   *self,
                        const char *remark)
{
  g_clear_error (&self->save_error);
  update (self);
  if (remark != NULL)
    jm_window_toast (self, remark, FALSE);
}

/**
 * jm_window_safety_not_saved:
 * @self: a window
 * @error: why the map is not saved
 *
 * Says so for as long as it is so.
 */
void
jm_window_safety_not_saved (JmWindow     *self,
                            const GError *error)
{
  g_clear_error (&self->save_error);
  self->save_error = g_error_copy (error);

  /* The same message once more must be seen once more. */
  jm_alert_hide (JM_ALERT (self->alert));

  /* The window knows before the watch does. */
  if (g_error_matches (error, JM_SAVE_ERROR, JM_SAVE_ERROR_CHANGED))
    {
      const JmAlertAnswer answers[] = {
        { _("Reload"), "win.reload" }, { _("Replace It"), "win.replace" }, { _("Save Elsewhere…"), "win.save-as" },
        { _("Merge"), "win.merge" }
      };

      jm_alert_show (JM_ALERT (self->alert), TRUE, error->message, answers, G_N_ELEMENTS (answers));
    }
  else
    {
      update (self);
    }
}

/* The end of the session */

static gboolean
inhibit_cb (gpointer user_data)
{
  JmWindow *self = user_data;
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  gboolean wanted = self->document != NULL && jm_document_is_modified (self->document);

  self->inhibit_idle = 0;
  if (application == NULL || wanted == (self->inhibit_cookie != 0))
    return G_SOURCE_REMOVE;

  if (wanted)
    {
      /* Translators: shown by the desktop when somebody logs out; %s is the title of a map */
      g_autofree char *reason = g_strdup_printf (_("“%s” is not saved"), jm_document_get_title (self->document));

      self->inhibit_cookie = gtk_application_inhibit (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT, reason);
    }
  else
    {
      gtk_application_uninhibit (application, self->inhibit_cookie);
      self->inhibit_cookie = 0;
    }

  return G_SOURCE_REMOVE;
}

/* The desktop may take its time to answer: not while somebody types. */
static void
update_inhibit (JmWindow *self)
{
  if (self->inhibit_idle == 0)
    self->inhibit_idle = g_idle_add_full (G_PRIORITY_LOW, inhibit_cb, self, NULL);
}

/* What can be done */

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(JmWindow) self = user_data;
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GError) error = NULL;
  gboolean reloaded = jm_document_reload_finish (JM_DOCUMENT (source), result, &notices, &error);

  /* It was closed meanwhile. */
  if (self->document == NULL)
    return;

  if (reloaded)
    {
      g_clear_error (&self->save_error);
      jm_window_show_notices (self, notices);
      update (self);
    }
  else
    {
      jm_window_tell (self, _("The Map Cannot Be Opened"), error->message);
    }
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  JmWindow *self = user_data;

  if (self->document != NULL && jm_document_get_file (self->document) != NULL)
    jm_document_reload_async (self->document, reloaded_cb, g_object_ref (self));
}

static void
merged_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(JmWindow) self = user_data;
  g_autoptr(GPtrArray) notices = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_choices = 0;
  gboolean merged = jm_document_merge_finish (JM_DOCUMENT (source), result, &n_choices, &notices, &error);

  /* It was closed meanwhile. */
  if (self->document == NULL)
    return;

  if (!merged)
    {
      jm_window_tell (self, _("The Maps Cannot Be Merged"), error->message);
      return;
    }

  g_clear_error (&self->save_error);
  jm_window_show_notices (self, notices);
  update (self);
  if (n_choices == 0)
    text = g_strdup (_("Yours and theirs are one map now. Save it, or undo to have yours back."));
  else
    text = g_strdup_printf (ngettext ("Yours and theirs are one map now. In %u place both changed the same: what they wrote is a "
                                      "note there, for you to choose.",
                                      "Yours and theirs are one map now. In %u places both changed the same: what they wrote "
                                      "is a note there, for you to choose.", n_choices), n_choices);
  jm_window_toast (self, text, TRUE);
}

static void
merge_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  JmWindow *self = user_data;

  if (self->document != NULL && jm_document_get_file (self->document) != NULL)
    jm_document_reload_async (self->document, merged_cb, g_object_ref (self));
}

static void
replace_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  JmWindow *self = user_data;

  if (self->document != NULL && jm_document_get_file (self->document) != NULL)
    jm_window_replace (self);
}

static void
versions_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  jm_versions_dialog_present (user_data);
}

/**
 * jm_window_safety_set_document:
 * @self: a window that was given its map
 *
 * Watches over it.
 */
void
jm_window_safety_set_document (JmWindow *self)
{
  g_signal_connect_object (self->document, "safety-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "state-changed", G_CALLBACK (update_inhibit), self, G_CONNECT_SWAPPED);
  update (self);
  update_inhibit (self);
}

/**
 * jm_window_safety_end:
 * @self: a window that goes
 *
 * Holds nothing back any more.
 */
void
jm_window_safety_end (JmWindow *self)
{
  GApplication *application = g_application_get_default ();

  g_clear_handle_id (&self->inhibit_idle, g_source_remove);
  if (self->inhibit_cookie != 0 && application != NULL)
    gtk_application_uninhibit (GTK_APPLICATION (application), self->inhibit_cookie);
  self->inhibit_cookie = 0;
}

/**
 * jm_window_safety_init:
 * @self: a new window, with its template
 *
 * Gives the window the bar and the actions of it.
 */
void
jm_window_safety_init (JmWindow *self)
{
  static const GActionEntry entries[] = {
    { "reload", reload_cb },
    { "merge", merge_cb },
    { "replace", replace_cb },
    { "versions", versions_cb },
  };
  GtkWidget *box = gtk_widget_get_parent (self->notice_bar);

  self->alert = jm_alert_new ();
  gtk_box_insert_child_after (GTK_BOX (box), self->alert, self->notice_bar);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
