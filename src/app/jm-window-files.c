/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a window: opening, saving, and asking before something is lost. */
#include "config.h"

#include "jm-choose-file.h"
#include "jm-question.h"
#include "jm-recent.h"
#include "jm-window-private.h"

#include "format/jm-notice.h"
#include "format/jm-read.h"

#include <glib/gi18n.h>

/* What is to happen when a save has ended. */
typedef struct
{
  JmWindow *window;
  gboolean  then_close;
  gboolean  replaces;    /* also what somebody else made of the file */
} AfterSave;

static void save_as (JmWindow *self,
                     gboolean  then_close);

static GListModel *
new_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr(GtkFileFilter) maps = gtk_file_filter_new ();

  gtk_file_filter_set_name (maps, _("Journey maps"));
  gtk_file_filter_add_suffix (maps, "cjm");
  gtk_file_filter_add_mime_type (maps, JM_MIME_TYPE);
  g_list_store_append (filters, maps);

  return G_LIST_MODEL (filters);
}

/* Opening */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (source));
  g_autoptr(GFile) file = jm_choose_file_finish (result);

  if (file != NULL && application != NULL)
    jm_application_open_file (JM_APPLICATION (application), GTK_WINDOW (source), file);
}

/**
 * jm_window_ask_for_file:
 * @self: a window
 *
 * Lets the person choose a map, and opens it here or in a window of its own.
 */
void
jm_window_ask_for_file (JmWindow *self)
{
  g_autoptr(GListModel) filters = new_filters ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();
  GFile *file = jm_window_get_file (self);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (G_LIST_STORE (filters), all);

  jm_choose_file (GTK_WINDOW (self), JM_CHOOSE_TO_OPEN, _("Open a Map"), NULL, filters, folder, NULL, chosen_cb, NULL);
}

/* Notices */

/**
 * jm_window_show_notices:
 * @self: a window
 * @notices: (nullable) (element-type JmNotice): what there is to tell about the file that was opened, %NULL to be silent
 *
 * Shows a bar when something in the file was read otherwise than it was written, or when it is of a newer version.
 * Mere remarks are for `cjm check`, and stay in the details.
 */
void
jm_window_show_notices (JmWindow  *self,
                        GPtrArray *notices)
{
  g_autofree char *text = NULL;
  JmMap *map = self->document == NULL ? NULL : jm_session_get_map (jm_document_get_session (self->document));
  gboolean is_newer = map != NULL && jm_map_is_newer_format (map);
  guint n_odd = 0;

  for (guint i = 0; notices != NULL && i < notices->len; i++)
    {
      const JmNotice *notice = g_ptr_array_index (notices, i);

      if (notice->level == JM_NOTICE_ODD)
        n_odd++;
    }

  g_clear_pointer (&self->notices, g_ptr_array_unref);
  if (notices == NULL || (n_odd == 0 && !is_newer))
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice_bar), FALSE);
      return;
    }

  self->notices = g_ptr_array_ref (notices);
  if (is_newer)
    text = g_strdup (_("This map was made by a newer version of the program. What this version does not know is kept."));
  else
    text = g_strdup_printf (ngettext ("%u thing in the file was not as it should be, and has been read differently. "
                                      "The file itself is unchanged until you save.",
                                      "%u things in the file were not as they should be, and have been read "
                                      "differently. The file itself is unchanged until you save.", n_odd), n_odd);

  gtk_label_set_label (GTK_LABEL (self->notice_label), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice_bar), TRUE);
}

/**
 * jm_window_list_notices:
 * @self: a window that shows notices
 *
 * Shows each of them, with the place in the file.
 */
void
jm_window_list_notices (JmWindow *self)
{
  JmQuestion *dialog;
  GtkWidget *scrolled, *list;

  if (self->notices == NULL)
    return;

  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < self->notices->len; i++)
    {
      const JmNotice *notice = g_ptr_array_index (self->notices, i);
      g_autofree char *place = g_strdup_printf (_("Line %d, column %d"), notice->line, notice->column);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), notice->message);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 400);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  dialog = jm_question_new (_("About This File"), NULL);
  jm_question_set_child (dialog, scrolled);
  jm_question_add (dialog, "close", _("_Close"), ADW_RESPONSE_DEFAULT);
  jm_question_present (dialog, GTK_WIDGET (self));
}

/* Saving */

static void
after_save_free (AfterSave *after)
{
  g_object_unref (after->window);
  g_free (after);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  JmDocument *document = JM_DOCUMENT (source);
  AfterSave *after = user_data;
  JmWindow *self = after->window;
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean closes = after->then_close || self->waits_to_close;
  g_autoptr(GError) error = NULL;
  g_autofree char *remark = NULL;

  self->waits_to_close = FALSE;
  if (jm_document_save_finish (document, result, &remark, &error))
    {
      jm_window_safety_saved (self, remark);
      jm_recent_add (jm_document_get_file (document), jm_session_get_map (jm_document_get_session (document)));
      if (application != NULL)
        jm_application_recent_changed (JM_APPLICATION (application));
      if (closes)
        gtk_window_close (GTK_WINDOW (self));
    }
  else
    {
      jm_window_safety_not_saved (self, error);
    }

  after_save_free (after);
}

static void
save_to (JmWindow *self,
         GFile    *file,
         gboolean  then_close)
{
  AfterSave *after = g_new0 (AfterSave, 1);

  after->window = g_object_ref (self);
  after->then_close = then_close;
  jm_document_save_async (self->document, file, saved_cb, after);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GFile) file = jm_choose_file_finish (result);

  if (file != NULL)
    save_to (JM_WINDOW (source), file, GPOINTER_TO_INT (user_data));
}

