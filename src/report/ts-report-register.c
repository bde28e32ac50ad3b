/* ts-report-register.c — the register of interests as a document
 *
 * What nobody has decided yet comes first: until then the person can neither open the submission nor score it. Who has declared nothing is listed
 * too, for that is a statement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-register.h"

#include "report/ts-report-words.h"

#include <glib/gi18n-lib.h>

void
ts_register_person_free (TsRegisterPerson *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->seats);
  g_ptr_array_unref (self->interests);
  g_free (self);
}

void
ts_register_case_free (TsRegisterCase *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->person);
  g_free (self->assessment);
  g_free (self);
}

static const char *
get_organisation (const TsRegisterFacts *facts,
                  const TsRow           *interest)
{
  const char *name = g_hash_table_lookup (facts->organisations, ts_row_get_text (interest, TS_INTEREST_ORGANISATION));

  return name != NULL ? name : _("an organisation that is not in the workbook");
}

/* "employee of Northmoor PCT, which it follows" */
static char *
describe_interest (const TsRegisterFacts *facts,
                   const TsConflict      *conflict)
{
  if (conflict->interest == NULL)
    return g_strdup ("–");

  /* Translators: a role in an organisation, the organisation, and how that is tied to the assessed one */
  return g_strdup_printf (_("%s, %s (%s)"), ts_row_get_text (conflict->interest, TS_INTEREST_ROLE), get_organisation (facts, conflict->interest),
                          ts_tie_get_title (conflict->tie));
}

static void
add_open (TsReportBuilder       *builder,
          const TsRegisterFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, _("Person"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Submission"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Interest"), 4, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->cases->len; i++)
    {
      const TsRegisterCase *it = g_ptr_array_index (facts->cases, i);
      g_autofree char *interest = NULL;
      guint row;

      if (it->conflict.state != TS_CONFLICT_OPEN)
        continue;

      interest = describe_interest (facts, &it->conflict);
      row = ts_report_table_add_row (table);
      ts_report_table_set_text (table, row, 0, it->person);
      ts_report_table_set_text (table, row, 1, it->assessment);
      ts_report_table_set_text (table, row, 2, interest);
    }

  ts_report_builder_add_heading (builder, 1, _("Conflicts not decided"));
  ts_report_builder_add_text (builder, ts_report_table_get_n_rows (table) > 0
                                         ? _("Until something is decided, none of these people can open the submission or score it.")
                                         : _("There are none."));

  if (ts_report_table_get_n_rows (table) > 0)
    ts_report_builder_keep_with_next (builder);

  ts_report_builder_add_table (builder, table);
}

static void
add_decided_row (TsReportTable         *table,
                 const TsRegisterFacts *facts,
                 const TsRegisterCase  *it)
{
  const TsRow *action = it->conflict.action;
  const char *reason = ts_row_get_text (action, TS_CONFLICT_ACTION_REASON);
  g_autofree char *interest = describe_interest (facts, &it->conflict);
  g_autofree char *day = ts_report_words_day (ts_row_get_text (action, TS_CONFLICT_ACTION_DAY));
  g_autofree char *decision = g_strdup_printf ("%s%s%s", ts_conflict_state_get_title (it->conflict.state), reason != NULL ? "\n" : "",
                                               reason != NULL ? reason : "");
  g_autofree char *by = g_strdup_printf ("%s%s%s", ts_row_get_text (action, TS_CONFLICT_ACTION_DECIDED_BY), day != NULL ? "\n" : "",
                                         day != NULL ? day : "");
  guint row = ts_report_table_add_row (table);

  ts_report_table_set_text (table, row, 0, it->person);
  ts_report_table_set_text (table, row, 1, it->assessment);
  ts_report_table_set_text (table, row, 2, interest);
  ts_report_table_set_text (table, row, 3, decision);
  ts_report_table_set_text (table, row, 4, by);
}

