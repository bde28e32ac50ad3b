/* ts-outcome.h — measures of the health of an organisation's people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-row.h"

G_BEGIN_DECLS

/* The years of a trajectory, from the assessment's own on. */
#define TS_OUTCOME_N_YEARS 5

/* How many outcomes an organisation has at most, where no framework says it. */
#define TS_OUTCOME_MOST 10

/**
 * TsOutcomeDefinition:
 * @metric: what is measured
 * @unit: in which unit; may be empty
 * @up_is_better: whether a rise is an improvement
 * @suggested: (nullable): the id of the framework's suggestion that it follows
 * @source: (nullable): where the values come from
 */
typedef struct
{
  const char *metric;
  const char *unit;
  gboolean up_is_better;
  const char *suggested;
  const char *source;
} TsOutcomeDefinition;

/**
 * TsOutcomeMissing:
 * @TS_OUTCOME_MISSING_NOTHING: the trajectory is told in full
 * @TS_OUTCOME_MISSING_BASELINE: no actual value comes before the first aspiration
 * @TS_OUTCOME_MISSING_ASPIRATIONS: some year of the trajectory has no aspiration
 * @TS_OUTCOME_MISSING_TRAJECTORY: none has; comes with %TS_OUTCOME_MISSING_ASPIRATIONS
 */
typedef enum
{
  TS_OUTCOME_MISSING_NOTHING = 0,
  TS_OUTCOME_MISSING_BASELINE = 1 << 0,
  TS_OUTCOME_MISSING_ASPIRATIONS = 1 << 1,
  TS_OUTCOME_MISSING_TRAJECTORY = 1 << 2,
} TsOutcomeMissing;

const char *ts_outcome_direction_get_name (gboolean up_is_better);
gboolean ts_outcome_direction_from_name (const char *name,
                                         gboolean   *up_is_better);

const TsSection *ts_framework_find_outcomes_section (const TsFramework *framework);
TsOutcomeDefinition ts_suggested_outcome_get_definition (const TsSuggestedOutcome *self);

TsRow *ts_outcome_new (const char                 *id,
                       const char                 *organisation_id,
                       const TsOutcomeDefinition  *definition,
                       int                         since,
                       gint64                      position,
                       GError                    **error);
TsOutcomeDefinition ts_outcome_get_definition (const TsRow *outcome);
gboolean ts_outcome_define (TsRow                      *outcome,
                            const TsOutcomeDefinition  *definition,
                            GError                    **error);
char *ts_outcome_make_key (const char *metric,
                           const char *unit);
gboolean ts_outcome_measures (const TsRow *outcome,
                              const char  *metric,
                              const char  *unit);
gboolean ts_outcome_is_per_cent (const TsRow *outcome);
void ts_outcome_sort (GPtrArray *outcomes);
int ts_outcome_choose_since (const char *organisation_id,
                             GPtrArray  *assessments,
                             int         first_aspiration,
                             int         last_actual);

char *ts_outcome_value_row_id (const char *outcome_id,
                               int         year);
TsRow *ts_outcome_value_new (const TsRow *outcome,
                             int          year);
TsRow *ts_outcome_find_value (GPtrArray *values,
                              int        year);

gboolean ts_outcome_find_baseline (GPtrArray *values,
                                   int       *year);
TsOutcomeMissing ts_outcome_find_missing (GPtrArray *values,
                                          int        year);
char *ts_outcome_describe_missing (GPtrArray *values,
                                   int        year);

G_END_DECLS
