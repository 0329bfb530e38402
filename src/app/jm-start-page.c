/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-start-page.h"

#include "jm-new-map.h"
#include "jm-portal.h"
#include "jm-question.h"
#include "jm-recent.h"
#include "jm-shelves.h"
#include "jm-spoken.h"
#include "jm-thumbnail.h"

#include "format/jm-own-template.h"

#include <glib/gi18n.h>
#include <string.h>

#define CARD_WIDTH  246
#define CARD_HEIGHT 142

/* So many are shown at first: two rows, so that recent maps are seen without scrolling. */
#define FEW_CARDS 8

/* So many maps that were open before. */
#define FEW_RECENT 5

/* The template that is a map to begin from nothing. */
#define EMPTY_ID "empty"

struct _JmStartPage
{
  AdwBin      parent_instance;

  GtkWidget  *templates;
  GtkWidget  *more;
  GtkWidget  *columns;
  GtkWidget  *recent_column;
  GtkWidget  *recent;
  GtkWidget  *example_column;
  GtkWidget  *examples;
  gboolean    is_loading;
  gboolean    shows_all;
};

enum
{
  SIGNAL_TEMPLATE,
  SIGNAL_EXAMPLE,
  SIGNAL_RECENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmStartPage, jm_start_page, ADW_TYPE_BIN)

/* Cards and rows */

static void
name_accessibly (GtkWidget  *widget,
                 const char *title,
                 const char *detail)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, detail, -1);
}

/* Long words and large letters take a second line. */
static void
give_two_lines (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_lines (label, 2);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 20);
}

/* A template of one's own can go */

static void
remove_response_cb (JmStartPage *self,
                    const char  *response,
                    JmQuestion  *dialog)
{
  g_autoptr(GError) error = NULL;

  if (g_strcmp0 (response, "delete") != 0)
    return;

  if (!jm_own_template_remove (g_object_get_data (G_OBJECT (dialog), "jm-entry"), &error))
    jm_question_tell (GTK_WIDGET (self), _("The Template Is Not Deleted"), error->message);
  jm_start_page_load (self);
}

static void
ask_to_remove (JmStartPage    *self,
               JmLibraryEntry *entry)
{
  /* Translators: %s is the name of a template */
  g_autofree char *heading = g_strdup_printf (_("Delete the Template “%s”?"), entry->title);
  JmQuestion *dialog = jm_question_new (heading,
                                        _("Maps that were made from it stay as they are."));

  jm_question_add (dialog, "cancel", _("_Cancel"), ADW_RESPONSE_DEFAULT);
  jm_question_add (dialog, "delete", _("_Delete"), ADW_RESPONSE_DESTRUCTIVE);
  jm_question_set_close (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "jm-entry", jm_library_entry_ref (entry),
                          (GDestroyNotify) jm_library_entry_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self, G_CONNECT_SWAPPED);
  jm_question_present (dialog, GTK_WIDGET (self));
}

static void
remove_clicked_cb (JmStartPage *self,
                   GtkWidget   *button)
{
  GtkWidget *card = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);

  ask_to_remove (self, g_object_get_data (G_OBJECT (card), "jm-entry"));
}

static gboolean
card_key_pressed_cb (GtkEventControllerKey *controller,
                     guint                  keyval,
                     guint                  keycode,
                     GdkModifierType        state,
                     JmStartPage           *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;

  ask_to_remove (self, g_object_get_data (G_OBJECT (card), "jm-entry"));
  return GDK_EVENT_STOP;
}

