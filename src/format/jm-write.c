/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canonical form: two spaces a level, attributes in the order of the table in jm-kind.c and then those that we do not
 * know as found, defaults left out, text to the character. The same map gives the same bytes, and a change of one thing
 * changes only its lines.
 */

#include "config.h"

#include "jm-write.h"

#include "jm-read.h"
#include "jm-scan.h"

#include <glib/gi18n.h>
#include <string.h>

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

G_DEFINE_QUARK (jm-write-error-quark, jm_write_error)

/* A namespace that is declared where the writer is. prefix is NULL for the default one, uri for none. */
typedef struct
{
  const char *prefix;
  const char *uri;
} Binding;

typedef struct
{
  GString  *out;
  GArray   *bindings;   /* the innermost last */
  gboolean  failed;     /* a character that XML cannot hold */
} Writer;

/* Text */

/* What a byte is to a writer. */
enum
{
  PLAIN,
  MARKUP,     /* & < > */
  QUOTE,
  RETURN,
  LAYOUT,     /* tab and line feed: kept in text, escaped in attributes */
  IMPOSSIBLE,
  MAYBE       /* the first byte of U+FFFE and U+FFFF, among others */
};

#define X IMPOSSIBLE

static const guint8 byte_classes[256] = {
  X, X, X, X, X, X, X, X, X, LAYOUT, LAYOUT, X, X, RETURN, X, X,
  X, X, X, X, X, X, X, X, X, X, X, X, X, X, X, X,
  ['"'] = QUOTE,
  ['&'] = MARKUP,
  ['<'] = MARKUP,
  ['>'] = MARKUP,
  [0xef] = MAYBE,
};

#undef X

static const char *
escape_markup (char c)
{
  return c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
}

static const char *
escape_layout (char c)
{
  return c == '\n' ? "&#10;" : "&#9;";
}

static void
write_escaped (Writer     *self,
               const char *text,
               gsize       length,
               gboolean    in_attribute)
{
  const char *end = text + length;
  const char *start = text;

  for (const char *at = text; at < end; at++)
    {
      const char *escape = NULL;

      switch (byte_classes[(guchar) *at])
        {
        case PLAIN:
          continue;

        case MARKUP:
          escape = escape_markup (*at);
          break;

        case QUOTE:
          escape = in_attribute ? "&quot;" : NULL;
          break;

        case RETURN:
          escape = "&#13;";
          break;

        case LAYOUT:
          escape = in_attribute ? escape_layout (*at) : NULL;
          break;

        case IMPOSSIBLE:
          self->failed = TRUE;
          break;

        case MAYBE:
          if (end - at >= 3 && (guchar) at[1] == 0xbf && (guchar) at[2] >= 0xbe)
            self->failed = TRUE;
          break;

        default:
          g_assert_not_reached ();
        }

      if (escape != NULL)
        {
          g_string_append_len (self->out, start, at - start);
          g_string_append (self->out, escape);
          start = at + 1;
        }
    }

  g_string_append_len (self->out, start, end - start);
}

static void
write_attribute (Writer     *self,
                 const char *prefix,
                 const char *name,
                 const char *value)
{
  g_string_append_c (self->out, ' ');
  if (prefix != NULL)
    {
      g_string_append (self->out, prefix);
      g_string_append_c (self->out, ':');
    }
  g_string_append (self->out, name);
  g_string_append_len (self->out, "=\"", 2);
  write_escaped (self, value, strlen (value), TRUE);
  g_string_append_c (self->out, '"');
}

static void
write_indent (Writer *self,
              guint   depth)
{
  static const char blanks[] = "                                ";

  for (guint n = 2 * depth; n > 0; )
    {
      guint step = MIN (n, sizeof blanks - 1);

      g_string_append_len (self->out, blanks, step);
      n -= step;
    }
}

/* Namespaces */

static const char *
look_up_prefix (Writer     *self,
                const char *prefix)
{
  for (guint i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (g_strcmp0 (binding->prefix, prefix) == 0)
        return binding->uri;
    }

  return NULL;
}

