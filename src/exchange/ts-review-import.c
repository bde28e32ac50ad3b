/* ts-review-import.c — panels and interests from a file
 *
 * Both only add and correct: what a file does not speak of stays as it is. Each line becomes the change that the window would make, by the
 * same rules, and all of them together are one change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-review-import.h"

#include "core/ts-error.h"
#include "core/ts-interest.h"
#include "core/ts-person.h"
#include "core/ts-round.h"
#include "core/ts-row-edit.h"
#include "core/ts-year.h"
#include "exchange/ts-review-export.h"
#include "store/ts-store-error.h"

#include <glib/gi18n-lib.h>

/* The columns of ts_interests_get_columns () and ts_panels_get_columns (). */
enum
{
  INTEREST_PERSON,
  INTEREST_ORGANISATION,
  INTEREST_ROLE,
  INTEREST_FROM,
  INTEREST_TO,
  INTEREST_NOTE,
  INTEREST_DECLARED,
};

enum
{
  PANEL_YEAR,
  PANEL_FRAMEWORK,
  PANEL_NUMBER,
  PANEL_TITLE,
  PANEL_DAY,
  PANEL_MEMBER,
  PANEL_ROLE,
  PANEL_ORGANISATION,
  PANEL_BEGINS,
};

/* Tables from before there were times have no such column. */
#define N_PANELS_OPTIONAL 1

#define MOST_PANELS 1000

typedef struct
{
  TsWorkbook *workbook;
  TsImport *import;
  const TsCsvReader *reader; /* at the line that is taken */
  GHashTable *rows;          /* id → TsRow, as the lines so far leave it */
  GHashTable *kept;          /* id → TsRow, as it is in the workbook */
} Job;

static Job *
start_line (Job               *job,
            const TsCsvReader *reader)
{
  job->reader = reader;

  return job;
}

static const char *
get (Job   *job,
     guint  column)
{
  return ts_csv_reader_get (job->reader, column);
}

static gboolean
refuse (Job        *job,
        const char *column,
        const char *reason)
{
  ts_problem_list_add (job->import->problems, ts_csv_reader_get_line (job->reader), "%s: %s", column, reason);

  return TRUE;
}

