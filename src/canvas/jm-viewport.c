/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget: its properties, and the adjustments of the scrolled window that it is put into. */
#include "jm-viewport-private.h"

/* Unless a widget wants it otherwise, a scene fills the width at first without being magnified, and only so much when all of
 * it is shown. */
#define FIRST_MAX 1
#define FIT_MAX   1.5

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_BOTTOM_INSET,
  N_PROPS,

  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (JmViewport, jm_viewport, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (JmViewport)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

JmViewportPrivate *
jm_viewport_get_private (JmViewport *self)
{
  return jm_viewport_get_instance_private (self);
}

/* Adjustments */

static void
value_changed_cb (GtkAdjustment *adjustment,
                  JmViewport    *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  /* Somebody scrolled before the adjustments were told. */
  if (priv->has_scroll && adjustment == priv->hadjustment)
    priv->scroll.scrolled.x = gtk_adjustment_get_value (adjustment);
  if (priv->has_scroll && adjustment == priv->vadjustment)
    priv->scroll.scrolled.y = gtk_adjustment_get_value (adjustment);

  jm_viewport_queue_layout (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (JmViewport     *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  GtkAdjustment **place = orientation == GTK_ORIENTATION_HORIZONTAL ? &priv->hadjustment : &priv->vadjustment;

  if (*place == adjustment && adjustment != NULL)
    return;

  if (*place != NULL)
    {
      g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
      g_clear_object (place);
    }
  if (adjustment != NULL)
    {
      *place = g_object_ref_sink (adjustment);
      g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
      jm_viewport_queue_layout (self);
    }

  g_object_notify (G_OBJECT (self), orientation == GTK_ORIENTATION_HORIZONTAL ? "hadjustment" : "vadjustment");
}

static double
get_value (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static double
clamp_value (double value,
             double content,
             double page)
{
  return CLAMP (value, 0, MAX (content, page) - page);
}

static gboolean
says (GtkAdjustment *adjustment,
      double         value,
      double         content,
      double         page)
{
  return adjustment == NULL ||
         (gtk_adjustment_get_value (adjustment) == value && gtk_adjustment_get_upper (adjustment) == MAX (content, page) &&
          gtk_adjustment_get_page_size (adjustment) == page);
}

static void
configure (GtkAdjustment *adjustment,
           double         value,
           double         content,
           double         page)
{
  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, value, 0, MAX (content, page), page * 0.1, page * 0.9, page);
}

/* Tells the adjustments, and who looks at the zoom, what has become so. */
static void
tell (JmViewport *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);
  JmScroll scroll = priv->scroll;

  if (priv->has_scroll)
    {
      priv->has_scroll = FALSE;
      configure (priv->hadjustment, scroll.scrolled.x, scroll.content_width, scroll.width);
      configure (priv->vadjustment, scroll.scrolled.y, scroll.content_height, scroll.height);
    }
  if (priv->has_zoomed)
    {
      priv->has_zoomed = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
    }
}

/* The zoom is another one. */
void
jm_viewport_tell_zoom (JmViewport *self)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  priv->has_zoomed = TRUE;
  if (priv->is_laid_out)
    jm_viewport_queue_settle (self);
  else
    tell (self);
}

/* Scrolls to a place in a content of this size, as far as there is something to scroll, in a page of this size. */
void
jm_viewport_configure (JmViewport *self,
                       JmPoint     scrolled,
                       double      content_width,
                       double      content_height,
                       double      width,
                       double      height)
{
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  scrolled = jm_point (clamp_value (scrolled.x, content_width, width), clamp_value (scrolled.y, content_height, height));
  priv->scroll = (JmScroll) { scrolled, content_width, content_height, width, height };
  priv->has_scroll = !says (priv->hadjustment, scrolled.x, content_width, width) ||
                     !says (priv->vadjustment, scrolled.y, content_height, height);

  if (priv->has_scroll && priv->is_laid_out)
    jm_viewport_queue_settle (self);
  else
    tell (self);
}

static gboolean
settle_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  JmViewport *self = JM_VIEWPORT (widget);

  jm_viewport_get_private (self)->tick = 0;
  tell (self);
  if (gtk_widget_get_width (widget) > 1)
    JM_VIEWPORT_GET_CLASS (self)->settle (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  jm_viewport_queue_layout (self);

  return G_SOURCE_REMOVE;
}

/* The widget */

static void
jm_viewport_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = 1;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 640;
}

