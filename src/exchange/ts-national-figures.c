/* ts-national-figures.c — populations and outcomes of a country of fictional commissioners
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-national-figures.h"

/* Apart from that of levels, so that figures move no level. */
#define SEED_OF_FIGURES 0x66696773u

#define N_YEARS    2
#define N_PLANNED  5
#define FEWEST     95000
#define MOST_ABOVE 800000

/* Figures are reckoned in tenths, and only in whole numbers: a seed gives the same ones on every machine. */
#define TENTHS 10.0

static int
draw_normal (GRand *random)
{
  int sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_int_range (random, 0, 65536);

  return sum - 6 * 65536;
}

/* Many serve few people, and few serve very many. */
static void
add_populations (GRand                *random,
                 TsSampleOrganisation *organisation,
                 int                   first_year)
{
  gint64 part = g_rand_int_range (random, 0, 1000);
  gint64 people = FEWEST + MOST_ABOVE * part * part / 1000000;
  int per_thousand = g_rand_int_range (random, 1, 13);

  for (int i = 0; i < N_YEARS; i++)
    {
      TsSamplePopulation population = { first_year + i, people / 100 * 100 };

      g_array_append_val (organisation->populations, population);
      people += people * per_thousand / 1000;
    }
}

static void
add_figure (TsSampleOutcome *outcome,
            int              told,
            int              year,
            gint64           tenths)
{
  TsSampleFigure figure = { told, year, (double) tenths / TENTHS };

  g_array_append_val (outcome->figures, figure);
}

/* What came in the year before the first and in the first; and what is aimed at for five years. A good commissioner has a little better ones. */
static void
add_outcome (GRand                   *random,
             TsSampleData            *sample,
             const TsNationalOutcome *kind,
             const char              *organisation,
             int                      first_year,
             int                      quality,
             int                      deviation)
{
  TsSampleOutcome *outcome = g_new0 (TsSampleOutcome, 1);
  int better = g_str_equal (kind->direction, "up") ? 1 : -1;
  gint64 level = kind->typical + (gint64) kind->spread * draw_normal (random) / 65536 + (gint64) better * kind->spread * quality / (3 * deviation);
  gint64 before;

  level = MAX (level, kind->typical / 4);
  before = level - better * ((gint64) kind->step + (gint64) kind->step * draw_normal (random) / 65536);
  outcome->organisation = g_strdup (organisation);
  outcome->metric = g_strdup (kind->metric);
  outcome->unit = g_strdup (kind->unit);
  outcome->direction = g_strdup (kind->direction);
  outcome->source = g_strdup ("Generated for this sample");
  outcome->since = first_year;
  outcome->figures = g_array_new (FALSE, FALSE, sizeof (TsSampleFigure));
  add_figure (outcome, 0, first_year - 1, MAX (before, 0));
  add_figure (outcome, 0, first_year, level);

  for (int i = 1; i <= N_PLANNED; i++)
    add_figure (outcome, first_year, first_year + i, MAX (level + (gint64) better * kind->step * i, 0));

  g_ptr_array_add (sample->outcomes, outcome);
}

/**
 * ts_national_figures_add:
 * @sample: a sample with its organisations: each commissioner is one of kind "pct", in the order of @qualities
 * @national: which outcomes there are
 * @seed: which country it is
 * @first_year: the calendar year in which the first financial year begins
 * @qualities: (array length=n_qualities): how good each commissioner is
 * @n_qualities: how many
 * @deviation: one standard deviation of these
 *
 * Adds how many people each commissioner serves in both years, and what it has measured.
 */
void
ts_national_figures_add (TsSampleData         *sample,
                         const TsNationalData *national,
                         guint32               seed,
                         int                   first_year,
                         const int            *qualities,
                         guint                 n_qualities,
                         int                   deviation)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed ^ SEED_OF_FIGURES);
  guint n = 0;

  for (guint i = 0; i < sample->organisations->len && n < n_qualities; i++)
    {
      TsSampleOrganisation *organisation = g_ptr_array_index (sample->organisations, i);

      if (!g_str_equal (organisation->kind, "pct"))
        continue;

      add_populations (random, organisation, first_year);

      for (guint j = 0; j < national->outcomes->len; j++)
        add_outcome (random, sample, g_ptr_array_index (national->outcomes, j), organisation->code, first_year, qualities[n], deviation);

      n++;
    }
}
