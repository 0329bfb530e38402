/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmNotice: one thing to tell about a file that was read: where it stands, what is wrong and what to do. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JM_TYPE_NOTICE (jm_notice_get_type ())

typedef enum
{
  JM_NOTICE_REMARK,   /* worth knowing; nothing was changed */
  JM_NOTICE_ODD,      /* it opened, and something in it had to be read differently */
  JM_NOTICE_REFUSED   /* the map cannot be opened */
} JmNoticeLevel;

/* file is what the person called it, in UTF-8; line and column count from 1, columns in characters; item_id is the
 * item concerned or the nearest one around it, and may be NULL.
 */
typedef struct
{
  JmNoticeLevel level;
  char         *file;
  int           line;
  int           column;
  char         *message;
  char         *item_id;
} JmNotice;

GType      jm_notice_get_type (void);
JmNotice  *jm_notice_new      (JmNoticeLevel   level,
                               const char     *file,
                               int             line,
                               int             column,
                               const char     *message,
                               const char     *item_id);
JmNotice  *jm_notice_ref      (JmNotice       *notice);
void       jm_notice_unref    (JmNotice       *notice);
char      *jm_notice_format   (const JmNotice *notice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmNotice, jm_notice_unref)

G_END_DECLS
