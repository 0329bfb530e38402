/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the canvas shows: a session's map in a style, for working on it or only for looking, beside another map or with some of it
 * faded. */
#include "jm-canvas-private.h"

/* The scene of the present map; composed when it is asked for, so that several edits of one frame cost one layout. */
JmScene *
jm_canvas_ensure_scene (JmCanvas *self)
{
  JmMap *map;

  if (self->session == NULL)
    return NULL;

  map = jm_session_get_map (self->session);
  if (self->composer == NULL)
    {
      JmComposeOptions options = {
        .style = self->style, .for_editing = !self->read_only, .baseline = self->baseline, .evidence = self->evidence
      };

      self->composer = jm_composer_new (&options);
      g_clear_pointer (&self->scene, jm_scene_unref);
    }
  if (self->scene == NULL || self->scene_map != map)
    {
      JmScene *scene = jm_composer_compose (self->composer, map);

      jm_canvas_motion_begin (self, self->scene, scene);
      g_clear_pointer (&self->scene, jm_scene_unref);
      g_clear_pointer (&self->scene_map, jm_map_unref);
      self->scene = scene;
      self->scene_map = jm_map_ref (map);
    }

  return self->scene;
}

/* It is composed from nothing when it is asked for next. */
void
jm_canvas_forget_scene (JmCanvas *self)
{
  jm_canvas_motion_stop (self);
  g_clear_pointer (&self->scene, jm_scene_unref);
  g_clear_pointer (&self->scene_map, jm_map_unref);
  g_clear_pointer (&self->composer, jm_composer_free);
}

/**
 * jm_canvas_set_style:
 * @self: a canvas
 * @style: the colours of the map
 */
void
jm_canvas_set_style (JmCanvas *self,
                     JmStyle   style)
{
  g_return_if_fail (JM_IS_CANVAS (self));
  g_return_if_fail (style < JM_N_STYLES);

  if (self->style == style)
    return;

  self->style = style;
  jm_canvas_pointer_forget (self);
  jm_canvas_forget_scene (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "style");
}

/**
 * jm_canvas_get_style:
 * @self: a canvas
 *
 * Returns: the colours of the map
 */
JmStyle
jm_canvas_get_style (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), JM_STYLE_LIGHT);

  return self->style;
}

/**
 * jm_canvas_set_baseline:
 * @self: a canvas
 * @baseline: (nullable): a map with the same ids, %NULL for none
 *
 * Shows what is different from @baseline: its curves behind those of the map, and marks at what is new.
 */
void
jm_canvas_set_baseline (JmCanvas *self,
                        JmMap    *baseline)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->baseline == baseline)
    return;

  g_clear_pointer (&self->baseline, jm_map_unref);
  if (baseline != NULL)
    self->baseline = jm_map_ref (baseline);
  jm_canvas_pointer_forget (self);
  jm_canvas_forget_scene (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jm_canvas_get_baseline:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the map that is compared with
 */
JmMap *
jm_canvas_get_baseline (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), NULL);

  return self->baseline;
}

/**
 * jm_canvas_set_evidence:
 * @self: a canvas
 * @evidence: which touchpoints stand out
 *
 * Fades the other touchpoints.
 */
void
jm_canvas_set_evidence (JmCanvas   *self,
                        JmEvidence  evidence)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->evidence == evidence)
    return;

  self->evidence = evidence;
  jm_canvas_pointer_forget (self);
  jm_canvas_forget_scene (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * jm_canvas_get_evidence:
 * @self: a canvas
 *
 * Returns: which touchpoints stand out
 */
JmEvidence
jm_canvas_get_evidence (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), JM_EVIDENCE_ALL);

  return self->evidence;
}

/**
 * jm_canvas_set_read_only:
 * @self: a canvas
 * @read_only: whether the map can be looked at but not changed, as when it is presented
 *
 * A map that is only looked at is drawn without suggestions and without a selection.
 */
void
jm_canvas_set_read_only (JmCanvas *self,
                         gboolean  read_only)
{
  g_return_if_fail (JM_IS_CANVAS (self));

  if (self->read_only == read_only)
    return;

  jm_canvas_commit_editing (self);
  jm_canvas_link_cancel (self);
  jm_canvas_pointer_cancel (self);
  jm_canvas_pointer_forget (self);
  self->read_only = read_only;
  jm_canvas_forget_scene (self);
  jm_viewport_queue_layout (JM_VIEWPORT (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "read-only");
}

/**
 * jm_canvas_get_read_only:
 * @self: a canvas
 *
 * Returns: whether the map can only be looked at
 */
gboolean
jm_canvas_get_read_only (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), FALSE);

  return self->read_only;
}

/**
 * jm_canvas_get_scene:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows, valid until the map or the style changes
 */
JmScene *
jm_canvas_get_scene (JmCanvas *self)
{
  g_return_val_if_fail (JM_IS_CANVAS (self), NULL);

  return jm_canvas_ensure_scene (self);
}
