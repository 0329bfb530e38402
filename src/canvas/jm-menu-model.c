/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the menu of an item says: everything that can be done with it, and the key beside each. What the entries do is in
 * jm-canvas-actions.c; those that begin with win. are the window's, and left out where there is none. */
#include "jm-canvas-private.h"

#include "model/jm-names.h"
#include "scene/jm-words.h"

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

/* A row without an action begins another section. */
typedef struct
{
  const char *label;
  const char *action;
  const char *accel;
  GMenu    *(*submenu) (JmCanvas *self);
  /* What it would do now, such as “Move touchpoint”, and how it says so */
  const char *(*get_step) (JmSession *session);
  const char *with_step;
} Entry;

#define SECTION { NULL }

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  if (g_str_has_prefix (action, "win."))
    g_menu_item_set_attribute (item, "hidden-when", "s", "action-missing");
  g_menu_append_item (menu, item);
}

/**
 * jm_menu_say_step:
 * @label: what an entry says while there is no step
 * @with_step: what it says of a step, with %s for it
 * @step: (nullable): the step, such as "Move touchpoint"
 *
 * Returns: (transfer full): the label of an entry that undoes a step, or does it again
 */
char *
jm_menu_say_step (const char *label,
                  const char *with_step,
                  const char *step)
{
  g_autoptr(GString) escaped = NULL;
  GString *said;

  if (step == NULL)
    return g_strdup (label);

  /* It is no mnemonic. */
  escaped = g_string_new (step);
  g_string_replace (escaped, "_", "__", 0);
  said = g_string_new (with_step);
  g_string_replace (said, "%s", escaped->str, 1);

  return g_string_free (said, FALSE);
}

static void
append_submenu (GMenu      *menu,
                const char *label,
                GMenu      *submenu)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
    g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

static GMenu *
new_adding_menu (JmCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) beside = g_menu_new ();
  g_autoptr(GMenu) inside = g_menu_new ();

  append (beside, _("Touchpoint _After This One"), "canvas.insert(1)", "t");
  append (beside, _("Touchpoint _Before This One"), "canvas.insert(0)", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (beside));

  append (inside, _("_Pain Point"), "canvas.new::pain-point", "p");
  append (inside, _("_Opportunity"), "canvas.new::opportunity", "o");
  append (inside, _("_Thought"), "canvas.new::thought", "q");
  append (inside, _("_Note"), "canvas.new::note", "n");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (inside));

  return menu;
}

static GMenu *
new_feeling_menu (JmCanvas *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) faces = g_menu_new ();
  g_autoptr(GMenu) steps = g_menu_new ();

  append (faces, _("Very good"), "canvas.feeling::2", "5");
  append (faces, _("Good"), "canvas.feeling::1", "4");
  append (faces, _("Neutral"), "canvas.feeling::0", "3");
  append (faces, _("Bad"), "canvas.feeling::-1", "2");
  append (faces, _("Very bad"), "canvas.feeling::-2", "1");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (faces));

  append (steps, _("Half a Step _Up"), "canvas.step-feeling(0.5)", "<Alt>Up");
  append (steps, _("Half a Step _Down"), "canvas.step-feeling(-0.5)", "<Alt>Down");
  append (steps, _("_No Feeling"), "canvas.clear-feeling", "0");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (steps));

  return menu;
}

static GMenu *
new_color_menu (JmCanvas *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; jm_palette_names[i] != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("canvas.color::", jm_palette_names[i], NULL);

      append (menu, jm_color_get_display_name (jm_palette_names[i]), action, NULL);
    }

  return menu;
}

static void
append_hidden (GMenu      *menu,
               JmItem     *hidden,
               const char *name)
{
  g_auto(GStrv) parts = g_strsplit (name != NULL ? name : "", "_", -1);
  g_autofree char *literal = g_strjoinv ("__", parts);
  g_autoptr(GMenuItem) item = g_menu_item_new (literal, NULL);

  g_menu_item_set_action_and_target (item, "canvas.show", "s", jm_item_get_id (hidden));
  g_menu_append_item (menu, item);
}

