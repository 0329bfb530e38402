/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-face-field.h"
#include "jm-icon-field.h"
#include "jm-item-list.h"
#include "jm-link-list.h"
#include "jm-page.h"
#include "jm-picture-list.h"
#include "jm-question.h"
#include "jm-spoken.h"
#include "jm-switch-field.h"
#include "jm-text-field.h"

#include "model/jm-edit.h"
#include "scene/jm-pictogram.h"

#include <glib/gi18n.h>

#define JM_TYPE_TOUCHPOINT_PAGE (jm_touchpoint_page_get_type ())
G_DECLARE_FINAL_TYPE (JmTouchpointPage, jm_touchpoint_page, JM, TOUCHPOINT_PAGE, JmPage)

struct _JmTouchpointPage
{
  JmPage     parent_instance;

  GtkWidget *channel;
  GtkWidget *feelings;      /* for each persona: five faces, and what she says */
  GPtrArray *persona_ids;   /* whose they are; one NULL when the map has no persona */
  GtkWidget *lists[4];
  GtkWidget *pictures;
  GtkWidget *links;
};

G_DEFINE_FINAL_TYPE (JmTouchpointPage, jm_touchpoint_page, JM_TYPE_PAGE)

/* Channels */

static void
channel_named_cb (JmTouchpointPage *self,
                  const char       *response,
                  JmQuestion       *dialog)
{
  g_autofree char *name = jm_question_get_name (dialog);
  JmSession *session = jm_page_get_session (JM_PAGE (self));
  g_autoptr(JmMap) with_channel = NULL;
  g_autoptr(JmMap) with_icon = NULL;
  g_autoptr(JmMap) next = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  const char *icon;

  if (g_strcmp0 (response, "add") != 0 || *name == '\0' || session == NULL)
    return;

  icon = jm_pictogram_guess (name);
  with_channel = jm_map_add (jm_session_get_map (session), JM_KIND_CHANNEL, NULL, -1, name, &id, &error);
  if (with_channel != NULL)
    with_icon = jm_map_set (with_channel, id, JM_ATTR_ICON, icon, &error);
  if (with_icon != NULL)
    next = jm_map_set (with_icon, jm_page_get_id (JM_PAGE (self)), JM_ATTR_CHANNEL, id, &error);

  if (next != NULL)
    jm_session_apply (session, next, _("New channel"));
  else
    jm_question_tell (GTK_WIDGET (self), _("The Channel Is Not Made"), error->message);
}

static void
new_channel_cb (JmTouchpointPage *self)
{
  JmQuestion *dialog = jm_question_new (_("New Channel"),
                                        _("Where or through what does this contact take place?"));

  g_signal_connect_object (dialog, "response", G_CALLBACK (channel_named_cb), self, G_CONNECT_SWAPPED);
  jm_question_ask_name (dialog, GTK_WIDGET (self),
                        /* Translators: an example of a channel */
                        _("such as Shop, Website or Telephone"), "add", _("_Add"));
}

static void
offer_channels (JmTouchpointPage *self,
                JmMap            *map)
{
  g_autoptr(GArray) choices = g_array_new (FALSE, FALSE, sizeof (JmChoice));
  JmChoice none = { "", _("None") };
  JmItem *channel;
  guint cursor = 0;

  g_array_append_val (choices, none);
  while ((channel = jm_item_next (jm_map_get_root (map), JM_KIND_CHANNEL, &cursor)) != NULL)
    {
      JmChoice choice = { jm_item_get_id (channel), jm_item_get_label (channel) };

      g_array_append_val (choices, choice);
    }
  jm_choice_field_set_choices (JM_CHOICE_FIELD (self->channel), &g_array_index (choices, JmChoice, 0), choices->len);
}

/* Feelings */

static void
add_feeling (JmTouchpointPage *self)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = jm_text_field_new (_("In their words"), JM_ATTR_NONE, JM_KIND_NONE, FALSE);

  gtk_box_append (GTK_BOX (block), jm_face_field_new ());
  gtk_box_append (GTK_BOX (block), words);
  gtk_box_append (GTK_BOX (self->feelings), block);
}

