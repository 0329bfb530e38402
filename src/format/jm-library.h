/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The templates and examples that come with the program, and those of one's own: which there are, and a new map from one of them. */
#pragma once

#include "model/jm-map.h"

G_BEGIN_DECLS

#define JM_LIBRARY_ERROR (jm_library_error_quark ())

typedef enum
{
  JM_LIBRARY_ERROR_NOT_INSTALLED,    /* the folder is not there or cannot be read */
  JM_LIBRARY_ERROR_NO_SUCH_ENTRY,    /* nothing of that name */
  JM_LIBRARY_ERROR_NO_SUCH_LANGUAGE  /* it is there, in other languages */
} JmLibraryError;

typedef enum
{
  JM_SHELF_TEMPLATES,
  JM_SHELF_EXAMPLES,
  JM_SHELF_OWN_TEMPLATES  /* the person's own; see jm-own-template.h */
} JmShelf;

#define JM_TYPE_LIBRARY_ENTRY (jm_library_entry_get_type ())

/* One file ID.LANGUAGE.cjm of a shelf. */
typedef struct
{
  char *id;        /* "customer-journey-5" */
  char *language;  /* "nl" */
  char *path;      /* absolute, in the encoding of file names */
  char *title;     /* the map's title, in that language */
  char *scenario;  /* the line under it; "" for none */
} JmLibraryEntry;

GQuark          jm_library_error_quark    (void);
GType           jm_library_entry_get_type (void);
JmLibraryEntry *jm_library_entry_ref      (JmLibraryEntry       *entry);
void            jm_library_entry_unref    (JmLibraryEntry       *entry);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmLibraryEntry, jm_library_entry_unref)

char           *jm_library_get_folder     (JmShelf               shelf);
GPtrArray      *jm_library_list           (JmShelf               shelf,
                                           GError              **error);
GPtrArray      *jm_library_list_for       (JmShelf               shelf,
                                           const char * const   *languages,
                                           GError              **error);
JmLibraryEntry *jm_library_find           (JmShelf               shelf,
                                           const char           *id,
                                           const char           *language,
                                           GError              **error);
JmMap          *jm_library_read           (const JmLibraryEntry *entry,
                                           GError              **error);
JmMap          *jm_library_start          (const JmLibraryEntry *entry,
                                           GError              **error);

G_END_DECLS