static void
add_decided (TsReportBuilder       *builder,
             const TsRegisterFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, _("Person"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Submission"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Interest"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Decision, reason"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Decided by"), 2, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->cases->len; i++)
    {
      const TsRegisterCase *it = g_ptr_array_index (facts->cases, i);

      if (it->conflict.action != NULL && it->conflict.state != TS_CONFLICT_OPEN)
        add_decided_row (table, facts, it);
    }

  ts_report_builder_add_heading (builder, 1, _("Conflicts decided"));

  if (ts_report_table_get_n_rows (table) == 0)
    ts_report_builder_add_text (builder, _("There are none."));

  ts_report_builder_add_table (builder, table);
}

static void
add_person (TsReportTable          *table,
            const TsRegisterFacts  *facts,
            const TsRegisterPerson *person)
{
  g_autofree char *title = person->seats != NULL ? g_strdup_printf (_("%s: %s"), person->name, person->seats) : g_strdup (person->name);

  ts_report_table_add_group (table, title);

  if (person->interests->len == 0)
    {
      guint row = ts_report_table_add_row (table);

      ts_report_table_set_text (table, row, 0, _("Nothing is declared."));
    }

  for (guint i = 0; i < person->interests->len; i++)
    {
      const TsRow *interest = g_ptr_array_index (person->interests, i);
      const char *note = ts_row_get_text (interest, TS_INTEREST_NOTE);
      g_autofree char *from = ts_report_words_day (ts_row_get_text (interest, TS_INTEREST_VALID_FROM));
      g_autofree char *to = ts_report_words_day (ts_row_get_text (interest, TS_INTEREST_VALID_TO));
      g_autofree char *declared = ts_report_words_day (ts_row_get_text (interest, TS_INTEREST_DECLARED));
      g_autofree char *role = g_strdup_printf ("%s%s%s", ts_row_get_text (interest, TS_INTEREST_ROLE), note != NULL ? "\n" : "", note != NULL ? note : "");
      guint row = ts_report_table_add_row (table);

      ts_report_table_set_text (table, row, 0, get_organisation (facts, interest));
      ts_report_table_set_text (table, row, 1, role);
      ts_report_table_set_text (table, row, 2, from != NULL ? from : "–");
      ts_report_table_set_text (table, row, 3, to != NULL ? to : "–");
      ts_report_table_set_text (table, row, 4, declared != NULL ? declared : "–");
    }
}

static void
add_interests (TsReportBuilder       *builder,
               const TsRegisterFacts *facts)
{
  TsReportTable *table = ts_report_table_new (NULL);

  ts_report_table_add_column (table, _("Organisation"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("As what"), 3, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("From"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("To"), 2, TS_REPORT_ALIGN_START);
  ts_report_table_add_column (table, _("Declared"), 2, TS_REPORT_ALIGN_START);

  for (guint i = 0; i < facts->persons->len; i++)
    add_person (table, facts, g_ptr_array_index (facts->persons, i));

  ts_report_builder_add_heading (builder, 1, _("Declared interests"));

  if (ts_report_table_get_n_rows (table) == 0)
    ts_report_builder_add_text (builder, _("Nobody sits on a panel, and nobody has declared anything."));

  ts_report_builder_add_table (builder, table);
}

/**
 * ts_report_register:
 * @facts: what is told
 *
 * Returns: (transfer full): the document
 */
TsReport *
ts_report_register (const TsRegisterFacts *facts)
{
  TsReportBuilder *builder;
  TsReportTable *table = ts_report_table_new_facts ();
  g_autofree char *made = NULL;
  TsReportInfo info;

  g_return_val_if_fail (facts != NULL && facts->persons != NULL && facts->cases != NULL && facts->organisations != NULL, NULL);

  made = ts_report_words_moment (facts->made);
  info = (TsReportInfo) {
    .title = _("Register of interests"),
    .permitted_use = _("For those who run the assurance, and for whoever asks how conflicts of interest were dealt with."),
    .created = facts->made,
  };
  builder = ts_report_builder_new (&info);
  ts_report_table_add_fact (table, _("Made from"), facts->source);
  ts_report_table_add_fact (table, _("As of"), made);
  ts_report_builder_add_title_page (builder, NULL, table);
  add_open (builder, facts);
  add_decided (builder, facts);
  add_interests (builder, facts);

  return ts_report_builder_end (builder);
}
