/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables with a row a touchpoint, as this program writes them and as people make them in spreadsheets: comma, semicolon or
 * tab between the cells, headings in Dutch or English, a column that nobody knows as a lane of notes. */
#include "config.h"

#include "jm-import-private.h"

#include "jm-import-words.h"
#include "jm-scan.h"

#include <glib/gi18n.h>
#include <string.h>

/* More columns than any table of a map has. */
#define MAX_COLUMNS 1000

/* A table as it is taken apart. Cells point into its text. */
typedef struct
{
  JmDraft *draft;
  char    *at;
  char     separator;
  int      line;        /* of at */
  int      row_line;    /* where the row began */
  guint    n_rows;      /* that were taken, headings included */

  JmColumn columns[MAX_COLUMNS];   /* JM_N_COLUMNS: a lane of notes */
  char    *names[MAX_COLUMNS];     /* whose it is, or the title of the lane; NULL for none */
  guint    said[MAX_COLUMNS];      /* of a feeling, the column of what is said with it; 0 for none */
  guint    n_columns;
  gboolean one_to_five;            /* feelings go from 1 to 5 and not from -2 to 2 */

  char    *phase;                  /* the title in the last row */
} Table;

/* Rows */

/* Takes the quotes off where it stands, and leaves @at behind the cell. */
static char *
take_cell (Table    *self,
           gboolean *is_last)
{
  char *start = self->at;
  char *out = start;
  char *in = start;
  int quote_line = self->line;

  if (*in == '"')
    {
      for (in++; *in != '\0' && !(*in == '"' && in[1] != '"'); in++)
        {
          if (*in == '"')
            in++;
          if (*in == '\n')
            self->line++;
          *out++ = *in;
        }
      if (*in == '\0')
        jm_draft_refuse (self->draft, quote_line, 1, JM_READ_ERROR_NOT_XML,
                         _("A cell begins with a quotation mark here, and none ends it. Export the table again."));
      else
        in++;
    }
  /* What stands behind the closing quote belongs to the cell, as spreadsheets have it. */
  for (; *in != '\0' && *in != self->separator && *in != '\n' && *in != '\r'; in++)
    *out++ = *in;

  *is_last = *in != self->separator || *in == '\0';
  if (*in == '\r' && in[1] == '\n')
    in++;
  if (*in == '\r' || *in == '\n')
    self->line++;
  self->at = *in != '\0' ? in + 1 : in;
  *out = '\0';

  return start;
}

/* An apostrophe keeps a spreadsheet from running a cell as a formula; it is no part of what the cell says. */
static char *
without_guard (char *cell)
{
  return *cell == '\'' && jm_column_looks_like_formula (cell) ? cell + 1 : cell;
}

/* A table that was once larger may end in any number of rows without a word. */
static void
skip_empty_rows (Table *self)
{
  for (char *in = self->at;; self->at = in)
    {
      while (*in == self->separator || *in == ' ')
        in++;
      if (*in != '\r' && *in != '\n')
        return;
      in += *in == '\r' && in[1] == '\n' ? 2 : 1;
      self->line++;
    }
}

/* Returns: how many cells there are; 0 at the end. */
static guint
take_row (Table *self,
          char **cells)
{
  gboolean is_last = FALSE;
  guint n = 0;

  skip_empty_rows (self);
  self->row_line = self->line;
  if (*self->at == '\0')
    return 0;
  if (++self->n_rows > JM_MAX_ELEMENTS)
    {
      jm_draft_refuse_more (self->draft, self->row_line);
      return 0;
    }

  while (!is_last)
    {
      char *cell = without_guard (take_cell (self, &is_last));

      if (n < MAX_COLUMNS)
        cells[n++] = cell;
    }

  return n;
}

/* The separator that stands most often in the first row, outside of quotes. */
static char
find_separator (const char *text)
{
  static const char candidates[] = ",;\t";
  guint counts[3] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++)
    {
      const char *candidate = strchr (candidates, *text);

      if (*text == '"')
        quoted = !quoted;
      else if (candidate != NULL && !quoted)
        counts[candidate - candidates]++;
    }

  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}

/* Headings */

static gboolean
has_column (Table   *self,
            JmColumn column)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == column)
      return TRUE;

  return FALSE;
}

