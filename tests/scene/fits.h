/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether everything on a picture stays where it belongs. */
#pragma once

#include "scene/jm-scene.h"

void fits_assert (JmScene *scene);
