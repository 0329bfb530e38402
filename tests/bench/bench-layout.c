/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laying out a map: from nothing, and again after one edit in the middle of it, after one by which a row grows, and at the
 * steps of a drag from phase to phase there. */
#include "bench.h"

#include "format/jm-read.h"
#include "model/jm-edit.h"
#include "scene/jm-composer.h"

#define N_EDITS 21

typedef struct
{
  JmMap   *map;
  JmScene *scene;
} Layout;

static void
forget (gpointer data)
{
  g_clear_pointer (&((Layout *) data)->scene, jm_scene_unref);
}

static void
compose_anew (gpointer data)
{
  const JmComposeOptions  options = { 0 };
  Layout                 *layout = data;

  layout->scene = jm_scene_new (layout->map, &options);
}

/* A phase in the middle, or one beside it. */
static JmItem *
middle (JmMap *map,
        guint  beside)
{
  JmItem *root = jm_map_get_root (map);

  return jm_item_get_nth (root, JM_KIND_PHASE, jm_item_count (root, JM_KIND_PHASE) / 2 + beside);
}

/* The map after so many edits, or steps. */
typedef JmMap * (* Next) (JmMap      *first,
                          JmMap      *present,
                          const char *touchpoint_id,
                          int         n);

static JmMap *
type (JmMap      *first,
      JmMap      *present,
      const char *touchpoint_id,
      int         n)
{
  g_autofree char *title = g_strdup_printf ("Typed %d letters", n);

  return jm_map_set_text (present, touchpoint_id, JM_KIND_TITLE, title, NULL);
}

/* A line more each time. */
static JmMap *
type_lines (JmMap      *first,
            JmMap      *present,
            const char *touchpoint_id,
            int         n)
{
  g_autoptr (GString) title = g_string_new ("Typed");

  for (int i = 0; i < n + 4; i++)
    g_string_append (title, " a good many letters");

  return jm_map_set_text (present, touchpoint_id, JM_KIND_TITLE, title->str, NULL);
}

static JmMap *
drag (JmMap      *first,
      JmMap      *present,
      const char *touchpoint_id,
      int         n)
{
  return jm_map_move (first, touchpoint_id, jm_item_get_id (middle (first, n % 2 == 0)), n / 2, NULL);
}

static double
time_edits (JmMap *map,
            Next   make_next)
{
  const JmComposeOptions   options = { .for_editing = TRUE };
  g_autoptr (JmComposer)   composer = jm_composer_new (&options);
  JmItem                  *phase = middle (map, 0);
  JmItem                  *touchpoint = jm_item_get_nth (phase, JM_KIND_TOUCHPOINT,
                                                         jm_item_count (phase, JM_KIND_TOUCHPOINT) / 2);
  g_autofree char         *id = g_strdup (jm_item_get_id (touchpoint));
  g_autoptr (JmMap)        present = jm_map_ref (map);
  JmScene                 *scene = jm_composer_compose (composer, map);
  double                   times[N_EDITS];

  for (int i = 0; i < N_EDITS; i++)
    {
      JmMap   *next = make_next (map, present, id, i);
      JmScene *next_scene;
      gint64   begin = g_get_monotonic_time ();

      next_scene = jm_composer_compose (composer, next);
      times[i] = (g_get_monotonic_time () - begin) / 1000.0;

      /* Only now, as the canvas does. */
      jm_scene_unref (scene);
      scene = next_scene;
      jm_map_unref (present);
      present = next;
    }
  jm_scene_unref (scene);

  return bench_median_of (times, N_EDITS);
}

int
main (int    argc,
      char **argv)
{
  g_print ("layout            from nothing   after one edit         of which a row grows     at a step of a drag\n");

  for (gsize i = 0; i < bench_n_sizes; i++)
    {
      g_autoptr (GBytes)  bytes = bench_make_map (bench_sizes[i]);
      g_autoptr (JmMap)   map = jm_read_bytes (bytes, "generated", NULL, NULL);
      Layout              layout = { map, NULL };
      double              anew = bench_median (7, forget, compose_anew, &layout);
      double              edit = time_edits (map, type);
      double              line = time_edits (map, type_lines);
      double              step = time_edits (map, drag);

      forget (&layout);

      g_print ("%6u touchpoints  %8.2f ms      %8.3f ms (1/%-4.0f)    %8.3f ms (1/%-4.0f)    %8.3f ms (1/%.0f)\n", bench_sizes[i],
               anew, edit, anew / edit, line, anew / line, step, anew / step);
    }

  return 0;
}
