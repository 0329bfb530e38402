/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding a text in the map. */
#include "config.h"

#include "jm-window-private.h"

#include "jm-find-bar.h"

/* What is found is on the map, which the properties may lie over. */
static void
show_map (JmWindow *self)
{
  jm_window_set_view (self, JM_VIEW_MAP);
  if (self->is_folded)
    jm_window_set_inspector (self, FALSE);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  JmWindow *self = user_data;

  if (self->document == NULL || self->is_presenting)
    return;

  show_map (self);
  jm_find_bar_open (JM_FIND_BAR (self->find_bar));
}

static void
go_on (JmWindow *self,
       int       step)
{
  if (self->document == NULL || self->is_presenting)
    return;

  show_map (self);
  jm_find_bar_go_on (JM_FIND_BAR (self->find_bar), step);
}

static void
find_next_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  go_on (user_data, 1);
}

static void
find_previous_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  go_on (user_data, -1);
}

static const GActionEntry entries[] = {
  { "find", find_cb },
  { "find-next", find_next_cb },
  { "find-previous", find_previous_cb },
};

/**
 * jm_window_find_class_init:
 * @widget_class: the class of windows
 *
 * Binds what the template says of the bar.
 */
void
jm_window_find_class_init (GtkWidgetClass *widget_class)
{
  g_type_ensure (JM_TYPE_FIND_BAR);

  gtk_widget_class_bind_template_child (widget_class, JmWindow, find_bar);
}

/**
 * jm_window_find_init:
 * @self: a new window
 *
 * Gives the window the actions that find.
 */
void
jm_window_find_init (JmWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  jm_find_bar_set_canvas (JM_FIND_BAR (self->find_bar), JM_CANVAS (self->canvas));
}
