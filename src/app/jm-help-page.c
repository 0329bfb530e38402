/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-help-page.h"

#include <string.h>

#define FOLDER "/com/example/JourneyMap/help/"

/* A page is a title and then blocks of text, one below the other. */
typedef enum
{
  BLOCK_PARAGRAPH,
  BLOCK_HEADING,
  BLOCK_STEP,   /* of a numbered list */
  BLOCK_POINT,  /* of a list */
  BLOCK_KEY,    /* a row of a table of keys */
  BLOCK_TIP
} BlockType;

typedef struct
{
  BlockType  type;
  char      *key;     /* of BLOCK_KEY: the keys, as "Ctrl+S" or "Ctrl+Z, Ctrl+Shift+Z" */
  GString   *markup;  /* Pango markup */
} Block;

struct _JmHelpPage
{
  char      *id;
  char      *language;
  GString   *title;
  GPtrArray *blocks;
  GPtrArray *links;   /* ids of the pages it leads to */
  char      *text;    /* all words, folded, to search in */
};

/* The elements that are a block, and where they may stand. */
static const struct
{
  const char *name;
  const char *parent;
  BlockType   type;
} block_elements[] = {
  { "p", "page", BLOCK_PARAGRAPH },
  { "h", "page", BLOCK_HEADING },
  { "tip", "page", BLOCK_TIP },
  { "step", "steps", BLOCK_STEP },
  { "point", "points", BLOCK_POINT },
  { "row", "keys", BLOCK_KEY },
};

/* The elements within the text of a block, and what they are in Pango markup. */
static const struct
{
  const char *name;
  const char *open;
  const char *close;
} inline_elements[] = {
  { "key", "<b>", "</b>" },
  { "ui", "<b>", "</b>" },
  { "em", "<i>", "</i>" },
  { "code", "<tt>", "</tt>" },
};

typedef struct
{
  JmHelpPage *page;
  GString    *text;   /* where text goes at the moment; NULL between the blocks */
  GString    *words;  /* all text there is, without markup */
} Reader;

static void
block_free (gpointer data)
{
  Block *block = data;

  g_free (block->key);
  g_string_free (block->markup, TRUE);
  g_free (block);
}

/* Reading */

static const char *
get_attribute (const char **names,
               const char **values,
               const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], name) == 0)
        return values[i];
    }

  return NULL;
}

static gboolean
begin_inline (Reader      *reader,
              const char  *element,
              const char **names,
              const char **values)
{
  for (guint i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    {
      if (strcmp (element, inline_elements[i].name) == 0)
        {
          g_string_append (reader->text, inline_elements[i].open);
          return TRUE;
        }
    }

  if (strcmp (element, "link") == 0 && get_attribute (names, values, "to") != NULL)
    {
      const char *to = get_attribute (names, values, "to");

      g_ptr_array_add (reader->page->links, g_strdup (to));
      g_string_append_printf (reader->text, "<a href=\"%s\">", to);
      return TRUE;
    }

  return FALSE;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *reader = user_data;
  const GSList *open = g_markup_parse_context_get_element_stack (context);
  const char *parent = open->next != NULL ? open->next->data : "";

  if (reader->text != NULL)
    {
      if (begin_inline (reader, element, names, values))
        return;
    }
  else if (strcmp (parent, "page") == 0 && strcmp (element, "title") == 0)
    {
      reader->text = reader->page->title;
      return;
    }
  else
    {
      if ((strcmp (element, "page") == 0 && *parent == '\0') ||
          (strcmp (parent, "page") == 0 && (strcmp (element, "steps") == 0 || strcmp (element, "points") == 0 ||
                                            strcmp (element, "keys") == 0)))
        return;

      for (guint i = 0; i < G_N_ELEMENTS (block_elements); i++)
        {
          if (strcmp (element, block_elements[i].name) == 0 && strcmp (parent, block_elements[i].parent) == 0)
            {
              Block *block = g_new0 (Block, 1);

              block->type = block_elements[i].type;
              block->key = g_strdup (get_attribute (names, values, "key"));
              block->markup = g_string_new (NULL);
              g_ptr_array_add (reader->page->blocks, block);
              if (block->key != NULL)
                g_string_append_printf (reader->words, "%s ", block->key);
              reader->text = block->markup;
              return;
            }
        }
    }

  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, "<%s> does not belong in <%s>", element, parent);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Reader *reader = user_data;

  if (reader->text == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (inline_elements); i++)
    {
      if (strcmp (element, inline_elements[i].name) == 0)
        {
          g_string_append (reader->text, inline_elements[i].close);
          return;
        }
    }

  if (strcmp (element, "link") == 0)
    {
      g_string_append (reader->text, "</a>");
    }
  else
    {
      reader->text = NULL;
      g_string_append_c (reader->words, '\n');
    }
}

