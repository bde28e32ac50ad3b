/* ts-outcomes-import.c — outcomes from a file
 *
 * A line is a value of an outcome, and defines the outcome too. Of which assessments a new outcome is part follows from its values, so
 * changes are made when all lines have been read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-outcomes-import.h"

#include "core/ts-identifier.h"
#include "core/ts-number.h"
#include "core/ts-outcome-lock.h"
#include "core/ts-outcome.h"
#include "core/ts-text.h"
#include "core/ts-year.h"
#include "exchange/ts-framework-set.h"
#include "exchange/ts-organisation-set.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_ORGANISATION,
  COLUMN_METRIC,
  COLUMN_UNIT,
  COLUMN_DIRECTION,
  COLUMN_YEAR,
  COLUMN_ASPIRATION,
  COLUMN_ACTUAL,
};

static const char *const columns[] = {
  "organisation",
  "metric",
  "unit",
  "direction",
  "year",
  "aspiration",
  "actual",
  NULL,
};

/* An organisation that the file speaks of. */
typedef struct
{
  const char *id;
  GPtrArray *assessments; /* TsRow */
  GPtrArray *kept;        /* TsRow: its outcomes */
  GPtrArray *outcomes;    /* Outcome, borrowed: what the file says, in its order */
  GHashTable *by_key;     /* as ts_outcome_make_key () makes it → Outcome */
  guint most;
} Organisation;

static const struct
{
  guint column;
  TsOutcomeValueField field;
} series[] = {
  { COLUMN_ASPIRATION, TS_OUTCOME_VALUE_ASPIRATION },
  { COLUMN_ACTUAL, TS_OUTCOME_VALUE_ACTUAL },
};

/* What a line says of a year; the year is 0 where it speaks of none. */
typedef struct
{
  guint64 line;
  int year;
  gboolean has_number[G_N_ELEMENTS (series)];
  double number[G_N_ELEMENTS (series)];
} Wanted;

/* An outcome that the file speaks of. */
typedef struct
{
  TsRow *kept; /* NULL for a new one */
  char *metric;
  char *unit;
  gboolean up_is_better;
  guint64 line;
  GPtrArray *kept_values; /* TsRow */
  GArray *wanted;         /* Wanted */
} Outcome;

typedef struct
{
  TsWorkbook *workbook;
  TsImport *import;
  TsOrganisationSet *organisations;
  TsFrameworkSet *frameworks;
  GHashTable *open;    /* code → Organisation */
  GPtrArray *in_order; /* Organisation, borrowed, as the file speaks of them */
  TsChange *change;    /* without its label */
} Job;

static void
organisation_free (gpointer data)
{
  Organisation *organisation = data;

  g_clear_pointer (&organisation->assessments, g_ptr_array_unref);
  g_clear_pointer (&organisation->kept, g_ptr_array_unref);
  g_ptr_array_unref (organisation->outcomes);
  g_hash_table_unref (organisation->by_key);
  g_free (organisation);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->kept, ts_row_unref);
  g_free (outcome->metric);
  g_free (outcome->unit);
  g_clear_pointer (&outcome->kept_values, g_ptr_array_unref);
  g_array_unref (outcome->wanted);
  g_free (outcome);
}

/**
 * ts_outcomes_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the columns, in the order in which they are exported
 */
const char *const *
ts_outcomes_get_columns (void)
{
  return columns;
}

/* --- What is kept -------------------------------------------------------------------------------------------------- */

/* How many outcomes the organisation may have: the most that one of its frameworks allows. */
static guint
find_most (const Job *job,
           GPtrArray *assessments)
{
  guint most = 0;

  for (guint i = 0; i < assessments->len; i++)
    {
      const char *id = ts_row_get_text (g_ptr_array_index (assessments, i), TS_ASSESSMENT_FRAMEWORK);
      TsFramework *framework = ts_framework_set_get (job->frameworks, id);
      const TsSection *section = framework != NULL ? ts_framework_find_outcomes_section (framework) : NULL;

      if (section != NULL)
        most = MAX (most, section->most_outcomes);
    }

  return most > 0 ? most : TS_OUTCOME_MOST;
}

