/* ts-workbook-chooser.c — choosing workbooks in a file chooser
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-workbook-chooser.h"

#include <glib/gi18n-lib.h>

/**
 * ts_workbook_chooser_add_filters:
 * @chooser: a file chooser for workbooks
 */
void
ts_workbook_chooser_add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) workbooks = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  g_return_if_fail (GTK_IS_FILE_CHOOSER (chooser));

  gtk_file_filter_set_name (workbooks, _("Touchstone workbooks"));
  gtk_file_filter_add_mime_type (workbooks, "application/x-touchstone");
  gtk_file_filter_add_pattern (workbooks, "*" TS_WORKBOOK_SUFFIX);
  gtk_file_chooser_add_filter (chooser, workbooks);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * ts_workbook_chooser_complete:
 * @file: a file that a person named
 * @changed: (out) (optional): whether its name was changed, so that nobody has agreed to replace what has the name already
 *
 * Returns: (transfer full): the file, with a workbook's ending
 */
GFile *
ts_workbook_chooser_complete (GFile    *file,
                              gboolean *changed)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  folder = g_file_get_parent (file);

  if (changed != NULL)
    *changed = FALSE;

  if (base == NULL || folder == NULL || g_str_has_suffix (base, TS_WORKBOOK_SUFFIX))
    return g_object_ref (file);

  if (changed != NULL)
    *changed = TRUE;

  name = g_strconcat (base, TS_WORKBOOK_SUFFIX, NULL);

  return g_file_get_child (folder, name);
}
