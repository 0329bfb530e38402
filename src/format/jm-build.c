/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From events to items. Whatever the format knows and finds in its place becomes an item of its kind; everything else is
 * kept as found, in its place among the children. So the known part of a map always has the shape of the table in
 * jm-kind.c.
 */

#include "config.h"

#include "jm-build.h"

#include "jm-build-private.h"
#include "jm-judge.h"
#include "jm-picture.h"

#include <glib/gi18n.h>
#include <string.h>

static JmOpen *
get_top (JmBuilder *self)
{
  return self->depth > 0 ? &self->open[self->depth - 1] : NULL;
}

/* The parser keeps each name once, so the address of ours tells it after the first time. */
static gboolean
is_ours (JmBuilder     *self,
         const xmlChar *uri)
{
  if (uri == NULL)
    return FALSE;
  if (uri == self->our_uri)
    return TRUE;
  if (strcmp ((const char *) uri, JM_NAMESPACE) != 0)
    return FALSE;

  self->our_uri = uri;

  return TRUE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static gboolean
is_all_blank (const char *text,
              gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_blank (text[i]))
      return FALSE;

  return TRUE;
}

/* Children */

static void
put (JmBuilder *self,
     JmItem    *child)
{
  JmOpen *parent = get_top (self);

  if (parent->rule->has_text)
    {
      jm_item_set_text_offset (child, self->text->len - parent->text_start);
      if (parent->in_text == NULL)
        parent->in_text = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
      g_ptr_array_add (parent->in_text, child);
    }
  else
    {
      jm_item_append (parent->item, child);
    }
}

/* Ends the run of text in what has no text of its own. */
static void
end_run (JmBuilder *self)
{
  JmOpen *top = get_top (self);
  char *start;
  char *end;

  if (top == NULL || top->rule->has_text || self->text->len == top->text_start)
    return;

  start = self->text->str + top->text_start;
  end = self->text->str + self->text->len;

  if (top->rule->kind != JM_KIND_FOREIGN)
    {
      while (start < end && is_blank (*start))
        start++;
      while (start < end && is_blank (end[-1]))
        end--;
    }

  if (start < end)
    {
      *end = '\0';
      jm_item_append (top->item, jm_item_new_text (JM_KIND_TEXT, start));
      if (top->rule->kind != JM_KIND_FOREIGN)
        {
          gsize offset = top->text_offset;

          while (offset < self->scan->length && is_blank (self->scan->data[offset]))
            offset++;
          jm_report_add (self->report, JM_NOTICE_REMARK, offset, top->id,
                         /* Translators: %s is the name of an XML element. */
                         g_strdup_printf (_("There is text directly in <%s>, where none is expected. It is kept, and not "
                                            "drawn. Put it into an element, such as <title>."),
                                          top->rule->element));
        }
    }

  g_string_truncate (self->text, top->text_start);
}

static void
check_place (JmBuilder        *self,
             const JmKindRule *rule,
             gsize             offset)
{
  JmOpen *parent = get_top (self);
  guint order = jm_kind_child_order (parent->rule->kind, rule->kind);
  guint64 bit = G_GUINT64_CONSTANT (1) << rule->kind;

  if (order >= parent->order)
    {
      parent->order = order;
    }
  else if (!parent->told_order)
    {
      parent->told_order = TRUE;
      jm_report_add (self->report, JM_NOTICE_REMARK, offset, parent->id,
                     /* Translators: both %s are names of XML elements. */
                     g_strdup_printf (_("<%s> stands later in <%s> than usual. It stays there, and means the same. Move it "
                                        "up if you like."),
                                      rule->element, parent->rule->element));
    }

  /* Of what is text and nothing else there is one: a title, a goal. */
  if ((parent->parts & bit) != 0 && rule->has_text && rule->n_attrs == 0)
    jm_report_add (self->report, JM_NOTICE_REMARK, offset, parent->id,
                   /* Translators: both %s are names of XML elements. */
                   g_strdup_printf (_("There is a second <%s> in this <%s>. The first one counts, and both are kept. Remove "
                                      "one."),
                                    rule->element, parent->rule->element));
  parent->parts |= bit;
}

/* Elements */

