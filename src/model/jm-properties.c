/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of what an item says: its properties and its texts. */
#include "jm-edit-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the format allows for a text, and for the base64 of a picture. */
#define MAX_TEXT_BYTES    (1024 * 1024)
#define MAX_PICTURE_BYTES (6 * 1024 * 1024)
/* With every attribute this long and every character escaped, a start tag stays below the 64 KiB that is read. */
#define MAX_VALUE_BYTES   2000

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

  jm_edit_fail_value (error, message);
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

gboolean
jm_is_touchpoints_lane (JmItem *item)
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
  if (jm_is_touchpoints_lane (lane))
    return jm_edit_fail_place (error, _("A map cannot do without its lane of touchpoints."));
  if (g_strcmp0 (kind, "touchpoints") == 0 && jm_map_get_lane (map, "touchpoints") != NULL)
    return jm_edit_fail_place (error, _("A map has one lane of touchpoints, and this map has it already."));

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

  return jm_edit_fail_place (error, _("This persona has a feeling at this touchpoint already."));
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
    return !rule->required || rule->fallback != NULL || jm_edit_fail_value (error, _("This cannot be left empty."));

  if (strlen (value) > MAX_VALUE_BYTES)
    return jm_edit_fail_value (error, _("This is too long. At most two thousand characters fit here."));
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
      jm_edit_fail_place (error, _("This item does not have that property."));
      return NULL;
    }

  if (value != NULL && (*value != '\0' || attr == JM_ATTR_ALT))
    clean = jm_text_clean (value, -1);
  if (!is_value_allowed (map, &place, rule, clean, error))
    return NULL;

  changed = jm_item_copy (place.item);
  jm_item_set (changed, attr, clean);
  jm_item_ref (changed);
  next = jm_map_put_back (map, &place, changed);
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

/* @text as @item can hold it; %NULL with an error if it is too long for that. */
char *
jm_edit_clean_text (JmItem      *item,
                    const char  *text,
                    GError     **error)
{
  gsize limit = jm_item_get_kind (item) == JM_KIND_PICTURE ? MAX_PICTURE_BYTES : MAX_TEXT_BYTES;
  char *clean = jm_text_clean (text != NULL ? text : "", -1);

  if (strlen (clean) <= limit)
    return clean;

  jm_edit_fail_value (error, _("This text is too long. At most a million characters fit in one item."));
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
  clean = jm_edit_clean_text (place.item, text, error);
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
      jm_edit_fail_place (error, _("This item does not have such a text."));
      return NULL;
    }

  jm_item_ref (changed);
  next = jm_map_put_back (map, &place, changed);
  if (next != map && place.parent != NULL)
    next = jm_map_fill_cells (next, jm_item_get_id (place.touchpoint != NULL ? place.touchpoint : place.parent), changed);
  jm_item_unref (changed);

  return next;
}
