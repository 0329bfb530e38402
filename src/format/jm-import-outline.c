/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists in plain text, as people type them in notes and mail: what is indented belongs to what stands above it. The outermost
 * are phases, what is in them touchpoints, and what is in those says what they are: “Channel: Shop”, or in words of its own.
 * Headings as in Markdown count as further out than any list; the plain text that this program writes reads back. */
#include "config.h"

#include "jm-import-private.h"

#include "jm-import-lines.h"
#include "jm-import-words.h"
#include "jm-scan.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a line says */

/* "(severity: 3; votes: 2)" at the end, as this program writes it. What is no such list stays where it is. */
static JmItem *
make_item (JmDraft *draft,
           JmKind   kind,
           char    *text,
           int      line)
{
  static const struct { JmColumn column; JmAttr attr; } known[] = {
    { JM_COLUMN_SEVERITY, JM_ATTR_SEVERITY }, { JM_COLUMN_VOTES, JM_ATTR_VOTES }, { JM_COLUMN_OWNER, JM_ATTR_OWNER },
    { JM_COLUMN_EFFORT, JM_ATTR_EFFORT }, { JM_COLUMN_IMPACT, JM_ATTR_IMPACT },
  };
  char *open = g_str_has_suffix (text, ")") ? g_strrstr (text, " (") : NULL;
  g_auto(GStrv) parts = NULL;
  g_autofree JmAttr *attrs = NULL;
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) resolves = g_string_new (NULL);
  g_autoptr(GPtrArray) unknown = g_ptr_array_new ();
  guint n = 0;
  JmItem *item;

  if (open != NULL)
    {
      g_autofree char *inner = g_strndup (open + 2, strlen (open + 2) - 1);

      parts = jm_draft_split (draft, inner, ';', line);
      attrs = g_new0 (JmAttr, g_strv_length (parts) + 1);
    }
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *key = NULL;
      g_autofree char *whose = NULL;
      const char *value;
      JmColumn column;
      gboolean fits = FALSE;

      g_strstrip (parts[i]);
      if (kind == JM_KIND_OPPORTUNITY && g_str_has_prefix (parts[i], "→ "))
        {
          const char *name = parts[i] + strlen ("→ ");
          const char *id = jm_draft_recall (draft, name);

          if (id != NULL)
            g_string_append_printf (resolves, "%s%s", resolves->len > 0 ? " " : "", id);
          else
            g_ptr_array_add (unknown, (gpointer) name);
          continue;
        }
      if (jm_entry_split (parts[i], &key, &value) && jm_column_find (key, &column, &whose))
        for (guint j = 0; j < G_N_ELEMENTS (known) && !fits; j++)
          if (known[j].column == column && jm_kind_get_attr_rule (kind, known[j].attr) != NULL)
            {
              attrs[n++] = known[j].attr;
              g_ptr_array_add (values, g_strdup (value));
              fits = TRUE;
            }
      if (!fits)
        {
          n = 0;
          open = NULL;
          break;
        }
    }

  if (open != NULL)
    *open = '\0';
  item = jm_draft_add (draft, kind, text);
  for (guint i = 0; i < n; i++)
    jm_draft_set (draft, item, attrs[i], g_ptr_array_index (values, i), line, 1);
  if (open != NULL && kind == JM_KIND_OPPORTUNITY)
    {
      jm_draft_set (draft, item, JM_ATTR_RESOLVES, resolves->str, line, 1);
      for (guint i = 0; i < unknown->len; i++)
        jm_draft_add_link (draft, item, unknown->pdata[i], line);
    }
  if (kind == JM_KIND_PAIN_POINT)
    jm_draft_remember (draft, item);

  return item;
}

static void
add_item (JmDraft    *draft,
          JmKind      kind,
          const char *text,
          int         line)
{
  g_autofree char *copy = g_strdup (text);

  jm_draft_keep (draft, make_item (draft, kind, copy, line));
}

/* A feeling in words, or a number from 1 to 5. */
static gboolean
read_feeling (const char *text,
              double     *value)
{
  if (jm_import_read_feeling (text, value))
    return TRUE;
  if (!jm_import_read_number (text, value))
    return FALSE;
  *value -= 3;

  return TRUE;
}

/* "Anna: good — Lovely"; whose it is and what is said are left out where nobody said them. "Bad: where is it?" will do as
 * well. */
