/* ts-outcome-source.c — an outcome as a trend chart
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-outcome-source.h"

#include "chart/ts-outcome-data-builder.h"
#include "core/ts-number.h"
#include "core/ts-outcome.h"

G_STATIC_ASSERT (TS_OUTCOME_DATA_LARGEST == TS_NUMBER_LARGEST);

/**
 * ts_outcome_source_build:
 * @outcome: an outcome's row
 * @values: (element-type TsRow): its values
 *
 * Returns: (transfer full): what its trend chart shows
 */
TsOutcomeData *
ts_outcome_source_build (const TsRow *outcome,
                         GPtrArray   *values)
{
  static const struct
  {
    TsOutcomeValueField field;
    TsOutcomeSeries series;
  } both[] = {
    { TS_OUTCOME_VALUE_ASPIRATION, TS_OUTCOME_SERIES_ASPIRATION },
    { TS_OUTCOME_VALUE_ACTUAL, TS_OUTCOME_SERIES_ACTUAL },
  };
  TsOutcomeDefinition definition;
  TsOutcomeDataBuilder *builder;

  g_return_val_if_fail (outcome != NULL && values != NULL, NULL);

  definition = ts_outcome_get_definition (outcome);
  builder = ts_outcome_data_builder_new (definition.metric, definition.unit, definition.up_is_better);

  for (guint i = 0; i < values->len; i++)
    {
      const TsRow *value = g_ptr_array_index (values, i);

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        {
          if (ts_row_has (value, both[j].field))
            ts_outcome_data_builder_set_value (builder, both[j].series, (int) ts_row_get_integer (value, TS_OUTCOME_VALUE_YEAR),
                                               ts_row_get_real (value, both[j].field));
        }
    }

  return ts_outcome_data_builder_end (builder);
}
