/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the items and the steps of the undo list are called. */
#include "jm-commands-private.h"

#include "config.h"

#include <glib/gi18n.h>

typedef struct
{
  JmKind      kind;
  const char *make;
  const char *move;
  const char *remove;
  const char *removed;          /* for a toast, with what it was called */
  const char *removed_unnamed;  /* for one without a text */
} JmKindNames;

static const JmKindNames names_of_kinds[] = {
  { JM_KIND_PERSONA, N_("New persona"), N_("Move persona"), N_("Delete persona"),
    N_("Deleted persona “%s”"), N_("Deleted a persona") },
  { JM_KIND_CHANNEL, N_("New channel"), N_("Move channel"), N_("Delete channel"),
    N_("Deleted channel “%s”"), N_("Deleted a channel") },
  { JM_KIND_LANE, N_("New lane"), N_("Move lane"), N_("Delete lane"),
    N_("Deleted lane “%s”"), N_("Deleted a lane") },
  { JM_KIND_PHASE, N_("New phase"), N_("Move phase"), N_("Delete phase"),
    N_("Deleted phase “%s”"), N_("Deleted a phase") },
  { JM_KIND_MEASURE, N_("New measure"), N_("Move measure"), N_("Delete measure"),
    N_("Deleted measure “%s”"), N_("Deleted a measure") },
  { JM_KIND_NOTE, N_("New note"), N_("Move note"), N_("Delete note"),
    N_("Deleted note “%s”"), N_("Deleted a note") },
  { JM_KIND_TOUCHPOINT, N_("New touchpoint"), N_("Move touchpoint"), N_("Delete touchpoint"),
    N_("Deleted touchpoint “%s”"), N_("Deleted a touchpoint") },
  { JM_KIND_EMOTION, N_("New feeling"), N_("Move feeling"), N_("Delete feeling"),
    N_("Deleted feeling “%s”"), N_("Deleted a feeling") },
  { JM_KIND_PAIN_POINT, N_("New pain point"), N_("Move pain point"), N_("Delete pain point"),
    N_("Deleted pain point “%s”"), N_("Deleted a pain point") },
  { JM_KIND_OPPORTUNITY, N_("New opportunity"), N_("Move opportunity"), N_("Delete opportunity"),
    N_("Deleted opportunity “%s”"), N_("Deleted an opportunity") },
  { JM_KIND_THOUGHT, N_("New thought"), N_("Move thought"), N_("Delete thought"),
    N_("Deleted thought “%s”"), N_("Deleted a thought") },
  { JM_KIND_PICTURE, N_("New picture"), N_("Move picture"), N_("Delete picture"),
    N_("Deleted picture “%s”"), N_("Deleted a picture") },
  { JM_KIND_REFERENCE, N_("New reference"), N_("Move reference"), N_("Delete reference"),
    N_("Deleted reference “%s”"), N_("Deleted a reference") },
  { JM_KIND_TRANSITION, N_("New transition"), N_("Move transition"), N_("Delete transition"),
    N_("Deleted transition “%s”"), N_("Deleted a transition") },
  { JM_KIND_HINT, N_("New suggestion"), N_("Move suggestion"), N_("Delete suggestion"),
    N_("Deleted suggestion “%s”"), N_("Deleted a suggestion") },
};

static const JmKindNames *
find_names (JmKind kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names_of_kinds); i++)
    {
      if (names_of_kinds[i].kind == kind)
        return &names_of_kinds[i];
    }

  return NULL;
}

/**
 * jm_color_get_display_name:
 * @color: a name of the palette, or a colour of one's own
 *
 * Returns: (transfer none): what people call it, in their language; @color itself for one that has no name
 */
const char *
jm_color_get_display_name (const char *color)
{
  static const struct
  {
    const char *color;
    const char *name;
  } names[] = {
    { "blue", N_("Blue") },
    { "teal", N_("Teal") },
    { "green", N_("Green") },
    { "amber", N_("Amber") },
    { "orange", N_("Orange") },
    { "pink", N_("Pink") },
    { "purple", N_("Purple") },
    { "slate", N_("Slate") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (names[i].color, color) == 0)
        return _(names[i].name);
    }

  return color;
}

/**
 * jm_kind_get_main_part:
 * @kind: a kind of item
 *
 * Gets the part in which an item of @kind carries what it is called by.
 *
 * Returns: %JM_KIND_TITLE, %JM_KIND_NAME, or %JM_KIND_NONE where that is the item's own text
 */
JmKind
jm_kind_get_main_part (JmKind kind)
{
  if (jm_kind_may_contain (kind, JM_KIND_TITLE))
    return JM_KIND_TITLE;
  if (jm_kind_may_contain (kind, JM_KIND_NAME))
    return JM_KIND_NAME;

  return JM_KIND_NONE;
}

