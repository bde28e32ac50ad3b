/* ts-outcome-item.c — an outcome of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-outcome-item-private.h"

#include "core/ts-error.h"
#include "core/ts-outcome-lock.h"
#include "model/ts-outcome-source.h"

#include <glib/gi18n-lib.h>

struct _TsOutcomeItem
{
  GObject parent_instance;

  char *id;
  TsOutcomeSnapshot *snapshot;
  TsRow *row;
  const char *lock; /* why nothing of it can be changed; a literal */
  TsOutcomeData *data;
  char *summary;
  char *missing;
  guint revision;
};

enum
{
  PROP_METRIC = 1,
  PROP_SUMMARY,
  PROP_MISSING,
  PROP_REVISION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsOutcomeItem, ts_outcome_item, G_TYPE_OBJECT)

static void
ts_outcome_item_finalize (GObject *object)
{
  TsOutcomeItem *self = TS_OUTCOME_ITEM (object);

  g_clear_pointer (&self->snapshot, ts_outcome_snapshot_unref);
  g_clear_pointer (&self->row, ts_row_unref);
  g_clear_pointer (&self->data, ts_outcome_data_unref);
  g_free (self->id);
  g_free (self->summary);
  g_free (self->missing);

  G_OBJECT_CLASS (ts_outcome_item_parent_class)->finalize (object);
}

static void
ts_outcome_item_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsOutcomeItem *self = TS_OUTCOME_ITEM (object);

  switch (property_id)
    {
    case PROP_METRIC:
      g_value_set_string (value, ts_outcome_item_get_metric (self));
      break;

    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;

    case PROP_MISSING:
      g_value_set_string (value, self->missing);
      break;

    case PROP_REVISION:
      g_value_set_uint (value, self->revision);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_outcome_item_class_init (TsOutcomeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ts_outcome_item_finalize;
  object_class->get_property = ts_outcome_item_get_property;

  properties[PROP_METRIC] = g_param_spec_string ("metric", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MISSING] = g_param_spec_string ("missing", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVISION] =
    g_param_spec_uint ("revision", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_outcome_item_init (TsOutcomeItem *self)
{
}

TsOutcomeItem *
ts_outcome_item_new (const char *id)
{
  TsOutcomeItem *self = g_object_new (TS_TYPE_OUTCOME_ITEM, NULL);

  self->id = g_strdup (id);

  return self;
}

static gboolean
rows_equal (GPtrArray *a,
            GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!ts_row_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

/* What can be done depends on all assessments, and on the other outcomes where it is about the order. */
static gboolean
is_same (TsOutcomeItem     *self,
         TsOutcomeSnapshot *snapshot,
         TsRow             *row)
{
  const TsOutcomeScope *before;
  const TsOutcomeScope *after;

  if (self->snapshot == NULL || !ts_row_equal (self->row, row))
    return FALSE;

  before = ts_outcome_snapshot_get_scope (self->snapshot);
  after = ts_outcome_snapshot_get_scope (snapshot);

  return rows_equal (ts_outcome_snapshot_get_values (self->snapshot, self->id), ts_outcome_snapshot_get_values (snapshot, self->id)) &&
         rows_equal (before->assessments, after->assessments) && rows_equal (before->outcomes, after->outcomes);
}

static char *
describe_latest (const TsOutcomeData *data)
{
  guint point;

  if (ts_outcome_data_find_latest_gap (data, &point))
    {
      g_autofree char *year = ts_outcome_data_year_text (data, point);
      g_autofree char *gap = ts_outcome_data_gap_text (data, point, TRUE);
      g_autofree char *actual = NULL;
      g_autofree char *aspiration = NULL;
      double value = 0;

      ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, point, &value);
      actual = ts_outcome_data_value_text (data, value);
      ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ASPIRATION, point, &value);
      aspiration = ts_outcome_data_value_text (data, value);

      /* Translators: a year, what came, what was aimed at, and how the two compare: "2009/10: 80.1 years against 80.5 years, 0.4 years behind". */
      return g_strdup_printf (_("%s: %s against %s, %s"), year, actual, aspiration, gap);
    }

  for (point = ts_outcome_data_get_n_points (data); point > 0; point--)
    {
      double value;

      if (ts_outcome_data_get_value (data, TS_OUTCOME_SERIES_ACTUAL, point - 1, &value))
        {
          g_autofree char *year = ts_outcome_data_year_text (data, point - 1);
          g_autofree char *actual = ts_outcome_data_value_text (data, value);

          return g_strdup_printf (_("%s: %s; nothing to compare it with yet"), year, actual);
        }
    }

  return g_strdup (_("No actual value yet"));
}

/**
 * ts_outcome_item_update:
 * @self: an item
 * @snapshot: what was read
 * @row: (transfer none): its row
 * @lock: (nullable): why nothing of it can be changed whatever the rules say; translated, and not copied
 *
 * Returns: whether anything is different from before; then it has notified
 */
gboolean
ts_outcome_item_update (TsOutcomeItem     *self,
                        TsOutcomeSnapshot *snapshot,
                        TsRow             *row,
                        const char        *lock)
{
  GObject *object = G_OBJECT (self);
  gboolean same = is_same (self, snapshot, row) && g_strcmp0 (self->lock, lock) == 0;
  GPtrArray *values;

  ts_outcome_snapshot_ref (snapshot);
  g_clear_pointer (&self->snapshot, ts_outcome_snapshot_unref);
  self->snapshot = snapshot;

  ts_row_ref (row);
  g_clear_pointer (&self->row, ts_row_unref);
  self->row = row;

  if (same)
    return FALSE;

  self->lock = lock;
  values = ts_outcome_snapshot_get_values (snapshot, self->id);
  g_clear_pointer (&self->data, ts_outcome_data_unref);
  self->data = ts_outcome_source_build (row, values);
  g_free (self->summary);
  self->summary = describe_latest (self->data);
  g_free (self->missing);
  self->missing = ts_outcome_describe_missing (values, ts_outcome_snapshot_get_year (snapshot));
  self->revision++;

  g_object_freeze_notify (object);
  for (guint i = PROP_METRIC; i < N_PROPS; i++)
    g_object_notify_by_pspec (object, properties[i]);
  g_object_thaw_notify (object);

  return TRUE;
}

const char *
ts_outcome_item_get_id (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return self->id;
}

/**
 * ts_outcome_item_get_assessment_id:
 * @self: an item
 *
 * Returns: (transfer none): the assessment from which it is seen
 */
const char *
ts_outcome_item_get_assessment_id (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return ts_row_get_id (ts_outcome_snapshot_get_scope (self->snapshot)->assessment);
}

/**
 * ts_outcome_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none): its row as it is kept; not to be changed
 */
TsRow *
ts_outcome_item_get_row (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return self->row;
}

/**
 * ts_outcome_item_get_values:
 * @self: an item
 *
 * Returns: (transfer none) (element-type TsRow): its values, by year, until the next change
 */
GPtrArray *
ts_outcome_item_get_values (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return ts_outcome_snapshot_get_values (self->snapshot, self->id);
}

/**
 * ts_outcome_item_get_data:
 * @self: an item
 *
 * Returns: (transfer none): what its trend chart shows
 */
TsOutcomeData *
ts_outcome_item_get_data (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return self->data;
}

/**
 * ts_outcome_item_get_year:
 * @self: an item
 *
 * Returns: the year of the assessment from which it is seen
 */
int
ts_outcome_item_get_year (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), 0);

  return ts_outcome_snapshot_get_year (self->snapshot);
}

