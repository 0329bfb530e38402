/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-tool.h"

static const GEnumValue values[] = {
  { JM_TOOL_SELECT, "JM_TOOL_SELECT", "select" },
  { JM_TOOL_PHASE, "JM_TOOL_PHASE", "phase" },
  { JM_TOOL_TOUCHPOINT, "JM_TOOL_TOUCHPOINT", "touchpoint" },
  { JM_TOOL_EMOTION, "JM_TOOL_EMOTION", "emotion" },
  { JM_TOOL_PAIN_POINT, "JM_TOOL_PAIN_POINT", "pain-point" },
  { JM_TOOL_OPPORTUNITY, "JM_TOOL_OPPORTUNITY", "opportunity" },
  { JM_TOOL_THOUGHT, "JM_TOOL_THOUGHT", "thought" },
  { JM_TOOL_VOTE, "JM_TOOL_VOTE", "vote" },
  { 0, NULL, NULL }
};

GType
jm_tool_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static (g_intern_static_string ("JmTool"), values));

  return (GType) type;
}

/**
 * jm_tool_get_name:
 * @tool: a tool
 *
 * Returns: (transfer none): its name in actions and settings, such as "pain-point"
 */
const char *
jm_tool_get_name (JmTool tool)
{
  g_return_val_if_fail (tool < JM_N_TOOLS, NULL);

  return values[tool].value_nick;
}

/**
 * jm_tool_from_name:
 * @name: a name as jm_tool_get_name() gives it
 * @tool: (out): the tool
 *
 * Returns: whether there is such a tool
 */
gboolean
jm_tool_from_name (const char *name,
                   JmTool     *tool)
{
  for (guint i = 0; i < JM_N_TOOLS; i++)
    {
      if (g_strcmp0 (values[i].value_nick, name) == 0)
        {
          *tool = (JmTool) i;
          return TRUE;
        }
    }

  return FALSE;
}
