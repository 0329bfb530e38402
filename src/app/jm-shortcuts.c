/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-shortcuts.h"

#include "jm-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *title;
  const char *keys;     /* as GtkShortcutLabel reads them, one after the other; NULL for those of the action */
  const char *action;   /* with keys NULL, too: the title is that of a group */
} Shortcut;

static const Shortcut shortcuts[] = {
  { N_("Working while people talk"), NULL, NULL },
  { N_("Edit what is selected; then keep it and start the next"), "Return F2", NULL },
  { N_("New touchpoint"), "t", NULL },
  { N_("New phase"), "f", NULL },
  { N_("New pain point"), "p", NULL },
  { N_("New opportunity"), "o", NULL },
  { N_("New thought"), "q", NULL },
  { N_("New note"), "n", NULL },
  { N_("Lead to another touchpoint: arrows, then Enter"), "l", NULL },

  { N_("Changing what is selected"), NULL, NULL },
  { N_("Feeling, from very bad to very good"), "1...5", NULL },
  { N_("No feeling"), "0", NULL },
  { N_("Feeling half a step up or down; a lane one place"), "<Alt>Up <Alt>Down", NULL },
  { N_("Move one place"), "<Alt>Left <Alt>Right", NULL },
  { N_("Severity or votes, one more or less"), "plus minus", NULL },
  { N_("Moment of truth"), "m", NULL },
  { N_("Delete"), "Delete", NULL },
  { N_("Duplicate"), "<Control>d", NULL },

  { N_("Selecting and going"), NULL, NULL },
  { N_("To the next item: along the lane, or the lane above and below"), "Left Right Up Down", NULL },
  { N_("Next, previous lane in this column"), "Tab <Shift>Tab", NULL },
  { N_("Menu of what is selected"), "Menu <Shift>F10", NULL },
  { N_("Select all touchpoints"), "<Control>a", NULL },
  { N_("Cut"), "<Control>x", NULL },
  { N_("Copy"), "<Control>c", NULL },
  { N_("Paste"), "<Control>v", NULL },
  { N_("Clear the selection, put the tool down, give up a gesture"), "Escape", NULL },
  { N_("Drag the view while it is held"), "space", NULL },

  { N_("While editing a text"), NULL, NULL },
  { N_("New line"), "<Shift>Return", NULL },
  { N_("Keep and stop"), "<Control>Return", NULL },
  { N_("Keep, and on to the next or previous lane"), "Tab <Shift>Tab", NULL },
  { N_("Keep, and on to its description, its goal, and back"), "F2", NULL },
  { N_("Put back what was there"), "Escape", NULL },
  { N_("Feeling, from very bad to very good"), "<Control>1...5", NULL },

  { N_("View"), NULL, NULL },
  { N_("Map; effort and impact; what first; channels; both maps"), "<Alt>1...5", NULL },
  { N_("As wide as things take time, or as the cards"), "<Control>t", NULL },
  { N_("Actual size"), "<Control>0", NULL },
  { N_("Zoom in"), "<Control>plus", NULL },
  { N_("Zoom out"), "<Control>minus", NULL },
  { N_("Whole map"), "<Control>9", NULL },
  { N_("What is selected"), "<Control>8", NULL },
  { N_("Overview"), NULL, "win.overview" },
  { N_("Present"), NULL, "win.present" },
  { N_("Next phase, previous phase, while presenting"), "Right Left", NULL },

  { N_("Find"), NULL, NULL },
  { N_("Find in the map"), NULL, "win.find" },
  { N_("The next one found"), NULL, "win.find-next" },
  { N_("The previous one found"), NULL, "win.find-previous" },

  { N_("Map"), NULL, NULL },
  { N_("New map"), NULL, "app.new" },
  { N_("Open"), NULL, "win.open" },
  { N_("Save"), NULL, "win.save" },
  { N_("Save as"), NULL, "win.save-as" },
  { N_("Export"), NULL, "win.export" },
  { N_("Print"), NULL, "win.print" },
  { N_("Undo"), NULL, "win.undo" },
  { N_("Redo"), NULL, "win.redo" },
  { N_("Close the window"), NULL, "win.close" },
  { N_("Close all windows"), NULL, "app.quit" },

  { N_("Around the map"), NULL, NULL },
  { N_("Check the map; Delete leaves a remark out"), NULL, "win.check" },
  { N_("Properties"), NULL, "win.inspector" },
  { N_("Main menu"), "F10", NULL },
  { N_("Preferences"), NULL, "app.preferences" },
  { N_("Help"), NULL, "app.help" },
  { N_("Keyboard shortcuts"), NULL, "win.shortcuts" },
};

