/* ts-framework.h — what is assessed, and on which scales
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-roll-up.h"
#include "core/ts-scale.h"

G_BEGIN_DECLS

typedef struct _TsFramework TsFramework;
typedef struct _TsSection TsSection;
typedef struct _TsNode TsNode;

/**
 * TsSectionKind:
 * @TS_SECTION_GRADED: groups and criteria with levels
 * @TS_SECTION_OUTCOMES: measures with a trajectory, which have no levels
 */
typedef enum
{
  TS_SECTION_GRADED,
  TS_SECTION_OUTCOMES,
} TsSectionKind;

/**
 * TsStageOfCycle:
 * @id: short name in files
 * @title: for people
 *
 * A stage of the commissioning cycle to which a group belongs. Not to be confused with #TsStage, an assessment's.
 */
typedef struct
{
  char *id;
  char *title;
} TsStageOfCycle;

/**
 * TsSuggestedOutcome:
 *
 * A measure that a framework proposes.
 */
typedef struct
{
  char *id;
  char *metric;
  char *unit;
  gboolean up_is_better;
  gboolean national;
} TsSuggestedOutcome;

/**
 * TsNode:
 * @id: unique within the framework, "5" or "5b"
 * @title: for people
 * @summary: (nullable): what the group is about
 * @definition: (nullable): what is looked at
 * @evidence_prompt: (nullable): what would show it
 * @descriptors: (nullable) (array zero-terminated=1): one text for each level of the section's scale, worst first
 * @stage_of_cycle: (nullable): the group's stage of the commissioning cycle
 * @section: where it stands
 * @group: (nullable): the group that a criterion belongs to; %NULL for a group
 * @criteria: (element-type TsNode): the group's criteria; empty for a criterion
 *
 * What can have a level: a criterion, or a group of them. Owned by its framework, and read only.
 */
struct _TsNode
{
  char *id;
  char *title;
  char *summary;
  char *definition;
  char *evidence_prompt;
  char **descriptors;
  const TsStageOfCycle *stage_of_cycle;
  const TsSection *section;
  const TsNode *group;
  GPtrArray *criteria;
};

/**
 * TsSection:
 * @scale: (nullable): the levels of its nodes; %NULL unless graded
 * @rule: how a group's level follows from its criteria's
 * @groups: (element-type TsNode): its groups in order; empty unless graded
 * @suggested_outcomes: (element-type TsSuggestedOutcome): empty unless it is about outcomes
 * @most_outcomes: how many outcomes an organisation may have; 0 unless it is about outcomes
 *
 * A part of a framework. Owned by its framework, and read only.
 */
struct _TsSection
{
  char *id;
  char *title;
  TsSectionKind kind;
  const TsScale *scale;
  TsRollUpRule rule;
  GPtrArray *groups;
  GPtrArray *suggested_outcomes;
  guint most_outcomes;
};

/* Made by [struct@FrameworkBuilder]; immutable and atomically reference counted. */

TsFramework *ts_framework_ref (TsFramework *self);
void ts_framework_unref (TsFramework *self);

const char *ts_framework_get_id (const TsFramework *self);
const char *ts_framework_get_edition (const TsFramework *self);
const char *ts_framework_get_title (const TsFramework *self);
int ts_framework_get_year (const TsFramework *self);
const char *ts_framework_get_source (const TsFramework *self);
const char *ts_framework_get_licence (const TsFramework *self);

guint ts_framework_get_n_sections (const TsFramework *self);
const TsSection *ts_framework_get_section (const TsFramework *self,
                                           guint              position);
const TsSection *ts_framework_find_section (const TsFramework *self,
                                            const char        *id);
const TsNode *ts_framework_find_node (const TsFramework *self,
                                      const char        *id);
guint ts_framework_get_n_stages_of_cycle (const TsFramework *self);
const TsStageOfCycle *ts_framework_get_stage_of_cycle (const TsFramework *self,
                                                       guint              position);

gboolean ts_node_is_group (const TsNode *node);
gboolean ts_node_is_numbered (const TsNode *node);
const char *ts_node_get_short_name (const TsNode *node);
char *ts_node_dup_name (const TsNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsFramework, ts_framework_unref)

G_END_DECLS
