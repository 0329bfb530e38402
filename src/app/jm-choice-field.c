/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-choice-field.h"

#include <string.h>

struct _JmChoiceField
{
  JmField        parent_instance;

  GtkWidget     *drop_down;
  GtkStringList *names;
  GPtrArray     *values;       /* of char *, as long as the names but for the extra choice */
  char          *extra;        /* the name of a last choice that is no value */
  guint          n_foreign;    /* 1 when the last value is one that is no choice of ours */
  gboolean       refreshing;
};

enum
{
  SIGNAL_EXTRA,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (JmChoiceField, jm_choice_field, JM_TYPE_FIELD)

static guint
find_value (JmChoiceField *self,
            const char    *value)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      if (strcmp (g_ptr_array_index (self->values, i), value) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
drop_foreign (JmChoiceField *self)
{
  if (self->n_foreign == 0)
    return;

  g_ptr_array_remove_index (self->values, self->values->len - 1);
  gtk_string_list_remove (self->names, self->values->len);
  self->n_foreign = 0;
}

static void
jm_choice_field_refresh (JmField *field,
                         JmMap   *map,
                         JmItem  *item)
{
  JmChoiceField *self = JM_CHOICE_FIELD (field);
  const char *value = jm_field_get_value (field, item);
  guint present;

  self->refreshing = TRUE;

  present = find_value (self, value);
  if (present == GTK_INVALID_LIST_POSITION || present + self->n_foreign < self->values->len)
    drop_foreign (self);

  /* An open vocabulary may hold a word that we do not offer; it is shown as it is, and stays. */
  if (present == GTK_INVALID_LIST_POSITION)
    {
      const char *addition[] = { value, NULL };

      present = self->values->len;
      gtk_string_list_splice (self->names, present, 0, addition);
      g_ptr_array_add (self->values, g_strdup (value));
      self->n_foreign = 1;
    }

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), present);
  self->refreshing = FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self), item != NULL);
}

/* The focus is on the button inside, which does not say of itself what it is for. */
static void
say_choice (JmChoiceField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));
  const char *name = gtk_string_list_get_string (self->names, selected);

  jm_field_say_value (JM_FIELD (self), name != NULL ? name : "");
}

static void
selected_cb (JmChoiceField *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down));

  say_choice (self);

  if (self->refreshing || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected >= self->values->len)
    {
      jm_field_refresh (JM_FIELD (self));
      g_signal_emit (self, signals[SIGNAL_EXTRA], 0);
      return;
    }

  jm_field_set_value (JM_FIELD (self), g_ptr_array_index (self->values, selected));
}

static void
jm_choice_field_finalize (GObject *object)
{
  JmChoiceField *self = JM_CHOICE_FIELD (object);

  g_clear_object (&self->names);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (jm_choice_field_parent_class)->finalize (object);
}

static void
jm_choice_field_class_init (JmChoiceFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jm_choice_field_finalize;
  JM_FIELD_CLASS (klass)->refresh = jm_choice_field_refresh;

  signals[SIGNAL_EXTRA] =
    g_signal_new ("extra", JM_TYPE_CHOICE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jm_choice_field_init (JmChoiceField *self)
{
  self->names = gtk_string_list_new (NULL);
  self->values = g_ptr_array_new_with_free_func (g_free);
}

/**
 * jm_choice_field_new:
 * @label: its name for people
 * @attr: the attribute it edits
 *
 * Returns: (transfer floating): a field without choices as yet
 */
GtkWidget *
jm_choice_field_new (const char *label,
                     JmAttr      attr)
{
  JmChoiceField *self = g_object_new (JM_TYPE_CHOICE_FIELD, NULL);

  jm_field_set_subject (JM_FIELD (self), label, attr, JM_KIND_NONE);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->names)), NULL);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  jm_field_set_button (JM_FIELD (self), self->drop_down);

  return GTK_WIDGET (self);
}

/**
 * jm_choice_field_set_choices:
 * @self: a field
 * @choices: what may be chosen; copied
 * @n_choices: how many
 *
 * Offers other choices. When they are the same as before, nothing happens, so that a list that is open stays so.
 */
void
jm_choice_field_set_choices (JmChoiceField  *self,
                             const JmChoice *choices,
                             guint           n_choices)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  gboolean same;

  g_return_if_fail (JM_IS_CHOICE_FIELD (self));

  same = self->values->len - self->n_foreign == n_choices && n_choices > 0;
  for (guint i = 0; same && i < n_choices; i++)
    {
      same = strcmp (choices[i].value, g_ptr_array_index (self->values, i)) == 0 &&
             strcmp (choices[i].name, gtk_string_list_get_string (self->names, i)) == 0;
    }
  if (same)
    return;

  self->refreshing = TRUE;
  g_ptr_array_set_size (self->values, 0);
  self->n_foreign = 0;
  for (guint i = 0; i < n_choices; i++)
    {
      g_ptr_array_add (self->values, g_strdup (choices[i].value));
      g_ptr_array_add (names, (char *) choices[i].name);
    }
  if (self->extra != NULL)
    g_ptr_array_add (names, self->extra);
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char * const *) names->pdata);
  self->refreshing = FALSE;

  jm_field_refresh (JM_FIELD (self));
}

/**
 * jm_choice_field_set_extra:
 * @self: a field
 * @name: the name of a last choice that is no value, such as "New channel…"
 *
 * To be called before the choices are set.
 */
void
jm_choice_field_set_extra (JmChoiceField *self,
                           const char    *name)
{
  g_return_if_fail (JM_IS_CHOICE_FIELD (self));

  g_free (self->extra);
  self->extra = g_strdup (name);
}
