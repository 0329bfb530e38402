/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-painter-private.h"

#include <math.h>
#include <string.h>

/* Groups that were not seen for this many frames are let go, once more than this many are kept. */
#define KEEP_FRAMES 90
#define KEEP_GROUPS 3000

/* The font size, in map units, below which text is a bar, for each level of detail; see find_detail(). */
static const float smallest_sizes[] = { 0, 11, 14, 20, 30, 1000 };

/* Pixels below which text cannot be read. */
#define LEGIBLE 3.4

/* Tiles are let go when they take more memory than this, but for those just seen. */
#define KEEP_BYTES  (96 * 1024 * 1024)
/* A group that is longer or covers more pixels than this is not kept as a tile. */
#define TILE_SIDE   4096
#define TILE_PIXELS (1024 * 1024)
/* A tile may stand this part of a pixel from where it belongs. */
#define TILE_STEPS  4

/* A group as a node in its own coordinates, or, with a scale, as a tile of pixels. */
typedef struct
{
  JmGroup *group;
  guint    detail;
  gboolean whole;
  double   scale;     /* 0 for a node */
  int      step_x;    /* what part of a pixel its left edge is from a whole one */
  int      step_y;
} Key;

typedef struct
{
  Key            key;
  GskRenderNode *node;      /* NULL: nothing to be seen */
  gsize          n_bytes;   /* of the pixels of a tile */
  guint64        last_frame;
} Painted;

struct _JmPainter
{
  JmType        *type;
  JmPictures    *pictures;
  GHashTable    *painted;   /* a set of Painted */
  guint64        frame;
  gsize          n_bytes;   /* of all tiles */
  const JmTheme *theme;
  GFunc          on_picture;
  gpointer       user_data;
};

/* One walk over the list. */
typedef struct
{
  JmPainter           *painter;
  GtkSnapshot         *snapshot;
  guint                detail;
  gboolean             wait;
  const JmPainterView *view;      /* NULL: map units, all of it */
} Walk;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->group) ^ (key->detail << 1) ^ (guint) key->whole ^ g_double_hash (&key->scale) ^
         (guint) (key->step_x * 31 + key->step_y * 131);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->group == second->group && first->detail == second->detail && first->whole == second->whole &&
         first->scale == second->scale && first->step_x == second->step_x && first->step_y == second->step_y;
}

static void
free_painted (gpointer data)
{
  Painted *painted = data;

  jm_group_unref (painted->key.group);
  g_clear_pointer (&painted->node, gsk_render_node_unref);
  g_free (painted);
}

static void
on_picture_done (gpointer data,
                 gpointer user_data)
{
  JmPainter *self = user_data;

  /* Which groups show it is not kept: pictures are few, and come once. */
  g_hash_table_remove_all (self->painted);
  self->n_bytes = 0;
  if (self->on_picture != NULL)
    self->on_picture (NULL, self->user_data);
}

/**
 * jm_painter_new:
 *
 * Makes a painter, which holds fonts, textures, and what it painted before. It belongs to the main thread.
 *
 * Returns: (transfer full): freed by jm_painter_free()
 */
JmPainter *
jm_painter_new (void)
{
  JmPainter *self = g_new0 (JmPainter, 1);

  self->type = jm_type_new ();
  self->pictures = jm_pictures_new ();
  self->painted = g_hash_table_new_full (hash_key, equal_keys, NULL, free_painted);
  self->theme = jm_theme_get (JM_STYLE_LIGHT);
  jm_pictures_set_on_done (self->pictures, on_picture_done, self);

  return self;
}

/**
 * jm_painter_free:
 * @self: a painter
 *
 * Frees a painter. What it painted stays as it is.
 */
void
jm_painter_free (JmPainter *self)
{
  g_hash_table_unref (self->painted);
  jm_pictures_free (self->pictures);
  jm_type_free (self->type);
  g_free (self);
}

/**
 * jm_painter_set_on_picture:
 * @self: a painter
 * @func: called in the main thread when a picture that was being decoded can be shown; its first argument is %NULL
 * @user_data: its second argument
 */
void
jm_painter_set_on_picture (JmPainter *self,
                           GFunc      func,
                           gpointer   user_data)
{
  self->on_picture = func;
  self->user_data = user_data;
}

