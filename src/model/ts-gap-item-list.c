/* ts-gap-item-list.c — the gaps of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-gap-item-list.h"

#include "model/ts-gap-item-private.h"

struct _TsGapItemList
{
  GObject parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  char *section_id;
  TsGapScope scope;
  int target_year;
  GPtrArray *items;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GType
list_model_get_item_type (GListModel *model)
{
  return TS_TYPE_GAP_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TS_GAP_ITEM_LIST (model)->items->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TsGapItemList *self = TS_GAP_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsGapItemList, ts_gap_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GArray *
list_gaps (TsGapItemList     *self,
           TsAssessmentState *state)
{
  TsFramework *framework = ts_assessment_state_get_framework (state);
  const TsSection *section = self->section_id != NULL ? ts_framework_find_section (framework, self->section_id) : NULL;
  GArray *gaps;

  if (section == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TsGap));

  gaps = ts_gap_list (state, section, self->target_year, NULL);

  for (guint i = gaps->len; i > 0; i--)
    {
      if (!ts_gap_is_in_scope (&g_array_index (gaps, TsGap, i - 1), self->scope))
        g_array_remove_index (gaps, i - 1);
    }

  return gaps;
}

/* One framework may be parsed more than once; the items need not know. */
static gboolean
has_items_for (TsGapItemList *self,
               GArray        *gaps)
{
  if (self->items->len != gaps->len)
    return FALSE;

  for (guint i = 0; i < gaps->len; i++)
    {
      TsGapItem *item = g_ptr_array_index (self->items, i);

      if (ts_gap_item_get_model (item) != self->model ||
          !g_str_equal (ts_gap_item_get_node (item)->id, g_array_index (gaps, TsGap, i).node->id))
        return FALSE;
    }

  return TRUE;
}

static void
make_items (TsGapItemList *self,
            guint          n_items)
{
  g_ptr_array_set_size (self->items, 0);

  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (self->items, ts_gap_item_new (self->model, i));
}

static void
update (TsGapItemList *self)
{
  TsAssessmentState *state = self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
  g_autoptr (GArray) gaps = state != NULL ? list_gaps (self, state) : g_array_new (FALSE, FALSE, sizeof (TsGap));
  guint n_before = self->items->len;
  gboolean anew = !has_items_for (self, gaps);

  if (anew)
    make_items (self, gaps->len);

  for (guint i = 0; i < gaps->len; i++)
    ts_gap_item_set (g_ptr_array_index (self->items, i), ts_assessment_state_get_framework (state), &g_array_index (gaps, TsGap, i),
                     self->target_year);

  if (anew)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->items->len);

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ts_gap_item_list_dispose (GObject *object)
{
  TsGapItemList *self = TS_GAP_ITEM_LIST (object);

  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_gap_item_list_parent_class)->dispose (object);
}

static void
ts_gap_item_list_finalize (GObject *object)
{
  TsGapItemList *self = TS_GAP_ITEM_LIST (object);

  g_object_unref (self->model_signals);
  g_ptr_array_unref (self->items);
  g_free (self->section_id);

  G_OBJECT_CLASS (ts_gap_item_list_parent_class)->finalize (object);
}

static void
ts_gap_item_list_class_init (TsGapItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ts_gap_item_list_dispose;
  object_class->finalize = ts_gap_item_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", TS_TYPE_GAP_ITEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ts_gap_item_list_init (TsGapItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::locked", G_CALLBACK (update), self);
}

/**
 * ts_gap_item_list_new:
 *
 * Returns: (transfer full): a list that is empty until it has an assessment and knows what of it to show
 */
TsGapItemList *
ts_gap_item_list_new (void)
{
  return g_object_new (TS_TYPE_GAP_ITEM_LIST, NULL);
}

/**
 * ts_gap_item_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the assessment
 */
TsAssessmentModel *
ts_gap_item_list_get_model (TsGapItemList *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM_LIST (self), NULL);

  return self->model;
}

/**
 * ts_gap_item_list_set_model:
 * @self: a list
 * @model: (nullable): an assessment
 */
void
ts_gap_item_list_set_model (TsGapItemList     *self,
                            TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_GAP_ITEM_LIST (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  update (self);
}

/**
 * ts_gap_item_list_show:
 * @self: a list
 * @section_id: (nullable): the section; with one that the framework does not have the list is empty
 * @scope: what of it
 * @target_year: the calendar year in which the financial year begins whose targets are looked at
 */
void
ts_gap_item_list_show (TsGapItemList *self,
                       const char    *section_id,
                       TsGapScope     scope,
                       int            target_year)
{
  g_return_if_fail (TS_IS_GAP_ITEM_LIST (self));

  if (g_strcmp0 (self->section_id, section_id) == 0 && self->scope == scope && self->target_year == target_year)
    return;

  g_free (self->section_id);
  self->section_id = g_strdup (section_id);
  self->scope = scope;
  self->target_year = target_year;
  update (self);
}