static gboolean
read_headings (Table *self)
{
  char **cells = g_newa (char *, MAX_COLUMNS);
  guint n = take_row (self, cells);

  for (guint i = 0; i < n; i++)
    {
      self->n_columns = i + 1;
      self->columns[i] = JM_N_COLUMNS;
      jm_draft_hear (self->draft, cells[i]);
      if (!jm_column_find (cells[i], &self->columns[i], &self->names[i]))
        {
          g_autofree char *title = g_strstrip (g_strdup (cells[i]));

          self->columns[i] = JM_N_COLUMNS;
          if (*title != '\0')
            self->names[i] = g_steal_pointer (&title);
        }
      else if (self->names[i] != NULL &&
               (self->columns[i] == JM_COLUMN_EMOTION || self->columns[i] == JM_COLUMN_SAID ||
                self->columns[i] == JM_COLUMN_THOUGHTS))
        {
          /* Personas in the order of the columns. */
          jm_draft_name_persona (self->draft, self->names[i]);
        }
      if (self->columns[i] < JM_N_COLUMNS)
        self->draft->used[self->columns[i]] = TRUE;
      if (self->columns[i] == JM_COLUMN_EMOTION && (strstr (cells[i], "1–5") != NULL || strstr (cells[i], "1-5") != NULL))
        self->one_to_five = TRUE;
    }

  for (guint i = 0; i < self->n_columns; i++)
    for (guint j = 1; j < self->n_columns && self->columns[i] == JM_COLUMN_EMOTION; j++)
      if (self->columns[j] == JM_COLUMN_SAID && g_strcmp0 (self->names[i], self->names[j]) == 0)
        self->said[i] = j;

  if (has_column (self, JM_COLUMN_PHASE) || has_column (self, JM_COLUMN_TOUCHPOINT))
    return TRUE;

  jm_draft_refuse (self->draft, 1, 1, JM_READ_ERROR_NOT_A_MAP,
                   _("The first row has no column of phases or touchpoints. Call one “Phase” and one “Touchpoint”, "
                     "or “Fase” and “Contactmoment”."));
  return FALSE;
}

/* Cells */

/* The title in @column, without what stands around it; "" for none. */
static char *
get_title (Table   *self,
           char   **cells,
           guint    n,
           JmColumn column)
{
  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    if (self->columns[i] == column)
      return g_strstrip (g_strdup (cells[i]));

  return g_strdup ("");
}

/* What stands where there is no heading belongs nowhere. */
static void
tell_of_rest (Table *self,
              char **cells,
              guint  n)
{
  for (guint i = 0; i < n; i++)
    if (cells[i][strspn (cells[i], " \t\r\n")] != '\0' &&
        (i >= self->n_columns || (self->columns[i] == JM_N_COLUMNS && self->names[i] == NULL)))
      {
        g_autofree char *cited = jm_import_cite (cells[i]);
        g_autofree char *message = g_strdup_printf (_("“%s” is below no heading and is left out. Give its column a heading."),
                                                    cited);

        jm_draft_notice (self->draft, self->row_line, 1, message);
        return;
      }
}

typedef struct
{
  JmColumn column;
  JmAttr   attr;
} Beside;

/* An item for each line of a cell, with what stands beside it in other columns. */
static void
add_items (Table        *self,
           char        **cells,
           guint         n,
           guint         at,
           JmKind        kind,
           const Beside *beside,
           guint         n_beside)
{
  g_auto(GStrv) lines = jm_draft_split (self->draft, cells[at], '\n', self->row_line);
  char **values[4] = { NULL };

  /* Taken apart once, so that a long cell is not looked through for each of its lines. */
  for (guint j = 0; j < n_beside; j++)
    for (guint i = 0; i < MIN (n, self->n_columns); i++)
      if (self->columns[i] == beside[j].column && values[j] == NULL)
        values[j] = jm_draft_split (self->draft, cells[i], '\n', self->row_line);

  for (guint nth = 0, ended = 0; lines[nth] != NULL && self->draft->error == NULL; nth++)
    {
      JmItem *item;

      if (*g_strstrip (lines[nth]) == '\0')
        continue;
      item = jm_draft_add (self->draft, kind, lines[nth]);
      for (guint j = 0; j < n_beside; j++)
        {
          double number;
          g_autofree char *plain = NULL;

          if (values[j] == NULL || (ended & (1u << j)) != 0)
            continue;
          if (values[j][nth] == NULL)
            {
              ended |= 1u << j;
              continue;
            }
          if (jm_import_read_number (values[j][nth], &number))
            plain = jm_number_format (number);
          jm_draft_set (self->draft, item, beside[j].attr, plain != NULL ? plain : values[j][nth], self->row_line, 1);
        }
      jm_draft_keep (self->draft, item);
    }

  for (guint j = 0; j < n_beside; j++)
    g_strfreev (values[j]);
}

static gboolean
read_feeling (Table      *self,
              const char *cell,
              double     *value)
{
  if (jm_import_read_feeling (cell, value))
    return TRUE;
  if (!jm_import_read_number (cell, value))
    return FALSE;

  if (self->one_to_five)
    *value -= 3;

  return TRUE;
}

