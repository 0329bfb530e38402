/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The formats a map can be exported to: one table, read by the command line, the menus and the file chooser. */
#pragma once

#include "model/jm-map.h"
#include "scene/jm-theme.h"
#include "scene/jm-view.h"

G_BEGIN_DECLS

#define JM_EXPORT_ERROR (jm_export_error_quark ())

typedef enum
{
  JM_EXPORT_ERROR_TOO_LARGE,    /* more pixels, elements or memory than the format or the machine has */
  JM_EXPORT_ERROR_NO_SUCH_LANE, /* JmExportOptions.lanes names none of the map's */
  JM_EXPORT_ERROR_FAILED        /* what draws the picture gave up */
} JmExportError;

/* All zero: the light style, at the map's own size, text as text, every lane that is not hidden. */
typedef struct
{
  JmStyle             style;
  double              scale;     /* pixels to a map unit, for formats that have pixels; 0 is 1 */
  gboolean            outlines;  /* text as outlines, for formats that can */
  JmView              view;      /* which picture of the map */
  JmMap              *baseline;  /* a map with the same ids to compare with, NULL for none */
  JmEvidence          evidence;  /* which touchpoints stand out */
  JmOrder             order;     /* of what there is to take up */
  const char * const *lanes;     /* ids or kinds of lanes, NULL-terminated; NULL for all that are not hidden */
} JmExportOptions;

typedef struct _JmExportFormat JmExportFormat;

/* One row of the table. */
struct _JmExportFormat
{
  const char *id;            /* "svg" */
  const char *extension;     /* without the dot */
  const char *media_type;
  const char *name;          /* in English; jm_export_format_get_name() says it in the person's language */
  gboolean    has_scale;     /* JmExportOptions.scale matters */
  gboolean    has_outlines;  /* JmExportOptions.outlines matters */
  gboolean    has_views;     /* JmExportOptions.view, baseline and evidence matter */

  GBytes * (* write) (JmMap                  *map,
                      const JmExportOptions  *options,
                      GError                **error);
};

GQuark                jm_export_error_quark      (void);

const JmExportFormat *jm_export_get_formats      (gsize                  *n_formats);
const JmExportFormat *jm_export_format_from_id   (const char             *id);
const JmExportFormat *jm_export_format_from_path (const char             *path);
const char           *jm_export_format_get_name  (const JmExportFormat   *format);

GBytes               *jm_export_bytes            (JmMap                  *map,
                                                  const JmExportFormat   *format,
                                                  const JmExportOptions  *options,
                                                  GError                **error);
gboolean              jm_export_file             (JmMap                  *map,
                                                  const JmExportFormat   *format,
                                                  const JmExportOptions  *options,
                                                  const char             *path,
                                                  GError                **error);

G_END_DECLS
