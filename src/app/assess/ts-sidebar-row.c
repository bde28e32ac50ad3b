/* ts-sidebar-row.c — a row of the sidebar
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sidebar-row.h"

#include "app/assess/ts-sidebar-dots.h"
#include "core/ts-scale.h"

/* More parts than this would push the title out of the row. */
#define MOST_DOTS 6

struct _TsSidebarRow
{
  GtkListBoxRow parent_instance;

  TsPlace *place;

  GtkLabel *number;
  GtkLabel *title;
  TsSidebarDots *dots;
  GtkLabel *badge;
};

G_DEFINE_FINAL_TYPE (TsSidebarRow, ts_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static const char *const meaning_classes[] = { "low", "below", "middle", "above", "high" };

G_STATIC_ASSERT (G_N_ELEMENTS (meaning_classes) == TS_N_MEANINGS);

static void
update (TsSidebarRow *self)
{
  const char *badge = ts_place_get_badge (self->place);
  int meaning = ts_place_get_meaning (self->place);
  const TsPart *parts;
  guint n_parts;

  gtk_label_set_text (self->title, ts_place_get_title (self->place));

  gtk_label_set_text (self->badge, badge != NULL ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (meaning_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->badge), meaning_classes[i]);

  if (meaning >= 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->badge), meaning_classes[meaning]);

  parts = ts_place_get_parts (self->place, &n_parts);
  ts_sidebar_dots_set_parts (self->dots, parts, n_parts <= MOST_DOTS ? n_parts : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), n_parts > 0 && n_parts <= MOST_DOTS);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, ts_place_get_description (self->place),
                                  -1);
}

static void
ts_sidebar_row_dispose (GObject *object)
{
  TsSidebarRow *self = TS_SIDEBAR_ROW (object);

  g_clear_object (&self->place);

  G_OBJECT_CLASS (ts_sidebar_row_parent_class)->dispose (object);
}

static void
ts_sidebar_row_class_init (TsSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_sidebar_row_dispose;

  g_type_ensure (TS_TYPE_SIDEBAR_DOTS);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSidebarRow, number);
  gtk_widget_class_bind_template_child (widget_class, TsSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, TsSidebarRow, dots);
  gtk_widget_class_bind_template_child (widget_class, TsSidebarRow, badge);
}

static void
ts_sidebar_row_init (TsSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_sidebar_row_new:
 * @place: a place
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
ts_sidebar_row_new (TsPlace *place)
{
  TsSidebarRow *self;
  const char *number;

  g_return_val_if_fail (TS_IS_PLACE (place), NULL);

  self = g_object_new (TS_TYPE_SIDEBAR_ROW, NULL);
  self->place = g_object_ref (place);

  number = ts_place_get_number (place);
  gtk_label_set_text (self->number, number != NULL ? number : "");
  gtk_widget_set_visible (GTK_WIDGET (self->number), number != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), ts_place_get_title (place));

  g_signal_connect_object (place, "notify::revision", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

TsPlace *
ts_sidebar_row_get_place (TsSidebarRow *self)
{
  g_return_val_if_fail (TS_IS_SIDEBAR_ROW (self), NULL);

  return self->place;
}