/* Lines are broken by the window, not by whoever wrote the page. */
static void
append_folded (GString    *to,
               const char *text,
               gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isspace (text[i]))
        g_string_append_c (to, text[i]);
      else if (to->len > 0 && to->str[to->len - 1] != ' ')
        g_string_append_c (to, ' ');
    }
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *reader = user_data;

  if (reader->text != NULL)
    append_folded (reader->words, text, length);

  if (reader->text == reader->page->title)
    {
      append_folded (reader->text, text, length);
    }
  else if (reader->text != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

      append_folded (reader->text, escaped, strlen (escaped));
    }
  else
    {
      for (gsize i = 0; i < length; i++)
        {
          if (!g_ascii_isspace (text[i]))
            {
              g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "Text outside of a paragraph");
              return;
            }
        }
    }
}

static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
}

/**
 * jm_help_page_read:
 * @id: the page's name, by which others link to it
 * @language: the language it is written in, as a code
 * @bytes: its XML
 * @error: return location for a %G_MARKUP_ERROR
 *
 * Reads a page.
 *
 * Returns: (transfer full): the page, or %NULL when it is not written as a page is
 */
JmHelpPage *
jm_help_page_read (const char *id,
                   const char *language,
                   GBytes     *bytes,
                   GError    **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr(JmHelpPage) self = g_new0 (JmHelpPage, 1);
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  Reader reader = { self, NULL, words };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  self->id = g_strdup (id);
  self->language = g_strdup (language);
  self->title = g_string_new (NULL);
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->links = g_ptr_array_new_with_free_func (g_free);

  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &reader, NULL);
  if (!g_markup_parse_context_parse (context, data, (gssize) length, error) ||
      !g_markup_parse_context_end_parse (context, error))
    return NULL;

  if (self->title->len == 0 || self->blocks->len == 0)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_EMPTY, "A page has a title and text");
      return NULL;
    }

  self->text = fold (reader.words->str);

  return g_steal_pointer (&self);
}

/**
 * jm_help_page_free:
 * @self: (transfer full): a page
 */
void
jm_help_page_free (JmHelpPage *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->language);
  if (self->title != NULL)
    g_string_free (self->title, TRUE);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

static char *
choose_language (void)
{
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_auto(GStrv) children = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (children != NULL)
        return g_strdup (names[i]);
    }

  return g_strdup ("en");
}

/**
 * jm_help_page_list:
 *
 * Reads the help in the person's language; in English when it is not written in that.
 *
 * Returns: (transfer full) (element-type JmHelpPage): its pages, in the order in which they are best read
 */
GPtrArray *
jm_help_page_list (void)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) jm_help_page_free);
  g_autofree char *language = choose_language ();
  g_autoptr(GBytes) order = g_resources_lookup_data (FOLDER "pages", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto(GStrv) ids = NULL;

  g_return_val_if_fail (order != NULL, pages);

  /* A resource ends in a zero byte. */
  ids = g_strsplit (g_bytes_get_data (order, NULL), "\n", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, language, "/", ids[i], ".xml", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      JmHelpPage *page;

      if (*ids[i] == '\0')
        continue;

      bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
      page = bytes == NULL ? NULL : jm_help_page_read (ids[i], language, bytes, &error);
      if (page != NULL)
        g_ptr_array_add (pages, page);
      else
        g_critical ("%s: %s", path, error->message);
    }

  return pages;
}

/* Asking */

/**
 * jm_help_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none): the name of its file without the ending, by which links lead to it
 */
const char *
jm_help_page_get_id (JmHelpPage *self)
{
  return self->id;
}

/**
 * jm_help_page_get_title:
 * @self: a page
 *
 * Returns: (transfer none): its heading
 */
const char *
jm_help_page_get_title (JmHelpPage *self)
{
  return self->title->str;
}

/**
 * jm_help_page_get_links:
 * @self: a page
 *
 * Returns: (transfer full): the ids of the pages it leads to
 */
