/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do next on a map that has only just begun: said in its place, until it is done, and never part of the scene. */
#include "jm-canvas-private.h"
#include "jm-convert.h"

#include "config.h"

#include <glib/gi18n.h>

/* With more touchpoints than these nobody needs to be told. */
#define FEW       3
#define SOME      6

/* Pixels. */
#define GAP       13
#define PADDING_X 10
#define PADDING_Y 5

typedef enum
{
  NEXT_NOTHING,
  NEXT_PHASE,
  NEXT_TOUCHPOINT,
  NEXT_TITLE,
  NEXT_FEELING,
  NEXT_PAIN
} Next;

/* What is there, as far as it matters; the ids are borrowed from the map. */
typedef struct
{
  const char *phase_id;       /* the first */
  const char *touchpoint_id;  /* the first */
  const char *titled_id;      /* the first with a title */
  guint       n_titled;
  guint       n_touchpoints;
  gboolean    has_feeling;
  gboolean    has_attached;
} Begun;

static const char *
get_words (Next next)
{
  switch ((int) next)
    {
    case NEXT_PHASE:
      return _("Press F for the first phase");
    case NEXT_TOUCHPOINT:
      return _("Press T for the first touchpoint");
    case NEXT_TITLE:
      return _("Press Enter and type what happens here");
    case NEXT_FEELING:
      return _("Press 1 to 5: how does it feel?");
    case NEXT_PAIN:
      return _("Press P for what hurts, T for the next touchpoint");
    default:
      return NULL;
    }
}

static Begun
look (JmItem *root)
{
  Begun begun = { NULL };
  JmItem *phase, *touchpoint;
  guint cursor = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL && begun.n_touchpoints <= SOME)
    {
      guint inner = 0;

      if (begun.phase_id == NULL)
        begun.phase_id = jm_item_get_id (phase);
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL && begun.n_touchpoints <= SOME)
        {
          const char *title = jm_item_get_part (touchpoint, JM_KIND_TITLE);

          begun.n_touchpoints++;
          if (begun.touchpoint_id == NULL)
            begun.touchpoint_id = jm_item_get_id (touchpoint);
          if (title != NULL && *title != '\0')
            {
              begun.n_titled++;
              if (begun.titled_id == NULL)
                begun.titled_id = jm_item_get_id (touchpoint);
            }
          begun.has_feeling |= jm_item_count (touchpoint, JM_KIND_EMOTION) > 0;
          begun.has_attached |= jm_item_count (touchpoint, JM_KIND_PAIN_POINT) > 0 ||
                                jm_item_count (touchpoint, JM_KIND_OPPORTUNITY) > 0 ||
                                jm_item_count (touchpoint, JM_KIND_THOUGHT) > 0;
        }
    }

  return begun;
}

static JmItem *
get_lane (JmMap      *map,
          const char *kind)
{
  JmItem *lane = jm_map_get_lane (map, kind);

  return lane != NULL && !jm_item_get_boolean (lane, JM_ATTR_HIDDEN) ? lane : NULL;
}

static Next
find_next (JmMap       *map,
           const Begun *begun)
{
  if (begun->phase_id == NULL)
    return NEXT_PHASE;
  if (begun->touchpoint_id == NULL)
    return NEXT_TOUCHPOINT;
  if (begun->titled_id == NULL)
    return begun->n_touchpoints <= SOME ? NEXT_TITLE : NEXT_NOTHING;
  if (!begun->has_feeling && begun->n_touchpoints <= FEW && get_lane (map, "emotion") != NULL)
    return NEXT_FEELING;
  if (!begun->has_attached && begun->n_touchpoints <= SOME && get_lane (map, "pain-points") != NULL)
    return NEXT_PAIN;

  return NEXT_NOTHING;
}

static Next
find_present_next (JmCanvas *self)
{
  JmMap *map;
  Begun begun;

  if (self->session == NULL || self->read_only)
    return NEXT_NOTHING;

  map = jm_session_get_map (self->session);
  begun = look (jm_map_get_root (map));
  return find_next (map, &begun);
}

