/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What refers to what: a copy that refers to its own, and a map without references to what was removed. */
#include "jm-edit-private.h"
#include "jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

/* Copies with fresh ids */

typedef struct
{
  JmMap      *map;
  GHashTable *fresh;         /* old id to new id */
  GHashTable *drawn;         /* the new ids */
  gboolean    is_stranger;   /* from another map, whose ids mean nothing here */
} Copying;

static void
draw_ids (Copying *self,
          JmItem  *item)
{
  const char *id = jm_item_get_id (item);

  if (id != NULL)
    {
      char *fresh = jm_map_fresh_id (self->map, jm_item_get_kind (item));

      while (g_hash_table_contains (self->drawn, fresh))
        {
          g_free (fresh);
          fresh = jm_map_fresh_id (self->map, jm_item_get_kind (item));
        }
      g_hash_table_add (self->drawn, fresh);
      g_hash_table_insert (self->fresh, (gpointer) id, fresh);
    }

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    draw_ids (self, jm_item_get_child (item, i));
}

/* What a reference is to be in the copy; %NULL if it leads nowhere. */
static const char *
follow (Copying          *self,
        const JmAttrRule *rule,
        const char       *id)
{
  const char *fresh = g_hash_table_lookup (self->fresh, id);
  JmItem *found;

  if (fresh != NULL)
    return fresh;
  if (!self->is_stranger)
    return id;

  found = jm_map_find (self->map, id);
  if (found != NULL && (rule->refers_to == JM_KIND_NONE || rule->refers_to == jm_item_get_kind (found)))
    return id;

  return NULL;
}

static void
redirect (Copying          *self,
          JmItem           *copy,
          const JmAttrRule *rule)
{
  const char *value = jm_item_get (copy, rule->attr);
  g_autofree char *redirected = NULL;

  if (value == NULL)
    return;

  if (rule->type == JM_VALUE_REFERENCE)
    redirected = g_strdup (follow (self, rule, value));
  else
    {
      g_auto(GStrv) ids = g_strsplit_set (value, " \t\r\n", -1);
      GString *list = g_string_new (NULL);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          const char *id = *ids[i] != '\0' ? follow (self, rule, ids[i]) : NULL;

          if (id != NULL)
            g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", id);
        }
      redirected = g_string_free (list, list->len == 0);
    }

  /* A note of a lane that is not here is shown in one that is. */
  if (redirected == NULL && jm_item_get_kind (copy) == JM_KIND_NOTE)
    {
      JmItem *lane = jm_map_get_lane (self->map, "notes");

      if (lane != NULL)
        redirected = g_strdup (jm_item_get_id (lane));
    }

  if (g_strcmp0 (redirected, value) != 0)
    jm_item_set (copy, rule->attr, redirected);
}

/* Emotions of personas who are not here all become the first persona's, who has one feeling a touchpoint. */
static gboolean
is_second_feeling (JmMap  *map,
                   JmItem *touchpoint,
                   JmItem *emotion)
{
  return jm_item_get_kind (touchpoint) == JM_KIND_TOUCHPOINT && jm_item_get_kind (emotion) == JM_KIND_EMOTION &&
         jm_map_get_emotion (map, touchpoint, jm_map_get_emotion_persona (map, emotion)) != NULL;
}

/* A hint for a lane that is not here asks nothing. */
static gboolean
is_lost_hint (JmItem *item)
{
  return jm_item_get_kind (item) == JM_KIND_HINT && jm_item_get (item, JM_ATTR_LANE) == NULL;
}

