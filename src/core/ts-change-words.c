/* ts-change-words.c — a change in words, from what to what
 *
 * A table says of each kind of row which of its fields people know, and by which name; what changed between the two sides of a row
 * is told field by field.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-change-words.h"

#include "core/ts-layer.h"
#include "core/ts-number.h"
#include "core/ts-panel-role.h"
#include "core/ts-stage.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In characters: how much of a text is quoted, and how much of what stays the same leads to what does not. */
#define MOST_QUOTED  60
#define MOST_LEADING 12

typedef enum
{
  VALUE_QUOTED,
  VALUE_PLAIN,
  VALUE_LEVEL,
  VALUE_NUMBER,
  VALUE_YEAR,
  VALUE_STAGE,
  VALUE_MARK, /* only whether it is there */
} ValueKind;

typedef struct
{
  TsEntity entity;
  guint field;
  ValueKind kind;
  const char *name; /* NULL where the value speaks for itself */
} FieldWords;

static const FieldWords field_words[] = {
  { TS_ENTITY_ORGANISATION, TS_ORGANISATION_CODE, VALUE_PLAIN, NC_("what changed", "code") },
  { TS_ENTITY_ORGANISATION, TS_ORGANISATION_KIND, VALUE_PLAIN, NC_("what changed", "kind") },
  { TS_ENTITY_ORGANISATION, TS_ORGANISATION_OPENED, VALUE_PLAIN, NC_("what changed", "opened") },
  { TS_ENTITY_ORGANISATION, TS_ORGANISATION_CLOSED, VALUE_PLAIN, NC_("what changed", "closed") },
  { TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_NAME, VALUE_QUOTED, NC_("what changed", "name") },
  { TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_VALID_FROM, VALUE_PLAIN, NC_("what changed", "from") },
  { TS_ENTITY_ORGANISATION_NAME, TS_ORGANISATION_NAME_VALID_TO, VALUE_PLAIN, NC_("what changed", "to") },
  { TS_ENTITY_ORGANISATION_PARENT, TS_ORGANISATION_PARENT_VALID_FROM, VALUE_PLAIN, NC_("what changed", "from") },
  { TS_ENTITY_ORGANISATION_PARENT, TS_ORGANISATION_PARENT_VALID_TO, VALUE_PLAIN, NC_("what changed", "to") },
  { TS_ENTITY_ORGANISATION_POPULATION, TS_ORGANISATION_POPULATION_POPULATION, VALUE_PLAIN, NULL },
  { TS_ENTITY_ASSESSMENT, TS_ASSESSMENT_STAGE, VALUE_STAGE, NC_("what changed", "stage") },
  { TS_ENTITY_RATING, TS_RATING_LEVEL, VALUE_LEVEL, NULL },
  { TS_ENTITY_RATING, TS_RATING_RATIONALE, VALUE_QUOTED, NC_("what changed", "rationale") },
  { TS_ENTITY_RATING, TS_RATING_CARRIED, VALUE_MARK, NULL },
  { TS_ENTITY_RATING, TS_RATING_CONFIDENCE, VALUE_PLAIN, NC_("what changed", "confidence") },
  { TS_ENTITY_RATING, TS_RATING_STRENGTHS, VALUE_QUOTED, NC_("what changed", "strengths") },
  { TS_ENTITY_RATING, TS_RATING_DEVELOPMENT, VALUE_QUOTED, NC_("what changed", "areas to develop") },
  { TS_ENTITY_TARGET, TS_TARGET_LEVEL, VALUE_LEVEL, NULL },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_TITLE, VALUE_QUOTED, NC_("what changed", "title") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_KIND, VALUE_PLAIN, NC_("what changed", "kind") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_FILE_NAME, VALUE_QUOTED, NC_("what changed", "file") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_ADDRESS, VALUE_QUOTED, NC_("what changed", "web address") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_RECEIVED, VALUE_PLAIN, NC_("what changed", "received") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_PERIOD_FROM, VALUE_PLAIN, NC_("what changed", "covers from") },
  { TS_ENTITY_EVIDENCE, TS_EVIDENCE_PERIOD_TO, VALUE_PLAIN, NC_("what changed", "covers to") },
  { TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_PLACE, VALUE_QUOTED, NC_("what changed", "where in it") },
  { TS_ENTITY_EVIDENCE_LINK, TS_EVIDENCE_LINK_CARRIED, VALUE_MARK, NULL },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_FROM_STAGE, VALUE_STAGE, NC_("what changed", "stage before") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_TO_STAGE, VALUE_STAGE, NC_("what changed", "stage after") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_NAME, VALUE_PLAIN, NC_("what changed", "decided by") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_ROLE, VALUE_PLAIN, NC_("what changed", "role") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_MEETING, VALUE_PLAIN, NC_("what changed", "meeting") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_DAY, VALUE_PLAIN, NC_("what changed", "decided on") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_REASON, VALUE_PLAIN, NC_("what changed", "reason") },
  { TS_ENTITY_SIGN_OFF, TS_SIGN_OFF_HASH, VALUE_PLAIN, NC_("what changed", "hash of what was decided on") },
  { TS_ENTITY_PERSON, TS_PERSON_NAME, VALUE_QUOTED, NC_("what changed", "name") },
  { TS_ENTITY_PERSON, TS_PERSON_ROLE, VALUE_QUOTED, NC_("what changed", "role") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_METRIC, VALUE_QUOTED, NC_("what changed", "measure") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_UNIT, VALUE_QUOTED, NC_("what changed", "unit") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_DIRECTION, VALUE_PLAIN, NC_("what changed", "better when it goes") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_SOURCE, VALUE_QUOTED, NC_("what changed", "source") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_POSITION, VALUE_PLAIN, NC_("what changed", "place in the list") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_SINCE, VALUE_YEAR, NC_("what changed", "from") },
  { TS_ENTITY_OUTCOME, TS_OUTCOME_UNTIL, VALUE_YEAR, NC_("what changed", "to") },
  { TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ASPIRATION, VALUE_NUMBER, NC_("what changed", "aspiration") },
  { TS_ENTITY_OUTCOME_VALUE, TS_OUTCOME_VALUE_ACTUAL, VALUE_NUMBER, NC_("what changed", "actual value") },
  { TS_ENTITY_REVIEW_ROUND, TS_REVIEW_ROUND_TITLE, VALUE_QUOTED, NC_("what changed", "title") },
  { TS_ENTITY_REVIEW_ROUND, TS_REVIEW_ROUND_OPENS, VALUE_PLAIN, NC_("what changed", "opens") },
  { TS_ENTITY_REVIEW_ROUND, TS_REVIEW_ROUND_CLOSES, VALUE_PLAIN, NC_("what changed", "closes") },
  { TS_ENTITY_PANEL, TS_PANEL_TITLE, VALUE_QUOTED, NC_("what changed", "title") },
  { TS_ENTITY_PANEL, TS_PANEL_DAY, VALUE_PLAIN, NC_("what changed", "day") },
  { TS_ENTITY_PANEL, TS_PANEL_AGENDA, VALUE_QUOTED, NC_("what changed", "agenda") },
  { TS_ENTITY_PANEL_MEMBER, TS_PANEL_MEMBER_ROLE, VALUE_PLAIN, NC_("what changed", "role") },
  { TS_ENTITY_PANEL_ASSESSMENT, TS_PANEL_ASSESSMENT_BEGINS, VALUE_PLAIN, NC_("what changed", "begins") },
  { TS_ENTITY_INTEREST, TS_INTEREST_ROLE, VALUE_QUOTED, NC_("what changed", "role") },
  { TS_ENTITY_INTEREST, TS_INTEREST_VALID_FROM, VALUE_PLAIN, NC_("what changed", "from") },
  { TS_ENTITY_INTEREST, TS_INTEREST_VALID_TO, VALUE_PLAIN, NC_("what changed", "to") },
  { TS_ENTITY_INTEREST, TS_INTEREST_NOTE, VALUE_QUOTED, NC_("what changed", "note") },
  { TS_ENTITY_INTEREST, TS_INTEREST_DECLARED, VALUE_PLAIN, NC_("what changed", "declared") },
  { TS_ENTITY_CONFLICT_ACTION, TS_CONFLICT_ACTION_DECISION, VALUE_PLAIN, NC_("what changed", "decision") },
  { TS_ENTITY_CONFLICT_ACTION, TS_CONFLICT_ACTION_DECIDED_BY, VALUE_QUOTED, NC_("what changed", "decided by") },
  { TS_ENTITY_CONFLICT_ACTION, TS_CONFLICT_ACTION_REASON, VALUE_QUOTED, NC_("what changed", "reason") },
  { TS_ENTITY_ENQUIRY, TS_ENQUIRY_QUESTION, VALUE_QUOTED, NC_("what changed", "question") },
  { TS_ENTITY_ENQUIRY, TS_ENQUIRY_ADDRESSEE, VALUE_QUOTED, NC_("what changed", "for") },
  { TS_ENTITY_ENQUIRY, TS_ENQUIRY_ANSWER, VALUE_QUOTED, NC_("what changed", "answer") },
  { TS_ENTITY_ENQUIRY, TS_ENQUIRY_ANSWERED, VALUE_PLAIN, NC_("what changed", "answered") },
  { TS_ENTITY_EVIDENCE_REVIEW, TS_EVIDENCE_REVIEW_SUFFICIENCY, VALUE_PLAIN, NC_("what changed", "sufficiency") },
  { TS_ENTITY_EVIDENCE_REVIEW, TS_EVIDENCE_REVIEW_NOTE, VALUE_QUOTED, NC_("what changed", "note") },
  { TS_ENTITY_REVIEW_SEAL, TS_REVIEW_SEAL_STATE, VALUE_PLAIN, NULL },
  { TS_ENTITY_REVIEW_SEAL, TS_REVIEW_SEAL_REASON, VALUE_QUOTED, NC_("what changed", "reason") },
  { TS_ENTITY_REVIEW_OPENING, TS_REVIEW_OPENING_REASON, VALUE_QUOTED, NC_("what changed", "reason") },
  { TS_ENTITY_DISSENT, TS_DISSENT_LEVEL, VALUE_PLAIN, NC_("what changed", "level") },
  { TS_ENTITY_DISSENT, TS_DISSENT_NOTE, VALUE_QUOTED, NC_("what changed", "note") },
  { TS_ENTITY_REPLY, TS_REPLY_PASSAGE, VALUE_QUOTED, NC_("what changed", "passage") },
  { TS_ENTITY_REPLY, TS_REPLY_ANSWER, VALUE_QUOTED, NC_("what changed", "answer") },
  { TS_ENTITY_REPLY, TS_REPLY_RESPONSE, VALUE_QUOTED, NC_("what changed", "response") },
  { TS_ENTITY_REPORT_TEXT, TS_REPORT_TEXT_BODY, VALUE_QUOTED, NC_("what changed", "text") },
  { TS_ENTITY_PEER_GROUP, TS_PEER_GROUP_NAME, VALUE_QUOTED, NC_("what changed", "name") },
  { TS_ENTITY_PEER_GROUP, TS_PEER_GROUP_NOTE, VALUE_QUOTED, NC_("what changed", "note") },
};

