/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which groups look alike. When a phase is laid out anew most of its cards come out as they were, only somewhere else: what
 * was painted for the old one is as good for the new one. */
#include "jm-painter-private.h"

#include <string.h>

/* A group that was seen, and the first one that looks like it. */
typedef struct
{
  JmGroup *group;
  JmGroup *like;
  guint64  last_frame;
} Seen;

struct _JmLooks
{
  GHashTable *seen;     /* of Seen by group */
  GHashTable *firsts;   /* a set of groups, by what they look like */
};

static guint
mix (guint  hash,
     guint  value)
{
  return (hash ^ value) * 16777619u;
}

static guint
mix_number (guint  hash,
            double number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  return mix (mix (hash, (guint) bits), (guint) (bits >> 32));
}

static guint
mix_rect (guint  hash,
          JmRect rect)
{
  return mix_number (mix_number (mix_number (mix_number (hash, rect.x), rect.y), rect.width), rect.height);
}

static guint
mix_paint (guint   hash,
           JmPaint paint)
{
  return mix (hash, (guint) paint.color.red << 24 | (guint) paint.color.green << 16 |
                    (guint) paint.color.blue << 8 | paint.color.alpha);
}

static guint
hash_look (gconstpointer data)
{
  const JmGroup *group = data;
  guint hash = mix_rect (2166136261u, group->bounds);

  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      hash = mix (hash, op->type);
      switch (op->type)
        {
        case JM_OP_RECT:
          hash = mix_paint (mix_rect (hash, op->rect.box), op->rect.fill);
          break;
        case JM_OP_PATH:
          hash = mix_paint (mix_rect (hash, jm_path_get_bounds (op->path.path)), op->path.fill);
          break;
        case JM_OP_TEXT:
          hash = mix_number (mix (hash, g_str_hash (op->text.text)), op->text.x);
          break;
        case JM_OP_PICTURE:
          hash = mix (hash, g_direct_hash (op->picture.item));
          break;
        default:
          g_assert_not_reached ();
        }
    }
  for (guint i = 0; i < group->n_children; i++)
    {
      const JmPlaced *child = &group->children[i];

      hash = mix (mix_number (mix_number (hash, child->x), child->y), hash_look (jm_placed_get_group (child)));
    }

  return hash;
}

static gboolean
is_same_paint (JmPaint a,
               JmPaint b)
{
  if (!jm_color_equal (a.color, b.color) || (a.gradient == NULL) != (b.gradient == NULL))
    return FALSE;
  if (a.gradient == NULL)
    return TRUE;
  if (a.gradient->y0 != b.gradient->y0 || a.gradient->y1 != b.gradient->y1 ||
      a.gradient->n_stops != b.gradient->n_stops)
    return FALSE;

  for (guint i = 0; i < a.gradient->n_stops; i++)
    {
      if (a.gradient->offset[i] != b.gradient->offset[i] ||
          !jm_color_equal (a.gradient->color[i], b.gradient->color[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_same_op (const JmOp *a,
            const JmOp *b)
{
  if (a->type != b->type)
    return FALSE;

  switch (a->type)
    {
    case JM_OP_RECT:
      return jm_rect_equal (a->rect.box, b->rect.box) && a->rect.radius == b->rect.radius &&
             is_same_paint (a->rect.fill, b->rect.fill) && is_same_paint (a->rect.stroke, b->rect.stroke) &&
             a->rect.stroke_width == b->rect.stroke_width;
    case JM_OP_PATH:
      return is_same_paint (a->path.fill, b->path.fill) && is_same_paint (a->path.stroke, b->path.stroke) &&
             a->path.stroke_width == b->path.stroke_width &&
             a->path.dash[0] == b->path.dash[0] && a->path.dash[1] == b->path.dash[1] &&
             jm_path_equal (a->path.path, b->path.path);
    case JM_OP_TEXT:
      return a->text.font.size == b->text.font.size && a->text.font.weight == b->text.font.weight &&
             a->text.font.italic == b->text.font.italic && jm_color_equal (a->text.color, b->text.color) &&
             a->text.x == b->text.x && a->text.baseline == b->text.baseline && a->text.width == b->text.width &&
             a->text.rtl == b->text.rtl && strcmp (a->text.text, b->text.text) == 0;
    case JM_OP_PICTURE:
      return a->picture.item == b->picture.item && jm_rect_equal (a->picture.box, b->picture.box) &&
             a->picture.radius == b->picture.radius && a->picture.cover == b->picture.cover;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_same_look (gconstpointer a,
              gconstpointer b)
{
  const JmGroup *first = a;
  const JmGroup *second = b;

  if (first == second)
    return TRUE;
  if (first->n_ops != second->n_ops || first->n_children != second->n_children ||
      first->clips != second->clips || !jm_rect_equal (first->bounds, second->bounds) ||
      (first->clips && (first->clip_radius != second->clip_radius || !jm_rect_equal (first->box, second->box))))
    return FALSE;

  for (guint i = 0; i < first->n_ops; i++)
    {
      if (!is_same_op (&first->ops[i], &second->ops[i]))
        return FALSE;
    }
  for (guint i = 0; i < first->n_children; i++)
    {
      if (first->children[i].x != second->children[i].x || first->children[i].y != second->children[i].y ||
          !is_same_look (jm_placed_get_group (&first->children[i]), jm_placed_get_group (&second->children[i])))
        return FALSE;
    }

  return TRUE;
}

/* Whether two groups come out as the same pixels. */
gboolean
jm_looks_are_same (const JmGroup *one,
                   const JmGroup *other)
{
  return is_same_look (one, other);
}

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  jm_group_unref (seen->group);
  jm_group_unref (seen->like);
  g_free (seen);
}

JmLooks *
jm_looks_new (void)
{
  JmLooks *self = g_new0 (JmLooks, 1);

  self->seen = g_hash_table_new_full (NULL, NULL, NULL, free_seen);
  self->firsts = g_hash_table_new_full (hash_look, is_same_look, (GDestroyNotify) jm_group_unref, NULL);

  return self;
}

void
jm_looks_free (JmLooks *self)
{
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->firsts);
  g_free (self);
}

/* The first group that looks like this one, borrowed; it is looked at closely only the first time. */
JmGroup *
jm_looks_find (JmLooks *self,
               JmGroup *group,
               guint64  frame)
{
  Seen *seen = g_hash_table_lookup (self->seen, group);

  if (seen == NULL)
    {
      JmGroup *like = g_hash_table_lookup (self->firsts, group);

      if (like == NULL)
        {
          like = group;
          g_hash_table_add (self->firsts, jm_group_ref (group));
        }
      seen = g_new0 (Seen, 1);
      seen->group = jm_group_ref (group);
      seen->like = jm_group_ref (like);
      g_hash_table_insert (self->seen, group, seen);
    }

  seen->last_frame = frame;
  return seen->like;
}

static gboolean
is_before (gpointer key,
           gpointer value,
           gpointer user_data)
{
  return ((Seen *) value)->last_frame < *(guint64 *) user_data;
}

static gboolean
is_not_among (gpointer key,
              gpointer value,
              gpointer user_data)
{
  return !g_hash_table_contains (user_data, key);
}

/* Forgets what was not seen since a frame. */
void
jm_looks_forget (JmLooks *self,
                 guint64  frame)
{
  g_autoptr(GHashTable) needed = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_foreach_remove (self->seen, is_before, &frame);
  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_add (needed, ((Seen *) value)->like);
  g_hash_table_foreach_remove (self->firsts, is_not_among, needed);
}

guint
jm_looks_get_size (JmLooks *self)
{
  return g_hash_table_size (self->seen);
}
