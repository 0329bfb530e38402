/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A growing run of bytes that knows how SVG writes numbers, colours, text and paths. */
#pragma once

#include "scene/jm-path.h"
#include "scene/jm-theme.h"

#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  char  *data;
  gsize  length;
  gsize  space;
} JmSvgBuffer;

/* A path as it is written. Everything counts in hundredths, so that relative steps add up to exactly where they lead. */
typedef struct
{
  JmSvgBuffer *out;
  double       dx;       /* by which the path is moved */
  double       dy;
  gint64       x;        /* where the pen is */
  gint64       y;
  gint64       start_x;  /* where the contour began */
  gint64       start_y;
  char         letter;   /* of the last step, which the next of the same kind leaves out */
} JmSvgPath;

void    jm_svg_buffer_init        (JmSvgBuffer   *self,
                                   gsize          space);
void    jm_svg_buffer_clear       (JmSvgBuffer   *self);
GBytes *jm_svg_buffer_end         (JmSvgBuffer   *self);
void    jm_svg_buffer_grow        (JmSvgBuffer   *self,
                                   gsize          more);
void    jm_svg_buffer_put_number  (JmSvgBuffer   *self,
                                   double         number);
void    jm_svg_buffer_put_color   (JmSvgBuffer   *self,
                                   JmColor        color);
void    jm_svg_buffer_put_text    (JmSvgBuffer   *self,
                                   const char    *text);
void    jm_svg_buffer_put_name    (JmSvgBuffer   *self,
                                   const char    *name);

void    jm_svg_path_begin         (JmSvgPath     *self,
                                   JmSvgBuffer   *out,
                                   double         dx,
                                   double         dy);
void    jm_svg_path_put           (JmSvgPath     *self,
                                   JmPathVerb     verb,
                                   const JmPoint *points);

static inline void
jm_svg_buffer_reserve (JmSvgBuffer *self,
                       gsize        more)
{
  if (G_UNLIKELY (self->space - self->length < more))
    jm_svg_buffer_grow (self, more);
}

static inline void
jm_svg_buffer_put_bytes (JmSvgBuffer *self,
                         const char  *bytes,
                         gsize        length)
{
  jm_svg_buffer_reserve (self, length);
  memcpy (self->data + self->length, bytes, length);
  self->length += length;
}

/* The compiler knows the length of a literal. */
static inline void
jm_svg_buffer_put (JmSvgBuffer *self,
                   const char  *literal)
{
  jm_svg_buffer_put_bytes (self, literal, strlen (literal));
}

static inline void
jm_svg_buffer_put_number_between (JmSvgBuffer *self,
                                  const char  *beginning,
                                  double       number,
                                  const char  *end)
{
  jm_svg_buffer_put (self, beginning);
  jm_svg_buffer_put_number (self, number);
  jm_svg_buffer_put (self, end);
}

static inline void
jm_svg_buffer_put_attribute (JmSvgBuffer *self,
                             const char  *beginning,
                             double       number)
{
  jm_svg_buffer_put_number_between (self, beginning, number, "\"");
}

/* Left out at zero, which is what SVG takes for it. */
static inline void
jm_svg_buffer_put_coordinate (JmSvgBuffer *self,
                              const char  *beginning,
                              double       number)
{
  if (number != 0)
    jm_svg_buffer_put_attribute (self, beginning, number);
}

G_END_DECLS
