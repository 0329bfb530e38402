/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-canvas-item.h"

struct _JmCanvasItem
{
  GtkWidget parent_instance;

  char       *id;
  JmRole      role;
  char       *name;
  const char *description;
  JmGroup    *group;
  JmRect      rect;
  guint       round;
};

G_DEFINE_FINAL_TYPE (JmCanvasItem, jm_canvas_item, GTK_TYPE_WIDGET)

static GtkAccessibleRole
get_accessible_role (JmRole role)
{
  switch ((int) role)
    {
    case JM_ROLE_TITLE:
    case JM_ROLE_PHASE:
      return GTK_ACCESSIBLE_ROLE_HEADING;
    case JM_ROLE_LANE:
      return GTK_ACCESSIBLE_ROLE_ROW_HEADER;
    case JM_ROLE_EMOTION:
    case JM_ROLE_PICTURE:
      return GTK_ACCESSIBLE_ROLE_IMG;
    case JM_ROLE_PERSONA:
      return GTK_ACCESSIBLE_ROLE_GROUP;
    default:
      return GTK_ACCESSIBLE_ROLE_LIST_ITEM;
    }
}

static void
jm_canvas_item_finalize (GObject *object)
{
  JmCanvasItem *self = JM_CANVAS_ITEM (object);

  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->group, jm_group_unref);

  G_OBJECT_CLASS (jm_canvas_item_parent_class)->finalize (object);
}

static void
jm_canvas_item_class_init (JmCanvasItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_canvas_item_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "mapitem");
}

static void
jm_canvas_item_init (JmCanvasItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The pointer belongs to the canvas, which knows what is under it. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * jm_canvas_item_new:
 * @id: of the item
 * @role: what it is in the scene
 *
 * Returns: (transfer floating): a widget that draws nothing
 */
GtkWidget *
jm_canvas_item_new (const char *id,
                    JmRole      role)
{
  JmCanvasItem *self = g_object_new (JM_TYPE_CANVAS_ITEM, "accessible-role", get_accessible_role (role), NULL);

  self->id = g_strdup (id);
  self->role = role;

  return GTK_WIDGET (self);
}

/**
 * jm_canvas_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): its id, or an emotion's handle
 */
const char *
jm_canvas_item_get_id (JmCanvasItem *self)
{
  return self->id;
}

/**
 * jm_canvas_item_get_role:
 * @self: an item
 *
 * Returns: what it is in the scene
 */
JmRole
jm_canvas_item_get_role (JmCanvasItem *self)
{
  return self->role;
}

/**
 * jm_canvas_item_set_name:
 * @self: an item
 * @name: what a screen reader calls it
 */
void
jm_canvas_item_set_name (JmCanvasItem *self,
                         const char   *name)
{
  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Of what is told to everyone who does not see the item: one of a few constant texts. */
void
jm_canvas_item_set_description (JmCanvasItem *self,
                                const char   *description)
{
  if (self->description == description || description == NULL)
    return;

  self->description = description;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * jm_canvas_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what a screen reader calls it
 */
const char *
jm_canvas_item_get_name (JmCanvasItem *self)
{
  return self->name;
}

/**
 * jm_canvas_item_place:
 * @self: an item
 * @group: the group that shows it; borrowed
 * @rect: where it is in the scene, in map units
 * @round: of bringing items up to date; those of an earlier one are gone
 */
void
jm_canvas_item_place (JmCanvasItem *self,
                      JmGroup      *group,
                      JmRect        rect,
                      guint         round)
{
  if (self->group != group)
    {
      g_clear_pointer (&self->group, jm_group_unref);
      self->group = jm_group_ref (group);
    }
  self->rect = rect;
  self->round = round;
}

/**
 * jm_canvas_item_get_group:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the group that shows it
 */
JmGroup *
jm_canvas_item_get_group (JmCanvasItem *self)
{
  return self->group;
}

/**
 * jm_canvas_item_get_rect:
 * @self: an item
 *
 * Returns: where it is in the scene, in map units
 */
JmRect
jm_canvas_item_get_rect (JmCanvasItem *self)
{
  return self->rect;
}

/**
 * jm_canvas_item_get_round:
 * @self: an item
 *
 * Returns: the round in which it was placed last
 */
guint
jm_canvas_item_get_round (JmCanvasItem *self)
{
  return self->round;
}
