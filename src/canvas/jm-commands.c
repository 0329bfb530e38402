/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that make an item or change one; those on the whole selection are in jm-commands-selection.c. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* Takes next. */
gboolean
jm_command_apply (JmSession  *session,
                  JmMap      *next,
                  const char *label)
{
  g_autoptr(JmMap) map = next;

  if (map == NULL)
    return FALSE;

  return jm_session_apply (session, map, label);
}

/* The field of successive typing: one text of one item. */
char *
jm_command_field (const char *id,
                  JmKind      part)
{
  const JmKindRule *rule = jm_kind_get_rule (part);

  return g_strdup_printf ("%s/%s", id != NULL ? id : "", rule != NULL && rule->element != NULL ? rule->element : "");
}

/* The touchpoint of an emotion's handle "touchpoint@persona"; NULL for an id, which has no @ in it. */
char *
jm_handle_get_touchpoint (const char *handle)
{
  const char *at = handle != NULL ? strchr (handle, '@') : NULL;

  return at != NULL ? g_strndup (handle, at - handle) : NULL;
}

/* The persona of a handle, NULL for none. */
char *
jm_handle_get_persona (const char *handle)
{
  const char *at = handle != NULL ? strchr (handle, '@') : NULL;

  return at != NULL && at[1] != '\0' ? g_strdup (at + 1) : NULL;
}

static gboolean
locate_focus (JmSession *session,
              JmPlace   *place)
{
  const char *focus = jm_session_get_focus (session);

  return focus != NULL && jm_map_locate (jm_session_get_map (session), focus, place);
}

/**
 * jm_command_get_touchpoint:
 * @session: a session
 *
 * Gets the touchpoint that has the focus, or in which what has the focus is.
 *
 * Returns: (transfer none) (nullable): its id, valid as long as the present map
 */
const char *
jm_command_get_touchpoint (JmSession *session)
{
  JmPlace place;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  if (!locate_focus (session, &place))
    return NULL;
  if (jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT)
    return jm_item_get_id (place.item);

  return place.touchpoint != NULL ? jm_item_get_id (place.touchpoint) : NULL;
}

/**
 * jm_command_get_phase:
 * @session: a session
 *
 * Gets the phase that has the focus, or in which what has the focus is.
 *
 * Returns: (transfer none) (nullable): its id, valid as long as the present map
 */
const char *
jm_command_get_phase (JmSession *session)
{
  JmPlace place;

  g_return_val_if_fail (JM_IS_SESSION (session), NULL);

  if (!locate_focus (session, &place))
    return NULL;
  if (jm_item_get_kind (place.item) == JM_KIND_PHASE)
    return jm_item_get_id (place.item);

  return place.phase != NULL ? jm_item_get_id (place.phase) : NULL;
}

/**
 * jm_command_get_kind:
 * @session: a session
 * @id: (nullable): an id or an emotion's handle, %NULL for what has the focus
 *
 * Returns: what kind of item that is, %JM_KIND_NONE when there is no such item
 */
JmKind
jm_command_get_kind (JmSession  *session,
                     const char *id)
{
  JmPlace place;

  g_return_val_if_fail (JM_IS_SESSION (session), JM_KIND_NONE);

  if (id == NULL)
    id = jm_session_get_focus (session);
  if (id == NULL || !jm_map_locate (jm_session_get_map (session), id, &place))
    return JM_KIND_NONE;

  return jm_item_get_kind (place.item);
}

