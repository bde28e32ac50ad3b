/* ts-sample-story-private.h — what the parts of telling the sample share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-framework.h"
#include "core/ts-stage.h"
#include "exchange/ts-sample-story.h"

G_BEGIN_DECLS

/* Roles of people in the sample. */
#define TS_SAMPLE_SECRETARY "Board secretary"
#define TS_SAMPLE_CHAIR     "Chair"
#define TS_SAMPLE_ANALYST   "SHA assurance analyst"

typedef struct
{
  gint64 at;
  const char *author;
  TsChange *change;
  GBytes *content;
  guint position;
} TsSampleEvent;

typedef struct
{
  TsFramework *framework;
  TsRow *row;
  gboolean kept; /* whether a change has put it into the workbook */
} TsSampleFramework;

/* Its rows are as they are after the events so far. */
typedef struct
{
  const TsSampleAssessment *sample;
  const TsSampleOrganisation *organisation;
  TsSampleFramework *framework;
  TsRow *row;
  GHashTable *ratings; /* row id → TsRow: the board's own */
  GHashTable *targets; /* row id → TsRow */
  GHashTable *links;   /* row id → TsRow: to evidence */
  TsStage last_stage;
  gboolean told; /* in full, rating by rating */
} TsSampleToldAssessment;

typedef struct
{
  const TsSampleData *sample;
  GRand *random;
  TsSampleFileFunction get_file;
  gpointer data;
  GHashTable *organisations; /* code → TsRow */
  GHashTable *frameworks;    /* code → TsSampleFramework */
  GPtrArray *assessments;
  GHashTable *people; /* name → TsRow: those whom a review has brought */
  GArray *events;
  GError *error;
} TsSampleStory;

const char *ts_sample_find_person (TsSampleStory *story,
                                   const char    *role);
gboolean ts_sample_fail (TsSampleStory *story,
                         const char    *format,
                         ...) G_GNUC_PRINTF (2, 3);
gboolean ts_sample_add_event (TsSampleStory *story,
                              gint64         at,
                              const char    *author,
                              TsChange      *change,
                              GBytes        *content);
TsSampleFramework *ts_sample_find_framework (TsSampleStory *story,
                                             const char    *code);
TsRow *ts_sample_take_framework_row (TsSampleFramework *framework);

gboolean ts_sample_tell_organisations (TsSampleStory *story);
gboolean ts_sample_prepare_assessment (TsSampleStory            *story,
                                       const TsSampleAssessment *sample);
void ts_sample_told_assessment_free (gpointer data);
const TsNode *ts_sample_find_node (TsSampleStory                *story,
                                   const TsSampleToldAssessment *assessment,
                                   const char                   *id);
void ts_sample_note_change (TsSampleToldAssessment *assessment,
                            const TsChange         *change);
TsSampleToldAssessment *ts_sample_find_assessment (TsSampleStory *story,
                                                   const char    *organisation,
                                                   int            year);
gboolean ts_sample_tell_assessment (TsSampleStory          *story,
                                    TsSampleToldAssessment *assessment);
gboolean ts_sample_add_carried (TsSampleStory          *story,
                                TsSampleToldAssessment *assessment,
                                TsChange               *change);
gboolean ts_sample_tell_confirmations (TsSampleStory          *story,
                                       TsSampleToldAssessment *assessment);
gboolean ts_sample_tell_fresh_start (TsSampleStory          *story,
                                     TsSampleToldAssessment *assessment,
                                     const TsNode           *node,
                                     const char             *author,
                                     gint64                  at);
gboolean ts_sample_tell_evidence (TsSampleStory          *story,
                                  const TsSampleEvidence *sample);
gboolean ts_sample_tell_outcomes (TsSampleStory *story);
void ts_sample_note_people (TsSampleStory  *story,
                            const TsChange *change);
gboolean ts_sample_tell_reviewed (TsSampleStory          *story,
                                  TsSampleToldAssessment *assessment);
gboolean ts_sample_tell_review (TsSampleStory *story);

G_END_DECLS
