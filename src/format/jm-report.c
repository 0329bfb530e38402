/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings become notices once, at the end, so that positions are counted in one pass over the file. */

#include "config.h"

#include "jm-report.h"

#include <glib/gi18n.h>

typedef struct
{
  JmNoticeLevel level;
  gsize         offset;
  guint         nth;
  char         *item_id;
  char         *message;
} Finding;

struct _JmReport
{
  GArray        *findings;
  guint          n_more;
  JmNoticeLevel  more_level;
  gsize          more_offset;
};

static void
clear_finding (gpointer data)
{
  Finding *finding = data;

  g_free (finding->item_id);
  g_free (finding->message);
}

/**
 * jm_report_new:
 *
 * Returns: (transfer full): a report with nothing in it
 */
JmReport *
jm_report_new (void)
{
  JmReport *self = g_new0 (JmReport, 1);

  self->findings = g_array_new (FALSE, FALSE, sizeof (Finding));
  g_array_set_clear_func (self->findings, clear_finding);

  return self;
}

/**
 * jm_report_free:
 * @self: (transfer full): a report
 */
void
jm_report_free (JmReport *self)
{
  g_array_unref (self->findings);
  g_free (self);
}

/**
 * jm_report_add:
 * @self: a report
 * @level: how much it matters
 * @offset: where in the file
 * @item_id: (nullable): the item concerned
 * @message: (transfer full): what is wrong and what to do
 *
 * Adds a finding. After %JM_MAX_NOTICES of them they are only counted.
 */
void
jm_report_add (JmReport      *self,
               JmNoticeLevel  level,
               gsize          offset,
               const char    *item_id,
               char          *message)
{
  Finding finding = { level, offset, self->findings->len, NULL, message };

  if (self->findings->len >= JM_MAX_NOTICES && level != JM_NOTICE_REFUSED)
    {
      if (self->n_more++ == 0)
        self->more_offset = offset;
      self->more_level = MAX (self->more_level, level);
      g_free (message);
      return;
    }

  finding.item_id = g_strdup (item_id);
  g_array_append_val (self->findings, finding);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const Finding *one = a;
  const Finding *other = b;

  if (one->offset != other->offset)
    return one->offset < other->offset ? -1 : 1;

  return one->nth < other->nth ? -1 : one->nth > other->nth;
}

/**
 * jm_report_tell:
 * @self: a report
 * @scan: the scan of the file
 * @file: what the person called it
 *
 * Makes notices of all findings, in the order of the file. The count of those left out comes last.
 *
 * Returns: (transfer full) (element-type JmNotice): the notices
 */
GPtrArray *
jm_report_tell (JmReport   *self,
                JmScan     *scan,
                const char *file)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_notice_unref);
  int line, column;

  g_array_sort (self->findings, compare_findings);

  for (guint i = 0; i < self->findings->len; i++)
    {
      const Finding *finding = &g_array_index (self->findings, Finding, i);

      jm_scan_locate (scan, finding->offset, &line, &column);
      g_ptr_array_add (notices, jm_notice_new (finding->level, file, line, column,
                                               finding->message, finding->item_id));
    }

  if (self->n_more > 0)
    {
      g_autofree char *message =
        g_strdup_printf (ngettext ("There is %u more notice about this file. Correct those above first.",
                                   "There are %u more notices about this file. Correct those above first.",
                                   self->n_more),
                         self->n_more);

      jm_scan_locate (scan, self->more_offset, &line, &column);
      g_ptr_array_add (notices, jm_notice_new (self->more_level, file, line, column, message, NULL));
    }

  return notices;
}
