/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The XML parser, shut off from network, files and entities: it hands on what stands where, or says in plain words what is wrong. */
#pragma once

#include "jm-scan.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/* offset is where the thing begins in the file. namespaces are pairs of prefix and URI; attributes are fives of local
 * name, prefix, URI, and the beginning and end of the value, as libxml2 hands them over. A function returns FALSE to end
 * the parsing. Text may come in several pieces of one offset.
 */
typedef struct
{
  gboolean (*start_element) (gpointer        user_data,
                             gsize           offset,
                             const xmlChar  *local,
                             const xmlChar  *prefix,
                             const xmlChar  *uri,
                             int             n_namespaces,
                             const xmlChar **namespaces,
                             int             n_attributes,
                             const xmlChar **attributes);
  gboolean (*end_element)   (gpointer        user_data);
  gboolean (*text)          (gpointer        user_data,
                             gsize           offset,
                             const char     *text,
                             gsize           length);
  gboolean (*comment)       (gpointer        user_data,
                             gsize           offset,
                             const char     *text);
  gboolean (*instruction)   (gpointer        user_data,
                             gsize           offset,
                             const char     *target,
                             const char     *data);
} JmParseHandlers;

gboolean  jm_parse                  (const JmScan          *scan,
                                     gsize                  length,
                                     const JmParseHandlers *handlers,
                                     gpointer               user_data,
                                     JmProblem             *problem);
void      jm_parse_append_attribute (GString               *string,
                                     const xmlChar        **attribute);

G_END_DECLS
