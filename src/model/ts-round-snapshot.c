/* ts-round-snapshot.c — a round of assurance as it was read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-round-snapshot.h"

#include "core/ts-panel-role.h"
#include "model/ts-round-conflicts.h"

static void
choice_free (gpointer data)
{
  TsRoundChoice *choice = data;

  g_free (choice->framework_id);
  g_free (choice->title);
  g_free (choice);
}

static void
assessment_free (gpointer data)
{
  TsRoundAssessment *assessment = data;

  ts_row_unref (assessment->assessment);
  g_ptr_array_unref (assessment->panels);
  g_free (assessment->name);
  g_free (assessment->code);
  g_free (assessment);
}

static void
member_free (gpointer data)
{
  TsRoundMember *member = data;

  ts_row_unref (member->seat);
  g_free (member->person_id);
  g_free (member->name);
  g_free (member->role);
  g_free (member);
}

static void
panel_free (gpointer data)
{
  TsRoundPanel *panel = data;

  ts_row_unref (panel->panel);
  g_ptr_array_unref (panel->members);
  g_ptr_array_unref (panel->assessments);
  g_hash_table_unref (panel->begins);
  g_free (panel);
}

void
ts_round_snapshot_free (TsRoundSnapshot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->interests, g_ptr_array_unref);
  g_clear_pointer (&self->actions, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->round, ts_row_unref);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_clear_pointer (&self->directory, ts_organisation_directory_free);
  g_free (self->framework_title);
  g_free (self);
}

static GPtrArray *
read_all (TsWorkplace  *workplace,
          TsEntity      entity,
          GError      **error)
{
  return ts_workbook_read_rows (workplace->workbook, entity, -1, NULL, error);
}

/* Rounds, and what there is no round of yet */

static int
compare_rounds (gconstpointer a,
                gconstpointer b)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  gint64 difference = ts_row_get_integer (second, TS_REVIEW_ROUND_YEAR) - ts_row_get_integer (first, TS_REVIEW_ROUND_YEAR);

  if (difference != 0)
    return difference < 0 ? -1 : 1;

  return g_strcmp0 (ts_row_get_text (first, TS_REVIEW_ROUND_TITLE), ts_row_get_text (second, TS_REVIEW_ROUND_TITLE));
}

static gboolean
has_round (const TsRoundSnapshot *self,
           const char            *framework_id,
           int                    year)
{
  for (guint i = 0; i < self->rounds->len; i++)
    {
      const TsRow *round = g_ptr_array_index (self->rounds, i);

      if (ts_row_get_integer (round, TS_REVIEW_ROUND_YEAR) == year &&
          g_strcmp0 (ts_row_get_text (round, TS_REVIEW_ROUND_FRAMEWORK), framework_id) == 0)
        return TRUE;
    }

  return FALSE;
}

static TsRoundChoice *
get_choice (TsRoundSnapshot *self,
            const char      *framework_id,
            int              year,
            const char      *title)
{
  TsRoundChoice *choice;

  for (guint i = 0; i < self->choices->len; i++)
    {
      choice = g_ptr_array_index (self->choices, i);

      if (choice->year == year && g_str_equal (choice->framework_id, framework_id))
        return choice;
    }

  choice = g_new (TsRoundChoice, 1);
  *choice = (TsRoundChoice) { g_strdup (framework_id), g_strdup (title), year, 0 };
  g_ptr_array_add (self->choices, choice);

  return choice;
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const TsRoundChoice *first = *(TsRoundChoice *const *) a;
  const TsRoundChoice *second = *(TsRoundChoice *const *) b;

  return first->year != second->year ? second->year - first->year : g_utf8_collate (first->title, second->title);
}

static int
compare_assessments (gconstpointer a,
                     gconstpointer b)
{
  const TsRoundAssessment *first = *(TsRoundAssessment *const *) a;
  const TsRoundAssessment *second = *(TsRoundAssessment *const *) b;
  int order = g_utf8_collate (first->name, second->name);

  return order != 0 ? order : g_strcmp0 (first->code, second->code);
}

