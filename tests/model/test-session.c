/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The session: steps back and forth, typing, drafts, what is saved and what is selected. */
#include "sample.h"

#include "model/jm-session.h"

typedef struct
{
  JmSession *session;
  guint      n_changed;
  guint      n_selected;
  JmMap     *last_old;
  JmMap     *last_new;
  GPtrArray *notified;   /* of const char *, the names of properties */
} Fixture;

static void
changed_cb (JmSession *session,
            JmMap     *old_map,
            JmMap     *new_map,
            Fixture   *fixture)
{
  fixture->n_changed++;
  fixture->last_old = old_map;
  fixture->last_new = new_map;
  g_assert_true (jm_session_get_map (session) == new_map);
}

static void
selection_changed_cb (JmSession *session,
                      Fixture   *fixture)
{
  fixture->n_selected++;
}

static void
notify_cb (JmSession  *session,
           GParamSpec *pspec,
           Fixture    *fixture)
{
  g_ptr_array_add (fixture->notified, (gpointer) pspec->name);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(JmMap) map = sample_map ();

  fixture->session = jm_session_new (map);
  fixture->notified = g_ptr_array_new ();
  g_signal_connect (fixture->session, "changed", G_CALLBACK (changed_cb), fixture);
  g_signal_connect (fixture->session, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
  g_signal_connect (fixture->session, "notify", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->session);
  g_ptr_array_unref (fixture->notified);
}

static gboolean
rename_touchpoint (Fixture    *fixture,
                   const char *title)
{
  g_autoptr(JmMap) next = jm_map_set_text (jm_session_get_map (fixture->session), "t1", JM_KIND_TITLE, title, NULL);

  return jm_session_apply (fixture->session, next, "Rename");
}

static gboolean
type_title (Fixture    *fixture,
            const char *id,
            const char *title)
{
  g_autoptr(JmMap) next = jm_map_set_text (jm_session_get_map (fixture->session), id, JM_KIND_TITLE, title, NULL);
  g_autofree char *field = g_strconcat (id, "/title", NULL);

  return jm_session_apply_typing (fixture->session, next, "Type", field);
}

static const char *
get_title (Fixture *fixture)
{
  return sample_label (jm_session_get_map (fixture->session), "t1");
}

static char *
join_selection (Fixture *fixture)
{
  return g_strjoinv (" ", (char **) jm_session_get_selection (fixture->session));
}

#define assert_selected(fixture, expected) G_STMT_START { \
  g_autofree char *selected_ = join_selection (fixture); \
  g_assert_cmpstr (selected_, ==, expected); \
} G_STMT_END

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  JmSession *session = fixture->session;
  JmMap *first = jm_session_get_map (session);
  JmMap *second;

  g_assert_false (jm_session_get_can_undo (session));
  jm_session_undo (session);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  g_assert_true (rename_touchpoint (fixture, "A"));
  second = jm_session_get_map (session);
  g_assert_true (fixture->last_old == first);
  g_assert_true (rename_touchpoint (fixture, "B"));
  g_assert_false (rename_touchpoint (fixture, "B"));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_cmpstr (jm_session_get_undo_label (session), ==, "Rename");
  g_assert_null (jm_session_get_redo_label (session));

  jm_session_undo (session);
  g_assert_true (jm_session_get_map (session) == second);
  jm_session_undo (session);
  g_assert_true (jm_session_get_map (session) == first);
  g_assert_false (jm_session_get_can_undo (session));
  g_assert_cmpstr (jm_session_get_redo_label (session), ==, "Rename");

  jm_session_redo (session);
  g_assert_true (jm_session_get_map (session) == second);
  jm_session_redo (session);
  g_assert_cmpstr (get_title (fixture), ==, "B");
  jm_session_redo (session);
  g_assert_cmpuint (fixture->n_changed, ==, 6);

  /* A new step takes the place of what was undone. */
  jm_session_undo (session);
  g_assert_true (rename_touchpoint (fixture, "C"));
  g_assert_false (jm_session_get_can_redo (session));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/* Each property that changed is told once; in which order does not matter. */
