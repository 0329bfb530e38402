/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist: a map in which nothing is to be found, and for each check what one change of it brings up. */
#include "sample.h"

#include "model/jm-check.h"
#include "model/jm-edit.h"

#include <string.h>

/* Changes that the edits would not let through are made here item by item. */

typedef JmItem * (* Change) (JmItem     *item,
                             gpointer    data);

static JmItem *
change_item (JmItem     *item,
             const char *id,
             Change      change,
             gpointer    data)
{
  if (g_strcmp0 (jm_item_get_id (item), id) == 0 && (id != NULL || jm_item_get_kind (item) == JM_KIND_MAP))
    return change (jm_item_copy (item), data);

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmItem *changed = change_item (child, id, change, data);

      if (changed != NULL)
        {
          JmItem *copy = jm_item_copy (item);

          jm_item_replace (copy, i, changed);
          return copy;
        }
    }

  return NULL;
}

static JmMap *
change_map (JmMap      *map,
            const char *id,
            Change      change,
            gpointer    data)
{
  JmItem *root = change_item (jm_map_get_root (map), id, change, data);
  JmMap *next;

  g_assert_nonnull (root);
  next = jm_map_new (root);
  jm_map_unref (map);

  return next;
}

typedef struct
{
  JmAttr      attr;
  JmKind      part;
  const char *value;
} Words;

static JmItem *
set_attr (JmItem   *item,
          gpointer  data)
{
  jm_item_set (item, ((Words *) data)->attr, ((Words *) data)->value);
  return item;
}

static JmItem *
set_part (JmItem   *item,
          gpointer  data)
{
  jm_item_set_part (item, ((Words *) data)->part, ((Words *) data)->value);
  return item;
}

static JmItem *
append (JmItem   *item,
        gpointer  data)
{
  jm_item_append (item, data);
  return item;
}

static JmItem *
drop_kind (JmItem   *item,
           gpointer  data)
{
  for (guint i = jm_item_get_n_children (item); i-- > 0;)
    if (jm_item_get_kind (jm_item_get_child (item, i)) == GPOINTER_TO_UINT (data))
      jm_item_remove (item, i);

  return item;
}

/* What a case does to the map in which nothing is to be found. A change with a kind and an attribute adds an item. */
typedef struct
{
  const char *id;
  JmKind      kind;
  JmAttr      attr;
  const char *value;
  const char *new_id;
} Step;

#define SET(item, attr, value)        { item, JM_KIND_NONE, attr, value }
#define PART(item, kind, text)        { item, kind, JM_ATTR_NONE, text }
#define DROP(item, kind)              { item, kind, JM_ATTR_NONE, NULL, "drop" }
#define ADD(parent, kind, id, text)   { parent, kind, JM_ATTR_NONE, text, id }

static JmItem *
make (JmKind      kind,
      const char *id,
      const char *label)
{
  JmItem *item = jm_item_new (kind, id);

  if (jm_kind_get_rule (kind)->has_text)
    jm_item_set_text (item, label);
  else if (label != NULL)
    jm_item_set_part (item, kind == JM_KIND_PERSONA ? JM_KIND_NAME : JM_KIND_TITLE, label);

  return item;
}

static JmMap *
apply (JmMap      *map,
       const Step *step)
{
  Words words = { step->attr, step->kind, step->value };

  if (step->attr != JM_ATTR_NONE)
    return change_map (map, step->id, set_attr, &words);
  if (g_strcmp0 (step->new_id, "drop") == 0)
    return change_map (map, step->id, drop_kind, GUINT_TO_POINTER (step->kind));
  if (step->new_id != NULL)
    return change_map (map, step->id, append, make (step->kind, *step->new_id != '\0' ? step->new_id : NULL, step->value));

  return change_map (map, step->id, set_part, &words);
}