static Organisation *
read_organisation (Job          *job,
                   const TsRow  *row,
                   GError      **error)
{
  Organisation *organisation = g_new0 (Organisation, 1);

  organisation->id = ts_row_get_id (row);
  organisation->outcomes = g_ptr_array_new ();
  organisation->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, outcome_free);
  organisation->assessments =
    ts_workbook_read_rows (job->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, organisation->id, error);

  if (organisation->assessments != NULL)
    organisation->kept = ts_workbook_read_rows (job->workbook, TS_ENTITY_OUTCOME, TS_OUTCOME_ORGANISATION, organisation->id, error);

  if (organisation->kept == NULL)
    {
      organisation_free (organisation);
      return NULL;
    }

  organisation->most = find_most (job, organisation->assessments);

  return organisation;
}

/* Without an error, NULL is a problem that has been told. */
static Organisation *
find_organisation (Job         *job,
                   guint64      line,
                   const char  *code,
                   GError     **error)
{
  Organisation *organisation = g_hash_table_lookup (job->open, code);
  const TsOrganisationEntry *entry;

  if (organisation != NULL)
    return organisation;

  entry = ts_organisation_set_find (job->organisations, code);

  if (entry == NULL)
    {
      ts_problem_list_add (job->import->problems, line, _("organisation: the workbook has none with the code “%.60s”"), code);
      return NULL;
    }

  organisation = read_organisation (job, entry->organisation, error);

  if (organisation != NULL)
    {
      g_hash_table_insert (job->open, g_strdup (code), organisation);
      g_ptr_array_add (job->in_order, organisation);
    }

  return organisation;
}

static Outcome *
open_outcome (Job           *job,
              Organisation  *organisation,
              guint64        line,
              const char    *metric,
              const char    *unit,
              gboolean       up_is_better,
              GError       **error)
{
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->metric = g_strdup (metric);
  outcome->unit = g_strdup (unit);
  outcome->up_is_better = up_is_better;
  outcome->line = line;
  outcome->wanted = g_array_new (FALSE, FALSE, sizeof (Wanted));

  for (guint i = 0; i < organisation->kept->len && outcome->kept == NULL; i++)
    {
      TsRow *row = g_ptr_array_index (organisation->kept, i);

      if (ts_outcome_measures (row, metric, unit))
        outcome->kept = ts_row_ref (row);
    }

  if (outcome->kept != NULL)
    outcome->kept_values = ts_workbook_read_rows (job->workbook, TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_OUTCOME,
                                                  ts_row_get_id (outcome->kept), error);
  else
    outcome->kept_values = g_ptr_array_new ();

  if (outcome->kept_values == NULL)
    g_clear_pointer (&outcome, outcome_free);

  return outcome;
}

/* --- Lines --------------------------------------------------------------------------------------------------------- */

/* An empty unit is a unit: some measures are bare numbers. */
static gboolean
check_text (Job        *job,
            guint64     line,
            const char *column,
            const char *text,
            gboolean    may_be_empty)
{
  g_autoptr (GError) error = NULL;

  if (may_be_empty && *text == '\0')
    return TRUE;

  if (!ts_text_check (text, -1, TS_TEXT_LINE, &error))
    {
      ts_problem_list_add (job->import->problems, line, "%s: %s", column, error->message);
      return FALSE;
    }

  if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[strlen (text) - 1]))
    {
      ts_problem_list_add (job->import->problems, line, _("%s: it begins or ends with a space"), column);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_direction (Job        *job,
                 guint64     line,
                 const char *name,
                 gboolean   *up_is_better)
{
  if (ts_outcome_direction_from_name (name, up_is_better))
    return TRUE;

  ts_problem_list_add (job->import->problems, line, _("direction: “%.60s” is neither up nor down: which way is better?"), name);

  return FALSE;
}

static gboolean
read_numbers (Job               *job,
              const TsCsvReader *reader,
              Wanted            *wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      const char *text = ts_csv_reader_get (reader, series[i].column);
      g_autoptr (GError) error = NULL;

      wanted->has_number[i] = *text != '\0';

      if (wanted->has_number[i] && !ts_number_parse (text, &wanted->number[i], &error))
        {
          ts_problem_list_add (job->import->problems, wanted->line, "%s: %s", columns[series[i].column], error->message);
          return FALSE;
        }
    }

  return TRUE;
}