/* Where a new item of kind goes: beside what has the focus when that is one of its kind, else at the end of what holds it. */
static gboolean
find_room (JmSession   *session,
           JmKind       kind,
           const char **parent_id,
           int         *position,
           GError     **error)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (session));
  JmPlace place = { NULL };
  gboolean focused = locate_focus (session, &place);
  JmItem *phase = NULL, *touchpoint = NULL;
  guint n_phases = jm_item_count (root, JM_KIND_PHASE);

  if (focused)
    {
      phase = jm_item_get_kind (place.item) == JM_KIND_PHASE ? place.item : place.phase;
      touchpoint = jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT ? place.item : place.touchpoint;
    }

  *position = -1;
  *parent_id = NULL;

  switch ((int) kind)
    {
    case JM_KIND_PHASE:
      if (phase != NULL)
        {
          JmPlace of_phase;

          if (jm_map_locate (jm_session_get_map (session), jm_item_get_id (phase), &of_phase))
            *position = (int) of_phase.position + 1;
        }
      return TRUE;

    case JM_KIND_TOUCHPOINT:
      if (phase == NULL && n_phases > 0)
        phase = jm_item_get_nth (root, JM_KIND_PHASE, n_phases - 1);
      if (phase == NULL)
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("A touchpoint belongs to a phase. Make a phase first."));
          return FALSE;
        }
      if (touchpoint != NULL)
        {
          JmPlace of_touchpoint;

          if (jm_map_locate (jm_session_get_map (session), jm_item_get_id (touchpoint), &of_touchpoint))
            *position = (int) of_touchpoint.position + 1;
        }
      *parent_id = jm_item_get_id (phase);
      return TRUE;

    default:
      if (jm_kind_may_contain (JM_KIND_MAP, kind))
        return TRUE;

      /* A phase may hold notes of its own; with anything else its last touchpoint is meant. */
      if (touchpoint == NULL && phase != NULL && !jm_kind_may_contain (JM_KIND_PHASE, kind) &&
          jm_item_count (phase, JM_KIND_TOUCHPOINT) > 0)
        touchpoint = jm_item_get_nth (phase, JM_KIND_TOUCHPOINT, jm_item_count (phase, JM_KIND_TOUCHPOINT) - 1);

      if (touchpoint != NULL && jm_kind_may_contain (JM_KIND_TOUCHPOINT, kind))
        *parent_id = jm_item_get_id (touchpoint);
      else if (phase != NULL && jm_kind_may_contain (JM_KIND_PHASE, kind))
        *parent_id = jm_item_get_id (phase);
      else
        {
          g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_WRONG_PLACE,
                               _("Select the touchpoint that this belongs to first."));
          return FALSE;
        }

      if (focused && jm_item_get_kind (place.item) == kind &&
          g_strcmp0 (jm_item_get_id (place.parent), *parent_id) == 0)
        *position = (int) place.position + 1;
      return TRUE;
    }
}

/* A new map in which the attribute is set; takes map and gives it back as it was when it cannot be. */
static JmMap *
with_attribute (JmMap      *map,
                const char *id,
                JmAttr      attr,
                const char *value)
{
  g_autoptr(GError) error = NULL;
  JmMap *next = jm_map_set (map, id, attr, value, &error);

  if (next == NULL)
    return map;

  jm_map_unref (map);
  return next;
}

static const char *
get_color (JmItem *root,
           JmKind  kind,
           int     position)
{
  JmItem *item = position >= 0 && position < (int) jm_item_count (root, kind)
    ? jm_item_get_nth (root, kind, position) : NULL;

  return item != NULL ? jm_item_get (item, JM_ATTR_COLOR) : NULL;
}

/* The colour for a new phase or persona: the one that follows its neighbour's in the palette, and not that of the next. */
static const char *
find_color (JmMap      *map,
            JmKind      kind,
            const char *id)
{
  JmItem *root = jm_map_get_root (map);
  guint n_colors = g_strv_length ((char **) jm_palette_names);
  guint at = 0;
  JmPlace place;
  const char *before, *after;

  if (!jm_map_locate (map, id, &place))
    return NULL;
  before = get_color (root, kind, (int) place.position - 1);
  after = get_color (root, kind, (int) place.position + 1);

  for (guint i = 0; before != NULL && i < n_colors; i++)
    if (g_str_equal (jm_palette_names[i], before))
      at = i + 1;
  if (g_strcmp0 (jm_palette_names[at % n_colors], after) == 0)
    at++;

  return jm_palette_names[at % n_colors];
}

/* The lane for a note made here: that of the note in focus, else the first one shown. */
static const char *
find_notes_lane (JmSession *session)
{
  JmMap *map = jm_session_get_map (session);
  JmItem *root = jm_map_get_root (map);
  JmItem *lane, *hidden = NULL;
  guint cursor = 0;
  JmPlace place;

  if (locate_focus (session, &place) && jm_item_get_kind (place.item) == JM_KIND_NOTE)
    {
      const char *lane_id = jm_item_get (place.item, JM_ATTR_LANE);

      if (lane_id != NULL && jm_map_find (map, lane_id) != NULL)
        return lane_id;
    }

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      if (g_strcmp0 (jm_item_get (lane, JM_ATTR_KIND), "notes") != 0)
        continue;
      if (!jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        return jm_item_get_id (lane);
      hidden = lane;
    }

  return hidden != NULL ? jm_item_get_id (hidden) : NULL;
}

