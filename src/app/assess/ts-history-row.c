/* ts-history-row.c — a change in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-history-row.h"

#include "app/widgets/ts-accessible-names.h"
#include "app/assess/ts-moment-text.h"

#include <glib/gi18n-lib.h>

/* How many rows of a change are told; the rest are counted. */
#define MOST_TOLD 3

struct _TsHistoryRow
{
  AdwBin parent_instance;

  GtkLabel *day;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (TsHistoryRow, ts_history_row, ADW_TYPE_BIN)

/**
 * ts_history_row_list_words:
 * @item: a change
 *
 * Returns: (transfer full): what changed, a line for each thing; where it is much, the first few and how many more
 */
char *
ts_history_row_list_words (TsHistoryItem *item)
{
  const char *const *words = ts_history_item_get_words (item);
  guint n_rows = ts_history_item_get_n_rows (item);
  GString *text = g_string_new (NULL);
  guint n_told = 0;

  for (; words[n_told] != NULL && n_told < MOST_TOLD; n_told++)
    {
      if (n_told > 0)
        g_string_append_c (text, '\n');

      g_string_append (text, words[n_told]);
    }

  if (n_told == 0)
    g_string_append (text, ts_change_get_label (ts_history_item_get_change (item)));
  else if (n_rows > n_told)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "\nand %u more", "\nand %u more", n_rows - n_told), n_rows - n_told);

  return g_string_free (text, FALSE);
}

static void
ts_history_row_class_init (TsHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryRow, title);
  gtk_widget_class_bind_template_child (widget_class, TsHistoryRow, subtitle);
}

static void
ts_history_row_init (TsHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_history_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ts_history_row_new (void)
{
  return g_object_new (TS_TYPE_HISTORY_ROW, NULL);
}

/**
 * ts_history_row_set_item:
 * @self: a row
 * @item: what it is to show
 * @day: (nullable): its day, where it is the first of its day
 */
void
ts_history_row_set_item (TsHistoryRow  *self,
                         TsHistoryItem *item,
                         const char    *day)
{
  TsChange *change;
  g_autofree char *words = NULL;
  g_autofree char *time = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *description = NULL;
  gboolean inverts;

  g_return_if_fail (TS_IS_HISTORY_ROW (self));
  g_return_if_fail (TS_IS_HISTORY_ITEM (item));

  change = ts_history_item_get_change (item);
  inverts = ts_change_get_inverts (change) != NULL;
  words = ts_history_row_list_words (item);
  time = ts_moment_format_time (ts_change_get_at (change));

  if (inverts || ts_history_item_get_n_rows (item) > 1)
    subtitle = g_strdup_printf ("%s · %s · %s", time, ts_change_get_author (change), ts_change_get_label (change));
  else
    subtitle = g_strdup_printf ("%s · %s", time, ts_change_get_author (change));

  description = g_strdup_printf ("%s, %s", words, subtitle);
  ts_accessible_names_set_row (GTK_WIDGET (self), description);
  gtk_label_set_label (self->day, day != NULL ? day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day), day != NULL);
  gtk_image_set_from_icon_name (self->icon, inverts ? "edit-undo-symbolic" : "document-edit-symbolic");
  gtk_label_set_label (self->title, words);
  gtk_label_set_label (self->subtitle, subtitle);
}
