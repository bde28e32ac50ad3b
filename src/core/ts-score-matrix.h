/* ts-score-matrix.h — who gave which level to what
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The levels of any scale, see data/schema. */
#define TS_SCORE_HIGHEST 9

/**
 * TsScoreMatrix:
 *
 * Levels of units, such as one criterion of one assessment, by raters: reviewers, or panels. Nobody has to have scored everything. Units belong to
 * clusters, such as assessments, whose scores have more to do with each other than with those of another. Filled by whoever made it and
 * then only looked at.
 */
typedef struct _TsScoreMatrix TsScoreMatrix;

TsScoreMatrix *ts_score_matrix_new (void);
void ts_score_matrix_free (TsScoreMatrix *self);

void ts_score_matrix_add (TsScoreMatrix *self,
                          const char    *cluster,
                          const char    *unit,
                          const char    *rater,
                          double         level);

guint ts_score_matrix_get_n_clusters (const TsScoreMatrix *self);
guint ts_score_matrix_get_n_units (const TsScoreMatrix *self);
guint ts_score_matrix_get_n_raters (const TsScoreMatrix *self);
guint ts_score_matrix_get_cluster (const TsScoreMatrix *self,
                                   guint                unit);
const char *ts_score_matrix_get_rater (const TsScoreMatrix *self,
                                       guint                rater);
int ts_score_matrix_find_rater (const TsScoreMatrix *self,
                                const char          *rater);
double ts_score_matrix_get (const TsScoreMatrix *self,
                            guint                unit,
                            guint                rater);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScoreMatrix, ts_score_matrix_free)

G_END_DECLS
