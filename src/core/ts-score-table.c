/* ts-score-table.c — who gave what to which criterion of which assessment
 *
 * A round has many reviewers, each of whom scores a few assessments, so scores are kept as a list in order, not as a table with a cell for everybody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-score-table.h"

typedef struct
{
  guint assessment;
  guint criterion;
  guint reviewer;
  guint order; /* in which it was added: the last one holds */
  int level;
} Score;

typedef struct
{
  GHashTable *reviewers;
  GHashTable *assessments;
} Seats;

struct _TsScoreTable
{
  guint n_levels;
  GArray *reviewers;
  GArray *assessments;
  GArray *criteria;
  GArray *panels;
  GArray *seats;
  GArray *scores;
};

static void
name_clear (gpointer data)
{
  TsScoreName *name = data;

  g_free (name->id);
  g_free (name->code);
  g_free (name->title);
}

static void
seats_clear (gpointer data)
{
  Seats *seats = data;

  g_hash_table_unref (seats->reviewers);
  g_hash_table_unref (seats->assessments);
}

static GArray *
names_new (void)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (TsScoreName));

  g_array_set_clear_func (names, name_clear);

  return names;
}

static guint
add_name (GArray     *names,
          const char *id,
          const char *code,
          const char *title)
{
  const TsScoreName name = { g_strdup (id), g_strdup (code), g_strdup (title) };

  g_array_append_val (names, name);

  return names->len - 1;
}

/**
 * ts_score_table_new:
 * @n_levels: how many levels the scale has
 *
 * Returns: (transfer full): without anything in it
 */
TsScoreTable *
ts_score_table_new (guint n_levels)
{
  TsScoreTable *self = g_atomic_rc_box_new0 (TsScoreTable);

  self->n_levels = n_levels;
  self->reviewers = names_new ();
  self->assessments = names_new ();
  self->criteria = names_new ();
  self->panels = names_new ();
  self->seats = g_array_new (FALSE, FALSE, sizeof (Seats));
  g_array_set_clear_func (self->seats, seats_clear);
  self->scores = g_array_new (FALSE, FALSE, sizeof (Score));

  return self;
}

TsScoreTable *
ts_score_table_ref (TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
table_clear (TsScoreTable *self)
{
  g_array_unref (self->reviewers);
  g_array_unref (self->assessments);
  g_array_unref (self->criteria);
  g_array_unref (self->panels);
  g_array_unref (self->seats);
  g_array_unref (self->scores);
}

void
ts_score_table_unref (TsScoreTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) table_clear);
}

/**
 * ts_score_table_add_reviewer:
 * @self: a table of scores
 * @id: the assessor of their scores
 * @title: what they are called
 *
 * Returns: the reviewer's position
 */
guint
ts_score_table_add_reviewer (TsScoreTable *self,
                             const char   *id,
                             const char   *title)
{
  g_return_val_if_fail (self != NULL, 0);

  return add_name (self->reviewers, id, "", title);
}

guint
ts_score_table_add_assessment (TsScoreTable *self,
                               const char   *id,
                               const char   *code,
                               const char   *title)
{
  g_return_val_if_fail (self != NULL, 0);

  return add_name (self->assessments, id, code, title);
}

guint
ts_score_table_add_criterion (TsScoreTable *self,
                              const char   *id,
                              const char   *code,
                              const char   *title)
{
  g_return_val_if_fail (self != NULL, 0);

  return add_name (self->criteria, id, code, title);
}

guint
ts_score_table_add_panel (TsScoreTable *self,
                          const char   *id,
                          const char   *title)
{
  const Seats seats = { g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL) };

  g_return_val_if_fail (self != NULL, 0);

  g_array_append_val (self->seats, seats);

  return add_name (self->panels, id, "", title);
}

/**
 * ts_score_table_seat:
 * @self: a table of scores
 * @panel: a panel's position
 * @reviewer: a reviewer's position
 *
 * Says that the reviewer sits on the panel.
 */
