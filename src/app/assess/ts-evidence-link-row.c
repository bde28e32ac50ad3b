/* ts-evidence-link-row.c — a criterion that an item of evidence serves
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-link-row.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-evidence-actions.h"

struct _TsEvidenceLinkRow
{
  AdwEntryRow parent_instance;

  TsAssessmentModel *model;
  TsEvidenceItem *item;
  char *link_id;
  TsRow *link;

  GtkWidget *unlink;
};

G_DEFINE_FINAL_TYPE (TsEvidenceLinkRow, ts_evidence_link_row, ADW_TYPE_ENTRY_ROW)

static const char *
get_place (const TsRow *link)
{
  const char *place = link != NULL ? ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE) : NULL;

  return place != NULL ? place : "";
}

static void
unlink_clicked_cb (TsEvidenceLinkRow *self)
{
  if (self->link != NULL)
    ts_evidence_unlink (GTK_WIDGET (self), ts_assessment_model_get_session (self->model), self->link,
                        ts_evidence_item_get_title (self->item));
}

static void
ts_evidence_link_row_finalize (GObject *object)
{
  TsEvidenceLinkRow *self = TS_EVIDENCE_LINK_ROW (object);

  g_clear_object (&self->model);
  g_clear_object (&self->item);
  g_clear_pointer (&self->link, ts_row_unref);
  g_free (self->link_id);

  G_OBJECT_CLASS (ts_evidence_link_row_parent_class)->finalize (object);
}

static void
ts_evidence_link_row_class_init (TsEvidenceLinkRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = ts_evidence_link_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-link-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceLinkRow, unlink);
  gtk_widget_class_bind_template_callback (widget_class, unlink_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, ts_evidence_link_row_commit);
}

static void
ts_evidence_link_row_init (TsEvidenceLinkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_evidence_link_row_new:
 * @model: an assessment
 * @item: an item of its evidence
 * @link_id: the id of one of its links, which is set with ts_evidence_link_row_set_link()
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
ts_evidence_link_row_new (TsAssessmentModel *model,
                          TsEvidenceItem    *item,
                          const char        *link_id)
{
  TsEvidenceLinkRow *self;

  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (model) && TS_IS_EVIDENCE_ITEM (item), NULL);
  g_return_val_if_fail (link_id != NULL, NULL);

  self = g_object_new (TS_TYPE_EVIDENCE_LINK_ROW, NULL);
  self->model = g_object_ref (model);
  self->item = g_object_ref (item);
  self->link_id = g_strdup (link_id);

  return GTK_WIDGET (self);
}

/**
 * ts_evidence_link_row_get_link_id:
 * @self: a link row
 *
 * Returns: (transfer none): its link's id
 */
const char *
ts_evidence_link_row_get_link_id (TsEvidenceLinkRow *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_LINK_ROW (self), NULL);

  return self->link_id;
}

/**
 * ts_evidence_link_row_set_link:
 * @self: a link row
 * @link: its link as it is kept
 *
 * What is being typed stays.
 */
void
ts_evidence_link_row_set_link (TsEvidenceLinkRow *self,
                               TsRow             *link)
{
  TsAssessmentState *state;
  const TsNodeState *node = NULL;
  const char *node_id;
  g_autofree char *title = NULL;
  g_autofree char *tooltip = NULL;
  gboolean untouched;

  g_return_if_fail (TS_IS_EVIDENCE_LINK_ROW (self));
  g_return_if_fail (link != NULL && g_str_equal (ts_row_get_id (link), self->link_id));

  untouched = g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), get_place (self->link));
  ts_row_ref (link);
  g_clear_pointer (&self->link, ts_row_unref);
  self->link = link;

  if (untouched && !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), get_place (link)))
    gtk_editable_set_text (GTK_EDITABLE (self), get_place (link));

  node_id = ts_row_get_text (link, TS_EVIDENCE_LINK_NODE);
  state = ts_assessment_model_get_state (self->model);

  if (state != NULL)
    node = ts_assessment_state_find (state, node_id);

  title = node != NULL ? g_strdup_printf (_("%s %s: where in it"), node_id, node->node->title) : g_strdup_printf (_("%s: where in it"), node_id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  tooltip = g_strdup_printf (_("Unlink from %s"), node_id);
  gtk_widget_set_tooltip_text (self->unlink, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unlink), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/**
 * ts_evidence_link_row_set_editable:
 * @self: a link row
 * @editable: whether the link can be changed
 */
void
ts_evidence_link_row_set_editable (TsEvidenceLinkRow *self,
                                   gboolean           editable)
{
  g_return_if_fail (TS_IS_EVIDENCE_LINK_ROW (self));

  gtk_editable_set_editable (GTK_EDITABLE (self), editable);
  gtk_widget_set_visible (self->unlink, editable);
}

/**
 * ts_evidence_link_row_commit:
 * @self: a link row
 *
 * Keeps what is typed, if it differs.
 */
void
ts_evidence_link_row_commit (TsEvidenceLinkRow *self)
{
  g_return_if_fail (TS_IS_EVIDENCE_LINK_ROW (self));

  if (self->link != NULL && gtk_editable_get_editable (GTK_EDITABLE (self)))
    ts_evidence_place (GTK_WIDGET (self), ts_assessment_model_get_session (self->model), self->link,
                       gtk_editable_get_text (GTK_EDITABLE (self)));
}
