/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands on all that is selected: delete, duplicate, move a place along, select all. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* The selection as it is now, because an edit changes it. */
static GPtrArray *
copy_selection (JmSession *session)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (const char * const *id = jm_session_get_selection (session); id != NULL && *id != NULL; id++)
    g_ptr_array_add (ids, g_strdup (*id));

  return ids;
}

static gboolean
contains (GPtrArray  *ids,
          const char *id)
{
  return id != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

/* Whether an item or anything that holds it is among ids. */
static gboolean
goes (JmMap      *map,
      GPtrArray  *ids,
      const char *id)
{
  JmPlace place;

  if (contains (ids, id))
    return TRUE;
  if (id == NULL || !jm_map_locate (map, id, &place))
    return FALSE;

  return (place.touchpoint != NULL && contains (ids, jm_item_get_id (place.touchpoint))) ||
         (place.phase != NULL && contains (ids, jm_item_get_id (place.phase)));
}

/* Where the eye is when an item is gone: at the one after it, before it, or what held it. */
static char *
find_neighbour (JmMap      *map,
                GPtrArray  *ids,
                const char *id)
{
  g_autofree char *touchpoint = jm_handle_get_touchpoint (id);
  JmPlace place;
  JmKind kind;
  guint n_siblings;

  if (touchpoint != NULL)
    return goes (map, ids, touchpoint) ? find_neighbour (map, ids, touchpoint) : g_steal_pointer (&touchpoint);

  if (id == NULL || !jm_map_locate (map, id, &place) || place.parent == NULL)
    return NULL;

  kind = jm_item_get_kind (place.item);
  n_siblings = jm_item_count (place.parent, kind);
  for (guint i = place.position + 1; i < n_siblings; i++)
    {
      const char *next = jm_item_get_id (jm_item_get_nth (place.parent, kind, i));

      if (!contains (ids, next))
        return g_strdup (next);
    }
  for (guint i = place.position; i-- > 0;)
    {
      const char *previous = jm_item_get_id (jm_item_get_nth (place.parent, kind, i));

      if (!contains (ids, previous))
        return g_strdup (previous);
    }

  if (contains (ids, jm_item_get_id (place.parent)))
    return find_neighbour (map, ids, jm_item_get_id (place.parent));

  return g_strdup (jm_item_get_id (place.parent));
}

/* The kind that all have in common, or JM_KIND_NONE. */
static JmKind
find_common_kind (JmMap     *map,
                  GPtrArray *ids)
{
  JmKind common = JM_KIND_NONE;

  for (guint i = 0; i < ids->len; i++)
    {
      JmPlace place;

      if (!jm_map_locate (map, g_ptr_array_index (ids, i), &place))
        continue;
      if (common != JM_KIND_NONE && common != jm_item_get_kind (place.item))
        return JM_KIND_NONE;
      common = jm_item_get_kind (place.item);
    }

  return common;
}

/**
 * jm_command_delete:
 * @session: a session
 * @message: (out) (optional) (transfer full): what was deleted, in words, for a toast
 *
 * Deletes what is selected with all that is in it, and selects what is next to it.
 *
 * Returns: how many items were deleted, 0 when nothing was
 */
guint
jm_command_delete (JmSession  *session,
                   char      **message)
{
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GPtrArray) whole = g_ptr_array_new ();
  g_autoptr(JmMap) map = NULL;
  g_autofree char *neighbour = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  JmKind kind;
  guint n_gone = 0;

  g_return_val_if_fail (JM_IS_SESSION (session), 0);

  ids = copy_selection (session);
  map = jm_map_ref (jm_session_get_map (session));
  kind = find_common_kind (map, ids);
  neighbour = find_neighbour (map, ids, jm_session_get_focus (session));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *touchpoint = jm_handle_get_touchpoint (id);
      JmPlace place;

      if (!jm_map_locate (map, id, &place))
        continue;

      n_gone++;
      if (name == NULL)
        name = g_strdup (jm_item_get_label (place.item));

      if (touchpoint != NULL)
        {
          g_autofree char *persona = jm_handle_get_persona (id);
          g_autoptr(GError) error = NULL;
          JmMap *next = jm_map_clear_emotion (map, touchpoint, persona, &error);

          if (next != NULL)
            {
              jm_map_unref (map);
              map = next;
            }
        }
      else
        {
          g_ptr_array_add (whole, (gpointer) id);
        }
    }

  if (whole->len > 0)
    {
      g_autoptr(GError) error = NULL;
      JmMap *next;

      g_ptr_array_add (whole, NULL);
      next = jm_map_remove (map, (const char * const *) whole->pdata, &error);
      if (next == NULL)
        return 0;
      jm_map_unref (map);
      map = next;
    }

  label = jm_command_label_delete (kind, n_gone);
  if (n_gone == 0 || !jm_command_step (session, map, label))
    return 0;

  if (neighbour != NULL && jm_map_find (map, neighbour) != NULL)
    jm_session_select (session, neighbour);
  else
    jm_session_unselect (session);
  if (message != NULL)
    *message = jm_command_say_deleted (kind, n_gone, name);

  return n_gone;
}