/* Quoting */

static char *
excerpt (const char *text,
         gsize       begin,
         glong       n_characters)
{
  g_autofree char *part = NULL;
  glong length = g_utf8_strlen (text + begin, -1);

  part = g_utf8_substring (text + begin, 0, MIN (length, n_characters));
  g_strdelimit (part, "\n\r\t", ' ');

  return g_strconcat (begin > 0 ? "…" : "", part, length > n_characters ? "…" : "", NULL);
}

/* Where the words begin in which two texts first differ, with a little of what leads there. */
static gsize
find_difference (const char *before,
                 const char *after)
{
  gsize same = 0;
  const char *begin;

  while (before[same] != '\0' && before[same] == after[same])
    same++;

  /* Into no character. */
  while (same > 0 && ((guchar) before[same] & 0xc0) == 0x80)
    same--;

  begin = before + same;

  for (guint i = 0; i < MOST_LEADING && begin > before; i++)
    begin = g_utf8_prev_char (begin);

  while (begin > before && begin < before + same && begin[-1] != ' ' && begin[-1] != '\n')
    begin = g_utf8_next_char (begin);

  return (gsize) (begin - before);
}

/**
 * ts_words_shorten_pair:
 * @before: a text
 * @after: the text that it became
 * @short_before: (out): a short piece of @before
 * @short_after: (out): a short piece of @after, from the same place on
 *
 * Cuts two texts down to where they differ.
 */