static TsRoundAssessment *
make_assessment (const TsRoundSnapshot *self,
                 TsRow                 *row)
{
  const char *organisation_id = ts_row_get_text (row, TS_ASSESSMENT_ORGANISATION);
  const char *code = ts_organisation_directory_get_code (self->directory, organisation_id);
  TsRoundAssessment *assessment;

  /* A damaged workbook may have assessments of nobody. */
  if (code == NULL)
    return NULL;

  assessment = g_new0 (TsRoundAssessment, 1);
  assessment->assessment = ts_row_ref (row);
  assessment->name =
    g_strdup (ts_organisation_directory_get_name (self->directory, organisation_id, (int) ts_row_get_integer (row, TS_ASSESSMENT_YEAR)));
  assessment->code = g_strdup (code);
  assessment->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_row_unref);

  if (!ts_stage_from_name (ts_row_get_text (row, TS_ASSESSMENT_STAGE), &assessment->stage))
    assessment->stage = TS_STAGE_DRAFT;

  return assessment;
}

static void
sort_out_assessments (TsRoundSnapshot *self,
                      GPtrArray       *rows,
                      GHashTable      *frameworks,
                      GHashTable      *in_round)
{
  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      const char *framework_id = ts_row_get_text (row, TS_ASSESSMENT_FRAMEWORK);
      const char *title = g_hash_table_lookup (frameworks, framework_id);
      int year = (int) ts_row_get_integer (row, TS_ASSESSMENT_YEAR);
      TsRoundAssessment *assessment;

      if (title == NULL)
        continue;

      if (!has_round (self, framework_id, year))
        get_choice (self, framework_id, year, title)->n_assessments++;

      if (self->round == NULL || ts_row_get_integer (self->round, TS_REVIEW_ROUND_YEAR) != year ||
          g_strcmp0 (ts_row_get_text (self->round, TS_REVIEW_ROUND_FRAMEWORK), framework_id) != 0)
        continue;

      assessment = make_assessment (self, row);

      if (assessment != NULL)
        g_ptr_array_add (g_hash_table_contains (in_round, ts_row_get_id (row)) ? self->assessments : self->others, assessment);
    }

  g_ptr_array_sort (self->choices, compare_choices);
  g_ptr_array_sort (self->assessments, compare_assessments);
  g_ptr_array_sort (self->others, compare_assessments);
}

static gboolean
read_assessments (TsWorkplace      *workplace,
                  TsRoundSnapshot  *self,
                  GError          **error)
{
  g_autoptr (GPtrArray) frameworks = read_all (workplace, TS_ENTITY_FRAMEWORK, error);
  g_autoptr (GPtrArray) rows = frameworks != NULL ? read_all (workplace, TS_ENTITY_ASSESSMENT, error) : NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) in_round = g_hash_table_new (g_str_hash, g_str_equal);

  if (rows == NULL)
    return FALSE;

  if (self->round != NULL)
    {
      kept = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ROUND, ts_row_get_id (self->round), error);

      if (kept == NULL)
        return FALSE;
    }

  for (guint i = 0; i < frameworks->len; i++)
    {
      TsRow *row = g_ptr_array_index (frameworks, i);

      g_hash_table_insert (titles, (char *) ts_row_get_id (row), (char *) ts_row_get_text (row, TS_FRAMEWORK_TITLE));

      if (self->round != NULL && g_strcmp0 (ts_row_get_text (self->round, TS_REVIEW_ROUND_FRAMEWORK), ts_row_get_id (row)) == 0)
        self->framework_title = g_strdup (ts_row_get_text (row, TS_FRAMEWORK_TITLE));
    }

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    g_hash_table_add (in_round, (char *) ts_row_get_text (g_ptr_array_index (kept, i), TS_ROUND_ASSESSMENT_ASSESSMENT));

  sort_out_assessments (self, rows, titles, in_round);

  return TRUE;
}

/* Panels */

static int
compare_panels (gconstpointer a,
                gconstpointer b)
{
  const TsRow *first = *(TsRow *const *) a;
  const TsRow *second = *(TsRow *const *) b;
  gint64 difference = ts_row_get_integer (first, TS_PANEL_POSITION) - ts_row_get_integer (second, TS_PANEL_POSITION);

  return (difference > 0) - (difference < 0);
}

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  const TsRoundMember *first = *(TsRoundMember *const *) a;
  const TsRoundMember *second = *(TsRoundMember *const *) b;
  int order = g_str_equal (second->role, TS_PANEL_ROLE_CHAIR) - g_str_equal (first->role, TS_PANEL_ROLE_CHAIR);

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      panel)
{
  const char *first = ts_round_panel_get_begins (panel, *(TsRoundAssessment *const *) a);
  const char *second = ts_round_panel_get_begins (panel, *(TsRoundAssessment *const *) b);
  int order = (first == NULL) - (second == NULL);

  if (order == 0)
    order = g_strcmp0 (first, second);

  return order != 0 ? order : compare_assessments (a, b);
}

