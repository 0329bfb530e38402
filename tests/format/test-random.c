/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random edits and random damage: whatever a person does, a map comes back from its file as it was; whatever happens to a
 * file, reading it ends, and ends well.
 */

#include "fixtures.h"

#include "format/jm-same.h"
#include "generate/jm-generate.h"
#include "generate/jm-random-edit.h"
#include "model/jm-edit.h"
#include "model/jm-session.h"

#include <string.h>

#define N_EDITS     100000
#define N_PER_MAP   4000
#define CHECK_EVERY 100
#define N_FLIPS     100000

static void
assert_comes_back (JmMap *map)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = jm_write_bytes (map, &error);
  g_autoptr (JmMap) read_back = NULL;
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  read_back = jm_read_bytes (written, "random.cjm", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (jm_map_survived (map, read_back));
  again = jm_write_bytes (read_back, &error);
  g_assert_no_error (error);
  if (!g_bytes_equal (written, again))
    {
      g_autoptr (JmMap) third = jm_read_bytes (again, "random.cjm", NULL, &error);
      g_autofree char *one = fixtures_write (read_back);
      g_autofree char *two = fixtures_write (third);

      g_assert_cmpstr (one, ==, two);
    }
}

static void
assert_valid (JmMap  *map,
              Schema *schema)
{
  g_autoptr (GBytes) written = jm_write_bytes (map, NULL);
  g_autofree char *invalid = schema_find_error (schema, written);

  if (invalid != NULL)
    g_test_message ("%s", (const char *) g_bytes_get_data (written, NULL));
  g_assert_cmpstr (invalid, ==, NULL);
}

/* Maps to begin with: those of a workshop, all examples, and samples that hold what we do not know. */
static GPtrArray *
collect_maps (void)
{
  g_autofree char *examples = fixtures_data_folder ("examples");
  g_autofree char *samples = fixtures_test_folder ("schema-good");
  g_autoptr (GPtrArray) paths = fixtures_list (examples, ".cjm");
  g_autoptr (GPtrArray) more_paths = fixtures_list (samples, ".cjm");
  GPtrArray *maps = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_map_unref);

  g_ptr_array_add (maps, jm_generate_map (30, 1));
  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&more_paths));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GError) error = NULL;
      JmMap *map = jm_read_file (paths->pdata[i], NULL, &error);

      g_assert_no_error (error);
      g_ptr_array_add (maps, map);
    }

  return maps;
}

static void
run_session (JmMap  *map,
             GRand  *rand,
             guint   n_edits,
             Schema *schema)
{
  g_autoptr (JmSession) session = jm_session_new (map);
  g_autofree char *before = fixtures_write (map);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (guint i = 0; i < n_edits; i++)
    {
      const char *label;
      g_autoptr (JmMap) next = jm_random_edit (jm_session_get_map (session), rand, &label);

      jm_session_apply (session, next, label);
      if (i % CHECK_EVERY == 0)
        assert_comes_back (jm_session_get_map (session));
    }

  after = fixtures_write (jm_session_get_map (session));
  while (jm_session_get_can_undo (session))
    jm_session_undo (session);
  undone = fixtures_write (jm_session_get_map (session));
  g_assert_cmpstr (undone, ==, before);

  while (jm_session_get_can_redo (session))
    jm_session_redo (session);
  redone = fixtures_write (jm_session_get_map (session));
  g_assert_cmpstr (redone, ==, after);

  assert_comes_back (jm_session_get_map (session));
  assert_valid (jm_session_get_map (session), schema);
}

static void
test_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  g_autoptr (Schema) schema = schema_new ();
  g_autoptr (GPtrArray) maps = collect_maps ();

  jm_ids_seed (20261121);
  for (guint i = 0; i < N_EDITS / N_PER_MAP; i++)
    run_session (maps->pdata[i % maps->len], rand, N_PER_MAP, schema);
}

/* Damage */

/* Whatever it is: it opens, and then it comes back; or it does not, and then there is one reason, at a place in the file. */
static void
assert_ends_well (const char *data,
                  gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (GPtrArray) notices = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JmMap) map = jm_read_bytes (bytes, "x.cjm", &notices, &error);
  guint n_refused = 0;

  for (guint i = 0; i < notices->len; i++)
    {
      const JmNotice *notice = notices->pdata[i];

      g_assert_cmpuint (notice->line + notice->column, <=, length + 2);
      g_assert_true (g_utf8_validate (notice->message, -1, NULL));
      if (notice->level == JM_NOTICE_REFUSED)
        n_refused++;
    }

  g_assert_cmpuint (n_refused, ==, map == NULL ? 1 : 0);
  g_assert_true ((map == NULL) == (error != NULL));
  if (map != NULL)
    assert_comes_back (map);
}

