/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two renderers put the edges of letters at slightly different places, which nobody sees. So the pictures are compared
 * blurred. Blurring is linear, so it is the difference of the two that is blurred, and only where there is one. */
#include "compare.h"

#include <math.h>
#include <string.h>

#define SIGMA  1.5
#define RADIUS 5     /* more than 3 sigma */
#define LEVELS 32    /* a channel that differs by more than this is another colour */
#define TILE   64
#define SPAN   (TILE + 2 * RADIUS)

typedef struct
{
  const guchar *one;
  const guchar *other;
  int           width;
  int           height;
  int           stride;
} Pair;

static void
make_kernel (float *kernel)
{
  float sum = 0;

  for (int i = -RADIUS; i <= RADIUS; i++)
    sum += kernel[i + RADIUS] = (float) exp (-i * i / (2 * SIGMA * SIGMA));
  for (int i = 0; i <= 2 * RADIUS; i++)
    kernel[i] /= sum;
}

/* The difference of one channel around a tile; beyond the pictures there is none. FALSE when there is none at all. */
static gboolean
subtract (const Pair *pair,
          int         left,
          int         top,
          int         channel,
          float       difference[SPAN][SPAN])
{
  gboolean any = FALSE;

  for (int y = 0; y < SPAN; y++)
    {
      for (int x = 0; x < SPAN; x++)
        {
          int px = left + x - RADIUS;
          int py = top + y - RADIUS;
          int d = 0;

          if (px >= 0 && px < pair->width && py >= 0 && py < pair->height)
            {
              gsize at = (gsize) py * pair->stride + (gsize) px * 4 + channel;

              d = pair->one[at] - pair->other[at];
            }
          difference[y][x] = (float) d;
          any = any || d != 0;
        }
    }

  return any;
}

/* Keeps the larger of what is there and the blurred difference. */
static void
blur (const float *kernel,
      float        difference[SPAN][SPAN],
      float        worst[TILE][TILE])
{
  float rows[SPAN][TILE];

  for (int y = 0; y < SPAN; y++)
    {
      for (int x = 0; x < TILE; x++)
        {
          float sum = 0;

          for (int i = 0; i <= 2 * RADIUS; i++)
            sum += kernel[i] * difference[y][x + i];
          rows[y][x] = sum;
        }
    }

  for (int y = 0; y < TILE; y++)
    {
      for (int x = 0; x < TILE; x++)
        {
          float sum = 0;

          for (int i = 0; i <= 2 * RADIUS; i++)
            sum += kernel[i] * rows[y + i][x];
          worst[y][x] = MAX (worst[y][x], fabsf (sum));
        }
    }
}

/* Compares two image surfaces of CAIRO_FORMAT_ARGB32 and of one size. Gives the share of pixels that differ, from 0 to 1,
 * and a picture of them: white where nothing differs, grey where it does not count, red where it does. */
double
compare_surfaces (cairo_surface_t  *one,
                  cairo_surface_t  *other,
                  cairo_surface_t **difference)
{
  Pair     pair;
  float    kernel[2 * RADIUS + 1];
  float    around[SPAN][SPAN];
  float    worst[TILE][TILE];
  gsize    n_different = 0;
  guchar  *marks;
  int      marks_stride;

  g_assert_cmpint (cairo_image_surface_get_width (one), ==, cairo_image_surface_get_width (other));
  g_assert_cmpint (cairo_image_surface_get_height (one), ==, cairo_image_surface_get_height (other));

  cairo_surface_flush (one);
  cairo_surface_flush (other);
  pair.one = cairo_image_surface_get_data (one);
  pair.other = cairo_image_surface_get_data (other);
  pair.width = cairo_image_surface_get_width (one);
  pair.height = cairo_image_surface_get_height (one);
  pair.stride = cairo_image_surface_get_stride (one);

  *difference = cairo_image_surface_create (CAIRO_FORMAT_RGB24, pair.width, pair.height);
  cairo_surface_flush (*difference);
  marks = cairo_image_surface_get_data (*difference);
  marks_stride = cairo_image_surface_get_stride (*difference);
  memset (marks, 255, (gsize) marks_stride * pair.height);
  make_kernel (kernel);

  for (int top = 0; top < pair.height; top += TILE)
    {
      for (int left = 0; left < pair.width; left += TILE)
        {
          gboolean any = FALSE;

          memset (worst, 0, sizeof worst);
          for (int channel = 0; channel < 4; channel++)
            {
              if (!subtract (&pair, left, top, channel, around))
                continue;
              blur (kernel, around, worst);
              any = TRUE;
            }

          for (int y = 0; any && y < TILE && top + y < pair.height; y++)
            {
              for (int x = 0; x < TILE && left + x < pair.width; x++)
                {
                  gboolean counts = worst[y][x] > LEVELS;
                  guint32  grey = (guint32) (255 - MIN (worst[y][x] * 4, 128));
                  guint32  mark = counts ? 0xe01b24 : grey << 16 | grey << 8 | grey;

                  n_different += counts;
                  memcpy (marks + (gsize) (top + y) * marks_stride + (gsize) (left + x) * 4, &mark, 4);
                }
            }
        }
    }

  cairo_surface_mark_dirty (*difference);

  return (double) n_different / ((double) pair.width * pair.height);
}