static JmItem *
copy_with_ids (Copying *self,
               JmItem  *item)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (item));
  JmItem *copy = jm_item_copy (item);

  if (jm_item_get_id (item) != NULL)
    jm_item_set_id (copy, g_hash_table_lookup (self->fresh, jm_item_get_id (item)));
  else if (rule->has_id)
    {
      g_autofree char *id = jm_map_fresh_id (self->map, rule->kind);

      jm_item_set_id (copy, id);
    }

  for (guint i = 0; i < rule->n_attrs; i++)
    if (rule->attrs[i].type == JM_VALUE_REFERENCE || rule->attrs[i].type == JM_VALUE_REFERENCES)
      redirect (self, copy, &rule->attrs[i]);

  for (guint i = jm_item_get_n_children (copy); i > 0; i--)
    jm_item_remove (copy, i - 1);
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = copy_with_ids (self, jm_item_get_child (item, i));

      if (self->is_stranger && (is_second_feeling (self->map, copy, child) || is_lost_hint (child)))
        jm_item_unref (child);
      else
        jm_item_append (copy, child);
    }

  return copy;
}

/*
 * jm_item_with_fresh_ids:
 * @item: an item
 * @map: the map that it goes into
 * @is_stranger: whether @item comes from another map, so that references to what is neither in @item nor in @map
 *   are to be dropped
 *
 * Returns: (transfer full): a copy of @item, not sealed, in which every id is a fresh one and references within it
 *   lead to the copies
 */
JmItem *
jm_item_with_fresh_ids (JmItem   *item,
                        JmMap    *map,
                        gboolean  is_stranger)
{
  g_autoptr(GHashTable) fresh = g_hash_table_new (jm_text_hash, g_str_equal);
  g_autoptr(GHashTable) drawn = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  Copying self = { map, fresh, drawn, is_stranger };

  draw_ids (&self, item);
  return copy_with_ids (&self, item);
}

/* Whose it is */

/* @item, transfer full, with @persona_id said wherever no persona is. */
static JmItem *
assign (JmItem     *item,
        const char *persona_id)
{
  JmKind kind = jm_item_get_kind (item);
  JmItem *copy = NULL;

  if ((kind == JM_KIND_EMOTION || kind == JM_KIND_THOUGHT) && jm_item_get (item, JM_ATTR_PERSONA) == NULL)
    {
      copy = jm_item_copy (item);
      jm_item_set (copy, JM_ATTR_PERSONA, persona_id);
    }

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmItem *assigned = assign (jm_item_ref (child), persona_id);

      if (assigned == child)
        {
          jm_item_unref (assigned);
          continue;
        }
      if (copy == NULL)
        copy = jm_item_copy (item);
      jm_item_replace (copy, i, assigned);
    }

  if (copy == NULL)
    return item;

  jm_item_unref (item);
  return copy;
}

/*
 * jm_map_keep_feelings:
 * @before: a map
 * @next: (transfer full): what an edit made of it
 *
 * What says no persona is the first one's. When another persona becomes the first, it is said whose it was.
 *
 * Returns: (transfer full): @next, or that with the persona said
 */
JmMap *
jm_map_keep_feelings (JmMap *before,
                      JmMap *next)
{
  JmItem *old_first = jm_map_get_first_persona (before);
  JmItem *new_first = jm_map_get_first_persona (next);
  JmItem *root, *assigned;
  JmMap *map;

  if (old_first == NULL || g_strcmp0 (jm_item_get_id (old_first), jm_item_get_id (new_first)) == 0)
    return next;

  root = jm_map_get_root (next);
  assigned = assign (jm_item_ref (root), jm_item_get_id (old_first));
  if (assigned == root)
    {
      jm_item_unref (assigned);
      return next;
    }

  map = jm_map_with_root (next, assigned);
  jm_map_unref (next);
  return map;
}

/* Removal */

typedef struct
{
  GHashTable *ids;            /* of all that goes, with what is in it */
  GHashTable *phases;         /* those in which something goes */
  guint32     kinds;          /* a bit for each kind of which something goes */
  gboolean    nobodys_goes;   /* whether what says no persona goes too */
} Removal;

#define HAS_KIND(self, kind) (((self)->kinds & (1u << (kind))) != 0)
G_STATIC_ASSERT (JM_N_KINDS <= 32);