void
ts_words_shorten_pair (const char  *before,
                       const char  *after,
                       char       **short_before,
                       char       **short_after)
{
  gsize begin;

  g_return_if_fail (before != NULL && after != NULL);

  begin = g_utf8_strlen (before, -1) <= MOST_QUOTED && g_utf8_strlen (after, -1) <= MOST_QUOTED ? 0 : find_difference (before, after);
  *short_before = excerpt (before, begin, MOST_QUOTED);
  *short_after = excerpt (after, begin, MOST_QUOTED);
}

/* Values */

/**
 * ts_words_name_level:
 * @self: what is looked up
 * @node_id: a criterion or group
 * @level: a level, or 0
 *
 * Returns: (transfer full): the level as people say it in a sentence: "level 2", "amber", "not rated"
 */
char *
ts_words_name_level (const TsWords *self,
                     const char    *node_id,
                     int            level)
{
  const TsNode *node = self->framework != NULL && node_id != NULL ? ts_framework_find_node (self->framework, node_id) : NULL;
  const TsScale *scale = node != NULL ? node->section->scale : NULL;

  if (level == 0)
    return g_strdup (_("not rated"));

  if (scale == NULL || ts_scale_get_level (scale, level) == NULL)
    return g_strdup_printf (_("level %d"), level);

  if (ts_scale_get_kind (scale) == TS_SCALE_LEVELS)
    return g_strdup_printf (_("level %s"), ts_scale_get_token (scale, level));

  return g_utf8_strdown (ts_scale_get_label (scale, level), -1);
}

