/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-speech.h"

#include "jm-commands-private.h"

#include "model/jm-names.h"
#include "scene/jm-words.h"

#include "config.h"

#include <glib/gi18n.h>

/**
 * jm_speech_for_feeling:
 * @value: a feeling from -2 to 2
 *
 * Returns: (transfer none): the feeling in words, such as "very bad"
 */
const char *
jm_speech_for_feeling (double value)
{
  if (value < -1.25)
    return C_("feeling", "very bad");
  if (value < -0.25)
    return C_("feeling", "bad");
  if (value <= 0.25)
    return C_("feeling", "neutral");
  if (value <= 1.25)
    return C_("feeling", "good");

  return C_("feeling", "very good");
}

/**
 * jm_speech_for_evidence:
 * @evidence: (nullable): how a feeling is known, as in the file
 *
 * Returns: (transfer none) (nullable): that in words, such as "observed"; %NULL where it is not said
 */
const char *
jm_speech_for_evidence (const char *evidence)
{
  if (g_strcmp0 (evidence, "assumed") == 0)
    return C_("evidence", "assumed");
  if (g_strcmp0 (evidence, "observed") == 0)
    return C_("evidence", "observed");
  if (g_strcmp0 (evidence, "measured") == 0)
    return C_("evidence", "measured");

  return NULL;
}

G_GNUC_PRINTF (2, 3)
static void
add (GString    *words,
     const char *format,
     ...)
{
  va_list args;

  if (words->len > 0)
    g_string_append (words, ", ");
  va_start (args, format);
  g_string_append_vprintf (words, format, args);
  va_end (args);
}

static void
add_text (GString    *words,
          const char *text)
{
  if (text != NULL && *text != '\0')
    add (words, "%s", text);
}

static void
add_count (GString *words,
           guint    n_items,
           JmKind   kind)
{
  if (n_items == 0)
    return;

  if (kind == JM_KIND_PAIN_POINT)
    add (words, ngettext ("%u pain point", "%u pain points", n_items), n_items);
  else if (kind == JM_KIND_OPPORTUNITY)
    add (words, ngettext ("%u opportunity", "%u opportunities", n_items), n_items);
  else if (kind == JM_KIND_THOUGHT)
    add (words, ngettext ("%u thought", "%u thoughts", n_items), n_items);
  else if (kind == JM_KIND_NOTE)
    add (words, ngettext ("%u note", "%u notes", n_items), n_items);
  else if (kind == JM_KIND_TOUCHPOINT)
    add (words, ngettext ("%u touchpoint", "%u touchpoints", n_items), n_items);
}

/* Translators: a place in a row, such as "2 of 3" */
static void
add_order (GString *words,
           guint    position,
           guint    n_siblings)
{
  if (n_siblings > 1)
    add (words, _("%u of %u"), position + 1, n_siblings);
}

