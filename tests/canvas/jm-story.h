/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The map that the tests of the canvas work on, and short ways to ask what became of it. */
#pragma once

#include "format/jm-read.h"
#include "model/jm-session.h"

G_BEGIN_DECLS

#define STORY_LANES \
  "<lane id='steps' kind='touchpoints'/><lane id='channels' kind='channels'/><lane id='feeling' kind='emotion'/>" \
  "<lane id='pains' kind='pain-points'/><lane id='thoughts' kind='thoughts'/><lane id='ideas' kind='opportunities'/>"

/* Three phases: arrival (park, enter), store (forgot, find, try), till (pay). */
#define STORY \
  "<?xml version='1.0' encoding='UTF-8'?>" \
  "<journey-map xmlns='https://example.com/ns/cjm/1' version='1.0' xml:lang='nl' kind='current-state'>" \
  "<title>Een middag naar IKEA</title>" \
  "<persona id='sanne' color='purple'><name>Sanne</name></persona>" \
  STORY_LANES \
  "<phase id='arrival'><title>Aankomst</title>" \
  "<touchpoint id='park'><title>Parkeren</title><emotion value='0'/></touchpoint>" \
  "<touchpoint id='enter'><title>Binnenkomen</title></touchpoint></phase>" \
  "<phase id='store'><title>Magazijn</title>" \
  "<touchpoint id='find'><title>Vak opzoeken</title></touchpoint>" \
  "<touchpoint id='forgot'><title>Kar vergeten</title><emotion value='-2'/>" \
  "<pain-point id='nocarts' severity='3'>Geen karren</pain-point></touchpoint>" \
  "<touchpoint id='try'><title>Stoel gevonden</title>" \
  "<opportunity id='sign' votes='2'>Bordje</opportunity></touchpoint></phase>" \
  "<phase id='till'><title>Kassa</title><touchpoint id='pay'><title>Afrekenen</title></touchpoint></phase>" \
  "</journey-map>"

static inline JmSession *
story_session_new (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(JmMap) map = jm_read_bytes (bytes, "story", NULL, &error);

  g_assert_no_error (error);
  return jm_session_new (map);
}

/* The ids of all touchpoints, "park enter | find forgot try | pay". */
static inline char *
story_get_order (JmSession *session)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (session));
  GString *order = g_string_new (NULL);
  JmItem *phase, *touchpoint;
  guint cursor = 0;

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &cursor)) != NULL)
    {
      guint inner = 0;

      if (order->len > 0)
        g_string_append (order, " |");
      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &inner)) != NULL)
        g_string_append_printf (order, "%s%s", order->len > 0 ? " " : "", jm_item_get_id (touchpoint));
    }

  return g_string_free (order, FALSE);
}

#define assert_order(session, expected) \
  G_STMT_START { \
    g_autofree char *order_ = story_get_order (session); \
    g_assert_cmpstr (order_, ==, expected); \
  } G_STMT_END

#define assert_focus(session, id) g_assert_cmpstr (jm_session_get_focus (session), ==, id)

static inline JmItem *
story_find (JmSession  *session,
            const char *id)
{
  JmItem *item = jm_map_find (jm_session_get_map (session), id);

  g_assert_nonnull (item);
  return item;
}

/* The id of the item in which an item is. */
static inline const char *
story_get_parent (JmSession  *session,
                  const char *id)
{
  JmPlace place;

  g_assert_true (jm_map_locate (jm_session_get_map (session), id, &place));
  return jm_item_get_id (place.parent);
}

static inline double
story_get_feeling (JmSession  *session,
                   const char *touchpoint_id)
{
  JmItem *emotion = jm_map_get_emotion (jm_session_get_map (session), story_find (session, touchpoint_id), NULL);
  double value = 0;

  g_assert_nonnull (emotion);
  g_assert_true (jm_item_get_number (emotion, JM_ATTR_VALUE, &value));
  return value;
}

G_END_DECLS
