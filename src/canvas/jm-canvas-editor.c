/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing a text where it stands: a real text widget exactly over the text of the scene, so that input methods, selection
 * and the clipboard work as everywhere; each stroke changes the map, and the card grows along. */
#include "jm-canvas-private.h"
#include "jm-commands-private.h"

#include "model/jm-names.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The frame around a text of the map: map units, and pixels. */
#define LEAST_FIELD   280.0
#define FIELD_PADDING 6.0

struct _JmEditor
{
  JmCanvas       *canvas;
  GtkWidget      *view;
  GtkCssProvider *css;
  char           *id;           /* NULL for the map */
  JmRole          role;
  JmKind          part;
  JmKind          kind;
  gboolean        is_new;       /* made for this edit: goes again when it stays empty */
  char           *return_to;    /* what is selected when it goes */
  JmMap          *before;       /* the map without this edit */
  char           *text_before;
  JmMap          *last;         /* the map as the last stroke left it */
  char           *style;        /* the CSS in use */
  gboolean        composing;    /* an input method is at work */
};

static JmItem *
find_item (JmCanvas   *canvas,
           const char *id)
{
  JmMap *map = jm_session_get_map (canvas->session);

  return id != NULL ? jm_map_find (map, id) : jm_map_get_root (map);
}

static const char *
get_text (JmItem *item,
          JmKind  part)
{
  return part != JM_KIND_NONE ? jm_item_get_part (item, part) : jm_item_get_text (item);
}

static JmGroup *
find_slot (JmCanvas          *canvas,
           const char        *id,
           JmRole             role,
           JmKind             part,
           const JmTextSlot **slot,
           JmPoint           *origin)
{
  JmScene *scene = jm_canvas_ensure_scene (canvas);
  JmGroup *group = jm_scene_find (scene, id, role, origin);

  for (guint i = 0; group != NULL && i < group->n_slots; i++)
    {
      if (group->slots[i].part == part)
        {
          *slot = &group->slots[i];
          return group;
        }
    }

  return NULL;
}

static char *
get_typed (JmEditor *editor)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
keep_last (JmEditor *editor)
{
  JmMap *map = jm_map_ref (jm_session_get_map (editor->canvas->session));

  g_clear_pointer (&editor->last, jm_map_unref);
  editor->last = map;
}

static void
typed_cb (GtkTextBuffer *buffer,
          JmEditor      *editor)
{
  g_autofree char *text = get_typed (editor);
  GError *error = NULL;

  jm_command_type_text (editor->canvas->session, editor->id, editor->part, text, &error);
  jm_canvas_emit_error (editor->canvas, error);
  keep_last (editor);
}

/* The letters of the slot at the present zoom. */
static void
style_view (JmEditor         *editor,
            const JmTextSlot *slot)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (editor->canvas));
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.2f", slot->font.size * zoom);
  css = g_strdup_printf ("textview.map-text, textview.map-text text {"
                         " background: none; padding: 0; min-width: 0; min-height: 0;"
                         " font-family: %s; font-size: %spx; font-weight: %u; font-style: %s;"
                         " color: #%02x%02x%02x; caret-color: #%02x%02x%02x; }",
                         JM_FONT_STACK, size, slot->font.weight, slot->font.italic ? "italic" : "normal",
                         slot->color.red, slot->color.green, slot->color.blue,
                         slot->color.red, slot->color.green, slot->color.blue);
  if (g_strcmp0 (css, editor->style) == 0)
    return;

  gtk_css_provider_load_from_data (editor->css, css, -1);
  g_free (editor->style);
  editor->style = g_steal_pointer (&css);
  gtk_text_view_set_justification (GTK_TEXT_VIEW (editor->view),
                                   slot->align == JM_ALIGN_CENTER ? GTK_JUSTIFY_CENTER :
                                   slot->align == JM_ALIGN_END ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
}

/* The ascent and the height of a line as the widget sets it. */
static void
measure_line (JmEditor         *editor,
              const JmTextSlot *slot,
              double           *ascent,
              double           *height)
{
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (editor->canvas));
  PangoFontDescription *font = jm_font_describe (slot->font, zoom);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (editor->view), font, NULL);

  *ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  *height = (double) pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (font);
}

