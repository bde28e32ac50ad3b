/* ts-review-note.c — lines of enquiry, findings on evidence, replies and the report's text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-review-note.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-rate.h"
#include "core/ts-row-edit.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} sufficiencies[TS_N_SUFFICIENCIES] = {
  [TS_SUFFICIENCY_NONE] = { NULL, NC_("sufficiency", "Not looked at") },
  [TS_SUFFICIENCY_SUFFICIENT] = { "sufficient", NC_("sufficiency", "Sufficient") },
  [TS_SUFFICIENCY_PARTIAL] = { "partial", NC_("sufficiency", "In part") },
  [TS_SUFFICIENCY_INSUFFICIENT] = { "insufficient", NC_("sufficiency", "Not sufficient") },
};

/**
 * ts_sufficiency_get_name:
 * @sufficiency: how far evidence carries a criterion
 *
 * Returns: (transfer none) (nullable): the name that workbooks, files and commands use
 */
const char *
ts_sufficiency_get_name (TsSufficiency sufficiency)
{
  g_return_val_if_fail (sufficiency < TS_N_SUFFICIENCIES, NULL);

  return sufficiencies[sufficiency].name;
}

const char *
ts_sufficiency_get_title (TsSufficiency sufficiency)
{
  g_return_val_if_fail (sufficiency < TS_N_SUFFICIENCIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "sufficiency", sufficiencies[sufficiency].title);
}

/**
 * ts_sufficiency_from_name:
 * @name: (nullable): a name, from anywhere
 *
 * Returns: the sufficiency; %TS_SUFFICIENCY_NONE where there is none of that name
 */
TsSufficiency
ts_sufficiency_from_name (const char *name)
{
  for (guint i = TS_SUFFICIENCY_SUFFICIENT; i < TS_N_SUFFICIENCIES; i++)
    {
      if (g_strcmp0 (sufficiencies[i].name, name) == 0)
        return i;
    }

  return TS_SUFFICIENCY_NONE;
}

static char *
derive_numbered (const char *kind,
                 const char *assessment_id,
                 int         position)
{
  char number[16];

  g_snprintf (number, sizeof number, "%d", position);

  return ts_identifier_derive (kind, assessment_id, number, NULL);
}

char *
ts_enquiry_row_id (const char *assessment_id,
                   int         position)
{
  return derive_numbered ("enquiry", assessment_id, position);
}

char *
ts_evidence_review_row_id (const char *assessment_id,
                           const char *node_id,
                           const char *evidence_id)
{
  return ts_identifier_derive ("evidence_review", assessment_id, node_id, evidence_id, NULL);
}

char *
ts_reply_row_id (const char *assessment_id,
                 int         position)
{
  return derive_numbered ("reply", assessment_id, position);
}

char *
ts_report_text_row_id (const char *assessment_id,
                       const char *section)
{
  return ts_identifier_derive ("report_text", assessment_id, section, NULL);
}

static int
find_free_position (GPtrArray *rows,
                    guint      field)
{
  gint64 last = 0;

  for (guint i = 0; i < rows->len; i++)
    last = MAX (last, ts_row_get_integer (g_ptr_array_index (rows, i), field));

  return (int) last + 1;
}