/**
 * jm_command_duplicate:
 * @session: a session
 * @error: return location for a #GError
 *
 * Puts a copy of each selected item, with all that is in it, after the item, and selects the copies.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_duplicate (JmSession  *session,
                      GError    **error)
{
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GPtrArray) copies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JmMap) map = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  ids = copy_selection (session);
  map = jm_map_ref (jm_session_get_map (session));

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      char *copy = NULL;
      JmPlace place;
      JmMap *next;

      /* A touchpoint has one feeling a persona: there is no second one to be had. */
      if (!jm_map_locate (map, id, &place) || strchr (id, '@') != NULL || place.parent == NULL)
        continue;

      next = jm_map_duplicate (map, id, jm_item_get_id (place.parent), (int) place.position + 1, &copy, error);
      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
      g_ptr_array_add (copies, copy);
    }

  if (copies->len == 0 || !jm_command_step (session, map, _("Duplicate")))
    return FALSE;

  g_ptr_array_add (copies, NULL);
  jm_session_select_many (session, (const char * const *) copies->pdata);
  return TRUE;
}

/* The touchpoint or phase that comes step places after one, across phases; -1 or 1. */
static JmItem *
find_beside (JmMap   *map,
             JmPlace *of,
             int      step)
{
  JmItem *root = jm_map_get_root (map);
  JmKind kind = jm_item_get_kind (of->item);
  int position = (int) of->position + step;
  JmPlace of_phase;

  if (position >= 0 && position < (int) jm_item_count (of->parent, kind))
    return jm_item_get_nth (of->parent, kind, position);
  if (kind != JM_KIND_TOUCHPOINT || !jm_map_locate (map, jm_item_get_id (of->phase), &of_phase))
    return NULL;

  for (position = (int) of_phase.position + step;
       position >= 0 && position < (int) jm_item_count (root, JM_KIND_PHASE);
       position += step)
    {
      JmItem *phase = jm_item_get_nth (root, JM_KIND_PHASE, position);
      guint n_touchpoints = jm_item_count (phase, JM_KIND_TOUCHPOINT);

      if (n_touchpoints > 0)
        return jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, step > 0 ? 0 : n_touchpoints - 1);
    }

  return NULL;
}

