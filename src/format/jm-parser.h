/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A parser of libxml2 that does nothing but parse: shut off from network, files and entities. */
#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* What libxml2 hands to a function that is told of errors; it became constant in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError JmXmlError;
#else
typedef xmlError JmXmlError;
#endif

xmlParserCtxtPtr jm_parser_new  (const char       *data,
                                 gsize             length,
                                 gpointer          user_data);
void             jm_parser_free (xmlParserCtxtPtr  parser);

G_END_DECLS
