/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-lane-list.h"

#include "jm-question.h"

#include "canvas/jm-commands.h"
#include "scene/jm-words.h"

#include <glib/gi18n.h>

struct _JmLaneList
{
  AdwBin      parent_instance;

  JmSession  *session;
  GPtrArray  *shown;      /* of JmItem, one a row */
  GtkWidget  *rows;
  GtkWidget  *add;
};

G_DEFINE_FINAL_TYPE (JmLaneList, jm_lane_list, ADW_TYPE_BIN)

static const char *
get_lane_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "jm-lane-id");
}

static void
name_clicked_cb (JmLaneList *self,
                 GtkWidget  *button)
{
  if (self->session != NULL)
    jm_session_select (self->session, get_lane_id (button));
}

static void
visibility_clicked_cb (JmLaneList *self,
                       GtkWidget  *button)
{
  JmItem *lane = jm_map_find (jm_session_get_map (self->session), get_lane_id (button));

  if (lane != NULL)
    jm_command_set (self->session, jm_item_get_id (lane), JM_ATTR_HIDDEN,
                    jm_item_get_boolean (lane, JM_ATTR_HIDDEN) ? "false" : "true", NULL);
}

static void
up_clicked_cb (JmLaneList *self,
               GtkWidget  *button)
{
  jm_command_move_lane (self->session, get_lane_id (button), -1, FALSE);
}

static void
down_clicked_cb (JmLaneList *self,
                 GtkWidget  *button)
{
  jm_command_move_lane (self->session, get_lane_id (button), 1, FALSE);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  JmLaneList *self = JM_LANE_LIST (widget);
  const char *kind = g_variant_get_string (parameter, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (!jm_command_new_lane (self->session, kind, -1, &id, &error))
    {
      if (error != NULL)
        jm_question_tell (GTK_WIDGET (self), _("Nothing Is Added"), error->message);
      return;
    }

  if (jm_lane_kind_is_named (kind))
    {
      jm_session_select (self->session, id);
      gtk_widget_activate_action (GTK_WIDGET (self), "inspector.edit", NULL);
    }
}

static GtkWidget *
new_button (JmLaneList *self,
            JmItem     *lane,
            const char *icon,
            const char *tooltip,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_object_set_data_full (G_OBJECT (button), "jm-lane-id", g_strdup (jm_item_get_id (lane)), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (JmLaneList    *self,
          const JmWords *words,
          JmItem        *lane,
          gboolean       first,
          gboolean       last)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *title = jm_words_lane (words, lane);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *name = gtk_button_new ();
  gboolean hidden = jm_item_get_boolean (lane, JM_ATTR_HIDDEN);
  GtkWidget *button;
  g_autofree char *visibility = NULL;
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (name), label);
  gtk_widget_add_css_class (name, "flat");
  gtk_widget_add_css_class (name, "lane-name");
  if (hidden)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (name), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Selects the lane on the map"), -1);
  g_object_set_data_full (G_OBJECT (name), "jm-lane-id", g_strdup (jm_item_get_id (lane)), g_free);
  g_signal_connect_object (name, "clicked", G_CALLBACK (name_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), name);

  /* Translators: %s is the name of a lane, in these three */
  up = g_strdup_printf (_("Move %s Up"), title);
  button = new_button (self, lane, "go-up-symbolic", up, G_CALLBACK (up_clicked_cb));
  gtk_widget_set_sensitive (button, !first);
  gtk_box_append (GTK_BOX (row), button);

  down = g_strdup_printf (_("Move %s Down"), title);
  button = new_button (self, lane, "go-down-symbolic", down, G_CALLBACK (down_clicked_cb));
  gtk_widget_set_sensitive (button, !last);
  gtk_box_append (GTK_BOX (row), button);

  visibility = g_strdup_printf (hidden ? _("Show %s") : _("Hide %s"), title);
  button = new_button (self, lane, hidden ? "view-conceal-symbolic" : "view-reveal-symbolic", visibility,
                       G_CALLBACK (visibility_clicked_cb));
  gtk_box_append (GTK_BOX (row), button);

  gtk_widget_add_css_class (row, "lane-row");

  return row;
}

static void
jm_lane_list_finalize (GObject *object)
{
  JmLaneList *self = JM_LANE_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (jm_lane_list_parent_class)->finalize (object);
}

static void
jm_lane_list_class_init (JmLaneListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_lane_list_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "lanes.add", "s", add_cb);
}

