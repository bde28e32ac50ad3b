/* ts-sample-data.h — the region that the sample tells of, as its file says it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *role;
} TsSamplePerson;

/**
 * TsSamplePopulation:
 * @year: the calendar year in which the financial year begins
 * @people: how many people are served in it
 */
typedef struct
{
  int year;
  gint64 people;
} TsSamplePopulation;

/**
 * TsSamplePeriod:
 * @value: a name, or an organisation's code
 * @from: the first day on which it was so
 * @until: (nullable): the last one
 */
typedef struct
{
  char *value;
  char *from;
  char *until;
} TsSamplePeriod;

/**
 * TsSampleOrganisation:
 * @name: what it is called today, or was at the end
 * @parent: (nullable): the code of the organisation that it has always belonged to; where it has not, @parents says so
 * @names: (element-type TsSamplePeriod): what it was called and when, where that changed; else empty
 * @parents: (element-type TsSamplePeriod): what it belonged to and when, where that changed; else empty
 * @successors: (element-type utf8): the codes of what came after it
 * @populations: (element-type TsSamplePopulation)
 */
typedef struct
{
  char *code;
  char *name;
  char *kind;
  char *parent;
  char *opened;
  char *closed;
  GPtrArray *names;
  GPtrArray *parents;
  GPtrArray *successors;
  GArray *populations;
} TsSampleOrganisation;

/**
 * TsSampleRating:
 * @level: as a token of the scale
 * @rationale: may be empty
 */
typedef struct
{
  char *node;
  char *layer;
  char *assessor;
  char *level;
  char *rationale;
} TsSampleRating;

typedef struct
{
  char *node;
  int year;
  int level;
} TsSampleTarget;

/**
 * TsSampleNote:
 * @node: what it is about: a criterion or group; of the report's texts, their section; of a member, the role
 * @who: (nullable): who said it; of a question, for whom it is; of a finding, the item of evidence
 * @layer: (nullable): of a judgement, its layer
 * @level: (nullable): the level as a token of the scale; of a finding, how far the evidence carries; of a judgement's words, how sure they are
 * @texts: what was said, in the order in which the file has it
 *
 * Something that was said in a review.
 */
typedef struct
{
  char *node;
  char *who;
  char *layer;
  char *level;
  char *texts[3];
} TsSampleNote;

/**
 * TsSampleReview:
 * @opens: the first day of the round
 * @closes: its last day
 * @day: the day on which the panel met
 * @agenda: what it had before it
 * @members: (element-type TsSampleNote): who sat on it
 * @levels: (element-type TsSampleRating): of the desk, the reviewers, the panel, and those that are final
 * @said: (element-type TsSampleNote): what was said for these levels: reason, strengths, areas to develop
 * @findings: (element-type TsSampleNote): what was found of the evidence
 * @enquiries: (element-type TsSampleNote): question and answer
 * @dissents: (element-type TsSampleNote): who did not agree, and why
 * @replies: (element-type TsSampleNote): passage, answer, and what was made of it
 * @report: (element-type TsSampleNote): what was written for the report
 *
 * A review from the desk to the report.
 */
typedef struct
{
  char *opens;
  char *closes;
  char *day;
  char *agenda;
  GPtrArray *members;
  GPtrArray *levels;
  GPtrArray *said;
  GPtrArray *findings;
  GPtrArray *enquiries;
  GPtrArray *dissents;
  GPtrArray *replies;
  GPtrArray *report;
} TsSampleReview;

/**
 * TsSampleAssessment:
 * @carries: whether it began with what the board said the year before
 * @confirmed: (element-type utf8): criteria and groups whose carried levels the board has confirmed as they were
 * @ratings: (element-type TsSampleRating): told one by one, with reasons
 * @brief: (element-type TsSampleRating): told by level alone
 * @targets: (element-type TsSampleTarget)
 * @review: (nullable): how it was reviewed, where that is told
 */
typedef struct
{
  char *organisation;
  char *framework;
  int year;
  char *stage;
  gboolean carries;
  GPtrArray *confirmed;
  GPtrArray *targets;
  GPtrArray *ratings;
  GPtrArray *brief;
  TsSampleReview *review;
} TsSampleAssessment;

typedef struct
{
  int year;
  char *node;
  char *place;
} TsSampleLink;

/**
 * TsSampleEvidence:
 * @file: (nullable): a file beside the sample's
 * @address: (nullable): a web address
 */
typedef struct
{
  char *organisation;
  char *title;
  char *kind;
  char *file;
  char *address;
  char *received;
  char *period_from;
  char *period_to;
  GPtrArray *links;
} TsSampleEvidence;

/**
 * TsSampleFigure:
 * @told: the year of the assessment in which it was planned; 0 for what came
 * @year: the year that it is for
 */
typedef struct
{
  int told;
  int year;
  double number;
} TsSampleFigure;

/**
 * TsSampleOutcome:
 * @suggested: (nullable): the framework's suggestion that it follows; else the next three say what is measured
 * @direction: up or down
 * @since: the year of the first assessment that it is part of
 * @until: the year of the last one, or 0
 * @figures: (element-type TsSampleFigure)
 */
typedef struct
{
  char *organisation;
  char *suggested;
  char *metric;
  char *unit;
  char *direction;
  char *source;
  int since;
  int until;
  GArray *figures;
} TsSampleOutcome;

/**
 * TsSampleData:
 *
 * What the sample's file says, checked for its form only.
 */
typedef struct
{
  GPtrArray *people;
  GPtrArray *organisations;
  GPtrArray *assessments;
  GPtrArray *evidence;
  GPtrArray *outcomes;
} TsSampleData;

TsSampleData *ts_sample_data_new (void);
void ts_sample_data_add_person (TsSampleData *self,
                                const char   *name,
                                const char   *role);
void ts_sample_data_add_organisation (TsSampleData *self,
                                      const char   *code,
                                      const char   *name,
                                      const char   *kind,
                                      const char   *parent,
                                      const char   *opened);
TsSampleAssessment *ts_sample_data_add_assessment (TsSampleData *self,
                                                   const char   *organisation,
                                                   const char   *framework,
                                                   int           year,
                                                   const char   *stage);
void ts_sample_assessment_add_level (TsSampleAssessment *assessment,
                                     const char         *node,
                                     const char         *layer,
                                     const char         *level);
void ts_sample_assessment_add_target (TsSampleAssessment *assessment,
                                      const char         *node,
                                      int                 year,
                                      int                 level);

TsSampleData *ts_sample_data_read (const char  *file,
                                   const char  *text,
                                   gsize        length,
                                   GError     **error);
void ts_sample_data_free (TsSampleData *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsSampleData, ts_sample_data_free)

G_END_DECLS
