/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all imports build with: ids that are the same each time, and items in the order of the schema. */
#include "config.h"

#include "jm-import-draft.h"

#include "jm-import-words.h"
#include "jm-scan.h"
#include "model/jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

/* As long as what the edits let into an attribute, so that its start tag can be read. */
#define MAX_VALUE 2000

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

/**
 * jm_draft_new:
 * @name: what the person calls the file
 * @language: (nullable): the language of the map
 *
 * Returns: (transfer full): a draft with nothing in it
 */
JmDraft *
jm_draft_new (const char *name,
              const char *language)
{
  JmDraft *self = g_new0 (JmDraft, 1);
  GDestroyNotify unref = (GDestroyNotify) jm_item_unref;

  self->name = name;
  self->language = g_strdup (language);
  self->notices = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_notice_unref);
  self->personas = g_ptr_array_new_with_free_func (unref);
  self->channels = g_ptr_array_new_with_free_func (unref);
  self->note_lanes = g_ptr_array_new_with_free_func (unref);
  self->phases = g_ptr_array_new_with_free_func (unref);
  self->ids = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, g_free);
  self->phase_parts = g_ptr_array_new_with_free_func (unref);
  self->touchpoint_parts = g_ptr_array_new_with_free_func (unref);
  self->felt = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, free_text);
  self->n_elements = 1;

  return self;
}

/**
 * jm_draft_free:
 * @self: (transfer full): a draft
 */
void
jm_draft_free (JmDraft *self)
{
  g_free (self->language);
  g_ptr_array_unref (self->notices);
  g_clear_error (&self->error);
  g_free (self->title);
  g_free (self->scenario);
  g_free (self->kind);
  g_ptr_array_unref (self->personas);
  g_ptr_array_unref (self->channels);
  g_ptr_array_unref (self->note_lanes);
  g_ptr_array_unref (self->phases);
  g_clear_pointer (&self->leads, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_hash_table_unref);
  g_ptr_array_unref (self->phase_parts);
  g_ptr_array_unref (self->touchpoint_parts);
  g_hash_table_unref (self->felt);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->ids);
  g_clear_pointer (&self->touchpoint, jm_item_unref);
  g_clear_pointer (&self->phase, jm_item_unref);
  g_free (self);
}

/* Building */

static JmItem *
make (JmDraft    *self,
      JmKind      kind,
      const char *label)
{
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  JmItem *item;

  if (!jm_draft_count_element (self))
    return jm_item_new (kind, NULL);

  if (jm_kind_get_rule (kind)->has_id)
    id = g_strdup_printf ("%s-%u", jm_kind_get_rule (kind)->element, ++self->numbers[kind]);
  item = jm_item_new (kind, id);
  text = jm_draft_clean (self, label != NULL ? label : "");
  if (jm_kind_get_rule (kind)->has_text)
    jm_item_set_text (item, text);
  else if (*text != '\0' && jm_draft_count_element (self))
    jm_item_set_part (item, kind == JM_KIND_PERSONA ? JM_KIND_NAME : JM_KIND_TITLE, text);

  return item;
}

/* Sorted only now, so that no file makes it slow. */
static void
put_in_order (JmItem    *parent,
              GPtrArray *children)
{
  const JmKindRule *rule = jm_kind_get_rule (jm_item_get_kind (parent));

  for (guint order = 0; order < rule->n_children; order++)
    for (guint i = 0; i < children->len; i++)
      if (jm_item_get_kind (children->pdata[i]) == rule->children[order])
        jm_item_append (parent, jm_item_ref (children->pdata[i]));
  g_ptr_array_set_size (children, 0);
}

static char *
make_text_key (JmItem *item,
               JmKind  part)
{
  return g_strdup_printf ("%p %u", (void *) item, part);
}

