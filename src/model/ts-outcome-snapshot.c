/* ts-outcome-snapshot.c — the outcomes of an organisation as they were read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-outcome-snapshot.h"

#include "model/ts-past.h"
#include "model/ts-workplace.h"

struct _TsOutcomeSnapshot
{
  gint64 as_of;
  TsRow *assessment;
  TsFramework *framework;
  GPtrArray *assessments;
  GPtrArray *outcomes;
  GHashTable *values; /* outcome's row id → GPtrArray of TsRow, by year */
  GPtrArray *no_values;
  TsOutcomeScope scope; /* of the above */
};

static void
clear (gpointer data)
{
  TsOutcomeSnapshot *self = data;

  g_clear_pointer (&self->assessment, ts_row_unref);
  g_clear_pointer (&self->framework, ts_framework_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->outcomes, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->no_values, g_ptr_array_unref);
}

TsOutcomeSnapshot *
ts_outcome_snapshot_ref (TsOutcomeSnapshot *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
ts_outcome_snapshot_unref (TsOutcomeSnapshot *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_OUTCOME_VALUE_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_OUTCOME_VALUE_YEAR);

  return first < second ? -1 : first > second;
}

static void
sort_out_values (TsOutcomeSnapshot *self,
                 GPtrArray         *values)
{
  g_ptr_array_sort (values, compare_years);

  for (guint i = 0; i < values->len; i++)
    {
      TsRow *value = g_ptr_array_index (values, i);
      const char *outcome = ts_row_get_text (value, TS_OUTCOME_VALUE_OUTCOME);
      GPtrArray *of_outcome = g_hash_table_lookup (self->values, outcome);

      if (of_outcome == NULL)
        {
          of_outcome = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);
          g_hash_table_insert (self->values, g_strdup (outcome), of_outcome);
        }

      g_ptr_array_add (of_outcome, ts_row_ref (value));
    }
}

/**
 * ts_outcome_snapshot_read:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @as_of: the change after which they are wanted as they stood, or 0 for now
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the outcomes of the assessment's organisation
 */
TsOutcomeSnapshot *
ts_outcome_snapshot_read (TsWorkplace  *workplace,
                          const char   *assessment_id,
                          gint64        as_of,
                          GError      **error)
{
  g_autoptr (TsOutcomeSnapshot) self = g_atomic_rc_box_new0 (TsOutcomeSnapshot);
  g_autoptr (GPtrArray) values = NULL;
  const char *organisation_id;

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->no_values = g_ptr_array_new ();

  if (!ts_workplace_read_assessment (workplace, assessment_id, &self->assessment, &self->framework, error))
    return NULL;

  self->as_of = as_of;
  organisation_id = ts_row_get_text (self->assessment, TS_ASSESSMENT_ORGANISATION);

  /* They are looked at for what may be changed, and nothing of the past may. */
  self->assessments = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, organisation_id, error);

  if (self->assessments == NULL)
    return NULL;

  self->outcomes = ts_past_read_rows (workplace, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation_id, as_of, error);

  if (self->outcomes == NULL)
    return NULL;

  values = ts_past_read_rows (workplace, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ORGANISATION, organisation_id, as_of, error);

  if (values == NULL)
    return NULL;

  sort_out_values (self, values);
  self->scope = (TsOutcomeScope) { self->assessment, self->assessments, self->outcomes };

  return g_steal_pointer (&self);
}

/**
 * ts_outcome_snapshot_get_scope:
 * @self: outcomes as they were read
 *
 * Returns: (transfer none): what the rules look at
 */
const TsOutcomeScope *
ts_outcome_snapshot_get_scope (const TsOutcomeSnapshot *self)
{
  return &self->scope;
}

/**
 * ts_outcome_snapshot_get_as_of:
 * @self: outcomes as they were read
 *
 * Returns: the change after which they stood so, or 0 for now
 */
gint64
ts_outcome_snapshot_get_as_of (const TsOutcomeSnapshot *self)
{
  return self->as_of;
}

int
ts_outcome_snapshot_get_year (const TsOutcomeSnapshot *self)
{
  return (int) ts_row_get_integer (self->assessment, TS_ASSESSMENT_YEAR);
}

/**
 * ts_outcome_snapshot_get_section:
 * @self: outcomes as they were read
 *
 * Returns: (transfer none) (nullable): the framework's section about outcomes; it lasts as long as @self
 */
const TsSection *
ts_outcome_snapshot_get_section (const TsOutcomeSnapshot *self)
{
  return ts_framework_find_outcomes_section (self->framework);
}

guint
ts_outcome_snapshot_get_most (const TsOutcomeSnapshot *self)
{
  const TsSection *section = ts_outcome_snapshot_get_section (self);

  return section != NULL ? section->most_outcomes : TS_OUTCOME_MOST;
}

/**
 * ts_outcome_snapshot_find:
 * @self: outcomes as they were read
 * @outcome_id: an outcome's row id, from anywhere
 *
 * Returns: (transfer none) (nullable): the organisation's outcome, or %NULL if there is none such
 */
TsRow *
ts_outcome_snapshot_find (const TsOutcomeSnapshot *self,
                          const char              *outcome_id)
{
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (self->outcomes, i)), outcome_id))
        return g_ptr_array_index (self->outcomes, i);
    }

  return NULL;
}

/**
 * ts_outcome_snapshot_get_values:
 * @self: outcomes as they were read
 * @outcome_id: an outcome's row id
 *
 * Returns: (transfer none) (element-type TsRow): its values, by year
 */
GPtrArray *
ts_outcome_snapshot_get_values (const TsOutcomeSnapshot *self,
                                const char              *outcome_id)
{
  GPtrArray *values = g_hash_table_lookup (self->values, outcome_id);

  return values != NULL ? values : self->no_values;
}
