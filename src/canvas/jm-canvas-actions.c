/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person can do with what is selected, as actions that a menu calls by name: “canvas.…”. */
#include "jm-canvas-private.h"

#include <math.h>

/* Whatever is under way, the menu was opened at rest. */
static gboolean
may_act (JmCanvas *self)
{
  return self->session != NULL && !self->read_only && !jm_session_in_draft (self->session);
}

static void
reveal_focus (JmCanvas *self)
{
  if (jm_session_get_focus (self->session) != NULL)
    jm_canvas_reveal (self, jm_session_get_focus (self->session));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;
  const char *element = g_variant_get_string (parameter, NULL);
  JmKind part = *element != '\0' ? jm_kind_from_element (element) : JM_KIND_NONE;

  if (!may_act (self))
    return;

  /* What the picture does not show is typed beside it. */
  if (!jm_canvas_start_editing (self, self->menu_role == JM_ROLE_TITLE ? NULL : jm_session_get_focus (self->session), part))
    jm_canvas_emit_inspector (self);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (may_act (self))
    jm_canvas_new_item (self, jm_kind_from_element (g_variant_get_string (parameter, NULL)));
}

static void
make_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (may_act (self) && jm_canvas_ensure_scene (self) != NULL)
    jm_canvas_make_at (self, jm_kind_from_element (g_variant_get_string (parameter, NULL)), self->menu_at);
}

static void
make_in_lane_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  JmCanvas *self = user_data;
  JmHit hit = { NULL, { 0, 0 }, self->menu_at };

  if (may_act (self) && jm_canvas_ensure_scene (self) != NULL)
    jm_canvas_make_in_lane (self, &hit);
}

/* Another one of the kind that has the focus, before it or after it. */
static void
insert_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  JmCanvas *self = user_data;
  const char *focus = self->session != NULL ? jm_session_get_focus (self->session) : NULL;
  JmPlace place;

  if (may_act (self) && focus != NULL && jm_map_locate (jm_session_get_map (self->session), focus, &place) &&
      place.parent != NULL)
    jm_canvas_make_and_edit (self, jm_item_get_kind (place.item), jm_item_get_id (place.parent),
                             (int) place.position + g_variant_get_int32 (parameter), NULL);
}

/* The changes of one item that a command may refuse in words: all the menu says is which, and how much. */

static void
set_feeling (JmSession  *session,
             GVariant   *value,
             GError    **error)
{
  jm_command_set_feeling (session, NULL, NULL, g_ascii_strtod (g_variant_get_string (value, NULL), NULL), error);
}

static void
step_feeling (JmSession  *session,
              GVariant   *step,
              GError    **error)
{
  jm_command_step_feeling (session, NULL, g_variant_get_double (step), error);
}

static void
clear_feeling (JmSession  *session,
               GVariant   *nothing,
               GError    **error)
{
  jm_command_clear_feeling (session, NULL, NULL, error);
}

static void
step_weight (JmSession  *session,
             GVariant   *step,
             GError    **error)
{
  jm_command_step_weight (session, NULL, g_variant_get_int32 (step), error);
}

static void
toggle_moment_of_truth (JmSession  *session,
                        GVariant   *nothing,
                        GError    **error)
{
  jm_command_toggle_moment_of_truth (session, NULL, error);
}

static const struct
{
  const char *action;
  void (*change) (JmSession *session, GVariant *parameter, GError **error);
} changes[] = {
  { "feeling", set_feeling },
  { "step-feeling", step_feeling },
  { "clear-feeling", clear_feeling },
  { "weigh", step_weight },
  { "moment-of-truth", toggle_moment_of_truth },
};

static void
change_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  JmCanvas *self = user_data;
  GError *error = NULL;

  if (!may_act (self))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    if (g_str_equal (changes[i].action, g_action_get_name (G_ACTION (action))))
      changes[i].change (self->session, parameter, &error);
  jm_canvas_emit_error (self, error);
}

static void
lead_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (may_act (self))
    jm_canvas_link_begin (self);
}

static void
move_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (!may_act (self))
    return;

  jm_command_move_by (self->session, g_variant_get_int32 (parameter));
  reveal_focus (self);
}

static void
move_lane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (!may_act (self))
    return;

  jm_command_move_lane (self->session, jm_session_get_focus (self->session), g_variant_get_int32 (parameter), TRUE);
  reveal_focus (self);
}

static void
hide_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;
  g_autofree char *message = NULL;
  GError *error = NULL;

  if (!may_act (self))
    return;

  if (jm_command_hide (self->session, jm_session_get_focus (self->session), &message, &error))
    jm_canvas_emit_message (self, message, TRUE);
  else
    jm_canvas_emit_error (self, error);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmCanvas *self = user_data;
  GError *error = NULL;

  if (!may_act (self))
    return;

  if (jm_command_show (self->session, g_variant_get_string (parameter, NULL), &error))
    reveal_focus (self);
  else
    jm_canvas_emit_error (self, error);
}

