/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What jm-diff.c finds between two maps, told as people tell it: the outermost of what is new or gone, where a thing was
 * before, how a touchpoint feels now. */
#include "jm-compare.h"

#include "jm-diff.h"
#include "jm-hash.h"
#include "jm-names.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* A difference and its place in reading order. */
typedef struct
{
  double        place;
  guint         nth;   /* as it was found: keeps the order of what has the same place */
  JmDifference *difference;
} Entry;

typedef struct
{
  JmMap      *before;
  JmMap      *after;
  GHashTable *old_parents;   /* item -> what it is in, in the map before */
  GHashTable *new_parents;
  GHashTable *new_places;    /* item of the map after -> its number in reading order, from 1 */
  GHashTable *new_ends;      /* … and that of the last item in it */
  GHashTable *only_old;      /* items that are gone */
  GHashTable *anchors;       /* … -> the item before it that is not */
  GHashTable *only_new;
  GHashTable *told_of;       /* touchpoints of which a feeling is told */
  GArray     *entries;
} Telling;

static void
difference_free (gpointer data)
{
  JmDifference *difference = data;

  jm_item_unref (difference->item);
  g_free (difference->persona_id);
  g_free (difference->title);
  g_free (difference->words);
  g_free (difference);
}

/* Words */

static const struct { JmAttr attr; const char *name; } attr_names[] = {
  { JM_ATTR_LANG, N_("language") }, { JM_ATTR_KIND, N_("kind") }, { JM_ATTR_DATE, N_("date") },
  { JM_ATTR_AXIS, N_("axis") }, { JM_ATTR_COLOR, N_("colour") }, { JM_ATTR_REACH, N_("online or offline") },
  { JM_ATTR_ICON, N_("pictogram") }, { JM_ATTR_HIDDEN, N_("shown or hidden") }, { JM_ATTR_DURATION, N_("duration") },
  { JM_ATTR_START, N_("clock time") }, { JM_ATTR_WIDTH, N_("width") }, { JM_ATTR_VALUE, N_("value") },
  { JM_ATTR_TARGET, N_("target") }, { JM_ATTR_UNIT, N_("unit") }, { JM_ATTR_CHAIN, N_("chain") },
  { JM_ATTR_LANE, N_("lane") }, { JM_ATTR_CHANNEL, N_("channel") }, { JM_ATTR_DEVICE, N_("device") },
  { JM_ATTR_AT, N_("time") }, { JM_ATTR_MOMENT_OF_TRUTH, N_("moment of truth") }, { JM_ATTR_EVIDENCE, N_("evidence") },
  { JM_ATTR_OWNER, N_("owner") }, { JM_ATTR_PERSONA, N_("persona") }, { JM_ATTR_SEVERITY, N_("severity") },
  { JM_ATTR_VOTES, N_("votes") }, { JM_ATTR_RESOLVES, N_("pain points resolved") }, { JM_ATTR_EFFORT, N_("effort") },
  { JM_ATTR_IMPACT, N_("impact") }, { JM_ATTR_ALT, N_("description of the picture") }, { JM_ATTR_FROM, N_("where from") },
  { JM_ATTR_TO, N_("where to") },
};

static const struct { JmKind part; const char *name; } part_names[] = {
  { JM_KIND_SCENARIO, N_("scenario") }, { JM_KIND_QUOTE, N_("quote") }, { JM_KIND_DESCRIPTION, N_("description") },
  { JM_KIND_GOAL, N_("goal") }, { JM_KIND_REFERENCE, N_("links") }, { JM_KIND_HINT, N_("hints") },
  { JM_KIND_DISMISSED, N_("dismissed checks") },
};

/* Whether the children of one kind say the same, in their order. */
static gboolean
same_parts (JmItem *a,
            JmItem *b,
            JmKind  kind)
{
  guint at_a = 0, at_b = 0;

  for (;;)
    {
      JmItem *part_a = jm_item_next (a, kind, &at_a);
      JmItem *part_b = jm_item_next (b, kind, &at_b);

      if (part_a == NULL || part_b == NULL)
        return part_a == part_b;
      if (!jm_item_equal (part_a, part_b))
        return FALSE;
    }
}

/* "channel, owner", what is different about an item beside what it is called; %NULL if nothing that has a name is. */
static char *
list_changes (JmItem *old_item,
              JmItem *new_item)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attr_names); i++)
    if (g_strcmp0 (jm_item_get (old_item, attr_names[i].attr), jm_item_get (new_item, attr_names[i].attr)) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(attr_names[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (part_names); i++)
    if (!same_parts (old_item, new_item, part_names[i].part))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(part_names[i].name));
  if (jm_item_get_kind (new_item) == JM_KIND_PICTURE &&
      strcmp (jm_item_get_text (old_item), jm_item_get_text (new_item)) != 0)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _("the picture itself"));

  if (list->len > 0)
    return g_string_free (list, FALSE);
  g_string_free (list, TRUE);

  return NULL;
}

