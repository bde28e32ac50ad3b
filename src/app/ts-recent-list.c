/* ts-recent-list.c — the workbooks that were opened last
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-recent-list.h"

#include <gtk/gtk.h>

#define MEDIA_TYPE "application/x-touchstone"
#define PROGRAM    "touchstone"

/* More than this is searched for in a file chooser, not in a list. */
#define MOST_ITEMS 12

struct _TsRecentList
{
  GObject parent_instance;

  GtkRecentManager *manager;
  GPtrArray *workbooks;
};

static GType
ts_recent_list_get_item_type (GListModel *list)
{
  return TS_TYPE_RECENT_WORKBOOK;
}

static guint
ts_recent_list_get_n_items (GListModel *list)
{
  return TS_RECENT_LIST (list)->workbooks->len;
}

static gpointer
ts_recent_list_get_item (GListModel *list,
                         guint       position)
{
  TsRecentList *self = TS_RECENT_LIST (list);

  return position < self->workbooks->len ? g_object_ref (g_ptr_array_index (self->workbooks, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = ts_recent_list_get_item_type;
  iface->get_n_items = ts_recent_list_get_n_items;
  iface->get_item = ts_recent_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsRecentList, ts_recent_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static int
compare_visited (gconstpointer a,
                 gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
update (TsRecentList *self)
{
  GList *infos = g_list_sort (gtk_recent_manager_get_items (self->manager), compare_visited);
  guint n_before = self->workbooks->len;

  g_ptr_array_set_size (self->workbooks, 0);

  for (GList *item = infos; item != NULL && self->workbooks->len < MOST_ITEMS; item = item->next)
    {
      if (gtk_recent_info_has_application (item->data, PROGRAM) &&
          g_strcmp0 (gtk_recent_info_get_mime_type (item->data), MEDIA_TYPE) == 0)
        g_ptr_array_add (self->workbooks, ts_recent_workbook_new (gtk_recent_info_get_uri (item->data)));
    }

  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  if (n_before > 0 || self->workbooks->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->workbooks->len);
}

static void
ts_recent_list_finalize (GObject *object)
{
  TsRecentList *self = TS_RECENT_LIST (object);

  g_ptr_array_unref (self->workbooks);

  G_OBJECT_CLASS (ts_recent_list_parent_class)->finalize (object);
}

static void
ts_recent_list_class_init (TsRecentListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_recent_list_finalize;
}

static void
ts_recent_list_init (TsRecentList *self)
{
  self->workbooks = g_ptr_array_new_with_free_func (g_object_unref);
  self->manager = gtk_recent_manager_get_default ();

  g_signal_connect_object (self->manager, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

TsRecentList *
ts_recent_list_new (void)
{
  return g_object_new (TS_TYPE_RECENT_LIST, NULL);
}

/**
 * ts_recent_list_note:
 * @file: a workbook that has just been opened
 *
 * Has the desktop remember it.
 */
void
ts_recent_list_note (GFile *file)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) MEDIA_TYPE,
    .app_name = (char *) PROGRAM,
    .app_exec = (char *) PROGRAM " %u",
  };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * ts_recent_list_forget:
 * @uri: where a workbook is or was
 *
 * Has the desktop remember it no more. That it was not remembered is no problem.
 */
void
ts_recent_list_forget (const char *uri)
{
  g_return_if_fail (uri != NULL);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
