/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles: each group is drawn once, as the pixels of the present zoom, and then only copied. Pixels that were drawn by cairo
 * look the same with every renderer and in every export; GSK 4.8 has no paths, drops hairlines between pixels, and its
 * renderers place letters in ways of their own. */
#include "jm-convert.h"
#include "jm-painter-private.h"

#include <math.h>

/* Tiles that were not seen for this many frames are let go, once there are more than this. */
#define KEEP_FRAMES 90
#define KEEP_TILES  3000
/* Those not in view are let go at once when they take more memory than this. */
#define KEEP_BYTES  (16 * 1024 * 1024)

/* A tile has at most this many pixels a side: what is larger is cut. */
#define TILE_SIDE   1024

/* The font size, in map units, below which text is a bar, for each level of detail; see find_detail(). */
static const float smallest_sizes[] = { 0, 11, 14, 20, 30, 1000 };

/* Pixels below which text cannot be read, and the smallest text of any scene, in map units. */
#define LEGIBLE     3.4
#define SMALLEST    8.0

typedef struct
{
  JmGroup *group;
  gboolean whole;     /* with all that is in it */
  guint    detail;
  gboolean by_cairo;
  double   scale;     /* pixels a map unit */
  int      column;    /* which piece it is */
  int      row;
} Key;

typedef struct
{
  Key            key;
  GskRenderNode *node;
  gsize          n_bytes;
  guint64        last_frame;
} Tile;

struct _JmPainter
{
  JmType        *type;
  JmPictures    *pictures;
  JmLooks       *looks;
  GHashTable    *tiles;     /* a set of Tile */
  gsize          n_bytes;   /* of all of them */
  guint64        frame;
  const JmTheme *theme;
  GFunc          on_picture;
  gpointer       user_data;
};

/* One walk over the list. */
typedef struct
{
  JmPainter           *painter;
  GtkSnapshot         *snapshot;
  const JmPainterView *view;
  guint                detail;
  JmLayer              layer;
  JmGroup             *root;      /* of that layer */
} Walk;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->group) ^ g_double_hash (&key->scale) ^
         (guint) (29 * key->column + 1031 * key->row) ^ (key->detail << 20);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->group == second->group && first->whole == second->whole && first->detail == second->detail &&
         first->by_cairo == second->by_cairo && first->scale == second->scale &&
         first->column == second->column && first->row == second->row;
}

static void
free_tile (gpointer data)
{
  Tile *tile = data;

  jm_group_unref (tile->key.group);
  gsk_render_node_unref (tile->node);
  g_free (tile);
}

static void
on_picture_done (gpointer data,
                 gpointer user_data)
{
  JmPainter *self = user_data;

  /* Which groups show it is not kept: pictures are few, and come once. */
  g_hash_table_remove_all (self->tiles);
  self->n_bytes = 0;
  if (self->on_picture != NULL)
    self->on_picture (NULL, self->user_data);
}

/**
 * jm_painter_new:
 *
 * Makes a painter, which holds fonts, pictures, and what it painted before. It belongs to the main thread.
 *
 * Returns: (transfer full): freed by jm_painter_free()
 */
JmPainter *
jm_painter_new (void)
{
  JmPainter *self = g_new0 (JmPainter, 1);

  self->type = jm_type_new ();
  self->pictures = jm_pictures_new ();
  self->looks = jm_looks_new ();
  self->tiles = g_hash_table_new_full (hash_key, equal_keys, NULL, free_tile);
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
  g_hash_table_unref (self->tiles);
  jm_looks_free (self->looks);
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
      /* The smallest text that this level still writes. */
      if (MAX (smallest_sizes[i], SMALLEST) * scale >= LEGIBLE)
        return i;
    }

  return G_N_ELEMENTS (smallest_sizes) - 1;
}

/* Whether a group is painted and kept with all that is in it; the others are walked into. */
gboolean
jm_painter_paints_whole (const JmGroup *group)
{
  switch ((int) group->role)
    {
    case JM_ROLE_NONE:
      return group->n_children == 0 || group->clips;
    case JM_ROLE_MAP:
    case JM_ROLE_CELL:
    case JM_ROLE_CURVE:
      return group->n_children == 0 || group->clips;
    default:
      return TRUE;
    }
}

