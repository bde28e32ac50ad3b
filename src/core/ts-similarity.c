/* ts-similarity.c — what is alike stands together
 *
 * Up to 1,500 rows are clustered: the two clusters that are nearest on average become one, again and again, found by chains of nearest neighbours,
 * which takes time and memory as the square of the rows. The tree is then laid out with the higher side first. More rows are put in the order of
 * their places along the line on which they differ most (the first principal component, by power iteration), which takes time as their number.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-similarity.h"

#include <math.h>
#include <string.h>

/* Further than any two levels can lie apart: those who have nothing in common. */
#define NOTHING_IN_COMMON 16.0f

#define N_ITERATIONS 40

typedef struct
{
  const guint8 *levels;
  guint n_rows;
  guint n_columns;
} Table;

/* How far two rows lie apart where both have a level, per column. */
static float
measure (const Table *table,
         guint        a,
         guint        b)
{
  const guint8 *first = table->levels + (gsize) a * table->n_columns;
  const guint8 *second = table->levels + (gsize) b * table->n_columns;
  guint sum = 0;
  guint n = 0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      if (first[c] == 0 || second[c] == 0)
        continue;

      sum += (guint) ABS ((int) first[c] - (int) second[c]);
      n++;
    }

  return n > 0 ? (float) sum / (float) n : NOTHING_IN_COMMON;
}

static double
get_mean (const Table *table,
          guint        row)
{
  const guint8 *levels = table->levels + (gsize) row * table->n_columns;
  guint sum = 0;
  guint n = 0;

  for (guint c = 0; c < table->n_columns; c++)
    {
      sum += levels[c];
      n += levels[c] != 0;
    }

  return n > 0 ? (double) sum / n : 0;
}

/* --- Clusters ------------------------------------------------------------------------------------------------------ */

/* A leaf, or two of them. Nodes 0 … n − 1 are the rows. */
typedef struct
{
  guint left;
  guint right;
  guint n;
  guint first; /* the lowest row of it */
  double mean;
} Cluster;

typedef struct
{
  float *distances; /* n × n, of what is alive at each place */
  Cluster *clusters;
  guint *at; /* the cluster at each place, or G_MAXUINT */
  guint n;
  guint n_clusters;
} Forest;

static guint
find_nearest (const Forest *forest,
              guint         place,
              guint         previous)
{
  const float *distances = forest->distances + (gsize) place * forest->n;
  guint best = previous;

  for (guint i = 0; i < forest->n; i++)
    {
      if (i == place || forest->at[i] == G_MAXUINT)
        continue;

      /* The one before stays unless another is nearer, so that a chain ends. */
      if (best == G_MAXUINT || distances[i] < distances[best])
        best = i;
    }

  return best;
}

/* The mean of the distances of all pairs (Lance and Williams). */
static void
merge (Forest *forest,
       guint   into,
       guint   from)
{
  Cluster *a = &forest->clusters[forest->at[into]];
  Cluster *b = &forest->clusters[forest->at[from]];
  Cluster *both = &forest->clusters[forest->n_clusters];
  gboolean a_first = a->mean != b->mean ? a->mean > b->mean : a->first < b->first;
  float share = (float) a->n / (float) (a->n + b->n);

  both->left = a_first ? forest->at[into] : forest->at[from];
  both->right = a_first ? forest->at[from] : forest->at[into];
  both->n = a->n + b->n;
  both->first = MIN (a->first, b->first);
  both->mean = (a->mean * a->n + b->mean * b->n) / both->n;

  for (guint i = 0; i < forest->n; i++)
    {
      float *to_into = &forest->distances[(gsize) i * forest->n + into];
      float distance;

      if (i == into || i == from || forest->at[i] == G_MAXUINT)
        continue;

      distance = share * *to_into + (1 - share) * forest->distances[(gsize) i * forest->n + from];
      *to_into = distance;
      forest->distances[(gsize) into * forest->n + i] = distance;
    }

  forest->at[into] = forest->n_clusters++;
  forest->at[from] = G_MAXUINT;
}

static void
grow (Forest *forest)
{
  g_autofree guint *chain = g_new (guint, forest->n + 1);
  guint n_chain = 0;
  guint n_left = forest->n;

  while (n_left > 1)
    {
      guint nearest;

      for (guint i = 0; n_chain == 0; i++)
        {
          if (forest->at[i] != G_MAXUINT)
            chain[n_chain++] = i;
        }

      nearest = find_nearest (forest, chain[n_chain - 1], n_chain > 1 ? chain[n_chain - 2] : G_MAXUINT);

      if (n_chain > 1 && nearest == chain[n_chain - 2])
        {
          merge (forest, MIN (chain[n_chain - 1], nearest), MAX (chain[n_chain - 1], nearest));
          n_chain -= 2;
          n_left--;
        }
      else
        {
          chain[n_chain++] = nearest;
        }
    }
}