static Outcome *
find_outcome (Job                *job,
              const TsCsvReader  *reader,
              GError            **error)
{
  guint64 line = ts_csv_reader_get_line (reader);
  const char *metric = ts_csv_reader_get (reader, COLUMN_METRIC);
  const char *unit = ts_csv_reader_get (reader, COLUMN_UNIT);
  g_autofree char *key = NULL;
  Organisation *organisation;
  gboolean up_is_better;
  Outcome *outcome;

  organisation = find_organisation (job, line, ts_csv_reader_get (reader, COLUMN_ORGANISATION), error);

  if (organisation == NULL || !check_text (job, line, "metric", metric, FALSE) || !check_text (job, line, "unit", unit, TRUE) ||
      !check_direction (job, line, ts_csv_reader_get (reader, COLUMN_DIRECTION), &up_is_better))
    return NULL;

  key = ts_outcome_make_key (metric, unit);
  outcome = g_hash_table_lookup (organisation->by_key, key);

  if (outcome == NULL)
    {
      outcome = open_outcome (job, organisation, line, metric, unit, up_is_better, error);

      if (outcome != NULL)
        {
          g_hash_table_insert (organisation->by_key, g_steal_pointer (&key), outcome);
          g_ptr_array_add (organisation->outcomes, outcome);
        }
    }
  else if (outcome->up_is_better != up_is_better)
    {
      ts_problem_list_add (job->import->problems, line, _("direction: line %zu says “%s” of the same outcome"), (gsize) outcome->line,
                           ts_outcome_direction_get_name (outcome->up_is_better));
      outcome = NULL;
    }

  return outcome;
}

static void
read_value (Job               *job,
            const TsCsvReader *reader,
            Outcome           *outcome)
{
  const char *year = ts_csv_reader_get (reader, COLUMN_YEAR);
  Wanted wanted = { .line = ts_csv_reader_get_line (reader) };

  if (*year != '\0' && !ts_year_parse (year, &wanted.year))
    {
      ts_problem_list_add (job->import->problems, wanted.line, _("year: “%.60s” is not a financial year; write it as 2009/10"), year);
      return;
    }

  if (!read_numbers (job, reader, &wanted))
    return;

  if (wanted.year == 0 && (wanted.has_number[0] || wanted.has_number[1]))
    {
      ts_problem_list_add (job->import->problems, wanted.line, _("year: it is empty; a value needs its year"));
      return;
    }

  for (guint i = 0; i < outcome->wanted->len; i++)
    {
      const Wanted *earlier = &g_array_index (outcome->wanted, Wanted, i);

      if (earlier->year == wanted.year)
        {
          ts_problem_list_add (job->import->problems, wanted.line,
                               _("the same year of the same outcome is on line %zu already: one of the two has to go"), (gsize) earlier->line);
          return;
        }
    }

  g_array_append_val (outcome->wanted, wanted);
}

static gboolean
read_line (const TsCsvReader  *reader,
           gpointer            data,
           GError            **error)
{
  Job *job = data;
  g_autoptr (GError) failure = NULL;
  Outcome *outcome = find_outcome (job, reader, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (outcome != NULL)
    read_value (job, reader, outcome);

  return TRUE;
}

/* --- The change ---------------------------------------------------------------------------------------------------- */

static gboolean
check_unlocked (Job         *job,
                guint64      line,
                const TsRow *before,
                const TsRow *after,
                const TsRow *outcome,
                GPtrArray   *assessments)
{
  g_autoptr (GError) error = NULL;

  if (ts_outcome_check_row_unlocked (before, after, outcome, assessments, &error))
    return TRUE;

  ts_problem_list_add (job->import->problems, line, "%s", error->message);

  return FALSE;
}

static gboolean
has_outcome (const Organisation *organisation,
             const char         *id)
{
  for (guint i = 0; i < organisation->kept->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (organisation->kept, i)), id))
        return TRUE;
    }

  return FALSE;
}

