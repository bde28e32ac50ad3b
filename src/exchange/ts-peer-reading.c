/* ts-peer-reading.c — reads what the peers of an organisation claim
 *
 * A claim is compared with claims: with the levels that other boards of the same kind, framework and year have handed in themselves. Who is a peer is
 * found as in a comparison: who is in a group with it that somebody has made; else who serves about as many people; else who belongs to the same
 * organisation. The first of these that gives enough of them counts. What the reader may not see is not among them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-peer-reading.h"

#include "core/ts-compare-filter.h"
#include "core/ts-date.h"
#include "core/ts-layer.h"
#include "core/ts-peers.h"
#include "core/ts-stage.h"
#include "core/ts-year.h"
#include "store/ts-compare-query.h"

#include <math.h>
#include <string.h>

/* Those who could be peers; the first is the organisation itself. */
typedef struct
{
  GPtrArray *assessments; /* TsRow */
  GHashTable *numbers;    /* organisation → position + 1 */
  GArray *populations;    /* double */
  GPtrArray *parents;     /* row ids, or NULL */
  int year;
  char *last_day;
} Candidates;

static void
candidates_clear (Candidates *self)
{
  g_ptr_array_unref (self->assessments);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->populations);
  g_ptr_array_unref (self->parents);
  g_free (self->last_day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Candidates, candidates_clear)

static const char *
get_organisation (const TsRow *assessment)
{
  return ts_row_get_text (assessment, TS_ASSESSMENT_ORGANISATION);
}

static void
add_candidate (Candidates  *self,
               const TsRow *assessment)
{
  double unknown = NAN;

  g_ptr_array_add (self->assessments, ts_row_ref ((TsRow *) assessment));
  g_hash_table_insert (self->numbers, g_strdup (get_organisation (assessment)), GUINT_TO_POINTER (self->assessments->len));
  g_array_append_val (self->populations, unknown);
  g_ptr_array_add (self->parents, NULL);
}

static void
candidates_init (Candidates  *self,
                 const TsRow *assessment)
{
  GDate first;
  GDate last;

  self->assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->populations = g_array_new (FALSE, FALSE, sizeof (double));
  self->parents = g_ptr_array_new_with_free_func (g_free);
  self->year = (int) ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR);
  ts_year_get_dates (self->year, &first, &last);
  self->last_day = ts_date_format (&last);
  add_candidate (self, assessment);
}

static gboolean
is_handed_in (const TsRow *assessment)
{
  TsStage stage;

  return ts_stage_from_name (ts_row_get_text (assessment, TS_ASSESSMENT_STAGE), &stage) && stage >= TS_STAGE_SUBMITTED;
}

static gboolean
read_kind (TsWorkbook   *workbook,
           const TsRow  *assessment,
           char        **kind,
           GError      **error)
{
  g_autoptr (TsRow) organisation = ts_workbook_read_row (workbook, TS_ENTITY_ORGANISATION, get_organisation (assessment), error);

  *kind = organisation != NULL ? g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_KIND)) : NULL;

  return organisation != NULL;
}

static gboolean
find_candidates (TsWorkbook   *workbook,
                 const TsRow  *assessment,
                 Candidates   *candidates,
                 GError      **error)
{
  g_autofree char *year = g_strdup_printf ("%d", candidates->year);
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_YEAR, year, error);
  g_autofree char *kind = NULL;

  if (rows == NULL || !read_kind (workbook, assessment, &kind, error))
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *other = g_ptr_array_index (rows, i);
      g_autofree char *other_kind = NULL;

      if (g_hash_table_contains (candidates->numbers, get_organisation (other)) || !is_handed_in (other) ||
          g_strcmp0 (ts_row_get_text (other, TS_ASSESSMENT_FRAMEWORK), ts_row_get_text (assessment, TS_ASSESSMENT_FRAMEWORK)) != 0)
        continue;

      if (!read_kind (workbook, other, &other_kind, error))
        return FALSE;

      if (g_strcmp0 (kind, other_kind) == 0)
        add_candidate (candidates, other);
    }

  return TRUE;
}

