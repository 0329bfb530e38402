/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of where items are: adding, moving, copying; and the way to an item and back, for the other edits. */
#include "jm-edit.h"

#include "jm-edit-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (jm-edit-error-quark, jm_edit_error)

/* The way to an item and back */

/* The root for %NULL. */
gboolean
jm_map_locate_for_edit (JmMap       *map,
                        const char  *id,
                        JmPlace     *place,
                        GError     **error)
{
  if (id == NULL)
    {
      *place = (JmPlace) { .item = jm_map_get_root (map) };
      return TRUE;
    }

  if (jm_map_locate (map, id, place))
    return TRUE;

  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM, _("This item is no longer in the map."));
  return FALSE;
}

/* @from with @new_item in the place of @old_item somewhere in it; %NULL, with @new_item untouched, if it is not there. */
static JmItem *
replace_within (JmItem *from,
                JmItem *old_item,
                JmItem *new_item)
{
  guint n_children;

  if (from == old_item)
    return new_item;

  n_children = jm_item_get_n_children (from);
  for (guint i = 0; i < n_children; i++)
    {
      JmItem *changed = replace_within (jm_item_get_child (from, i), old_item, new_item);

      if (changed != NULL)
        {
          JmItem *copy = jm_item_copy (from);

          jm_item_replace (copy, i, changed);
          return copy;
        }
    }

  return NULL;
}

/*
 * jm_map_replace:
 * @map: a map
 * @phase: (nullable): the phase that @old_item is in or is
 * @old_item: an item in it that has an id, so that it is in no second place, or the root
 * @new_item: (transfer full): what is to stand there
 *
 * Returns: (transfer full): a map that shares all but the way to @old_item
 */
JmMap *
jm_map_replace (JmMap  *map,
                JmItem *phase,
                JmItem *old_item,
                JmItem *new_item)
{
  JmItem *root = jm_map_get_root (map);

  if (old_item == root)
    return jm_map_with_root (map, new_item);

  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    {
      JmItem *child = jm_item_get_child (root, i);
      JmItem *changed = NULL;

      if (phase == NULL || child == phase || jm_item_get_kind (child) != JM_KIND_PHASE)
        changed = replace_within (child, old_item, new_item);

      if (changed != NULL)
        {
          JmItem *copy = jm_item_copy (root);

          jm_item_replace (copy, i, changed);
          return jm_map_with_root (map, copy);
        }
    }

  jm_item_unref (new_item);
  g_return_val_if_reached (jm_map_ref (map));
}

/* Puts @changed in its place, or returns @map itself if it says the same as what is there. */
JmMap *
jm_map_put_back (JmMap         *map,
                 const JmPlace *place,
                 JmItem        *changed)
{
  if (jm_item_equal (place->item, changed))
    {
      jm_item_unref (changed);
      return jm_map_ref (map);
    }

  /* An emotion has no id, and may be shared with a copy of its touchpoint. */
  if (jm_item_get_id (place->item) == NULL && place->parent != NULL)
    {
      JmItem *parent = jm_item_copy (place->parent);

      jm_item_replace (parent, place->index, changed);
      return jm_map_replace (map, place->phase, place->parent, parent);
    }

  return jm_map_replace (map, place->phase, place->item, changed);
}

/* Both for the end of a function that says with %FALSE that it failed. */

gboolean
jm_edit_fail_place (GError     **error,
                    const char  *message)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE, message);
  return FALSE;
}

gboolean
jm_edit_fail_value (GError     **error,
                    const char  *message)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* Where among all its children a new child of a kind goes: see jm_map_add() for @position. */
guint
jm_item_find_place_for (JmItem *parent,
                        JmKind  kind,
                        int     position)
{
  guint order = jm_kind_child_order (jm_item_get_kind (parent), kind);
  guint n_children = jm_item_get_n_children (parent);
  guint place = 0;
  int seen = 0;

  for (guint i = 0; i < n_children; i++)
    {
      JmKind sibling = jm_item_get_kind (jm_item_get_child (parent, i));

      if (sibling == kind)
        {
          if (position == 0)
            return i;
          place = i + 1;
          if (++seen == position)
            return place;
        }
      else if (seen == 0 && jm_kind_child_order (jm_item_get_kind (parent), sibling) < order)
        place = i + 1;
    }

  return place;
}

/* Items */

