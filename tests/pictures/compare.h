/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far two pictures differ to the eye. */
#pragma once

#include <cairo.h>
#include <glib.h>

double compare_surfaces (cairo_surface_t  *one,
                         cairo_surface_t  *other,
                         cairo_surface_t **difference);
