/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of one item: its place in the map, its properties, its text and its feelings. */
#include "jm-edit.h"

#include "jm-edit-private.h"
#include "jm-item-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* What the format allows for a text, and for the base64 of a picture. */
#define MAX_TEXT_BYTES    (1024 * 1024)
#define MAX_PICTURE_BYTES (6 * 1024 * 1024)
/* With every attribute this long and every character escaped, a start tag stays below the 64 KiB that is read. */
#define MAX_VALUE_BYTES   2000

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
static JmMap *
put_back (JmMap         *map,
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

static gboolean
fail_place (GError     **error,
            const char  *message)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE, message);
  return FALSE;
}

static gboolean
fail_value (GError     **error,
            const char  *message)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* Properties */

static void
set_value_error (GError           **error,
                 const JmAttrRule  *rule,
                 const char        *value)
{
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;
  g_autofree char *message = NULL;

  switch (rule->type)
    {
    case JM_VALUE_INTEGER:
      minimum = jm_number_format (rule->minimum);
      maximum = jm_number_format (rule->maximum);
      /* Translators: a value that someone typed, and the least and the greatest that it may be. */
      message = g_strdup_printf (_("“%s” is not a whole number from %s to %s."), value, minimum, maximum);
      break;
    case JM_VALUE_NUMBER:
      if (rule->maximum < G_MAXDOUBLE)
        {
          minimum = jm_number_format (rule->minimum);
          maximum = jm_number_format (rule->maximum);
          message = g_strdup_printf (_("“%s” is not a number from %s to %s."), value, minimum, maximum);
        }
      else
        message = g_strdup_printf (_("“%s” is not a number."), value);
      break;
    case JM_VALUE_COLOR:
      message = g_strdup_printf (_("“%s” is not a colour. Choose one of the palette, or a code such as #3584e4."), value);
      break;
    case JM_VALUE_DURATION:
      message = g_strdup_printf (_("“%s” is not a length of time. One hour and a half is PT1H30M."), value);
      break;
    case JM_VALUE_DATE:
      message = g_strdup_printf (_("“%s” is not a date. The first of March is written like 2026-03-01."), value);
      break;
    case JM_VALUE_CLOCK:
      message = g_strdup_printf (_("“%s” is not a time of day. A quarter past nine is written 09:15."), value);
      break;
    case JM_VALUE_TEXT:
    case JM_VALUE_ID:
    case JM_VALUE_REFERENCE:
    case JM_VALUE_REFERENCES:
    case JM_VALUE_CHOICE:
    case JM_VALUE_BOOLEAN:
    case JM_VALUE_VERSION:
    default:
      message = g_strdup_printf (_("“%s” cannot be used here."), value);
      break;
    }

  fail_value (error, message);
}

