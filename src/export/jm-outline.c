/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in each lane, in words, and a map written as an indented outline of them. A phase stands at the margin, a
 * touchpoint is an item of a list, and what belongs to it is indented below it, as people write such things themselves;
 * headings are marked as in Markdown. */
#include "config.h"

#include "jm-outline.h"

#include "jm-bidi.h"
#include "jm-lanes.h"

#include "format/jm-columns.h"
#include "model/jm-hash.h"

#include <string.h>

static void
collect_leads (JmOutline *self)
{
  guint   cursor = 0;
  JmItem *transition;

  while ((transition = jm_item_next (jm_map_get_root (self->map), JM_KIND_TRANSITION, &cursor)) != NULL)
    {
      const char *from = jm_item_get (transition, JM_ATTR_FROM);
      GPtrArray  *leads;

      if (from == NULL)
        continue;
      leads = g_hash_table_lookup (self->leads, from);
      if (leads == NULL)
        {
          leads = g_ptr_array_new ();
          g_hash_table_insert (self->leads, (gpointer) from, leads);
        }
      g_ptr_array_add (leads, transition);
    }
}

/**
 * jm_outline_new:
 * @map: a map, which must outlive the outline
 * @options: which lanes of it
 *
 * Returns: (transfer full): an outline, to ask for what stands where
 */
JmOutline *
jm_outline_new (JmMap                 *map,
                const JmExportOptions *options)
{
  JmOutline *self = g_new0 (JmOutline, 1);
  JmItem    *root = jm_map_get_root (map);
  JmItem    *phase, *touchpoint, *item;
  guint      cursor = 0, at_phase = 0;

  self->map = map;
  self->language = jm_item_get (root, JM_ATTR_LANG);
  self->words = jm_words_get (self->language);
  self->lanes = jm_lanes_collect (map, options->lanes);
  self->titles = g_hash_table_new (jm_text_hash, g_str_equal);
  self->leads = g_hash_table_new_full (jm_text_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->several = jm_item_count (root, JM_KIND_PERSONA) > 1;

  while ((item = jm_item_next (root, JM_KIND_CHANNEL, &cursor)) != NULL)
    if (jm_item_get_id (item) != NULL)
      g_hash_table_insert (self->titles, (gpointer) jm_item_get_id (item), (gpointer) jm_item_get_label (item));
  cursor = 0;
  while ((item = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    if (jm_item_get_id (item) != NULL)
      g_hash_table_insert (self->titles, (gpointer) jm_item_get_id (item), (gpointer) jm_item_get_label (item));

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          cursor = 0;
          while ((item = jm_item_next (touchpoint, JM_KIND_PAIN_POINT, &cursor)) != NULL)
            if (jm_item_get_id (item) != NULL)
              g_hash_table_insert (self->titles, (gpointer) jm_item_get_id (item), (gpointer) jm_item_get_text (item));
        }
    }
  collect_leads (self);

  return self;
}

/**
 * jm_outline_free:
 * @self: (transfer full): an outline
 */
void
jm_outline_free (JmOutline *self)
{
  g_ptr_array_unref (self->lanes);
  g_hash_table_unref (self->titles);
  g_hash_table_unref (self->leads);
  g_free (self);
}

/* What stands in a lane */

/* Adds "severity 2" to what is said in brackets behind an item. */
static void
add_remark (JmOutline  *self,
            GString    *remarks,
            JmColumn    column,
            const char *value)
{
  g_autofree char *name = g_utf8_strdown (jm_column_get_name (column, self->language), -1);

  if (value == NULL || *value == '\0')
    return;
  g_string_append_printf (remarks, "%s%s: %s", remarks->len > 0 ? "; " : "", name, value);
}

static char *
with_remarks (const char *text,
              GString    *remarks)
{
  char *told = remarks->len > 0 ? g_strdup_printf ("%s (%s)", text, remarks->str) : g_strdup (text);

  g_string_free (remarks, TRUE);

  return told;
}

/* "Anna: ", where there are others. */
static char *
whose (JmOutline *self,
       JmItem    *item)
{
  const char *id = jm_map_get_emotion_persona (self->map, item);
  const char *name = self->several && id != NULL ? g_hash_table_lookup (self->titles, id) : NULL;

  return name != NULL ? g_strconcat (name, ": ", NULL) : g_strdup ("");
}

static char *
tell_emotion (JmOutline *self,
              JmItem    *emotion)
{
  g_autofree char *persona = whose (self, emotion);
  const char      *said = jm_item_get_text (emotion);
  double           value = 0;

  jm_item_get_number (emotion, JM_ATTR_VALUE, &value);

  return g_strconcat (persona, jm_words_feeling (self->words, value), *said != '\0' ? " — " : "", said, NULL);
}

static char *
tell_pain_point (JmOutline *self,
                 JmItem    *pain_point)
{
  GString *remarks = g_string_new (NULL);

  add_remark (self, remarks, JM_COLUMN_SEVERITY, jm_item_get_or_default (pain_point, JM_ATTR_SEVERITY));
  add_remark (self, remarks, JM_COLUMN_VOTES, jm_item_get (pain_point, JM_ATTR_VOTES));
  add_remark (self, remarks, JM_COLUMN_OWNER, jm_item_get (pain_point, JM_ATTR_OWNER));

  return with_remarks (jm_item_get_text (pain_point), remarks);
}

static char *
tell_opportunity (JmOutline *self,
                  JmItem    *opportunity)
{
  GString         *remarks = g_string_new (NULL);
  const char      *resolves = jm_item_get (opportunity, JM_ATTR_RESOLVES);
  g_auto (GStrv)   ids = g_strsplit_set (resolves != NULL ? resolves : "", " \t\n\r", -1);

  add_remark (self, remarks, JM_COLUMN_VOTES, jm_item_get (opportunity, JM_ATTR_VOTES));
  add_remark (self, remarks, JM_COLUMN_OWNER, jm_item_get (opportunity, JM_ATTR_OWNER));
  add_remark (self, remarks, JM_COLUMN_EFFORT, jm_item_get (opportunity, JM_ATTR_EFFORT));
  add_remark (self, remarks, JM_COLUMN_IMPACT, jm_item_get (opportunity, JM_ATTR_IMPACT));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *pain_point = *ids[i] != '\0' ? g_hash_table_lookup (self->titles, ids[i]) : NULL;

      if (pain_point != NULL)
        g_string_append_printf (remarks, "%s→ %s", remarks->len > 0 ? "; " : "", pain_point);
    }

  return with_remarks (jm_item_get_text (opportunity), remarks);
}

