/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector without a mouse: which page is shown, what its fields say to a screen reader, and what they do to the map. */
#include "app/jm-choice-field.h"
#include "app/jm-inspector.h"
#include "app/jm-text-field.h"
#include "format/jm-read.h"
#include "model/jm-edit.h"

#include <locale.h>

#include "jm-look.h"

typedef struct
{
  JmSession *session;
  GtkWidget *window;
  GtkWidget *inspector;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("JM_DATADIR"), "examples", "ikea.en.cjm", NULL);
  g_autoptr(JmMap) map = jm_read_file (path, NULL, NULL);

  g_assert_nonnull (map);
  fixture->session = jm_session_new (map);
  fixture->inspector = jm_inspector_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 316, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->inspector);
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (!gtk_widget_get_mapped (fixture->inspector))
    g_main_context_iteration (NULL, TRUE);
  jm_inspector_set_session (JM_INSPECTOR (fixture->inspector), fixture->session);
  settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (g_steal_pointer (&fixture->session));
}

/* The field with that name on the page that is shown. */
static JmField *
find_field (GtkWidget  *root,
            const char *label)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (JM_IS_FIELD (root) && g_strcmp0 (jm_field_get_label (JM_FIELD (root)), label) == 0)
    return JM_FIELD (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      JmField *field = find_field (child, label);

      if (field != NULL)
        return field;
    }

  return NULL;
}

static const char *
first_of (Fixture *fixture,
          JmKind   kind)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (fixture->session));
  JmItem *phase, *touchpoint;
  guint i = 0;

  if (kind == JM_KIND_PHASE || kind == JM_KIND_PERSONA || kind == JM_KIND_LANE)
    return jm_item_get_id (jm_item_get_first (root, kind));

  while ((phase = jm_item_next (root, JM_KIND_PHASE, &i)) != NULL)
    {
      guint j = 0;

      while ((touchpoint = jm_item_next (phase, JM_KIND_TOUCHPOINT, &j)) != NULL)
        {
          if (kind == JM_KIND_TOUCHPOINT)
            return jm_item_get_id (touchpoint);
          if (jm_item_get_first (touchpoint, kind) != NULL)
            return jm_item_get_id (jm_item_get_first (touchpoint, kind));
        }
    }

  g_assert_not_reached ();
}

static void
test_page_follows_selection (Fixture       *fixture,
                             gconstpointer  data)
{
  const struct
  {
    JmKind      kind;
    const char *field;
  } cases[] = {
    { JM_KIND_PHASE, "Duration" },
    { JM_KIND_TOUCHPOINT, "Channel" },
    { JM_KIND_PAIN_POINT, "What hurts" },
    { JM_KIND_OPPORTUNITY, "What could be done" },
    { JM_KIND_THOUGHT, "What they think" },
    { JM_KIND_NOTE, "Note" },
    { JM_KIND_PERSONA, "Quote" },
    { JM_KIND_LANE, "Shown on the map" },
  };

  g_assert_nonnull (find_field (fixture->inspector, "Scenario"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].field);
      jm_session_select (fixture->session, first_of (fixture, cases[i].kind));
      settle ();
      g_assert_nonnull (find_field (fixture->inspector, cases[i].field));
    }

  jm_session_unselect (fixture->session);
  settle ();
  g_assert_nonnull (find_field (fixture->inspector, "Scenario"));
}

static void
test_typing_is_one_step (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *id = g_strdup (first_of (fixture, JM_KIND_TOUCHPOINT));
  g_autofree char *before = NULL;
  GtkTextBuffer *buffer;
  JmField *title;
  GtkWidget *view;
  GtkTextIter end;

  jm_session_select (fixture->session, id);
  settle ();
  title = find_field (fixture->inspector, "Title");
  view = look_for_type (GTK_WIDGET (title), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");

  before = g_strdup (jm_item_get_part (jm_map_find (jm_session_get_map (fixture->session), id), JM_KIND_TITLE));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  for (const char *letter = "abc"; *letter != '\0'; letter++)
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_insert (buffer, &end, letter, 1);
    }
  g_assert_true (g_str_has_suffix (jm_item_get_part (jm_map_find (jm_session_get_map (fixture->session), id),
                                                     JM_KIND_TITLE), "abc"));

  jm_session_undo (fixture->session);
  g_assert_cmpstr (jm_item_get_part (jm_map_find (jm_session_get_map (fixture->session), id), JM_KIND_TITLE), ==,
                   before);
  g_assert_false (jm_session_get_can_undo (fixture->session));

  /* The field shows what was undone. */
  {
    g_autofree char *shown = NULL;
    GtkTextIter start;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    shown = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    g_assert_cmpstr (shown, ==, before);
  }
}

