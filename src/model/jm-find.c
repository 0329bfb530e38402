/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-find.h"

#include "jm-hash.h"

#include <string.h>

/* All that an item says, folded; its children with an id of their own are not in it. */
typedef struct
{
  char  *folded;
  guint  round;    /* when it was last asked for */
} Said;

struct _JmFinder
{
  JmFinderWords  words;
  GHashTable    *said;     /* Said by JmItem, which it holds: items never change, so what is kept is never stale */
  char          *language; /* that the words are in */
  JmMap         *map;      /* that was looked in last, or NULL */
  guint          round;
};

typedef struct
{
  JmFinder   *finder;
  JmMap      *map;
  JmItem     *root;
  const char *query;       /* folded */
  const char *from_id;
  GHashTable *channels;    /* ids of the channels that match */
  GPtrArray  *found;
  guint       nearest;
  gboolean    passed_from;
  gboolean    from_emotion; /* whether from_id is a handle */
} Search;

/* Folding */

/* Letters with a stroke or joined from two, which Unicode does not take apart, as people without them on a key type them. */
static const char *
spell_out (gunichar letter)
{
  switch (letter)
    {
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x00f8: /* ø */
      return "o";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x0142: /* ł */
      return "l";
    case 0x0131: /* ı */
      return "i";
    case 0x0127: /* ħ */
      return "h";
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return "'";
    case 0x201c: /* “ */
    case 0x201d: /* ” */
      return "\"";
    default:
      return NULL;
    }
}

/* Accents above and below Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic. The marks of other
 * scripts, such as the vowels of Hindi and Thai or the voicing of kana, make another word. */
static gboolean
is_accent (gunichar letter)
{
  int combining = g_unichar_combining_class (letter);

  return combining == 1 || (combining >= 10 && combining <= 36) || (combining >= 200 && combining <= 240);
}

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    {
      if ((guchar) *text >= 0x80)
        return FALSE;
    }

  return TRUE;
}

static void
append_folded (GString  *folded,
               gunichar  letter,
               gboolean *in_space)
{
  const char *spelled;

  if (g_unichar_isspace (letter))
    {
      if (!*in_space)
        g_string_append_c (folded, ' ');
      *in_space = TRUE;
      return;
    }
  if (is_accent (letter) || letter == 0x00ad || letter == 0x200b)
    return;

  *in_space = FALSE;
  spelled = spell_out (letter);
  if (spelled != NULL)
    g_string_append (folded, spelled);
  else
    g_string_append_unichar (folded, letter);
}

static void
fold_into (GString    *folded,
           const char *text)
{
  gboolean in_space = folded->len == 0;
  g_autofree char *apart = NULL;
  g_autofree char *folded_case = NULL;

  /* Most of what is written in most maps, and ten times as fast. */
  if (is_ascii (text))
    {
      for (; *text != '\0'; text++)
        {
          if (g_ascii_isspace (*text))
            append_folded (folded, ' ', &in_space);
          else
            {
              in_space = FALSE;
              g_string_append_c (folded, g_ascii_tolower (*text));
            }
        }
      return;
    }

  folded_case = g_utf8_casefold (text, -1);
  apart = g_utf8_normalize (folded_case, -1, G_NORMALIZE_ALL);
  if (apart == NULL)
    return;

  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    append_folded (folded, g_utf8_get_char (at), &in_space);
}

/**
 * jm_find_fold:
 * @text: a text
 *
 * Brings a text into the form in which texts are compared: without case, accents and more than one space at a time.
 *
 * Returns: (transfer full): the text, folded
 */
char *
jm_find_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, g_string_free (folded, FALSE));

  fold_into (folded, text);
  return g_string_free (folded, FALSE);
}

/* Finding */

static void
free_said (gpointer data)
{
  Said *said = data;

  g_free (said->folded);
  g_free (said);
}

static void
add_text (GString    *folded,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  /* No text goes on in the next one. */
  if (folded->len > 0)
    g_string_append_c (folded, '\n');
  fold_into (folded, text);
}

/* What people typed into an item, on the map or beside it. */
static char *
say (JmFinder *self,
     JmItem   *root,
     JmItem   *item)
{
  static const JmAttr attrs[] = { JM_ATTR_OWNER, JM_ATTR_UNIT, JM_ATTR_ALT, JM_ATTR_HREF };
  GString *folded = g_string_new (NULL);
  JmKind kind = jm_item_get_kind (item);
  const JmKindRule *rule = jm_kind_get_rule (kind);

  /* The text of a picture is the picture. */
  if (rule->has_text && kind != JM_KIND_PICTURE)
    add_text (folded, jm_item_get_text (item));
  for (guint i = 0; i < G_N_ELEMENTS (attrs); i++)
    add_text (folded, jm_item_get (item, attrs[i]));

  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);
      JmKind part = jm_item_get_kind (child);

      if (part == JM_KIND_REFERENCE)
        add_text (folded, jm_item_get (child, JM_ATTR_HREF));
      if (part == JM_KIND_TITLE || part == JM_KIND_SCENARIO || part == JM_KIND_NAME || part == JM_KIND_QUOTE ||
          part == JM_KIND_DESCRIPTION || part == JM_KIND_GOAL || part == JM_KIND_REFERENCE)
        add_text (folded, jm_item_get_text (child));
    }

  if (self->words != NULL)
    add_text (folded, self->words (root, item));

  return g_string_free (folded, FALSE);
}

static gboolean
says (Search *search,
      JmItem *item)
{
  JmFinder *self = search->finder;
  Said *said = g_hash_table_lookup (self->said, item);

  if (said == NULL)
    {
      said = g_new (Said, 1);
      said->folded = say (self, search->root, item);
      g_hash_table_insert (self->said, jm_item_ref (item), said);
    }
  said->round = self->round;

  return strstr (said->folded, search->query) != NULL;
}

