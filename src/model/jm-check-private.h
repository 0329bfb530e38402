/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks of the checklist share: a row of the table, and the map as it is being looked through. */
#pragma once

#include "jm-check.h"
#include "jm-names.h"

G_BEGIN_DECLS

/* What one persona feels along the journey, or everyone where there is no persona. */
typedef struct
{
  guint    n;           /* touchpoints at which it is said */
  double   strongest;   /* of the values, without their sign */
  JmItem  *last;        /* the last touchpoint of these */
} JmFeelings;

/* A map as it is being looked through. Whatever several checks ask is found in one walk, so that a map of any size and
 * any oddity is read in the time that its length takes. */
typedef struct
{
  JmMap         *map;
  JmItem        *root;
  GHashTable    *kinds;       /* id -> kind, of all that has an id */
  GHashTable    *numbers;     /* phase or touchpoint -> its number in what it is in, from 1 */
  GHashTable    *channels;    /* id of a channel -> in how many phases it serves */
  GHashTable    *resolved;    /* ids that an opportunity resolves */
  GHashTable    *feelings;    /* id of a persona, "" for everyone -> JmFeelings */
  GHashTable    *note_lanes;  /* ids of the lanes of notes */
  GHashTable    *noted;       /* ids of lanes that a note is in */
  gboolean       present[JM_N_KINDS];
  gboolean       has_channel;
  gboolean       has_device;
  guint          n_touchpoints;
  JmItem        *last;        /* touchpoint of the map */
  const JmCheck *check;       /* the one that looks now */
  GPtrArray     *findings;
} JmSurvey;

typedef void    (* JmLook) (JmSurvey    *survey);
typedef JmMap * (* JmFix)  (JmMap       *map,
                            const char  *item_id,
                            char       **focus_id,
                            GError     **error);

/* A row of the table. The id is written into files and stays as it is; why and fix_name are in English. */
struct _JmCheck
{
  const char   *id;
  JmCheckLevel  level;
  JmLook        look;
  const char   *why;
  const char   *fix_name;   /* NULL when there is no fix */
  JmFix         fix;
};

/* Where a walk over all touchpoints is; all zero at first. */
typedef struct
{
  guint   at_phase;
  guint   at_touchpoint;
  JmItem *phase;
} JmWalk;

/* jm-check-survey.c */
void      jm_survey_begin           (JmSurvey   *survey,
                                     JmMap      *map);
void      jm_survey_end             (JmSurvey   *survey);
void      jm_survey_tell            (JmSurvey   *survey,
                                     JmItem     *item,
                                     char       *message);
char     *jm_survey_name            (JmSurvey   *survey,
                                     JmItem     *item);
JmItem   *jm_survey_walk            (JmSurvey   *survey,
                                     JmWalk     *walk);
JmFeelings jm_survey_follow         (JmSurvey   *survey,
                                     JmItem     *persona);
gboolean  jm_survey_has             (JmSurvey   *survey,
                                     const char *id,
                                     JmKind      kind);
gboolean  jm_survey_shows           (JmSurvey   *survey,
                                     const char *lane_kind);
gboolean  jm_survey_is_future       (JmSurvey   *survey);

/* jm-check-people.c */
void      jm_look_no_persona                (JmSurvey *survey);
void      jm_look_persona_without_name      (JmSurvey *survey);
void      jm_look_persona_without_goal      (JmSurvey *survey);
void      jm_look_many_personas             (JmSurvey *survey);
void      jm_look_persona_to_nothing        (JmSurvey *survey);
void      jm_look_without_feeling           (JmSurvey *survey);
void      jm_look_feelings_missing          (JmSurvey *survey);
void      jm_look_no_peak                   (JmSurvey *survey);
void      jm_look_no_end                    (JmSurvey *survey);
void      jm_look_no_moment_of_truth        (JmSurvey *survey);
void      jm_look_no_evidence               (JmSurvey *survey);
void      jm_look_only_assumed              (JmSurvey *survey);

/* jm-check-ideas.c */
void      jm_look_severe_not_resolved       (JmSurvey *survey);
void      jm_look_not_resolved              (JmSurvey *survey);
void      jm_look_opportunity_without_owner (JmSurvey *survey);
void      jm_look_opportunity_not_weighed   (JmSurvey *survey);
void      jm_look_opportunity_for_nothing   (JmSurvey *survey);
void      jm_look_resolves_to_nothing       (JmSurvey *survey);
void      jm_look_no_pain_point             (JmSurvey *survey);
void      jm_look_phase_without_measure     (JmSurvey *survey);
void      jm_look_measure_without_value     (JmSurvey *survey);
void      jm_look_measure_without_target    (JmSurvey *survey);
void      jm_look_measure_not_above_zero    (JmSurvey *survey);

/* jm-check-steps.c */
void      jm_look_no_title                  (JmSurvey *survey);
void      jm_look_no_scenario               (JmSurvey *survey);
void      jm_look_no_date                   (JmSurvey *survey);
void      jm_look_no_phase                  (JmSurvey *survey);
void      jm_look_phase_without_title       (JmSurvey *survey);
void      jm_look_phase_without_touchpoint  (JmSurvey *survey);
void      jm_look_phase_without_goal        (JmSurvey *survey);
void      jm_look_touchpoint_without_title  (JmSurvey *survey);
void      jm_look_same_title                (JmSurvey *survey);
void      jm_look_long_title                (JmSurvey *survey);
void      jm_look_picture_without_words     (JmSurvey *survey);

/* jm-check-lanes.c */
void      jm_look_without_channel           (JmSurvey *survey);
void      jm_look_channel_unused            (JmSurvey *survey);
void      jm_look_channel_in_one_phase      (JmSurvey *survey);
void      jm_look_channel_without_reach     (JmSurvey *survey);
void      jm_look_channel_to_nothing        (JmSurvey *survey);
void      jm_look_lane_empty                (JmSurvey *survey);
void      jm_look_note_without_lane         (JmSurvey *survey);
void      jm_look_blueprint_without_line    (JmSurvey *survey);

/* jm-check-time.c */
void      jm_look_day_without_clock         (JmSurvey *survey);
void      jm_look_clock_runs_back           (JmSurvey *survey);
void      jm_look_after_its_phase           (JmSurvey *survey);
void      jm_look_time_runs_back            (JmSurvey *survey);
void      jm_look_lengths_apart             (JmSurvey *survey);
void      jm_look_transition_to_nothing     (JmSurvey *survey);
void      jm_look_transition_to_itself      (JmSurvey *survey);
void      jm_look_transitions_in_a_circle   (JmSurvey *survey);

/* jm-check-fix.c */
JmMap    *jm_fix_add_persona                (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_add_phase                  (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_add_touchpoint             (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_add_measure                (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_add_opportunity            (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_add_line                   (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_set_date                   (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_drop_channel               (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_drop_resolves              (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_hide                       (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_remove                     (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);
JmMap    *jm_fix_stand_alone                (JmMap       *map,
                                             const char  *item_id,
                                             char       **focus_id,
                                             GError     **error);

G_END_DECLS
