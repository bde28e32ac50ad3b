/* ts-review-note.h — lines of enquiry, findings on evidence, replies and the report's text
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-change.h"
#include "core/ts-framework.h"

G_BEGIN_DECLS

/**
 * TsSufficiency:
 *
 * How far an item of evidence carries the criterion that it is attached to.
 */
typedef enum
{
  TS_SUFFICIENCY_NONE,
  TS_SUFFICIENCY_SUFFICIENT,
  TS_SUFFICIENCY_PARTIAL,
  TS_SUFFICIENCY_INSUFFICIENT,
} TsSufficiency;

#define TS_N_SUFFICIENCIES (TS_SUFFICIENCY_INSUFFICIENT + 1)

const char *ts_sufficiency_get_name (TsSufficiency sufficiency);
const char *ts_sufficiency_get_title (TsSufficiency sufficiency);
TsSufficiency ts_sufficiency_from_name (const char *name);

/**
 * TsEnquiryNote:
 * @question: what is asked
 * @addressee: (nullable): who is asked
 * @asked_by: (nullable): who asks
 * @answer: (nullable): what was answered
 * @answered: (nullable): when, as day or day and time
 *
 * A line of enquiry.
 */
typedef struct
{
  const char *question;
  const char *addressee;
  const char *asked_by;
  const char *answer;
  const char *answered;
} TsEnquiryNote;

/**
 * TsReplyNote:
 * @passage: the text that the organisation is shown: commentary or a finding on evidence, never a level
 * @answer: (nullable): what it says about it
 * @answered: (nullable): on which day
 * @response: (nullable): what was made of that
 */
typedef struct
{
  const char *passage;
  const char *answer;
  const char *answered;
  const char *response;
} TsReplyNote;

char *ts_enquiry_row_id (const char *assessment_id,
                         int         position);
char *ts_evidence_review_row_id (const char *assessment_id,
                                 const char *node_id,
                                 const char *evidence_id);
char *ts_reply_row_id (const char *assessment_id,
                       int         position);
char *ts_report_text_row_id (const char *assessment_id,
                             const char *section);

TsChange *ts_change_enquire (const TsRow         *assessment,
                             const TsFramework   *framework,
                             const char          *node_id,
                             TsRow               *enquiry,
                             GPtrArray           *enquiries,
                             const TsEnquiryNote *note,
                             GError             **error);
TsChange *ts_change_review_evidence (const TsRow  *assessment,
                                     const char   *node_id,
                                     const char   *evidence_id,
                                     TsRow        *review,
                                     TsSufficiency sufficiency,
                                     const char   *note,
                                     GError      **error);
TsChange *ts_change_reply (const TsRow       *assessment,
                           const char        *node_id,
                           TsRow             *reply,
                           GPtrArray         *replies,
                           const TsReplyNote *note,
                           GError           **error);
TsChange *ts_change_write_report (const TsRow *assessment,
                                  const char  *section,
                                  TsRow       *text,
                                  const char  *body,
                                  GError     **error);

G_END_DECLS
