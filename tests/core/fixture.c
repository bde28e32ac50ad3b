/* fixture.c — a small framework and rows for the tests of the rules
 *
 * Seven criteria in three groups on a scale of four levels, two groups without criteria on red, amber and green, and a
 * section of outcomes: one of each case that the rules tell apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include "core/ts-attach.h"
#include "core/ts-framework-builder.h"
#include "core/ts-rate.h"

static void
add_scales (TsFrameworkBuilder *builder)
{
  TsScale *levels = ts_scale_new ("maturity", TS_SCALE_LEVELS);
  TsScale *lights = ts_scale_new ("lights", TS_SCALE_RATING);

  ts_scale_add_level (levels, "1", "Level 1", TS_MEANING_LOW);
  ts_scale_add_level (levels, "2", "Level 2", TS_MEANING_BELOW);
  ts_scale_add_level (levels, "3", "Level 3", TS_MEANING_ABOVE);
  ts_scale_add_level (levels, "4", "Level 4", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, levels);

  ts_scale_add_level (lights, "red", "Red", TS_MEANING_LOW);
  ts_scale_add_level (lights, "amber", "Amber", TS_MEANING_MIDDLE);
  ts_scale_add_level (lights, "green", "Green", TS_MEANING_HIGH);
  ts_framework_builder_add_scale (builder, lights);
}

static void
add_competencies (TsFrameworkBuilder *builder,
                  TsRollUpRule        rule)
{
  static const char *const descriptors[] = { "Nothing yet.", "A start.", "Most of it.", "All of it.", NULL };
  const TsStageOfCycle *plan = ts_framework_builder_find_stage_of_cycle (builder, "plan");
  const TsStageOfCycle *buy = ts_framework_builder_find_stage_of_cycle (builder, "buy");

  ts_framework_builder_add_graded_section (builder, "competencies", "Competencies",
                                           ts_framework_builder_find_scale (builder, "maturity"), rule);
  ts_framework_builder_add_group (builder, "5", "Know", plan, "What is needed", NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "5a", "Skills", "Who can count", descriptors, "A plan of training");
  ts_framework_builder_add_criterion (builder, "5b", "Trends", "What will come", descriptors, "A forecast");
  ts_framework_builder_add_criterion (builder, "5c", "Benchmarks", "What others do", descriptors, "A comparison");
  ts_framework_builder_add_group (builder, "6", "Choose", plan, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "6a", "Models", "What would follow", descriptors, "A model");
  ts_framework_builder_add_criterion (builder, "6b", "Priorities", "What comes first", descriptors, "A list");
  ts_framework_builder_add_group (builder, "7", "Buy", buy, NULL, NULL, NULL, NULL);
  ts_framework_builder_add_criterion (builder, "7a", "Capacity", "Who can provide", descriptors, "A survey");
  ts_framework_builder_add_criterion (builder, "7b", "Choice", "What people can choose", descriptors, "A directory");
}

/**
 * fixture_framework_new:
 * @rule: the rule of its competencies; its governance rolls up by the minimum
 *
 * Returns: (transfer full): the small framework
 */
TsFramework *
fixture_framework_new (TsRollUpRule rule)
{
  static const char *const descriptors[] = { "Not in place.", "Partly in place.", "In place.", NULL };
  g_autoptr (TsFrameworkBuilder) builder =
    ts_framework_builder_new ("small", "first", "A small framework", FIXTURE_YEAR, "made for tests", "GPL-3.0-or-later");

  ts_framework_builder_add_stage_of_cycle (builder, "plan", "Planning");
  ts_framework_builder_add_stage_of_cycle (builder, "buy", "Buying");
  add_scales (builder);
  add_competencies (builder, rule);

  ts_framework_builder_add_graded_section (builder, "governance", "Governance",
                                           ts_framework_builder_find_scale (builder, "lights"), TS_ROLL_UP_MINIMUM);
  ts_framework_builder_add_group (builder, "strategy", "Strategy", NULL, NULL, "Whether there is one", descriptors, "A plan");
  ts_framework_builder_add_group (builder, "finance", "Finance", NULL, NULL, "Whether it is sound", descriptors, "Accounts");

  ts_framework_builder_add_outcomes_section (builder, "outcomes", "Outcomes", 10);
  ts_framework_builder_add_suggested_outcome (builder, "life", "Life expectancy", "years", TRUE, TRUE);
  ts_framework_builder_add_suggested_outcome (builder, "smoking", "People who smoke", "%", FALSE, FALSE);

  return ts_framework_builder_end (builder);
}

