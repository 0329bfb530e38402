/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of the format: what each kind of item is called, which attributes it has and what it may contain. */
#include "jm-kind.h"

#include <string.h>

const char * const jm_palette_names[] = {
  "blue", "teal", "green", "amber", "orange", "pink", "purple", "slate", NULL
};

static const char * const map_kinds[] = {
  "current-state", "future-state", "day-in-the-life", "service-blueprint", NULL
};
static const char * const axes[] = { "equal", "time", NULL };
static const char * const reaches[] = { "online", "offline", "both", NULL };
static const char * const lane_kinds[] = {
  "touchpoints", "channels", "devices", "emotion", "pain-points", "thoughts", "opportunities", "measures",
  "pictures", "notes", "line", NULL
};
static const char * const evidences[] = { "assumed", "observed", "measured", NULL };

#define ANY_NUMBER .minimum = -G_MAXDOUBLE, .maximum = G_MAXDOUBLE
/* More votes than there are people in any room, and well inside an int. */
#define COUNT      .minimum = 0, .maximum = 1000000
#define ONE_TO_THREE .minimum = 1, .maximum = 3

static const JmAttrRule map_attrs[] = {
  { JM_ATTR_VERSION, JM_VALUE_VERSION, "1.0", .required = TRUE },
  { JM_ATTR_LANG, JM_VALUE_TEXT },
  { JM_ATTR_KIND, JM_VALUE_CHOICE, "current-state", .choices = map_kinds, .required = TRUE },
  { JM_ATTR_DATE, JM_VALUE_DATE },
  { JM_ATTR_AXIS, JM_VALUE_CHOICE, "equal", .choices = axes },
};
static const JmKind map_children[] = {
  JM_KIND_TITLE, JM_KIND_SCENARIO, JM_KIND_PERSONA, JM_KIND_CHANNEL, JM_KIND_LANE, JM_KIND_PHASE,
  JM_KIND_TRANSITION, JM_KIND_DISMISSED
};

static const JmAttrRule persona_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_COLOR, JM_VALUE_COLOR },
  { JM_ATTR_HIDDEN, JM_VALUE_BOOLEAN, "false" },
};
static const JmKind persona_children[] = {
  JM_KIND_NAME, JM_KIND_QUOTE, JM_KIND_DESCRIPTION, JM_KIND_GOAL, JM_KIND_PICTURE
};

static const JmAttrRule channel_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_REACH, JM_VALUE_CHOICE, .choices = reaches },
  { JM_ATTR_ICON, JM_VALUE_TEXT },
};
static const JmKind channel_children[] = { JM_KIND_TITLE };

static const JmAttrRule lane_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_KIND, JM_VALUE_CHOICE, .choices = lane_kinds, .required = TRUE },
  { JM_ATTR_HIDDEN, JM_VALUE_BOOLEAN, "false" },
};
static const JmKind lane_children[] = { JM_KIND_TITLE };

static const JmAttrRule phase_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_COLOR, JM_VALUE_COLOR },
  { JM_ATTR_DURATION, JM_VALUE_DURATION },
  { JM_ATTR_START, JM_VALUE_CLOCK },
  { JM_ATTR_WIDTH, JM_VALUE_NUMBER, .minimum = 0, .maximum = 100000 },
};
static const JmKind phase_children[] = {
  JM_KIND_TITLE, JM_KIND_GOAL, JM_KIND_MEASURE, JM_KIND_NOTE, JM_KIND_HINT, JM_KIND_TOUCHPOINT
};

static const JmAttrRule measure_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_VALUE, JM_VALUE_NUMBER, ANY_NUMBER },
  { JM_ATTR_TARGET, JM_VALUE_NUMBER, ANY_NUMBER },
  { JM_ATTR_UNIT, JM_VALUE_TEXT },
  { JM_ATTR_CHAIN, JM_VALUE_TEXT },
};

static const JmAttrRule note_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_LANE, JM_VALUE_REFERENCE, .refers_to = JM_KIND_LANE },
};