/* What a row is about, as people call it; its id where the framework is not at hand or does not have it any more. */
static const char *
name_node (const TsWords *self,
           const TsRow   *row,
           guint          field)
{
  const char *id = ts_row_get_text (row, field);
  const TsNode *node = self->framework != NULL ? ts_framework_find_node (self->framework, id) : NULL;

  return node != NULL ? ts_node_get_short_name (node) : id;
}

static char *
name_value (const TsWords    *self,
            const FieldWords *words,
            const TsRow      *row)
{
  const char *text;
  TsStage stage;

  if (row == NULL || !ts_row_has (row, words->field))
    return g_strdup (words->kind == VALUE_LEVEL && words->entity == TS_ENTITY_RATING ? _("not rated") : C_("value", "none"));

  switch (words->kind)
    {
    case VALUE_LEVEL:
      return ts_words_name_level (self,
                                  ts_row_get_text (row, words->entity == TS_ENTITY_RATING ? (guint) TS_RATING_NODE : (guint) TS_TARGET_NODE),
                                  (int) ts_row_get_integer (row, words->field));

    case VALUE_NUMBER:
      return ts_number_format (ts_row_get_real (row, words->field));

    case VALUE_YEAR:
      return ts_year_format ((int) ts_row_get_integer (row, words->field));

    case VALUE_STAGE:
      text = ts_row_get_text (row, words->field);
      return g_strdup (ts_stage_from_name (text, &stage) ? ts_stage_get_title (stage) : text);

    case VALUE_QUOTED:
    case VALUE_PLAIN:
    case VALUE_MARK:
    default:
      if (ts_entity_get_fields (words->entity, NULL)[words->field].type == TS_FIELD_INTEGER)
        return g_strdup_printf ("%" G_GINT64_FORMAT, ts_row_get_integer (row, words->field));

      return g_strdup (ts_row_get_text (row, words->field));
    }
}