static void
jm_viewport_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  JmViewportPrivate *priv = jm_viewport_get_private (JM_VIEWPORT (object));

  switch (prop_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, priv->zoom);
      break;
    case PROP_BOTTOM_INSET:
      g_value_set_double (value, priv->bottom_inset);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, priv->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, priv->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, priv->hscroll_policy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, priv->vscroll_policy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jm_viewport_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  JmViewport *self = JM_VIEWPORT (object);
  JmViewportPrivate *priv = jm_viewport_get_private (self);

  switch (prop_id)
    {
    case PROP_ZOOM:
      jm_viewport_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_BOTTOM_INSET:
      jm_viewport_set_bottom_inset (self, g_value_get_double (value));
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      priv->hscroll_policy = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_VSCROLL_POLICY:
      priv->vscroll_policy = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jm_viewport_dispose (GObject *object)
{
  set_adjustment (JM_VIEWPORT (object), GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (JM_VIEWPORT (object), GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (jm_viewport_parent_class)->dispose (object);
}

static void
jm_viewport_class_init (JmViewportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = jm_viewport_dispose;
  object_class->get_property = jm_viewport_get_property;
  object_class->set_property = jm_viewport_set_property;
  widget_class->measure = jm_viewport_measure;
  klass->settle = jm_viewport_zoom_settle;
  klass->first_max = FIRST_MAX;
  klass->fit_max = FIT_MAX;

  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, JM_ZOOM_MIN, JM_ZOOM_MAX, 1, flags);
  props[PROP_BOTTOM_INSET] = g_param_spec_double ("bottom-inset", NULL, NULL, 0, 10000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
jm_viewport_init (JmViewport *self)
{
  jm_viewport_get_private (self)->zoom = 1;

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  /* The map says itself which way it runs. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);

  jm_viewport_zoom_init (self);
}

/**
 * jm_viewport_get_scrolled:
 * @self: a viewport
 *
 * Returns: how far it is scrolled, in pixels
 */
JmPoint
jm_viewport_get_scrolled (JmViewport *self)
{
  JmViewportPrivate *priv;

  g_return_val_if_fail (JM_IS_VIEWPORT (self), jm_point (0, 0));

  priv = jm_viewport_get_private (self);
  if (priv->has_scroll)
    return priv->scroll.scrolled;

  return jm_point (get_value (priv->hadjustment), get_value (priv->vadjustment));
}

/**
 * jm_viewport_scroll_to:
 * @self: a viewport
 * @to: how far it is to be scrolled, in pixels
 *
 * Scrolls, as far as the edges of the scene allow; what is in view is settled at the next frame.
 */
void
jm_viewport_scroll_to (JmViewport *self,
                       JmPoint     to)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  if (priv->is_laid_out)
    {
      jm_viewport_configure (self, to, priv->scroll.content_width, priv->scroll.content_height, priv->scroll.width,
                             priv->scroll.height);
      return;
    }

  tell (self);
  if (priv->hadjustment != NULL)
    gtk_adjustment_set_value (priv->hadjustment, to.x);
  if (priv->vadjustment != NULL)
    gtk_adjustment_set_value (priv->vadjustment, to.y);
}

/**
 * jm_viewport_scroll_by:
 * @self: a viewport
 * @dx: how much farther to scroll, in pixels
 * @dy: how much farther to scroll, in pixels
 */
void
jm_viewport_scroll_by (JmViewport *self,
                       double      dx,
                       double      dy)
{
  JmPoint scrolled = jm_viewport_get_scrolled (self);

  jm_viewport_scroll_to (self, jm_point (scrolled.x + dx, scrolled.y + dy));
}

/**
 * jm_viewport_set_bottom_inset:
 * @self: a viewport
 * @inset: pixels at the lower edge that something else covers, such as a tool bar
 *
 * Lets the scene be scrolled out from under what covers it.
 */
void
jm_viewport_set_bottom_inset (JmViewport *self,
                              double      inset)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  if (priv->bottom_inset == inset)
    return;

  priv->bottom_inset = inset;
  jm_viewport_queue_settle (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BOTTOM_INSET]);
}

/**
 * jm_viewport_get_bottom_inset:
 * @self: a viewport
 *
 * Returns: pixels at the lower edge that something else covers
 */
double
jm_viewport_get_bottom_inset (JmViewport *self)
{
  g_return_val_if_fail (JM_IS_VIEWPORT (self), 0);

  return jm_viewport_get_private (self)->bottom_inset;
}

/**
 * jm_viewport_set_centered:
 * @self: a viewport
 * @centered: whether what is lower than the widget stands in its middle, as for those who only look, and not at its top
 *
 * Says where a low scene stands. One that is narrow always stands in the middle.
 */
void
jm_viewport_set_centered (JmViewport *self,
                          gboolean    centered)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  if (priv->is_centered == centered)
    return;

  priv->is_centered = centered;
  jm_viewport_queue_settle (self);
}

/**
 * jm_viewport_get_origin:
 * @self: a viewport
 *
 * Returns: where the scene's origin is in the widget, on a pixel of the screen
 */
JmPoint
jm_viewport_get_origin (JmViewport *self)
{
  g_return_val_if_fail (JM_IS_VIEWPORT (self), jm_point (0, 0));

  return jm_viewport_get_private (self)->origin;
}

/**
 * jm_viewport_start_over:
 * @self: a viewport whose scene is of something else now
 *
 * Shows the beginning of it at the next frame, at a zoom at which it can be read.
 */
void
jm_viewport_start_over (JmViewport *self)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_get_private (self)->has_view = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * jm_viewport_settle:
 * @self: a viewport
 *
 * Settles which part of the scene is in view, and composes it if it must; to be called when the widget is allocated a size.
 * The adjustments and who looks at the zoom are told before the next layout: what they would do now, such as write another
 * number, GTK forgets.
 */
void
jm_viewport_settle (JmViewport *self)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  priv->is_laid_out = TRUE;
  JM_VIEWPORT_GET_CLASS (self)->settle (self, gtk_widget_get_width (GTK_WIDGET (self)),
                                        gtk_widget_get_height (GTK_WIDGET (self)));
  priv->is_laid_out = FALSE;
}

