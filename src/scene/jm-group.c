/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of the display list: how they are built, shared and visited. */
#include "jm-scene.h"

#include <string.h>

/* A crowded group keeps the bounds of each run of this many children, so that a visit of a small area passes over the
 * others by the run. Children are laid out along the timeline, so a run is a compact stretch of it. */
#define CHUNK 32

/* A group lies in one block of memory: this, its operations, children, slots, chunks, and then all of its texts. A map of
 * 10,000 touchpoints has some 60,000 groups; allocating them piece by piece took a quarter of the time to lay it out. */
typedef struct
{
  JmGroup  group;
  JmRect  *chunks;     /* NULL for a group of few children */
  GSList  *gradients;
  JmGroup *original;   /* of a taller one, which has all but its operations from there; NULL for others */
} JmFullGroup;

struct _JmGroupBuilder
{
  JmGroup         group;      /* as far as it is known; its texts and arrays are those below */
  GArray         *ops;
  GArray         *children;
  GArray         *slots;
  GString        *texts;      /* each with its final zero */
  GSList         *gradients;
  gsize           id;         /* where in texts, NO_TEXT for none */
  gsize           lane_id;
  gsize           label;
  gsize           description;
  gboolean        has_box;
  JmHold          hold;       /* of what is added next */
  JmGroupBuilder *next;       /* in the pool */
};

#define NO_TEXT G_MAXSIZE

/* Builders that ended are used again on the same thread, with the room that their arrays have grown. */
static void free_pool (gpointer data);

static GPrivate pool = G_PRIVATE_INIT (free_pool);

static void
free_pool (gpointer data)
{
  JmGroupBuilder *self = data;

  while (self != NULL)
    {
      JmGroupBuilder *next = self->next;

      g_array_unref (self->ops);
      g_array_unref (self->children);
      g_array_unref (self->slots);
      g_string_free (self->texts, TRUE);
      g_free (self);
      self = next;
    }
}

static JmGroupBuilder *
take_builder (void)
{
  JmGroupBuilder *self = g_private_get (&pool);

  if (self != NULL)
    {
      g_private_set (&pool, self->next);
      return self;
    }

  self = g_new0 (JmGroupBuilder, 1);
  self->ops = g_array_new (FALSE, FALSE, sizeof (JmOp));
  self->children = g_array_new (FALSE, FALSE, sizeof (JmPlaced));
  self->slots = g_array_new (FALSE, FALSE, sizeof (JmTextSlot));
  self->texts = g_string_new (NULL);

  return self;
}

static void
give_builder (JmGroupBuilder *self)
{
  g_array_set_size (self->ops, 0);
  g_array_set_size (self->children, 0);
  g_array_set_size (self->slots, 0);
  g_string_truncate (self->texts, 0);
  self->next = g_private_get (&pool);
  g_private_set (&pool, self);
}

static gsize
add_bytes (JmGroupBuilder *self,
           const char     *text,
           gsize           length)
{
  gsize at = self->texts->len;

  g_string_append_len (self->texts, text, length);
  g_string_append_c (self->texts, '\0');

  return at;
}

static gsize
add_string (JmGroupBuilder *self,
            const char     *text)
{
  return text != NULL ? add_bytes (self, text, strlen (text)) : NO_TEXT;
}

/**
 * jm_group_ref:
 * @group: a group
 *
 * Safe from any thread, as a group never changes.
 *
 * Returns: (transfer full): @group
 */
JmGroup *
jm_group_ref (JmGroup *group)
{
  g_atomic_int_inc (&group->ref_count);
  return group;
}

static void
clear_op (JmOp *op)
{
  if (op->type == JM_OP_PATH)
    jm_path_unref (op->path.path);
  else if (op->type == JM_OP_PICTURE)
    jm_item_unref (op->picture.item);
}

/**
 * jm_group_unref:
 * @group: (transfer full): a group
 */
