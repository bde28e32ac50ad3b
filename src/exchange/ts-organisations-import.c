/* ts-organisations-import.c — organisations from a file
 *
 * A file says how organisations are now: of one that the workbook has, the latest name and the latest parent are corrected; one that
 * the file does not mention stays. Codes of parents and successors may stand on any line or in the workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisations-import.h"

#include "core/ts-begin.h"
#include "core/ts-date.h"
#include "core/ts-identifier.h"
#include "core/ts-text.h"
#include "exchange/ts-csv-reader.h"
#include "exchange/ts-organisation-set.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_KIND,
  COLUMN_PARENT,
  COLUMN_OPENED,
  COLUMN_CLOSED,
  COLUMN_SUCCESSORS,
};

static const char *const columns[] = { "code", "name", "kind", "parent", "opened", "closed", "successors", NULL };

/* What one line says. */
typedef struct
{
  guint64 line;
  char *code;
  char *name;
  char *kind;
  char *parent;
  char *opened;
  char *closed;
  char **successors;
  const TsOrganisationEntry *known; /* NULL for a new organisation */
  TsRow *row;                       /* as it will be */
  guint visit;                      /* when its chain of parents was walked, 0 for not yet */
} Line;

typedef struct
{
  TsImport *import;
  TsOrganisationSet *organisations;
  GPtrArray *lines;
  GHashTable *by_code; /* code → Line */
  TsChange *change;
} Job;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->code);
  g_free (line->name);
  g_free (line->kind);
  g_free (line->parent);
  g_free (line->opened);
  g_free (line->closed);
  g_strfreev (line->successors);
  g_clear_pointer (&line->row, ts_row_unref);
  g_free (line);
}

/**
 * ts_organisations_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the names of the columns, in the order in which they are exported
 */
const char *const *
ts_organisations_get_columns (void)
{
  return columns;
}

static gboolean
check_code (Job        *job,
            guint64     line,
            const char *column,
            const char *code)
{
  if (ts_organisation_code_is_valid (code))
    return TRUE;

  if (*code == '\0')
    ts_problem_list_add (job->import->problems, line, _("%s: it is empty; every organisation needs one"), column);
  else
    ts_problem_list_add (job->import->problems, line,
                         _("%s: “%.60s” is not a code; a code has 1 to 32 letters, digits, “-”, “_” or “.”"), column, code);

  return FALSE;
}

static gboolean
check_day (Job        *job,
           guint64     line,
           const char *column,
           const char *day)
{
  if (*day == '\0' || ts_date_is_valid (day))
    return TRUE;

  ts_problem_list_add (job->import->problems, line,
                       _("%s: “%.60s” is not a day; write it as year, month and day, for example 2009-03-31"), column, day);

  return FALSE;
}

