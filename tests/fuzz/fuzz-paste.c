/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes on the clipboard, as a map or, by the first of them, as text. What is pasted can be saved, and undone. */

#include "fuzz.h"

#include "canvas/jm-clip.h"
#include "format/jm-read.h"
#include "format/jm-same.h"
#include "format/jm-write.h"

#include <string.h>

static const char desk[] =
  "<journey-map xmlns=\"" JM_NAMESPACE "\" version=\"1.0\" kind=\"current-state\">"
  "<persona id=\"ann\"/><channel id=\"web\"/><lane id=\"steps\" kind=\"touchpoints\"/>"
  "<phase id=\"look\"><touchpoint id=\"search\"><emotion persona=\"ann\" value=\"1\"/></touchpoint></phase>"
  "<phase id=\"buy\"/></journey-map>";

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static JmMap *before;
  g_autoptr (JmSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (JmMap) read_back = NULL;

  if (size == 0)
    return 0;

  if (before == NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (desk, strlen (desk));

      before = jm_read_bytes (bytes, "desk.cjm", NULL, NULL);
      g_assert_nonnull (before);
    }

  session = jm_session_new (before);
  jm_session_select (session, data[0] & 2 ? "search" : "look");
  if (data[0] & 1)
    {
      g_autofree char *text = g_utf8_make_valid ((const char *) data + 1, (gssize) size - 1);

      jm_clip_paste_text (session, text, NULL);
    }
  else
    {
      g_autoptr (GBytes) bytes = g_bytes_new (data + 1, size - 1);

      jm_clip_paste (session, bytes, NULL);
    }

  written = jm_write_bytes (jm_session_get_map (session), &error);
  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "written.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_survived (jm_session_get_map (session), read_back));

  while (jm_session_get_can_undo (session))
    jm_session_undo (session);
  g_assert_true (jm_map_equal (jm_session_get_map (session), before));

  return 0;
}
