/* ts-save-chooser.c — asks where something that a page shows is to be saved
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-save-chooser.h"

#include <glib/gi18n-lib.h>

/**
 * ts_save_chooser_make_name:
 * @title: the title of what is saved
 * @ending: the ending of the file
 *
 * Returns: (transfer full): the title as a file's name on any system
 */
char *
ts_save_chooser_make_name (const char *title,
                           const char *ending)
{
  g_autofree char *plain = g_strdup (title);
  g_autoptr (GString) name = NULL;

  g_strdelimit (plain, "/\\:*?\"<>|", '-');
  name = g_string_new (plain);
  g_string_replace (name, " · ", " ", 0);
  g_string_append (name, ending);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/**
 * ts_save_chooser_new:
 * @owner: what is saved is its
 * @title: the title of the dialog
 * @name: the name proposed for the file
 *
 * Returns: (transfer full): a dialog before the window of @owner, to be shown by gtk_native_dialog_show()
 */
GtkFileChooserNative *
ts_save_chooser_new (GtkWidget  *owner,
                     const char *title,
                     const char *name)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkFileChooserNative *self = gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                            GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self), name);

  return self;
}

/**
 * ts_save_chooser_add_kind:
 * @self: from ts_save_chooser_new()
 * @name: what a kind of file is called, and is good for
 * @suffix: how its name ends, without the dot
 */
void
ts_save_chooser_add_kind (GtkFileChooserNative *self,
                          const char           *name,
                          const char           *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self), filter);
}