GStrv
jm_help_page_get_links (JmHelpPage *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  GStrv links;

  for (guint i = 0; i < self->links->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->links, i));
  links = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return links;
}

/**
 * jm_help_page_matches:
 * @self: a page
 * @words: what is looked for
 *
 * Returns: whether every one of the words, or what begins like it, is on the page
 */
gboolean
jm_help_page_matches (JmHelpPage *self,
                      const char *words)
{
  g_autofree char *folded = fold (words);
  g_auto(GStrv) each = g_strsplit (folded, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      if (strstr (self->text, each[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Showing */

static GtkWidget *
new_label (const char        *markup,
           GtkAccessibleRole  role,
           const char        *css_class,
           GCallback          link_cb,
           gpointer           user_data)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   "halign", GTK_ALIGN_FILL,
                                   "valign", GTK_ALIGN_START,
                                   NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (link_cb != NULL)
    g_signal_connect (label, "activate-link", link_cb, user_data);

  return label;
}

/* A row of a list: what stands before it, and the text. */
static GtkWidget *
new_row (GtkWidget *mark,
         GtkWidget *text)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 12, NULL);

  gtk_widget_set_valign (mark, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (text, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), text);

  return row;
}

static GtkWidget *
new_keys (const char   *keys,
          GtkSizeGroup *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_auto(GStrv) each = g_strsplit (keys, " ", -1);

  for (guint i = 0; each[i] != NULL; i++)
    {
      GtkWidget *key = gtk_label_new (each[i]);

      gtk_widget_add_css_class (key, "help-key");
      gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), key);
    }
  gtk_size_group_add_widget (group, box);

  return box;
}

static GtkWidget *
new_mark (const char *text)
{
  GtkWidget *mark = gtk_label_new (text);

  gtk_label_set_width_chars (GTK_LABEL (mark), 3);
  gtk_label_set_xalign (GTK_LABEL (mark), 1);
  gtk_widget_add_css_class (mark, "dim-label");

  return mark;
}

static gboolean
is_of_list (const Block *block)
{
  return block->type == BLOCK_STEP || block->type == BLOCK_POINT || block->type == BLOCK_KEY;
}

/**
 * jm_help_page_show:
 * @self: a page
 * @link_cb: (scope forever): for GtkLabel's "activate-link"; the link is the id of a page
 * @user_data: for @link_cb
 *
 * Returns: (transfer floating): the page as widgets, as high as it is
 */
GtkWidget *
jm_help_page_show (JmHelpPage *self,
                   GCallback   link_cb,
                   gpointer    user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *title = g_markup_escape_text (self->title->str, -1);
  g_autoptr(GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkWidget *list = NULL;
  guint number = 0;

  gtk_widget_add_css_class (box, "help-page");
  gtk_box_append (GTK_BOX (box), new_label (title, GTK_ACCESSIBLE_ROLE_HEADING, "title-1", NULL, NULL));

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);
      const Block *before = i > 0 ? g_ptr_array_index (self->blocks, i - 1) : NULL;
      const char *markup = block->markup->str;

      if (!is_of_list (block))
        {
          GtkAccessibleRole role = block->type == BLOCK_HEADING ? GTK_ACCESSIBLE_ROLE_HEADING
                                                                : GTK_ACCESSIBLE_ROLE_LABEL;
          const char *css_class = block->type == BLOCK_HEADING ? "title-4"
                                  : block->type == BLOCK_TIP   ? "help-tip"
                                                               : NULL;

          gtk_box_append (GTK_BOX (box), new_label (markup, role, css_class, link_cb, user_data));
          continue;
        }

      if (before == NULL || before->type != block->type)
        {
          list = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST,
                               "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, NULL);
          gtk_box_append (GTK_BOX (box), list);
          number = 0;
        }

      if (block->type == BLOCK_KEY)
        {
          gtk_box_append (GTK_BOX (list), new_row (new_keys (block->key, group),
                                                   new_label (markup, GTK_ACCESSIBLE_ROLE_LABEL, NULL, link_cb, user_data)));
        }
      else
        {
          g_autofree char *mark = block->type == BLOCK_STEP ? g_strdup_printf ("%u.", ++number) : g_strdup ("•");

          gtk_box_append (GTK_BOX (list), new_row (new_mark (mark),
                                                   new_label (markup, GTK_ACCESSIBLE_ROLE_LABEL, NULL, link_cb, user_data)));
        }
    }

  return box;
}
