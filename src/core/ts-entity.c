/* ts-entity.c — the kinds of row that a workbook keeps
 *
 * One table describes every kind of row. The store makes its statements from it, the journal its JSON,
 * and replay its checks, so that a new field is written down once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-entity.h"

#define NOTHING (-1)

static const TsField organisation_fields[] = {
  { "code", TS_FIELD_TEXT, TRUE, NOTHING },
  { "kind", TS_FIELD_TEXT, TRUE, NOTHING },
  { "opened", TS_FIELD_TEXT, FALSE, NOTHING },
  { "closed", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField organisation_name_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "name", TS_FIELD_TEXT, TRUE, NOTHING },
  { "valid_from", TS_FIELD_TEXT, FALSE, NOTHING },
  { "valid_to", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField organisation_parent_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "parent", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "valid_from", TS_FIELD_TEXT, FALSE, NOTHING },
  { "valid_to", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField organisation_successor_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "successor", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
};

static const TsField framework_fields[] = {
  { "code", TS_FIELD_TEXT, TRUE, NOTHING },
  { "edition", TS_FIELD_TEXT, TRUE, NOTHING },
  { "title", TS_FIELD_TEXT, TRUE, NOTHING },
  { "content", TS_FIELD_TEXT, TRUE, NOTHING },
};

static const TsField assessment_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "framework", TS_FIELD_TEXT, TRUE, TS_ENTITY_FRAMEWORK },
  { "year", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "stage", TS_FIELD_TEXT, TRUE, NOTHING },
};

static const TsField rating_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "layer", TS_FIELD_TEXT, TRUE, NOTHING },
  { "assessor", TS_FIELD_TEXT, TRUE, NOTHING },
  { "level", TS_FIELD_INTEGER, FALSE, NOTHING },
  { "rationale", TS_FIELD_TEXT, FALSE, NOTHING },
  { "carried", TS_FIELD_TEXT, FALSE, NOTHING },
  { "confidence", TS_FIELD_TEXT, FALSE, NOTHING },
  { "strengths", TS_FIELD_TEXT, FALSE, NOTHING },
  { "development", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField target_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "year", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "level", TS_FIELD_INTEGER, TRUE, NOTHING },
};

static const TsField evidence_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "title", TS_FIELD_TEXT, TRUE, NOTHING },
  { "kind", TS_FIELD_TEXT, TRUE, NOTHING },
  { "content", TS_FIELD_TEXT, FALSE, NOTHING },
  { "file_name", TS_FIELD_TEXT, FALSE, NOTHING },
  { "media_type", TS_FIELD_TEXT, FALSE, NOTHING },
  { "size", TS_FIELD_INTEGER, FALSE, NOTHING },
  { "address", TS_FIELD_TEXT, FALSE, NOTHING },
  { "received", TS_FIELD_TEXT, FALSE, NOTHING },
  { "period_from", TS_FIELD_TEXT, FALSE, NOTHING },
  { "period_to", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField evidence_link_fields[] = {
  { "evidence", TS_FIELD_TEXT, TRUE, TS_ENTITY_EVIDENCE },
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "place", TS_FIELD_TEXT, FALSE, NOTHING },
  { "carried", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField organisation_population_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "year", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "population", TS_FIELD_INTEGER, TRUE, NOTHING },
};

static const TsField person_fields[] = {
  { "name", TS_FIELD_TEXT, TRUE, NOTHING },
  { "role", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField outcome_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "position", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "metric", TS_FIELD_TEXT, TRUE, NOTHING },
  { "unit", TS_FIELD_TEXT, TRUE, NOTHING },
  { "direction", TS_FIELD_TEXT, TRUE, NOTHING },
  { "suggested", TS_FIELD_TEXT, FALSE, NOTHING },
  { "source", TS_FIELD_TEXT, FALSE, NOTHING },
  { "since", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "until", TS_FIELD_INTEGER, FALSE, NOTHING },
};

static const TsField outcome_value_fields[] = {
  { "outcome", TS_FIELD_TEXT, TRUE, TS_ENTITY_OUTCOME },
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "year", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "aspiration", TS_FIELD_REAL, FALSE, NOTHING },
  { "actual", TS_FIELD_REAL, FALSE, NOTHING },
};

static const TsField sign_off_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "position", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "from_stage", TS_FIELD_TEXT, TRUE, NOTHING },
  { "to_stage", TS_FIELD_TEXT, TRUE, NOTHING },
  { "name", TS_FIELD_TEXT, TRUE, NOTHING },
  { "role", TS_FIELD_TEXT, FALSE, NOTHING },
  { "meeting", TS_FIELD_TEXT, FALSE, NOTHING },
  { "day", TS_FIELD_TEXT, TRUE, NOTHING },
  { "reason", TS_FIELD_TEXT, FALSE, NOTHING },
  { "hash", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField review_round_fields[] = {
  { "framework", TS_FIELD_TEXT, TRUE, TS_ENTITY_FRAMEWORK },
  { "year", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "title", TS_FIELD_TEXT, TRUE, NOTHING },
  { "opens", TS_FIELD_TEXT, FALSE, NOTHING },
  { "closes", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField round_assessment_fields[] = {
  { "round", TS_FIELD_TEXT, TRUE, TS_ENTITY_REVIEW_ROUND },
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
};

static const TsField panel_fields[] = {
  { "round", TS_FIELD_TEXT, TRUE, TS_ENTITY_REVIEW_ROUND },
  { "position", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "title", TS_FIELD_TEXT, TRUE, NOTHING },
  { "day", TS_FIELD_TEXT, FALSE, NOTHING },
  { "agenda", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField panel_member_fields[] = {
  { "panel", TS_FIELD_TEXT, TRUE, TS_ENTITY_PANEL },
  { "person", TS_FIELD_TEXT, TRUE, TS_ENTITY_PERSON },
  { "role", TS_FIELD_TEXT, TRUE, NOTHING },
};

static const TsField panel_assessment_fields[] = {
  { "panel", TS_FIELD_TEXT, TRUE, TS_ENTITY_PANEL },
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "begins", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField interest_fields[] = {
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
  { "person", TS_FIELD_TEXT, TRUE, TS_ENTITY_PERSON },
  { "role", TS_FIELD_TEXT, TRUE, NOTHING },
  { "valid_from", TS_FIELD_TEXT, FALSE, NOTHING },
  { "valid_to", TS_FIELD_TEXT, FALSE, NOTHING },
  { "note", TS_FIELD_TEXT, FALSE, NOTHING },
  { "declared", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField conflict_action_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "person", TS_FIELD_TEXT, TRUE, TS_ENTITY_PERSON },
  { "decision", TS_FIELD_TEXT, TRUE, NOTHING },
  { "decided_by", TS_FIELD_TEXT, TRUE, NOTHING },
  { "day", TS_FIELD_TEXT, TRUE, NOTHING },
  { "reason", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField enquiry_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "position", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "question", TS_FIELD_TEXT, TRUE, NOTHING },
  { "addressee", TS_FIELD_TEXT, FALSE, NOTHING },
  { "asked_by", TS_FIELD_TEXT, FALSE, NOTHING },
  { "answer", TS_FIELD_TEXT, FALSE, NOTHING },
  { "answered", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField evidence_review_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "evidence", TS_FIELD_TEXT, TRUE, NOTHING },
  { "sufficiency", TS_FIELD_TEXT, FALSE, NOTHING },
  { "note", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField review_seal_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "assessor", TS_FIELD_TEXT, TRUE, NOTHING },
  { "state", TS_FIELD_TEXT, TRUE, NOTHING },
  { "day", TS_FIELD_TEXT, TRUE, NOTHING },
  { "reason", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField review_opening_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "opened_by", TS_FIELD_TEXT, TRUE, NOTHING },
  { "day", TS_FIELD_TEXT, TRUE, NOTHING },
  { "reason", TS_FIELD_TEXT, TRUE, NOTHING },
};

static const TsField dissent_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, TRUE, NOTHING },
  { "person", TS_FIELD_TEXT, TRUE, TS_ENTITY_PERSON },
  { "level", TS_FIELD_INTEGER, FALSE, NOTHING },
  { "note", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField reply_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "node", TS_FIELD_TEXT, FALSE, NOTHING },
  { "position", TS_FIELD_INTEGER, TRUE, NOTHING },
  { "passage", TS_FIELD_TEXT, TRUE, NOTHING },
  { "answer", TS_FIELD_TEXT, FALSE, NOTHING },
  { "answered", TS_FIELD_TEXT, FALSE, NOTHING },
  { "response", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField report_text_fields[] = {
  { "assessment", TS_FIELD_TEXT, TRUE, TS_ENTITY_ASSESSMENT },
  { "section", TS_FIELD_TEXT, TRUE, NOTHING },
  { "body", TS_FIELD_TEXT, TRUE, NOTHING },
};

static const TsField peer_group_fields[] = {
  { "name", TS_FIELD_TEXT, TRUE, NOTHING },
  { "note", TS_FIELD_TEXT, FALSE, NOTHING },
};

static const TsField peer_group_member_fields[] = {
  { "peer_group", TS_FIELD_TEXT, TRUE, TS_ENTITY_PEER_GROUP },
  { "organisation", TS_FIELD_TEXT, TRUE, TS_ENTITY_ORGANISATION },
};

static const struct
{
  const char *name;
  const TsField *fields;
  guint n_fields;
} entities[TS_N_ENTITIES] = {
  [TS_ENTITY_ORGANISATION] = { "organisation", organisation_fields, G_N_ELEMENTS (organisation_fields) },
  [TS_ENTITY_ORGANISATION_NAME] = { "organisation_name", organisation_name_fields, G_N_ELEMENTS (organisation_name_fields) },
  [TS_ENTITY_ORGANISATION_PARENT] = { "organisation_parent", organisation_parent_fields, G_N_ELEMENTS (organisation_parent_fields) },
  [TS_ENTITY_ORGANISATION_SUCCESSOR] = { "organisation_successor", organisation_successor_fields, G_N_ELEMENTS (organisation_successor_fields) },
  [TS_ENTITY_FRAMEWORK] = { "framework", framework_fields, G_N_ELEMENTS (framework_fields) },
  [TS_ENTITY_ASSESSMENT] = { "assessment", assessment_fields, G_N_ELEMENTS (assessment_fields) },
  [TS_ENTITY_RATING] = { "rating", rating_fields, G_N_ELEMENTS (rating_fields) },
  [TS_ENTITY_TARGET] = { "target", target_fields, G_N_ELEMENTS (target_fields) },
  [TS_ENTITY_EVIDENCE] = { "evidence", evidence_fields, G_N_ELEMENTS (evidence_fields) },
  [TS_ENTITY_EVIDENCE_LINK] = { "evidence_link", evidence_link_fields, G_N_ELEMENTS (evidence_link_fields) },
  [TS_ENTITY_ORGANISATION_POPULATION] = { "organisation_population", organisation_population_fields, G_N_ELEMENTS (organisation_population_fields) },
  [TS_ENTITY_PERSON] = { "person", person_fields, G_N_ELEMENTS (person_fields) },
  [TS_ENTITY_OUTCOME] = { "outcome", outcome_fields, G_N_ELEMENTS (outcome_fields) },
  [TS_ENTITY_OUTCOME_VALUE] = { "outcome_value", outcome_value_fields, G_N_ELEMENTS (outcome_value_fields) },
  [TS_ENTITY_SIGN_OFF] = { "sign_off", sign_off_fields, G_N_ELEMENTS (sign_off_fields) },
  [TS_ENTITY_REVIEW_ROUND] = { "review_round", review_round_fields, G_N_ELEMENTS (review_round_fields) },
  [TS_ENTITY_ROUND_ASSESSMENT] = { "round_assessment", round_assessment_fields, G_N_ELEMENTS (round_assessment_fields) },
  [TS_ENTITY_PANEL] = { "panel", panel_fields, G_N_ELEMENTS (panel_fields) },
  [TS_ENTITY_PANEL_MEMBER] = { "panel_member", panel_member_fields, G_N_ELEMENTS (panel_member_fields) },
  [TS_ENTITY_PANEL_ASSESSMENT] = { "panel_assessment", panel_assessment_fields, G_N_ELEMENTS (panel_assessment_fields) },
  [TS_ENTITY_INTEREST] = { "interest", interest_fields, G_N_ELEMENTS (interest_fields) },
  [TS_ENTITY_CONFLICT_ACTION] = { "conflict_action", conflict_action_fields, G_N_ELEMENTS (conflict_action_fields) },
  [TS_ENTITY_ENQUIRY] = { "enquiry", enquiry_fields, G_N_ELEMENTS (enquiry_fields) },
  [TS_ENTITY_EVIDENCE_REVIEW] = { "evidence_review", evidence_review_fields, G_N_ELEMENTS (evidence_review_fields) },
  [TS_ENTITY_REVIEW_SEAL] = { "review_seal", review_seal_fields, G_N_ELEMENTS (review_seal_fields) },
  [TS_ENTITY_REVIEW_OPENING] = { "review_opening", review_opening_fields, G_N_ELEMENTS (review_opening_fields) },
  [TS_ENTITY_DISSENT] = { "dissent", dissent_fields, G_N_ELEMENTS (dissent_fields) },
  [TS_ENTITY_REPLY] = { "reply", reply_fields, G_N_ELEMENTS (reply_fields) },
  [TS_ENTITY_REPORT_TEXT] = { "report_text", report_text_fields, G_N_ELEMENTS (report_text_fields) },
  [TS_ENTITY_PEER_GROUP] = { "peer_group", peer_group_fields, G_N_ELEMENTS (peer_group_fields) },
  [TS_ENTITY_PEER_GROUP_MEMBER] = { "peer_group_member", peer_group_member_fields, G_N_ELEMENTS (peer_group_member_fields) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (organisation_fields) == TS_ORGANISATION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (organisation_name_fields) == TS_ORGANISATION_NAME_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (organisation_parent_fields) == TS_ORGANISATION_PARENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (organisation_successor_fields) == TS_ORGANISATION_SUCCESSOR_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (framework_fields) == TS_FRAMEWORK_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (assessment_fields) == TS_ASSESSMENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (rating_fields) == TS_RATING_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (target_fields) == TS_TARGET_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (evidence_fields) == TS_EVIDENCE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (evidence_link_fields) == TS_EVIDENCE_LINK_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (organisation_population_fields) == TS_ORGANISATION_POPULATION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (person_fields) == TS_PERSON_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (outcome_fields) == TS_OUTCOME_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (outcome_value_fields) == TS_OUTCOME_VALUE_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (sign_off_fields) == TS_SIGN_OFF_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_round_fields) == TS_REVIEW_ROUND_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (round_assessment_fields) == TS_ROUND_ASSESSMENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (panel_fields) == TS_PANEL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (panel_member_fields) == TS_PANEL_MEMBER_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (panel_assessment_fields) == TS_PANEL_ASSESSMENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (interest_fields) == TS_INTEREST_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (conflict_action_fields) == TS_CONFLICT_ACTION_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (enquiry_fields) == TS_ENQUIRY_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (evidence_review_fields) == TS_EVIDENCE_REVIEW_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_seal_fields) == TS_REVIEW_SEAL_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_opening_fields) == TS_REVIEW_OPENING_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (dissent_fields) == TS_DISSENT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (reply_fields) == TS_REPLY_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (report_text_fields) == TS_REPORT_TEXT_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (peer_group_fields) == TS_PEER_GROUP_N_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (peer_group_member_fields) == TS_PEER_GROUP_MEMBER_N_FIELDS);

/**
 * ts_entity_get_name:
 * @entity: a kind of row
 *
 * Returns: (transfer none): the table's name in the workbook, which is also its name in the journal
 */