/* Before the lane in focus, after it, or after all of them, as the name of the action says. */
static void
new_lane_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  JmCanvas *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *kind = g_variant_get_string (parameter, NULL);
  const char *focus;
  g_autofree char *id = NULL;
  GError *error = NULL;
  int position = -1;
  JmPlace place;

  if (!may_act (self))
    return;

  focus = jm_session_get_focus (self->session);
  if (focus != NULL && !g_str_equal (name, "lane-last") &&
      jm_map_locate (jm_session_get_map (self->session), focus, &place) &&
      jm_item_get_kind (place.item) == JM_KIND_LANE)
    position = (int) place.position + (g_str_equal (name, "lane-after") ? 1 : 0);

  if (!jm_command_new_lane (self->session, kind, position, &id, &error))
    {
      jm_canvas_emit_error (self, error);
      return;
    }

  jm_session_select (self->session, id);
  if (jm_lane_kind_is_named (kind))
    jm_canvas_start_editing (self, id, JM_KIND_TITLE);
  else
    jm_canvas_reveal (self, id);
}

static void
color_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (may_act (self))
    jm_command_set_color (self->session, g_variant_get_string (value, NULL));
}

static void
cut_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  if (may_act (user_data))
    jm_canvas_cut (user_data);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  jm_canvas_copy (user_data);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  jm_canvas_paste (user_data);
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  JmCanvas *self = user_data;
  GError *error = NULL;

  if (!may_act (self))
    return;

  jm_command_duplicate (self->session, &error);
  jm_canvas_emit_error (self, error);
  reveal_focus (self);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  JmCanvas *self = user_data;
  g_autofree char *message = NULL;

  if (may_act (self) && jm_command_delete (self->session, &message) > 0)
    jm_canvas_emit_message (self, message, TRUE);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  JmCanvas *self = user_data;

  if (may_act (self))
    jm_command_select_all (self->session);
}

static void
inspect_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  jm_canvas_emit_inspector (user_data);
}

static const GActionEntry entries[] = {
  { "edit", edit_cb, "s" },
  { "new", new_cb, "s" },
  { "make", make_cb, "s" },
  { "make-in-lane", make_in_lane_cb },
  { "insert", insert_cb, "i" },
  { "feeling", NULL, "s", "''", change_cb },
  { "step-feeling", change_cb, "d" },
  { "clear-feeling", change_cb },
  { "weigh", change_cb, "i" },
  { "moment-of-truth", NULL, NULL, "false", change_cb },
  { "lead", lead_cb },
  { "move", move_cb, "i" },
  { "move-lane", move_lane_cb, "i" },
  { "hide", hide_cb },
  { "show", show_cb, "s" },
  { "lane-before", new_lane_cb, "s" },
  { "lane-after", new_lane_cb, "s" },
  { "lane-last", new_lane_cb, "s" },
  { "color", NULL, "s", "''", color_cb },
  { "cut", cut_cb },
  { "copy", copy_cb },
  { "paste", paste_cb },
  { "duplicate", duplicate_cb },
  { "delete", delete_cb },
  { "select-all", select_all_cb },
  { "inspect", inspect_cb },
};

static void
set_state (JmCanvas   *self,
           const char *name,
           GVariant   *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->menu_actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
enable (JmCanvas   *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->menu_actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/**
 * jm_canvas_actions_show_states:
 * @self: a canvas with a session
 *
 * Tells the actions which face, which colour, and whether it is a moment of truth: the menu shows what is.
 */
void
jm_canvas_actions_show_states (JmCanvas *self)
{
  const char *focus = jm_session_get_focus (self->session);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autofree char *feeling = g_strdup ("");
  gboolean is_moment = FALSE;
  const char *color = "";
  JmPlace place = { NULL };
  JmItem *emotion = NULL;
  double value;

  if (focus != NULL && jm_map_locate (jm_session_get_map (self->session), focus, &place))
    {
      JmKind kind = jm_item_get_kind (place.item);

      if (kind == JM_KIND_TOUCHPOINT)
        emotion = jm_map_get_emotion (jm_session_get_map (self->session), place.item, NULL);
      else if (kind == JM_KIND_EMOTION)
        emotion = place.item;
      is_moment = kind == JM_KIND_TOUCHPOINT && jm_item_get_boolean (place.item, JM_ATTR_MOMENT_OF_TRUTH);
      if (jm_kind_get_attr_rule (kind, JM_ATTR_COLOR) != NULL && jm_item_get (place.item, JM_ATTR_COLOR) != NULL)
        color = jm_item_get (place.item, JM_ATTR_COLOR);
    }
  if (emotion != NULL && jm_item_get_number (emotion, JM_ATTR_VALUE, &value) && value == floor (value))
    {
      g_free (feeling);
      feeling = g_strdup_printf ("%d", (int) value);
    }

  set_state (self, "feeling", g_variant_new_string (feeling));
  set_state (self, "color", g_variant_new_string (color));
  set_state (self, "moment-of-truth", g_variant_new_boolean (is_moment));
  enable (self, "clear-feeling", emotion != NULL);
  enable (self, "paste", gdk_content_formats_get_mime_types (gdk_clipboard_get_formats (clipboard), NULL) != NULL ||
                         gdk_content_formats_get_gtypes (gdk_clipboard_get_formats (clipboard), NULL) != NULL);
}

/**
 * jm_canvas_get_actions:
 * @self: a canvas
 *
 * Returns: (transfer none): what can be done with what is selected, for buttons and menus beside the canvas
 */
GActionGroup *
jm_canvas_get_actions (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), NULL);

  return G_ACTION_GROUP (self->menu_actions);
}

/**
 * jm_canvas_actions_init:
 * @self: a new canvas
 *
 * Gives it its actions.
 */
void
jm_canvas_actions_init (JmCanvas *self)
{
  self->menu_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->menu_actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "canvas", G_ACTION_GROUP (self->menu_actions));
}
