/* ts-framework-reader.c — framework files, format 1
 *
 * A framework decides what assessments mean for years, so its file is read strictly: a member that is not known is an error rather
 * than a setting that silently does nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-framework-reader.h"

#include "core/ts-framework-builder.h"
#include "core/ts-year.h"
#include "exchange/ts-exchange-error.h"
#include "exchange/ts-input-file.h"
#include "exchange/ts-json-document.h"
#include "exchange/ts-json-place.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1

#define LONGEST_TEXT    4000
#define LONGEST_TITLE   200
#define LONGEST_EDITION 64
#define LONGEST_ID      64
#define LONGEST_NODE_ID 32
#define LONGEST_TOKEN   32

#define FEWEST_STAGES  3
#define MOST_STAGES    6
#define MOST_SCALES    16
#define FEWEST_LEVELS  2
#define MOST_SECTIONS  32
#define MOST_GROUPS    200
#define MOST_CRITERIA  100
#define MOST_SUGGESTED 200
#define MOST_OUTCOMES  100

static const char *const document_members[] = {
  "touchstone-framework",
  "id",
  "edition",
  "title",
  "year",
  "source",
  "licence",
  "stages",
  "scales",
  "sections",
  NULL,
};
static const char *const stage_members[] = { "id", "title", NULL };
static const char *const scale_members[] = { "id", "kind", "levels", NULL };
static const char *const level_members[] = { "token", "label", "meaning", NULL };
static const char *const graded_members[] = { "id", "title", "kind", "scale", "rule", "groups", NULL };
static const char *const outcomes_members[] = { "id", "title", "kind", "most", "suggested", NULL };
static const char *const any_section_members[] = {
  "id",
  "title",
  "kind",
  "scale",
  "rule",
  "groups",
  "most",
  "suggested",
  NULL,
};
static const char *const group_members[] = {
  "id",
  "title",
  "stage",
  "summary",
  "definition",
  "descriptors",
  "evidence-prompt",
  "criteria",
  NULL,
};
static const char *const criterion_members[] = { "id", "title", "definition", "descriptors", "evidence-prompt", NULL };
static const char *const outcome_members[] = { "id", "metric", "unit", "direction", "national", NULL };

static const char *
member_text (const TsJsonPlace  *object,
             const char         *member,
             guint               longest,
             GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  return ts_json_place_get_text (&place, longest, error);
}

static const char *
member_name (const TsJsonPlace  *object,
             const char         *member,
             GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  return ts_json_place_get_name (&place, "-", LONGEST_ID, error);
}

/* A text that may be missing: then *text is NULL. */
static gboolean
optional_text (const TsJsonPlace  *object,
               const char         *member,
               const char        **text,
               GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);

  *text = NULL;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  *text = ts_json_place_get_text (&place, LONGEST_TEXT, error);

  return *text != NULL;
}

/* One of two words. */
static gboolean
member_choice (const TsJsonPlace  *object,
               const char         *member,
               const char         *first,
               const char         *second,
               gboolean           *is_first,
               GError            **error)
{
  TsJsonPlace place = ts_json_place_member (object, member);
  const char *text = NULL;

  if (place.node != NULL && JSON_NODE_HOLDS_VALUE (place.node) && json_node_get_value_type (place.node) == G_TYPE_STRING)
    text = json_node_get_string (place.node);

  *is_first = g_strcmp0 (text, first) == 0;

  if (!*is_first && g_strcmp0 (text, second) != 0)
    {
      g_autofree char *expected = g_strdup_printf (_("“%s” or “%s”"), first, second);

      return ts_json_place_expected (&place, error, expected);
    }

  return TRUE;
}