void
jm_group_unref (JmGroup *group)
{
  JmFullGroup *full = (JmFullGroup *) group;

  if (!g_atomic_int_dec_and_test (&group->ref_count))
    return;

  if (full->original != NULL)
    {
      jm_group_unref (full->original);
      g_free (full);
      return;
    }

  for (guint i = 0; i < group->n_ops; i++)
    clear_op ((JmOp *) &group->ops[i]);
  for (guint i = 0; i < group->n_children; i++)
    {
      jm_group_unref (group->children[i].drawn);
      g_clear_pointer ((JmGroup **) &group->children[i].shown, jm_group_unref);
    }

  g_slist_free_full (full->gradients, g_free);
  g_free (full);
}

static JmRect
make_taller_rect (JmRect rect,
                  double by)
{
  return jm_rect (rect.x, rect.y, rect.width, rect.height + by);
}

/* The group, its lower edge farther down by so much, and with it what holds on to that. */
static JmGroup *
make_taller (JmGroup *group,
             double   by)
{
  JmFullGroup *full = g_malloc (sizeof (JmFullGroup) + group->n_ops * sizeof (JmOp));
  JmOp *ops = (JmOp *) (gpointer) (full + 1);

  *full = *(JmFullGroup *) group;
  full->original = jm_group_ref (group);
  full->group.ref_count = 1;
  full->group.bounds = make_taller_rect (group->bounds, by);
  full->group.box = make_taller_rect (group->box, by);
  full->group.ops = ops;

  for (guint i = 0; i < group->n_ops; i++)
    {
      JmOp *op = &ops[i];

      *op = group->ops[i];
      if (op->type == JM_OP_RECT && op->hold == JM_HOLD_BOTTOM)
        op->rect.box.y += by;
      else if (op->type == JM_OP_RECT && op->hold == JM_HOLD_BOTH)
        op->rect.box.height += by;
      else if (op->type == JM_OP_TEXT && op->hold == JM_HOLD_BOTTOM)
        op->text.baseline += by;
    }

  return &full->group;
}

/**
 * jm_placed_get_group:
 * @placed: a group in another one
 *
 * Safe from any thread.
 *
 * Returns: (transfer none): the group as it is shown there
 */
JmGroup *
jm_placed_get_group (const JmPlaced *placed)
{
  JmPlaced *self = (JmPlaced *) placed;
  JmGroup *shown;

  if (placed->taller == 0)
    return placed->drawn;

  shown = g_atomic_pointer_get (&self->shown);
  if (shown == NULL)
    {
      shown = make_taller (placed->drawn, placed->taller);
      if (!g_atomic_pointer_compare_and_exchange (&self->shown, NULL, shown))
        {
          jm_group_unref (shown);
          shown = g_atomic_pointer_get (&self->shown);
        }
    }

  return shown;
}

/**
 * jm_group_builder_new:
 * @role: what the group is
 * @id: (nullable): the id of the item it shows
 * @lane_id: (nullable): the id of the lane it is drawn in
 *
 * Begins a group. Coordinates of all that is added are the group's own.
 *
 * Returns: (transfer full): ended and freed by jm_group_builder_end()
 */
JmGroupBuilder *
jm_group_builder_new (JmRole      role,
                      const char *id,
                      const char *lane_id)
{
  JmGroupBuilder *self = take_builder ();

  memset (&self->group, 0, sizeof self->group);
  self->group.ref_count = 1;
  self->group.role = role;
  self->group.bounds = jm_rect_nothing ();
  self->gradients = NULL;
  self->id = add_string (self, id);
  self->lane_id = add_string (self, lane_id);
  self->label = NO_TEXT;
  self->description = NO_TEXT;
  self->has_box = FALSE;
  self->hold = JM_HOLD_TOP;

  return self;
}

/**
 * jm_group_builder_set_label:
 * @self: a builder
 * @label: (nullable): what the group is, in a few words
 * @description: (nullable): more of it
 *
 * Names the group for those who do not see it.
 */
void
jm_group_builder_set_label (JmGroupBuilder *self,
                            const char     *label,
                            const char     *description)
{
  self->label = add_string (self, label);
  self->description = add_string (self, description);
}

static void
grow (JmGroupBuilder *self,
      JmRect          rect)
{
  self->group.bounds = jm_rect_union (self->group.bounds, rect);
}