static guint
find_detail (double scale)
{
  for (guint i = 0; i + 1 < G_N_ELEMENTS (smallest_sizes); i++)
    {
      /* The smallest text that this level still writes; 8 units is the smallest of any scene. */
      if (MAX (smallest_sizes[i], 8) * scale >= LEGIBLE)
        return i;
    }

  return G_N_ELEMENTS (smallest_sizes) - 1;
}

/* Whether a group is painted and kept with all that is in it; the others are walked into. */
static gboolean
is_whole (const JmGroup *group)
{
  switch ((int) group->role)
    {
    case JM_ROLE_NONE:
      return group->n_children == 0 || group->clips;
    case JM_ROLE_MAP:
    case JM_ROLE_CELL:
    case JM_ROLE_CURVE:
      return group->clips;
    default:
      return TRUE;
    }
}

static const JmTextSlot *
find_hidden_slot (const JmGroup       *group,
                  const JmPainterView *view)
{
  const JmHiddenText *hidden = view != NULL ? view->hidden : NULL;

  if (hidden == NULL || group->role != hidden->role || g_strcmp0 (group->id, hidden->id) != 0)
    return NULL;

  for (guint i = 0; i < group->n_slots; i++)
    {
      if (group->slots[i].part == hidden->part)
        return &group->slots[i];
    }

  return NULL;
}

static void
paint (Walk    *walk,
       JmGroup *group,
       gboolean whole)
{
  const JmTextSlot *hidden = find_hidden_slot (group, walk->view);
  JmDetail detail = { smallest_sizes[walk->detail], walk->painter->theme };
  gboolean clips = whole && group->clips;

  if (clips)
    {
      GskRoundedRect outline;

      gsk_rounded_rect_init_from_rect (&outline,
                                       &GRAPHENE_RECT_INIT ((float) group->box.x, (float) group->box.y,
                                                            (float) group->box.width, (float) group->box.height),
                                       (float) group->clip_radius);
      gtk_snapshot_push_rounded_clip (walk->snapshot, &outline);
    }

  jm_paint_ops (walk->snapshot, group, walk->painter->type, detail, hidden, walk->painter->pictures, walk->wait);

  if (whole)
    {
      for (guint i = 0; i < group->n_children; i++)
        {
          const JmPlaced *child = &group->children[i];

          gtk_snapshot_save (walk->snapshot);
          gtk_snapshot_translate (walk->snapshot, &GRAPHENE_POINT_INIT ((float) child->x, (float) child->y));
          paint (walk, child->group, TRUE);
          gtk_snapshot_restore (walk->snapshot);
        }
    }

  if (clips)
    gtk_snapshot_pop (walk->snapshot);
}

/* Paints into a snapshot of its own: GTK 4.8 misplaces cairo nodes that are appended under a scale. */
static GskRenderNode *
make_node (Walk     *walk,
           JmGroup  *group,
           gboolean  whole)
{
  Walk inner = *walk;

  inner.snapshot = gtk_snapshot_new ();
  paint (&inner, group, whole);

  return gtk_snapshot_free_to_node (inner.snapshot);
}

/* What is kept of a group, made if need be. */
static Painted *
look_up (Walk *walk,
         Key   key)
{
  Painted *painted = g_hash_table_lookup (walk->painter->painted, &key);

  if (painted == NULL)
    {
      painted = g_new0 (Painted, 1);
      painted->key = key;
      if (key.scale == 0)
        painted->node = make_node (walk, key.group, key.whole);
      jm_group_ref (key.group);
      g_hash_table_add (walk->painter->painted, painted);
    }

  painted->last_frame = walk->painter->frame;
  return painted;
}

