/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in an attribute: reading, judging and writing single values, alike in every locale. */
#include "jm-kind.h"

#include "jm-item.h"

#include <math.h>
#include <string.h>

#define MINUTE 60.0
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)
#define WEEK   (7 * DAY)
/* A map has no calendar to count months in, so a month is 30 days and a year 365. */
#define MONTH  (30 * DAY)
#define YEAR   (365 * DAY)

/* Any component of a duration beyond this is a mistake, and a double holds the sum exactly. */
#define MAX_DURATION_DIGITS 9

/* Names, after XML 1.0 (fifth edition) 2.3 without the colon */
static gboolean
is_name_start (gunichar c)
{
  return c == '_' ||
         (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         (c >= 0xC0 && c <= 0xD6) || (c >= 0xD8 && c <= 0xF6) || (c >= 0xF8 && c <= 0x2FF) ||
         (c >= 0x370 && c <= 0x37D) || (c >= 0x37F && c <= 0x1FFF) || (c >= 0x200C && c <= 0x200D) ||
         (c >= 0x2070 && c <= 0x218F) || (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
         (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0xEFFFF);
}

static gboolean
is_name_char (gunichar c)
{
  return is_name_start (c) || c == '-' || c == '.' || (c >= '0' && c <= '9') ||
         c == 0xB7 || (c >= 0x300 && c <= 0x36F) || (c >= 0x203F && c <= 0x2040);
}

static gboolean
is_ncname (const char *text,
           gsize       length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, end - p);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        return FALSE;
      if (p == text ? !is_name_start (c) : !is_name_char (c))
        return FALSE;
    }

  return length > 0;
}

/**
 * jm_id_is_valid:
 * @id: (nullable): text
 *
 * Returns: %TRUE if @id is an XML NCName, and so can be an id
 */
gboolean
jm_id_is_valid (const char *id)
{
  return id != NULL && is_ncname (id, strlen (id));
}

static gboolean
are_ids (const char *value)
{
  const char *p = value;
  gboolean any = FALSE;

  for (;;)
    {
      gsize length;

      p += strspn (p, " \t\n\r");
      length = strcspn (p, " \t\n\r");
      if (length == 0)
        return any;
      if (!is_ncname (p, length))
        return FALSE;
      any = TRUE;
      p += length;
    }
}

/* Numbers */

/**
 * jm_number_parse:
 * @text: (nullable): text
 * @number: (out) (optional): the number
 *
 * Reads a decimal number as in XML Schema: a sign, digits, a point and more digits. No exponent, no hexadecimal, no
 * infinity, no blanks, and the same in every locale.
 *
 * Returns: %TRUE if @text is such a number
 */
gboolean
jm_number_parse (const char *text,
                 double     *number)
{
  const char *p = text;
  gsize digits;
  double value;

  if (text == NULL)
    return FALSE;

  if (*p == '+' || *p == '-')
    p++;
  digits = strspn (p, "0123456789");
  p += digits;
  if (*p == '.')
    {
      gsize decimals = strspn (++p, "0123456789");

      digits += decimals;
      p += decimals;
    }
  if (digits == 0 || *p != '\0')
    return FALSE;

  value = g_ascii_strtod (text, NULL);
  if (!isfinite (value))
    return FALSE;

  if (number != NULL)
    *number = value;
  return TRUE;
}

/**
 * jm_number_format:
 * @number: a finite number
 *
 * Writes the shortest decimal number that is read back as @number, without an exponent.
 *
 * Returns: (transfer full): for example "-1.5"
 */