/**
 * jm_group_builder_set_box:
 * @self: a builder
 * @box: the rectangle that counts as the item for a pointer
 *
 * Without it, the box is what the bounds are.
 */
void
jm_group_builder_set_box (JmGroupBuilder *self,
                          JmRect          box)
{
  self->group.box = box;
  self->has_box = TRUE;
  grow (self, box);
}

/**
 * jm_group_builder_set_clip:
 * @self: a builder with a box
 * @radius: of the corners
 *
 * Lets nothing outside of the box be drawn.
 */
void
jm_group_builder_set_clip (JmGroupBuilder *self,
                           double          radius)
{
  g_return_if_fail (self->has_box);

  self->group.clips = TRUE;
  self->group.clip_radius = radius;
}

/**
 * jm_group_builder_set_hold:
 * @self: a builder
 * @hold: which edge they hold on to
 *
 * Says of all that is added from here on what becomes of it when the group is shown taller than it is drawn. At first,
 * and by itself, everything holds on to the top, and the box grows along.
 */
void
jm_group_builder_set_hold (JmGroupBuilder *self,
                           JmHold          hold)
{
  self->hold = hold;
}

/**
 * jm_group_builder_add_gradient:
 * @self: a builder
 * @y0: where it begins
 * @y1: where it ends
 *
 * Makes an empty gradient; fill in its stops.
 *
 * Returns: (transfer none): owned by the group
 */
JmGradient *
jm_group_builder_add_gradient (JmGroupBuilder *self,
                               double          y0,
                               double          y1)
{
  JmGradient *gradient = g_new0 (JmGradient, 1);

  gradient->y0 = y0;
  gradient->y1 = y1;
  self->gradients = g_slist_prepend (self->gradients, gradient);

  return gradient;
}

/**
 * jm_group_builder_add_rect:
 * @self: a builder
 * @box: the rectangle
 * @radius: of its corners
 * @fill: inside
 * @stroke: along its edge
 * @stroke_width: half of it lies outside of @box
 *
 * Adds a rectangle.
 */
void
jm_group_builder_add_rect (JmGroupBuilder *self,
                           JmRect          box,
                           double          radius,
                           JmPaint         fill,
                           JmPaint         stroke,
                           double          stroke_width)
{
  JmOp op = { .type = JM_OP_RECT, .hold = self->hold };

  op.rect.box = box;
  op.rect.radius = MIN (radius, MIN (box.width, box.height) / 2);
  op.rect.fill = fill;
  op.rect.stroke = stroke;
  op.rect.stroke_width = stroke_width;
  g_array_append_val (self->ops, op);
  grow (self, jm_paint_is_none (stroke) ? box : jm_rect_expand (box, stroke_width / 2));
}

/**
 * jm_group_builder_add_path:
 * @self: a builder
 * @path: (transfer none): the outline
 * @fill: inside
 * @stroke: along it
 * @stroke_width: of the pen, which is round
 * @dash_on: length of a dash, 0 for a solid line
 * @dash_off: length of a gap
 *
 * Adds a path.
 */
void
jm_group_builder_add_path (JmGroupBuilder *self,
                           JmPath         *path,
                           JmPaint         fill,
                           JmPaint         stroke,
                           double          stroke_width,
                           double          dash_on,
                           double          dash_off)
{
  JmOp op = { .type = JM_OP_PATH, .hold = self->hold };
  JmRect bounds = jm_path_get_bounds (path);

  op.path.path = jm_path_ref (path);
  op.path.fill = fill;
  op.path.stroke = stroke;
  op.path.stroke_width = stroke_width;
  op.path.dash[0] = dash_on;
  op.path.dash[1] = dash_off;
  g_array_append_val (self->ops, op);
  grow (self, jm_paint_is_none (stroke) ? bounds : jm_rect_expand (bounds, stroke_width / 2));
}

/**
 * jm_group_builder_add_text:
 * @self: a builder
 * @text: UTF-8
 * @length: bytes of it, or -1
 * @font: its font
 * @color: its colour
 * @x: the left end
 * @baseline: where the letters stand
 * @width: as measured by #JmType
 * @rtl: whether the paragraph runs from right to left
 *
 * Adds one line of text.
 */
