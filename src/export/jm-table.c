/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table and what stands in them, then the way it is written: RFC 4180, and for spreadsheets a byte order
 * mark and a guard against cells that a spreadsheet would run as formulas. A feeling is a number from 1 to 5, as on the
 * keys, so that no number has a sign. */
#include "config.h"

#include "jm-table.h"

#include "jm-bidi.h"
#include "jm-lanes.h"

#include "format/jm-columns.h"
#include "model/jm-hash.h"
#include "scene/jm-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* More than a spreadsheet opens; a map with that many was not made by people. */
#define MAX_CELLS 10000000

/* A column: what it is of, for those of which there are several. */
typedef struct
{
  JmColumn  column;     /* JM_N_COLUMNS for a lane of notes */
  JmItem   *persona;
  JmItem   *lane;
} Column;

typedef struct
{
  JmMap      *map;
  const char *language;
  GHashTable *channels;   /* id -> title */
  GArray     *columns;    /* of Column */
  char        separator;
  GString    *out;
} Table;

/* Columns */

static void
add_column (Table    *self,
            JmColumn  column,
            JmItem   *persona,
            JmItem   *lane)
{
  Column added = { column, persona, lane };

  g_array_append_val (self->columns, added);
}

/* One for each persona, or one of everyone's. */
static void
add_columns_of_personas (Table    *self,
                         JmColumn  column)
{
  JmItem *persona;
  guint cursor = 0;

  if (jm_map_get_first_persona (self->map) == NULL)
    add_column (self, column, NULL, NULL);
  while ((persona = jm_item_next (jm_map_get_root (self->map), JM_KIND_PERSONA, &cursor)) != NULL)
    if (!jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
      add_column (self, column, persona, NULL);
}

static void
choose_columns (Table     *self,
                GPtrArray *lanes)
{
  static const struct { JmColumn first; JmColumn last; const char *lane; gboolean of_personas; } groups[] = {
    { JM_COLUMN_PHASE, JM_COLUMN_DESCRIPTION, NULL },
    { JM_COLUMN_CHANNEL, JM_COLUMN_CHANNEL, "channels" },
    { JM_COLUMN_DEVICE, JM_COLUMN_DEVICE, "devices" },
    { JM_COLUMN_TIME, JM_COLUMN_OWNER, NULL },
    { JM_COLUMN_EMOTION, JM_COLUMN_EMOTION, "emotion", TRUE },
    { JM_COLUMN_SAID, JM_COLUMN_SAID, "emotion", TRUE },
    { JM_COLUMN_PAIN_POINTS, JM_COLUMN_SEVERITY, "pain-points" },
    { JM_COLUMN_OPPORTUNITIES, JM_COLUMN_TAKEN_UP_BY, "opportunities" },
    { JM_COLUMN_THOUGHTS, JM_COLUMN_THOUGHTS, "thoughts", TRUE },
    { JM_COLUMN_MEASURES, JM_COLUMN_UNIT, "measures" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      if (groups[i].lane != NULL && !jm_lanes_have (lanes, groups[i].lane))
        continue;
      for (JmColumn column = groups[i].first; column <= groups[i].last; column++)
        if (groups[i].of_personas)
          add_columns_of_personas (self, column);
        else
          add_column (self, column, NULL, NULL);
    }

  for (guint i = 0; i < lanes->len; i++)
    if (g_strcmp0 (jm_item_get (lanes->pdata[i], JM_ATTR_KIND), "notes") == 0)
      add_column (self, JM_N_COLUMNS, NULL, lanes->pdata[i]);
}

/* Cells */

/* Lines of one cell belong to lines of another, so what one item says stays on one line. */
static void
add_line (GString    *cell,
          guint      *n,
          const char *text)
{
  if ((*n)++ > 0)
    g_string_append_c (cell, '\n');
  for (; text != NULL && *text != '\0'; text++)
    g_string_append_c (cell, *text == '\n' ? ' ' : *text);
}

/* What each item of @kind says in @attr, %JM_ATTR_NONE for its text. */
static void
add_lines (GString *cell,
           JmItem  *container,
           JmKind   kind,
           JmAttr   attr)
{
  guint cursor = 0, n = 0;
  gboolean any = FALSE;
  JmItem *item;

  while ((item = jm_item_next (container, kind, &cursor)) != NULL)
    {
      const char *text = attr == JM_ATTR_NONE ? jm_item_get_text (item) : jm_item_get_or_default (item, attr);

      any = any || (text != NULL && *text != '\0');
      add_line (cell, &n, text);
    }

  /* Nothing but line ends is nothing. */
  if (!any)
    g_string_truncate (cell, 0);
}

static void
add_thoughts (Table   *self,
              GString *cell,
              JmItem  *touchpoint,
              JmItem  *persona)
{
  guint cursor = 0, n = 0;
  JmItem *thought;

  while ((thought = jm_item_next (touchpoint, JM_KIND_THOUGHT, &cursor)) != NULL)
    if (persona == NULL ||
        g_strcmp0 (jm_map_get_emotion_persona (self->map, thought), jm_item_get_id (persona)) == 0)
      add_line (cell, &n, jm_item_get_text (thought));
}

static void
add_notes (GString *cell,
           JmItem  *container,
           JmItem  *lane)
{
  guint cursor = 0, n = 0;
  JmItem *note;

  while ((note = jm_item_next (container, JM_KIND_NOTE, &cursor)) != NULL)
    if (jm_item_get_id (lane) != NULL && jm_item_refers_to (note, JM_ATTR_LANE, jm_item_get_id (lane)))
      add_line (cell, &n, jm_item_get_text (note));
}

static void
add_feeling (Table    *self,
             GString  *cell,
             JmItem   *touchpoint,
             JmItem   *persona,
             JmColumn  column)
{
  JmItem *emotion = jm_map_get_emotion (self->map, touchpoint, persona != NULL ? jm_item_get_id (persona) : NULL);
  double value;

  if (emotion == NULL)
    return;
  if (column == JM_COLUMN_SAID)
    {
      g_string_append (cell, jm_item_get_text (emotion));
    }
  else if (jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
    {
      g_autofree char *number = jm_number_format (value + 3);

      g_string_append (cell, number);
    }
}

/* Hours and minutes, as spreadsheets read them. */
static void
add_duration (GString *cell,
              JmItem  *item,
              JmAttr   attr)
{
  double seconds;

  if (!jm_item_get_duration (item, attr, &seconds) || seconds >= 1e12)
    return;

  g_string_append_printf (cell, "%.0f:%02d", floor (seconds / 3600), (int) fmod (seconds / 60, 60));
  if (fmod (seconds, 60) >= 1)
    g_string_append_printf (cell, ":%02d", (int) fmod (seconds, 60));
}

static void
add_word (Table    *self,
          GString  *cell,
          JmColumn  column,
          const char *value)
{
  if (value != NULL)
    g_string_append (cell, jm_column_say (column, value, self->language));
}

/* What a phase says of itself, in a row of its own before its touchpoints. */
static void
fill_for_phase (GString      *cell,
                const Column *column,
                JmItem       *phase)
{
  switch (column->column)
    {
    case JM_COLUMN_GOAL:
      g_string_append (cell, jm_item_get_part (phase, JM_KIND_GOAL));
      break;
    case JM_COLUMN_START:
      if (jm_item_get (phase, JM_ATTR_START) != NULL)
        g_string_append (cell, jm_item_get (phase, JM_ATTR_START));
      break;
    case JM_COLUMN_DURATION:
      add_duration (cell, phase, JM_ATTR_DURATION);
      break;
    case JM_COLUMN_MEASURES:
      add_lines (cell, phase, JM_KIND_MEASURE, JM_ATTR_NONE);
      break;
    case JM_COLUMN_VALUE:
      add_lines (cell, phase, JM_KIND_MEASURE, JM_ATTR_VALUE);
      break;
    case JM_COLUMN_TARGET:
      add_lines (cell, phase, JM_KIND_MEASURE, JM_ATTR_TARGET);
      break;
    case JM_COLUMN_UNIT:
      add_lines (cell, phase, JM_KIND_MEASURE, JM_ATTR_UNIT);
      break;
    default:
      if (column->lane != NULL)
        add_notes (cell, phase, column->lane);
      break;
    }
}

static void
fill_for_touchpoint (Table        *self,
                     GString      *cell,
                     const Column *column,
                     JmItem       *touchpoint)
{
  const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
  const char *title;

  switch (column->column)
    {
    case JM_COLUMN_TOUCHPOINT:
      g_string_append (cell, jm_item_get_part (touchpoint, JM_KIND_TITLE));
      break;
    case JM_COLUMN_DESCRIPTION:
      g_string_append (cell, jm_item_get_part (touchpoint, JM_KIND_DESCRIPTION));
      break;
    case JM_COLUMN_CHANNEL:
      title = channel != NULL ? g_hash_table_lookup (self->channels, channel) : NULL;
      if (title != NULL)
        g_string_append (cell, title);
      break;
    case JM_COLUMN_DEVICE:
      add_word (self, cell, JM_COLUMN_DEVICE, jm_item_get (touchpoint, JM_ATTR_DEVICE));
      break;
    case JM_COLUMN_TIME:
      add_duration (cell, touchpoint, JM_ATTR_AT);
      break;
    case JM_COLUMN_MOMENT_OF_TRUTH:
      if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
        add_word (self, cell, JM_COLUMN_MOMENT_OF_TRUTH, "true");
      break;
    case JM_COLUMN_EVIDENCE:
      add_word (self, cell, JM_COLUMN_EVIDENCE, jm_item_get (touchpoint, JM_ATTR_EVIDENCE));
      break;
    case JM_COLUMN_OWNER:
      add_word (self, cell, JM_COLUMN_OWNER, jm_item_get (touchpoint, JM_ATTR_OWNER));
      break;
    case JM_COLUMN_EMOTION:
    case JM_COLUMN_SAID:
      add_feeling (self, cell, touchpoint, column->persona, column->column);
      break;
    case JM_COLUMN_PAIN_POINTS:
      add_lines (cell, touchpoint, JM_KIND_PAIN_POINT, JM_ATTR_NONE);
      break;
    case JM_COLUMN_SEVERITY:
      add_lines (cell, touchpoint, JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY);
      break;
    case JM_COLUMN_OPPORTUNITIES:
      add_lines (cell, touchpoint, JM_KIND_OPPORTUNITY, JM_ATTR_NONE);
      break;
    case JM_COLUMN_VOTES:
      add_lines (cell, touchpoint, JM_KIND_OPPORTUNITY, JM_ATTR_VOTES);
      break;
    case JM_COLUMN_EFFORT:
      add_lines (cell, touchpoint, JM_KIND_OPPORTUNITY, JM_ATTR_EFFORT);
      break;
    case JM_COLUMN_IMPACT:
      add_lines (cell, touchpoint, JM_KIND_OPPORTUNITY, JM_ATTR_IMPACT);
      break;
    case JM_COLUMN_TAKEN_UP_BY:
      add_lines (cell, touchpoint, JM_KIND_OPPORTUNITY, JM_ATTR_OWNER);
      break;
    case JM_COLUMN_THOUGHTS:
      add_thoughts (self, cell, touchpoint, column->persona);
      break;
    default:
      if (column->lane != NULL)
        add_notes (cell, touchpoint, column->lane);
      break;
    }
}

/* Writing */

static void
write_cell (Table      *self,
            gboolean    is_first,
            const char *content)
{
  g_autoptr (GString) closed = g_string_new (NULL);
  const char         *text;
  gboolean            quoted;

  jm_bidi_append (closed, content);
  text = closed->str;
  quoted = strpbrk (text, "\"\r\n") != NULL || strchr (text, self->separator) != NULL ||
           g_ascii_isspace (*text) || (*text != '\0' && g_ascii_isspace (text[strlen (text) - 1]));

  if (!is_first)
    g_string_append_c (self->out, self->separator);
  if (quoted)
    g_string_append_c (self->out, '"');
  /* What begins with an apostrophe before such a character gets one more, so that reading takes away none that people wrote. */
  if (jm_column_looks_like_formula (text))
    g_string_append_c (self->out, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->out, '"');
      g_string_append_c (self->out, *text);
    }
  if (quoted)
    g_string_append_c (self->out, '"');
}

static void
write_headings (Table *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      g_autofree char *of_persona = NULL;
      const char *name;

      if (column->lane != NULL)
        {
          name = jm_words_lane (jm_words_get (self->language), column->lane);
        }
      else
        {
          name = jm_column_get_name (column->column, self->language);
          if (column->persona != NULL && jm_item_count (jm_map_get_root (self->map), JM_KIND_PERSONA) > 1)
            name = of_persona = g_strdup_printf ("%s: %s", name, jm_item_get_label (column->persona));
        }
      write_cell (self, i == 0, name);
    }
  g_string_append (self->out, "\r\n");
}

/* @touchpoint is %NULL for the row of the phase itself. */
static void
write_row (Table  *self,
           JmItem *phase,
           JmItem *touchpoint)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      g_string_truncate (cell, 0);
      if (column->column == JM_COLUMN_PHASE)
        g_string_append (cell, jm_item_get_part (phase, JM_KIND_TITLE));
      else if (touchpoint == NULL)
        fill_for_phase (cell, column, phase);
      else
        fill_for_touchpoint (self, cell, column, touchpoint);
      write_cell (self, i == 0, cell->str);
    }
  g_string_append (self->out, "\r\n");
}

