/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items in or near the view as child widgets: what keyboard focus and screen readers find on a canvas. */
#include "jm-canvas-item.h"
#include "jm-canvas-private.h"
#include "jm-speech.h"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pixels around the view within which items have a widget, so that the next one is there before it is seen. */
#define BEYOND 240

typedef struct
{
  const char *id;
  JmRole      role;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return (key->id != NULL ? g_str_hash (key->id) : 0) * 31 + (guint) key->role;
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->role == second->role && g_strcmp0 (first->id, second->id) == 0;
}

/* Whether a group with this role is an item that can have the focus. */
gboolean
jm_role_is_item (JmRole role)
{
  switch ((int) role)
    {
    case JM_ROLE_TITLE:
    case JM_ROLE_PERSONA:
    case JM_ROLE_PHASE:
    case JM_ROLE_LANE:
    case JM_ROLE_TOUCHPOINT:
    case JM_ROLE_EMOTION:
    case JM_ROLE_PAIN_POINT:
    case JM_ROLE_OPPORTUNITY:
    case JM_ROLE_THOUGHT:
    case JM_ROLE_NOTE:
    case JM_ROLE_MEASURE:
    case JM_ROLE_PICTURE:
    case JM_ROLE_TRANSITION:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The group that is the item itself, for the kinds that have one. */
JmRole
jm_role_of_kind (JmKind kind)
{
  switch ((int) kind)
    {
    case JM_KIND_PERSONA:
      return JM_ROLE_PERSONA;
    case JM_KIND_LANE:
      return JM_ROLE_LANE;
    case JM_KIND_PHASE:
      return JM_ROLE_PHASE;
    case JM_KIND_MEASURE:
      return JM_ROLE_MEASURE;
    case JM_KIND_NOTE:
      return JM_ROLE_NOTE;
    case JM_KIND_TOUCHPOINT:
      return JM_ROLE_TOUCHPOINT;
    case JM_KIND_EMOTION:
      return JM_ROLE_EMOTION;
    case JM_KIND_PAIN_POINT:
      return JM_ROLE_PAIN_POINT;
    case JM_KIND_OPPORTUNITY:
      return JM_ROLE_OPPORTUNITY;
    case JM_KIND_THOUGHT:
      return JM_ROLE_THOUGHT;
    case JM_KIND_PICTURE:
      return JM_ROLE_PICTURE;
    case JM_KIND_TRANSITION:
      return JM_ROLE_TRANSITION;
    default:
      return JM_ROLE_NONE;
    }
}

static void
free_item (gpointer data)
{
  gtk_widget_unparent (GTK_WIDGET (data));
}

typedef struct
{
  JmCanvas  *canvas;
  guint      round;
  gboolean   may_change;  /* whether widgets may come and go now */
  gboolean   is_behind;   /* some should have */
  gboolean   has_come;    /* one did */
} Update;

static void
take_up (Update  *update,
         JmGroup *group,
         JmRect   rect)
{
  JmCanvas *canvas = update->canvas;
  Key key = { group->id, group->role };
  GtkWidget *item = g_hash_table_lookup (canvas->items, &key);

  if (item == NULL && !update->may_change)
    {
      update->is_behind = TRUE;
      return;
    }

  if (item == NULL)
    {
      Key *own = g_new (Key, 1);

      item = jm_canvas_item_new (group->id, group->role);
      own->id = jm_canvas_item_get_id (JM_CANVAS_ITEM (item));
      own->role = group->role;
      g_hash_table_insert (canvas->items, own, item);
      gtk_widget_set_parent (item, GTK_WIDGET (canvas));
      update->has_come = TRUE;
    }

  jm_canvas_item_place (JM_CANVAS_ITEM (item), group, rect, update->round);
}

static gboolean
visit_item (JmGroup  *group,
            double    x,
            double    y,
            gpointer  user_data)
{
  if (jm_role_is_item (group->role) && (group->id != NULL || group->role == JM_ROLE_TITLE))
    take_up (user_data, group, jm_rect_offset (group->box, x, y));

  return TRUE;
}

static gboolean
is_left_behind (gpointer key,
                gpointer value,
                gpointer user_data)
{
  Update *update = user_data;

  return jm_canvas_item_get_round (value) != update->round && !gtk_widget_has_focus (value);
}

static void
name_item (JmCanvas     *self,
           JmCanvasItem *item)
{
  const char *id = jm_canvas_item_get_id (item);
  g_autofree char *name = NULL;

  if (id != NULL)
    name = jm_speech_for_item (self->scene_map, id);
  else
    name = g_strdup_printf ("%s, %s", _("Map"), jm_scene_get_label (self->scene));
  if (name != NULL)
    jm_canvas_item_set_name (item, name);
  jm_canvas_item_set_description (item, jm_speech_for_keys (jm_canvas_item_get_role (item)));
}

static void
mark_item (JmCanvas     *self,
           JmCanvasItem *item)
{
  const char *id = jm_canvas_item_get_id (item);

  gtk_accessible_update_state (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_STATE_SELECTED,
                               id != NULL && jm_session_is_selected (self->session, id), -1);
}

static void
allocate_item (JmCanvas  *self,
               GtkWidget *item)
{
  JmRect rect = jm_canvas_place (self, jm_canvas_item_get_role (JM_CANVAS_ITEM (item)),
                                      jm_canvas_item_get_rect (JM_CANVAS_ITEM (item)));
  int minimum;

  /* GTK wants a widget to be measured before it gets its place. */
  gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (item,
                            &(GtkAllocation) { (int) floor (rect.x), (int) floor (rect.y),
                                               MAX ((int) ceil (rect.width), MAX (minimum, 1)),
                                               MAX ((int) ceil (rect.height), 1) },
                            -1);
}

/* Where an item comes when the map is read aloud: what stands above the grid, the lanes, then phase by phase the heading
 * and touchpoint by touchpoint what is in its column, from top to bottom. */
typedef struct
{
  GtkWidget *item;
  int        part;
  int        phase;
  int        touchpoint;   /* -1 for the phase's own */
  double     y;
  guint      now;          /* its place among the children as they are */
  gboolean   stays;
} Turn;

static int
get_position (JmMap  *map,
              JmItem *item)
{
  JmPlace place;

  return item != NULL && jm_map_locate (map, jm_item_get_id (item), &place) ? (int) place.position : -1;
}

static Turn
get_turn (JmCanvas     *self,
          JmCanvasItem *item)
{
  const char *id = jm_canvas_item_get_id (item);
  JmRole role = jm_canvas_item_get_role (item);
  Turn turn = { GTK_WIDGET (item), 3, -1, -1, jm_canvas_item_get_rect (item).y };
  JmPlace place;

  if (role == JM_ROLE_TITLE || id == NULL)
    turn.part = 0;
  else if (role == JM_ROLE_PERSONA)
    turn.part = 1;
  else if (role == JM_ROLE_LANE)
    turn.part = 2;
  else if (jm_map_locate (self->scene_map, id, &place))
    {
      turn.phase = role == JM_ROLE_PHASE ? (int) place.position : get_position (self->scene_map, place.phase);
      turn.touchpoint = role == JM_ROLE_TOUCHPOINT ? (int) place.position
                                                   : get_position (self->scene_map, place.touchpoint);
      if (role == JM_ROLE_PHASE)
        turn.y = -G_MAXDOUBLE;
    }

  return turn;
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const Turn *first = a;
  const Turn *second = b;

  if (first->part != second->part)
    return first->part - second->part;
  if (first->phase != second->phase)
    return first->phase - second->phase;
  if (first->touchpoint != second->touchpoint)
    return first->touchpoint - second->touchpoint;

  return first->y < second->y ? -1 : first->y > second->y;
}

/* As many as can be stay where they are, the longest run of them that is in order already: a screen reader is told of
 * each that moves. Patience sorting, after Mallows (1963). */
static void
find_those_that_stay (GArray *turns)
{
  g_autofree guint *tops = g_new (guint, turns->len + 1);
  g_autofree int *before = g_new (int, turns->len + 1);
  guint n_piles = 0;

  for (guint i = 0; i < turns->len; i++)
    {
      guint now = g_array_index (turns, Turn, i).now;
      guint low = 0, high = n_piles;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (g_array_index (turns, Turn, tops[middle]).now < now)
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? (int) tops[low - 1] : -1;
      tops[low] = i;
      n_piles = MAX (n_piles, low + 1);
    }

  for (int i = n_piles > 0 ? (int) tops[n_piles - 1] : -1; i >= 0; i = before[i])
    g_array_index (turns, Turn, i).stays = TRUE;
}

static void
put_in_order (JmCanvas *self)
{
  g_autoptr(GArray) turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  GtkWidget *last = NULL;
  guint now = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (JM_IS_CANVAS_ITEM (child))
        {
          Turn turn = get_turn (self, JM_CANVAS_ITEM (child));

          turn.now = now++;
          g_array_append_val (turns, turn);
        }
    }
  g_array_sort (turns, compare_turns);
  find_those_that_stay (turns);

  for (guint i = 0; i < turns->len; i++)
    {
      const Turn *turn = &g_array_index (turns, Turn, i);

      if (!turn->stays)
        gtk_widget_insert_after (turn->item, GTK_WIDGET (self), last);
      last = turn->item;
    }

  g_clear_pointer (&self->ordered_map, jm_map_unref);
  self->ordered_map = jm_map_ref (self->scene_map);
}

/* Goes through the items in or near the view: each has a widget, in the order of reading, with its name. Returns whether
 * it has not yet. */
static gboolean
sweep (JmCanvas *self,
       gboolean  may_change)
{
  static guint round;
  Update update = { self, ++round, may_change };
  const char *focus;
  gboolean named;
  GHashTableIter iter;
  gpointer value;

  if (self->scene == NULL)
    return FALSE;

  if (self->items == NULL)
    self->items = g_hash_table_new_full (hash_key, equal_keys, g_free, free_item);

  jm_scene_visit (self->scene, jm_viewport_get_area (JM_VIEWPORT (self), BEYOND), visit_item, &update);

  /* What has the focus keeps it, in view or not. */
  focus = jm_session_get_focus (self->session);
  if (focus != NULL)
    {
      JmPlace place;
      JmPoint origin;
      JmGroup *group = NULL;

      if (jm_map_locate (self->scene_map, focus, &place))
        {
          Key key = { focus, jm_role_of_kind (jm_item_get_kind (place.item)) };
          GtkWidget *item = g_hash_table_lookup (self->items, &key);

          if (item == NULL || jm_canvas_item_get_round (JM_CANVAS_ITEM (item)) != update.round)
            group = jm_scene_find (self->scene, focus, key.role, &origin);
        }
      if (group != NULL && jm_role_is_item (group->role))
        take_up (&update, group, jm_rect_offset (group->box, origin.x, origin.y));
    }

  jm_canvas_items_focus (self);
  if (may_change)
    g_hash_table_foreach_remove (self->items, is_left_behind, &update);
  else if ((self->ordered_map != self->scene_map && !jm_session_in_draft (self->session)) ||
           g_hash_table_find (self->items, is_left_behind, &update) != NULL)
    update.is_behind = TRUE;

  /* Names tell of the map around an item too. While a gesture lasts nobody reads them. */
  named = self->spoken_map == self->scene_map || jm_session_in_draft (self->session);
  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      if (!named || jm_canvas_item_get_name (value) == NULL)
        {
          name_item (self, value);
          mark_item (self, value);
        }
      if (!may_change)
        allocate_item (self, value);
    }
  if (!named)
    {
      g_clear_pointer (&self->spoken_map, jm_map_unref);
      self->spoken_map = jm_map_ref (self->scene_map);
    }
  if (may_change && (update.has_come || self->ordered_map != self->scene_map))
    put_in_order (self);

  return update.is_behind;
}

