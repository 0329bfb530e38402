/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make a map share: the map under way, and what is open of it. */
#pragma once

#include "jm-id-table.h"
#include "jm-links.h"
#include "jm-parse.h"
#include "jm-report.h"

G_BEGIN_DECLS

/* An element whose end tag has not come yet. */
typedef struct
{
  JmItem           *item;         /* owned until it is put into its parent */
  const JmKindRule *rule;
  GPtrArray        *in_text;      /* what stands in its text, to be put in once the text is there */
  const char       *id;           /* its own, or the nearest around it */
  gsize             offset;
  gsize             text_start;   /* where its text begins in JmBuilder.text */
  gsize             text_offset;  /* where the run of text begins in the file */
  gsize             n_text;
  guint             order;        /* the furthest place in the schema's order so far */
  guint64           parts;        /* kinds of children that were there, one bit each */
  gboolean          told_order;
} JmOpen;

typedef struct
{
  JmScan        *scan;
  JmReport      *report;
  JmIdTable     *ids;
  JmProblem     *problem;
  JmLinks       *links;
  GString       *text;               /* of all that is open, one after another */
  GString       *value;
  const xmlChar *our_uri;
  JmItem        *root;
  GPtrArray     *before;
  GPtrArray     *after;
  gboolean       newer;              /* than version 1.0 */
  gboolean       has_touchpoints_lane;
  guint          depth;
  guint          n_of_kind[JM_N_KINDS];
  JmOpen         open[JM_MAX_DEPTH];
} JmBuilder;

/* jm-build-attributes.c */
gboolean        jm_builder_refuse          (JmBuilder      *self,
                                            JmReadError     code,
                                            gsize           offset,
                                            char           *message);
gboolean        jm_builder_refuse_id       (JmBuilder      *self,
                                            const char     *id,
                                            gsize           offset);
gboolean        jm_builder_take_id         (JmBuilder      *self,
                                            const char     *id,
                                            JmKind          kind,
                                            gsize           offset);
const char     *jm_builder_take_value      (JmBuilder      *self,
                                            const xmlChar **attribute);
void            jm_builder_keep_attribute  (JmBuilder      *self,
                                            JmItem         *item,
                                            const xmlChar **attribute);
const xmlChar **jm_builder_find_attribute  (const char     *name,
                                            int             n_attributes,
                                            const xmlChar **attributes);
gboolean        jm_builder_take_attributes (JmBuilder      *self,
                                            JmOpen         *open,
                                            int             n_attributes,
                                            const xmlChar **attributes);

/* jm-build-lanes.c */
gboolean        jm_builder_check_lane      (JmBuilder      *self,
                                            JmOpen         *open);
void            jm_builder_complete_lanes  (JmBuilder      *self,
                                            JmOpen         *map);

G_END_DECLS
