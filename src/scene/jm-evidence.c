/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-evidence.h"

static JmEvidence
from_name (const char *name)
{
  if (g_strcmp0 (name, "assumed") == 0)
    return JM_EVIDENCE_ASSUMED;
  if (g_strcmp0 (name, "observed") == 0)
    return JM_EVIDENCE_OBSERVED;
  if (g_strcmp0 (name, "measured") == 0)
    return JM_EVIDENCE_MEASURED;

  return JM_EVIDENCE_ALL;
}

/**
 * jm_evidence_parse:
 * @names: "all", or words of the format with commas between them, such as "observed,measured"
 * @evidence: (out): what they mean
 *
 * Returns: whether all of them are known
 */
gboolean
jm_evidence_parse (const char *names,
                   JmEvidence *evidence)
{
  g_auto(GStrv) parts = g_strsplit (names, ",", -1);

  *evidence = JM_EVIDENCE_ALL;
  if (g_strcmp0 (names, "all") == 0)
    return TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      JmEvidence one = from_name (g_strstrip (parts[i]));

      if (one == JM_EVIDENCE_ALL)
        return FALSE;
      *evidence |= one;
    }

  return *evidence != JM_EVIDENCE_ALL;
}

/**
 * jm_evidence_includes:
 * @evidence: which ones stand out
 * @touchpoint: a touchpoint
 *
 * Returns: whether it does; one of which nothing is said does only where all do
 */
gboolean
jm_evidence_includes (JmEvidence  evidence,
                      JmItem     *touchpoint)
{
  return evidence == JM_EVIDENCE_ALL || (evidence & from_name (jm_item_get (touchpoint, JM_ATTR_EVIDENCE))) != 0;
}