/* Without recursion: a tree may be as deep as it has rows. */
static void
lay_out (const Forest *forest,
         guint        *order)
{
  g_autofree guint *stack = g_new (guint, forest->n_clusters + 1);
  guint n_stack = 0;
  guint n = 0;

  stack[n_stack++] = forest->n_clusters - 1;

  while (n_stack > 0)
    {
      guint cluster = stack[--n_stack];

      if (cluster < forest->n)
        {
          order[n++] = cluster;
          continue;
        }

      stack[n_stack++] = forest->clusters[cluster].right;
      stack[n_stack++] = forest->clusters[cluster].left;
    }
}

static void
order_by_clusters (const Table *table,
                   guint       *order)
{
  Forest forest = { .n = table->n_rows, .n_clusters = table->n_rows };
  gsize n = table->n_rows;

  forest.distances = g_new0 (float, n *n);
  forest.clusters = g_new0 (Cluster, 2 * n);
  forest.at = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      forest.at[i] = i;
      forest.clusters[i] = (Cluster) { G_MAXUINT, G_MAXUINT, 1, i, get_mean (table, i) };

      for (guint j = 0; j < i; j++)
        forest.distances[i * n + j] = forest.distances[j * n + i] = measure (table, i, j);
    }

  grow (&forest);
  lay_out (&forest, order);
  g_free (forest.distances);
  g_free (forest.clusters);
  g_free (forest.at);
}

/* --- Along a line -------------------------------------------------------------------------------------------------- */

typedef struct
{
  double place;
  guint row;
} Placed;

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Placed *first = a;
  const Placed *second = b;

  if (first->place != second->place)
    return first->place > second->place ? -1 : 1;

  return first->row < second->row ? -1 : 1;
}

/* What is missing lies in the middle of its column, where it pulls nowhere. */
static double
get_centred (const Table  *table,
             const double *means,
             guint         row,
             guint         column)
{
  guint8 level = table->levels[(gsize) row * table->n_columns + column];

  return level != 0 ? level - means[column] : 0;
}

static void
find_means (const Table *table,
            double      *means)
{
  for (guint c = 0; c < table->n_columns; c++)
    {
      double sum = 0;
      guint n = 0;

      for (guint i = 0; i < table->n_rows; i++)
        {
          guint8 level = table->levels[(gsize) i * table->n_columns + c];

          sum += level;
          n += level != 0;
        }

      means[c] = n > 0 ? sum / n : 0;
    }
}

static double
project (const Table  *table,
         const double *means,
         const double *direction,
         guint         row)
{
  double place = 0;

  for (guint c = 0; c < table->n_columns; c++)
    place += direction[c] * get_centred (table, means, row, c);

  return place;
}

static void
find_direction (const Table  *table,
                const double *means,
                double       *direction)
{
  g_autofree double *next = g_new (double, table->n_columns + 1);

  /* It begins with the sum of all, along which commissioners differ most as a rule; so higher levels also come first. */
  for (guint c = 0; c < table->n_columns; c++)
    direction[c] = 1 + c * 1e-3;

  for (guint iteration = 0; iteration < N_ITERATIONS; iteration++)
    {
      double length = 0;

      memset (next, 0, table->n_columns * sizeof *next);

      for (guint i = 0; i < table->n_rows; i++)
        {
          double place = project (table, means, direction, i);

          for (guint c = 0; c < table->n_columns; c++)
            next[c] += place * get_centred (table, means, i, c);
        }

      for (guint c = 0; c < table->n_columns; c++)
        length += next[c] * next[c];

      if (length == 0)
        return;

      for (guint c = 0; c < table->n_columns; c++)
        direction[c] = next[c] / sqrt (length);
    }
}

static void
order_along_line (const Table *table,
                  guint       *order)
{
  g_autofree double *means = g_new (double, table->n_columns + 1);
  g_autofree double *direction = g_new (double, table->n_columns + 1);
  g_autofree Placed *placed = g_new (Placed, table->n_rows);

  find_means (table, means);
  find_direction (table, means, direction);

  for (guint i = 0; i < table->n_rows; i++)
    placed[i] = (Placed) { project (table, means, direction, i), i };

  g_qsort_with_data (placed, (int) table->n_rows, sizeof *placed, compare_places, NULL);

  for (guint i = 0; i < table->n_rows; i++)
    order[i] = placed[i].row;
}

/**
 * ts_similarity_order:
 * @levels: (array): rows of levels, one after another, 0 where one is missing
 * @n_rows: how many rows
 * @n_columns: how many levels each has
 *
 * Puts rows into an order in which those that are alike stand together. The same rows give the same order.
 *
 * Returns: (transfer full) (array length=n_rows): the positions of the rows, in that order
 */
guint *
ts_similarity_order (const guint8 *levels,
                     guint         n_rows,
                     guint         n_columns)
{
  Table table = { levels, n_rows, n_columns };
  guint *order = g_new0 (guint, n_rows + 1);

  g_return_val_if_fail (levels != NULL || n_rows == 0 || n_columns == 0, order);

  if (n_rows == 0)
    return order;

  if (n_rows <= TS_SIMILARITY_MOST_CLUSTERED)
    order_by_clusters (&table, order);
  else
    order_along_line (&table, order);

  return order;
}
