/* ts-badge-row.c — a row of a sidebar that leads somewhere, with a badge at its end
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-badge-row.h"

struct _TsBadgeRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (TsBadgeRow, ts_badge_row, GTK_TYPE_LIST_BOX_ROW)

static void
ts_badge_row_class_init (TsBadgeRowClass *klass)
{
}

static void
ts_badge_row_init (TsBadgeRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "level-badge");
  gtk_widget_set_visible (badge, FALSE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  self->title = GTK_LABEL (title);
  self->badge = GTK_LABEL (badge);
}

/**
 * ts_badge_row_new:
 * @title: where it leads
 *
 * Returns: (transfer floating): a row without a badge
 */
GtkWidget *
ts_badge_row_new (const char *title)
{
  TsBadgeRow *self = g_object_new (TS_TYPE_BADGE_ROW, NULL);

  gtk_label_set_label (self->title, title);
  ts_badge_row_set_badge (self, NULL);

  return GTK_WIDGET (self);
}

/**
 * ts_badge_row_set_badge:
 * @self: a row
 * @text: (nullable): what the badge says, %NULL for no badge
 */
void
ts_badge_row_set_badge (TsBadgeRow *self,
                        const char *text)
{
  const char *title;
  g_autofree char *name = NULL;

  g_return_if_fail (TS_IS_BADGE_ROW (self));

  title = gtk_label_get_label (self->title);
  name = text != NULL ? g_strdup_printf ("%s, %s", title, text) : g_strdup (title);
  gtk_label_set_label (self->badge, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
