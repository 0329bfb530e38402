/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmHelpPage: one page of the help, read from its XML and made into widgets. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _JmHelpPage JmHelpPage;

GPtrArray  *jm_help_page_list      (void);
JmHelpPage *jm_help_page_read      (const char  *id,
                                    const char  *language,
                                    GBytes      *bytes,
                                    GError     **error);
void        jm_help_page_free      (JmHelpPage  *self);

const char *jm_help_page_get_id    (JmHelpPage  *self);
const char *jm_help_page_get_title (JmHelpPage  *self);
GStrv       jm_help_page_get_links (JmHelpPage  *self);
gboolean    jm_help_page_matches   (JmHelpPage  *self,
                                    const char  *words);
GtkWidget  *jm_help_page_show      (JmHelpPage  *self,
                                    GCallback    link_cb,
                                    gpointer     user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmHelpPage, jm_help_page_free)

G_END_DECLS
