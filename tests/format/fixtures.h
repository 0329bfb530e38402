/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the file format share: finding files by folder, and the schema. */
#pragma once

#include "format/jm-read.h"
#include "format/jm-write.h"

G_BEGIN_DECLS

typedef struct _Schema Schema;

char      *fixtures_test_folder   (const char  *name);
char      *fixtures_data_folder   (const char  *name);
GPtrArray *fixtures_list          (const char  *folder,
                                   const char  *suffix);
GBytes    *fixtures_load          (const char  *path);
GBytes    *fixtures_bytes         (const char  *text);
JmMap     *fixtures_read          (const char  *text);
char      *fixtures_write         (JmMap       *map);
char      *fixtures_tell          (GPtrArray   *notices);
char      *fixtures_move_home     (void);
void       fixtures_remove_folder (const char  *folder);

Schema    *schema_new             (void);
void       schema_free            (Schema      *self);
char      *schema_find_error      (Schema      *self,
                                   GBytes      *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Schema, schema_free)

/* A map of version 1.0 around body, and one with a lane and a phase around body in its touchpoint. */
#define MAP(body) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<journey-map xmlns=\"https://example.com/ns/cjm/1\" version=\"1.0\" kind=\"current-state\">\n" \
  body \
  "</journey-map>\n"
#define LANE "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
#define TOUCHPOINT(body) \
  MAP (LANE \
       "  <phase id=\"shop\">\n" \
       "    <touchpoint id=\"try\">\n" \
       body \
       "    </touchpoint>\n" \
       "  </phase>\n")

G_END_DECLS
