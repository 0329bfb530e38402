/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the attributes of an element to the properties of an item. */

#include "config.h"

#include "jm-build-private.h"

#include "jm-judge.h"

#include <glib/gi18n.h>
#include <string.h>

#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

/**
 * jm_builder_refuse:
 * @self: a builder
 * @code: what sort of problem
 * @offset: where in the file
 * @message: (transfer full): what is wrong and what to do
 *
 * Returns: %FALSE, so that a caller can return it at once
 */
gboolean
jm_builder_refuse (JmBuilder  *self,
                   JmReadError code,
                   gsize       offset,
                   char       *message)
{
  jm_problem_clear (self->problem);
  self->problem->code = code;
  self->problem->offset = offset;
  self->problem->message = message;

  return FALSE;
}

/**
 * jm_builder_take_value:
 * @self: a builder
 * @attribute: the five of an attribute
 *
 * Returns: (transfer none): its value, until the next one is taken
 */
const char *
jm_builder_take_value (JmBuilder      *self,
                       const xmlChar **attribute)
{
  g_string_truncate (self->value, 0);
  jm_parse_append_attribute (self->value, attribute);

  return self->value->str;
}

/**
 * jm_builder_take_id:
 * @self: a builder
 * @id: an id of the file
 * @kind: of what
 * @offset: where in the file
 *
 * Returns: %FALSE if it is taken already, which is refused
 */
gboolean
jm_builder_take_id (JmBuilder  *self,
                    const char *id,
                    JmKind      kind,
                    gsize       offset)
{
  const JmIdEntry *entry;
  g_autofree char *shown = NULL;
  int line, column;

  if (jm_id_table_add (self->ids, id, kind, offset))
    return TRUE;

  entry = jm_id_table_look_up (self->ids, id);
  shown = jm_shorten (id);
  jm_scan_locate (self->scan, entry->offset, &line, &column);

  return jm_builder_refuse (self, JM_READ_ERROR_CONTENT, offset,
                 /* Translators: the id as it stands in the file, and the number of a line. */
                 g_strdup_printf (_("The id “%s” is there twice; the first is in line %d. Which one is meant cannot be "
                                    "known: give one of them another id."),
                                  shown, line));
}

/**
 * jm_builder_refuse_id:
 * @self: a builder
 * @id: what cannot be an id
 * @offset: where in the file
 *
 * Returns: %FALSE
 */
gboolean
jm_builder_refuse_id (JmBuilder  *self,
                      const char *id,
                      gsize       offset)
{
  g_autofree char *shown = jm_shorten (id);

  return jm_builder_refuse (self, JM_READ_ERROR_CONTENT, offset,
                 /* Translators: %s is the id as it stands in the file. */
                 g_strdup_printf (_("The id “%s” cannot be an id: it must begin with a letter and have no blanks or "
                                    "colons. Write another one."),
                                  shown));
}

static gboolean
take_version (JmBuilder  *self,
              const char *version,
              gsize       offset)
{
  static const JmAttrRule any_version = { JM_ATTR_VERSION, JM_VALUE_VERSION };
  g_autofree char *shown = NULL;

  if (version == NULL)
    return jm_builder_refuse (self, JM_READ_ERROR_NOT_A_MAP, offset,
                   g_strdup (_("The map does not say which version of the format it has. Write version=\"1.0\" there.")));

  shown = jm_shorten (version);
  if (!jm_value_is_valid (&any_version, version))
    return jm_builder_refuse (self, JM_READ_ERROR_NOT_A_MAP, offset,
                   g_strdup_printf (_("“%s” is no version of the format. Write version=\"1.0\" there."), shown));

  self->newer = strcmp (version, "1.0") != 0;
  if (g_ascii_strtoull (version, NULL, 10) > 1)
    jm_report_add (self->report, JM_NOTICE_REMARK, offset, NULL,
                   /* Translators: %s is a version of the file format, such as 2.0. */
                   g_strdup_printf (_("This map has version %s of the format, which is newer than this program. It opens as "
                                      "far as it is understood. Update the program before you save it."),
                                    shown));

  return TRUE;
}

/* Acts upon a judgement. Returns FALSE if it was to refuse. */
static gboolean
follow_judgement (JmBuilder        *self,
                  JmOpen           *open,
                  const JmAttrRule *attr,
                  JmJudgement      *judgement)
{
  if (judgement->message != NULL)
    {
      if (judgement->level == JM_NOTICE_REFUSED)
        return jm_builder_refuse (self, JM_READ_ERROR_CONTENT, open->offset, g_steal_pointer (&judgement->message));

      jm_report_add (self->report, judgement->level, open->offset, open->id, g_steal_pointer (&judgement->message));
    }

  jm_item_set (open->item, attr->attr, judgement->value);

  return TRUE;
}

static gboolean
take_known_attribute (JmBuilder        *self,
                      JmOpen           *open,
                      const JmAttrRule *attr,
                      const char       *value)
{
  g_auto (JmJudgement) judgement = { JM_NOTICE_REMARK, NULL, NULL };

  if (attr->attr == JM_ATTR_ID)
    return TRUE;   /* taken before */

  if (attr->attr == JM_ATTR_VERSION ||
      (attr->type != JM_VALUE_REFERENCE && attr->type != JM_VALUE_REFERENCES && jm_value_is_valid (attr, value)))
    {
      jm_item_set (open->item, attr->attr, value);
      return TRUE;
    }

  jm_judge_value (&judgement, open->rule, attr, value, self->newer);

  return follow_judgement (self, open, attr, &judgement);
}

