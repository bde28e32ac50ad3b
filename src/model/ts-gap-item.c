/* ts-gap-item.c — a level with its target and last year's, as a row of a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-gap-item-private.h"

struct _TsGapItem
{
  GObject parent_instance;

  TsAssessmentModel *model;
  TsFramework *framework; /* which the node belongs to */
  TsGap gap;
  guint position;
  int target_year;
  guint revision;
};

G_DEFINE_FINAL_TYPE (TsGapItem, ts_gap_item, G_TYPE_OBJECT)

enum
{
  PROP_REVISION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ts_gap_item_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TsGapItem *self = TS_GAP_ITEM (object);

  switch (property_id)
    {
    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_gap_item_finalize (GObject *object)
{
  TsGapItem *self = TS_GAP_ITEM (object);

  g_object_unref (self->model);
  g_clear_pointer (&self->framework, ts_framework_unref);

  G_OBJECT_CLASS (ts_gap_item_parent_class)->finalize (object);
}

static void
ts_gap_item_class_init (TsGapItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ts_gap_item_get_property;
  object_class->finalize = ts_gap_item_finalize;

  properties[PROP_REVISION] =
    g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_gap_item_init (TsGapItem *self)
{
}

/**
 * ts_gap_item_new: (skip)
 * @model: the assessment
 * @position: where it stands in its framework
 *
 * Returns: (transfer full): an item that has nothing to say before [method@GapItem.set]
 */
TsGapItem *
ts_gap_item_new (TsAssessmentModel *model,
                 guint              position)
{
  TsGapItem *self = g_object_new (TS_TYPE_GAP_ITEM, NULL);

  self->model = g_object_ref (model);
  self->position = position;

  return self;
}

/**
 * ts_gap_item_set: (skip)
 * @self: an item
 * @framework: the framework that the gap's node belongs to
 * @gap: what it says now
 * @target_year: the year of its target
 */
void
ts_gap_item_set (TsGapItem   *self,
                 TsFramework *framework,
                 const TsGap *gap,
                 int          target_year)
{
  if (self->framework != framework)
    {
      g_clear_pointer (&self->framework, ts_framework_unref);
      self->framework = ts_framework_ref (framework);
    }

  self->gap = *gap;
  self->target_year = target_year;
  self->revision++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVISION]);
}

/**
 * ts_gap_item_get_gap:
 * @self: an item
 *
 * Returns: (transfer none): what it says now; until the next change
 */
const TsGap *
ts_gap_item_get_gap (TsGapItem *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM (self), NULL);

  return &self->gap;
}

/**
 * ts_gap_item_get_node:
 * @self: an item
 *
 * Returns: (transfer none): the criterion or group
 */
const TsNode *
ts_gap_item_get_node (TsGapItem *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM (self), NULL);

  return self->gap.node;
}

/**
 * ts_gap_item_get_position:
 * @self: an item
 *
 * Returns: where it stands in its framework
 */
guint
ts_gap_item_get_position (TsGapItem *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM (self), 0);

  return self->position;
}

/**
 * ts_gap_item_get_target_year:
 * @self: an item
 *
 * Returns: the calendar year in which the financial year begins that its target is for
 */
int
ts_gap_item_get_target_year (TsGapItem *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM (self), 0);

  return self->target_year;
}

/**
 * ts_gap_item_get_model:
 * @self: an item
 *
 * Returns: (transfer none): the assessment that it belongs to
 */
TsAssessmentModel *
ts_gap_item_get_model (TsGapItem *self)
{
  g_return_val_if_fail (TS_IS_GAP_ITEM (self), NULL);

  return self->model;
}
