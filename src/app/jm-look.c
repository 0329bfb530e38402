/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-look.h"

#include <adwaita.h>

/**
 * jm_look_get_style:
 *
 * Returns: the style in which a map on the screen goes with the windows: light or dark, in high contrast where the person
 *   asks for that
 */
JmStyle
jm_look_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    return adw_style_manager_get_dark (manager) ? JM_STYLE_DARK_CONTRAST : JM_STYLE_LIGHT_CONTRAST;

  return adw_style_manager_get_dark (manager) ? JM_STYLE_DARK : JM_STYLE_LIGHT;
}