/* A map that has a lane for notes and shows it; a full reference. */
static JmMap *
with_notes_lane (JmMap   *map,
                 char   **lane_id,
                 GError **error)
{
  g_autoptr(JmMap) next = NULL;

  if (*lane_id != NULL)
    {
      JmItem *lane = jm_map_find (map, *lane_id);

      if (lane == NULL || !jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        return jm_map_ref (map);

      return jm_map_set (map, *lane_id, JM_ATTR_HIDDEN, NULL, error);
    }

  /* Without a title it is called so in the language of the map. */
  next = jm_map_add (map, JM_KIND_LANE, NULL, -1, NULL, lane_id, error);
  if (next == NULL)
    return NULL;

  return jm_map_set (next, *lane_id, JM_ATTR_KIND, "notes", error);
}

/**
 * jm_command_new_at:
 * @session: a session
 * @kind: what to make
 * @parent_id: (nullable): what it goes into, %NULL for the map
 * @position: its place among the items of that kind there, negative for the end
 * @lane_id: (nullable): for a note, its lane; %NULL for the one at hand, which is made when there is none
 * @new_id: (out) (optional) (transfer full): the id of what was made
 * @error: return location for a #GError
 *
 * Makes an item without a text and selects it. Text typed into it with jm_command_type_text() is part of the
 * same undo step.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new_at (JmSession   *session,
                   JmKind       kind,
                   const char  *parent_id,
                   int          position,
                   const char  *lane_id,
                   char       **new_id,
                   GError     **error)
{
  g_autoptr(JmMap) base = NULL;
  g_autoptr(JmMap) next = NULL;
  g_autofree char *id = NULL;
  g_autofree char *lane = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (!jm_session_in_draft (session), FALSE);

  if (kind == JM_KIND_NOTE)
    {
      lane = g_strdup (lane_id != NULL ? lane_id : find_notes_lane (session));
      base = with_notes_lane (jm_session_get_map (session), &lane, error);
      if (base == NULL)
        return FALSE;
    }
  else
    {
      base = jm_map_ref (jm_session_get_map (session));
    }

  next = jm_map_add (base, kind, parent_id, position, NULL, &id, error);
  if (next == NULL)
    return FALSE;
  if (kind == JM_KIND_PHASE || kind == JM_KIND_PERSONA)
    {
      const char *color = find_color (next, kind, id);
      next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_COLOR, color);
    }
  if (kind == JM_KIND_NOTE)
    next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_LANE, lane);

  /* An opportunity thought of at a pain point is an answer to it. */
  if (kind == JM_KIND_OPPORTUNITY)
    {
      const char *focus = jm_session_get_focus (session);
      JmPlace place;

      if (focus != NULL && jm_map_locate (base, focus, &place) &&
          jm_item_get_kind (place.item) == JM_KIND_PAIN_POINT &&
          g_strcmp0 (jm_item_get_id (place.parent), parent_id) == 0)
        next = with_attribute (g_steal_pointer (&next), id, JM_ATTR_RESOLVES, focus);
    }

  field = jm_command_field (id, jm_kind_get_main_part (kind));
  jm_session_end_typing (session);
  jm_session_apply_typing (session, next, jm_command_label_new (kind), field);
  jm_session_select (session, id);
  if (new_id != NULL)
    *new_id = g_steal_pointer (&id);

  return TRUE;
}

