/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmRecovery: where the unsaved work on one map outlives the program, should that stop at any moment. */
#pragma once

#include "jm-stamp.h"
#include "model/jm-map.h"

G_BEGIN_DECLS

/* Days for which unsaved work that a person threw away can still be had back. */
#define JM_RECOVERY_DAYS 30

typedef struct _JmRecovery JmRecovery;

/* Unsaved work of a program that is no more. */
typedef struct
{
  JmRecovery *recovery;  /* ours from now on */
  JmMap      *map;
  GDateTime  *kept_at;   /* in local time */
} JmRecovered;

/* Unsaved work of a program that is no more, of which some or all cannot be read. It stays where it is. */
typedef struct
{
  char *folder;   /* for jm_recovery_give_up() */
  char *title;    /* "" where that is not known */
  char *reason;   /* in words for people */
} JmRefused;

/* Unsaved work that a person threw away. */
typedef struct
{
  char      *folder;     /* for jm_recovery_restore() */
  char      *path;       /* of the map's file, in the encoding of file names; NULL for one that was never saved */
  char      *title;
  GDateTime *kept_at;    /* in local time */
} JmDiscarded;

JmRecovery    *jm_recovery_new            (void);
void           jm_recovery_free           (JmRecovery     *self);
const char    *jm_recovery_get_path       (JmRecovery     *self);
const JmStamp *jm_recovery_get_stamp      (JmRecovery     *self);
gboolean       jm_recovery_snapshot       (JmRecovery     *self,
                                           JmMap          *map,
                                           GError        **error);
void           jm_recovery_set_file       (JmRecovery     *self,
                                           const char     *path,
                                           const JmStamp  *stamp);
void           jm_recovery_clear          (JmRecovery     *self);
void           jm_recovery_discard        (JmRecovery     *self);

GPtrArray     *jm_recovery_adopt_all      (GPtrArray     **refused);
void           jm_recovery_give_up        (const char     *folder);
GPtrArray     *jm_recovery_list_discarded (void);
JmRecovered   *jm_recovery_restore        (const char     *folder);
void           jm_recovered_free          (JmRecovered    *recovered);
void           jm_refused_free            (JmRefused      *refused);
void           jm_discarded_free          (JmDiscarded    *discarded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmRecovery, jm_recovery_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmRecovered, jm_recovered_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmDiscarded, jm_discarded_free)

G_END_DECLS
