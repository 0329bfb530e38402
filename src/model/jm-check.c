/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the checklist, and the way through it. The checks follow the method that expert guides agree on: one
 * actor and one scenario; phases, actions, thoughts and feelings told from research; opportunities with an owner and a
 * measure. */
#include "jm-check-private.h"

#include "jm-hash.h"

#include <glib/gi18n.h>
#include <string.h>

static const JmCheck checks[] = {
  /* The map as a story */
  { "no-title", JM_CHECK_GAP, jm_look_no_title,
    N_("A map is sent around: its title is what people find it by.") },
  { "no-persona", JM_CHECK_GAP, jm_look_no_persona,
    N_("A journey is somebody's. Without a persona, everyone in the room thinks of someone else."),
    N_("Add a persona"), jm_fix_add_persona },
  { "persona-without-name", JM_CHECK_ADVICE, jm_look_persona_without_name,
    N_("A name makes somebody of a target group, and people talk about her by it.") },
  { "persona-without-goal", JM_CHECK_GAP, jm_look_persona_without_goal,
    N_("Whether a step goes well can only be told from what someone wants to reach.") },
  { "many-personas", JM_CHECK_REMARK, jm_look_many_personas,
    N_("A map tells one story. With more than a few curves in it nobody follows any of them.") },
  { "no-scenario", JM_CHECK_GAP, jm_look_no_scenario,
    N_("The scenario says where the journey begins, where it ends and what is expected of it.") },
  { "no-date", JM_CHECK_REMARK, jm_look_no_date,
    N_("A journey changes. The date tells whoever opens the map later how old it is."),
    N_("Set today's date"), jm_fix_set_date },

  /* Phases and touchpoints */
  { "no-phase", JM_CHECK_GAP, jm_look_no_phase,
    N_("Phases are what a journey is read by, from left to right."),
    N_("Add a phase"), jm_fix_add_phase },
  { "phase-without-title", JM_CHECK_GAP, jm_look_phase_without_title,
    N_("Phases are what a journey is read by, from left to right.") },
  { "phase-without-touchpoint", JM_CHECK_GAP, jm_look_phase_without_touchpoint,
    N_("Where nothing happens, either a touchpoint was forgotten or it is no phase."),
    N_("Add a touchpoint"), jm_fix_add_touchpoint },
  { "phase-without-goal", JM_CHECK_ADVICE, jm_look_phase_without_goal,
    N_("A phase ends when something is reached. Naming it shows what the touchpoints in it are for.") },
  { "touchpoint-without-title", JM_CHECK_GAP, jm_look_touchpoint_without_title,
    N_("Nobody can talk about a moment that has no name.") },
  { "same-title", JM_CHECK_REMARK, jm_look_same_title,
    N_("Two that are called the same are mixed up in talking, in tables and in lists.") },
  { "long-title", JM_CHECK_REMARK, jm_look_long_title,
    N_("The back row reads headings of a few words. What is more fits in a description or a note.") },

  /* Feelings */
  { "touchpoint-without-feeling", JM_CHECK_GAP, jm_look_without_feeling,
    N_("The emotion curve tells where the journey goes up and down. A touchpoint without a feeling is a hole in it.") },
  { "persona-feelings-missing", JM_CHECK_ADVICE, jm_look_feelings_missing,
    N_("A curve through a few points says more about who drew it than about the journey.") },
  { "no-peak", JM_CHECK_ADVICE, jm_look_no_peak,
    N_("People remember the strongest moment and the end (Kahneman's peak-end rule). A flat curve shows neither.") },
  { "no-end", JM_CHECK_ADVICE, jm_look_no_end,
    N_("People remember the strongest moment and the end (Kahneman's peak-end rule).") },
  { "no-moment-of-truth", JM_CHECK_ADVICE, jm_look_no_moment_of_truth,
    N_("A moment of truth decides whether someone stays. Choosing it tells the group where to begin.") },
  { "no-evidence", JM_CHECK_ADVICE, jm_look_no_evidence,
    N_("A map is told from research. What is assumed, observed or measured should be visible.") },
  { "only-assumed", JM_CHECK_GAP, jm_look_only_assumed,
    N_("A map of assumptions shows how the organisation sees itself. Go and look at one moment at least.") },
  { "persona-to-nothing", JM_CHECK_GAP, jm_look_persona_to_nothing,
    N_("A feeling or a thought of nobody is drawn on no curve.") },

  /* Pain points and opportunities */
  { "no-pain-point", JM_CHECK_ADVICE, jm_look_no_pain_point,
    N_("A journey in which nothing hurts was told by the organisation and not by the customer.") },
  { "severe-pain-point-not-resolved", JM_CHECK_GAP, jm_look_severe_not_resolved,
    N_("The worst that happens on this journey would stay as it is."),
    N_("Add an opportunity"), jm_fix_add_opportunity },
  { "pain-point-not-resolved", JM_CHECK_ADVICE, jm_look_not_resolved,
    N_("A pain point that nobody has an idea for is forgotten after the workshop."),
    N_("Add an opportunity"), jm_fix_add_opportunity },
  { "opportunity-without-owner", JM_CHECK_GAP, jm_look_opportunity_without_owner,
    N_("An idea that is nobody's is not carried out.") },
  { "opportunity-not-weighed", JM_CHECK_ADVICE, jm_look_opportunity_not_weighed,
    N_("Effort against impact is what a group chooses by.") },
  { "opportunity-for-nothing", JM_CHECK_REMARK, jm_look_opportunity_for_nothing,
    N_("An idea that resolves no pain point is a wish. It may be a good one.") },
  { "resolves-to-nothing", JM_CHECK_GAP, jm_look_resolves_to_nothing,
    N_("A link that leads nowhere misleads who counts on it."),
    N_("Drop the link"), jm_fix_drop_resolves },

  /* Measures */
  { "phase-without-measure", JM_CHECK_ADVICE, jm_look_phase_without_measure,
    N_("With a measure in each phase one sees later whether the changes helped."),
    N_("Add a measure"), jm_fix_add_measure },
  { "measure-without-value", JM_CHECK_ADVICE, jm_look_measure_without_value,
    N_("A missing value is no zero: the chain steps over it, and what is lost there stays hidden.") },
  { "measure-without-target", JM_CHECK_REMARK, jm_look_measure_without_target,
    N_("Without a target a number is neither good nor bad.") },
  { "measure-not-above-zero", JM_CHECK_ADVICE, jm_look_measure_not_above_zero,
    N_("From nothing or less there is no share that goes on to the next step."),
    N_("Take it out of the chain"), jm_fix_stand_alone },

  /* Channels and lanes */
  { "touchpoint-without-channel", JM_CHECK_ADVICE, jm_look_without_channel,
    N_("The channel says where it happens, and so who can change it.") },
  { "channel-unused", JM_CHECK_ADVICE, jm_look_channel_unused,
    N_("Either a touchpoint was forgotten or the channel plays no part in this journey."),
    N_("Remove the channel"), jm_fix_remove },
  { "channel-in-one-phase", JM_CHECK_REMARK, jm_look_channel_in_one_phase,
    N_("Someone who came in through this channel has to go on through another one. Is that meant so?") },
  { "channel-without-reach", JM_CHECK_REMARK, jm_look_channel_without_reach,
    N_("Online or offline: the channel view sets one against the other.") },
  { "channel-to-nothing", JM_CHECK_GAP, jm_look_channel_to_nothing,
    N_("A link that leads nowhere misleads who counts on it."),
    N_("Drop the link"), jm_fix_drop_channel },
  { "lane-empty", JM_CHECK_REMARK, jm_look_lane_empty,
    N_("An empty lane takes room, and asks a question that nobody answers."),
    N_("Hide the lane"), jm_fix_hide },
  { "note-without-lane", JM_CHECK_GAP, jm_look_note_without_lane,
    N_("A note is drawn in its lane, and without one nobody sees it.") },
  { "blueprint-without-line", JM_CHECK_ADVICE, jm_look_blueprint_without_line,
    N_("The line of visibility is what makes a map a blueprint: above it is what the customer sees."),
    N_("Add a line"), jm_fix_add_line },
  { "picture-without-words", JM_CHECK_ADVICE, jm_look_picture_without_words,
    N_("Who listens to the map, or reads it as text, learns of a picture only from its words.") },

  /* Time and transitions */
  { "day-without-clock", JM_CHECK_ADVICE, jm_look_day_without_clock,
    N_("A day in the life is read by the clock.") },
  { "clock-runs-back", JM_CHECK_REMARK, jm_look_clock_runs_back,
    N_("Phases are read from left to right; past midnight this is meant so.") },
  { "time-runs-back", JM_CHECK_ADVICE, jm_look_time_runs_back,
    N_("Touchpoints are read from left to right.") },
  { "after-its-phase", JM_CHECK_ADVICE, jm_look_after_its_phase,
    N_("On an axis true to time a touchpoint stands within its phase.") },
  { "lengths-apart", JM_CHECK_REMARK, jm_look_lengths_apart,
    N_("On an axis true to time the short phase is drawn longer than it is, so that it can be read.") },
  { "transition-to-nothing", JM_CHECK_GAP, jm_look_transition_to_nothing,
    N_("A link that leads nowhere misleads who counts on it."),
    N_("Remove the transition"), jm_fix_remove },
  { "transition-to-itself", JM_CHECK_ADVICE, jm_look_transition_to_itself,
    N_("A transition leads on or back, and this one does neither."),
    N_("Remove the transition"), jm_fix_remove },
  { "transitions-in-a-circle", JM_CHECK_REMARK, jm_look_transitions_in_a_circle,
    N_("From a circle nobody gets out. Make it a loop back (of the kind “loop” or “feedback”) if that is what is meant.") },
};