static void
end_text (JmDraft *self,
          JmItem  *item,
          JmKind   part)
{
  g_autofree char *key = make_text_key (item, part);
  GString *text = g_hash_table_lookup (self->texts, key);
  g_autofree char *cleaned = text != NULL ? jm_draft_clean (self, text->str) : NULL;

  if (cleaned != NULL)
    jm_item_set_part (item, part, cleaned);
  g_hash_table_remove (self->texts, key);
}

static void
end_touchpoint (JmDraft *self)
{
  if (self->touchpoint == NULL)
    return;

  end_text (self, self->touchpoint, JM_KIND_DESCRIPTION);
  put_in_order (self->touchpoint, self->touchpoint_parts);
  g_ptr_array_add (self->phase_parts, g_steal_pointer (&self->touchpoint));
  g_hash_table_remove_all (self->felt);
}

static void
end_phase (JmDraft *self)
{
  end_touchpoint (self);
  if (self->phase == NULL)
    return;

  end_text (self, self->phase, JM_KIND_GOAL);
  put_in_order (self->phase, self->phase_parts);
  g_ptr_array_add (self->phases, g_steal_pointer (&self->phase));
}

static void
end_personas (JmDraft *self)
{
  static const char * const palette[] = { "purple", "teal", "orange", "pink", "green", "blue", "amber", "slate" };

  for (guint i = 0; i < self->personas->len; i++)
    {
      JmItem *persona = self->personas->pdata[i];

      end_text (self, persona, JM_KIND_QUOTE);
      end_text (self, persona, JM_KIND_DESCRIPTION);
      end_text (self, persona, JM_KIND_GOAL);
      jm_item_set (persona, JM_ATTR_COLOR, palette[i % G_N_ELEMENTS (palette)]);
    }
}

/**
 * jm_draft_begin_phase:
 * @self: a draft
 * @title: its title
 *
 * Begins a phase; what is added from now on is about it.
 */
void
jm_draft_begin_phase (JmDraft    *self,
                      const char *title)
{
  static const char * const colors[] = { "slate", "blue", "amber", "orange", "green", "teal", "purple", "pink" };

  end_phase (self);
  self->phase = make (self, JM_KIND_PHASE, title);
  jm_item_set (self->phase, JM_ATTR_COLOR, colors[self->phases->len % G_N_ELEMENTS (colors)]);
}

/**
 * jm_draft_begin_touchpoint:
 * @self: a draft
 * @title: its title
 *
 * Begins a touchpoint of the phase; one without a title is begun where there is none.
 */
void
jm_draft_begin_touchpoint (JmDraft    *self,
                           const char *title)
{
  end_touchpoint (self);
  if (self->phase == NULL)
    jm_draft_begin_phase (self, "");
  self->touchpoint = make (self, JM_KIND_TOUCHPOINT, title);
}

/**
 * jm_draft_hear:
 * @self: a draft
 * @heading: a heading of the file
 *
 * Takes down which language it is in, for a map of which nobody said the language.
 */
void
jm_draft_hear (JmDraft    *self,
               const char *heading)
{
  const char *language = jm_column_guess_language (heading);

  if (language != NULL)
    self->heard += *language == 'n' ? 1 : -1;
}

/* Where items of @kind go now. */
static GPtrArray *
get_parts (JmDraft *self,
           JmKind   kind)
{
  if (self->touchpoint != NULL && jm_kind_may_contain (JM_KIND_TOUCHPOINT, kind))
    return self->touchpoint_parts;
  if (jm_kind_may_contain (JM_KIND_PHASE, kind))
    {
      if (self->phase == NULL)
        jm_draft_begin_phase (self, "");
      return self->phase_parts;
    }

  jm_draft_begin_touchpoint (self, "");
  return self->touchpoint_parts;
}

/**
 * jm_draft_add:
 * @self: a draft
 * @kind: what
 * @text: what it says
 *
 * Makes an item; when all is set, jm_draft_keep() puts it into the touchpoint or the phase that is being filled.
 *
 * Returns: (transfer full): the item
 */
JmItem *
jm_draft_add (JmDraft    *self,
              JmKind      kind,
              const char *text)
{
  return make (self, kind, text);
}

