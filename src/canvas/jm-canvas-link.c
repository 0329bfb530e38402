/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linking: a touchpoint is asked what it leads to, and the next touchpoint chosen is the answer. */
#include "jm-canvas-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#define HEAD 7

/* Asks what the touchpoint in focus leads to. */
gboolean
jm_canvas_link_begin (JmCanvas *self)
{
  const char *touchpoint = jm_command_get_touchpoint (self->session);

  if (touchpoint == NULL)
    {
      jm_canvas_emit_message (self, _("Select the touchpoint that leads to another one first."), FALSE);
      return FALSE;
    }

  g_free (self->link_from);
  self->link_from = g_strdup (touchpoint);
  jm_session_select (self->session, touchpoint);
  jm_canvas_emit_message (self, _("Go to the touchpoint it leads to and press Enter, or click it. Escape gives up."), FALSE);
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
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

/* Takes a touchpoint for the answer; while it cannot be one the question stays. */
gboolean
jm_canvas_link_to (JmCanvas   *self,
                   const char *touchpoint_id)
{
  GError *error = NULL;
  g_autofree char *id = NULL;

  if (self->link_from == NULL)
    return FALSE;

  if (touchpoint_id == NULL || !jm_command_link (self->session, self->link_from, touchpoint_id, &id, &error))
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
      return jm_canvas_link_to (self, jm_command_get_touchpoint (self->session));

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

static gboolean
find_foot (JmCanvas   *self,
           const char *id,
           JmPoint    *foot)
{
  JmPoint origin;
  JmGroup *group = jm_scene_find (self->scene, id, JM_ROLE_TOUCHPOINT, &origin);
  JmRect rect;

  if (group == NULL)
    return FALSE;

  rect = jm_canvas_view_place (self, JM_ROLE_TOUCHPOINT, jm_rect_offset (group->box, origin.x, origin.y));
  *foot = jm_point (rect.x + rect.width / 2, rect.y + rect.height);

  return TRUE;
}

/* The arrow as it would be, from below the one card to below the other. */
void
jm_canvas_link_snapshot (JmCanvas    *self,
                         GtkSnapshot *snapshot,
                         GdkRGBA      accent)
{
  const char *to_id;
  JmPoint from, to;
  double dip;
  cairo_t *cr;

  if (self->link_from == NULL || !find_foot (self, self->link_from, &from))
    return;

  to_id = jm_command_get_touchpoint (self->session);
  if (to_id == NULL || g_strcmp0 (to_id, self->link_from) == 0 || !find_foot (self, to_id, &to))
    return;

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