static const Step fine[] = {
  SET (NULL, JM_ATTR_DATE, "2026-11-21"),
  PART (NULL, JM_KIND_TITLE, "A visit"),
  PART (NULL, JM_KIND_SCENARIO, "From the door to the door"),
  ADD (NULL, JM_KIND_PERSONA, "anna", "Anna"),
  PART ("anna", JM_KIND_GOAL, "A chair"),
  ADD (NULL, JM_KIND_CHANNEL, "web", "Website"),
  SET ("web", JM_ATTR_REACH, "online"),
  ADD (NULL, JM_KIND_LANE, "steps", NULL),
  SET ("steps", JM_ATTR_KIND, "touchpoints"),
  ADD (NULL, JM_KIND_LANE, "channels", NULL),
  SET ("channels", JM_ATTR_KIND, "channels"),
  ADD (NULL, JM_KIND_LANE, "feeling", NULL),
  SET ("feeling", JM_ATTR_KIND, "emotion"),
  ADD (NULL, JM_KIND_LANE, "pains", NULL),
  SET ("pains", JM_ATTR_KIND, "pain-points"),
  ADD (NULL, JM_KIND_LANE, "questions", "Questions"),
  SET ("questions", JM_ATTR_KIND, "notes"),
  ADD (NULL, JM_KIND_PHASE, "one", "One"),
  SET ("one", JM_ATTR_DURATION, "PT1H"),
  PART ("one", JM_KIND_GOAL, "To be inside"),
  ADD ("one", JM_KIND_MEASURE, "m1", "Visitors"),
  SET ("m1", JM_ATTR_VALUE, "100"),
  SET ("m1", JM_ATTR_TARGET, "120"),
  ADD ("one", JM_KIND_NOTE, "n1", "Where is it?"),
  SET ("n1", JM_ATTR_LANE, "questions"),
  ADD ("one", JM_KIND_TOUCHPOINT, "t1", "Entering"),
  SET ("t1", JM_ATTR_CHANNEL, "web"),
  SET ("t1", JM_ATTR_AT, "PT5M"),
  SET ("t1", JM_ATTR_EVIDENCE, "observed"),
  SET ("t1", JM_ATTR_MOMENT_OF_TRUTH, "true"),
  ADD ("t1", JM_KIND_PAIN_POINT, "p1", "Crowded"),
  SET ("p1", JM_ATTR_SEVERITY, "3"),
  ADD ("t1", JM_KIND_OPPORTUNITY, "o1", "A second door"),
  SET ("o1", JM_ATTR_RESOLVES, "p1"),
  SET ("o1", JM_ATTR_OWNER, "Store team"),
  SET ("o1", JM_ATTR_EFFORT, "2"),
  SET ("o1", JM_ATTR_IMPACT, "3"),
  ADD ("one", JM_KIND_TOUCHPOINT, "t2", "Looking"),
  SET ("t2", JM_ATTR_CHANNEL, "web"),
  SET ("t2", JM_ATTR_AT, "PT20M"),
  ADD (NULL, JM_KIND_PHASE, "two", "Two"),
  SET ("two", JM_ATTR_DURATION, "PT30M"),
  PART ("two", JM_KIND_GOAL, "To be home"),
  ADD ("two", JM_KIND_MEASURE, "m2", "Buyers"),
  SET ("m2", JM_ATTR_VALUE, "40"),
  SET ("m2", JM_ATTR_TARGET, "60"),
  ADD ("two", JM_KIND_TOUCHPOINT, "t3", "Leaving"),
  SET ("t3", JM_ATTR_CHANNEL, "web"),
  ADD (NULL, JM_KIND_TRANSITION, "x1", "On"),
  SET ("x1", JM_ATTR_FROM, "t1"),
  SET ("x1", JM_ATTR_TO, "t3"),
};

static JmMap *
feel (JmMap      *map,
      const char *touchpoint,
      const char *persona,
      const char *value)
{
  JmItem *emotion = jm_item_new (JM_KIND_EMOTION, NULL);

  jm_item_set (emotion, JM_ATTR_PERSONA, persona);
  jm_item_set (emotion, JM_ATTR_VALUE, value);

  return change_map (map, touchpoint, append, emotion);
}