static void
add_feeling (JmDraft    *draft,
             const char *text,
             int         line)
{
  const char *dash = strstr (text, " — ");
  const char *colon = strstr (text, ": ");
  g_autofree char *first = NULL;
  g_autofree char *persona = NULL;
  g_autofree char *feeling = NULL;
  const char *said = dash != NULL ? dash + strlen (" — ") : NULL;
  double value;

  if (colon != NULL && (dash == NULL || colon < dash))
    first = g_strndup (text, colon - text);
  if (first != NULL && read_feeling (first, &value))
    {
      feeling = g_steal_pointer (&first);
      said = colon + strlen (": ");
    }
  else
    {
      if (first != NULL)
        text = colon + strlen (": ");
      persona = g_steal_pointer (&first);
      feeling = dash != NULL ? g_strndup (text, dash - text) : g_strdup (text);
    }

  if (!read_feeling (feeling, &value))
    {
      g_autofree char *cited = jm_import_cite (feeling);
      g_autofree char *message = NULL;

      message = g_strdup_printf (_("“%s” is no feeling. Write a number from 1 to 5, or “good” or “bad”."), cited);
      jm_draft_notice (draft, line, 1, message);
      return;
    }
  if (value < -2 || value > 2)
    jm_draft_notice (draft, line, 1, _("A feeling is outside of the scale; the nearest end of the scale is used."));

  /* Without a name it is the first persona's, as everywhere. */
  jm_draft_add_feeling (draft, persona, value, said, line, 1);
}

static void
add_thought (JmDraft    *draft,
             const char *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *persona = colon != NULL ? g_strndup (text, colon - text) : NULL;
  gboolean of_persona = persona != NULL && jm_draft_has_persona (draft, persona);
  JmItem *thought = jm_draft_add (draft, JM_KIND_THOUGHT, of_persona ? colon + 2 : text);

  draft->used[JM_COLUMN_THOUGHTS] = TRUE;
  if (of_persona)
    jm_item_set (thought, JM_ATTR_PERSONA, jm_draft_name_persona (draft, persona));
  jm_draft_keep (draft, thought);
}

static void
set_duration (JmDraft    *draft,
              JmItem     *item,
              JmAttr      attr,
              const char *text,
              int         line)
{
  g_autofree char *duration = jm_import_read_duration (text);

  jm_draft_set (draft, item, attr, duration != NULL ? duration : text, line, 1);
}

/* One thing said of a touchpoint or a phase. %FALSE if a column of that name has no place there. */
static gboolean
add_named (JmDraft    *draft,
           JmColumn    column,
           const char *value,
           int         line)
{
  JmItem *touchpoint = draft->touchpoint;

  draft->used[column] = TRUE;
  switch ((int) column)
    {
    case JM_COLUMN_PAIN_POINTS:
      add_item (draft, JM_KIND_PAIN_POINT, value, line);
      return TRUE;
    case JM_COLUMN_OPPORTUNITIES:
      add_item (draft, JM_KIND_OPPORTUNITY, value, line);
      return TRUE;
    case JM_COLUMN_THOUGHTS:
      add_thought (draft, value);
      return TRUE;
    case JM_COLUMN_EMOTION:
      add_feeling (draft, value, line);
      return TRUE;
    case JM_COLUMN_MEASURES:
      jm_draft_keep (draft, jm_draft_add (draft, JM_KIND_MEASURE, value));
      return TRUE;
    case JM_COLUMN_GOAL:
      jm_draft_describe (draft, draft->phase, JM_KIND_GOAL, value);
      return TRUE;
    case JM_COLUMN_START:
      jm_draft_set (draft, draft->phase, JM_ATTR_START, value, line, 1);
      return TRUE;
    case JM_COLUMN_DURATION:
      set_duration (draft, draft->phase, JM_ATTR_DURATION, value, line);
      return TRUE;
    default:
      break;
    }

  if (touchpoint == NULL)
    return FALSE;

  switch ((int) column)
    {
    case JM_COLUMN_DESCRIPTION:
      jm_draft_describe (draft, touchpoint, JM_KIND_DESCRIPTION, value);
      return TRUE;
    case JM_COLUMN_CHANNEL:
      jm_draft_set_channel (draft, value);
      return TRUE;
    case JM_COLUMN_DEVICE:
      jm_draft_set (draft, touchpoint, JM_ATTR_DEVICE, jm_column_read (JM_COLUMN_DEVICE, value), line, 1);
      return TRUE;
    case JM_COLUMN_TIME:
      set_duration (draft, touchpoint, JM_ATTR_AT, value, line);
      return TRUE;
    case JM_COLUMN_MOMENT_OF_TRUTH:
      if (strcmp (jm_column_read (JM_COLUMN_MOMENT_OF_TRUTH, value), "true") == 0)
        jm_item_set (touchpoint, JM_ATTR_MOMENT_OF_TRUTH, "true");
      return TRUE;
    case JM_COLUMN_EVIDENCE:
      jm_draft_set (draft, touchpoint, JM_ATTR_EVIDENCE, jm_column_read (JM_COLUMN_EVIDENCE, value), line, 1);
      return TRUE;
    case JM_COLUMN_OWNER:
      jm_draft_set (draft, touchpoint, JM_ATTR_OWNER, value, line, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "mailto:");
}

/* The text of an entry and all that is in it, on lines of its own. */
static void
gather (const JmEntry *entry,
        GString       *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, entry->text);
  for (guint i = 0; i < entry->children->len; i++)
    gather (g_ptr_array_index (entry->children, i), text);
}

