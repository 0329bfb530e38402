/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-date-field.h"

#include "jm-spoken.h"

#include <glib/gi18n.h>
#include <stdio.h>

struct _JmDateField
{
  JmField    parent_instance;

  GtkWidget *date;
  GtkWidget *popover;
  GtkWidget *calendar;   /* NULL until the popover is opened for the first time */
  char      *value;
  gboolean   refreshing;
};

G_DEFINE_FINAL_TYPE (JmDateField, jm_date_field, JM_TYPE_FIELD)

static void
show_day (JmDateField *self)
{
  g_autoptr(GDateTime) day = NULL;
  int year, month, date;

  if (self->value != NULL && sscanf (self->value, "%4d-%2d-%2d", &year, &month, &date) == 3)
    day = g_date_time_new_local (year, month, date, 0, 0, 0);
  if (day == NULL)
    day = g_date_time_new_now_local ();

  self->refreshing = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  self->refreshing = FALSE;
}

static void
jm_date_field_refresh (JmField *field,
                       JmMap   *map,
                       JmItem  *item)
{
  JmDateField *self = JM_DATE_FIELD (field);
  g_autofree char *words = NULL;

  g_free (self->value);
  self->value = g_strdup (jm_field_get_value (field, item));

  words = *self->value == '\0' ? g_strdup (_("None")) : jm_spoken_date (self->value);
  gtk_label_set_label (GTK_LABEL (self->date), words);
  jm_field_say_value (field, words);
  if (self->calendar != NULL)
    show_day (self);
}

static void
day_selected_cb (JmDateField *self)
{
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *value = NULL;

  if (self->refreshing)
    return;

  day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  value = g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                           g_date_time_get_day_of_month (day));
  jm_field_set_value (JM_FIELD (self), value);
}

static void
clear_cb (JmDateField *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  jm_field_set_value (JM_FIELD (self), NULL);
}

static void
show_cb (JmDateField *self)
{
  if (self->calendar == NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *clear = gtk_button_new_with_label (_("No Date"));

      self->calendar = gtk_calendar_new ();
      g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
      g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
      gtk_widget_add_css_class (clear, "flat");
      gtk_box_append (GTK_BOX (box), self->calendar);
      gtk_box_append (GTK_BOX (box), clear);
      gtk_popover_set_child (GTK_POPOVER (self->popover), box);
    }
  show_day (self);
}

static void
jm_date_field_finalize (GObject *object)
{
  g_free (JM_DATE_FIELD (object)->value);

  G_OBJECT_CLASS (jm_date_field_parent_class)->finalize (object);
}

static void
jm_date_field_class_init (JmDateFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_date_field_finalize;
  JM_FIELD_CLASS (klass)->refresh = jm_date_field_refresh;
}

static void
jm_date_field_init (JmDateField *self)
{
}

/**
 * jm_date_field_new:
 * @label: its name for people
 *
 * Returns: (transfer floating): a field for the attribute %JM_ATTR_DATE
 */
GtkWidget *
jm_date_field_new (const char *label)
{
  JmDateField *self = g_object_new (JM_TYPE_DATE_FIELD, NULL);

  jm_field_set_subject (JM_FIELD (self), label, JM_ATTR_DATE, JM_KIND_NONE);
  self->popover = gtk_popover_new ();
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (show_cb), self);
  self->date = jm_field_set_menu_button (JM_FIELD (self), NULL, self->popover);

  return GTK_WIDGET (self);
}
