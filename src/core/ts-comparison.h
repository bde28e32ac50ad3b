/* ts-comparison.h — the levels of many organisations side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-assessment-state.h"
#include "core/ts-crosswalk.h"

G_BEGIN_DECLS

/**
 * TsComparedParent:
 *
 * What organisations belong to: a strategic health authority or a region.
 */
typedef struct
{
  char *code;
  char *name;
} TsComparedParent;

/**
 * TsComparedOrganisation:
 * @id: its row id
 * @predecessors: (element-type guint): positions of those that it follows
 */
typedef struct
{
  char *id;
  char *code;
  char *name;
  char *kind;
  GArray *predecessors;
} TsComparedOrganisation;

/**
 * TsComparedNode:
 * @id: the same in every framework that has it
 * @node: as the latest of the frameworks has it
 * @section: the position of its section
 * @group: the position of the group that a criterion belongs to; its own for a group
 * @is_group: whether it is a group
 *
 * What is compared: a group, which its criteria follow, or one of them.
 */
typedef struct
{
  const char *id;
  const TsNode *node;
  guint section;
  guint group;
  gboolean is_group;
} TsComparedNode;

/**
 * TsCell:
 * @level: the level, 0 for none: missing is never zero
 * @basis: where it comes from
 * @from_predecessors: whether the organisation was not there yet, and the level is that of those that it follows
 */
typedef struct
{
  int level;
  TsBasis basis;
  gboolean from_predecessors;
} TsCell;

/**
 * TsComparison:
 *
 * The levels of organisations × years × layers × nodes under one rule, with the raw ratings that they follow from, a byte for each. Made by
 * [struct@ComparisonBuilder]; immutable and atomically reference counted. Everything is named by its position; organisations are in the order in
 * which they were added, years rise, and nodes are in the order of the latest framework.
 */
typedef struct _TsComparison TsComparison;

TsComparison *ts_comparison_ref (TsComparison *self);
void ts_comparison_unref (TsComparison *self);
TsComparison *ts_comparison_with_rule (TsComparison       *self,
                                       const TsRollUpRule *rule);
gboolean ts_comparison_get_rule (const TsComparison *self,
                                 TsRollUpRule       *rule);
gboolean ts_comparison_uses_predecessors (const TsComparison *self);

guint ts_comparison_get_n_organisations (const TsComparison *self);
const TsComparedOrganisation *ts_comparison_get_organisation (const TsComparison *self,
                                                              guint               organisation);
int ts_comparison_find_organisation (const TsComparison *self,
                                     const char         *code);
const char *ts_comparison_get_organisation_name (const TsComparison *self,
                                                 const char         *code);
const TsComparedParent *ts_comparison_get_parent (const TsComparison *self,
                                                  guint               organisation,
                                                  guint               year);
gint64 ts_comparison_get_population (const TsComparison *self,
                                     guint               organisation,
                                     guint               year);

guint ts_comparison_get_n_years (const TsComparison *self);
int ts_comparison_get_year (const TsComparison *self,
                            guint               year);
int ts_comparison_find_year (const TsComparison *self,
                             int                 calendar_year);
gboolean ts_comparison_has_layer (const TsComparison *self,
                                  TsLayer             layer);

guint ts_comparison_get_n_sections (const TsComparison *self);
const TsSection *ts_comparison_get_section (const TsComparison *self,
                                            guint               section);
int ts_comparison_find_section (const TsComparison *self,
                                const char         *id);
gboolean ts_comparison_check_section (const TsComparison  *self,
                                      const char          *id,
                                      GError             **error);
guint ts_comparison_get_n_nodes (const TsComparison *self);
const TsComparedNode *ts_comparison_get_node (const TsComparison *self,
                                              guint               node);
int ts_comparison_find_node (const TsComparison *self,
                             const char         *id);
GArray *ts_comparison_list_nodes (const TsComparison *self,
                                  guint               section,
                                  gboolean            criteria);
GArray *ts_comparison_list_standing (const TsComparison *self,
                                     guint               section,
                                     gboolean            criteria);

const char *ts_comparison_get_assessment (const TsComparison *self,
                                          guint               organisation,
                                          guint               year);
TsFramework *ts_comparison_get_framework (const TsComparison *self,
                                          guint               organisation,
                                          guint               year);
gboolean ts_comparison_knows_node (const TsComparison *self,
                                   guint               organisation,
                                   guint               year,
                                   guint               node);
TsCell ts_comparison_get_cell (const TsComparison *self,
                               guint               organisation,
                               guint               year,
                               TsLayer             layer,
                               guint               node);
int ts_comparison_roll_up (const TsComparison *self,
                           guint               organisation,
                           guint               year,
                           TsLayer             layer,
                           guint               node,
                           TsRollUpRule        rule);
gboolean ts_comparison_is_break (const TsComparison *self,
                                 guint               from,
                                 guint               to,
                                 guint               node);

guint ts_comparison_get_n_figures (const TsComparison *self);
const char *ts_comparison_get_figure_name (const TsComparison *self,
                                           guint               figure);
const char *ts_comparison_get_figure_unit (const TsComparison *self,
                                           guint               figure);
int ts_comparison_find_figure (const TsComparison *self,
                               const char         *name);
double ts_comparison_get_figure (const TsComparison *self,
                                 guint               figure,
                                 guint               organisation,
                                 guint               year);

double ts_comparison_get_latest_figure (const TsComparison *self,
                                        guint               figure,
                                        guint               organisation,
                                        guint               year);
int ts_comparison_get_target (const TsComparison *self,
                              guint               organisation,
                              guint               year,
                              guint               node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsComparison, ts_comparison_unref)

G_END_DECLS