static void
add_touchpoint (GString *words,
                JmMap   *map,
                JmPlace *place)
{
  JmItem *emotion = jm_map_get_emotion (map, place->item, NULL);
  const char *channel_id = jm_item_get (place->item, JM_ATTR_CHANNEL);
  JmItem *channel = channel_id != NULL ? jm_map_find (map, channel_id) : NULL;
  double value;

  add_text (words, jm_item_get_part (place->item, JM_KIND_TITLE));
  if (place->phase != NULL && *jm_item_get_part (place->phase, JM_KIND_TITLE) != '\0')
    /* Translators: where a touchpoint is; %s is the title of the phase */
    add (words, _("phase %s"), jm_item_get_part (place->phase, JM_KIND_TITLE));
  add_order (words, place->position, jm_item_count (place->parent, JM_KIND_TOUCHPOINT));
  /* First what changes while people work, then what is looked up. */
  if (emotion != NULL && jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
    add (words, _("feeling %s"), jm_speech_for_feeling (value));
  add_count (words, jm_item_count (place->item, JM_KIND_PAIN_POINT), JM_KIND_PAIN_POINT);
  add_count (words, jm_item_count (place->item, JM_KIND_THOUGHT), JM_KIND_THOUGHT);
  add_count (words, jm_item_count (place->item, JM_KIND_OPPORTUNITY), JM_KIND_OPPORTUNITY);
  add_count (words, jm_item_count (place->item, JM_KIND_NOTE), JM_KIND_NOTE);
  if (jm_item_get_boolean (place->item, JM_ATTR_MOMENT_OF_TRUTH))
    add (words, "%s", _("moment of truth"));
  if (channel != NULL)
    add (words, _("channel %s"), jm_item_get_part (channel, JM_KIND_TITLE));
  add_text (words, jm_speech_for_evidence (jm_item_get (place->item, JM_ATTR_EVIDENCE)));
  add_text (words, jm_item_get_part (place->item, JM_KIND_DESCRIPTION));
}

/* What it belongs to: the touchpoint, or the phase. */
static void
add_owner (GString *words,
           JmPlace *place)
{
  const char *title;

  if (place->touchpoint != NULL && place->touchpoint != place->item)
    {
      title = jm_item_get_part (place->touchpoint, JM_KIND_TITLE);
      if (*title != '\0')
        add (words, _("touchpoint %s"), title);
    }
  else if (place->phase != NULL && place->phase != place->item)
    {
      title = jm_item_get_part (place->phase, JM_KIND_TITLE);
      if (*title != '\0')
        add (words, _("phase %s"), title);
    }
}

/**
 * jm_speech_for_keys:
 * @role: what an item of the map is
 *
 * Returns: (nullable): what can be done with it by keys, for its description; %NULL where there is nothing to do
 */
const char *
jm_speech_for_keys (JmRole role)
{
  switch ((int) role)
    {
    case JM_ROLE_TITLE:
      return _("Enter edits the title.");
    case JM_ROLE_PERSONA:
      return _("Enter edits the name.");
    case JM_ROLE_LANE:
      return _("Enter edits the name. The arrows go along the lane.");
    case JM_ROLE_PHASE:
      return _("Enter edits the name. F makes the next phase, T a touchpoint in this one. Alt with Left or Right moves it.");
    case JM_ROLE_TOUCHPOINT:
      return _("Enter edits the title. 1 to 5 set the feeling. P, O, Q and N add a pain point, an opportunity, a thought or "
               "a note. Alt with Left or Right moves it.");
    case JM_ROLE_EMOTION:
      return _("1 to 5 set the feeling, Alt with Up or Down changes it by half a step. Enter edits the words.");
    case JM_ROLE_PAIN_POINT:
      return _("Enter edits it. Plus and minus change how severe it is.");
    case JM_ROLE_OPPORTUNITY:
      return _("Enter edits it. Plus and minus change its votes.");
    case JM_ROLE_THOUGHT:
    case JM_ROLE_NOTE:
    case JM_ROLE_MEASURE:
      return _("Enter edits it.");
    case JM_ROLE_PICTURE:
    case JM_ROLE_TRANSITION:
      return _("Delete takes it away.");
    default:
      return NULL;
    }
}

/* Whose feeling or thought it is, where there are several. */
static void
add_thinker (GString *words,
             JmMap   *map,
             JmItem  *item)
{
  const char *id = jm_map_get_emotion_persona (map, item);
  JmItem *persona = id != NULL ? jm_map_find (map, id) : NULL;

  if (persona != NULL && jm_item_count (jm_map_get_root (map), JM_KIND_PERSONA) > 1)
    add_text (words, jm_item_get_part (persona, JM_KIND_NAME));
}

/* Where a transition begins and ends. */
static void
add_ends (GString *words,
          JmMap   *map,
          JmItem  *transition)
{
  const char *from_id = jm_item_get (transition, JM_ATTR_FROM);
  const char *to_id = jm_item_get (transition, JM_ATTR_TO);
  JmItem *from = from_id != NULL ? jm_map_find (map, from_id) : NULL;
  JmItem *to = to_id != NULL ? jm_map_find (map, to_id) : NULL;

  /* Translators: for a screen reader: from one touchpoint to another one */
  if (from != NULL && to != NULL)
    add (words, _("from %s to %s"), jm_item_get_label (from), jm_item_get_label (to));
}

/**
 * jm_speech_for_item:
 * @map: a map
 * @id: an id or an emotion's handle
 *
 * Says what an item is, such as "Touchpoint, Kar vergeten, phase Magazijn, 2 of 3, feeling very bad, 1 pain point".
 *
 * Returns: (transfer full) (nullable): the words, %NULL when there is no such item
 */
char *
jm_speech_for_item (JmMap      *map,
                    const char *id)
{
  g_autoptr(GString) words = g_string_new (NULL);
  JmPlace place;
  JmKind kind;
  double value;
  int votes;

  if (!jm_map_locate (map, id, &place))
    return NULL;

  kind = jm_item_get_kind (place.item);
  g_string_append (words, jm_kind_get_display_name (kind));

  switch ((int) kind)
    {
    case JM_KIND_TOUCHPOINT:
      add_touchpoint (words, map, &place);
      break;

    case JM_KIND_PHASE:
      add_text (words, jm_item_get_part (place.item, JM_KIND_TITLE));
      add_order (words, place.position, jm_item_count (place.parent, JM_KIND_PHASE));
      add_count (words, jm_item_count (place.item, JM_KIND_TOUCHPOINT), JM_KIND_TOUCHPOINT);
      break;

    case JM_KIND_EMOTION:
      if (jm_item_get_number (place.item, JM_ATTR_VALUE, &value))
        add (words, "%s", jm_speech_for_feeling (value));
      add_text (words, jm_item_get_text (place.item));
      add_thinker (words, map, place.item);
      add_owner (words, &place);
      add_text (words, jm_speech_for_evidence (jm_item_get (place.parent, JM_ATTR_EVIDENCE)));
      break;

    case JM_KIND_PAIN_POINT:
      add_text (words, jm_item_get_text (place.item));
      add (words, _("severity %d of 3"), jm_item_get_integer (place.item, JM_ATTR_SEVERITY, 1));
      add_owner (words, &place);
      break;

    case JM_KIND_OPPORTUNITY:
      add_text (words, jm_item_get_text (place.item));
      votes = jm_item_get_integer (place.item, JM_ATTR_VOTES, 0);
      if (votes > 0)
        add (words, ngettext ("%d vote", "%d votes", votes), votes);
      add_owner (words, &place);
      break;

    case JM_KIND_THOUGHT:
      add_text (words, jm_item_get_text (place.item));
      add_thinker (words, map, place.item);
      add_owner (words, &place);
      break;

    case JM_KIND_MEASURE:
      add_text (words, jm_item_get_text (place.item));
      if (jm_item_get (place.item, JM_ATTR_VALUE) != NULL && jm_item_get (place.item, JM_ATTR_UNIT) != NULL)
        add (words, "%s %s", jm_item_get (place.item, JM_ATTR_VALUE), jm_item_get (place.item, JM_ATTR_UNIT));
      else
        add_text (words, jm_item_get (place.item, JM_ATTR_VALUE));
      add_owner (words, &place);
      break;

    case JM_KIND_TRANSITION:
      add_text (words, jm_item_get_text (place.item));
      add_ends (words, map, place.item);
      break;

    case JM_KIND_PERSONA:
      add_text (words, jm_item_get_part (place.item, JM_KIND_NAME));
      add_text (words, jm_item_get_part (place.item, JM_KIND_GOAL));
      if (jm_item_get_boolean (place.item, JM_ATTR_HIDDEN))
        /* Translators: of a persona who is not drawn, for a screen reader */
        add (words, "%s", _("hidden"));
      break;

    case JM_KIND_PICTURE:
      add_text (words, jm_item_get (place.item, JM_ATTR_ALT));
      add_owner (words, &place);
      break;

    case JM_KIND_LANE:
      add_text (words, jm_words_lane (jm_words_get (jm_item_get (jm_map_get_root (map), JM_ATTR_LANG)), place.item));
      break;

    default:
      add_text (words, jm_item_get_label (place.item));
      add_owner (words, &place);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}
