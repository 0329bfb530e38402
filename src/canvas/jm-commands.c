/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands that change one item. Making one is in jm-commands-make.c, feelings and weights are in jm-commands-feeling.c, and
 * those on the whole selection in jm-commands-selection.c. */
#include "jm-commands-private.h"

#include "config.h"

#include <string.h>

/* Makes a step. In the middle of a gesture nothing else can be done: a key or a button that comes then is lost. */
gboolean
jm_command_step (JmSession  *session,
                 JmMap      *next,
                 const char *label)
{
  return !jm_session_in_draft (session) && jm_session_apply (session, next, label);
}

/* Makes a step of an edit that may not have worked. Takes next. */
gboolean
jm_command_apply (JmSession  *session,
                  JmMap      *next,
                  const char *label)
{
  g_autoptr(JmMap) map = next;

  return map != NULL && jm_command_step (session, map, label);
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

/* Where what has the focus is. */
gboolean
jm_command_locate_focus (JmSession *session,
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

  if (!jm_command_locate_focus (session, &place))
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

  if (!jm_command_locate_focus (session, &place))
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

  if (jm_session_in_draft (session))
    return FALSE;

  next = jm_map_set_text (jm_session_get_map (session), id, part, text, error);
  if (next == NULL)
    return FALSE;

  field = jm_command_field (id, part);
  return jm_session_apply_typing (session, next, jm_command_label_text (part), field);
}
