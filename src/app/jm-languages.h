/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages that a map can be said to be in. */
#pragma once

#include "jm-choice-field.h"

G_BEGIN_DECLS

const JmChoice *jm_languages_get (guint *n_languages);

G_END_DECLS