static gboolean
may_be_in (JmMap       *map,
           JmItem      *parent,
           JmItem      *item,
           GError     **error)
{
  if (!jm_kind_may_contain (jm_item_get_kind (parent), jm_item_get_kind (item)))
    return jm_edit_fail_place (error, _("This does not fit there."));

  if (jm_is_touchpoints_lane (item) && jm_map_get_lane (map, "touchpoints") != NULL)
    return jm_edit_fail_place (error, _("A map has one lane of touchpoints, and this map has it already."));

  if (jm_item_get_kind (item) == JM_KIND_EMOTION &&
      jm_map_get_emotion (map, parent, jm_map_get_emotion_persona (map, item)) != NULL)
    return jm_edit_fail_place (error, _("This persona has a feeling at this touchpoint already."));

  return TRUE;
}

/* @item is transfer full. */
static JmMap *
put_in (JmMap         *map,
        const JmPlace *parent,
        int            position,
        JmItem        *item)
{
  JmItem *changed = jm_item_copy (parent->item);
  JmMap *next;

  jm_item_ref (item);
  jm_item_insert (changed, jm_item_find_place_for (changed, jm_item_get_kind (item), position), item);
  next = jm_map_replace (map, parent->phase, parent->item, changed);
  next = jm_map_fill_cells (next, jm_item_get_id (parent->item), item);
  if (jm_item_get_kind (item) == JM_KIND_PERSONA)
    next = jm_map_keep_feelings (map, next);
  jm_item_unref (item);

  return next;
}

static void
set_own_words (JmItem     *item,
               const char *text)
{
  JmKind kind = jm_item_get_kind (item);

  if (jm_kind_get_rule (kind)->has_text)
    jm_item_set_text (item, text);
  else if (jm_kind_may_contain (kind, JM_KIND_TITLE))
    jm_item_set_part (item, JM_KIND_TITLE, text);
  else if (jm_kind_may_contain (kind, JM_KIND_NAME))
    jm_item_set_part (item, JM_KIND_NAME, text);
}

/**
 * jm_map_add:
 * @map: a map
 * @kind: what to make: anything but a part such as a title
 * @parent_id: (nullable): what it is to be in; %NULL for the map itself
 * @position: where among the items of that kind in the parent; a negative number for the end
 * @text: (nullable): its title, its name, or its own text
 * @new_id: (out) (optional) (transfer full) (nullable): its id
 * @error: return location for an error
 *
 * Makes an item. A lane becomes one of notes; which lane a note is in, and what a transition leads from and to, is set
 * afterwards.
 *
 * Returns: (transfer full): the new map; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_add (JmMap       *map,
            JmKind       kind,
            const char  *parent_id,
            int          position,
            const char  *text,
            char       **new_id,
            GError     **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *id = NULL;
  g_autoptr(JmItem) item = NULL;
  JmPlace parent;
  JmMap *next;

  g_return_val_if_fail (map != NULL && kind > JM_KIND_MAP && kind < JM_KIND_FOREIGN, NULL);
  g_return_val_if_fail (jm_kind_get_rule (kind)->has_id || jm_kind_get_rule (kind)->n_attrs > 0, NULL);

  if (!jm_map_locate_for_edit (map, parent_id, &parent, error))
    return NULL;

  if (jm_kind_get_rule (kind)->has_id)
    id = jm_map_fresh_id (map, kind);
  item = jm_item_new (kind, id);
  if (kind == JM_KIND_LANE)
    jm_item_set (item, JM_ATTR_KIND, "notes");
  clean = jm_edit_clean_text (item, text, error);
  if (clean == NULL || !may_be_in (map, parent.item, item, error))
    return NULL;
  set_own_words (item, clean);

  next = put_in (map, &parent, position, g_steal_pointer (&item));
  if (new_id != NULL)
    *new_id = g_steal_pointer (&id);

  return next;
}

static JmMap *
insert_copy (JmMap       *map,
             JmPlace     *parent,
             int          position,
             JmItem      *item,
             gboolean     is_stranger,
             char       **new_id,
             GError     **error)
{
  JmItem *copy;

  if (!may_be_in (map, parent->item, item, error))
    return NULL;

  copy = jm_item_with_fresh_ids (item, map, is_stranger);
  if (new_id != NULL)
    *new_id = g_strdup (jm_item_get_id (copy));

  return put_in (map, parent, position, copy);
}

/**
 * jm_map_insert:
 * @map: a map
 * @parent_id: (nullable): what it is to be in; %NULL for the map itself
 * @position: where among the items of that kind in the parent; a negative number for the end
 * @item: an item, from this map or another one, which stays as it is
 * @new_id: (out) (optional) (transfer full) (nullable): the id of what is now in the map
 * @error: return location for an error
 *
 * Puts a copy of @item into @map, in which every id is a fresh one. References that would lead nowhere are dropped:
 * feelings and thoughts of someone unknown become the first persona's, notes go to the first lane of notes.
 *
 * Returns: (transfer full): the new map; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_insert (JmMap       *map,
               const char  *parent_id,
               int          position,
               JmItem      *item,
               char       **new_id,
               GError     **error)
{
  JmPlace parent;

  g_return_val_if_fail (map != NULL && item != NULL, NULL);

  if (!jm_map_locate_for_edit (map, parent_id, &parent, error))
    return NULL;

  return insert_copy (map, &parent, position, item, TRUE, new_id, error);
}

/* Where an item is to go: what is meant by %NULL is what it is in now, which for what stands in no phase is the map. */
static gboolean
locate_target (JmMap          *map,
               const JmPlace  *place,
               const char     *parent_id,
               JmPlace        *target,
               GError        **error)
{
  if (place->parent == NULL)
    return jm_edit_fail_place (error, _("This does not fit there."));

  return jm_map_locate_for_edit (map, parent_id != NULL ? parent_id : jm_item_get_id (place->parent), target, error);
}

