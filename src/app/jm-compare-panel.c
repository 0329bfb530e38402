/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-compare-panel.h"

#include "jm-aside.h"

#include "canvas/jm-commands.h"
#include "model/jm-compare.h"
#include "model/jm-names.h"

#include <glib/gi18n.h>

/* After a change, in milliseconds. */
#define PATIENCE 150

#define MOST_ROWS 200

struct _JmComparePanel
{
  AdwBin      parent_instance;

  JmSession  *session;
  JmMap      *other;        /* NULL: nothing to compare with */
  char       *name;         /* of the other map */
  GtkWidget  *aside;
  GPtrArray  *differences;  /* of JmDifference, one a row */
  guint       timeout;
};

enum
{
  SIGNAL_GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmComparePanel, jm_compare_panel, ADW_TYPE_BIN)

/* How a difference is marked: by a sign, a word for those who do not see it, and a class for its colour. */
static const struct
{
  const char *sign;
  const char *word;
  const char *css_class;
} marks[] = {
  [JM_DIFFERENCE_NEW] = { "+", N_("New"), "new" },
  [JM_DIFFERENCE_GONE] = { "−", N_("Gone"), "gone" },
  [JM_DIFFERENCE_MOVED] = { "↔", N_("Moved"), "changed" },
  [JM_DIFFERENCE_RETITLED] = { "≠", N_("Says something else"), "changed" },
  [JM_DIFFERENCE_BETTER] = { "▲", N_("Feels better"), "new" },
  [JM_DIFFERENCE_WORSE] = { "▼", N_("Feels worse"), "gone" },
  [JM_DIFFERENCE_CHANGED] = { "≠", N_("Changed"), "changed" },
};

static void
row_activated_cb (JmComparePanel *self,
                  GtkListBoxRow  *row)
{
  const JmDifference *difference;
  g_autofree char *id = NULL;

  if (gtk_list_box_row_get_index (row) >= (int) self->differences->len)
    return;

  difference = g_ptr_array_index (self->differences, gtk_list_box_row_get_index (row));
  id = g_strdup (difference->id);
  if (id == NULL || jm_map_find (jm_session_get_map (self->session), id) != NULL)
    g_signal_emit (self, signals[SIGNAL_GO], 0, id, FALSE);
}

static GtkWidget *
make_row (guint    nth,
          gpointer user_data)
{
  JmComparePanel *self = user_data;
  const JmDifference *difference = g_ptr_array_index (self->differences, nth);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  const char *mark = _(marks[difference->type].word);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", mark, jm_kind_get_display_name (difference->kind),
                                             difference->title);
  GtkWidget *label;

  label = gtk_label_new (marks[difference->type].sign);
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (label, mark);
  gtk_widget_add_css_class (label, "difference-sign");
  gtk_box_append (GTK_BOX (box), label);

  gtk_box_append (GTK_BOX (words), jm_aside_label_new (difference->title, FALSE, "aside-title"));
  gtk_box_append (GTK_BOX (words), jm_aside_label_new (difference->words, TRUE, "aside-words"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), difference->type != JM_DIFFERENCE_GONE);
  gtk_widget_add_css_class (row, marks[difference->type].css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, difference->words, -1);

  return row;
}

static void
compare (JmComparePanel *self)
{
  JmAside *aside = JM_ASIDE (self->aside);
  g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *count = NULL;
  g_autofree char *summary = NULL;
  guint n;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_ptr_array_unref (self->differences);
  if (self->other == NULL || self->session == NULL)
    {
      self->differences = g_ptr_array_new ();
      jm_aside_set_busy (aside);
      return;
    }

  self->differences = jm_map_compare (self->other, jm_session_get_committed_map (self->session));
  n = self->differences->len;
  for (guint i = 0; i < n && i < MOST_ROWS; i++)
    {
      const JmDifference *difference = g_ptr_array_index (self->differences, i);

      g_ptr_array_add (keys, g_strdup_printf ("%d\n%d\n%s\n%s\n%s\n%s", difference->type, difference->kind,
                                              difference->id != NULL ? difference->id : "",
                                              difference->persona_id != NULL ? difference->persona_id : "",
                                              difference->title, difference->words));
    }
  jm_aside_update (aside, keys, make_row, self);

  count = g_strdup_printf (ngettext ("%u difference", "%u differences", n), n);
  /* Translators: "12 differences from An afternoon at IKEA" */
  summary = g_strdup_printf (_("%s from “%s”"), count, self->name);
  jm_aside_set_summary (aside, summary);
}

static gboolean
timeout_cb (gpointer user_data)
{
  JmComparePanel *self = user_data;

  self->timeout = 0;
  compare (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (JmComparePanel *self)
{
  if (self->other == NULL)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PATIENCE, timeout_cb, self);
}

static gboolean
jm_compare_panel_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JM_COMPARE_PANEL (widget)->aside);
}

static void
jm_compare_panel_dispose (GObject *object)
{
  JmComparePanel *self = JM_COMPARE_PANEL (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jm_compare_panel_parent_class)->dispose (object);
}

static void
jm_compare_panel_finalize (GObject *object)
{
  JmComparePanel *self = JM_COMPARE_PANEL (object);

  g_ptr_array_unref (self->differences);
  g_clear_pointer (&self->other, jm_map_unref);
  g_free (self->name);

  G_OBJECT_CLASS (jm_compare_panel_parent_class)->finalize (object);
}

static void
jm_compare_panel_class_init (JmComparePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jm_compare_panel_dispose;
  object_class->finalize = jm_compare_panel_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jm_compare_panel_grab_focus;

  signals[SIGNAL_GO] =
    g_signal_new ("go", JM_TYPE_COMPARE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
jm_compare_panel_init (JmComparePanel *self)
{
  GtkWidget *stop = gtk_button_new_with_label (_("Stop Comparing"));

  self->differences = g_ptr_array_new ();
  self->aside = jm_aside_new (_("Compare"));
  jm_aside_set_empty (JM_ASIDE (self->aside), _("The maps are the same"),
                      _("What you change from here on is listed, and marked on the map."));
  gtk_widget_add_css_class (stop, "aside-button");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "win.stop-comparing");
  jm_aside_add_footer (JM_ASIDE (self->aside), stop);
  adw_bin_set_child (ADW_BIN (self), self->aside);

  g_signal_connect_object (jm_aside_get_list (JM_ASIDE (self->aside)), "row-activated", G_CALLBACK (row_activated_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * jm_compare_panel_new:
 *
 * Returns: (transfer floating): a list without a session
 */
GtkWidget *
jm_compare_panel_new (void)
{
  return g_object_new (JM_TYPE_COMPARE_PANEL, NULL);
}

/**
 * jm_compare_panel_set_session:
 * @self: a list
 * @session: the session that is worked in
 */
void
jm_compare_panel_set_session (JmComparePanel *self,
                              JmSession      *session)
{
  g_return_if_fail (JM_IS_COMPARE_PANEL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
}

/**
 * jm_compare_panel_set_other:
 * @self: a list
 * @other: (nullable): the map to compare with, %NULL for none
 * @name: (nullable): what it is called
 *
 * Lists what is different from @other, and keeps up with the session a moment after each change.
 */
void
jm_compare_panel_set_other (JmComparePanel *self,
                            JmMap          *other,
                            const char     *name)
{
  g_return_if_fail (JM_IS_COMPARE_PANEL (self));

  g_clear_pointer (&self->other, jm_map_unref);
  if (other != NULL)
    self->other = jm_map_ref (other);
  g_free (self->name);
  self->name = g_strdup (name);
  compare (self);
}
