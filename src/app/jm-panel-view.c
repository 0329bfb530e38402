/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-panel-view.h"

/* Of the panel with its edge, in pixels. */
#define PANEL_WIDTH 317

struct _JmPanelView
{
  AdwBin     parent_instance;

  GtkWidget *view;   /* libadwaita's */
};

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_PANEL,
  PROP_SHOWN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (JmPanelView, jm_panel_view, ADW_TYPE_BIN)

/* What libadwaita calls it, before 1.4 and since. We say that we use nothing newer than 1.2, and are warned when we do; here
 * it is meant. Who uses the view says when the panel is seen, and it comes and goes by a button and not by a finger, which
 * moves the map. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if ADW_CHECK_VERSION (1, 4, 0)

#define PANEL "sidebar"
#define SHOWN "show-sidebar"

static GtkWidget *
new_view (void)
{
  return g_object_new (ADW_TYPE_OVERLAY_SPLIT_VIEW,
                       "sidebar-position", GTK_PACK_END,
                       "sidebar-width-unit", ADW_LENGTH_UNIT_PX,
                       "min-sidebar-width", (double) PANEL_WIDTH,
                       "max-sidebar-width", (double) PANEL_WIDTH,
                       "pin-sidebar", TRUE,
                       "enable-show-gesture", FALSE,
                       "enable-hide-gesture", FALSE,
                       NULL);
}

static void
set_over (GtkWidget *view,
          gboolean   over)
{
  adw_overlay_split_view_set_collapsed (ADW_OVERLAY_SPLIT_VIEW (view), over);
}

#else

#define PANEL "flap"
#define SHOWN "reveal-flap"

static GtkWidget *
new_view (void)
{
  return g_object_new (ADW_TYPE_FLAP,
                       "flap-position", GTK_PACK_END,
                       "fold-policy", ADW_FLAP_FOLD_POLICY_NEVER,
                       "fold-duration", 0,
                       "locked", TRUE,
                       "swipe-to-open", FALSE,
                       "swipe-to-close", FALSE,
                       "separator", gtk_separator_new (GTK_ORIENTATION_VERTICAL),
                       NULL);
}

static void
set_over (GtkWidget *view,
          gboolean   over)
{
  adw_flap_set_fold_policy (ADW_FLAP (view), over ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
}

#endif

G_GNUC_END_IGNORE_DEPRECATIONS

static void
shown_cb (JmPanelView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static void
jm_panel_view_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  JmPanelView *self = JM_PANEL_VIEW (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_object_get_property (G_OBJECT (self->view), "content", value);
      break;

    case PROP_PANEL:
      g_object_get_property (G_OBJECT (self->view), PANEL, value);
      break;

    case PROP_SHOWN:
      g_object_get_property (G_OBJECT (self->view), SHOWN, value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jm_panel_view_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  JmPanelView *self = JM_PANEL_VIEW (object);

  switch (id)
    {
    case PROP_CONTENT:
      g_object_set_property (G_OBJECT (self->view), "content", value);
      break;

    case PROP_PANEL:
      gtk_widget_set_size_request (g_value_get_object (value), PANEL_WIDTH - 1, -1);
      g_object_set_property (G_OBJECT (self->view), PANEL, value);
      break;

    case PROP_SHOWN:
      g_object_set_property (G_OBJECT (self->view), SHOWN, value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jm_panel_view_class_init (JmPanelViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = jm_panel_view_get_property;
  object_class->set_property = jm_panel_view_set_property;

  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PANEL] = g_param_spec_object ("panel", NULL, NULL, GTK_TYPE_WIDGET,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, TRUE,
                                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
jm_panel_view_init (JmPanelView *self)
{
  self->view = new_view ();
  g_signal_connect_swapped (self->view, "notify::" SHOWN, G_CALLBACK (shown_cb), self);
  adw_bin_set_child (ADW_BIN (self), self->view);
}

/**
 * jm_panel_view_get_shown:
 * @self: content with a panel
 *
 * Returns: whether the panel is seen
 */
gboolean
jm_panel_view_get_shown (JmPanelView *self)
{
  gboolean shown;

  g_return_val_if_fail (JM_IS_PANEL_VIEW (self), FALSE);

  g_object_get (self->view, SHOWN, &shown, NULL);

  return shown;
}

/**
 * jm_panel_view_set_shown:
 * @self: content with a panel
 * @shown: whether the panel is seen
 */
void
jm_panel_view_set_shown (JmPanelView *self,
                         gboolean     shown)
{
  g_return_if_fail (JM_IS_PANEL_VIEW (self));

  g_object_set (self->view, SHOWN, shown, NULL);
}

/**
 * jm_panel_view_set_over:
 * @self: content with a panel
 * @over: whether the panel lies over the content, for want of room
 *
 * Changes nothing in whether it is seen.
 */
void
jm_panel_view_set_over (JmPanelView *self,
                        gboolean     over)
{
  g_return_if_fail (JM_IS_PANEL_VIEW (self));

  set_over (self->view, over);
}