static gboolean
read_stages (TsFrameworkBuilder  *builder,
             const TsJsonPlace   *root,
             GError             **error)
{
  TsJsonPlace stages = ts_json_place_member (root, "stages");
  guint n_stages;

  if (!ts_json_place_check_array (&stages, FEWEST_STAGES, MOST_STAGES, _("an array of 3 to 6 stages"), &n_stages, error))
    return FALSE;

  for (guint i = 0; i < n_stages; i++)
    {
      TsJsonPlace stage = ts_json_place_element (&stages, i);
      TsJsonPlace id_place;
      const char *id;
      const char *title;

      if (!ts_json_place_check_object (&stage, stage_members, error))
        return FALSE;

      id_place = ts_json_place_member (&stage, "id");
      id = ts_json_place_get_name (&id_place, "-", LONGEST_ID, error);

      if (id == NULL)
        return FALSE;

      if (ts_framework_builder_find_stage_of_cycle (builder, id) != NULL)
        return ts_json_place_fail (&id_place, error, _("expected an id that no other stage has, found “%s” again"), id);

      title = member_text (&stage, "title", LONGEST_TITLE, error);

      if (title == NULL)
        return FALSE;

      ts_framework_builder_add_stage_of_cycle (builder, id, title);
    }

  return TRUE;
}

static gboolean
read_level (TsScale            *scale,
            const TsJsonPlace  *level,
            TsMeaning          *worst,
            GError            **error)
{
  TsJsonPlace token_place;
  TsJsonPlace meaning_place;
  const char *token;
  const char *label;
  const char *name;
  TsMeaning meaning;

  if (!ts_json_place_check_object (level, level_members, error))
    return FALSE;

  token_place = ts_json_place_member (level, "token");
  token = ts_json_place_get_name (&token_place, "-", LONGEST_TOKEN, error);

  if (token == NULL)
    return FALSE;

  if (ts_scale_find (scale, token) != 0)
    return ts_json_place_fail (&token_place, error, _("expected a token that no other level has, found “%s” again"), token);

  label = member_text (level, "label", LONGEST_TITLE, error);

  if (label == NULL)
    return FALSE;

  meaning_place = ts_json_place_member (level, "meaning");
  name = ts_json_place_get_text (&meaning_place, LONGEST_ID, error);

  if (name == NULL)
    return FALSE;

  if (!ts_meaning_from_name (name, &meaning))
    return ts_json_place_expected (&meaning_place, error, _("low, below, middle, above or high"));

  if (meaning < *worst)
    return ts_json_place_fail (&meaning_place, error, _("expected levels from the worst to the best, found “%s” after a better one"), name);

  *worst = meaning;
  ts_scale_add_level (scale, token, label, meaning);

  return TRUE;
}