/* Puts a button for deleting it over the picture of a card. */
static GtkWidget *
add_remove (JmStartPage *self,
            GtkWidget   *card,
            GtkWidget   *picture)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_overlay_set_child (GTK_OVERLAY (overlay), picture);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "osd");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "template-remove");
  gtk_widget_set_tooltip_text (button, _("Delete this template"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete this template"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (card_key_pressed_cb), self, 0);
  gtk_widget_add_controller (card, key);

  return overlay;
}

static void
add_card (JmStartPage    *self,
          const char     *title,
          const char     *line,
          GtkWidget      *picture,
          JmLibraryEntry *entry,
          gboolean        is_own)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame = adw_bin_new ();
  GtkWidget *label;

  gtk_widget_set_size_request (picture, CARD_WIDTH, CARD_HEIGHT);
  gtk_widget_add_css_class (frame, "template-picture");
  adw_bin_set_child (ADW_BIN (frame), is_own ? add_remove (self, child, picture) : picture);
  gtk_box_append (GTK_BOX (box), frame);

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  give_two_lines (GTK_LABEL (label));
  gtk_widget_add_css_class (label, "template-title");
  gtk_box_append (GTK_BOX (box), label);

  label = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  give_two_lines (GTK_LABEL (label));
  gtk_widget_set_tooltip_text (label, line);
  gtk_widget_add_css_class (label, "template-line");
  gtk_box_append (GTK_BOX (box), label);

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  name_accessibly (child, title, line);
  g_object_set_data_full (G_OBJECT (child), "jm-title", g_utf8_casefold (title, -1), g_free);
  if (entry != NULL)
    g_object_set_data_full (G_OBJECT (child), "jm-entry", jm_library_entry_ref (entry),
                            (GDestroyNotify) jm_library_entry_unref);
  gtk_flow_box_append (GTK_FLOW_BOX (self->templates), child);
}

static GtkWidget *
new_row (const char *title,
         const char *line,
         GtkWidget  *before,
         GtkWidget  *after)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label;

  if (before != NULL)
    gtk_box_append (GTK_BOX (box), before);
  else
    gtk_widget_set_margin_start (words, 10);

  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "row-title");
  gtk_box_append (GTK_BOX (words), label);
  label = gtk_label_new (line);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "row-line");
  gtk_box_append (GTK_BOX (words), label);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);

  gtk_widget_set_valign (after, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), after);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  name_accessibly (row, title, line);

  return row;
}

static void
add_recent (JmStartPage *self,
            JmRecent    *recent)
{
  GtkWidget *picture = adw_bin_new ();
  GtkWidget *thumbnail = jm_thumbnail_new (56, 32);
  g_autofree char *count = g_strdup_printf (ngettext ("%u touchpoint", "%u touchpoints", recent->n_touchpoints),
                                            recent->n_touchpoints);
  GtkWidget *touchpoints = gtk_label_new (count);
  g_autofree char *folder = jm_portal_get_folder (recent->file);
  g_autofree char *when = jm_spoken_when (recent->when);
  g_autofree char *line = *folder == '\0' ? g_strdup (when) : g_strdup_printf ("%s · %s", folder, when);
  g_autofree char *name = g_file_get_basename (recent->file);
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *row;

  jm_thumbnail_set_colors (JM_THUMBNAIL (thumbnail), recent->colors);
  adw_bin_set_child (ADW_BIN (picture), thumbnail);
  gtk_widget_add_css_class (picture, "recent-picture");
  gtk_widget_add_css_class (touchpoints, "row-line");

  row = new_row (*recent->title != '\0' ? recent->title : shown, line, picture, touchpoints);
  g_object_set_data_full (G_OBJECT (row), "jm-file", g_object_ref (recent->file), g_object_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->recent), row);
}

static void
add_example (JmStartPage    *self,
             JmLibraryEntry *entry)
{
  GtkWidget *row = new_row (entry->title, entry->scenario, NULL, gtk_image_new_from_icon_name ("go-next-symbolic"));

  g_object_set_data_full (G_OBJECT (row), "jm-entry", jm_library_entry_ref (entry),
                          (GDestroyNotify) jm_library_entry_unref);
  gtk_list_box_append (GTK_LIST_BOX (self->examples), row);
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static void
clear_cards (JmStartPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->templates)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->templates), child);
}

/* Loading */

static gboolean
is_empty_entry (const JmLibraryEntry *entry)
{
  return strcmp (entry->id, EMPTY_ID) == 0;
}

static gboolean
filter_cb (GtkFlowBoxChild *child,
           gpointer         user_data)
{
  JmStartPage *self = user_data;

  return self->shows_all || gtk_flow_box_child_get_index (child) < FEW_CARDS;
}