/* The lanes that are not shown, by name: so none is ever lost. */
static GMenu *
new_hidden_menu (JmCanvas *self)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (self->session));
  const JmWords *words = jm_words_get (jm_item_get (root, JM_ATTR_LANG));
  GMenu *menu = g_menu_new ();
  JmItem *lane;
  guint cursor = 0;

  while ((lane = jm_item_next (root, JM_KIND_LANE, &cursor)) != NULL)
    {
      if (jm_item_get_boolean (lane, JM_ATTR_HIDDEN))
        append_hidden (menu, lane, jm_words_lane (words, lane));
    }

  return menu;
}

static GMenu *
new_hidden_personas_menu (JmCanvas *self)
{
  JmItem *root = jm_map_get_root (jm_session_get_map (self->session));
  GMenu *menu = g_menu_new ();
  JmItem *persona;
  guint cursor = 0;

  while ((persona = jm_item_next (root, JM_KIND_PERSONA, &cursor)) != NULL)
    {
      if (jm_item_get_boolean (persona, JM_ATTR_HIDDEN))
        append_hidden (menu, persona, jm_item_get_label (persona));
    }

  return menu;
}

static GMenu *
new_lanes_menu (JmCanvas   *self,
                const char *action)
{
  GMenu *menu = g_menu_new ();
  guint n_kinds;
  const JmLaneKind *kinds = jm_command_get_lane_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *detailed = g_strconcat (action, "::", kinds[i].kind, NULL);

      append (menu, _(kinds[i].name), detailed, NULL);
    }

  return menu;
}

static GMenu *
new_lane_before_menu (JmCanvas *self)
{
  return new_lanes_menu (self, "canvas.lane-before");
}

static GMenu *
new_lane_after_menu (JmCanvas *self)
{
  return new_lanes_menu (self, "canvas.lane-after");
}

static GMenu *
new_lane_menu (JmCanvas *self)
{
  return new_lanes_menu (self, "canvas.lane-last");
}

#define CLIPBOARD \
  { N_("Cu_t"), "canvas.cut", "<Control>x" }, \
  { N_("_Copy"), "canvas.copy", "<Control>c" }, \
  { N_("_Paste"), "canvas.paste", "<Control>v" }, \
  { N_("D_uplicate"), "canvas.duplicate", "<Control>d" }, \
  { N_("_Delete"), "canvas.delete", "Delete" }

#define ALONG \
  { N_("Move _Earlier"), "canvas.move(-1)", "<Alt>Left" }, \
  { N_("Move _Later"), "canvas.move(1)", "<Alt>Right" }

#define PROPERTIES { N_("P_roperties"), "canvas.inspect", NULL }