static char *
tell_measure (JmOutline *self,
              JmItem    *measure)
{
  GString    *told = g_string_new (jm_item_get_text (measure));
  const char *unit = jm_item_get (measure, JM_ATTR_UNIT);
  double      value, target;

  if (jm_item_get_number (measure, JM_ATTR_VALUE, &value))
    {
      g_autofree char *number = jm_words_number (self->words, value);

      g_string_append_printf (told, "%s%s", told->len > 0 ? ": " : "", number);
      if (unit != NULL)
        g_string_append_printf (told, " %s", unit);
    }
  if (jm_item_get_number (measure, JM_ATTR_TARGET, &target))
    {
      g_autofree char *number = jm_words_number (self->words, target);

      g_string_append_printf (told, " (%s %s)", jm_words_say (self->words, JM_WORD_TARGET), number);
    }

  return g_string_free (told, FALSE);
}

static char *
tell_item (JmOutline *self,
           JmItem    *item)
{
  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_EMOTION:
      return tell_emotion (self, item);
    case JM_KIND_PAIN_POINT:
      return tell_pain_point (self, item);
    case JM_KIND_OPPORTUNITY:
      return tell_opportunity (self, item);
    case JM_KIND_MEASURE:
      return tell_measure (self, item);
    case JM_KIND_THOUGHT:
      {
        g_autofree char *persona = whose (self, item);

        return g_strconcat (persona, jm_item_get_text (item), NULL);
      }
    case JM_KIND_PICTURE:
      return g_strdup (jm_item_get (item, JM_ATTR_ALT) != NULL ? jm_item_get (item, JM_ATTR_ALT)
                                                              : jm_words_say (self->words, JM_WORD_PICTURE));
    default:
      return g_strdup (jm_item_get_text (item));
    }
}

