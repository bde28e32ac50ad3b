/* ts-national-sample.c — a country of fictional commissioners
 *
 * In the first year the final levels have exactly the published counts, by competency and by governance area. Who has which level is drawn: a
 * commissioner is good or bad as a whole, and better or worse at each competency. Around that stand what the levels are made of, what the panels had
 * said, what the boards had claimed, a second year, and figures that nobody has published. Only whole numbers are reckoned with, so that a seed gives the same country on every machine.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-national-sample.h"

#include "core/ts-layer.h"
#include "core/ts-stage.h"
#include "exchange/ts-national-figures.h"

#define FIRST_YEAR 2008

#define FIRST_FRAMEWORK  "wcc-year-1"
#define SECOND_FRAMEWORK "wcc-year-2"

#define N_COMPETENCIES 11
#define N_PARTS        3
#define N_AREAS        3
#define MOST_PARTS     6
#define HIGHEST_LEVEL  4
#define HIGHEST_COLOUR 3

/* One standard deviation of what draw_normal () gives: that of twelve numbers below 65,536 added up. */
#define DEVIATION 65536

/* Every so many commissioners, one is not through its second year yet: a comparison has to bear that. */
#define UNFINISHED_EVERY 38

static const char *const colours[] = { "red", "amber", "green" };

/* The governance areas, and how many indicators each has in the second year. */
static const struct
{
  const char *id;
  guint n_indicators;
} areas[N_AREAS] = { { "strategy", 5 }, { "finance", 5 }, { "board", 6 } };

typedef struct
{
  char *code;
  int quality;  /* in deviations times DEVIATION, as all drawn numbers here */
  int optimism; /* in per cent, added to the chance that the board claims more */
  int parts[N_COMPETENCIES][N_PARTS];
  int colours[N_AREAS];
} Commissioner;

typedef struct
{
  GRand *random;
  TsSampleData *sample;
  Commissioner *commissioners;
  guint n_commissioners;
} Country;

static int
draw_normal (Country *country)
{
  int sum = 0;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_int_range (country->random, 0, DEVIATION);

  return sum - 6 * DEVIATION;
}

static gboolean
draw_chance (Country *country,
             int      per_cent)
{
  return g_rand_int_range (country->random, 0, 100) < per_cent;
}

/* One level up or down, as far as the scale goes. */
static int
draw_neighbour (Country *country,
                int      level,
                int      highest,
                int      per_cent_up)
{
  int neighbour = draw_chance (country, per_cent_up) ? level + 1 : level - 1;

  return CLAMP (neighbour, 1, highest);
}

static void
shuffle (Country *country,
         int     *levels,
         guint    n_levels)
{
  for (guint i = n_levels; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (country->random, 0, (gint32) i);
      int level = levels[i - 1];

      levels[i - 1] = levels[other];
      levels[other] = level;
    }
}

static void
add_people (Country              *country,
            const TsNationalData *national)
{
  for (guint i = 0; i < national->people->len; i++)
    {
      const TsNationalPerson *person = g_ptr_array_index (national->people, i);

      ts_sample_data_add_person (country->sample, person->name, person->role);
    }
}

static void
add_organisations (Country              *country,
                   const TsNationalData *national)
{
  guint n = 0;

  for (guint i = 0; i < national->regions->len; i++)
    {
      const TsNationalRegion *region = g_ptr_array_index (national->regions, i);
      g_autofree char *region_code = g_strdup_printf ("ZY%c", 'A' + (int) i);
      int strength = draw_normal (country) * 3 / 10;

      ts_sample_data_add_organisation (country->sample, region_code, region->name, "sha", NULL, "2006-07-01");

      for (guint j = 0; region->commissioners[j] != NULL; j++, n++)
        {
          Commissioner *commissioner = &country->commissioners[n];

          commissioner->code = g_strdup_printf ("ZY%03u", n + 1);
          commissioner->quality = draw_normal (country) * 7 / 10 + strength;
          commissioner->optimism = draw_normal (country) / (DEVIATION / 12);
          ts_sample_data_add_organisation (country->sample, commissioner->code, region->commissioners[j], "pct", region_code, "2006-10-01");
        }
    }
}

typedef struct
{
  guint commissioner;
  int score;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;

  if (first->score != second->score)
    return first->score < second->score ? -1 : 1;

  return first->commissioner < second->commissioner ? -1 : first->commissioner > second->commissioner;
}

