/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item is the same one in both scenes when it has the same id; what has none, such as a piece of a curve, when it is the same
 * group or looks the same. What moved comes from where it was, what is new appears, and what is no more, or
 * looks otherwise, disappears. All of it takes one short time, from the last change on. */
#include "jm-motion.h"

#include "jm-painter-private.h"

#include <math.h>

/* Microseconds. */
#define DURATION 180000

/* With more than this in view it is too small to be followed, and too much to be painted in a frame. */
#define MOST 1500

/* What lies so far out of view, in parts of it, is not followed there. */
#define BEYOND 0.25

/* Higher and lower than any map. */
#define FAR 1e7

/* What is painted in one piece, in one place. */
typedef struct
{
  JmGroup *group;
  JmPoint  at;
  JmLayer  layer;
  gboolean matched;
} Seen;

/* An item, or a group that is none. */
typedef struct
{
  JmRole      role;
  const char *id;
  const char *lane_id;
  JmGroup    *group;   /* of what is no item; else NULL, and then it is owner that holds the texts */
  JmGroup    *owner;
} Key;

/* What was there before. It fades where it was, or stays below what is there now, and moves along with it. */
typedef struct
{
  JmGroup *group;
  JmPoint  at;
  JmLayer  layer;
  gboolean stays;
  double   to_x;
} Gone;

typedef struct
{
  Key      key;
  JmPoint  from;      /* from its place to where it comes from, in map units */
  gboolean appears;
} Move;

/* The column of a phase, which is known by its place. */
typedef struct
{
  double   x;
  double   x_before;
  double   from;       /* from its place to where it comes from */
  gboolean shrinks;
} Column;

struct _JmMotion
{
  GHashTable *moves;      /* a set of Move */
  GArray     *columns;    /* of Column */
  GArray     *gone;       /* of Gone */
  gboolean    headings_differ;   /* in their heights */
  JmPoint     reach;      /* how far the farthest comes */
  gint64      begin;
  double      done;       /* from 0 to 1, as it looks */
};

/* Whether a group is an item that is found by its id, or the only one of its role. */
static gboolean
is_item (const JmGroup *group)
{
  switch ((int) group->role)
    {
    case JM_ROLE_NONE:
    case JM_ROLE_MAP:
    case JM_ROLE_CELL:
    case JM_ROLE_CURVE:
    case JM_ROLE_TRANSITION:
    case JM_ROLE_LEGEND:
      return FALSE;
    case JM_ROLE_TITLE:
    case JM_ROLE_FOOTER:
      return TRUE;
    default:
      return group->id != NULL;
    }
}

static Key
get_key (JmGroup *group)
{
  if (is_item (group))
    return (Key) { group->role, group->id, group->lane_id, NULL, group };

  return (Key) { JM_ROLE_NONE, NULL, NULL, group, group };
}

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (key->id != NULL ? g_str_hash (key->id) : 0) ^ (guint) key->role << 24 ^ g_direct_hash (key->group);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *one = a;
  const Key *other = b;

  return one->role == other->role && one->group == other->group && g_strcmp0 (one->id, other->id) == 0 &&
         g_strcmp0 (one->lane_id, other->lane_id) == 0;
}

static void
free_move (gpointer data)
{
  Move *move = data;

  jm_group_unref (move->key.owner);
  g_free (move);
}

static void
clear_gone (gpointer data)
{
  jm_group_unref (((Gone *) data)->group);
}

/**
 * jm_motion_free:
 * @self: (transfer full): a motion, done or not
 */
void
jm_motion_free (JmMotion *self)
{
  g_hash_table_unref (self->moves);
  g_array_unref (self->columns);
  g_array_unref (self->gone);
  g_free (self);
}

static JmMotion *
alloc (gint64 now)
{
  JmMotion *self = g_new0 (JmMotion, 1);

  self->moves = g_hash_table_new_full (hash_key, equal_keys, NULL, free_move);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  self->gone = g_array_new (FALSE, FALSE, sizeof (Gone));
  g_array_set_clear_func (self->gone, clear_gone);
  self->begin = now;

  return self;
}