/* Whether a group consists of nothing but filled rectangles, such as the page, the columns and the rules. Those are as
 * wide as the map, and cost nothing. */
static gboolean
is_plain (const JmGroup *group,
          gboolean       whole)
{
  if (group->clips || (whole && group->n_children > 0))
    return FALSE;

  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      if (op->type != JM_OP_RECT || op->rect.fill.gradient != NULL || !jm_paint_is_none (op->rect.stroke))
        return FALSE;
    }

  return TRUE;
}

gboolean
jm_painter_paints_plain (const JmGroup *group)
{
  return is_plain (group, jm_painter_paints_whole (group));
}

/* The edges on whole pixels of the device, and a hairline at least one of them wide. */
static void
append_rects (Walk    *walk,
              JmGroup *group,
              double   x,
              double   y)
{
  const JmPainterView *view = walk->view;
  double scale = view->scale * view->device;

  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];
      JmRect box = jm_rect_offset (op->rect.box, x, y);
      GdkRGBA color = jm_color_to_rgba (op->rect.fill.color);
      double margin = 4 + op->rect.radius;
      double left, top, right, bottom;
      graphene_rect_t bounds;

      if (jm_paint_is_none (op->rect.fill) || !jm_rect_intersects (box, view->area))
        continue;

      /* What is far out of view is cut off: floats are too coarse there. */
      left = MAX (box.x, view->area.x - margin);
      top = MAX (box.y, view->area.y - margin);
      right = MIN (box.x + box.width, view->area.x + view->area.width + margin);
      bottom = MIN (box.y + box.height, view->area.y + view->area.height + margin);

      left = round (view->origin.x * view->device + left * scale);
      top = round (view->origin.y * view->device + top * scale);
      right = MAX (round (view->origin.x * view->device + right * scale), left + 1);
      bottom = MAX (round (view->origin.y * view->device + bottom * scale), top + 1);
      bounds = GRAPHENE_RECT_INIT ((float) (left / view->device), (float) (top / view->device),
                                   (float) ((right - left) / view->device), (float) ((bottom - top) / view->device));

      if (op->rect.radius > 0)
        {
          GskRoundedRect outline;

          gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) (op->rect.radius * view->scale));
          gtk_snapshot_push_rounded_clip (walk->snapshot, &outline);
          gtk_snapshot_append_color (walk->snapshot, &color, &bounds);
          gtk_snapshot_pop (walk->snapshot);
        }
      else
        {
          gtk_snapshot_append_color (walk->snapshot, &color, &bounds);
        }
    }
}

static JmPen
get_pen (Walk *walk)
{
  return (JmPen) {
    walk->painter->type, walk->painter->pictures, walk->painter->theme,
    smallest_sizes[walk->detail], FALSE, walk->view->hidden
  };
}

/* The pixels as a node with its origin at their upper left corner; takes surface. */
static GskRenderNode *
make_node (cairo_surface_t *surface,
           int              width,
           int              height,
           double           device,
           gboolean         by_cairo)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) (width / device), (float) (height / device));
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GdkTexture) texture = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GskRenderNode *node;
  cairo_t *cr;

  cairo_surface_flush (surface);

  if (!by_cairo)
    {
      bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                          (GDestroyNotify) cairo_surface_destroy, surface);
      texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
      return gsk_texture_node_new (texture, &bounds);
    }

  /* cairo would copy a texture each time. */
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (cr, 1 / device, 1 / device);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return node;
}

/* Draws a piece of a group. left and top are where the group's origin is in the whole of its pixels. */
static GskRenderNode *
draw_tile (Walk      *walk,
           const Key *key,
           double     left,
           double     top,
           int        width,
           int        height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  JmPen pen = get_pen (walk);

  cairo_translate (cr, left - key->column * TILE_SIDE, top - key->row * TILE_SIDE);
  cairo_scale (cr, key->scale, key->scale);
  jm_pen_draw_group (&pen, cr, key->group, key->whole);
  cairo_destroy (cr);

  return make_node (surface, width, height, walk->view->device, key->by_cairo);
}