const char *
ts_entity_get_name (TsEntity entity)
{
  g_return_val_if_fail (entity < TS_N_ENTITIES, NULL);

  return entities[entity].name;
}

/**
 * ts_entity_from_name:
 * @name: a name, from anywhere
 * @entity: (out): where to put the kind of row
 *
 * Returns: whether there is such a kind of row
 */
gboolean
ts_entity_from_name (const char *name,
                     TsEntity   *entity)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (entity != NULL, FALSE);

  for (guint i = 0; i < TS_N_ENTITIES; i++)
    {
      if (g_str_equal (entities[i].name, name))
        {
          *entity = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * ts_entity_get_fields:
 * @entity: a kind of row
 * @n_fields: (out) (optional): how many fields it has
 *
 * Returns: (transfer none) (array length=n_fields): the fields beside the row id, in the order of the entity's field enumeration
 */
const TsField *
ts_entity_get_fields (TsEntity  entity,
                      guint    *n_fields)
{
  g_return_val_if_fail (entity < TS_N_ENTITIES, NULL);

  if (n_fields != NULL)
    *n_fields = entities[entity].n_fields;

  return entities[entity].fields;
}

/**
 * ts_entity_find_field:
 * @entity: a kind of row
 * @name: a field's name, from anywhere
 *
 * Returns: the field's index, or -1
 */
int
ts_entity_find_field (TsEntity    entity,
                      const char *name)
{
  g_return_val_if_fail (entity < TS_N_ENTITIES, -1);
  g_return_val_if_fail (name != NULL, -1);

  for (guint i = 0; i < entities[entity].n_fields; i++)
    {
      if (g_str_equal (entities[entity].fields[i].name, name))
        return i;
    }

  return -1;
}
