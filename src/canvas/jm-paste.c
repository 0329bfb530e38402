/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text can be a list, the cells of a spreadsheet, an outline of phases or a diagram. What it is is seen from its first
 * lines; whoever pastes more than a short list is told first what will come of it. */
#include "jm-paste.h"

#include "jm-clip.h"
#include "jm-commands.h"

#include "format/jm-columns.h"
#include "format/jm-import.h"
#include "format/jm-read.h"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* A list of at most so many lines needs no question. */
#define OBVIOUS_ITEMS 12

/* As many of the first items are told, and so much of each. */
#define TOLD_ITEMS      3
#define TOLD_CHARACTERS 60

struct _JmPaste
{
  JmMap     *map;        /* of a table, an outline or a map; else NULL */
  gboolean   is_table;   /* not from a map of ours */
  GPtrArray *lines;      /* of char *, NULL-terminated */
  JmKind     kind;       /* what the lines become */
  gboolean   has_cells;
  GPtrArray *known;      /* columns that are known, as they are called there */
  GPtrArray *unknown;    /* those that become lanes of notes */
};

/* Limits */

/**
 * jm_paste_refuse_size:
 * @n_bytes: how large a text is
 * @error: return location for a #GError
 *
 * Says that a text is too large to be pasted.
 */
void
jm_paste_refuse_size (gsize    n_bytes,
                      GError **error)
{
  g_autofree char *size = g_format_size (n_bytes);
  g_autofree char *most = g_format_size_full (JM_PASTE_MAX_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  /* Translators: sizes such as "10 MB" and "1 MiB" */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("This text is %s; at most %s can be pasted at once. Nothing was pasted."), size, most);
}

static gboolean
check_number (guint    n_lines,
              GError **error)
{
  if (n_lines <= JM_PASTE_MAX_ITEMS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("This text has %u lines; at most %u can be pasted at once. Nothing was pasted."),
               n_lines, JM_PASTE_MAX_ITEMS);
  return FALSE;
}

/* A wide table has many cells in few lines. */
static gboolean
check_cells (GPtrArray  *lines,
             GError    **error)
{
  if (lines->len <= JM_PASTE_MAX_ITEMS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _("This table has %u cells; at most %u can be pasted at once. Nothing was pasted."),
               lines->len, JM_PASTE_MAX_ITEMS);
  return FALSE;
}

static gboolean
check_lengths (GPtrArray  *lines,
               GError    **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      glong n_characters = g_utf8_strlen (g_ptr_array_index (lines, i), -1);

      if (n_characters > JM_PASTE_MAX_CHARACTERS)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                       _("A line of this text has %ld characters; a card takes at most %d. Nothing was pasted."),
                       n_characters, JM_PASTE_MAX_CHARACTERS);
          return FALSE;
        }
    }

  return TRUE;
}

/* What it is */

static guint
count_lines (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == '\n' && text[1] != '\0';

  return n;
}

static const char *
skip_blank_lines (const char *text)
{
  for (;;)
    {
      gsize n = strspn (text, " \t\r");

      if (text[n] != '\n')
        return text;
      text += n + 1;
    }
}

/* The cells of the first row, when its headings are those of a table of a map. */
static gboolean
read_headings (JmPaste    *self,
               const char *text)
{
  gsize length = strcspn (text, "\n");
  g_autofree char *row = g_strndup (text, length);
  const char *separator = strchr (row, '\t') != NULL ? "\t" : strchr (row, ';') != NULL ? ";" : ",";
  g_auto(GStrv) cells = g_strsplit (row, separator, -1);
  g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  gboolean has_main = FALSE;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autofree char *whose = NULL;
      JmColumn column;
      char *cell = g_strstrip (cells[i]);

      if (*cell == '"' && cell[1] != '\0')
        {
          cell++;
          cell[strcspn (cell, "\"")] = '\0';
        }
      if (*cell == '\0')
        continue;
      if (!jm_column_find (cell, &column, &whose))
        {
          g_ptr_array_add (unknown, g_strdup (cell));
          continue;
        }
      has_main = has_main || column == JM_COLUMN_PHASE || column == JM_COLUMN_TOUCHPOINT;
      g_ptr_array_add (known, g_strdup (cell));
    }

  /* A row below it, and enough that is known: a sentence may well begin with "Step, …". */
  if (!has_main || *skip_blank_lines (text + length + (text[length] != '\0')) == '\0' || known->len < unknown->len ||
      (known->len < 2 && *separator != '\t' && unknown->len > 0))
    return FALSE;

  self->known = g_steal_pointer (&known);
  self->unknown = g_steal_pointer (&unknown);
  return TRUE;
}

