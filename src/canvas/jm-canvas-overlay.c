/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas draws: the scene, the headings and lane names kept in view, and over them what is never part of a
 * scene: frames, handles, drop hints and the rubber band. */
#include "jm-canvas-private.h"

#include "jm-convert.h"

#include <math.h>

/* Pixels. */
#define FRAME_GAP      3
#define FRAME_RADIUS   9
#define FRAME_WIDTH    2.5
#define PLUS_RADIUS    9
#define PLUS_REACH     13
#define PLUS_ARM       4
/* Below this zoom cards are too near each other for handles between them. */
#define PLUS_MIN_ZOOM  0.35

/* The colour of what is selected, as the desktop has it. */
GdkRGBA
jm_overlay_get_accent (GtkWidget *widget)
{
  GdkRGBA accent = { 0x35 / 255.f, 0x84 / 255.f, 0xe4 / 255.f, 1 };
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &accent))
    gtk_style_context_lookup_color (context, "theme_selected_bg_color", &accent);

  return accent;
}

void
jm_overlay_append_frame (GtkSnapshot *snapshot,
                         JmRect       rect,
                         double       radius,
                         double       width,
                         GdkRGBA      color)
{
  graphene_rect_t bounds = jm_rect_to_graphene (jm_rect_expand (rect, width / 2));
  GskRoundedRect outline;
  float border = (float) width;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (radius + width / 2));
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { border, border, border, border },
                              (GdkRGBA[4]) { color, color, color, color });
}

/* Paints what floats under the pointer, which holds it at grip, in the group's coordinates. */
void
jm_overlay_append_dragged (JmCanvas    *self,
                           GtkSnapshot *snapshot,
                           JmGroup     *group,
                           JmPoint      at,
                           JmPoint      grip)
{
  JmPainterView view = jm_viewport_get_view (JM_VIEWPORT (self), 0, 0, NULL);

  view.origin = jm_point (at.x - grip.x * view.scale, at.y - grip.y * view.scale);
  view.area = group->bounds;
  jm_painter_snapshot_group (self->painter, snapshot, group, &view);
}

static void
push_clip (GtkSnapshot *snapshot,
           double       left,
           double       top,
           double       right,
           double       bottom)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) left, (float) top,
                                                         (float) MAX (right - left, 0), (float) MAX (bottom - top, 0)));
}

static void
snapshot_layer_at (JmCanvas           *self,
                   GtkSnapshot        *snapshot,
                   JmLayer             layer,
                   double              dx,
                   double              dy,
                   const JmHiddenText *hidden)
{
  JmPainterView view = jm_viewport_get_view (JM_VIEWPORT (self), dx, dy, hidden);

  view.motion = self->motion;
  jm_painter_snapshot_layer (self->painter, snapshot, self->scene, layer, &view);
}

/* The headings and the lane names stay in view on strips in the colour of the page, with a hairline where the map goes
 * on below them. */
static void
snapshot_pins (JmCanvas           *self,
               GtkSnapshot        *snapshot,
               const JmHiddenText *hidden)
{
  const JmTheme *theme = jm_scene_get_theme (self->scene);
  JmPins pins = self->pins;
  GdkRGBA page = jm_color_to_rgba (theme->page);
  GdkRGBA rule = jm_color_to_rgba (theme->rule);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = jm_scene_is_rtl (self->scene);
  JmRect grid = jm_scene_get_grid (self->scene);
  double grid_end = jm_viewport_from_scene (JM_VIEWPORT (self), jm_point (0, grid.y + grid.height)).y;
  double top = pins.headings ? pins.headings_end : 0;

  page.alpha = 1;

  if (pins.lanes)
    {
      JmRect strip = rtl ? jm_rect (pins.lanes_end, 0, width - pins.lanes_end, height)
                         : jm_rect (0, 0, pins.lanes_end, height);
      JmGroup *headings = jm_scene_get_layer (self->scene, JM_LAYER_HEADINGS);
      JmRect first = jm_canvas_place (self, JM_ROLE_NONE, headings->bounds);

      /* Only beside the headings and the grid: the title block above and the footer below scroll away. */
      strip.y = MAX (first.y, top);
      strip.height = MIN (grid_end, height) - strip.y;
      if (strip.height > 0)
        {
          graphene_rect_t bounds = jm_rect_to_graphene (strip);

          push_clip (snapshot, strip.x, strip.y, strip.x + strip.width, strip.y + strip.height);
          gtk_snapshot_append_color (snapshot, &page, &bounds);
          snapshot_layer_at (self, snapshot, JM_LAYER_LANES, pins.lanes_dx, 0, hidden);
          jm_canvas_lane_name_snapshot (self, snapshot, pins.lanes_dx);
          gtk_snapshot_pop (snapshot);
          gtk_snapshot_append_color (snapshot, &rule,
                                     &GRAPHENE_RECT_INIT ((float) (rtl ? strip.x : strip.x + strip.width - 1),
                                                          (float) strip.y, 1, (float) strip.height));
        }
    }

  if (pins.headings)
    {
      gtk_snapshot_append_color (snapshot, &page,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) pins.headings_end));
      if (pins.lanes)
        push_clip (snapshot, rtl ? 0 : pins.lanes_end, 0, rtl ? pins.lanes_end : width, pins.headings_end);
      else
        push_clip (snapshot, 0, 0, width, pins.headings_end);
      snapshot_layer_at (self, snapshot, JM_LAYER_HEADINGS, 0, pins.headings_dy, hidden);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_color (snapshot, &rule,
                                 &GRAPHENE_RECT_INIT (0, (float) pins.headings_end - 1, (float) width, 1));
    }
}