/**
 * jm_command_new:
 * @session: a session
 * @kind: what to make
 * @new_id: (out) (optional) (transfer full): the id of what was made
 * @error: return location for a #GError; its message says what to do first
 *
 * Makes an item here: a phase or touchpoint after the one in which the focus is, anything else in the touchpoint
 * in which the focus is. What is made becomes the selection.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new (JmSession  *session,
                JmKind      kind,
                char      **new_id,
                GError    **error)
{
  const char *parent_id;
  int position;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  if (!find_room (session, kind, &parent_id, &position, error))
    return FALSE;

  return jm_command_new_at (session, kind, parent_id, position, NULL, new_id, error);
}

/**
 * jm_command_new_note:
 * @session: a session
 * @lane_id: (nullable): the lane of notes it goes into
 * @new_id: (out) (optional) (transfer full): the id of what was made
 * @error: return location for a #GError
 *
 * Makes a note here, in the touchpoint or phase in which the focus is.
 *
 * Returns: whether it was made
 */
gboolean
jm_command_new_note (JmSession   *session,
                     const char  *lane_id,
                     char       **new_id,
                     GError     **error)
{
  const char *parent_id;
  int position;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  if (!find_room (session, JM_KIND_NOTE, &parent_id, &position, error))
    return FALSE;

  return jm_command_new_at (session, JM_KIND_NOTE, parent_id, position, lane_id, new_id, error);
}

/**
 * jm_command_move_to:
 * @session: a session
 * @id: what to move
 * @parent_id: (nullable): where to, %NULL for the map
 * @position: its place among the items of its kind there, negative for the end
 * @copy: whether to leave the original where it is
 * @error: return location for a #GError
 *
 * Moves or copies an item and all that is in it, and selects it.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_move_to (JmSession   *session,
                    const char  *id,
                    const char  *parent_id,
                    int          position,
                    gboolean     copy,
                    GError     **error)
{
  g_autofree char *own_id = NULL;
  g_autofree char *new_id = NULL;
  JmMap *map, *next;
  JmKind kind;
  gboolean changed;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  own_id = g_strdup (id);
  map = jm_session_get_map (session);
  kind = jm_command_get_kind (session, id);
  if (copy)
    next = jm_map_duplicate (map, own_id, parent_id, position, &new_id, error);
  else
    next = jm_map_move (map, own_id, parent_id, position, error);

  changed = jm_command_apply (session, next, copy ? _("Copy") : jm_command_label_move (kind));
  if (changed)
    jm_session_select (session, new_id != NULL ? new_id : own_id);

  return changed;
}

/* The touchpoints that a key means: those selected, or the one in which the focus is. */
static GPtrArray *
touchpoints_meant (JmSession  *session,
                   const char *touchpoint_id)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  JmMap *map = jm_session_get_map (session);

  if (touchpoint_id != NULL)
    {
      g_ptr_array_add (ids, g_strdup (touchpoint_id));
      return g_steal_pointer (&ids);
    }

  for (const char * const *id = jm_session_get_selection (session); id != NULL && *id != NULL; id++)
    {
      JmPlace place;
      JmItem *touchpoint;

      if (!jm_map_locate (map, *id, &place))
        continue;
      touchpoint = jm_item_get_kind (place.item) == JM_KIND_TOUCHPOINT ? place.item : place.touchpoint;
      if (touchpoint != NULL &&
          !g_ptr_array_find_with_equal_func (ids, jm_item_get_id (touchpoint), g_str_equal, NULL))
        g_ptr_array_add (ids, g_strdup (jm_item_get_id (touchpoint)));
    }

  return g_steal_pointer (&ids);
}

static gboolean
fail_without_touchpoint (GError **error)
{
  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM, _("Select a touchpoint first."));
  return FALSE;
}

/* Whose feeling a key means: that of the emotion in focus, else the first persona's. */
static char *
persona_meant (JmSession  *session,
               const char *persona_id)
{
  return persona_id != NULL ? g_strdup (persona_id) : jm_handle_get_persona (jm_session_get_focus (session));
}

typedef JmMap *(* FeelingEdit) (JmMap       *map,
                                const char  *touchpoint_id,
                                const char  *persona_id,
                                double       value,
                                GError     **error);

static JmMap *
edit_set (JmMap       *map,
          const char  *touchpoint_id,
          const char  *persona_id,
          double       value,
          GError     **error)
{
  return jm_map_set_emotion (map, touchpoint_id, persona_id, CLAMP (value, -2, 2), error);
}

static JmMap *
edit_clear (JmMap       *map,
            const char  *touchpoint_id,
            const char  *persona_id,
            double       value,
            GError     **error)
{
  return jm_map_clear_emotion (map, touchpoint_id, persona_id, error);
}