/* At each allocation: the widget goes where the text of the scene is. */
void
jm_canvas_editor_place (JmCanvas *self)
{
  JmEditor *editor = self->editor;
  double zoom = jm_viewport_get_zoom (JM_VIEWPORT (self));
  const JmTextSlot *slot;
  double ascent, height, leading;
  int minimum, natural;
  JmPoint origin;
  JmGroup *group;
  JmRect rect;

  if (editor == NULL)
    return;

  group = find_slot (self, editor->id, editor->role, editor->part, &slot, &origin);
  if (group == NULL)
    {
      /* It stands nowhere at the moment: its lane was hidden, or it is about to go. */
      gtk_widget_set_child_visible (editor->view, FALSE);
      return;
    }

  gtk_widget_set_child_visible (editor->view, TRUE);
  style_view (editor, slot);
  measure_line (editor, slot, &ascent, &height);
  leading = MAX (round (slot->line_height * zoom - height), 0);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (editor->view), (int) leading);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (editor->view), (int) leading);

  rect = jm_canvas_place (self, group->role, jm_rect_offset (slot->box, origin.x, origin.y));
  /* One pixel more: the widget rounds the widths of letters, and must not break a line sooner than the scene. */
  rect.width = ceil (rect.width) + 2;
  if (slot->align == JM_ALIGN_CENTER)
    rect.x -= 1;
  gtk_widget_measure (editor->view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  rect.width = MAX (rect.width, minimum);
  gtk_widget_measure (editor->view, GTK_ORIENTATION_VERTICAL, (int) rect.width, &minimum, &natural, NULL, NULL);
  /* As long as it has not broken its lines yet the widget knows of one only, and would scroll to the caret. */
  natural = MAX (natural, (int) ceil (rect.height));
  gtk_widget_size_allocate (editor->view,
                            &(GtkAllocation) { (int) round (rect.x),
                                               (int) round (rect.y + slot->baseline * zoom - ascent),
                                               (int) rect.width,
                                               MAX (natural, (int) ceil (height)) },
                            -1);
}

/* What the painter leaves out meanwhile. Where nothing is typed yet, what belongs there stays, behind the caret. */
gboolean
jm_canvas_editor_get_hidden (JmCanvas     *self,
                             JmHiddenText *hidden)
{
  if (self->editor == NULL || !gtk_widget_get_child_visible (self->editor->view))
    return FALSE;
  if (!self->editor->composing
      && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor->view))) == 0)
    return FALSE;

  *hidden = (JmHiddenText) { self->editor->id, self->editor->role, self->editor->part };
  return TRUE;
}

/* How much of a line as wide as this is written on; all of it when there are several. */
static double
get_written_width (JmEditor *editor,
                   double    width)
{
  GtkTextView *view = GTK_TEXT_VIEW (editor->view);
  GdkRectangle first, last;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (view), &start, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);

  return last.y > first.y ? width : MIN (width, ABS (last.x - first.x));
}

/* Where a text of the map itself is edited: nothing is selected that a frame around it would tell of. */
gboolean
jm_canvas_editor_get_field_rect (JmCanvas *self,
                                 JmRect   *rect)
{
  JmEditor *editor = self->editor;
  const JmTextSlot *slot;
  JmGroup *group;
  JmPoint origin;
  double written;

  if (editor == NULL || editor->id != NULL || !gtk_widget_get_child_visible (editor->view))
    return FALSE;

  group = find_slot (self, NULL, editor->role, editor->part, &slot, &origin);
  if (group == NULL)
    return FALSE;

  *rect = jm_canvas_place (self, group->role, jm_rect_offset (slot->box, origin.x, origin.y));
  written = MAX (get_written_width (editor, rect->width),
                 MIN (LEAST_FIELD * jm_viewport_get_zoom (JM_VIEWPORT (self)), rect->width));
  if (jm_scene_is_rtl (self->scene))
    rect->x += rect->width - written;
  *rect = jm_rect (rect->x - FIELD_PADDING, rect->y, written + 2 * FIELD_PADDING, rect->height);
  return TRUE;
}

static gboolean
unparent_later (gpointer data)
{
  GtkWidget *view = data;

  if (gtk_widget_get_parent (view) != NULL)
    gtk_widget_unparent (view);

  return G_SOURCE_REMOVE;
}

static void
free_editor (JmEditor *editor)
{
  g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), editor);
  g_signal_handlers_disconnect_by_data (editor->view, editor);

  /* This may happen while the focus is on its way from the widget to another one. */
  gtk_widget_set_child_visible (editor->view, FALSE);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, unparent_later, g_object_ref (editor->view), g_object_unref);

  g_object_unref (editor->css);
  g_clear_pointer (&editor->before, jm_map_unref);
  g_clear_pointer (&editor->last, jm_map_unref);
  g_free (editor->id);
  g_free (editor->return_to);
  g_free (editor->text_before);
  g_free (editor->style);
  g_free (editor);
}