static gboolean
says_something (JmItem *phase)
{
  return jm_item_get_first (phase, JM_KIND_TOUCHPOINT) == NULL || jm_item_get_first (phase, JM_KIND_NOTE) != NULL ||
         jm_item_get_first (phase, JM_KIND_MEASURE) != NULL || *jm_item_get_part (phase, JM_KIND_GOAL) != '\0' ||
         jm_item_get (phase, JM_ATTR_DURATION) != NULL || jm_item_get (phase, JM_ATTR_START) != NULL;
}

static gboolean
check_size (Table   *self,
            GError **error)
{
  guint64 n_rows = 1;
  guint cursor = 0;
  JmItem *phase;

  while ((phase = jm_item_next (jm_map_get_root (self->map), JM_KIND_PHASE, &cursor)) != NULL)
    n_rows += 1 + jm_item_count (phase, JM_KIND_TOUCHPOINT);

  if (n_rows * self->columns->len <= MAX_CELLS)
    return TRUE;

  g_set_error_literal (error, JM_EXPORT_ERROR, JM_EXPORT_ERROR_TOO_LARGE,
                       _("The table would have more cells than a spreadsheet can open. Export fewer lanes."));
  return FALSE;
}

static GBytes *
write_table (JmMap                  *map,
             const JmExportOptions  *options,
             char                    separator,
             const char             *beginning,
             GError                **error)
{
  g_autoptr (GPtrArray)   lanes = jm_lanes_collect (map, options->lanes);
  g_autoptr (GHashTable)  channels = g_hash_table_new (jm_text_hash, g_str_equal);
  g_autoptr (GArray)      columns = g_array_new (FALSE, FALSE, sizeof (Column));
  JmItem                 *root = jm_map_get_root (map);
  Table                   self = { map, jm_item_get (root, JM_ATTR_LANG), channels, columns, separator };
  JmItem                 *phase, *touchpoint, *channel;
  guint                   at_phase = 0, at_channel = 0;

  while ((channel = jm_item_next (root, JM_KIND_CHANNEL, &at_channel)) != NULL)
    if (jm_item_get_id (channel) != NULL)
      g_hash_table_insert (channels, (gpointer) jm_item_get_id (channel),
                           (gpointer) jm_item_get_part (channel, JM_KIND_TITLE));
  choose_columns (&self, lanes);
  if (!check_size (&self, error))
    return NULL;

  self.out = g_string_new (beginning);
  write_headings (&self);
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      if (says_something (phase))
        write_row (&self, phase, NULL);
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        write_row (&self, phase, touchpoint);
    }

  return g_string_free_to_bytes (self.out);
}

/**
 * jm_table_write_csv:
 * @map: a map
 * @options: what of it
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Writes comma-separated values as RFC 4180 has them, in UTF-8 with a byte order mark, which Excel needs. What a phase
 * says of itself (goal, times, notes, measures) stands in a row without a touchpoint before those of its touchpoints.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
jm_table_write_csv (JmMap                  *map,
                    const JmExportOptions  *options,
                    GError                **error)
{
  return write_table (map, options, ',', "\357\273\277", error);
}

/**
 * jm_table_write_tsv:
 * @map: a map
 * @options: what of it
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Writes the same table with tabs between the cells and without a byte order mark, as it is pasted into spreadsheets.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
jm_table_write_tsv (JmMap                  *map,
                    const JmExportOptions  *options,
                    GError                **error)
{
  return write_table (map, options, '\t', "", error);
}