static JmMap *
edit_step (JmMap       *map,
           const char  *touchpoint_id,
           const char  *persona_id,
           double       step,
           GError     **error)
{
  JmItem *touchpoint = jm_map_find (map, touchpoint_id);
  JmItem *emotion = touchpoint != NULL ? jm_map_get_emotion (map, touchpoint, persona_id) : NULL;
  double value = 0;

  if (emotion != NULL)
    jm_item_get_number (emotion, JM_ATTR_VALUE, &value);

  return edit_set (map, touchpoint_id, persona_id, value + step, error);
}

static gboolean
edit_feelings (JmSession    *session,
               const char   *touchpoint_id,
               const char   *persona_id,
               FeelingEdit   edit,
               double        value,
               const char   *label,
               GError      **error)
{
  g_autoptr(GPtrArray) touchpoints = touchpoints_meant (session, touchpoint_id);
  g_autofree char *persona = persona_meant (session, persona_id);
  g_autoptr(JmMap) map = jm_map_ref (jm_session_get_map (session));

  if (touchpoints->len == 0)
    return fail_without_touchpoint (error);

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmMap *next = edit (map, g_ptr_array_index (touchpoints, i), persona, value, error);

      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  return jm_session_apply (session, map, label);
}

/**
 * jm_command_set_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @persona_id: (nullable): whose feeling, %NULL for that of the emotion in focus or the first persona's
 * @value: from -2, very bad, to 2, very good; brought into that range
 * @error: return location for a #GError
 *
 * Says how someone feels at a touchpoint.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_set_feeling (JmSession   *session,
                        const char  *touchpoint_id,
                        const char  *persona_id,
                        double       value,
                        GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return edit_feelings (session, touchpoint_id, persona_id, edit_set, value, _("Set feeling"), error);
}

/**
 * jm_command_clear_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @persona_id: (nullable): whose feeling, %NULL for that of the emotion in focus or the first persona's
 * @error: return location for a #GError
 *
 * Takes a feeling off the curve again.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_clear_feeling (JmSession   *session,
                          const char  *touchpoint_id,
                          const char  *persona_id,
                          GError     **error)
{
  const char *focus;
  g_autofree char *touchpoint = NULL;
  gboolean changed;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  /* The focus would be on what is no longer there. */
  focus = jm_session_get_focus (session);
  touchpoint = jm_handle_get_touchpoint (focus);
  changed = edit_feelings (session, touchpoint_id, persona_id, edit_clear, 0, _("Clear feeling"), error);
  if (changed && touchpoint != NULL)
    jm_session_select (session, touchpoint);

  return changed;
}

