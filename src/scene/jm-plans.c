/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan is kept as long as its phase is the same value and nothing that all phases look at (what lanes, personas and
 * channels look like, whose feelings are drawn) changed. */
#include "jm-plans.h"

#include "jm-message.h"

/* No text of a map can hold it: XML does not allow it. */
#define SEPARATOR "\x1f"

struct _JmPlans
{
  GHashTable *by_phase;   /* JmItem of a phase -> JmPlan */
  GPtrArray  *order;      /* the plans in the order of the map */
  guint64     round;      /* counts updates */
  char       *common;     /* what all plans looked at, as text */
  char       *channels;   /* likewise, what single cards looked at */
  char       *feelers;    /* whose feelings all plans drew */
};

/* One update. */
typedef struct
{
  JmPlans   *self;
  JmFrame   *frame;
  GPtrArray *phases;           /* in the map's order */
  GPtrArray *plans;            /* theirs, NULL as long as there is none */
  GPtrArray *before;           /* for those, the plan of the phase as it was; or NULL */
  gboolean   other_channels;   /* than in the map before */
  gboolean   is_new;           /* nothing is as it was */
} Work;

/**
 * jm_plans_new:
 *
 * Returns: (transfer full): the plans of no map yet
 */
JmPlans *
jm_plans_new (void)
{
  JmPlans *self = g_new0 (JmPlans, 1);

  self->by_phase = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) jm_plan_free);
  self->order = g_ptr_array_new ();

  return self;
}

void
jm_plans_free (JmPlans *self)
{
  g_hash_table_unref (self->by_phase);
  g_ptr_array_unref (self->order);
  g_free (self->common);
  g_free (self->channels);
  g_free (self->feelers);
  g_free (self);
}

static void
forget (Work *work)
{
  work->is_new = TRUE;
  g_ptr_array_set_size (work->self->order, 0);
  g_hash_table_remove_all (work->self->by_phase);
}

static void
describe (GString    *text,
          JmItem     *item,
          const char *label)
{
  static const JmAttr attrs[] = { JM_ATTR_KIND, JM_ATTR_COLOR, JM_ATTR_ICON };
  const char *id = jm_item_get_id (item);

  g_string_append_printf (text, "%d" SEPARATOR "%s" SEPARATOR "%s" SEPARATOR "%d" SEPARATOR, jm_item_get_kind (item),
                          id != NULL ? id : "", label, jm_item_get_boolean (item, JM_ATTR_HIDDEN));
  for (guint i = 0; i < G_N_ELEMENTS (attrs); i++)
    {
      const char *value = jm_item_get (item, attrs[i]);

      g_string_append (text, value != NULL ? value : "");
      g_string_append (text, SEPARATOR);
    }
}

/* Takes text in place of what was kept. Returns whether it is another one. */
static gboolean
take_text (char    **kept,
           GString  *text)
{
  if (g_strcmp0 (text->str, *kept) == 0)
    {
      g_string_free (text, TRUE);
      return FALSE;
    }

  g_free (*kept);
  *kept = g_string_free (text, FALSE);
  return TRUE;
}

/* Forgets all plans when something that they looked at is not as it was. When it is a channel, they are made again from the
 * same cards, but for those that show it. What a lane is called they ask each time. */
static void
check_common (Work   *work,
              JmItem *root)
{
  JmPlans *self = work->self;
  GString *text = g_string_new (jm_item_get (root, JM_ATTR_LANG));
  GString *channels = g_string_new (NULL);

  g_string_append_printf (text, SEPARATOR "%d %a" SEPARATOR, work->frame->draw->times, work->frame->draw->time_scale);
  for (guint i = 0; i < jm_item_get_n_children (root); i++)
    {
      JmItem *child = jm_item_get_child (root, i);
      JmKind kind = jm_item_get_kind (child);

      if (kind == JM_KIND_LANE)
        describe (text, child, jm_message_is_said_in (child) ? "says" : "");
      else if (kind == JM_KIND_PERSONA)
        describe (text, child, jm_item_get_label (child));
      else if (kind == JM_KIND_CHANNEL)
        describe (channels, child, jm_item_get_label (child));
    }

  work->other_channels = take_text (&self->channels, channels);
  if (take_text (&self->common, text))
    forget (work);
}

/* Finds which phases have a plan already; plans gets NULL for the others, and before the plan of the phase as it was. Most
 * often that is the plan which comes next in the map as it was; one that is not there was moved or is new. */
static void
match_plans (Work   *work,
             JmItem *root)
{
  JmPlans *self = work->self;
  guint cursor = 0, next = 0;
  JmItem *phase;

  self->round++;
  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      JmPlan *plan = next < self->order->len ? g_ptr_array_index (self->order, next) : NULL;
      JmPlan *before = NULL;

      if (plan == NULL || (plan->phase != phase &&
                           g_strcmp0 (jm_item_get_id (plan->phase), jm_item_get_id (phase)) != 0))
        plan = g_hash_table_lookup (self->by_phase, phase);
      if (plan != NULL)
        next = plan->place + 1;
      if (plan != NULL && (plan->phase != phase || work->other_channels ||
                           !jm_plan_says_the_changes (plan, work->frame->draw)))
        before = g_steal_pointer (&plan);
      if (plan != NULL)
        plan->round = self->round;
      g_ptr_array_add (work->phases, phase);
      g_ptr_array_add (work->plans, plan);
      g_ptr_array_add (work->before, before);
    }
}

