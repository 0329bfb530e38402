/* SPDX-License-Identifier: GPL-3.0-or-later */
/* librsvg stops most of what a hostile SVG tries, but not giant blurs and not raster images within. So an SVG may hold
 * shapes, text and paint, and nothing that reaches out of it or costs without bound (jm-svg-cost.c).
 */

#include "config.h"

#include "jm-svg-gate.h"

#include "jm-parser.h"
#include "jm-picture.h"
#include "jm-svg-cost.h"
#include "jm-scan.h"

#include <math.h>
#include <string.h>

/* What an SVG may be made of: shapes, text, paint. Nothing that loads, scripts, moves or filters. */
static const char * const svg_elements[] = {
  "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "linearGradient", "marker", "mask", "metadata", "path",
  "pattern", "polygon", "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol", "text",
  "textPath", "title", "tspan", "use", "view", NULL
};

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

typedef struct
{
  xmlParserCtxtPtr context;
  guint            n_elements;
  guint            depth;
  guint            metadata_depth;   /* within metadata anything may stand: it is not drawn; 0 for outside */
  guint            style_depth;
  gboolean         allowed;
  gboolean         broken;
  JmSvgCost       *cost;
  GString         *style;
  double           width;
  double           height;
} SvgGate;

/* The number in front of a length. Units other than pixels only shrink or grow it by a known factor. */
static gboolean
parse_length (const char *text,
              double     *length)
{
  static const struct { const char *name; double pixels; } units[] = {
    { "", 1 }, { "px", 1 }, { "pt", 96.0 / 72 }, { "pc", 16 }, { "in", 96 }, { "cm", 96 / 2.54 }, { "mm", 96 / 25.4 },
    { "em", 16 }, { "ex", 8 },
  };
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || !isfinite (number))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (strcmp (g_strchomp (end), units[i].name) == 0)
      {
        *length = number * units[i].pixels;
        return TRUE;
      }

  return FALSE;
}

static void
measure_svg_root (SvgGate        *self,
                  int             n_attributes,
                  const xmlChar **attributes)
{
  double box[4] = { 0, 0, 0, 0 };
  double width = 0;
  double height = 0;

  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = &attributes[5 * i];
      g_autofree char *value = g_strndup ((const char *) attribute[3], attribute[4] - attribute[3]);

      if (attribute[2] != NULL)
        continue;

      if (strcmp ((const char *) attribute[0], "width") == 0)
        parse_length (value, &width);
      else if (strcmp ((const char *) attribute[0], "height") == 0)
        parse_length (value, &height);
      else if (strcmp ((const char *) attribute[0], "viewBox") == 0)
        {
          char *at = value;

          for (guint n = 0; n < 4; n++)
            {
              while (*at == ',' || g_ascii_isspace (*at))
                at++;
              box[n] = g_ascii_strtod (at, &at);
            }
        }
    }

  if (!(width > 0) && !(height > 0))
    {
      width = box[2];
      height = box[3];
    }
  else if (!(width > 0))
    width = box[3] > 0 ? height * box[2] / box[3] : height;
  else if (!(height > 0))
    height = box[2] > 0 ? width * box[3] / box[2] : width;

  self->width = width;
  self->height = height;
}