/* The row as it stands after the lines so far; none and no error where there is none. */
static gboolean
find_row (Job         *job,
          TsEntity     entity,
          const char  *id,
          TsRow      **row,
          GError     **error)
{
  g_autoptr (GError) failure = NULL;

  *row = g_hash_table_lookup (job->rows, id);

  if (*row != NULL)
    {
      ts_row_ref (*row);
      return TRUE;
    }

  *row = ts_workbook_read_row (job->workbook, entity, id, &failure);

  if (*row != NULL)
    {
      g_hash_table_insert (job->kept, g_strdup (id), ts_row_ref (*row));
      return TRUE;
    }

  if (g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static void
set_row (Job   *job,
         TsRow *row)
{
  g_hash_table_insert (job->rows, g_strdup (ts_row_get_id (row)), ts_row_ref (row));
}

/* What a rule refuses is wrong with the line; what it leaves alone is fine. */
static gboolean
take_change (Job         *job,
             const char  *column,
             TsChange    *change,
             GError      *failure,
             GError     **error)
{
  g_autoptr (TsChange) owned = change;
  g_autoptr (GError) cause = failure;

  for (guint i = 0; owned != NULL && i < ts_change_get_n_rows (owned); i++)
    set_row (job, ts_change_get_row (owned, i)->after);

  if (owned != NULL || g_error_matches (cause, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED))
    return TRUE;

  if (cause->domain == TS_RULE_ERROR)
    return refuse (job, column, cause->message);

  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

static gboolean
find_named (Job         *job,
            const char  *column,
            TsRow       *found,
            GError      *failure,
            TsRow      **row,
            GError     **error)
{
  g_autoptr (GError) cause = failure;

  *row = found;

  if (found != NULL)
    return TRUE;

  if (g_error_matches (cause, TS_STORE_ERROR, TS_STORE_ERROR_NOT_FOUND))
    return refuse (job, column, cause->message);

  g_propagate_error (error, g_steal_pointer (&cause));

  return FALSE;
}

static gboolean
find_organisation (Job         *job,
                   const char  *code,
                   TsRow      **row,
                   GError     **error)
{
  GError *failure = NULL;
  TsRow *found = ts_workbook_find_organisation (job->workbook, code, &failure);

  return find_named (job, "organisation", found, failure, row, error);
}

static gboolean
find_person (Job         *job,
             const char  *name,
             TsRow      **row,
             GError     **error)
{
  g_autofree char *clean = ts_text_clean (name, -1, TS_TEXT_LINE);
  g_autofree char *id = ts_person_derive_id (clean);

  return find_row (job, TS_ENTITY_PERSON, id, row, error);
}

/* --- Interests ------------------------------------------------------------------------------------------------------- */

static gboolean
take_interest (const TsCsvReader  *reader,
               gpointer            data,
               GError            **error)
{
  Job *job = start_line (data, reader);
  const TsInterestDeclaration declaration = {
    .role = get (job, INTEREST_ROLE),
    .valid_from = get (job, INTEREST_FROM),
    .valid_to = get (job, INTEREST_TO),
    .note = get (job, INTEREST_NOTE),
    .declared = get (job, INTEREST_DECLARED),
  };
  g_autofree char *name = ts_text_clean (get (job, INTEREST_PERSON), -1, TS_TEXT_LINE);
  g_autofree char *role = ts_text_clean (get (job, INTEREST_ROLE), -1, TS_TEXT_LINE);
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autofree char *id = NULL;
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) person = NULL;
  g_autoptr (TsRow) interest = NULL;
  GError *failure = NULL;
  TsChange *change;

  if (!find_organisation (job, get (job, INTEREST_ORGANISATION), &organisation, error))
    return FALSE;

  if (organisation == NULL)
    return TRUE;

  id = ts_interest_row_id (ts_row_get_id (organisation), person_id, role);

  if (g_hash_table_contains (job->rows, id))
    return refuse (job, "role", _("this interest is on an earlier line already"));

  if (!find_person (job, name, &person, error) || !find_row (job, TS_ENTITY_INTEREST, id, &interest, error))
    return FALSE;

  change = ts_change_declare_interest (interest, ts_row_get_id (organisation), person, name, &declaration, &failure);

  return take_change (job, "role", change, failure, error);
}

/* --- Panels ---------------------------------------------------------------------------------------------------------- */

static gboolean
take_round (Job          *job,
            const TsRow  *framework,
            int           year,
            TsRow       **round,
            GError      **error)
{
  const TsRoundDefinition definition = { .title = "" };
  g_autofree char *id = ts_round_row_id (ts_row_get_id (framework), year);
  GError *failure = NULL;
  TsChange *change;

  if (!find_row (job, TS_ENTITY_REVIEW_ROUND, id, round, error) || *round != NULL)
    return *round != NULL;

  change = ts_change_define_round (NULL, ts_row_get_id (framework), year, &definition, &failure);

  return take_change (job, "year", change, failure, error) && find_row (job, TS_ENTITY_REVIEW_ROUND, id, round, error);
}

/* A panel is known by its number; title and day can stand on any of its lines. */
static gboolean
take_panel (Job          *job,
            const TsRow  *round,
            int           number,
            TsRow       **panel,
            GError      **error)
{
  g_autofree char *id = ts_panel_row_id (ts_row_get_id (round), number);
  g_autoptr (TsRow) before = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autoptr (GError) failure = NULL;

  *panel = NULL;

  if (!find_row (job, TS_ENTITY_PANEL, id, &before, error))
    return FALSE;

  after = ts_row_edit (before, TS_ENTITY_PANEL, id);
  ts_row_set_text (after, TS_PANEL_ROUND, ts_row_get_id (round));
  ts_row_set_integer (after, TS_PANEL_POSITION, number);

  if (*get (job, PANEL_TITLE) != '\0')
    ts_row_set_clean (after, TS_PANEL_TITLE, get (job, PANEL_TITLE), TS_TEXT_LINE);

  if (!ts_row_has (after, TS_PANEL_TITLE))
    {
      g_autofree char *title = g_strdup_printf (_("Panel %d"), number);

      ts_row_set_text (after, TS_PANEL_TITLE, title);
    }

  if (*get (job, PANEL_DAY) != '\0' && !ts_row_set_day (after, TS_PANEL_DAY, get (job, PANEL_DAY), &failure))
    return refuse (job, "day", failure->message);

  if (before == NULL || !ts_row_equal (before, after))
    set_row (job, after);

  *panel = g_steal_pointer (&after);

  return TRUE;
}

static gboolean
take_member (Job          *job,
             const TsRow  *panel,
             GError      **error)
{
  const char *name = get (job, PANEL_MEMBER);
  g_autofree char *clean = ts_text_clean (name, -1, TS_TEXT_LINE);
  g_autofree char *person_id = ts_person_derive_id (clean);
  g_autofree char *id = ts_panel_member_row_id (ts_row_get_id (panel), person_id);
  g_autoptr (TsRow) person = NULL;
  g_autoptr (TsRow) member = NULL;
  GError *failure = NULL;
  TsChange *change;

  if (!find_person (job, name, &person, error) || !find_row (job, TS_ENTITY_PANEL_MEMBER, id, &member, error))
    return FALSE;

  change = ts_change_seat_member (panel, member, person, clean, get (job, PANEL_ROLE), &failure);

  return take_change (job, "role", change, failure, error);
}

static gboolean
add_missing (Job *job,
             TsRow *row, /* taken */
             GError **error)
{
  g_autoptr (TsRow) owned = row;
  g_autoptr (TsRow) known = NULL;

  if (!find_row (job, ts_row_get_entity (owned), ts_row_get_id (owned), &known, error))
    return FALSE;

  if (known == NULL)
    set_row (job, owned);

  return TRUE;
}

/* Where no time stands, the one that is kept stays. */
static gboolean
take_begins (Job          *job,
             const TsRow  *panel,
             const TsRow  *assessment,
             GError      **error)
{
  g_autofree char *id = ts_panel_assessment_row_id (ts_row_get_id (panel), ts_row_get_id (assessment));
  g_autoptr (TsRow) known = NULL;
  g_autoptr (TsRow) after = NULL;
  g_autoptr (GError) failure = NULL;

  if (!find_row (job, TS_ENTITY_PANEL_ASSESSMENT, id, &known, error))
    return FALSE;

  after = known != NULL ? ts_row_copy (known) : ts_panel_assessment_new (ts_row_get_id (panel), ts_row_get_id (assessment));

  if (*get (job, PANEL_BEGINS) != '\0' && !ts_row_set_time (after, TS_PANEL_ASSESSMENT_BEGINS, get (job, PANEL_BEGINS), &failure))
    return refuse (job, "begins", failure->message);

  if (known == NULL || !ts_row_equal (known, after))
    set_row (job, after);

  return TRUE;
}

static gboolean
take_assigned (Job          *job,
               const TsRow  *round,
               const TsRow  *panel,
               int           year,
               GError      **error)
{
  g_autoptr (TsRow) organisation = NULL;
  g_autoptr (TsRow) assessment = NULL;
  g_autofree char *id = NULL;
  GError *failure = NULL;
  TsRow *found;
  TsRow *row;

  if (!find_organisation (job, get (job, PANEL_ORGANISATION), &organisation, error))
    return FALSE;

  if (organisation == NULL)
    return TRUE;

  found = ts_workbook_find_assessment (job->workbook, ts_row_get_id (organisation), ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK), year, &failure);

  if (!find_named (job, "organisation", found, failure, &assessment, error) || assessment == NULL)
    return assessment == NULL && (error == NULL || *error == NULL);

  id = ts_round_assessment_row_id (ts_row_get_id (round), ts_row_get_id (assessment));
  row = ts_row_new (TS_ENTITY_ROUND_ASSESSMENT, id);
  ts_row_set_text (row, TS_ROUND_ASSESSMENT_ROUND, ts_row_get_id (round));
  ts_row_set_text (row, TS_ROUND_ASSESSMENT_ASSESSMENT, ts_row_get_id (assessment));

  return add_missing (job, row, error) && take_begins (job, panel, assessment, error);
}

static gboolean
take_panel_line (const TsCsvReader  *reader,
                 gpointer            data,
                 GError            **error)
{
  Job *job = start_line (data, reader);
  g_autoptr (TsRow) framework = NULL;
  g_autoptr (TsRow) round = NULL;
  g_autoptr (TsRow) panel = NULL;
  GError *failure = NULL;
  TsRow *found;
  guint64 number;
  int year;

  if (!ts_year_parse (get (job, PANEL_YEAR), &year))
    return refuse (job, "year", _("this is not a financial year; write it as 2009/10"));

  if (!g_ascii_string_to_unsigned (get (job, PANEL_NUMBER), 10, 1, MOST_PANELS, &number, NULL))
    return refuse (job, "panel", _("a panel has a number, from 1"));

  if (*get (job, PANEL_MEMBER) != '\0' && *get (job, PANEL_ORGANISATION) != '\0')
    return refuse (job, "organisation", _("a line has either a member or an organisation"));

  if (*get (job, PANEL_BEGINS) != '\0' && *get (job, PANEL_ORGANISATION) == '\0')
    return refuse (job, "begins", _("a time stands on the line of an organisation"));

  found = ts_workbook_find_framework (job->workbook, get (job, PANEL_FRAMEWORK), NULL, &failure);

  if (!find_named (job, "framework", found, failure, &framework, error))
    return FALSE;

  if (framework == NULL)
    return TRUE;

  if (!take_round (job, framework, year, &round, error) || !take_panel (job, round, (int) number, &panel, error))
    return FALSE;

  if (panel != NULL && *get (job, PANEL_MEMBER) != '\0')
    return take_member (job, panel, error);

  return panel == NULL || *get (job, PANEL_ORGANISATION) == '\0' || take_assigned (job, round, panel, year, error);
}

/* --- Both -------------------------------------------------------------------------------------------------------------- */

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  int order = (int) ts_row_get_entity (first) - (int) ts_row_get_entity (second);

  return order != 0 ? order : g_strcmp0 (ts_row_get_id (first), ts_row_get_id (second));
}