static void
get_frame (JmCanvas *self,
           JmGroup  *group,
           JmRect    rect,
           JmRect   *frame,
           double   *radius)
{
  *frame = jm_rect_expand (jm_canvas_motion_place (self, group, rect), FRAME_GAP);
  *radius = group->role == JM_ROLE_EMOTION ? frame->width / 2 : FRAME_RADIUS;
}

typedef struct
{
  JmCanvas    *canvas;
  GtkSnapshot *snapshot;
  GdkRGBA      accent;
  gboolean     several;     /* whether more than one is selected */
  gboolean     of_strips;   /* only those of headings and lane names, or only the others */
} Frames;

static void
snapshot_frame (JmGroup  *group,
                JmRect    rect,
                gpointer  user_data)
{
  Frames *frames = user_data;
  JmCanvas *self = frames->canvas;
  double radius;
  JmRect frame;

  if (group->id == NULL || frames->of_strips != (group->role == JM_ROLE_PHASE || group->role == JM_ROLE_LANE))
    return;

  if (jm_session_is_selected (self->session, group->id))
    {
      get_frame (self, group, rect, &frame, &radius);
      jm_overlay_append_frame (frames->snapshot, frame, radius, FRAME_WIDTH, frames->accent);

      /* Of several, the one that the keys go to. */
      if (frames->several && g_strcmp0 (jm_session_get_focus (self->session), group->id) == 0)
        jm_overlay_append_frame (frames->snapshot, jm_rect_expand (frame, FRAME_WIDTH + 1.5),
                                 radius + FRAME_WIDTH + 1.5, 1, frames->accent);
    }
  else if (self->hover_id != NULL && self->hover_role == group->role && g_str_equal (self->hover_id, group->id))
    {
      GdkRGBA faint = frames->accent;

      faint.alpha = 0.45f;
      get_frame (self, group, rect, &frame, &radius);
      jm_overlay_append_frame (frames->snapshot, frame, radius, 1.5, faint);
    }
}

/* Where the handles are that put a touchpoint before or after the selected one. */
static gboolean
get_pluses (JmCanvas *self,
            JmPoint   centers[2])
{
  const char * const *selection;
  double radius;
  JmGroup *group;
  JmRect rect, frame;

  if (self->session == NULL || self->read_only || self->tool != JM_TOOL_SELECT || self->editor != NULL ||
      self->gesture != NULL || jm_viewport_get_zoom (JM_VIEWPORT (self)) < PLUS_MIN_ZOOM)
    return FALSE;

  selection = jm_session_get_selection (self->session);
  if (selection == NULL || selection[0] == NULL || selection[1] != NULL ||
      !jm_canvas_items_find (self, selection[0], JM_ROLE_TOUCHPOINT, &group, &rect))
    return FALSE;

  get_frame (self, group, rect, &frame, &radius);
  centers[0] = jm_point (frame.x, frame.y + frame.height / 2);
  centers[1] = jm_point (frame.x + frame.width, frame.y + frame.height / 2);
  return TRUE;
}