static Tile *
look_up_tile (Walk      *walk,
              const Key *key,
              double     left,
              double     top,
              int        width,
              int        height)
{
  JmPainter *self = walk->painter;
  Tile *tile = g_hash_table_lookup (self->tiles, key);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->key = *key;
      tile->node = draw_tile (walk, key, left, top, width, height);
      tile->n_bytes = 4 * (gsize) width * (gsize) height;
      self->n_bytes += tile->n_bytes;
      jm_group_ref (key->group);
      g_hash_table_add (self->tiles, tile);
    }

  tile->last_frame = self->frame;
  return tile;
}

static void
append_node (Walk          *walk,
             GskRenderNode *node,
             double         left,
             double         top)
{
  gtk_snapshot_save (walk->snapshot);
  gtk_snapshot_translate (walk->snapshot, &GRAPHENE_POINT_INIT ((float) (left / walk->view->device),
                                                                (float) (top / walk->view->device)));
  gtk_snapshot_append_node (walk->snapshot, node);
  gtk_snapshot_restore (walk->snapshot);
}

static void
append_tiles (Walk    *walk,
              JmGroup *group,
              gboolean whole,
              double   x,
              double   y)
{
  const JmPainterView *view = walk->view;
  JmPen pen = get_pen (walk);
  gboolean edited = jm_pen_find_hidden (&pen, group) != NULL;
  double scale = view->scale * view->device;
  JmRect bounds = group->bounds;
  /* In pixels of the device: the origin of the group goes to a whole one, so that cards that look alike look the same
   * to the pixel; and how far it is from there to the edges. */
  double at_x = round ((view->origin.x + x * view->scale) * view->device);
  double at_y = round ((view->origin.y + y * view->scale) * view->device);
  double left = floor (bounds.x * scale) - 1, top = floor (bounds.y * scale) - 1;
  double width = ceil ((bounds.x + bounds.width) * scale) + 1 - left;
  double height = ceil ((bounds.y + bounds.height) * scale) + 1 - top;
  /* Which pieces are in view. */
  double view_left = (view->origin.x + view->area.x * view->scale) * view->device - at_x - left;
  double view_top = (view->origin.y + view->area.y * view->scale) * view->device - at_y - top;
  int first_column = (int) MAX (floor (view_left / TILE_SIDE), 0);
  int first_row = (int) MAX (floor (view_top / TILE_SIDE), 0);
  double right = MIN (width, view_left + view->area.width * scale);
  double bottom = MIN (height, view_top + view->area.height * scale);
  JmGroup *like = whole && !edited ? jm_looks_find (walk->painter->looks, group, walk->painter->frame) : group;

  for (int row = first_row; row * TILE_SIDE < bottom; row++)
    {
      for (int column = first_column; column * TILE_SIDE < right; column++)
        {
          Key key = { like, whole, walk->detail, view->by_cairo, scale, column, row };
          int tile_width = (int) MIN (width - column * TILE_SIDE, TILE_SIDE);
          int tile_height = (int) MIN (height - row * TILE_SIDE, TILE_SIDE);
          double tile_left = at_x + left + column * TILE_SIDE, tile_top = at_y + top + row * TILE_SIDE;

          if (edited)
            {
              GskRenderNode *node = draw_tile (walk, &key, -left, -top, tile_width, tile_height);

              append_node (walk, node, tile_left, tile_top);
              gsk_render_node_unref (node);
            }
          else
            {
              append_node (walk, look_up_tile (walk, &key, -left, -top, tile_width, tile_height)->node,
                           tile_left, tile_top);
            }
        }
    }
}

static void
append_group (Walk    *walk,
              JmGroup *group,
              double   x,
              double   y,
              float    seen)
{
  gboolean whole = jm_painter_paints_whole (group);

  if (seen < 1)
    gtk_snapshot_push_opacity (walk->snapshot, seen);
  if (is_plain (group, whole))
    append_rects (walk, group, x, y);
  else
    append_tiles (walk, group, whole, x, y);
  if (seen < 1)
    gtk_snapshot_pop (walk->snapshot);
}

static void
paint_gone (JmGroup  *group,
            double    x,
            double    y,
            float     seen,
            gpointer  user_data)
{
  append_group (user_data, group, x, y, seen);
}

