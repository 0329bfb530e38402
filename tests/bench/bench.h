/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking times. What counts is a ratio within one run; a time alone says as much about the machine. */
#pragma once

#include "model/jm-map.h"

#define BENCH_SEED 20261121

typedef void (* BenchFunc) (gpointer user_data);

extern const guint bench_sizes[];
extern const gsize bench_n_sizes;

double  bench_median   (guint       n_runs,
                        BenchFunc   before,
                        BenchFunc   func,
                        gpointer    user_data);
double  bench_median_of (double    *times,
                         guint      n_times);
double  bench_process  (guint       n_runs,
                        const char *program,
                        ...) G_GNUC_NULL_TERMINATED;
GBytes *bench_make_map (guint       n_touchpoints);