static const JmAttrRule touchpoint_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_CHANNEL, JM_VALUE_REFERENCE, .refers_to = JM_KIND_CHANNEL },
  { JM_ATTR_DEVICE, JM_VALUE_TEXT, "none" },
  { JM_ATTR_AT, JM_VALUE_DURATION },
  { JM_ATTR_MOMENT_OF_TRUTH, JM_VALUE_BOOLEAN, "false" },
  { JM_ATTR_EVIDENCE, JM_VALUE_CHOICE, .choices = evidences },
  { JM_ATTR_OWNER, JM_VALUE_TEXT },
  { JM_ATTR_ICON, JM_VALUE_TEXT },
};
static const JmKind touchpoint_children[] = {
  JM_KIND_TITLE, JM_KIND_DESCRIPTION, JM_KIND_EMOTION, JM_KIND_PAIN_POINT, JM_KIND_OPPORTUNITY, JM_KIND_THOUGHT,
  JM_KIND_NOTE, JM_KIND_PICTURE, JM_KIND_REFERENCE, JM_KIND_HINT
};

static const JmAttrRule emotion_attrs[] = {
  { JM_ATTR_PERSONA, JM_VALUE_REFERENCE, .refers_to = JM_KIND_PERSONA },
  { JM_ATTR_VALUE, JM_VALUE_NUMBER, "0", .minimum = -2, .maximum = 2, .required = TRUE },
};

static const JmAttrRule pain_point_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_SEVERITY, JM_VALUE_INTEGER, "1", ONE_TO_THREE },
  { JM_ATTR_VOTES, JM_VALUE_INTEGER, "0", COUNT },
  { JM_ATTR_OWNER, JM_VALUE_TEXT },
};

static const JmAttrRule opportunity_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_RESOLVES, JM_VALUE_REFERENCES, .refers_to = JM_KIND_PAIN_POINT },
  { JM_ATTR_VOTES, JM_VALUE_INTEGER, "0", COUNT },
  { JM_ATTR_OWNER, JM_VALUE_TEXT },
  { JM_ATTR_EFFORT, JM_VALUE_INTEGER, ONE_TO_THREE },
  { JM_ATTR_IMPACT, JM_VALUE_INTEGER, ONE_TO_THREE },
};

static const JmAttrRule thought_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_PERSONA, JM_VALUE_REFERENCE, .refers_to = JM_KIND_PERSONA },
};

static const JmAttrRule picture_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_MEDIA_TYPE, JM_VALUE_TEXT, .required = TRUE },
  { JM_ATTR_ALT, JM_VALUE_TEXT },
};

static const JmAttrRule reference_attrs[] = {
  { JM_ATTR_HREF, JM_VALUE_TEXT, .required = TRUE },
};

/* Feedback may run from phase to phase as well as from touchpoint to touchpoint. */
static const JmAttrRule transition_attrs[] = {
  { JM_ATTR_ID, JM_VALUE_ID, .required = TRUE },
  { JM_ATTR_FROM, JM_VALUE_REFERENCE, .required = TRUE },
  { JM_ATTR_TO, JM_VALUE_REFERENCE, .required = TRUE },
  { JM_ATTR_KIND, JM_VALUE_TEXT },
};

static const JmAttrRule hint_attrs[] = {
  { JM_ATTR_LANE, JM_VALUE_REFERENCE, .refers_to = JM_KIND_LANE, .required = TRUE },
};

static const JmAttrRule dismissed_attrs[] = {
  { JM_ATTR_CHECK, JM_VALUE_TEXT, .required = TRUE },
  { JM_ATTR_ITEM, JM_VALUE_REFERENCE },
};

#define ATTRS(a)    .attrs = (a), .n_attrs = G_N_ELEMENTS (a)
#define CHILDREN(c) .children = (c), .n_children = G_N_ELEMENTS (c)