static gboolean
same_value (const FieldWords *words,
            const TsRow      *before,
            const TsRow      *after)
{
  gboolean had = before != NULL && ts_row_has (before, words->field);
  gboolean has = after != NULL && ts_row_has (after, words->field);

  if (!had || !has)
    return had == has;

  switch (ts_entity_get_fields (words->entity, NULL)[words->field].type)
    {
    case TS_FIELD_TEXT:
      return g_str_equal (ts_row_get_text (before, words->field), ts_row_get_text (after, words->field));

    case TS_FIELD_INTEGER:
      return ts_row_get_integer (before, words->field) == ts_row_get_integer (after, words->field);

    case TS_FIELD_REAL:
      return ts_row_get_real (before, words->field) == ts_row_get_real (after, words->field);

    default:
      g_return_val_if_reached (TRUE);
    }
}

static char *
quote (const FieldWords *words,
       const TsRow      *row,
       char             *value)
{
  if (words->kind != VALUE_QUOTED || row == NULL || !ts_row_has (row, words->field))
    return g_strdup (value);

  return g_strdup_printf (C_("quotation", "“%s”"), value);
}

static char *
describe_field (const TsWords    *self,
                const FieldWords *words,
                const TsRow      *before,
                const TsRow      *after)
{
  g_autofree char *from = name_value (self, words, before);
  g_autofree char *to = name_value (self, words, after);
  g_autofree char *short_from = NULL;
  g_autofree char *short_to = NULL;
  g_autofree char *quoted_from = NULL;
  g_autofree char *quoted_to = NULL;
  const char *name = words->name != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, "what changed", words->name) : NULL;

  if (words->kind == VALUE_MARK)
    return g_strdup (after != NULL && ts_row_has (after, words->field) ? _("carried forward, to confirm") : _("confirmed"));

  ts_words_shorten_pair (from, to, &short_from, &short_to);
  quoted_from = quote (words, before, short_from);
  quoted_to = quote (words, after, short_to);

  /* Translators: from what to what, as in “level 2 → level 3” */
  if (name == NULL)
    return g_strdup_printf (_("%s → %s"), quoted_from, quoted_to);

  /* Translators: what changed, from what, to what, as in “rationale: none → “We count.”” */
  return g_strdup_printf (_("%s: %s → %s"), name, quoted_from, quoted_to);
}

static gboolean
goes_back (const TsRow *sign_off)
{
  TsStage from;
  TsStage to;

  return ts_stage_from_name (ts_row_get_text (sign_off, TS_SIGN_OFF_FROM_STAGE), &from) &&
         ts_stage_from_name (ts_row_get_text (sign_off, TS_SIGN_OFF_TO_STAGE), &to) && to < from;
}