static void
collect (Removal *self,
         JmItem  *item)
{
  const char *id = jm_item_get_id (item);

  self->kinds |= 1u << jm_item_get_kind (item);
  if (id != NULL)
    g_hash_table_add (self->ids, (gpointer) id);
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    collect (self, jm_item_get_child (item, i));
}

static gboolean
is_gone (Removal    *self,
         const char *id)
{
  return id != NULL && g_hash_table_contains (self->ids, id);
}

static gboolean
goes (Removal *self,
      JmItem  *item)
{
  JmKind kind = jm_item_get_kind (item);

  if (HAS_KIND (self, kind) && is_gone (self, jm_item_get_id (item)))
    return TRUE;

  switch ((int) kind)
    {
    case JM_KIND_EMOTION:
    case JM_KIND_THOUGHT:
      if (!HAS_KIND (self, JM_KIND_PERSONA))
        return FALSE;
      if (jm_item_get (item, JM_ATTR_PERSONA) == NULL)
        return self->nobodys_goes;
      return is_gone (self, jm_item_get (item, JM_ATTR_PERSONA));
    case JM_KIND_NOTE:
    case JM_KIND_HINT:
      return HAS_KIND (self, JM_KIND_LANE) && is_gone (self, jm_item_get (item, JM_ATTR_LANE));
    case JM_KIND_TRANSITION:
      return is_gone (self, jm_item_get (item, JM_ATTR_FROM)) || is_gone (self, jm_item_get (item, JM_ATTR_TO));
    case JM_KIND_DISMISSED:
      return is_gone (self, jm_item_get (item, JM_ATTR_ITEM));
    default:
      return FALSE;
    }
}

/* A copy of @item that no longer refers to what goes, or %NULL if it does not refer to that. */
static JmItem *
without_references (Removal *self,
                    JmItem  *item)
{
  JmItem *copy = NULL;

  if (jm_item_get_kind (item) == JM_KIND_TOUCHPOINT && HAS_KIND (self, JM_KIND_CHANNEL) &&
      is_gone (self, jm_item_get (item, JM_ATTR_CHANNEL)))
    {
      copy = jm_item_copy (item);
      jm_item_set (copy, JM_ATTR_CHANNEL, NULL);
    }
  else if (jm_item_get_kind (item) == JM_KIND_OPPORTUNITY && HAS_KIND (self, JM_KIND_PAIN_POINT) &&
           jm_item_get (item, JM_ATTR_RESOLVES) != NULL)
    {
      g_auto(GStrv) ids = g_strsplit_set (jm_item_get (item, JM_ATTR_RESOLVES), " \t\r\n", -1);
      g_autoptr(GString) left = g_string_new (NULL);
      gboolean changed = FALSE;

      for (guint i = 0; ids[i] != NULL; i++)
        {
          if (is_gone (self, ids[i]))
            changed = TRUE;
          else if (*ids[i] != '\0')
            g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", ids[i]);
        }

      if (changed)
        {
          copy = jm_item_copy (item);
          jm_item_set (copy, JM_ATTR_RESOLVES, left->len > 0 ? left->str : NULL);
        }
    }

  return copy;
}

/* What is left of @item, which itself stays: @item itself, or a changed copy that is not sealed. */
static JmItem *
prune (Removal *self,
       JmItem  *item)
{
  JmItem *copy = without_references (self, item);

  for (guint i = jm_item_get_n_children (item); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmItem *pruned;

      if (goes (self, child))
        {
          if (copy == NULL)
            copy = jm_item_copy (item);
          jm_item_remove (copy, i);
          continue;
        }

      pruned = prune (self, child);
      if (pruned == child)
        jm_item_unref (pruned);
      else
        {
          if (copy == NULL)
            copy = jm_item_copy (item);
          jm_item_replace (copy, i, pruned);
        }
    }

  return copy != NULL ? copy : jm_item_ref (item);
}