/* Reading order */

static void
enter_old (Telling *self,
           JmItem  *item)
{
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);

      g_hash_table_insert (self->old_parents, child, item);
      enter_old (self, child);
    }
}

static void
enter_new (Telling *self,
           JmItem  *item,
           guint   *n)
{
  ++*n;
  g_hash_table_insert (self->new_places, item, GUINT_TO_POINTER (*n));
  for (guint i = 0; i < jm_item_get_n_children (item); i++)
    {
      JmItem *child = jm_item_get_child (item, i);

      g_hash_table_insert (self->new_parents, child, item);
      enter_new (self, child, n);
    }
  g_hash_table_insert (self->new_ends, item, GUINT_TO_POINTER (*n));
}

/* The item of the map after that has the id of @old_item, %NULL if there is none. */
static JmItem *
find_new (Telling *self,
          JmItem  *old_item)
{
  const char *id = jm_item_get_id (old_item);
  JmItem *found;

  if (jm_item_get_kind (old_item) == JM_KIND_MAP)
    return jm_map_get_root (self->after);
  found = id != NULL ? jm_map_find (self->after, id) : NULL;

  return found != NULL && jm_item_get_kind (found) == jm_item_get_kind (old_item) ? found : NULL;
}

static void
find_anchors (Telling *self,
              JmItem  *parent)
{
  JmItem *last = NULL;

  for (guint i = 0; i < jm_item_get_n_children (parent); i++)
    {
      JmItem *child = jm_item_get_child (parent, i);

      if (g_hash_table_contains (self->only_old, child))
        g_hash_table_insert (self->anchors, child, last);
      else if (jm_item_get_id (child) != NULL)
        last = child;
    }
}

/* What is gone is read where it was: behind the one before it that is still there, or first in what it was in. */
static double
place_of_gone (Telling *self,
               JmItem  *item)
{
  JmItem *parent = g_hash_table_lookup (self->old_parents, item);
  JmItem *anchor;

  if (parent == NULL)
    return G_MAXDOUBLE;

  if (!g_hash_table_contains (self->anchors, item))
    find_anchors (self, parent);
  anchor = g_hash_table_lookup (self->anchors, item);
  anchor = anchor != NULL ? find_new (self, anchor) : NULL;
  if (anchor != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->new_ends, anchor)) + 0.5;

  anchor = find_new (self, parent);
  if (anchor != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->new_places, anchor)) + 0.5;

  return G_MAXDOUBLE;
}

static JmDifference *
tell (Telling          *self,
      JmDifferenceType  type,
      JmItem           *item,
      double            place,
      char             *words)
{
  JmDifference *difference = g_new0 (JmDifference, 1);
  Entry entry = { place, self->entries->len, difference };

  difference->type = type;
  difference->kind = jm_item_get_kind (item);
  difference->item = jm_item_ref (item);
  difference->id = difference->kind != JM_KIND_MAP ? jm_item_get_id (item) : NULL;
  difference->title = jm_item_call (item);
  difference->words = words;
  g_array_append_val (self->entries, entry);

  return difference;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;

  return one->nth < other->nth ? -1 : 1;
}

static double
place_of_new (Telling *self,
              JmItem  *item)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->new_places, item));
}

/* Telling */

static void
tell_whereabouts (Telling          *self,
                  JmDifferenceType  type,
                  JmItem           *item,
                  JmItem           *parent,
                  double            place)
{
  g_autofree char *whole = NULL;
  gboolean in_map = parent == NULL || jm_item_get_kind (parent) == JM_KIND_MAP;
  char *words;

  if (!in_map)
    whole = jm_item_call (parent);
  if (type == JM_DIFFERENCE_NEW)
    /* Translators: of an item that is only in the second of two maps; %s is the title of what it is in. */
    words = in_map ? g_strdup (_("new")) : g_strdup_printf (_("new, in “%s”"), whole);
  else
    /* Translators: of an item that is only in the first of two maps; %s is the title of what it was in. */
    words = in_map ? g_strdup (_("gone")) : g_strdup_printf (_("gone, was in “%s”"), whole);

  tell (self, type, item, place, words);
}