/* A map in which one item is a place further, or NULL when it is at the end already. */
static JmMap *
move_one (JmMap      *map,
          const char *id,
          int         step)
{
  JmItem *root = jm_map_get_root (map);
  g_autoptr(GError) error = NULL;
  JmPlace place, of_phase;
  JmKind kind;
  int position;

  if (!jm_map_locate (map, id, &place) || strchr (id, '@') != NULL || place.parent == NULL)
    return NULL;

  kind = jm_item_get_kind (place.item);
  position = (int) place.position + step;

  /* What belongs to a touchpoint goes to the touchpoint beside it, a phase's own to the phase beside it. */
  if (place.touchpoint != NULL && place.touchpoint != place.item)
    {
      JmPlace of_touchpoint;
      JmItem *beside;

      if (!jm_map_locate (map, jm_item_get_id (place.touchpoint), &of_touchpoint))
        return NULL;
      beside = find_beside (map, &of_touchpoint, step);
      return beside != NULL ? jm_map_move (map, id, jm_item_get_id (beside), -1, &error) : NULL;
    }
  if (place.phase != NULL && place.phase != place.item && kind != JM_KIND_TOUCHPOINT)
    {
      JmItem *beside;

      if (!jm_map_locate (map, jm_item_get_id (place.phase), &of_phase))
        return NULL;
      beside = find_beside (map, &of_phase, step);
      return beside != NULL ? jm_map_move (map, id, jm_item_get_id (beside), -1, &error) : NULL;
    }

  if (position >= 0 && position < (int) jm_item_count (place.parent, kind))
    return jm_map_move (map, id, jm_item_get_id (place.parent), position, &error);

  /* A touchpoint at the end of its phase goes on to the next phase. */
  if (kind == JM_KIND_TOUCHPOINT && jm_map_locate (map, jm_item_get_id (place.phase), &of_phase))
    {
      int of_next = (int) of_phase.position + step;

      if (of_next >= 0 && of_next < (int) jm_item_count (root, JM_KIND_PHASE))
        return jm_map_move (map, id, jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, of_next)),
                            step > 0 ? 0 : -1, &error);
    }

  return NULL;
}

typedef struct
{
  const char *id;
  guint       phase;
  guint       touchpoint;
  guint       position;
} InOrder;

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const InOrder *first = a;
  const InOrder *second = b;

  if (first->phase != second->phase)
    return first->phase < second->phase ? -1 : 1;
  if (first->touchpoint != second->touchpoint)
    return first->touchpoint < second->touchpoint ? -1 : 1;

  return first->position < second->position ? -1 : first->position > second->position;
}

/**
 * jm_command_move_by:
 * @session: a session
 * @step: 1 for a place later in the journey, -1 for one earlier
 *
 * Moves each selected item one place: a phase among the phases, a touchpoint along its phase and on into the next,
 * anything else to the touchpoint or phase beside its own. Items at the end of the map keep those behind them from
 * passing.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_move_by (JmSession *session,
                    int        step)
{
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (InOrder));
  g_autoptr(JmMap) map = NULL;
  JmKind kind;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  ids = copy_selection (session);
  map = jm_map_ref (jm_session_get_map (session));
  kind = find_common_kind (map, ids);

  for (guint i = 0; i < ids->len; i++)
    {
      InOrder entry = { g_ptr_array_index (ids, i), 0, 0, 0 };
      JmPlace place, outer;

      if (!jm_map_locate (map, entry.id, &place))
        continue;
      entry.position = place.position;
      if (place.phase != NULL && jm_map_locate (map, jm_item_get_id (place.phase), &outer))
        entry.phase = outer.position;
      if (place.touchpoint != NULL && jm_map_locate (map, jm_item_get_id (place.touchpoint), &outer))
        entry.touchpoint = outer.position;
      g_array_append_val (order, entry);
    }
  g_array_sort (order, compare_order);

  for (guint i = 0; i < order->len; i++)
    {
      InOrder *entry = &g_array_index (order, InOrder, step > 0 ? order->len - 1 - i : i);
      JmMap *next = move_one (map, entry->id, step);

      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  if (!jm_command_step (session, map, jm_command_label_move (kind)))
    return FALSE;

  g_ptr_array_add (ids, NULL);
  jm_session_select_many (session, (const char * const *) ids->pdata);
  return TRUE;
}

/**
 * jm_command_select_all:
 * @session: a session
 *
 * Selects every touchpoint of the map.
 */
void
jm_command_select_all (JmSession *session)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  JmItem *phase, *touchpoint;
  guint cursor = 0;

  g_return_if_fail (JM_IS_SESSION (session));

  while ((phase = jm_item_next (jm_map_get_root (jm_session_get_map (session)), JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        g_ptr_array_add (ids, (gpointer) jm_item_get_id (touchpoint));
    }

  g_ptr_array_add (ids, NULL);
  jm_session_select_many (session, (const char * const *) ids->pdata);
}
