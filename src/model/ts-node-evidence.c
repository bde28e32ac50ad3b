/* ts-node-evidence.c — the evidence of one criterion
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-node-evidence.h"

#include "model/ts-evidence-item.h"

struct _TsNodeEvidence
{
  GObject parent_instance;

  TsAssessmentModel *assessment;
  char *node_id;
  GPtrArray *items;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsNodeEvidence, ts_node_evidence, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
list_model_get_item_type (GListModel *model)
{
  return TS_TYPE_EVIDENCE_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TS_NODE_EVIDENCE (model)->items->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TsNodeEvidence *self = TS_NODE_EVIDENCE (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
refresh (TsNodeEvidence *self)
{
  GListModel *all = ts_assessment_model_get_evidence (self->assessment);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) before = NULL;
  guint n_before = self->items->len;
  guint start = 0;
  guint end = 0;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (TsEvidenceItem) item = g_list_model_get_item (all, i);

      if (ts_evidence_item_find_link (item, self->node_id) != NULL)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  while (start < n_before && start < items->len &&
         g_ptr_array_index (self->items, start) == g_ptr_array_index (items, start))
    start++;

  while (end < n_before - start && end < items->len - start &&
         g_ptr_array_index (self->items, n_before - 1 - end) == g_ptr_array_index (items, items->len - 1 - end))
    end++;

  before = g_steal_pointer (&self->items);
  self->items = g_steal_pointer (&items);

  if (n_before - start - end > 0 || self->items->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, n_before - start - end, self->items->len - start - end);
}

static void
ts_node_evidence_finalize (GObject *object)
{
  TsNodeEvidence *self = TS_NODE_EVIDENCE (object);

  g_clear_object (&self->assessment);
  g_ptr_array_unref (self->items);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_node_evidence_parent_class)->finalize (object);
}

static void
ts_node_evidence_class_init (TsNodeEvidenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_node_evidence_finalize;
}

static void
ts_node_evidence_init (TsNodeEvidence *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ts_node_evidence_new:
 * @assessment: an assessment
 * @node_id: a criterion's or group's id
 *
 * Returns: (transfer full): its evidence
 */
TsNodeEvidence *
ts_node_evidence_new (TsAssessmentModel *assessment,
                      const char        *node_id)
{
  TsNodeEvidence *self = g_object_new (TS_TYPE_NODE_EVIDENCE, NULL);

  self->assessment = g_object_ref (assessment);
  self->node_id = g_strdup (node_id);
  g_signal_connect_object (assessment, "notify::state", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}
