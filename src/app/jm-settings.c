/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "jm-settings.h"

static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APP_ID, TRUE);

  return schema == NULL ? NULL : g_settings_new_full (schema, NULL, NULL);
}

/**
 * jm_settings_get:
 *
 * Settings are a comfort: a program that was copied somewhere by hand works without.
 *
 * Returns: (transfer none) (nullable): the settings, %NULL where their schema is not installed
 */
GSettings *
jm_settings_get (void)
{
  static GSettings *settings;
  static gboolean looked;

  if (!looked)
    {
      settings = open_settings ();
      looked = TRUE;
    }

  return settings;
}

/**
 * jm_settings_get_boolean:
 * @key: a key of the schema
 * @otherwise: what holds where there are no settings
 *
 * Returns: what was chosen
 */
gboolean
jm_settings_get_boolean (const char *key,
                         gboolean    otherwise)
{
  GSettings *settings = jm_settings_get ();

  return settings == NULL ? otherwise : g_settings_get_boolean (settings, key);
}

/**
 * jm_settings_get_string:
 * @key: a key of the schema
 *
 * Returns: (transfer full): what was chosen, "" where there are no settings
 */
char *
jm_settings_get_string (const char *key)
{
  GSettings *settings = jm_settings_get ();

  return settings == NULL ? g_strdup ("") : g_settings_get_string (settings, key);
}