static JmItem *
prune_root (Removal *self,
            JmItem  *root)
{
  /* Only these are referred to from phases that hold nothing of what goes. */
  gboolean everywhere = HAS_KIND (self, JM_KIND_PERSONA) || HAS_KIND (self, JM_KIND_LANE) ||
                        HAS_KIND (self, JM_KIND_CHANNEL) || HAS_KIND (self, JM_KIND_PAIN_POINT);
  JmItem *copy = jm_item_copy (root);

  for (guint i = jm_item_get_n_children (root); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (root, i);

      if (goes (self, child))
        jm_item_remove (copy, i);
      else if (everywhere || jm_item_get_kind (child) != JM_KIND_PHASE || g_hash_table_contains (self->phases, child))
        jm_item_replace (copy, i, prune (self, child));
    }

  return copy;
}

/* Whether the personas that stay do not include the one who was first. */
static gboolean
first_persona_goes (Removal *self,
                    JmMap   *map)
{
  JmItem *first = jm_map_get_first_persona (map);
  JmItem *persona;
  guint cursor = 0;

  if (first == NULL || !is_gone (self, jm_item_get_id (first)))
    return FALSE;

  while ((persona = jm_item_next (jm_map_get_root (map), JM_KIND_PERSONA, &cursor)) != NULL)
    if (!is_gone (self, jm_item_get_id (persona)))
      return TRUE;

  return FALSE;
}

/**
 * jm_map_remove:
 * @map: a map
 * @ids: (array zero-terminated=1): ids and handles of emotions
 * @error: return location for an error
 *
 * Removes items with all that is in them. What was about them goes too: the emotions and thoughts of a persona, the
 * notes and hints of a lane, the transitions from and to a touchpoint; an opportunity no longer resolves a pain point
 * that is gone, a touchpoint no longer has a channel that is gone. What says no persona counts as the first one's and
 * goes with her, unless nobody is left: then it is everyone's. The lane of touchpoints cannot be removed. An id within
 * another item that goes is as good as not given.
 *
 * Returns: (transfer full): the new map; %NULL with %JM_EDIT_ERROR_NO_SUCH_ITEM or %JM_EDIT_ERROR_WRONG_PLACE
 */
JmMap *
jm_map_remove (JmMap               *map,
               const char * const  *ids,
               GError             **error)
{
  g_autoptr(GHashTable) gone = g_hash_table_new (jm_text_hash, g_str_equal);
  g_autoptr(GHashTable) phases = g_hash_table_new (NULL, NULL);
  g_autoptr(JmMap) next = NULL;
  Removal self = { gone, phases, 0, FALSE };
  JmPlace place;

  g_return_val_if_fail (map != NULL && ids != NULL, NULL);

  /* Emotions first, as long as it is known whose they are. */
  next = jm_map_ref (map);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *at = strchr (ids[i], '@');

      if (!jm_map_locate_for_edit (map, ids[i], &place, error))
        return NULL;
      if (at != NULL)
        {
          JmMap *cleared = jm_map_clear_emotion (next, jm_item_get_id (place.parent), at[1] != '\0' ? at + 1 : NULL,
                                                 error);

          if (cleared == NULL)
            return NULL;
          jm_map_unref (next);
          next = cleared;
        }
      else if (jm_is_touchpoints_lane (place.item))
        {
          jm_edit_fail_place (error,
                              _("A map cannot do without its lane of touchpoints. You can hide the lane instead."));
          return NULL;
        }
    }

  for (guint i = 0; ids[i] != NULL; i++)
    if (strchr (ids[i], '@') == NULL && jm_map_locate (next, ids[i], &place))
      {
        collect (&self, place.item);
        if (place.phase != NULL)
          g_hash_table_add (phases, place.phase);
      }

  if (g_hash_table_size (gone) == 0)
    return g_steal_pointer (&next);

  self.nobodys_goes = first_persona_goes (&self, next);
  return jm_map_with_root (next, prune_root (&self, jm_map_get_root (next)));
}