void
ts_score_table_seat (TsScoreTable *self,
                     guint         panel,
                     guint         reviewer)
{
  g_return_if_fail (self != NULL && panel < self->seats->len && reviewer < self->reviewers->len);

  g_hash_table_add (g_array_index (self->seats, Seats, panel).reviewers, GUINT_TO_POINTER (reviewer));
}

/**
 * ts_score_table_assign:
 * @self: a table of scores
 * @panel: a panel's position
 * @assessment: an assessment's position
 *
 * Says that the panel has to score the assessment.
 */
void
ts_score_table_assign (TsScoreTable *self,
                       guint         panel,
                       guint         assessment)
{
  g_return_if_fail (self != NULL && panel < self->seats->len && assessment < self->assessments->len);

  g_hash_table_add (g_array_index (self->seats, Seats, panel).assessments, GUINT_TO_POINTER (assessment));
}

/**
 * ts_score_table_add_score:
 * @self: a table of scores
 * @assessment: an assessment's position
 * @criterion: a criterion's position
 * @reviewer: a reviewer's position
 * @level: the level; one that the scale does not have is no score
 */
void
ts_score_table_add_score (TsScoreTable *self,
                          guint         assessment,
                          guint         criterion,
                          guint         reviewer,
                          int           level)
{
  Score score = { assessment, criterion, reviewer, 0, level };

  g_return_if_fail (self != NULL && assessment < self->assessments->len && criterion < self->criteria->len && reviewer < self->reviewers->len);

  if (level < 1 || (guint) level > self->n_levels)
    return;

  score.order = self->scores->len;
  g_array_append_val (self->scores, score);
}

static int
compare_places (const Score *first,
                const Score *second)
{
  if (first->assessment != second->assessment)
    return first->assessment < second->assessment ? -1 : 1;

  if (first->criterion != second->criterion)
    return first->criterion < second->criterion ? -1 : 1;

  return (first->reviewer > second->reviewer) - (first->reviewer < second->reviewer);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const Score *first = a;
  const Score *second = b;
  int order = compare_places (first, second);

  return order != 0 ? order : (first->order > second->order) - (first->order < second->order);
}

/**
 * ts_score_table_end:
 * @self: a table of scores
 *
 * Says that everything has been added. Of several scores in the same place the last holds.
 */
void
ts_score_table_end (TsScoreTable *self)
{
  guint n_kept = 0;

  g_return_if_fail (self != NULL);

  g_array_sort (self->scores, compare_scores);

  for (guint i = 0; i < self->scores->len; i++)
    {
      const Score score = g_array_index (self->scores, Score, i);

      if (n_kept > 0 && compare_places (&g_array_index (self->scores, Score, n_kept - 1), &score) == 0)
        n_kept--;

      g_array_index (self->scores, Score, n_kept++) = score;
    }

  g_array_set_size (self->scores, n_kept);
}

guint
ts_score_table_get_n_levels (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_levels;
}

guint
ts_score_table_get_n_reviewers (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->reviewers->len;
}

guint
ts_score_table_get_n_assessments (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->assessments->len;
}

guint
ts_score_table_get_n_criteria (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->criteria->len;
}

guint
ts_score_table_get_n_panels (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->panels->len;
}

guint
ts_score_table_get_n_scores (const TsScoreTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->scores->len;
}

const TsScoreName *
ts_score_table_get_reviewer (const TsScoreTable *self,
                             guint               reviewer)
{
  g_return_val_if_fail (self != NULL && reviewer < self->reviewers->len, NULL);

  return &g_array_index (self->reviewers, TsScoreName, reviewer);
}

const TsScoreName *
ts_score_table_get_assessment (const TsScoreTable *self,
                               guint               assessment)
{
  g_return_val_if_fail (self != NULL && assessment < self->assessments->len, NULL);

  return &g_array_index (self->assessments, TsScoreName, assessment);
}

const TsScoreName *
ts_score_table_get_criterion (const TsScoreTable *self,
                              guint               criterion)
{
  g_return_val_if_fail (self != NULL && criterion < self->criteria->len, NULL);

  return &g_array_index (self->criteria, TsScoreName, criterion);
}