/* Which handle is at a place of the widget: -1 for the one before the selected touchpoint, 1 for the one after it. */
int
jm_canvas_pick_plus (JmCanvas *self,
                     JmPoint   at)
{
  JmPoint centers[2];
  int rtl;

  if (!get_pluses (self, centers))
    return 0;

  rtl = jm_scene_is_rtl (self->scene) ? -1 : 1;
  for (int i = 0; i < 2; i++)
    {
      if (hypot (at.x - centers[i].x, at.y - centers[i].y) <= jm_canvas_pointer_get_reach (self, PLUS_REACH))
        return (i == 0 ? -1 : 1) * rtl;
    }

  return 0;
}

static void
snapshot_plus (GtkSnapshot *snapshot,
               JmPoint      center,
               GdkRGBA      accent)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_rect_t disc = GRAPHENE_RECT_INIT ((float) center.x - PLUS_RADIUS, (float) center.y - PLUS_RADIUS,
                                             2 * PLUS_RADIUS, 2 * PLUS_RADIUS);
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &disc, PLUS_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &accent, &disc);
  gtk_snapshot_pop (snapshot);

  cr = gtk_snapshot_append_cairo (snapshot, &disc);
  gdk_cairo_set_source_rgba (cr, &white);
  cairo_set_line_width (cr, 1.8);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, center.x - PLUS_ARM, center.y);
  cairo_line_to (cr, center.x + PLUS_ARM, center.y);
  cairo_move_to (cr, center.x, center.y - PLUS_ARM);
  cairo_line_to (cr, center.x, center.y + PLUS_ARM);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* With a tool that makes things in hand, or something held over the map: which column it would go into. */
static void
snapshot_target (JmCanvas    *self,
                 GtkSnapshot *snapshot,
                 GdkRGBA      accent)
{
  const JmToolClass *tool = jm_tool_get_class (self->tool);
  JmPoint at = jm_viewport_to_scene (JM_VIEWPORT (self), self->pointer);
  JmRect grid = jm_scene_get_grid (self->scene);
  const char *touchpoint, *phase;
  graphene_rect_t bounds;
  JmGroup *group;
  JmRect rect;
  gboolean makes = self->pointer_inside && self->gesture == NULL && tool->makes != JM_KIND_NONE &&
                   tool->makes != JM_KIND_PHASE && tool->makes != JM_KIND_TOUCHPOINT;

  if (!self->drop_inside && (!makes || at.y < grid.y || at.y > grid.y + grid.height))
    return;

  touchpoint = at.y >= grid.y ? jm_places_find_touchpoint (self, at.x) : NULL;
  phase = self->drop_inside ? jm_places_find_phase (self, at.x, TRUE) : NULL;
  if (touchpoint == NULL || !jm_canvas_items_find (self, touchpoint, JM_ROLE_TOUCHPOINT, &group, &rect))
    {
      if (phase == NULL)
        return;
      rect = jm_scene_get_phase_rect (self->scene, phase);
    }

  rect.y = grid.y;
  rect.height = grid.height;
  rect = jm_canvas_place (self, JM_ROLE_NONE, rect);
  jm_overlay_append_frame (snapshot, rect, FRAME_RADIUS, 1.5, accent);
  accent.alpha = 0.06f;
  bounds = jm_rect_to_graphene (rect);
  gtk_snapshot_append_color (snapshot, &accent, &bounds);
}

/* Frames of what scrolls go under the headings and lane names that are kept in view, their own stay above. */
static void
snapshot_frames (JmCanvas    *self,
                 GtkSnapshot *snapshot)
{
  const char * const *selection = jm_session_get_selection (self->session);
  Frames frames = { self, snapshot, jm_overlay_get_accent (GTK_WIDGET (self)), selection[0] != NULL && selection[1] != NULL, FALSE };
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = jm_scene_is_rtl (self->scene);
  JmPoint centers[2];
  JmRect field;

  if (self->read_only)
    return;

  push_clip (snapshot, self->pins.lanes && !rtl ? self->pins.lanes_end : 0,
             self->pins.headings ? self->pins.headings_end : 0,
             self->pins.lanes && rtl ? self->pins.lanes_end : width, height);
  jm_canvas_marks_snapshot (self, snapshot, FALSE);
  snapshot_target (self, snapshot, frames.accent);
  if (self->gesture == NULL || !self->gesture->klass->hides_frames)
    jm_canvas_items_foreach (self, snapshot_frame, &frames);
  if (get_pluses (self, centers))
    {
      snapshot_plus (snapshot, centers[0], frames.accent);
      snapshot_plus (snapshot, centers[1], frames.accent);
    }
  jm_canvas_resolved_snapshot (self, snapshot, frames.accent);
  jm_canvas_link_snapshot (self, snapshot, frames.accent);
  jm_canvas_next_snapshot (self, snapshot);
  if (jm_canvas_editor_get_field_rect (self, &field))
    jm_overlay_append_frame (snapshot, jm_rect_expand (field, FRAME_GAP), FRAME_RADIUS, FRAME_WIDTH, frames.accent);
  gtk_snapshot_pop (snapshot);

  /* The keyboard is here, and nothing is selected yet. */
  if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    jm_overlay_append_frame (snapshot, jm_rect_expand (jm_rect (0, 0, width, height), -FRAME_WIDTH), 4, FRAME_WIDTH / 2,
                             frames.accent);

  jm_canvas_marks_snapshot (self, snapshot, TRUE);
  frames.of_strips = TRUE;
  if (self->gesture == NULL || !self->gesture->klass->hides_frames)
    jm_canvas_items_foreach (self, snapshot_frame, &frames);
}

