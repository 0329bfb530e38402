/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small map for the tests of the model, and short ways to ask about maps. */
#include "sample.h"

static JmItem *
make (JmKind      kind,
      const char *id,
      const char *label)
{
  JmItem *item = jm_item_new (kind, id);

  if (label == NULL)
    return item;
  if (jm_kind_get_rule (kind)->has_text)
    jm_item_set_text (item, label);
  else
    jm_item_set_part (item, kind == JM_KIND_PERSONA ? JM_KIND_NAME : JM_KIND_TITLE, label);

  return item;
}

static JmItem *
with (JmItem     *item,
      JmAttr      attr,
      const char *value)
{
  jm_item_set (item, attr, value);
  return item;
}

static JmItem *
make_feeling (const char *persona,
              const char *value)
{
  return with (with (make (JM_KIND_EMOTION, NULL, NULL), JM_ATTR_PERSONA, persona), JM_ATTR_VALUE, value);
}

static void
add_lane (JmItem     *root,
          const char *id,
          const char *kind)
{
  jm_item_append (root, with (make (JM_KIND_LANE, id, NULL), JM_ATTR_KIND, kind));
}

/**
 * sample_map:
 *
 * Returns: (transfer full): a new map: personas anna and bert; channels web and shop; lanes; phase one with touchpoints
 *   t1, t2 and t3, phase two with t4, phase three with none; transition x1 from t1 to t4
 */
JmMap *
sample_map (void)
{
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *one = make (JM_KIND_PHASE, "one", "One");
  JmItem *two = make (JM_KIND_PHASE, "two", "Two");
  JmItem *three = make (JM_KIND_PHASE, "three", "Three");
  JmItem *t1 = with (make (JM_KIND_TOUCHPOINT, "t1", "First"), JM_ATTR_CHANNEL, "web");
  JmItem *t2 = make (JM_KIND_TOUCHPOINT, "t2", "Second");
  JmItem *t3 = with (make (JM_KIND_TOUCHPOINT, "t3", "Third"), JM_ATTR_CHANNEL, "shop");
  JmItem *t4 = make (JM_KIND_TOUCHPOINT, "t4", "Fourth");
  JmItem *hint;

  jm_item_set (root, JM_ATTR_LANG, "en");
  jm_item_set_part (root, JM_KIND_TITLE, "Sample");
  jm_item_append (root, make (JM_KIND_PERSONA, "anna", "Anna"));
  jm_item_append (root, make (JM_KIND_PERSONA, "bert", "Bert"));
  jm_item_append (root, make (JM_KIND_CHANNEL, "web", "Website"));
  jm_item_append (root, make (JM_KIND_CHANNEL, "shop", "Shop"));
  add_lane (root, "steps", "touchpoints");
  add_lane (root, "feeling", "emotion");
  add_lane (root, "pains", "pain-points");
  add_lane (root, "ideas", "opportunities");
  add_lane (root, "questions", "notes");
  add_lane (root, "needs", "notes");

  jm_item_append (t1, make_feeling ("anna", "1.5"));
  jm_item_append (t1, make_feeling ("bert", "-1"));
  jm_item_append (t1, with (make (JM_KIND_PAIN_POINT, "p1", "Slow"), JM_ATTR_SEVERITY, "2"));
  jm_item_append (t1, make (JM_KIND_PAIN_POINT, "p2", "Ugly"));
  jm_item_append (t1, with (make (JM_KIND_OPPORTUNITY, "o1", "Faster"), JM_ATTR_RESOLVES, "p1 p2"));
  jm_item_append (t2, make_feeling (NULL, "2"));
  jm_item_append (t2, with (make (JM_KIND_THOUGHT, "q1", "Hm"), JM_ATTR_PERSONA, "bert"));
  jm_item_append (t2, with (make (JM_KIND_OPPORTUNITY, "o2", "Nicer"), JM_ATTR_RESOLVES, "p2"));
  jm_item_append (t4, with (make (JM_KIND_NOTE, "n2", "Why?"), JM_ATTR_LANE, "questions"));

  jm_item_append (one, with (make (JM_KIND_NOTE, "n1", "Who?"), JM_ATTR_LANE, "questions"));
  jm_item_append (one, t1);
  jm_item_append (one, jm_item_new_text (JM_KIND_COMMENT, " between "));
  jm_item_append (one, t2);
  jm_item_append (one, t3);

  hint = with (make (JM_KIND_HINT, NULL, "What hurts?"), JM_ATTR_LANE, "pains");
  jm_item_append (two, hint);
  jm_item_append (two, with (make (JM_KIND_HINT, NULL, "What do they need?"), JM_ATTR_LANE, "needs"));
  jm_item_append (two, t4);

  jm_item_append (root, one);
  jm_item_append (root, two);
  jm_item_append (root, three);
  jm_item_append (root, with (with (make (JM_KIND_TRANSITION, "x1", "Over"), JM_ATTR_FROM, "t1"), JM_ATTR_TO, "t4"));
  jm_item_append (root, with (with (jm_item_new (JM_KIND_DISMISSED, NULL), JM_ATTR_CHECK, "owner"), JM_ATTR_ITEM, "o1"));

  return jm_map_new (root);
}

/**
 * sample_outline:
 * @map: a map
 * @id: (nullable): what to outline, %NULL for the map itself
 *
 * Returns: (transfer full): its children on one line: the label of what has an id, the value of a feeling with its
 *   persona, the element's name of a hint and other things, `#` for a comment
 */
char *
sample_outline (JmMap      *map,
                const char *id)
{
  JmItem *item = id != NULL ? jm_map_find (map, id) : jm_map_get_root (map);
  GString *outline = g_string_new (NULL);

  g_assert_nonnull (item);
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      const char *persona = jm_item_get (child, JM_ATTR_PERSONA);

      if (outline->len > 0)
        g_string_append_c (outline, ' ');
      if (jm_item_get_kind (child) == JM_KIND_COMMENT)
        g_string_append_c (outline, '#');
      else if (jm_item_get_kind (child) == JM_KIND_EMOTION)
        g_string_append_printf (outline, "%s@%s", jm_item_get (child, JM_ATTR_VALUE), persona != NULL ? persona : "");
      else if (jm_item_get_id (child) != NULL)
        g_string_append (outline, jm_item_get_label (child));
      else
        g_string_append_printf (outline, "<%s>", jm_kind_get_rule (jm_item_get_kind (child))->element);
    }

  return g_string_free (outline, FALSE);
}

/**
 * sample_get:
 * @map: a map
 * @id: (nullable): an id, %NULL for the map itself
 * @attr: an attribute
 *
 * Returns: (transfer none) (nullable): its value
 */
const char *
sample_get (JmMap      *map,
            const char *id,
            JmAttr      attr)
{
  JmItem *item = id != NULL ? jm_map_find (map, id) : jm_map_get_root (map);

  g_assert_nonnull (item);
  return jm_item_get (item, attr);
}

/**
 * sample_label:
 * @map: a map
 * @id: an id
 *
 * Returns: (transfer none) (nullable): what it is called, %NULL if it is not there
 */
const char *
sample_label (JmMap      *map,
              const char *id)
{
  JmItem *item = jm_map_find (map, id);

  return item != NULL ? jm_item_get_label (item) : NULL;
}

/**
 * sample_take:
 * @map: (inout): a map
 * @next: (transfer full) (nullable): what an edit made of it; fails the test if it made nothing
 *
 * Goes on with @next.
 */
void
sample_take (JmMap **map,
             JmMap  *next)
{
  g_assert_nonnull (next);
  jm_map_unref (*map);
  *map = next;
}
