/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dragging the view, and letting it glide on when a finger leaves it in full swing, as paper slides over a table. */
#include "jm-viewport-private.h"

#include <math.h>

/* Only what was done in so many milliseconds before a finger left counts: whoever stops first means to stay. */
#define SWING     80
/* How much of its speed the view loses in a second, as a power of e. */
#define FRICTION  4.5
/* Pixels a second: slower than this it stands still, and nothing is thrown faster. */
#define SPEED_MIN 24
#define SPEED_MAX 6000

static void
keep_swing (JmViewportPrivate *priv,
            JmPoint            offset,
            guint32            time)
{
  priv->swings[priv->n_swings++ % JM_N_SWINGS] = (JmSwing) { offset, time };
}

/* How fast it was dragged when it was let go, in pixels a second: as far as it came since a moment ago. */
static JmPoint
get_speed (JmViewportPrivate *priv,
           guint32            time)
{
  const JmSwing *last = &priv->swings[(priv->n_swings - 1) % JM_N_SWINGS];
  const JmSwing *first = last;

  for (guint i = 2; i <= MIN (priv->n_swings, JM_N_SWINGS) && time - first->time < SWING; i++)
    first = &priv->swings[(priv->n_swings - i) % JM_N_SWINGS];
  if (time == first->time)
    return jm_point (0, 0);

  return jm_point ((first->offset.x - last->offset.x) * 1000 / MIN (time - first->time, SWING),
                   (first->offset.y - last->offset.y) * 1000 / MIN (time - first->time, SWING));
}

/**
 * jm_viewport_pan_begin:
 * @self: a viewport
 * @time: when, in milliseconds
 *
 * Takes hold of what is seen, which stands still then.
 */
void
jm_viewport_pan_begin (JmViewport *self,
                       guint32     time)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  jm_viewport_pan_stop (self);
  priv->pan_from = jm_viewport_get_scrolled (self);
  priv->n_swings = 0;
  keep_swing (priv, jm_point (0, 0), time);
}

/**
 * jm_viewport_pan_to:
 * @self: a viewport
 * @dx: pixels from where it was taken hold of
 * @dy: pixels from where it was taken hold of
 * @time: when, in milliseconds
 *
 * Drags what is seen.
 */
void
jm_viewport_pan_to (JmViewport *self,
                    double      dx,
                    double      dy,
                    guint32     time)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  jm_viewport_scroll_to (self, jm_point (priv->pan_from.x - dx, priv->pan_from.y - dy));
  keep_swing (priv, jm_point (dx, dy), time);
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  JmViewport *self = JM_VIEWPORT (widget);
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double passed = priv->glide_time != 0 ? (double) (now - priv->glide_time) / G_USEC_PER_SEC : 0;
  double slower = exp (-FRICTION * passed);
  JmPoint before = jm_viewport_get_scrolled (self);

  /* Whoever scrolls meanwhile has it. */
  if (before.x != priv->glide_seen.x || before.y != priv->glide_seen.y)
    {
      priv->glide_tick = 0;
      return G_SOURCE_REMOVE;
    }

  priv->glide_time = now;
  if (passed <= 0)
    return G_SOURCE_CONTINUE;

  /* How far it comes while it gets slower: a frame that was missed changes nothing about where it ends. */
  priv->glide_at.x += priv->glide.x * (1 - slower) / FRICTION;
  priv->glide_at.y += priv->glide.y * (1 - slower) / FRICTION;
  priv->glide.x *= slower;
  priv->glide.y *= slower;
  jm_viewport_scroll_to (self, priv->glide_at);
  priv->glide_seen = jm_viewport_get_scrolled (self);

  /* At its edges it stops. */
  if (hypot (priv->glide.x, priv->glide.y) >= SPEED_MIN &&
      (priv->glide_seen.x != before.x || priv->glide_seen.y != before.y))
    return G_SOURCE_CONTINUE;

  priv->glide_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * jm_viewport_pan_end:
 * @self: a viewport
 * @glides: whether it may glide on by itself
 * @time: when, in milliseconds
 *
 * Lets go of what is seen. It glides on as fast as it was dragged last, unless a person wants nothing to move.
 */
void
jm_viewport_pan_end (JmViewport *self,
                     gboolean    glides,
                     guint32     time)
{
  JmViewportPrivate *priv;
  gboolean animates;
  double speed;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animates, NULL);
  if (!glides || !animates || priv->n_swings == 0)
    return;

  priv->glide = get_speed (priv, time);
  speed = hypot (priv->glide.x, priv->glide.y);
  if (speed > SPEED_MAX)
    priv->glide = jm_point (priv->glide.x * SPEED_MAX / speed, priv->glide.y * SPEED_MAX / speed);
  if (speed < SPEED_MIN)
    return;

  priv->glide_at = jm_viewport_get_scrolled (self);
  priv->glide_seen = priv->glide_at;
  priv->glide_time = 0;
  priv->glide_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

/**
 * jm_viewport_pan_stop:
 * @self: a viewport
 *
 * Lets it stand still, when it glides.
 *
 * Returns: whether it did
 */
gboolean
jm_viewport_pan_stop (JmViewport *self)
{
  JmViewportPrivate *priv;

  g_return_val_if_fail (JM_IS_VIEWPORT (self), FALSE);

  priv = jm_viewport_get_private (self);
  if (priv->glide_tick == 0)
    return FALSE;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->glide_tick);
  priv->glide_tick = 0;

  return TRUE;
}