/* The same on every machine; another where an outcome once had this name and has a new one now. */
static char *
make_outcome_id (const Organisation *organisation,
                 const Outcome      *outcome)
{
  g_autofree char *key = ts_outcome_make_key (outcome->metric, outcome->unit);
  char *id = ts_identifier_derive ("outcome", organisation->id, key, NULL);

  while (has_outcome (organisation, id))
    {
      g_autofree char *taken = id;

      id = ts_identifier_derive ("outcome", taken, key, NULL);
    }

  return id;
}

static int
choose_since (const Organisation *organisation,
              const Outcome      *outcome)
{
  int first_aspiration = 0;
  int last_actual = 0;

  for (guint i = 0; i < outcome->wanted->len; i++)
    {
      const Wanted *wanted = &g_array_index (outcome->wanted, Wanted, i);

      if (wanted->has_number[0] && (first_aspiration == 0 || wanted->year < first_aspiration))
        first_aspiration = wanted->year;

      if (wanted->has_number[1])
        last_actual = MAX (last_actual, wanted->year);
    }

  return ts_outcome_choose_since (organisation->id, organisation->assessments, first_aspiration, last_actual);
}

static guint
count_open (GPtrArray *outcomes)
{
  guint n_open = 0;

  for (guint i = 0; i < outcomes->len; i++)
    n_open += !ts_row_has (g_ptr_array_index (outcomes, i), TS_OUTCOME_UNTIL);

  return n_open;
}

static gint64
find_last_position (GPtrArray *outcomes)
{
  gint64 last = 0;

  for (guint i = 0; i < outcomes->len; i++)
    last = MAX (last, ts_row_get_integer (g_ptr_array_index (outcomes, i), TS_OUTCOME_POSITION));

  return MIN (last, G_MAXINT64 - 1);
}

static TsRow *
create_outcome (Job          *job,
                Organisation *organisation,
                Outcome      *outcome)
{
  const TsOutcomeDefinition definition = { outcome->metric, outcome->unit, outcome->up_is_better, NULL, NULL };
  g_autofree char *id = make_outcome_id (organisation, outcome);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsRow) row = NULL;

  if (count_open (organisation->kept) >= organisation->most)
    {
      ts_problem_list_add (job->import->problems, outcome->line,
                           g_dngettext (GETTEXT_PACKAGE, "metric: the organisation has its %u outcome already; no more fit in an assessment",
                                        "metric: the organisation has its %u outcomes already; no more fit in an assessment",
                                        organisation->most),
                           organisation->most);
      return NULL;
    }

  row = ts_outcome_new (id, organisation->id, &definition, choose_since (organisation, outcome),
                        find_last_position (organisation->kept) + 1, &error);

  if (row == NULL)
    {
      ts_problem_list_add (job->import->problems, outcome->line, "metric: %s", error->message);
      return NULL;
    }

  if (!check_unlocked (job, outcome->line, NULL, row, NULL, organisation->assessments))
    return NULL;

  g_ptr_array_add (organisation->kept, ts_row_ref (row));
  ts_change_create (job->change, row);

  return g_steal_pointer (&row);
}

/* The outcome as it will be; NULL where a problem has been told. */
static TsRow *
settle_outcome (Job          *job,
                Organisation *organisation,
                Outcome      *outcome)
{
  g_autoptr (TsRow) after = NULL;

  if (outcome->kept == NULL)
    return create_outcome (job, organisation, outcome);

  after = ts_row_copy (outcome->kept);
  ts_row_set_text (after, TS_OUTCOME_DIRECTION, ts_outcome_direction_get_name (outcome->up_is_better));

  if (ts_row_equal (outcome->kept, after))
    return ts_row_ref (outcome->kept);

  /* Only what would change something is held up by a lock, so that what was exported can always be imported again. */
  if (!check_unlocked (job, outcome->line, outcome->kept, after, NULL, organisation->assessments))
    return NULL;

  ts_import_count (job->import, outcome->kept, after);
  ts_change_update (job->change, outcome->kept, after);

  return g_steal_pointer (&after);
}