/**
 * jm_builder_keep_attribute:
 * @self: a builder
 * @item: an item that is being made
 * @attribute: the five of an attribute that is kept as found
 */
void
jm_builder_keep_attribute (JmBuilder      *self,
                           JmItem         *item,
                           const xmlChar **attribute)
{
  jm_item_add_foreign (item, (const char *) attribute[1], (const char *) attribute[2], (const char *) attribute[0],
                       jm_builder_take_value (self, attribute));
}

/* The attribute of the table that this one of the file is, or NULL. */
static const JmAttrRule *
find_rule (const JmKindRule *rule,
           const xmlChar   **attribute)
{
  JmAttr attr = JM_ATTR_NONE;

  if (attribute[2] == NULL)
    attr = jm_attr_from_name ((const char *) attribute[0]);
  else if (strcmp ((const char *) attribute[2], XML_NAMESPACE) == 0 && strcmp ((const char *) attribute[0], "lang") == 0)
    attr = JM_ATTR_LANG;

  return attr != JM_ATTR_NONE ? jm_kind_get_attr_rule (rule->kind, attr) : NULL;
}

/**
 * jm_builder_find_attribute:
 * @name: of an attribute without a namespace
 * @n_attributes: how many
 * @attributes: fives
 *
 * Returns: (nullable): the five of that attribute
 */
const xmlChar **
jm_builder_find_attribute (const char     *name,
                           int             n_attributes,
                           const xmlChar **attributes)
{
  for (int i = 0; i < n_attributes; i++)
    if (attributes[5 * i + 2] == NULL && strcmp ((const char *) attributes[5 * i], name) == 0)
      return &attributes[5 * i];

  return NULL;
}

static gboolean
take_absent_attributes (JmBuilder *self,
                        JmOpen    *open,
                        guint64    present)
{
  for (guint i = 0; i < open->rule->n_attrs; i++)
    {
      const JmAttrRule *attr = &open->rule->attrs[i];
      g_auto (JmJudgement) judgement = { JM_NOTICE_REMARK, NULL, NULL };

      /* An id is given, the version was looked at, and a picture is judged as a whole. */
      if (!attr->required || (present & (G_GUINT64_CONSTANT (1) << attr->attr)) != 0 ||
          attr->attr == JM_ATTR_ID || attr->attr == JM_ATTR_VERSION || attr->attr == JM_ATTR_MEDIA_TYPE)
        continue;

      jm_judge_absence (&judgement, open->rule, attr, self->newer);
      if (!follow_judgement (self, open, attr, &judgement))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_known_id (JmBuilder      *self,
               JmOpen         *open,
               int             n_attributes,
               const xmlChar **attributes)
{
  const xmlChar **attribute = jm_builder_find_attribute ("id", n_attributes, attributes);
  JmKind kind = open->rule->kind;
  const char *id;

  if (attribute != NULL)
    {
      id = jm_builder_take_value (self, attribute);
      if (!jm_id_is_valid (id))
        return jm_builder_refuse_id (self, id, open->offset);
      if (!jm_builder_take_id (self, id, kind, open->offset))
        return FALSE;
    }
  else
    {
      g_autofree char *stem = g_strdup_printf ("%s-%u", open->rule->element, self->n_of_kind[kind]);

      id = jm_id_table_give (self->ids, stem, kind, open->offset);
    }

  jm_item_set_id (open->item, id);
  open->id = jm_item_get_id (open->item);

  return TRUE;
}

/**
 * jm_builder_take_attributes:
 * @self: a builder
 * @open: an element that the format knows, in its place
 * @n_attributes: how many
 * @attributes: fives
 *
 * Gives the item what its attributes say, judges what is odd, and keeps what is not known.
 *
 * Returns: %FALSE if the map is refused
 */
gboolean
jm_builder_take_attributes (JmBuilder      *self,
                            JmOpen         *open,
                            int             n_attributes,
                            const xmlChar **attributes)
{
  guint64 present = 0;

  if (open->rule->kind == JM_KIND_MAP)
    {
      const xmlChar **version = jm_builder_find_attribute ("version", n_attributes, attributes);

      if (!take_version (self, version != NULL ? jm_builder_take_value (self, version) : NULL, open->offset))
        return FALSE;
    }

  if (open->rule->has_id && !take_known_id (self, open, n_attributes, attributes))
    return FALSE;

  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = &attributes[5 * i];
      const JmAttrRule *attr = find_rule (open->rule, attribute);

      if (attr == NULL)
        {
          jm_builder_keep_attribute (self, open->item, attribute);
          if (attribute[2] == NULL && !self->newer)
            {
              g_autofree char *name = jm_shorten ((const char *) attribute[0]);

              jm_report_add (self->report, JM_NOTICE_REMARK, open->offset, open->id,
                             /* Translators: the name of an XML element, and that of an attribute. */
                             g_strdup_printf (_("<%s> has an attribute “%s” that the format does not know. It is kept. Look "
                                                "whether the name is right."),
                                              open->rule->element, name));
            }
          continue;
        }

      present |= G_GUINT64_CONSTANT (1) << attr->attr;
      if (!take_known_attribute (self, open, attr, jm_builder_take_value (self, attribute)))
        return FALSE;
    }

  return take_absent_attributes (self, open, present);
}
