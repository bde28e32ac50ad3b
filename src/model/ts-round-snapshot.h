/* ts-round-snapshot.h — a round of assurance as it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-conflict.h"
#include "core/ts-stage.h"
#include "model/ts-organisation-directory.h"
#include "model/ts-worker.h"

G_BEGIN_DECLS

/**
 * TsRoundChoice:
 * @framework_id: a framework's row id
 * @title: what it is called
 * @year: the calendar year in which the assessed financial year begins
 * @n_assessments: how many assessments there are of both
 *
 * What a new round can be about.
 */
typedef struct
{
  char *framework_id;
  char *title;
  int year;
  guint n_assessments;
} TsRoundChoice;

/**
 * TsRoundAssessment:
 * @assessment: its row
 * @name: what its organisation was called at the end of the year
 * @code: its organisation's code
 * @stage: how far it has come
 * @panels: (element-type TsRow): the panels that have it
 * @n_clinicians: how many clinicians on them may score it
 */
typedef struct
{
  TsRow *assessment;
  char *name;
  char *code;
  TsStage stage;
  GPtrArray *panels;
  guint n_clinicians;
} TsRoundAssessment;

/**
 * TsRoundMember:
 * @seat: the row that seats them
 * @person_id: the person's row id
 * @name: the person's name
 * @role: the role
 */
typedef struct
{
  TsRow *seat;
  char *person_id;
  char *name;
  char *role;
} TsRoundMember;

/**
 * TsRoundPanel:
 * @panel: its row
 * @members: (element-type TsRoundMember): the chair first, then as people read
 * @assessments: (element-type TsRoundAssessment): what it has to score, by the time of its day, then by name, what has no time last; borrowed
 * @begins: (element-type utf8 utf8): by the row id of an assessment, at what time it speaks of that; only where there is a time
 */
typedef struct
{
  TsRow *panel;
  GPtrArray *members;
  GPtrArray *assessments;
  GHashTable *begins;
} TsRoundPanel;

/**
 * TsRoundConflict:
 * @assessment: with which assessment; borrowed
 * @person_id: whose: a person's row id
 * @name: the person's name
 * @sits: whether they sit on a panel that has it, so that something must be decided
 * @conflict: the conflict; its rows are the snapshot's
 */
typedef struct
{
  const TsRoundAssessment *assessment;
  char *person_id;
  char *name;
  gboolean sits;
  TsConflict conflict;
} TsRoundConflict;

/**
 * TsRoundSnapshot:
 * @rounds: (element-type TsRow): all rounds, the latest year first
 * @choices: (element-type TsRoundChoice): what a further round can be about, the latest year first
 * @round: (nullable): the one that is told of
 * @framework_title: (nullable): what its framework is called
 * @assessments: (element-type TsRoundAssessment): its assessments, by name
 * @others: (element-type TsRoundAssessment): those of its framework and year that it leaves out, by name
 * @panels: (element-type TsRoundPanel): its panels, by position
 * @interests: (element-type TsRow): declared interests, of anybody, by person
 * @actions: (element-type TsRow): what was decided about conflicts, in any round
 * @conflicts: (element-type TsRoundConflict): conflicts of its members with its assessments, undecided ones first
 * @people: (element-type utf8 TsRow): everybody in the workbook by row id
 * @directory: codes and names of organisations
 *
 * Read in one go on a workbook's thread, and then only looked at.
 */
typedef struct
{
  GPtrArray *rounds;
  GPtrArray *choices;
  TsRow *round;
  char *framework_title;
  GPtrArray *assessments;
  GPtrArray *others;
  GPtrArray *panels;
  GPtrArray *interests;
  GPtrArray *actions;
  GPtrArray *conflicts;
  GHashTable *people;
  TsOrganisationDirectory *directory;
} TsRoundSnapshot;

TsRoundSnapshot *ts_round_snapshot_read (TsWorkplace  *workplace,
                                         const char   *round_id,
                                         GError      **error);
void ts_round_snapshot_free (TsRoundSnapshot *self);

const TsRoundAssessment *ts_round_snapshot_find (const TsRoundSnapshot *self,
                                                 const char            *assessment_id);
const TsRoundPanel *ts_round_snapshot_find_panel (const TsRoundSnapshot *self,
                                                  const char            *panel_id);
const TsRoundConflict *ts_round_snapshot_find_conflict (const TsRoundSnapshot *self,
                                                        const char            *assessment_id,
                                                        const char            *person_id);
const char *ts_round_snapshot_get_person_name (const TsRoundSnapshot *self,
                                               const char            *person_id);
const char *ts_round_panel_get_begins (const TsRoundPanel      *self,
                                       const TsRoundAssessment *assessment);
guint ts_round_snapshot_count_undecided (const TsRoundSnapshot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsRoundSnapshot, ts_round_snapshot_free)

G_END_DECLS