static void
assert_notified (Fixture    *fixture,
                 const char *expected)
{
  g_autofree char *names = NULL;

  g_ptr_array_sort (fixture->notified, compare_names);
  g_ptr_array_add (fixture->notified, NULL);
  names = g_strjoinv (" ", (char **) fixture->notified->pdata);
  g_assert_cmpstr (names, ==, expected);
  g_ptr_array_set_size (fixture->notified, 0);
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  rename_touchpoint (fixture, "A");
  assert_notified (fixture, "can-undo saved undo-label");
  rename_touchpoint (fixture, "B");
  assert_notified (fixture, "");
  jm_session_undo (fixture->session);
  assert_notified (fixture, "can-redo redo-label");
  jm_session_undo (fixture->session);
  assert_notified (fixture, "can-undo saved undo-label");
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  JmSession *session = fixture->session;
  JmMap *first = jm_session_get_map (session);

  type_title (fixture, "t1", "A");
  type_title (fixture, "t1", "Ab");
  jm_session_select (session, "t1");
  type_title (fixture, "t1", "Abc");
  type_title (fixture, "t2", "X");
  type_title (fixture, "t1", "Abcd");
  jm_session_end_typing (session);
  type_title (fixture, "t1", "Abcde");
  type_title (fixture, "t1", "Abcdef");

  jm_session_undo (session);
  g_assert_cmpstr (get_title (fixture), ==, "Abcd");
  jm_session_undo (session);
  g_assert_cmpstr (get_title (fixture), ==, "Abc");
  g_assert_cmpstr (sample_label (jm_session_get_map (session), "t2"), ==, "X");
  jm_session_undo (session);
  jm_session_undo (session);
  g_assert_true (jm_session_get_map (session) == first);

  /* Typing after an undo is not part of what was undone. */
  type_title (fixture, "t1", "Z");
  g_assert_true (jm_session_get_can_undo (session));
  g_assert_false (jm_session_get_can_redo (session));
  rename_touchpoint (fixture, "Y");
  type_title (fixture, "t1", "Yy");
  jm_session_undo (session);
  g_assert_cmpstr (get_title (fixture), ==, "Y");
}

static void
test_typing_it_back (Fixture       *fixture,
                     gconstpointer  data)
{
  JmMap *first = jm_session_get_map (fixture->session);

  type_title (fixture, "t1", "Firs");
  type_title (fixture, "t1", "Fir");
  g_assert_false (jm_session_get_saved (fixture->session));
  g_assert_true (type_title (fixture, "t1", "First"));
  g_assert_true (jm_session_get_map (fixture->session) == first);
  g_assert_true (jm_session_get_saved (fixture->session));
  g_assert_false (jm_session_get_can_undo (fixture->session));

  type_title (fixture, "t1", "Firstly");
  g_assert_true (jm_session_get_can_undo (fixture->session));
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  JmSession *session = fixture->session;
  g_autoptr(JmMap) written = NULL;

  g_assert_true (jm_session_get_saved (session));
  rename_touchpoint (fixture, "A");
  g_assert_false (jm_session_get_saved (session));
  jm_session_undo (session);
  g_assert_true (jm_session_get_saved (session));
  jm_session_redo (session);
  g_assert_false (jm_session_get_saved (session));

  /* A save ends after the next edit. */
  written = jm_map_ref (jm_session_get_committed_map (session));
  rename_touchpoint (fixture, "B");
  jm_session_mark_saved (session, written);
  g_assert_false (jm_session_get_saved (session));
  jm_session_undo (session);
  g_assert_true (jm_session_get_saved (session));

  jm_session_mark_saved (session, NULL);
  g_assert_false (jm_session_get_saved (session));
}

/* What was saved in the middle of typing can be gone back to. */
static void
test_saved_while_typing (Fixture       *fixture,
                         gconstpointer  data)
{
  JmSession *session = fixture->session;

  type_title (fixture, "t1", "A");
  jm_session_mark_saved (session, jm_session_get_committed_map (session));
  g_assert_true (jm_session_get_saved (session));
  type_title (fixture, "t1", "Ab");
  g_assert_false (jm_session_get_saved (session));
  jm_session_undo (session);
  g_assert_cmpstr (get_title (fixture), ==, "A");
  g_assert_true (jm_session_get_saved (session));
}

