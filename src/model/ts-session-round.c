/* ts-session-round.c — rounds, panels, their members and what they are given
 *
 * Each request is turned into a change on the writing thread, by the rules, from the rows as they are kept at that moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-session-review.h"

#include "core/ts-assign.h"
#include "core/ts-panel-role.h"
#include "core/ts-person.h"
#include "core/ts-row-edit.h"
#include "core/ts-text.h"
#include "model/ts-review-request-private.h"
#include "model/ts-round-snapshot.h"
#include "model/ts-workplace.h"

#include <glib/gi18n-lib.h>

/* A new round begins with all assessments of its framework and year, if that is wanted: one step for people, so one change. */
static gboolean
add_assessments (TsWorkplace  *workplace,
                 TsChange     *change,
                 GError      **error)
{
  g_autoptr (TsRow) round = ts_row_ref (ts_change_find_after (change, TS_ENTITY_REVIEW_ROUND));
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (TsChange) more = NULL;

  assessments = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_FRAMEWORK,
                                       ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK), error);

  if (assessments == NULL)
    return FALSE;

  for (guint i = 0; i < assessments->len; i++)
    {
      const TsRow *assessment = g_ptr_array_index (assessments, i);

      if (ts_row_get_integer (assessment, TS_ASSESSMENT_YEAR) == ts_row_get_integer (round, TS_REVIEW_ROUND_YEAR))
        g_ptr_array_add (ids, (char *) ts_row_get_id (assessment));
    }

  if (ids->len == 0)
    return TRUE;

  g_ptr_array_add (ids, NULL);
  more = ts_change_set_round_assessments (round, assessments, none, none, (const char *const *) ids->pdata, error);

  if (more == NULL)
    return FALSE;

  ts_change_append (change, more);

  return TRUE;
}

static TsChange *
define_round (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *id = ts_round_row_id (request->other, request->number);
  TsRoundDefinition definition = { request->texts[0], request->texts[1], request->texts[2] };
  g_autoptr (TsRow) round = NULL;
  g_autoptr (TsChange) change = NULL;

  if (!ts_workplace_read_optional_row (workplace, TS_ENTITY_REVIEW_ROUND, id, &round, error))
    return NULL;

  change = ts_change_define_round (round, request->other, request->number, &definition, error);

  if (change == NULL || (request->flag && round == NULL && !add_assessments (workplace, change, error)))
    return NULL;

  return g_steal_pointer (&change);
}

/**
 * ts_session_define_round_async:
 * @self: a session
 * @framework_id: the row id of its framework
 * @year: the calendar year in which the assessed financial year begins
 * @definition: what is said of it
 * @with_assessments: whether a new one begins with all assessments of its framework and year
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * There is one round for each framework and year: where there is one, it is edited.
 */
void
ts_session_define_round_async (TsSession               *self,
                               const char              *framework_id,
                               int                      year,
                               const TsRoundDefinition *definition,
                               gboolean                 with_assessments,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (framework_id != NULL && definition != NULL);

  request = ts_review_request_new (self, NULL, NULL, NULL);
  request->other = g_strdup (framework_id);
  request->number = year;
  request->flag = with_assessments;
  request->texts[0] = g_strdup (definition->title);
  request->texts[1] = g_strdup (definition->opens);
  request->texts[2] = g_strdup (definition->closes);
  ts_review_request_send (request, self, define_round, callback, user_data);
}

/* What all panels of a round have to score. */
static GPtrArray *
read_assigned (TsWorkplace  *workplace,
               GPtrArray    *panels,
               GError      **error)
{
  g_autoptr (GPtrArray) assigned = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < panels->len; i++)
    {
      g_autoptr (GPtrArray) of_panel = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL,
                                                              ts_row_get_id (g_ptr_array_index (panels, i)), error);

      if (of_panel == NULL)
        return NULL;

      for (guint j = 0; j < of_panel->len; j++)
        g_ptr_array_add (assigned, ts_row_ref (g_ptr_array_index (of_panel, j)));
    }

  return g_steal_pointer (&assigned);
}