/* Headings as in Markdown, or lines that are indented below others: phases and what is in them. */
static gboolean
is_outline (const char *text)
{
  gboolean is_indented = FALSE;
  guint n_lines = 0;

  for (const char *line = text; *line != '\0'; line += strcspn (line, "\n"), line += *line != '\0')
    {
      gsize length = strcspn (line, "\n");
      gsize indent = strspn (line, " \t");
      gsize hashes = strspn (line, "#");

      if (indent >= length)
        continue;
      if (memchr (line + indent, '\t', length - indent) != NULL)
        return FALSE;
      if (hashes > 0 && line[hashes] == ' ')
        return TRUE;
      if (n_lines > 0 && (indent >= 2 || line[0] == '\t'))
        is_indented = TRUE;
      n_lines++;
    }

  return is_indented && strspn (text, " \t") == 0;
}

static const JmImportFormat *
find_format (JmPaste    *self,
             const char *text)
{
  if (g_str_has_prefix (text, "journey") && (text[7] == '\n' || text[7] == ' '))
    return jm_import_format_from_path ("x.mmd");
  if (read_headings (self, text))
    return jm_import_format_from_path ("x.tsv");
  if (is_outline (text))
    return jm_import_format_from_path ("x.txt");

  return NULL;
}

/* The length of "- ", "• ", "3. " or "3) " at the beginning of a line; 0 for none. */
static gsize
get_marker (const char *line)
{
  static const char * const bullets[] = { "- ", "* ", "• ", "– ", "▪ ", "◦ " };
  gsize digits = strspn (line, "0123456789");

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return strlen (bullets[i]);

  return digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' '
    ? digits + 2 : 0;
}

static void
read_lines (JmPaste    *self,
            const char *text)
{
  g_auto(GStrv) parts = g_strsplit_set (text, "\n\t", -1);
  gboolean all_marked = TRUE;

  self->has_cells = strchr (text, '\t') != NULL;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*g_strstrip (parts[i]) == '\0')
        continue;
      all_marked = all_marked && get_marker (parts[i]) > 0;
      g_ptr_array_add (self->lines, g_strdup (parts[i]));
    }

  for (guint i = 0; all_marked && self->lines->len > 1 && i < self->lines->len; i++)
    {
      char *line = g_ptr_array_index (self->lines, i);
      char *said = g_strdup (line + get_marker (line));

      g_free (line);
      self->lines->pdata[i] = g_strstrip (said);
    }
}

/* Of the kind of what has the focus, when a list of that makes sense. */
static JmKind
find_kind (JmSession *session)
{
  JmKind kind = jm_command_get_kind (session, NULL);

  switch ((int) kind)
    {
    case JM_KIND_PAIN_POINT:
    case JM_KIND_OPPORTUNITY:
    case JM_KIND_THOUGHT:
    case JM_KIND_NOTE:
    case JM_KIND_PHASE:
      return kind;
    default:
      return JM_KIND_TOUCHPOINT;
    }
}

/**
 * jm_paste_new:
 * @session: a session
 * @text: UTF-8 from anywhere
 * @kind: what a line becomes; %JM_KIND_NONE for the kind of what has the focus
 * @error: return location for a #GError that says why it cannot be pasted
 *
 * Looks what a text is. What no map can hold is left out; what is too much is refused.
 *
 * Returns: (transfer full) (nullable): what will come of it
 */
