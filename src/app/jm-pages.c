/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages that are nothing but fields: one function each. */
#include "config.h"

#include "jm-choice-field.h"
#include "jm-icon-field.h"
#include "jm-number-field.h"
#include "jm-page.h"
#include "jm-spoken.h"
#include "jm-text-field.h"

#include <glib/gi18n.h>

static GtkWidget *
new_text (const char *label,
          JmKind      part)
{
  return jm_text_field_new (label, JM_ATTR_NONE, part, TRUE);
}

static GtkWidget *
new_line (const char *label,
          JmAttr      attr)
{
  return jm_text_field_new (label, attr, JM_KIND_NONE, FALSE);
}

static GtkWidget *
new_number (const char *label,
            JmAttr      attr)
{
  GtkWidget *field = new_line (label, attr);

  jm_text_field_set_words (JM_TEXT_FIELD (field), jm_spoken_number, jm_spoken_read_number);

  return field;
}

GtkWidget *
jm_channel_page_new (void)
{
  const JmChoice reaches[] = {
    { "", _("Not said") },
    { "online", _("Online") },
    { "offline", _("Offline") },
    { "both", _("Both") },
  };
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);
  GtkWidget *reach = jm_choice_field_new (_("Reach"), JM_ATTR_REACH);

  jm_choice_field_set_choices (JM_CHOICE_FIELD (reach), reaches, G_N_ELEMENTS (reaches));
  jm_page_add_fields (page,
                      new_text (_("Name"), JM_KIND_TITLE),
                      reach,
                      jm_icon_field_new (_("Icon"), _("None")),
                      NULL);

  return GTK_WIDGET (page);
}

GtkWidget *
jm_emotion_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);
  GtkWidget *words = new_text (_("In their words"), JM_KIND_NONE);

  jm_text_field_set_hint (JM_TEXT_FIELD (words), _("Shown beside the point of the curve"));
  jm_page_add_fields (page,
                      words,
                      new_number (_("Feeling, from −2 to 2"), JM_ATTR_VALUE),
                      NULL);

  return GTK_WIDGET (page);
}

GtkWidget *
jm_pain_point_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);

  jm_page_add_fields (page,
                      new_text (_("What hurts"), JM_KIND_NONE),
                      jm_number_field_new (_("Severity"), JM_ATTR_SEVERITY, 1, 3, FALSE),
                      jm_number_field_new (_("Votes"), JM_ATTR_VOTES, 0, 9999, FALSE),
                      new_line (_("Owner"), JM_ATTR_OWNER),
                      NULL);

  return GTK_WIDGET (page);
}

GtkWidget *
jm_note_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);

  jm_page_add_field (page, new_text (_("Note"), JM_KIND_NONE));

  return GTK_WIDGET (page);
}

/* Its own text is the picture itself, and nothing to type in. */
GtkWidget *
jm_picture_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);

  jm_page_add_field (page, new_line (_("What it shows, for those who cannot see it"), JM_ATTR_ALT));

  return GTK_WIDGET (page);
}

GtkWidget *
jm_reference_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);

  jm_page_add_fields (page,
                      new_text (_("Text"), JM_KIND_NONE),
                      new_line (_("Address"), JM_ATTR_HREF),
                      NULL);

  return GTK_WIDGET (page);
}

/* What else may be selected: its text. */
GtkWidget *
jm_other_page_new (void)
{
  JmPage *page = g_object_new (JM_TYPE_PAGE, NULL);

  jm_page_add_field (page, new_text (_("Text"), JM_KIND_NONE));

  return GTK_WIDGET (page);
}
