/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of the display list: how they are built, shared and visited. */
#include "jm-scene.h"

#include <string.h>

/* A crowded group keeps the bounds of each run of this many children, so that a visit of a small area passes over the
 * others by the run. Children are laid out along the timeline, so a run is a compact stretch of it. */
#define CHUNK 32

typedef struct
{
  JmGroup  group;
  JmRect  *chunks;   /* NULL for a group of few children */
  char    *texts;    /* the bytes of all text operations */
  GSList  *gradients;
} JmFullGroup;

struct _JmGroupBuilder
{
  JmFullGroup *full;
  GArray      *ops;
  GArray      *children;
  GArray      *slots;
  GString     *texts;
  gboolean     has_box;
};

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

void
jm_group_unref (JmGroup *group)
{
  JmFullGroup *full = (JmFullGroup *) group;

  if (!g_atomic_int_dec_and_test (&group->ref_count))
    return;

  for (guint i = 0; i < group->n_ops; i++)
    clear_op ((JmOp *) &group->ops[i]);
  for (guint i = 0; i < group->n_children; i++)
    jm_group_unref (group->children[i].group);

  g_free ((JmOp *) group->ops);
  g_free ((JmPlaced *) group->children);
  g_free ((JmTextSlot *) group->slots);
  g_free (group->id);
  g_free (group->lane_id);
  g_free (group->label);
  g_free (group->description);
  g_free (full->chunks);
  g_free (full->texts);
  g_slist_free_full (full->gradients, g_free);
  g_free (full);
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
  JmGroupBuilder *self = g_new0 (JmGroupBuilder, 1);

  self->full = g_new0 (JmFullGroup, 1);
  self->full->group.ref_count = 1;
  self->full->group.role = role;
  self->full->group.id = g_strdup (id);
  self->full->group.lane_id = g_strdup (lane_id);
  self->full->group.bounds = jm_rect_nothing ();
  self->ops = g_array_new (FALSE, FALSE, sizeof (JmOp));

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
  g_free (self->full->group.label);
  g_free (self->full->group.description);
  self->full->group.label = g_strdup (label);
  self->full->group.description = g_strdup (description);
}

static void
grow (JmGroupBuilder *self,
      JmRect          rect)
{
  self->full->group.bounds = jm_rect_union (self->full->group.bounds, rect);
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
  self->full->group.box = box;
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

  self->full->group.clips = TRUE;
  self->full->group.clip_radius = radius;
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
  self->full->gradients = g_slist_prepend (self->full->gradients, gradient);

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
  JmOp op = { .type = JM_OP_RECT };

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
  JmOp op = { .type = JM_OP_PATH };
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
  JmOp op = { .type = JM_OP_TEXT };

  if (length < 0)
    length = strlen (text);
  if (length == 0)
    return;

  if (self->texts == NULL)
    self->texts = g_string_new (NULL);
  /* An offset until the texts no longer move, see jm_group_builder_end(). */
  op.text.text = GSIZE_TO_POINTER (self->texts->len);
  g_string_append_len (self->texts, text, length);
  g_string_append_c (self->texts, '\0');
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
  JmOp op = { .type = JM_OP_PICTURE };

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
  if (self->slots == NULL)
    self->slots = g_array_new (FALSE, FALSE, sizeof (JmTextSlot));
  g_array_append_val (self->slots, slot);
  grow (self, slot.box);
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
  JmPlaced placed = { child, x, y };

  if (self->children == NULL)
    self->children = g_array_new (FALSE, FALSE, sizeof (JmPlaced));
  g_array_append_val (self->children, placed);
  grow (self, jm_rect_offset (child->bounds, x, y));
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
  JmFullGroup *full = self->full;
  JmGroup *group = &full->group;
  gsize n_ops;

  if (!self->has_box)
    group->box = group->bounds;
  if (group->clips)
    group->bounds = group->box;

  if (self->texts != NULL)
    {
      full->texts = g_string_free (self->texts, FALSE);
      for (guint i = 0; i < self->ops->len; i++)
        {
          JmOp *op = &g_array_index (self->ops, JmOp, i);
          if (op->type == JM_OP_TEXT)
            op->text.text = full->texts + GPOINTER_TO_SIZE (op->text.text);
        }
    }

  group->ops = g_array_steal (self->ops, &n_ops);
  group->n_ops = n_ops;
  if (n_ops > 0)
    group->ops = g_realloc ((JmOp *) group->ops, n_ops * sizeof (JmOp));
  g_array_unref (self->ops);

  if (self->children != NULL)
    {
      gsize n_children;

      group->children = g_array_steal (self->children, &n_children);
      group->n_children = n_children;
      g_array_unref (self->children);
      if (n_children > CHUNK)
        {
          guint n_chunks = (n_children + CHUNK - 1) / CHUNK;

          full->chunks = g_new (JmRect, n_chunks);
          for (guint i = 0; i < n_chunks; i++)
            full->chunks[i] = jm_rect_nothing ();
          for (guint i = 0; i < n_children; i++)
            {
              const JmPlaced *child = &group->children[i];
              JmRect *chunk = &full->chunks[i / CHUNK];
              *chunk = jm_rect_union (*chunk, jm_rect_offset (child->group->bounds, child->x, child->y));
            }
        }
    }

  if (self->slots != NULL)
    {
      gsize n_slots;

      group->slots = g_array_steal (self->slots, &n_slots);
      group->n_slots = n_slots;
      g_array_unref (self->slots);
    }

  g_free (self);
  return group;
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
  JmFullGroup *full = (JmFullGroup *) group;

  if (!jm_rect_intersects (jm_rect_offset (group->bounds, x, y), area))
    return;
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
      jm_group_visit (child->group, x + child->x, y + child->y, area, visit, user_data);
    }
}
