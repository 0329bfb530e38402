/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keyboard while no text is being edited: typing keeps up with talking. */
#include "jm-canvas-private.h"

#include "config.h"


#define MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static gboolean
step_focus (JmCanvas         *self,
            GtkDirectionType  direction)
{
  const char *focus = jm_session_get_focus (self->session);
  g_autofree char *next = NULL;

  if (jm_canvas_ensure_scene (self) == NULL)
    return FALSE;

  next = jm_places_navigate (self->scene, focus, direction);
  if (next == NULL)
    return FALSE;

  jm_session_select (self->session, next);
  jm_canvas_reveal (self, next);
  return TRUE;
}

/* Tab goes from lane to lane of a column, and out of the canvas at its end. */
gboolean
jm_canvas_step_focus (JmCanvas         *self,
                      GtkDirectionType  direction)
{
  if (self->read_only || jm_session_get_focus (self->session) == NULL)
    return FALSE;

  return step_focus (self, direction == GTK_DIR_TAB_FORWARD ? GTK_DIR_DOWN : GTK_DIR_UP);
}

static void
edit_focus (JmCanvas *self)
{
  const char *focus = jm_session_get_focus (self->session);
  JmKind kind = jm_command_get_kind (self->session, focus);

  if (focus == NULL)
    {
      if (!jm_canvas_next_follow (self))
        step_focus (self, GTK_DIR_DOWN);
    }
  else if (!jm_canvas_start_editing (self, focus, jm_kind_get_main_part (kind)))
    jm_canvas_emit_inspector (self);
}

static void
delete_selection (JmCanvas *self)
{
  g_autofree char *message = NULL;

  if (jm_command_delete (self->session, &message) > 0)
    jm_canvas_emit_message (self, message, TRUE);
}

static void
give_up (JmCanvas *self)
{
  if (jm_canvas_pointer_cancel (self))
    return;

  if (self->tool != JM_TOOL_SELECT)
    jm_canvas_set_tool (self, JM_TOOL_SELECT);
  else
    jm_session_unselect (self->session);
}

static void
reveal_focus (JmCanvas *self)
{
  if (jm_session_get_focus (self->session) != NULL)
    jm_canvas_reveal (self, jm_session_get_focus (self->session));
}

static gboolean
press_plain (JmCanvas *self,
             guint     keyval)
{
  GError *error = NULL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step_focus (self, GTK_DIR_LEFT);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step_focus (self, GTK_DIR_RIGHT);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_focus (self, GTK_DIR_UP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_focus (self, GTK_DIR_DOWN);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      edit_focus (self);
      return TRUE;

    case GDK_KEY_t:
      jm_canvas_new_item (self, JM_KIND_TOUCHPOINT);
      return TRUE;
    case GDK_KEY_f:
      jm_canvas_new_item (self, JM_KIND_PHASE);
      return TRUE;
    case GDK_KEY_p:
      jm_canvas_new_item (self, JM_KIND_PAIN_POINT);
      return TRUE;
    case GDK_KEY_o:
      jm_canvas_new_item (self, JM_KIND_OPPORTUNITY);
      return TRUE;
    case GDK_KEY_q:
      jm_canvas_new_item (self, JM_KIND_THOUGHT);
      return TRUE;
    case GDK_KEY_n:
      jm_canvas_new_item (self, JM_KIND_NOTE);
      return TRUE;
    case GDK_KEY_l:
      jm_canvas_link_begin (self);
      return TRUE;

    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      jm_command_clear_feeling (self->session, NULL, NULL, &error);
      break;
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
    case GDK_KEY_4:
    case GDK_KEY_5:
      jm_command_set_feeling (self->session, NULL, NULL, (double) keyval - GDK_KEY_3, &error);
      break;
    case GDK_KEY_KP_1:
    case GDK_KEY_KP_2:
    case GDK_KEY_KP_3:
    case GDK_KEY_KP_4:
    case GDK_KEY_KP_5:
      jm_command_set_feeling (self->session, NULL, NULL, (double) keyval - GDK_KEY_KP_3, &error);
      break;

    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      jm_command_step_weight (self->session, NULL, 1, &error);
      break;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      jm_command_step_weight (self->session, NULL, -1, &error);
      break;

    case GDK_KEY_m:
      jm_command_toggle_moment_of_truth (self->session, NULL, &error);
      break;

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      delete_selection (self);
      return TRUE;

    case GDK_KEY_Escape:
      give_up (self);
      return TRUE;

    case GDK_KEY_space:
      jm_canvas_set_space_held (self, TRUE);
      return TRUE;

    default:
      return FALSE;
    }

  jm_canvas_emit_error (self, error);
  return TRUE;
}