const char *
ts_outcome_item_get_metric (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return ts_row_get_text (self->row, TS_OUTCOME_METRIC);
}

const char *
ts_outcome_item_get_summary (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return self->summary;
}

/**
 * ts_outcome_item_get_missing:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the trajectory lacks, in words; %NULL where nothing is missing
 */
const char *
ts_outcome_item_get_missing (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), NULL);

  return self->missing;
}

static gboolean
check_writable (TsOutcomeItem  *self,
                GError        **error)
{
  if (self->lock != NULL)
    g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED, self->lock);

  return self->lock == NULL;
}

/**
 * ts_outcome_item_check_cell:
 * @self: an item
 * @field: %TS_OUTCOME_VALUE_ASPIRATION or %TS_OUTCOME_VALUE_ACTUAL
 * @year: a year
 * @error: where to put why not
 *
 * Returns: whether that value can be set, changed or cleared
 */
gboolean
ts_outcome_item_check_cell (TsOutcomeItem        *self,
                            TsOutcomeValueField   field,
                            int                   year,
                            GError              **error)
{
  const TsRow *value;

  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), FALSE);

  value = ts_outcome_find_value (ts_outcome_item_get_values (self), year);

  return check_writable (self, error) &&
         ts_outcome_check_cell_unlocked (self->row, ts_outcome_snapshot_get_scope (self->snapshot)->assessments, field, year,
                                         value != NULL && ts_row_has (value, field), error);
}

gboolean
ts_outcome_item_check_definition (TsOutcomeItem  *self,
                                  GError        **error)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), FALSE);

  return check_writable (self, error) &&
         ts_outcome_scope_check_definition (ts_outcome_snapshot_get_scope (self->snapshot), self->row, error);
}

/**
 * ts_outcome_item_check_move:
 * @self: an item
 * @step: 1 for down, -1 for up
 * @error: where to put why not; %TS_RULE_ERROR_UNCHANGED where it stands at the end
 *
 * Returns: whether it can be moved
 */
gboolean
ts_outcome_item_check_move (TsOutcomeItem  *self,
                            int             step,
                            GError        **error)
{
  g_autoptr (TsChange) change = NULL;

  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), FALSE);

  if (!check_writable (self, error))
    return FALSE;

  change = ts_change_move_outcome (ts_outcome_snapshot_get_scope (self->snapshot), self->row, step, error);

  return change != NULL;
}

gboolean
ts_outcome_item_check_removal (TsOutcomeItem  *self,
                               GError        **error)
{
  g_autoptr (TsChange) change = NULL;

  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), FALSE);

  if (!check_writable (self, error))
    return FALSE;

  change = ts_change_remove_outcome (ts_outcome_snapshot_get_scope (self->snapshot), self->row, ts_outcome_item_get_values (self), error);

  return change != NULL;
}

/**
 * ts_outcome_item_is_ended_by_removal:
 * @self: an item
 *
 * Returns: whether an earlier assessment keeps it when it is removed from this one
 */
gboolean
ts_outcome_item_is_ended_by_removal (TsOutcomeItem *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_ITEM (self), FALSE);

  return ts_outcome_is_ended_by_removal (ts_outcome_snapshot_get_scope (self->snapshot), self->row);
}
