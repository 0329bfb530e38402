/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCommand: one command of cjm, and what all of them have in common: options, words to the person, how they end. */
#pragma once

#include "model/jm-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* How a command ends. */
typedef enum
{
  JM_EXIT_FINE,
  JM_EXIT_WRONG,  /* something is wrong with a file */
  JM_EXIT_USAGE   /* something is wrong with the command line */
} JmExit;

typedef struct _JmCommand JmCommand;

struct _JmCommand
{
  const char *name;
  const char *usage;    /* what follows the name, to be translated; NULL for nothing */
  const char *summary;  /* a line of it, to be translated */

  JmExit (* run) (const JmCommand  *self,
                  char            **args);
};

extern const JmCommand jm_command_export;
extern const JmCommand jm_command_check;
extern const JmCommand jm_command_new;
extern const JmCommand jm_command_templates;
extern const JmCommand jm_command_import;
extern const JmCommand jm_command_format;
extern const JmCommand jm_command_diff;
extern const JmCommand jm_command_merge;
extern const JmCommand jm_command_thumbnail;

gboolean  jm_command_parse        (const JmCommand     *self,
                                   const GOptionEntry  *options,
                                   const char          *explanation,
                                   guint                n_least,
                                   guint                n_most,
                                   char              ***args,
                                   JmExit              *end);
JmExit    jm_command_fail         (const JmCommand     *self,
                                   JmExit               end,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (3, 4);
JmExit    jm_command_fail_usage   (const JmCommand     *self,
                                   const char          *format,
                                   ...) G_GNUC_PRINTF (2, 3);
void      jm_command_tell_notices (const GPtrArray     *notices,
                                   gboolean             remarks,
                                   gboolean             on_output);

/* Maps */
char     *jm_command_name_file    (const char          *path);
JmMap    *jm_command_read_map     (const char          *path,
                                   gboolean             remarks);
JmExit    jm_command_save_new     (const JmCommand     *self,
                                   JmMap               *map,
                                   const char          *path);
gboolean  jm_command_spares       (const JmCommand     *self,
                                   const char          *map,
                                   const char          *output,
                                   JmExit              *end);

G_END_DECLS
