/* ts-organisations-export.c — organisations as a table
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-organisations-export.h"

#include "core/ts-year.h"
#include "exchange/ts-organisation-draft.h"
#include "exchange/ts-organisation-set.h"
#include "exchange/ts-organisations-import.h"

/* What a document has beside the columns of a table. */
static const char *const document_columns[] = {
  "code",
  "name",
  "kind",
  "parent",
  "opened",
  "closed",
  "successors",
  "names",
  "parents",
  "population",
  NULL,
};

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of codes, so that the same workbook always gives the same file. */
static char *
list_successors (const TsOrganisationSet   *organisations,
                 const TsOrganisationEntry *entry)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < entry->successors->len; i++)
    {
      const TsRow *row = g_ptr_array_index (entry->successors, i);
      const char *code = ts_organisation_set_get_code (organisations, ts_row_get_text (row, TS_ORGANISATION_SUCCESSOR_SUCCESSOR));

      if (code != NULL)
        g_ptr_array_add (codes, (char *) code);
    }

  g_ptr_array_sort (codes, compare_texts);
  g_ptr_array_add (codes, NULL);

  return g_strjoinv (";", (char **) codes->pdata);
}

static const char *
get_name (const TsOrganisationEntry *entry)
{
  return entry->name != NULL ? ts_row_get_text (entry->name, TS_ORGANISATION_NAME_NAME) : NULL;
}

static const char *
get_parent (const TsOrganisationSet   *organisations,
            const TsOrganisationEntry *entry)
{
  if (entry->parent == NULL)
    return NULL;

  return ts_organisation_set_get_code (organisations, ts_row_get_text (entry->parent, TS_ORGANISATION_PARENT_PARENT));
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const TsOrganisationSpan *first = *(const TsOrganisationSpan *const *) a;
  const TsOrganisationSpan *second = *(const TsOrganisationSpan *const *) b;

  return ts_organisation_span_compare (first->text, first->from, first->to, second->text, second->from, second->to);
}

static void
append_day (GString    *json,
            const char *member,
            const char *day)
{
  if (day == NULL)
    return;

  g_string_append_printf (json, ", \"%s\": ", member);
  ts_json_append_string (json, day);
}

static char *
list_spans (GPtrArray  *spans,
            const char *member)
{
  g_autoptr (GString) json = g_string_new ("[");

  g_ptr_array_sort (spans, compare_spans);

  for (guint i = 0; i < spans->len; i++)
    {
      const TsOrganisationSpan *span = g_ptr_array_index (spans, i);

      g_string_append_printf (json, "%s{\"%s\": ", i > 0 ? ", " : "", member);
      ts_json_append_string (json, span->text);
      append_day (json, "from", span->from);
      append_day (json, "to", span->to);
      g_string_append_c (json, '}');
    }

  g_string_append_c (json, ']');

  return g_strdup (json->str);
}

static char *
list_names (const TsOrganisationEntry *entry)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_span_free);

  for (guint i = 0; i < entry->names->len; i++)
    {
      const TsRow *row = g_ptr_array_index (entry->names, i);

      g_ptr_array_add (spans, ts_organisation_span_new (ts_row_get_text (row, TS_ORGANISATION_NAME_NAME),
                                                        ts_row_get_text (row, TS_ORGANISATION_NAME_VALID_FROM),
                                                        ts_row_get_text (row, TS_ORGANISATION_NAME_VALID_TO)));
    }

  return list_spans (spans, "name");
}

static char *
list_parents (const TsOrganisationSet   *organisations,
              const TsOrganisationEntry *entry)
{
  g_autoptr (GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_organisation_span_free);

  for (guint i = 0; i < entry->parents->len; i++)
    {
      const TsRow *row = g_ptr_array_index (entry->parents, i);
      const char *code = ts_organisation_set_get_code (organisations, ts_row_get_text (row, TS_ORGANISATION_PARENT_PARENT));

      if (code != NULL)
        g_ptr_array_add (spans, ts_organisation_span_new (code, ts_row_get_text (row, TS_ORGANISATION_PARENT_VALID_FROM),
                                                          ts_row_get_text (row, TS_ORGANISATION_PARENT_VALID_TO)));
    }

  return list_spans (spans, "parent");
}

static int
compare_years (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ts_row_get_integer (*(const TsRow *const *) a, TS_ORGANISATION_POPULATION_YEAR);
  gint64 second = ts_row_get_integer (*(const TsRow *const *) b, TS_ORGANISATION_POPULATION_YEAR);

  return (first > second) - (first < second);
}

static char *
list_populations (const TsOrganisationEntry *entry)
{
  g_autoptr (GString) json = g_string_new ("{");

  g_ptr_array_sort (entry->populations, compare_years);

  for (guint i = 0; i < entry->populations->len; i++)
    {
      const TsRow *row = g_ptr_array_index (entry->populations, i);
      g_autofree char *year = ts_year_format (ts_row_get_integer (row, TS_ORGANISATION_POPULATION_YEAR));

      g_string_append_printf (json, "%s\"%s\": %" G_GINT64_FORMAT, i > 0 ? ", " : "", year,
                              ts_row_get_integer (row, TS_ORGANISATION_POPULATION_POPULATION));
    }

  g_string_append_c (json, '}');

  return g_strdup (json->str);
}

static void
add_life (TsTableWriter             *writer,
          const TsOrganisationSet   *organisations,
          const TsOrganisationEntry *entry)
{
  g_autofree char *names = list_names (entry);
  g_autofree char *parents = list_parents (organisations, entry);
  g_autofree char *populations = list_populations (entry);

  ts_table_writer_add_json (writer, names);
  ts_table_writer_add_json (writer, parents);
  ts_table_writer_add_json (writer, populations);
}

/**
 * ts_organisations_export:
 * @workbook: a workbook
 * @export: where and how; of the filter only organisations count
 * @error: where to put why not; see [struct@Export]
 *
 * Writes every organisation in the order of codes, as [func@ts_organisations_import] reads them: into a table with its latest name and its latest
 * parent, into JSON with all its names and parents and their days, and with its populations.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_organisations_export (TsWorkbook  *workbook,
                         TsExport    *export,
                         GError     **error)
{
  g_autoptr (TsOrganisationSet) organisations = NULL;
  g_autoptr (TsTableWriter) writer = NULL;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  organisations = ts_organisation_set_read (workbook, error);

  if (organisations == NULL || !ts_export_check_filter (workbook, export->filter, error))
    return FALSE;

  writer = ts_export_begin (export, export->format == TS_TABLE_FORMAT_JSON ? document_columns : ts_organisations_get_columns ());

  for (guint i = 0; i < ts_organisation_set_get_n (organisations); i++)
    {
      const TsOrganisationEntry *entry = ts_organisation_set_get (organisations, i);
      const TsRow *row = entry->organisation;
      g_autofree char *successors = NULL;

      if (!ts_export_wants_organisation (export, ts_row_get_text (row, TS_ORGANISATION_CODE)))
        continue;

      successors = list_successors (organisations, entry);
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_CODE));
      ts_table_writer_add_text (writer, get_name (entry));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_KIND));
      ts_table_writer_add_text (writer, get_parent (organisations, entry));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_OPENED));
      ts_table_writer_add_text (writer, ts_row_get_text (row, TS_ORGANISATION_CLOSED));
      ts_table_writer_add_text (writer, successors);

      if (export->format == TS_TABLE_FORMAT_JSON)
        add_life (writer, organisations, entry);

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}
