/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page allows itself nothing: no script, nothing from outside, one style sheet known by its hash, pictures only from
 * within. All text of the map is escaped, closed in its direction and kept apart from what stands around it. */
#include "config.h"

#include "jm-html.h"

#include "jm-outline.h"
#include "jm-svg-buffer.h"

#include "format/jm-columns.h"

#include <string.h>

static const char style_sheet[] =
  ":root{color-scheme:light;font-family:Inter,'Adwaita Sans',Cantarell,system-ui,sans-serif;line-height:1.45}"
  ":root.dark{color-scheme:dark}"
  "body{margin:2rem;overflow-wrap:break-word}"
  "h1{margin:0 0 .25rem}"
  "figure{margin:2rem 0;overflow-x:auto}"
  "figure svg{height:auto;max-width:100%;min-width:60rem}"
  "p,td,th,li{white-space:pre-line}"
  "blockquote{margin-inline:0;font-style:italic}"
  "table{border-collapse:collapse;width:100%}"
  "caption{font-size:1.25rem;font-weight:700;padding:.5rem 0;text-align:start}"
  "th,td{border:1px solid #8888;padding:.4rem .6rem;text-align:start;vertical-align:top}"
  "tbody th[scope=rowgroup]{font-size:1.1rem}"
  "th p{font-size:.9rem;font-weight:400;margin:.15rem 0 0}"
  "ul{margin:0;padding-inline-start:1.1rem}"
  ".of-the-phase>*{background:#8882}"
  "@media print{body{margin:0}figure{overflow:visible}figure svg{min-width:0}tr{break-inside:avoid}}";

/* A page as it is being written. */
typedef struct
{
  JmOutline   *outline;
  JmSvgBuffer  out;
} Page;

static void
put (Page       *self,
     const char *markup)
{
  jm_svg_buffer_put (&self->out, markup);
}

/* Text of the map: its direction is its own affair. */
static void
put_text (Page       *self,
          const char *text)
{
  put (self, "<bdi>");
  jm_svg_buffer_put_text (&self->out, text);
  put (self, "</bdi>");
}

static void
put_element (Page       *self,
             const char *name,
             const char *text)
{
  if (*text == '\0')
    return;
  put (self, "<");
  put (self, name);
  put (self, ">");
  put_text (self, text);
  put (self, "</");
  put (self, name);
  put (self, ">\n");
}

/* Only addresses that a browser opens without running anything. */
static gboolean
may_link (const char *href)
{
  static const char * const schemes[] = { "http:", "https:", "mailto:" };

  for (const char *at = href; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at) || *at == ' ')
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (href, schemes[i], strlen (schemes[i])) == 0)
      return TRUE;

  return FALSE;
}

static void
put_references (Page   *self,
                JmItem *touchpoint)
{
  JmItem *reference;
  guint   cursor = 0;

  if (jm_item_get_first (touchpoint, JM_KIND_REFERENCE) == NULL)
    return;

  put (self, "<ul>");
  while ((reference = jm_item_next (touchpoint, JM_KIND_REFERENCE, &cursor)) != NULL)
    {
      const char *href = jm_item_get (reference, JM_ATTR_HREF);
      const char *text = jm_item_get_text (reference);
      gboolean    links = href != NULL && may_link (href);

      put (self, "<li>");
      if (links)
        {
          put (self, "<a rel=\"noopener noreferrer\" href=\"");
          jm_svg_buffer_put_text (&self->out, href);
          put (self, "\">");
        }
      put_text (self, *text != '\0' || href == NULL ? text : href);
      if (links)
        put (self, "</a>");
      put (self, "</li>");
    }
  put (self, "</ul>");
}

static gboolean
has_column (JmItem *lane)
{
  return g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "line") != 0;
}