/**
 * ts_change_enquire:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: the criterion that it is about
 * @enquiry: (nullable): the line of enquiry as it is kept, or %NULL for a new one
 * @enquiries: (element-type TsRow): the assessment's lines of enquiry
 * @note: what is asked and answered; without a question, it is removed
 * @error: where to put why not
 *
 * Enquiries are written at the desk and answered before the panel, so they are locked with the panel's levels.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_enquire (const TsRow          *assessment,
                   const TsFramework    *framework,
                   const char           *node_id,
                   TsRow                *enquiry,
                   GPtrArray            *enquiries,
                   const TsEnquiryNote  *note,
                   GError              **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  const TsNode *node;
  int position;

  g_return_val_if_fail (assessment != NULL && framework != NULL && node_id != NULL && enquiries != NULL && note != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_PANEL, error))
    return NULL;

  node = ts_framework_find_node (framework, node_id);

  if (node == NULL)
    {
      g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("The framework “%s” has no criterion “%s”."),
                   ts_framework_get_id (framework), node_id);
      return NULL;
    }

  position = enquiry != NULL ? (int) ts_row_get_integer (enquiry, TS_ENQUIRY_POSITION) : find_free_position (enquiries, TS_ENQUIRY_POSITION);
  id = ts_enquiry_row_id (ts_row_get_id (assessment), position);
  after = ts_row_edit (enquiry, TS_ENTITY_ENQUIRY, id);
  ts_row_set_text (after, TS_ENQUIRY_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_ENQUIRY_NODE, node_id);
  ts_row_set_integer (after, TS_ENQUIRY_POSITION, position);
  ts_row_set_clean (after, TS_ENQUIRY_QUESTION, note->question, TS_TEXT_PARAGRAPHS);
  ts_row_set_clean (after, TS_ENQUIRY_ADDRESSEE, note->addressee, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_ENQUIRY_ASKED_BY, note->asked_by, TS_TEXT_LINE);
  ts_row_set_clean (after, TS_ENQUIRY_ANSWER, note->answer, TS_TEXT_PARAGRAPHS);
  ts_row_set_clean (after, TS_ENQUIRY_ANSWERED, note->answered, TS_TEXT_LINE);

  if (!ts_row_has (after, TS_ENQUIRY_QUESTION))
    {
      label = g_strdup_printf (_("%s: enquiry removed"), ts_node_get_short_name (node));
      return ts_change_remove_row (label, enquiry, error);
    }

  if (enquiry == NULL)
    label = g_strdup_printf (_("%s: new enquiry"), ts_node_get_short_name (node));
  else if (!ts_row_has (enquiry, TS_ENQUIRY_ANSWER) && ts_row_has (after, TS_ENQUIRY_ANSWER))
    label = g_strdup_printf (_("%s: enquiry answered"), ts_node_get_short_name (node));
  else
    label = g_strdup_printf (_("%s: enquiry edited"), ts_node_get_short_name (node));

  return ts_change_of_row (label, enquiry, after, error);
}

/**
 * ts_change_review_evidence:
 * @assessment: the assessment's row
 * @node_id: a criterion
 * @evidence_id: an item of evidence that is attached to it
 * @review: (nullable): the finding as it is kept
 * @sufficiency: how far it carries the criterion
 * @note: (nullable): what was found
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_review_evidence (const TsRow    *assessment,
                           const char     *node_id,
                           const char     *evidence_id,
                           TsRow          *review,
                           TsSufficiency   sufficiency,
                           const char     *note,
                           GError        **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (assessment != NULL && node_id != NULL && evidence_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_DESK, error))
    return NULL;

  id = ts_evidence_review_row_id (ts_row_get_id (assessment), node_id, evidence_id);
  after = ts_row_edit (review, TS_ENTITY_EVIDENCE_REVIEW, id);
  ts_row_set_text (after, TS_EVIDENCE_REVIEW_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_EVIDENCE_REVIEW_NODE, node_id);
  ts_row_set_text (after, TS_EVIDENCE_REVIEW_EVIDENCE, evidence_id);
  ts_row_set_text (after, TS_EVIDENCE_REVIEW_SUFFICIENCY, ts_sufficiency_get_name (sufficiency));
  ts_row_set_clean (after, TS_EVIDENCE_REVIEW_NOTE, note, TS_TEXT_PARAGRAPHS);

  if (!ts_row_has (after, TS_EVIDENCE_REVIEW_SUFFICIENCY) && !ts_row_has (after, TS_EVIDENCE_REVIEW_NOTE))
    g_clear_pointer (&after, ts_row_unref);

  /* Translators: a criterion and how far its evidence carries it */
  label = g_strdup_printf (_("%s, evidence: %s"), node_id, ts_sufficiency_get_title (sufficiency));

  return ts_change_of_row (label, review, after, error);
}

/**
 * ts_change_reply:
 * @assessment: the assessment's row
 * @node_id: (nullable): the criterion that the passage is about
 * @reply: (nullable): the line as it is kept, or %NULL for a new one
 * @replies: (element-type TsRow): the assessment's lines
 * @note: what was shown, answered and made of it; without a passage, the line is removed
 * @error: where to put why not
 *
 * Lines are added and answered until the assessment is final.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_reply (const TsRow        *assessment,
                 const char         *node_id,
                 TsRow              *reply,
                 GPtrArray          *replies,
                 const TsReplyNote  *note,
                 GError            **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;
  int position;

  g_return_val_if_fail (assessment != NULL && replies != NULL && note != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_FINAL, error))
    return NULL;

  position = reply != NULL ? (int) ts_row_get_integer (reply, TS_REPLY_POSITION) : find_free_position (replies, TS_REPLY_POSITION);
  id = ts_reply_row_id (ts_row_get_id (assessment), position);
  after = ts_row_edit (reply, TS_ENTITY_REPLY, id);
  ts_row_set_text (after, TS_REPLY_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_REPLY_NODE, node_id);
  ts_row_set_integer (after, TS_REPLY_POSITION, position);
  ts_row_set_clean (after, TS_REPLY_PASSAGE, note->passage, TS_TEXT_PARAGRAPHS);
  ts_row_set_clean (after, TS_REPLY_ANSWER, note->answer, TS_TEXT_PARAGRAPHS);
  ts_row_set_clean (after, TS_REPLY_RESPONSE, note->response, TS_TEXT_PARAGRAPHS);

  if (!ts_row_set_day (after, TS_REPLY_ANSWERED, note->answered, error))
    return NULL;

  if (!ts_row_has (after, TS_REPLY_PASSAGE))
    return ts_change_remove_row (_("Passage taken out of the reply"), reply, error);

  return ts_change_of_row (reply == NULL ? _("Passage put up for reply") : _("Reply edited"), reply, after, error);
}

/**
 * ts_change_write_report:
 * @assessment: the assessment's row
 * @section: a part of the report
 * @text: (nullable): its text as it is kept
 * @body: what it shall say; empty clears it
 * @error: where to put why not
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_write_report (const TsRow  *assessment,
                        const char   *section,
                        TsRow        *text,
                        const char   *body,
                        GError      **error)
{
  g_autoptr (TsRow) after = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (assessment != NULL && section != NULL && *section != '\0' && body != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_FINAL, error))
    return NULL;

  id = ts_report_text_row_id (ts_row_get_id (assessment), section);
  after = ts_row_edit (text, TS_ENTITY_REPORT_TEXT, id);
  ts_row_set_text (after, TS_REPORT_TEXT_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (after, TS_REPORT_TEXT_SECTION, section);
  ts_row_set_clean (after, TS_REPORT_TEXT_BODY, body, TS_TEXT_PARAGRAPHS);

  if (!ts_row_has (after, TS_REPORT_TEXT_BODY))
    return ts_change_remove_row (_("Text of the report cleared"), text, error);

  return ts_change_of_row (_("Text of the report"), text, after, error);
}