static TsRow *
make_value (const TsRow  *outcome,
            const TsRow  *before,
            const Wanted *wanted)
{
  g_autoptr (TsRow) row = before != NULL ? ts_row_copy (before) : ts_outcome_value_new (outcome, wanted->year);

  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      if (wanted->has_number[i])
        ts_row_set_real (row, series[i].field, wanted->number[i]);
      else
        ts_row_clear (row, series[i].field);
    }

  return wanted->has_number[0] || wanted->has_number[1] ? g_steal_pointer (&row) : NULL;
}

static void
settle_value (Job                *job,
              const Organisation *organisation,
              const Outcome      *outcome,
              const TsRow        *row,
              const Wanted       *wanted)
{
  g_autoptr (TsRow) after = NULL;
  TsRow *before;

  /* A line without year is there for the outcome alone. */
  if (wanted->year == 0)
    {
      if (outcome->kept == NULL)
        job->import->n_created++;
      else
        job->import->n_unchanged++;

      return;
    }

  before = ts_outcome_find_value (outcome->kept_values, wanted->year);
  after = make_value (row, before, wanted);

  if (ts_row_equal (before, after))
    {
      ts_import_count (job->import, before, after);
      return;
    }

  if (!check_unlocked (job, wanted->line, before, after, row, organisation->assessments))
    return;

  ts_import_count (job->import, before, after);
  ts_change_add (job->change, before, after);
}

static void
settle (Job *job)
{
  for (guint i = 0; i < job->in_order->len; i++)
    {
      Organisation *organisation = g_ptr_array_index (job->in_order, i);

      for (guint j = 0; j < organisation->outcomes->len; j++)
        {
          Outcome *outcome = g_ptr_array_index (organisation->outcomes, j);
          g_autoptr (TsRow) row = settle_outcome (job, organisation, outcome);
          guint n_created = job->import->n_created;

          for (guint k = 0; row != NULL && k < outcome->wanted->len; k++)
            settle_value (job, organisation, outcome, row, &g_array_index (outcome->wanted, Wanted, k));

          /* A new outcome is something new, also where its lines have years and no values. */
          if (row != NULL && outcome->kept == NULL && job->import->n_created == n_created)
            job->import->n_created++;
        }
    }
}

static TsChange *
build_change (Job *job)
{
  guint n_lines = job->import->n_created + job->import->n_updated + job->import->n_deleted;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %u line of outcomes from %s",
                                                         "Import %u lines of outcomes from %s", n_lines),
                                            n_lines, job->import->file);

  return ts_change_relabel (job->change, label);
}

static void
job_end (Job *job)
{
  g_clear_pointer (&job->open, g_hash_table_unref);
  g_clear_pointer (&job->in_order, g_ptr_array_unref);
  g_clear_pointer (&job->change, ts_change_unref);
  g_clear_pointer (&job->organisations, ts_organisation_set_free);
  g_clear_pointer (&job->frameworks, ts_framework_set_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_end)

/**
 * ts_outcomes_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads outcomes from CSV with the columns organisation, metric, unit, direction, year, aspiration and actual. An outcome is known by
 * its metric and unit; one that is not there is new. A line without any value takes away those of its year; without a year it
 * says that there is such an outcome.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_outcomes_import (TsWorkbook  *workbook,
                    TsImport    *import,
                    GError     **error)
{
  g_auto (Job) job = { .workbook = workbook, .import = import };

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  job.open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, organisation_free);
  job.in_order = g_ptr_array_new ();
  job.change = ts_change_new ("");

  job.organisations = ts_organisation_set_read (workbook, error);

  if (job.organisations == NULL)
    return NULL;

  job.frameworks = ts_framework_set_read (workbook, error);

  if (job.frameworks == NULL || !ts_import_read_lines (import, import->stream, columns, 0, read_line, &job, error))
    return NULL;

  settle (&job);

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  if (ts_change_get_n_rows (job.change) == 0)
    {
      ts_import_set_unchanged (import, error);
      return NULL;
    }

  return build_change (&job);
}
