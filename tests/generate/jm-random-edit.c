/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits maps at random, the same from the same seed, in every way that a person can. */
#include "jm-random-edit.h"

#include "jm-generate.h"
#include "model/jm-edit.h"

#include <string.h>

/* A map is kept between these, so that no run of additions or removals makes the edits after it pointless. */
#define FEWEST_TOUCHPOINTS 4
#define MOST_TOUCHPOINTS   60
#define MOST_IN_ROOT       80

#define N_PICKS 12

static gboolean
chance (GRand  *rand,
        double  probability)
{
  return g_rand_double (rand) < probability;
}

static guint
below (GRand *rand,
       guint  n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

/**
 * jm_random_text:
 * @rand: where chance comes from
 *
 * Returns: (transfer full): what someone might type or paste: words, nothing, several lines, other scripts, markup,
 *   characters that XML cannot hold
 */
char *
jm_random_text (GRand *rand)
{
  static const char * const oddities[] = {
    "", " ", "  leading and trailing  ", "line\nbreak", "carriage\r\nreturn\ralone", "tab\tstop", "a < b && c > d",
    "]]>", "<!-- not a comment -->", "&amp; &lt; &#10;", "\"quoted\" 'text'", "été, naïef, Ångström", "شراء عبر الإنترنت",
    "購入する", "👩‍👩‍👧 🎉", "e\xCC\x81 combining", "\xE2\x80\xAEoverride", "vertical\vtab", "form\ffeed", "bell\a escape\x1b",
    "not a character \xEF\xBF\xBE", "broken \xC3 utf-8 \xFF", "=1+1", "\xC2\xA0no-break", "\n", "\n\n  \n", "\xEF\xBB\xBFmark",
  };

  if (chance (rand, 0.3))
    return g_strdup (oddities[below (rand, G_N_ELEMENTS (oddities))]);
  if (chance (rand, 0.01))
    return jm_generate_text (rand, 500);

  return jm_generate_text (rand, 1 + below (rand, 8));
}

/* Picking */

static JmItem *
pick_child (GRand  *rand,
            JmItem *parent,
            JmKind  kind)
{
  guint n = jm_item_count (parent, kind);

  return n > 0 ? jm_item_get_nth (parent, kind, below (rand, n)) : NULL;
}

static JmItem *
pick_touchpoint (GRand *rand,
                 JmMap *map)
{
  for (guint i = 0; i < N_PICKS; i++)
    {
      JmItem *phase = pick_child (rand, jm_map_get_root (map), JM_KIND_PHASE);
      JmItem *touchpoint = phase != NULL ? pick_child (rand, phase, JM_KIND_TOUCHPOINT) : NULL;

      if (touchpoint != NULL)
        return touchpoint;
    }

  return NULL;
}

/* The id of something in the map, or the handle of an emotion; NULL for the map itself. */
static char *
pick_any (GRand *rand,
          JmMap *map)
{
  JmItem *root = jm_map_get_root (map);
  JmItem *item = root;

  if (chance (rand, 0.05))
    return NULL;

  if (chance (rand, 0.3))
    item = jm_item_get_child (root, below (rand, jm_item_get_n_children (root)));
  else if (chance (rand, 0.2))
    {
      JmItem *phase = pick_child (rand, root, JM_KIND_PHASE);

      if (phase != NULL && jm_item_get_n_children (phase) > 0)
        item = jm_item_get_child (phase, below (rand, jm_item_get_n_children (phase)));
    }
  else
    {
      JmItem *touchpoint = pick_touchpoint (rand, map);

      item = touchpoint;
      if (touchpoint != NULL && jm_item_get_n_children (touchpoint) > 0 && chance (rand, 0.6))
        item = jm_item_get_child (touchpoint, below (rand, jm_item_get_n_children (touchpoint)));
      if (item != NULL && jm_item_get_kind (item) == JM_KIND_EMOTION)
        return jm_emotion_handle (jm_item_get_id (touchpoint), jm_item_get (item, JM_ATTR_PERSONA));
    }

  return item != NULL ? g_strdup (jm_item_get_id (item)) : NULL;
}

static char *
pick_of_kind (GRand  *rand,
              JmMap  *map,
              JmKind  kind)
{
  if (jm_kind_may_contain (JM_KIND_MAP, kind))
    {
      JmItem *item = pick_child (rand, jm_map_get_root (map), kind);

      return item != NULL ? g_strdup (jm_item_get_id (item)) : NULL;
    }

  for (guint i = 0; i < N_PICKS; i++)
    {
      JmItem *touchpoint = pick_touchpoint (rand, map);
      JmItem *item = touchpoint;

      if (touchpoint != NULL && kind != JM_KIND_TOUCHPOINT)
        item = pick_child (rand, touchpoint, kind);
      if (item != NULL)
        return g_strdup (jm_item_get_id (item));
    }

  return NULL;
}

static JmKind
kind_of (JmMap      *map,
         const char *id)
{
  return jm_item_get_kind (id != NULL ? jm_map_find (map, id) : jm_map_get_root (map));
}

/* Values */

static char *
random_value (GRand            *rand,
              JmMap            *map,
              const JmAttrRule *rule)
{
  switch (rule->type)
    {
    case JM_VALUE_REFERENCE:
      return pick_of_kind (rand, map, rule->refers_to != JM_KIND_NONE ? rule->refers_to : JM_KIND_TOUCHPOINT);
    case JM_VALUE_REFERENCES:
      {
        g_autofree char *one = pick_of_kind (rand, map, rule->refers_to);
        g_autofree char *other = pick_of_kind (rand, map, rule->refers_to);

        return one != NULL && other != NULL && chance (rand, 0.5) ? g_strconcat (one, " ", other, NULL)
                                                                 : g_strdup (one);
      }
    case JM_VALUE_CHOICE:
      {
        guint n = g_strv_length ((char **) rule->choices);

        return g_strdup (rule->choices[below (rand, n)]);
      }
    case JM_VALUE_BOOLEAN:
      return g_strdup (chance (rand, 0.5) ? "true" : "false");
    case JM_VALUE_INTEGER:
      return g_strdup_printf ("%d", g_rand_int_range (rand, (gint32) rule->minimum,
                                                      (gint32) MIN (rule->maximum, rule->minimum + 20) + 1));
    case JM_VALUE_NUMBER:
      return jm_number_format ((int) (CLAMP (g_rand_double_range (rand, -600, 600), rule->minimum, rule->maximum) * 4) / 4.0);
    case JM_VALUE_COLOR:
      return chance (rand, 0.5) ? g_strdup (jm_palette_names[below (rand, 8)])
                                : g_strdup_printf ("#%06x", g_rand_int (rand) & 0xFFFFFF);
    case JM_VALUE_DURATION:
      return jm_duration_format (60 * below (rand, 3000));
    case JM_VALUE_DATE:
      return g_strdup_printf ("20%02u-%02u-%02u", below (rand, 100), 1 + below (rand, 12), 1 + below (rand, 28));
    case JM_VALUE_CLOCK:
      return g_strdup_printf ("%02u:%02u", below (rand, 24), below (rand, 60));
    case JM_VALUE_VERSION:
      return g_strdup_printf ("1.%u", below (rand, 3));
    case JM_VALUE_TEXT:
    case JM_VALUE_ID:
    default:
      return jm_generate_text (rand, 1 + below (rand, 2));
    }
}

/* Edits: each returns NULL where it does not apply */

static JmMap *
edit_text (GRand       *rand,
           JmMap       *map,
           const char **label)
{
  static const JmKind parts[] = {
    JM_KIND_NONE, JM_KIND_TITLE, JM_KIND_DESCRIPTION, JM_KIND_GOAL, JM_KIND_NAME, JM_KIND_QUOTE, JM_KIND_SCENARIO
  };
  g_autofree char *id = pick_any (rand, map);
  g_autofree char *text = jm_random_text (rand);

  *label = "Edit text";
  return jm_map_set_text (map, id, parts[below (rand, G_N_ELEMENTS (parts))], text, NULL);
}

static JmMap *
edit_property (GRand       *rand,
               JmMap       *map,
               const char **label)
{
  g_autofree char *id = pick_any (rand, map);
  const JmKindRule *rule = jm_kind_get_rule (kind_of (map, id));
  const JmAttrRule *attr;
  g_autofree char *value = NULL;

  *label = "Set property";
  if (rule->n_attrs == 0)
    return NULL;
  attr = &rule->attrs[below (rand, rule->n_attrs)];
  /* Nobody changes the version of a map, and what a later one may hold an earlier one may not. */
  if (attr->attr == JM_ATTR_ID || attr->attr == JM_ATTR_VERSION)
    return NULL;

  if (chance (rand, 0.8))
    value = random_value (rand, map, attr);
  else if (chance (rand, 0.5))
    value = jm_random_text (rand);

  return jm_map_set (map, id, attr->attr, value, NULL);
}

static JmMap *
edit_feeling (GRand       *rand,
              JmMap       *map,
              const char **label)
{
  JmItem *touchpoint = pick_touchpoint (rand, map);
  JmItem *persona = pick_child (rand, jm_map_get_root (map), JM_KIND_PERSONA);
  const char *persona_id = persona != NULL && chance (rand, 0.5) ? jm_item_get_id (persona) : NULL;

  *label = "Feel";
  if (touchpoint == NULL)
    return NULL;
  if (chance (rand, 0.2))
    return jm_map_clear_emotion (map, jm_item_get_id (touchpoint), persona_id, NULL);

  return jm_map_set_emotion (map, jm_item_get_id (touchpoint), persona_id, g_rand_double_range (rand, -2.5, 2.5), NULL);
}

static JmMap *
add_transition (GRand *rand,
                JmMap *map)
{
  g_autoptr(JmItem) transition = jm_item_new_text (JM_KIND_TRANSITION, "Over");
  g_autofree char *from = pick_of_kind (rand, map, JM_KIND_TOUCHPOINT);
  g_autofree char *to = pick_of_kind (rand, map, JM_KIND_TOUCHPOINT);

  if (from == NULL || to == NULL)
    return NULL;
  jm_item_set (transition, JM_ATTR_FROM, from);
  jm_item_set (transition, JM_ATTR_TO, to);

  return jm_map_insert (map, NULL, -1, transition, NULL, NULL);
}

static JmMap *
add_hint (GRand *rand,
          JmMap *map)
{
  g_autoptr(JmItem) hint = jm_item_new_text (JM_KIND_HINT, "Wat zou u hier schrijven?");
  g_autofree char *lane = pick_of_kind (rand, map, JM_KIND_LANE);
  g_autofree char *parent = pick_of_kind (rand, map, chance (rand, 0.5) ? JM_KIND_PHASE : JM_KIND_TOUCHPOINT);

  if (lane == NULL || parent == NULL)
    return NULL;
  jm_item_set (hint, JM_ATTR_LANE, lane);

  return jm_map_insert (map, parent, -1, hint, NULL, NULL);
}

/* Something that this program does not know, as a later version or another program might leave behind. */
static JmMap *
add_unknown (GRand *rand,
             JmMap *map)
{
  g_autoptr(JmItem) item = NULL;
  g_autofree char *parent = pick_of_kind (rand, map, chance (rand, 0.5) ? JM_KIND_PHASE : JM_KIND_TOUCHPOINT);

  if (parent == NULL)
    return NULL;

  if (chance (rand, 0.5))
    item = jm_item_new_text (JM_KIND_COMMENT, " van de workshop ");
  else
    {
      item = jm_item_new_foreign ("x", "https://example.com/ns/other", "mark");
      jm_item_add_namespace (item, "x", "https://example.com/ns/other");
      jm_item_add_foreign (item, NULL, NULL, "shape", "round & <red>");
      jm_item_append (item, jm_item_new_text (JM_KIND_TEXT, "twee < drie"));
    }

  return jm_map_insert (map, parent, -1, item, NULL, NULL);
}

static JmMap *
edit_add (GRand       *rand,
          JmMap       *map,
          const char **label)
{
  static const JmKind kinds[] = {
    JM_KIND_TOUCHPOINT, JM_KIND_TOUCHPOINT, JM_KIND_TOUCHPOINT, JM_KIND_PAIN_POINT, JM_KIND_OPPORTUNITY, JM_KIND_THOUGHT,
    JM_KIND_NOTE, JM_KIND_MEASURE, JM_KIND_PHASE, JM_KIND_PERSONA, JM_KIND_CHANNEL, JM_KIND_LANE
  };
  JmKind kind = kinds[below (rand, G_N_ELEMENTS (kinds))];
  g_autofree char *text = jm_random_text (rand);
  g_autofree char *parent = NULL;
  g_autofree char *new_id = NULL;
  int position = (int) below (rand, 6) - 1;

  *label = "Add";
  if (chance (rand, 0.1))
    return add_transition (rand, map);
  if (chance (rand, 0.1))
    return add_hint (rand, map);
  if (chance (rand, 0.05))
    return add_unknown (rand, map);

  if (jm_kind_may_contain (JM_KIND_PHASE, kind) && (kind != JM_KIND_NOTE || chance (rand, 0.5)))
    parent = pick_of_kind (rand, map, JM_KIND_PHASE);
  else if (!jm_kind_may_contain (JM_KIND_MAP, kind))
    parent = pick_of_kind (rand, map, JM_KIND_TOUCHPOINT);

  if (kind == JM_KIND_NOTE && parent != NULL)
    {
      g_autoptr(JmMap) next = jm_map_add (map, kind, parent, position, text, &new_id, NULL);
      g_autofree char *lane = pick_of_kind (rand, map, JM_KIND_LANE);

      return jm_map_set (next, new_id, JM_ATTR_LANE, lane, NULL);
    }

  return jm_map_add (map, kind, parent, position, text, &new_id, NULL);
}

/* Where something of a kind can be; NULL for what it is in already. */
static char *
pick_parent (GRand  *rand,
             JmMap  *map,
             JmKind  kind)
{
  if (jm_kind_may_contain (JM_KIND_MAP, kind) || chance (rand, 0.3))
    return NULL;
  if (jm_kind_may_contain (JM_KIND_TOUCHPOINT, kind) && (kind != JM_KIND_NOTE || chance (rand, 0.5)))
    return pick_of_kind (rand, map, JM_KIND_TOUCHPOINT);

  return pick_of_kind (rand, map, chance (rand, 0.95) ? JM_KIND_PHASE : JM_KIND_LANE);
}

static JmMap *
edit_move (GRand       *rand,
           JmMap       *map,
           const char **label)
{
  g_autofree char *id = pick_any (rand, map);
  g_autofree char *parent = NULL;

  *label = "Move";
  if (id == NULL)
    return NULL;
  parent = pick_parent (rand, map, kind_of (map, id));

  return jm_map_move (map, id, parent, (int) below (rand, 8) - 1, NULL);
}

static JmMap *
edit_duplicate (GRand       *rand,
                JmMap       *map,
                const char **label)
{
  g_autofree char *id = pick_any (rand, map);
  g_autofree char *parent = NULL;
  g_autofree char *new_id = NULL;

  *label = "Duplicate";
  if (id == NULL)
    return NULL;
  parent = pick_parent (rand, map, kind_of (map, id));

  return jm_map_duplicate (map, id, parent, (int) below (rand, 8) - 1, &new_id, NULL);
}

static JmMap *
edit_remove (GRand       *rand,
             JmMap       *map,
             const char **label)
{
  g_autofree char *first = pick_any (rand, map);
  g_autofree char *second = pick_any (rand, map);
  const char *ids[] = { first, chance (rand, 0.3) ? second : NULL, NULL };

  *label = "Remove";
  if (first == NULL)
    return NULL;
  /* Seldom all that a map is about. */
  if (kind_of (map, first) <= JM_KIND_PHASE && chance (rand, 0.8))
    return NULL;

  return jm_map_remove (map, ids, NULL);
}

/* A touchpoint from another map. */
static JmMap *
edit_paste (GRand       *rand,
            JmMap       *map,
            const char **label)
{
  g_autoptr(JmMap) other = jm_generate_map (3, g_rand_int (rand));
  JmItem *phase = jm_item_get_first (jm_map_get_root (other), JM_KIND_PHASE);
  g_autofree char *parent = pick_of_kind (rand, map, JM_KIND_PHASE);

  *label = "Paste";
  if (parent == NULL || chance (rand, 0.1))
    return jm_map_insert (map, NULL, -1, phase, NULL, NULL);

  return jm_map_insert (map, parent, (int) below (rand, 5) - 1, jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, 1), NULL, NULL);
}