/**
 * jm_command_step_feeling:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @step: how much better, negative for worse; where nothing was said, it counts from neutral
 * @error: return location for a #GError
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_step_feeling (JmSession   *session,
                         const char  *touchpoint_id,
                         double       step,
                         GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return edit_feelings (session, touchpoint_id, NULL, edit_step, step,
                        step > 0 ? _("Raise feeling") : _("Lower feeling"), error);
}

/**
 * jm_command_step_weight:
 * @session: a session
 * @id: (nullable): a pain point or an opportunity, %NULL for what has the focus
 * @step: how much more, negative for less
 * @error: return location for a #GError
 *
 * Makes a pain point more or less severe, between 1 and 3, or gives an opportunity votes or takes them away.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_step_weight (JmSession   *session,
                        const char  *id,
                        int          step,
                        GError     **error)
{
  g_autofree char *value = NULL;
  JmItem *item;
  JmMap *map;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  map = jm_session_get_map (session);
  if (id == NULL)
    id = jm_session_get_focus (session);
  item = id != NULL ? jm_map_find (map, id) : NULL;

  if (item != NULL && jm_item_get_kind (item) == JM_KIND_PAIN_POINT)
    {
      value = g_strdup_printf ("%d", CLAMP (jm_item_get_integer (item, JM_ATTR_SEVERITY, 1) + step, 1, 3));
      return jm_command_apply (session, jm_map_set (map, id, JM_ATTR_SEVERITY, value, error),
                               jm_command_label_set (JM_ATTR_SEVERITY));
    }
  if (item != NULL && jm_item_get_kind (item) == JM_KIND_OPPORTUNITY)
    {
      value = g_strdup_printf ("%d", MAX (jm_item_get_integer (item, JM_ATTR_VOTES, 0) + step, 0));
      return jm_command_apply (session, jm_map_set (map, id, JM_ATTR_VOTES, value, error),
                               jm_command_label_set (JM_ATTR_VOTES));
    }

  g_set_error_literal (error, JM_EDIT_ERROR, JM_EDIT_ERROR_NO_SUCH_ITEM,
                       _("Select a pain point or an opportunity first."));
  return FALSE;
}

/**
 * jm_command_toggle_moment_of_truth:
 * @session: a session
 * @touchpoint_id: (nullable): a touchpoint, %NULL for those selected
 * @error: return location for a #GError
 *
 * Marks touchpoints as moments of truth, or takes the mark away when all of them have it.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_toggle_moment_of_truth (JmSession   *session,
                                   const char  *touchpoint_id,
                                   GError     **error)
{
  g_autoptr(GPtrArray) touchpoints = NULL;
  g_autoptr(JmMap) map = NULL;
  gboolean all = TRUE;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  touchpoints = touchpoints_meant (session, touchpoint_id);
  map = jm_map_ref (jm_session_get_map (session));
  if (touchpoints->len == 0)
    return fail_without_touchpoint (error);

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmItem *touchpoint = jm_map_find (map, g_ptr_array_index (touchpoints, i));

      all = all && touchpoint != NULL && jm_item_get_boolean (touchpoint, JM_ATTR_MOMENT_OF_TRUTH);
    }

  for (guint i = 0; i < touchpoints->len; i++)
    {
      JmMap *next = jm_map_set (map, g_ptr_array_index (touchpoints, i), JM_ATTR_MOMENT_OF_TRUTH,
                                all ? NULL : "true", error);

      if (next == NULL)
        return FALSE;
      jm_map_unref (map);
      map = next;
    }

  return jm_session_apply (session, map, jm_command_label_set (JM_ATTR_MOMENT_OF_TRUTH));
}

/**
 * jm_command_set:
 * @session: a session
 * @id: (nullable): an id or an emotion's handle, %NULL for the map itself
 * @attr: a property that such an item has
 * @value: (nullable): its value as in the file, %NULL to leave it unsaid
 * @error: return location for a #GError; its message says what is wrong with the value
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_set (JmSession   *session,
                const char  *id,
                JmAttr       attr,
                const char  *value,
                GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return jm_command_apply (session, jm_map_set (jm_session_get_map (session), id, attr, value, error),
                           jm_command_label_set (attr));
}

/**
 * jm_command_set_text:
 * @session: a session
 * @id: (nullable): an id or an emotion's handle, %NULL for the map itself
 * @part: which of its texts, %JM_KIND_NONE for the item's own
 * @text: the text, UTF-8
 * @error: return location for a #GError
 *
 * Sets a text as one undo step.
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_set_text (JmSession   *session,
                     const char  *id,
                     JmKind       part,
                     const char  *text,
                     GError     **error)
{
  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  return jm_command_apply (session, jm_map_set_text (jm_session_get_map (session), id, part, text, error),
                           jm_command_label_text (part));
}

/**
 * jm_command_type_text:
 * @session: a session
 * @id: (nullable): an id or an emotion's handle, %NULL for the map itself
 * @part: which of its texts, %JM_KIND_NONE for the item's own
 * @text: the text as typed so far, UTF-8
 * @error: return location for a #GError
 *
 * Sets a text at each stroke of a key; successive calls for one text are one undo step until
 * jm_session_end_typing().
 *
 * Returns: whether anything changed
 */
gboolean
jm_command_type_text (JmSession   *session,
                      const char  *id,
                      JmKind       part,
                      const char  *text,
                      GError     **error)
{
  g_autoptr(JmMap) next = NULL;
  g_autofree char *field = NULL;

  g_return_val_if_fail (JM_IS_SESSION (session), FALSE);

  next = jm_map_set_text (jm_session_get_map (session), id, part, text, error);
  if (next == NULL)
    return FALSE;

  field = jm_command_field (id, part);
  return jm_session_apply_typing (session, next, jm_command_label_text (part), field);
}