/* Whether what is referred to is there, and is of the right kind. */
static gboolean
references_exist (JmMap             *map,
                  const JmAttrRule  *rule,
                  const char        *value,
                  GError           **error)
{
  g_auto(GStrv) ids = g_strsplit_set (value, " \t\r\n", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JmItem *found;

      if (*ids[i] == '\0')
        continue;
      found = jm_map_find (map, ids[i]);
      if (found == NULL || (rule->refers_to != JM_KIND_NONE && jm_item_get_kind (found) != rule->refers_to))
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM,
                               _("What this refers to is no longer in the map."));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
is_touchpoints_lane (JmItem *item)
{
  return jm_item_get_kind (item) == JM_KIND_LANE && g_strcmp0 (jm_item_get (item, JM_ATTR_KIND), "touchpoints") == 0;
}

/* A map has exactly one lane of touchpoints. */
static gboolean
may_be_lane_kind (JmMap       *map,
                  JmItem      *lane,
                  const char  *kind,
                  GError     **error)
{
  if (g_strcmp0 (kind, jm_item_get (lane, JM_ATTR_KIND)) == 0)
    return TRUE;
  if (is_touchpoints_lane (lane))
    return fail_place (error, _("A map cannot do without its lane of touchpoints."));
  if (g_strcmp0 (kind, "touchpoints") == 0 && jm_map_get_lane (map, "touchpoints") != NULL)
    return fail_place (error, _("A map has one lane of touchpoints, and this map has it already."));

  return TRUE;
}

static gboolean
may_belong_to (JmMap          *map,
               const JmPlace  *place,
               const char     *persona_id,
               GError        **error)
{
  JmItem *other = jm_map_get_emotion (map, place->parent, persona_id);

  if (other == NULL || other == place->item)
    return TRUE;

  return fail_place (error, _("This persona has a feeling at this touchpoint already."));
}

static gboolean
is_value_allowed (JmMap             *map,
                  const JmPlace     *place,
                  const JmAttrRule  *rule,
                  const char        *value,
                  GError           **error)
{
  if (rule->attr == JM_ATTR_KIND && jm_item_get_kind (place->item) == JM_KIND_LANE &&
      !may_be_lane_kind (map, place->item, value, error))
    return FALSE;
  if (rule->attr == JM_ATTR_PERSONA && jm_item_get_kind (place->item) == JM_KIND_EMOTION &&
      !may_belong_to (map, place, value, error))
    return FALSE;

  if (value == NULL)
    return !rule->required || rule->fallback != NULL || fail_value (error, _("This cannot be left empty."));

  if (strlen (value) > MAX_VALUE_BYTES)
    return fail_value (error, _("This is too long. At most two thousand characters fit here."));
  if (!jm_value_is_valid (rule, value))
    {
      set_value_error (error, rule, value);
      return FALSE;
    }

  return (rule->type != JM_VALUE_REFERENCE && rule->type != JM_VALUE_REFERENCES) ||
         references_exist (map, rule, value, error);
}

/* Whether setting it may fill a cell that was empty. */
static gboolean
is_shown_in_lane (JmAttr attr)
{
  return attr == JM_ATTR_CHANNEL || attr == JM_ATTR_DEVICE || attr == JM_ATTR_LANE;
}

/**
 * jm_map_set:
 * @map: a map
 * @id: (nullable): the id of an item or the handle of an emotion; %NULL for the map itself
 * @attr: an attribute of it, other than its id
 * @value: (nullable): its value; %NULL or "" for not said, but an `alt` may be ""
 * @error: return location for an error
 *
 * Sets a property. References must lead to something that is in the map.
 *
 * Returns: (transfer full): the new map, @map itself if nothing changes; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_set (JmMap       *map,
            const char  *id,
            JmAttr       attr,
            const char  *value,
            GError     **error)
{
  g_autofree char *clean = NULL;
  const JmAttrRule *rule;
  JmPlace place;
  JmItem *changed;
  JmMap *next;

  g_return_val_if_fail (map != NULL && attr != JM_ATTR_ID, NULL);

  if (!jm_map_locate_for_edit (map, id, &place, error))
    return NULL;
  rule = jm_kind_get_attr_rule (jm_item_get_kind (place.item), attr);
  if (rule == NULL)
    {
      fail_place (error, _("This item does not have that property."));
      return NULL;
    }

  if (value != NULL && (*value != '\0' || attr == JM_ATTR_ALT))
    clean = jm_text_clean (value, -1);
  if (!is_value_allowed (map, &place, rule, clean, error))
    return NULL;

  changed = jm_item_copy (place.item);
  jm_item_set (changed, attr, clean);
  jm_item_ref (changed);
  next = put_back (map, &place, changed);
  if (next != map && clean != NULL && is_shown_in_lane (attr))
    next = jm_map_fill_cells (next, jm_item_get_id (place.touchpoint != NULL ? place.touchpoint : place.parent), changed);
  jm_item_unref (changed);

  return next;
}

static gboolean
is_own_text (JmItem *item,
             JmKind  part)
{
  return jm_kind_get_rule (jm_item_get_kind (item))->has_text &&
         (part == JM_KIND_NONE || part == jm_item_get_kind (item));
}

static char *
clean_text (JmItem      *item,
            const char  *text,
            GError     **error)
{
  gsize limit = jm_item_get_kind (item) == JM_KIND_PICTURE ? MAX_PICTURE_BYTES : MAX_TEXT_BYTES;
  char *clean = jm_text_clean (text != NULL ? text : "", -1);

  if (strlen (clean) <= limit)
    return clean;

  fail_value (error, _("This text is too long. At most a million characters fit in one item."));
  g_free (clean);
  return NULL;
}

/**
 * jm_map_set_text:
 * @map: a map
 * @id: (nullable): the id of an item or the handle of an emotion; %NULL for the map itself
 * @part: which of its texts, such as %JM_KIND_TITLE; %JM_KIND_NONE or its own kind for its own text
 * @text: (nullable): what it is to say
 * @error: return location for an error
 *
 * Sets a text, cleaned by jm_text_clean().
 *
 * Returns: (transfer full): the new map, @map itself if nothing changes; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_set_text (JmMap       *map,
                 const char  *id,
                 JmKind       part,
                 const char  *text,
                 GError     **error)
{
  g_autofree char *clean = NULL;
  JmPlace place;
  JmItem *changed;
  JmMap *next;

  g_return_val_if_fail (map != NULL && (guint) part < JM_N_KINDS, NULL);

  if (!jm_map_locate_for_edit (map, id, &place, error))
    return NULL;
  clean = clean_text (place.item, text, error);
  if (clean == NULL)
    return NULL;

  if (is_own_text (place.item, part))
    {
      changed = jm_item_copy (place.item);
      jm_item_set_text (changed, clean);
    }
  else if (jm_kind_get_rule (part)->has_text && !jm_kind_get_rule (part)->has_id &&
           jm_kind_may_contain (jm_item_get_kind (place.item), part))
    {
      changed = jm_item_copy (place.item);
      jm_item_set_part (changed, part, clean);
    }
  else
    {
      fail_place (error, _("This item does not have such a text."));
      return NULL;
    }

  jm_item_ref (changed);
  next = put_back (map, &place, changed);
  if (next != map && place.parent != NULL)
    next = jm_map_fill_cells (next, jm_item_get_id (place.touchpoint != NULL ? place.touchpoint : place.parent), changed);
  jm_item_unref (changed);

  return next;
}

/* Feelings */

static gboolean
locate_feeling (JmMap       *map,
                const char  *touchpoint_id,
                const char  *persona_id,
                JmPlace     *place,
                GError     **error)
{
  JmItem *persona;

  if (!jm_map_locate_for_edit (map, touchpoint_id, place, error))
    return FALSE;
  if (jm_item_get_kind (place->item) != JM_KIND_TOUCHPOINT)
    return fail_place (error, _("Only a touchpoint has a feeling."));

  /* A feeling of someone who is not in the map can be changed, but not begun. */
  if (persona_id == NULL || jm_map_get_emotion (map, place->item, persona_id) != NULL)
    return TRUE;
  persona = jm_map_find (map, persona_id);
  if (persona != NULL && jm_item_get_kind (persona) == JM_KIND_PERSONA)
    return TRUE;

  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM, _("This persona is no longer in the map."));
  return FALSE;
}

