/* ts-score-table.h — who gave what to which criterion of which assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsScoreTable:
 *
 * The input of all statistics about reviewers: scores of one section of a framework, so that all have the same scale. It holds only what may be
 * counted for its reader; see [func@ts_sight_counts]. Filled by whoever makes it, ended with ts_score_table_end(), then only read. Reference
 * counted.
 */
typedef struct _TsScoreTable TsScoreTable;

/**
 * TsScoreName:
 * @id: the row id or, for a criterion, what the framework calls it; for a reviewer the assessor
 * @code: what is shown in few letters, perhaps ""
 * @title: what it is called
 */
typedef struct
{
  char *id;
  char *code;
  char *title;
} TsScoreName;

/**
 * TsScoreScope:
 * @panel: only scores by members of that panel, of what it has to score; -1 for all
 * @assessment: only of that assessment; -1 for all
 * @criterion: only of that criterion; -1 for all
 *
 * Which scores are looked at.
 */
typedef struct
{
  int panel;
  int assessment;
  int criterion;
} TsScoreScope;

#define TS_SCORE_SCOPE_ALL ((TsScoreScope) { -1, -1, -1 })

/**
 * TsScoreUnits:
 * @assessment: of which assessment the unit is
 * @criterion: of which criterion
 * @n: how many scores it has, at least one
 * @reviewers: (array length=n): by whom
 * @levels: (array length=n): the levels
 *
 * Walks over the units (one criterion of one assessment) that have scores: assessment by assessment, then by criterion, then by reviewer.
 */
typedef struct
{
  guint assessment;
  guint criterion;
  guint n;
  guint *reviewers;
  int *levels;

  /*< private >*/
  const TsScoreTable *table;
  TsScoreScope scope;
  guint next;
} TsScoreUnits;

TsScoreTable *ts_score_table_new (guint n_levels);
TsScoreTable *ts_score_table_ref (TsScoreTable *self);
void ts_score_table_unref (TsScoreTable *self);

guint ts_score_table_add_reviewer (TsScoreTable *self,
                                   const char   *id,
                                   const char   *title);
guint ts_score_table_add_assessment (TsScoreTable *self,
                                     const char   *id,
                                     const char   *code,
                                     const char   *title);
guint ts_score_table_add_criterion (TsScoreTable *self,
                                    const char   *id,
                                    const char   *code,
                                    const char   *title);
guint ts_score_table_add_panel (TsScoreTable *self,
                                const char   *id,
                                const char   *title);
void ts_score_table_seat (TsScoreTable *self,
                          guint         panel,
                          guint         reviewer);
void ts_score_table_assign (TsScoreTable *self,
                            guint         panel,
                            guint         assessment);
void ts_score_table_add_score (TsScoreTable *self,
                               guint         assessment,
                               guint         criterion,
                               guint         reviewer,
                               int           level);
void ts_score_table_end (TsScoreTable *self);

guint ts_score_table_get_n_levels (const TsScoreTable *self);
guint ts_score_table_get_n_reviewers (const TsScoreTable *self);
guint ts_score_table_get_n_assessments (const TsScoreTable *self);
guint ts_score_table_get_n_criteria (const TsScoreTable *self);
guint ts_score_table_get_n_panels (const TsScoreTable *self);
guint ts_score_table_get_n_scores (const TsScoreTable *self);
const TsScoreName *ts_score_table_get_reviewer (const TsScoreTable *self,
                                                guint               reviewer);
const TsScoreName *ts_score_table_get_assessment (const TsScoreTable *self,
                                                  guint               assessment);
const TsScoreName *ts_score_table_get_criterion (const TsScoreTable *self,
                                                 guint               criterion);
const TsScoreName *ts_score_table_get_panel (const TsScoreTable *self,
                                             guint               panel);
gboolean ts_score_table_is_seated (const TsScoreTable *self,
                                   guint               panel,
                                   guint               reviewer);
gboolean ts_score_table_is_assigned (const TsScoreTable *self,
                                     guint               panel,
                                     guint               assessment);
guint ts_score_table_count_missing (const TsScoreTable *self,
                                    TsScoreScope        scope);

void ts_score_units_init (TsScoreUnits       *self,
                          const TsScoreTable *table,
                          TsScoreScope        scope);
gboolean ts_score_units_next (TsScoreUnits *self);
void ts_score_units_clear (TsScoreUnits *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScoreTable, ts_score_table_unref)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TsScoreUnits, ts_score_units_clear)

G_END_DECLS
