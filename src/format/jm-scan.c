/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scan of a file's tags that knows quotes, comments and CDATA. It exists for two reasons: libxml2 takes
 * quadratic time for a tag of many attributes before SAX hears of it, so a parser must not see such a tag at all; and
 * SAX tells where a tag ends, while a person wants to know where it begins.
 *
 * What it reports as not well-formed is not well-formed; what it lets pass, the parser judges.
 */

#include "config.h"

#include "jm-scan-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* A name on the way down to where the scan is. */
typedef struct
{
  const char *name;
  gsize       length;
} OpenTag;

typedef struct
{
  JmScan     *scan;
  const char *end;
  const char *at;
  guint       n_elements;
  guint       n_others;        /* comments and processing instructions */
  guint       n_attributes;
  guint       depth;
  gboolean    in_text;         /* the run of text before `at` has its mark */
  gboolean    had_root;
  OpenTag     open[JM_MAX_DEPTH];
} Scanner;

/* Problems */

/**
 * jm_problem_clear:
 * @problem: a problem
 *
 * Frees the message of @problem, so that it is none.
 */
void
jm_problem_clear (JmProblem *problem)
{
  g_clear_pointer (&problem->message, g_free);
}

/**
 * jm_scan_report:
 * @scan: a scan
 * @code: what sort of problem
 * @where: a byte of its file
 * @message: (transfer full): what is wrong and what to do
 *
 * Leaves the problem in @scan.
 *
 * Returns: %FALSE, so that a caller can return it at once
 */
gboolean
jm_scan_report (JmScan      *scan,
                JmReadError  code,
                const char  *where,
                char        *message)
{
  jm_problem_clear (&scan->problem);
  scan->problem.code = code;
  scan->problem.offset = where - scan->data;
  scan->problem.message = message;

  return FALSE;
}

/* Scan */

/**
 * jm_scan_init:
 * @scan: a scan
 * @data: the bytes of a file; borrowed for as long as @scan is used
 * @length: how many
 *
 * Prepares a scan. A byte order mark is passed over, and counts in no position.
 */
void
jm_scan_init (JmScan     *scan,
              const char *data,
              gsize       length)
{
  memset (scan, 0, sizeof *scan);

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  scan->data = data;
  scan->length = length;
  scan->marks = g_array_new (FALSE, FALSE, sizeof (guint32));
  scan->last_line = 1;
  scan->last_column = 1;
}

/**
 * jm_scan_clear:
 * @scan: a scan
 *
 * Frees what @scan holds.
 */
void
jm_scan_clear (JmScan *scan)
{
  g_clear_pointer (&scan->marks, g_array_unref);
  jm_problem_clear (&scan->problem);
}

/**
 * jm_scan_get_mark:
 * @scan: a scan that ran
 * @nth: the number of the event, from 0
 *
 * Says where the thing begins that the SAX parser tells of in its @nth event.
 *
 * Returns: the offset in bytes; the end of the file when there are fewer events
 */
gsize
jm_scan_get_mark (const JmScan *scan,
                  guint         nth)
{
  if (nth >= scan->marks->len)
    return scan->length;

  return g_array_index (scan->marks, guint32, nth);
}

/**
 * jm_scan_locate:
 * @scan: a scan
 * @offset: a byte of the file
 * @line: (out): its line, from 1
 * @column: (out): its character in that line, from 1
 *
 * Turns an offset into what a person can find. Asking in rising order costs O(n) for all questions together; going
 * back starts from the first line again.
 */
void
jm_scan_locate (JmScan *scan,
                gsize   offset,
                int    *line,
                int    *column)
{
  gsize at = scan->last_offset;
  int at_line = scan->last_line;
  int at_column = scan->last_column;

  offset = MIN (offset, scan->length);
  if (offset < at)
    {
      at = 0;
      at_line = 1;
      at_column = 1;
    }

  for (; at < offset; at++)
    {
      guchar c = scan->data[at];

      /* A lone carriage return ends a line too, as it does for XML. */
      if (c == '\n' || (c == '\r' && (at + 1 == scan->length || scan->data[at + 1] != '\n')))
        {
          at_line++;
          at_column = 1;
        }
      else if ((c & 0xc0) != 0x80)
        {
          at_column++;
        }
    }

  scan->last_offset = at;
  scan->last_line = at_line;
  scan->last_column = at_column;
  *line = at_line;
  *column = at_column;
}

/* Tags */

static void
mark (Scanner    *self,
      const char *where)
{
  guint32 offset = where - self->scan->data;

  g_array_append_val (self->scan->marks, offset);
  self->in_text = FALSE;
}

static void
mark_text (Scanner    *self,
           const char *where)
{
  if (self->in_text)
    return;

  mark (self, where);
  self->in_text = TRUE;
}

static gboolean
report_end_within (Scanner *self)
{
  return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, self->at,
                         g_strdup (_("The file ends within what begins here. It was probably cut off: fetch it once "
                                     "more, or restore it from a copy.")));
}

/* How much of a name is shown: it may be 64 KiB long. */
static int
shown_length (const char *name,
              gsize       length)
{
  if (length > 60)
    length = g_utf8_find_next_char (name + 59, name + length) - name;

  return (int) length;
}