static TsChange *
make_change (Job         *job,
             const char  *label,
             GError     **error)
{
  g_autoptr (TsChange) change = ts_change_new (label);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, job->rows);

  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, row);

  g_ptr_array_sort (rows, compare_rows);

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *after = g_ptr_array_index (rows, i);
      TsRow *before = g_hash_table_lookup (job->kept, ts_row_get_id (after));

      if (before == NULL)
        {
          ts_change_create (change, after);
          job->import->n_created++;
        }
      else if (!ts_row_equal (before, after))
        {
          ts_change_update (change, before, after);
          job->import->n_updated++;
        }
    }

  if (ts_change_get_n_rows (change) > 0)
    return g_steal_pointer (&change);

  ts_import_set_unchanged (job->import, error);

  return NULL;
}

static TsChange *
import_lines (TsWorkbook *workbook,
              TsImport *import,
              const char *const *columns,
              guint n_optional,
              TsImportLine take,
              const char *label,
              GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_row_unref);
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ts_row_unref);
  Job job = { workbook, import, NULL, rows, kept };

  if (!ts_import_read_lines (import, import->stream, columns, n_optional, take, &job, error))
    return NULL;

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  return make_change (&job, label, error);
}

/**
 * ts_interests_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads interests from CSV with the columns that [func@ts_interests_export] writes. An interest is known by its person, organisation and role.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_interests_import (TsWorkbook  *workbook,
                     TsImport    *import,
                     GError     **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  label = g_strdup_printf (_("Import interests from %s"), import->file);

  return import_lines (workbook, import, ts_interests_get_columns (), 0, take_interest, label, error);
}

/**
 * ts_panels_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads panels from CSV with the columns that [func@ts_panels_export] writes: a line for each member, and one for each organisation whose
 * assessment the panel has, with its time on the panel's day; the column of times may be missing. A round that is not there yet comes with its first panel.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_panels_import (TsWorkbook  *workbook,
                  TsImport    *import,
                  GError     **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  label = g_strdup_printf (_("Import panels from %s"), import->file);

  return import_lines (workbook, import, ts_panels_get_columns (), N_PANELS_OPTIONAL, take_panel_line, label, error);
}