void
jm_group_builder_add_text (JmGroupBuilder *self,
                           const char     *text,
                           gssize          length,
                           JmFont          font,
                           JmColor         color,
                           double          x,
                           double          baseline,
                           double          width,
                           gboolean        rtl)
{
  JmOp op = { .type = JM_OP_TEXT, .hold = self->hold };

  if (length < 0)
    length = strlen (text);
  if (length == 0)
    return;

  /* An offset until the texts no longer move, see jm_group_builder_end(). */
  op.text.text = GSIZE_TO_POINTER (add_bytes (self, text, length));
  op.text.font = font;
  op.text.color = color;
  op.text.x = x;
  op.text.baseline = baseline;
  op.text.width = width;
  op.text.rtl = rtl;
  g_array_append_val (self->ops, op);
  grow (self, jm_rect (x, baseline - font.size * 1.1, width, font.size * 1.45));
}

/**
 * jm_group_builder_add_picture:
 * @self: a builder
 * @picture: (transfer none): an item of %JM_KIND_PICTURE
 * @box: where
 * @radius: of the corners
 * @cover: whether to fill the box and cut off what sticks out
 *
 * Adds a picture, undecoded.
 */
void
jm_group_builder_add_picture (JmGroupBuilder *self,
                              JmItem         *picture,
                              JmRect          box,
                              double          radius,
                              gboolean        cover)
{
  JmOp op = { .type = JM_OP_PICTURE, .hold = self->hold };

  op.picture.box = box;
  op.picture.radius = radius;
  op.picture.item = jm_item_ref (picture);
  op.picture.media_type = jm_item_get (picture, JM_ATTR_MEDIA_TYPE);
  op.picture.base64 = jm_item_get_text (picture);
  op.picture.cover = cover;
  g_array_append_val (self->ops, op);
  grow (self, box);
}

/**
 * jm_group_builder_add_slot:
 * @self: a builder
 * @slot: a text that may be edited in place
 *
 * Adds a slot. Its box counts in the bounds.
 */
void
jm_group_builder_add_slot (JmGroupBuilder *self,
                           JmTextSlot      slot)
{
  g_array_append_val (self->slots, slot);
  grow (self, slot.box);
}

/* Of what is placed, in the coordinates of the group around it. */
static JmRect
get_bounds (const JmPlaced *placed)
{
  return make_taller_rect (jm_rect_offset (placed->drawn->bounds, placed->x, placed->y), placed->taller);
}

/**
 * jm_group_builder_add_child:
 * @self: a builder
 * @child: (transfer full): a group
 * @x: where its origin goes
 * @y: where its origin goes
 *
 * Puts a group into this one.
 */
void
jm_group_builder_add_child (JmGroupBuilder *self,
                            JmGroup        *child,
                            double          x,
                            double          y)
{
  jm_group_builder_add_taller (self, child, x, y, 0);
}

/**
 * jm_group_builder_add_taller:
 * @self: a builder
 * @child: (transfer full): a group
 * @x: where its origin goes
 * @y: where its origin goes
 * @taller: by how much it is to be shown taller than it was drawn, not negative
 *
 * Puts a group into this one, taller than it is. It costs nothing more until somebody looks at it.
 */
void
jm_group_builder_add_taller (JmGroupBuilder *self,
                             JmGroup        *child,
                             double          x,
                             double          y,
                             double          taller)
{
  JmPlaced placed = { child, x, y, taller, NULL };

  g_array_append_val (self->children, placed);
  grow (self, get_bounds (&placed));
}

/* Puts the elements of an array at the place in the block, and moves the place behind them. All of them are made of
 * doubles and pointers, so whatever comes next is aligned as well. */
static gpointer
lay_down (char         **at,
          const GArray  *array,
          gsize          element_size)
{
  gpointer laid = *at;

  if (array->len == 0)
    return NULL;

  memcpy (laid, array->data, array->len * element_size);
  *at += array->len * element_size;

  return laid;
}

