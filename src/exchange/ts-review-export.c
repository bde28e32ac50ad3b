/* ts-review-export.c — what a review has noted, as tables
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-review-export.h"

#include "core/ts-year.h"
#include "exchange/ts-reviewed.h"
#include "store/ts-as-it-stood.h"

static const char *const ledger_columns[] = {
  "organisation",
  "year",
  "framework",
  "criterion",
  "layer",
  "assessor",
  "level",
  "rationale",
  "confidence",
  "strengths",
  "development",
  NULL,
};

static const char *const enquiry_columns[] = {
  "organisation",
  "year",
  "framework",
  "criterion",
  "question",
  "for",
  "asked_by",
  "answer",
  "answered",
  NULL,
};

static const char *const interest_columns[] = { "person", "organisation", "role", "from", "to", "note", "declared", NULL };

static const char *const panel_columns[] = { "year", "framework", "panel", "title", "day", "member", "role", "organisation", "begins", NULL };

/**
 * ts_interests_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of the register, for export and import
 */
const char *const *
ts_interests_get_columns (void)
{
  return interest_columns;
}

/**
 * ts_panels_get_columns:
 *
 * Returns: (transfer none) (array zero-terminated=1): the columns of panels, for export and import
 */
const char *const *
ts_panels_get_columns (void)
{
  return panel_columns;
}

static void
add_names (TsTableWriter    *writer,
           const TsReviewed *reviewed)
{
  ts_table_writer_add_text (writer, reviewed->organisation_code);
  ts_table_writer_add_text (writer, reviewed->year);
  ts_table_writer_add_text (writer, reviewed->framework_code);
}

static void
add_level (TsTableWriter    *writer,
           const TsReviewed *reviewed,
           const char       *node_id,
           int               level)
{
  const TsNode *node = reviewed->framework != NULL ? ts_framework_find_node (reviewed->framework, node_id) : NULL;
  const char *token = node != NULL ? ts_scale_get_token (node->section->scale, level) : "";

  if (level != 0 && *token == '\0')
    ts_table_writer_add_integer (writer, level);
  else
    ts_table_writer_add_token (writer, token);
}

static gboolean
is_wanted_layer (const TsExport *export,
                 const char     *layer)
{
  return export->filter == NULL || export->filter->layers == NULL || export->filter->layers[0] == NULL ||
         g_strv_contains (export->filter->layers, layer);
}

static gboolean
write_rating (TsExport          *export,
              TsTableWriter     *writer,
              const TsReviewed  *reviewed,
              const TsRow       *rating,
              GError           **error)
{
  static const guint texts[] = { TS_RATING_RATIONALE, TS_RATING_CONFIDENCE, TS_RATING_STRENGTHS, TS_RATING_DEVELOPMENT };

  if (ts_row_has (rating, TS_RATING_CARRIED) || !is_wanted_layer (export, ts_row_get_text (rating, TS_RATING_LAYER)))
    return TRUE;

  add_names (writer, reviewed);
  ts_table_writer_add_text (writer, ts_row_get_text (rating, TS_RATING_NODE));
  ts_table_writer_add_text (writer, ts_row_get_text (rating, TS_RATING_LAYER));
  ts_table_writer_add_text (writer, ts_row_get_text (rating, TS_RATING_ASSESSOR));
  add_level (writer, reviewed, ts_row_get_text (rating, TS_RATING_NODE), (int) ts_row_get_integer (rating, TS_RATING_LEVEL));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ts_table_writer_add_text (writer, ts_row_get_text (rating, texts[i]));

  return ts_export_end_row (export, writer, error);
}

static gboolean
write_dissent (TsExport          *export,
               TsTableWriter     *writer,
               const TsReviewed  *reviewed,
               GHashTable        *people,
               const TsRow       *dissent,
               GError           **error)
{
  add_names (writer, reviewed);
  ts_table_writer_add_text (writer, ts_row_get_text (dissent, TS_DISSENT_NODE));
  ts_table_writer_add_text (writer, "dissent");
  ts_table_writer_add_text (writer, g_hash_table_lookup (people, ts_row_get_text (dissent, TS_DISSENT_PERSON)));
  add_level (writer, reviewed, ts_row_get_text (dissent, TS_DISSENT_NODE), (int) ts_row_get_integer (dissent, TS_DISSENT_LEVEL));
  ts_table_writer_add_text (writer, ts_row_get_text (dissent, TS_DISSENT_NOTE));

  for (guint i = 0; i < 3; i++)
    ts_table_writer_add_text (writer, NULL);

  return ts_export_end_row (export, writer, error);
}