/* What stands below a touchpoint, or beside the touchpoints of a phase. */
static void
add_detail (JmDraft       *draft,
            const JmEntry *entry)
{
  g_autofree char *key = NULL;
  g_autofree char *whose = NULL;
  g_autoptr(GString) text = NULL;
  const char *value;
  JmColumn column;

  if (jm_draft_is_lead (entry->text))
    {
      jm_draft_add_lead (draft, entry->text);
      return;
    }

  if (!jm_entry_split (entry->text, &key, &value))
    {
      text = g_string_new (NULL);
      gather (entry, text);
      if (draft->touchpoint != NULL)
        jm_draft_describe (draft, draft->touchpoint, JM_KIND_DESCRIPTION, text->str);
      else
        jm_draft_add_note (draft, _("Notes"), text->str);
      return;
    }

  /* A link that has a name. */
  if (is_address (value) && draft->touchpoint != NULL)
    {
      JmItem *reference = jm_draft_add (draft, JM_KIND_REFERENCE, key);

      jm_draft_set (draft, reference, JM_ATTR_HREF, value, entry->line, 1);
      jm_draft_keep (draft, reference);
      return;
    }

  jm_draft_hear (draft, key);
  if (jm_column_find (key, &column, &whose))
    {
      gboolean fits = TRUE;

      /* "Pain points:" with a list below it, or a text that goes on below. */
      if (*value == '\0')
        {
          for (guint i = 0; i < entry->children->len && fits; i++)
            {
              const JmEntry *child = g_ptr_array_index (entry->children, i);

              fits = add_named (draft, column, child->text, child->line);
            }
        }
      else
        {
          text = g_string_new (value);
          for (guint i = 0; i < entry->children->len; i++)
            gather (g_ptr_array_index (entry->children, i), text);
          fits = add_named (draft, column, text->str, entry->line);
        }
      if (fits)
        return;
    }

  /* A name that is no column's is that of a lane of notes. */
  if (*value != '\0')
    {
      if (text == NULL)
        {
          text = g_string_new (value);
          for (guint i = 0; i < entry->children->len; i++)
            gather (g_ptr_array_index (entry->children, i), text);
        }
      jm_draft_add_note (draft, key, text->str);
      return;
    }
  for (guint i = 0; i < entry->children->len; i++)
    jm_draft_add_note (draft, key, ((JmEntry *) g_ptr_array_index (entry->children, i))->text);
}

static void
add_touchpoint (JmDraft       *draft,
                const JmEntry *entry)
{
  jm_draft_begin_touchpoint (draft, entry->text);
  for (guint i = 0; i < entry->children->len && draft->error == NULL; i++)
    add_detail (draft, g_ptr_array_index (entry->children, i));
}

static gboolean
any_has_marker (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (((JmEntry *) g_ptr_array_index (entries, i))->has_marker)
      return TRUE;

  return FALSE;
}

static gboolean
names_column (const char *text)
{
  g_autofree char *key = NULL;
  g_autofree char *whose = NULL;
  const char *value;
  JmColumn column;

  return jm_entry_split (text, &key, &value) && jm_column_find (key, &column, &whose);
}

/* Where some are items of a list, those are the touchpoints and the others say something of the phase. */
static void
add_phase (JmDraft       *draft,
           const JmEntry *entry)
{
  gboolean of_list = any_has_marker (entry->children);
  g_autofree char *title = g_strdup (entry->text);

  /* "Orientation:" before a list. */
  if (entry->children->len > 0 && g_str_has_suffix (title, ":"))
    title[strlen (title) - 1] = '\0';
  jm_draft_begin_phase (draft, title);

  for (guint i = 0; i < entry->children->len && draft->error == NULL; i++)
    {
      const JmEntry *child = g_ptr_array_index (entry->children, i);

      if (jm_draft_is_lead (child->text))
        add_detail (draft, child);
      else if (child->has_marker || child->key < 0 || (!of_list && !names_column (child->text)))
        add_touchpoint (draft, child);
      else
        add_detail (draft, child);
    }
}

/* Before the phases */

