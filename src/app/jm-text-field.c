/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-text-field.h"

#include "jm-text-area.h"

#include <string.h>

struct _JmTextField
{
  JmField          parent_instance;

  GtkWidget       *label;
  GtkWidget       *text;     /* a GtkEntry or a GtkTextView */
  GtkWidget       *hint;     /* shown in an empty GtkTextView */
  gboolean         several_lines;
  gboolean         refreshing;
  JmTextFieldShow  show;
  JmTextFieldRead  read;
  char            *shown;    /* the words of the present value */
};

G_DEFINE_FINAL_TYPE (JmTextField, jm_text_field, JM_TYPE_FIELD)

static char *
get_text (JmTextField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (!self->several_lines)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Puts another text there, the caret at the end of what it was before or where it still fits. */
static void
set_text (JmTextField *self,
          const char  *text)
{
  g_autofree char *old = get_text (self);

  if (strcmp (old, text) == 0)
    return;

  self->refreshing = TRUE;
  if (self->several_lines)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
      GtkTextIter iter;
      int offset;

      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      offset = gtk_text_iter_get_offset (&iter);
      gtk_text_buffer_set_text (buffer, text, -1);
      gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
      gtk_text_buffer_place_cursor (buffer, &iter);
      gtk_widget_set_visible (self->hint, *text == '\0');
    }
  else
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->text));

      gtk_editable_set_text (GTK_EDITABLE (self->text), text);
      gtk_editable_set_position (GTK_EDITABLE (self->text), MIN (position, (int) g_utf8_strlen (text, -1)));
    }
  self->refreshing = FALSE;
}

static void
jm_text_field_refresh (JmField *field,
                       JmMap   *map,
                       JmItem  *item)
{
  JmTextField *self = JM_TEXT_FIELD (field);
  const char *value = jm_field_get_value (field, item);

  gtk_widget_set_sensitive (GTK_WIDGET (self), item != NULL);

  if (self->show != NULL)
    {
      g_autofree char *words = self->show (value);

      /* What is being typed stays, as long as the value beneath it does. */
      if (g_strcmp0 (words, self->shown) == 0)
        return;

      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      set_text (self, words);
      g_free (self->shown);
      self->shown = g_steal_pointer (&words);
    }
  else
    {
      set_text (self, value);
    }
}

static void
changed_cb (JmTextField *self)
{
  g_autofree char *text = NULL;

  if (self->several_lines)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));

      gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (buffer) == 0);
    }

  if (self->refreshing || self->read != NULL)
    return;

  text = get_text (self);
  jm_field_type_value (JM_FIELD (self), text);
}

/* Words such as "1.5 hours" are understood when they are complete, not letter by letter. */
static void
read_words (JmTextField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *value = NULL;

  if (self->read == NULL || self->refreshing || jm_field_get_session (JM_FIELD (self)) == NULL)
    return;

  text = get_text (self);
  if (g_strcmp0 (text, self->shown) == 0)
    return;

  if (*text != '\0')
    {
      value = self->read (text);
      if (value == NULL)
        {
          gtk_widget_add_css_class (GTK_WIDGET (self), "error");
          gtk_widget_error_bell (GTK_WIDGET (self));
          return;
        }
    }

  g_clear_pointer (&self->shown, g_free);
  jm_field_set_value (JM_FIELD (self), value);
  jm_field_refresh (JM_FIELD (self));
}

static void
activate_cb (JmTextField *self)
{
  read_words (self);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
leave_cb (JmTextField *self)
{
  JmSession *session = jm_field_get_session (JM_FIELD (self));

  read_words (self);
  if (session != NULL)
    jm_session_end_typing (session);
}

static void
pressed_cb (JmTextField *self)
{
  gtk_widget_grab_focus (self->text);
}

static gboolean
jm_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (JM_TEXT_FIELD (widget)->text);
}

static void
jm_text_field_flush (JmField *field)
{
  read_words (JM_TEXT_FIELD (field));
  g_clear_pointer (&JM_TEXT_FIELD (field)->shown, g_free);
}

static void
jm_text_field_finalize (GObject *object)
{
  g_free (JM_TEXT_FIELD (object)->shown);

  G_OBJECT_CLASS (jm_text_field_parent_class)->finalize (object);
}

static void
jm_text_field_class_init (JmTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_text_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = jm_text_field_grab_focus;
  JM_FIELD_CLASS (klass)->refresh = jm_text_field_refresh;
  JM_FIELD_CLASS (klass)->flush = jm_text_field_flush;
}

static void
jm_text_field_init (JmTextField *self)
{
}

/**
 * jm_text_field_new:
 * @label: its name for people
 * @attr: the attribute it edits, or %JM_ATTR_NONE
 * @part: the part it edits, or %JM_KIND_NONE
 * @several_lines: whether the text may have line breaks
 *
 * Returns: (transfer floating): a field for text
 */
GtkWidget *
jm_text_field_new (const char *label,
                   JmAttr      attr,
                   JmKind      part,
                   gboolean    several_lines)
{
  JmTextField *self = g_object_new (JM_TYPE_TEXT_FIELD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus;
  GtkGesture *click;

  self->several_lines = several_lines;
  jm_field_set_subject (JM_FIELD (self), label, attr, part);

  self->label = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "field-label");
  gtk_box_append (GTK_BOX (box), self->label);

  if (several_lines)
    {
      GtkWidget *overlay = gtk_overlay_new ();
      GtkTextBuffer *buffer;

      self->text = jm_text_area_new ();
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      g_signal_connect_swapped (buffer, "changed", G_CALLBACK (changed_cb), self);
      gtk_overlay_set_child (GTK_OVERLAY (overlay), self->text);

      self->hint = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
      gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
      gtk_widget_set_can_target (self->hint, FALSE);
      gtk_widget_add_css_class (self->hint, "dim-label");
      gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
      gtk_box_append (GTK_BOX (box), overlay);
    }
  else
    {
      self->text = gtk_entry_new ();
      gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
      g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
      g_signal_connect_swapped (self->text, "activate", G_CALLBACK (activate_cb), self);
      gtk_box_append (GTK_BOX (box), self->text);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->text, focus);

  /* The label and the padding are part of the field for a pointer, too. */
  click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (click));

  adw_bin_set_child (ADW_BIN (self), box);

  return GTK_WIDGET (self);
}

/**
 * jm_text_field_set_words:
 * @self: a field of one line
 * @show: makes words of a value
 * @read: makes a value of words
 *
 * For values that people put in words other than those of the file, such as a duration. What was typed is read when
 * Enter is pressed or the field is left.
 */
void
jm_text_field_set_words (JmTextField     *self,
                         JmTextFieldShow  show,
                         JmTextFieldRead  read)
{
  g_return_if_fail (JM_IS_TEXT_FIELD (self));
  g_return_if_fail (!self->several_lines);

  self->show = show;
  self->read = read;
}

/**
 * jm_text_field_set_hint:
 * @self: a field
 * @hint: an example of what may stand here
 */
void
jm_text_field_set_hint (JmTextField *self,
                        const char  *hint)
{
  g_return_if_fail (JM_IS_TEXT_FIELD (self));

  if (self->several_lines)
    gtk_label_set_label (GTK_LABEL (self->hint), hint);
  else
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), hint);
}
