/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-describe.h"

#include <glib/gi18n.h>
#include <string.h>

/* JM_KIND_NONE is any kind; with neither attribute nor part it is the text of the item, or how a touchpoint feels. */
static const struct
{
  JmKind      kind;
  JmAttr      attr;
  JmKind      part;
  const char *text;
} fields[] = {
  { JM_KIND_MAP, JM_ATTR_NONE, JM_KIND_TITLE, N_("Stands in large letters above the map") },
  { JM_KIND_MAP, JM_ATTR_NONE, JM_KIND_SCENARIO, N_("Stands below the title: who does what, and when") },
  { JM_KIND_MAP, JM_ATTR_KIND, JM_KIND_NONE, N_("Whether it shows how things are, or how they will be") },
  { JM_KIND_MAP, JM_ATTR_DATE, JM_KIND_NONE, N_("Stands at the foot of the map") },
  { JM_KIND_MAP, JM_ATTR_AXIS, JM_KIND_NONE, N_("Whether a phase is as wide as its cards, or as the time it takes") },
  { JM_KIND_MAP, JM_ATTR_LANG, JM_KIND_NONE, N_("What the map itself speaks: in the names of its lanes, in dates and in exports") },
  { JM_KIND_PERSONA, JM_ATTR_NONE, JM_KIND_NAME, N_("Stands above the map, and at the curve") },
  { JM_KIND_PERSONA, JM_ATTR_NONE, JM_KIND_GOAL, N_("What this person wants to get done") },
  { JM_KIND_PERSONA, JM_ATTR_NONE, JM_KIND_QUOTE, N_("Something that this person really said") },
  { JM_KIND_PERSONA, JM_ATTR_NONE, JM_KIND_DESCRIPTION, N_("Who it is, in a sentence or two") },
  { JM_KIND_PERSONA, JM_ATTR_COLOR, JM_KIND_NONE, N_("Of the face and of the curve") },
  { JM_KIND_PERSONA, JM_ATTR_HIDDEN, JM_KIND_NONE, N_("Without it the map leaves out the persona and the curve, and keeps them") },
  { JM_KIND_LANE, JM_ATTR_NONE, JM_KIND_TITLE, N_("Stands at the beginning of the lane") },
  { JM_KIND_LANE, JM_ATTR_HIDDEN, JM_KIND_NONE, N_("Without it the map leaves out the lane, and keeps what is in it") },
  { JM_KIND_PHASE, JM_ATTR_NONE, JM_KIND_TITLE, N_("Stands in the heading of the phase") },
  { JM_KIND_PHASE, JM_ATTR_NONE, JM_KIND_GOAL, N_("What has been reached at the end of the phase") },
  { JM_KIND_PHASE, JM_ATTR_DURATION, JM_KIND_NONE, N_("How long the phase takes; stands in its heading") },
  { JM_KIND_PHASE, JM_ATTR_START, JM_KIND_NONE, N_("The time of the day at which the phase begins") },
  { JM_KIND_PHASE, JM_ATTR_COLOR, JM_KIND_NONE, N_("Of the heading and of what lies below it") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_NONE, JM_KIND_TITLE, N_("Stands on the card") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_NONE, JM_KIND_DESCRIPTION, N_("Stands in small letters on the card") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_CHANNEL, JM_KIND_NONE, N_("Where it happens; stands in the lane of channels") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_ICON, JM_KIND_NONE, N_("Stands before the title on the card") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_DEVICE, JM_KIND_NONE, N_("What they use for it; stands beside the channel") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_AT, JM_KIND_NONE, N_("Where it lies within the phase, when the map is true to time") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_MOMENT_OF_TRUTH, JM_KIND_NONE, N_("With it, a line through the lanes says so on the map") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_EVIDENCE, JM_KIND_NONE, N_("Whether it was seen, heard, counted or only supposed") },
  { JM_KIND_TOUCHPOINT, JM_ATTR_NONE, JM_KIND_NONE, N_("How it feels here; the curve goes along") },
  { JM_KIND_EMOTION, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands beside the point of the curve") },
  { JM_KIND_EMOTION, JM_ATTR_VALUE, JM_KIND_NONE, N_("How high the point of the curve lies") },
  { JM_KIND_PAIN_POINT, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands in the lane of pain points") },
  { JM_KIND_PAIN_POINT, JM_ATTR_SEVERITY, JM_KIND_NONE, N_("How much it hurts; as many dots stand on the card") },
  { JM_KIND_OPPORTUNITY, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands in the lane of opportunities") },
  { JM_KIND_OPPORTUNITY, JM_ATTR_EFFORT, JM_KIND_NONE, N_("What it costs: how far to the right it stands in the view of effort and impact") },
  { JM_KIND_OPPORTUNITY, JM_ATTR_IMPACT, JM_KIND_NONE, N_("What it brings: how high it stands in the view of effort and impact") },
  { JM_KIND_THOUGHT, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands between quotation marks on the map") },
  { JM_KIND_THOUGHT, JM_ATTR_PERSONA, JM_KIND_NONE, N_("Whose words these are, where there are several personas") },
  { JM_KIND_NOTE, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands in its own lane, below the touchpoint or the phase") },
  { JM_KIND_PICTURE, JM_ATTR_ALT, JM_KIND_NONE, N_("Is read aloud in the place of the picture") },
  { JM_KIND_CHANNEL, JM_ATTR_NONE, JM_KIND_TITLE, N_("Stands at each touchpoint in this channel") },
  { JM_KIND_CHANNEL, JM_ATTR_REACH, JM_KIND_NONE, N_("Whether people are on a screen for it, or somewhere in person") },
  { JM_KIND_CHANNEL, JM_ATTR_ICON, JM_KIND_NONE, N_("Stands on the cards in this channel that have none of their own") },
  { JM_KIND_MEASURE, JM_ATTR_NONE, JM_KIND_NONE, N_("Says what the number is about") },
  { JM_KIND_MEASURE, JM_ATTR_VALUE, JM_KIND_NONE, N_("The number as it is now") },
  { JM_KIND_MEASURE, JM_ATTR_TARGET, JM_KIND_NONE, N_("The number that it is to become") },
  { JM_KIND_MEASURE, JM_ATTR_UNIT, JM_KIND_NONE, N_("Stands after the numbers") },
  { JM_KIND_MEASURE, JM_ATTR_CHAIN, JM_KIND_NONE, N_("Measures of one chain are set against each other from phase to phase") },
  { JM_KIND_TRANSITION, JM_ATTR_NONE, JM_KIND_NONE, N_("Stands at the arrow") },
  { JM_KIND_TRANSITION, JM_ATTR_KIND, JM_KIND_NONE, N_("How the arrow is drawn") },
  { JM_KIND_NONE, JM_ATTR_OWNER, JM_KIND_NONE, N_("Who sees to it") },
  { JM_KIND_NONE, JM_ATTR_VOTES, JM_KIND_NONE, N_("How many in the room chose this") },
};

static const struct
{
  const char *action;
  const char *text;
} entries[] = {
  { "app.new", N_("Begins a map in a window of its own") },
  { "win.open", N_("Lets you choose a map to open") },
  { "win.save", N_("Writes the map to its file") },
  { "win.save-as", N_("Writes the map to another file, and goes on with that") },
  { "win.save-template", N_("Puts the map among those that new maps can begin with") },
  { "win.versions", N_("Shows what this map was before, and what was thrown away") },
  { "win.export", N_("Makes a picture, a document or a table of the map") },
  { "win.print", N_("Puts the map on paper") },
  { "win.present", N_("Shows the map alone, on the whole screen; Escape ends it") },
  { "win.undo", N_("Takes back what was done last") },
  { "win.redo", N_("Does again what was taken back") },
  { "win.find", N_("Looks for words on the map") },
  { "win.check", N_("Shows what is still missing, one remark after the other") },
  { "win.view", N_("Shows the same map as another picture") },
  { "win.overview", N_("Shows the whole map in small, in the corner") },
  { "win.inspector", N_("Shows or hides what is known of the selected item") },
  { "win.true-to-time", N_("Makes phases as wide as the time they take") },
  { "win.compare", N_("Shows what is different from another map of the journey") },
  { "win.compare-with", N_("Lets you choose the map to compare with") },
  { "win.stop-comparing", N_("Shows this map alone again") },
  { "win.compare-both", N_("Shows both maps, one below the other") },
  { "win.make-future", N_("Makes a map of how it will be out of this one") },
  { "win.evidence", N_("Makes faint what is known in another way") },
  { "win.zoom-actual", N_("Shows the map as large as on paper") },
  { "win.zoom-fit", N_("Makes the whole map fit in the window") },
  { "win.zoom-selection", N_("Makes what is selected fill the window") },
  { "canvas.delete", N_("Takes it off the map, until you undo that") },
  { "canvas.duplicate", N_("Makes the same once more, beside it") },
  { "app.preferences", N_("What the program does for you, and how new maps begin") },
  { "win.shortcuts", N_("Shows what all the keys do") },
  { "app.help", N_("Tells how to do everything, step by step") },
  { "app.about", N_("Says which version this is, and who made it") },
};

static void
set_description (GtkWidget  *widget,
                 const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) ||
         GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_EXPANDER (widget);
}

/**
 * jm_describe:
 * @root: a control, or what is made of controls
 * @text: what it does, or what becomes of it
 *
 * Describes each control in @root, but not what only opens from there.
 */
void
jm_describe (GtkWidget  *root,
             const char *text)
{
  if (GTK_IS_POPOVER (root))
    return;

  if (is_control (root))
    set_description (root, text);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    jm_describe (child, text);
}

/**
 * jm_describe_rows:
 * @root: what has rows in it, such as a dialog
 *
 * Describes each row and what is in it by its second line: libadwaita shows it only.
 */
void
jm_describe_rows (GtkWidget *root)
{
  const char *subtitle = NULL;

  if (ADW_IS_ACTION_ROW (root))
    subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (root));
  if (subtitle != NULL && *subtitle != '\0')
    {
      jm_describe (root, subtitle);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    jm_describe_rows (child);
}

static const char *
describe_action (const char *action)
{
  for (guint i = 0; action != NULL && i < G_N_ELEMENTS (entries); i++)
    {
      if (strcmp (entries[i].action, action) == 0)
        return _(entries[i].text);
    }

  return NULL;
}

/**
 * jm_describe_menu:
 * @root: what has buttons or the entries of a menu in it
 *
 * Describes those that have an action of the window by what it does. To be called each time a menu opens: GTK makes its
 * entries anew when one is left out or comes back.
 */
void
jm_describe_menu (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *text = NULL;

      if (GTK_IS_ACTIONABLE (child))
        text = describe_action (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)));
      /* What has no action is a way into a menu below, or back from it. */
      if (text == NULL && strcmp (G_OBJECT_TYPE_NAME (child), "GtkModelButton") == 0)
        text = _("Opens a menu of its own");
      if (text != NULL)
        set_description (child, text);

      jm_describe_menu (child);
    }
}

/**
 * jm_describe_field:
 * @kind: of an item
 * @attr: one of its attributes, or %JM_ATTR_NONE
 * @part: one of its parts, or %JM_KIND_NONE
 *
 * Returns: (nullable): what becomes of this property of the item
 */
const char *
jm_describe_field (JmKind kind,
                   JmAttr attr,
                   JmKind part)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if ((fields[i].kind == kind || fields[i].kind == JM_KIND_NONE) && fields[i].attr == attr && fields[i].part == part)
        return _(fields[i].text);
    }

  return NULL;
}