const TsScoreName *
ts_score_table_get_panel (const TsScoreTable *self,
                          guint               panel)
{
  g_return_val_if_fail (self != NULL && panel < self->panels->len, NULL);

  return &g_array_index (self->panels, TsScoreName, panel);
}

gboolean
ts_score_table_is_seated (const TsScoreTable *self,
                          guint               panel,
                          guint               reviewer)
{
  g_return_val_if_fail (self != NULL && panel < self->seats->len, FALSE);

  return g_hash_table_contains (g_array_index (self->seats, Seats, panel).reviewers, GUINT_TO_POINTER (reviewer));
}

gboolean
ts_score_table_is_assigned (const TsScoreTable *self,
                            guint               panel,
                            guint               assessment)
{
  g_return_val_if_fail (self != NULL && panel < self->seats->len, FALSE);

  return g_hash_table_contains (g_array_index (self->seats, Seats, panel).assessments, GUINT_TO_POINTER (assessment));
}

static gboolean
is_within (const TsScoreTable *self,
           const TsScoreScope *scope,
           const Score        *score)
{
  if ((scope->assessment >= 0 && score->assessment != (guint) scope->assessment) ||
      (scope->criterion >= 0 && score->criterion != (guint) scope->criterion))
    return FALSE;

  return scope->panel < 0 || (ts_score_table_is_assigned (self, (guint) scope->panel, score->assessment) &&
                              ts_score_table_is_seated (self, (guint) scope->panel, score->reviewer));
}

/**
 * ts_score_table_count_missing:
 * @self: a table of scores
 * @scope: where to look
 *
 * Returns: how many scores are missing there, of reviewers who have scored another criterion of the same assessment
 */
guint
ts_score_table_count_missing (const TsScoreTable *self,
                              TsScoreScope        scope)
{
  const TsScoreScope every = { scope.panel, scope.assessment, -1 };
  g_autoptr (GHashTable) seen = NULL;
  guint n_expected = 0;
  guint n_given = 0;
  guint assessment = G_MAXUINT;

  g_return_val_if_fail (self != NULL, 0);

  seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->scores->len; i++)
    {
      const Score *score = &g_array_index (self->scores, Score, i);

      if (!is_within (self, &every, score))
        continue;

      if (score->assessment != assessment)
        g_hash_table_remove_all (seen);

      assessment = score->assessment;
      n_expected += g_hash_table_add (seen, GUINT_TO_POINTER (score->reviewer));
      n_given += is_within (self, &scope, score);
    }

  return n_expected * (scope.criterion >= 0 ? 1 : self->criteria->len) - n_given;
}

/**
 * ts_score_units_init:
 * @self: (out caller-allocates): a walk
 * @table: a table of scores that has been ended; it must outlive @self
 * @scope: which scores to walk over
 */
void
ts_score_units_init (TsScoreUnits       *self,
                     const TsScoreTable *table,
                     TsScoreScope        scope)
{
  *self = (TsScoreUnits) { .table = table, .scope = scope };
  self->reviewers = g_new (guint, table->reviewers->len + 1);
  self->levels = g_new (int, table->reviewers->len + 1);
}

/**
 * ts_score_units_next:
 * @self: a walk
 *
 * Returns: whether there is a further unit with scores
 */
gboolean
ts_score_units_next (TsScoreUnits *self)
{
  const GArray *scores = self->table->scores;

  self->n = 0;

  for (; self->next < scores->len; self->next++)
    {
      const Score *score = &g_array_index (scores, Score, self->next);

      if (self->n > 0 && (score->assessment != self->assessment || score->criterion != self->criterion))
        break;

      if (!is_within (self->table, &self->scope, score))
        continue;

      self->assessment = score->assessment;
      self->criterion = score->criterion;
      self->reviewers[self->n] = score->reviewer;
      self->levels[self->n++] = score->level;
    }

  return self->n > 0;
}

void
ts_score_units_clear (TsScoreUnits *self)
{
  g_clear_pointer (&self->reviewers, g_free);
  g_clear_pointer (&self->levels, g_free);
}