static JmMap *
fine_map (void)
{
  JmMap *map = jm_map_new (jm_item_new (JM_KIND_MAP, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (fine); i++)
    map = apply (map, &fine[i]);
  map = feel (map, "t1", "anna", "2");
  map = feel (map, "t2", "anna", "-1");
  map = feel (map, "t3", "anna", "0");

  return map;
}

#define LONG_TITLE "A title that goes on and on until the back row has long stopped reading and looks out of the window"

/* The check, the item it is to be found at, and what brings it up. */
typedef struct
{
  const char *check;
  const char *item;
  Step        steps[6];
} Case;

static const Case cases[] = {
  { "no-title", NULL, { PART (NULL, JM_KIND_TITLE, "  ") } },
  { "no-persona", NULL, { DROP (NULL, JM_KIND_PERSONA) } },
  { "persona-without-name", "anna", { PART ("anna", JM_KIND_NAME, NULL) } },
  { "persona-without-goal", "anna", { PART ("anna", JM_KIND_GOAL, NULL) } },
  { "many-personas", NULL, { ADD (NULL, JM_KIND_PERSONA, "b", "B"), ADD (NULL, JM_KIND_PERSONA, "c", "C"),
                             ADD (NULL, JM_KIND_PERSONA, "d", "D"), ADD (NULL, JM_KIND_PERSONA, "e", "E"),
                             ADD (NULL, JM_KIND_PERSONA, "f", "F"), ADD (NULL, JM_KIND_PERSONA, "g", "G") } },
  { "no-scenario", NULL, { PART (NULL, JM_KIND_SCENARIO, NULL) } },
  { "no-date", NULL, { SET (NULL, JM_ATTR_DATE, NULL) } },
  { "no-phase", NULL, { DROP (NULL, JM_KIND_PHASE) } },
  { "phase-without-title", "one", { PART ("one", JM_KIND_TITLE, NULL) } },
  { "phase-without-touchpoint", "two", { DROP ("two", JM_KIND_TOUCHPOINT) } },
  { "phase-without-goal", "one", { PART ("one", JM_KIND_GOAL, NULL) } },
  { "touchpoint-without-title", "t2", { PART ("t2", JM_KIND_TITLE, NULL) } },
  { "same-title", "t2", { PART ("t2", JM_KIND_TITLE, "entering ") } },
  { "same-title", "two", { PART ("two", JM_KIND_TITLE, "One") } },
  { "long-title", "questions", { PART ("questions", JM_KIND_TITLE, LONG_TITLE) } },
  { "touchpoint-without-feeling", "t2", { DROP ("t2", JM_KIND_EMOTION) } },
  { "persona-feelings-missing", "anna", { DROP ("t1", JM_KIND_EMOTION), DROP ("t2", JM_KIND_EMOTION) } },
  { "no-end", "t3", { DROP ("t3", JM_KIND_EMOTION) } },
  { "no-moment-of-truth", NULL, { SET ("t1", JM_ATTR_MOMENT_OF_TRUTH, NULL) } },
  { "no-evidence", NULL, { SET ("t1", JM_ATTR_EVIDENCE, NULL) } },
  { "only-assumed", NULL, { SET ("t1", JM_ATTR_EVIDENCE, "assumed") } },
  { "persona-to-nothing", "t1", { ADD ("t1", JM_KIND_THOUGHT, "q1", "Hm"), SET ("q1", JM_ATTR_PERSONA, "nobody") } },
  { "no-pain-point", NULL, { DROP ("t1", JM_KIND_PAIN_POINT) } },
  { "severe-pain-point-not-resolved", "p1", { SET ("o1", JM_ATTR_RESOLVES, NULL) } },
  { "pain-point-not-resolved", "p1", { SET ("o1", JM_ATTR_RESOLVES, NULL), SET ("p1", JM_ATTR_SEVERITY, "2") } },
  { "opportunity-without-owner", "o1", { SET ("o1", JM_ATTR_OWNER, " ") } },
  { "opportunity-not-weighed", "o1", { SET ("o1", JM_ATTR_EFFORT, NULL) } },
  { "opportunity-not-weighed", "o1", { SET ("o1", JM_ATTR_IMPACT, NULL) } },
  { "opportunity-for-nothing", "o1", { SET ("o1", JM_ATTR_RESOLVES, NULL) } },
  { "resolves-to-nothing", "o1", { SET ("o1", JM_ATTR_RESOLVES, "p1 t1 p9") } },
  { "phase-without-measure", "two", { DROP ("two", JM_KIND_MEASURE) } },
  { "measure-without-value", "m2", { SET ("m2", JM_ATTR_VALUE, NULL) } },
  { "measure-without-target", "m2", { SET ("m2", JM_ATTR_TARGET, NULL) } },
  { "measure-not-above-zero", "m2", { SET ("m2", JM_ATTR_VALUE, "0") } },
  { "measure-not-above-zero", "m1", { SET ("m1", JM_ATTR_VALUE, "-3") } },
  { "touchpoint-without-channel", "t2", { SET ("t2", JM_ATTR_CHANNEL, NULL) } },
  { "channel-unused", "shop", { ADD (NULL, JM_KIND_CHANNEL, "shop", "Shop"), SET ("shop", JM_ATTR_REACH, "offline") } },
  { "channel-in-one-phase", "shop", { ADD (NULL, JM_KIND_CHANNEL, "shop", "Shop"),
                                      SET ("shop", JM_ATTR_REACH, "offline"), SET ("t2", JM_ATTR_CHANNEL, "shop") } },
  { "channel-without-reach", "web", { SET ("web", JM_ATTR_REACH, NULL) } },
  { "channel-to-nothing", "t2", { SET ("t2", JM_ATTR_CHANNEL, "nowhere") } },
  { "channel-to-nothing", "t2", { SET ("t2", JM_ATTR_CHANNEL, "anna") } },
  { "lane-empty", "needs", { ADD (NULL, JM_KIND_LANE, "needs", "Needs"), SET ("needs", JM_ATTR_KIND, "notes") } },
  { "lane-empty", "devices", { ADD (NULL, JM_KIND_LANE, "devices", NULL), SET ("devices", JM_ATTR_KIND, "devices") } },
  { "note-without-lane", "n1", { SET ("n1", JM_ATTR_LANE, "feeling") } },
  { "blueprint-without-line", NULL, { SET (NULL, JM_ATTR_KIND, "service-blueprint") } },
  { "picture-without-words", "pic", { ADD ("t1", JM_KIND_PICTURE, "pic", "AAAA") } },
  { "day-without-clock", "one", { SET (NULL, JM_ATTR_KIND, "day-in-the-life"), SET ("two", JM_ATTR_START, "10:00") } },
  { "clock-runs-back", "two", { SET ("one", JM_ATTR_START, "10:00"), SET ("two", JM_ATTR_START, "09:59") } },
  { "time-runs-back", "t2", { SET ("t2", JM_ATTR_AT, "PT1M") } },
  { "after-its-phase", "t2", { SET ("t2", JM_ATTR_AT, "PT2H") } },
  { "lengths-apart", "two", { SET ("one", JM_ATTR_DURATION, "P100Y"), SET ("two", JM_ATTR_DURATION, "PT1M") } },
  { "transition-to-nothing", "x1", { SET ("x1", JM_ATTR_TO, "nowhere") } },
  { "transition-to-itself", "x1", { SET ("x1", JM_ATTR_TO, "t1") } },
  { "transitions-in-a-circle", "x1", { ADD (NULL, JM_KIND_TRANSITION, "x2", "Back"), SET ("x2", JM_ATTR_FROM, "t3"),
                                       SET ("x2", JM_ATTR_TO, "t1") } },
};

static const JmFinding *
find (GPtrArray  *findings,
      const char *check,
      const char *item)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const JmFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (jm_check_get_id (finding->check), check) == 0 && g_strcmp0 (finding->item_id, item) == 0)
        return finding;
    }

  return NULL;
}

