/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libxml2's SAX2 interface, and the translation of its errors. */

#include "config.h"

#include "jm-parse.h"

#include "jm-parser.h"

#include <glib/gi18n.h>
#include <libxml/xmlerror.h>
#include <string.h>

/* Bytes of all different names of a file. The table that libxml2 keeps them in stops growing early, and becomes a list. */
#define MAX_NAMES_SIZE (1024 * 1024)

typedef struct
{
  const JmScan          *scan;
  gsize                  length;
  const JmParseHandlers *handlers;  /* NULL: only look for errors */
  gpointer               user_data;
  JmProblem             *problem;
  xmlParserCtxtPtr       context;
  guint                  n_events;  /* how many of the scan's marks are behind us */
  gboolean               in_text;
  gboolean               stopped;
} Parse;

/* Errors */

static gboolean
is_xml_character (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

static const char *
find_impossible_character (const char *from,
                           const char *end)
{
  for (const char *at = from; at < end; at = g_utf8_next_char (at))
    if (!is_xml_character (g_utf8_get_char (at)))
      return at;

  return NULL;
}

/* The thing the parser is in: a tag that began before, or the run of text it hands on just now. */
static gsize
beginning_of_the_present (const Parse *self,
                          gsize        offset)
{
  gsize next = jm_scan_get_mark (self->scan, self->n_events);

  if (next < offset && next < self->length)
    return next;
  if (self->n_events > 0)
    return jm_scan_get_mark (self->scan, self->n_events - 1);

  return 0;
}

static char *
tell_no_memory (void)
{
  return g_strdup (_("There is too little memory to read this. Close other programs, and open it once more."));
}

static void
take_error (Parse          *self,
            const xmlError *error)
{
  const char *data = self->scan->data;
  gsize offset, beginning;
  const char *found;
  char *message;

  /* Deprecated in 2.14, and what replaces it is not in the versions before. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  offset = CLAMP (xmlByteConsumed (self->context), 0, (long) self->length);
  G_GNUC_END_IGNORE_DEPRECATIONS
  beginning = beginning_of_the_present (self, offset);

  self->problem->code = JM_READ_ERROR_NOT_XML;

  switch (error->code)
    {
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_ENTITYREF_NO_NAME:
    case XML_ERR_NAME_REQUIRED:
      found = memrchr (data + beginning, '&', MIN (offset + 1, self->length) - beginning);
      if (found != NULL)
        {
          offset = found - data;
          message = g_strdup (_("This “&” stands for nothing that a map knows. Write “&amp;” where the sign itself is "
                                "meant."));
          break;
        }
      offset = beginning;
      message = g_strdup (_("A name is missing here, or is no name. Correct it in a text editor."));
      break;

    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_ERR_INVALID_CHARREF:
    case XML_ERR_INVALID_DEC_CHARREF:
    case XML_ERR_INVALID_HEX_CHARREF:
      found = find_impossible_character (data + beginning, data + MIN (offset + 4, self->length));
      if (found != NULL)
        {
          offset = found - data;
          message = g_strdup (_("There is a control character here, which a map cannot hold. Remove it in a text editor."));
          break;
        }
      found = memrchr (data + beginning, '&', MIN (offset + 1, self->length) - beginning);
      offset = found != NULL ? (gsize) (found - data) : beginning;
      message = g_strdup (_("This “&#…;” names no character that text can hold. Remove it, or write the character itself."));
      break;

    case XML_ERR_ATTRIBUTE_REDEFINED:
    case XML_NS_ERR_ATTRIBUTE_REDEFINED:
      offset = beginning;
      message = g_strdup (_("This tag has one attribute twice. Remove one of the two."));
      break;

    case XML_ERR_ATTRIBUTE_NOT_STARTED:
    case XML_ERR_ATTRIBUTE_NOT_FINISHED:
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
    case XML_ERR_SPACE_REQUIRED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LT_REQUIRED:
    case XML_ERR_LT_IN_ATTRIBUTE:
      offset = beginning;
      message = g_strdup (_("This tag is not written as a tag must be: each attribute has the form name=\"value\", with a "
                            "blank before it. Correct it in a text editor."));
      break;

    /* Memory, or the table of names is full. */
    case XML_ERR_NO_MEMORY:
      if (self->context == NULL || xmlDictGetUsage (self->context->dict) <= MAX_NAMES_SIZE)
        {
          self->problem->code = JM_READ_ERROR_UNREADABLE;
          message = tell_no_memory ();
          break;
        }
      self->problem->code = JM_READ_ERROR_LIMIT;
      offset = beginning;
      message = g_strdup (_("The file holds more different names of elements and attributes than any map needs. Remove those "
                            "that are not of JourneyMap."));
      break;

    /* libxml2 has limits of its own, such as 10 MB for a comment. */
    case XML_ERR_COMMENT_NOT_FINISHED:
    case XML_ERR_PI_NOT_FINISHED:
    case XML_ERR_INTERNAL_ERROR:
      self->problem->code = JM_READ_ERROR_LIMIT;
      offset = beginning;
      message = g_strdup (_("What stands here is longer than any map needs. Shorten it."));
      break;

    case XML_NS_ERR_UNDEFINED_NAMESPACE:
    case XML_NS_ERR_QNAME:
    case XML_NS_ERR_COLON:
    case XML_NS_ERR_XML_NAMESPACE:
    case XML_NS_ERR_EMPTY:
      offset = beginning;
      message = g_strdup (_("A name here has a prefix that is not declared. Declare it with xmlns:prefix=\"…\", or leave "
                            "the prefix out."));
      break;

    case XML_ERR_HYPHEN_IN_COMMENT:
      offset = beginning;
      message = g_strdup (_("A comment may not hold “--”. Remove one of the two hyphens."));
      break;

    case XML_ERR_MISPLACED_CDATA_END:
      found = memmem (data + beginning, self->length - beginning, "]]>", 3);
      if (found != NULL)
        offset = found - data;
      message = g_strdup (_("Text may not hold “]]>”. Write “]]&gt;”."));
      break;

    case XML_ERR_RESERVED_XML_NAME:
    case XML_ERR_XMLDECL_NOT_STARTED:
    case XML_ERR_XMLDECL_NOT_FINISHED:
    case XML_ERR_VERSION_MISSING:
    case XML_ERR_UNKNOWN_VERSION:
    case XML_ERR_STANDALONE_VALUE:
    case XML_ERR_ENCODING_NAME:
      offset = beginning;
      message = g_strdup (_("“<?xml …?>” may stand at the very beginning of the file only, as "
                            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>. Correct it in a text editor."));
      break;

    default:
      {
        g_autofree char *reason = g_strdup (error->message != NULL ? error->message : "");

        g_strdelimit (g_strstrip (reason), "\n", ' ');
        /* Translators: %s is what the XML parser says, in English. */
        message = g_strdup_printf (_("The file is not well-formed here (%s). Correct it in a text editor, or restore the "
                                     "file from a copy."),
                                   reason);
      }
      break;
    }

  self->problem->offset = offset;
  self->problem->message = message;
}

static void
stop (Parse *self)
{
  if (self->stopped)
    return;

  self->stopped = TRUE;
  xmlStopParser (self->context);
}

/* Only the first error is told, and nothing is read after it: libxml2 would go on through the whole file. */
static void
error_cb (void       *user_data,
          JmXmlError *error)
{
  Parse *self = user_data;

  if (error->level < XML_ERR_ERROR || self->stopped)
    return;

  take_error (self, error);
  stop (self);
}

/* Events */

static gsize
next_event (Parse *self)
{
  self->in_text = FALSE;

  return jm_scan_get_mark (self->scan, self->n_events++);
}

/* A namespace is named by what it means, and libxml2 hands over an ampersand in it as it does in any value. */
static const xmlChar *
resolve_uri (Parse         *self,
             const xmlChar *uri)
{
  const char *text = (const char *) uri;
  const xmlChar *attribute[5] = { NULL, NULL, NULL, uri, NULL };
  g_autoptr (GString) resolved = NULL;
  const xmlChar *kept;

  if (text == NULL || strchr (text, '&') == NULL)
    return uri;

  resolved = g_string_new (NULL);
  attribute[4] = uri + strlen (text);
  jm_parse_append_attribute (resolved, attribute);
  kept = xmlDictLookup (self->context->dict, (const xmlChar *) resolved->str, (int) resolved->len);

  return kept != NULL ? kept : uri;
}

/* Resolves every step-th of n. Returns NULL where nothing is to be resolved, which is nearly always. */
static const xmlChar **
resolve_uris (Parse          *self,
              const xmlChar **given,
              int             n,
              int             step,
              int             place)
{
  const xmlChar **resolved = NULL;

  for (int i = 0; i < n; i++)
    {
      const xmlChar *uri = given[step * i + place];
      const xmlChar *other = resolve_uri (self, uri);

      if (other == uri)
        continue;
      if (resolved == NULL)
        resolved = g_memdup2 (given, sizeof *given * (gsize) step * (gsize) n);
      resolved[step * i + place] = other;
    }

  return resolved;
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *local,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  Parse *self = user_data;
  gsize offset = next_event (self);
  g_autofree const xmlChar **own_namespaces = NULL;
  g_autofree const xmlChar **own_attributes = NULL;

  if (self->stopped || self->handlers == NULL)
    return;

  own_namespaces = resolve_uris (self, namespaces, n_namespaces, 2, 1);
  own_attributes = resolve_uris (self, attributes, n_attributes, 5, 2);
  if (!self->handlers->start_element (self->user_data, offset, local, prefix, resolve_uri (self, uri),
                                      n_namespaces, own_namespaces != NULL ? own_namespaces : namespaces,
                                      n_attributes, own_attributes != NULL ? own_attributes : attributes))
    stop (self);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *local,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Parse *self = user_data;

  next_event (self);
  if (self->stopped || self->handlers == NULL)
    return;

  if (!self->handlers->end_element (self->user_data))
    stop (self);
}

static void
text_cb (void          *user_data,
         const xmlChar *text,
         int            length)
{
  Parse *self = user_data;

  if (length <= 0)
    return;

  if (!self->in_text)
    {
      next_event (self);
      self->in_text = TRUE;
    }

  if (self->stopped || self->handlers == NULL)
    return;

  if (!self->handlers->text (self->user_data, jm_scan_get_mark (self->scan, self->n_events - 1),
                             (const char *) text, length))
    stop (self);
}

static void
comment_cb (void          *user_data,
            const xmlChar *text)
{
  Parse *self = user_data;
  gsize offset = next_event (self);

  if (self->stopped || self->handlers == NULL)
    return;

  if (!self->handlers->comment (self->user_data, offset, (const char *) text))
    stop (self);
}

static void
instruction_cb (void          *user_data,
                const xmlChar *target,
                const xmlChar *data)
{
  Parse *self = user_data;
  gsize offset = next_event (self);

  if (self->stopped || self->handlers == NULL)
    return;

  if (!self->handlers->instruction (self->user_data, offset, (const char *) target, (const char *) data))
    stop (self);
}

/**
 * jm_parse:
 * @scan: a scan; its limits must hold for the bytes parsed
 * @length: how many bytes of the file to parse
 * @handlers: (nullable): what to tell of, or %NULL to look for errors only
 * @user_data: for @handlers
 * @problem: (out): the first thing that is not well-formed
 *
 * Parses a file. No network, no other file, no entity but the five of XML, and no recovery: a file is accepted when the
 * parser calls it well-formed, namespaces included, has no error of any sort, and no handler ended the parsing.
 *
 * Returns: %TRUE if everything was parsed; otherwise @problem is set, or a handler returned %FALSE
 */
gboolean
jm_parse (const JmScan          *scan,
          gsize                  length,
          const JmParseHandlers *handlers,
          gpointer               user_data,
          JmProblem             *problem)
{
  Parse self = {
    .scan = scan, .length = length, .handlers = handlers, .user_data = user_data, .problem = problem
  };
  gboolean accepted;

  self.context = jm_parser_new (scan->data, length, &self);
  if (self.context == NULL)
    {
      jm_problem_clear (problem);
      problem->code = JM_READ_ERROR_UNREADABLE;
      problem->message = tell_no_memory ();
      return FALSE;
    }

  xmlDictSetLimit (self.context->dict, MAX_NAMES_SIZE);

  self.context->sax->startElementNs = start_element_cb;
  self.context->sax->endElementNs = end_element_cb;
  self.context->sax->characters = text_cb;
  self.context->sax->ignorableWhitespace = text_cb;
  self.context->sax->cdataBlock = text_cb;
  self.context->sax->comment = comment_cb;
  self.context->sax->processingInstruction = instruction_cb;
  self.context->sax->serror = error_cb;

  xmlParseDocument (self.context);

  accepted = self.context->wellFormed && self.context->nsWellFormed && self.context->errNo == XML_ERR_OK &&
             !self.stopped;
  if (!accepted && !self.stopped)
    {
      problem->code = JM_READ_ERROR_NOT_XML;
      problem->offset = MIN (beginning_of_the_present (&self, length), length);
      problem->message = g_strdup (_("The file is not well-formed here. Correct it in a text editor, or restore the file "
                                     "from a copy."));
    }

  jm_parser_free (self.context);

  return accepted;
}

/**
 * jm_parse_append_attribute:
 * @string: where to append
 * @attribute: the five of an attribute
 *
 * Appends the value of an attribute. Without XML_PARSE_NOENT libxml2 leaves an ampersand of a value as "&#38;" and
 * resolves everything else, so an ampersand here is always that.
 */
void
jm_parse_append_attribute (GString        *string,
                           const xmlChar **attribute)
{
  const char *at = (const char *) attribute[3];
  const char *end = (const char *) attribute[4];
  const char *ampersand;

  while ((ampersand = memchr (at, '&', end - at)) != NULL)
    {
      g_string_append_len (string, at, ampersand + 1 - at);
      at = ampersand + 1;
      if (end - at >= 4 && memcmp (at, "#38;", 4) == 0)
        at += 4;
    }
  g_string_append_len (string, at, end - at);
}