static void
append_node (Walk    *walk,
             JmGroup *group,
             gboolean whole,
             double   x,
             double   y)
{
  gboolean edited = find_hidden_slot (group, walk->view) != NULL;
  GskRenderNode *node = edited ? make_node (walk, group, whole)
                               : look_up (walk, (Key) { group, walk->detail, whole, 0, 0, 0 })->node;

  if (node == NULL)
    return;

  /* Not one translation for the whole map: floats are too coarse far out on a long one. */
  gtk_snapshot_save (walk->snapshot);
  if (walk->view != NULL)
    {
      const JmPainterView *view = walk->view;

      gtk_snapshot_translate (walk->snapshot, &GRAPHENE_POINT_INIT ((float) (view->origin.x + x * view->scale),
                                                                    (float) (view->origin.y + y * view->scale)));
      gtk_snapshot_scale (walk->snapshot, (float) view->scale, (float) view->scale);
    }
  else
    {
      gtk_snapshot_translate (walk->snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
    }
  gtk_snapshot_append_node (walk->snapshot, node);
  gtk_snapshot_restore (walk->snapshot);
  if (edited)
    gsk_render_node_unref (node);
}

/* Draws a group once, and keeps the pixels as a node of their own: drawing that again copies them. */
static void
draw_tile (Walk    *walk,
           Painted *painted,
           double   left,
           double   top,
           int      width,
           int      height)
{
  double device = walk->view->device;
  JmDetail detail = { smallest_sizes[walk->detail], walk->painter->theme };
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_translate (cr, left, top);
  cairo_scale (cr, painted->key.scale, painted->key.scale);
  jm_draw_group (cr, painted->key.group, walk->painter->type, detail, walk->painter->pictures);
  cairo_destroy (cr);

  painted->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) (width / device), (float) (height / device)));
  cr = gsk_cairo_node_get_draw_context (painted->node);
  cairo_scale (cr, 1 / device, 1 / device);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  painted->n_bytes = 4 * (gsize) width * (gsize) height;
  walk->painter->n_bytes += painted->n_bytes;
}

static gboolean
has_text (const JmGroup *group)
{
  for (guint i = 0; i < group->n_ops; i++)
    {
      if (group->ops[i].type == JM_OP_TEXT)
        return TRUE;
    }
  for (guint i = 0; i < group->n_children; i++)
    {
      if (has_text (group->children[i].group))
        return TRUE;
    }

  return FALSE;
}

/* Puts a group there as pixels that were drawn once; FALSE when it is too large for that, or no more than a rule. */
static gboolean
append_tile (Walk    *walk,
             JmGroup *group,
             double   x,
             double   y)
{
  const JmPainterView *view = walk->view;
  double scale = view->scale * view->device;
  JmRect bounds = group->bounds;
  double left = (view->origin.x + (x + bounds.x) * view->scale) * view->device - 1;
  double top = (view->origin.y + (y + bounds.y) * view->scale) * view->device - 1;
  int step_x = (int) floor ((left - floor (left)) * TILE_STEPS);
  int step_y = (int) floor ((top - floor (top)) * TILE_STEPS);
  double width = ceil (bounds.width * scale) + 4;
  double height = ceil (bounds.height * scale) + 4;
  Painted *painted;

  if (width < 1 || height < 1 || width > TILE_SIDE || height > TILE_SIDE || width * height > TILE_PIXELS ||
      (group->role == JM_ROLE_NONE && !has_text (group)))
    return FALSE;

  painted = look_up (walk, (Key) { group, walk->detail, TRUE, scale, step_x, step_y });
  if (painted->n_bytes == 0)
    draw_tile (walk, painted, (double) step_x / TILE_STEPS + 1 - bounds.x * scale,
               (double) step_y / TILE_STEPS + 1 - bounds.y * scale, (int) width, (int) height);
  if (painted->node == NULL)
    return TRUE;

  gtk_snapshot_save (walk->snapshot);
  gtk_snapshot_translate (walk->snapshot, &GRAPHENE_POINT_INIT ((float) (floor (left) / view->device),
                                                                (float) (floor (top) / view->device)));
  gtk_snapshot_append_node (walk->snapshot, painted->node);
  gtk_snapshot_restore (walk->snapshot);
  return TRUE;
}

static gboolean
paint_visited (JmGroup  *group,
               double    x,
               double    y,
               gpointer  user_data)
{
  Walk *walk = user_data;
  gboolean whole = is_whole (group);

  if (!whole && group->n_ops == 0)
    return TRUE;

  if (whole && walk->view != NULL && walk->view->tiles && find_hidden_slot (group, walk->view) == NULL &&
      append_tile (walk, group, x, y))
    return FALSE;

  append_node (walk, group, whole, x, y);
  return !whole;
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  JmPainter *self = user_data;
  Painted *painted = key;

  if (painted->last_frame + KEEP_FRAMES >= self->frame)
    return FALSE;

  self->n_bytes -= painted->n_bytes;
  return TRUE;
}

static gboolean
is_tile_out_of_sight (gpointer key,
                      gpointer value,
                      gpointer user_data)
{
  JmPainter *self = user_data;
  Painted *painted = key;

  if (painted->n_bytes == 0 || painted->last_frame + 2 >= self->frame)
    return FALSE;

  self->n_bytes -= painted->n_bytes;
  return TRUE;
}

