/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map is read on another thread, a moment after the last change, so that a large one does not hold up typing. */
#include "config.h"

#include "jm-check-panel.h"

#include "jm-describe.h"
#include "jm-aside.h"

#include "model/jm-check.h"

#include <glib/gi18n.h>

/* After a change, in milliseconds. */
#define PATIENCE 150

/* More rows than this are too much to read; the others come up as these are answered. */
#define MOST_ROWS 120

struct _JmCheckPanel
{
  AdwBin      parent_instance;

  JmSession  *session;
  GtkWidget  *aside;
  GtkWidget  *dismissed_button;
  GtkWidget  *more;
  GPtrArray  *open;        /* of JmFinding */
  GPtrArray  *dismissed;   /* of JmFinding */
  GPtrArray  *rows;        /* of Row: what the rows show */
  guint       timeout;
  guint       round;       /* counts the readings that were begun */
};

/* A row of the list. */
typedef struct
{
  const JmFinding *finding;
  gboolean         is_dismissed;
} Row;

enum
{
  PROP_0,
  PROP_COUNT,
  N_PROPS
};

enum
{
  SIGNAL_GO,
  SIGNAL_MESSAGE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmCheckPanel, jm_check_panel, ADW_TYPE_BIN)

static void show (JmCheckPanel *self);

/* Answers */

static const Row *
get_row (JmCheckPanel *self,
         GtkWidget    *widget)
{
  GtkWidget *row = GTK_IS_LIST_BOX_ROW (widget) ? widget : gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  return index >= 0 && index < (int) self->rows->len ? g_ptr_array_index (self->rows, index) : NULL;
}

static void
go (JmCheckPanel *self,
    const char   *id,
    gboolean      edit)
{
  g_signal_emit (self, signals[SIGNAL_GO], 0, id, edit);
}

static void
tell (JmCheckPanel *self,
      const char   *text,
      gboolean      undoable)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, undoable);
}

static void
row_activated_cb (JmCheckPanel  *self,
                  GtkListBoxRow *widget)
{
  const Row *row = get_row (self, GTK_WIDGET (widget));

  if (row != NULL)
    {
      g_autofree char *id = g_strdup (row->finding->item_id);

      go (self, id, FALSE);
    }
}

static void
fix_cb (JmCheckPanel *self,
        GtkWidget    *button)
{
  const Row *row = get_row (self, button);
  g_autoptr(JmMap) next = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *focus_id = NULL;
  g_autofree char *item_id = NULL;

  if (row == NULL || self->session == NULL)
    return;

  item_id = g_strdup (row->finding->item_id);
  next = jm_finding_fix (row->finding, jm_session_get_map (self->session), &focus_id, &error);
  if (next == NULL)
    {
      tell (self, error->message, FALSE);
      return;
    }

  jm_session_apply (self->session, next, jm_check_get_fix_name (row->finding->check));
  if (focus_id != NULL)
    go (self, focus_id, TRUE);
  else if (item_id == NULL || jm_map_find (next, item_id) != NULL)
    go (self, item_id, FALSE);
}

static void
dismiss (JmCheckPanel *self,
         const Row    *row)
{
  g_autoptr(JmMap) next = NULL;

  if (row == NULL || self->session == NULL)
    return;

  if (row->is_dismissed)
    {
      next = jm_finding_restore (row->finding, jm_session_get_map (self->session));
      jm_session_apply (self->session, next, _("Bring back a remark"));
    }
  else
    {
      next = jm_finding_dismiss (row->finding, jm_session_get_map (self->session));
      if (jm_session_apply (self->session, next, _("Leave out a remark")))
        tell (self, _("The remark is left out for this map"), TRUE);
    }
}

static void
dismiss_cb (JmCheckPanel *self,
            GtkWidget    *button)
{
  dismiss (self, get_row (self, button));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmCheckPanel          *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete) || !GTK_IS_LIST_BOX_ROW (focus))
    return GDK_EVENT_PROPAGATE;

  dismiss (self, get_row (self, focus));
  return GDK_EVENT_STOP;
}

/* Rows */

static const char *
get_level_name (JmCheckLevel level)
{
  switch (level)
    {
    case JM_CHECK_GAP:
      /* Translators: heading above remarks: without these the map cannot be told as a journey */
      return _("Still missing");
    case JM_CHECK_ADVICE:
      /* Translators: heading above remarks */
      return _("To talk about next");
    default:
      /* Translators: heading above remarks: these may well be meant so */
      return _("Worth a look");
    }
}

