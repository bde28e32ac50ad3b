/* ts-rank-interval.c — ranks, and how far they can be trusted
 *
 * A bootstrap over criteria (Efron): what counts is drawn from again and again, with replacement, as though other criteria of the same kind had been
 * looked at, for all organisations alike, and each time all are ranked anew. The interval holds the ranks that came out, less the same share at
 * both ends. Draws of few criteria vary too little; they are stretched by √(n ÷ (n − 1)). Those alike take up all ranks that they share, so
 * that a tie never looks like knowledge.
 *
 * What it does not tell: whether the criteria were the right ones. And where organisations really hardly differ, chance made the order itself, and the
 * interval is too narrow: on simulated data it then holds the true rank some nine times of ten (see the test).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-rank-interval.h"

#include <math.h>
#include <string.h>

/* Enough for the edges of a 95 % interval to stand still, fewer for thousands, where an edge is a matter of dozens of ranks. */
#define MOST_DRAWS   1000
#define FEWEST_DRAWS 200
#define WORK         1000000

typedef struct
{
  const TsScoring *scoring;
  guint n;                            /* those that have a score */
  guint *positions;                   /* among all */
  double *levels;                     /* columns × n: what a column adds to the score */
  guint *parts;                       /* of each column */
  guint *of_part[TS_SCORING_N_PARTS]; /* the columns of each part */
  guint n_of_part[TS_SCORING_N_PARTS];
} Table;

/* SplitMix64 (Steele, Lea and Flood): the same numbers everywhere. */
static guint64
draw (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return z ^ (z >> 31);
}

static void
table_init (Table           *table,
            const TsScoring *scoring,
            GArray          *intervals)
{
  TsComparison *comparison = ts_scoring_get_comparison (scoring);
  guint n_columns = ts_scoring_get_n_columns (scoring);

  *table = (Table) { .scoring = scoring };
  table->positions = g_new (guint, intervals->len + 1);

  for (guint i = 0; i < intervals->len; i++)
    {
      if (g_array_index (intervals, TsRankInterval, i).is_ranked)
        table->positions[table->n++] = i;
    }

  table->levels = g_new (double, (gsize) table->n *n_columns + 1);
  table->parts = g_new (guint, n_columns + 1);

  for (guint part = 0; part < TS_SCORING_N_PARTS; part++)
    table->of_part[part] = g_new (guint, n_columns + 1);

  for (guint c = 0; c < n_columns; c++)
    {
      const TsScoringColumn *column = ts_scoring_get_column (scoring, c);

      table->parts[c] = column->part;
      table->of_part[column->part][table->n_of_part[column->part]++] = c;

      for (guint i = 0; i < table->n; i++)
        {
          int level = ts_comparison_get_cell (comparison, table->positions[i], ts_scoring_get_year (scoring), ts_scoring_get_layer (scoring),
                                              column->node)
                        .level;

          table->levels[(gsize) c * table->n + i] = column->factor * (level - column->base);
        }
    }
}

static void
table_clear (Table *table)
{
  g_free (table->positions);
  g_free (table->levels);
  g_free (table->parts);

  for (guint part = 0; part < TS_SCORING_N_PARTS; part++)
    g_free (table->of_part[part]);
}

/* How often each column is drawn: as many of each part as it has. */
static void
draw_columns (const Table *table,
              guint64     *state,
              double      *times)
{
  guint n_columns = ts_scoring_get_n_columns (table->scoring);

  for (guint c = 0; c < n_columns; c++)
    times[c] = 0;

  for (guint c = 0; c < n_columns; c++)
    {
      guint part = table->parts[c];

      times[table->of_part[part][draw (state) % table->n_of_part[part]]]++;
    }

  /* The score is what it was plus the stretched difference; both are sums over the columns. */
  for (guint c = 0; c < n_columns; c++)
    {
      guint n = table->n_of_part[table->parts[c]];

      if (n > 1)
        times[c] = 1 + (times[c] - 1) * sqrt (n / (n - 1.0));
    }
}

/* Numbers that are the same but for rounding are alike. The highest score is first when these are sorted upwards. Halves go away from zero, as with
 * llround (), which would be called millions of times. */