/* The touchpoint that it is about: the one that is selected if that has a title, for the keys act there; else the first. */
static const char *
find_touchpoint (JmCanvas    *self,
                 const Begun *begun)
{
  const char *focus = jm_session_get_focus (self->session);
  JmItem *item = focus != NULL ? jm_map_find (self->scene_map, focus) : NULL;

  if (begun->titled_id == NULL)
    return begun->touchpoint_id;
  if (item != NULL && jm_item_get_kind (item) == JM_KIND_TOUCHPOINT && *jm_item_get_part (item, JM_KIND_TITLE) != '\0')
    return jm_item_get_id (item);

  return begun->titled_id;
}

/* Where it is said, in map units: under the touchpoint that it is about, else where that will be. */
static JmPoint
find_place (JmCanvas    *self,
            const Begun *begun)
{
  JmRect grid = jm_scene_get_grid (self->scene);
  JmItem *lane = get_lane (self->scene_map, "touchpoints");
  JmRect row = lane != NULL ? jm_scene_get_lane_rect (self->scene, jm_item_get_id (lane)) : grid;
  JmRect column = begun->phase_id != NULL ? jm_scene_get_phase_rect (self->scene, begun->phase_id) : grid;
  const char *under = find_touchpoint (self, begun);
  JmPoint origin;
  JmGroup *card;

  if (under != NULL && (card = jm_scene_find (self->scene, under, JM_ROLE_TOUCHPOINT, &origin)) != NULL)
    {
      column = jm_rect_offset (card->box, origin.x, origin.y);
      row = jm_rect (row.x, column.y + column.height, row.width, 0);
    }

  return jm_point (jm_scene_is_rtl (self->scene) ? column.x + column.width : column.x,
                   jm_rect_is_nothing (row) && under == NULL ? grid.y : row.y);
}

/* Says it where it is to be done. Not while a text is being edited or something is dragged: then it is being done. */
void
jm_canvas_next_snapshot (JmCanvas    *self,
                         GtkSnapshot *snapshot)
{
  const JmTheme *theme = jm_scene_get_theme (self->scene);
  GdkRGBA paper = jm_color_to_rgba (theme->chip);
  GdkRGBA ink = jm_color_to_rgba (theme->chip_text);
  g_autoptr(PangoLayout) layout = NULL;
  GskRoundedRect outline;
  graphene_rect_t bounds;
  int width, height;
  JmRect placed;
  Begun begun;
  JmPoint at;
  Next next;

  if (self->editor != NULL || self->gesture != NULL)
    return;

  begun = look (jm_map_get_root (self->scene_map));
  next = find_next (self->scene_map, &begun);
  if (next == NEXT_NOTHING)
    return;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), get_words (next));
  pango_layout_get_pixel_size (layout, &width, &height);
  at = find_place (self, &begun);
  placed = jm_viewport_place (JM_VIEWPORT (self), jm_rect (at.x, at.y, 0, 0));
  placed = jm_rect (placed.x, placed.y + GAP, width + 2 * PADDING_X, height + 2 * PADDING_Y);
  if (jm_scene_is_rtl (self->scene))
    placed.x -= placed.width;

  bounds = jm_rect_to_graphene (placed);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) placed.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &paper, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) placed.x + PADDING_X, (float) placed.y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* Enter where nothing is selected: does what is said, if that is what Enter is said to do. */
gboolean
jm_canvas_next_follow (JmCanvas *self)
{
  JmMap *map = jm_session_get_map (self->session);
  Begun begun = look (jm_map_get_root (map));

  return find_next (map, &begun) == NEXT_TITLE && jm_canvas_start_editing (self, begun.touchpoint_id, JM_KIND_TITLE);
}

/* Says it to who does not see it, with the name of the map. */
void
jm_canvas_next_speak (JmCanvas *self)
{
  const char *words = get_words (find_present_next (self));

  if (words == self->next_spoken)
    return;

  self->next_spoken = words;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words != NULL ? words : "",
                                  -1);
}