static gboolean
is_group (const Shortcut *shortcut)
{
  return shortcut->keys == NULL && shortcut->action == NULL;
}

static char *
get_keys (const Shortcut *shortcut)
{
  g_auto(GStrv) keys = NULL;

  if (shortcut->keys != NULL)
    return g_strdup (shortcut->keys);

  keys = gtk_application_get_accels_for_action (GTK_APPLICATION (g_application_get_default ()), shortcut->action);

  return g_strjoinv (" ", keys);
}

/* We say that we use nothing newer than libadwaita 1.2, and are warned when we do. Here it is meant. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

#if ADW_CHECK_VERSION (1, 8, 0)

/**
 * jm_shortcuts_present:
 * @window: the window that asks
 *
 * Shows what the keys do: in AdwShortcutsDialog from libadwaita 1.8 on; before, in a window of ours, which fits a small screen,
 * as that of GTK does not.
 */
void
jm_shortcuts_present (GtkWindow *window)
{
  AdwDialog *dialog = adw_shortcuts_dialog_new ();
  AdwShortcutsSection *section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      const char *title = _(shortcuts[i].title);
      g_autofree char *keys = NULL;

      if (is_group (&shortcuts[i]))
        {
          section = adw_shortcuts_section_new (title);
          adw_shortcuts_dialog_add (ADW_SHORTCUTS_DIALOG (dialog), section);
          continue;
        }

      keys = get_keys (&shortcuts[i]);
      adw_shortcuts_section_add (section, adw_shortcuts_item_new (title, keys));
    }

  jm_sheet_present (GTK_WIDGET (dialog), window);
}

#else

/* Two that have several keys each stand one below the other, or there is no room for the title in a narrow window. */
static GtkWidget *
new_keys (const char *keys)
{
  g_auto(GStrv) each = g_strsplit (keys, " ", -1);
  gboolean are_short = strchr (keys, '<') == NULL;
  GtkWidget *box = gtk_box_new (are_short ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; each[i] != NULL; i++)
    {
      GtkWidget *label = gtk_shortcut_label_new (each[i]);

      gtk_widget_set_halign (label, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);

  return box;
}

/* As they are spoken, such as "Alt+Left, Alt+Right". */
static char *
spell (const char *keys)
{
  g_auto(GStrv) each = g_strsplit (keys, " ", -1);
  GString *spelt = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL; i++)
    {
      const char *rest = strstr (each[i], "...");
      g_autofree char *first = rest != NULL ? g_strndup (each[i], rest - each[i]) : g_strdup (each[i]);
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint key;

      if (!gtk_accelerator_parse (first, &key, &modifiers))
        continue;

      label = gtk_accelerator_get_label (key, modifiers);
      if (spelt->len > 0)
        g_string_append (spelt, ", ");
      g_string_append (spelt, label);
      if (rest != NULL)
        g_string_append_printf (spelt, " … %s", rest + strlen ("..."));
    }

  return g_string_free (spelt, FALSE);
}

static GtkWidget *
new_row (const Shortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *keys = get_keys (shortcut);
  g_autofree char *spelt = spell (keys);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(shortcut->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_keys (keys));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spelt, -1);

  return row;
}

void
jm_shortcuts_present (GtkWindow *window)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;
  GtkWidget *sheet;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (is_group (&shortcuts[i]))
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(shortcuts[i].title));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
          continue;
        }

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (&shortcuts[i]));
    }

  sheet = adw_preferences_window_new ();
  gtk_window_set_title (GTK_WINDOW (sheet), _("Keyboard Shortcuts"));
  gtk_window_set_modal (GTK_WINDOW (sheet), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (sheet), 560, 640);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (sheet), TRUE);
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (sheet), ADW_PREFERENCES_PAGE (page));
  jm_sheet_present (sheet, window);
}

#endif

G_GNUC_END_IGNORE_DEPRECATIONS