static TsChange *
set_round_assessments (TsWorkplace  *workplace,
                       gpointer      data,
                       GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) round = ts_workbook_read_row (workplace->workbook, TS_ENTITY_REVIEW_ROUND, request->id, error);
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) panels = NULL;
  g_autoptr (GPtrArray) assigned = NULL;

  if (round == NULL)
    return NULL;

  assessments = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_FRAMEWORK,
                                       ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK), error);
  kept = assessments != NULL
           ? ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ROUND, request->id, error)
           : NULL;
  panels = kept != NULL ? ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL, TS_PANEL_ROUND, request->id, error) : NULL;
  assigned = panels != NULL ? read_assigned (workplace, panels, error) : NULL;

  if (assigned == NULL)
    return NULL;

  return ts_change_set_round_assessments (round, assessments, kept, assigned, (const char *const *) request->ids, error);
}

/**
 * ts_session_set_round_assessments_async:
 * @self: a session
 * @round_id: a round
 * @assessment_ids: (array zero-terminated=1): which it shall have; what leaves it leaves its panels too
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_set_round_assessments_async (TsSession *self,
                                        const char *round_id,
                                        const char *const *assessment_ids,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (round_id != NULL && assessment_ids != NULL);

  request = ts_review_request_new (self, NULL, NULL, round_id);
  request->ids = g_strdupv ((char **) assessment_ids);
  ts_review_request_send (request, self, set_round_assessments, callback, user_data);
}

static TsChange *
define_panel (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsReviewRequest *request = data;
  TsPanelDefinition definition = { request->texts[0], request->texts[1], request->texts[2] };
  g_autoptr (TsRow) round = ts_workbook_read_row (workplace->workbook, TS_ENTITY_REVIEW_ROUND, request->other, error);
  g_autoptr (TsRow) panel = NULL;
  g_autoptr (GPtrArray) panels = NULL;

  if (round == NULL ||
      (request->id != NULL && (panel = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL, request->id, error)) == NULL))
    return NULL;

  panels = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL, TS_PANEL_ROUND, request->other, error);

  return panels != NULL ? ts_change_define_panel (panel, round, panels, &definition, error) : NULL;
}

/**
 * ts_session_define_panel_async:
 * @self: a session
 * @round_id: its round
 * @panel_id: (nullable): the panel, or %NULL for a new one
 * @definition: what is said of it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_define_panel_async (TsSession               *self,
                               const char              *round_id,
                               const char              *panel_id,
                               const TsPanelDefinition *definition,
                               GAsyncReadyCallback      callback,
                               gpointer                 user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (round_id != NULL && definition != NULL);

  request = ts_review_request_new (self, NULL, NULL, panel_id);
  request->other = g_strdup (round_id);
  request->texts[0] = g_strdup (definition->title);
  request->texts[1] = g_strdup (definition->day);
  request->texts[2] = g_strdup (definition->agenda);
  ts_review_request_send (request, self, define_panel, callback, user_data);
}

static TsChange *
remove_panel (TsWorkplace  *workplace,
              gpointer      data,
              GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) panel = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL, request->id, error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) assigned = NULL;

  if (panel == NULL)
    return NULL;

  members = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, request->id, error);
  assigned = members != NULL
               ? ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL, request->id, error)
               : NULL;

  return assigned != NULL ? ts_change_remove_panel (panel, members, assigned, error) : NULL;
}

/**
 * ts_session_remove_panel_async:
 * @self: a session
 * @panel_id: a panel
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_remove_panel_async (TsSession           *self,
                               const char          *panel_id,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (panel_id != NULL);

  ts_review_request_send (ts_review_request_new (self, NULL, NULL, panel_id), self, remove_panel, callback, user_data);
}

static TsChange *
seat_member (TsWorkplace  *workplace,
             gpointer      data,
             GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *name = ts_text_clean (request->texts[0], -1, TS_TEXT_LINE);
  g_autofree char *person_id = ts_person_derive_id (name);
  g_autofree char *member_id = ts_panel_member_row_id (request->id, person_id);
  g_autoptr (TsRow) panel = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL, request->id, error);
  g_autoptr (TsRow) person = NULL;
  g_autoptr (TsRow) member = NULL;

  if (panel == NULL || !ts_workplace_read_optional_row (workplace, TS_ENTITY_PERSON, person_id, &person, error) ||
      !ts_workplace_read_optional_row (workplace, TS_ENTITY_PANEL_MEMBER, member_id, &member, error))
    return NULL;

  return ts_change_seat_member (panel, member, person, name, request->texts[1], error);
}

/**
 * ts_session_seat_member_async:
 * @self: a session
 * @panel_id: a panel
 * @name: a person's name
 * @role: in which role; a member's role is changed
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_seat_member_async (TsSession           *self,
                              const char          *panel_id,
                              const char          *name,
                              const char          *role,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (panel_id != NULL && name != NULL && role != NULL);

  request = ts_review_request_new (self, NULL, NULL, panel_id);
  request->texts[0] = g_strdup (name);
  request->texts[1] = g_strdup (role);
  ts_review_request_send (request, self, seat_member, callback, user_data);
}

static TsChange *
unseat_member (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) member = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL_MEMBER, request->id, error);
  g_autoptr (TsRow) person = NULL;

  if (member == NULL)
    return NULL;

  person = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PERSON, ts_row_get_text (member, TS_PANEL_MEMBER_PERSON), error);

  return person != NULL ? ts_change_unseat_member (member, ts_row_get_text (person, TS_PERSON_NAME), error) : NULL;
}

/**
 * ts_session_unseat_member_async:
 * @self: a session
 * @member_id: the row id of a seat on a panel
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_unseat_member_async (TsSession           *self,
                                const char          *member_id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (member_id != NULL);

  ts_review_request_send (ts_review_request_new (self, NULL, NULL, member_id), self, unseat_member, callback, user_data);
}

/* Giving assessments to panels */