static TsRoundAssessment *
find_assessment (const TsRoundSnapshot *self,
                 const char            *assessment_id)
{
  for (guint i = 0; i < self->assessments->len; i++)
    {
      TsRoundAssessment *assessment = g_ptr_array_index (self->assessments, i);

      if (g_strcmp0 (ts_row_get_id (assessment->assessment), assessment_id) == 0)
        return assessment;
    }

  return NULL;
}

static gboolean
read_panel (TsWorkplace      *workplace,
            TsRoundSnapshot  *self,
            TsRow            *row,
            GError          **error)
{
  const char *id = ts_row_get_id (row);
  g_autoptr (GPtrArray) seats = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_PANEL, id, error);
  g_autoptr (GPtrArray) assigned = NULL;
  TsRoundPanel *panel;

  if (seats == NULL)
    return FALSE;

  assigned = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_PANEL, id, error);

  if (assigned == NULL)
    return FALSE;

  panel = g_new (TsRoundPanel, 1);
  *panel = (TsRoundPanel) { ts_row_ref (row), g_ptr_array_new_with_free_func (member_free), g_ptr_array_new (),
                            g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  g_ptr_array_add (self->panels, panel);

  for (guint i = 0; i < seats->len; i++)
    {
      TsRow *seat = g_ptr_array_index (seats, i);
      const char *person_id = ts_row_get_text (seat, TS_PANEL_MEMBER_PERSON);
      TsRoundMember *member = g_new (TsRoundMember, 1);

      *member = (TsRoundMember) { ts_row_ref (seat), g_strdup (person_id), g_strdup (ts_round_snapshot_get_person_name (self, person_id)),
                                  g_strdup (ts_row_get_text (seat, TS_PANEL_MEMBER_ROLE)) };
      g_ptr_array_add (panel->members, member);
    }

  for (guint i = 0; i < assigned->len; i++)
    {
      const TsRow *given = g_ptr_array_index (assigned, i);
      TsRoundAssessment *assessment = find_assessment (self, ts_row_get_text (given, TS_PANEL_ASSESSMENT_ASSESSMENT));

      if (assessment == NULL)
        continue;

      if (ts_row_has (given, TS_PANEL_ASSESSMENT_BEGINS))
        g_hash_table_insert (panel->begins, g_strdup (ts_row_get_id (assessment->assessment)),
                             g_strdup (ts_row_get_text (given, TS_PANEL_ASSESSMENT_BEGINS)));

      g_ptr_array_add (panel->assessments, assessment);
      g_ptr_array_add (assessment->panels, ts_row_ref (row));
    }

  g_ptr_array_sort (panel->members, compare_members);
  g_ptr_array_sort_with_data (panel->assessments, compare_times, panel);

  return TRUE;
}