/* A change elsewhere must not take the caret away from where someone is writing. */
static void
test_caret_stays (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *id = g_strdup (first_of (fixture, JM_KIND_TOUCHPOINT));
  g_autoptr(JmMap) next = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  GtkWidget *view;

  jm_session_select (fixture->session, id);
  settle ();
  view = look_for_type (GTK_WIDGET (find_field (fixture->inspector, "Title")), GTK_TYPE_TEXT_VIEW, NULL);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 2);
  gtk_text_buffer_place_cursor (buffer, &iter);

  next = jm_map_set (jm_session_get_map (fixture->session), id, JM_ATTR_OWNER, "Somebody", NULL);
  jm_session_apply (fixture->session, next, "Owner");
  settle ();

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 2);
}

/* Words that are not understood are not thrown away, and do not reach the map. */
static void
test_words_that_make_no_sense (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *id = g_strdup (first_of (fixture, JM_KIND_PHASE));
  g_autofree char *before = NULL;
  JmField *duration;
  GtkWidget *entry;

  jm_session_select (fixture->session, id);
  settle ();
  before = g_strdup (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), id), JM_ATTR_DURATION));
  duration = find_field (fixture->inspector, "Duration");
  entry = look_for_type (GTK_WIDGET (duration), GTK_TYPE_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "a while");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "a while");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (duration), "error"));
  g_assert_cmpstr (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), id), JM_ATTR_DURATION), ==, before);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2 hours");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), id), JM_ATTR_DURATION), ==, "PT2H");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (duration), "error"));
}

/* Words typed into one phase's field are kept when another phase is selected without leaving the field. */
static void
test_words_are_kept_when_the_page_changes (Fixture       *fixture,
                                           gconstpointer  data)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (fixture->session));
  g_autofree char *first = g_strdup (jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, 0)));
  g_autofree char *second = g_strdup (jm_item_get_id (jm_item_get_nth (root, JM_KIND_PHASE, 1)));
  g_autofree char *seconds_own = g_strdup (jm_item_get (jm_item_get_nth (root, JM_KIND_PHASE, 1), JM_ATTR_DURATION));
  GtkWidget *entry;

  jm_session_select (fixture->session, first);
  settle ();
  entry = look_for_type (GTK_WIDGET (find_field (fixture->inspector, "Duration")), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3 days");
  jm_session_select (fixture->session, second);
  settle ();

  root = jm_map_get_root (jm_session_get_map (fixture->session));
  g_assert_cmpstr (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), first), JM_ATTR_DURATION), ==, "P3D");
  g_assert_cmpstr (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), second), JM_ATTR_DURATION), ==,
                   seconds_own);
}

/* A word of an open vocabulary that we do not offer is shown, and stays until another one is chosen. */
static void
test_unknown_choice_stays (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *id = g_strdup (first_of (fixture, JM_KIND_TOUCHPOINT));
  g_autoptr(JmMap) next = jm_map_set (jm_session_get_map (fixture->session), id, JM_ATTR_DEVICE, "fridge", NULL);
  JmField *device;
  GtkWidget *drop_down;
  GtkStringObject *selected;

  jm_session_apply (fixture->session, next, "Device");
  jm_session_select (fixture->session, id);
  settle ();

  device = find_field (fixture->inspector, "Device");
  drop_down = look_for_type (GTK_WIDGET (device), GTK_TYPE_DROP_DOWN, NULL);
  selected = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));
  g_assert_cmpstr (gtk_string_object_get_string (selected), ==, "fridge");

  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 1);
  g_assert_cmpstr (jm_item_get (jm_map_find (jm_session_get_map (fixture->session), id), JM_ATTR_DEVICE), ==, "phone");
}

/* The last item of a page goes away by undo: the page of the map is shown, and nothing is touched that is gone. */
static void
test_item_goes_away (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *phase = g_strdup (first_of (fixture, JM_KIND_PHASE));
  g_autofree char *id = NULL;
  g_autoptr(JmMap) next = NULL;

  next = jm_map_add (jm_session_get_map (fixture->session), JM_KIND_TOUCHPOINT, phase, -1, "New", &id, NULL);
  jm_session_apply (fixture->session, next, "New touchpoint");
  jm_session_select (fixture->session, id);
  settle ();
  g_assert_nonnull (find_field (fixture->inspector, "Channel"));

  jm_session_undo (fixture->session);
  settle ();
  g_assert_null (find_field (fixture->inspector, "Channel"));
  g_assert_nonnull (find_field (fixture->inspector, "Scenario"));
}

#define ADD(path, func) g_test_add ("/app/inspector/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("page-follows-selection", test_page_follows_selection);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("caret-stays", test_caret_stays);
  ADD ("words-that-make-no-sense", test_words_that_make_no_sense);
  ADD ("words-are-kept-when-the-page-changes", test_words_are_kept_when_the_page_changes);
  ADD ("unknown-choice-stays", test_unknown_choice_stays);
  ADD ("item-goes-away", test_item_goes_away);

  return g_test_run ();
}