static gboolean
step_lane (JmCanvas *self,
           guint     keyval)
{
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;

  if (!up && keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;

  jm_command_move_lane (self->session, jm_session_get_focus (self->session), up ? -1 : 1, TRUE);
  reveal_focus (self);
  return TRUE;
}

static gboolean
press_with_alt (JmCanvas *self,
                guint     keyval)
{
  int rtl = jm_canvas_ensure_scene (self) != NULL && jm_scene_is_rtl (self->scene) ? -1 : 1;
  GError *error = NULL;

  /* A lane has no feeling: it is the lane itself that goes up and down. */
  if (jm_command_get_kind (self->session, NULL) == JM_KIND_LANE && step_lane (self, keyval))
    return TRUE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      jm_command_move_by (self->session, -rtl);
      reveal_focus (self);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      jm_command_move_by (self->session, rtl);
      reveal_focus (self);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      jm_command_step_feeling (self->session, NULL, 0.5, &error);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      jm_command_step_feeling (self->session, NULL, -0.5, &error);
      break;
    default:
      return FALSE;
    }

  jm_canvas_emit_error (self, error);
  return TRUE;
}

static gboolean
press_with_control (JmCanvas *self,
                    guint     keyval)
{
  GError *error = NULL;

  switch (keyval)
    {
    case GDK_KEY_d:
      jm_command_duplicate (self->session, &error);
      jm_canvas_emit_error (self, error);
      reveal_focus (self);
      return TRUE;
    case GDK_KEY_c:
      jm_canvas_copy (self);
      return TRUE;
    case GDK_KEY_x:
      jm_canvas_cut (self);
      return TRUE;
    case GDK_KEY_v:
      jm_canvas_paste (self);
      return TRUE;
    case GDK_KEY_a:
      jm_command_select_all (self->session);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                JmCanvas              *self)
{
  GdkModifierType held = state & MODIFIERS;

  /* What the text or the menu does not want goes on to the window. */
  if (self->session == NULL || self->editor != NULL || jm_canvas_menu_is_open (self))
    return FALSE;

  if (self->read_only)
    {
      if (keyval != GDK_KEY_space || held != 0)
        return FALSE;
      jm_canvas_set_space_held (self, TRUE);
      return TRUE;
    }

  /* In the middle of a gesture only its end counts. */
  if (self->gesture != NULL)
    {
      if (keyval == GDK_KEY_Escape)
        jm_canvas_pointer_cancel (self);
      return keyval == GDK_KEY_Escape;
    }

  if ((keyval == GDK_KEY_Menu && held == 0) || (keyval == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    {
      jm_canvas_menu_open (self);
      return TRUE;
    }

  keyval = gdk_keyval_to_lower (keyval);
  if (jm_canvas_link_key (self, keyval))
    return TRUE;
  if ((held & ~GDK_SHIFT_MASK) == 0)
    return press_plain (self, keyval);
  if (held == GDK_ALT_MASK)
    return press_with_alt (self, keyval);
  if (held == GDK_CONTROL_MASK)
    return press_with_control (self, keyval);

  return FALSE;
}

static void
key_released_cb (GtkEventControllerKey *controller,
                 guint                  keyval,
                 guint                  keycode,
                 GdkModifierType        state,
                 JmCanvas              *self)
{
  if (keyval == GDK_KEY_space)
    jm_canvas_set_space_held (self, FALSE);
}

/* Somebody else is told that Space was let go. */
static void
leave_cb (GtkEventControllerFocus *controller,
          JmCanvas                *self)
{
  jm_canvas_set_space_held (self, FALSE);
}

void
jm_canvas_keys_init (JmCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect (key, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);

  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
