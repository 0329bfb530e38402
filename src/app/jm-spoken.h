/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the file as people say and type them: durations, numbers, times of the day. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *jm_spoken_duration      (const char *value);
char       *jm_spoken_read_duration (const char *text);
char       *jm_spoken_number        (const char *value);
char       *jm_spoken_read_number   (const char *text);
char       *jm_spoken_clock         (const char *value);
char       *jm_spoken_read_clock    (const char *text);
char       *jm_spoken_date          (const char *value);
char       *jm_spoken_when          (gint64      unix_time);
char       *jm_spoken_time_or_day   (gint64      unix_time);

G_END_DECLS