static gboolean
feels_somewhere (Work   *work,
                 JmItem *persona,
                 guint   nth)
{
  for (guint p = 0; p < work->phases->len; p++)
    {
      JmItem *phase = g_ptr_array_index (work->phases, p);
      const JmPlan *plan = g_ptr_array_index (work->plans, p);
      guint cursor = 0;
      JmItem *touchpoint;

      if (plan != NULL && nth < 64)
        {
          if ((plan->felt & G_GUINT64_CONSTANT (1) << nth) != 0)
            return TRUE;
          continue;
        }
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &cursor)) != NULL)
        if (jm_map_get_emotion (work->frame->draw->map, touchpoint, jm_item_get_id (persona)) != NULL)
          return TRUE;
    }

  return FALSE;
}

/* The personas who are shown and have a feeling somewhere; without any persona, everyone. A curve keeps its dashes and
 * marks while others are hidden. */
static void
find_feelers (Work   *work,
              JmItem *root)
{
  guint cursor = 0;
  JmItem *persona;
  guint n_personas = 0, sign = 0;

  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    {
      guint nth = n_personas++;

      if (nth == 0 || feels_somewhere (work, persona, nth))
        {
          JmTones tones = jm_theme_get_tones (work->frame->draw->theme, jm_item_get (persona, JM_ATTR_COLOR));
          JmFeeler who = { persona, tones, sign++ };

          if (!jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
            g_array_append_val (work->frame->feelers, who);
        }
    }

  if (n_personas == 0)
    {
      JmFeeler everyone = { NULL, jm_theme_get_tones (work->frame->draw->theme, NULL), 0 };
      g_array_append_val (work->frame->feelers, everyone);
    }
}

/* Whose feelings are drawn decides how every point looks, and is not a matter of one phase. */
static void
check_feelers (Work *work)
{
  JmPlans *self = work->self;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < work->frame->feelers->len; i++)
    {
      const JmFeeler *who = &g_array_index (work->frame->feelers, JmFeeler, i);
      const char *id = who->persona != NULL ? jm_item_get_id (who->persona) : NULL;

      g_string_append_printf (text, "%u %s" SEPARATOR, who->sign, id != NULL ? id : "");
    }

  if (!take_text (&self->feelers, text))
    return;
  forget (work);
  for (guint p = 0; p < work->plans->len; p++)
    g_ptr_array_index (work->plans, p) = g_ptr_array_index (work->before, p) = NULL;
}

/* Plans the phases that have no plan, and forgets the plans that are not used any more. */
static void
make_plans (Work *work)
{
  JmPlans *self = work->self;
  g_autoptr(GPtrArray) unused = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_plan_free);

  for (guint i = 0; i < self->order->len; i++)
    {
      JmPlan *plan = g_ptr_array_index (self->order, i);

      if (plan->round != self->round)
        {
          g_hash_table_steal (self->by_phase, plan->phase);
          g_ptr_array_add (unused, plan);
        }
    }

  for (guint p = 0; p < work->plans->len; p++)
    {
      JmPlan *plan = g_ptr_array_index (work->plans, p);

      if (plan == NULL)
        {
          plan = jm_plan_new (work->frame, g_ptr_array_index (work->phases, p), g_ptr_array_index (work->before, p));
          plan->round = self->round;
          g_ptr_array_index (work->plans, p) = plan;
          g_hash_table_insert (self->by_phase, plan->phase, plan);
        }
      plan->place = p;
    }

  g_ptr_array_unref (self->order);
  self->order = g_ptr_array_ref (work->plans);
}

/**
 * jm_plans_update:
 * @self: the plans of a map as it was before, or of none
 * @frame: what is drawn now, and its rows; those whose feelings are drawn are added here
 *
 * Plans the phases of a map, as far as they are not the same as before. Costs what changed, and a comparison of pointers
 * for each other phase.
 *
 * Returns: whether nothing is as it was: what was drawn from the plans before is good for nothing
 */
gboolean
jm_plans_update (JmPlans *self,
                 JmFrame *frame)
{
  JmItem *root = jm_map_get_root (frame->draw->map);
  Work work = { self, frame, g_ptr_array_new (), g_ptr_array_new (), g_ptr_array_new () };

  check_common (&work, root);
  match_plans (&work, root);
  find_feelers (&work, root);
  check_feelers (&work);
  make_plans (&work);

  g_ptr_array_unref (work.phases);
  g_ptr_array_unref (work.plans);
  g_ptr_array_unref (work.before);

  return work.is_new;
}

/**
 * jm_plans_get_order:
 * @self: the plans
 *
 * Returns: (transfer none) (element-type JmPlan): them in the order of the map
 */
GPtrArray *
jm_plans_get_order (JmPlans *self)
{
  return self->order;
}

/**
 * jm_plans_get_by_phase:
 * @self: the plans
 *
 * Returns: (transfer none) (element-type JmItem JmPlan): them by the items of their phases
 */
GHashTable *
jm_plans_get_by_phase (JmPlans *self)
{
  return self->by_phase;
}
