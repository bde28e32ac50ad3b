/* ts-report-source.c — what documents out of a workbook have in common
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-report-source.h"

#include "report/ts-report-pdf.h"
#include "store/ts-as-it-stood.h"
#include "store/ts-reader.h"

#include <glib/gi18n-lib.h>

/**
 * ts_report_source_read_moment:
 * @workplace: a workbook's thread
 * @as_of: a change, or 0 for the workbook's last
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the moment of that change, in ISO 8601
 */
char *
ts_report_source_read_moment (TsWorkplace  *workplace,
                              gint64        as_of,
                              GError      **error)
{
  g_autoptr (TsJournalState) journal = ts_workbook_read_journal_state (workplace->workbook, error);
  g_autoptr (GDateTime) moment = NULL;
  gint64 at = 0;

  if (journal == NULL)
    return NULL;

  if (as_of == 0)
    as_of = journal->n_changes;

  if (as_of > 0 && !ts_workbook_read_moment (workplace->workbook, as_of, &at, error))
    return NULL;

  moment = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  /* A clock that was far from right must not end it. */
  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("2000-01-01T00:00:00Z");
}

/**
 * ts_report_source_get_name:
 * @workplace: a workbook's thread
 *
 * Returns: (transfer full): the workbook's file name, for people
 */
char *
ts_report_source_get_name (TsWorkplace *workplace)
{
  return g_filename_display_basename (ts_workbook_get_path (workplace->workbook));
}

/**
 * ts_report_source_check_sight:
 * @workplace: a workbook's thread
 * @assessment_id: an assessment's row id
 * @error: where to put an error of the store, or %TS_REPORT_ERROR_CONFLICT
 *
 * What the reader may not see the store leaves out; a document without it would look like a submission in which nothing is answered.
 *
 * Returns: whether the reader may open the submission
 */
gboolean
ts_report_source_check_sight (TsWorkplace  *workplace,
                              const char   *assessment_id,
                              GError      **error)
{
  g_autoptr (TsReviewState) state = ts_workbook_read_review_state (workplace->workbook, assessment_id, error);

  if (state == NULL)
    return FALSE;

  if (ts_sight_lets_in (ts_review_state_get_sight (state)))
    return TRUE;

  g_set_error_literal (error, TS_REPORT_ERROR, TS_REPORT_ERROR_CONFLICT,
                       _("This submission stays closed to you while nothing is decided about your interest, or because you are to leave while it is "
                         "spoken about. The chair can record a decision."));

  return FALSE;
}