static GHashTable *
wanted_new (GPtrArray *kept)
{
  GHashTable *wanted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);

  for (guint i = 0; i < kept->len; i++)
    {
      TsRow *row = g_ptr_array_index (kept, i);

      g_hash_table_insert (wanted, (char *) ts_row_get_id (row), ts_row_ref (row));
    }

  return wanted;
}

static void
want (GHashTable *wanted,
      const char *panel_id,
      const char *assessment_id)
{
  TsRow *row = ts_panel_assessment_new (panel_id, assessment_id);

  if (g_hash_table_contains (wanted, ts_row_get_id (row)))
    ts_row_unref (row);
  else
    g_hash_table_insert (wanted, (char *) ts_row_get_id (row), row);
}

static TsChange *
assign (TsWorkplace  *workplace,
        gpointer      data,
        GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRow) panel = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL, request->id, error);
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  g_autofree char *row_id = NULL;

  if (panel == NULL)
    return NULL;

  kept = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL, request->id, error);

  if (kept == NULL)
    return NULL;

  g_ptr_array_add (panels, panel);
  wanted = wanted_new (kept);
  row_id = ts_panel_assessment_row_id (request->id, request->assessment_id);

  if (request->flag)
    want (wanted, request->id, request->assessment_id);
  else
    g_hash_table_remove (wanted, row_id);

  return ts_change_assign (panels, kept, wanted, error);
}

/**
 * ts_session_assign_async:
 * @self: a session
 * @panel_id: a panel
 * @assessment_id: an assessment
 * @assigned: whether the panel shall score it
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_assign_async (TsSession           *self,
                         const char          *panel_id,
                         const char          *assessment_id,
                         gboolean             assigned,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (panel_id != NULL && assessment_id != NULL);

  request = ts_review_request_new (self, assessment_id, NULL, panel_id);
  request->flag = assigned;
  ts_review_request_send (request, self, assign, callback, user_data);
}

static TsChange *
set_begins (TsWorkplace  *workplace,
            gpointer      data,
            GError      **error)
{
  TsReviewRequest *request = data;
  g_autofree char *id = ts_panel_assessment_row_id (request->id, request->assessment_id);
  g_autoptr (TsRow) assigned = ts_workbook_read_row (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, id, error);

  return assigned != NULL ? ts_change_set_begins (assigned, request->texts[0], error) : NULL;
}

/**
 * ts_session_set_begins_async:
 * @self: a session
 * @panel_id: a panel
 * @assessment_id: an assessment that it has
 * @begins: (nullable): at what time of its day the panel speaks of it; %NULL or blank takes the time away
 * @callback: called when it is done
 * @user_data: for @callback
 */