/* --- By group -------------------------------------------------------------------------------------------------------- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (ts_row_get_text (*(TsRow *const *) a, TS_PEER_GROUP_NAME), ts_row_get_text (*(TsRow *const *) b, TS_PEER_GROUP_NAME));
}

static GPtrArray *
read_groups (TsWorkbook  *workbook,
             const char  *organisation_id,
             GError     **error)
{
  g_autoptr (GPtrArray) memberships = ts_workbook_read_rows (workbook, TS_ENTITY_PEER_GROUP_MEMBER, TS_PEER_GROUP_MEMBER_ORGANISATION, organisation_id, error);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  if (memberships == NULL)
    return NULL;

  for (guint i = 0; i < memberships->len; i++)
    {
      TsRow *group = ts_workbook_read_row (workbook, TS_ENTITY_PEER_GROUP,
                                           ts_row_get_text (g_ptr_array_index (memberships, i), TS_PEER_GROUP_MEMBER_PEER_GROUP), error);

      if (group == NULL)
        return NULL;

      g_ptr_array_add (groups, group);
    }

  g_ptr_array_sort (groups, compare_names);

  return g_steal_pointer (&groups);
}

/* The first group, by name, that has enough of them. */
static gboolean
choose_by_group (TsWorkbook  *workbook,
                 Candidates  *candidates,
                 GArray      *chosen,
                 char       **name,
                 GError     **error)
{
  g_autoptr (GPtrArray) groups = read_groups (workbook, get_organisation (g_ptr_array_index (candidates->assessments, 0)), error);

  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len && chosen->len < TS_PEER_LEVELS_FEWEST; i++)
    {
      const TsRow *group = g_ptr_array_index (groups, i);
      g_autoptr (GPtrArray) members = ts_workbook_read_rows (workbook, TS_ENTITY_PEER_GROUP_MEMBER, TS_PEER_GROUP_MEMBER_PEER_GROUP, ts_row_get_id (group), error);

      if (members == NULL)
        return FALSE;

      g_array_set_size (chosen, 0);
      g_free (*name);
      *name = g_strdup (ts_row_get_text (group, TS_PEER_GROUP_NAME));

      for (guint j = 0; j < members->len; j++)
        {
          guint number = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->numbers, ts_row_get_text (g_ptr_array_index (members, j), TS_PEER_GROUP_MEMBER_ORGANISATION)));
          guint position = number - 1;

          if (number > 1)
            g_array_append_val (chosen, position);
        }
    }

  return TRUE;
}

/* --- By population --------------------------------------------------------------------------------------------------- */

/* The last that is known at the end of the year, else the first that is known later. */
static gboolean
take_population (const TsComparedFact *fact,
                 gpointer              data)
{
  Candidates *candidates = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->numbers, fact->organisation));

  if (number != 0 && (fact->year <= candidates->year || isnan (g_array_index (candidates->populations, double, number - 1))))
    g_array_index (candidates->populations, double, number - 1) = fact->number;

  return TRUE;
}

static gboolean
choose_by_population (TsWorkbook  *workbook,
                      Candidates  *candidates,
                      GArray      *chosen,
                      char       **name,
                      GError     **error)
{
  g_autoptr (GArray) nearest = NULL;

  if (!ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_POPULATION, take_population, candidates, error))
    return FALSE;

  nearest = ts_peers_find_nearest ((const double *) (void *) candidates->populations->data, candidates->populations->len, 0, TS_PEERS_DEFAULT);

  for (guint i = 0; i < nearest->len; i++)
    {
      guint position = g_array_index (nearest, guint, i);

      if (position > 0)
        g_array_append_val (chosen, position);
    }

  return TRUE;
}

/* --- By region ------------------------------------------------------------------------------------------------------- */

static gboolean
take_parent (const TsComparedFact *fact,
             gpointer              data)
{
  Candidates *candidates = data;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (candidates->numbers, fact->organisation));

  if (number == 0 || (fact->from != NULL && strcmp (fact->from, candidates->last_day) > 0) ||
      (fact->to != NULL && strcmp (fact->to, candidates->last_day) < 0))
    return TRUE;

  g_free (g_ptr_array_index (candidates->parents, number - 1));
  g_ptr_array_index (candidates->parents, number - 1) = g_strdup (fact->text);

  return TRUE;
}