static GBytes *
load_sample (const char *name)
{
  g_autofree char *folder = fixtures_test_folder ("schema-good");
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return fixtures_load (path);
}

static void
test_truncated (void)
{
  g_autofree char *folder = fixtures_data_folder ("examples");
  g_autofree char *path = g_build_filename (folder, "two-devices.en.cjm", NULL);
  g_autoptr (GBytes) sample = fixtures_load (path);
  gsize length;
  const char *data = g_bytes_get_data (sample, &length);

  for (gsize n = 0; n < length - 1; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (data, n);
      g_autoptr (GError) error = NULL;

      g_assert_null (jm_read_bytes (bytes, "x.cjm", NULL, &error));
      g_assert_error (error, JM_READ_ERROR, error->code);
      assert_ends_well (data, n);
    }

  /* Without the line feed at its end it is whole. */
  assert_ends_well (data, length - 1);
}

static void
test_flipped_bits (void)
{
  static const char * const samples[] = { "everything.cjm", "other-namespaces.cjm", "unknown-inside-text.cjm", "pictures.cjm" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) sample = load_sample (samples[i]);
      gsize length = g_bytes_get_size (sample);
      g_autofree char *data = g_memdup2 (g_bytes_get_data (sample, NULL), length);

      for (guint n = 0; n < N_FLIPS / G_N_ELEMENTS (samples); n++)
        {
          gsize at = g_rand_int_range (rand, 0, length);
          char flip = 1 << g_rand_int_range (rand, 0, 8);

          data[at] ^= flip;
          assert_ends_well (data, length);
          data[at] ^= flip;
        }
    }
}

/* Pieces of files put together anew reach deeper than bits do. */
static void
test_shuffled (void)
{
  static const char * const samples[] = { "everything.cjm", "other-namespaces.cjm", "unknown-inside-text.cjm", "prefixed.cjm",
                                          "comments-and-instructions.cjm", "other-order.cjm" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) sample = load_sample (samples[i]);
      gsize length;
      const char *data = g_bytes_get_data (sample, &length);
      g_autofree char *text = g_strndup (data, length);
      const char *at = strchr (strstr (text, "<"), '\n');

      while (at != NULL && *at != '\0')
        {
          gsize n = strcspn (at + 1, "<") + 1;

          g_ptr_array_add (pieces, g_strndup (at, n));
          at += n;
        }
    }

  for (guint i = 0; i < 20000; i++)
    {
      GString *text = g_string_new ("<journey-map xmlns=\"https://example.com/ns/cjm/1\" xmlns:x=\"urn:x\" version=\"1.0\">");
      GPtrArray *open = g_ptr_array_new_with_free_func (g_free);

      /* End tags where there is something to end, so that many of them are well-formed. */
      for (guint n = g_rand_int_range (rand, 1, 30); n > 0; n--)
        {
          const char *piece = pieces->pdata[g_rand_int_range (rand, 0, pieces->len)];

          if (piece[0] == '<' && piece[1] == '/')
            {
              if (open->len > 0)
                {
                  g_string_append_printf (text, "</%s>", (char *) open->pdata[open->len - 1]);
                  g_ptr_array_set_size (open, open->len - 1);
                }
              continue;
            }

          g_string_append (text, piece);
          if (piece[0] == '<' && piece[1] != '!' && piece[1] != '?' && strstr (piece, "/>") == NULL)
            g_ptr_array_add (open, g_strndup (piece + 1, strcspn (piece + 1, " \n>/")));
        }
      for (; open->len > 0; g_ptr_array_set_size (open, open->len - 1))
        g_string_append_printf (text, "</%s>", (char *) open->pdata[open->len - 1]);
      g_string_append (text, "</journey-map>");

      assert_ends_well (text->str, text->len);
      g_ptr_array_unref (open);
      g_string_free (text, TRUE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/random/edits", test_edits);
  g_test_add_func ("/format/random/truncated", test_truncated);
  g_test_add_func ("/format/random/flipped-bits", test_flipped_bits);
  g_test_add_func ("/format/random/shuffled", test_shuffled);

  return g_test_run ();
}
