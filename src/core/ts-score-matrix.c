/* ts-score-matrix.c — who gave which level to what
 *
 * Each unit has a short list of its raters and their levels, since few raters score any one unit, however many there are in a round.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-score-matrix.h"

#include <math.h>

typedef struct
{
  guint rater;
  double level;
} Score;

typedef struct
{
  guint cluster;
  GArray *scores;
} Unit;

struct _TsScoreMatrix
{
  GHashTable *clusters; /* name → position + 1 */
  GHashTable *raters;   /* likewise */
  GHashTable *unit_places;
  GPtrArray *rater_names;
  GArray *units;
};

static void
unit_clear (gpointer data)
{
  g_array_unref (((Unit *) data)->scores);
}

TsScoreMatrix *
ts_score_matrix_new (void)
{
  TsScoreMatrix *self = g_new (TsScoreMatrix, 1);

  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->raters = g_hash_table_new (g_str_hash, g_str_equal);
  self->unit_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rater_names = g_ptr_array_new_with_free_func (g_free);
  self->units = g_array_new (FALSE, FALSE, sizeof (Unit));
  g_array_set_clear_func (self->units, unit_clear);

  return self;
}

void
ts_score_matrix_free (TsScoreMatrix *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->clusters);
  g_hash_table_unref (self->raters);
  g_hash_table_unref (self->unit_places);
  g_ptr_array_unref (self->rater_names);
  g_array_unref (self->units);
  g_free (self);
}

static guint
place_cluster (TsScoreMatrix *self,
               const char    *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->clusters, name));

  if (place == 0)
    {
      place = g_hash_table_size (self->clusters) + 1;
      g_hash_table_insert (self->clusters, g_strdup (name), GUINT_TO_POINTER (place));
    }

  return place - 1;
}

static guint
place_rater (TsScoreMatrix *self,
             const char    *name)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->raters, name));

  if (place == 0)
    {
      char *copy = g_strdup (name);

      g_ptr_array_add (self->rater_names, copy);
      place = self->rater_names->len;
      g_hash_table_insert (self->raters, copy, GUINT_TO_POINTER (place));
    }

  return place - 1;
}

static Unit *
place_unit (TsScoreMatrix *self,
            const char    *cluster,
            const char    *name)
{
  g_autofree char *key = g_strdup_printf ("%s\n%s", cluster, name);
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->unit_places, key));

  if (place == 0)
    {
      Unit unit = { place_cluster (self, cluster), g_array_new (FALSE, FALSE, sizeof (Score)) };

      g_array_append_val (self->units, unit);
      place = self->units->len;
      g_hash_table_insert (self->unit_places, g_steal_pointer (&key), GUINT_TO_POINTER (place));
    }

  return &g_array_index (self->units, Unit, place - 1);
}

/**
 * ts_score_matrix_add:
 * @self: a matrix in the making
 * @cluster: what the unit belongs to
 * @unit: what is scored, unique within its cluster
 * @rater: who scores
 * @level: the level, from 1 to %TS_SCORE_HIGHEST; it can lie between two where it is a panel's median. Anything else is no score
 *
 * A second score of the same unit by the same rater replaces the first.
 */
void
ts_score_matrix_add (TsScoreMatrix *self,
                     const char    *cluster,
                     const char    *unit,
                     const char    *rater,
                     double         level)
{
  Unit *place;
  Score score;

  g_return_if_fail (self != NULL && cluster != NULL && unit != NULL && rater != NULL);

  if (!(level >= 1 && level <= TS_SCORE_HIGHEST))
    return;

  place = place_unit (self, cluster, unit);
  score = (Score) { place_rater (self, rater), level };

  for (guint i = 0; i < place->scores->len; i++)
    {
      Score *known = &g_array_index (place->scores, Score, i);

      if (known->rater == score.rater)
        {
          known->level = level;
          return;
        }
    }

  g_array_append_val (place->scores, score);
}

guint
ts_score_matrix_get_n_clusters (const TsScoreMatrix *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->clusters);
}

guint
ts_score_matrix_get_n_units (const TsScoreMatrix *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->units->len;
}

guint
ts_score_matrix_get_n_raters (const TsScoreMatrix *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rater_names->len;
}

guint
ts_score_matrix_get_cluster (const TsScoreMatrix *self,
                             guint                unit)
{
  g_return_val_if_fail (self != NULL && unit < self->units->len, 0);

  return g_array_index (self->units, Unit, unit).cluster;
}

const char *
ts_score_matrix_get_rater (const TsScoreMatrix *self,
                           guint                rater)
{
  g_return_val_if_fail (self != NULL && rater < self->rater_names->len, NULL);

  return g_ptr_array_index (self->rater_names, rater);
}

/**
 * ts_score_matrix_find_rater:
 * @self: a matrix
 * @rater: somebody's name
 *
 * Returns: the rater's position, or -1
 */
int
ts_score_matrix_find_rater (const TsScoreMatrix *self,
                            const char          *rater)
{
  g_return_val_if_fail (self != NULL && rater != NULL, -1);

  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (self->raters, rater)) - 1;
}

/**
 * ts_score_matrix_get:
 * @self: a matrix
 * @unit: what was scored
 * @rater: who
 *
 * Returns: the level, or NaN where there is none
 */
double
ts_score_matrix_get (const TsScoreMatrix *self,
                     guint                unit,
                     guint                rater)
{
  const GArray *scores;

  g_return_val_if_fail (self != NULL && unit < self->units->len, NAN);

  scores = g_array_index (self->units, Unit, unit).scores;

  for (guint i = 0; i < scores->len; i++)
    {
      if (g_array_index (scores, Score, i).rater == rater)
        return g_array_index (scores, Score, i).level;
    }

  return NAN;
}