static void
tell_moved (Telling        *self,
            const JmChange *change)
{
  JmItem *old_parent = g_hash_table_lookup (self->old_parents, change->old_item);
  JmItem *new_parent = g_hash_table_lookup (self->new_parents, change->new_item);
  char *words;

  if (g_strcmp0 (jm_item_get_id (old_parent), jm_item_get_id (new_parent)) == 0)
    {
      words = g_strdup (_("moved to another place in the row"));
    }
  else
    {
      g_autofree char *from = jm_item_call (old_parent);
      g_autofree char *to = jm_item_call (new_parent);

      words = g_strdup_printf (_("moved from “%s” to “%s”"), from, to);
    }

  tell (self, JM_DIFFERENCE_MOVED, change->new_item, place_of_new (self, change->new_item), words);
}

/* For that there is something, where there are no words for what it is. */
static void
tell_unnamed (Telling *self,
              JmItem  *item)
{
  tell (self, JM_DIFFERENCE_CHANGED, item, place_of_new (self, item),
        g_strdup (_("changed: the order, a comment, or something that this version does not know")));
}

static void
tell_edited (Telling        *self,
             const JmChange *change)
{
  double place = place_of_new (self, change->new_item);
  gboolean is_picture = jm_item_get_kind (change->new_item) == JM_KIND_PICTURE;
  g_autofree char *changes = list_changes (change->old_item, change->new_item);
  gboolean retitled = !is_picture &&
                      strcmp (jm_item_get_label (change->old_item), jm_item_get_label (change->new_item)) != 0;

  if (retitled)
    {
      g_autofree char *old_title = jm_item_call (change->old_item);

      tell (self, JM_DIFFERENCE_RETITLED, change->new_item, place, g_strdup_printf (_("was “%s”"), old_title));
    }

  if (changes != NULL)
    /* Translators: a list of what changed, such as “channel, owner”. */
    tell (self, JM_DIFFERENCE_CHANGED, change->new_item, place, g_strdup_printf (_("changed: %s"), changes));
  else if (!retitled)
    tell_unnamed (self, change->new_item);
}

/* Of what is in something new or gone nothing more is said. */
static gboolean
is_outermost (GHashTable *parents,
              GHashTable *only,
              JmItem     *item)
{
  JmItem *parent = g_hash_table_lookup (parents, item);

  return parent == NULL || !g_hash_table_contains (only, parent);
}

