/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No parser of CSS or of paths: it finds at least what one would find, and counts it. What only looks like something counts
 * as that, too.
 */

#include "config.h"

#include "jm-svg-values.h"

#include <math.h>
#include <string.h>

static void
clear_ref (gpointer data)
{
  JmSvgRef *ref = data;

  g_free (ref->id);
}

/**
 * jm_svg_refs_new:
 *
 * Returns: (transfer full) (element-type JmSvgRef): no references to begin with
 */
GArray *
jm_svg_refs_new (void)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (JmSvgRef));

  g_array_set_clear_func (refs, clear_ref);

  return refs;
}

/**
 * jm_svg_add_numbers:
 * @numbers: (inout): what was found before
 * @text: a value
 *
 * Finds the numbers in a value, whatever else stands there; signs and colours do not count.
 */
void
jm_svg_add_numbers (JmSvgNumbers *numbers,
                    const char   *text)
{
  while (*text != '\0')
    {
      char *end;
      double number;

      /* A colour, or a name with a digit in it. */
      if (*text == '#' || g_ascii_isalpha (*text) || *text == '_')
        {
          gboolean colour = *text == '#';

          text++;
          while (colour && g_ascii_isxdigit (*text))
            text++;
          continue;
        }
      if (!g_ascii_isdigit (*text) && *text != '.')
        {
          text++;
          continue;
        }

      number = g_ascii_strtod (text, &end);
      if (end == text)
        {
          text++;
          continue;
        }
      /* That of a percentage is of something that is no larger than the picture may be. */
      if (*end == '%')
        number *= 100;
      numbers->n++;
      numbers->sum += isfinite (number) ? number : 1e300;
      numbers->largest = MAX (numbers->largest, number);
      text = end;
    }
}

/**
 * jm_svg_get_density:
 * @list: a list of dashes, up to a semicolon or brace
 *
 * Returns: how many dashes there are to a unit of length
 */
double
jm_svg_get_density (const char *list)
{
  g_autofree char *value = g_strndup (list, strcspn (list, ";}!"));
  JmSvgNumbers numbers = { 0 };

  jm_svg_add_numbers (&numbers, value);
  /* "0.01%" is a hundredth of that at least. */
  if (strchr (value, '%') != NULL)
    numbers.sum /= 10000;

  return numbers.sum > 0 ? numbers.n / numbers.sum : 0;
}

/**
 * jm_svg_find_density:
 * @css: declarations, in lower case
 *
 * Returns: how many dashes there are to a unit of length, by the densest list among them; 0 for none
 */
double
jm_svg_find_density (const char *css)
{
  double density = 0;

  for (const char *at = strstr (css, "dasharray"); at != NULL; at = strstr (at, "dasharray"))
    {
      at += strlen ("dasharray");
      density = MAX (density, jm_svg_get_density (at));
    }

  return density;
}

/**
 * jm_svg_has_layer:
 * @css: declarations, in lower case
 *
 * Returns: whether something is to be drawn apart, and blended with what is below
 */
gboolean
jm_svg_has_layer (const char *css)
{
  return strstr (css, "opacity") != NULL || strstr (css, "blend") != NULL || strstr (css, "isolation") != NULL;
}

/* The kind of a reference is that of the property it stands in. */
static JmSvgRefKind
get_kind (const char *property,
          gsize       length)
{
  if (g_strstr_len (property, (gssize) length, "mask") != NULL)
    return JM_SVG_REF_MASK;
  if (g_strstr_len (property, (gssize) length, "marker") != NULL)
    return JM_SVG_REF_MARKER;

  return JM_SVG_REF_PLAIN;
}

/**
 * jm_svg_add_ref:
 * @refs: (element-type JmSvgRef): where to add it
 * @id: what it refers to
 * @length: how many bytes of @id
 * @kind: how
 */
void
jm_svg_add_ref (GArray       *refs,
                const char   *id,
                gsize         length,
                JmSvgRefKind  kind)
{
  JmSvgRef ref = { g_strndup (id, length), kind };

  g_strstrip (ref.id);
  g_array_append_val (refs, ref);
}

/**
 * jm_svg_add_refs:
 * @refs: (element-type JmSvgRef): where to add them
 * @name: the attribute, "" for a style sheet
 * @value: its value
 * @lower: the same in lower case, for looking; ids are as they are
 *
 * Finds every "url(#ID)".
 */
void
jm_svg_add_refs (GArray     *refs,
                 const char *name,
                 const char *value,
                 const char *lower)
{
  const char *property = lower;

  for (const char *at = strstr (lower, "url("); at != NULL; at = strstr (at, "url("))
    {
      JmSvgRefKind kind = get_kind (name, strlen (name));
      const char *id;

      for (const char *back = at; back > property; back--)
        if (back[-1] == ';' || back[-1] == '{')
          {
            property = back;
            break;
          }
      if (kind == JM_SVG_REF_PLAIN)
        kind = get_kind (property, (gsize) (at - property));

      at += strlen ("url(");
      id = value + (at - lower);
      id += strspn (id, " \t\r\n\"'");
      if (*id == '#')
        id++;
      jm_svg_add_ref (refs, id, strcspn (id, "\"')"), kind);
    }
}