static void
add_feeling (Table *self,
             char **cells,
             guint  n,
             guint  at)
{
  const char *said = self->said[at] > 0 && self->said[at] < n ? cells[self->said[at]] : NULL;
  double value;

  if (!read_feeling (self, cells[at], &value))
    {
      g_autofree char *cited = jm_import_cite (cells[at]);
      g_autofree char *message = g_strdup_printf (_("“%s” is no feeling. Write a number from 1 to 5, or “good” or “bad”."),
                                                  cited);

      jm_draft_notice (self->draft, self->row_line, 1, message);
      return;
    }
  if (value < -2 || value > 2)
    jm_draft_notice (self->draft, self->row_line, 1,
                     _("A feeling is outside of the scale; the nearest end of the scale is used."));
  jm_draft_add_feeling (self->draft, self->names[at], value, said, self->row_line, 1);
}

static void
add_thoughts (Table      *self,
              const char *cell,
              const char *persona)
{
  g_auto(GStrv) lines = jm_draft_split (self->draft, cell, '\n', self->row_line);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      JmItem *thought;

      if (*g_strstrip (lines[i]) == '\0')
        continue;
      thought = jm_draft_add (self->draft, JM_KIND_THOUGHT, lines[i]);
      jm_item_set (thought, JM_ATTR_PERSONA, jm_draft_name_persona (self->draft, persona));
      jm_draft_keep (self->draft, thought);
    }
}

static void
add_notes (Table      *self,
           const char *cell,
           const char *lane)
{
  g_auto(GStrv) lines = jm_draft_split (self->draft, cell, '\n', self->row_line);

  for (guint i = 0; lines[i] != NULL; i++)
    jm_draft_add_note (self->draft, lane, g_strstrip (lines[i]));
}

static gboolean
is_yes (const char *cell)
{
  g_autofree char *folded = g_utf8_casefold (cell, -1);

  g_strstrip (folded);

  return g_str_equal (jm_column_read (JM_COLUMN_MOMENT_OF_TRUTH, folded), "true") || g_str_equal (folded, "x") ||
         g_str_equal (folded, "1");
}

static void
set_duration (Table      *self,
              JmItem     *item,
              JmAttr      attr,
              const char *cell)
{
  g_autofree char *duration = jm_import_read_duration (cell);

  jm_draft_set (self->draft, item, attr, duration != NULL ? duration : cell, self->row_line, 1);
}

/* One cell of a touchpoint or, where there is none, of the phase. */
static void
add_cell (Table *self,
          char **cells,
          guint  n,
          guint  at)
{
  static const Beside pains[] = { { JM_COLUMN_SEVERITY, JM_ATTR_SEVERITY } };
  static const Beside ideas[] = { { JM_COLUMN_VOTES, JM_ATTR_VOTES }, { JM_COLUMN_EFFORT, JM_ATTR_EFFORT },
                                  { JM_COLUMN_IMPACT, JM_ATTR_IMPACT }, { JM_COLUMN_TAKEN_UP_BY, JM_ATTR_OWNER } };
  static const Beside measures[] = { { JM_COLUMN_VALUE, JM_ATTR_VALUE }, { JM_COLUMN_TARGET, JM_ATTR_TARGET },
                                     { JM_COLUMN_UNIT, JM_ATTR_UNIT } };
  JmDraft *draft = self->draft;
  JmItem *touchpoint = draft->touchpoint;
  char *cell = cells[at];

  switch (self->columns[at])
    {
    case JM_COLUMN_GOAL:
      jm_draft_describe (draft, draft->phase, JM_KIND_GOAL, cell);
      return;
    case JM_COLUMN_START:
      jm_draft_set (draft, draft->phase, JM_ATTR_START, cell, self->row_line, 1);
      return;
    case JM_COLUMN_DURATION:
      set_duration (self, draft->phase, JM_ATTR_DURATION, cell);
      return;
    case JM_COLUMN_MEASURES:
      add_items (self, cells, n, at, JM_KIND_MEASURE, measures, G_N_ELEMENTS (measures));
      return;
    case JM_COLUMN_PAIN_POINTS:
      add_items (self, cells, n, at, JM_KIND_PAIN_POINT, pains, G_N_ELEMENTS (pains));
      return;
    case JM_COLUMN_OPPORTUNITIES:
      add_items (self, cells, n, at, JM_KIND_OPPORTUNITY, ideas, G_N_ELEMENTS (ideas));
      return;
    case JM_COLUMN_EMOTION:
      add_feeling (self, cells, n, at);
      return;
    case JM_COLUMN_THOUGHTS:
      add_thoughts (self, cell, self->names[at]);
      return;
    case JM_N_COLUMNS:
      if (self->names[at] != NULL)
        add_notes (self, cell, self->names[at]);
      return;
    default:
      break;
    }

  if (touchpoint == NULL)
    return;

  switch ((int) self->columns[at])
    {
    case JM_COLUMN_DESCRIPTION:
      jm_draft_describe (draft, touchpoint, JM_KIND_DESCRIPTION, cell);
      break;
    case JM_COLUMN_CHANNEL:
      jm_draft_set_channel (draft, cell);
      break;
    case JM_COLUMN_DEVICE:
      jm_draft_set (draft, touchpoint, JM_ATTR_DEVICE, jm_column_read (JM_COLUMN_DEVICE, cell), self->row_line, 1);
      break;
    case JM_COLUMN_TIME:
      set_duration (self, touchpoint, JM_ATTR_AT, cell);
      break;
    case JM_COLUMN_MOMENT_OF_TRUTH:
      if (is_yes (cell))
        jm_item_set (touchpoint, JM_ATTR_MOMENT_OF_TRUTH, "true");
      break;
    case JM_COLUMN_EVIDENCE:
      jm_draft_set (draft, touchpoint, JM_ATTR_EVIDENCE, jm_column_read (JM_COLUMN_EVIDENCE, cell), self->row_line, 1);
      break;
    case JM_COLUMN_OWNER:
      jm_draft_set (draft, touchpoint, JM_ATTR_OWNER, cell, self->row_line, 1);
      break;
    default:
      break;
    }
}