static void
preview_feeling (Fixture *fixture,
                 double   value)
{
  g_autoptr(JmMap) next = jm_map_set_emotion (jm_session_get_committed_map (fixture->session), "t1", "anna", value, NULL);

  jm_session_preview (fixture->session, next);
}

static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  JmSession *session = fixture->session;
  JmMap *first = jm_session_get_map (session);

  jm_session_begin_draft (session);
  g_assert_true (jm_session_in_draft (session));
  preview_feeling (fixture, -2);
  preview_feeling (fixture, -1);
  preview_feeling (fixture, -1.25);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_true (jm_session_get_committed_map (session) == first);
  g_assert_true (jm_session_get_saved (session));
  g_assert_false (jm_session_get_can_undo (session));

  g_assert_true (jm_session_commit_draft (session, "Lift feeling"));
  g_assert_false (jm_session_in_draft (session));
  g_assert_cmpuint (fixture->n_changed, ==, 4);
  g_assert_true (fixture->last_old == fixture->last_new);
  g_assert_cmpstr (sample_get (jm_session_get_committed_map (session), "t1@anna", JM_ATTR_VALUE), ==, "-1.25");
  g_assert_cmpstr (jm_session_get_undo_label (session), ==, "Lift feeling");
  g_assert_false (jm_session_get_saved (session));

  jm_session_undo (session);
  g_assert_true (jm_session_get_map (session) == first);
  g_assert_false (jm_session_get_can_undo (session));
}

static void
test_draft_given_up (Fixture       *fixture,
                     gconstpointer  data)
{
  JmSession *session = fixture->session;
  JmMap *first = jm_session_get_map (session);

  rename_touchpoint (fixture, "A");
  jm_session_undo (session);

  jm_session_begin_draft (session);
  preview_feeling (fixture, -2);
  jm_session_cancel_draft (session);
  g_assert_true (jm_session_get_map (session) == first);
  g_assert_true (fixture->last_new == first);

  /* An undo gives up the draft, and a gesture that ends where it began is no step. What was undone is still there. */
  jm_session_begin_draft (session);
  preview_feeling (fixture, -2);
  jm_session_undo (session);
  g_assert_false (jm_session_in_draft (session));
  jm_session_begin_draft (session);
  preview_feeling (fixture, -2);
  preview_feeling (fixture, 1.5);
  g_assert_false (jm_session_commit_draft (session, "Nothing"));
  g_assert_true (jm_session_get_map (session) == first);
  g_assert_true (jm_session_get_can_redo (session));
}

static void
test_no_edit_in_a_draft (Fixture       *fixture,
                         gconstpointer  data)
{
  jm_session_begin_draft (fixture->session);
  g_test_expect_message ("JmModel", G_LOG_LEVEL_CRITICAL, "*draft*");
  g_assert_false (rename_touchpoint (fixture, "A"));
  g_test_assert_expected_messages ();
  g_assert_cmpstr (get_title (fixture), ==, "First");
  jm_session_cancel_draft (fixture->session);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  JmSession *session = fixture->session;
  const char *several[] = { "t3", "t1", "t3", "t1@anna", NULL };

  g_assert_null (jm_session_get_focus (session));
  jm_session_select (session, "t1");
  jm_session_select (session, "t1");
  g_assert_cmpuint (fixture->n_selected, ==, 1);
  g_assert_true (jm_session_is_selected (session, "t1"));
  g_assert_false (jm_session_is_selected (session, "t2"));

  jm_session_toggle (session, "t2");
  assert_selected (fixture, "t1 t2");
  g_assert_cmpstr (jm_session_get_focus (session), ==, "t2");
  jm_session_toggle (session, "t1");
  assert_selected (fixture, "t2");

  jm_session_select_many (session, several);
  assert_selected (fixture, "t3 t1 t1@anna");
  jm_session_select (session, jm_session_get_focus (session));
  assert_selected (fixture, "t1@anna");
  jm_session_unselect (session);
  jm_session_unselect (session);
  assert_selected (fixture, "");
  g_assert_cmpuint (fixture->n_selected, ==, 6);
}