static void
tell_changes (Telling   *self,
              GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = g_ptr_array_index (changes, i);

      if (change->type == JM_CHANGE_ADDED)
        g_hash_table_add (self->only_new, change->new_item);
      else if (change->type == JM_CHANGE_REMOVED)
        g_hash_table_add (self->only_old, change->old_item);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = g_ptr_array_index (changes, i);
      JmItem *item = change->new_item != NULL ? change->new_item : change->old_item;

      /* Feelings are told by touchpoint and persona. */
      if (jm_item_get_kind (item) == JM_KIND_EMOTION)
        continue;

      switch (change->type)
        {
        case JM_CHANGE_ADDED:
          if (is_outermost (self->new_parents, self->only_new, item))
            tell_whereabouts (self, JM_DIFFERENCE_NEW, item, g_hash_table_lookup (self->new_parents, item),
                              place_of_new (self, item));
          break;
        case JM_CHANGE_REMOVED:
          if (is_outermost (self->old_parents, self->only_old, item))
            tell_whereabouts (self, JM_DIFFERENCE_GONE, item, g_hash_table_lookup (self->old_parents, item),
                              place_of_gone (self, item));
          break;
        case JM_CHANGE_MOVED:
          tell_moved (self, change);
          break;
        case JM_CHANGE_EDITED:
          tell_edited (self, change);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

/* Feelings */

static const char *
name_feeling (double value)
{
  static const char * const names[] = {
    N_("very bad"), N_("bad"), N_("neutral"), N_("good"), N_("very good")
  };

  return _(names[(int) CLAMP (round (value), -2, 2) + 2]);
}

/* "Anna: ", where there is more than one persona to tell apart. */
static char *
whose (JmMap      *map,
       const char *persona_id)
{
  JmItem *persona = persona_id != NULL ? jm_map_find (map, persona_id) : NULL;
  g_autofree char *name = NULL;

  if (persona == NULL || jm_item_count (jm_map_get_root (map), JM_KIND_PERSONA) < 2)
    return g_strdup ("");

  name = jm_item_call (persona);
  return g_strconcat (name, ": ", NULL);
}

static void
tell_feeling (Telling    *self,
              JmItem     *touchpoint,
              const char *persona_id,
              JmItem     *old_emotion,
              JmItem     *new_emotion)
{
  double place = place_of_new (self, touchpoint);
  double before = 0, after = 0;
  g_autofree char *persona = NULL;
  JmDifference *told;

  if (old_emotion != NULL)
    jm_item_get_number (old_emotion, JM_ATTR_VALUE, &before);
  if (new_emotion != NULL)
    jm_item_get_number (new_emotion, JM_ATTR_VALUE, &after);
  if (old_emotion != NULL && new_emotion != NULL && before == after &&
      strcmp (jm_item_get_text (old_emotion), jm_item_get_text (new_emotion)) == 0)
    return;

  persona = whose (new_emotion != NULL ? self->after : self->before, persona_id);
  if (old_emotion == NULL)
    told = tell (self, JM_DIFFERENCE_NEW, touchpoint, place,
                 /* Translators: “Anna: ” or nothing; then how a touchpoint feels, where nothing was said before. */
                 g_strdup_printf (_("%sfeels %s, was not said"), persona, name_feeling (after)));
  else if (new_emotion == NULL)
    told = tell (self, JM_DIFFERENCE_GONE, touchpoint, place,
                 g_strdup_printf (_("%sthe feeling is no longer said, was %s"), persona, name_feeling (before)));
  else if (after > before)
    told = tell (self, JM_DIFFERENCE_BETTER, touchpoint, place,
                 /* Translators: “Anna: ” or nothing, then two feelings such as “good” and “bad”. */
                 g_strdup_printf (_("%sfeels better: %s, was %s"), persona, name_feeling (after), name_feeling (before)));
  else if (after < before)
    told = tell (self, JM_DIFFERENCE_WORSE, touchpoint, place,
                 g_strdup_printf (_("%sfeels worse: %s, was %s"), persona, name_feeling (after), name_feeling (before)));
  else
    told = tell (self, JM_DIFFERENCE_RETITLED, touchpoint, place,
                 g_strdup_printf (_("%swhat is said at the emotion curve changed"), persona));

  g_hash_table_add (self->told_of, touchpoint);
  told->kind = JM_KIND_EMOTION;
  told->persona_id = g_strdup (persona_id);
  told->before = before;
  told->after = after;
}

/* The feelings that count, by the ids of their personas, "" for everyone: of each persona the first one. */
static GHashTable *
collect_feelings (JmMap  *map,
                  JmItem *touchpoint)
{
  GHashTable *feelings = g_hash_table_new (jm_text_hash, g_str_equal);
  guint cursor = 0;
  JmItem *emotion;

  while ((emotion = jm_item_next (touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    {
      const char *persona_id = jm_map_get_emotion_persona (map, emotion);
      gpointer key = (gpointer) (persona_id != NULL ? persona_id : "");

      if (!g_hash_table_contains (feelings, key))
        g_hash_table_insert (feelings, key, emotion);
    }

  return feelings;
}

/* Whose it is in a map: what was everyone's is the first persona's once there is one. */
static JmItem *
find_feeling (GHashTable *feelings,
              JmMap      *map,
              const char *persona_id)
{
  JmItem *first = persona_id == NULL ? jm_map_get_first_persona (map) : NULL;

  if (first != NULL)
    persona_id = jm_item_get_id (first);

  return g_hash_table_lookup (feelings, persona_id != NULL ? persona_id : "");
}

static void
tell_feelings_of (Telling *self,
                  JmItem  *old_touchpoint,
                  JmItem  *new_touchpoint)
{
  g_autoptr(GHashTable) old_feelings = collect_feelings (self->before, old_touchpoint);
  g_autoptr(GHashTable) new_feelings = collect_feelings (self->after, new_touchpoint);
  g_autoptr(GHashTable) matched = g_hash_table_new (NULL, NULL);
  guint cursor = 0;
  JmItem *emotion;

  while ((emotion = jm_item_next (new_touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    {
      const char *persona_id = jm_map_get_emotion_persona (self->after, emotion);
      JmItem *old_emotion;

      if (g_hash_table_lookup (new_feelings, persona_id != NULL ? persona_id : "") != emotion)
        continue;
      old_emotion = find_feeling (old_feelings, self->before, persona_id);
      g_hash_table_add (matched, old_emotion);
      tell_feeling (self, new_touchpoint, persona_id, old_emotion, emotion);
    }

  cursor = 0;
  while ((emotion = jm_item_next (old_touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    {
      const char *persona_id = jm_map_get_emotion_persona (self->before, emotion);

      if (g_hash_table_lookup (old_feelings, persona_id != NULL ? persona_id : "") == emotion &&
          !g_hash_table_contains (matched, emotion) && find_feeling (new_feelings, self->after, persona_id) == NULL)
        tell_feeling (self, new_touchpoint, persona_id, emotion, NULL);
    }
}

static void
tell_feelings (Telling *self)
{
  guint at_phase = 0;
  JmItem *phase, *touchpoint;

  while ((phase = jm_item_next (jm_map_get_root (self->after), JM_KIND_PHASE, &at_phase)) != NULL)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          JmItem *old = jm_map_find (self->before, jm_item_get_id (touchpoint));

          if (old != NULL && jm_item_get_kind (old) == JM_KIND_TOUCHPOINT && old != touchpoint)
            tell_feelings_of (self, old, touchpoint);
        }
    }
}

/* What is different about a feeling in no way that people would tell: a second one, whose it is said to be, a comment. */
static void
tell_rest_of_feelings (Telling   *self,
                       GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const JmChange *change = g_ptr_array_index (changes, i);
      JmItem *emotion = change->new_item != NULL ? change->new_item : change->old_item;
      JmItem *touchpoint;

      if (jm_item_get_kind (emotion) != JM_KIND_EMOTION)
        continue;
      touchpoint = change->new_item != NULL ? g_hash_table_lookup (self->new_parents, emotion)
                                            : find_new (self, g_hash_table_lookup (self->old_parents, emotion));
      if (touchpoint != NULL && !g_hash_table_contains (self->only_new, touchpoint) &&
          g_hash_table_add (self->told_of, touchpoint))
        tell_unnamed (self, touchpoint);
    }
}

/**
 * jm_map_compare:
 * @before: a map
 * @after: a map of the same journey, in which the same things have the same ids
 *
 * Tells what is different in @after, in reading order; what is gone is told where it was. Of something new or gone only
 * the whole is told and not each thing in it. The list is empty if and only if the maps are equal.
 *
 * Costs O(n) of both maps and more only for what differs.
 *
 * Returns: (transfer full) (element-type JmDifference): the differences
 */
GPtrArray *
jm_map_compare (JmMap *before,
                JmMap *after)
{
  g_autoptr(GHashTable) old_parents = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) new_parents = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) new_places = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) new_ends = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) only_old = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) anchors = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) only_new = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) told_of = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr(GPtrArray) changes = NULL;
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);
  Telling self = { before, after, old_parents, new_parents, new_places, new_ends, only_old, anchors, only_new, told_of,
                   entries };
  guint n = 0;

  g_return_val_if_fail (before != NULL && after != NULL, differences);

  enter_old (&self, jm_map_get_root (before));
  enter_new (&self, jm_map_get_root (after), &n);
  changes = jm_map_diff (before, after);
  tell_changes (&self, changes);
  tell_feelings (&self);
  tell_rest_of_feelings (&self, changes);

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (differences, g_array_index (entries, Entry, i).difference);

  return differences;
}