static JmMap *
make_case (const Case *test)
{
  JmMap *map = fine_map ();

  for (guint i = 0; i < G_N_ELEMENTS (test->steps) && (test->steps[i].kind || test->steps[i].attr); i++)
    map = apply (map, &test->steps[i]);

  return map;
}

static void
test_nothing_to_find (void)
{
  g_autoptr(JmMap) map = fine_map ();
  g_autoptr(GPtrArray) dismissed = NULL;
  g_autoptr(GPtrArray) findings = jm_map_check (map, &dismissed);

  if (findings->len > 0)
    g_error ("found %s: %s", ((JmFinding *) findings->pdata[0])->title, ((JmFinding *) findings->pdata[0])->message);
  g_assert_cmpuint (dismissed->len, ==, 0);
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr(JmMap) map = make_case (test);
  g_autoptr(GPtrArray) findings = jm_map_check (map, NULL);
  const JmFinding *finding = find (findings, test->check, test->item);

  g_assert_nonnull (finding);
  g_assert_cmpstr (finding->message, !=, "");
  g_assert_cmpstr (finding->title, !=, "");
  g_assert_cmpstr (jm_check_get_why (finding->check), !=, "");

  /* Dismissed, it is told of elsewhere; taken back, it is there again. */
  {
    g_autoptr(JmMap) answered = jm_finding_dismiss (finding, map);
    g_autoptr(JmMap) twice = jm_finding_dismiss (finding, answered);
    g_autoptr(JmMap) back = jm_finding_restore (finding, answered);
    g_autoptr(GPtrArray) dismissed = NULL;
    g_autoptr(GPtrArray) open = jm_map_check (answered, &dismissed);

    g_assert_null (find (open, test->check, test->item));
    g_assert_nonnull (find (dismissed, test->check, test->item));
    g_assert_cmpuint (open->len + dismissed->len, ==, findings->len);
    g_assert_true (twice == answered);
    g_assert_true (jm_map_equal (back, map));
  }

  if (jm_check_get_fix_name (finding->check) != NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *focus = NULL;
      g_autoptr(JmMap) fixed = jm_finding_fix (finding, map, &focus, &error);
      g_autoptr(GPtrArray) left = NULL;

      g_assert_no_error (error);
      left = jm_map_check (fixed, NULL);
      g_assert_null (find (left, test->check, test->item));
      if (focus != NULL)
        g_assert_nonnull (jm_map_find (fixed, focus));
    }
}