static void
tell_channel (JmOutline *self,
              JmItem    *touchpoint,
              GPtrArray *told)
{
  const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
  const char *title = channel != NULL ? g_hash_table_lookup (self->titles, channel) : NULL;

  if (title != NULL)
    g_ptr_array_add (told, g_strdup (title));
}

/* Notes say in which lane they stand; feelings and thoughts may be those of a persona who is hidden. */
static gboolean
stands_in (JmOutline *self,
           JmItem    *item,
           JmItem    *lane)
{
  switch ((int) jm_item_get_kind (item))
    {
    case JM_KIND_NOTE:
      return jm_item_get_id (lane) != NULL && jm_item_refers_to (item, JM_ATTR_LANE, jm_item_get_id (lane));
    case JM_KIND_EMOTION:
    case JM_KIND_THOUGHT:
      return jm_map_shows_persona_of (self->map, item);
    default:
      return TRUE;
    }
}

/**
 * jm_outline_tell:
 * @self: an outline
 * @container: a phase or a touchpoint
 * @lane: a lane
 *
 * Returns: (transfer full) (element-type utf8): what stands there, a text an item; for the lane of touchpoints the
 *   description
 */
GPtrArray *
jm_outline_tell (JmOutline *self,
                 JmItem    *container,
                 JmItem    *lane)
{
  static const struct { const char *lane; JmKind kind; } kinds[] = {
    { "emotion", JM_KIND_EMOTION }, { "pain-points", JM_KIND_PAIN_POINT }, { "opportunities", JM_KIND_OPPORTUNITY },
    { "thoughts", JM_KIND_THOUGHT }, { "measures", JM_KIND_MEASURE }, { "pictures", JM_KIND_PICTURE },
    { "notes", JM_KIND_NOTE },
  };
  GPtrArray  *told = g_ptr_array_new_with_free_func (g_free);
  const char *lane_kind = jm_item_get (lane, JM_ATTR_KIND);
  gboolean    is_touchpoint = jm_item_get_kind (container) == JM_KIND_TOUCHPOINT;

  if (is_touchpoint && g_strcmp0 (lane_kind, "touchpoints") == 0 &&
      *jm_item_get_part (container, JM_KIND_DESCRIPTION) != '\0')
    g_ptr_array_add (told, g_strdup (jm_item_get_part (container, JM_KIND_DESCRIPTION)));
  else if (is_touchpoint && g_strcmp0 (lane_kind, "channels") == 0)
    tell_channel (self, container, told);
  else if (is_touchpoint && g_strcmp0 (lane_kind, "devices") == 0 && jm_item_get (container, JM_ATTR_DEVICE) != NULL)
    g_ptr_array_add (told, g_strdup (jm_words_device (self->words, jm_item_get (container, JM_ATTR_DEVICE))));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint   cursor = 0;
      JmItem *item;

      if (g_strcmp0 (lane_kind, kinds[i].lane) != 0)
        continue;
      while ((item = jm_item_next (container, kinds[i].kind, &cursor)) != NULL)
        if (stands_in (self, item, lane))
          g_ptr_array_add (told, tell_item (self, item));
    }

  return told;
}

/**
 * jm_outline_tell_kind:
 * @self: an outline
 *
 * Returns: (transfer full): what kind of map it is, and of which day: "Current state, 21 November 2026"
 */