static GtkWidget *
make_row (guint    nth,
          gpointer user_data)
{
  JmCheckPanel *self = user_data;
  const Row *row = g_ptr_array_index (self->rows, nth);
  const char *fix = row->is_dismissed ? NULL : jm_check_get_fix_name (row->finding->check);
  const char *answer = row->is_dismissed ? _("Bring back") : _("Leave out for this map");
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button;

  gtk_box_append (GTK_BOX (words), jm_aside_label_new (row->finding->title, FALSE, "aside-title"));
  gtk_box_append (GTK_BOX (words), jm_aside_label_new (row->finding->message, TRUE, "aside-words"));

  if (fix != NULL)
    {
      button = gtk_button_new_with_label (fix);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_add_css_class (button, "fix");
      jm_describe (button, _("Does what the remark asks for"));
      g_signal_connect_object (button, "clicked", G_CALLBACK (fix_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (words), button);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);

  button = gtk_button_new_from_icon_name (row->is_dismissed ? "edit-undo-symbolic" : "window-close-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "dismiss");
  gtk_widget_set_tooltip_text (button, answer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, answer, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);
  /* Tab goes from what is higher to what is lower: as high as the words, it comes after what puts things right. */
  gtk_box_append (GTK_BOX (end), button);
  gtk_box_append (GTK_BOX (box), end);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_widget_add_css_class (widget, row->is_dismissed ? "dismissed" : "open");
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, row->finding->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row->finding->message, -1);

  return widget;
}

static GtkWidget *
new_header (const char *level,
            const char *why)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  if (level != NULL)
    gtk_box_append (GTK_BOX (box), jm_aside_label_new (level, FALSE, "aside-level"));
  if (why != NULL)
    gtk_box_append (GTK_BOX (box), jm_aside_label_new (why, TRUE, "aside-why"));

  return box;
}

/* Above the first of each level its name, above the first of each check why it matters. */
static void
header_cb (GtkListBoxRow *widget,
           GtkListBoxRow *before_widget,
           gpointer       user_data)
{
  JmCheckPanel *self = user_data;
  const Row *row = get_row (self, GTK_WIDGET (widget));
  const Row *before = before_widget != NULL ? get_row (self, GTK_WIDGET (before_widget)) : NULL;
  const char *level = NULL;
  const char *why = NULL;

  if (row == NULL)
    return;

  if (row->is_dismissed)
    {
      if (before == NULL || !before->is_dismissed)
        level = _("Left out");
    }
  else
    {
      if (before == NULL || jm_check_get_level (before->finding->check) != jm_check_get_level (row->finding->check))
        level = get_level_name (jm_check_get_level (row->finding->check));
      if (before == NULL || before->finding->check != row->finding->check)
        why = jm_check_get_why (row->finding->check);
    }

  gtk_list_box_row_set_header (widget, level != NULL || why != NULL ? new_header (level, why) : NULL);
}

static void
add_row (JmCheckPanel    *self,
         GPtrArray       *keys,
         const JmFinding *finding,
         gboolean         is_dismissed)
{
  Row *row = g_new (Row, 1);

  row->finding = finding;
  row->is_dismissed = is_dismissed;
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (keys, g_strdup_printf ("%d\n%s\n%s\n%s\n%s", is_dismissed, jm_check_get_id (finding->check),
                                          finding->item_id != NULL ? finding->item_id : "", finding->title,
                                          finding->message));
}

static void
show (JmCheckPanel *self)
{
  JmAside *aside = JM_ASIDE (self->aside);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gboolean with_dismissed = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->dismissed_button));
  guint n_open = self->open->len;
  g_autofree char *summary = NULL;
  g_autofree char *left_out = NULL;

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < n_open && i < MOST_ROWS; i++)
    add_row (self, keys, g_ptr_array_index (self->open, i), FALSE);
  for (guint i = 0; with_dismissed && i < self->dismissed->len && i < MOST_ROWS; i++)
    add_row (self, keys, g_ptr_array_index (self->dismissed, i), TRUE);
  jm_aside_update (aside, keys, make_row, self);

  summary = g_strdup_printf (ngettext ("%u remark", "%u remarks", n_open), n_open);
  jm_aside_set_summary (aside, n_open > 0 ? summary : "");
  gtk_widget_set_visible (self->more, n_open > MOST_ROWS);
  if (n_open > MOST_ROWS)
    {
      guint n_more = n_open - MOST_ROWS;
      g_autofree char *more = g_strdup_printf (ngettext ("%u more comes up when some of these are answered.",
                                                         "%u more come up when some of these are answered.", n_more),
                                               n_more);

      gtk_label_set_label (GTK_LABEL (self->more), more);
    }

  left_out = g_strdup_printf (ngettext ("Show %u left out", "Show %u left out", self->dismissed->len),
                              self->dismissed->len);
  gtk_button_set_label (GTK_BUTTON (self->dismissed_button), left_out);
  gtk_widget_set_visible (self->dismissed_button, self->dismissed->len > 0);
}