static gint64
settle (double score)
{
  double scaled = score * 1e7;

  return -(gint64) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/* The score of each in a draw: sums column by column, which the processor makes of several organisations at once. */
static void
add_up (const Table  *table,
        const double *times,
        double       *sums,
        gint64       *scores)
{
  guint n = table->n;
  guint n_columns = ts_scoring_get_n_columns (table->scoring);

  memset (sums, 0, n * sizeof *sums);

  for (guint c = 0; c < n_columns; c++)
    {
      const double *levels = &table->levels[(gsize) c * n];
      double factor = times[c];

      for (guint i = 0; i < n; i++)
        sums[i] += factor * levels[i];
    }

  for (guint i = 0; i < n; i++)
    scores[i] = settle (sums[i]);
}

typedef struct
{
  gint64 score; /* settled */
  guint32 organisation;
  guint32 bucket;
} Place;

/* Shell's, with Ciura's gaps: it calls nobody, and is as fast as any for a few hundred. */
static void
sort_places (Place *places,
             guint  n)
{
  static const guint gaps[] = { 46793, 20797, 9243, 4108, 1826, 701, 301, 132, 57, 23, 10, 4, 1 };

  for (guint g = 0; g < G_N_ELEMENTS (gaps); g++)
    {
      guint gap = gaps[g];

      for (guint i = gap; i < n; i++)
        {
          Place place = places[i];
          guint at = i;

          for (; at >= gap && places[at - gap].score > place.score; at -= gap)
            places[at] = places[at - gap];

          places[at] = place;
        }
    }
}

typedef struct
{
  guint n;
  Place *unsorted;
  Place *places;
  guint *ends; /* of each bucket; as many as places, and one more */
} Ranker;

static void
ranker_init (Ranker *self,
             guint   n)
{
  *self = (Ranker) { n, g_new (Place, n + 1), g_new (Place, n + 1), g_new (guint, n + 2) };
}

static void
ranker_clear (Ranker *self)
{
  g_free (self->unsorted);
  g_free (self->places);
  g_free (self->ends);
}

/* Sorting is most of the work. Scores lie about evenly between the lowest and the highest, so each goes to where it would be if they did, and those
 * that come to the same bucket are sorted there. */
static void
sort_scores (Ranker       *self,
             const gint64 *scores)
{
  guint n = self->n;
  gint64 low = scores[0];
  gint64 high = scores[0];
  double factor;

  for (guint i = 1; i < n; i++)
    {
      low = MIN (low, scores[i]);
      high = MAX (high, scores[i]);
    }

  factor = high > low ? (n - 1) / (double) (high - low) : 0;
  memset (self->ends, 0, (n + 1) * sizeof *self->ends);

  for (guint i = 0; i < n; i++)
    {
      guint bucket = MIN ((guint) ((double) (scores[i] - low) * factor), n - 1);

      self->unsorted[i] = (Place) { scores[i], i, bucket };
      self->ends[bucket + 1]++;
    }

  /* First these are where buckets begin; they end there when all are in their places. */
  for (guint bucket = 1; bucket < n; bucket++)
    self->ends[bucket] += self->ends[bucket - 1];

  for (guint i = 0; i < n; i++)
    self->places[self->ends[self->unsorted[i].bucket]++] = self->unsorted[i];

  for (guint bucket = 0, begin = 0; bucket < n; begin = self->ends[bucket++])
    {
      if (self->ends[bucket] > begin + 1)
        sort_places (&self->places[begin], self->ends[bucket] - begin);
    }
}

/* Writes the best and the worst rank of each, @stride apart. */
static void
rank (Ranker       *self,
      const gint64 *scores,
      guint         stride,
      guint32      *best,
      guint32      *worst)
{
  const Place *places = self->places;
  guint n = self->n;

  sort_scores (self, scores);

  for (guint first = 0, end; first < n; first = end)
    {
      for (end = first + 1; end < n && places[end].score == places[first].score; end++)
        ;

      for (guint i = first; i < end; i++)
        {
          best[(gsize) places[i].organisation * stride] = first + 1;
          worst[(gsize) places[i].organisation * stride] = end;
        }
    }
}

/* The rank that stands at @share of the draws when they are sorted. Ranks are few and small, so they are counted. */
static guint32
find_edge (const guint32 *ranks,
           guint          n_draws,
           guint32       *counts,
           double         share)
{
  guint wanted = (guint) CLAMP (share * n_draws, 0, n_draws - 1);
  guint32 low = ranks[0];
  guint32 high = ranks[0];
  guint passed = 0;
  guint32 at;

  for (guint d = 1; d < n_draws; d++)
    {
      low = MIN (low, ranks[d]);
      high = MAX (high, ranks[d]);
    }

  memset (counts, 0, (high - low + 1) * sizeof *counts);

  for (guint d = 0; d < n_draws; d++)
    counts[ranks[d] - low]++;

  for (at = low; at < high; at++)
    {
      passed += counts[at - low];

      if (passed > wanted)
        break;
    }

  return at;
}

static void
find_intervals (const Table *table,
                double       confidence,
                guint64      state,
                GArray      *intervals)
{
  guint n = table->n;
  guint n_columns = ts_scoring_get_n_columns (table->scoring);
  guint n_draws = CLAMP (WORK / MAX (n, 1), FEWEST_DRAWS, MOST_DRAWS);
  double tail = (1 - confidence) / 2;
  g_autofree gint64 *scores = g_new (gint64, n + 1);
  g_autofree double *sums = g_new (double, n + 1);
  g_autofree double *times = g_new (double, n_columns + 1);
  g_autofree guint32 *best = g_new (guint32, (gsize) n * n_draws + 1);
  g_autofree guint32 *worst = g_new (guint32, (gsize) n * n_draws + 1);
  g_autofree guint32 *counts = g_new (guint32, n + 1);
  Ranker ranker;

  ranker_init (&ranker, n);

  for (guint i = 0; i < n; i++)
    scores[i] = settle (g_array_index (intervals, TsRankInterval, table->positions[i]).score);

  rank (&ranker, scores, n_draws, best, worst);

  for (guint i = 0; i < n; i++)
    {
      TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, table->positions[i]);

      interval->low = best[(gsize) i * n_draws];
      interval->high = worst[(gsize) i * n_draws];
      interval->rank = (interval->low + interval->high) / 2;
    }

  for (guint d = 0; d < n_draws; d++)
    {
      draw_columns (table, &state, times);
      add_up (table, times, sums, scores);
      rank (&ranker, scores, n_draws, best + d, worst + d);
    }

  ranker_clear (&ranker);

  /* The interval always holds what was observed. */
  for (guint i = 0; i < n; i++)
    {
      TsRankInterval *interval = &g_array_index (intervals, TsRankInterval, table->positions[i]);

      interval->low = MIN (interval->low, find_edge (best + (gsize) i * n_draws, n_draws, counts, tail));
      interval->high = MAX (interval->high, find_edge (worst + (gsize) i * n_draws, n_draws, counts, 1 - tail));
    }
}