char *
jm_outline_tell_kind (JmOutline *self)
{
  static const struct { const char *kind; JmWord word; } kinds[] = {
    { "current-state", JM_WORD_CURRENT_STATE }, { "future-state", JM_WORD_FUTURE_STATE },
    { "day-in-the-life", JM_WORD_DAY_IN_THE_LIFE }, { "service-blueprint", JM_WORD_SERVICE_BLUEPRINT },
  };
  JmItem     *root = jm_map_get_root (self->map);
  const char *kind = jm_item_get_or_default (root, JM_ATTR_KIND);
  const char *date = jm_item_get (root, JM_ATTR_DATE);
  GString    *told = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].kind, kind) == 0)
      g_string_append (told, jm_words_say (self->words, kinds[i].word));
  if (date != NULL)
    {
      g_autofree char *day = jm_words_date (self->words, date);

      g_string_append_printf (told, "%s%s", told->len > 0 ? ", " : "", day);
    }

  return g_string_free (told, FALSE);
}

/**
 * jm_outline_tell_duration:
 * @self: an outline
 * @phase: a phase
 *
 * Returns: (transfer full) (nullable): how long it takes: "15 min"; %NULL where that is not said
 */
char *
jm_outline_tell_duration (JmOutline *self,
                          JmItem    *phase)
{
  double seconds;

  if (!jm_item_get_duration (phase, JM_ATTR_DURATION, &seconds))
    return NULL;

  return jm_words_duration (self->words, seconds);
}

/* Plain text */

/* Text that goes on over several lines stays under itself. */
static void
put_text (GString    *out,
          guint       indent,
          const char *text)
{
  g_autoptr (GString)  closed = g_string_new (NULL);
  g_auto (GStrv)       lines = NULL;

  jm_bidi_append (closed, text);
  lines = g_strsplit (closed->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_printf (out, "%*s", (int) indent, "");
      g_string_append (out, lines[i]);
      g_string_append_c (out, '\n');
    }
}

static void
put_line (GString    *out,
          guint       indent,
          const char *name,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  g_string_append_printf (out, "%*s", (int) indent, "");
  if (name != NULL)
    g_string_append_printf (out, "%s: ", name);
  put_text (out, indent + 2, text);
}

static void
put_lanes (JmOutline *self,
           GString   *out,
           guint      indent,
           JmItem    *container)
{
  for (guint i = 0; i < self->lanes->len; i++)
    {
      JmItem               *lane = self->lanes->pdata[i];
      g_autoptr (GPtrArray) told = jm_outline_tell (self, container, lane);
      gboolean              is_description = g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "touchpoints") == 0;

      for (guint j = 0; j < told->len; j++)
        put_line (out, indent, is_description ? NULL : jm_words_lane (self->words, lane), told->pdata[j]);
    }
}

static void
put_persona (JmOutline *self,
             GString   *out,
             JmItem    *persona)
{
  const char *quote = jm_item_get_part (persona, JM_KIND_QUOTE);

  g_string_append_c (out, '\n');
  put_line (out, 0, jm_words_say (self->words, JM_WORD_PERSONA), jm_item_get_label (persona));
  if (*quote != '\0')
    {
      g_autofree char *said = g_strconcat ("“", quote, "”", NULL);

      put_line (out, 2, NULL, said);
    }
  put_line (out, 2, NULL, jm_item_get_part (persona, JM_KIND_DESCRIPTION));
  put_line (out, 2, jm_column_get_name (JM_COLUMN_GOAL, self->language), jm_item_get_part (persona, JM_KIND_GOAL));
}

/* Where it leads to, other than to the next one: "→ Paying (From phone to laptop)". */
static void
put_transitions (JmOutline *self,
                 GString   *out,
                 JmItem    *from)
{
  GPtrArray *leads = jm_item_get_id (from) != NULL ? g_hash_table_lookup (self->leads, jm_item_get_id (from)) : NULL;

  for (guint i = 0; leads != NULL && i < leads->len; i++)
    {
      JmItem          *transition = leads->pdata[i];
      const char      *to_id = jm_item_get (transition, JM_ATTR_TO);
      JmItem          *to = to_id != NULL ? jm_map_find (self->map, to_id) : NULL;
      const char      *said = jm_item_get_text (transition);
      const char      *label;
      g_autofree char *told = NULL;

      if (to == NULL)
        continue;
      label = *jm_item_get_label (to) != '\0' ? jm_item_get_label (to) : "…";
      told = *said != '\0' ? g_strdup_printf ("→ %s (%s)", label, said) : g_strconcat ("→ ", label, NULL);
      put_line (out, 4, NULL, told);
    }
}

