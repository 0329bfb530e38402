/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmScan: the look at a file before the XML parser may see it: its limits, and where every tag of it begins. */
#pragma once

#include "jm-read.h"

G_BEGIN_DECLS

#define JM_MAX_FILE       (64 * 1024 * 1024)
#define JM_MAX_TAG        (64 * 1024)
#define JM_MAX_ATTRIBUTES 64
#define JM_MAX_DEPTH      64
#define JM_MAX_ELEMENTS   200000
/* Of a whole file: more than the largest map needs, and little enough for memory and for the names that libxml2 keeps. */
#define JM_MAX_ALL_ATTRIBUTES 1000000
#define JM_MAX_TEXT       (1024 * 1024)

/* What is wrong, and at which byte of JmScan.data; message is NULL when nothing is. */
typedef struct
{
  JmReadError code;
  gsize       offset;
  char       *message;
} JmProblem;

/* data is borrowed. marks are the offsets at which the things begin that a SAX parser tells of, in the order in which
 * it tells of them: start of an element, end of an element, comment, processing instruction, run of text.
 */
typedef struct
{
  const char *data;
  gsize       length;
  GArray     *marks;
  JmProblem   problem;

  gsize       last_offset;
  int         last_line;
  int         last_column;
} JmScan;

void      jm_problem_clear       (JmProblem    *problem);

void      jm_scan_init           (JmScan       *scan,
                                  const char   *data,
                                  gsize         length);
void      jm_scan_clear          (JmScan       *scan);
gboolean  jm_scan_run            (JmScan       *scan);
gsize     jm_scan_get_mark       (const JmScan *scan,
                                  guint         nth);
void      jm_scan_locate         (JmScan       *scan,
                                  gsize         offset,
                                  int          *line,
                                  int          *column);
char     *jm_scan_tell_too_large (void);

G_END_DECLS
