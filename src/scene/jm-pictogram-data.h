/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of pictograms, for jm-pictogram.c only. */
#pragma once

#include "jm-pictogram.h"

G_BEGIN_DECLS

extern const JmPictogram jm_pictogram_data[];
extern const guint       jm_pictogram_data_length;

G_END_DECLS
