/* ts-about.c — what a row is about
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-about.h"

/* The field that names the assessment or organisation, or NOTHING; ITSELF where the row is one. */
#define ITSELF  (-1)
#define NOTHING (-2)

static const int about_fields[TS_N_ENTITIES] = {
  [TS_ENTITY_ORGANISATION] = ITSELF,
  [TS_ENTITY_ORGANISATION_NAME] = TS_ORGANISATION_NAME_ORGANISATION,
  [TS_ENTITY_ORGANISATION_PARENT] = TS_ORGANISATION_PARENT_ORGANISATION,
  [TS_ENTITY_ORGANISATION_SUCCESSOR] = TS_ORGANISATION_SUCCESSOR_ORGANISATION,
  [TS_ENTITY_FRAMEWORK] = NOTHING,
  [TS_ENTITY_ASSESSMENT] = ITSELF,
  [TS_ENTITY_RATING] = TS_RATING_ASSESSMENT,
  [TS_ENTITY_TARGET] = TS_TARGET_ASSESSMENT,
  [TS_ENTITY_EVIDENCE] = TS_EVIDENCE_ORGANISATION,
  [TS_ENTITY_EVIDENCE_LINK] = TS_EVIDENCE_LINK_ASSESSMENT,
  [TS_ENTITY_ORGANISATION_POPULATION] = TS_ORGANISATION_POPULATION_ORGANISATION,
  [TS_ENTITY_PERSON] = NOTHING,
  [TS_ENTITY_OUTCOME] = TS_OUTCOME_ORGANISATION,
  [TS_ENTITY_OUTCOME_VALUE] = TS_OUTCOME_VALUE_ORGANISATION,
  [TS_ENTITY_SIGN_OFF] = TS_SIGN_OFF_ASSESSMENT,
  [TS_ENTITY_REVIEW_ROUND] = NOTHING,
  [TS_ENTITY_ROUND_ASSESSMENT] = TS_ROUND_ASSESSMENT_ASSESSMENT,
  [TS_ENTITY_PANEL] = NOTHING,
  [TS_ENTITY_PANEL_MEMBER] = NOTHING,
  [TS_ENTITY_PANEL_ASSESSMENT] = TS_PANEL_ASSESSMENT_ASSESSMENT,
  [TS_ENTITY_INTEREST] = TS_INTEREST_ORGANISATION,
  [TS_ENTITY_CONFLICT_ACTION] = TS_CONFLICT_ACTION_ASSESSMENT,
  [TS_ENTITY_ENQUIRY] = TS_ENQUIRY_ASSESSMENT,
  [TS_ENTITY_EVIDENCE_REVIEW] = TS_EVIDENCE_REVIEW_ASSESSMENT,
  [TS_ENTITY_REVIEW_SEAL] = TS_REVIEW_SEAL_ASSESSMENT,
  [TS_ENTITY_REVIEW_OPENING] = TS_REVIEW_OPENING_ASSESSMENT,
  [TS_ENTITY_DISSENT] = TS_DISSENT_ASSESSMENT,
  [TS_ENTITY_REPLY] = TS_REPLY_ASSESSMENT,
  [TS_ENTITY_REPORT_TEXT] = TS_REPORT_TEXT_ASSESSMENT,
  [TS_ENTITY_PEER_GROUP] = NOTHING,
  [TS_ENTITY_PEER_GROUP_MEMBER] = TS_PEER_GROUP_MEMBER_ORGANISATION,
};

/**
 * ts_row_get_about:
 * @row: any row
 *
 * Returns: (transfer none) (nullable): the id of the assessment that the row belongs to; for what belongs to no assessment, that of its
 *   organisation; %NULL for what belongs to the whole workbook
 */
const char *
ts_row_get_about (const TsRow *row)
{
  int field;

  g_return_val_if_fail (row != NULL, NULL);

  field = about_fields[ts_row_get_entity (row)];

  if (field == NOTHING)
    return NULL;

  return field == ITSELF ? ts_row_get_id (row) : ts_row_get_text (row, (guint) field);
}

/**
 * ts_row_get_node:
 * @row: any row
 *
 * Returns: (transfer none) (nullable): the id of the criterion or group that the row speaks of
 */
const char *
ts_row_get_node (const TsRow *row)
{
  g_return_val_if_fail (row != NULL, NULL);

  switch (ts_row_get_entity (row))
    {
    case TS_ENTITY_RATING:
      return ts_row_get_text (row, TS_RATING_NODE);

    case TS_ENTITY_TARGET:
      return ts_row_get_text (row, TS_TARGET_NODE);

    case TS_ENTITY_EVIDENCE_LINK:
      return ts_row_get_text (row, TS_EVIDENCE_LINK_NODE);

    case TS_ENTITY_ENQUIRY:
      return ts_row_get_text (row, TS_ENQUIRY_NODE);

    case TS_ENTITY_EVIDENCE_REVIEW:
      return ts_row_get_text (row, TS_EVIDENCE_REVIEW_NODE);

    case TS_ENTITY_DISSENT:
      return ts_row_get_text (row, TS_DISSENT_NODE);

    case TS_ENTITY_REPLY:
      return ts_row_get_text (row, TS_REPLY_NODE);

    default:
      return NULL;
    }
}

/**
 * ts_entity_get_about_field:
 * @entity: a kind of row
 *
 * A row is about the same as long as it is there: a level does not go over to another assessment.
 *
 * Returns: (transfer none) (nullable): the name of the field with what rows of this kind are about, as [func@ts_row_get_about] has it; "id" where
 *   they are it themselves, %NULL where they are about nothing
 */
const char *
ts_entity_get_about_field (TsEntity entity)
{
  g_return_val_if_fail (entity < TS_N_ENTITIES, NULL);

  if (about_fields[entity] == NOTHING)
    return NULL;

  return about_fields[entity] == ITSELF ? "id" : ts_entity_get_fields (entity, NULL)[about_fields[entity]].name;
}