TsRow *
fixture_assessment_new (TsStage stage)
{
  TsRow *row = ts_row_new (TS_ENTITY_ASSESSMENT, "assessment-1");

  ts_row_set_text (row, TS_ASSESSMENT_ORGANISATION, "organisation-1");
  ts_row_set_text (row, TS_ASSESSMENT_FRAMEWORK, "framework-1");
  ts_row_set_integer (row, TS_ASSESSMENT_YEAR, FIXTURE_YEAR);
  ts_row_set_text (row, TS_ASSESSMENT_STAGE, ts_stage_get_name (stage));

  return row;
}

/**
 * fixture_rating_new:
 * @level: the level; 0 for none
 * @rationale: (nullable): why
 *
 * Returns: (transfer full): a rating as a workbook keeps it
 */
TsRow *
fixture_rating_new (const TsRow *assessment,
                    const char  *node_id,
                    TsLayer      layer,
                    const char  *assessor,
                    int          level,
                    const char  *rationale)
{
  g_autofree char *id = ts_rating_row_id (ts_row_get_id (assessment), node_id, layer, assessor);
  TsRow *row = ts_row_new (TS_ENTITY_RATING, id);

  ts_row_set_text (row, TS_RATING_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_RATING_NODE, node_id);
  ts_row_set_text (row, TS_RATING_LAYER, ts_layer_get_name (layer));
  ts_row_set_text (row, TS_RATING_ASSESSOR, assessor);
  ts_row_set_text (row, TS_RATING_RATIONALE, rationale);

  if (level != 0)
    ts_row_set_integer (row, TS_RATING_LEVEL, level);

  return row;
}

TsRow *
fixture_target_new (const TsRow *assessment,
                    const char  *node_id,
                    int          year,
                    int          level)
{
  g_autofree char *id = ts_target_row_id (ts_row_get_id (assessment), node_id, year);
  TsRow *row = ts_row_new (TS_ENTITY_TARGET, id);

  ts_row_set_text (row, TS_TARGET_ASSESSMENT, ts_row_get_id (assessment));
  ts_row_set_text (row, TS_TARGET_NODE, node_id);
  ts_row_set_integer (row, TS_TARGET_YEAR, year);
  ts_row_set_integer (row, TS_TARGET_LEVEL, level);

  return row;
}

static TsRow *
new_evidence (const char     *id,
              const char     *title,
              TsEvidenceKind  kind)
{
  TsRow *row = ts_row_new (TS_ENTITY_EVIDENCE, id);

  ts_row_set_text (row, TS_EVIDENCE_ORGANISATION, "organisation-1");
  ts_row_set_text (row, TS_EVIDENCE_TITLE, title);
  ts_row_set_text (row, TS_EVIDENCE_KIND, ts_evidence_kind_get_name (kind));

  return row;
}

TsRow *
fixture_file_new (const char *id,
                  const char *title)
{
  TsRow *row = new_evidence (id, title, TS_EVIDENCE_KIND_DOCUMENT);

  ts_row_set_text (row, TS_EVIDENCE_CONTENT, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, "paper.pdf");
  ts_row_set_integer (row, TS_EVIDENCE_SIZE, 0);

  return row;
}

TsRow *
fixture_web_page_new (const char *id,
                      const char *title,
                      const char *address)
{
  TsRow *row = new_evidence (id, title, TS_EVIDENCE_KIND_WEB);

  ts_row_set_text (row, TS_EVIDENCE_ADDRESS, address);

  return row;
}

char *
fixture_row_to_json (const TsRow *row)
{
  GString *json = g_string_new (NULL);

  ts_row_append_json (row, json);

  return g_string_free (json, FALSE);
}

void
fixture_assert_row_json (const TsRow *row,
                         const char  *expected)
{
  g_autofree char *json = fixture_row_to_json (row);

  g_assert_cmpstr (json, ==, expected);
}
