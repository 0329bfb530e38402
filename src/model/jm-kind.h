/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The vocabulary of a journey map: kinds of items, their attributes, and the one table that says what belongs where. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every kind of item. Those from JM_KIND_FOREIGN on are kept as found and never drawn. */
typedef enum
{
  JM_KIND_NONE,
  JM_KIND_MAP,
  JM_KIND_TITLE,
  JM_KIND_SCENARIO,
  JM_KIND_PERSONA,
  JM_KIND_NAME,
  JM_KIND_QUOTE,
  JM_KIND_DESCRIPTION,
  JM_KIND_GOAL,
  JM_KIND_CHANNEL,
  JM_KIND_LANE,
  JM_KIND_PHASE,
  JM_KIND_MEASURE,
  JM_KIND_NOTE,
  JM_KIND_TOUCHPOINT,
  JM_KIND_EMOTION,
  JM_KIND_PAIN_POINT,
  JM_KIND_OPPORTUNITY,
  JM_KIND_THOUGHT,
  JM_KIND_PICTURE,
  JM_KIND_REFERENCE,
  JM_KIND_TRANSITION,
  JM_KIND_HINT,
  JM_KIND_DISMISSED,

  JM_KIND_FOREIGN,      /* an element that we do not know */
  JM_KIND_COMMENT,
  JM_KIND_INSTRUCTION,  /* a processing instruction */
  JM_KIND_TEXT,         /* loose text between elements */
  JM_N_KINDS
} JmKind;

/* Every attribute that the format knows. */
typedef enum
{
  JM_ATTR_NONE,
  JM_ATTR_ID,
  JM_ATTR_VERSION,
  JM_ATTR_LANG,
  JM_ATTR_KIND,
  JM_ATTR_DATE,
  JM_ATTR_AXIS,
  JM_ATTR_COLOR,
  JM_ATTR_REACH,
  JM_ATTR_ICON,
  JM_ATTR_HIDDEN,
  JM_ATTR_DURATION,
  JM_ATTR_START,
  JM_ATTR_WIDTH,
  JM_ATTR_VALUE,
  JM_ATTR_TARGET,
  JM_ATTR_UNIT,
  JM_ATTR_CHAIN,
  JM_ATTR_LANE,
  JM_ATTR_CHANNEL,
  JM_ATTR_DEVICE,
  JM_ATTR_AT,
  JM_ATTR_MOMENT_OF_TRUTH,
  JM_ATTR_EVIDENCE,
  JM_ATTR_OWNER,
  JM_ATTR_PERSONA,
  JM_ATTR_SEVERITY,
  JM_ATTR_VOTES,
  JM_ATTR_RESOLVES,
  JM_ATTR_EFFORT,
  JM_ATTR_IMPACT,
  JM_ATTR_MEDIA_TYPE,
  JM_ATTR_ALT,
  JM_ATTR_HREF,
  JM_ATTR_FROM,
  JM_ATTR_TO,
  JM_ATTR_CHECK,
  JM_ATTR_ITEM,
  JM_N_ATTRS
} JmAttr;

/* What the value of an attribute may be. */
typedef enum
{
  JM_VALUE_TEXT,       /* any text */
  JM_VALUE_ID,         /* an NCName, unique in the map */
  JM_VALUE_REFERENCE,  /* the id of an item of JmAttrRule.refers_to, or of any when that is JM_KIND_NONE */
  JM_VALUE_REFERENCES, /* ids, separated by blanks */
  JM_VALUE_CHOICE,     /* one word of JmAttrRule.choices */
  JM_VALUE_BOOLEAN,    /* true, false */
  JM_VALUE_INTEGER,    /* a whole number from minimum to maximum */
  JM_VALUE_NUMBER,     /* a decimal number from minimum to maximum */
  JM_VALUE_COLOR,      /* a palette name or #rrggbb */
  JM_VALUE_DURATION,   /* ISO 8601, whole numbers, a fraction only in seconds */
  JM_VALUE_DATE,       /* YYYY-MM-DD */
  JM_VALUE_CLOCK,      /* HH:MM */
  JM_VALUE_VERSION     /* MAJOR.MINOR */
} JmValueType;

/* One attribute of one kind of item; the order of rules in a JmKindRule is the order in the file. */
typedef struct
{
  JmAttr              attr;
  JmValueType         type;
  const char         *fallback;   /* the default, left out when written; NULL: absent means not said */
  double              minimum;
  double              maximum;
  const char * const *choices;    /* NULL-terminated, for JM_VALUE_CHOICE */
  JmKind              refers_to;
  gboolean            required;   /* always written, also when it is the default */
} JmAttrRule;

/* What one kind of item is made of. */
typedef struct
{
  JmKind            kind;
  const char       *element;      /* its name in the file; NULL for what is kept as found */
  gboolean          has_text;     /* its content is text, not elements */
  gboolean          has_id;
  const JmAttrRule *attrs;        /* n_attrs of them, in the order of the file */
  guint             n_attrs;
  const JmKind     *children;     /* n_children of them, in the order of the schema */
  guint             n_children;
} JmKindRule;

const JmKindRule *jm_kind_get_rule      (JmKind      kind);
JmKind            jm_kind_from_element  (const char *element);
gboolean          jm_kind_may_contain   (JmKind      parent,
                                         JmKind      child);
guint             jm_kind_child_order   (JmKind      parent,
                                         JmKind      child);
const JmAttrRule *jm_kind_get_attr_rule (JmKind      kind,
                                         JmAttr      attr);

const char       *jm_attr_get_name      (JmAttr      attr);
JmAttr            jm_attr_from_name     (const char *name);

/* Values */
gboolean          jm_value_is_valid     (const JmAttrRule *rule,
                                         const char       *value);
char             *jm_value_nearest      (const JmAttrRule *rule,
                                         const char       *value);
gboolean          jm_id_is_valid        (const char       *id);
gboolean          jm_duration_parse     (const char       *text,
                                         double           *seconds);
char             *jm_duration_format    (double            seconds);
char             *jm_number_format      (double            number);
gboolean          jm_number_parse       (const char       *text,
                                         double           *number);

/* The palette of the format, in its order, NULL-terminated: blue, teal, green, amber, orange, pink, purple, slate. */
extern const char * const jm_palette_names[];

G_END_DECLS