/* Takes id. */
static void
visit (Search     *search,
       const char *id,
       gboolean    found)
{
  if (!search->passed_from && g_strcmp0 (id, search->from_id) == 0)
    {
      search->passed_from = TRUE;
      search->nearest = search->found->len;
    }
  if (found)
    g_ptr_array_add (search->found, g_strdup (id));
}

static void
visit_item (Search *search,
            JmItem *item)
{
  visit (search, jm_item_get_id (item), says (search, item));
}

static void
visit_all (Search *search,
           JmItem *parent,
           JmKind  kind)
{
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (parent, kind, &cursor)) != NULL)
    visit_item (search, item);
}

static void
visit_touchpoint (Search *search,
                  JmItem *touchpoint)
{
  static const JmKind kinds[] = {
    JM_KIND_PAIN_POINT, JM_KIND_THOUGHT, JM_KIND_OPPORTUNITY, JM_KIND_NOTE, JM_KIND_PICTURE
  };
  const char *channel = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
  gboolean found = says (search, touchpoint);
  JmItem *emotion;
  guint cursor = 0;

  visit (search, jm_item_get_id (touchpoint), found || (channel != NULL && g_hash_table_contains (search->channels, channel)));

  while ((emotion = jm_item_next (touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    {
      gboolean emotion_found = says (search, emotion);

      /* A handle is made only where somebody asks for it. */
      if (emotion_found || search->from_emotion)
        {
          g_autofree char *handle = jm_emotion_handle (jm_item_get_id (touchpoint),
                                                       jm_map_get_emotion_persona (search->map, emotion));

          visit (search, handle, emotion_found);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    visit_all (search, touchpoint, kinds[i]);
}

static void
find_channels (Search *search)
{
  JmItem *channel;
  guint cursor = 0;

  while ((channel = jm_item_next (search->root, JM_KIND_CHANNEL, &cursor)) != NULL)
    {
      if (says (search, channel))
        g_hash_table_add (search->channels, (gpointer) jm_item_get_id (channel));
    }
}

static gboolean
is_of_the_past (gpointer key,
                gpointer value,
                gpointer user_data)
{
  const Said *said = value;
  const JmFinder *self = user_data;

  return said->round != self->round;
}

/**
 * jm_finder_find:
 * @self: a finder
 * @map: the map to look in
 * @query: what to look for
 * @from_id: (nullable): where to begin, an id or an emotion's handle
 * @nearest: (out) (optional): which of those found comes first from there on, 0 when none does
 *
 * Looks for @query in all that people typed into the map. An item that says it more than once counts as one. The first
 * time costs about a microsecond a text, later times a tenth of that: what was folded is kept for as long as it is in the
 * map.
 *
 * Returns: (transfer full) (element-type utf8): the ids and handles of the items that say it, in the order of reading, ""
 *   for the map itself
 */
GPtrArray *
jm_finder_find (JmFinder   *self,
                JmMap      *map,
                const char *query,
                const char *from_id,
                guint      *nearest)
{
  g_autofree char *folded = NULL;
  g_autoptr(GHashTable) channels = g_hash_table_new (jm_text_hash, g_str_equal);
  Search search = { self, map };
  const char *language;
  JmItem *phase;
  guint cursor = 0;

  g_return_val_if_fail (self != NULL && map != NULL && query != NULL, NULL);

  folded = jm_find_fold (query);
  search.root = jm_map_get_root (map);
  search.query = folded;
  search.from_id = from_id;
  search.from_emotion = from_id != NULL && strchr (from_id, '@') != NULL;
  search.channels = channels;
  search.found = g_ptr_array_new_with_free_func (g_free);
  if (nearest != NULL)
    *nearest = 0;
  if (*folded == '\0')
    return search.found;

  /* The words that nobody typed are in the language of the map. */
  language = jm_item_get (search.root, JM_ATTR_LANG);
  if (g_strcmp0 (self->language, language) != 0)
    {
      g_hash_table_remove_all (self->said);
      g_free (self->language);
      self->language = g_strdup (language);
    }
  self->round++;

  find_channels (&search);
  visit (&search, "", says (&search, search.root));
  visit_all (&search, search.root, JM_KIND_PERSONA);
  visit_all (&search, search.root, JM_KIND_LANE);
  while ((phase = jm_item_next (search.root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmItem *touchpoint;
      guint inner = 0;

      visit_item (&search, phase);
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        visit_touchpoint (&search, touchpoint);
      visit_all (&search, phase, JM_KIND_NOTE);
      visit_all (&search, phase, JM_KIND_MEASURE);
    }
  visit_all (&search, search.root, JM_KIND_TRANSITION);

  if (self->map != map)
    {
      g_hash_table_foreach_remove (self->said, is_of_the_past, self);
      g_clear_pointer (&self->map, jm_map_unref);
      self->map = jm_map_ref (map);
    }

  if (nearest != NULL && search.nearest < search.found->len)
    *nearest = search.nearest;
  return search.found;
}

/**
 * jm_finder_new:
 * @words: (nullable): says what stands on the map without anyone having typed it
 *
 * Returns: (transfer full): a finder, for one map after the other
 */
JmFinder *
jm_finder_new (JmFinderWords words)
{
  JmFinder *self = g_new0 (JmFinder, 1);

  self->words = words;
  self->said = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jm_item_unref, free_said);

  return self;
}

/**
 * jm_finder_free:
 * @self: a finder
 */
void
jm_finder_free (JmFinder *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->said);
  g_clear_pointer (&self->map, jm_map_unref);
  g_free (self->language);
  g_free (self);
}
