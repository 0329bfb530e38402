/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fits.h"

static void
check_text (JmGroup *group)
{
  gboolean holds_text = group->role == JM_ROLE_TOUCHPOINT || group->role == JM_ROLE_PAIN_POINT ||
                        group->role == JM_ROLE_OPPORTUNITY || group->role == JM_ROLE_THOUGHT ||
                        group->role == JM_ROLE_NOTE || group->role == JM_ROLE_PHASE || group->role == JM_ROLE_CHANNEL ||
                        group->role == JM_ROLE_PERSONA || group->role == JM_ROLE_LANE || group->role == JM_ROLE_MEASURE;

  for (guint i = 0; i < group->n_ops && holds_text; i++)
    {
      const JmOp *op = &group->ops[i];

      if (op->type != JM_OP_TEXT || op->text.font.size > 30)
        continue;
      if (op->text.x < group->box.x - 0.01 || op->text.x + op->text.width > group->box.x + group->box.width + 0.01 ||
          op->text.baseline > group->box.y + group->box.height - 2)
        g_test_message ("\"%s\" sticks out of %s", op->text.text, group->id);
      g_assert_cmpfloat (op->text.x, >=, group->box.x - 0.01);
      g_assert_cmpfloat (op->text.x + op->text.width, <=, group->box.x + group->box.width + 0.01);
      g_assert_cmpfloat (op->text.baseline, >=, group->box.y + op->text.font.size * 0.7);
      g_assert_cmpfloat (op->text.baseline, <=, group->box.y + group->box.height - 2);
    }
  for (guint i = 0; i < group->n_children; i++)
    check_text (jm_placed_get_group (&group->children[i]));
}

/* Nothing is drawn beside the picture; the letters of the largest title may reach a little over their line. */
static void
check_page (JmScene *scene,
            JmGroup *group,
            double   x,
            double   y)
{
  for (guint i = 0; i < group->n_ops; i++)
    {
      const JmOp *op = &group->ops[i];

      if (op->type != JM_OP_TEXT)
        continue;
      if (x + op->text.x < 0 || x + op->text.x + op->text.width > jm_scene_get_width (scene))
        g_test_message ("\"%s\" goes over the edge", op->text.text);
      g_assert_cmpfloat (x + op->text.x, >=, 0);
      g_assert_cmpfloat (x + op->text.x + op->text.width, <=, jm_scene_get_width (scene));
      g_assert_cmpfloat (y + op->text.baseline, <=, jm_scene_get_height (scene));
    }
  for (guint i = 0; i < group->n_children; i++)
    check_page (scene, jm_placed_get_group (&group->children[i]), x + group->children[i].x, y + group->children[i].y);
}

/* Asserts that every text is within its card, and within the page. */
void
fits_assert (JmScene *scene)
{
  for (guint i = 0; i < JM_N_LAYERS; i++)
    {
      check_text (jm_scene_get_layer (scene, i));
      check_page (scene, jm_scene_get_layer (scene, i), 0, 0);
    }
}