static gboolean
scan_text (Scanner    *self,
           const char *end)
{
  const char *at = self->at;

  if (at == end)
    return TRUE;

  if (self->depth > 0)
    {
      mark_text (self, at);
    }
  else
    {
      while (at < end && jm_scan_is_blank (*at))
        at++;
      if (at < end)
        return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                               g_strdup (_("There is text here, outside of the map. Remove it, or restore the file "
                                           "from a copy.")));
    }

  self->at = end;
  return TRUE;
}

static gboolean
scan_declaration (Scanner *self)
{
  const char *at = self->at;
  gsize left = self->end - at;
  const char *close;

  if (left >= 4 && memcmp (at, "<!--", 4) == 0)
    {
      close = memmem (at + 4, left - 4, "-->", 3);
      if (close == NULL)
        return report_end_within (self);

      if (++self->n_others > JM_MAX_ELEMENTS)
        return jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, at,
                               g_strdup_printf (_("The file holds more than %d comments. Remove those from here on."),
                                                JM_MAX_ELEMENTS));
      mark (self, at);
      self->at = close + 3;
      return TRUE;
    }

  if (left >= 9 && memcmp (at, "<![CDATA[", 9) == 0)
    {
      close = memmem (at + 9, left - 9, "]]>", 3);
      if (close == NULL)
        return report_end_within (self);

      if (close > at + 9 && self->depth > 0)
        mark_text (self, at);
      self->at = close + 3;
      return TRUE;
    }

  if (left >= 9 && memcmp (at, "<!DOCTYPE", 9) == 0)
    return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                           g_strdup (_("The file has a DOCTYPE, which a map never has, because it could make the "
                                       "program read other files. If you trust the file, remove everything from "
                                       "“<!DOCTYPE” up to its “>”.")));

  if (memchr (at, '>', left) == NULL)
    return report_end_within (self);

  return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                         g_strdup (_("This “<!” begins nothing that may stand in a map. Remove it, or write “&lt;!” "
                                     "where the sign itself is meant.")));
}

static gboolean
scan_instruction (Scanner *self)
{
  const char *at = self->at;
  const char *close = memmem (at + 2, self->end - at - 2, "?>", 2);

  if (close == NULL)
    return report_end_within (self);

  /* The XML declaration is no instruction. */
  if (at != self->scan->data || close - at < 6 || memcmp (at, "<?xml", 5) != 0 || !jm_scan_is_blank (at[5]))
    {
      if (++self->n_others > JM_MAX_ELEMENTS)
        return jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, at,
                               g_strdup_printf (_("The file holds more than %d processing instructions. Remove those "
                                                  "from here on."),
                                                JM_MAX_ELEMENTS));
      mark (self, at);
    }

  self->at = close + 2;
  return TRUE;
}

static gboolean
scan_end_tag (Scanner *self)
{
  const char *at = self->at;
  const char *close = memchr (at, '>', self->end - at);
  const char *name = at + 2;
  const char *name_end = name;
  const OpenTag *open;

  if (close == NULL)
    return report_end_within (self);

  while (name_end < close && !jm_scan_is_blank (*name_end))
    name_end++;

  if (self->depth == 0)
    return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                           /* Translators: %.*s is the name of an XML element. */
                           g_strdup_printf (_("“</%.*s>” closes something that was never opened. Remove it, or open "
                                              "it before."),
                                            shown_length (name, name_end - name), name));

  open = &self->open[self->depth - 1];
  if ((gsize) (name_end - name) != open->length || memcmp (name, open->name, open->length) != 0)
    {
      int line, column;

      jm_scan_locate (self->scan, open->name - 1 - self->scan->data, &line, &column);
      return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                             /* Translators: the first two %.*s are names of XML elements, the third is the first once more. */
                             g_strdup_printf (_("“</%.*s>” stands here, but “<%.*s>” of line %d is still open. Close "
                                                "“%.*s” first."),
                                              shown_length (name, name_end - name), name,
                                              shown_length (open->name, open->length), open->name,
                                              line,
                                              shown_length (open->name, open->length), open->name));
    }

  mark (self, at);
  self->depth--;
  self->at = close + 1;
  return TRUE;
}

/* Finds the ">" that ends the tag at self->at; NULL when the tag is a problem. */
static const char *
find_tag_end (Scanner *self)
{
  const char *start = self->at;
  const char *limit = MIN (self->end, start + JM_MAX_TAG);
  const char *at;
  guint n_attributes = 0;

  for (at = start + 1; at < limit; at++)
    {
      char c = *at;

      if (c == '>')
        {
          self->n_attributes += n_attributes;
          return at;
        }

      if (c == '"' || c == '\'')
        {
          if (++n_attributes > JM_MAX_ATTRIBUTES)
            {
              jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, start,
                              g_strdup_printf (_("This element has more than %d attributes, which no map needs. "
                                                 "Remove some."),
                                               JM_MAX_ATTRIBUTES));
              return NULL;
            }

          for (at++; at < limit && *at != c; at++)
            if (*at == '<')
              {
                jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, start,
                                g_strdup (_("A value in this tag has no closing quotation mark, or holds a “<”. Close "
                                            "it, or write “&lt;”.")));
                return NULL;
              }
        }
      else if (c == '<')
        {
          jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, start,
                          g_strdup (_("A “<” begins here and the next one follows before a “>”. Close this tag, or "
                                      "write “&lt;” where the sign itself is meant.")));
          return NULL;
        }
    }

  if (limit < self->end)
    jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, start,
                    g_strdup_printf (_("This tag is longer than %d KiB. Put long text into an element instead of an "
                                       "attribute."),
                                     JM_MAX_TAG / 1024));
  else
    report_end_within (self);

  return NULL;
}

