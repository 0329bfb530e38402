/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-tool-bar.h"

#include "canvas/jm-tool.h"

#include <glib/gi18n.h>

struct _JmToolBar
{
  AdwBin     parent_instance;

  GtkWidget *buttons[JM_N_TOOLS];
  GtkWidget *labels[JM_N_TOOLS];
};

G_DEFINE_FINAL_TYPE (JmToolBar, jm_tool_bar, ADW_TYPE_BIN)

static const struct
{
  JmTool      tool;
  const char *icon;
  const char *label;
  const char *tooltip;
} tools[] = {
  /* Translators: the names of the tools are short: there is little room under their icons */
  { JM_TOOL_SELECT, "jm-select-symbolic", NC_("tool", "Select"), N_("Select and move (Esc)") },
  { JM_TOOL_PHASE, "jm-phase-symbolic", NC_("tool", "Phase"), N_("New phase where you click (F)") },
  { JM_TOOL_TOUCHPOINT, "jm-touchpoint-symbolic", NC_("tool", "Touchpoint"), N_("New touchpoint where you click (T)") },
  { JM_TOOL_EMOTION, "jm-emotion-symbolic", NC_("tool", "Emotion"), N_("Set the feeling where you click (1 to 5)") },
  { JM_TOOL_PAIN_POINT, "jm-pain-point-symbolic", NC_("tool", "Pain point"), N_("New pain point where you click (P)") },
  { JM_TOOL_OPPORTUNITY, "jm-opportunity-symbolic", NC_("tool", "Opportunity"), N_("New opportunity where you click (O)") },
  { JM_TOOL_THOUGHT, "jm-thought-symbolic", NC_("tool", "Thought"), N_("New thought where you click (Q)") },
  { JM_TOOL_VOTE, "jm-vote-symbolic", NC_("tool", "Vote"), N_("One vote for the opportunity or pain point you click (+)") },
};

static void
pressed_cb (GtkGestureClick *click,
            int              n_press)
{
  /* Twice: the tool stays in the hand until another one is taken. */
  if (n_press == 2)
    gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)), "win.lock-tool", NULL);
}

static void
jm_tool_bar_class_init (JmToolBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "jm-tool-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
jm_tool_bar_init (JmToolBar *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tools"), -1);

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      GtkWidget *image = gtk_image_new_from_icon_name (tools[i].icon);
      const char *label = g_dpgettext2 (NULL, "tool", tools[i].label);
      GtkGesture *click = gtk_gesture_click_new ();

      self->labels[i] = gtk_label_new (label);
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), self->labels[i]);
      gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_add_css_class (button, "tool");
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_set_tooltip_text (button, _(tools[i].tooltip));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(tools[i].tooltip), -1);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", jm_tool_get_name (tools[i].tool));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.tool");

      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
      g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
      gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));

      self->buttons[i] = button;
      gtk_box_append (GTK_BOX (row), button);
    }

  adw_bin_set_child (ADW_BIN (self), row);
}

/**
 * jm_tool_bar_set_narrow:
 * @self: the tools
 * @narrow: whether there is room for the icons alone
 */
void
jm_tool_bar_set_narrow (JmToolBar *self,
                        gboolean   narrow)
{
  g_return_if_fail (JM_IS_TOOL_BAR (self));

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_set_visible (self->labels[i], !narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  /* What the class changes is measured again, and not only once the room is given out. */
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    gtk_widget_queue_resize (self->buttons[i]);
}

/**
 * jm_tool_bar_set_locked:
 * @self: the tools
 * @locked: whether the tool in the hand stays there after it was used
 */
void
jm_tool_bar_set_locked (JmToolBar *self,
                        gboolean   locked)
{
  g_return_if_fail (JM_IS_TOOL_BAR (self));

  if (locked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
}