/* The checklist */

/**
 * jm_check_get_nth:
 * @nth: 0 for the first
 *
 * Returns: (transfer none) (nullable): a check, %NULL after the last one
 */
const JmCheck *
jm_check_get_nth (guint nth)
{
  return nth < G_N_ELEMENTS (checks) ? &checks[nth] : NULL;
}

/**
 * jm_check_get_id:
 * @check: a check
 *
 * Returns: (transfer none): its id, which is written into files
 */
const char *
jm_check_get_id (const JmCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  return check->id;
}

/**
 * jm_check_get_level:
 * @check: a check
 *
 * Returns: how much what it finds matters
 */
JmCheckLevel
jm_check_get_level (const JmCheck *check)
{
  g_return_val_if_fail (check != NULL, JM_CHECK_REMARK);

  return check->level;
}

/**
 * jm_check_get_why:
 * @check: a check
 *
 * Returns: (transfer none): why it matters, a sentence or two in the person's language
 */
const char *
jm_check_get_why (const JmCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  return _(check->why);
}

/**
 * jm_check_get_fix_name:
 * @check: a check
 *
 * Returns: (transfer none) (nullable): what jm_finding_fix() does, in the words of a button; %NULL when only a person
 *   can put it right
 */
const char *
jm_check_get_fix_name (const JmCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);

  return check->fix_name != NULL ? _(check->fix_name) : NULL;
}

