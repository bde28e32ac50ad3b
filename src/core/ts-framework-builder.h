/* ts-framework-builder.h — makes a framework, part by part
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsFrameworkBuilder:
 *
 * Makes a [struct@Framework]. Parts are added in the order in which they are read; the caller has checked them: the builder asserts that
 * ids are unique and that what is named exists. Strings are copied.
 */
typedef struct _TsFrameworkBuilder TsFrameworkBuilder;

TsFrameworkBuilder *ts_framework_builder_new (const char *id,
                                              const char *edition,
                                              const char *title,
                                              int         year,
                                              const char *source,
                                              const char *licence);
void ts_framework_builder_free (TsFrameworkBuilder *self);

void ts_framework_builder_add_stage_of_cycle (TsFrameworkBuilder *self,
                                              const char         *id,
                                              const char         *title);
const TsStageOfCycle *ts_framework_builder_find_stage_of_cycle (TsFrameworkBuilder *self,
                                                                const char         *id);
void ts_framework_builder_add_scale (TsFrameworkBuilder *self,
                                     TsScale            *scale);
const TsScale *ts_framework_builder_find_scale (TsFrameworkBuilder *self,
                                                const char         *id);
gboolean ts_framework_builder_has_section (TsFrameworkBuilder *self,
                                           const char         *id);
gboolean ts_framework_builder_has_node (TsFrameworkBuilder *self,
                                        const char         *id);

void ts_framework_builder_add_graded_section (TsFrameworkBuilder *self,
                                              const char         *id,
                                              const char         *title,
                                              const TsScale      *scale,
                                              TsRollUpRule        rule);
void ts_framework_builder_add_outcomes_section (TsFrameworkBuilder *self,
                                                const char         *id,
                                                const char         *title,
                                                guint               most_outcomes);
void ts_framework_builder_add_suggested_outcome (TsFrameworkBuilder *self,
                                                 const char         *id,
                                                 const char         *metric,
                                                 const char         *unit,
                                                 gboolean            up_is_better,
                                                 gboolean            national);
void ts_framework_builder_add_group (TsFrameworkBuilder *self,
                                     const char *id,
                                     const char *title,
                                     const TsStageOfCycle *stage_of_cycle,
                                     const char *summary,
                                     const char *definition,
                                     const char *const *descriptors,
                                     const char *evidence_prompt);
void ts_framework_builder_add_criterion (TsFrameworkBuilder *self,
                                         const char *id,
                                         const char *title,
                                         const char *definition,
                                         const char *const *descriptors,
                                         const char *evidence_prompt);

TsFramework *ts_framework_builder_end (TsFrameworkBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFrameworkBuilder, ts_framework_builder_free)

G_END_DECLS