/**
 * jm_draft_keep:
 * @self: a draft
 * @item: (transfer full): what jm_draft_add() made
 */
void
jm_draft_keep (JmDraft *self,
               JmItem  *item)
{
  if (self->error != NULL)
    {
      jm_item_unref (item);
      return;
    }

  g_ptr_array_add (get_parts (self, jm_item_get_kind (item)), item);
}

/**
 * jm_draft_set:
 * @self: a draft
 * @item: an item that is being made
 * @attr: an attribute of it
 * @value: (nullable): its value; nothing is set for %NULL and ""
 * @line: where that stands
 * @column: where that stands
 *
 * Sets a value, the nearest allowed one with a notice.
 */
void
jm_draft_set (JmDraft    *self,
              JmItem     *item,
              JmAttr      attr,
              const char *value,
              int         line,
              int         column)
{
  const JmAttrRule *rule = jm_kind_get_attr_rule (jm_item_get_kind (item), attr);
  g_autofree char *stripped = NULL;
  g_autofree char *nearest = NULL;
  g_autofree char *cited = NULL;

  if (value == NULL || *value == '\0' || self->error != NULL)
    return;
  g_return_if_fail (rule != NULL);

  stripped = jm_text_clean (value, -1);
  g_strstrip (stripped);
  if (*stripped == '\0')
    return;
  if (strlen (stripped) > MAX_VALUE)
    {
      *g_utf8_find_prev_char (stripped, stripped + MAX_VALUE) = '\0';
      jm_draft_notice (self, line, column, _("This was too long for where it belongs and is cut short."));
    }
  if (jm_value_is_valid (rule, stripped))
    {
      jm_item_set (item, attr, stripped);
      return;
    }

  cited = jm_import_cite (stripped);
  nearest = jm_value_nearest (rule, stripped);
  if (nearest != NULL)
    {
      /* Translators: two values, such as “7” and “3”. */
      g_autofree char *message = g_strdup_printf (_("“%s” cannot be used here; “%s” is used instead."), cited, nearest);

      jm_item_set (item, attr, nearest);
      jm_draft_notice (self, line, column, message);
    }
  else
    {
      g_autofree char *message = g_strdup_printf (_("“%s” cannot be used here and is left out."), cited);

      jm_draft_notice (self, line, column, message);
    }
}

/**
 * jm_draft_describe:
 * @self: a draft
 * @item: an item that is being made
 * @part: its description, goal or quote
 * @text: more of it, which comes on a line of its own
 */
void
jm_draft_describe (JmDraft    *self,
                   JmItem     *item,
                   JmKind      part,
                   const char *text)
{
  g_autofree char *key = make_text_key (item, part);
  GString *before = g_hash_table_lookup (self->texts, key);

  if (self->error != NULL || *text == '\0')
    return;

  if (before != NULL)
    {
      g_string_append_c (before, '\n');
      g_string_append (before, text);
    }
  else if (jm_draft_count_element (self))
    {
      g_hash_table_insert (self->texts, g_steal_pointer (&key), g_string_new (text));
    }
}

/**
 * jm_draft_add_note:
 * @self: a draft
 * @lane: the title of a lane of notes, which is made if need be
 * @text: what it says
 */
void
jm_draft_add_note (JmDraft    *self,
                   const char *lane,
                   const char *text)
{
  const char *id = jm_draft_name_item (self, JM_KIND_LANE, lane, self->note_lanes);
  JmItem *note;

  if (id == NULL || *text == '\0')
    return;

  note = make (self, JM_KIND_NOTE, text);
  jm_item_set (note, JM_ATTR_LANE, id);
  jm_draft_keep (self, note);
}

/**
 * jm_draft_add_feeling:
 * @self: a draft
 * @persona: (nullable): the name of whose it is
 * @value: -2 to 2
 * @said: (nullable): what is said with it
 * @line: where that stands
 * @column: where that stands
 *
 * A persona has one feeling at a touchpoint: the first one.
 */