void
ts_session_set_begins_async (TsSession           *self,
                             const char          *panel_id,
                             const char          *assessment_id,
                             const char          *begins,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  TsReviewRequest *request;

  g_return_if_fail (panel_id != NULL && assessment_id != NULL);

  request = ts_review_request_new (self, assessment_id, NULL, panel_id);
  request->texts[0] = g_strdup (begins);
  ts_review_request_send (request, self, set_begins, callback, user_data);
}

/* Each member who may not score counts; a panel of which no clinician would be left counts as if nobody were. */
static guint
get_cost (const TsRoundSnapshot   *snapshot,
          const TsRoundPanel      *panel,
          const TsRoundAssessment *assessment)
{
  guint cost = 0;
  gboolean has_clinician = FALSE;
  gboolean had_clinician = FALSE;

  for (guint i = 0; i < panel->members->len; i++)
    {
      const TsRoundMember *member = g_ptr_array_index (panel->members, i);
      gboolean is_clinician = g_str_equal (member->role, TS_PANEL_ROLE_CLINICIAN);
      const TsRoundConflict *conflict = ts_round_snapshot_find_conflict (snapshot, ts_row_get_id (assessment->assessment), member->person_id);
      gboolean may_score = conflict == NULL || ts_conflict_state_may_score (conflict->conflict.state);

      had_clinician |= is_clinician;
      has_clinician |= is_clinician && may_score;
      cost += !may_score;
    }

  return had_clinician && !has_clinician ? cost + panel->members->len : cost;
}

static TsChange *
assign_evenly (TsWorkplace  *workplace,
               gpointer      data,
               GError      **error)
{
  TsReviewRequest *request = data;
  g_autoptr (TsRoundSnapshot) snapshot = ts_round_snapshot_read (workplace, request->id, error);
  g_autoptr (GPtrArray) panels = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) free_ones = g_ptr_array_new ();
  g_autoptr (GHashTable) wanted = NULL;
  g_autofree guint *loads = NULL;
  g_autofree guint *costs = NULL;
  g_autofree guint *chosen = NULL;
  TsAssignment assignment;

  if (snapshot == NULL)
    return NULL;

  if (snapshot->panels->len == 0)
    {
      ts_rule_refuse (error, _("There is no panel yet to which assessments could be given. Make one first."));
      return NULL;
    }

  loads = g_new0 (guint, snapshot->panels->len);

  for (guint i = 0; i < snapshot->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (snapshot->panels, i);

      loads[i] = panel->assessments->len;
      g_ptr_array_add (panels, panel->panel);
    }

  for (guint i = 0; i < snapshot->assessments->len; i++)
    {
      TsRoundAssessment *assessment = g_ptr_array_index (snapshot->assessments, i);

      if (assessment->panels->len == 0)
        g_ptr_array_add (free_ones, assessment);
    }

  costs = g_new0 (guint, (gsize) (free_ones->len + 1) * snapshot->panels->len);

  for (guint i = 0; i < free_ones->len; i++)
    {
      for (guint j = 0; j < snapshot->panels->len; j++)
        costs[(gsize) i * snapshot->panels->len + j] = get_cost (snapshot, g_ptr_array_index (snapshot->panels, j), g_ptr_array_index (free_ones, i));
    }

  assignment = (TsAssignment) { free_ones->len, snapshot->panels->len, loads, costs };
  chosen = ts_assign_evenly (&assignment);
  kept = read_assigned (workplace, panels, error);

  if (kept == NULL)
    return NULL;

  wanted = wanted_new (kept);

  for (guint i = 0; i < free_ones->len; i++)
    {
      const TsRoundAssessment *assessment = g_ptr_array_index (free_ones, i);

      want (wanted, ts_row_get_id (g_ptr_array_index (panels, chosen[i])), ts_row_get_id (assessment->assessment));
    }

  return ts_change_assign (panels, kept, wanted, error);
}

/**
 * ts_session_assign_evenly_async:
 * @self: a session
 * @round_id: a round
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Gives every assessment of the round that no panel has yet to the one where fewest members have a conflict with it, and evenly. What was given
 * by hand stays.
 */
void
ts_session_assign_evenly_async (TsSession           *self,
                                const char          *round_id,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (round_id != NULL);

  ts_review_request_send (ts_review_request_new (self, NULL, NULL, round_id), self, assign_evenly, callback, user_data);
}