static guint
count_touchpoints (JmMap *map)
{
  JmItem *phase;
  guint cursor = 0;
  guint n = 0;

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &cursor)) != NULL)
    n += jm_item_count (phase, JM_KIND_TOUCHPOINT);

  return n;
}

/**
 * jm_random_edit:
 * @map: a map
 * @rand: where chance comes from
 * @label: (out) (transfer none): what was done
 *
 * Makes one edit, which may turn out to change nothing. The map stays of a size at which many edits go fast. The ids of
 * new items are the same only after jm_ids_seed().
 *
 * Returns: (transfer full): the new map
 */
JmMap *
jm_random_edit (JmMap       *map,
                GRand       *rand,
                const char **label)
{
  static JmMap *(* const edits[]) (GRand *, JmMap *, const char **) = {
    edit_text, edit_text, edit_text, edit_property, edit_property, edit_property, edit_feeling, edit_feeling,
    edit_add, edit_add, edit_add, edit_move, edit_move, edit_move, edit_remove, edit_duplicate, edit_paste
  };
  guint n = count_touchpoints (map);

  for (guint i = 0; i < N_PICKS; i++)
    {
      guint choice = below (rand, G_N_ELEMENTS (edits));
      JmMap *next;

      if (n > MOST_TOUCHPOINTS && chance (rand, 0.5))
        {
          g_autofree char *id = pick_of_kind (rand, map, chance (rand, 0.2) ? JM_KIND_PHASE : JM_KIND_TOUCHPOINT);
          const char *ids[] = { id, NULL };

          *label = "Remove";
          if (id != NULL)
            return jm_map_remove (map, ids, NULL);
        }
      if (n < FEWEST_TOUCHPOINTS && chance (rand, 0.5))
        return edit_paste (rand, map, label);
      if (jm_item_get_n_children (jm_map_get_root (map)) > MOST_IN_ROOT && chance (rand, 0.5))
        {
          static const JmKind kinds[] = { JM_KIND_PERSONA, JM_KIND_CHANNEL, JM_KIND_LANE, JM_KIND_TRANSITION };
          g_autofree char *id = pick_of_kind (rand, map, kinds[below (rand, G_N_ELEMENTS (kinds))]);
          const char *ids[] = { id, NULL };

          *label = "Remove";
          next = id != NULL ? jm_map_remove (map, ids, NULL) : NULL;
          if (next != NULL)
            return next;
        }

      next = edits[choice] (rand, map, label);
      if (next != NULL)
        return next;
    }

  *label = "Nothing";
  return jm_map_ref (map);
}