const char *
jm_command_label_new (JmKind kind)
{
  const JmKindNames *names = find_names (kind);

  return names != NULL && names->make != NULL ? _(names->make) : _("New item");
}

const char *
jm_command_label_move (JmKind kind)
{
  const JmKindNames *names = find_names (kind);

  return names != NULL && names->move != NULL ? _(names->move) : _("Move item");
}

const char *
jm_command_label_set (JmAttr attr)
{
  switch ((int) attr)
    {
    case JM_ATTR_LANG:
      return _("Change language");
    case JM_ATTR_KIND:
      return _("Change kind");
    case JM_ATTR_DATE:
      return _("Change date");
    case JM_ATTR_AXIS:
      return _("Change axis");
    case JM_ATTR_START:
    case JM_ATTR_AT:
      return _("Change time");
    case JM_ATTR_COLOR:
      return _("Change color");
    case JM_ATTR_ICON:
      return _("Change pictogram");
    case JM_ATTR_HIDDEN:
      return _("Show or hide");
    case JM_ATTR_DURATION:
      return _("Change duration");
    case JM_ATTR_WIDTH:
      return _("Change width");
    case JM_ATTR_CHANNEL:
      return _("Change channel");
    case JM_ATTR_DEVICE:
      return _("Change device");
    case JM_ATTR_MOMENT_OF_TRUTH:
      return _("Moment of truth");
    case JM_ATTR_EVIDENCE:
      return _("Change evidence");
    case JM_ATTR_OWNER:
      return _("Change owner");
    case JM_ATTR_PERSONA:
      return _("Change persona");
    case JM_ATTR_SEVERITY:
      return _("Change severity");
    case JM_ATTR_VOTES:
      return _("Change votes");
    case JM_ATTR_RESOLVES:
      return _("Change what it resolves");
    case JM_ATTR_EFFORT:
      return _("Change effort");
    case JM_ATTR_IMPACT:
      return _("Change impact");
    case JM_ATTR_VALUE:
      return _("Change value");
    case JM_ATTR_UNIT:
      return _("Change unit");
    case JM_ATTR_CHAIN:
      return _("Change chain");
    case JM_ATTR_TARGET:
      return _("Change target");
    default:
      return _("Change property");
    }
}

const char *
jm_command_label_text (JmKind part)
{
  switch ((int) part)
    {
    case JM_KIND_TITLE:
      return _("Edit title");
    case JM_KIND_SCENARIO:
      return _("Edit scenario");
    case JM_KIND_NAME:
      return _("Edit name");
    case JM_KIND_QUOTE:
      return _("Edit quote");
    case JM_KIND_DESCRIPTION:
      return _("Edit description");
    case JM_KIND_GOAL:
      return _("Edit goal");
    default:
      return _("Edit text");
    }
}

char *
jm_command_label_delete (JmKind kind,
                         guint  n_items)
{
  const JmKindNames *names = find_names (kind);

  if (n_items == 1 && names != NULL && names->remove != NULL)
    return g_strdup (_(names->remove));
  if (kind == JM_KIND_TOUCHPOINT)
    return g_strdup_printf (ngettext ("Delete %u touchpoint", "Delete %u touchpoints", n_items), n_items);

  return g_strdup_printf (ngettext ("Delete %u item", "Delete %u items", n_items), n_items);
}

/* For a toast: names what went when it was one thing, counts when it was more. */
char *
jm_command_say_deleted (JmKind      kind,
                           guint       n_items,
                           const char *name)
{
  const JmKindNames *names = find_names (kind);

  if (n_items == 1 && names != NULL && names->removed != NULL)
    {
      if (name == NULL || *name == '\0')
        return g_strdup (_(names->removed_unnamed));

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      return g_strdup_printf (_(names->removed), name);
#pragma GCC diagnostic pop
    }

  switch ((int) kind)
    {
    case JM_KIND_TOUCHPOINT:
      return g_strdup_printf (ngettext ("Deleted %u touchpoint", "Deleted %u touchpoints", n_items), n_items);
    case JM_KIND_PHASE:
      return g_strdup_printf (ngettext ("Deleted %u phase", "Deleted %u phases", n_items), n_items);
    case JM_KIND_PAIN_POINT:
      return g_strdup_printf (ngettext ("Deleted %u pain point", "Deleted %u pain points", n_items), n_items);
    case JM_KIND_OPPORTUNITY:
      return g_strdup_printf (ngettext ("Deleted %u opportunity", "Deleted %u opportunities", n_items), n_items);
    default:
      return g_strdup_printf (ngettext ("Deleted %u item", "Deleted %u items", n_items), n_items);
    }
}