/**
 * ts_rank_intervals_make:
 * @scoring: how scores are made
 * @confidence: which share of what could have come out the intervals hold, such as %TS_RANK_CONFIDENCE
 * @seed: the same seed gives the same intervals
 *
 * Ranks organisations by their scores, the highest first. Who lacks a level that counts has no rank, and nobody's rank depends on it.
 *
 * Returns: (transfer full) (element-type TsRankInterval): one for each organisation of the comparison, in its order
 */
GArray *
ts_rank_intervals_make (const TsScoring *scoring,
                        double           confidence,
                        guint32          seed)
{
  GArray *intervals;
  guint n_organisations;
  Table table;

  g_return_val_if_fail (scoring != NULL && confidence > 0 && confidence < 1, NULL);

  n_organisations = ts_comparison_get_n_organisations (ts_scoring_get_comparison (scoring));
  intervals = g_array_sized_new (FALSE, TRUE, sizeof (TsRankInterval), n_organisations);

  for (guint i = 0; i < n_organisations; i++)
    {
      TsRankInterval interval = { 0 };

      interval.is_ranked = ts_scoring_get_score (scoring, i, &interval.score, &interval.n_missing);
      g_array_append_val (intervals, interval);
    }

  table_init (&table, scoring, intervals);

  if (table.n > 0)
    find_intervals (&table, confidence, seed, intervals);

  table_clear (&table);

  return intervals;
}