char *
jm_number_format (double number)
{
  char digits[64];
  char *exponent_mark;
  int exponent;
  GString *text;
  gsize n_digits = 0;

  g_return_val_if_fail (isfinite (number), NULL);

  if (number == 0)
    return g_strdup ("0");

  for (int precision = 0; precision < 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", precision);
      g_ascii_formatd (digits, sizeof digits, format, ABS (number));
      if (g_ascii_strtod (digits, NULL) == ABS (number))
        break;
    }

  exponent_mark = strchr (digits, 'e');
  exponent = (int) g_ascii_strtoll (exponent_mark + 1, NULL, 10);
  for (const char *p = digits; p < exponent_mark; p++)
    if (*p != '.')
      digits[n_digits++] = *p;
  while (n_digits > 1 && digits[n_digits - 1] == '0')
    n_digits--;

  text = g_string_new (number < 0 ? "-" : NULL);
  if (exponent < 0)
    {
      g_string_append (text, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (text, '0');
      g_string_append_len (text, digits, n_digits);
    }
  else
    {
      for (gsize i = 0; i <= (gsize) exponent || i < n_digits; i++)
        {
          if (i == (gsize) exponent + 1)
            g_string_append_c (text, '.');
          g_string_append_c (text, i < n_digits ? digits[i] : '0');
        }
    }

  return g_string_free (text, FALSE);
}

static gboolean
is_integer (const char *text)
{
  const char *p = text;
  gsize digits;

  if (*p == '+' || *p == '-')
    p++;
  digits = strspn (p, "0123456789");

  return digits > 0 && p[digits] == '\0';
}

/* Durations */

/**
 * jm_duration_parse:
 * @text: (nullable): text
 * @seconds: (out) (optional): how long it is, in seconds
 *
 * Reads an ISO 8601 duration such as `PT1H30M`, `P2D` or `P3W`: whole numbers, a fraction only in seconds, no sign.
 * A month counts as 30 days and a year as 365.
 *
 * Returns: %TRUE if @text is such a duration
 */
gboolean
jm_duration_parse (const char *text,
                   double     *seconds)
{
  static const struct { char mark; gboolean time; double unit; } parts[] = {
    { 'Y', FALSE, YEAR }, { 'M', FALSE, MONTH }, { 'W', FALSE, WEEK }, { 'D', FALSE, DAY },
    { 'H', TRUE, HOUR }, { 'M', TRUE, MINUTE }, { 'S', TRUE, 1 },
  };
  const char *p = text;
  gboolean in_time = FALSE;
  gboolean any = FALSE;
  guint next = 0;
  double sum = 0;

  if (text == NULL || *p++ != 'P')
    return FALSE;

  while (*p != '\0')
    {
      gsize digits, decimals = 0;
      char number[MAX_DURATION_DIGITS * 2 + 2];
      guint i;

      if (*p == 'T')
        {
          if (in_time)
            return FALSE;
          in_time = TRUE;
          any = FALSE;
          p++;
        }

      digits = strspn (p, "0123456789");
      if (digits == 0 || digits > MAX_DURATION_DIGITS)
        return FALSE;
      if (p[digits] == '.')
        {
          decimals = strspn (p + digits + 1, "0123456789");
          if (decimals == 0 || decimals > MAX_DURATION_DIGITS)
            return FALSE;
          decimals++;
        }
      memcpy (number, p, digits + decimals);
      number[digits + decimals] = '\0';
      p += digits + decimals;

      for (i = next; i < G_N_ELEMENTS (parts); i++)
        if (parts[i].mark == *p && parts[i].time == in_time)
          break;
      if (i == G_N_ELEMENTS (parts) || (decimals > 0 && *p != 'S'))
        return FALSE;
      /* Weeks stand alone. */
      if (*p == 'W' && (p[1] != '\0' || next > 0))
        return FALSE;

      sum += g_ascii_strtod (number, NULL) * parts[i].unit;
      next = i + 1;
      any = TRUE;
      p++;
    }

  if (!any)
    return FALSE;
  if (seconds != NULL)
    *seconds = sum;
  return TRUE;
}

/**
 * jm_duration_format:
 * @seconds: how long, not negative; rounded to a thousandth of a second
 *
 * Writes an ISO 8601 duration in days, hours, minutes and seconds.
 *
 * Returns: (transfer full): for example "PT1H30M", "P2D" or "PT0S"
 */
char *
jm_duration_format (double seconds)
{
  GString *text;
  guint64 thousandths, whole;
  guint64 days;
  guint hours, minutes;

  g_return_val_if_fail (isfinite (seconds) && seconds >= 0 && seconds < 1e15, NULL);

  thousandths = (guint64) llround (seconds * 1000);
  whole = thousandths / 1000;
  thousandths %= 1000;
  days = whole / (guint64) DAY;
  whole %= (guint64) DAY;
  hours = whole / (guint) HOUR;
  whole %= (guint) HOUR;
  minutes = whole / (guint) MINUTE;
  whole %= (guint) MINUTE;

  text = g_string_new ("P");
  if (days > 0)
    g_string_append_printf (text, "%" G_GUINT64_FORMAT "D", days);
  if (hours > 0 || minutes > 0 || whole > 0 || thousandths > 0 || days == 0)
    g_string_append_c (text, 'T');
  if (hours > 0)
    g_string_append_printf (text, "%uH", hours);
  if (minutes > 0)
    g_string_append_printf (text, "%uM", minutes);
  if (whole > 0 || thousandths > 0 || (days == 0 && hours == 0 && minutes == 0))
    {
      g_autofree char *number = jm_number_format ((double) whole + (double) thousandths / 1000);

      g_string_append_printf (text, "%sS", number);
    }

  return g_string_free (text, FALSE);
}

/* The rest */

static gboolean
is_hex (const char *text,
        gsize       n)
{
  for (gsize i = 0; i < n; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;

  return text[n] == '\0';
}

static gboolean
is_color (const char *value)
{
  return g_strv_contains (jm_palette_names, value) || (value[0] == '#' && is_hex (value + 1, 6));
}

static gboolean
is_date (const char *value)
{
  static const char shape[] = "dddd-dd-dd";
  gsize i;

  for (i = 0; shape[i] != '\0'; i++)
    if (shape[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != shape[i])
      return FALSE;

  return value[i] == '\0' &&
         g_date_valid_dmy ((GDateDay) g_ascii_strtoull (value + 8, NULL, 10),
                           (GDateMonth) g_ascii_strtoull (value + 5, NULL, 10),
                           (GDateYear) g_ascii_strtoull (value, NULL, 10));
}

static gboolean
is_clock (const char *value)
{
  return g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[1]) && value[2] == ':' &&
         g_ascii_isdigit (value[3]) && g_ascii_isdigit (value[4]) && value[5] == '\0' &&
         (value[0] - '0') * 10 + value[1] - '0' < 24 && value[3] < '6';
}

static gboolean
is_version (const char *value)
{
  gsize major = strspn (value, "0123456789");
  gsize minor = value[major] == '.' ? strspn (value + major + 1, "0123456789") : 0;

  return major > 0 && major < 7 && value[0] != '0' && minor > 0 && minor < 7 && value[major + 1 + minor] == '\0';
}

/**
 * jm_value_is_valid:
 * @rule: what the value may be
 * @value: the value
 *
 * Whether @value is well formed and within its range. That a reference leads to something is not looked at.
 *
 * Returns: %TRUE if it is
 */
gboolean
jm_value_is_valid (const JmAttrRule *rule,
                   const char       *value)
{
  double number;

  g_return_val_if_fail (rule != NULL && value != NULL, FALSE);

  switch (rule->type)
    {
    case JM_VALUE_TEXT:
      return g_utf8_validate (value, -1, NULL);
    case JM_VALUE_ID:
    case JM_VALUE_REFERENCE:
      return jm_id_is_valid (value);
    case JM_VALUE_REFERENCES:
      return are_ids (value);
    case JM_VALUE_CHOICE:
      return g_strv_contains (rule->choices, value);
    case JM_VALUE_BOOLEAN:
      return strcmp (value, "true") == 0 || strcmp (value, "false") == 0;
    case JM_VALUE_INTEGER:
      return is_integer (value) && jm_number_parse (value, &number) &&
             number >= rule->minimum && number <= rule->maximum;
    case JM_VALUE_NUMBER:
      return jm_number_parse (value, &number) && number >= rule->minimum && number <= rule->maximum;
    case JM_VALUE_COLOR:
      return is_color (value);
    case JM_VALUE_DURATION:
      return jm_duration_parse (value, NULL);
    case JM_VALUE_DATE:
      return is_date (value);
    case JM_VALUE_CLOCK:
      return is_clock (value);
    case JM_VALUE_VERSION:
      return is_version (value);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
nearest_ids (const char *value)
{
  g_auto(GStrv) words = g_strsplit_set (value, " \t\r\n,;", -1);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (jm_id_is_valid (words[i]))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", words[i]);

  if (ids->len > 0)
    return g_string_free (ids, FALSE);

  g_string_free (ids, TRUE);
  return NULL;
}

static char *
nearest_color (const char *value)
{
  if (value[0] == '#' && is_hex (value + 1, 3))
    return g_strdup_printf ("#%c%c%c%c%c%c", value[1], value[1], value[2], value[2], value[3], value[3]);
  if (is_hex (value, 6))
    return g_strconcat ("#", value, NULL);

  for (guint i = 0; jm_palette_names[i] != NULL; i++)
    if (g_ascii_strcasecmp (jm_palette_names[i], value) == 0)
      return g_strdup (jm_palette_names[i]);

  return NULL;
}

/**
 * jm_value_nearest:
 * @rule: what the value may be
 * @value: a value, of whatever form
 *
 * What is used where @value stands: @value itself if it is valid, the nearest end of the range for a number outside
 * it, what was plainly meant (` 2 `, `TRUE`, `9:30`, `#abc`) and otherwise the default.
 *
 * Returns: (transfer full) (nullable): a valid value; %NULL if the attribute is to be taken as not said
 */
char *
jm_value_nearest (const JmAttrRule *rule,
                  const char       *value)
{
  g_autofree char *word = NULL;
  char *nearest = NULL;
  double number;

  g_return_val_if_fail (rule != NULL && value != NULL, NULL);

  if (jm_value_is_valid (rule, value))
    return g_strdup (value);
  if (rule->type == JM_VALUE_TEXT)
    return jm_text_clean (value, -1);

  word = g_strstrip (jm_text_clean (value, -1));
  if (jm_value_is_valid (rule, word))
    return g_steal_pointer (&word);

  switch (rule->type)
    {
    case JM_VALUE_REFERENCES:
      nearest = nearest_ids (word);
      break;
    case JM_VALUE_CHOICE:
      for (guint i = 0; rule->choices[i] != NULL; i++)
        if (g_ascii_strcasecmp (rule->choices[i], word) == 0)
          return g_strdup (rule->choices[i]);
      /* Which one was meant cannot be known, but for what may be left out. */
      return rule->required ? NULL : g_strdup (rule->fallback);
    case JM_VALUE_BOOLEAN:
      if (g_ascii_strcasecmp (word, "true") == 0 || strcmp (word, "1") == 0)
        nearest = g_strdup ("true");
      else if (g_ascii_strcasecmp (word, "false") == 0 || strcmp (word, "0") == 0)
        nearest = g_strdup ("false");
      break;
    case JM_VALUE_INTEGER:
    case JM_VALUE_NUMBER:
      if (jm_number_parse (word, &number))
        {
          if (rule->type == JM_VALUE_INTEGER)
            number = round (number);
          nearest = jm_number_format (CLAMP (number, rule->minimum, rule->maximum));
        }
      break;
    case JM_VALUE_COLOR:
      nearest = nearest_color (word);
      break;
    case JM_VALUE_CLOCK:
      nearest = g_strconcat ("0", word, NULL);
      if (!is_clock (nearest))
        g_clear_pointer (&nearest, g_free);
      break;
    case JM_VALUE_TEXT:
    case JM_VALUE_ID:
    case JM_VALUE_REFERENCE:
    case JM_VALUE_DURATION:
    case JM_VALUE_DATE:
    case JM_VALUE_VERSION:
    default:
      break;
    }

  return nearest != NULL ? nearest : g_strdup (rule->fallback);
}

/* Text */

/* Whether XML 1.0 (fifth edition) 2.2 has this character; surrogates are no UTF-8 to begin with. */
static gboolean
is_xml_char (gunichar c)
{
  return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n';
}

/**
 * jm_text_clean:
 * @text: what someone typed or pasted, of whatever encoding
 * @length: how many bytes, -1 up to the terminating zero
 *
 * Makes a text that a map can hold: valid UTF-8, without the characters that XML cannot hold, and with line feeds for
 * line ends of any kind. What is no UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full): that text
 */
char *
jm_text_clean (const char *text,
               gssize      length)
{
  g_autofree char *valid = NULL;
  char *out;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, length);
  out = valid;
  for (const char *p = valid; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (*p == '\r')
        {
          *out++ = '\n';
          if (*next == '\n')
            next++;
        }
      else if (is_xml_char (g_utf8_get_char (p)))
        {
          memmove (out, p, next - p);
          out += next - p;
        }
      p = next;
    }
  *out = '\0';

  return g_steal_pointer (&valid);
}