/* Undoes all that was typed, without leaving a trace among the steps when nothing else was done in between. */
static void
restore (JmEditor *editor)
{
  JmSession *session = editor->canvas->session;
  g_autofree char *field = jm_command_field (editor->id, editor->part);

  if (jm_session_get_map (session) == editor->before || find_item (editor->canvas, editor->id) == NULL)
    return;

  if (jm_session_get_map (session) == editor->last)
    {
      jm_session_apply_typing (session, editor->before, jm_command_label_text (editor->part), field);
    }
  else if (editor->is_new)
    {
      const char *ids[] = { editor->id, NULL };

      jm_command_apply (session, jm_map_remove (jm_session_get_map (session), ids, NULL),
                        jm_command_label_text (editor->part));
    }
  else
    {
      jm_command_type_text (session, editor->id, editor->part, editor->text_before, NULL);
    }
}

/* What is being edited; TRUE when there is something typed. Only while a text is being edited. */
gboolean
jm_canvas_editor_get_field (JmCanvas  *self,
                            char     **id,
                            JmKind    *kind,
                            JmKind    *part)
{
  g_autofree char *text = get_typed (self->editor);

  *id = g_strdup (self->editor->id);
  *kind = self->editor->kind;
  *part = self->editor->part;

  return !is_blank (text);
}

/* Stops editing: keeps what was typed, or puts back what was there. Something new that is still empty goes. */
void
jm_canvas_editor_end (JmCanvas *self,
                      gboolean  keep)
{
  JmEditor *editor = g_steal_pointer (&self->editor);
  g_autofree char *text = NULL;
  gboolean had_focus;

  if (editor == NULL)
    return;

  text = get_typed (editor);
  had_focus = gtk_widget_has_focus (editor->view);
  if (!keep || (editor->is_new && is_blank (text)))
    {
      restore (editor);
      if (editor->is_new && editor->return_to != NULL)
        {
          jm_session_select (self->session, editor->return_to);
          jm_canvas_reveal (self, editor->return_to);
        }
    }
  jm_session_end_typing (self->session);

  free_editor (editor);
  jm_viewport_set_moody (JM_VIEWPORT (self), FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jm_canvas_notify_editing (self);
}

/**
 * jm_canvas_commit_editing:
 * @self: a canvas
 *
 * Keeps what is being typed, if a text is being edited, and stops editing. To be called before anything that works on
 * the whole map, such as saving it.
 */
void
jm_canvas_commit_editing (JmCanvas *self)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  jm_canvas_editor_end (self, TRUE);
}

/**
 * jm_canvas_get_editing:
 * @self: a canvas
 *
 * Returns: whether a text is being edited in place
 */
gboolean
jm_canvas_get_editing (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  return self->editor != NULL;
}

/**
 * jm_canvas_get_text_editor:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the text widget in which a text is being edited
 */
GtkTextView *
jm_canvas_get_text_editor (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), NULL);

  return self->editor != NULL ? GTK_TEXT_VIEW (self->editor->view) : NULL;
}

/* The widget outlives the editing by a moment, and with it what listens to its events. */
static gboolean
is_of_editor (JmCanvas           *canvas,
              GtkEventController *controller)
{
  return canvas->editor != NULL && canvas->editor->view == gtk_event_controller_get_widget (controller);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmCanvas              *canvas)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  if (!is_of_editor (canvas, GTK_EVENT_CONTROLLER (controller)) || canvas->editor->composing)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      jm_canvas_editor_end (canvas, FALSE);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (state & GDK_SHIFT_MASK)
        return FALSE;
      if (control)
        jm_canvas_editor_end (canvas, TRUE);
      else
        jm_canvas_editor_go_on (canvas);
      return TRUE;

    case GDK_KEY_F2:
      jm_canvas_editor_go_to_part (canvas);
      return TRUE;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if (control)
        return FALSE;
      jm_canvas_editor_go_to_lane (canvas, 1);
      return TRUE;

    case GDK_KEY_ISO_Left_Tab:
      jm_canvas_editor_go_to_lane (canvas, -1);
      return TRUE;

    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
    case GDK_KEY_4:
    case GDK_KEY_5:
      if (!control)
        return FALSE;
      jm_command_set_feeling (canvas->session, NULL, NULL, (double) keyval - GDK_KEY_3, NULL);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
preedit_cb (GtkTextView *view,
            const char  *preedit,
            JmEditor    *editor)
{
  editor->composing = preedit != NULL && *preedit != '\0';
  gtk_widget_queue_draw (GTK_WIDGET (editor->canvas));
}

static void
focus_left_cb (GtkEventControllerFocus *controller,
               JmCanvas                *canvas)
{
  GtkRoot *root;

  if (!is_of_editor (canvas, GTK_EVENT_CONTROLLER (controller)))
    return;

  /* The window alone lost it: the caret waits here. */
  root = gtk_widget_get_root (canvas->editor->view);
  if (root == NULL || gtk_root_get_focus (root) != canvas->editor->view)
    jm_canvas_editor_end (canvas, TRUE);
}

/* As text without looks, no more than a card takes, and no character that a map cannot hold. */
static void
paste_cb (GtkTextView *view,
          JmEditor    *editor)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  jm_canvas_paste (editor->canvas);
}