/* All of a large map, which a rubber band selects again at each move: as many looks as there are, and not their square. */
static void
test_selection_of_many (void)
{
  const guint n = 100000;
  JmItem *root = jm_item_new (JM_KIND_MAP, NULL);
  JmItem *phase = jm_item_new (JM_KIND_PHASE, "f");
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(JmMap) map = NULL;
  g_autoptr(JmMap) next = NULL;
  g_autoptr(JmSession) session = NULL;
  gint64 begin;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, g_strdup_printf ("t%u", i));
      jm_item_append (phase, jm_item_new (JM_KIND_TOUCHPOINT, ids->pdata[i]));
    }
  g_ptr_array_add (ids, NULL);
  jm_item_append (root, phase);
  map = jm_map_new (root);
  session = jm_session_new (map);

  begin = g_get_monotonic_time ();
  jm_session_select_many (session, (const char * const *) ids->pdata);
  for (guint i = 0; i < n; i++)
    g_assert_true (jm_session_is_selected (session, ids->pdata[i]));
  next = jm_map_set_text (map, NULL, JM_KIND_TITLE, "Many", NULL);
  jm_session_apply (session, next, "Edit");
  g_assert_cmpuint (g_strv_length ((char **) jm_session_get_selection (session)), ==, n);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 15 * G_USEC_PER_SEC);
}

static void
test_selection_follows (Fixture       *fixture,
                        gconstpointer  data)
{
  JmSession *session = fixture->session;
  const char *gone[] = { "t1", NULL };
  const char *both[] = { "t1", "t2", NULL };
  const char *feelings[] = { "t1@bert", "t3@bert", NULL };
  g_autoptr(JmMap) next = NULL;
  g_autoptr(JmMap) moved = NULL;

  /* What goes is no longer selected, and is again when it comes back. */
  jm_session_select_many (session, both);
  next = jm_map_remove (jm_session_get_map (session), gone, NULL);
  jm_session_apply (session, next, "Remove");
  assert_selected (fixture, "t2");
  jm_session_select (session, "t4");
  jm_session_undo (session);
  assert_selected (fixture, "t1 t2");
  jm_session_redo (session);
  assert_selected (fixture, "t4");
  jm_session_undo (session);

  /* Where someone could have a feeling, the place of it can be selected. */
  jm_session_select_many (session, feelings);
  moved = jm_map_move (jm_session_get_map (session), "t3", "two", 0, NULL);
  jm_session_apply (session, moved, "Move");
  assert_selected (fixture, "t1@bert t3@bert");
}

static void
test_replace (Fixture       *fixture,
              gconstpointer  data)
{
  JmSession *session = fixture->session;
  g_autoptr(JmMap) other = jm_map_new_empty ("nl");

  rename_touchpoint (fixture, "A");
  jm_session_select (session, "t1");
  jm_session_begin_draft (session);
  preview_feeling (fixture, -2);
  jm_session_replace (session, other);

  g_assert_true (jm_session_get_map (session) == other);
  g_assert_true (jm_session_get_saved (session));
  g_assert_false (jm_session_in_draft (session));
  g_assert_false (jm_session_get_can_undo (session));
  g_assert_false (jm_session_get_can_redo (session));
  assert_selected (fixture, "");
}

static void
test_many_steps (Fixture       *fixture,
                 gconstpointer  data)
{
  JmMap *first = jm_session_get_map (fixture->session);

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_assert_true (rename_touchpoint (fixture, title));
    }
  for (guint i = 0; i < 10000; i++)
    jm_session_undo (fixture->session);
  g_assert_true (jm_session_get_map (fixture->session) == first);
  for (guint i = 0; i < 10000; i++)
    jm_session_redo (fixture->session);
  g_assert_cmpstr (get_title (fixture), ==, "9999");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  add ("/session/undo", test_undo);
  add ("/session/notify", test_notify);
  add ("/session/typing", test_typing);
  add ("/session/typing-it-back", test_typing_it_back);
  add ("/session/saved", test_saved);
  add ("/session/saved-while-typing", test_saved_while_typing);
  add ("/session/draft", test_draft);
  add ("/session/draft-given-up", test_draft_given_up);
  add ("/session/no-edit-in-a-draft", test_no_edit_in_a_draft);
  add ("/session/selection", test_selection);
  add ("/session/selection-follows", test_selection_follows);
  g_test_add_func ("/session/selection-of-many", test_selection_of_many);
  add ("/session/replace", test_replace);
  add ("/session/many-steps", test_many_steps);

  return g_test_run ();
}
