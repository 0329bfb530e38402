/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JmItem: one immutable, shared item of a map (a phase, a touchpoint, its title, an unknown element …) with all that is in it. */
#pragma once

#include "jm-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _JmItem JmItem;

/* A name that we do not know, with its namespace. prefix and uri may be NULL. */
typedef struct
{
  const char *prefix;
  const char *uri;
  const char *local;
} JmName;

/* An attribute that we do not know, kept as found. */
typedef struct
{
  JmName      name;
  const char *value;
} JmForeignAttr;

JmItem       *jm_item_ref                 (JmItem       *item);
void          jm_item_unref               (JmItem       *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JmItem, jm_item_unref)

/* Ask */
JmKind        jm_item_get_kind            (const JmItem *item);
const char   *jm_item_get_id              (const JmItem *item);
const char   *jm_item_get_text            (const JmItem *item);
guint         jm_item_get_n_children      (const JmItem *item);
JmItem       *jm_item_get_child           (const JmItem *item,
                                           guint         index);
guint         jm_item_count               (const JmItem *item,
                                           JmKind        kind);
JmItem       *jm_item_get_nth             (const JmItem *item,
                                           JmKind        kind,
                                           guint         nth);
JmItem       *jm_item_get_first           (const JmItem *item,
                                           JmKind        kind);
JmItem       *jm_item_next                (const JmItem *item,
                                           JmKind        kind,
                                           guint        *cursor);
const char   *jm_item_get_part            (const JmItem *item,
                                           JmKind        part);
const char   *jm_item_get_label           (const JmItem *item);

const char   *jm_item_get                 (const JmItem *item,
                                           JmAttr        attr);
const char   *jm_item_get_or_default      (const JmItem *item,
                                           JmAttr        attr);
gboolean      jm_item_get_boolean         (const JmItem *item,
                                           JmAttr        attr);
int           jm_item_get_integer         (const JmItem *item,
                                           JmAttr        attr,
                                           int           otherwise);
gboolean      jm_item_get_number          (const JmItem *item,
                                           JmAttr        attr,
                                           double       *number);
gboolean      jm_item_get_duration        (const JmItem *item,
                                           JmAttr        attr,
                                           double       *seconds);
gboolean      jm_item_refers_to           (const JmItem *item,
                                           JmAttr        attr,
                                           const char   *id);
gboolean      jm_item_equal               (const JmItem *a,
                                           const JmItem *b);

/* Ask what is kept as found */
const JmName        *jm_item_get_name           (const JmItem *item);
guint                jm_item_get_n_foreign      (const JmItem *item);
const JmForeignAttr *jm_item_get_foreign        (const JmItem *item,
                                                 guint         index);
guint                jm_item_get_n_namespaces   (const JmItem *item);
const JmName        *jm_item_get_namespace      (const JmItem *item,
                                                 guint         index);
guint                jm_item_get_text_offset    (const JmItem *item);

/* Make: only before an item is sealed by being put into another one or into a map */
JmItem       *jm_item_new                 (JmKind        kind,
                                           const char   *id);
JmItem       *jm_item_new_text            (JmKind        kind,
                                           const char   *text);
JmItem       *jm_item_new_foreign         (const char   *prefix,
                                           const char   *uri,
                                           const char   *local);
JmItem       *jm_item_copy                (const JmItem *item);
void          jm_item_set_id              (JmItem       *item,
                                           const char   *id);
void          jm_item_set                 (JmItem       *item,
                                           JmAttr        attr,
                                           const char   *value);
void          jm_item_set_text            (JmItem       *item,
                                           const char   *text);
void          jm_item_set_text_len        (JmItem       *item,
                                           const char   *text,
                                           gsize         length);
void          jm_item_set_part            (JmItem       *item,
                                           JmKind        part,
                                           const char   *text);
void          jm_item_insert              (JmItem       *item,
                                           guint         index,
                                           JmItem       *child);
void          jm_item_append              (JmItem       *item,
                                           JmItem       *child);
void          jm_item_replace             (JmItem       *item,
                                           guint         index,
                                           JmItem       *child);
void          jm_item_remove              (JmItem       *item,
                                           guint         index);
void          jm_item_add_foreign         (JmItem       *item,
                                           const char   *prefix,
                                           const char   *uri,
                                           const char   *local,
                                           const char   *value);
void          jm_item_set_foreign         (JmItem       *item,
                                           guint         index,
                                           const char   *value);
void          jm_item_add_namespace       (JmItem       *item,
                                           const char   *prefix,
                                           const char   *uri);
void          jm_item_set_text_offset     (JmItem       *item,
                                           guint         offset);
void          jm_item_seal                (JmItem       *item);

char         *jm_text_clean               (const char   *text,
                                           gssize        length);

G_END_DECLS
