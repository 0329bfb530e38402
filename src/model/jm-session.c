/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmSession: the one mutable thing, a map as it is being worked on, with its past, its future and the selection. */
#include "jm-session-private.h"

/* A map to go back or forward to, what leads there or away from it, and what was selected in it. */
typedef struct
{
  JmMap  *map;
  char   *label;
  char  **selection;
} Step;

/* What the properties say, to notify of those that change. */
typedef struct
{
  gboolean  can_undo;
  gboolean  can_redo;
  gboolean  saved;
  char     *undo_label;
  char     *redo_label;
} State;

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVED,
  N_PROPS
};

enum
{
  CHANGED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmSession, jm_session, G_TYPE_OBJECT)

/* Steps */

static Step *
step_new (JmMap      *map,
          const char *label,
          GPtrArray  *selection)
{
  Step *step = g_new0 (Step, 1);

  step->map = jm_map_ref (map);
  step->label = g_strdup (label);
  step->selection = g_strdupv ((char **) selection->pdata);

  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  jm_map_unref (step->map);
  g_free (step->label);
  g_strfreev (step->selection);
  g_free (step);
}

static const char *
last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((Step *) steps->pdata[steps->len - 1])->label : NULL;
}

/* Telling */

static State
get_state (JmSession *self)
{
  return (State) {
    jm_session_get_can_undo (self),
    jm_session_get_can_redo (self),
    jm_session_get_saved (self),
    g_strdup (last_label (self->past)),
    g_strdup (last_label (self->future)),
  };
}

static void
notify_since (JmSession *self,
              State      before)
{
  State now = get_state (self);

  g_object_freeze_notify (G_OBJECT (self));
  if (now.can_undo != before.can_undo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  if (now.can_redo != before.can_redo)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  if (now.saved != before.saved)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
  if (g_strcmp0 (now.undo_label, before.undo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (g_strcmp0 (now.redo_label, before.redo_label) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
  g_object_thaw_notify (G_OBJECT (self));

  g_free (now.undo_label);
  g_free (now.redo_label);
  g_free (before.undo_label);
  g_free (before.redo_label);
}

/*
 * jm_session_emit_changed:
 * @self: a session
 * @old_map: the map that was shown until now
 *
 * Tells that another map is shown.
 */
void
jm_session_emit_changed (JmSession *self,
                         JmMap     *old_map)
{
  g_autoptr(JmMap) old = jm_map_ref (old_map);
  g_autoptr(JmMap) new = jm_map_ref (jm_session_get_map (self));

  g_signal_emit (self, signals[CHANGED], 0, old, new);
}

/**
 * jm_session_emit_selection_changed:
 * @self: a session
 *
 * Tells that something else is selected.
 */
void
jm_session_emit_selection_changed (JmSession *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* Makes @next the present, with what follows from it but not the past. */
static void
set_present (JmSession *self,
             JmMap     *next)
{
  g_autoptr(JmMap) old = g_steal_pointer (&self->present);

  self->present = jm_map_ref (next);
  if (old != next)
    jm_session_emit_changed (self, old);
}

/* Object */

static void
jm_session_finalize (GObject *object)
{
  JmSession *self = JM_SESSION (object);

  g_clear_pointer (&self->present, jm_map_unref);
  g_clear_pointer (&self->saved, jm_map_unref);
  g_clear_pointer (&self->draft, jm_map_unref);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_hash_table_unref (self->selected);
  g_ptr_array_unref (self->selection);
  g_free (self->typing_field);

  G_OBJECT_CLASS (jm_session_parent_class)->finalize (object);
}

static void
jm_session_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  JmSession *self = JM_SESSION (object);

  switch (property)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, jm_session_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, jm_session_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, jm_session_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, jm_session_get_redo_label (self));
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, jm_session_get_saved (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
jm_session_class_init (JmSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = jm_session_finalize;
  object_class->get_property = jm_session_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * JmSession::changed:
   * @self: the session
   * @old: the map that was shown
   * @new: the map that is shown now
   *
   * Another map is shown: after an edit, an undo or a redo, and at each step of a draft. When a draft is committed
   * both are the map that the draft showed last.
   */
  signals[CHANGED] = g_signal_new ("changed", JM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2,
                                   JM_TYPE_MAP | G_SIGNAL_TYPE_STATIC_SCOPE, JM_TYPE_MAP | G_SIGNAL_TYPE_STATIC_SCOPE);

  /**
   * JmSession::selection-changed:
   * @self: the session
   *
   * Something else is selected.
   */
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", JM_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                             NULL, G_TYPE_NONE, 0);
}

static void
jm_session_init (JmSession *self)
{
  self->past = g_ptr_array_new_with_free_func (step_free);
  self->future = g_ptr_array_new_with_free_func (step_free);
  jm_session_init_selection (self);
}

/**
 * jm_session_new:
 * @map: a map
 *
 * Begins work on @map, with nothing to undo. It counts as saved: nothing would be lost yet.
 *
 * Returns: (transfer full): a new session
 */
JmSession *
jm_session_new (JmMap *map)
{
  JmSession *self;

  g_return_val_if_fail (map != NULL, NULL);

  self = g_object_new (JM_TYPE_SESSION, NULL);
  self->present = jm_map_ref (map);
  self->saved = jm_map_ref (map);

  return self;
}

/* Ask */

/**
 * jm_session_get_map:
 * @self: a session
 *
 * Returns: (transfer none): the map to be shown: that of the draft, if there is one
 */
JmMap *
jm_session_get_map (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return self->draft != NULL ? self->draft : self->present;
}

/**
 * jm_session_get_committed_map:
 * @self: a session
 *
 * Returns: (transfer none): the map to be saved, without what a draft shows
 */
JmMap *
jm_session_get_committed_map (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return self->present;
}

/**
 * jm_session_get_can_undo:
 * @self: a session
 *
 * Returns: %TRUE if there is a step to undo
 */
gboolean
jm_session_get_can_undo (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), FALSE);

  return self->past->len > 0;
}

/**
 * jm_session_get_can_redo:
 * @self: a session
 *
 * Returns: %TRUE if there is a step to redo
 */
gboolean
jm_session_get_can_redo (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), FALSE);

  return self->future->len > 0;
}

/**
 * jm_session_get_undo_label:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what an undo undoes, such as "Move touchpoint"
 */
const char *
jm_session_get_undo_label (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return last_label (self->past);
}

/**
 * jm_session_get_redo_label:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what a redo does again
 */
const char *
jm_session_get_redo_label (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), NULL);

  return last_label (self->future);
}

