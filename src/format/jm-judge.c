/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table "Where doubt could arise" of the format, as far as it concerns single values. */

#include "config.h"

#include "jm-judge.h"

#include <glib/gi18n.h>

/**
 * jm_judgement_clear:
 * @judgement: a judgement
 *
 * Frees what @judgement holds.
 */
void
jm_judgement_clear (JmJudgement *judgement)
{
  g_clear_pointer (&judgement->message, g_free);
  g_clear_pointer (&judgement->value, g_free);
}

/**
 * jm_shorten:
 * @text: text of a file
 *
 * Makes text fit for a message: at most 60 characters, on one line.
 *
 * Returns: (transfer full): the text, with an ellipsis where something was left out
 */
char *
jm_shorten (const char *text)
{
  g_autofree char *start = NULL;
  char *shown;

  if (g_utf8_strlen (text, -1) > 60)
    {
      start = g_utf8_substring (text, 0, 59);
      shown = g_strconcat (start, "…", NULL);
    }
  else
    {
      shown = g_strdup (text);
    }

  return g_strdelimit (shown, "\r\n\t", ' ');
}

/* What may stand there, as the end of a sentence. */
static char *
describe (const JmAttrRule *attr)
{
  switch (attr->type)
    {
    case JM_VALUE_CHOICE:
      {
        g_autofree char *words = g_strjoinv (", ", (char **) attr->choices);

        /* Translators: what an attribute may be; %s is a list of words of the file format. */
        return g_strdup_printf (_("one of: %s"), words);
      }

    case JM_VALUE_BOOLEAN:
      return g_strdup (_("true or false"));

    case JM_VALUE_INTEGER:
      /* Translators: what an attribute may be. */
      return g_strdup_printf (_("a whole number from %.0f to %.0f"), attr->minimum, attr->maximum);

    case JM_VALUE_NUMBER:
      if (attr->minimum > -G_MAXDOUBLE)
        return g_strdup_printf (_("a number from %.0f to %.0f"), attr->minimum, attr->maximum);
      return g_strdup (_("a number such as 12.5"));

    case JM_VALUE_COLOR:
      {
        g_autofree char *names = g_strjoinv (", ", (char **) jm_palette_names);

        /* Translators: what an attribute may be; %s is a list of colour names of the file format. */
        return g_strdup_printf (_("%s, or a colour such as #3a86ff"), names);
      }

    case JM_VALUE_DURATION:
      return g_strdup (_("a duration such as PT1H30M, PT45M or P3D"));

    case JM_VALUE_DATE:
      return g_strdup (_("a date such as 2026-11-21"));

    case JM_VALUE_CLOCK:
      return g_strdup (_("a time such as 09:30"));

    case JM_VALUE_TEXT:
    case JM_VALUE_ID:
    case JM_VALUE_REFERENCE:
    case JM_VALUE_REFERENCES:
    case JM_VALUE_VERSION:
    default:
      return g_strdup (_("text"));
    }
}

/* A kind of map or of lane decides how everything else is to be understood. */
static gboolean
is_decisive (const JmKindRule *rule,
             const JmAttrRule *attr)
{
  return attr->attr == JM_ATTR_KIND && attr->type == JM_VALUE_CHOICE;
}

/**
 * jm_judge_value:
 * @judgement: (out): the judgement
 * @rule: whose attribute
 * @attr: which attribute; not an id, not the version
 * @value: its value in the file
 * @newer: whether the file is of a later version than 1.0
 *
 * Judges a value. In a later version a word that we do not know is kept, for it may be right there.
 */
