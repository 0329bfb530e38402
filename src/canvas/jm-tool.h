/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmTool: the tools a person can take up on the canvas, and their names. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  JM_TOOL_SELECT,
  JM_TOOL_PHASE,
  JM_TOOL_TOUCHPOINT,
  JM_TOOL_EMOTION,
  JM_TOOL_PAIN_POINT,
  JM_TOOL_OPPORTUNITY,
  JM_TOOL_THOUGHT,
  JM_TOOL_VOTE,
  JM_N_TOOLS
} JmTool;

#define JM_TYPE_TOOL (jm_tool_get_type ())

GType       jm_tool_get_type  (void);

/* "select", "phase", "touchpoint" …: for actions and settings, never shown */
const char *jm_tool_get_name  (JmTool      tool);
gboolean    jm_tool_from_name (const char *name,
                               JmTool     *tool);

G_END_DECLS