/* Fades what lies before and after the phase that is spoken of. */
static void
snapshot_light (JmCanvas    *self,
                GtkSnapshot *snapshot,
                double       width,
                double       height)
{
  JmItem *phase = self->lit_phase > 0
                  ? jm_item_get_nth (jm_map_get_root (self->scene_map), JM_KIND_PHASE, self->lit_phase - 1) : NULL;
  JmRect rect = phase != NULL ? jm_scene_get_phase_rect (self->scene, jm_item_get_id (phase)) : jm_rect_nothing ();
  JmRect grid = jm_scene_get_grid (self->scene);
  gboolean rtl = jm_scene_is_rtl (self->scene);
  GdkRGBA shade = jm_color_to_rgba (jm_scene_get_theme (self->scene)->page);
  double from, to;

  if (jm_rect_is_nothing (rect))
    return;

  shade.alpha = 0.7f;
  rect = jm_viewport_place (JM_VIEWPORT (self), rect);
  grid = jm_viewport_place (JM_VIEWPORT (self), grid);
  /* The names of the lanes are of every phase. */
  from = self->pins.lanes && !rtl ? self->pins.lanes_end : rtl ? 0 : MAX (grid.x, 0);
  to = self->pins.lanes && rtl ? self->pins.lanes_end : rtl ? MIN (grid.x + grid.width, width) : width;
  if (rect.x > from)
    gtk_snapshot_append_color (snapshot, &shade,
                               &GRAPHENE_RECT_INIT ((float) from, 0, (float) (rect.x - from), (float) height));
  if (rect.x + rect.width < to)
    gtk_snapshot_append_color (snapshot, &shade,
                               &GRAPHENE_RECT_INIT ((float) (rect.x + rect.width), 0,
                                                    (float) (to - rect.x - rect.width), (float) height));
}

void
jm_canvas_snapshot_all (JmCanvas    *self,
                        GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA page = jm_color_to_rgba (jm_theme_get (self->style)->page);
  JmHiddenText hidden;
  JmPainterView view;
  gboolean leaves_out;

  page.alpha = 1;
  gtk_snapshot_append_color (snapshot, &page, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->session == NULL || jm_canvas_ensure_scene (self) == NULL)
    return;

  /* One text is left out: the one that is being edited, or a lane's name that has slid away from where it stands. */
  self->sliding.lane = NULL;
  leaves_out = jm_canvas_editor_get_hidden (self, &hidden) || jm_canvas_lane_name_get_hidden (self, &hidden);

  view = jm_viewport_get_view (JM_VIEWPORT (self), 0, 0, leaves_out ? &hidden : NULL);
  view.motion = self->motion;
  jm_painter_snapshot_area (self->painter, snapshot, self->scene, &view);
  if (!self->pins.lanes)
    jm_canvas_lane_name_snapshot (self, snapshot, 0);

  snapshot_pins (self, snapshot, leaves_out ? &hidden : NULL);
  snapshot_light (self, snapshot, width, height);
  snapshot_frames (self, snapshot);

  if (self->gesture != NULL && self->gesture->klass->snapshot != NULL)
    self->gesture->klass->snapshot (self->gesture, snapshot);

  /* The text that is being edited. Items draw nothing. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_TEXT_VIEW (child))
        gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
    }
}
