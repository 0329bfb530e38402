/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison before a save. Equal maps are the rule. What a file cannot say in the same way, and means all the same, is
 * allowed for: a prefix that is declared where an item was moved to, loose text that has become one run, an id or a lane
 * that the reader gives where there was none. Nothing that a person made may be missing.
 */

#include "config.h"

#include "jm-same.h"

#include <string.h>

static gboolean survived (const JmItem *item,
                          const JmItem *other);

static gboolean
same_name (const JmName *name,
           const JmName *other)
{
  if (name == NULL || other == NULL)
    return name == other;

  return g_strcmp0 (name->uri, other->uri) == 0 && g_strcmp0 (name->local, other->local) == 0;
}

static gboolean
same_attributes (const JmItem *item,
                 const JmItem *other)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (item));
  guint n_foreign = jm_item_get_n_foreign (item);

  for (guint i = 0; i < rule->n_attrs; i++)
    {
      JmAttr attr = rule->attrs[i].attr;
      const char *value = jm_item_get_or_default (item, attr);

      if (attr == JM_ATTR_ID && value == NULL)
        continue;
      if (g_strcmp0 (value, jm_item_get_or_default (other, attr)) != 0)
        return FALSE;
    }

  if (n_foreign != jm_item_get_n_foreign (other))
    return FALSE;
  for (guint i = 0; i < n_foreign; i++)
    {
      const JmForeignAttr *one = jm_item_get_foreign (item, i);
      const JmForeignAttr *two = jm_item_get_foreign (other, i);

      if (!same_name (&one->name, &two->name) || strcmp (one->value, two->value) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_namespace (const JmItem *item,
               const JmName *wanted)
{
  for (guint i = 0; i < jm_item_get_n_namespaces (item); i++)
    {
      const JmName *declared = jm_item_get_namespace (item, i);

      if (g_strcmp0 (declared->prefix, wanted->prefix) == 0 && g_strcmp0 (declared->uri, wanted->uri) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
same_namespaces (const JmItem *item,
                 const JmItem *other)
{
  for (guint i = 0; i < jm_item_get_n_namespaces (item); i++)
    if (!has_namespace (other, jm_item_get_namespace (item, i)))
      return FALSE;

  return TRUE;
}

/* The run of loose text that begins at *index, without what is only layout; *index comes to stand after it. */
static char *
take_run (const JmItem *parent,
          guint        *index)
{
  GString *run = g_string_new (NULL);
  guint n_children = jm_item_get_n_children (parent);
  gboolean blank = FALSE;

  for (; *index < n_children; (*index)++)
    {
      const JmItem *child = jm_item_get_child (parent, *index);

      if (jm_item_get_kind (child) != JM_KIND_TEXT)
        break;

      for (const char *at = jm_item_get_text (child); *at != '\0'; at++)
        if (g_ascii_isspace (*at))
          {
            blank = TRUE;
          }
        else
          {
            if (blank && run->len > 0)
              g_string_append_c (run, ' ');
            blank = FALSE;
            g_string_append_c (run, *at);
          }
      blank = TRUE;
    }

  return g_string_free (run, FALSE);
}

static gboolean
has_touchpoints_lane (const JmItem *map)
{
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (map, JM_KIND_LANE, &cursor)) != NULL)
    if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "touchpoints") == 0)
      return TRUE;

  return FALSE;
}

static gboolean
same_children (const JmItem *item,
               const JmItem *other)
{
  guint n = jm_item_get_n_children (item);
  guint n_other = jm_item_get_n_children (other);
  gboolean in_text = jm_kind_get_rule (jm_item_get_kind (item))->has_text;
  gboolean lanes_given = jm_item_get_kind (item) == JM_KIND_MAP && !has_touchpoints_lane (item);
  guint i = 0;
  guint j = 0;

  while (i < n || j < n_other)
    {
      const JmItem *child = i < n ? jm_item_get_child (item, i) : NULL;
      const JmItem *other_child = j < n_other ? jm_item_get_child (other, j) : NULL;

      if (child != NULL && other_child != NULL &&
          jm_item_get_kind (child) == JM_KIND_TEXT && jm_item_get_kind (other_child) == JM_KIND_TEXT)
        {
          g_autofree char *run = take_run (item, &i);
          g_autofree char *other_run = take_run (other, &j);

          if (strcmp (run, other_run) != 0)
            return FALSE;
          continue;
        }

      if (child != NULL && other_child != NULL &&
          (!in_text || jm_item_get_text_offset (child) == jm_item_get_text_offset (other_child)) &&
          survived (child, other_child))
        {
          i++;
          j++;
          continue;
        }

      if (lanes_given && other_child != NULL && jm_item_get_kind (other_child) == JM_KIND_LANE)
        {
          j++;
          continue;
        }

      return FALSE;
    }

  return TRUE;
}

static gboolean
survived (const JmItem *item,
          const JmItem *other)
{
  if (jm_item_equal (item, other))
    return TRUE;

  return jm_item_get_kind (item) == jm_item_get_kind (other) &&
         strcmp (jm_item_get_text (item), jm_item_get_text (other)) == 0 &&
         same_name (jm_item_get_name (item), jm_item_get_name (other)) &&
         same_attributes (item, other) &&
         same_namespaces (item, other) &&
         same_children (item, other);
}

/**
 * jm_map_survived:
 * @map: a map
 * @read_back: what was read from what was written of it
 *
 * Whether everything in @map is in @read_back, in its place and to the character. Costs O(n).
 *
 * Returns: %TRUE if it is
 */
gboolean
jm_map_survived (JmMap *map,
                 JmMap *read_back)
{
  guint n_before = jm_map_get_n_before (map);
  guint n_after = jm_map_get_n_after (map);

  if (n_before != jm_map_get_n_before (read_back) || n_after != jm_map_get_n_after (read_back))
    return FALSE;

  for (guint i = 0; i < n_before; i++)
    if (!survived (jm_map_get_before (map, i), jm_map_get_before (read_back, i)))
      return FALSE;
  for (guint i = 0; i < n_after; i++)
    if (!survived (jm_map_get_after (map, i), jm_map_get_after (read_back, i)))
      return FALSE;

  return survived (jm_map_get_root (map), jm_map_get_root (read_back));
}