static gboolean
refuse_root (JmBuilder     *self,
             const xmlChar *local,
             const xmlChar *uri,
             gsize          offset)
{
  g_autofree char *name = jm_shorten ((const char *) local);

  if (strcmp ((const char *) local, "journey-map") != 0)
    return jm_builder_refuse (self, JM_READ_ERROR_NOT_A_MAP, offset,
                   /* Translators: %s is the name of an XML element. */
                   g_strdup_printf (_("This is not a journey map: it begins with <%s> instead of <journey-map>. Choose a file "
                                      "that ends in .cjm."),
                                    name));

  return jm_builder_refuse (self, JM_READ_ERROR_NOT_A_MAP, offset,
                 uri == NULL
                 ? g_strdup_printf (_("The map does not say to which format it belongs. Write xmlns=\"%s\" there."),
                                    JM_NAMESPACE)
                 : g_strdup_printf (_("The map belongs to another format. If it is a journey map after all, write "
                                      "xmlns=\"%s\" there."),
                                    JM_NAMESPACE));
}

/* Declarations stay where they were found. Ours is not one of them: it is always the default, and what needs a prefix for
 * it declares it itself. A default namespace is a matter of how names are written, unless nothing here is written by it.
 */
static void
keep_namespaces (JmBuilder      *self,
                 JmItem         *item,
                 gboolean        keep_default,
                 int             n_namespaces,
                 const xmlChar **namespaces)
{
  for (int i = 0; i < n_namespaces; i++)
    {
      const char *prefix = (const char *) namespaces[2 * i];
      const char *uri = (const char *) namespaces[2 * i + 1];

      if ((prefix == NULL && !keep_default) || is_ours (self, namespaces[2 * i + 1]))
        continue;

      jm_item_add_namespace (item, prefix, uri != NULL && *uri != '\0' ? uri : NULL);
    }
}

/* The rule for an element where it stands: that of what is kept as found, if it has no place there. */
static const JmKindRule *
find_place (JmBuilder     *self,
            const xmlChar *local,
            gboolean       ours,
            gsize          offset)
{
  JmOpen *parent = get_top (self);
  const JmKindRule *foreign = jm_kind_get_rule (JM_KIND_FOREIGN);
  g_autofree char *name = NULL;
  JmKind kind;

  if (!ours)
    return foreign;
  if (parent == NULL)
    return jm_kind_get_rule (JM_KIND_MAP);

  kind = jm_kind_from_element ((const char *) local);
  if (kind != JM_KIND_NONE && jm_kind_may_contain (parent->rule->kind, kind))
    return jm_kind_get_rule (kind);

  if (parent->rule->kind == JM_KIND_FOREIGN)
    return foreign;

  name = jm_shorten ((const char *) local);
  if (kind != JM_KIND_NONE)
    jm_report_add (self->report, JM_NOTICE_REMARK, offset, parent->id,
                   /* Translators: both %s are names of XML elements. */
                   g_strdup_printf (_("<%s> has no place in <%s>. It is kept, and not drawn. Move it to where it belongs."),
                                    name, parent->rule->element));
  else if (!self->newer)
    jm_report_add (self->report, JM_NOTICE_REMARK, offset, parent->id,
                   /* Translators: %s is the name of an XML element. */
                   g_strdup_printf (_("<%s> is an element that the format does not know. It is kept, and not drawn. Look "
                                      "whether the name is right."),
                                    name));

  return foreign;
}

static void
note_links (JmBuilder *self,
            JmOpen    *open)
{
  for (guint i = 0; i < open->rule->n_attrs; i++)
    {
      const JmAttrRule *attr = &open->rule->attrs[i];

      /* What a dismissed remark was about may be gone by now. */
      if ((attr->type == JM_VALUE_REFERENCE || attr->type == JM_VALUE_REFERENCES) && attr->attr != JM_ATTR_ITEM &&
          jm_item_get (open->item, attr->attr) != NULL)
        jm_links_add (self->links, open->item, attr, open->id, open->offset);
    }

  if (open->rule->kind == JM_KIND_EMOTION)
    jm_links_add_emotion (self->links, open->item, self->open[self->depth - 2].item, open->offset);
}

