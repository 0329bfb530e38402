/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of the journey as a story: what it is called, its phases and touchpoints, and what can be read of them. */
#include "jm-check-private.h"

#include "jm-hash.h"

#include <glib/gi18n.h>

/* Characters that fit a heading which the back row reads. */
#define LONG_TITLE 80

void
jm_look_no_title (JmSurvey *survey)
{
  if (jm_text_is_empty (jm_item_get_part (survey->root, JM_KIND_TITLE)))
    jm_survey_tell (survey, survey->root, g_strdup (_("The map has no title.")));
}

void
jm_look_no_scenario (JmSurvey *survey)
{
  if (jm_text_is_empty (jm_item_get_part (survey->root, JM_KIND_SCENARIO)))
    jm_survey_tell (survey, survey->root,
                    g_strdup (_("Where does the journey begin, and what is expected of it? There is no scenario.")));
}

void
jm_look_no_date (JmSurvey *survey)
{
  if (jm_item_get (survey->root, JM_ATTR_DATE) == NULL)
    jm_survey_tell (survey, survey->root, g_strdup (_("The map has no date.")));
}

void
jm_look_no_phase (JmSurvey *survey)
{
  if (jm_item_get_first (survey->root, JM_KIND_PHASE) == NULL)
    jm_survey_tell (survey, survey->root, g_strdup (_("The map has no phases yet.")));
}

void
jm_look_phase_without_title (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    if (jm_text_is_empty (jm_item_get_part (phase, JM_KIND_TITLE)))
      jm_survey_tell (survey, phase, g_strdup (_("This phase has no title.")));
}

void
jm_look_phase_without_touchpoint (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    if (jm_item_get_first (phase, JM_KIND_TOUCHPOINT) == NULL)
      jm_survey_tell (survey, phase, g_strdup (_("What happens here? The phase has no touchpoint.")));
}

void
jm_look_phase_without_goal (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    if (jm_text_is_empty (jm_item_get_part (phase, JM_KIND_GOAL)))
      jm_survey_tell (survey, phase, g_strdup (_("What is reached at the end of this phase? It has no goal.")));
}

void
jm_look_touchpoint_without_title (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *touchpoint;

  while ((touchpoint = jm_survey_walk (survey, &walk)) != NULL)
    if (jm_text_is_empty (jm_item_get_part (touchpoint, JM_KIND_TITLE)))
      jm_survey_tell (survey, touchpoint, g_strdup (_("This touchpoint has no title.")));
}

/* Titles */

/* Blanks and capitals do not tell two titles apart. */
static char *
fold (JmItem *item)
{
  g_autofree char *title = g_strstrip (g_strdup (jm_item_get_part (item, JM_KIND_TITLE)));

  return g_utf8_casefold (title, -1);
}

static void
tell_same (JmSurvey   *survey,
           JmItem     *parent,
           JmKind      kind,
           const char *message)
{
  g_autoptr(GHashTable) titles = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (parent, kind, &cursor)) != NULL)
    {
      char *title = fold (item);

      if (*title == '\0')
        g_free (title);
      else if (!g_hash_table_add (titles, title))
        jm_survey_tell (survey, item, g_strdup (message));
    }
}

void
jm_look_same_title (JmSurvey *survey)
{
  JmItem *phase;
  guint cursor = 0;

  tell_same (survey, survey->root, JM_KIND_PHASE, _("An earlier phase is called the same."));
  tell_same (survey, survey->root, JM_KIND_CHANNEL, _("Another channel is called the same."));
  while ((phase = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    tell_same (survey, phase, JM_KIND_TOUCHPOINT, _("An earlier touchpoint of this phase is called the same."));
}

static void
tell_long (JmSurvey *survey,
           JmItem   *item)
{
  long n = g_utf8_strlen (jm_item_get_part (item, JM_KIND_TITLE), -1);

  if (n > LONG_TITLE)
    jm_survey_tell (survey, item,
                    g_strdup_printf (ngettext ("The title is %u character long.", "The title is %u characters long.", n),
                                     (guint) n));
}

void
jm_look_long_title (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (survey->root, JM_KIND_LANE, &cursor)) != NULL)
    tell_long (survey, item);
  cursor = 0;
  while ((item = jm_item_next (survey->root, JM_KIND_PHASE, &cursor)) != NULL)
    tell_long (survey, item);
  while ((item = jm_survey_walk (survey, &walk)) != NULL)
    tell_long (survey, item);
}

/* Pictures */

static void
tell_wordless (JmSurvey *survey,
               JmItem   *parent)
{
  JmItem *picture;
  guint cursor = 0;

  while ((picture = jm_item_next (parent, JM_KIND_PICTURE, &cursor)) != NULL)
    if (jm_text_is_empty (jm_item_get (picture, JM_ATTR_ALT)))
      jm_survey_tell (survey, picture, g_strdup (_("What is to be seen? The picture has no words.")));
}

void
jm_look_picture_without_words (JmSurvey *survey)
{
  JmWalk walk = { 0 };
  JmItem *item;
  guint cursor = 0;

  while ((item = jm_item_next (survey->root, JM_KIND_PERSONA, &cursor)) != NULL)
    tell_wordless (survey, item);
  while ((item = jm_survey_walk (survey, &walk)) != NULL)
    tell_wordless (survey, item);
}