static void
jm_lane_list_init (JmLaneList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (_("Lanes"));
  g_autoptr(GMenu) menu = g_menu_new ();
  const JmLaneKind *kinds;
  guint n_kinds;

  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "section");
  gtk_widget_add_css_class (top, "section-row");
  gtk_box_append (GTK_BOX (top), label);

  kinds = jm_command_get_lane_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(kinds[i].name), NULL);

      g_menu_item_set_action_and_target (item, "lanes.add", "s", kinds[i].kind);
      g_menu_append_item (menu, item);
    }
  self->add = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->add), "list-add-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->add), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_set_tooltip_text (self->add, _("Add Lane"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Lane"), -1);
  gtk_box_append (GTK_BOX (top), self->add);

  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jm_lane_list_new:
 *
 * Returns: (transfer floating): a list without lanes as yet
 */
GtkWidget *
jm_lane_list_new (void)
{
  return g_object_new (JM_TYPE_LANE_LIST, NULL);
}

/* Which button of which lane has the focus: its place in the row, and the lane's id; 0 for the name. */
static char *
remember_focus (JmLaneList *self,
                guint      *nth)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->rows) || get_lane_id (focus) == NULL)
    return NULL;

  *nth = 0;
  for (GtkWidget *before = gtk_widget_get_prev_sibling (focus); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    (*nth)++;

  return g_strdup (get_lane_id (focus));
}

/* The rows were made anew: whoever moves a lane by several places presses the same button again. */
static void
restore_focus (JmLaneList *self,
               const char *lane_id,
               guint       nth)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *name = gtk_widget_get_first_child (row);
      GtkWidget *button = name;

      if (g_strcmp0 (get_lane_id (name), lane_id) != 0)
        continue;

      while (nth-- > 0 && gtk_widget_get_next_sibling (button) != NULL)
        button = gtk_widget_get_next_sibling (button);
      gtk_widget_grab_focus (gtk_widget_is_sensitive (button) ? button : name);
      return;
    }
}

/**
 * jm_lane_list_show:
 * @self: a list
 * @session: the session that is worked in
 *
 * Shows the lanes of the session's map as they are now.
 */
void
jm_lane_list_show (JmLaneList *self,
                   JmSession  *session)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (session));
  const JmWords *words = jm_words_get (jm_item_get (root, JM_ATTR_LANG));
  guint cursor = 0, n = 0, nth = 0;
  g_autofree char *focus = NULL;
  gboolean same = TRUE;
  GtkWidget *child;
  JmItem *lane;

  g_return_if_fail (JM_IS_LANE_LIST (self));

  same = self->session == session;
  g_set_object (&self->session, session);

  while (same && (lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      same = n < self->shown->len && g_ptr_array_index (self->shown, n) == lane;
      n++;
    }
  if (same && n == self->shown->len)
    return;

  focus = remember_focus (self, &nth);
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  g_ptr_array_set_size (self->shown, 0);

  cursor = 0;
  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    g_ptr_array_add (self->shown, jm_item_ref (lane));
  for (guint i = 0; i < self->shown->len; i++)
    gtk_box_append (GTK_BOX (self->rows), make_row (self, words, g_ptr_array_index (self->shown, i), i == 0,
                                                    i + 1 == self->shown->len));
  if (focus != NULL)
    restore_focus (self, focus, nth);
}
