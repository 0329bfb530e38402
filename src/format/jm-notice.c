/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told about a file, and how it reads on one line. */

#include "jm-notice.h"

G_DEFINE_BOXED_TYPE (JmNotice, jm_notice, jm_notice_ref, jm_notice_unref)

static void
jm_notice_clear (gpointer data)
{
  JmNotice *notice = data;

  g_free (notice->file);
  g_free (notice->message);
  g_free (notice->item_id);
}

/**
 * jm_notice_new:
 * @level: how much it matters
 * @file: what the person called the file, in UTF-8
 * @line: the line, from 1
 * @column: the character in that line, from 1
 * @message: what is wrong and what to do, in the person's language
 * @item_id: (nullable): the item concerned, or the nearest one around it
 *
 * Makes a notice. It is never changed afterwards, and may be shared between threads.
 *
 * Returns: (transfer full): the notice
 */
JmNotice *
jm_notice_new (JmNoticeLevel  level,
               const char    *file,
               int            line,
               int            column,
               const char    *message,
               const char    *item_id)
{
  JmNotice *notice;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (line >= 1 && column >= 1, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  notice = g_atomic_rc_box_new0 (JmNotice);
  notice->level = level;
  notice->file = g_strdup (file);
  notice->line = line;
  notice->column = column;
  notice->message = g_strdup (message);
  notice->item_id = g_strdup (item_id);

  return notice;
}

/**
 * jm_notice_ref:
 * @notice: a notice
 *
 * Returns: (transfer full): @notice
 */
JmNotice *
jm_notice_ref (JmNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return g_atomic_rc_box_acquire (notice);
}

/**
 * jm_notice_unref:
 * @notice: (transfer full): a notice
 */
void
jm_notice_unref (JmNotice *notice)
{
  g_return_if_fail (notice != NULL);

  g_atomic_rc_box_release_full (notice, jm_notice_clear);
}

/**
 * jm_notice_format:
 * @notice: a notice
 *
 * Puts a notice on one line as compilers do, `file:line:column: message`, so that editors find the place. A line break in
 * the name of the file becomes a blank.
 *
 * Returns: (transfer full): the line, without a line break at its end
 */
char *
jm_notice_format (const JmNotice *notice)
{
  g_return_val_if_fail (notice != NULL, NULL);

  return g_strdelimit (g_strdup_printf ("%s:%d:%d: %s", notice->file, notice->line, notice->column, notice->message),
                       "\r\n", ' ');
}