void
jm_draft_add_feeling (JmDraft    *self,
                      const char *persona,
                      double      value,
                      const char *said,
                      int         line,
                      int         column)
{
  const char *id = jm_draft_name_persona (self, persona);
  const char *whose = id != NULL ? id : self->personas->len > 0 ? jm_item_get_id (self->personas->pdata[0]) : "";
  g_autofree char *number = jm_number_format (CLAMP (value, -2, 2));
  JmItem *emotion;

  if (!g_hash_table_add (self->felt, g_strdup (whose)))
    {
      jm_draft_notice (self, line, column, _("There is a second feeling of one persona here. The first one is used."));
      return;
    }

  emotion = make (self, JM_KIND_EMOTION, said);
  self->used[JM_COLUMN_EMOTION] = TRUE;
  jm_item_set (emotion, JM_ATTR_PERSONA, id);
  jm_item_set (emotion, JM_ATTR_VALUE, number);
  jm_draft_keep (self, emotion);
}

/**
 * jm_draft_set_channel:
 * @self: a draft
 * @title: what the channel of the touchpoint is called
 */
void
jm_draft_set_channel (JmDraft    *self,
                      const char *title)
{
  const char *id;

  if (*title == '\0' || self->touchpoint == NULL)
    return;

  id = jm_draft_name_item (self, JM_KIND_CHANNEL, title, self->channels);
  if (id != NULL)
    jm_item_set (self->touchpoint, JM_ATTR_CHANNEL, id);
}

/* The map */

static void
append_part (JmItem     *root,
             JmKind      part,
             const char *text)
{
  if (text != NULL && *text != '\0')
    jm_item_append (root, jm_item_new_text (part, text));
}

static void
append_lane (JmItem     *root,
             const char *kind)
{
  JmItem *lane = jm_item_new (JM_KIND_LANE, kind);

  jm_item_set (lane, JM_ATTR_KIND, kind);
  jm_item_append (root, lane);
}

static void
append_all (JmItem    *root,
            GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    jm_item_append (root, jm_item_ref (items->pdata[i]));
}

/**
 * jm_draft_end:
 * @self: a draft
 * @otherwise: the language of the map if neither anybody nor the file says it
 *
 * Puts together what was added. There is a lane for all that there is, and the default ones.
 *
 * Returns: (transfer full) (nullable): the map; %NULL if the import was given up
 */
JmMap *
jm_draft_end (JmDraft    *self,
              const char *otherwise)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  JmItem *root;

  end_phase (self);
  end_personas (self);
  jm_draft_resolve_links (self);
  if (self->error != NULL)
    return NULL;

  if (self->language == NULL)
    self->language = g_strdup (self->heard > 0 ? "nl" : self->heard < 0 ? "en" : otherwise);
  root = jm_item_new (JM_KIND_MAP, NULL);
  jm_item_set (root, JM_ATTR_LANG, self->language);
  if (self->kind != NULL)
    jm_item_set (root, JM_ATTR_KIND, self->kind);
  jm_item_set (root, JM_ATTR_DATE, today);
  append_part (root, JM_KIND_TITLE, self->title);
  append_part (root, JM_KIND_SCENARIO, self->scenario);
  append_all (root, self->personas);
  append_all (root, self->channels);

  append_lane (root, "touchpoints");
  append_lane (root, "channels");
  if (self->used[JM_COLUMN_DEVICE])
    append_lane (root, "devices");
  append_lane (root, "emotion");
  append_lane (root, "pain-points");
  if (self->used[JM_COLUMN_THOUGHTS])
    append_lane (root, "thoughts");
  append_lane (root, "opportunities");
  append_all (root, self->note_lanes);
  if (self->used[JM_COLUMN_MEASURES])
    append_lane (root, "measures");
  append_all (root, self->phases);
  jm_draft_append_leads (self, root);
  if (self->error != NULL)
    {
      jm_item_unref (root);
      return NULL;
    }

  return jm_map_new (root);
}