static void
more_clicked_cb (JmStartPage *self)
{
  self->shows_all = TRUE;
  gtk_flow_box_invalidate_filter (GTK_FLOW_BOX (self->templates));
  gtk_widget_set_visible (self->more, FALSE);

  gtk_widget_child_focus (self->templates, GTK_DIR_TAB_FORWARD);
}

/* The next card whose title begins with a letter, from the one that has the focus on and round. */
static GtkFlowBoxChild *
find_card (JmStartPage *self,
           gunichar     letter)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->templates);
  int from = focus != NULL ? gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (focus)) + 1 : 0;
  char first[7] = "";
  g_autofree char *folded = NULL;
  int n_cards = 0;

  first[g_unichar_to_utf8 (letter, first)] = '\0';
  folded = g_utf8_casefold (first, -1);
  while (gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->templates), n_cards) != NULL)
    n_cards++;

  for (int i = 0; i < n_cards; i++)
    {
      GtkFlowBoxChild *card = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (self->templates), (from + i) % n_cards);

      if (g_str_has_prefix (g_object_get_data (G_OBJECT (card), "jm-title"), folded))
        return card;
    }

  return NULL;
}

/* A letter goes to the next template that begins with it, also to one that is not among the first few. */
static gboolean
letter_pressed_cb (GtkEventControllerKey *controller,
                   guint                  keyval,
                   guint                  keycode,
                   GdkModifierType        state,
                   JmStartPage           *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  GtkFlowBoxChild *card;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isalnum (letter))
    return GDK_EVENT_PROPAGATE;

  card = find_card (self, letter);
  if (card == NULL)
    return GDK_EVENT_PROPAGATE;

  if (gtk_flow_box_child_get_index (card) >= FEW_CARDS)
    {
      self->shows_all = TRUE;
      gtk_flow_box_invalidate_filter (GTK_FLOW_BOX (self->templates));
      gtk_widget_set_visible (self->more, FALSE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (card));

  return GDK_EVENT_STOP;
}

static void
show_shelves (JmStartPage *self,
              JmShelves   *shelves)
{
  JmLibraryEntry *empty = NULL;
  GtkWidget *plus = gtk_image_new_from_icon_name ("list-add-symbolic");
  guint n_cards = 1;

  clear_cards (self);
  clear_list (self->recent);
  clear_list (self->examples);

  for (guint i = 0; i < shelves->templates->len; i++)
    {
      if (is_empty_entry (g_ptr_array_index (shelves->templates, i)))
        empty = g_ptr_array_index (shelves->templates, i);
    }

  gtk_image_set_pixel_size (GTK_IMAGE (plus), 40);
  gtk_widget_add_css_class (plus, "plus");
  add_card (self, empty != NULL ? empty->title : _("Empty map"),
            empty != NULL ? empty->scenario : _("Phases and touchpoints"), plus, empty, FALSE);

  for (guint i = 0; i < shelves->own->len; i++)
    {
      JmLibraryEntry *entry = g_ptr_array_index (shelves->own, i);
      GtkWidget *thumbnail = jm_thumbnail_new (CARD_WIDTH, CARD_HEIGHT);

      if (g_ptr_array_index (shelves->own_maps, i) != NULL)
        jm_thumbnail_set_map (JM_THUMBNAIL (thumbnail), g_ptr_array_index (shelves->own_maps, i));
      add_card (self, entry->title, *entry->scenario != '\0' ? entry->scenario : _("Your own template"), thumbnail,
                entry, TRUE);
      n_cards++;
    }

  for (guint i = 0; i < shelves->templates->len; i++)
    {
      JmLibraryEntry *entry = g_ptr_array_index (shelves->templates, i);
      JmMap *map = g_ptr_array_index (shelves->maps, i);
      GtkWidget *thumbnail;

      if (map == NULL || is_empty_entry (entry))
        continue;

      thumbnail = jm_thumbnail_new (CARD_WIDTH, CARD_HEIGHT);
      jm_thumbnail_set_map (JM_THUMBNAIL (thumbnail), map);
      add_card (self, entry->title, entry->scenario, thumbnail, entry, FALSE);
      n_cards++;
    }
  gtk_widget_set_visible (self->more, n_cards > FEW_CARDS && !self->shows_all);

  for (guint i = 0; i < shelves->recent->len && i < FEW_RECENT; i++)
    add_recent (self, g_ptr_array_index (shelves->recent, i));
  gtk_widget_set_visible (self->recent_column, shelves->recent->len > 0);

  for (guint i = 0; i < shelves->examples->len; i++)
    add_example (self, g_ptr_array_index (shelves->examples, i));
  gtk_widget_set_visible (self->example_column, shelves->examples->len > 0);

  /* Arrows and Enter work at once: the box must be entered, for grabbing the focus gives it no cursor to move. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_child_focus (self->templates, GTK_DIR_TAB_FORWARD);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, jm_shelves_read (task_data), (GDestroyNotify) jm_shelves_free);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  JmStartPage *self = JM_START_PAGE (source);
  JmShelves *shelves = g_task_propagate_pointer (G_TASK (result), NULL);

  self->is_loading = FALSE;
  if (shelves != NULL && self->templates != NULL)
    show_shelves (self, shelves);
  g_clear_pointer (&shelves, jm_shelves_free);
}

/* Choosing */

static void
template_activated_cb (JmStartPage     *self,
                       GtkFlowBoxChild *child)
{
  g_signal_emit (self, signals[SIGNAL_TEMPLATE], 0, g_object_get_data (G_OBJECT (child), "jm-entry"));
}

static void
example_activated_cb (JmStartPage   *self,
                      GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_EXAMPLE], 0, g_object_get_data (G_OBJECT (row), "jm-entry"));
}

