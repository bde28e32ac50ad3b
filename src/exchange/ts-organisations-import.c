/* ts-organisations-import.c — organisations from a file
 *
 * A table says how organisations are, without the days on which they were called or belonged otherwise; a document says all that. What the one and
 * the other say goes through the same merge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisations-import.h"

#include "core/ts-begin.h"
#include "core/ts-text.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-organisation-draft.h"
#include "exchange/ts-organisation-merge.h"
#include "exchange/ts-organisations-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* How much of a file is looked at to tell what it is. */
#define LONGEST_START 4096

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
refuse (TsImport                  *import,
        const TsOrganisationDraft *draft,
        const char                *column,
        char                      *reason) /* taken */
{
  if (reason == NULL)
    return FALSE;

  ts_organisation_draft_refuse (draft, import->problems, column, reason);
  g_free (reason);

  return TRUE;
}

static gboolean
check_line (TsImport                  *import,
            GHashTable                *by_code,
            const TsOrganisationDraft *draft)
{
  TsProblemList *problems = import->problems;
  g_autoptr (GError) error = NULL;
  const TsOrganisationDraft *earlier;

  if (refuse (import, draft, "code", ts_organisation_check_code (draft->code)))
    return FALSE;

  earlier = g_hash_table_lookup (by_code, draft->code);

  if (earlier != NULL)
    {
      ts_problem_list_add (problems, draft->line, _("code: “%s” is on line %llu already"), draft->code,
                           (unsigned long long) earlier->line);
      return FALSE;
    }

  if (!ts_text_check (draft->name, -1, TS_TEXT_LINE, &error))
    {
      ts_organisation_draft_refuse (draft, problems, "name", error->message);
      return FALSE;
    }

  if (!ts_organisation_kind_is_valid (draft->kind))
    {
      ts_problem_list_add (problems, draft->line,
                           _("kind: “%.60s” is not a kind; a kind is a short name of small letters, digits and “-”, for example pct"),
                           draft->kind);
      return FALSE;
    }

  if ((*draft->parent != '\0' && refuse (import, draft, "parent", ts_organisation_check_code (draft->parent))) ||
      refuse (import, draft, "opened", ts_organisation_check_day (draft->opened)) ||
      refuse (import, draft, "closed", ts_organisation_check_day (draft->closed)))
    return FALSE;

  return !refuse (import, draft, "successors", ts_organisation_check_successors (draft->successors, draft->code));
}

typedef struct
{
  TsImport *import;
  GPtrArray *drafts;
  GHashTable *by_code; /* borrowed from the drafts */
} Table;

static gboolean
read_line (const TsCsvReader  *reader,
           gpointer            data,
           GError            **error)
{
  Table *table = data;
  g_autoptr (TsOrganisationDraft) draft = ts_organisation_draft_new ();
  const char *successors = ts_csv_reader_get (reader, COLUMN_SUCCESSORS);

  draft->line = ts_csv_reader_get_line (reader);
  draft->code = g_strdup (ts_csv_reader_get (reader, COLUMN_CODE));
  draft->name = g_strdup (ts_csv_reader_get (reader, COLUMN_NAME));
  draft->kind = g_strdup (ts_csv_reader_get (reader, COLUMN_KIND));
  draft->parent = g_strdup (ts_csv_reader_get (reader, COLUMN_PARENT));
  draft->opened = g_strdup (ts_csv_reader_get (reader, COLUMN_OPENED));
  draft->closed = g_strdup (ts_csv_reader_get (reader, COLUMN_CLOSED));
  draft->successors = ts_organisation_split_successors (successors);

  if (check_line (table->import, table->by_code, draft))
    {
      g_hash_table_insert (table->by_code, draft->code, draft);
      g_ptr_array_add (table->drafts, g_steal_pointer (&draft));
    }

  return TRUE;
}

static gboolean
read_table (TsImport      *import,
            GInputStream  *stream,
            GPtrArray     *drafts,
            GError       **error)
{
  g_autoptr (GHashTable) by_code = g_hash_table_new (g_str_hash, g_str_equal);
  Table table = { import, drafts, by_code };

  return ts_import_read_lines (import, stream, columns, 0, read_line, &table, error);
}

/* No column begins with a bracket, so the first sign tells what the file is. */
static gboolean
is_document (GBufferedInputStream  *stream,
             TsImport              *import,
             gboolean              *document,
             GError               **error)
{
  for (;;)
    {
      gsize length;
      const char *start = g_buffered_input_stream_peek_buffer (stream, &length);
      gsize at = length >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
      g_autoptr (GError) cause = NULL;
      gssize n_read;

      while (at < length && strchr (" \t\r\n", start[at]) != NULL && start[at] != '\0')
        at++;

      *document = at < length && (start[at] == '[' || start[at] == '{');

      /* A few bytes of a mark at the start are not all of it yet. */
      if ((at < length && length >= 3) || length >= LONGEST_START)
        return TRUE;

      n_read = g_buffered_input_stream_fill (stream, -1, import->cancellable, &cause);

      if (n_read == 0)
        return TRUE;

      if (n_read > 0)
        continue;

      if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_FILE, _("%s: the file cannot be read: %s"), import->file, cause->message);
          return FALSE;
        }

      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
}

/**
 * ts_organisations_import:
 * @workbook: where they shall go
 * @import: the file, and what is told of it
 * @error: where to put why there is no change; see [struct@Import]
 *
 * Reads organisations, either from CSV with the columns code, name, kind, parent, opened, closed and successors (codes with “;” between them),
 * or from JSON, which [func@ts_organisations_document_read] describes. A new organisation's name and parent are valid from the day on which it
 * opened, unless the file says otherwise.
 *
 * A table has no days, so it corrects only what has no history. Of an organisation that the workbook knows by one name, another name corrects it;
 * the same goes for its parent. Where the workbook knows several, or one that has ended, any of them may be in the table and none is changed, so that
 * an old table does not turn back what came later; one that is not among them is a problem, for a table cannot say since when. [func@ts_organisations_export]
 * writes the latest name and the latest parent into a table.
 *
 * Returns: (transfer full): the change for ts_workbook_apply()
 */
TsChange *
ts_organisations_import (TsWorkbook  *workbook,
                         TsImport    *import,
                         GError     **error)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_draft_free);
  g_autoptr (GInputStream) stream = NULL;
  gboolean document;

  g_return_val_if_fail (workbook != NULL && import != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_buffered_input_stream_new_sized (import->stream, LONGEST_START);
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (stream), FALSE);

  if (!is_document (G_BUFFERED_INPUT_STREAM (stream), import, &document, error))
    return NULL;

  if (document ? !ts_organisations_document_read (import, stream, drafts, error) : !read_table (import, stream, drafts, error))
    return NULL;

  return ts_organisation_merge (workbook, import, drafts, error);
}