/* Lets widgets come and go. Never while the canvas is being allocated, see jm_canvas_items_update(). */
void
jm_canvas_items_catch_up (JmCanvas *self)
{
  self->items_tick = 0;
  sweep (self, TRUE);
}

static gboolean
change_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  jm_canvas_items_catch_up (JM_CANVAS (widget));

  return G_SOURCE_REMOVE;
}

/* At each allocation: the widgets of the items get their places. Those that are missing come, and those that are not
 * needed go, before the layout of the next frame: while a widget is being allocated it must not ask for another layout,
 * or GTK leaves its ancestors out of the picture.
 */
void
jm_canvas_items_update (JmCanvas *self)
{
  if (sweep (self, FALSE) && self->items_tick == 0)
    self->items_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), change_cb, NULL, NULL);
}

/* Another session: no item is the same. */
void
jm_canvas_items_drop (JmCanvas *self)
{
  g_clear_pointer (&self->items, g_hash_table_unref);
  g_clear_pointer (&self->spoken_map, jm_map_unref);
  g_clear_pointer (&self->ordered_map, jm_map_unref);
}

/* Looks for an item among those in or near the view; rect in the scene. JM_ROLE_NONE stands for the item itself. */
gboolean
jm_canvas_items_find (JmCanvas    *self,
                      const char  *id,
                      JmRole       role,
                      JmGroup    **group,
                      JmRect      *rect)
{
  Key key = { id, role };
  GtkWidget *item;

  /* Between two scenes there is no map that the items show. */
  if (self->items == NULL || self->scene_map == NULL)
    return FALSE;

  if (role == JM_ROLE_NONE)
    {
      JmPlace place;

      if (!jm_map_locate (self->scene_map, id, &place))
        return FALSE;
      key.role = jm_role_of_kind (jm_item_get_kind (place.item));
    }

  item = g_hash_table_lookup (self->items, &key);
  if (item == NULL)
    return FALSE;

  if (group != NULL)
    *group = jm_canvas_item_get_group (JM_CANVAS_ITEM (item));
  *rect = jm_canvas_item_get_rect (JM_CANVAS_ITEM (item));
  return TRUE;
}

