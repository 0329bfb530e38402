/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-find-bar.h"

#include "jm-compat.h"

#include "canvas/jm-speech.h"
#include "model/jm-find.h"
#include "scene/jm-words.h"

#include <glib/gi18n.h>

/* After an edit it looks again when the hands rest for so long, in milliseconds. */
#define PAUSE 200

struct _JmFindBar
{
  AdwBin      parent_instance;

  GtkWidget  *bar;
  GtkWidget  *entry;
  GtkWidget  *count;
  GtkWidget  *previous;
  GtkWidget  *next;

  JmCanvas   *canvas;
  JmSession  *session;     /* the one it listens to while it is open */
  JmFinder   *finder;
  GPtrArray  *found;       /* of ids and handles */
  int         at;          /* which of them is shown, -1 for none */
  char       *query;       /* what it looks for */
  char       *last;        /* what it looked for last, also when it was closed since, which empties the entry */
  char       *from;        /* what had the focus when it was opened: nearer is better */
  guint       timeout;
};

G_DEFINE_FINAL_TYPE (JmFindBar, jm_find_bar, ADW_TYPE_BIN)

/* The name of a lane and the word for a device stand on the map, although nobody typed them. */
static const char *
say_words (JmItem *root,
           JmItem *item)
{
  const JmWords *words = jm_words_get (jm_item_get (root, JM_ATTR_LANG));
  const char *device;

  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_LANE:
      return jm_words_lane (words, item);
    case JM_KIND_TOUCHPOINT:
      device = jm_item_get_or_default (item, JM_ATTR_DEVICE);
      return g_strcmp0 (device, "none") == 0 ? NULL : jm_words_device (words, device);
    default:
      return NULL;
    }
}

static const char *
get_query (JmFindBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
show_count (JmFindBar *self)
{
  gboolean some = self->found != NULL && self->found->len > 0;
  gboolean asked = *get_query (self) != '\0';
  g_autofree char *text = NULL;

  if (some)
    /* Translators: which of the places found is shown, such as "3 of 12" */
    text = g_strdup_printf (_("%d of %u"), self->at + 1, self->found->len);
  gtk_label_set_label (GTK_LABEL (self->count), some ? text : asked ? _("Not found") : "");
  gtk_widget_set_sensitive (self->previous, some);
  gtk_widget_set_sensitive (self->next, some);
  if (asked && !some)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
}

static gboolean
is_shown (JmFindBar  *self,
          const char *id)
{
  JmScene *scene = jm_canvas_get_scene (self->canvas);

  return scene != NULL && jm_scene_find (scene, id, JM_ROLE_NONE, NULL) != NULL;
}

/* Selects what was found and brings it into view; of what is in a hidden lane, the touchpoint it belongs to. */
static void
go_to (JmFindBar *self,
       int        at)
{
  g_autofree char *said = NULL;
  g_autofree char *spoken = NULL;
  const char *id;
  JmPlace place;
  JmMap *map;

  self->at = at;
  show_count (self);
  if (at < 0)
    return;

  map = jm_session_get_map (self->session);
  id = g_ptr_array_index (self->found, at);
  if (*id == '\0')
    {
      jm_session_unselect (self->session);
      jm_viewport_scroll_to (JM_VIEWPORT (self->canvas), jm_point (0, 0));
      said = g_strdup (jm_item_get_label (jm_map_get_root (map)));
    }
  else
    {
      jm_session_select (self->session, id);
      if (is_shown (self, id))
        jm_canvas_reveal (self->canvas, id);
      else if (jm_map_locate (map, id, &place) && place.touchpoint != NULL)
        jm_canvas_reveal (self->canvas, jm_item_get_id (place.touchpoint));
      else if (jm_map_locate (map, id, &place) && place.phase != NULL)
        jm_canvas_reveal (self->canvas, jm_item_get_id (place.phase));
      said = jm_speech_for_item (map, id);
    }

  spoken = g_strdup_printf ("%s: %s", gtk_label_get_label (GTK_LABEL (self->count)), said != NULL ? said : "");
  jm_compat_announce (self->entry, spoken);
}

static void
look (JmFindBar  *self,
      const char *from,
      gboolean    go)
{
  guint nearest = 0;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->at = -1;
  g_free (self->query);
  self->query = g_strdup (get_query (self));
  if (*self->query != '\0')
    {
      g_free (self->last);
      self->last = g_strdup (self->query);
    }
  if (self->session != NULL)
    self->found = jm_finder_find (self->finder, jm_session_get_map (self->session), get_query (self), from, &nearest);
  jm_canvas_set_marked (self->canvas, self->found, self->query);

  if (self->found != NULL && self->found->len > 0)
    self->at = (int) nearest;
  if (go)
    go_to (self, self->at);
  else
    show_count (self);
  if (go && self->at < 0 && *get_query (self) != '\0')
    jm_compat_announce (self->entry, _("Not found"));
}

static gboolean
look_again_cb (gpointer user_data)
{
  JmFindBar *self = user_data;

  self->timeout = 0;
  look (self, jm_session_get_focus (self->session), FALSE);

  return G_SOURCE_REMOVE;
}

static void
map_changed_cb (JmFindBar *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, look_again_cb, self);
}