/* Gives the lowest level to those who come last, and so on, as many of each as were counted. */
static void
deal_levels (Country               *country,
             const TsNationalCount *count,
             int                   *levels)
{
  g_autofree Place *places = g_new (Place, country->n_commissioners);
  guint next = 0;

  for (guint i = 0; i < country->n_commissioners; i++)
    places[i] = (Place) { i, country->commissioners[i].quality * 6 / 10 + draw_normal (country) * 8 / 10 };

  qsort (places, country->n_commissioners, sizeof *places, compare_places);

  for (guint i = 0; i < count->n_levels; i++)
    {
      for (guint j = 0; j < count->counts[i]; j++)
        levels[places[next++].commissioner] = (int) i + 1;
    }
}

/* Parts of which the majority rule makes @level: more than half reach it, and no more than half reach the next. */
static void
draw_parts (Country *country,
            int      level,
            int      highest,
            int     *parts,
            guint    n_parts)
{
  guint n_fixed = n_parts / 2 + 1;

  for (guint i = 0; i < n_parts; i++)
    {
      parts[i] = level;

      if (i >= n_fixed && draw_chance (country, 55))
        parts[i] = draw_neighbour (country, level, highest, 55);
    }

  /* Where an odd number of parts leaves only one to differ, one of the fixed ones may be better as long as another is worse. */
  if (n_parts == N_PARTS && parts[N_PARTS - 1] < level && level < highest && draw_chance (country, 30))
    parts[0] = level + 1;

  shuffle (country, parts, n_parts);
}

/* Indicators whose lowest is @level, which is what the governance areas' rule makes of them. */
static void
draw_indicators (Country *country,
                 int      level,
                 int     *parts,
                 guint    n_parts)
{
  parts[0] = level;

  for (guint i = 1; i < n_parts; i++)
    parts[i] = draw_chance (country, 60) ? MIN (level + 1, HIGHEST_COLOUR) : level;

  shuffle (country, parts, n_parts);
}

static void
add_level (TsSampleAssessment *assessment,
           const char         *node,
           TsLayer             layer,
           const char         *token)
{
  ts_sample_assessment_add_level (assessment, node, ts_layer_get_name (layer), token);
}

/* What the panel had said before calibration: seldom something else, and then rather more. */
static int
draw_panel (Country *country,
            int      level,
            int      highest)
{
  return draw_chance (country, 5) ? draw_neighbour (country, level, highest, 75) : level;
}

/* What the board had claimed: most of all more than it got on competencies 5 and 6. */
static int
draw_claim (Country            *country,
            const Commissioner *commissioner,
            guint               competency,
            int                 level,
            int                 highest)
{
  int chance = 28 + commissioner->optimism + (competency == 5 || competency == 6 ? 22 : 0);

  if (draw_chance (country, CLAMP (chance, 4, 85)))
    {
      int claim = draw_chance (country, 7) ? level + 2 : level + 1;

      return MIN (claim, highest);
    }

  return draw_chance (country, 5) ? MAX (level - 1, 1) : level;
}

static void
add_layers (Country            *country,
            TsSampleAssessment *assessment,
            const Commissioner *commissioner,
            const char         *node,
            guint               competency,
            int                 level,
            gboolean            finished)
{
  int highest = competency > 0 ? HIGHEST_LEVEL : HIGHEST_COLOUR;
  int said[TS_N_LAYERS] = { 0 };

  said[TS_LAYER_SELF] = draw_claim (country, commissioner, competency, level, highest);
  said[TS_LAYER_PANEL] = draw_panel (country, level, highest);
  said[TS_LAYER_FINAL] = level;

  for (guint layer = 0; layer < TS_N_LAYERS; layer++)
    {
      char number[2] = { (char) ('0' + said[layer]), '\0' };

      if (said[layer] != 0 && (finished || layer == TS_LAYER_SELF))
        add_level (assessment, node, layer, competency > 0 ? number : colours[said[layer] - 1]);
    }
}

static void
add_competency (Country            *country,
                TsSampleAssessment *assessment,
                const Commissioner *commissioner,
                guint               competency,
                gboolean            finished)
{
  for (guint part = 0; part < N_PARTS; part++)
    {
      g_autofree char *node = g_strdup_printf ("%u%c", competency, 'a' + (int) part);

      add_layers (country, assessment, commissioner, node, competency, commissioner->parts[competency - 1][part], finished);
    }
}

