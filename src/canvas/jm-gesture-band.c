/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rubber band: selects what it touches, while it is being drawn; with Shift besides what is selected, with Ctrl the other
 * way round. */
#include "jm-canvas-private.h"

typedef struct
{
  JmGesture  parent;
  JmPoint    start;    /* in the scene, so that it stays where it is when the view scrolls */
  JmPoint    end;
  GStrv      before;   /* the selection as it was */
} Band;

static JmRect
get_rect (Band *self)
{
  return jm_rect (MIN (self->start.x, self->end.x), MIN (self->start.y, self->end.y),
                  ABS (self->end.x - self->start.x), ABS (self->end.y - self->start.y));
}

typedef struct
{
  JmRect      rect;
  GPtrArray  *ids;
  GHashTable *touched;   /* the same, to look them up */
} Gather;

static gboolean
visit_touched (JmGroup  *group,
               double    x,
               double    y,
               gpointer  user_data)
{
  Gather *gather = user_data;

  switch ((int) group->role)
    {
    case JM_ROLE_TOUCHPOINT:
    case JM_ROLE_PAIN_POINT:
    case JM_ROLE_OPPORTUNITY:
    case JM_ROLE_THOUGHT:
    case JM_ROLE_NOTE:
    case JM_ROLE_MEASURE:
    case JM_ROLE_PICTURE:
      if (jm_rect_intersects (jm_rect_offset (group->box, x, y), gather->rect) &&
          g_hash_table_add (gather->touched, group->id))
        g_ptr_array_add (gather->ids, group->id);
      return FALSE;
    default:
      return TRUE;
    }
}

/* What was selected before stays so; what was touched again does not, when it toggles. */
static void
add_before (Band     *self,
            Gather   *gather,
            gboolean  toggles)
{
  g_autoptr(GHashTable) again = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_touched = gather->ids->len;
  guint n_left = 0;

  for (guint i = 0; self->before[i] != NULL; i++)
    {
      if (g_hash_table_contains (gather->touched, self->before[i]))
        g_hash_table_add (again, self->before[i]);
      else
        g_ptr_array_add (gather->ids, self->before[i]);
    }

  for (guint i = 0; toggles && i < gather->ids->len; i++)
    if (i >= n_touched || !g_hash_table_contains (again, gather->ids->pdata[i]))
      gather->ids->pdata[n_left++] = gather->ids->pdata[i];
  if (toggles)
    g_ptr_array_set_size (gather->ids, (int) n_left);
}

static void
band_update (JmGesture *gesture,
             JmPoint    at,
             gboolean   alt,
             gboolean   shift)
{
  Band *self = (Band *) gesture;
  JmCanvas *canvas = gesture->canvas;
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  Gather gather;

  self->end = jm_viewport_to_scene (JM_VIEWPORT (canvas), at);
  gather = (Gather) { get_rect (self), ids, touched };

  jm_scene_visit (jm_canvas_ensure_scene (canvas), gather.rect, visit_touched, &gather);
  if (shift || (canvas->drag_state & GDK_CONTROL_MASK) != 0)
    add_before (self, &gather, !shift);
  g_ptr_array_add (ids, NULL);
  jm_session_select_many (canvas->session, (const char * const *) ids->pdata);
}

static void
band_commit (JmGesture *gesture)
{
  /* The selection is what it is already. */
}

static void
band_cancel (JmGesture *gesture)
{
  Band *self = (Band *) gesture;

  jm_session_select_many (gesture->canvas->session, (const char * const *) self->before);
}

static void
band_snapshot (JmGesture   *gesture,
               GtkSnapshot *snapshot)
{
  Band *self = (Band *) gesture;
  JmRect rect = jm_canvas_place (gesture->canvas, JM_ROLE_NONE, get_rect (self));
  GdkRGBA accent = jm_overlay_get_accent (GTK_WIDGET (gesture->canvas));

  jm_overlay_append_frame (snapshot, rect, 2, 1, accent);
  accent.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &accent,
                             &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y,
                                                  (float) rect.width, (float) rect.height));
}

static void
band_free (JmGesture *gesture)
{
  Band *self = (Band *) gesture;

  g_strfreev (self->before);
  g_free (self);
}

static const JmGestureClass band_class = {
  band_update, band_commit, band_cancel, band_snapshot, band_free, FALSE, TRUE
};

JmGesture *
jm_gesture_band_new (JmCanvas    *canvas,
                     const JmHit *hit)
{
  static const char * const nothing[] = { NULL };
  const char * const *selection = jm_session_get_selection (canvas->session);
  Band *self = g_new0 (Band, 1);

  self->parent.klass = &band_class;
  self->parent.canvas = canvas;
  self->start = jm_viewport_to_scene (JM_VIEWPORT (canvas), canvas->press);
  self->end = self->start;
  self->before = g_strdupv ((char **) (selection != NULL ? selection : nothing));

  return &self->parent;
}