static void
recent_activated_cb (JmStartPage   *self,
                     GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_RECENT], 0, g_object_get_data (G_OBJECT (row), "jm-file"));
}

static void
jm_start_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), JM_TYPE_START_PAGE);

  G_OBJECT_CLASS (jm_start_page_parent_class)->dispose (object);
}

static void
jm_start_page_class_init (JmStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jm_start_page_dispose;

  signals[SIGNAL_TEMPLATE] =
    g_signal_new ("template", JM_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  JM_TYPE_LIBRARY_ENTRY);
  signals[SIGNAL_EXAMPLE] =
    g_signal_new ("example", JM_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  JM_TYPE_LIBRARY_ENTRY);
  signals[SIGNAL_RECENT] =
    g_signal_new ("recent", JM_TYPE_START_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/com/example/JourneyMap/jm-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, more);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, columns);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, recent_column);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, example_column);
  gtk_widget_class_bind_template_child (widget_class, JmStartPage, examples);
  gtk_widget_class_bind_template_callback (widget_class, template_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, example_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
}

static void
jm_start_page_init (JmStartPage *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_flow_box_set_filter_func (GTK_FLOW_BOX (self->templates), filter_cb, self, NULL);
  g_signal_connect (key, "key-pressed", G_CALLBACK (letter_pressed_cb), self);
  gtk_widget_add_controller (self->templates, key);
}

/**
 * jm_start_page_load:
 * @self: a page
 *
 * Reads templates, recent maps and examples on another thread, and shows them when they are there.
 */
void
jm_start_page_load (JmStartPage *self)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (JM_IS_START_PAGE (self));

  if (self->is_loading)
    return;

  self->is_loading = TRUE;
  task = g_task_new (self, NULL, loaded_cb, NULL);
  g_task_set_source_tag (task, jm_start_page_load);
  g_task_set_task_data (task, jm_new_map_get_languages (), (GDestroyNotify) g_strfreev);
  g_task_run_in_thread (task, load_thread);
}

/**
 * jm_start_page_set_narrow:
 * @self: a page
 * @narrow: whether recent maps and examples stand below each other
 */
void
jm_start_page_set_narrow (JmStartPage *self,
                          gboolean     narrow)
{
  g_return_if_fail (JM_IS_START_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (GTK_BOX (self->columns), !narrow && gtk_widget_get_visible (self->recent_column));
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}