static GtkWidget *
make_view (JmEditor   *editor,
           const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  GtkTextIter start, end;

  /* As the scene sets its text: no hinting, so that a line is as long here as there. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  gtk_widget_set_font_options (view, options);
  cairo_font_options_destroy (options);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "map-text");
  gtk_style_context_add_provider (gtk_widget_get_style_context (view), GTK_STYLE_PROVIDER (editor->css),
                                  GTK_STYLE_PROVIDER_PRIORITY_USER);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_select_range (buffer, &end, &start);

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), editor->canvas);
  gtk_widget_add_controller (view, key);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left_cb), editor->canvas);
  gtk_widget_add_controller (view, focus);
  g_signal_connect (view, "preedit-changed", G_CALLBACK (preedit_cb), editor);
  g_signal_connect (view, "paste-clipboard", G_CALLBACK (paste_cb), editor);

  return view;
}

static char *
name_text (JmKind kind,
           JmKind part)
{
  const char *item = jm_kind_get_display_name (kind);

  if (part == JM_KIND_NONE || part == jm_kind_get_main_part (kind))
    return g_strdup (item);

  switch ((int) part)
    {
    case JM_KIND_DESCRIPTION:
      return g_strdup_printf ("%s, %s", item, _("Description"));
    case JM_KIND_GOAL:
      return g_strdup_printf ("%s, %s", item, _("Goal"));
    case JM_KIND_SCENARIO:
      return g_strdup_printf ("%s, %s", item, _("Scenario"));
    default:
      return g_strdup (item);
    }
}

/* Begins to edit a text where it stands. For something that was made for this, before is the map without it, and
 * return_to what is selected when it goes again because it stays empty. */
gboolean
jm_canvas_editor_begin (JmCanvas   *self,
                        const char *id,
                        JmRole      role,
                        JmKind      part,
                        JmMap      *before,
                        const char *return_to)
{
  JmItem *item = find_item (self, id);
  const JmTextSlot *slot;
  g_autofree char *name = NULL;
  JmPoint origin;
  JmGroup *group;
  JmEditor *editor;

  if (item == NULL)
    return FALSE;

  group = find_slot (self, id, role, part, &slot, &origin);
  if (group == NULL)
    return FALSE;

  editor = g_new0 (JmEditor, 1);
  editor->canvas = self;
  editor->css = gtk_css_provider_new ();
  editor->id = g_strdup (id);
  editor->role = group->role;
  editor->part = part;
  editor->kind = jm_item_get_kind (item);
  editor->is_new = return_to != NULL || before != NULL;
  editor->return_to = g_strdup (return_to);
  editor->text_before = g_strdup (get_text (item, part));
  if (!editor->is_new)
    jm_session_end_typing (self->session);
  editor->before = jm_map_ref (before != NULL ? before : jm_session_get_map (self->session));
  keep_last (editor);

  editor->view = make_view (editor, editor->text_before);
  name = name_text (editor->kind, part);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  style_view (editor, slot);
  gtk_widget_set_parent (editor->view, GTK_WIDGET (self));
  self->editor = editor;
  jm_viewport_set_moody (JM_VIEWPORT (self), TRUE);
  gtk_widget_grab_focus (editor->view);
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor->view)), "changed", G_CALLBACK (typed_cb), editor);

  if (id != NULL)
    jm_canvas_reveal (self, id);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  jm_canvas_notify_editing (self);

  return TRUE;
}

/* Edits a text of an item in place; role JM_ROLE_NONE for where the item itself is shown. */
gboolean
jm_canvas_edit (JmCanvas   *self,
                const char *id,
                JmRole      role,
                JmKind      part)
{
  g_autofree char *own_id = g_strdup (id);

  if (self->session == NULL || self->read_only || jm_session_in_draft (self->session))
    return FALSE;

  jm_canvas_editor_end (self, TRUE);
  if (own_id == NULL && role == JM_ROLE_NONE)
    role = JM_ROLE_TITLE;

  return jm_canvas_editor_begin (self, own_id, role, part, NULL, NULL);
}

/**
 * jm_canvas_start_editing:
 * @self: a canvas
 * @id: (nullable): an id or an emotion's handle, %NULL for the map itself
 * @part: which of its texts, %JM_KIND_NONE for the item's own
 *
 * Edits a text in place, once it has been brought into view.
 *
 * Returns: whether the text is shown on the canvas and so can be edited there
 */
gboolean
jm_canvas_start_editing (JmCanvas   *self,
                         const char *id,
                         JmKind      part)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  if (self->session != NULL && id != NULL && !jm_session_is_selected (self->session, id))
    jm_session_select (self->session, id);

  return jm_canvas_edit (self, id, JM_ROLE_NONE, part);
}
