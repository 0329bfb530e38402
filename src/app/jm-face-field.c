/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-face-field.h"

#include "jm-feeling-image.h"

#include "canvas/jm-commands.h"

#include <glib/gi18n.h>
#include <math.h>

struct _JmFaceField
{
  JmField    parent_instance;

  GtkWidget *caption;
  GtkWidget *buttons[5];
  char      *touchpoint_id;
  char      *persona_id;      /* NULL: everyone's */
  int        present;         /* 0 to 4, -1 without a feeling */
};

G_DEFINE_FINAL_TYPE (JmFaceField, jm_face_field, JM_TYPE_FIELD)

static void
jm_face_field_refresh (JmField *field,
                       JmMap   *map,
                       JmItem  *touchpoint)
{
  JmFaceField *self = JM_FACE_FIELD (field);
  JmItem *emotion = touchpoint == NULL ? NULL : jm_map_get_emotion (map, touchpoint, self->persona_id);
  JmItem *persona = self->persona_id == NULL ? NULL : jm_map_find (map, self->persona_id);
  const char *name = persona == NULL ? "" : jm_item_get_label (persona);
  g_autofree char *caption = NULL;
  double value;

  /* Translators: %s is the name of a persona */
  caption = *name == '\0' ? g_strdup (_("Feeling")) : g_strdup_printf (_("Feeling of %s"), name);
  gtk_label_set_label (GTK_LABEL (self->caption), caption);

  self->present = -1;
  if (emotion != NULL && jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
    self->present = CLAMP ((int) floor (value + 2.5), 0, 4);

  for (int i = 0; i < 5; i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == self->present);
      if (self->present >= 0 && i != self->present)
        gtk_widget_add_css_class (self->buttons[i], "other");
      else
        gtk_widget_remove_css_class (self->buttons[i], "other");
    }
}

static void
clicked_cb (JmFaceField *self,
            GtkWidget   *button)
{
  JmSession *session = jm_field_get_session (JM_FIELD (self));
  int chosen = 0;

  while (self->buttons[chosen] != button)
    chosen++;

  if (session == NULL || self->touchpoint_id == NULL)
    return;

  if (chosen == self->present)
    jm_command_clear_feeling (session, self->touchpoint_id, self->persona_id, NULL);
  else
    jm_command_set_feeling (session, self->touchpoint_id, self->persona_id, chosen - 2, NULL);

  jm_field_refresh (JM_FIELD (self));
}

static void
jm_face_field_finalize (GObject *object)
{
  JmFaceField *self = JM_FACE_FIELD (object);

  g_clear_pointer (&self->touchpoint_id, g_free);
  g_clear_pointer (&self->persona_id, g_free);

  G_OBJECT_CLASS (jm_face_field_parent_class)->finalize (object);
}

static void
jm_face_field_class_init (JmFaceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_face_field_finalize;
  JM_FIELD_CLASS (klass)->refresh = jm_face_field_refresh;
}

static void
jm_face_field_init (JmFaceField *self)
{
  static const char * const names[] = { N_("Very bad"), N_("Bad"), N_("Neutral"), N_("Good"), N_("Very good") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  jm_field_set_subject (JM_FIELD (self), _("Feeling"), JM_ATTR_NONE, JM_KIND_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "faces");

  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->caption), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->caption, "section");
  gtk_box_append (GTK_BOX (box), self->caption);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (int i = 0; i < 5; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      char digit[2] = { '1' + i, '\0' };
      GtkWidget *number = gtk_label_new (digit);

      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), jm_feeling_image_new (i - 2));
      gtk_widget_set_halign (self->buttons[i], GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (self->buttons[i], "face");
      gtk_widget_set_tooltip_text (self->buttons[i], _(names[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _(names[i]),
                                      -1);
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

      gtk_widget_add_css_class (number, "field-label");
      gtk_accessible_update_state (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_box_append (GTK_BOX (column), self->buttons[i]);
      gtk_box_append (GTK_BOX (column), number);
      gtk_box_append (GTK_BOX (row), column);
    }
  gtk_box_append (GTK_BOX (box), row);

  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jm_face_field_new:
 *
 * Returns: (transfer floating): five faces
 */
GtkWidget *
jm_face_field_new (void)
{
  return g_object_new (JM_TYPE_FACE_FIELD, NULL);
}

/**
 * jm_face_field_set_touchpoint:
 * @self: five faces
 * @session: the session that is worked in
 * @touchpoint_id: where
 * @persona_id: (nullable): whose feeling, %NULL for everyone's
 *
 * Shows the feeling of a persona at a touchpoint. A click on the face that is already there takes the feeling away.
 */
void
jm_face_field_set_touchpoint (JmFaceField *self,
                              JmSession   *session,
                              const char  *touchpoint_id,
                              const char  *persona_id)
{
  g_return_if_fail (JM_IS_FACE_FIELD (self));

  if (g_strcmp0 (self->touchpoint_id, touchpoint_id) != 0)
    {
      g_free (self->touchpoint_id);
      self->touchpoint_id = g_strdup (touchpoint_id);
    }
  if (g_strcmp0 (self->persona_id, persona_id) != 0)
    {
      g_free (self->persona_id);
      self->persona_id = g_strdup (persona_id);
    }
  jm_field_bind (JM_FIELD (self), session, self->touchpoint_id);
}
