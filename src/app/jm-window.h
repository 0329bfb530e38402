/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmWindow: the window around one map: start page, canvas, tools, inspector, and what can be done with the whole map. */
#pragma once

#include "jm-application.h"
#include "jm-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define JM_TYPE_WINDOW (jm_window_get_type ())
G_DECLARE_FINAL_TYPE (JmWindow, jm_window, JM, WINDOW, AdwApplicationWindow)

JmWindow   *jm_window_new           (JmApplication *application);
void        jm_window_start         (JmWindow      *self);
void        jm_window_open          (JmWindow      *self,
                                     GFile         *file);
void        jm_window_set_document  (JmWindow      *self,
                                     JmDocument    *document);
JmDocument *jm_window_get_document  (JmWindow      *self);
GFile      *jm_window_get_file      (JmWindow      *self);
gboolean    jm_window_is_empty      (JmWindow      *self);

G_END_DECLS