static gboolean
read_scale (TsFrameworkBuilder  *builder,
            const TsJsonPlace   *place,
            GError             **error)
{
  g_autoptr (TsScale) scale = NULL;
  TsMeaning worst = TS_MEANING_LOW;
  TsJsonPlace id_place;
  TsJsonPlace levels;
  const char *id;
  gboolean are_levels;
  guint n_levels;

  if (!ts_json_place_check_object (place, scale_members, error))
    return FALSE;

  id_place = ts_json_place_member (place, "id");
  id = ts_json_place_get_name (&id_place, "-", LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  if (ts_framework_builder_find_scale (builder, id) != NULL)
    return ts_json_place_fail (&id_place, error, _("expected an id that no other scale has, found “%s” again"), id);

  if (!member_choice (place, "kind", "levels", "rating", &are_levels, error))
    return FALSE;

  scale = ts_scale_new (id, are_levels ? TS_SCALE_LEVELS : TS_SCALE_RATING);
  levels = ts_json_place_member (place, "levels");

  if (!ts_json_place_check_array (&levels, FEWEST_LEVELS, TS_SCALE_MOST_LEVELS, _("an array of 2 to 9 levels"), &n_levels, error))
    return FALSE;

  for (guint i = 0; i < n_levels; i++)
    {
      TsJsonPlace level = ts_json_place_element (&levels, i);

      if (!read_level (scale, &level, &worst, error))
        return FALSE;
    }

  ts_framework_builder_add_scale (builder, g_steal_pointer (&scale));

  return TRUE;
}

static gboolean
read_scales (TsFrameworkBuilder  *builder,
             const TsJsonPlace   *root,
             GError             **error)
{
  TsJsonPlace scales = ts_json_place_member (root, "scales");
  guint n_scales;

  if (!ts_json_place_check_array (&scales, 1, MOST_SCALES, _("an array of 1 to 16 scales"), &n_scales, error))
    return FALSE;

  for (guint i = 0; i < n_scales; i++)
    {
      TsJsonPlace scale = ts_json_place_element (&scales, i);

      if (!read_scale (builder, &scale, error))
        return FALSE;
    }

  return TRUE;
}

/* Returns as many texts as the scale has levels, ended by NULL; the texts belong to the document. */
static const char **
read_descriptors (const TsJsonPlace  *place,
                  const TsScale      *scale,
                  GError            **error)
{
  g_autofree const char **descriptors = NULL;
  g_autofree char *expected = NULL;
  guint n_levels = ts_scale_get_n_levels (scale);
  guint n_descriptors;

  expected = g_strdup_printf (_("an array of %u texts, one for each level of the scale “%s”"), n_levels, ts_scale_get_id (scale));

  if (!ts_json_place_check_array (place, n_levels, n_levels, expected, &n_descriptors, error))
    return NULL;

  descriptors = g_new0 (const char *, n_levels + 1);

  for (guint i = 0; i < n_levels; i++)
    {
      TsJsonPlace descriptor = ts_json_place_element (place, i);

      descriptors[i] = ts_json_place_get_text (&descriptor, LONGEST_TEXT, error);

      if (descriptors[i] == NULL)
        return NULL;
    }

  return g_steal_pointer (&descriptors);
}

static const char *
read_node_id (TsFrameworkBuilder  *builder,
              const TsJsonPlace   *node,
              GError             **error)
{
  TsJsonPlace place = ts_json_place_member (node, "id");
  const char *id = ts_json_place_get_name (&place, "-.", LONGEST_NODE_ID, error);

  if (id != NULL && ts_framework_builder_has_node (builder, id))
    {
      ts_json_place_fail (&place, error, _("expected an id that no other group or criterion has, found “%s” again"), id);
      return NULL;
    }

  return id;
}

static gboolean
read_criterion (TsFrameworkBuilder  *builder,
                const TsScale       *scale,
                const TsJsonPlace   *criterion,
                GError             **error)
{
  g_autofree const char **descriptors = NULL;
  TsJsonPlace descriptors_place;
  const char *id;
  const char *title;
  const char *definition;
  const char *prompt;

  if (!ts_json_place_check_object (criterion, criterion_members, error))
    return FALSE;

  descriptors_place = ts_json_place_member (criterion, "descriptors");

  if ((id = read_node_id (builder, criterion, error)) == NULL ||
      (title = member_text (criterion, "title", LONGEST_TITLE, error)) == NULL ||
      (definition = member_text (criterion, "definition", LONGEST_TEXT, error)) == NULL ||
      (descriptors = read_descriptors (&descriptors_place, scale, error)) == NULL ||
      (prompt = member_text (criterion, "evidence-prompt", LONGEST_TEXT, error)) == NULL)
    return FALSE;

  ts_framework_builder_add_criterion (builder, id, title, definition, descriptors, prompt);

  return TRUE;
}

static gboolean
read_stage_of_group (TsFrameworkBuilder    *builder,
                     const TsJsonPlace     *group,
                     const TsStageOfCycle **stage,
                     GError               **error)
{
  TsJsonPlace place = ts_json_place_member (group, "stage");
  const char *id;

  *stage = NULL;

  if (!ts_json_place_is_there (&place))
    return TRUE;

  id = ts_json_place_get_name (&place, "-", LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  *stage = ts_framework_builder_find_stage_of_cycle (builder, id);

  return *stage != NULL || ts_json_place_expected (&place, error, _("the id of one of the stages"));
}

static gboolean
read_group (TsFrameworkBuilder  *builder,
            const TsScale       *scale,
            const TsJsonPlace   *group,
            GError             **error)
{
  g_autofree const char **descriptors = NULL;
  const TsStageOfCycle *stage;
  TsJsonPlace descriptors_place;
  TsJsonPlace criteria;
  const char *id;
  const char *title;
  const char *summary;
  const char *definition;
  const char *prompt;
  guint n_criteria;

  if (!ts_json_place_check_object (group, group_members, error))
    return FALSE;

  id = read_node_id (builder, group, error);

  if (id == NULL)
    return FALSE;

  title = member_text (group, "title", LONGEST_TITLE, error);

  if (title == NULL || !read_stage_of_group (builder, group, &stage, error) || !optional_text (group, "summary", &summary, error))
    return FALSE;

  criteria = ts_json_place_member (group, "criteria");

  if (!ts_json_place_check_array (&criteria, 0, MOST_CRITERIA, _("an array of at most 100 criteria"), &n_criteria, error))
    return FALSE;

  descriptors_place = ts_json_place_member (group, "descriptors");

  /* A group without criteria is judged itself, so there must be something to judge it by. */
  if (n_criteria == 0 || ts_json_place_is_there (&descriptors_place))
    {
      definition = member_text (group, "definition", LONGEST_TEXT, error);

      if (definition == NULL ||
          (descriptors = read_descriptors (&descriptors_place, scale, error)) == NULL ||
          (prompt = member_text (group, "evidence-prompt", LONGEST_TEXT, error)) == NULL)
        return FALSE;
    }
  else if (!optional_text (group, "definition", &definition, error) ||
           !optional_text (group, "evidence-prompt", &prompt, error))
    {
      return FALSE;
    }

  ts_framework_builder_add_group (builder, id, title, stage, summary, definition, descriptors, prompt);

  for (guint i = 0; i < n_criteria; i++)
    {
      TsJsonPlace criterion = ts_json_place_element (&criteria, i);

      if (!read_criterion (builder, scale, &criterion, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_graded_section (TsFrameworkBuilder  *builder,
                     const TsJsonPlace   *section,
                     const char          *id,
                     const char          *title,
                     GError             **error)
{
  const TsScale *scale;
  TsRollUpRule rule;
  TsJsonPlace scale_place;
  TsJsonPlace rule_place;
  TsJsonPlace groups;
  const char *scale_id;
  const char *rule_name;
  guint n_groups;

  if (!ts_json_place_check_object (section, graded_members, error))
    return FALSE;

  scale_place = ts_json_place_member (section, "scale");
  scale_id = ts_json_place_get_name (&scale_place, "-", LONGEST_ID, error);

  if (scale_id == NULL)
    return FALSE;

  scale = ts_framework_builder_find_scale (builder, scale_id);

  if (scale == NULL)
    return ts_json_place_expected (&scale_place, error, _("the id of one of the scales"));

  rule_place = ts_json_place_member (section, "rule");
  rule_name = ts_json_place_get_text (&rule_place, LONGEST_ID, error);

  if (rule_name == NULL)
    return FALSE;

  if (!ts_roll_up_rule_from_name (rule_name, &rule))
    return ts_json_place_expected (&rule_place, error, _("minimum, majority or mean"));

  groups = ts_json_place_member (section, "groups");

  if (!ts_json_place_check_array (&groups, 1, MOST_GROUPS, _("an array of 1 to 200 groups"), &n_groups, error))
    return FALSE;

  ts_framework_builder_add_graded_section (builder, id, title, scale, rule);

  for (guint i = 0; i < n_groups; i++)
    {
      TsJsonPlace group = ts_json_place_element (&groups, i);

      if (!read_group (builder, scale, &group, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_suggested_outcome (TsFrameworkBuilder  *builder,
                        GHashTable          *ids,
                        const TsJsonPlace   *outcome,
                        GError             **error)
{
  TsJsonPlace id_place;
  TsJsonPlace national_place;
  const char *id;
  const char *metric;
  const char *unit;
  gboolean up_is_better;
  gboolean national;

  if (!ts_json_place_check_object (outcome, outcome_members, error))
    return FALSE;

  id_place = ts_json_place_member (outcome, "id");
  id = ts_json_place_get_name (&id_place, "-", LONGEST_ID, error);

  if (id == NULL)
    return FALSE;

  if (!g_hash_table_add (ids, (char *) id))
    return ts_json_place_fail (&id_place, error, _("expected an id that no other outcome has, found “%s” again"), id);

  metric = member_text (outcome, "metric", LONGEST_TITLE, error);

  if (metric == NULL)
    return FALSE;

  unit = member_text (outcome, "unit", LONGEST_TITLE, error);

  if (unit == NULL || !member_choice (outcome, "direction", "up", "down", &up_is_better, error))
    return FALSE;

  national_place = ts_json_place_member (outcome, "national");

  if (!ts_json_place_get_boolean (&national_place, &national, error))
    return FALSE;

  ts_framework_builder_add_suggested_outcome (builder, id, metric, unit, up_is_better, national);

  return TRUE;
}

static gboolean
read_outcomes_section (TsFrameworkBuilder  *builder,
                       const TsJsonPlace   *section,
                       const char          *id,
                       const char          *title,
                       GError             **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  TsJsonPlace most_place;
  TsJsonPlace suggested;
  gint64 most;
  guint n_suggested;

  if (!ts_json_place_check_object (section, outcomes_members, error))
    return FALSE;

  most_place = ts_json_place_member (section, "most");
  suggested = ts_json_place_member (section, "suggested");

  if (!ts_json_place_get_integer (&most_place, 1, MOST_OUTCOMES, &most, error) ||
      !ts_json_place_check_array (&suggested, 0, MOST_SUGGESTED, _("an array of at most 200 outcomes"), &n_suggested, error))
    return FALSE;

  ts_framework_builder_add_outcomes_section (builder, id, title, most);

  for (guint i = 0; i < n_suggested; i++)
    {
      TsJsonPlace outcome = ts_json_place_element (&suggested, i);

      if (!read_suggested_outcome (builder, ids, &outcome, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_sections (TsFrameworkBuilder  *builder,
               const TsJsonPlace   *root,
               GError             **error)
{
  TsJsonPlace sections = ts_json_place_member (root, "sections");
  guint n_sections;

  if (!ts_json_place_check_array (&sections, 1, MOST_SECTIONS, _("an array of 1 to 32 sections"), &n_sections, error))
    return FALSE;

  for (guint i = 0; i < n_sections; i++)
    {
      TsJsonPlace section = ts_json_place_element (&sections, i);
      TsJsonPlace id_place;
      const char *id;
      const char *title;
      gboolean graded;

      /* Which members belong there depends on the kind, so at first any of them may be there. */
      if (!ts_json_place_check_object (&section, any_section_members, error))
        return FALSE;

      id_place = ts_json_place_member (&section, "id");
      id = ts_json_place_get_name (&id_place, "-", LONGEST_ID, error);

      if (id == NULL)
        return FALSE;

      if (ts_framework_builder_has_section (builder, id))
        return ts_json_place_fail (&id_place, error, _("expected an id that no other section has, found “%s” again"), id);

      title = member_text (&section, "title", LONGEST_TITLE, error);

      if (title == NULL || !member_choice (&section, "kind", "graded", "outcomes", &graded, error))
        return FALSE;

      if (graded ? !read_graded_section (builder, &section, id, title, error)
                 : !read_outcomes_section (builder, &section, id, title, error))
        return FALSE;
    }

  return TRUE;
}

static TsFrameworkBuilder *
read_head (const TsJsonPlace  *root,
           GError            **error)
{
  TsJsonPlace format_place;
  TsJsonPlace year_place;
  const char *id;
  const char *edition;
  const char *title;
  const char *year_text;
  const char *source;
  const char *licence;
  gint64 format;
  int year;

  if (!JSON_NODE_HOLDS_OBJECT (root->node))
    {
      ts_json_place_expected (root, error, _("an object"));
      return NULL;
    }

  /* The format comes first: what other formats contain is for other versions to say. */
  format_place = ts_json_place_member (root, "touchstone-framework");

  if (!ts_json_place_is_there (&format_place))
    {
      ts_json_place_fail (&format_place, error, _("not a framework file: expected this member, found nothing"));
      return NULL;
    }

  if (!ts_json_place_get_integer (&format_place, 1, G_MAXINT, &format, error))
    return NULL;

  if (format != FORMAT)
    {
      ts_json_place_fail (&format_place, error,
                          _("expected format %d, found %lld: the file is for a newer version of Touchstone"),
                          FORMAT, (long long) format);
      return NULL;
    }

  if (!ts_json_place_check_object (root, document_members, error))
    return NULL;

  if ((id = member_name (root, "id", error)) == NULL ||
      (edition = member_text (root, "edition", LONGEST_EDITION, error)) == NULL ||
      (title = member_text (root, "title", LONGEST_TITLE, error)) == NULL)
    return NULL;

  year_place = ts_json_place_member (root, "year");
  year_text = ts_json_place_get_text (&year_place, LONGEST_ID, error);

  if (year_text == NULL)
    return NULL;

  if (!ts_year_parse (year_text, &year))
    {
      ts_json_place_expected (&year_place, error, _("a financial year such as 2009/10"));
      return NULL;
    }

  if ((source = member_text (root, "source", LONGEST_TEXT, error)) == NULL ||
      (licence = member_text (root, "licence", LONGEST_TEXT, error)) == NULL)
    return NULL;

  return ts_framework_builder_new (id, edition, title, year, source, licence);
}

/**
 * ts_framework_reader_read:
 * @file: the file's name for messages
 * @text: the file's bytes
 * @length: their number
 * @error: where to put what is wrong
 *
 * Reads a framework in JSON. Fails with %TS_EXCHANGE_ERROR_SYNTAX, naming file and line, for what is not JSON; with
 * %TS_EXCHANGE_ERROR_INVALID, naming file, JSON path and what was expected, for what is not a framework; and with
 * %TS_EXCHANGE_ERROR_TOO_LARGE for more than %TS_FRAMEWORK_LARGEST_FILE bytes.
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_reader_read (const char  *file,
                          const char  *text,
                          gsize        length,
                          GError     **error)
{
  g_autoptr (TsFrameworkBuilder) builder = NULL;
  g_autoptr (JsonNode) document = NULL;
  TsJsonPlace root;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (length > TS_FRAMEWORK_LARGEST_FILE)
    {
      g_set_error (error, TS_EXCHANGE_ERROR, TS_EXCHANGE_ERROR_TOO_LARGE,
                   _("%s: the file is larger than 4 MiB, which no framework is"), file);
      return NULL;
    }

  document = ts_json_document_read (file, text, length, error);

  if (document == NULL)
    return NULL;

  root = ts_json_place_root (file, document);
  builder = read_head (&root, error);

  if (builder == NULL ||
      !read_stages (builder, &root, error) ||
      !read_scales (builder, &root, error) ||
      !read_sections (builder, &root, error))
    return NULL;

  return ts_framework_builder_end (builder);
}

/**
 * ts_framework_reader_read_file:
 * @path: a file
 * @text: (out) (optional): where to put the file's text, for the workbook's own copy; free with g_free()
 * @error: where to put what is wrong
 *
 * As [func@ts_framework_reader_read]; fails with %TS_EXCHANGE_ERROR_FILE for a file that cannot be read.
 *
 * Returns: (transfer full): the framework
 */
TsFramework *
ts_framework_reader_read_file (const char  *path,
                               char       **text,
                               GError     **error)
{
  TsFramework *framework;
  g_autofree char *content = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  content = ts_input_file_read (path, TS_FRAMEWORK_LARGEST_FILE, &length, error);

  if (content == NULL)
    return NULL;

  name = g_filename_display_name (path);
  framework = ts_framework_reader_read (name, content, length, error);

  if (framework != NULL && text != NULL)
    *text = g_steal_pointer (&content);

  return framework;
}