/* Where a new child of a kind goes: see jm_map_add() for @position. */
static guint
find_place_for (JmItem *parent,
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

/**
 * jm_map_set_emotion:
 * @map: a map
 * @touchpoint_id: the id of a touchpoint
 * @persona_id: (nullable): whose; %NULL for the first persona's, or everyone's where there is none
 * @value: from -2 to 2; kept within that, and rounded to a hundredth
 * @error: return location for an error
 *
 * Sets how someone feels at a touchpoint. The words that were with the feeling stay.
 *
 * Returns: (transfer full): the new map, @map itself if nothing changes; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_set_emotion (JmMap       *map,
                    const char  *touchpoint_id,
                    const char  *persona_id,
                    double       value,
                    GError     **error)
{
  g_autofree char *number = NULL;
  JmItem *emotion, *touchpoint, *changed;
  JmPlace place;
  JmMap *next;

  g_return_val_if_fail (map != NULL && touchpoint_id != NULL && isfinite (value), NULL);

  if (!locate_feeling (map, touchpoint_id, persona_id, &place, error))
    return NULL;

  number = jm_number_format (round (CLAMP (value, -2, 2) * 100) / 100);
  touchpoint = jm_item_copy (place.item);
  emotion = jm_map_get_emotion (map, place.item, persona_id);

  if (emotion != NULL)
    {
      guint index = 0;

      while (jm_item_get_child (touchpoint, index) != emotion)
        index++;
      changed = jm_item_copy (emotion);
      jm_item_set (changed, JM_ATTR_VALUE, number);
      jm_item_replace (touchpoint, index, changed);
    }
  else
    {
      JmItem *first = jm_map_get_first_persona (map);

      if (persona_id == NULL && first != NULL)
        persona_id = jm_item_get_id (first);
      changed = jm_item_new (JM_KIND_EMOTION, NULL);
      jm_item_set (changed, JM_ATTR_PERSONA, persona_id);
      jm_item_set (changed, JM_ATTR_VALUE, number);
      jm_item_insert (touchpoint, find_place_for (touchpoint, JM_KIND_EMOTION, -1), changed);
    }

  jm_item_ref (changed);
  next = put_back (map, &place, touchpoint);
  if (emotion == NULL)
    next = jm_map_fill_cells (next, touchpoint_id, changed);
  jm_item_unref (changed);

  return next;
}

/**
 * jm_map_clear_emotion:
 * @map: a map
 * @touchpoint_id: the id of a touchpoint
 * @persona_id: (nullable): whose; %NULL for the first persona's, or everyone's where there is none
 * @error: return location for an error
 *
 * Removes how someone feels at a touchpoint, also a second time that it is said.
 *
 * Returns: (transfer full): the new map, @map itself if nothing was said; %NULL with an error of %JM_EDIT_ERROR
 */
JmMap *
jm_map_clear_emotion (JmMap       *map,
                      const char  *touchpoint_id,
                      const char  *persona_id,
                      GError     **error)
{
  JmItem *touchpoint;
  JmItem *first;
  JmPlace place;

  g_return_val_if_fail (map != NULL && touchpoint_id != NULL, NULL);

  if (!locate_feeling (map, touchpoint_id, persona_id, &place, error))
    return NULL;

  first = jm_map_get_first_persona (map);
  if (persona_id == NULL && first != NULL)
    persona_id = jm_item_get_id (first);

  touchpoint = jm_item_copy (place.item);
  for (guint i = jm_item_get_n_children (touchpoint); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (touchpoint, i);

      if (jm_item_get_kind (child) == JM_KIND_EMOTION &&
          g_strcmp0 (jm_map_get_emotion_persona (map, child), persona_id) == 0)
        jm_item_remove (touchpoint, i);
    }

  return put_back (map, &place, touchpoint);
}

/* Items */

static gboolean
may_be_in (JmMap       *map,
           JmItem      *parent,
           JmItem      *item,
           GError     **error)
{
  if (!jm_kind_may_contain (jm_item_get_kind (parent), jm_item_get_kind (item)))
    return fail_place (error, _("This does not fit there."));

  if (is_touchpoints_lane (item) && jm_map_get_lane (map, "touchpoints") != NULL)
    return fail_place (error, _("A map has one lane of touchpoints, and this map has it already."));

  if (jm_item_get_kind (item) == JM_KIND_EMOTION &&
      jm_map_get_emotion (map, parent, jm_map_get_emotion_persona (map, item)) != NULL)
    return fail_place (error, _("This persona has a feeling at this touchpoint already."));

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
  jm_item_insert (changed, find_place_for (changed, jm_item_get_kind (item), position), item);
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
  clean = clean_text (item, text, error);
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
    return fail_place (error, _("This does not fit there."));

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
  jm_item_insert (changed, find_place_for (changed, kind, position), jm_item_ref (place->item));

  next = put_back (map, parent, changed);
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
