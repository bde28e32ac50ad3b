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
 * ts_settings_dup_person:
 * @name: (out) (optional): who is working: the name from the settings or the user account's; never empty
 * @role: (out) (optional): in which role; may be empty
 */
void
ts_settings_dup_person (char **name,
                        char **role)
{
  GSettings *settings = ts_settings_get ();
  g_autofree char *kept_name = settings != NULL ? g_settings_get_string (settings, "person-name") : g_strdup ("");
  g_autofree char *kept_role = settings != NULL ? g_settings_get_string (settings, "person-role") : g_strdup ("");

  if (*g_strstrip (kept_name) == '\0')
    {
      const char *real_name = g_get_real_name ();

      g_free (kept_name);
      /* What GLib says where the account has no real name. */
      kept_name = g_strdup (g_strcmp0 (real_name, "Unknown") != 0 && *real_name != '\0' ? real_name : g_get_user_name ());
    }

  if (name != NULL)
    *name = g_steal_pointer (&kept_name);

  if (role != NULL)
    *role = g_strdup (g_strstrip (kept_role));
}

/**
 * ts_settings_set_person:
 * @name: who is working from now on
 * @role: in which role; may be empty
 */
void
ts_settings_set_person (const char *name,
                        const char *role)
{
  GSettings *settings = ts_settings_get ();

  g_return_if_fail (name != NULL && role != NULL);

  if (settings == NULL)
    return;

  g_settings_set_string (settings, "person-role", role);
  g_settings_set_string (settings, "person-name", name);
}

/**
 * ts_settings_dup_author:
 *
 * Returns: (transfer full): who the journal says made a change
 */
char *
ts_settings_dup_author (void)
{
  char *name;

  ts_settings_dup_person (&name, NULL);

  return name;
}

/**
 * ts_settings_begin_to_ask_person:
 *
 * Returns: whether nobody has said yet who is working, nor been asked; from now on they have been
 */
gboolean
ts_settings_begin_to_ask_person (void)
{
  GSettings *settings = ts_settings_get ();
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, "person-name") : NULL;

  if (name == NULL || *name != '\0' || g_settings_get_boolean (settings, "person-asked"))
    return FALSE;

  g_settings_set_boolean (settings, "person-asked", TRUE);

  return TRUE;
}

/**
 * ts_settings_get_keep_backups:
 *
 * Returns: whether backups are made without asking
 */
gboolean
ts_settings_get_keep_backups (void)
{
  GSettings *settings = ts_settings_get ();

  return settings == NULL || g_settings_get_boolean (settings, "keep-backups");
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
 * ts_settings_dup_workspace:
 *
 * Returns: (transfer full): the workspace in which a new window begins
 */
char *
ts_settings_dup_workspace (void)
{
  GSettings *settings = ts_settings_get ();

  return settings != NULL ? g_settings_get_string (settings, "workspace") : g_strdup ("assess");
}

/**
 * ts_settings_set_workspace:
 * @name: the workspace of a window that closes
 */
void
ts_settings_set_workspace (const char *name)
{
  GSettings *settings = ts_settings_get ();

  g_return_if_fail (name != NULL);

  if (settings != NULL)
    g_settings_set_string (settings, "workspace", name);
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