/* What it says of a map */

static void
finding_free (gpointer data)
{
  JmFinding *finding = data;

  g_free (finding->item_id);
  g_free (finding->title);
  g_free (finding->message);
  g_free (finding);
}

/* What a `dismissed` says, and what a finding is answered by; without an item the check is dismissed as a whole. */
static char *
make_key (const char *check,
          const char *item)
{
  return g_strconcat (check, "\n", item, NULL);
}

static GHashTable *
collect_dismissed (JmItem *root)
{
  GHashTable *keys = g_hash_table_new_full (jm_text_hash, g_str_equal, g_free, NULL);
  JmItem *dismissed;
  guint cursor = 0;

  while ((dismissed = jm_item_next (root, JM_KIND_DISMISSED, &cursor)) != NULL)
    if (jm_item_get (dismissed, JM_ATTR_CHECK) != NULL)
      g_hash_table_add (keys, make_key (jm_item_get (dismissed, JM_ATTR_CHECK), jm_item_get (dismissed, JM_ATTR_ITEM)));

  return keys;
}

static gboolean
is_dismissed (GHashTable      *keys,
              const JmFinding *finding)
{
  g_autofree char *whole = make_key (finding->check->id, NULL);
  g_autofree char *one = make_key (finding->check->id, finding->item_id);

  return g_hash_table_contains (keys, whole) || g_hash_table_contains (keys, one);
}

static gboolean
answers (JmItem          *dismissed,
         const JmFinding *finding)
{
  const char *item = jm_item_get (dismissed, JM_ATTR_ITEM);

  return g_strcmp0 (jm_item_get (dismissed, JM_ATTR_CHECK), finding->check->id) == 0 &&
         (item == NULL || g_strcmp0 (item, finding->item_id) == 0);
}

