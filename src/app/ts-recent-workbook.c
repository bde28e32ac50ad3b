/* ts-recent-workbook.c — a workbook that was opened some time ago
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-recent-workbook.h"

#define SUFFIX ".touchstone"

struct _TsRecentWorkbook
{
  GObject parent_instance;

  char *uri;
  char *name;
  char *folder;
  gboolean missing;
};

enum
{
  PROP_0,
  PROP_MISSING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsRecentWorkbook, ts_recent_workbook, G_TYPE_OBJECT)

static void
ts_recent_workbook_finalize (GObject *object)
{
  TsRecentWorkbook *self = TS_RECENT_WORKBOOK (object);

  g_free (self->uri);
  g_free (self->name);
  g_free (self->folder);

  G_OBJECT_CLASS (ts_recent_workbook_parent_class)->finalize (object);
}

static void
ts_recent_workbook_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TsRecentWorkbook *self = TS_RECENT_WORKBOOK (object);

  switch (property_id)
    {
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_recent_workbook_class_init (TsRecentWorkbookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_recent_workbook_finalize;
  object_class->get_property = ts_recent_workbook_get_property;

  properties[PROP_MISSING] =
    g_param_spec_boolean ("missing", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_recent_workbook_init (TsRecentWorkbook *self)
{
}

static void
on_queried (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TsRecentWorkbook) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (object), result, &error);

  if (info != NULL || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  self->missing = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
}

/* The folder as people write it: the home folder is "~". */
static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = NULL;

  if (folder == NULL)
    return g_strdup ("");

  if (g_file_equal (folder, home))
    return g_strdup ("~");

  relative = g_file_get_relative_path (home, folder);

  if (relative != NULL)
    {
      g_autofree char *display = g_filename_display_name (relative);

      return g_strdup_printf ("~/%s", display);
    }

  return g_file_get_parse_name (folder);
}

/**
 * ts_recent_workbook_new:
 * @uri: where it was
 *
 * Returns: (transfer full): the workbook
 */
TsRecentWorkbook *
ts_recent_workbook_new (const char *uri)
{
  TsRecentWorkbook *self;
  g_autoptr (GFile) file = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  self = g_object_new (TS_TYPE_RECENT_WORKBOOK, NULL);
  file = g_file_new_for_uri (uri);
  base = g_file_get_basename (file);

  if (base != NULL && g_str_has_suffix (base, SUFFIX) && strlen (base) > strlen (SUFFIX))
    base[strlen (base) - strlen (SUFFIX)] = '\0';

  self->uri = g_strdup (uri);
  self->name = g_filename_display_name (base != NULL ? base : uri);
  self->folder = dup_folder (file);

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, G_PRIORITY_LOW, NULL,
                           on_queried, g_object_ref (self));

  return self;
}

const char *
ts_recent_workbook_get_uri (TsRecentWorkbook *self)
{
  g_return_val_if_fail (TS_IS_RECENT_WORKBOOK (self), NULL);

  return self->uri;
}

/**
 * ts_recent_workbook_get_name:
 * @self: a workbook
 *
 * Returns: (transfer none): its file's name, without the suffix that all workbooks have
 */
const char *
ts_recent_workbook_get_name (TsRecentWorkbook *self)
{
  g_return_val_if_fail (TS_IS_RECENT_WORKBOOK (self), NULL);

  return self->name;
}

const char *
ts_recent_workbook_get_folder (TsRecentWorkbook *self)
{
  g_return_val_if_fail (TS_IS_RECENT_WORKBOOK (self), NULL);

  return self->folder;
}

gboolean
ts_recent_workbook_get_missing (TsRecentWorkbook *self)
{
  g_return_val_if_fail (TS_IS_RECENT_WORKBOOK (self), FALSE);

  return self->missing;
}