static gboolean
start_known (JmBuilder      *self,
             JmOpen         *open,
             int             n_namespaces,
             const xmlChar **namespaces,
             int             n_attributes,
             const xmlChar **attributes)
{
  open->item = jm_item_new (open->rule->kind, NULL);
  self->n_of_kind[open->rule->kind]++;

  keep_namespaces (self, open->item, FALSE, n_namespaces, namespaces);
  if (!jm_builder_take_attributes (self, open, n_attributes, attributes))
    return FALSE;
  if (open->rule->kind == JM_KIND_LANE && !jm_builder_check_lane (self, open))
    return FALSE;

  note_links (self, open);

  return TRUE;
}

static gboolean
start_foreign (JmBuilder      *self,
               JmOpen         *open,
               const xmlChar  *local,
               const xmlChar  *prefix,
               const xmlChar  *uri,
               int             n_namespaces,
               const xmlChar **namespaces,
               int             n_attributes,
               const xmlChar **attributes)
{
  gboolean ours = is_ours (self, uri);

  if (ours)
    prefix = NULL;

  open->item = jm_item_new_foreign ((const char *) prefix, (const char *) uri, (const char *) local);
  keep_namespaces (self, open->item, prefix != NULL, n_namespaces, namespaces);
  for (int i = 0; i < n_attributes; i++)
    jm_builder_keep_attribute (self, open->item, &attributes[5 * i]);

  /* An element of ours that has no place, or that a later version brought, may be what a reference means. */
  if (ours)
    {
      JmKind kind = jm_kind_from_element ((const char *) local);
      const xmlChar **id = jm_builder_find_attribute ("id", n_attributes, attributes);

      if (id != NULL && (kind == JM_KIND_NONE || jm_kind_get_rule (kind)->has_id))
        {
          const char *value = jm_builder_take_value (self, id);

          if (kind != JM_KIND_NONE && !jm_id_is_valid (value))
            return jm_builder_refuse_id (self, value, open->offset);
          return jm_builder_take_id (self, value, JM_KIND_FOREIGN, open->offset);
        }
    }

  return TRUE;
}

static gboolean
start_element (gpointer        user_data,
               gsize           offset,
               const xmlChar  *local,
               const xmlChar  *prefix,
               const xmlChar  *uri,
               int             n_namespaces,
               const xmlChar **namespaces,
               int             n_attributes,
               const xmlChar **attributes)
{
  JmBuilder *self = user_data;
  gboolean ours = is_ours (self, uri);
  const JmKindRule *rule;
  JmOpen *open;

  if (self->depth == 0 && (!ours || strcmp ((const char *) local, "journey-map") != 0))
    return refuse_root (self, local, uri, offset);

  /* The scan has counted; a parser that disagrees with it is not to be followed. */
  if (self->depth == JM_MAX_DEPTH)
    return jm_builder_refuse (self, JM_READ_ERROR_LIMIT, offset, g_strdup (_("Elements stand within each other too deep.")));

  end_run (self);
  rule = find_place (self, local, ours, offset);
  if (rule->kind != JM_KIND_FOREIGN && self->depth > 0)
    check_place (self, rule, offset);

  open = &self->open[self->depth];
  *open = (JmOpen) {
    .rule = rule, .offset = offset, .text_start = self->text->len,
    .id = self->depth > 0 ? get_top (self)->id : NULL
  };
  self->depth++;

  if (rule->kind != JM_KIND_FOREIGN)
    return start_known (self, open, n_namespaces, namespaces, n_attributes, attributes);

  return start_foreign (self, open, local, prefix, uri, n_namespaces, namespaces, n_attributes, attributes);
}

static void
end_text (JmBuilder *self,
          JmOpen    *open)
{
  jm_item_set_text_len (open->item, self->text->str + open->text_start, self->text->len - open->text_start);
  g_string_truncate (self->text, open->text_start);

  for (guint i = 0; open->in_text != NULL && i < open->in_text->len; i++)
    jm_item_append (open->item, jm_item_ref (open->in_text->pdata[i]));
  g_clear_pointer (&open->in_text, g_ptr_array_unref);
}

static void
check_picture (JmBuilder *self,
               JmOpen    *open)
{
  g_autofree char *reason = NULL;

  if (!jm_picture_check (jm_item_get (open->item, JM_ATTR_MEDIA_TYPE), jm_item_get_text (open->item), NULL, NULL, &reason))
    jm_report_add (self->report, JM_NOTICE_ODD, open->offset, open->id, g_steal_pointer (&reason));
}