static gboolean
scan_start_tag (Scanner *self)
{
  const char *at = self->at;
  const char *close = find_tag_end (self);
  const char *name = at + 1;
  const char *name_end = name;

  if (close == NULL)
    return FALSE;

  if (self->depth == 0 && self->had_root)
    return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, at,
                           g_strdup (_("A second map begins here, and a file holds one. Move it to a file of its "
                                       "own.")));

  if (++self->n_elements > JM_MAX_ELEMENTS)
    return jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, at,
                           g_strdup_printf (_("The file holds more than %d elements. Divide it into several maps."),
                                            JM_MAX_ELEMENTS));

  if (self->depth == JM_MAX_DEPTH)
    return jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, at,
                           g_strdup_printf (_("Elements stand within each other more than %d deep, which no map needs. "
                                              "Take some of them out."),
                                            JM_MAX_DEPTH));

  if (self->n_attributes > JM_MAX_ALL_ATTRIBUTES)
    return jm_scan_report (self->scan, JM_READ_ERROR_LIMIT, at,
                           g_strdup_printf (_("The elements of the file have more than %d attributes. Divide it into "
                                              "several maps."),
                                            JM_MAX_ALL_ATTRIBUTES));

  self->had_root = TRUE;
  mark (self, at);

  if (close[-1] == '/' && close - 1 > at)
    {
      mark (self, at);
    }
  else
    {
      while (name_end < close && !jm_scan_is_blank (*name_end))
        name_end++;
      self->open[self->depth].name = name;
      self->open[self->depth].length = name_end - name;
      self->depth++;
    }

  self->at = close + 1;
  return TRUE;
}

static gboolean
scan_tags (Scanner *self)
{
  while (self->at < self->end)
    {
      const char *tag = memchr (self->at, '<', self->end - self->at);
      gboolean fine;

      if (!scan_text (self, tag != NULL ? tag : self->end))
        return FALSE;
      if (tag == NULL)
        break;
      if (tag + 1 == self->end)
        return report_end_within (self);

      switch (tag[1])
        {
        case '!':
          fine = scan_declaration (self);
          break;

        case '?':
          fine = scan_instruction (self);
          break;

        case '/':
          fine = scan_end_tag (self);
          break;

        default:
          fine = scan_start_tag (self);
          break;
        }

      if (!fine)
        return FALSE;
    }

  if (self->depth > 0)
    {
      const OpenTag *open = &self->open[self->depth - 1];
      int line, column;

      jm_scan_locate (self->scan, open->name - 1 - self->scan->data, &line, &column);
      return jm_scan_report (self->scan, JM_READ_ERROR_NOT_XML, self->end,
                             /* Translators: %.*s is the name of an XML element. */
                             g_strdup_printf (_("The file ends here, but “<%.*s>” of line %d is still open. It was "
                                                "probably cut off: fetch it once more, or restore it from a copy."),
                                              shown_length (open->name, open->length), open->name, line));
    }

  if (!self->had_root)
    return jm_scan_report (self->scan, JM_READ_ERROR_NOT_A_MAP, self->scan->data,
                           g_strdup (_("This is not a journey map: there is nothing in it. Choose a file that ends in "
                                       ".cjm.")));

  return TRUE;
}

/**
 * jm_scan_tell_too_large:
 *
 * Returns: (transfer full): what to say about a file of more than %JM_MAX_FILE bytes
 */
char *
jm_scan_tell_too_large (void)
{
  return g_strdup_printf (_("The file is larger than %d MiB. Make its pictures smaller, or divide it into several "
                            "maps."),
                          JM_MAX_FILE / 1024 / 1024);
}

/**
 * jm_scan_run:
 * @scan: a scan
 *
 * Holds the file against the limits on size, encoding, tags, depth and number, and notes where its tags begin. What is
 * wrong first is left in @scan->problem. Costs O(n), and 4 bytes of memory for each tag.
 *
 * Returns: %TRUE if a parser may see the file
 */
gboolean
jm_scan_run (JmScan *scan)
{
  Scanner self = { .scan = scan, .at = scan->data, .end = scan->data + scan->length };

  if (scan->length > JM_MAX_FILE)
    return jm_scan_report (scan, JM_READ_ERROR_LIMIT, scan->data, jm_scan_tell_too_large ());

  return jm_scan_check_encoding (scan) && scan_tags (&self);
}