JmPaste *
jm_paste_new (JmSession   *session,
              const char  *text,
              JmKind       kind,
              GError     **error)
{
  g_autoptr(JmPaste) self = g_new0 (JmPaste, 1);
  g_autofree char *clean = NULL;
  const JmImportFormat *format;
  const char *start;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > JM_PASTE_MAX_BYTES)
    {
      jm_paste_refuse_size (strlen (text), error);
      return NULL;
    }

  clean = jm_text_clean (text, -1);
  start = skip_blank_lines (clean);
  if (!check_number (count_lines (start), error))
    return NULL;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->kind = kind != JM_KIND_NONE ? kind : find_kind (session);

  if ((g_str_has_prefix (start, "<?xml") || g_str_has_prefix (start, "<journey-map")) &&
      strstr (start, JM_NAMESPACE) != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (start, strlen (start));

      self->map = jm_read_bytes (bytes, _("Clipboard"), NULL, error);
      return self->map != NULL ? g_steal_pointer (&self) : NULL;
    }

  format = find_format (self, start);
  if (format != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (start, strlen (start));

      self->is_table = TRUE;
      self->map = jm_import_bytes (bytes, _("Clipboard"), format, NULL, NULL, NULL);
    }
  if (self->map == NULL)
    {
      /* What cannot be read as a table is as good as a list. */
      self->is_table = FALSE;
      read_lines (self, start);
      if (!check_cells (self->lines, error) || !check_lengths (self->lines, error))
        return NULL;
      if (self->lines->len == 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("There is no text to paste."));
          return NULL;
        }
    }
  g_ptr_array_add (self->lines, NULL);

  return g_steal_pointer (&self);
}

/**
 * jm_paste_free:
 * @self: (transfer full): a paste
 */
void
jm_paste_free (JmPaste *self)
{
  g_clear_pointer (&self->map, jm_map_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_free (self);
}

/* In words */

/**
 * jm_paste_is_obvious:
 * @self: a paste
 *
 * Returns: whether a person knows without being told what will come of it: a map of ours, or a short list
 */
gboolean
jm_paste_is_obvious (JmPaste *self)
{
  if (self->map != NULL)
    return !self->is_table;

  return self->lines->len - 1 <= OBVIOUS_ITEMS && !(self->has_cells && self->lines->len > 2);
}

static void
count_kinds (JmItem *item,
             guint  *counts)
{
  counts[jm_item_get_kind (item)]++;
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    count_kinds (jm_item_get_child (item, i), counts);
}

static char *
say_count (JmKind kind,
           guint  n)
{
  const char *format;

  switch ((int) kind)
    {
    case JM_KIND_PHASE:
      format = ngettext ("%u phase", "%u phases", n);
      break;
    case JM_KIND_TOUCHPOINT:
      format = ngettext ("%u touchpoint", "%u touchpoints", n);
      break;
    case JM_KIND_EMOTION:
      format = ngettext ("%u feeling", "%u feelings", n);
      break;
    case JM_KIND_PAIN_POINT:
      format = ngettext ("%u pain point", "%u pain points", n);
      break;
    case JM_KIND_OPPORTUNITY:
      format = ngettext ("%u opportunity", "%u opportunities", n);
      break;
    case JM_KIND_THOUGHT:
      format = ngettext ("%u thought", "%u thoughts", n);
      break;
    case JM_KIND_NOTE:
      format = ngettext ("%u note", "%u notes", n);
      break;
    case JM_KIND_MEASURE:
      format = ngettext ("%u measure", "%u measures", n);
      break;
    default:
      return NULL;
    }

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (format, n);
#pragma GCC diagnostic pop
}

/* How many phases of a map have a name of their own. */
static guint
count_named (JmMap *map)
{
  JmItem *phase;
  guint cursor = 0, n = 0;

  while ((phase = jm_item_next (jm_map_get_root (map), JM_KIND_PHASE, &cursor)) != NULL)
    {
      const char *title = jm_item_get_part (phase, JM_KIND_TITLE);

      if (title != NULL && *title != '\0')
        n++;
    }

  return n;
}

/**
 * jm_paste_get_heading:
 * @self: a paste
 *
 * Returns: (transfer full): what will come of it, in a line: "12 touchpoints in 3 phases"
 */
char *
jm_paste_get_heading (JmPaste *self)
{
  g_autofree guint *counts = g_new0 (guint, JM_N_KINDS);
  g_autofree char *touchpoints = NULL;
  g_autofree char *phases = NULL;
  guint n_phases;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->map == NULL)
    return say_count (self->kind, self->lines->len - 1);

  count_kinds (jm_map_get_root (self->map), counts);
  touchpoints = say_count (JM_KIND_TOUCHPOINT, counts[JM_KIND_TOUCHPOINT]);
  n_phases = count_named (self->map);
  if (n_phases == 0)
    return g_steal_pointer (&touchpoints);

  phases = say_count (JM_KIND_PHASE, n_phases);
  if (counts[JM_KIND_TOUCHPOINT] == 0)
    return g_steal_pointer (&phases);

  /* Translators: "12 touchpoints" in "3 phases" */
  return g_strdup_printf (_("%s in %s"), touchpoints, phases);
}

