/* ts-comparison-builder.h — makes a comparison out of rating rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"

G_BEGIN_DECLS

/* How many frameworks can stand side by side. */
#define TS_COMPARISON_MOST_FRAMEWORKS 250

/**
 * TsComparisonBuilder:
 *
 * Makes a [struct@Comparison]. First frameworks and crosswalks are added, then organisations with what is known of them, then each assessment
 * with its ratings.
 */
typedef struct _TsComparisonBuilder TsComparisonBuilder;

TsComparisonBuilder *ts_comparison_builder_new (const int     *years,
                                                guint          n_years,
                                                const TsLayer *layers,
                                                guint          n_layers);
void ts_comparison_builder_free (TsComparisonBuilder *self);

guint ts_comparison_builder_add_framework (TsComparisonBuilder *self,
                                           TsFramework         *framework);
void ts_comparison_builder_add_crosswalk (TsComparisonBuilder *self,
                                          TsCrosswalk         *crosswalk);

guint ts_comparison_builder_add_organisation (TsComparisonBuilder *self,
                                              const char          *id,
                                              const char          *code,
                                              const char          *name,
                                              const char          *kind);
void ts_comparison_builder_set_parent (TsComparisonBuilder *self,
                                       guint                organisation,
                                       guint                year,
                                       const char          *code,
                                       const char          *name);
void ts_comparison_builder_set_population (TsComparisonBuilder *self,
                                           guint                organisation,
                                           guint                year,
                                           gint64               population);
void ts_comparison_builder_add_succession (TsComparisonBuilder *self,
                                           guint                predecessor,
                                           guint                successor);
void ts_comparison_builder_set_figure (TsComparisonBuilder *self,
                                       const char          *name,
                                       const char          *unit,
                                       guint                organisation,
                                       int                  calendar_year,
                                       double               value);

gboolean ts_comparison_builder_add_assessment (TsComparisonBuilder *self,
                                               guint                organisation,
                                               guint                year,
                                               guint                framework,
                                               const char          *id);
void ts_comparison_builder_add_rating (TsComparisonBuilder *self,
                                       const char          *node_id,
                                       TsLayer              layer,
                                       int                  level);
void ts_comparison_builder_add_target (TsComparisonBuilder *self,
                                       const char          *node_id,
                                       int                  level);

TsComparison *ts_comparison_builder_end (TsComparisonBuilder *self,
                                         const TsRollUpRule  *rule,
                                         gboolean             use_predecessors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsComparisonBuilder, ts_comparison_builder_free)

G_END_DECLS