static JmMap *
move_among_siblings (JmMap         *map,
                     const JmPlace *place,
                     const JmPlace *parent,
                     int            position)
{
  JmKind kind = jm_item_get_kind (place->item);
  int last = (int) jm_item_count (parent->item, kind) - 1;
  JmItem *changed;
  JmMap *next;

  if (position < 0 || position > last)
    position = last;
  if (position == (int) place->position)
    return jm_map_ref (map);

  changed = jm_item_copy (parent->item);
  jm_item_remove (changed, place->index);
  jm_item_insert (changed, jm_item_find_place_for (changed, kind, position), jm_item_ref (place->item));

  next = jm_map_put_back (map, parent, changed);
  return kind == JM_KIND_PERSONA ? jm_map_keep_feelings (map, next) : next;
}

/**
 * jm_map_move:
 * @map: a map
 * @id: the id of an item or the handle of an emotion
 * @parent_id: (nullable): what it is to be in; %NULL for what it is in now
 * @position: where it is to be among the other items of its kind there; a negative number for the end
 * @error: return location for an error
 *
 * Moves an item with all that is in it. Comments stay where they are.
 *
 * Returns: (transfer full): the new map, @map itself if nothing changes; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_move (JmMap       *map,
             const char  *id,
             const char  *parent_id,
             int          position,
             GError     **error)
{
  g_autoptr(JmMap) without = NULL;
  JmPlace place, parent;
  JmItem *left;

  g_return_val_if_fail (map != NULL && id != NULL, NULL);

  if (!jm_map_locate_for_edit (map, id, &place, error) || !locate_target (map, &place, parent_id, &parent, error))
    return NULL;

  if (parent.item == place.parent)
    return move_among_siblings (map, &place, &parent, position);
  if (!may_be_in (map, parent.item, place.item, error))
    return NULL;

  left = jm_item_copy (place.parent);
  jm_item_remove (left, place.index);
  without = jm_map_replace (map, place.phase == place.item ? NULL : place.phase, place.parent, left);
  if (!jm_map_locate_for_edit (without, parent_id, &parent, error))
    return NULL;

  return put_in (without, &parent, position, jm_item_ref (place.item));
}

/**
 * jm_map_duplicate:
 * @map: a map
 * @id: the id of an item or the handle of an emotion
 * @parent_id: (nullable): what the copy is to be in; %NULL for what the item is in
 * @position: where among the items of that kind there; a negative number for the end
 * @new_id: (out) (optional) (transfer full) (nullable): the id of the copy
 * @error: return location for an error
 *
 * Copies an item with all that is in it. Every id in the copy is a fresh one, and what referred to something within
 * the item refers to the copy of that.
 *
 * Returns: (transfer full): the new map; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_duplicate (JmMap       *map,
                  const char  *id,
                  const char  *parent_id,
                  int          position,
                  char       **new_id,
                  GError     **error)
{
  JmPlace place, parent;

  g_return_val_if_fail (map != NULL && id != NULL, NULL);

  if (!jm_map_locate_for_edit (map, id, &place, error) || !locate_target (map, &place, parent_id, &parent, error))
    return NULL;

  return insert_copy (map, &parent, position, place.item, FALSE, new_id, error);
}