static const Entry touchpoint_entries[] = {
  { N_("_Edit Title"), "canvas.edit::title", "Return" },
  { N_("Edit De_scription"), "canvas.edit::description", NULL },
  PROPERTIES,
  SECTION,
  { N_("_New"), .submenu = new_adding_menu },
  { N_("_Feeling"), .submenu = new_feeling_menu },
  { N_("_Moment of Truth"), "canvas.moment-of-truth", "m" },
  { N_("Lead _to Another…"), "canvas.lead", "l" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
};

static const Entry phase_entries[] = {
  { N_("_Edit Title"), "canvas.edit::title", "Return" },
  { N_("Edit _Goal"), "canvas.edit::goal", NULL },
  { N_("C_olor"), .submenu = new_color_menu },
  SECTION,
  { N_("New _Touchpoint in This Phase"), "canvas.new::touchpoint", "t" },
  { N_("New Phase _Before"), "canvas.insert(0)", NULL },
  { N_("New Phase _After"), "canvas.insert(1)", "f" },
  { N_("Lead _to Another…"), "canvas.lead", "l" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry lane_entries[] = {
  { N_("_Rename"), "canvas.edit::title", "Return" },
  { N_("_Hide"), "canvas.hide", NULL },
  { N_("_Show Lane"), .submenu = new_hidden_menu },
  SECTION,
  { N_("New Lane _Above"), .submenu = new_lane_before_menu },
  { N_("New Lane _Below"), .submenu = new_lane_after_menu },
  SECTION,
  { N_("Move _Up"), "canvas.move-lane(-1)", "<Alt>Up" },
  { N_("Move Dow_n"), "canvas.move-lane(1)", "<Alt>Down" },
  SECTION,
  { N_("_Delete"), "canvas.delete", "Delete" },
  SECTION,
  PROPERTIES,
};

static const Entry persona_entries[] = {
  { N_("_Edit Name"), "canvas.edit::name", "Return" },
  { N_("Edit _Quote"), "canvas.edit::quote", NULL },
  { N_("C_olor"), .submenu = new_color_menu },
  { N_("_Hide"), "canvas.hide", NULL },
  { N_("_Show Persona"), .submenu = new_hidden_personas_menu },
  SECTION,
  { N_("New Persona _After"), "canvas.insert(1)", NULL },
  ALONG,
  SECTION,
  /* Without a map around them there is nothing to be cut or copied. */
  { N_("D_uplicate"), "canvas.duplicate", "<Control>d" },
  { N_("_Delete"), "canvas.delete", "Delete" },
  SECTION,
  PROPERTIES,
};

static const Entry title_entries[] = {
  { N_("_Edit Title"), "canvas.edit::title", NULL },
  { N_("Edit _Scenario"), "canvas.edit::scenario", NULL },
  SECTION,
  { N_("New _Persona"), "canvas.new::persona", NULL },
  { N_("_Show Persona"), .submenu = new_hidden_personas_menu },
  SECTION,
  PROPERTIES,
};

static const Entry emotion_entries[] = {
  { N_("_Edit What They Say"), "canvas.edit::", "Return" },
  { N_("_Feeling"), .submenu = new_feeling_menu },
  SECTION,
  { N_("_Copy"), "canvas.copy", "<Control>c" },
  { N_("_Delete"), "canvas.delete", "Delete" },
  SECTION,
  PROPERTIES,
};

static const Entry pain_point_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  { N_("_More Severe"), "canvas.weigh(1)", "plus" },
  { N_("_Less Severe"), "canvas.weigh(-1)", "minus" },
  SECTION,
  { N_("_New Pain Point"), "canvas.new::pain-point", "p" },
  { N_("New _Opportunity That Resolves It"), "canvas.new::opportunity", "o" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry opportunity_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  { N_("_One Vote More"), "canvas.weigh(1)", "plus" },
  { N_("One Vote _Less"), "canvas.weigh(-1)", "minus" },
  SECTION,
  { N_("_New Opportunity"), "canvas.new::opportunity", "o" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry thought_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  { N_("_New Thought"), "canvas.new::thought", "q" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry note_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  { N_("_New Note"), "canvas.new::note", "n" },
  { N_("Lead _to Another…"), "canvas.lead", "l" },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry measure_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  { N_("_New Measure"), "canvas.new::measure", NULL },
  SECTION,
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry picture_entries[] = {
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  PROPERTIES,
};

static const Entry transition_entries[] = {
  { N_("_Edit"), "canvas.edit::", "Return" },
  SECTION,
  { N_("_Delete"), "canvas.delete", "Delete" },
  SECTION,
  PROPERTIES,
};

static const Entry several_entries[] = {
  ALONG,
  SECTION,
  CLIPBOARD,
  SECTION,
  { N_("_Show What Is Selected"), "win.zoom-selection", NULL },
  PROPERTIES,
};

static const Entry empty_entries[] = {
  { N_("New _Touchpoint Here"), "canvas.make::touchpoint", NULL },
  { N_("New P_hase Here"), "canvas.make::phase", NULL },
  { N_("New _Lane"), .submenu = new_lane_menu },
  { N_("_Show Lane"), .submenu = new_hidden_menu },
  { N_("Show Pe_rsona"), .submenu = new_hidden_personas_menu },
  SECTION,
  { N_("_Undo"), "win.undo", .get_step = jm_session_get_undo_label, .with_step = N_("_Undo: %s") },
  { N_("Re_do"), "win.redo", .get_step = jm_session_get_redo_label, .with_step = N_("Re_do: %s") },
  SECTION,
  { N_("_Paste"), "canvas.paste", "<Control>v" },
  { N_("Select _All"), "canvas.select-all", "<Control>a" },
  SECTION,
  { N_("_Find…"), "win.find", NULL },
  { N_("Show the _Whole Map"), "win.zoom-fit", NULL },
  PROPERTIES,
};

#define MENU(role, entries) [role] = { entries, G_N_ELEMENTS (entries) }

static const struct
{
  const Entry *entries;
  gsize        n_entries;
} menus[JM_N_ROLES] = {
  MENU (JM_ROLE_TITLE, title_entries),
  MENU (JM_ROLE_PERSONA, persona_entries),
  MENU (JM_ROLE_PHASE, phase_entries),
  MENU (JM_ROLE_LANE, lane_entries),
  MENU (JM_ROLE_TOUCHPOINT, touchpoint_entries),
  MENU (JM_ROLE_CHANNEL, touchpoint_entries),
  MENU (JM_ROLE_DEVICE, touchpoint_entries),
  MENU (JM_ROLE_EMOTION, emotion_entries),
  MENU (JM_ROLE_PAIN_POINT, pain_point_entries),
  MENU (JM_ROLE_OPPORTUNITY, opportunity_entries),
  MENU (JM_ROLE_THOUGHT, thought_entries),
  MENU (JM_ROLE_NOTE, note_entries),
  MENU (JM_ROLE_MEASURE, measure_entries),
  MENU (JM_ROLE_PICTURE, picture_entries),
  MENU (JM_ROLE_TRANSITION, transition_entries),
};

/* A map that runs from right to left has what is later on the left. */
static const char *
mirror (const char *accel)
{
  if (g_strcmp0 (accel, "<Alt>Left") == 0)
    return "<Alt>Right";
  if (g_strcmp0 (accel, "<Alt>Right") == 0)
    return "<Alt>Left";

  return accel;
}

static void
append_entries (JmCanvas    *self,
                GMenu       *menu,
                const Entry *entries,
                gsize        n_entries)
{
  gboolean rtl = self->scene != NULL && jm_scene_is_rtl (self->scene);
  GMenu *section = g_menu_new ();

  for (gsize i = 0; i < n_entries; i++)
    {
      const Entry *entry = &entries[i];

      if (entry->label == NULL)
        {
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
          g_object_unref (section);
          section = g_menu_new ();
        }
      else if (entry->submenu != NULL)
        {
          append_submenu (section, _(entry->label), entry->submenu (self));
        }
      else if (entry->get_step != NULL)
        {
          g_autofree char *label = jm_menu_say_step (_(entry->label), _(entry->with_step), entry->get_step (self->session));

          append (section, label, entry->action, entry->accel);
        }
      else
        {
          append (section, _(entry->label), entry->action, rtl ? mirror (entry->accel) : entry->accel);
        }
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* What belongs into the lane at an empty place comes first. */
static void
append_cell (JmCanvas    *self,
             GMenu       *menu,
             const JmHit *hit)
{
  const char *lane_id = jm_places_find_lane (self, hit->at.y, NULL);
  JmItem *lane = lane_id != NULL ? jm_map_find (self->scene_map, lane_id) : NULL;
  JmKind kind = lane != NULL ? jm_places_get_kind_of_lane (lane) : JM_KIND_NONE;
  g_autoptr(GMenu) section = NULL;
  g_autofree char *label = NULL;

  if (kind == JM_KIND_NONE || kind == JM_KIND_TOUCHPOINT || jm_places_find_phase (self, hit->at.x, FALSE) == NULL)
    return;

  section = g_menu_new ();
  /* Translators: %s is what a lane holds, such as "Pain point" */
  label = g_strdup_printf (_("New Here: %s"), jm_kind_get_display_name (kind));
  append (section, label, "canvas.make-in-lane", NULL);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* The menu for what is at a place; a full reference. */
GMenuModel *
jm_canvas_menu_new_model (JmCanvas    *self,
                          const JmHit *hit)
{
  const char * const *selection = jm_session_get_selection (self->session);
  JmRole role = hit->group != NULL ? hit->group->role : JM_ROLE_NONE;
  GMenu *menu = g_menu_new ();

  if (hit->group != NULL && hit->group->id != NULL && role != JM_ROLE_CELL &&
      selection[0] != NULL && selection[1] != NULL && jm_session_is_selected (self->session, hit->group->id))
    {
      append_entries (self, menu, several_entries, G_N_ELEMENTS (several_entries));
    }
  else if (menus[role].entries != NULL)
    {
      append_entries (self, menu, menus[role].entries, menus[role].n_entries);
    }
  else
    {
      append_cell (self, menu, hit);
      append_entries (self, menu, empty_entries, G_N_ELEMENTS (empty_entries));
    }

  return G_MENU_MODEL (menu);
}