static void
listen_to (JmFindBar *self,
           JmSession *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (map_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
search_changed_cb (JmFindBar *self)
{
  /* It comes a moment after the last letter, when Enter may have looked already. */
  if (self->session != NULL && g_strcmp0 (self->query, get_query (self)) != 0)
    look (self, self->from, TRUE);
}

static void
next_cb (JmFindBar *self)
{
  jm_find_bar_go_on (self, 1);
}

static void
previous_cb (JmFindBar *self)
{
  jm_find_bar_go_on (self, -1);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmFindBar             *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;

  jm_find_bar_go_on (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1);
  return TRUE;
}

/* Closed by Escape, by its button or by us. */
static void
mode_changed_cb (JmFindBar *self)
{
  if (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    return;

  listen_to (self, NULL);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->at = -1;
  if (self->canvas != NULL)
    {
      jm_canvas_set_marked (self->canvas, NULL, NULL);
      if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
        gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    }
}

static GtkWidget *
new_button (const char *icon,
            const char *tooltip,
            const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static void
jm_find_bar_dispose (GObject *object)
{
  JmFindBar *self = JM_FIND_BAR (object);

  listen_to (self, NULL);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (jm_find_bar_parent_class)->dispose (object);
}

static void
jm_find_bar_finalize (GObject *object)
{
  JmFindBar *self = JM_FIND_BAR (object);

  jm_finder_free (self->finder);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self->query);
  g_free (self->last);
  g_free (self->from);

  G_OBJECT_CLASS (jm_find_bar_parent_class)->finalize (object);
}

static void
jm_find_bar_class_init (JmFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jm_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = jm_find_bar_finalize;
}

static void
jm_find_bar_init (JmFindBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkEventController *key = gtk_event_controller_key_new ();

  self->finder = jm_finder_new (say_words);
  self->at = -1;

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "placeholder-text", _("Find"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find in the map"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, key);

  self->count = gtk_label_new ("");
  gtk_label_set_width_chars (GTK_LABEL (self->count), 11);
  gtk_label_set_xalign (GTK_LABEL (self->count), 1);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");

  self->previous = new_button ("go-up-symbolic", _("Previous (Shift+Enter)"), _("Previous"));
  g_signal_connect_object (self->previous, "clicked", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  self->next = new_button ("go-down-symbolic", _("Next (Enter)"), _("Next"));
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_append (GTK_BOX (buttons), self->previous);
  gtk_box_append (GTK_BOX (buttons), self->next);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_set_hexpand (box, TRUE);

  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_show_close_button (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), box);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), self->bar);
  show_count (self);
}

/**
 * jm_find_bar_set_canvas:
 * @self: a bar
 * @canvas: the canvas with the map to look in
 */
void
jm_find_bar_set_canvas (JmFindBar *self,
                        JmCanvas  *canvas)
{
  g_return_if_fail (JM_IS_FIND_BAR (self));
  g_return_if_fail (JM_IS_CANVAS (canvas));

  g_set_object (&self->canvas, canvas);
}

/**
 * jm_find_bar_open:
 * @self: a bar
 *
 * Shows the bar with the caret in it. What was looked for last is there, ready to be typed over.
 */
void
jm_find_bar_open (JmFindBar *self)
{
  gboolean was_open;

  g_return_if_fail (JM_IS_FIND_BAR (self));
  g_return_if_fail (self->canvas != NULL);

  if (jm_canvas_get_session (self->canvas) == NULL)
    return;

  was_open = gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar));
  jm_canvas_commit_editing (self->canvas);
  listen_to (self, jm_canvas_get_session (self->canvas));
  g_free (self->from);
  self->from = g_strdup (jm_session_get_focus (self->session));
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  if (*get_query (self) == '\0' && self->last != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), self->last);
  /* An entry that gets the focus selects its text. */
  gtk_widget_grab_focus (self->entry);
  if (was_open)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  else
    look (self, self->from, FALSE);
}

/**
 * jm_find_bar_close:
 * @self: a bar
 *
 * Hides the bar and the marks; the keyboard is on what was found last.
 */
void
jm_find_bar_close (JmFindBar *self)
{
  g_return_if_fail (JM_IS_FIND_BAR (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), FALSE);
}

/**
 * jm_find_bar_go_on:
 * @self: a bar
 * @step: 1 for the next, -1 for the previous
 *
 * Goes on to the next or the previous of what was found, round and round. Opens the bar when it is not.
 */
void
jm_find_bar_go_on (JmFindBar *self,
                   int        step)
{
  int n_found;

  g_return_if_fail (JM_IS_FIND_BAR (self));
  g_return_if_fail (step == 1 || step == -1);

  if (!gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    {
      jm_find_bar_open (self);
      return;
    }

  /* What was typed or changed a moment ago has not been looked for yet. */
  if (g_strcmp0 (self->query, get_query (self)) != 0)
    {
      look (self, self->from, TRUE);
      return;
    }
  if (self->timeout != 0)
    look (self, jm_session_get_focus (self->session), FALSE);

  n_found = self->found != NULL ? (int) self->found->len : 0;
  if (n_found > 0)
    go_to (self, self->at < 0 ? 0 : (self->at + step + n_found) % n_found);
}
