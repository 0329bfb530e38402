/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jm-languages.h"

/* A language calls itself by its own name, whatever the language of the program is. */
static const JmChoice languages[] = {
  { "nl", "Nederlands" },
  { "en", "English" },
  { "de", "Deutsch" },
  { "fr", "Français" },
  { "es", "Español" },
  { "it", "Italiano" },
  { "pt", "Português" },
  { "da", "Dansk" },
  { "sv", "Svenska" },
  { "nb", "Norsk bokmål" },
  { "fi", "Suomi" },
  { "pl", "Polski" },
  { "cs", "Čeština" },
  { "tr", "Türkçe" },
  { "uk", "Українська" },
  { "el", "Ελληνικά" },
  { "ar", "العربية" },
  { "he", "עברית" },
  { "hi", "हिन्दी" },
  { "zh", "中文" },
  { "ja", "日本語" },
};

/**
 * jm_languages_get:
 * @n_languages: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_languages): the languages, those that come with templates first
 */
const JmChoice *
jm_languages_get (guint *n_languages)
{
  g_return_val_if_fail (n_languages != NULL, NULL);

  *n_languages = G_N_ELEMENTS (languages);
  return languages;
}