static void
show_feelings (JmTouchpointPage *self,
               JmMap            *map,
               JmItem           *touchpoint)
{
  JmSession *session = jm_page_get_session (JM_PAGE (self));
  JmItem *persona;
  GtkWidget *child;
  guint cursor = 0, n = 0;

  g_ptr_array_set_size (self->persona_ids, 0);
  while ((persona = jm_item_next (jm_map_get_root (map), JM_KIND_PERSONA, &cursor)) != NULL)
    g_ptr_array_add (self->persona_ids, g_strdup (jm_item_get_id (persona)));
  if (self->persona_ids->len == 0)
    g_ptr_array_add (self->persona_ids, NULL);

  for (child = gtk_widget_get_first_child (self->feelings); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  for (; n < self->persona_ids->len; n++)
    add_feeling (self);
  for (; n > self->persona_ids->len; n--)
    gtk_box_remove (GTK_BOX (self->feelings), gtk_widget_get_last_child (self->feelings));

  child = gtk_widget_get_first_child (self->feelings);
  for (guint i = 0; i < self->persona_ids->len; i++)
    {
      const char *persona_id = g_ptr_array_index (self->persona_ids, i);
      GtkWidget *faces = gtk_widget_get_first_child (child);
      GtkWidget *words = gtk_widget_get_last_child (child);
      g_autofree char *handle = jm_emotion_handle (jm_item_get_id (touchpoint), persona_id);

      jm_face_field_set_touchpoint (JM_FACE_FIELD (faces), session, jm_item_get_id (touchpoint), persona_id);
      jm_field_bind (JM_FIELD (words), session, handle);
      gtk_widget_set_visible (words, jm_map_get_emotion (map, touchpoint, persona_id) != NULL);
      child = gtk_widget_get_next_sibling (child);
    }
}

/* The page */

static void
jm_touchpoint_page_update (JmPage *page,
                           JmMap  *map,
                           JmItem *item)
{
  JmTouchpointPage *self = JM_TOUCHPOINT_PAGE (page);

  if (jm_item_get_kind (item) != JM_KIND_TOUCHPOINT)
    return;

  offer_channels (self, map);
  show_feelings (self, map, item);
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    jm_child_list_show (JM_CHILD_LIST (self->lists[i]), jm_page_get_session (page), item);
  jm_child_list_show (JM_CHILD_LIST (self->pictures), jm_page_get_session (page), item);
  jm_link_list_show (JM_LINK_LIST (self->links), jm_page_get_session (page), item);
}

static void
jm_touchpoint_page_finalize (GObject *object)
{
  g_clear_pointer (&JM_TOUCHPOINT_PAGE (object)->persona_ids, g_ptr_array_unref);

  G_OBJECT_CLASS (jm_touchpoint_page_parent_class)->finalize (object);
}

static void
jm_touchpoint_page_class_init (JmTouchpointPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_touchpoint_page_finalize;
  JM_PAGE_CLASS (klass)->update = jm_touchpoint_page_update;
}

static void
jm_touchpoint_page_init (JmTouchpointPage *self)
{
  const JmChoice devices[] = {
    { "none", _("None") },
    { "phone", _("Telephone") },
    { "tablet", _("Tablet") },
    { "laptop", _("Laptop") },
    { "desktop", _("Desktop computer") },
    { "watch", _("Watch") },
    { "tv", _("Television") },
    { "radio", _("Radio") },
  };
  const JmChoice evidence[] = {
    { "", _("Not said") },
    { "assumed", _("Assumed") },
    { "observed", _("Observed") },
    { "measured", _("Measured") },
  };
  JmPage *page = JM_PAGE (self);
  GtkWidget *device, *known, *when;

  self->persona_ids = g_ptr_array_new_with_free_func (g_free);

  self->channel = jm_choice_field_new (_("Channel"), JM_ATTR_CHANNEL);
  jm_choice_field_set_extra (JM_CHOICE_FIELD (self->channel), _("New channel…"));
  g_signal_connect_object (self->channel, "extra", G_CALLBACK (new_channel_cb), self, G_CONNECT_SWAPPED);

  jm_page_add_fields (page,
                      jm_text_field_new (_("Title"), JM_ATTR_NONE, JM_KIND_TITLE, TRUE),
                      jm_text_field_new (_("Description"), JM_ATTR_NONE, JM_KIND_DESCRIPTION, TRUE),
                      self->channel,
                      NULL);

  self->feelings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  jm_page_add (page, self->feelings);

  self->lists[0] = jm_item_list_new (JM_KIND_PAIN_POINT, _("Pain points"), _("Add Pain Point"));
  self->lists[1] = jm_item_list_new (JM_KIND_OPPORTUNITY, _("Opportunities"), _("Add Opportunity"));
  self->lists[2] = jm_item_list_new (JM_KIND_THOUGHT, _("Thoughts"), _("Add Thought"));
  self->lists[3] = jm_item_list_new (JM_KIND_NOTE, _("Notes"), _("Add Note"));
  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    jm_page_add (page, self->lists[i]);

  self->pictures = jm_picture_list_new ();
  jm_page_add (page, self->pictures);

  self->links = jm_link_list_new ();
  jm_page_add (page, self->links);

  jm_page_add_heading (page, _("More"));
  jm_page_add_field (page, jm_icon_field_new (_("Icon"), _("As the channel")));

  device = jm_choice_field_new (_("Device"), JM_ATTR_DEVICE);
  jm_choice_field_set_choices (JM_CHOICE_FIELD (device), devices, G_N_ELEMENTS (devices));
  jm_page_add_field (page, device);

  when = jm_text_field_new (_("When, from the start of the phase"), JM_ATTR_AT, JM_KIND_NONE, FALSE);
  jm_text_field_set_words (JM_TEXT_FIELD (when), jm_spoken_duration, jm_spoken_read_duration);
  jm_text_field_set_hint (JM_TEXT_FIELD (when), _("such as 15 min or 1.5 hours"));
  jm_page_add_field (page, when);

  jm_page_add_field (page, jm_switch_field_new (_("Moment of truth"), JM_ATTR_MOMENT_OF_TRUTH, FALSE));

  known = jm_choice_field_new (_("How we know this"), JM_ATTR_EVIDENCE);
  jm_choice_field_set_choices (JM_CHOICE_FIELD (known), evidence, G_N_ELEMENTS (evidence));
  jm_page_add_field (page, known);

  jm_page_add_field (page, jm_text_field_new (_("Owner"), JM_ATTR_OWNER, JM_KIND_NONE, FALSE));
}

GtkWidget *
jm_touchpoint_page_new (void)
{
  return g_object_new (JM_TYPE_TOUCHPOINT_PAGE, NULL);
}