static void
add_first_year (Country              *country,
                const TsNationalData *national)
{
  g_autofree int *levels = g_new0 (int, country->n_commissioners);

  for (guint i = 0; i < national->levels->len; i++)
    {
      deal_levels (country, g_ptr_array_index (national->levels, i), levels);

      for (guint j = 0; j < country->n_commissioners; j++)
        draw_parts (country, levels[j], HIGHEST_LEVEL, country->commissioners[j].parts[i], N_PARTS);
    }

  for (guint i = 0; i < national->governance->len; i++)
    {
      deal_levels (country, g_ptr_array_index (national->governance, i), levels);

      for (guint j = 0; j < country->n_commissioners; j++)
        country->commissioners[j].colours[i] = levels[j];
    }

  for (guint i = 0; i < country->n_commissioners; i++)
    {
      const Commissioner *commissioner = &country->commissioners[i];
      TsSampleAssessment *assessment =
        ts_sample_data_add_assessment (country->sample, commissioner->code, FIRST_FRAMEWORK, FIRST_YEAR,
                                       ts_stage_get_name (TS_STAGE_PUBLISHED));

      for (guint competency = 1; competency <= national->levels->len; competency++)
        add_competency (country, assessment, commissioner, competency, TRUE);

      for (guint area = 0; area < national->governance->len; area++)
        add_layers (country, assessment, commissioner, areas[area].id, 0, commissioner->colours[area], TRUE);
    }
}

/* A year later: a third of what is not at the top has risen, a little has fallen. */
static int
draw_step (Country *country,
           int      level,
           int      highest)
{
  if (level < highest && draw_chance (country, level < highest - 1 ? 34 : 8))
    return level + 1;

  return level > 1 && draw_chance (country, 6) ? level - 1 : level;
}

static void
add_governance (Country            *country,
                TsSampleAssessment *assessment,
                const Commissioner *commissioner,
                gboolean            finished)
{
  for (guint area = 0; area < N_AREAS; area++)
    {
      int level = draw_step (country, commissioner->colours[area], HIGHEST_COLOUR);
      int parts[MOST_PARTS];

      draw_indicators (country, level, parts, areas[area].n_indicators);

      for (guint i = 0; i < areas[area].n_indicators; i++)
        {
          g_autofree char *node = g_strdup_printf ("%s.%u", areas[area].id, i + 1);

          add_layers (country, assessment, commissioner, node, 0, parts[i], finished);
        }
    }
}

static void
add_second_year (Country *country)
{
  for (guint i = 0; i < country->n_commissioners; i++)
    {
      Commissioner *commissioner = &country->commissioners[i];
      gboolean finished = (i + 1) % UNFINISHED_EVERY != 0;
      TsSampleAssessment *assessment =
        ts_sample_data_add_assessment (country->sample, commissioner->code, SECOND_FRAMEWORK, FIRST_YEAR + 1,
                                       ts_stage_get_name (finished ? TS_STAGE_PUBLISHED : TS_STAGE_DESK_REVIEW));

      for (guint competency = 1; competency <= N_COMPETENCIES; competency++)
        {
          int *parts = commissioner->parts[competency - 1];
          g_autofree char *group = g_strdup_printf ("%u", competency);
          int best;

          /* The last competency is new. */
          if (parts[0] == 0)
            {
              int level = 2 + (commissioner->quality + draw_normal (country)) / (2 * DEVIATION);

              draw_parts (country, CLAMP (level, 1, 3), HIGHEST_LEVEL, parts, N_PARTS);
            }

          best = MAX (MAX (parts[0], parts[1]), parts[2]);
          ts_sample_assessment_add_target (assessment, group, FIRST_YEAR + 1, MIN (best + 1, HIGHEST_LEVEL));

          for (guint part = 0; part < N_PARTS; part++)
            parts[part] = draw_step (country, parts[part], HIGHEST_LEVEL);

          add_competency (country, assessment, commissioner, competency, finished);
        }

      add_governance (country, assessment, commissioner, finished);
    }
}

static void
add_figures (Country              *country,
             const TsNationalData *national,
             guint32               seed)
{
  g_autofree int *qualities = g_new (int, country->n_commissioners + 1);

  for (guint i = 0; i < country->n_commissioners; i++)
    qualities[i] = country->commissioners[i].quality;

  ts_national_figures_add (country->sample, national, seed, FIRST_YEAR, qualities, country->n_commissioners, DEVIATION);
}

/**
 * ts_national_sample_make:
 * @national: the published counts, and fictional names
 * @seed: which country it is; the counts are the same in all
 *
 * Returns: (transfer full): the organisations of the country, and two years of their assessments
 */
TsSampleData *
ts_national_sample_make (const TsNationalData *national,
                         guint32               seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Country country = { .random = random };

  g_return_val_if_fail (national != NULL, NULL);
  g_return_val_if_fail (national->levels->len <= N_COMPETENCIES && national->governance->len == N_AREAS, NULL);

  country.sample = ts_sample_data_new ();
  country.n_commissioners = national->n_commissioners;
  country.commissioners = g_new0 (Commissioner, country.n_commissioners);

  add_people (&country, national);
  add_organisations (&country, national);
  add_first_year (&country, national);
  add_second_year (&country);
  add_figures (&country, national, seed);

  for (guint i = 0; i < country.n_commissioners; i++)
    g_free (country.commissioners[i].code);

  g_free (country.commissioners);

  return country.sample;
}