static gboolean
take_kind (JmDraft    *draft,
           const char *text)
{
  static const struct { const char *words; const char *kind; } kinds[] = {
    { "Current state", "current-state" }, { "Huidige situatie", "current-state" },
    { "Future state", "future-state" }, { "Toekomstige situatie", "future-state" },
    { "A day in the life", "day-in-the-life" }, { "Een dag uit het leven", "day-in-the-life" },
    { "Service blueprint", "service-blueprint" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (text, kinds[i].words) && strchr (",", text[strlen (kinds[i].words)]) != NULL)
      {
        g_free (draft->kind);
        draft->kind = g_strdup (kinds[i].kind);
        return TRUE;
      }

  return FALSE;
}

static void
add_persona (JmDraft       *draft,
             const JmEntry *entry,
             const char    *name)
{
  JmItem *persona = jm_draft_get_persona (draft, name);

  for (guint i = 0; i < entry->children->len && persona != NULL; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *key = NULL;
      g_autofree char *whose = NULL;
      const char *value;
      JmColumn column;

      gather (g_ptr_array_index (entry->children, i), text);
      if (jm_entry_split (text->str, &key, &value) && jm_column_find (key, &column, &whose) && column == JM_COLUMN_GOAL)
        {
          jm_draft_describe (draft, persona, JM_KIND_GOAL, value);
        }
      else if (g_str_has_prefix (text->str, "“") && g_str_has_suffix (text->str, "”"))
        {
          g_string_truncate (text, text->len - strlen ("”"));
          jm_draft_describe (draft, persona, JM_KIND_QUOTE, text->str + strlen ("“"));
        }
      else
        {
          jm_draft_describe (draft, persona, JM_KIND_DESCRIPTION, text->str);
        }
    }
}

/* A line before the first phase: a persona, the kind of map, or else the scenario. */
static void
add_preamble (JmDraft       *draft,
              const JmEntry *entry,
              GString       *scenario)
{
  g_autofree char *key = NULL;
  const char *value;

  if (jm_entry_split (entry->text, &key, &value) && g_ascii_strcasecmp (key, "persona") == 0 && *value != '\0')
    add_persona (draft, entry, value);
  else if (!take_kind (draft, entry->text))
    gather (entry, scenario);
}

static gboolean
is_heading (const JmEntry *entry)
{
  return entry->key < 0;
}

static void
add_all (JmDraft   *draft,
         GPtrArray *entries)
{
  g_autoptr(GString) scenario = g_string_new (NULL);
  gboolean has_headings = FALSE, has_children = FALSE, begun = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      const JmEntry *entry = g_ptr_array_index (entries, i);

      has_headings = has_headings || is_heading (entry);
      has_children = has_children || entry->children->len > 0;
    }

  for (guint i = 0; i < entries->len && draft->error == NULL; i++)
    {
      const JmEntry *entry = g_ptr_array_index (entries, i);
      gboolean is_phase = has_headings ? is_heading (entry) : entry->children->len > 0 || entry->has_marker;

      /* A list without a second level: all are touchpoints of one phase. */
      if (!has_headings && !has_children)
        add_touchpoint (draft, entry);
      else if (is_phase && !(begun == FALSE && !has_headings && g_ascii_strncasecmp (entry->text, "Persona: ", 9) == 0))
        {
          begun = TRUE;
          add_phase (draft, entry);
        }
      else if (begun && !has_headings)
        add_phase (draft, entry);
      else if (!begun && draft->title == NULL && !has_headings && i == 0 && entry->children->len == 0)
        draft->title = jm_draft_clean (draft, entry->text);
      else
        add_preamble (draft, entry, scenario);
    }

  if (scenario->len > 0)
    draft->scenario = jm_draft_clean (draft, scenario->str);
}

/**
 * jm_import_outline:
 * @draft: where to put what is read
 * @text: an indented list; taken apart where it stands
 *
 * Reads a list of phases with their touchpoints and what is said of those.
 */
void
jm_import_outline (JmDraft *draft,
                   char    *text)
{
  JmEntry *all = jm_entries_read (draft, text);
  const JmEntry *first = all->children->len > 0 ? g_ptr_array_index (all->children, 0) : NULL;

  if (draft->error != NULL)
    {
      jm_entry_free (all);
      return;
    }

  if (first == NULL)
    {
      jm_draft_refuse (draft, 1, 1, JM_READ_ERROR_NOT_A_MAP,
                       _("There is nothing in this file. Write a phase on a line, and below it, indented, its touchpoints."));
    }
  else if (all->children->len == 1 && first->key == JM_ENTRY_TITLE && first->children->len > 0)
    {
      draft->title = jm_draft_clean (draft, first->text);
      add_all (draft, first->children);
    }
  else
    {
      add_all (draft, all->children);
    }

  jm_entry_free (all);
}