typedef struct
{
  GArray  *seen;    /* of Seen; the groups are borrowed */
  JmLayer  layer;
} Collection;

static gboolean
collect (JmGroup  *group,
         double    x,
         double    y,
         gpointer  user_data)
{
  Collection *collection = user_data;
  gboolean whole = jm_painter_paints_whole (group);

  if (whole)
    {
      Seen seen = { group, jm_point (x, y), collection->layer, FALSE };

      g_array_append_val (collection->seen, seen);
    }

  return !whole && collection->seen->len <= MOST;
}

static GArray *
collect_all (JmScene *scene,
             JmRect   area)
{
  Collection collection = { g_array_new (FALSE, FALSE, sizeof (Seen)), 0 };

  for (guint i = 0; i < JM_N_LAYERS; i++)
    {
      JmRect part = area;

      /* These are kept in view. */
      if (i == JM_LAYER_HEADINGS)
        part = jm_rect (area.x, -FAR, area.width, 2 * FAR);
      else if (i == JM_LAYER_LANES)
        part = jm_rect (-FAR, area.y, 2 * FAR, area.height);
      collection.layer = i;
      jm_group_visit (jm_scene_get_layer (scene, i), 0, 0, part, collect, &collection);
    }

  return collection.seen;
}

static void
add_move (JmMotion *self,
          JmGroup  *group,
          JmPoint   from,
          gboolean  appears)
{
  Move *move = g_new0 (Move, 1);

  /* Headings and lane names may be kept in view, and then stay there. */
  if (group->role == JM_ROLE_PHASE)
    from.y = 0;
  if (group->role == JM_ROLE_LANE)
    from.x = 0;

  move->key = get_key (group);
  move->from = from;
  move->appears = appears;
  jm_group_ref (group);
  self->reach.x = MAX (self->reach.x, fabs (from.x));
  self->reach.y = MAX (self->reach.y, fabs (from.y));
  g_hash_table_add (self->moves, move);
}

/* Where a group of the scene before is seen at this moment, when it was still on its way. */
static JmPoint
get_place_seen (const JmMotion *under_way,
                const Seen     *seen)
{
  JmPoint at = seen->at;

  if (under_way != NULL)
    jm_motion_look_up (under_way, seen->group, &at.x, &at.y);

  return at;
}

/* Looks for what has no id and looks the same, best in the same place. There are few of those. */
static Seen *
find_alike (GArray     *before,
            const Seen *seen,
            double      shift)
{
  Seen *elsewhere = NULL;

  for (guint i = 0; i < before->len; i++)
    {
      Seen *other = &g_array_index (before, Seen, i);
      gboolean here = other->at.x + shift == seen->at.x && other->at.y == seen->at.y;

      if (other->matched || other->layer != seen->layer || other->group->role != seen->group->role ||
          is_item (other->group) || (!here && elsewhere != NULL) || !jm_looks_are_same (other->group, seen->group))
        continue;
      if (here)
        return other;
      elsewhere = other;
    }

  return elsewhere;
}

/* The columns move with their phases; their ends are where they are. */
static void
add_columns (JmMotion       *self,
             JmScene        *before,
             JmScene        *after,
             GArray         *seen,
             double          shift,
             const JmMotion *under_way)
{
  for (guint i = 0; i < seen->len; i++)
    {
      JmGroup *heading = g_array_index (seen, Seen, i).group;
      JmRect then, now;

      if (heading->role != JM_ROLE_PHASE || heading->id == NULL)
        continue;

      then = jm_scene_get_phase_rect (before, heading->id);
      now = jm_scene_get_phase_rect (after, heading->id);
      if (!jm_rect_is_nothing (then))
        {
          double x = then.x, y = 0;

          if (under_way != NULL)
            jm_motion_look_up (under_way, heading, &x, &y);
          Column column = { now.x, then.x, 0, then.width > now.width };

          column.from = x + shift - now.x;
          g_array_append_val (self->columns, column);
          self->reach.x = MAX (self->reach.x, fabs (column.from));
        }
    }
}