/* Reading the map */

typedef struct
{
  JmMap     *map;
  GPtrArray *open;
  GPtrArray *dismissed;
  guint      round;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  jm_map_unref (reading->map);
  g_clear_pointer (&reading->open, g_ptr_array_unref);
  g_clear_pointer (&reading->dismissed, g_ptr_array_unref);
  g_free (reading);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;

  reading->open = jm_map_check (reading->map, &reading->dismissed);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  JmCheckPanel *self = JM_CHECK_PANEL (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  guint before = self->open->len;

  /* The map is another one already, or the window is gone. */
  if (reading->round != self->round || self->session == NULL)
    return;

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->dismissed);
  self->open = g_steal_pointer (&reading->open);
  self->dismissed = g_steal_pointer (&reading->dismissed);
  show (self);

  if (self->open->len != before)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_COUNT]);
}

static gboolean
timeout_cb (gpointer user_data)
{
  JmCheckPanel *self = user_data;
  g_autoptr(GTask) task = g_task_new (self, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  self->timeout = 0;
  reading->map = jm_map_ref (jm_session_get_committed_map (self->session));
  reading->round = ++self->round;
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_thread);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (JmCheckPanel *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PATIENCE, timeout_cb, self);
}

/* The panel */

static void
jm_check_panel_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  g_value_set_uint (value, jm_check_panel_get_count (JM_CHECK_PANEL (object)));
}

static gboolean
jm_check_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JM_CHECK_PANEL (widget)->aside);
}

static void
jm_check_panel_dispose (GObject *object)
{
  jm_check_panel_set_session (JM_CHECK_PANEL (object), NULL);

  G_OBJECT_CLASS (jm_check_panel_parent_class)->dispose (object);
}

static void
jm_check_panel_finalize (GObject *object)
{
  JmCheckPanel *self = JM_CHECK_PANEL (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->open);
  g_ptr_array_unref (self->dismissed);

  G_OBJECT_CLASS (jm_check_panel_parent_class)->finalize (object);
}

static void
jm_check_panel_class_init (JmCheckPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jm_check_panel_get_property;
  object_class->dispose = jm_check_panel_dispose;
  object_class->finalize = jm_check_panel_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jm_check_panel_grab_focus;

  props[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_GO] =
    g_signal_new ("go", JM_TYPE_CHECK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", JM_TYPE_CHECK_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
jm_check_panel_init (JmCheckPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkListBox *list;

  self->open = g_ptr_array_new ();
  self->dismissed = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_free);

  self->aside = jm_aside_new (_("Check the map"));
  jm_aside_set_empty (JM_ASIDE (self->aside), _("Nothing left to remark on"),
                      _("The checklist of the method finds nothing more. Ask the people in the room what they miss."));
  adw_bin_set_child (ADW_BIN (self), self->aside);

  self->more = jm_aside_label_new (NULL, TRUE, "aside-footer");
  gtk_widget_set_visible (self->more, FALSE);
  jm_aside_add_footer (JM_ASIDE (self->aside), self->more);

  self->dismissed_button = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->dismissed_button, "flat");
  gtk_widget_set_visible (self->dismissed_button, FALSE);
  g_signal_connect_swapped (self->dismissed_button, "toggled", G_CALLBACK (show), self);
  jm_aside_add_footer (JM_ASIDE (self->aside), self->dismissed_button);

  list = jm_aside_get_list (JM_ASIDE (self->aside));
  gtk_list_box_set_header_func (list, header_cb, self, NULL);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (list), key);
}

/**
 * jm_check_panel_new:
 *
 * Returns: (transfer floating): a list without a session
 */
GtkWidget *
jm_check_panel_new (void)
{
  return g_object_new (JM_TYPE_CHECK_PANEL, NULL);
}

/**
 * jm_check_panel_set_session:
 * @self: a list
 * @session: (nullable): the session that is worked in
 *
 * Reads the checklist against the map of @session, and again a moment after each change, on another thread.
 */
void
jm_check_panel_set_session (JmCheckPanel *self,
                            JmSession    *session)
{
  g_return_if_fail (JM_IS_CHECK_PANEL (self));

  if (self->session == session)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->round++;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      jm_aside_set_busy (JM_ASIDE (self->aside));
      g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
      changed_cb (self);
    }
}

/**
 * jm_check_panel_get_count:
 * @self: a list
 *
 * Returns: how many remarks there are that nobody dismissed, as the map was read last
 */
guint
jm_check_panel_get_count (JmCheckPanel *self)
{
  g_return_val_if_fail (JM_IS_CHECK_PANEL (self), 0);

  return self->open->len;
}