/* A curve is flat when there are values and none of them is strong. */
static void
test_flat_curve (void)
{
  g_autoptr(JmMap) map = fine_map ();
  g_autoptr(GPtrArray) findings = NULL;
  const char * const touchpoints[] = { "t1", "t2", "t3" };

  for (guint i = 0; i < G_N_ELEMENTS (touchpoints); i++)
    {
      map = change_map (map, touchpoints[i], drop_kind, GUINT_TO_POINTER (JM_KIND_EMOTION));
      map = feel (map, touchpoints[i], NULL, i == 1 ? "-0.5" : "0");
    }
  findings = jm_map_check (map, NULL);

  g_assert_nonnull (find (findings, "no-peak", "anna"));
  g_assert_null (find (findings, "persona-feelings-missing", "anna"));
}

/* The second feeling of one persona at one touchpoint does not count. */
static void
test_first_feeling_counts (void)
{
  g_autoptr(JmMap) map = fine_map ();
  g_autoptr(GPtrArray) findings = NULL;

  map = change_map (map, "t2", drop_kind, GUINT_TO_POINTER (JM_KIND_EMOTION));
  map = change_map (map, "t3", drop_kind, GUINT_TO_POINTER (JM_KIND_EMOTION));
  map = feel (map, "t1", "anna", "1");
  map = feel (map, "t1", "anna", "1");
  findings = jm_map_check (map, NULL);

  g_assert_nonnull (find (findings, "persona-feelings-missing", "anna"));
}

static void
test_every_check_has_a_case (void)
{
  guint n = 0;

  for (const JmCheck *check; (check = jm_check_get_nth (n)) != NULL; n++)
    {
      const char *id = jm_check_get_id (check);
      gboolean has_case = strcmp (id, "no-peak") == 0;

      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        has_case = has_case || strcmp (cases[i].check, id) == 0;
      if (!has_case)
        g_error ("no test for the check %s", id);
      for (guint i = 0; i < n; i++)
        g_assert_cmpstr (jm_check_get_id (jm_check_get_nth (i)), !=, id);
    }

  g_assert_cmpuint (n, >=, 15);
}