/* A row without a touchpoint is about its phase, and begins that. A phase that is not named is the one above. */
static void
add_row (Table *self,
         char **cells,
         guint  n)
{
  g_autofree char *phase = get_title (self, cells, n, JM_COLUMN_PHASE);
  g_autofree char *touchpoint = get_title (self, cells, n, JM_COLUMN_TOUCHPOINT);
  gboolean has_touchpoint = *touchpoint != '\0';
  gboolean says_something = FALSE;

  tell_of_rest (self, cells, n);
  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    says_something = says_something || (*cells[i] != '\0' && self->columns[i] != JM_COLUMN_PHASE);
  if (!says_something && *phase == '\0')
    return;

  if (self->draft->phase == NULL || (*phase != '\0' && g_strcmp0 (phase, self->phase) != 0) ||
      (!has_touchpoint && self->draft->touchpoint != NULL))
    {
      jm_draft_begin_phase (self->draft, *phase != '\0' ? phase : self->phase != NULL ? self->phase : "");
      if (*phase != '\0')
        {
          g_free (self->phase);
          self->phase = g_steal_pointer (&phase);
        }
    }
  if (has_touchpoint)
    jm_draft_begin_touchpoint (self->draft, touchpoint);

  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    if (*cells[i] != '\0')
      add_cell (self, cells, n, i);
}

/* Feelings below 1 tell that the scale has its middle at 0; where there is no such feeling, and one above 2, it is that
 * from 1 to 5. The heading tells before all. */
static void
find_scale (Table      *self,
            const char *text)
{
  g_autofree char *copy = g_strdup (text);
  char **cells = g_newa (char *, MAX_COLUMNS);
  Table look = *self;
  double least = G_MAXDOUBLE, most = -G_MAXDOUBLE, value;
  guint n;

  if (self->one_to_five || !has_column (self, JM_COLUMN_EMOTION))
    return;

  look.at = copy;
  while ((n = take_row (&look, cells)) > 0 && self->draft->error == NULL)
    for (guint i = 0; i < MIN (n, self->n_columns); i++)
      if (self->columns[i] == JM_COLUMN_EMOTION && jm_import_read_number (cells[i], &value))
        {
          least = MIN (least, value);
          most = MAX (most, value);
        }

  self->one_to_five = least >= 1 && most > 2;
}

/**
 * jm_import_table:
 * @draft: where to put what is read
 * @text: a table; taken apart where it stands
 *
 * Reads comma-, semicolon- or tab-separated values as RFC 4180 has them, with any line ends.
 */
void
jm_import_table (JmDraft *draft,
                 char    *text)
{
  char **cells = g_newa (char *, MAX_COLUMNS);
  Table *self = g_new0 (Table, 1);
  guint n;

  self->draft = draft;
  self->at = text;
  self->line = 1;
  self->separator = find_separator (text);

  if (read_headings (self))
    {
      find_scale (self, self->at);
      while (draft->error == NULL && (n = take_row (self, cells)) > 0)
        add_row (self, cells, n);
    }

  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->names[i]);
  g_free (self->phase);
  g_free (self);
}