/* Each criterion's layers in their order, and after them who did not agree. */
static gboolean
write_ledger (TsWorkbook        *workbook,
              TsExport          *export,
              TsTableWriter     *writer,
              GHashTable        *people,
              const TsReviewed  *reviewed,
              gint64             as_of,
              GError           **error)
{
  g_autoptr (GPtrArray) ratings = ts_reviewed_read_rows (workbook, reviewed, TS_ENTITY_RATING, TS_RATING_ASSESSMENT, TS_RATING_NODE, as_of, error);
  g_autoptr (GPtrArray) dissents = NULL;

  if (ratings == NULL)
    return FALSE;

  dissents = ts_reviewed_read_rows (workbook, reviewed, TS_ENTITY_DISSENT, TS_DISSENT_ASSESSMENT, TS_DISSENT_NODE, as_of, error);

  if (dissents == NULL)
    return FALSE;

  for (guint i = 0; i < ratings->len; i++)
    {
      const TsRow *rating = g_ptr_array_index (ratings, i);
      const char *node = ts_row_get_text (rating, TS_RATING_NODE);
      gboolean is_last = i + 1 == ratings->len || g_strcmp0 (ts_row_get_text (g_ptr_array_index (ratings, i + 1), TS_RATING_NODE), node) != 0;

      if (!write_rating (export, writer, reviewed, rating, error))
        return FALSE;

      for (guint j = 0; is_last && is_wanted_layer (export, "panel") && j < dissents->len; j++)
        {
          const TsRow *dissent = g_ptr_array_index (dissents, j);

          if (g_strcmp0 (ts_row_get_text (dissent, TS_DISSENT_NODE), node) == 0 &&
              !write_dissent (export, writer, reviewed, people, dissent, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * ts_ledger_export:
 * @workbook: a workbook
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes how each level came about: the board's own, the desk's, the reviewers' as far as they are open, the panel's with any dissent, and the
 * final one, each with all that was said for it: as they are now, or as they stood at the export's moment. What is sealed today for whoever reads is not
 * among them for any moment.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_ledger_export (TsWorkbook  *workbook,
                  TsExport    *export,
                  GError     **error)
{
  g_autoptr (TsFrameworkSet) frameworks = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (GPtrArray) list = NULL;
  gint64 as_of = 0;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error) || (frameworks = ts_framework_set_read (workbook, error)) == NULL ||
      (people = ts_reviewed_read_names (workbook, TS_ENTITY_PERSON, TS_PERSON_NAME, error)) == NULL ||
      (list = ts_reviewed_list (workbook, frameworks, export->filter, error)) == NULL)
    return FALSE;

  if (export->as_of != 0 && !ts_workbook_find_sequence_at (workbook, export->as_of, &as_of, error))
    return FALSE;

  writer = ts_export_begin (export, ledger_columns);

  /* Before its first change a workbook was empty. */
  for (guint i = 0; (export->as_of == 0 || as_of > 0) && i < list->len; i++)
    {
      if (!write_ledger (workbook, export, writer, people, g_ptr_array_index (list, i), as_of, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}

/**
 * ts_enquiry_export:
 * @workbook: a workbook
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes lines of enquiry with their answers, in the order of the framework.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_enquiry_export (TsWorkbook  *workbook,
                   TsExport    *export,
                   GError     **error)
{
  static const guint texts[] = {
    TS_ENQUIRY_NODE,
    TS_ENQUIRY_QUESTION,
    TS_ENQUIRY_ADDRESSEE,
    TS_ENQUIRY_ASKED_BY,
    TS_ENQUIRY_ANSWER,
    TS_ENQUIRY_ANSWERED,
  };
  g_autoptr (TsFrameworkSet) frameworks = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error) || (frameworks = ts_framework_set_read (workbook, error)) == NULL ||
      (list = ts_reviewed_list (workbook, frameworks, export->filter, error)) == NULL)
    return FALSE;

  writer = ts_export_begin (export, enquiry_columns);

  for (guint i = 0; i < list->len; i++)
    {
      const TsReviewed *reviewed = g_ptr_array_index (list, i);
      g_autoptr (GPtrArray) rows = ts_reviewed_read_rows (workbook, reviewed, TS_ENTITY_ENQUIRY, TS_ENQUIRY_ASSESSMENT, TS_ENQUIRY_NODE, 0, error);

      if (rows == NULL)
        return FALSE;

      for (guint j = 0; j < rows->len; j++)
        {
          add_names (writer, reviewed);

          for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
            ts_table_writer_add_text (writer, ts_row_get_text (g_ptr_array_index (rows, j), texts[k]));

          if (!ts_export_end_row (export, writer, error))
            return FALSE;
        }
    }

  return ts_export_end (export, writer, error);
}

typedef struct
{
  GHashTable *people;
  GHashTable *organisations;
} Names;

static int
compare_interests (gconstpointer a,
                   gconstpointer b,
                   gpointer      data)
{
  const Names *names = data;
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  int order = g_strcmp0 (g_hash_table_lookup (names->people, ts_row_get_text (first, TS_INTEREST_PERSON)),
                         g_hash_table_lookup (names->people, ts_row_get_text (second, TS_INTEREST_PERSON)));

  if (order == 0)
    order = g_strcmp0 (g_hash_table_lookup (names->organisations, ts_row_get_text (first, TS_INTEREST_ORGANISATION)),
                       g_hash_table_lookup (names->organisations, ts_row_get_text (second, TS_INTEREST_ORGANISATION)));

  return order != 0 ? order : g_strcmp0 (ts_row_get_text (first, TS_INTEREST_ROLE), ts_row_get_text (second, TS_INTEREST_ROLE));
}

/**
 * ts_interests_export:
 * @workbook: a workbook
 * @export: where and how; of the filter only organisations count
 * @error: where to put why not; see [struct@Export]
 *
 * Writes the register of interests, by person.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_interests_export (TsWorkbook  *workbook,
                     TsExport    *export,
                     GError     **error)
{
  static const guint texts[] = { TS_INTEREST_ROLE, TS_INTEREST_VALID_FROM, TS_INTEREST_VALID_TO, TS_INTEREST_NOTE, TS_INTEREST_DECLARED };
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (GHashTable) organisations = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  Names names;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ts_export_check_filter (workbook, export->filter, error) ||
      (people = ts_reviewed_read_names (workbook, TS_ENTITY_PERSON, TS_PERSON_NAME, error)) == NULL ||
      (organisations = ts_reviewed_read_names (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_CODE, error)) == NULL ||
      (rows = ts_workbook_read_rows (workbook, TS_ENTITY_INTEREST, -1, NULL, error)) == NULL)
    return FALSE;

  names = (Names) { people, organisations };
  g_ptr_array_sort_with_data (rows, compare_interests, &names);
  writer = ts_export_begin (export, interest_columns);

  for (guint i = 0; i < rows->len; i++)
    {
      const TsRow *row = g_ptr_array_index (rows, i);
      const char *code = g_hash_table_lookup (organisations, ts_row_get_text (row, TS_INTEREST_ORGANISATION));

      if (!ts_export_wants_organisation (export, code))
        continue;

      ts_table_writer_add_text (writer, g_hash_table_lookup (people, ts_row_get_text (row, TS_INTEREST_PERSON)));
      ts_table_writer_add_text (writer, code);

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        ts_table_writer_add_text (writer, ts_row_get_text (row, texts[j]));

      if (!ts_export_end_row (export, writer, error))
        return FALSE;
    }

  return ts_export_end (export, writer, error);
}

/* --- Panels ---------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TsExport *export;
  TsTableWriter *writer;
  GHashTable *people;
  GHashTable *frameworks;
  GHashTable *organisations;
  GHashTable *owners; /* assessment → organisation */
} PanelJob;

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  gint64 difference = ts_row_get_integer (*(TsRow *const *) a, TS_PANEL_POSITION) - ts_row_get_integer (*(TsRow *const *) b, TS_PANEL_POSITION);

  return (difference > 0) - (difference < 0);
}

static gboolean
write_panel_row (PanelJob     *job,
                 const TsRow  *round,
                 const TsRow  *panel,
                 const char   *member,
                 const char   *role,
                 const char   *organisation,
                 const char   *begins,
                 GError      **error)
{
  g_autofree char *year = ts_year_format ((int) ts_row_get_integer (round, TS_REVIEW_ROUND_YEAR));

  ts_table_writer_add_text (job->writer, year);
  ts_table_writer_add_text (job->writer, g_hash_table_lookup (job->frameworks, ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK)));
  ts_table_writer_add_integer (job->writer, ts_row_get_integer (panel, TS_PANEL_POSITION));
  ts_table_writer_add_text (job->writer, ts_row_get_text (panel, TS_PANEL_TITLE));
  ts_table_writer_add_text (job->writer, ts_row_get_text (panel, TS_PANEL_DAY));
  ts_table_writer_add_text (job->writer, member);
  ts_table_writer_add_text (job->writer, role);
  ts_table_writer_add_text (job->writer, organisation);
  ts_table_writer_add_text (job->writer, begins);

  return ts_export_end_row (job->export, job->writer, error);
}

static gboolean
write_panel (PanelJob     *job,
             TsWorkbook   *workbook,
             const TsRow  *round,
             const TsRow  *panel,
             GError      **error)
{
  g_autoptr (GPtrArray) members = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, ts_row_get_id (panel), error);
  g_autoptr (GPtrArray) assigned = NULL;

  if (members == NULL)
    return FALSE;

  assigned = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL, ts_row_get_id (panel), error);

  if (assigned == NULL)
    return FALSE;

  for (guint i = 0; i < members->len; i++)
    {
      const TsRow *row = g_ptr_array_index (members, i);

      if (!write_panel_row (job, round, panel, g_hash_table_lookup (job->people, ts_row_get_text (row, TS_PANEL_MEMBER_PERSON)),
                            ts_row_get_text (row, TS_PANEL_MEMBER_ROLE), NULL, NULL, error))
        return FALSE;
    }

  for (guint i = 0; i < assigned->len; i++)
    {
      const TsRow *row = g_ptr_array_index (assigned, i);
      const char *owner = g_hash_table_lookup (job->owners, ts_row_get_text (row, TS_PANEL_ASSESSMENT_ASSESSMENT));

      if (!write_panel_row (job, round, panel, NULL, NULL, owner != NULL ? g_hash_table_lookup (job->organisations, owner) : NULL,
                            ts_row_get_text (row, TS_PANEL_ASSESSMENT_BEGINS), error))
        return FALSE;
    }

  return members->len + assigned->len > 0 || write_panel_row (job, round, panel, NULL, NULL, NULL, NULL, error);
}

/**
 * ts_panels_export:
 * @workbook: a workbook
 * @export: where and how
 * @error: where to put why not; see [struct@Export]
 *
 * Writes panels with a row for each member and one for each organisation whose assessment they have, with its time.
 *
 * Returns: whether everything has been written
 */
gboolean
ts_panels_export (TsWorkbook  *workbook,
                  TsExport    *export,
                  GError     **error)
{
  g_autoptr (GHashTable) people = NULL;
  g_autoptr (GHashTable) frameworks = NULL;
  g_autoptr (GHashTable) organisations = NULL;
  g_autoptr (GHashTable) owners = NULL;
  g_autoptr (GPtrArray) rounds = NULL;
  g_autoptr (TsTableWriter) writer = NULL;
  PanelJob job;

  g_return_val_if_fail (workbook != NULL && export != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if ((people = ts_reviewed_read_names (workbook, TS_ENTITY_PERSON, TS_PERSON_NAME, error)) == NULL ||
      (frameworks = ts_reviewed_read_names (workbook, TS_ENTITY_FRAMEWORK, TS_FRAMEWORK_CODE, error)) == NULL ||
      (organisations = ts_reviewed_read_names (workbook, TS_ENTITY_ORGANISATION, TS_ORGANISATION_CODE, error)) == NULL ||
      (owners = ts_reviewed_read_names (workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_ORGANISATION, error)) == NULL ||
      (rounds = ts_workbook_read_rows (workbook, TS_ENTITY_REVIEW_ROUND, -1, NULL, error)) == NULL)
    return FALSE;

  writer = ts_export_begin (export, panel_columns);
  job = (PanelJob) { export, writer, people, frameworks, organisations, owners };

  for (guint i = 0; i < rounds->len; i++)
    {
      const TsRow *round = g_ptr_array_index (rounds, i);
      g_autoptr (GPtrArray) panels = ts_workbook_read_rows (workbook, TS_ENTITY_PANEL, TS_PANEL_ROUND, ts_row_get_id (round), error);

      if (panels == NULL)
        return FALSE;

      g_ptr_array_sort (panels, compare_positions);

      for (guint j = 0; j < panels->len; j++)
        {
          if (!write_panel (&job, workbook, round, g_ptr_array_index (panels, j), error))
            return FALSE;
        }
    }

  return ts_export_end (export, writer, error);
}