/* A future map */

/* Nothing of what is to come has been observed or measured yet. */
static JmItem *
without_evidence (JmItem *phase)
{
  JmItem *copy = NULL;

  for (guint i = 0; i < jm_item_get_n_children (phase); i++)
    {
      JmItem *touchpoint = jm_item_get_child (phase, i);
      JmItem *changed;

      if (jm_item_get_kind (touchpoint) != JM_KIND_TOUCHPOINT || jm_item_get (touchpoint, JM_ATTR_EVIDENCE) == NULL)
        continue;
      if (copy == NULL)
        copy = jm_item_copy (phase);
      changed = jm_item_copy (touchpoint);
      jm_item_set (changed, JM_ATTR_EVIDENCE, NULL);
      jm_item_replace (copy, i, changed);
    }

  return copy;
}

/**
 * jm_map_make_future:
 * @map: a map, as a rule of the current state
 *
 * Makes the map that a group goes on with to draw how it is to become. Every id stays, so that the two can be compared.
 * It is of the kind future-state and has the date of today; no touchpoint says that it was observed or measured. The
 * title stays as well: the map says under it which state it shows.
 *
 * Returns: (transfer full): the new map
 */
JmMap *
jm_map_make_future (JmMap *map)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  JmItem *root;

  g_return_val_if_fail (map != NULL, NULL);

  root = jm_item_copy (jm_map_get_root (map));
  jm_item_set (root, JM_ATTR_KIND, "future-state");
  jm_item_set (root, JM_ATTR_DATE, today);
  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    {
      JmItem *child = jm_item_get_child (root, i);
      JmItem *changed = jm_item_get_kind (child) == JM_KIND_PHASE ? without_evidence (child) : NULL;

      if (changed != NULL)
        jm_item_replace (root, i, changed);
    }

  return jm_map_with_root (map, root);
}