static gboolean
end_element (gpointer user_data)
{
  JmBuilder *self = user_data;
  JmOpen *open = get_top (self);

  end_run (self);
  if (open->rule->has_text)
    end_text (self, open);
  if (open->rule->kind == JM_KIND_PICTURE)
    check_picture (self, open);
  if (open->rule->kind == JM_KIND_MAP)
    jm_builder_complete_lanes (self, open);

  self->depth--;
  if (self->depth > 0)
    put (self, g_steal_pointer (&open->item));
  else
    self->root = g_steal_pointer (&open->item);

  return TRUE;
}

/* What stands between */

static gboolean
take_text (gpointer    user_data,
           gsize       offset,
           const char *text,
           gsize       length)
{
  JmBuilder *self = user_data;
  JmOpen *top = get_top (self);

  if (self->text->len == top->text_start)
    {
      /* The layout between elements is no text, however much there is of it. */
      if (!top->rule->has_text && top->rule->kind != JM_KIND_FOREIGN && is_all_blank (text, length))
        return TRUE;
      top->text_offset = offset;
    }

  top->n_text += length;
  if (top->n_text > JM_MAX_TEXT && top->rule->kind != JM_KIND_PICTURE)
    return jm_builder_refuse (self, JM_READ_ERROR_LIMIT, top->offset,
                   g_strdup_printf (_("The text in this element is longer than %d MiB, which no map needs. Shorten it."),
                                    JM_MAX_TEXT / 1024 / 1024));

  g_string_append_len (self->text, text, length);

  return TRUE;
}

static void
keep (JmBuilder  *self,
      JmKind      kind,
      const char *text)
{
  JmItem *item;

  end_run (self);
  item = jm_item_new_text (kind, text);

  if (self->depth > 0)
    put (self, item);
  else
    g_ptr_array_add (self->root == NULL ? self->before : self->after, item);
}

static gboolean
take_comment (gpointer    user_data,
              gsize       offset,
              const char *text)
{
  keep (user_data, JM_KIND_COMMENT, text);

  return TRUE;
}

static gboolean
take_instruction (gpointer    user_data,
                  gsize       offset,
                  const char *target,
                  const char *data)
{
  g_autofree char *text = data != NULL && *data != '\0' ? g_strconcat (target, " ", data, NULL) : g_strdup (target);

  keep (user_data, JM_KIND_INSTRUCTION, text);

  return TRUE;
}

/* Map */

static void
builder_clear (JmBuilder *self)
{
  for (guint i = 0; i < self->depth; i++)
    {
      g_clear_pointer (&self->open[i].item, jm_item_unref);
      g_clear_pointer (&self->open[i].in_text, g_ptr_array_unref);
    }

  g_clear_pointer (&self->root, jm_item_unref);
  g_clear_pointer (&self->before, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);
  g_clear_pointer (&self->links, jm_links_free);
  g_string_free (self->text, TRUE);
  g_string_free (self->value, TRUE);
}

/**
 * jm_build_map:
 * @scan: a scan
 * @length: how many bytes of the file to read; the scan must have found nothing wrong in them
 * @report: where to tell what is odd
 * @ids: an empty table, which holds all ids of the map afterwards
 * @problem: (out): why the map cannot be opened
 *
 * Parses the file and makes a map of it. Costs O(n).
 *
 * Returns: (transfer full) (nullable): the map; %NULL with @problem set
 */
JmMap *
jm_build_map (JmScan    *scan,
              gsize      length,
              JmReport  *report,
              JmIdTable *ids,
              JmProblem *problem)
{
  static const JmParseHandlers handlers = { start_element, end_element, take_text, take_comment, take_instruction };
  g_autofree JmBuilder *self = g_new0 (JmBuilder, 1);
  JmMap *map = NULL;

  self->scan = scan;
  self->report = report;
  self->ids = ids;
  self->problem = problem;
  self->links = jm_links_new ();
  self->text = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->before = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);
  self->after = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_item_unref);

  if (jm_parse (scan, length, &handlers, self, problem))
    {
      map = jm_map_new_with_prolog (g_steal_pointer (&self->root),
                                    g_steal_pointer (&self->before), g_steal_pointer (&self->after));
      jm_links_check (self->links, map, ids, report);
    }

  builder_clear (self);

  return map;
}
