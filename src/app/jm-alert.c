/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-alert.h"

#include <glib/gi18n.h>

struct _JmAlert
{
  GtkWidget  parent_instance;

  GtkWidget *revealer;
  GtkWidget *bar;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *answers;
  char      *text;         /* what is shown, or was and has been dismissed */
};

G_DEFINE_FINAL_TYPE (JmAlert, jm_alert, GTK_TYPE_WIDGET)

/* Between the parts of the bar, and between the text and the answers below it. */
#define GAP       12
#define GAP_BELOW 6

/* With so much of a line, pixels, the text need not have the whole width of the window. */
#define ROOM_FOR_TEXT 400

/* What is in a bar, in the order of its children, and what they need across. */
typedef struct
{
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *answers;
  GtkWidget *close;
  int        icon_width;
  int        label_width;      /* on one line */
  int        label_least;
  int        answers_width;
  int        close_width;
} Parts;

static Parts
get_parts (GtkWidget *bar)
{
  Parts parts = { gtk_widget_get_first_child (bar) };

  parts.label = gtk_widget_get_next_sibling (parts.icon);
  parts.answers = gtk_widget_get_next_sibling (parts.label);
  parts.close = gtk_widget_get_next_sibling (parts.answers);
  gtk_widget_measure (parts.icon, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &parts.icon_width, NULL, NULL);
  gtk_widget_measure (parts.label, GTK_ORIENTATION_HORIZONTAL, -1, &parts.label_least, &parts.label_width, NULL, NULL);
  gtk_widget_measure (parts.answers, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &parts.answers_width, NULL, NULL);
  gtk_widget_measure (parts.close, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &parts.close_width, NULL, NULL);

  return parts;
}

/* The answers stand beside the text where it has room enough then, else below it. Returns how wide the text is. */
static int
arrange (const Parts *parts,
         int          width,
         gboolean    *beside)
{
  int across = width - parts->icon_width - parts->close_width - 2 * GAP;
  int rest = across - parts->answers_width - GAP;

  *beside = rest >= MIN (parts->label_width, ROOM_FOR_TEXT);

  return *beside ? rest : across;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  return height;
}

static GtkSizeRequestMode
bar_get_mode (GtkWidget *bar)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
bar_measure (GtkWidget      *bar,
             GtkOrientation  orientation,
             int             for_size,
             int            *minimum,
             int            *natural,
             int            *minimum_baseline,
             int            *natural_baseline)
{
  Parts parts = get_parts (bar);
  int around = parts.icon_width + parts.close_width + 2 * GAP;
  gboolean beside;
  int row, below;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (around + parts.label_least, parts.answers_width);
      *natural = around + parts.label_width + GAP + parts.answers_width;
      return;
    }

  if (for_size < 0)
    for_size = around + parts.label_width + GAP + parts.answers_width;
  row = MAX (get_height (parts.label, arrange (&parts, for_size, &beside)), get_height (parts.close, -1));
  below = get_height (parts.answers, -1);
  *minimum = *natural = beside ? MAX (row, below) : row + (below > 0 ? GAP_BELOW + below : 0);
}

static void
bar_allocate (GtkWidget *bar,
              int        width,
              int        height,
              int        baseline)
{
  gboolean rtl = gtk_widget_get_direction (bar) == GTK_TEXT_DIR_RTL;
  Parts parts = get_parts (bar);
  int answers_height = get_height (parts.answers, -1);
  gboolean beside;
  int label_width = arrange (&parts, width, &beside);
  int row = beside ? height : height - (answers_height > 0 ? GAP_BELOW + answers_height : 0);
  struct { GtkWidget *widget; int x, y, width, height; } places[] = {
    { parts.icon, 0, 0, parts.icon_width, row },
    { parts.label, parts.icon_width + GAP, 0, label_width, row },
    { parts.close, width - parts.close_width, 0, parts.close_width, row },
    { parts.answers, width - parts.answers_width - (beside ? GAP + parts.close_width : 0),
      beside ? (height - answers_height) / 2 : height - answers_height, parts.answers_width, answers_height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int x = rtl ? width - places[i].x - places[i].width : places[i].x;

      gtk_widget_size_allocate (places[i].widget,
                                &(GtkAllocation) { x, places[i].y, places[i].width, places[i].height }, -1);
    }
}

static void
dismiss_cb (JmAlert *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}

static void
jm_alert_dispose (GObject *object)
{
  g_clear_pointer (&JM_ALERT (object)->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (jm_alert_parent_class)->dispose (object);
}

static void
jm_alert_finalize (GObject *object)
{
  g_free (JM_ALERT (object)->text);

  G_OBJECT_CLASS (jm_alert_parent_class)->finalize (object);
}

static void
jm_alert_class_init (JmAlertClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_alert_dispose;
  G_OBJECT_CLASS (klass)->finalize = jm_alert_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "jm-alert");
}

static void
jm_alert_init (JmAlert *self)
{
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_selectable (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_focusable (self->label, FALSE);

  self->answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (close, "flat");
  gtk_widget_add_css_class (close, "circular");
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (close, _("Close this message"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close this message"), -1);
  g_signal_connect_object (close, "clicked", G_CALLBACK (dismiss_cb), self, G_CONNECT_SWAPPED);

  self->bar = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_widget_set_layout_manager (self->bar, gtk_custom_layout_new (bar_get_mode, bar_measure, bar_allocate));
  gtk_widget_add_css_class (self->bar, "alert-bar");
  gtk_box_append (GTK_BOX (self->bar), self->icon);
  gtk_box_append (GTK_BOX (self->bar), self->label);
  gtk_box_append (GTK_BOX (self->bar), self->answers);
  gtk_box_append (GTK_BOX (self->bar), close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), self->bar);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));
}

/**
 * jm_alert_new:
 *
 * Returns: (transfer floating): a bar that shows nothing yet
 */
GtkWidget *
jm_alert_new (void)
{
  return g_object_new (JM_TYPE_ALERT, NULL);
}

/**
 * jm_alert_show:
 * @self: an alert
 * @is_danger: whether something may be lost
 * @text: what happened and what is safe
 * @answers: what can be done, the best one last
 * @n_answers: how many these are
 *
 * Shows the bar. One that the person closed stays so as long as it would tell the same.
 */
void
jm_alert_show (JmAlert             *self,
               gboolean             is_danger,
               const char          *text,
               const JmAlertAnswer *answers,
               guint                n_answers)
{
  GtkWidget *child;

  g_return_if_fail (JM_IS_ALERT (self));

  if (g_strcmp0 (text, self->text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                is_danger ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  if (is_danger)
    gtk_widget_add_css_class (self->bar, "danger");
  else
    gtk_widget_remove_css_class (self->bar, "danger");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  for (guint n = 0; n < n_answers; n++)
    {
      GtkWidget *button = gtk_button_new_with_label (answers[n].label);

      /* Rather cut short than wider than a small screen. */
      gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), answers[n].action);
      if (n + 1 == n_answers)
        gtk_widget_add_css_class (button, "suggested-action");
      gtk_box_append (GTK_BOX (self->answers), button);
    }

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/**
 * jm_alert_hide:
 * @self: an alert
 *
 * Says that it is over.
 */
void
jm_alert_hide (JmAlert *self)
{
  g_return_if_fail (JM_IS_ALERT (self));

  g_clear_pointer (&self->text, g_free);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