static gboolean
reaches_out (const char *css)
{
  g_autofree char *lower = g_ascii_strdown (css, -1);

  /* A backslash can spell any of these in another way. */
  if (strstr (lower, "@import") != NULL || strstr (lower, "filter") != NULL || strchr (lower, '\\') != NULL)
    return TRUE;

  for (const char *at = strstr (lower, "url("); at != NULL; at = strstr (at, "url("))
    {
      at += strlen ("url(");
      while (g_ascii_isspace (*at) || *at == '"' || *at == '\'')
        at++;
      if (*at != '#')
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_allowed_attribute (const xmlChar        **attribute,
                      const JmSvgAttribute  *own)
{
  const char *name = own->name;

  /* An onclick and its like. */
  if (g_ascii_strncasecmp (name, "on", 2) == 0)
    return FALSE;
  if (strcmp (name, "href") == 0)
    return own->value[strspn (own->value, " \t\r\n")] == '#';
  if (strcmp (name, "base") == 0 && attribute[2] != NULL)
    return FALSE;
  if (strcmp (name, "filter") == 0)
    return FALSE;

  return !reaches_out (own->value);
}

/* Takes attributes as libxml2 hands them over, and counts the work of the element. */
static gboolean
take_attributes (SvgGate        *self,
                 const char     *local,
                 int             n_attributes,
                 const xmlChar **attributes)
{
  JmSvgAttribute own[JM_MAX_ATTRIBUTES] = { { NULL, NULL } };
  gboolean allowed = TRUE;
  guint n = 0;

  /* The scan has counted. */
  g_return_val_if_fail (n_attributes <= JM_MAX_ATTRIBUTES, FALSE);

  for (int i = 0; i < n_attributes && allowed; i++)
    {
      const xmlChar **attribute = &attributes[5 * i];

      own[n].name = (const char *) attribute[0];
      own[n].value = g_strndup ((const char *) attribute[3], attribute[4] - attribute[3]);
      allowed = is_allowed_attribute (attribute, &own[n]);
      n++;
    }

  if (allowed)
    jm_svg_cost_start (self->cost, local, own, n);
  while (n > 0)
    g_free (own[--n].value);

  return allowed;
}

static void
stop_gate (SvgGate *self)
{
  self->allowed = FALSE;
  xmlStopParser (self->context);
}

static void
svg_start_cb (void           *user_data,
              const xmlChar  *local,
              const xmlChar  *prefix,
              const xmlChar  *uri,
              int             n_namespaces,
              const xmlChar **namespaces,
              int             n_attributes,
              int             n_defaulted,
              const xmlChar **attributes)
{
  SvgGate *self = user_data;
  gboolean is_svg = uri != NULL && strcmp ((const char *) uri, SVG_NAMESPACE) == 0;

  self->depth++;
  if (++self->n_elements > JM_PICTURE_MAX_SVG_ELEMENTS || self->depth > JM_MAX_DEPTH)
    {
      stop_gate (self);
      return;
    }

  if (self->metadata_depth > 0)
    return;

  if (self->depth == 1)
    {
      if (!is_svg || strcmp ((const char *) local, "svg") != 0)
        {
          self->broken = TRUE;
          stop_gate (self);
          return;
        }
      measure_svg_root (self, n_attributes, attributes);
    }

  /* What drawing programs note down in namespaces of their own draws nothing. */
  if (!is_svg || strcmp ((const char *) local, "metadata") == 0)
    {
      self->metadata_depth = self->depth;
      return;
    }

  if (!g_strv_contains (svg_elements, (const char *) local))
    {
      stop_gate (self);
      return;
    }

  if (strcmp ((const char *) local, "style") == 0)
    self->style_depth = self->depth;

  if (!take_attributes (self, (const char *) local, n_attributes, attributes))
    stop_gate (self);
}

static void
svg_end_cb (void          *user_data,
            const xmlChar *local,
            const xmlChar *prefix,
            const xmlChar *uri)
{
  SvgGate *self = user_data;

  if (!self->allowed)
    return;

  if (self->metadata_depth == 0)
    jm_svg_cost_end (self->cost);
  if (self->metadata_depth == self->depth)
    self->metadata_depth = 0;
  if (self->style_depth == self->depth)
    {
      self->style_depth = 0;
      if (reaches_out (self->style->str))
        stop_gate (self);
      jm_svg_cost_style (self->cost, self->style->str);
      g_string_truncate (self->style, 0);
    }
  self->depth--;
}

/* Blanks between elements are no text. */
static gsize
count_letters (const char *text,
               gsize       length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      n++;

  return n;
}

static void
svg_text_cb (void          *user_data,
             const xmlChar *text,
             int            length)
{
  SvgGate *self = user_data;

  if (self->style_depth > 0)
    g_string_append_len (self->style, (const char *) text, length);
  else if (self->metadata_depth == 0 && self->allowed)
    jm_svg_cost_text (self->cost, count_letters ((const char *) text, (gsize) length));
}

static void
svg_instruction_cb (void          *user_data,
                    const xmlChar *target,
                    const xmlChar *data)
{
  /* An xml-stylesheet would be fetched. */
  stop_gate (user_data);
}

static void
svg_error_cb (void       *user_data,
              JmXmlError *error)
{
  SvgGate *self = user_data;

  if (error->level >= XML_ERR_ERROR && self->allowed)
    {
      self->broken = TRUE;
      stop_gate (self);
    }
}

static gboolean
pass_gate (SvgGate      *self,
           const JmScan *scan)
{
  gboolean passed;

  self->context = jm_parser_new (scan->data, scan->length, self);
  /* Without memory it is not let through. */
  if (self->context == NULL)
    return FALSE;

  self->style = g_string_new (NULL);
  self->cost = jm_svg_cost_new ();
  self->context->sax->startElementNs = svg_start_cb;
  self->context->sax->endElementNs = svg_end_cb;
  self->context->sax->characters = svg_text_cb;
  self->context->sax->ignorableWhitespace = svg_text_cb;
  self->context->sax->cdataBlock = svg_text_cb;
  self->context->sax->processingInstruction = svg_instruction_cb;
  self->context->sax->serror = svg_error_cb;

  xmlParseDocument (self->context);
  passed = self->allowed && self->context->wellFormed && self->context->errNo == XML_ERR_OK;

  if (passed)
    passed = jm_svg_cost_is_fine (self->cost, MIN (self->width * self->height, JM_PICTURE_MAX_PIXELS));

  jm_parser_free (self->context);
  g_string_free (self->style, TRUE);
  jm_svg_cost_free (self->cost);

  return passed;
}

/**
 * jm_svg_gate_check:
 * @bytes: what says to be an SVG
 * @width: (out): its width in pixels
 * @height: (out): its height in pixels
 * @broken: (out): whether it is no SVG at all, rather than one that is not let through
 *
 * Holds an SVG against the list of what may be in it. The same limits on tags hold as for a map, and for the same reason;
 * a DOCTYPE is not let in by the scan. Costs O(n); safe from any thread.
 *
 * Returns: %TRUE if librsvg may see it
 */
gboolean
jm_svg_gate_check (GBytes   *bytes,
                   double   *width,
                   double   *height,
                   gboolean *broken)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  SvgGate self = { .allowed = TRUE };
  JmScan scan;
  gboolean passed;

  jm_scan_init (&scan, data, length);
  passed = jm_scan_run (&scan);
  if (passed)
    passed = pass_gate (&self, &scan);
  else
    self.broken = scan.problem.code != JM_READ_ERROR_LIMIT && memmem (data, length, "<!DOCTYPE", 9) == NULL;
  jm_scan_clear (&scan);

  *width = self.width;
  *height = self.height;
  *broken = self.broken;

  return passed;
}