/**
 * jm_session_get_saved:
 * @self: a session
 *
 * Returns: %TRUE if the map, without a draft, is the one that was saved, also after undoing back to it
 */
gboolean
jm_session_get_saved (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), FALSE);

  return self->present == self->saved;
}

/**
 * jm_session_in_draft:
 * @self: a session
 *
 * Returns: %TRUE between jm_session_begin_draft() and the end of the draft
 */
gboolean
jm_session_in_draft (JmSession *self)
{
  g_return_val_if_fail (JM_IS_SESSION (self), FALSE);

  return self->draft != NULL;
}

/* Edit */

/*
 * jm_session_make_step:
 * @self: a session, not in a draft
 * @next: the map after the step
 * @label: what the step does
 * @shown: the map that was shown until now
 *
 * Makes @next the present, and the present the past. Nothing can be redone after it.
 */
void
jm_session_make_step (JmSession  *self,
                      JmMap      *next,
                      const char *label,
                      JmMap      *shown)
{
  g_autoptr(JmMap) old = jm_map_ref (shown);
  State before;

  g_object_ref (self);
  before = get_state (self);
  g_ptr_array_add (self->past, step_new (self->present, label, self->selection));
  g_ptr_array_set_size (self->future, 0);
  jm_map_unref (self->present);
  self->present = jm_map_ref (next);
  jm_session_emit_changed (self, old);
  jm_session_select_existing (self, (const char * const *) self->selection->pdata);
  notify_since (self, before);
  g_object_unref (self);
}

/**
 * jm_session_apply:
 * @self: a session, not in a draft
 * @next: the map after an edit of the present one
 * @label: what the edit does, such as "Move touchpoint", in the user's language
 *
 * Makes one step. Nothing can be redone after it.
 *
 * Returns: %TRUE if it is a step, %FALSE if @next is the present map
 */
gboolean
jm_session_apply (JmSession  *self,
                  JmMap      *next,
                  const char *label)
{
  g_return_val_if_fail (JM_IS_SESSION (self) && next != NULL && label != NULL, FALSE);
  g_return_val_if_fail (self->draft == NULL, FALSE);

  jm_session_end_typing (self);
  if (next == self->present)
    return FALSE;

  jm_session_make_step (self, next, label, self->present);

  return TRUE;
}

/**
 * jm_session_apply_typing:
 * @self: a session, not in a draft
 * @next: the map after some typing
 * @label: what the edit does, such as "Edit title", in the user's language
 * @field: what is being typed in, such as "t1/title"
 *
 * Makes a step, or makes the last one longer if that was typing in the same field. Typing back what was there makes the
 * step disappear.
 *
 * Returns: %TRUE if the map is another one than before
 */