static void
save_as (JmWindow *self,
         gboolean  then_close)
{
  g_autoptr(GListModel) filters = new_filters ();
  g_autofree char *name = jm_document_get_suggested_name (self->document, "cjm");
  GFile *file = jm_document_get_file (self->document) != NULL ? jm_document_get_file (self->document)
                                                              : jm_document_get_origin (self->document);
  g_autoptr(GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;

  jm_choose_file (GTK_WINDOW (self), JM_CHOOSE_TO_SAVE, _("Save the Map"), NULL, filters, folder, name,
                  place_chosen_cb, GINT_TO_POINTER (then_close));
}

static void
replace (JmWindow *self)
{
  AfterSave *after = g_new0 (AfterSave, 1);

  after->window = g_object_ref (self);
  jm_document_replace_async (self->document, saved_cb, after);
}

static void
newer_response_cb (JmQuestion *dialog,
                   const char *response,
                   gpointer    user_data)
{
  AfterSave *after = user_data;

  if (g_strcmp0 (response, "save") == 0)
    {
      after->window->may_save_newer = TRUE;
      if (after->replaces)
        replace (after->window);
      else
        save_to (after->window, NULL, after->then_close);
    }
  else if (g_strcmp0 (response, "save-as") == 0)
    {
      save_as (after->window, after->then_close);
    }
  after_save_free (after);
}

/* A map of a newer format keeps what we do not know, but nobody can promise that it still fits what was changed. */
static void
warn_of_newer (JmWindow *self,
               gboolean  then_close,
               gboolean  replaces)
{
  AfterSave *after = g_new0 (AfterSave, 1);
  JmQuestion *dialog;

  after->window = g_object_ref (self);
  after->then_close = then_close;
  after->replaces = replaces;

  dialog = jm_question_new (_("Save Over a Newer Map?"),
                            _("This map was made by a newer version of the program. What this version does not "
                                     "know is kept, but may no longer fit what you changed. Save it elsewhere to keep "
                                     "both."));
  jm_question_add (dialog, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "save", _("_Save"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "save-as", _("Save _Elsewhere…"), ADW_RESPONSE_SUGGESTED);
  jm_question_set_default (dialog, "save-as");
  jm_question_set_close (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (newer_response_cb), after);
  jm_question_present (dialog, GTK_WIDGET (self));
}

static gboolean
must_warn (JmWindow *self)
{
  return !self->may_save_newer && jm_map_is_newer_format (jm_session_get_map (jm_document_get_session (self->document)));
}

static void
save (JmWindow *self,
      gboolean  then_close)
{
  jm_canvas_commit_editing (JM_CANVAS (self->canvas));

  if (jm_document_get_file (self->document) != NULL && must_warn (self))
    warn_of_newer (self, then_close, FALSE);
  else if (jm_document_get_file (self->document) != NULL)
    save_to (self, NULL, then_close);
  else
    save_as (self, then_close);
}

/**
 * jm_window_save:
 * @self: a window with a map
 *
 * Saves the map into its file, or asks for one.
 */
void
jm_window_save (JmWindow *self)
{
  save (self, FALSE);
}

/**
 * jm_window_save_as:
 * @self: a window with a map
 *
 * Saves the map into another file.
 */
void
jm_window_save_as (JmWindow *self)
{
  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  save_as (self, FALSE);
}

/**
 * jm_window_replace:
 * @self: a window with a map that has a file
 *
 * Saves the map over what somebody else made of its file.
 */
void
jm_window_replace (JmWindow *self)
{
  jm_canvas_commit_editing (JM_CANVAS (self->canvas));
  if (must_warn (self))
    warn_of_newer (self, FALSE, TRUE);
  else
    replace (self);
}

/* Closing */

/* Not while the dialog is still there: GTK 4.8 lets it look for its parent when it goes. */
static gboolean
close_cb (gpointer user_data)
{
  gtk_window_close (user_data);

  return G_SOURCE_REMOVE;
}

static void
close_response_cb (JmWindow   *self,
                   const char *response)
{
  self->is_asking = FALSE;

  if (g_strcmp0 (response, "save") == 0)
    {
      save (self, TRUE);
    }
  else if (g_strcmp0 (response, "discard") == 0)
    {
      self->is_closing = TRUE;
      jm_document_discard (self->document);
      g_idle_add_full (G_PRIORITY_LOW, close_cb, g_object_ref (self), g_object_unref);
    }
}

/**
 * jm_window_may_close:
 * @self: a window
 *
 * Returns: whether the window may close now; otherwise the person is being asked, and it closes after the answer
 */
gboolean
jm_window_may_close (JmWindow *self)
{
  JmQuestion *dialog;
  g_autofree char *body = NULL;

  if (self->document == NULL || self->is_closing)
    return TRUE;

  jm_canvas_commit_editing (JM_CANVAS (self->canvas));

  /* What is on its way to the disk is not asked about, and that it did not get there must be told. */
  if (jm_document_is_saving (self->document))
    {
      self->waits_to_close = TRUE;
      return FALSE;
    }
  if (!jm_document_is_modified (self->document))
    return TRUE;
  if (self->is_asking)
    return FALSE;

  self->is_asking = TRUE;
  body = g_strdup_printf (_("“%s” has changes that are not saved. Those that you discard can be had back for a "
                            "month, under “Earlier Versions”."),
                          jm_document_get_title (self->document));
  dialog = jm_question_new (_("Save the Changes?"), body);
  jm_question_add (dialog, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "discard", _("_Discard"), ADW_RESPONSE_DESTRUCTIVE);
  jm_question_add (dialog, "save", _("_Save"), ADW_RESPONSE_SUGGESTED);
  jm_question_set_default (dialog, "save");
  jm_question_set_close (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  jm_question_present (dialog, GTK_WIDGET (self));

  return FALSE;
}
