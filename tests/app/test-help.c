/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help: every page is read in every language, is found by its words, and becomes widgets; a page that is written wrongly is refused. */
#include "app/jm-help-page.h"

#include "src/app/jm-help-resources.h"

static JmHelpPage *
read_page (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return jm_help_page_read ("a", "en", bytes, error);
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JmHelpPage) page =
    read_page ("<page>\n  <title>Fish &amp; <!-- no --> chips</title>\n  <p>Press <key>F</key>\n    &lt;twice&gt;, or see "
               "<link to=\"b\">there</link>.</p>\n  <keys><row key=\"Ctrl+S Ctrl+E\">Save</row></keys>\n</page>\n", &error);
  g_auto (GStrv) links = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (jm_help_page_get_id (page), ==, "a");
  g_assert_cmpstr (jm_help_page_get_title (page), ==, "Fish & chips");
  links = jm_help_page_get_links (page);
  g_assert_cmpuint (g_strv_length (links), ==, 1);
  g_assert_cmpstr (links[0], ==, "b");

  /* Any case, any order, in the title, the text and the keys; every word must be there. */
  g_assert_true (jm_help_page_matches (page, ""));
  g_assert_true (jm_help_page_matches (page, "CHIPS"));
  g_assert_true (jm_help_page_matches (page, "twice press"));
  g_assert_true (jm_help_page_matches (page, "ctrl+e"));
  g_assert_false (jm_help_page_matches (page, "press thrice"));
  /* Markup is not text. */
  g_assert_false (jm_help_page_matches (page, "href"));
}

static void
test_refused (void)
{
  const char *texts[] = {
    "",
    "<page>",
    "<page/>",
    "<page><title>No text</title></page>",
    "<page><p>No title</p></page>",
    "<page><title>A</title>Between<p>the paragraphs</p></page>",
    "<page><title>A</title><p>In a <b>bold</b> way</p></page>",
    "<page><title>A</title><step>Without a list</step></page>",
    "<page><title>A</title><p>A <link>link</link> to nowhere</p></page>",
    "<book><title>A</title><p>B</p></book>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_page (texts[i], &error));
      g_assert_nonnull (error);
    }
}

static void
test_pages (void)
{
  const char *languages[] = { "en", "nl", "nl_BE.UTF-8", "eo" };
  const char *first[] = { "Your first", "Je eerste", "Je eerste", "Your first" };
  guint n_pages = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GPtrArray) pages = NULL;

      g_setenv ("LANGUAGE", languages[i], TRUE);
      pages = jm_help_page_list ();
      g_assert_cmpuint (pages->len, >=, 15);
      g_assert_true (n_pages == 0 || pages->len == n_pages);
      n_pages = pages->len;
      g_assert_true (g_str_has_prefix (jm_help_page_get_title (g_ptr_array_index (pages, 0)), first[i]));

      if (!gtk_init_check ())
        continue;
      for (guint n = 0; n < pages->len; n++)
        {
          GtkWidget *widget = g_object_ref_sink (jm_help_page_show (g_ptr_array_index (pages, n), NULL, NULL));

          g_assert_nonnull (gtk_widget_get_first_child (widget));
          g_object_unref (widget);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_resources_register (jm_help_get_resource ());

  g_test_add_func ("/help/read", test_read);
  g_test_add_func ("/help/refused", test_refused);
  g_test_add_func ("/help/pages", test_pages);

  return g_test_run ();
}