/* A cell for every lane; that of the touchpoints holds their descriptions. */
static void
put_cells (Page   *self,
           JmItem *container)
{
  GPtrArray *lanes = self->outline->lanes;

  for (guint i = 0; i < lanes->len; i++)
    {
      g_autoptr (GPtrArray) told = NULL;

      if (!has_column (lanes->pdata[i]))
        continue;
      told = jm_outline_tell (self->outline, container, lanes->pdata[i]);
      put (self, "<td>");
      if (told->len == 1)
        put_text (self, told->pdata[0]);
      else if (told->len > 1)
        {
          put (self, "<ul>");
          for (guint j = 0; j < told->len; j++)
            {
              put (self, "<li>");
              put_text (self, told->pdata[j]);
              put (self, "</li>");
            }
          put (self, "</ul>");
        }
      put (self, "</td>");
    }
  put (self, "</tr>\n");
}

/* ": ", then what is said of something. */
static void
put_said (Page       *self,
          const char *name,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  put (self, "<p>");
  jm_svg_buffer_put_text (&self->out, name);
  put (self, ": ");
  put_text (self, text);
  put (self, "</p>");
}

static void
put_phase (Page   *self,
           JmItem *phase)
{
  const char      *language = self->outline->language;
  const char      *title = jm_item_get_part (phase, JM_KIND_TITLE);
  g_autofree char *duration = jm_outline_tell_duration (self->outline, phase);
  JmItem          *touchpoint;
  guint            cursor = 0;

  put (self, "<tbody>\n<tr class=\"of-the-phase\"><th scope=\"rowgroup\">");
  put_text (self, *title != '\0' ? title : "…");
  put_said (self, jm_column_get_name (JM_COLUMN_START, language), jm_item_get (phase, JM_ATTR_START));
  put_said (self, jm_column_get_name (JM_COLUMN_DURATION, language), duration);
  put_said (self, jm_column_get_name (JM_COLUMN_GOAL, language), jm_item_get_part (phase, JM_KIND_GOAL));
  put (self, "</th>");
  put_cells (self, phase);

  while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
    {
      title = jm_item_get_part (touchpoint, JM_KIND_TITLE);
      put (self, "<tr><th scope=\"row\">");
      put_text (self, *title != '\0' ? title : "…");
      if (jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH))
        {
          put (self, "<p>");
          jm_svg_buffer_put_text (&self->out, jm_column_get_name (JM_COLUMN_MOMENT_OF_TRUTH, language));
          put (self, "</p>");
        }
      put_references (self, touchpoint);
      put (self, "</th>");
      put_cells (self, touchpoint);
    }
  put (self, "</tbody>\n");
}

static void
put_table (Page       *self,
           const char *title)
{
  JmItem *root = jm_map_get_root (self->outline->map);
  JmItem *phase;
  guint   cursor = 0;

  put (self, "<table>\n<caption>");
  put_text (self, title);
  put (self, "</caption>\n<thead><tr><th scope=\"col\">");
  jm_svg_buffer_put_text (&self->out, jm_column_get_name (JM_COLUMN_PHASE, self->outline->language));
  put (self, ", ");
  jm_svg_buffer_put_text (&self->out, jm_column_get_name (JM_COLUMN_TOUCHPOINT, self->outline->language));
  put (self, "</th>");
  for (guint i = 0; i < self->outline->lanes->len; i++)
    {
      JmItem     *lane = self->outline->lanes->pdata[i];
      const char *name = jm_words_lane (self->outline->words, lane);

      if (!has_column (lane))
        continue;
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "touchpoints") == 0)
        name = jm_column_get_name (JM_COLUMN_DESCRIPTION, self->outline->language);
      put (self, "<th scope=\"col\">");
      put_text (self, name);
      put (self, "</th>");
    }
  put (self, "</tr></thead>\n");
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    put_phase (self, phase);
  put (self, "</table>\n");
}