static const JmKindRule kind_rules[JM_N_KINDS] = {
  [JM_KIND_NONE] = { JM_KIND_NONE },
  [JM_KIND_MAP] = { JM_KIND_MAP, "journey-map", ATTRS (map_attrs), CHILDREN (map_children) },
  [JM_KIND_TITLE] = { JM_KIND_TITLE, "title", .has_text = TRUE },
  [JM_KIND_SCENARIO] = { JM_KIND_SCENARIO, "scenario", .has_text = TRUE },
  [JM_KIND_PERSONA] = { JM_KIND_PERSONA, "persona", .has_id = TRUE, ATTRS (persona_attrs), CHILDREN (persona_children) },
  [JM_KIND_NAME] = { JM_KIND_NAME, "name", .has_text = TRUE },
  [JM_KIND_QUOTE] = { JM_KIND_QUOTE, "quote", .has_text = TRUE },
  [JM_KIND_DESCRIPTION] = { JM_KIND_DESCRIPTION, "description", .has_text = TRUE },
  [JM_KIND_GOAL] = { JM_KIND_GOAL, "goal", .has_text = TRUE },
  [JM_KIND_CHANNEL] = { JM_KIND_CHANNEL, "channel", .has_id = TRUE, ATTRS (channel_attrs), CHILDREN (channel_children) },
  [JM_KIND_LANE] = { JM_KIND_LANE, "lane", .has_id = TRUE, ATTRS (lane_attrs), CHILDREN (lane_children) },
  [JM_KIND_PHASE] = { JM_KIND_PHASE, "phase", .has_id = TRUE, ATTRS (phase_attrs), CHILDREN (phase_children) },
  [JM_KIND_MEASURE] = { JM_KIND_MEASURE, "measure", .has_text = TRUE, .has_id = TRUE, ATTRS (measure_attrs) },
  [JM_KIND_NOTE] = { JM_KIND_NOTE, "note", .has_text = TRUE, .has_id = TRUE, ATTRS (note_attrs) },
  [JM_KIND_TOUCHPOINT] = { JM_KIND_TOUCHPOINT, "touchpoint", .has_id = TRUE, ATTRS (touchpoint_attrs),
                           CHILDREN (touchpoint_children) },
  [JM_KIND_EMOTION] = { JM_KIND_EMOTION, "emotion", .has_text = TRUE, ATTRS (emotion_attrs) },
  [JM_KIND_PAIN_POINT] = { JM_KIND_PAIN_POINT, "pain-point", .has_text = TRUE, .has_id = TRUE, ATTRS (pain_point_attrs) },
  [JM_KIND_OPPORTUNITY] = { JM_KIND_OPPORTUNITY, "opportunity", .has_text = TRUE, .has_id = TRUE,
                            ATTRS (opportunity_attrs) },
  [JM_KIND_THOUGHT] = { JM_KIND_THOUGHT, "thought", .has_text = TRUE, .has_id = TRUE, ATTRS (thought_attrs) },
  [JM_KIND_PICTURE] = { JM_KIND_PICTURE, "picture", .has_text = TRUE, .has_id = TRUE, ATTRS (picture_attrs) },
  [JM_KIND_REFERENCE] = { JM_KIND_REFERENCE, "reference", .has_text = TRUE, ATTRS (reference_attrs) },
  [JM_KIND_TRANSITION] = { JM_KIND_TRANSITION, "transition", .has_text = TRUE, .has_id = TRUE, ATTRS (transition_attrs) },
  [JM_KIND_HINT] = { JM_KIND_HINT, "hint", .has_text = TRUE, ATTRS (hint_attrs) },
  [JM_KIND_DISMISSED] = { JM_KIND_DISMISSED, "dismissed", ATTRS (dismissed_attrs) },
  [JM_KIND_FOREIGN] = { JM_KIND_FOREIGN },
  [JM_KIND_COMMENT] = { JM_KIND_COMMENT, .has_text = TRUE },
  [JM_KIND_INSTRUCTION] = { JM_KIND_INSTRUCTION, .has_text = TRUE },
  [JM_KIND_TEXT] = { JM_KIND_TEXT, .has_text = TRUE },
};

static const char * const attr_names[JM_N_ATTRS] = {
  [JM_ATTR_ID] = "id",
  [JM_ATTR_VERSION] = "version",
  [JM_ATTR_LANG] = "xml:lang",
  [JM_ATTR_KIND] = "kind",
  [JM_ATTR_DATE] = "date",
  [JM_ATTR_AXIS] = "axis",
  [JM_ATTR_COLOR] = "color",
  [JM_ATTR_REACH] = "reach",
  [JM_ATTR_ICON] = "icon",
  [JM_ATTR_HIDDEN] = "hidden",
  [JM_ATTR_DURATION] = "duration",
  [JM_ATTR_START] = "start",
  [JM_ATTR_WIDTH] = "width",
  [JM_ATTR_VALUE] = "value",
  [JM_ATTR_TARGET] = "target",
  [JM_ATTR_UNIT] = "unit",
  [JM_ATTR_CHAIN] = "chain",
  [JM_ATTR_LANE] = "lane",
  [JM_ATTR_CHANNEL] = "channel",
  [JM_ATTR_DEVICE] = "device",
  [JM_ATTR_AT] = "at",
  [JM_ATTR_MOMENT_OF_TRUTH] = "moment-of-truth",
  [JM_ATTR_EVIDENCE] = "evidence",
  [JM_ATTR_OWNER] = "owner",
  [JM_ATTR_PERSONA] = "persona",
  [JM_ATTR_SEVERITY] = "severity",
  [JM_ATTR_VOTES] = "votes",
  [JM_ATTR_RESOLVES] = "resolves",
  [JM_ATTR_EFFORT] = "effort",
  [JM_ATTR_IMPACT] = "impact",
  [JM_ATTR_MEDIA_TYPE] = "media-type",
  [JM_ATTR_ALT] = "alt",
  [JM_ATTR_HREF] = "href",
  [JM_ATTR_FROM] = "from",
  [JM_ATTR_TO] = "to",
  [JM_ATTR_CHECK] = "check",
  [JM_ATTR_ITEM] = "item",
};

