/* ts-entity.h — the kinds of row that a workbook keeps
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsEntity:
 *
 * The kinds of row that travel through the journal. The order is the order in which rows of a replayed
 * or merged workbook can be written without a dangling reference.
 */
typedef enum
{
  TS_ENTITY_ORGANISATION,
  TS_ENTITY_ORGANISATION_NAME,
  TS_ENTITY_ORGANISATION_PARENT,
  TS_ENTITY_ORGANISATION_SUCCESSOR,
  TS_ENTITY_FRAMEWORK,
  TS_ENTITY_ASSESSMENT,
  TS_ENTITY_RATING,
  TS_ENTITY_TARGET,
  TS_ENTITY_EVIDENCE,
  TS_ENTITY_EVIDENCE_LINK,
  TS_ENTITY_ORGANISATION_POPULATION,
  TS_ENTITY_PERSON,
  TS_ENTITY_OUTCOME,
  TS_ENTITY_OUTCOME_VALUE,
  TS_ENTITY_SIGN_OFF,
} TsEntity;

#define TS_N_ENTITIES (TS_ENTITY_SIGN_OFF + 1)

typedef enum
{
  TS_FIELD_TEXT,
  TS_FIELD_INTEGER,
  TS_FIELD_REAL,
} TsFieldType;

/**
 * TsField:
 * @name: the column's name in the workbook and the member's name in the journal
 * @type: what it holds
 * @required: whether a row without it is refused
 * @refers_to: the entity whose row id this field holds, or -1
 */
typedef struct
{
  const char *name;
  TsFieldType type;
  gboolean required;
  int refers_to;
} TsField;

/* Fields by entity. Released fields never change place or meaning: the journal of an old workbook speaks of them. */

typedef enum
{
  TS_ORGANISATION_CODE,
  TS_ORGANISATION_KIND,
  TS_ORGANISATION_OPENED,
  TS_ORGANISATION_CLOSED,
  TS_ORGANISATION_N_FIELDS,
} TsOrganisationField;

typedef enum
{
  TS_ORGANISATION_NAME_ORGANISATION,
  TS_ORGANISATION_NAME_NAME,
  TS_ORGANISATION_NAME_VALID_FROM,
  TS_ORGANISATION_NAME_VALID_TO,
  TS_ORGANISATION_NAME_N_FIELDS,
} TsOrganisationNameField;

typedef enum
{
  TS_ORGANISATION_PARENT_ORGANISATION,
  TS_ORGANISATION_PARENT_PARENT,
  TS_ORGANISATION_PARENT_VALID_FROM,
  TS_ORGANISATION_PARENT_VALID_TO,
  TS_ORGANISATION_PARENT_N_FIELDS,
} TsOrganisationParentField;

typedef enum
{
  TS_ORGANISATION_SUCCESSOR_ORGANISATION,
  TS_ORGANISATION_SUCCESSOR_SUCCESSOR,
  TS_ORGANISATION_SUCCESSOR_N_FIELDS,
} TsOrganisationSuccessorField;

typedef enum
{
  TS_FRAMEWORK_CODE,
  TS_FRAMEWORK_EDITION,
  TS_FRAMEWORK_TITLE,
  TS_FRAMEWORK_CONTENT,
  TS_FRAMEWORK_N_FIELDS,
} TsFrameworkField;

typedef enum
{
  TS_ASSESSMENT_ORGANISATION,
  TS_ASSESSMENT_FRAMEWORK,
  TS_ASSESSMENT_YEAR,
  TS_ASSESSMENT_STAGE,
  TS_ASSESSMENT_N_FIELDS,
} TsAssessmentField;

typedef enum
{
  TS_RATING_ASSESSMENT,
  TS_RATING_NODE,
  TS_RATING_LAYER,
  TS_RATING_ASSESSOR,
  TS_RATING_LEVEL,
  TS_RATING_RATIONALE,
  TS_RATING_CARRIED,
  TS_RATING_N_FIELDS,
} TsRatingField;

typedef enum
{
  TS_TARGET_ASSESSMENT,
  TS_TARGET_NODE,
  TS_TARGET_YEAR,
  TS_TARGET_LEVEL,
  TS_TARGET_N_FIELDS,
} TsTargetField;

typedef enum
{
  TS_EVIDENCE_ORGANISATION,
  TS_EVIDENCE_TITLE,
  TS_EVIDENCE_KIND,
  TS_EVIDENCE_CONTENT,
  TS_EVIDENCE_FILE_NAME,
  TS_EVIDENCE_MEDIA_TYPE,
  TS_EVIDENCE_SIZE,
  TS_EVIDENCE_ADDRESS,
  TS_EVIDENCE_RECEIVED,
  TS_EVIDENCE_PERIOD_FROM,
  TS_EVIDENCE_PERIOD_TO,
  TS_EVIDENCE_N_FIELDS,
} TsEvidenceField;

typedef enum
{
  TS_EVIDENCE_LINK_EVIDENCE,
  TS_EVIDENCE_LINK_ASSESSMENT,
  TS_EVIDENCE_LINK_NODE,
  TS_EVIDENCE_LINK_PLACE,
  TS_EVIDENCE_LINK_CARRIED,
  TS_EVIDENCE_LINK_N_FIELDS,
} TsEvidenceLinkField;

typedef enum
{
  TS_ORGANISATION_POPULATION_ORGANISATION,
  TS_ORGANISATION_POPULATION_YEAR,
  TS_ORGANISATION_POPULATION_POPULATION,
  TS_ORGANISATION_POPULATION_N_FIELDS,
} TsOrganisationPopulationField;

typedef enum
{
  TS_PERSON_NAME,
  TS_PERSON_ROLE,
  TS_PERSON_N_FIELDS,
} TsPersonField;

typedef enum
{
  TS_OUTCOME_ORGANISATION,
  TS_OUTCOME_POSITION,
  TS_OUTCOME_METRIC,
  TS_OUTCOME_UNIT,
  TS_OUTCOME_DIRECTION,
  TS_OUTCOME_SUGGESTED,
  TS_OUTCOME_SOURCE,
  TS_OUTCOME_SINCE,
  TS_OUTCOME_UNTIL,
  TS_OUTCOME_N_FIELDS,
} TsOutcomeField;

typedef enum
{
  TS_OUTCOME_VALUE_OUTCOME,
  TS_OUTCOME_VALUE_ORGANISATION,
  TS_OUTCOME_VALUE_YEAR,
  TS_OUTCOME_VALUE_ASPIRATION,
  TS_OUTCOME_VALUE_ACTUAL,
  TS_OUTCOME_VALUE_N_FIELDS,
} TsOutcomeValueField;

typedef enum
{
  TS_SIGN_OFF_ASSESSMENT,
  TS_SIGN_OFF_POSITION,
  TS_SIGN_OFF_FROM_STAGE,
  TS_SIGN_OFF_TO_STAGE,
  TS_SIGN_OFF_NAME,
  TS_SIGN_OFF_ROLE,
  TS_SIGN_OFF_MEETING,
  TS_SIGN_OFF_DAY,
  TS_SIGN_OFF_REASON,
  TS_SIGN_OFF_HASH,
  TS_SIGN_OFF_N_FIELDS,
} TsSignOffField;

const char *ts_entity_get_name (TsEntity entity);
gboolean ts_entity_from_name (const char *name,
                              TsEntity   *entity);
const TsField *ts_entity_get_fields (TsEntity  entity,
                                     guint    *n_fields);
int ts_entity_find_field (TsEntity    entity,
                          const char *name);

G_END_DECLS
