/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call the kinds of items, and an item that has no words of its own. */
#include "jm-names.h"

#include <glib/gi18n.h>

static const struct
{
  JmKind      kind;
  const char *name;
  const char *unnamed;   /* one without a title; NULL where the name says enough */
} kinds[] = {
  { JM_KIND_MAP, N_("Map"), N_("Untitled map") },
  { JM_KIND_PERSONA, N_("Persona"), N_("Persona without a name") },
  { JM_KIND_CHANNEL, N_("Channel"), N_("Untitled channel") },
  { JM_KIND_LANE, N_("Lane"), N_("Untitled lane") },
  { JM_KIND_PHASE, N_("Phase") },
  { JM_KIND_MEASURE, N_("Measure"), N_("Empty measure") },
  { JM_KIND_NOTE, N_("Note"), N_("Empty note") },
  { JM_KIND_TOUCHPOINT, N_("Touchpoint") },
  { JM_KIND_EMOTION, N_("Feeling") },
  { JM_KIND_PAIN_POINT, N_("Pain point"), N_("Empty pain point") },
  { JM_KIND_OPPORTUNITY, N_("Opportunity"), N_("Empty opportunity") },
  { JM_KIND_THOUGHT, N_("Thought"), N_("Empty thought") },
  { JM_KIND_PICTURE, N_("Picture") },
  { JM_KIND_REFERENCE, N_("Reference") },
  { JM_KIND_TRANSITION, N_("Transition") },
  { JM_KIND_HINT, N_("Suggestion") },
};

/* The names that a lane goes by while it has no title of its own. */
static const struct
{
  const char *kind;
  const char *name;
} lanes[] = {
  { "touchpoints", N_("Touchpoints") },
  { "channels", N_("Channels") },
  { "devices", N_("Devices") },
  { "emotion", N_("Emotion") },
  { "pain-points", N_("Pain points") },
  { "thoughts", N_("Thoughts") },
  { "opportunities", N_("Opportunities") },
  { "measures", N_("Measures") },
  { "pictures", N_("Pictures") },
  { "notes", N_("Notes") },
  { "line", N_("Line") },
};

/**
 * jm_kind_get_display_name:
 * @kind: a kind of item
 *
 * Gets what people call an item of @kind, in their language.
 *
 * Returns: (transfer none): such as "Touchpoint"
 */
const char *
jm_kind_get_display_name (JmKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return _(kinds[i].name);

  return _("Item");
}

/**
 * jm_text_is_empty:
 * @text: (nullable): a text
 *
 * Returns: whether it says nothing: blanks are as good as no text
 */
gboolean
jm_text_is_empty (const char *text)
{
  if (text == NULL)
    return TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/**
 * jm_item_get_words:
 * @item: an item
 *
 * Gets what an item says of itself: its title, its name, its text, and of a picture the description.
 *
 * Returns: (transfer full) (nullable): that on one line; %NULL if it says nothing
 */
char *
jm_item_get_words (JmItem *item)
{
  const char *words;
  g_autofree char *line = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  words = jm_item_get_label (item);
  if (jm_text_is_empty (words))
    return NULL;

  line = g_strdelimit (g_strdup (words), "\n\t", ' ');

  return g_strdup (g_strstrip (line));
}

/**
 * jm_item_call:
 * @item: an item
 *
 * Gets what one calls an item when speaking of it; where it says nothing itself, its kind does.
 *
 * Returns: (transfer full): such as "Parking", "Devices" or "Empty note"
 */
char *
jm_item_call (JmItem *item)
{
  const char *lane;
  char *words;

  g_return_val_if_fail (item != NULL, NULL);

  words = jm_item_get_words (item);
  if (words != NULL)
    return words;

  lane = jm_item_get_kind (item) == JM_KIND_LANE ? jm_item_get (item, JM_ATTR_KIND) : NULL;
  for (guint i = 0; lane != NULL && i < G_N_ELEMENTS (lanes); i++)
    if (g_str_equal (lanes[i].kind, lane))
      return g_strdup (_(lanes[i].name));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == jm_item_get_kind (item) && kinds[i].unnamed != NULL)
      return g_strdup (_(kinds[i].unnamed));

  return g_strdup (jm_kind_get_display_name (jm_item_get_kind (item)));
}