static void
append_list (GString    *body,
             const char *format,
             GPtrArray  *names)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", (const char *) g_ptr_array_index (names, i));
  if (names->len == 0)
    return;

  if (body->len > 0)
    g_string_append_c (body, '\n');
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (body, format, list->str);
#pragma GCC diagnostic pop
}

static char *
shorten (const char *text)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (text, -1) <= TOLD_CHARACTERS)
    return g_strdup (text);

  beginning = g_utf8_substring (text, 0, TOLD_CHARACTERS - 1);
  return g_strconcat (beginning, "…", NULL);
}

/**
 * jm_paste_get_body:
 * @self: a paste
 *
 * Returns: (transfer full): which columns were known, and what else will come of it, in a few lines
 */
char *
jm_paste_get_body (JmPaste *self)
{
  static const JmKind attached[] = { JM_KIND_EMOTION, JM_KIND_PAIN_POINT, JM_KIND_OPPORTUNITY, JM_KIND_THOUGHT,
                                     JM_KIND_NOTE, JM_KIND_MEASURE };
  g_autofree guint *counts = g_new0 (guint, JM_N_KINDS);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *body = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  if (self->map == NULL)
    {
      for (guint i = 0; i < MIN (self->lines->len - 1, TOLD_ITEMS); i++)
        g_ptr_array_add (names, shorten (g_ptr_array_index (self->lines, i)));
      if (self->lines->len - 1 > TOLD_ITEMS)
        g_ptr_array_add (names, g_strdup ("…"));
      append_list (body, "%s", names);
      return g_string_free (body, FALSE);
    }

  count_kinds (jm_map_get_root (self->map), counts);
  for (guint i = 0; i < G_N_ELEMENTS (attached); i++)
    if (counts[attached[i]] > 0)
      g_ptr_array_add (names, say_count (attached[i], counts[attached[i]]));
  append_list (body, _("With %s."), names);
  if (self->known != NULL)
    append_list (body, _("Columns: %s."), self->known);
  if (self->unknown != NULL)
    append_list (body, _("As lanes of notes: %s."), self->unknown);

  return g_string_free (body, FALSE);
}

/**
 * jm_paste_apply:
 * @self: a paste
 * @session: a session
 * @error: return location for a #GError
 *
 * Does it, as one step, and selects what came.
 *
 * Returns: how many items came
 */
guint
jm_paste_apply (JmPaste    *self,
                JmSession  *session,
                GError    **error)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (JM_IS_SESSION (session), 0);

  if (self->map != NULL)
    return jm_clip_paste_map (session, self->map, self->is_table, error);

  return jm_clip_paste_lines (session, self->kind, (const char * const *) self->lines->pdata, error);
}