void
jm_judge_value (JmJudgement      *judgement,
                const JmKindRule *rule,
                const JmAttrRule *attr,
                const char       *value,
                gboolean          newer)
{
  const char *name = jm_attr_get_name (attr->attr);
  g_autofree char *shown = NULL;
  g_autofree char *allowed = NULL;

  *judgement = (JmJudgement) { JM_NOTICE_REMARK, NULL, NULL };

  /* Where a reference leads is looked at when everything has been read. One that says nothing is none. */
  if (attr->type == JM_VALUE_REFERENCE || attr->type == JM_VALUE_REFERENCES)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (value));

      judgement->value = *stripped != '\0' ? g_strdup (value) : NULL;
      return;
    }

  if (jm_value_is_valid (attr, value))
    {
      judgement->value = g_strdup (value);
      return;
    }

  shown = jm_shorten (value);
  allowed = describe (attr);

  if (attr->type == JM_VALUE_CHOICE && newer)
    {
      judgement->value = g_strdup (value);
      if (is_decisive (rule, attr))
        /* Translators: “%s” is the kind of a lane or a map, as it stands in the file. */
        judgement->message = g_strdup_printf (_("The kind “%s” is not known to this version of the program. It is kept, and "
                                                "not drawn. Nothing needs to be done."),
                                              shown);
      else
        /* Translators: the first %s is the name of an attribute, the second its value. */
        judgement->message = g_strdup_printf (_("%s=\"%s\" is not known to this version of the program. It is kept. "
                                                "Nothing needs to be done."),
                                              name, shown);
      return;
    }

  if (is_decisive (rule, attr))
    {
      judgement->level = JM_NOTICE_REFUSED;
      judgement->message = rule->kind == JM_KIND_LANE
        /* Translators: the first “%s” is what stands in the file, the second %s says what may stand there. */
        ? g_strdup_printf (_("A lane cannot be of the kind “%s”. Write %s."), shown, allowed)
        : g_strdup_printf (_("A map cannot be of the kind “%s”. Write %s."), shown, allowed);
      return;
    }

  judgement->level = JM_NOTICE_ODD;
  judgement->value = jm_value_nearest (attr, value);
  if (judgement->value != NULL)
    /* Translators: the name and value of an attribute, what is used instead, and what may stand there. */
    judgement->message = g_strdup_printf (_("%s=\"%s\" cannot be; “%s” is used instead. Write %s."),
                                          name, shown, judgement->value, allowed);
  else
    /* Translators: the name and value of an attribute, and what may stand there. */
    judgement->message = g_strdup_printf (_("%s=\"%s\" cannot be, and is left out. Write %s."), name, shown, allowed);
}

/**
 * jm_judge_absence:
 * @judgement: (out): the judgement
 * @rule: whose attribute
 * @attr: an attribute that must be there and is not; not an id, not the version
 * @newer: whether the file is of a later version than 1.0
 *
 * Judges that an attribute is missing.
 */
void
jm_judge_absence (JmJudgement      *judgement,
                  const JmKindRule *rule,
                  const JmAttrRule *attr,
                  gboolean          newer)
{
  const char *name = jm_attr_get_name (attr->attr);
  g_autofree char *allowed = describe (attr);

  *judgement = (JmJudgement) { JM_NOTICE_REMARK, NULL, g_strdup (attr->fallback) };

  if (attr->fallback != NULL)
    {
      /* A map that does not say of which kind it is means what most maps are. */
      judgement->level = is_decisive (rule, attr) ? JM_NOTICE_REMARK : JM_NOTICE_ODD;
      /* Translators: the name of an element, the name of an attribute, and a value. */
      judgement->message = g_strdup_printf (_("<%s> has no “%s”; “%s” is used. Write it there."),
                                            rule->element, name, attr->fallback);
    }
  else if (is_decisive (rule, attr) && !newer)
    {
      judgement->level = JM_NOTICE_REFUSED;
      judgement->message = g_strdup_printf (_("This lane does not say of which kind it is. Write kind=\"…\" with %s."),
                                            allowed);
    }
  else
    {
      judgement->message = g_strdup_printf (_("<%s> has no “%s”, and says little without it. Write it there."),
                                            rule->element, name);
    }
}
