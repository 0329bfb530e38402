/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking: a touchpoint or a phase is asked what it leads to, and the next one chosen is the answer; or the handle below it
 * is dragged to the one it leads to. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEAD 7
/* Of the handle, in pixels, and what counts as being on it. */
#define HANDLE_RADIUS 8
#define HANDLE_REACH  12
#define HANDLE_GAP    3
/* Below this zoom cards are too near each other for handles. */
#define HANDLE_MIN_ZOOM 0.35

/* Asks what the touchpoint or the phase in focus leads to. */
gboolean
jm_canvas_link_begin (JmCanvas *self)
{
  g_autofree char *end = g_strdup (jm_command_get_link_end (self->session));

  if (end == NULL)
    {
      jm_canvas_emit_message (self, _("Select the touchpoint or the phase that leads to another one first."), FALSE);
      return FALSE;
    }

  g_free (self->link_from);
  self->link_from = g_strdup (end);
  jm_session_select (self->session, end);
  jm_canvas_emit_message (self, _("Go to the touchpoint or phase it leads to and press Enter, or click it. Escape gives up."),
                          FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* Asks no longer. */
gboolean
jm_canvas_link_cancel (JmCanvas *self)
{
  if (self->link_from == NULL)
    return FALSE;

  g_clear_pointer (&self->link_from, g_free);
  jm_canvas_emit_message (self, "", FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* Takes a touchpoint or a phase for the answer; while it cannot be one the question stays. */
gboolean
jm_canvas_link_to (JmCanvas   *self,
                   const char *end_id)
{
  GError *error = NULL;
  g_autofree char *id = NULL;

  if (self->link_from == NULL)
    return FALSE;

  if (end_id == NULL || !jm_command_link (self->session, self->link_from, end_id, &id, &error))
    {
      jm_canvas_emit_error (self, error);
      return TRUE;
    }

  jm_canvas_link_cancel (self);
  jm_session_select (self->session, id);
  jm_canvas_reveal (self, id);

  return TRUE;
}

/* What the keyboard means while it is asked: the arrows choose, and what has nothing to do with it ends the question. */
gboolean
jm_canvas_link_key (JmCanvas *self,
                    guint     keyval)
{
  g_autofree char *from = NULL;

  if (self->link_from == NULL)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return jm_canvas_link_to (self, jm_command_get_link_end (self->session));

    case GDK_KEY_Escape:
      from = g_strdup (self->link_from);
      jm_canvas_link_cancel (self);
      jm_session_select (self->session, from);
      jm_canvas_reveal (self, from);
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      return FALSE;

    default:
      jm_canvas_link_cancel (self);
      return FALSE;
    }
}

/* Where a card or the heading of a phase is on the widget. */
static gboolean
find_end (JmCanvas   *self,
          const char *id,
          JmRect     *rect)
{
  static const JmRole roles[] = { JM_ROLE_TOUCHPOINT, JM_ROLE_PHASE, JM_ROLE_NOTE };

  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (roles); i++)
    {
      JmPoint origin;
      JmGroup *group = jm_scene_find (self->scene, id, roles[i], &origin);

      if (group == NULL)
        continue;
      *rect = jm_canvas_place (self, roles[i], jm_rect_offset (group->box, origin.x, origin.y));
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_foot (JmCanvas   *self,
           const char *id,
           JmPoint    *foot)
{
  JmRect rect;

  if (!find_end (self, id, &rect))
    return FALSE;

  *foot = jm_point (rect.x + rect.width / 2, rect.y + rect.height);

  return TRUE;
}

/* Where the handle of the selected touchpoint or phase is. */
static gboolean
find_handle (JmCanvas *self,
             JmPoint  *center)
{
  const char * const *selection = self->session != NULL ? jm_session_get_selection (self->session) : NULL;

  if (selection == NULL || selection[0] == NULL || selection[1] != NULL || self->read_only || self->editor != NULL ||
      self->tool != JM_TOOL_SELECT || self->gesture != NULL || self->link_from != NULL ||
      jm_viewport_get_zoom (JM_VIEWPORT (self)) < HANDLE_MIN_ZOOM || self->scene == NULL ||
      !find_foot (self, selection[0], center))
    return FALSE;

  center->y += HANDLE_GAP;
  return TRUE;
}

/* Whether a place of the widget is on the handle from which a transition is dragged. */
gboolean
jm_canvas_link_is_handle (JmCanvas *self,
                          JmPoint   at)
{
  JmPoint center;

  return find_handle (self, &center) && hypot (at.x - center.x, at.y - center.y) <=
         jm_canvas_pointer_get_reach (self, HANDLE_REACH);
}

/* A disc with an arrow that goes down and on. */
static void
snapshot_handle (JmCanvas    *self,
                 GtkSnapshot *snapshot,
                 JmPoint      center,
                 GdkRGBA      accent)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) center.x - HANDLE_RADIUS,
                                                                          (float) center.y - HANDLE_RADIUS,
                                                                          2 * HANDLE_RADIUS, 2 * HANDLE_RADIUS));
  double ahead = jm_scene_is_rtl (self->scene) ? -1 : 1;

  cairo_arc (cr, center.x, center.y, HANDLE_RADIUS, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, center.x - 3 * ahead, center.y - 4);
  cairo_line_to (cr, center.x - 3 * ahead, center.y + 1);
  cairo_line_to (cr, center.x + 4 * ahead, center.y + 1);
  cairo_move_to (cr, center.x + 1.5 * ahead, center.y - 1.5);
  cairo_line_to (cr, center.x + 4 * ahead, center.y + 1);
  cairo_line_to (cr, center.x + 1.5 * ahead, center.y + 3.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
snapshot_arrow (JmCanvas    *self,
                GtkSnapshot *snapshot,
                JmPoint      from,
                JmPoint      to,
                GdkRGBA      accent)
{
  double dip;
  cairo_t *cr;

  dip = MIN (60, 24 + fabs (to.x - from.x) / 12);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                                                 (float) gtk_widget_get_height (GTK_WIDGET (self))));
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 2.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, from.x, from.y + 4);
  cairo_curve_to (cr, from.x, MAX (from.y, to.y) + dip, to.x, MAX (from.y, to.y) + dip, to.x, to.y + 6);
  cairo_move_to (cr, to.x - HEAD, to.y + 6 + HEAD);
  cairo_line_to (cr, to.x, to.y + 6);
  cairo_line_to (cr, to.x + HEAD, to.y + 6 + HEAD);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* The handle, or the arrow as it would be, from below the one card to below the other. */