static const Column *
find_column (const JmMotion *self,
             const Seen     *seen,
             gboolean        before)
{
  if (seen->layer != JM_LAYER_BACKDROP && seen->layer != JM_LAYER_HEADINGS)
    return NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if ((before ? column->x_before : column->x) == seen->at.x)
        return column;
    }

  return NULL;
}

/* What comes and goes by and by: letters, lines and pictures. A ground that only ends elsewhere would be seen through, and
 * hints are many and faint. */
static gboolean
fades (const JmMotion *self,
       const Seen     *seen,
       gboolean        before)
{
  return is_item (seen->group) ||
         (seen->group->role != JM_ROLE_HINT && !jm_painter_paints_plain (seen->group) && find_column (self, seen, before) == NULL);
}

static void
match (JmMotion       *self,
       GArray         *before,
       GArray         *after,
       double          shift,
       const JmMotion *under_way)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);

  for (guint i = 0; i < before->len; i++)
    {
      Seen *seen = &g_array_index (before, Seen, i);
      Key *key = g_new (Key, 1);

      *key = get_key (seen->group);
      g_hash_table_insert (known, key, seen);
    }

  for (guint i = 0; i < after->len; i++)
    {
      Seen *seen = &g_array_index (after, Seen, i);
      Key key = get_key (seen->group);
      Seen *then = g_hash_table_lookup (known, &key);

      if (then == NULL && !is_item (seen->group))
        then = find_alike (before, seen, shift);
      if (then != NULL)
        {
          JmPoint from = get_place_seen (under_way, then);

          then->matched = TRUE;
          from = jm_point (from.x + shift - seen->at.x, from.y - seen->at.y);
          if (from.x != 0 || from.y != 0)
            add_move (self, seen->group, from, FALSE);
        }
      else if (fades (self, seen, FALSE))
        {
          add_move (self, seen->group, jm_point (0, 0), TRUE);
        }
    }

  for (guint i = 0; i < before->len; i++)
    {
      const Seen *seen = &g_array_index (before, Seen, i);
      const Column *column = find_column (self, seen, TRUE);
      Gone gone = { seen->group, get_place_seen (under_way, seen), seen->layer };

      /* The ground of a phase that becomes narrower is there until the next one has come. */
      gone.stays = column != NULL && column->shrinks && (seen->layer == JM_LAYER_BACKDROP || !self->headings_differ);
      if (!gone.stays && (seen->matched || !fades (self, seen, TRUE)))
        continue;
      gone.at.x = gone.stays ? column->x + column->from : gone.at.x + shift;
      gone.to_x = gone.stays ? column->x : gone.at.x;
      jm_group_ref (gone.group);
      g_array_append_val (self->gone, gone);
    }
}

/**
 * jm_motion_new:
 * @before: a scene
 * @after: the scene that is shown instead
 * @area: what is in view, in map units
 * @under_way: (nullable): how things moved to their places in @before, if they are not there yet
 * @now: the time, in microseconds
 *
 * Finds out what changed places in or near the view. From where it is seen at this moment it goes to its new place.
 *
 * Returns: (transfer full) (nullable): how it moves, %NULL for nothing, or when there is too much in view
 */
JmMotion *
jm_motion_new (JmScene  *before,
               JmScene  *after,
               JmRect    area,
               JmMotion *under_way,
               gint64    now)
{
  /* A map that runs from right to left keeps its right edge in view. */
  double shift = jm_scene_is_rtl (after) ? jm_scene_get_width (after) - jm_scene_get_width (before) : 0;
  JmRect near = jm_rect (area.x - area.width * BEYOND, area.y - area.height * BEYOND,
                         area.width * (1 + 2 * BEYOND), area.height * (1 + 2 * BEYOND));
  g_autoptr(GArray) then = collect_all (before, near);
  g_autoptr(GArray) seen = collect_all (after, jm_rect_offset (near, shift, 0));
  JmMotion *self;

  if (then->len > MOST || seen->len > MOST)
    return NULL;

  if (under_way != NULL)
    jm_motion_advance (under_way, now);
  self = alloc (now);
  self->headings_differ = jm_scene_get_layer (before, JM_LAYER_HEADINGS)->bounds.height !=
                          jm_scene_get_layer (after, JM_LAYER_HEADINGS)->bounds.height;
  add_columns (self, before, after, seen, shift, under_way);
  match (self, then, seen, shift, under_way);

  if (self->reach.x == 0 && self->reach.y == 0 && g_hash_table_size (self->moves) == 0 && self->gone->len == 0)
    g_clear_pointer (&self, jm_motion_free);

  return self;
}