static void
bind (Writer     *self,
      const char *prefix,
      const char *uri)
{
  Binding binding = { prefix, uri };

  g_array_append_val (self->bindings, binding);
}

/* Makes sure that prefix means uri here: an item may have been moved away from where its prefix was declared. Within one
 * element a prefix has one meaning, for it comes from one element of a file.
 */
static const char *
use_prefix (Writer     *self,
            const char *prefix,
            const char *uri)
{
  if (uri == NULL)
    return NULL;
  if (strcmp (uri, XML_NAMESPACE) == 0)
    return "xml";

  if (g_strcmp0 (look_up_prefix (self, prefix), uri) != 0)
    bind (self, prefix, uri);

  return prefix;
}

static void
write_namespace (Writer        *self,
                 const Binding *binding)
{
  write_attribute (self, binding->prefix != NULL ? "xmlns" : NULL,
                   binding->prefix != NULL ? binding->prefix : "xmlns",
                   binding->uri != NULL ? binding->uri : "");
}

/* Elements */

static void write_item (Writer       *self,
                        const JmItem *item,
                        guint         depth);

/* Binds what the item declares and what it needs. What has no prefix is written by the default namespace. */
static void
bind_item (Writer       *self,
           const JmItem *item)
{
  const JmName *name = jm_item_get_name (item);
  const char *uri = name != NULL ? name->uri : JM_NAMESPACE;
  const char *prefix = name != NULL ? name->prefix : NULL;

  if (prefix == NULL && g_strcmp0 (look_up_prefix (self, NULL), uri) != 0)
    bind (self, NULL, uri);

  for (guint i = 0; i < jm_item_get_n_namespaces (item); i++)
    {
      const JmName *declared = jm_item_get_namespace (item, i);

      if (declared->prefix != NULL || prefix != NULL)
        bind (self, declared->prefix, declared->uri);
    }

  if (prefix != NULL)
    use_prefix (self, prefix, uri);

  for (guint i = 0; i < jm_item_get_n_foreign (item); i++)
    {
      const JmForeignAttr *attr = jm_item_get_foreign (item, i);

      use_prefix (self, attr->name.prefix, attr->name.uri);
    }
}

static void
write_attributes (Writer       *self,
                  const JmItem *item)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (item));

  for (guint i = 0; i < rule->n_attrs; i++)
    {
      const JmAttrRule *attr = &rule->attrs[i];
      const char *value = attr->required ? jm_item_get_or_default (item, attr->attr) : jm_item_get (item, attr->attr);

      if (value == NULL || (!attr->required && g_strcmp0 (value, attr->fallback) == 0))
        continue;

      write_attribute (self, NULL, jm_attr_get_name (attr->attr), value);
    }
}

/* Text with what stands in it. */
static void
write_text (Writer       *self,
            const JmItem *item)
{
  const char *text = jm_item_get_text (item);
  gsize length = strlen (text);
  gsize at = 0;

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      const JmItem *child = jm_item_get_child (item, i);
      gsize offset = CLAMP (jm_item_get_text_offset (child), at, length);

      write_escaped (self, text + at, offset - at, FALSE);
      write_item (self, child, 0);
      at = offset;
    }

  write_escaped (self, text + at, length - at, FALSE);
}

static void
write_content (Writer       *self,
               const JmItem *item,
               guint         depth)
{
  guint n_children = jm_item_get_n_children (item);

  if (jm_kind_get_rule (jm_item_get_kind (item))->has_text)
    {
      write_text (self, item);
    }
  else if (jm_item_get_kind (item) == JM_KIND_FOREIGN)
    {
      /* What blanks mean in there is not ours to know. */
      for (guint i = 0; i < n_children; i++)
        write_item (self, jm_item_get_child (item, i), 0);
    }
  else
    {
      g_string_append_c (self->out, '\n');
      for (guint i = 0; i < n_children; i++)
        {
          write_indent (self, depth + 1);
          write_item (self, jm_item_get_child (item, i), depth + 1);
          g_string_append_c (self->out, '\n');
        }
      write_indent (self, depth);
    }
}

