/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Touchpoints counted by their channel and by its reach. Until all are counted, a mean is a sum. */
#include "jm-channel-use.h"

#include "jm-hash.h"

#include <string.h>

static void
use_free (gpointer data)
{
  JmChannelUse *use = data;

  g_array_unref (use->phases);
  g_free (use);
}

/* One touchpoint: of each persona the first feeling, which is the one that counts. */
static JmService
look_at (JmMap  *map,
         JmItem *touchpoint)
{
  g_autoptr(GHashTable) done = g_hash_table_new (jm_text_hash, g_str_equal);
  JmService felt = { .n = 1 };
  guint cursor = 0;
  JmItem *emotion;

  while ((emotion = jm_item_next (touchpoint, JM_KIND_EMOTION, &cursor)) != NULL)
    {
      const char *persona = jm_map_get_emotion_persona (map, emotion);
      double value;

      if (!g_hash_table_add (done, (gpointer) (persona != NULL ? persona : "")) ||
          !jm_item_get_number (emotion, JM_ATTR_VALUE, &value))
        continue;
      felt.n_felt++;
      felt.mean += value;
    }

  return felt;
}

static void
add (JmService       *sum,
     const JmService *one)
{
  sum->n += one->n;
  sum->n_felt += one->n_felt;
  sum->mean += one->mean;
}

static void
divide (JmService *sum)
{
  if (sum->n_felt > 0)
    sum->mean /= sum->n_felt;
}

static void
add_to_phase (JmChannelUse    *use,
              JmItem          *phase,
              guint            nth,
              const JmService *one)
{
  guint n = use->phases->len;

  if (n == 0 || g_array_index (use->phases, JmPhaseService, n - 1).phase != phase)
    {
      JmPhaseService first = { .phase = phase, .nth = nth };

      g_array_append_val (use->phases, first);
      n++;
    }

  add (&g_array_index (use->phases, JmPhaseService, n - 1).service, one);
}

static JmService *
find_reach (JmChannelView *view,
            JmItem        *channel)
{
  const char *reach = channel != NULL ? jm_item_get (channel, JM_ATTR_REACH) : NULL;

  if (g_strcmp0 (reach, "online") == 0)
    return &view->online;
  if (g_strcmp0 (reach, "offline") == 0)
    return &view->offline;
  if (g_strcmp0 (reach, "both") == 0)
    return &view->both;

  return &view->not_said;
}

/**
 * jm_map_get_channel_view:
 * @map: a map
 *
 * Counts the touchpoints of each channel by phase, and all touchpoints by the reach of their channel. Costs O(n).
 *
 * Returns: (transfer full): the counts, which are about @map as long as that is there
 */
JmChannelView *
jm_map_get_channel_view (JmMap *map)
{
  g_autoptr(GHashTable) by_id = g_hash_table_new (jm_text_hash, g_str_equal);
  JmChannelView *view;
  JmItem *root, *channel, *phase, *touchpoint;
  guint at_channel = 0, at_phase = 0;

  g_return_val_if_fail (map != NULL, NULL);

  root = jm_map_get_root (map);
  view = g_new0 (JmChannelView, 1);
  view->uses = g_ptr_array_new_with_free_func (use_free);

  while ((channel = jm_item_next (root, JM_KIND_CHANNEL, &at_channel)) != NULL)
    {
      JmChannelUse *use = g_new0 (JmChannelUse, 1);

      use->channel = channel;
      use->phases = g_array_new (FALSE, FALSE, sizeof (JmPhaseService));
      g_ptr_array_add (view->uses, use);
      if (jm_item_get_id (channel) != NULL)
        g_hash_table_insert (by_id, (gpointer) jm_item_get_id (channel), use);
    }

  for (guint nth = 0; (phase = jm_item_next (root, JM_KIND_PHASE, &at_phase)) != NULL; nth++)
    {
      guint at_touchpoint = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &at_touchpoint)) != NULL)
        {
          const char *channel_id = jm_item_get (touchpoint, JM_ATTR_CHANNEL);
          JmChannelUse *use = channel_id != NULL ? g_hash_table_lookup (by_id, channel_id) : NULL;
          JmService one = look_at (map, touchpoint);

          add (find_reach (view, use != NULL ? use->channel : NULL), &one);
          if (use == NULL)
            continue;
          add_to_phase (use, phase, nth, &one);
          add (&use->total, &one);
        }
    }

  divide (&view->online);
  divide (&view->offline);
  divide (&view->both);
  divide (&view->not_said);
  for (guint i = 0; i < view->uses->len; i++)
    {
      JmChannelUse *use = g_ptr_array_index (view->uses, i);

      divide (&use->total);
      for (guint j = 0; j < use->phases->len; j++)
        divide (&g_array_index (use->phases, JmPhaseService, j).service);
    }

  return view;
}

/**
 * jm_channel_view_free:
 * @view: (transfer full): counts
 */
void
jm_channel_view_free (JmChannelView *view)
{
  g_return_if_fail (view != NULL);

  g_ptr_array_unref (view->uses);
  g_free (view);
}