static void
test_dismissed_as_a_whole (void)
{
  const Case several = { "touchpoint-without-channel", "t2", { SET ("t1", JM_ATTR_CHANNEL, NULL),
                                                               SET ("t2", JM_ATTR_CHANNEL, NULL) } };
  g_autoptr(JmMap) map = make_case (&several);
  g_autoptr(GPtrArray) before = jm_map_check (map, NULL);
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GPtrArray) dismissed = NULL;
  JmItem *answer = jm_item_new (JM_KIND_DISMISSED, NULL);

  g_assert_nonnull (find (before, "touchpoint-without-channel", "t1"));
  g_assert_nonnull (find (before, "touchpoint-without-channel", "t2"));

  jm_item_set (answer, JM_ATTR_CHECK, "touchpoint-without-channel");
  map = change_map (map, NULL, append, answer);
  after = jm_map_check (map, &dismissed);
  g_assert_null (find (after, "touchpoint-without-channel", "t1"));
  g_assert_null (find (after, "touchpoint-without-channel", "t2"));
  g_assert_cmpuint (dismissed->len, ==, 2);
}

static void
test_order_and_titles (void)
{
  const Case odd = { "phase-without-title", "two", { PART ("two", JM_KIND_TITLE, NULL), PART ("t2", JM_KIND_TITLE, NULL),
                                                     PART ("one", JM_KIND_TITLE, "First\nof all"),
                                                     PART ("one", JM_KIND_GOAL, NULL),
                                                     ADD (NULL, JM_KIND_LANE, "thoughts", NULL),
                                                     SET ("thoughts", JM_ATTR_KIND, "thoughts") } };
  g_autoptr(JmMap) map = make_case (&odd);
  g_autoptr(GPtrArray) findings = jm_map_check (map, NULL);

  g_assert_cmpstr (find (findings, "phase-without-title", "two")->title, ==, "Phase 2");
  g_assert_cmpstr (find (findings, "touchpoint-without-title", "t2")->title, ==, "Touchpoint 2");
  g_assert_cmpstr (find (findings, "phase-without-goal", "one")->title, ==, "First of all");
  g_assert_cmpstr (find (findings, "lane-empty", "thoughts")->title, ==, "Thoughts");

  for (guint i = 1; i < findings->len; i++)
    g_assert_cmpint (jm_check_get_level (((JmFinding *) findings->pdata[i - 1])->check), <=,
                     jm_check_get_level (((JmFinding *) findings->pdata[i])->check));
}