typedef struct
{
  const char *organisation_id;
  const char *last_day;
  char **name;
} Naming;

static gboolean
take_name (const TsComparedFact *fact,
           gpointer              data)
{
  const Naming *naming = data;

  if (g_str_equal (fact->organisation, naming->organisation_id) &&
      (*naming->name == NULL || fact->from == NULL || strcmp (fact->from, naming->last_day) <= 0))
    {
      g_free (*naming->name);
      *naming->name = g_strdup (fact->text);
    }

  return TRUE;
}

static gboolean
choose_by_region (TsWorkbook  *workbook,
                  Candidates  *candidates,
                  GArray      *chosen,
                  char       **name,
                  GError     **error)
{
  const char *parent;

  if (!ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_PARENT, take_parent, candidates, error))
    return FALSE;

  parent = g_ptr_array_index (candidates->parents, 0);

  if (parent == NULL)
    return TRUE;

  for (guint i = 1; i < candidates->parents->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (candidates->parents, i), parent) == 0)
        g_array_append_val (chosen, i);
    }

  if (!ts_workbook_foreach_compared_fact (workbook, TS_COMPARED_NAME, take_name, &(Naming) { parent, candidates->last_day, name }, error))
    return FALSE;

  if (*name == NULL)
    {
      g_autoptr (TsRow) organisation = ts_workbook_read_row (workbook, TS_ENTITY_ORGANISATION, parent, error);

      if (organisation == NULL)
        return FALSE;

      *name = g_strdup (ts_row_get_text (organisation, TS_ORGANISATION_CODE));
    }

  return TRUE;
}

/* --- Levels ---------------------------------------------------------------------------------------------------------- */

static void
take_level (const char *node,
            TsLayer     layer,
            int         level,
            gpointer    data)
{
  ts_peer_levels_add (data, node, level);
}

static TsPeerLevels *
read_levels (TsWorkbook        *workbook,
             const Candidates  *candidates,
             GArray            *chosen,
             TsPeerBasis        basis,
             const char        *name,
             GError           **error)
{
  g_autoptr (TsPeerLevels) levels = ts_peer_levels_new (basis, name);

  for (guint i = 0; i < chosen->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (candidates->assessments, g_array_index (chosen, guint, i));

      if (!ts_workbook_foreach_compared_rating (workbook, ts_row_get_id (assessment), 1u << TS_LAYER_SELF, take_level, levels, error))
        return NULL;
    }

  return g_steal_pointer (&levels);
}

/**
 * ts_peer_levels_read:
 * @workbook: a workbook
 * @assessment: an assessment's row
 * @error: where to put why they could not be read
 *
 * Returns: (transfer full): what the peers of its organisation claim, as far as the workbook's reader may see it; of %TS_PEER_BASIS_NONE where there
 *   are too few
 */
TsPeerLevels *
ts_peer_levels_read (TsWorkbook   *workbook,
                     const TsRow  *assessment,
                     GError      **error)
{
  static const struct
  {
    TsPeerBasis basis;
    gboolean (*choose) (TsWorkbook  *workbook,
                        Candidates  *candidates,
                        GArray      *chosen,
                        char       **name,
                        GError     **error);
  } ways[] = {
    { TS_PEER_BASIS_GROUP, choose_by_group },
    { TS_PEER_BASIS_POPULATION, choose_by_population },
    { TS_PEER_BASIS_REGION, choose_by_region },
  };
  g_auto (Candidates) candidates = { 0 };

  g_return_val_if_fail (workbook != NULL && assessment != NULL, NULL);

  candidates_init (&candidates, assessment);

  if (!find_candidates (workbook, assessment, &candidates, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways) && candidates.assessments->len > TS_PEER_LEVELS_FEWEST; i++)
    {
      g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autofree char *name = NULL;

      if (!ways[i].choose (workbook, &candidates, chosen, &name, error))
        return NULL;

      if (chosen->len >= TS_PEER_LEVELS_FEWEST)
        return read_levels (workbook, &candidates, chosen, ways[i].basis, name, error);
    }

  return ts_peer_levels_new (TS_PEER_BASIS_NONE, NULL);
}
