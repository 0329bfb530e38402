/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmCompany: notices when another program of the same person has the file of a map open as well. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JM_TYPE_COMPANY (jm_company_get_type ())
G_DECLARE_FINAL_TYPE (JmCompany, jm_company, JM, COMPANY, GObject)

/* Signals
 *   changed ()   another program has opened the file, or none has it open any more */

JmCompany *jm_company_new       (void);
void       jm_company_set_file  (JmCompany *self,
                                 GFile     *file);
gint64     jm_company_get_since (JmCompany *self);

G_END_DECLS
