/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cjm diff and cjm merge: how they end, and what they say. */
#include "run.h"

#include <string.h>

static const char base[] =
  "  <title>Bezoek</title>\n"
  "  <lane id=\"steps\" kind=\"touchpoints\"/>\n"
  "  <phase id=\"shop\">\n"
  "    <title>Winkel</title>\n"
  "    <touchpoint id=\"pay\">\n"
  "      <title>Betalen</title>\n"
  "      <emotion value=\"-1\"/>\n"
  "    </touchpoint>\n"
  "  </phase>\n";

static char *
write_changed (Folder     *folder,
               const char *name,
               const char *old,
               const char *replacement)
{
  const char      *at = strstr (base, old);
  g_autofree char *before = g_strndup (base, at - base);
  g_autofree char *content = g_strconcat (before, replacement, at + strlen (old), NULL);

  return write_map (folder, name, content);
}

static void
test_diff (Folder     *folder,
           const void *data)
{
  g_autofree char *one = write_map (folder, "one.cjm", base);
  g_autofree char *two = write_changed (folder, "two.cjm", "value=\"-1\"", "value=\"2\"");
  g_autofree char *nothing = in_folder (folder, "nothing.cjm");
  g_autoptr (Run)  same = run ("diff", one, one, NULL);
  g_autoptr (Run)  different = run ("diff", one, two, NULL);
  g_autoptr (Run)  trouble = run ("diff", one, nothing, NULL);
  g_autoptr (Run)  usage = run ("diff", one, NULL);

  assert_code (same, 0);
  g_assert_cmpstr (same->output, ==, "");
  assert_code (different, 1);
  g_assert_cmpstr (different->output, ==, "^ Touchpoint “Betalen”: feels better: very good, was bad\n");
  assert_code (trouble, 2);
  assert_code (usage, 2);
}

static void
test_merge (Folder     *folder,
            const void *data)
{
  g_autofree char *one = write_map (folder, "base.cjm", base);
  g_autofree char *ours = write_changed (folder, "ours.cjm", "value=\"-1\"", "value=\"2\"");
  g_autofree char *theirs = write_changed (folder, "theirs.cjm", "Betalen", "Afrekenen");
  g_autofree char *merged = in_folder (folder, "merged.cjm");
  g_autofree char *content = NULL;
  g_autoptr (Run)  merge = run ("merge", one, ours, theirs, "-o", merged, NULL);

  assert_code (merge, 0);
  g_assert_cmpstr (merge->output, ==, "");
  content = read_all (merged, NULL);
  assert_holds (content, "value=\"2\"");
  assert_holds (content, "Afrekenen");
}

/* Where a person must choose it ends with 1; both are on the map, which may take the place of ours. */
static void
test_choose (Folder     *folder,
             const void *data)
{
  g_autofree char *one = write_map (folder, "base.cjm", base);
  g_autofree char *ours = write_changed (folder, "ours.cjm", "Betalen", "Kassa");
  g_autofree char *theirs = write_changed (folder, "theirs.cjm", "Betalen", "Afrekenen");
  g_autofree char *beginning = g_strconcat (ours, ": Kassa: ", NULL);
  g_autofree char *content = NULL;
  g_autoptr (Run)  merge = run ("merge", one, ours, theirs, "-o", ours, NULL);
  g_autoptr (Run)  check = run ("check", ours, NULL);

  assert_code (merge, 1);
  g_assert_true (g_str_has_prefix (merge->output, beginning));
  assert_code (check, 0);
  content = read_all (ours, NULL);
  assert_holds (content, "<title>Kassa</title>");
  assert_holds (content, "Afrekenen</note>");
  assert_holds (content, "Nog te kiezen");
}

static void
test_wrong (Folder     *folder,
            const void *data)
{
  g_autofree char *one = write_map (folder, "base.cjm", base);
  g_autofree char *other = write_changed (folder, "other.cjm", "id=\"shop\"", "id=\"pay2\"");
  g_autofree char *odd = write_changed (folder, "odd.cjm", "touchpoint id=\"pay\"", "touchpoint id=\"pay2\"");
  g_autofree char *nothing = in_folder (folder, "nothing.cjm");
  g_autofree char *merged = in_folder (folder, "merged.cjm");
  g_autoptr (Run)  unrelated = run ("merge", one, other, odd, "-o", merged, NULL);
  g_autoptr (Run)  missing = run ("merge", one, one, nothing, "-o", merged, NULL);
  g_autoptr (Run)  nowhere = run ("merge", one, one, one, NULL);
  g_autoptr (Run)  two = run ("merge", one, one, "-o", merged, NULL);

  assert_code (unrelated, 1);
  assert_holds (unrelated->errors, "“pay2”");
  assert_code (missing, 1);
  assert_code (nowhere, 2);
  assert_code (two, 2);
  g_assert_false (g_file_test (merged, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/diff", test_diff);
  add_test ("/merge/both", test_merge);
  add_test ("/merge/choose", test_choose);
  add_test ("/merge/wrong", test_wrong);

  return g_test_run ();
}