/* A loop back is meant so; a map without an emotion lane asks for no feelings; a fix of what has gone says so. */
static void
test_what_is_meant_so (void)
{
  const Case loop = { "x", NULL, { ADD (NULL, JM_KIND_TRANSITION, "x2", "Back"), SET ("x2", JM_ATTR_FROM, "t3"),
                                   SET ("x2", JM_ATTR_TO, "t1"), SET ("x2", JM_ATTR_KIND, "feedback"),
                                   SET ("feeling", JM_ATTR_KIND, "line"), DROP ("t2", JM_KIND_EMOTION) } };
  /* A share in per cent is no count: nothing goes on from it to the next. */
  const Case share = { "x", NULL, { SET ("m2", JM_ATTR_VALUE, "0"), SET ("m2", JM_ATTR_UNIT, "%") } };
  const Case unresolved = { "severe-pain-point-not-resolved", "p1", { SET ("o1", JM_ATTR_RESOLVES, NULL) } };
  g_autoptr(JmMap) looped = make_case (&loop);
  g_autoptr(JmMap) shared = make_case (&share);
  g_autoptr(JmMap) map = make_case (&unresolved);
  g_autoptr(JmMap) without = change_map (jm_map_ref (map), "t1", drop_kind, GUINT_TO_POINTER (JM_KIND_PAIN_POINT));
  g_autoptr(GPtrArray) meant = jm_map_check (looped, NULL);
  g_autoptr(GPtrArray) of_share = jm_map_check (shared, NULL);
  g_autoptr(GPtrArray) findings = jm_map_check (map, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (find (of_share, "measure-not-above-zero", "m2"));
  g_assert_null (find (meant, "transitions-in-a-circle", "x1"));
  g_assert_null (find (meant, "touchpoint-without-feeling", "t2"));

  g_assert_null (jm_finding_fix (find (findings, "severe-pain-point-not-resolved", "p1"), without, NULL, &error));
  g_assert_error (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM);
}

/* What is to come has not been observed, and nothing in it has to hurt. */
static void
test_future (void)
{
  const Case future = { "x", NULL, { SET (NULL, JM_ATTR_KIND, "future-state"), SET ("t1", JM_ATTR_EVIDENCE, NULL),
                                     SET ("o1", JM_ATTR_RESOLVES, NULL), DROP ("t1", JM_KIND_PAIN_POINT) } };
  g_autoptr(JmMap) map = make_case (&future);
  g_autoptr(GPtrArray) findings = jm_map_check (map, NULL);

  g_assert_null (find (findings, "no-evidence", NULL));
  g_assert_null (find (findings, "no-pain-point", NULL));
  g_assert_nonnull (find (findings, "opportunity-for-nothing", "o1"));
}

/* What only begins or ends in a circle is not part of it. */
static void
test_circle (void)
{
  const char * const ends[][2] = { { "t1", "t2" }, { "t2", "t3" }, { "t3", "t2" }, { "t3", "one" } };
  g_autoptr(JmMap) map = fine_map ();
  g_autoptr(GPtrArray) findings = NULL;

  map = change_map (map, NULL, drop_kind, GUINT_TO_POINTER (JM_KIND_TRANSITION));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *id = g_strdup_printf ("x%u", i);
      JmItem *transition = jm_item_new (JM_KIND_TRANSITION, id);

      jm_item_set (transition, JM_ATTR_FROM, ends[i][0]);
      jm_item_set (transition, JM_ATTR_TO, ends[i][1]);
      map = change_map (map, NULL, append, transition);
    }
  findings = jm_map_check (map, NULL);

  g_assert_nonnull (find (findings, "transitions-in-a-circle", "x1"));
  g_assert_true (g_str_has_prefix (find (findings, "transitions-in-a-circle", "x1")->message, "2 "));
}

/* Whatever the titles are, a finding is told on one line. */
static void
test_one_line (void)
{
  g_autoptr(JmMap) map = jm_map_new_empty ("en");
  g_autoptr(GPtrArray) findings = NULL;
  g_autofree char *long_id = NULL;
  g_autofree char *short_id = NULL;
  gboolean found = FALSE;

  sample_take (&map, jm_map_add (map, JM_KIND_PHASE, NULL, -1, "Two\nlines", &long_id, NULL));
  sample_take (&map, jm_map_add (map, JM_KIND_PHASE, NULL, -1, "Short", &short_id, NULL));
  sample_take (&map, jm_map_set (map, long_id, JM_ATTR_DURATION, "P100Y", NULL));
  sample_take (&map, jm_map_set (map, short_id, JM_ATTR_DURATION, "PT1M", NULL));

  findings = jm_map_check (map, NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      const JmFinding *finding = g_ptr_array_index (findings, i);

      g_assert_null (strchr (finding->title, '\n'));
      g_assert_null (strchr (finding->message, '\n'));
      found = found || strstr (finding->message, "“Two lines”") != NULL;
    }
  g_assert_true (found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/check/a-map-in-which-nothing-is-to-be-found", test_nothing_to_find);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/check/%s/%u", cases[i].check, i);

      g_test_add_data_func (name, &cases[i], test_case);
    }
  g_test_add_func ("/check/no-peak", test_flat_curve);
  g_test_add_func ("/check/the-first-feeling-counts", test_first_feeling_counts);
  g_test_add_func ("/check/every-check-has-a-case", test_every_check_has_a_case);
  g_test_add_func ("/check/dismissed-as-a-whole", test_dismissed_as_a_whole);
  g_test_add_func ("/check/order-and-titles", test_order_and_titles);
  g_test_add_func ("/check/what-is-meant-so-is-not-found", test_what_is_meant_so);
  g_test_add_func ("/check/a-future-map-was-not-observed", test_future);
  g_test_add_func ("/check/only-a-circle-is-a-circle", test_circle);
  g_test_add_func ("/check/told-on-one-line", test_one_line);

  return g_test_run ();
}