static void
put_persona (Page   *self,
             JmItem *persona)
{
  const char *quote = jm_item_get_part (persona, JM_KIND_QUOTE);

  put (self, "<section>\n<h2>");
  jm_svg_buffer_put_text (&self->out, jm_words_say (self->outline->words, JM_WORD_PERSONA));
  put (self, ": ");
  put_text (self, jm_item_get_label (persona));
  put (self, "</h2>\n");
  if (*quote != '\0')
    {
      g_autofree char *said = g_strconcat ("“", quote, "”", NULL);

      put_element (self, "blockquote", said);
    }
  put_element (self, "p", jm_item_get_part (persona, JM_KIND_DESCRIPTION));
  put_said (self, jm_column_get_name (JM_COLUMN_GOAL, self->outline->language), jm_item_get_part (persona, JM_KIND_GOAL));
  put (self, "</section>\n");
}

static void
put_head (Page       *self,
          const char *title,
          JmStyle     style)
{
  g_autoptr (GChecksum)  checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char       *hash = NULL;
  const char            *language = self->outline->language;
  guint8                 digest[32];
  gsize                  length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) style_sheet, strlen (style_sheet));
  g_checksum_get_digest (checksum, digest, &length);
  hash = g_base64_encode (digest, length);

  put (self, "<!DOCTYPE html>\n<html");
  if (language != NULL)
    {
      put (self, " lang=\"");
      jm_svg_buffer_put_text (&self->out, language);
      put (self, "\"");
    }
  if (jm_language_is_rtl (language))
    put (self, " dir=\"rtl\"");
  if (style == JM_STYLE_DARK)
    put (self, " class=\"dark\"");
  put (self, ">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'sha256-");
  put (self, hash);
  put (self, "'; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
  jm_svg_buffer_put_text (&self->out, title);
  put (self, "</title>\n<style>");
  put (self, style_sheet);
  put (self, "</style>\n</head>\n");
}

/* An XML declaration has no place within a page. */
static void
put_picture (Page   *self,
             GBytes *svg)
{
  gsize       length;
  const char *data = g_bytes_get_data (svg, &length);
  const char *start = g_strstr_len (data, (gssize) length, "<svg");

  g_return_if_fail (start != NULL);

  put (self, "<figure>");
  jm_svg_buffer_put_bytes (&self->out, start, length - (gsize) (start - data));
  put (self, "</figure>\n");
}

/**
 * jm_html_write:
 * @map: a map
 * @options: what of it, and in which style
 * @error: return location for a %JM_EXPORT_ERROR
 *
 * Writes a web page: title, scenario and personas, the picture of the map as it is exported to SVG, and a table with a row
 * a touchpoint, its phase as the heading of its group of rows.
 *
 * Returns: (transfer full): the file; %NULL with @error set
 */
GBytes *
jm_html_write (JmMap                  *map,
               const JmExportOptions  *options,
               GError                **error)
{
  g_autoptr (GBytes)     svg = jm_export_bytes (map, jm_export_format_from_id ("svg"), options, error);
  g_autoptr (JmOutline)  outline = NULL;
  g_autofree char       *kind = NULL;
  Page                   self = { NULL };
  JmItem                *root = jm_map_get_root (map);
  JmItem                *persona;
  const char            *title = jm_item_get_part (root, JM_KIND_TITLE);
  guint                  cursor = 0;

  if (svg == NULL)
    return NULL;

  outline = jm_outline_new (map, options);
  kind = jm_outline_tell_kind (outline);
  self.outline = outline;
  jm_svg_buffer_init (&self.out, 2 * g_bytes_get_size (svg));
  if (*title == '\0')
    title = jm_words_say (outline->words, JM_WORD_UNTITLED);

  put_head (&self, title, options->style);
  put (&self, "<body>\n<main>\n");
  put_element (&self, "h1", title);
  put_element (&self, "p", jm_item_get_part (root, JM_KIND_SCENARIO));
  put_element (&self, "p", kind);
  put_picture (&self, svg);
  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    if (!jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
      put_persona (&self, persona);
  put_table (&self, title);
  put (&self, "</main>\n</body>\n</html>\n");

  return jm_svg_buffer_end (&self.out);
}