static void
write_name (Writer     *self,
            const char *prefix,
            const char *name)
{
  if (prefix != NULL)
    {
      g_string_append (self->out, prefix);
      g_string_append_c (self->out, ':');
    }
  g_string_append (self->out, name);
}

static void
write_element (Writer       *self,
               const JmItem *item,
               guint         depth)
{
  const JmName *foreign = jm_item_get_name (item);
  const char *name = foreign != NULL ? foreign->local : jm_kind_get_rule (jm_item_get_kind (item))->element;
  guint n_foreign = jm_item_get_n_foreign (item);
  const char *prefix = foreign != NULL ? foreign->prefix : NULL;
  guint first = self->bindings->len;

  bind_item (self, item);

  g_string_append_c (self->out, '<');
  write_name (self, prefix, name);
  for (guint i = first; i < self->bindings->len; i++)
    write_namespace (self, &g_array_index (self->bindings, Binding, i));
  write_attributes (self, item);
  for (guint i = 0; i < n_foreign; i++)
    {
      const JmForeignAttr *attr = jm_item_get_foreign (item, i);

      write_attribute (self, use_prefix (self, attr->name.prefix, attr->name.uri), attr->name.local, attr->value);
    }

  if (jm_item_get_n_children (item) == 0 && *jm_item_get_text (item) == '\0')
    {
      g_string_append_len (self->out, "/>", 2);
    }
  else
    {
      g_string_append_c (self->out, '>');
      write_content (self, item, depth);
      g_string_append_len (self->out, "</", 2);
      write_name (self, prefix, name);
      g_string_append_c (self->out, '>');
    }

  g_array_set_size (self->bindings, first);
}

static void
write_item (Writer       *self,
            const JmItem *item,
            guint         depth)
{
  const char *text = jm_item_get_text (item);

  switch (jm_item_get_kind (item))
    {
    case JM_KIND_COMMENT:
      g_string_append_printf (self->out, "<!--%s-->", text);
      break;

    case JM_KIND_INSTRUCTION:
      g_string_append_printf (self->out, "<?%s?>", text);
      break;

    case JM_KIND_TEXT:
      write_escaped (self, text, strlen (text), FALSE);
      break;

    default:
      write_element (self, item, depth);
      break;
    }
}

/**
 * jm_write_bytes:
 * @map: a map
 * @error: return location for an error of the domain %JM_WRITE_ERROR
 *
 * Writes a map in canonical form: what jm_read_bytes() makes of the result is the same map, and written again it is the
 * same bytes. Costs O(n); safe from any thread.
 *
 * Returns: (transfer full) (nullable): the content of a .cjm file
 */
GBytes *
jm_write_bytes (JmMap   *map,
                GError **error)
{
  Writer self = { 0 };

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self.out = g_string_sized_new (64 * 1024);
  self.bindings = g_array_new (FALSE, FALSE, sizeof (Binding));

  g_string_append (self.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  for (guint i = 0; i < jm_map_get_n_before (map); i++)
    {
      write_item (&self, jm_map_get_before (map, i), 0);
      g_string_append_c (self.out, '\n');
    }
  write_item (&self, jm_map_get_root (map), 0);
  g_string_append_c (self.out, '\n');
  for (guint i = 0; i < jm_map_get_n_after (map); i++)
    {
      write_item (&self, jm_map_get_after (map, i), 0);
      g_string_append_c (self.out, '\n');
    }

  g_array_unref (self.bindings);

  if (self.failed || self.out->len > JM_MAX_FILE)
    {
      if (self.failed)
        g_set_error_literal (error, JM_WRITE_ERROR, JM_WRITE_ERROR_CHARACTER,
                             _("The map holds a control character, which its file cannot hold. Remove it from the text."));
      else
        g_set_error_literal (error, JM_WRITE_ERROR, JM_WRITE_ERROR_TOO_LARGE,
                             _("The map has become larger than its file may be (64 MiB). Remove pictures, or make them "
                               "smaller."));
      g_string_free (self.out, TRUE);
      return NULL;
    }

  return g_string_free_to_bytes (self.out);
}