static void
measure_chunks (JmFullGroup *full)
{
  for (guint i = 0; i < full->group.n_children; i++)
    {
      const JmPlaced *child = &full->group.children[i];
      JmRect *chunk = &full->chunks[i / CHUNK];

      if (i % CHUNK == 0)
        *chunk = jm_rect_nothing ();
      *chunk = jm_rect_union (*chunk, get_bounds (child));
    }
}

/**
 * jm_group_builder_end:
 * @self: (transfer full): a builder
 *
 * Seals the group.
 *
 * Returns: (transfer full): the group
 */
JmGroup *
jm_group_builder_end (JmGroupBuilder *self)
{
  guint n_chunks = self->children->len > CHUNK ? (self->children->len + CHUNK - 1) / CHUNK : 0;
  gsize size = sizeof (JmFullGroup) + self->ops->len * sizeof (JmOp) + self->children->len * sizeof (JmPlaced) +
               self->slots->len * sizeof (JmTextSlot) + n_chunks * sizeof (JmRect) + self->texts->len;
  JmFullGroup *full = g_malloc (size);
  JmGroup *group = &full->group;
  char *at = (char *) (full + 1);
  JmOp *ops;

  *group = self->group;
  if (!self->has_box)
    group->box = group->bounds;
  if (group->clips)
    group->bounds = group->box;

  group->n_ops = self->ops->len;
  group->ops = ops = lay_down (&at, self->ops, sizeof (JmOp));
  group->n_children = self->children->len;
  group->children = lay_down (&at, self->children, sizeof (JmPlaced));
  group->n_slots = self->slots->len;
  group->slots = lay_down (&at, self->slots, sizeof (JmTextSlot));
  full->chunks = n_chunks > 0 ? (JmRect *) (gpointer) at : NULL;
  at += n_chunks * sizeof (JmRect);
  full->gradients = self->gradients;
  full->original = NULL;

  memcpy (at, self->texts->str, self->texts->len);
  for (guint i = 0; i < group->n_ops; i++)
    if (ops[i].type == JM_OP_TEXT)
      ops[i].text.text = at + GPOINTER_TO_SIZE (ops[i].text.text);
  group->id = self->id != NO_TEXT ? at + self->id : NULL;
  group->lane_id = self->lane_id != NO_TEXT ? at + self->lane_id : NULL;
  group->label = self->label != NO_TEXT ? at + self->label : NULL;
  group->description = self->description != NO_TEXT ? at + self->description : NULL;

  if (n_chunks > 0)
    measure_chunks (full);
  give_builder (self);

  return group;
}

/* A group that touches the area, and what does in it. */
static void
visit_touched (JmGroup      *group,
               double        x,
               double        y,
               JmRect        area,
               JmSceneVisit  visit,
               gpointer      user_data)
{
  JmFullGroup *full = (JmFullGroup *) group;

  if (!visit (group, x, y, user_data))
    return;

  for (guint i = 0; i < group->n_children; i++)
    {
      const JmPlaced *child = &group->children[i];

      if (full->chunks != NULL && i % CHUNK == 0 &&
          !jm_rect_intersects (jm_rect_offset (full->chunks[i / CHUNK], x, y), area))
        {
          i += CHUNK - 1;
          continue;
        }
      if (jm_rect_intersects (jm_rect_offset (get_bounds (child), x, y), area))
        visit_touched (jm_placed_get_group (child), x + child->x, y + child->y, area, visit, user_data);
    }
}

/**
 * jm_group_visit:
 * @group: a group
 * @x: where its origin is
 * @y: where its origin is
 * @area: what is of interest, in the coordinates in which @x and @y are
 * @visit: called for each group that touches @area, before its children, in the order of painting
 * @user_data: for @visit
 *
 * Visits what lies in an area, at the cost of what is there and not of what the group holds.
 */
void
jm_group_visit (JmGroup      *group,
                double        x,
                double        y,
                JmRect        area,
                JmSceneVisit  visit,
                gpointer      user_data)
{
  if (jm_rect_intersects (jm_rect_offset (group->bounds, x, y), area))
    visit_touched (group, x, y, area, visit, user_data);
}