gboolean
jm_session_apply_typing (JmSession  *self,
                         JmMap      *next,
                         const char *label,
                         const char *field)
{
  Step *step;
  State before;

  g_return_val_if_fail (JM_IS_SESSION (self) && next != NULL && label != NULL && field != NULL, FALSE);
  g_return_val_if_fail (self->draft == NULL, FALSE);

  if (next == self->present)
    return FALSE;

  if (g_strcmp0 (self->typing_field, field) != 0)
    {
      g_autofree char *begun = g_strdup (field);

      jm_session_apply (self, next, label);
      self->typing_field = g_steal_pointer (&begun);
      return TRUE;
    }

  g_object_ref (self);
  before = get_state (self);
  step = self->past->pdata[self->past->len - 1];
  if (jm_map_equal (next, step->map))
    {
      g_autoptr(JmMap) begin = jm_map_ref (step->map);

      g_ptr_array_set_size (self->past, (int) self->past->len - 1);
      g_clear_pointer (&self->typing_field, g_free);
      set_present (self, begin);
    }
  else
    set_present (self, next);
  jm_session_select_existing (self, (const char * const *) self->selection->pdata);
  notify_since (self, before);
  g_object_unref (self);

  return TRUE;
}

/**
 * jm_session_end_typing:
 * @self: a session
 *
 * Ends the typing in a field: what is typed next is another step, also in the same field.
 */
void
jm_session_end_typing (JmSession *self)
{
  g_return_if_fail (JM_IS_SESSION (self));

  g_clear_pointer (&self->typing_field, g_free);
}

/* Goes to the last step of @from and leaves one in @to that leads back. */
static void
go (JmSession *self,
    GPtrArray *from,
    GPtrArray *to)
{
  Step *step;
  State before;

  jm_session_end_typing (self);
  if (from->len == 0)
    return;

  g_object_ref (self);
  before = get_state (self);
  step = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_add (to, step_new (self->present, step->label, self->selection));
  set_present (self, step->map);
  jm_session_select_existing (self, (const char * const *) step->selection);
  notify_since (self, before);
  step_free (step);
  g_object_unref (self);
}

/**
 * jm_session_undo:
 * @self: a session
 *
 * Goes back one step, to the map and the selection from before it. In a draft this only gives up the draft.
 */
void
jm_session_undo (JmSession *self)
{
  g_return_if_fail (JM_IS_SESSION (self));

  if (self->draft != NULL)
    jm_session_cancel_draft (self);
  else
    go (self, self->past, self->future);
}

/**
 * jm_session_redo:
 * @self: a session
 *
 * Makes the step again that was undone last. In a draft this only gives up the draft.
 */
void
jm_session_redo (JmSession *self)
{
  g_return_if_fail (JM_IS_SESSION (self));

  if (self->draft != NULL)
    jm_session_cancel_draft (self);
  else
    go (self, self->future, self->past);
}

/**
 * jm_session_mark_saved:
 * @self: a session
 * @map: (nullable): the map that is now in the file, which may no longer be the present one; %NULL if there is none
 *
 * Says what was saved.
 */
void
jm_session_mark_saved (JmSession *self,
                       JmMap     *map)
{
  State before;

  g_return_if_fail (JM_IS_SESSION (self));

  /* Otherwise the map that was saved could not be undone back to. */
  jm_session_end_typing (self);

  before = get_state (self);
  if (map != NULL)
    jm_map_ref (map);
  g_clear_pointer (&self->saved, jm_map_unref);
  self->saved = map;
  notify_since (self, before);
}

/**
 * jm_session_replace:
 * @self: a session
 * @map: another map
 *
 * Starts anew with @map, as jm_session_new() does: nothing to undo, saved. What is selected stays so if it is there.
 */
void
jm_session_replace (JmSession *self,
                    JmMap     *map)
{
  State before;

  g_return_if_fail (JM_IS_SESSION (self) && map != NULL);

  g_object_ref (self);
  if (self->draft != NULL)
    jm_session_cancel_draft (self);
  jm_session_end_typing (self);

  before = get_state (self);
  g_ptr_array_set_size (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
  jm_map_ref (map);
  g_clear_pointer (&self->saved, jm_map_unref);
  self->saved = map;
  set_present (self, map);
  jm_session_select_existing (self, (const char * const *) self->selection->pdata);
  notify_since (self, before);
  g_object_unref (self);
}