void
jm_canvas_items_foreach (JmCanvas         *self,
                         JmCanvasItemFunc  func,
                         gpointer          user_data)
{
  GHashTableIter iter;
  gpointer value;

  if (self->items == NULL)
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    func (jm_canvas_item_get_group (value), jm_canvas_item_get_rect (value), user_data);
}

/* The keyboard focus follows the selection, as long as it is somewhere on the canvas. */
void
jm_canvas_items_focus (JmCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus_widget = root != NULL ? gtk_root_get_focus (root) : NULL;
  const char *focus = self->session != NULL ? jm_session_get_focus (self->session) : NULL;
  GtkWidget *item = NULL;

  if (focus_widget == NULL || self->editor != NULL || jm_canvas_menu_is_open (self) ||
      (focus_widget != widget && !gtk_widget_is_ancestor (focus_widget, widget)))
    return;

  if (focus != NULL && self->items != NULL && self->scene_map != NULL)
    {
      JmPlace place;

      if (jm_map_locate (self->scene_map, focus, &place))
        {
          Key key = { focus, jm_role_of_kind (jm_item_get_kind (place.item)) };

          item = g_hash_table_lookup (self->items, &key);
        }
    }

  if (item == NULL)
    item = widget;
  if (item != focus_widget)
    gtk_root_set_focus (root, item);
}

/* Says anew which items are selected. */
void
jm_canvas_items_mark (JmCanvas *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self->items == NULL || self->session == NULL)
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    mark_item (self, value);
}