static gboolean
read_panels (TsWorkplace      *workplace,
             TsRoundSnapshot  *self,
             GError          **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->round == NULL)
    return TRUE;

  rows = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_PANEL, TS_PANEL_ROUND, ts_row_get_id (self->round), error);

  if (rows == NULL)
    return FALSE;

  g_ptr_array_sort (rows, compare_panels);

  for (guint i = 0; i < rows->len; i++)
    {
      if (!read_panel (workplace, self, g_ptr_array_index (rows, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_people (TsWorkplace      *workplace,
             TsRoundSnapshot  *self,
             GError          **error)
{
  g_autoptr (GPtrArray) people = read_all (workplace, TS_ENTITY_PERSON, error);

  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) ts_row_unref);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      TsRow *person = g_ptr_array_index (people, i);

      g_hash_table_insert (self->people, (char *) ts_row_get_id (person), ts_row_ref (person));
    }

  return people != NULL;
}

/**
 * ts_round_snapshot_read:
 * @workplace: a workbook's thread
 * @round_id: (nullable): which round is wanted; the latest where it is %NULL or not there any more
 * @error: where to put why it could not be read
 *
 * Returns: (transfer full): the round, or what there is without one
 */
TsRoundSnapshot *
ts_round_snapshot_read (TsWorkplace  *workplace,
                        const char   *round_id,
                        GError      **error)
{
  g_autoptr (TsRoundSnapshot) self = g_new0 (TsRoundSnapshot, 1);

  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->assessments = g_ptr_array_new_with_free_func (assessment_free);
  self->others = g_ptr_array_new_with_free_func (assessment_free);
  self->panels = g_ptr_array_new_with_free_func (panel_free);
  self->rounds = read_all (workplace, TS_ENTITY_REVIEW_ROUND, error);
  self->directory = self->rounds != NULL ? ts_organisation_directory_read (workplace->workbook, error) : NULL;

  if (self->directory == NULL)
    return NULL;

  g_ptr_array_sort (self->rounds, compare_rounds);

  for (guint i = 0; i < self->rounds->len; i++)
    {
      TsRow *round = g_ptr_array_index (self->rounds, i);

      if (self->round == NULL || g_strcmp0 (ts_row_get_id (round), round_id) == 0)
        {
          g_clear_pointer (&self->round, ts_row_unref);
          self->round = ts_row_ref (round);
        }
    }

  if (!read_people (workplace, self, error) || !read_assessments (workplace, self, error) || !read_panels (workplace, self, error) ||
      !ts_round_conflicts_read (workplace, self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * ts_round_panel_get_begins:
 * @self: a panel
 * @assessment: an assessment that it has
 *
 * Returns: (transfer none) (nullable): at what time of its day the panel speaks of it
 */
const char *
ts_round_panel_get_begins (const TsRoundPanel      *self,
                           const TsRoundAssessment *assessment)
{
  g_return_val_if_fail (self != NULL && assessment != NULL, NULL);

  return g_hash_table_lookup (self->begins, ts_row_get_id (assessment->assessment));
}

/**
 * ts_round_snapshot_find:
 * @self: a round
 * @assessment_id: an assessment
 *
 * Returns: (transfer none) (nullable): the assessment, if it belongs to the round
 */
const TsRoundAssessment *
ts_round_snapshot_find (const TsRoundSnapshot *self,
                        const char            *assessment_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_assessment (self, assessment_id);
}

/**
 * ts_round_snapshot_find_panel:
 * @self: a round
 * @panel_id: a panel
 *
 * Returns: (transfer none) (nullable): the panel, if it belongs to the round
 */
const TsRoundPanel *
ts_round_snapshot_find_panel (const TsRoundSnapshot *self,
                              const char            *panel_id)
{
  g_return_val_if_fail (self != NULL && panel_id != NULL, NULL);

  for (guint i = 0; i < self->panels->len; i++)
    {
      const TsRoundPanel *panel = g_ptr_array_index (self->panels, i);

      if (g_str_equal (ts_row_get_id (panel->panel), panel_id))
        return panel;
    }

  return NULL;
}

/**
 * ts_round_snapshot_find_conflict:
 * @self: a round
 * @assessment_id: one of its assessments
 * @person_id: a member's row id as a person
 *
 * Returns: (transfer none) (nullable): the member's conflict with it
 */
const TsRoundConflict *
ts_round_snapshot_find_conflict (const TsRoundSnapshot *self,
                                 const char            *assessment_id,
                                 const char            *person_id)
{
  g_return_val_if_fail (self != NULL && assessment_id != NULL && person_id != NULL, NULL);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const TsRoundConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (g_str_equal (conflict->person_id, person_id) && g_str_equal (ts_row_get_id (conflict->assessment->assessment), assessment_id))
        return conflict;
    }

  return NULL;
}

/**
 * ts_round_snapshot_get_person_name:
 * @self: a round
 * @person_id: a person's row id
 *
 * Returns: (transfer none): the person's name
 */
const char *
ts_round_snapshot_get_person_name (const TsRoundSnapshot *self,
                                   const char            *person_id)
{
  const TsRow *person;

  g_return_val_if_fail (self != NULL && person_id != NULL, "");

  person = g_hash_table_lookup (self->people, person_id);

  return person != NULL ? ts_row_get_text (person, TS_PERSON_NAME) : "?";
}

/**
 * ts_round_snapshot_count_undecided:
 * @self: a round
 *
 * Returns: about how many conflicts of panels with what they have to score nothing has been decided
 */
guint
ts_round_snapshot_count_undecided (const TsRoundSnapshot *self)
{
  guint n_undecided = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const TsRoundConflict *conflict = g_ptr_array_index (self->conflicts, i);

      n_undecided += conflict->sits && conflict->conflict.state == TS_CONFLICT_OPEN;
    }

  return n_undecided;
}
