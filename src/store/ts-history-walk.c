/* ts-history-walk.c — one person's changes of one assessment
 *
 * Two indices give changes in their order: one by who made them, the other by what they are about. Whichever a query chose to step through,
 * there is a history for which it chose wrong: a person seldom there in an assessment often changed, or the reverse. So neither is stepped
 * through. Each side in turn leaps to its newest change that is not after where the other stands, and where they meet is a change wanted.
 * There are no more leaps than twice the changes of the rarer side, however many the other has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-history-walk.h"

/* What is before every change. */
#define NOWHERE 0

/* The changes of an assessment or organisation, or of a criterion there. */
typedef struct
{
  const char *about;
  const char *node; /* or NULL */
  gint64 at;        /* its newest change that is not after the last place it was asked for */
} Arm;

typedef struct
{
  const TsHistoryFilter *filter;
  gint64 first;
  GArray *arms;
  TsStatement *by_author;
  TsStatement *by_about;
  TsStatement *values; /* or NULL */
} Walk;

static void
walk_clear (Walk *self)
{
  g_clear_pointer (&self->arms, g_array_unref);
  g_clear_pointer (&self->by_author, ts_statement_free);
  g_clear_pointer (&self->by_about, ts_statement_free);
  g_clear_pointer (&self->values, ts_statement_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Walk, walk_clear)

static gboolean
walk_init (Walk                   *self,
           TsDatabase             *database,
           const TsHistoryFilter  *filter,
           gint64                  first,
           GError                **error)
{
  gboolean has_nodes = filter->nodes != NULL && filter->nodes[0] != NULL;
  gboolean has_days = filter->from != 0 || filter->to != 0;

  self->filter = filter;
  self->first = first;
  self->arms = g_array_new (FALSE, FALSE, sizeof (Arm));

  for (guint i = 0; filter->about[i] != NULL; i++)
    {
      for (guint j = 0; j == 0 || (has_nodes && filter->nodes[j] != NULL); j++)
        {
          Arm arm = { filter->about[i], has_nodes ? filter->nodes[j] : NULL, G_MAXINT64 };

          g_array_append_val (self->arms, arm);
        }
    }

  /* Clocks are put back, so days are not in the order of the changes; asked for only where wanted, for the moment is not in the index. */
  self->by_author = ts_database_prepare (database,
                                         has_days ? "select seq from change where author = $1 and seq >= $2 and seq <= $3 "
                                                    "and at >= $4 and at < $5 order by seq desc limit 1"
                                                  : "select seq from change where author = $1 and seq >= $2 and seq <= $3 "
                                                    "order by seq desc limit 1",
                                         error);

  if (self->by_author == NULL)
    return FALSE;

  ts_statement_bind_text (self->by_author, 0, filter->author, -1);
  ts_statement_bind_integer (self->by_author, 1, first);

  if (has_days)
    {
      ts_statement_bind_integer (self->by_author, 3, filter->from);
      ts_statement_bind_integer (self->by_author, 4, filter->to > 0 ? filter->to : G_MAXINT64);
    }

  self->by_about = ts_database_prepare (database,
                                        has_nodes ? "select change from change_row where about = $1 and change >= $2 and change <= $3 "
                                                    "and node = $4 order by change desc limit 1"
                                                  : "select change from change_row where about = $1 and change >= $2 and change <= $3 "
                                                    "order by change desc limit 1",
                                        error);

  if (self->by_about == NULL)
    return FALSE;

  /* What kind of row it is stands in no index, so that is asked only where both sides met. */
  if (filter->values_only)
    {
      self->values = ts_database_prepare (database,
                                          has_nodes ? "select 1 from change_row where change = $1 and about = $2 and node = $3 "
                                                      "and entity in " TS_HISTORY_VALUES " limit 1"
                                                    : "select 1 from change_row where change = $1 and about = $2 "
                                                      "and entity in " TS_HISTORY_VALUES " limit 1",
                                          error);

      if (self->values == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
leap (TsStatement  *statement,
      gint64       *at,
      GError      **error)
{
  TsStep step = ts_statement_step (statement, error);

  *at = step == TS_STEP_ROW ? ts_statement_get_integer (statement, 0) : NOWHERE;
  ts_statement_reset (statement);

  return step != TS_STEP_ERROR;
}

static gboolean
leap_by_author (Walk    *self,
                gint64  *at,
                GError **error)
{
  ts_statement_bind_integer (self->by_author, 2, *at);

  return leap (self->by_author, at, error);
}

static gboolean
leap_by_about (Walk    *self,
               gint64  *at,
               GError **error)
{
  gint64 newest = NOWHERE;

  for (guint i = 0; i < self->arms->len; i++)
    {
      Arm *arm = &g_array_index (self->arms, Arm, i);

      if (arm->at > *at)
        {
          ts_statement_bind_text (self->by_about, 0, arm->about, -1);
          ts_statement_bind_integer (self->by_about, 1, self->first);
          ts_statement_bind_integer (self->by_about, 2, *at);

          if (arm->node != NULL)
            ts_statement_bind_text (self->by_about, 3, arm->node, -1);

          if (!leap (self->by_about, &arm->at, error))
            return FALSE;
        }

      newest = MAX (newest, arm->at);
    }

  *at = newest;

  return TRUE;
}

/* Whether one of the rows that met is a value. */
static gboolean
is_wanted (Walk      *self,
           gint64     at,
           gboolean  *wanted,
           GError   **error)
{
  *wanted = self->values == NULL;

  for (guint i = 0; i < self->arms->len && !*wanted; i++)
    {
      const Arm *arm = &g_array_index (self->arms, Arm, i);
      gint64 found;

      if (arm->at != at)
        continue;

      ts_statement_bind_integer (self->values, 0, at);
      ts_statement_bind_text (self->values, 1, arm->about, -1);

      if (arm->node != NULL)
        ts_statement_bind_text (self->values, 2, arm->node, -1);

      if (!leap (self->values, &found, error))
        return FALSE;

      *wanted = found != NOWHERE;
    }

  return TRUE;
}

/**
 * ts_history_walk: (skip)
 * @database: a workbook's database
 * @filter: which changes are wanted; it names an author and what they are about
 * @first: the first sequence wanted
 * @before: the first sequence no longer wanted
 * @n_entries: how many at most
 * @error: where to put an error
 *
 * Returns: (transfer full) (element-type gint64): the sequences of the changes, newest first
 */
GArray *
ts_history_walk (TsDatabase             *database,
                 const TsHistoryFilter  *filter,
                 gint64                  first,
                 gint64                  before,
                 guint                   n_entries,
                 GError                **error)
{
  g_autoptr (GArray) sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (Walk) walk = { 0 };
  gint64 at = before - 1;

  if (!walk_init (&walk, database, filter, MAX (first, NOWHERE + 1), error))
    return NULL;

  while (sequences->len < n_entries)
    {
      gint64 about;
      gboolean wanted;

      if (!leap_by_author (&walk, &at, error))
        return NULL;

      about = at;

      if (at == NOWHERE || !leap_by_about (&walk, &about, error))
        return at == NOWHERE ? g_steal_pointer (&sequences) : NULL;

      if (about == at)
        {
          if (!is_wanted (&walk, at, &wanted, error))
            return NULL;

          if (wanted)
            g_array_append_val (sequences, at);

          about--;
        }

      if (about <= NOWHERE)
        break;

      at = about;
    }

  return g_steal_pointer (&sequences);
}
