/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program can put right by itself, or begin for the person to go on with. */
#include "jm-check-private.h"

#include "jm-edit.h"

#include <string.h>

JmMap *
jm_fix_add_persona (JmMap       *map,
                    const char  *item_id,
                    char       **focus_id,
                    GError     **error)
{
  return jm_map_add (map, JM_KIND_PERSONA, NULL, -1, NULL, focus_id, error);
}

JmMap *
jm_fix_add_phase (JmMap       *map,
                  const char  *item_id,
                  char       **focus_id,
                  GError     **error)
{
  return jm_map_add (map, JM_KIND_PHASE, NULL, -1, NULL, focus_id, error);
}

JmMap *
jm_fix_add_touchpoint (JmMap       *map,
                       const char  *item_id,
                       char       **focus_id,
                       GError     **error)
{
  return jm_map_add (map, JM_KIND_TOUCHPOINT, item_id, -1, NULL, focus_id, error);
}

JmMap *
jm_fix_add_measure (JmMap       *map,
                    const char  *item_id,
                    char       **focus_id,
                    GError     **error)
{
  return jm_map_add (map, JM_KIND_MEASURE, item_id, -1, NULL, focus_id, error);
}

/* At the touchpoint of the pain point, and linked to it. */
JmMap *
jm_fix_add_opportunity (JmMap       *map,
                        const char  *item_id,
                        char       **focus_id,
                        GError     **error)
{
  g_autofree char *id = NULL;
  g_autoptr(JmMap) added = NULL;
  const char *touchpoint_id = NULL;
  JmPlace place;
  JmMap *linked;

  if (jm_map_locate (map, item_id, &place) && place.touchpoint != NULL)
    touchpoint_id = jm_item_get_id (place.touchpoint);

  /* A pain point that has gone: let the edit find the words. */
  added = jm_map_add (map, JM_KIND_OPPORTUNITY, touchpoint_id != NULL ? touchpoint_id : item_id, -1, NULL, &id, error);
  if (added == NULL)
    return NULL;
  linked = jm_map_set (added, id, JM_ATTR_RESOLVES, item_id, error);
  if (linked != NULL && focus_id != NULL)
    *focus_id = g_steal_pointer (&id);

  return linked;
}

JmMap *
jm_fix_add_line (JmMap       *map,
                 const char  *item_id,
                 char       **focus_id,
                 GError     **error)
{
  g_autofree char *id = NULL;
  g_autoptr(JmMap) added = jm_map_add (map, JM_KIND_LANE, NULL, -1, NULL, &id, error);
  JmMap *line;

  if (added == NULL)
    return NULL;
  line = jm_map_set (added, id, JM_ATTR_KIND, "line", error);
  if (line != NULL && focus_id != NULL)
    *focus_id = g_steal_pointer (&id);

  return line;
}

JmMap *
jm_fix_set_date (JmMap       *map,
                 const char  *item_id,
                 char       **focus_id,
                 GError     **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  return jm_map_set (map, NULL, JM_ATTR_DATE, today, error);
}

JmMap *
jm_fix_drop_channel (JmMap       *map,
                     const char  *item_id,
                     char       **focus_id,
                     GError     **error)
{
  return jm_map_set (map, item_id, JM_ATTR_CHANNEL, NULL, error);
}

/* What does lead to a pain point stays. */
JmMap *
jm_fix_drop_resolves (JmMap       *map,
                      const char  *item_id,
                      char       **focus_id,
                      GError     **error)
{
  JmItem *opportunity = jm_map_find (map, item_id);
  const char *resolves = opportunity != NULL ? jm_item_get (opportunity, JM_ATTR_RESOLVES) : NULL;
  g_auto(GStrv) ids = g_strsplit_set (resolves != NULL ? resolves : "", " \t\n\r", -1);
  g_autoptr(GString) kept = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JmItem *item = *ids[i] != '\0' ? jm_map_find (map, ids[i]) : NULL;

      if (item != NULL && jm_item_get_kind (item) == JM_KIND_PAIN_POINT)
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", ids[i]);
    }

  return jm_map_set (map, item_id, JM_ATTR_RESOLVES, kept->len > 0 ? kept->str : NULL, error);
}

JmMap *
jm_fix_hide (JmMap       *map,
             const char  *item_id,
             char       **focus_id,
             GError     **error)
{
  return jm_map_set (map, item_id, JM_ATTR_HIDDEN, "true", error);
}

JmMap *
jm_fix_remove (JmMap       *map,
               const char  *item_id,
               char       **focus_id,
               GError     **error)
{
  const char * const ids[] = { item_id, NULL };

  return jm_map_remove (map, ids, error);
}

JmMap *
jm_fix_stand_alone (JmMap       *map,
                    const char  *item_id,
                    char       **focus_id,
                    GError     **error)
{
  return jm_map_set (map, item_id, JM_ATTR_CHAIN, "none", error);
}