/* Checks */

static void
check_reference (JmMap            *map,
                 JmItem           *item,
                 const JmAttrRule *rule,
                 const char       *value)
{
  g_auto(GStrv) ids = g_strsplit (value, " ", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      JmItem *found = jm_map_find (map, ids[i]);

      if (found == NULL)
        g_error ("%s of %s leads to %s, which is gone", jm_attr_get_name (rule->attr),
                 jm_kind_get_rule (jm_item_get_kind (item))->element, ids[i]);
      if (rule->refers_to != JM_KIND_NONE)
        g_assert_cmpint (jm_item_get_kind (found), ==, rule->refers_to);
    }
}

static void
check_item (JmMap      *map,
            JmItem     *item,
            GHashTable *ids)
{
  JmKind kind = jm_item_get_kind (item);
  const JmKindRule *rule = jm_kind_get_rule (kind);
  const char *id = jm_item_get_id (item);
  g_autoptr(GHashTable) personas = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpint (id != NULL, ==, rule->has_id);
  if (id != NULL)
    {
      JmPlace place;

      g_assert_true (jm_id_is_valid (id));
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (jm_map_locate (map, id, &place));
      g_assert_true (place.item == item);
      g_assert_true (jm_item_get_child (place.parent, place.index) == item);
      g_assert_true (jm_item_get_nth (place.parent, kind, place.position) == item);
    }

  for (guint i = 0; i < rule->n_attrs; i++)
    {
      const char *value = jm_item_get (item, rule->attrs[i].attr);

      if (value == NULL)
        {
          g_assert_false (rule->attrs[i].required);
          continue;
        }
      if (!jm_value_is_valid (&rule->attrs[i], value))
        g_error ("%s=\"%s\" is not valid", jm_attr_get_name (rule->attrs[i].attr), value);
      if (rule->attrs[i].type == JM_VALUE_REFERENCE || rule->attrs[i].type == JM_VALUE_REFERENCES)
        check_reference (map, item, &rule->attrs[i], value);
    }

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);

      g_assert_true (jm_kind_may_contain (kind, jm_item_get_kind (child)));
      if (jm_item_get_kind (child) == JM_KIND_EMOTION)
        {
          const char *persona = jm_map_get_emotion_persona (map, child);

          g_assert_true (g_hash_table_add (personas, (gpointer) (persona != NULL ? persona : "")));
        }
      if (rule->has_text)
        g_assert_cmpuint (jm_item_get_text_offset (child), <=, strlen (jm_item_get_text (item)));
      check_item (map, child, ids);
    }
}

/**
 * jm_random_check_map:
 * @map: a map, made by the edits of the model from one that was whole
 *
 * Fails unless the map is whole: unique ids, everything in a place that the format has for it and found there, values
 * within their range, references that lead somewhere, one feeling a persona and touchpoint, one lane of touchpoints.
 */
void
jm_random_check_map (JmMap *map)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JmItem *root = jm_map_get_root (map);
  JmItem *lane;
  guint cursor = 0;
  guint n = 0;

  check_item (map, root, ids);
  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    if (g_str_equal (jm_item_get (lane, JM_ATTR_KIND), "touchpoints"))
      n++;
  g_assert_cmpuint (n, ==, 1);
}