void
jm_canvas_link_snapshot (JmCanvas    *self,
                         GtkSnapshot *snapshot,
                         GdkRGBA      accent)
{
  const char *to_id;
  JmPoint from, to;

  if (find_handle (self, &from))
    snapshot_handle (self, snapshot, from, accent);
  if (self->link_from == NULL || !find_foot (self, self->link_from, &from))
    return;

  to_id = jm_command_get_link_end (self->session);
  if (to_id != NULL && g_strcmp0 (to_id, self->link_from) != 0 && find_foot (self, to_id, &to))
    snapshot_arrow (self, snapshot, from, to, accent);
}

/* Dragging the handle */

typedef struct
{
  JmGesture  parent;
  char      *from;
  char      *to;      /* the touchpoint or the phase under the pointer, NULL for none */
  JmPoint    at;
} Link;

static void
link_update (JmGesture *gesture,
             JmPoint    at,
             gboolean   alt,
             gboolean   shift)
{
  Link *self = (Link *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmPoint place = jm_viewport_to_scene (JM_VIEWPORT (canvas), at);
  JmRect grid = jm_scene_get_grid (canvas->scene);
  const char *to = NULL;
  const char *phase = jm_places_find_phase (canvas, place.x, TRUE);
  JmHit hit = jm_canvas_pick (canvas, at);
  JmRect heading;

  if (place.y >= grid.y && place.y <= grid.y + grid.height)
    to = jm_places_find_touchpoint (canvas, place.x);
  /* The headings stay in view above the grid. */
  if (find_end (canvas, phase, &heading) && at.y >= heading.y && at.y <= heading.y + heading.height)
    to = phase;
  else if (hit.group != NULL && hit.group->role == JM_ROLE_NOTE)
    to = hit.group->id;

  self->at = at;
  g_free (self->to);
  self->to = g_strcmp0 (to, self->from) == 0 ? NULL : g_strdup (to);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
link_commit (JmGesture *gesture)
{
  Link *self = (Link *) gesture;
  JmCanvas *canvas = gesture->canvas;
  GError *error = NULL;
  g_autofree char *id = NULL;

  if (self->to == NULL)
    return;

  if (jm_command_link (canvas->session, self->from, self->to, &id, &error))
    jm_session_select (canvas->session, id);
  else
    jm_canvas_emit_error (canvas, error);
}

static void
link_cancel (JmGesture *gesture)
{
  gtk_widget_queue_draw (GTK_WIDGET (gesture->canvas));
}

static void
link_snapshot (JmGesture   *gesture,
               GtkSnapshot *snapshot)
{
  Link *self = (Link *) gesture;
  JmCanvas *canvas = gesture->canvas;
  JmPoint from, to;

  if (!find_foot (canvas, self->from, &from))
    return;

  if (self->to == NULL || !find_foot (canvas, self->to, &to))
    to = self->at;
  snapshot_arrow (canvas, snapshot, from, to, jm_overlay_get_accent (GTK_WIDGET (canvas)));
}

static void
link_free (JmGesture *gesture)
{
  Link *self = (Link *) gesture;

  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

static const JmGestureClass link_class = {
  link_update, link_commit, link_cancel, link_snapshot, link_free, FALSE, TRUE
};

/* Drags an arrow from the selected touchpoint or phase. */
JmGesture *
jm_gesture_link_new (JmCanvas *canvas)
{
  Link *self = g_new0 (Link, 1);

  self->parent.klass = &link_class;
  self->parent.canvas = canvas;
  self->from = g_strdup (jm_command_get_link_end (canvas->session));
  self->at = canvas->press;

  return &self->parent;
}
