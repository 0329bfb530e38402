/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmDocument: a map that is open: its session, the file it lives in, and whether it is saved there. */
#pragma once

#include "jm-file-watch.h"

#include "format/jm-recovery.h"
#include "model/jm-session.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a map without a file comes from. */
typedef enum
{
  JM_SOURCE_NEW,         /* a template, an example, nothing */
  JM_SOURCE_STOPPED,     /* unsaved work of a program that stopped */
  JM_SOURCE_THROWN_AWAY, /* unsaved work that a person threw away, and took back */
  JM_SOURCE_VERSION      /* an earlier version of a file */
} JmSource;

#define JM_TYPE_DOCUMENT (jm_document_get_type ())
G_DECLARE_FINAL_TYPE (JmDocument, jm_document, JM, DOCUMENT, GObject)

/* Signals
 *   state-changed ()    the title, the file or whether it is saved is another one
 *   safety-changed ()   the file was changed or opened by somebody else, or the unsaved work cannot be kept, or no longer so */

/* Make */
JmDocument *jm_document_new                (JmMap                *map);
JmDocument *jm_document_new_unsaved        (JmMap                *map,
                                            GFile                *origin);
JmDocument *jm_document_new_recovered      (JmRecovered          *recovered,
                                            JmSource              source);
void        jm_document_load_async         (GFile                *file,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
JmDocument *jm_document_load_finish        (GAsyncResult         *result,
                                            GPtrArray           **notices,
                                            GError              **error);

/* Ask */
JmSession  *jm_document_get_session        (JmDocument           *self);
GFile      *jm_document_get_file           (JmDocument           *self);
gboolean    jm_document_is_same_file       (JmDocument           *self,
                                            JmDocument           *other);
const char *jm_document_get_title          (JmDocument           *self);
char       *jm_document_get_file_name      (JmDocument           *self);
char       *jm_document_get_suggested_name (JmDocument           *self,
                                            const char           *extension);
char       *jm_document_describe_state     (JmDocument           *self);
gboolean    jm_document_is_modified        (JmDocument           *self);
gboolean    jm_document_is_saving          (JmDocument           *self);
JmSource    jm_document_get_source         (JmDocument           *self);
GFile      *jm_document_get_origin         (JmDocument           *self);
JmFileState jm_document_get_file_state     (JmDocument           *self);
gint64      jm_document_get_company        (JmDocument           *self);
const char *jm_document_get_recovery_error (JmDocument           *self);

/* Read and write */
void        jm_document_save_async         (JmDocument           *self,
                                            GFile                *file,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
void        jm_document_replace_async      (JmDocument           *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    jm_document_save_finish        (JmDocument           *self,
                                            GAsyncResult         *result,
                                            char                **remark,
                                            GError              **error);
void        jm_document_reload_async       (JmDocument           *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    jm_document_reload_finish      (JmDocument           *self,
                                            GAsyncResult         *result,
                                            GPtrArray           **notices,
                                            GError              **error);
gboolean    jm_document_merge_finish       (JmDocument           *self,
                                            GAsyncResult         *result,
                                            guint                *n_choices,
                                            GPtrArray           **notices,
                                            GError              **error);

/* The unsaved work */
void        jm_document_flush              (JmDocument           *self);
void        jm_document_discard            (JmDocument           *self);

G_END_DECLS