/* What the row is, before what happened to it. */
static char *
name_subject (const TsWords *self,
              const TsRow   *row)
{
  const char *name = NULL;
  g_autofree char *year = NULL;
  TsLayer layer;

  switch (ts_row_get_entity (row))
    {
    case TS_ENTITY_RATING:
      if (ts_layer_from_name (ts_row_get_text (row, TS_RATING_LAYER), &layer) && layer != TS_LAYER_SELF)
        return g_strdup_printf ("%s (%s)", name_node (self, row, TS_RATING_NODE), ts_layer_get_title (layer));

      return g_strdup (name_node (self, row, TS_RATING_NODE));

    case TS_ENTITY_TARGET:
      year = ts_year_format ((int) ts_row_get_integer (row, TS_TARGET_YEAR));
      /* Translators: a criterion and a year, as in “5b, target for 2010/11” */
      return g_strdup_printf (_("%s, target for %s"), name_node (self, row, TS_TARGET_NODE), year);

    case TS_ENTITY_EVIDENCE:
      return g_strdup_printf (C_("quotation", "“%s”"), ts_row_get_text (row, TS_EVIDENCE_TITLE));

    case TS_ENTITY_EVIDENCE_LINK:
      if (self->name != NULL)
        name = self->name (TS_ENTITY_EVIDENCE, ts_row_get_text (row, TS_EVIDENCE_LINK_EVIDENCE), self->data);

      /* Translators: a criterion and the title of an item of evidence */
      return name != NULL ? g_strdup_printf (_("%s, “%s”"), name_node (self, row, TS_EVIDENCE_LINK_NODE), name)
                          : g_strdup_printf (_("%s, evidence"), name_node (self, row, TS_EVIDENCE_LINK_NODE));

    case TS_ENTITY_OUTCOME:
      return g_strdup_printf (_("Outcome “%s”"), ts_row_get_text (row, TS_OUTCOME_METRIC));

    case TS_ENTITY_OUTCOME_VALUE:
      if (self->name != NULL)
        name = self->name (TS_ENTITY_OUTCOME, ts_row_get_text (row, TS_OUTCOME_VALUE_OUTCOME), self->data);

      year = ts_year_format ((int) ts_row_get_integer (row, TS_OUTCOME_VALUE_YEAR));
      return name != NULL ? g_strdup_printf (_("“%s” in %s"), name, year) : g_strdup_printf (_("Outcome in %s"), year);

    case TS_ENTITY_ASSESSMENT:
      year = ts_year_format ((int) ts_row_get_integer (row, TS_ASSESSMENT_YEAR));
      return g_strdup_printf (_("Assessment of %s"), year);

    case TS_ENTITY_ORGANISATION:
      return g_strdup_printf (_("Organisation %s"), ts_row_get_text (row, TS_ORGANISATION_CODE));

    case TS_ENTITY_ORGANISATION_NAME:
      return g_strdup (_("Organisation’s name"));

    case TS_ENTITY_ORGANISATION_PARENT:
      return g_strdup (_("What the organisation belongs to"));

    case TS_ENTITY_ORGANISATION_SUCCESSOR:
      return g_strdup (_("What succeeds the organisation"));

    case TS_ENTITY_ORGANISATION_POPULATION:
      year = ts_year_format ((int) ts_row_get_integer (row, TS_ORGANISATION_POPULATION_YEAR));
      return g_strdup_printf (_("Population in %s"), year);

    case TS_ENTITY_FRAMEWORK:
      return g_strdup_printf (_("Framework “%s”"), ts_row_get_text (row, TS_FRAMEWORK_TITLE));

    case TS_ENTITY_PERSON:
      return g_strdup (ts_row_get_text (row, TS_PERSON_NAME));

    case TS_ENTITY_SIGN_OFF:
      return g_strdup (goes_back (row) ? _("Reopened") : _("Stage"));

    case TS_ENTITY_REVIEW_ROUND:
      return g_strdup_printf (_("Round “%s”"), ts_row_get_text (row, TS_REVIEW_ROUND_TITLE));

    case TS_ENTITY_ROUND_ASSESSMENT:
      return g_strdup (_("Assessment of the round"));

    case TS_ENTITY_PANEL:
      return g_strdup_printf (_("Panel “%s”"), ts_row_get_text (row, TS_PANEL_TITLE));

    case TS_ENTITY_PANEL_MEMBER:
      return g_strdup_printf (_("Member (%s)"), ts_panel_role_get_title (ts_row_get_text (row, TS_PANEL_MEMBER_ROLE)));

    case TS_ENTITY_PANEL_ASSESSMENT:
      return g_strdup (_("Assessment of the panel"));

    case TS_ENTITY_INTEREST:
      return g_strdup_printf (_("Interest (%s)"), ts_row_get_text (row, TS_INTEREST_ROLE));

    case TS_ENTITY_CONFLICT_ACTION:
      return g_strdup (_("Conflict of interest"));

    case TS_ENTITY_ENQUIRY:
      /* Translators: %s is a criterion */
      return g_strdup_printf (_("%s, enquiry"), name_node (self, row, TS_ENQUIRY_NODE));

    case TS_ENTITY_EVIDENCE_REVIEW:
      if (self->name != NULL)
        name = self->name (TS_ENTITY_EVIDENCE, ts_row_get_text (row, TS_EVIDENCE_REVIEW_EVIDENCE), self->data);

      return name != NULL ? g_strdup_printf (_("%s, “%s”"), name_node (self, row, TS_EVIDENCE_REVIEW_NODE), name)
                          : g_strdup_printf (_("%s, evidence"), name_node (self, row, TS_EVIDENCE_REVIEW_NODE));

    case TS_ENTITY_REVIEW_SEAL:
      return g_strdup_printf (_("Scores of %s"), ts_row_get_text (row, TS_REVIEW_SEAL_ASSESSOR));

    case TS_ENTITY_REVIEW_OPENING:
      return g_strdup_printf (_("Scores opened by %s"), ts_row_get_text (row, TS_REVIEW_OPENING_OPENED_BY));

    case TS_ENTITY_DISSENT:
      /* Translators: %s is a criterion */
      return g_strdup_printf (_("%s, dissent"), name_node (self, row, TS_DISSENT_NODE));

    case TS_ENTITY_REPLY:
      return g_strdup (_("Reply"));

    case TS_ENTITY_REPORT_TEXT:
      return g_strdup_printf (_("Report, “%s”"), ts_row_get_text (row, TS_REPORT_TEXT_SECTION));

    case TS_ENTITY_PEER_GROUP:
      return g_strdup_printf (_("Group “%s”"), ts_row_get_text (row, TS_PEER_GROUP_NAME));

    case TS_ENTITY_PEER_GROUP_MEMBER:
      return g_strdup (_("Member of a group"));

    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
name_stage (const TsRow *row,
            guint        field)
{
  const char *name = ts_row_get_text (row, field);
  TsStage stage;

  return g_strdup (ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name);
}

/* All of it, in one line. */
static char *
describe_sign_off (const TsRow *row)
{
  g_autofree char *from = name_stage (row, TS_SIGN_OFF_FROM_STAGE);
  g_autofree char *to = name_stage (row, TS_SIGN_OFF_TO_STAGE);
  const char *name = ts_row_get_text (row, TS_SIGN_OFF_NAME);
  const char *role = ts_row_get_text (row, TS_SIGN_OFF_ROLE);
  const char *day = ts_row_get_text (row, TS_SIGN_OFF_DAY);
  char *text;

  /* Translators: two stages, a person, perhaps a role, and a day */
  text = role != NULL ? g_strdup_printf (_("%s → %s by %s, %s, on %s"), from, to, name, role, day)
                      : g_strdup_printf (_("%s → %s by %s on %s"), from, to, name, day);

  if (ts_row_has (row, TS_SIGN_OFF_MEETING))
    {
      g_autofree char *decided = text;

      /* Translators: what was decided by whom, and a meeting */
      text = g_strdup_printf (_("%s, in “%s”"), decided, ts_row_get_text (row, TS_SIGN_OFF_MEETING));
    }

  if (ts_row_has (row, TS_SIGN_OFF_REASON))
    {
      g_autofree char *decided = text;
      g_autofree char *reason = g_strdelimit (g_strdup (ts_row_get_text (row, TS_SIGN_OFF_REASON)), "\n\r\t", ' ');

      /* Translators: what was decided by whom, and a reason */
      text = g_strdup_printf (_("%s, because “%s”"), decided, reason);
    }

  return text;
}

static gboolean
is_told_by_its_values (TsEntity entity)
{
  return entity == TS_ENTITY_RATING || entity == TS_ENTITY_TARGET || entity == TS_ENTITY_OUTCOME_VALUE ||
         entity == TS_ENTITY_ORGANISATION_POPULATION || entity == TS_ENTITY_ORGANISATION_NAME || entity == TS_ENTITY_CONFLICT_ACTION ||
         entity == TS_ENTITY_ENQUIRY || entity == TS_ENTITY_EVIDENCE_REVIEW || entity == TS_ENTITY_REVIEW_SEAL ||
         entity == TS_ENTITY_REVIEW_OPENING || entity == TS_ENTITY_DISSENT || entity == TS_ENTITY_REPLY || entity == TS_ENTITY_REPORT_TEXT;
}

static char *
describe_coming_or_going (const TsChangeRow *row,
                          TsEntity           entity)
{
  const TsRow *side = row->after != NULL ? row->after : row->before;

  if (entity == TS_ENTITY_SIGN_OFF)
    return describe_sign_off (side);

  if (entity == TS_ENTITY_EVIDENCE_LINK && row->after != NULL)
    return g_strdup (ts_row_has (side, TS_EVIDENCE_LINK_CARRIED) ? _("carried forward, to confirm") : _("attached"));

  if (entity == TS_ENTITY_EVIDENCE_LINK)
    return g_strdup (_("no longer attached"));

  if (entity == TS_ENTITY_ASSESSMENT && row->after != NULL)
    return g_strdup (_("begun"));

  return g_strdup (row->after != NULL ? _("added") : _("removed"));
}

/**
 * ts_words_describe_row:
 * @self: what is looked up
 * @row: a row of a change
 *
 * Returns: (transfer full): what changed, from what to what: "5b: level 2 → level 3; rationale: none → “We count.”"
 */
char *
ts_words_describe_row (const TsWords     *self,
                       const TsChangeRow *row)
{
  const TsRow *side;
  g_autofree char *subject = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  TsEntity entity;

  g_return_val_if_fail (self != NULL && row != NULL, NULL);
  g_return_val_if_fail (row->before != NULL || row->after != NULL, NULL);

  side = row->after != NULL ? row->after : row->before;
  entity = ts_row_get_entity (side);
  subject = name_subject (self, side);

  if ((row->before == NULL || row->after == NULL) && !is_told_by_its_values (entity))
    {
      g_autofree char *event = describe_coming_or_going (row, entity);

      return g_strdup_printf (C_("what happened to what", "%s: %s"), subject, event);
    }

  for (guint i = 0; i < G_N_ELEMENTS (field_words); i++)
    {
      g_autofree char *field = NULL;

      if (field_words[i].entity != entity || same_value (&field_words[i], row->before, row->after))
        continue;

      field = describe_field (self, &field_words[i], row->before, row->after);

      if (text->len > 0)
        g_string_append (text, C_("between two things that changed", "; "));

      g_string_append (text, field);
    }

  return g_strdup_printf (C_("what happened to what", "%s: %s"), subject, text->len > 0 ? text->str : _("changed"));
}

/**
 * ts_words_describe_side:
 * @self: what is looked up
 * @row: a row, as it was before or after a change
 *
 * Returns: (transfer full): what stands there in full, a line for each thing
 */
char *
ts_words_describe_side (const TsWords *self,
                        const TsRow   *row)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (field_words); i++)
    {
      const FieldWords *words = &field_words[i];
      g_autofree char *value = NULL;

      if (words->entity != ts_row_get_entity (row) || (!ts_row_has (row, words->field) && words->kind != VALUE_LEVEL))
        continue;

      if (text->len > 0)
        g_string_append_c (text, '\n');

      if (words->kind == VALUE_MARK)
        {
          g_string_append (text, _("carried forward, to confirm"));
          continue;
        }

      value = name_value (self, words, row);

      if (words->name == NULL)
        g_string_append (text, value);
      else
        g_string_append_printf (text, C_("what something is", "%s: %s"), g_dpgettext2 (GETTEXT_PACKAGE, "what changed", words->name), value);
    }

  if (text->len == 0)
    {
      g_autofree char *subject = name_subject (self, row);

      g_string_append (text, subject);
    }

  return g_string_free (text, FALSE);
}
