/* ts-evidence-row.c — an item of evidence in a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-row.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/ts-accessible-names.h"
#include "app/assess/ts-evidence-name.h"
#include "app/widgets/ts-wrap-box.h"

struct _TsEvidenceRow
{
  AdwBin parent_instance;

  TsEvidenceItem *item;
  GSignalGroup *item_signals;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *links;
};

G_DEFINE_FINAL_TYPE (TsEvidenceRow, ts_evidence_row, ADW_TYPE_BIN)

static void
update (TsEvidenceRow *self)
{
  g_autoptr (GIcon) icon = ts_evidence_make_icon (ts_evidence_item_get_row (self->item));
  gboolean linked = ts_evidence_item_get_n_links (self->item) > 0;
  const char *links = linked ? ts_evidence_item_get_links_label (self->item) : _("not linked");
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", ts_evidence_item_get_title (self->item), ts_evidence_item_get_subtitle (self->item), links);

  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_label (self->title, ts_evidence_item_get_title (self->item));
  gtk_label_set_label (self->subtitle, ts_evidence_item_get_subtitle (self->item));
  gtk_label_set_label (self->links, links);
  ts_accessible_names_set_row (GTK_WIDGET (self), name);

  if (linked)
    gtk_widget_remove_css_class (GTK_WIDGET (self->links), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->links), "warning");
}

static void
ts_evidence_row_dispose (GObject *object)
{
  TsEvidenceRow *self = TS_EVIDENCE_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (ts_evidence_row_parent_class)->dispose (object);
}

static void
ts_evidence_row_class_init (TsEvidenceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_evidence_row_dispose;

  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceRow, title);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceRow, links);
}

static void
ts_evidence_row_init (TsEvidenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (TS_TYPE_EVIDENCE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update), self);
}

/**
 * ts_evidence_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
ts_evidence_row_new (void)
{
  return g_object_new (TS_TYPE_EVIDENCE_ROW, NULL);
}

/**
 * ts_evidence_row_set_item:
 * @self: a row
 * @item: (nullable): what it is to show
 */
void
ts_evidence_row_set_item (TsEvidenceRow  *self,
                          TsEvidenceItem *item)
{
  g_return_if_fail (TS_IS_EVIDENCE_ROW (self));
  g_return_if_fail (item == NULL || TS_IS_EVIDENCE_ITEM (item));

  g_set_object (&self->item, item);
  g_signal_group_set_target (self->item_signals, item);

  if (item != NULL)
    update (self);
}