static gboolean
paint_visited (JmGroup  *group,
               double    x,
               double    y,
               gpointer  user_data)
{
  Walk *walk = user_data;
  const JmMotion *motion = walk->view->motion;
  gboolean whole = jm_painter_paints_whole (group);
  float seen = 1;

  if (whole || group->n_ops > 0)
    {
      if (motion != NULL)
        seen = jm_motion_look_up (motion, group, &x, &y);
      append_group (walk, group, x, y, seen);
    }

  /* What is no more is seen on the page, and below all else. */
  if (motion != NULL && group == walk->root)
    jm_motion_foreach_gone (motion, walk->layer, paint_gone, walk);

  return !whole;
}

static void
paint_layer (Walk    *walk,
             JmScene *scene,
             JmLayer  layer)
{
  const JmMotion *motion = walk->view->motion;
  JmRect area = motion != NULL ? jm_motion_get_area (motion, walk->view->area) : walk->view->area;

  walk->layer = layer;
  walk->root = jm_scene_get_layer (scene, layer);
  jm_group_visit (walk->root, 0, 0, area, paint_visited, walk);
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  JmPainter *self = user_data;
  Tile *tile = key;
  guint64 keep = self->n_bytes > KEEP_BYTES ? 2 : KEEP_FRAMES;

  if (tile->last_frame + keep >= self->frame)
    return FALSE;

  self->n_bytes -= tile->n_bytes;
  return TRUE;
}

static void
begin_frame (JmPainter *self,
             JmScene   *scene)
{
  self->theme = jm_scene_get_theme (scene);
  self->frame++;
  if (self->n_bytes > KEEP_BYTES ||
      (g_hash_table_size (self->tiles) > KEEP_TILES && self->frame % (KEEP_FRAMES / 2) == 0))
    g_hash_table_foreach_remove (self->tiles, is_stale, self);
  if (jm_looks_get_size (self->looks) > KEEP_TILES && self->frame % (KEEP_FRAMES / 2) == 0)
    jm_looks_forget (self->looks, self->frame - KEEP_FRAMES / 2);
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
  const JmTheme *theme = jm_scene_get_theme (scene);
  JmPen pen = { self->type, self->pictures, theme, 0, TRUE, NULL };
  GdkRGBA page = jm_color_to_rgba (theme->page);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) jm_scene_get_width (scene),
                                                                 (float) jm_scene_get_height (scene)));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  gdk_cairo_set_source_rgba (cr, &page);
  cairo_paint (cr);
  for (guint i = 0; i < JM_N_LAYERS; i++)
    jm_pen_draw_group (&pen, cr, jm_scene_get_layer (scene, i), TRUE);
  cairo_destroy (cr);

  return node;
}

/**
 * jm_painter_paint_group:
 * @self: a painter
 * @group: a group
 *
 * Paints a group and all that is in it in full detail; pictures are decoded at once.
 *
 * Returns: (transfer full): a node in the coordinates of the group
 */
GskRenderNode *
jm_painter_paint_group (JmPainter *self,
                        JmGroup   *group)
{
  JmPen pen = { self->type, self->pictures, self->theme, 0, TRUE, NULL };
  JmRect bounds = jm_rect_is_nothing (group->bounds) ? jm_rect (0, 0, 0, 0) : jm_rect_expand (group->bounds, 1);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT ((float) bounds.x, (float) bounds.y,
                                                                 (float) bounds.width, (float) bounds.height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  jm_pen_draw_group (&pen, cr, group, TRUE);
  cairo_destroy (cr);

  return node;
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
  Walk walk = { self, snapshot, view, find_detail (view->scale) };

  begin_frame (self, scene);
  for (guint i = 0; i < JM_N_LAYERS; i++)
    paint_layer (&walk, scene, i);
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
  Walk walk = { self, snapshot, view, find_detail (view->scale) };

  paint_layer (&walk, scene, layer);
}

/**
 * jm_painter_snapshot_group:
 * @self: a painter
 * @snapshot: where to
 * @group: a group
 * @view: where the group's origin is, and how it is brought onto the screen; its area is in the group's coordinates
 *
 * Paints one group, such as a card that is being dragged.
 */
void
jm_painter_snapshot_group (JmPainter           *self,
                           GtkSnapshot         *snapshot,
                           JmGroup             *group,
                           const JmPainterView *view)
{
  Walk walk = { self, snapshot, view, find_detail (view->scale) };

  append_tiles (&walk, group, TRUE, 0, 0);
}