/**
 * jm_viewport_set_moody:
 * @self: a viewport
 * @moody: whether there is a widget in it that asks for another layout while it is laid out, as a text does that breaks
 *   its lines only then
 *
 * Says whether what surrounds the viewport is to be laid out along with it. GTK leaves the ancestors of a widget that asks
 * in the midst of a layout out of the next picture, unless they are being laid out themselves.
 */
void
jm_viewport_set_moody (JmViewport *self,
                       gboolean    moody)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  jm_viewport_get_private (self)->is_moody = moody;
}

/**
 * jm_viewport_queue_layout:
 * @self: a viewport
 *
 * Lays it out anew before the next frame: by itself, which costs little however large the window is, or with all that
 * surrounds it where that must be.
 */
void
jm_viewport_queue_layout (JmViewport *self)
{
  g_return_if_fail (JM_IS_VIEWPORT (self));

  if (jm_viewport_get_private (self)->is_moody)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * jm_viewport_queue_settle:
 * @self: a viewport
 *
 * Settles the view before the layout of the next frame. A scroll bar that comes or goes in the midst of a layout asks for
 * another one, which GTK forgets.
 */
void
jm_viewport_queue_settle (JmViewport *self)
{
  JmViewportPrivate *priv;

  g_return_if_fail (JM_IS_VIEWPORT (self));

  priv = jm_viewport_get_private (self);
  if (priv->tick == 0)
    priv->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}