static void
begin_frame (JmPainter *self,
             JmScene   *scene)
{
  const JmTheme *theme = jm_scene_get_theme (scene);

  self->theme = theme;
  self->frame++;
  if (g_hash_table_size (self->painted) > KEEP_GROUPS && self->frame % (KEEP_FRAMES / 2) == 0)
    g_hash_table_foreach_remove (self->painted, is_stale, self);
  if (self->n_bytes > KEEP_BYTES)
    g_hash_table_foreach_remove (self->painted, is_tile_out_of_sight, self);
}

/**
 * jm_painter_paint_scene:
 * @self: a painter
 * @scene: a scene
 *
 * Paints the whole scene in full detail, on its page; pictures are decoded at once.
 *
 * Returns: (transfer full): a node in map units with its origin at the scene's
 */
GskRenderNode *
jm_painter_paint_scene (JmPainter *self,
                        JmScene   *scene)
{
  Walk walk = { self, gtk_snapshot_new (), 0, TRUE, NULL };
  JmColor page = jm_scene_get_theme (scene)->page;
  JmRect area = jm_rect (0, 0, jm_scene_get_width (scene), jm_scene_get_height (scene));

  begin_frame (self, scene);
  gtk_snapshot_append_color (walk.snapshot,
                             &(GdkRGBA) { page.red / 255.f, page.green / 255.f, page.blue / 255.f, page.alpha / 255.f },
                             &GRAPHENE_RECT_INIT (0, 0, (float) area.width, (float) area.height));
  jm_scene_visit (scene, area, paint_visited, &walk);

  return gtk_snapshot_free_to_node (walk.snapshot);
}

/**
 * jm_painter_paint_group:
 * @self: a painter
 * @group: a group
 *
 * Paints a group and all that is in it in full detail; pictures are decoded at once.
 *
 * Returns: (transfer full) (nullable): a node in the coordinates of the group, %NULL for nothing to be seen
 */
GskRenderNode *
jm_painter_paint_group (JmPainter *self,
                        JmGroup   *group)
{
  Walk walk = { self, gtk_snapshot_new (), 0, TRUE, NULL };

  paint (&walk, group, TRUE);

  return gtk_snapshot_free_to_node (walk.snapshot);
}

/**
 * jm_painter_snapshot_area:
 * @self: a painter
 * @snapshot: where to
 * @scene: a scene
 * @view: what is in view, and how
 *
 * Paints what is in view. The cost is that of what is there, and next to nothing for what was there before.
 */
void
jm_painter_snapshot_area (JmPainter           *self,
                          GtkSnapshot         *snapshot,
                          JmScene             *scene,
                          const JmPainterView *view)
{
  Walk walk = { self, snapshot, find_detail (view->scale), FALSE, view };

  begin_frame (self, scene);
  jm_scene_visit (scene, view->area, paint_visited, &walk);
}

/**
 * jm_painter_snapshot_layer:
 * @self: a painter
 * @snapshot: where to
 * @scene: a scene
 * @layer: the part to paint
 * @view: what is in view of it, and how
 *
 * Paints one part of a scene once more, such as the headings that are kept in view.
 */
void
jm_painter_snapshot_layer (JmPainter           *self,
                           GtkSnapshot         *snapshot,
                           JmScene             *scene,
                           JmLayer              layer,
                           const JmPainterView *view)
{
  Walk walk = { self, snapshot, find_detail (view->scale), FALSE, view };

  jm_group_visit (jm_scene_get_layer (scene, layer), 0, 0, view->area, paint_visited, &walk);
}

/**
 * jm_painter_snapshot_group:
 * @self: a painter
 * @snapshot: where to, with the group's coordinates
 * @group: a group
 * @scale: pixels a map unit, which says what can be read
 *
 * Paints one group, such as a card that is being dragged.
 */
void
jm_painter_snapshot_group (JmPainter   *self,
                           GtkSnapshot *snapshot,
                           JmGroup     *group,
                           double       scale)
{
  Walk walk = { self, snapshot, find_detail (scale), FALSE, NULL };
  GskRenderNode *node = look_up (&walk, (Key) { group, walk.detail, TRUE, 0, 0, 0 })->node;

  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
}