static char **
split_successors (const char *text)
{
  char **codes = g_strsplit (text, ";", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    g_strstrip (codes[i]);

  return codes;
}

static gboolean
check_successors (Job         *job,
                  guint64      line,
                  const char  *code,
                  char       **successors)
{
  for (guint i = 0; successors[i] != NULL; i++)
    {
      if (*successors[i] == '\0')
        {
          ts_problem_list_add (job->import->problems, line, _("successors: a code is missing before or after a “;”"));
          return FALSE;
        }

      if (!check_code (job, line, "successors", successors[i]))
        return FALSE;

      if (g_str_equal (successors[i], code))
        {
          ts_problem_list_add (job->import->problems, line, _("successors: “%s” cannot succeed itself"), code);
          return FALSE;
        }

      for (guint j = 0; j < i; j++)
        {
          if (g_str_equal (successors[i], successors[j]))
            {
              ts_problem_list_add (job->import->problems, line, _("successors: “%s” is there twice"), successors[i]);
              return FALSE;
            }
        }
    }

  return TRUE;
}

static gboolean
check_line (Job        *job,
            const Line *line)
{
  TsProblemList *problems = job->import->problems;
  g_autoptr (GError) error = NULL;
  const Line *earlier;

  if (!check_code (job, line->line, "code", line->code))
    return FALSE;

  earlier = g_hash_table_lookup (job->by_code, line->code);

  if (earlier != NULL)
    {
      ts_problem_list_add (problems, line->line, _("code: “%s” is on line %llu already"), line->code,
                           (unsigned long long) earlier->line);
      return FALSE;
    }

  if (!ts_text_check (line->name, -1, TS_TEXT_LINE, &error))
    {
      ts_problem_list_add (problems, line->line, "name: %s", error->message);
      return FALSE;
    }

  if (!ts_organisation_kind_is_valid (line->kind))
    {
      ts_problem_list_add (problems, line->line,
                           _("kind: “%.60s” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct"),
                           line->kind);
      return FALSE;
    }

  if (*line->parent != '\0' && !check_code (job, line->line, "parent", line->parent))
    return FALSE;

  if (!check_day (job, line->line, "opened", line->opened) || !check_day (job, line->line, "closed", line->closed))
    return FALSE;

  if (*line->opened != '\0' && *line->closed != '\0' && strcmp (line->opened, line->closed) > 0)
    {
      ts_problem_list_add (problems, line->line, _("closed: %s is before %s, the day on which it opened"), line->closed, line->opened);
      return FALSE;
    }

  return check_successors (job, line->line, line->code, line->successors);
}

static gboolean
read_lines (Job     *job,
            GError **error)
{
  g_autoptr (TsCsvReader) reader = ts_csv_reader_new (job->import->stream, columns, job->import->problems, job->import->cancellable);
  g_autoptr (GError) local_error = NULL;
  guint64 n_records = 0;

  while (ts_csv_reader_next (reader, &local_error))
    {
      Line *line = g_new0 (Line, 1);

      line->line = ts_csv_reader_get_line (reader);
      line->code = g_strdup (ts_csv_reader_get (reader, COLUMN_CODE));
      line->name = g_strdup (ts_csv_reader_get (reader, COLUMN_NAME));
      line->kind = g_strdup (ts_csv_reader_get (reader, COLUMN_KIND));
      line->parent = g_strdup (ts_csv_reader_get (reader, COLUMN_PARENT));
      line->opened = g_strdup (ts_csv_reader_get (reader, COLUMN_OPENED));
      line->closed = g_strdup (ts_csv_reader_get (reader, COLUMN_CLOSED));
      line->successors = split_successors (ts_csv_reader_get (reader, COLUMN_SUCCESSORS));

      if (check_line (job, line))
        {
          line->known = ts_organisation_set_find (job->organisations, line->code);
          g_ptr_array_add (job->lines, line);
          g_hash_table_insert (job->by_code, line->code, line);
        }
      else
        {
          line_free (line);
        }

      if (!ts_import_report (job->import, n_records++, ts_csv_reader_get_n_bytes (reader), error))
        return FALSE;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_known (Job        *job,
          const char *code)
{
  return g_hash_table_contains (job->by_code, code) || ts_organisation_set_find (job->organisations, code) != NULL;
}

static void
check_references (Job *job)
{
  for (guint i = 0; i < job->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (job->lines, i);

      if (*line->parent != '\0' && !is_known (job, line->parent))
        ts_problem_list_add (job->import->problems, line->line,
                             _("parent: no organisation has the code “%s”, neither in the file nor in the workbook"), line->parent);

      for (guint j = 0; line->successors[j] != NULL; j++)
        {
          if (!is_known (job, line->successors[j]))
            ts_problem_list_add (job->import->problems, line->line,
                                 _("successors: no organisation has the code “%s”, neither in the file nor in the workbook"),
                                 line->successors[j]);
        }
    }
}

/* The parent that an organisation will have, or NULL. */
static const char *
get_parent_code (Job        *job,
                 const char *code)
{
  const Line *line = g_hash_table_lookup (job->by_code, code);
  const TsOrganisationEntry *entry;

  if (line != NULL)
    return *line->parent != '\0' ? line->parent : NULL;

  entry = ts_organisation_set_find (job->organisations, code);

  if (entry == NULL || entry->parent == NULL)
    return NULL;

  return ts_organisation_set_get_code (job->organisations, ts_row_get_text (entry->parent, TS_ORGANISATION_PARENT_PARENT));
}

/* Each chain is followed until it ends or meets one that was followed before, so all of them together take one step for each organisation of
 * the file, and one more for each of the workbook's that is passed on the way. */
static void
check_cycles (Job *job)
{
  guint n_most = job->lines->len + ts_organisation_set_get_n (job->organisations);

  for (guint i = 0; i < job->lines->len; i++)
    {
      Line *line = g_ptr_array_index (job->lines, i);
      const char *code = line->code;
      guint n_steps = 0;

      if (line->visit != 0)
        continue;

      while (code != NULL && n_steps++ <= n_most)
        {
          Line *passed = g_hash_table_lookup (job->by_code, code);

          if (passed != NULL)
            {
              if (passed->visit == i + 1)
                {
                  ts_problem_list_add (job->import->problems, passed->line,
                                       _("parent: “%s” would be above itself: its chain of parents comes back to it"), passed->code);
                  break;
                }

              if (passed->visit != 0)
                break;

              passed->visit = i + 1;
            }

          code = get_parent_code (job, code);
        }
    }
}

/* A new organisation's id follows from its code, so that the same list imported on two machines gives the same rows, unless a row that
 * had the code once has that id still. */
static char *
choose_id (Job        *job,
           const char *code)
{
  g_autofree char *id = ts_identifier_derive ("organisation", code, NULL);

  if (ts_organisation_set_find_by_id (job->organisations, id) != NULL)
    return g_uuid_string_random ();

  return g_steal_pointer (&id);
}

static const char *
none_if_empty (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
make_row (Job  *job,
          Line *line)
{
  g_autofree char *id = NULL;

  if (line->known != NULL)
    {
      line->row = ts_row_copy (line->known->organisation);
      ts_row_set_text (line->row, TS_ORGANISATION_KIND, line->kind);
    }
  else
    {
      id = choose_id (job, line->code);
      line->row = ts_organisation_new (id, line->code, line->kind, NULL);
    }

  ts_row_set_text (line->row, TS_ORGANISATION_OPENED, none_if_empty (line->opened));
  ts_row_set_text (line->row, TS_ORGANISATION_CLOSED, none_if_empty (line->closed));
}

static void
change_organisation (Job  *job,
                     Line *line)
{
  if (line->known == NULL)
    ts_change_create (job->change, line->row);
  else if (!ts_row_equal (line->known->organisation, line->row))
    ts_change_update (job->change, line->known->organisation, line->row);
}

static void
change_name (Job  *job,
             Line *line)
{
  g_autoptr (TsRow) after = NULL;

  if (line->known == NULL || line->known->name == NULL)
    {
      after = ts_organisation_name_new (line->row, line->name, none_if_empty (line->opened), NULL);
      ts_change_create (job->change, after);
      return;
    }

  if (g_strcmp0 (ts_row_get_text (line->known->name, TS_ORGANISATION_NAME_NAME), line->name) == 0)
    return;

  after = ts_row_copy (line->known->name);
  ts_row_set_text (after, TS_ORGANISATION_NAME_NAME, line->name);
  ts_change_update (job->change, line->known->name, after);
}

static const char *
get_id (Job        *job,
        const char *code)
{
  const Line *line = g_hash_table_lookup (job->by_code, code);

  if (line != NULL)
    return ts_row_get_id (line->row);

  return ts_row_get_id (ts_organisation_set_find (job->organisations, code)->organisation);
}

static void
change_parent (Job  *job,
               Line *line)
{
  TsRow *before = line->known != NULL ? line->known->parent : NULL;
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  const char *organisation = ts_row_get_id (line->row);
  const char *parent;

  if (*line->parent == '\0')
    {
      for (guint i = 0; before != NULL && i < line->known->parents->len; i++)
        ts_change_delete (job->change, g_ptr_array_index (line->known->parents, i));

      return;
    }

  parent = get_id (job, line->parent);

  if (before == NULL)
    {
      id = ts_identifier_derive ("organisation_parent", organisation, parent, line->opened, NULL);
      after = ts_row_new (TS_ENTITY_ORGANISATION_PARENT, id);
      ts_row_set_text (after, TS_ORGANISATION_PARENT_ORGANISATION, organisation);
      ts_row_set_text (after, TS_ORGANISATION_PARENT_PARENT, parent);
      ts_row_set_text (after, TS_ORGANISATION_PARENT_VALID_FROM, none_if_empty (line->opened));
      ts_change_create (job->change, after);
    }
  else if (g_strcmp0 (ts_row_get_text (before, TS_ORGANISATION_PARENT_PARENT), parent) != 0)
    {
      after = ts_row_copy (before);
      ts_row_set_text (after, TS_ORGANISATION_PARENT_PARENT, parent);
      ts_change_update (job->change, before, after);
    }
}

static gboolean
has_successor (Job        *job,
               const Line *line,
               const char *id)
{
  for (guint i = 0; line->known != NULL && i < line->known->successors->len; i++)
    {
      const TsRow *row = g_ptr_array_index (line->known->successors, i);

      if (g_strcmp0 (ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
keeps_successor (Job         *job,
                 const Line  *line,
                 const TsRow *row)
{
  for (guint i = 0; line->successors[i] != NULL; i++)
    {
      if (g_strcmp0 (ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR), get_id (job, line->successors[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
change_successors (Job  *job,
                   Line *line)
{
  const char *organisation = ts_row_get_id (line->row);

  for (guint i = 0; line->known != NULL && i < line->known->successors->len; i++)
    {
      TsRow *row = g_ptr_array_index (line->known->successors, i);

      if (!keeps_successor (job, line, row))
        ts_change_delete (job->change, row);
    }

  for (guint i = 0; line->successors[i] != NULL; i++)
    {
      const char *successor = get_id (job, line->successors[i]);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) row = NULL;

      if (has_successor (job, line, successor))
        continue;

      id = ts_identifier_derive ("organisation_successor", organisation, successor, NULL);
      row = ts_row_new (TS_ENTITY_ORGANISATION_SUCCESSOR, id);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_ORGANISATION, organisation);
      ts_row_set_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR, successor);
      ts_change_create (job->change, row);
    }
}

static guint
count_differing (Job *job)
{
  g_autoptr (GHashTable) differing = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ts_change_get_n_rows (job->change); i++)
    {
      const TsChangeRow *pair = ts_change_get_row (job->change, i);
      const TsRow *row = pair->after != NULL ? pair->after : pair->before;

      /* In each of the other entities the first field says whose row it is. */
      if (ts_row_get_entity (row) == TS_ENTITY_ORGANISATION)
        g_hash_table_add (differing, (char *) ts_row_get_id (row));
      else
        g_hash_table_add (differing, (char *) ts_row_get_text (row, 0));
    }

  return g_hash_table_size (differing);
}

static void
build_change (Job *job)
{
  guint n_differing;

  /* Every row of an organisation before any that refers to one. */
  for (guint i = 0; i < job->lines->len; i++)
    {
      Line *line = g_ptr_array_index (job->lines, i);

      make_row (job, line);
      change_organisation (job, line);
      job->import->n_created += line->known == NULL;
    }

  for (guint i = 0; i < job->lines->len; i++)
    change_name (job, g_ptr_array_index (job->lines, i));

  for (guint i = 0; i < job->lines->len; i++)
    change_parent (job, g_ptr_array_index (job->lines, i));

  for (guint i = 0; i < job->lines->len; i++)
    change_successors (job, g_ptr_array_index (job->lines, i));

  n_differing = count_differing (job);
  job->import->n_updated = n_differing - job->import->n_created;
  job->import->n_unchanged = job->lines->len - n_differing;
}

/* The label counts what differs, which is known only when the change is made: so the rows move into one that has it. */
static TsChange *
label_change (Job *job)
{
  guint n_differing = job->import->n_created + job->import->n_updated;
  g_autofree char *label = NULL;
  TsChange *change;

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Import %u organisation from %s",
                                        "Import %u organisations from %s", n_differing),
                           n_differing, job->import->file);
  change = ts_change_new (label);

  for (guint i = 0; i < ts_change_get_n_rows (job->change); i++)
    {
      const TsChangeRow *row = ts_change_get_row (job->change, i);

      if (row->before == NULL)
        ts_change_create (change, row->after);
      else if (row->after == NULL)
        ts_change_delete (change, row->before);
      else
        ts_change_update (change, row->before, row->after);
    }

  return change;
}

/**
 * ts_organisations_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads organisations from CSV with the columns code, name, kind, parent, opened, closed and successors (codes with “;” between them). A
 * new organisation's name and parent are valid from the day on which it opened.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_organisations_import (TsWorkbook  *workbook,
                         TsImport    *import,
                         GError     **error)
{
  g_autoptr (TsOrganisationSet) organisations = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TsChange) change = ts_change_new ("");
  Job job = { .import = import, .lines = lines, .by_code = by_code, .change = change };

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  organisations = ts_organisation_set_read (workbook, error);

  if (organisations == NULL)
    return NULL;

  job.organisations = organisations;

  if (!read_lines (&job, error))
    return NULL;

  check_references (&job);
  check_cycles (&job);

  if (!ts_problem_list_set_error (import->problems, error))
    return NULL;

  build_change (&job);

  if (ts_change_get_n_rows (change) == 0)
    {
      ts_import_set_unchanged (import, error);
      return NULL;
    }

  return label_change (&job);
}
