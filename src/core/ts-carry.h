/* ts-carry.h — the changes that carry last year forward and confirm it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-crosswalk.h"
#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsCarryMaterial:
 * @assessment: the assessment that begins with what last year's said
 * @framework: its framework
 * @ratings: (element-type TsRow): its ratings so far
 * @targets: (element-type TsRow): its targets so far
 * @links: (element-type TsRow): its links to evidence so far
 * @previous_framework: the framework of the assessment of the year before
 * @previous_ratings: (element-type TsRow): that assessment's ratings
 * @previous_targets: (element-type TsRow): its targets
 * @previous_links: (element-type TsRow): its links to evidence
 * @previous_year: the calendar year in which its financial year began
 * @crosswalk: what became of its criteria
 *
 * All that carrying forward depends on. Borrowed for the length of a call.
 */
typedef struct
{
  const TsRow *assessment;
  const TsFramework *framework;
  GPtrArray *ratings;
  GPtrArray *targets;
  GPtrArray *links;
  const TsFramework *previous_framework;
  GPtrArray *previous_ratings;
  GPtrArray *previous_targets;
  GPtrArray *previous_links;
  int previous_year;
  const TsCrosswalk *crosswalk;
} TsCarryMaterial;

/**
 * TsCarryPlan:
 * @n_criteria: how many criteria something arrives for
 * @n_changed: how many of those are worded otherwise than last year
 * @n_new: how many criteria of the new framework have nothing to arrive, because they were not there last year
 * @n_links: how many links to evidence arrive
 * @n_targets: how many targets that were set last year for this year and later arrive
 *
 * What would arrive.
 */
typedef struct
{
  guint n_criteria;
  guint n_changed;
  guint n_new;
  guint n_links;
  guint n_targets;
} TsCarryPlan;

TsCarryPlan ts_carry_plan (const TsCarryMaterial *material);
void ts_carry_add_to (const TsCarryMaterial *material,
                      TsChange              *change);

TsChange *ts_change_carry_forward (const TsCarryMaterial  *material,
                                   GError                **error);
TsChange *ts_change_confirm (const TsRow        *assessment,
                             const TsFramework  *framework,
                             const char         *node_id,
                             GPtrArray          *ratings,
                             GPtrArray          *links,
                             GError            **error);
TsChange *ts_change_confirm_unchanged (const TsRow        *assessment,
                                       const TsFramework  *framework,
                                       const TsCrosswalk  *crosswalk,
                                       GPtrArray          *ratings,
                                       GPtrArray          *links,
                                       GError            **error);
TsChange *ts_change_start_afresh (const TsRow        *assessment,
                                  const TsFramework  *framework,
                                  const char         *node_id,
                                  GPtrArray          *ratings,
                                  GPtrArray          *links,
                                  GError            **error);

G_END_DECLS
