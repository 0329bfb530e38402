/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads an SVG back with libxml2, as a stranger would. */
#include "svg-checks.h"

#include <libxml/parser.h>
#include <string.h>

#define SVG_NAMESPACE   "http://www.w3.org/2000/svg"
#define XLINK_NAMESPACE "http://www.w3.org/1999/xlink"

/* Everything that a picture of ours is made of. */
static const char * const elements[] = {
  "svg", "title", "desc", "g", "rect", "path", "text", "image", "linearGradient", "stop", "clipPath", NULL
};

/* An attribute of another name is a mistake, or a way in. */
static const char * const attributes[] = {
  "aria-describedby", "aria-label", "aria-labelledby", "clip-path", "d", "direction", "fill", "fill-opacity",
  "font-family", "font-size", "font-style", "font-weight", "gradientUnits", "height", "href", "id", "lang", "offset",
  "preserveAspectRatio", "role", "rx", "space", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
  "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-rendering", "transform", "viewBox",
  "width", "x", "x1", "x2", "y", "y1", "y2", NULL
};

/* Parses an SVG, which must be well-formed in every way. */
SvgDocument *
svg_parse (GBytes *svg)
{
  gsize          length;
  const char    *data = g_bytes_get_data (svg, &length);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc        *document;

  document = xmlCtxtReadMemory (context, data, (int) length, NULL, NULL,
                                XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (document == NULL || !context->wellFormed || !context->nsWellFormed || context->errNo != 0)
    {
      const xmlError *error = xmlCtxtGetLastError (context);

      g_error ("not well-formed, line %d: %s", error != NULL ? error->line : 0, error != NULL ? error->message : "");
    }
  xmlFreeParserCtxt (context);

  g_assert_null (document->intSubset);

  return document;
}

void
svg_free (SvgDocument *document)
{
  xmlFreeDoc (document);
}

static gboolean
is (const xmlNode *node,
    const char    *element)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, element) == 0;
}

static const xmlNode *
first_element (const xmlNode *node)
{
  const xmlNode *child = node->children;

  while (child != NULL && child->type != XML_ELEMENT_NODE)
    child = child->next;

  return child;
}

static void
collect_ids (const xmlNode *node,
             GHashTable    *ids)
{
  for (; node != NULL; node = node->next)
    {
      char *id;

      if (node->type != XML_ELEMENT_NODE)
        continue;

      id = (char *) xmlGetNoNsProp (node, (const xmlChar *) "id");
      if (id != NULL)
        {
          g_assert_cmpint (xmlValidateNCName ((const xmlChar *) id, 0), ==, 0);
          if (!g_hash_table_add (ids, id))
            g_error ("the id %s stands twice", id);
        }
      collect_ids (node->children, ids);
    }
}

/* A reference leads to something in the same file, or carries a picture with it. */
static void
check_value (const char *name,
             const char *value,
             GHashTable *ids)
{
  const char *url = strstr (value, "url(");

  if (strcmp (name, "href") == 0)
    {
      g_assert_true (g_str_has_prefix (value, "data:image/png;base64,") ||
                     g_str_has_prefix (value, "data:image/jpeg;base64,") ||
                     g_str_has_prefix (value, "data:image/svg+xml;base64,"));
      return;
    }

  if (strcmp (name, "aria-labelledby") == 0 || strcmp (name, "aria-describedby") == 0)
    g_assert_true (g_hash_table_contains (ids, value));

  if (url != NULL && strcmp (name, "aria-label") != 0)
    {
      g_autofree char *id = NULL;

      g_assert_true (url == value && value[4] == '#' && g_str_has_suffix (value, ")"));
      id = g_strndup (value + 5, strlen (value) - 6);
      if (!g_hash_table_contains (ids, id))
        g_error ("%s=\"%s\" leads nowhere", name, value);
    }
}

static void
check_element (const xmlNode *node,
               GHashTable    *ids)
{
  const char    *element = (const char *) node->name;
  const xmlNode *first = first_element (node);

  if (!g_strv_contains (elements, element))
    g_error ("<%s> does not belong in a picture of ours", element);
  g_assert_cmpstr ((const char *) node->ns->href, ==, SVG_NAMESPACE);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      char       *value = (char *) xmlNodeGetContent ((const xmlNode *) attribute);

      if (!g_strv_contains (attributes, name))
        g_error ("<%s %s=\"%s\"> does not belong in a picture of ours", element, name, value);
      check_value (name, value, ids);
      xmlFree (value);
    }

  if (is (node, "g"))
    {
      gboolean has_role = xmlHasProp (node, (const xmlChar *) "role") != NULL;

      /* Who hears the picture instead of seeing it is told what every group is, first of all. What only cuts something off
       * is no group of anything. */
      g_assert_cmpint (has_role, ==, is (first, "title"));
      g_assert_true (has_role || (xmlHasProp (node, (const xmlChar *) "clip-path") != NULL &&
                                  xmlHasProp (node, (const xmlChar *) "id") == NULL));
    }

  if (is (node, "title") || is (node, "desc"))
    {
      char *content = (char *) xmlNodeGetContent (node);

      g_assert_cmpstr (content, !=, "");
      xmlFree (content);
    }

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_ELEMENT_NODE)
        check_element (child, ids);
      else
        g_assert_cmpint (child->type, ==, XML_TEXT_NODE);
    }
}

/* Holds for every picture of ours: nothing in it but what it is made of, titles first, ids unique, no way out. */
void
svg_assert_sound (SvgDocument *document)
{
  g_autoptr (GHashTable)  ids = g_hash_table_new_full (g_str_hash, g_str_equal, xmlFree, NULL);
  const xmlNode          *root = xmlDocGetRootElement (document);

  g_assert_true (is (root, "svg"));
  collect_ids (root, ids);
  check_element (root, ids);
  g_assert_true (is (first_element (root), "title"));
}

static guint
count (const xmlNode *node,
       const char    *element)
{
  guint n = 0;

  for (; node != NULL; node = node->next)
    n += (is (node, element) ? 1 : 0) + (node->type == XML_ELEMENT_NODE ? count (node->children, element) : 0);

  return n;
}

guint
svg_count (SvgDocument *document,
           const char  *element)
{
  return count (xmlDocGetRootElement (document), element);
}

static void
collect_words (const xmlNode *node,
               GString       *words)
{
  for (; node != NULL; node = node->next)
    {
      char *content = NULL;

      if (is (node, "text"))
        content = (char *) xmlNodeGetContent (node);
      else if (is (node, "path"))
        content = (char *) xmlGetNoNsProp (node, (const xmlChar *) "aria-label");
      else if (node->type == XML_ELEMENT_NODE)
        collect_words (node->children, words);

      if (content != NULL)
        g_string_append (words, content);
      xmlFree (content);
    }
}

/* A copy of a text without any white space: where a line was broken says nothing about its words. */
char *
without_space (const char *text)
{
  GString *string = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (string, c);
    }

  return g_string_free (string, FALSE);
}

/* All that can be read in the picture, in the order of the file, without white space. */
char *
svg_get_words (SvgDocument *document)
{
  g_autoptr (GString) words = g_string_new (NULL);

  collect_words (xmlDocGetRootElement (document), words);

  return without_space (words->str);
}
