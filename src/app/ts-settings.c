/* ts-settings.c — what is remembered between two starts
 *
 * GLib ends a program whose schema is not installed. Nothing here is worth that, so without the schema everything has its default and
 * nothing is remembered.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-settings.h"

#define SCHEMA_ID "org.touchstone.Touchstone"

/**
 * ts_settings_get:
 *
 * Returns: (transfer none) (nullable): the settings, or %NULL where their schema is not installed
 */
GSettings *
ts_settings_get (void)
{
  static GSettings *settings;
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;

      if (schema != NULL)
        settings = g_settings_new (SCHEMA_ID);
      else
        g_message ("The settings schema %s is not installed: nothing is remembered between two starts.", SCHEMA_ID);

      g_once_init_leave (&ready, 1);
    }

  return settings;
}

/**
 * ts_settings_dup_author:
 *
 * Returns: (transfer full): who the journal says made a change: the name from the settings or the user account's, with the role where
 *   there is one
 */
char *
ts_settings_dup_author (void)
{
  GSettings *settings = ts_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "person-name") : NULL;
  g_autofree char *role = settings != NULL ? g_settings_get_string (settings, "person-role") : NULL;

  if (name == NULL || *g_strstrip (name) == '\0')
    {
      const char *real_name = g_get_real_name ();

      g_free (name);
      /* What GLib says where the account has no real name. */
      name = g_strdup (g_strcmp0 (real_name, "Unknown") != 0 ? real_name : g_get_user_name ());
    }

  if (role == NULL || *g_strstrip (role) == '\0')
    return g_steal_pointer (&name);

  return g_strdup_printf ("%s (%s)", name, role);
}

/**
 * ts_settings_get_window_size:
 * @width: (out): the width that a new window gets
 * @height: (out): its height
 * @maximised: (out): whether it is maximised
 */
void
ts_settings_get_window_size (int      *width,
                             int      *height,
                             gboolean *maximised)
{
  GSettings *settings = ts_settings_get ();

  g_return_if_fail (width != NULL && height != NULL && maximised != NULL);

  *width = settings != NULL ? g_settings_get_int (settings, "window-width") : 1280;
  *height = settings != NULL ? g_settings_get_int (settings, "window-height") : 840;
  *maximised = settings != NULL && g_settings_get_boolean (settings, "window-maximised");
}

/**
 * ts_settings_set_window_size:
 * @width: the width of a window that closes, as it is when not maximised
 * @height: its height
 * @maximised: whether it is maximised
 */
void
ts_settings_set_window_size (int      width,
                             int      height,
                             gboolean maximised)
{
  GSettings *settings = ts_settings_get ();

  if (settings == NULL)
    return;

  /* The schema's range: a window may be made narrower than is worth beginning with. */
  if (width >= 360 && height >= 240)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }

  g_settings_set_boolean (settings, "window-maximised", maximised);
}

/**
 * ts_settings_dup_last_workbook:
 *
 * Returns: (transfer full) (nullable): the workbook that was open last
 */
GFile *
ts_settings_dup_last_workbook (void)
{
  GSettings *settings = ts_settings_get ();
  g_autofree char *uri = settings != NULL ? g_settings_get_string (settings, "last-workbook") : NULL;

  return uri != NULL && *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
}

/**
 * ts_settings_set_last_workbook:
 * @file: (nullable): the workbook to open at the next start, or %NULL for the welcome page
 */
void
ts_settings_set_last_workbook (GFile *file)
{
  GSettings *settings = ts_settings_get ();
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (settings != NULL)
    g_settings_set_string (settings, "last-workbook", uri != NULL ? uri : "");
}