/**
 * jm_motion_come_from:
 * @self: (inout): a motion, or %NULL for none yet
 * @group: an item of the scene that is shown
 * @place: where its origin is in it
 * @from: where it is to come from, such as from under the pointer that let it go
 * @now: the time, in microseconds
 */
void
jm_motion_come_from (JmMotion **self,
                     JmGroup   *group,
                     JmPoint    place,
                     JmPoint    from,
                     gint64     now)
{
  if (*self == NULL)
    *self = alloc (now);

  add_move (*self, group, jm_point (from.x - place.x, from.y - place.y), FALSE);
}

/**
 * jm_motion_advance:
 * @self: a motion
 * @now: the time, in microseconds
 *
 * Lets it go on: fast at first, and slower towards the end.
 *
 * Returns: whether it still goes on
 */
gboolean
jm_motion_advance (JmMotion *self,
                   gint64    now)
{
  double part = CLAMP ((double) (now - self->begin) / DURATION, 0, 1);

  self->done = 1 - pow (1 - part, 3);

  return part < 1;
}

/**
 * jm_motion_look_up:
 * @self: a motion
 * @group: a group of the scene after it
 * @x: (inout): where its origin is there
 * @y: (inout): where its origin is there
 *
 * Finds out where a group is seen at this moment.
 *
 * Returns: how much of it is seen, from 0 to 1
 */
float
jm_motion_look_up (const JmMotion *self,
                   JmGroup        *group,
                   double         *x,
                   double         *y)
{
  Key key = get_key (group);
  const Move *move = g_hash_table_lookup (self->moves, &key);

  if (move != NULL)
    {
      *x += move->from.x * (1 - self->done);
      *y += move->from.y * (1 - self->done);
      return move->appears ? (float) self->done : 1;
    }

  /* What is drawn of a phase as a whole, its ground and what lies between its cards. */
  if (group->role == JM_ROLE_CELL || (group->role == JM_ROLE_NONE && group->n_ops > 0))
    for (guint i = 0; i < self->columns->len; i++)
      {
        const Column *column = &g_array_index (self->columns, Column, i);

        if (column->x == *x)
          {
            *x += column->from * (1 - self->done);
            break;
          }
      }

  return 1;
}

/**
 * jm_motion_get_area:
 * @self: a motion
 * @area: what is in view
 *
 * Returns: where that may have its place which is in view at this moment
 */
JmRect
jm_motion_get_area (const JmMotion *self,
                    JmRect          area)
{
  double x = MIN (self->reach.x * (1 - self->done), area.width);
  double y = MIN (self->reach.y * (1 - self->done), area.height);

  return jm_rect (area.x - x, area.y - y, area.width + 2 * x, area.height + 2 * y);
}

/**
 * jm_motion_foreach_gone:
 * @self: a motion
 * @layer: a part of the picture
 * @func: called for each group that was there before the motion and is no more
 * @user_data: for @func
 */
void
jm_motion_foreach_gone (const JmMotion *self,
                        JmLayer         layer,
                        JmMotionGone    func,
                        gpointer        user_data)
{
  for (guint i = 0; i < self->gone->len; i++)
    {
      const Gone *gone = &g_array_index (self->gone, Gone, i);

      if (gone->layer == layer)
        func (gone->group, gone->to_x + (gone->at.x - gone->to_x) * (1 - self->done), gone->at.y,
              gone->stays ? 1 : (float) (1 - self->done), user_data);
    }
}
