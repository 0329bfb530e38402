/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-parser.h"

#include <libxml/parserInternals.h>
#include <string.h>

static xmlParserInputPtr
load_nothing (const char       *url,
              const char       *id,
              xmlParserCtxtPtr  parser)
{
  return NULL;
}

/* Makes libxml2 ready, and keeps it from loading anything by itself, in this process. */
static void
shut_off (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      xmlSetExternalEntityLoader (load_nothing);
      g_once_init_leave (&done, 1);
    }
}

/**
 * jm_parser_new:
 * @data: what to parse
 * @length: of @data, in bytes
 * @user_data: for the functions of its table
 *
 * Makes a parser with an empty table of functions, to be filled in. It keeps a copy of @data. Safe from any thread.
 *
 * Returns: (transfer full) (nullable): a parser, freed by jm_parser_free(); %NULL for want of memory
 */
xmlParserCtxtPtr
jm_parser_new (const char *data,
               gsize       length,
               gpointer    user_data)
{
  xmlParserCtxtPtr parser;
  xmlParserInputPtr input;

  shut_off ();

  /* Not xmlCreateMemoryParserCtxt(): its parser gives up on a file of more than 10 MB the last 500 bytes of which lie behind
   * the root ("Huge input lookup").
   */
  parser = xmlNewParserCtxt ();
  if (parser == NULL)
    return NULL;

  parser->_private = g_malloc (length + 1);
  memcpy (parser->_private, data, length);
  ((char *) parser->_private)[length] = '\0';

  input = xmlNewStringInputStream (parser, parser->_private);
  if (input == NULL)
    {
      jm_parser_free (parser);
      return NULL;
    }
  inputPush (parser, input);

  xmlCtxtUseOptions (parser, XML_PARSE_NONET);
  memset (parser->sax, 0, sizeof *parser->sax);
  parser->sax->initialized = XML_SAX2_MAGIC;
  parser->userData = user_data;

  return parser;
}

/**
 * jm_parser_free:
 * @parser: (transfer full): a parser of jm_parser_new()
 */
void
jm_parser_free (xmlParserCtxtPtr parser)
{
  char *data = parser->_private;

  xmlFreeParserCtxt (parser);
  g_free (data);
}