/**
 * jm_map_check:
 * @map: a map
 * @dismissed: (out) (optional) (transfer full) (element-type JmFinding): what was found and is answered in the map by a
 *   `dismissed`
 *
 * Reads the checklist of the method against a map: what matters most first, then in the order of the checklist and of
 * the map. Costs O(n), some forty walks over the map. Safe from any thread.
 *
 * Returns: (transfer full) (element-type JmFinding): what was found and is not dismissed
 */
GPtrArray *
jm_map_check (JmMap      *map,
              GPtrArray **dismissed)
{
  g_autoptr(GPtrArray) answered = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr(GHashTable) keys = NULL;
  GPtrArray *open;
  JmSurvey survey;

  g_return_val_if_fail (map != NULL, NULL);

  open = g_ptr_array_new_with_free_func (finding_free);
  keys = collect_dismissed (jm_map_get_root (map));
  jm_survey_begin (&survey, map);

  for (JmCheckLevel level = JM_CHECK_GAP; level <= JM_CHECK_REMARK; level++)
    for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
      if (checks[i].level == level)
        {
          survey.check = &checks[i];
          checks[i].look (&survey);
        }

  for (guint i = 0; i < survey.findings->len; i++)
    {
      JmFinding *finding = g_ptr_array_index (survey.findings, i);

      g_ptr_array_add (is_dismissed (keys, finding) ? answered : open, finding);
    }
  jm_survey_end (&survey);

  if (dismissed != NULL)
    *dismissed = g_steal_pointer (&answered);

  return open;
}

/* Answers to a finding */

/**
 * jm_finding_fix:
 * @finding: what was found
 * @map: the map as it is now
 * @focus_id: (out) (optional) (transfer full) (nullable): the id of what was made, for the person to go on with
 * @error: return location for an error
 *
 * Does what jm_check_get_fix_name() says, which must not be %NULL.
 *
 * Returns: (transfer full): a map in which this is no longer found; %NULL with an error of %JM_EDIT_ERROR, such as when
 *   the item has gone meanwhile
 */
JmMap *
jm_finding_fix (const JmFinding  *finding,
                JmMap            *map,
                char            **focus_id,
                GError          **error)
{
  g_return_val_if_fail (finding != NULL && map != NULL && finding->check->fix != NULL, NULL);

  if (focus_id != NULL)
    *focus_id = NULL;

  return finding->check->fix (map, finding->item_id, focus_id, error);
}

/**
 * jm_finding_dismiss:
 * @finding: what was found
 * @map: the map as it is now
 *
 * Notes in the map that this was answered.
 *
 * Returns: (transfer full): a map in which it is among the dismissed, @map itself if it was already
 */
JmMap *
jm_finding_dismiss (const JmFinding *finding,
                    JmMap           *map)
{
  g_autoptr(GHashTable) keys = NULL;
  JmItem *root, *dismissed;

  g_return_val_if_fail (finding != NULL && map != NULL, NULL);

  keys = collect_dismissed (jm_map_get_root (map));
  if (is_dismissed (keys, finding))
    return jm_map_ref (map);

  dismissed = jm_item_new (JM_KIND_DISMISSED, NULL);
  jm_item_set (dismissed, JM_ATTR_CHECK, finding->check->id);
  jm_item_set (dismissed, JM_ATTR_ITEM, finding->item_id);
  root = jm_item_copy (jm_map_get_root (map));
  jm_item_append (root, dismissed);

  return jm_map_with_root (map, root);
}

/**
 * jm_finding_restore:
 * @finding: what was found and dismissed
 * @map: the map as it is now
 *
 * Takes back that it was answered. Where the check was dismissed as a whole, that is taken back as a whole.
 *
 * Returns: (transfer full): a map in which it is found again, @map itself if it was not dismissed
 */
JmMap *
jm_finding_restore (const JmFinding *finding,
                    JmMap           *map)
{
  g_autoptr(JmItem) root = NULL;

  g_return_val_if_fail (finding != NULL && map != NULL, NULL);

  for (guint i = jm_item_get_n_children (jm_map_get_root (map)); i-- > 0;)
    {
      JmItem *child = jm_item_get_child (jm_map_get_root (map), i);

      if (jm_item_get_kind (child) != JM_KIND_DISMISSED || !answers (child, finding))
        continue;
      if (root == NULL)
        root = jm_item_copy (jm_map_get_root (map));
      jm_item_remove (root, i);
    }

  return root != NULL ? jm_map_with_root (map, g_steal_pointer (&root)) : jm_map_ref (map);
}