static void
put_touchpoint (JmOutline *self,
                GString   *out,
                JmItem    *touchpoint)
{
  const char *title = jm_item_get_part (touchpoint, JM_KIND_TITLE);
  const char *evidence = jm_item_get (touchpoint, JM_ATTR_EVIDENCE);
  JmItem     *reference;
  guint       cursor = 0;

  g_string_append (out, "\n  - ");
  put_text (out, 4, *title != '\0' ? title : "…");
  put_lanes (self, out, 4, touchpoint);
  if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
    put_line (out, 4, jm_column_get_name (JM_COLUMN_MOMENT_OF_TRUTH, self->language),
              jm_column_say (JM_COLUMN_MOMENT_OF_TRUTH, "true", self->language));
  if (evidence != NULL)
    put_line (out, 4, jm_column_get_name (JM_COLUMN_EVIDENCE, self->language),
              jm_column_say (JM_COLUMN_EVIDENCE, evidence, self->language));
  put_transitions (self, out, touchpoint);
  while ((reference = jm_item_next (touchpoint, JM_KIND_REFERENCE, &cursor)) != NULL)
    put_line (out, 4, *jm_item_get_text (reference) != '\0' ? jm_item_get_text (reference) : NULL,
              jm_item_get (reference, JM_ATTR_HREF));
}

static void
put_phase (JmOutline *self,
           GString   *out,
           JmItem    *phase)
{
  const char      *title = jm_item_get_part (phase, JM_KIND_TITLE);
  g_autofree char *duration = jm_outline_tell_duration (self, phase);
  JmItem          *touchpoint;
  guint            cursor = 0;

  g_string_append (out, "\n## ");
  put_text (out, 3, *title != '\0' ? title : "…");
  put_line (out, 4, jm_column_get_name (JM_COLUMN_START, self->language), jm_item_get (phase, JM_ATTR_START));
  put_line (out, 4, jm_column_get_name (JM_COLUMN_DURATION, self->language), duration);
  put_line (out, 4, jm_column_get_name (JM_COLUMN_GOAL, self->language), jm_item_get_part (phase, JM_KIND_GOAL));
  put_lanes (self, out, 4, phase);
  put_transitions (self, out, phase);
  while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    put_touchpoint (self, out, touchpoint);
}

/**
 * jm_outline_write:
 * @map: a map
 * @options: what of it
 * @error: unused: this cannot fail
 *
 * Writes a map as plain text in UTF-8, in reading order.
 *
 * Returns: (transfer full): the file
 */
GBytes *
jm_outline_write (JmMap                  *map,
                  const JmExportOptions  *options,
                  GError                **error)
{
  g_autoptr (JmOutline)  self = jm_outline_new (map, options);
  GString               *out = g_string_new (NULL);
  JmItem                *root = jm_map_get_root (map);
  g_autofree char       *kind = jm_outline_tell_kind (self);
  const char            *title = jm_item_get_part (root, JM_KIND_TITLE);
  JmItem                *item;
  guint                  cursor = 0;

  g_string_append (out, "# ");
  put_text (out, 2, *title != '\0' ? title : jm_words_say (self->words, JM_WORD_UNTITLED));
  put_line (out, 0, NULL, jm_item_get_part (root, JM_KIND_SCENARIO));
  put_line (out, 0, NULL, kind);
  while ((item = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    if (!jm_item_get_boolean (item, JM_ATTR_HIDDEN))
      put_persona (self, out, item);
  cursor = 0;
  while ((item = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    put_phase (self, out, item);

  return g_string_free_to_bytes (out);
}