/**
 * jm_kind_get_rule:
 * @kind: a kind
 *
 * What an item of @kind is made of. %JM_KIND_NONE and %JM_KIND_FOREIGN have a rule that allows nothing.
 *
 * Returns: (transfer none): its rule in the table of the format
 */
const JmKindRule *
jm_kind_get_rule (JmKind kind)
{
  g_return_val_if_fail ((guint) kind < JM_N_KINDS, &kind_rules[JM_KIND_NONE]);

  return &kind_rules[kind];
}

/**
 * jm_kind_from_element:
 * @element: the name of an element of our namespace, without prefix
 *
 * Returns: the kind of that name, %JM_KIND_NONE if we do not know it
 */
JmKind
jm_kind_from_element (const char *element)
{
  g_return_val_if_fail (element != NULL, JM_KIND_NONE);

  for (guint kind = JM_KIND_MAP; kind < JM_KIND_FOREIGN; kind++)
    {
      const char *name = kind_rules[kind].element;

      if (name[0] == element[0] && strcmp (name, element) == 0)
        return kind;
    }

  return JM_KIND_NONE;
}

/**
 * jm_kind_may_contain:
 * @parent: a kind
 * @child: a kind
 *
 * Whether the format has a place for @child directly in @parent. What is kept as found may stand anywhere, but for
 * loose text in what has a text of its own.
 *
 * Returns: %TRUE if it may
 */
gboolean
jm_kind_may_contain (JmKind parent,
                     JmKind child)
{
  g_return_val_if_fail ((guint) parent < JM_N_KINDS && (guint) child < JM_N_KINDS, FALSE);

  if (child >= JM_KIND_FOREIGN)
    {
      if (parent == JM_KIND_NONE || parent > JM_KIND_FOREIGN)
        return FALSE;

      return child != JM_KIND_TEXT || !kind_rules[parent].has_text;
    }

  return jm_kind_child_order (parent, child) != G_MAXUINT;
}

/**
 * jm_kind_child_order:
 * @parent: a kind
 * @child: a kind
 *
 * The place of @child in the schema's order of the children of @parent.
 *
 * Returns: 0 for the first, %G_MAXUINT if it has no place there
 */
guint
jm_kind_child_order (JmKind parent,
                     JmKind child)
{
  const JmKindRule *rule = jm_kind_get_rule (parent);

  for (guint i = 0; i < rule->n_children; i++)
    if (rule->children[i] == child)
      return i;

  return G_MAXUINT;
}

/**
 * jm_kind_get_attr_rule:
 * @kind: a kind
 * @attr: an attribute
 *
 * Returns: (transfer none) (nullable): what @attr may be on an item of @kind, %NULL if it has no place there
 */
const JmAttrRule *
jm_kind_get_attr_rule (JmKind kind,
                       JmAttr attr)
{
  const JmKindRule *rule = jm_kind_get_rule (kind);

  for (guint i = 0; i < rule->n_attrs; i++)
    if (rule->attrs[i].attr == attr)
      return &rule->attrs[i];

  return NULL;
}

/**
 * jm_attr_get_name:
 * @attr: an attribute
 *
 * Returns: (transfer none): its name in the file; that of %JM_ATTR_LANG is `xml:lang`
 */
const char *
jm_attr_get_name (JmAttr attr)
{
  g_return_val_if_fail (attr > JM_ATTR_NONE && attr < JM_N_ATTRS, NULL);

  return attr_names[attr];
}

/**
 * jm_attr_from_name:
 * @name: the name of an attribute without a namespace, or `xml:lang`
 *
 * Returns: the attribute of that name, %JM_ATTR_NONE if we do not know it
 */
JmAttr
jm_attr_from_name (const char *name)
{
  g_return_val_if_fail (name != NULL, JM_ATTR_NONE);

  for (guint attr = JM_ATTR_ID; attr < JM_N_ATTRS; attr++)
    if (attr_names[attr][0] == name[0] && strcmp (attr_names[attr], name) == 0)
      return attr;

  return JM_ATTR_NONE;
}
