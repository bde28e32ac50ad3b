/* ts-carry.c — the changes that carry last year forward and confirm it
 *
 * What arrives is this year's own copy of what the board said last year, marked as to be confirmed. It is carried to what is judged
 * itself: a level stated on a competency would hide what its criteria turn out to be, and follows from them again once they are confirmed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-carry.h"

#include "core/ts-error.h"
#include "core/ts-identifier.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"

#include <glib/gi18n-lib.h>

static TsRow *
find_rating (GPtrArray  *ratings,
             const char *node_id)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      TsRow *rating = g_ptr_array_index (ratings, i);

      if (g_str_equal (ts_row_get_text (rating, TS_RATING_NODE), node_id) &&
          g_str_equal (ts_row_get_text (rating, TS_RATING_LAYER), ts_layer_get_name (TS_LAYER_SELF)) &&
          *ts_row_get_text (rating, TS_RATING_ASSESSOR) == '\0')
        return rating;
    }

  return NULL;
}

static gboolean
has_row (GPtrArray  *rows,
         const char *id)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (g_str_equal (ts_row_get_id (g_ptr_array_index (rows, i)), id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
scales_agree (const TsScale *a,
              const TsScale *b)
{
  return ts_scale_get_kind (a) == ts_scale_get_kind (b) && ts_scale_get_n_levels (a) == ts_scale_get_n_levels (b);
}

static gboolean
is_level (const TsNode *node,
          gint64        level)
{
  return level >= 1 && level <= ts_scale_get_n_levels (node->section->scale);
}

/* What was itself still to be confirmed last year is not what the board said. */
static gboolean
carry_rating (const TsCarryMaterial *material,
              const TsNode          *from,
              const TsNode          *to,
              TsChange              *change)
{
  TsRow *previous = find_rating (material->previous_ratings, from->id);
  const char *assessment_id = ts_row_get_id (material->assessment);
  const char *rationale;
  g_autofree char *id = NULL;
  g_autoptr (TsRow) rating = NULL;
  gint64 level;

  if (previous == NULL || ts_row_has (previous, TS_RATING_CARRIED))
    return FALSE;

  level = ts_row_get_integer (previous, TS_RATING_LEVEL);
  rationale = ts_row_get_text (previous, TS_RATING_RATIONALE);

  if (!scales_agree (from->section->scale, to->section->scale) || !is_level (to, level))
    level = 0;

  if (level == 0 && rationale == NULL)
    return FALSE;

  id = ts_rating_row_id (assessment_id, to->id, TS_LAYER_SELF, "");
  rating = ts_row_new (TS_ENTITY_RATING, id);
  ts_row_set_text (rating, TS_RATING_ASSESSMENT, assessment_id);
  ts_row_set_text (rating, TS_RATING_NODE, to->id);
  ts_row_set_text (rating, TS_RATING_LAYER, ts_layer_get_name (TS_LAYER_SELF));
  ts_row_set_text (rating, TS_RATING_ASSESSOR, "");
  ts_row_set_text (rating, TS_RATING_RATIONALE, rationale);
  ts_row_set_text (rating, TS_RATING_CARRIED, ts_row_get_id (previous));

  if (level != 0)
    ts_row_set_integer (rating, TS_RATING_LEVEL, level);

  if (change != NULL)
    ts_change_create (change, rating);

  return TRUE;
}

static guint
carry_links (const TsCarryMaterial *material,
             const TsNode          *from,
             const TsNode          *to,
             TsChange              *change)
{
  const char *assessment_id = ts_row_get_id (material->assessment);
  guint n_links = 0;

  for (guint i = 0; i < material->previous_links->len; i++)
    {
      TsRow *previous = g_ptr_array_index (material->previous_links, i);
      const char *evidence_id = ts_row_get_text (previous, TS_EVIDENCE_LINK_EVIDENCE);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) link = NULL;

      if (!g_str_equal (ts_row_get_text (previous, TS_EVIDENCE_LINK_NODE), from->id) || ts_row_has (previous, TS_EVIDENCE_LINK_CARRIED))
        continue;

      id = ts_identifier_derive ("evidence_link", evidence_id, assessment_id, to->id, NULL);

      if (has_row (material->links, id))
        continue;

      n_links++;

      if (change == NULL)
        continue;

      link = ts_row_new (TS_ENTITY_EVIDENCE_LINK, id);
      ts_row_set_text (link, TS_EVIDENCE_LINK_EVIDENCE, evidence_id);
      ts_row_set_text (link, TS_EVIDENCE_LINK_ASSESSMENT, assessment_id);
      ts_row_set_text (link, TS_EVIDENCE_LINK_NODE, to->id);
      ts_row_set_text (link, TS_EVIDENCE_LINK_PLACE, ts_row_get_text (previous, TS_EVIDENCE_LINK_PLACE));
      ts_row_set_text (link, TS_EVIDENCE_LINK_CARRIED, ts_row_get_id (previous));
      ts_change_create (change, link);
    }

  return n_links;
}

static void
carry_entries (const TsCarryMaterial *material,
               TsCarryPlan           *plan,
               TsChange              *change)
{
  for (guint i = 0; i < ts_crosswalk_get_n_entries (material->crosswalk); i++)
    {
      const TsCrosswalkEntry *entry = ts_crosswalk_get_entry (material->crosswalk, i);
      const TsNode *from = entry->from != NULL ? ts_framework_find_node (material->previous_framework, entry->from) : NULL;
      const TsNode *to = entry->to != NULL ? ts_framework_find_node (material->framework, entry->to) : NULL;
      gboolean rated;
      guint n_links;

      if (to == NULL || to->criteria->len > 0)
        continue;

      plan->n_new += entry->relation == TS_CROSSWALK_NEW;

      /* What has been judged this year already is left alone, with its evidence. */
      if (from == NULL || from->criteria->len > 0 || find_rating (material->ratings, to->id) != NULL)
        continue;

      rated = carry_rating (material, from, to, change);
      n_links = carry_links (material, from, to, change);
      plan->n_links += n_links;
      plan->n_criteria += rated || n_links > 0;
      plan->n_changed += (rated || n_links > 0) && entry->relation == TS_CROSSWALK_CHANGED;
    }
}

/* The years that the new assessment has targets for are those of TS_TARGET_N_YEARS; what was planned for them stands as planned. */
static void
carry_targets (const TsCarryMaterial *material,
               TsCarryPlan           *plan,
               TsChange              *change)
{
  const char *assessment_id = ts_row_get_id (material->assessment);
  gint64 first = ts_row_get_integer (material->assessment, TS_ASSESSMENT_YEAR);

  for (guint i = 0; i < material->previous_targets->len; i++)
    {
      const TsRow *previous = g_ptr_array_index (material->previous_targets, i);
      const char *from_id = ts_row_get_text (previous, TS_TARGET_NODE);
      const TsCrosswalkEntry *entry = ts_crosswalk_find_from (material->crosswalk, from_id);
      const TsNode *from = ts_framework_find_node (material->previous_framework, from_id);
      const char *to_id = entry != NULL ? entry->to : from_id;
      const TsNode *to = to_id != NULL ? ts_framework_find_node (material->framework, to_id) : NULL;
      gint64 year = ts_row_get_integer (previous, TS_TARGET_YEAR);
      gint64 level = ts_row_get_integer (previous, TS_TARGET_LEVEL);
      g_autofree char *id = NULL;
      g_autoptr (TsRow) target = NULL;

      if (from == NULL || to == NULL || year < first || year >= first + TS_TARGET_N_YEARS)
        continue;

      if (!scales_agree (from->section->scale, to->section->scale) || !is_level (to, level))
        continue;

      id = ts_target_row_id (assessment_id, to->id, (int) year);

      if (has_row (material->targets, id))
        continue;

      plan->n_targets++;

      if (change == NULL)
        continue;

      target = ts_row_new (TS_ENTITY_TARGET, id);
      ts_row_set_text (target, TS_TARGET_ASSESSMENT, assessment_id);
      ts_row_set_text (target, TS_TARGET_NODE, to->id);
      ts_row_set_integer (target, TS_TARGET_YEAR, year);
      ts_row_set_integer (target, TS_TARGET_LEVEL, level);
      ts_change_create (change, target);
    }
}

static TsCarryPlan
carry (const TsCarryMaterial *material,
       TsChange              *change)
{
  TsCarryPlan plan = { 0 };

  carry_entries (material, &plan, change);
  carry_targets (material, &plan, change);

  return plan;
}

/**
 * ts_carry_plan:
 * @material: an assessment and that of the year before
 *
 * Returns: what carrying forward would bring now; all 0 where there is nothing to bring
 */
TsCarryPlan
ts_carry_plan (const TsCarryMaterial *material)
{
  g_return_val_if_fail (material != NULL, (TsCarryPlan) { 0 });

  return carry (material, NULL);
}

/**
 * ts_carry_add_to:
 * @material: a new assessment and that of the year before
 * @change: the change with which the assessment begins
 *
 * Adds what [func@ts_change_carry_forward] would bring, so that an assessment and what it begins with are one step.
 */
void
ts_carry_add_to (const TsCarryMaterial *material,
                 TsChange              *change)
{
  g_return_if_fail (material != NULL && change != NULL);

  carry (material, change);
}

static void
set_unchanged (GError **error)
{
  g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_UNCHANGED, _("Nothing would change."));
}

/**
 * ts_change_carry_forward:
 * @material: an assessment and that of the year before
 * @error: where to put why not
 *
 * Brings the board's own levels and rationales and the links to evidence of the year before as to be confirmed, and the targets that were
 * set then for this year and later. Nothing that is there already is touched, and a criterion that has been judged this year is left
 * alone. Fails with %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_UNKNOWN or %TS_RULE_ERROR_UNCHANGED.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_carry_forward (const TsCarryMaterial  *material,
                         GError                **error)
{
  g_autofree char *year = NULL;
  g_autofree char *label = NULL;
  TsCarryPlan plan;
  TsChange *change;

  g_return_val_if_fail (material != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ts_assessment_check_unlocked (material->assessment, TS_LAYER_SELF, error))
    return NULL;

  plan = ts_carry_plan (material);

  if (plan.n_criteria == 0 && plan.n_targets == 0)
    {
      set_unchanged (error);
      return NULL;
    }

  year = ts_year_format (material->previous_year);
  /* Translators: a financial year and how many criteria, as in “Carry 2008/09 forward: 30 criteria” */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Carry %s forward: %u criterion", "Carry %s forward: %u criteria", plan.n_criteria),
                           year, plan.n_criteria);
  change = ts_change_new (label);
  carry (material, change);

  return change;
}

/* --- Confirming, and starting afresh ----------------------------------------------------------------------------- */

/* Whether a row of this node is among what is asked for. */
typedef gboolean (*ScopeFunc) (const TsNode  *node,
                               gconstpointer  data);

static gboolean
is_in_node (const TsNode *node,
            gconstpointer data)
{
  return data != NULL && (node == data || node->group == data);
}

static gboolean
is_unchanged (const TsNode *node,
              gconstpointer data)
{
  const TsCrosswalkEntry *entry = ts_crosswalk_find_to (data, node->id);

  return entry != NULL && entry->relation == TS_CROSSWALK_UNCHANGED;
}

/* Lists the rows that are to be confirmed, and the criteria that they are of. */
static GPtrArray *
list_carried (const TsFramework *framework,
              GPtrArray         *rows,
              guint              node_field,
              guint              carried_field,
              ScopeFunc          scope,
              gconstpointer      data,
              GHashTable        *nodes)
{
  GPtrArray *carried = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      const TsNode *node = ts_framework_find_node (framework, ts_row_get_text (row, node_field));

      if (node == NULL || !ts_row_has (row, carried_field) || !scope (node, data))
        continue;

      g_ptr_array_add (carried, row);
      g_hash_table_add (nodes, (gpointer) node);
    }

  return carried;
}

typedef struct
{
  GPtrArray *ratings; /* borrowed rows */
  GPtrArray *links;
  GHashTable *nodes;
} Carried;

static void
carried_clear (Carried *self)
{
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->nodes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Carried, carried_clear)

static void
find_carried (Carried           *self,
              const TsFramework *framework,
              GPtrArray         *ratings,
              GPtrArray         *links,
              ScopeFunc          scope,
              gconstpointer      data)
{
  self->nodes = g_hash_table_new (NULL, NULL);
  self->ratings = list_carried (framework, ratings, TS_RATING_NODE, TS_RATING_CARRIED, scope, data, self->nodes);
  self->links = list_carried (framework, links, TS_EVIDENCE_LINK_NODE, TS_EVIDENCE_LINK_CARRIED, scope, data, self->nodes);
}

static void
confirm_row (TsChange *change,
             TsRow    *row,
             guint     carried_field)
{
  g_autoptr (TsRow) after = ts_row_copy (row);

  ts_row_clear (after, carried_field);
  ts_change_update (change, row, after);
}

static TsChange *
confirm (const Carried *carried,
         const char    *label)
{
  TsChange *change = ts_change_new (label);

  for (guint i = 0; i < carried->ratings->len; i++)
    confirm_row (change, g_ptr_array_index (carried->ratings, i), TS_RATING_CARRIED);

  for (guint i = 0; i < carried->links->len; i++)
    confirm_row (change, g_ptr_array_index (carried->links, i), TS_EVIDENCE_LINK_CARRIED);

  return change;
}

static const TsNode *
find_node (const TsFramework  *framework,
           const char         *node_id,
           GError            **error)
{
  const TsNode *node = ts_framework_find_node (framework, node_id);

  if (node == NULL)
    g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN,
                 _("The framework “%s” has no criterion “%s”."), ts_framework_get_id (framework), node_id);

  return node;
}

/**
 * ts_change_confirm:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's id, or a group's to confirm all its criteria
 * @ratings: (element-type TsRow): the assessment's ratings as they are kept now
 * @links: (element-type TsRow): its links to evidence as they are kept now
 * @error: where to put why not
 *
 * What was carried forward counts from then on as if it had been written this year: level, rationale and evidence. Fails with
 * %TS_RULE_ERROR_LOCKED, %TS_RULE_ERROR_UNKNOWN, or %TS_RULE_ERROR_UNCHANGED where nothing is to be confirmed.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_confirm (const TsRow        *assessment,
                   const TsFramework  *framework,
                   const char         *node_id,
                   GPtrArray          *ratings,
                   GPtrArray          *links,
                   GError            **error)
{
  g_auto (Carried) carried = { 0 };
  g_autofree char *label = NULL;
  const TsNode *node;
  guint n_nodes;

  g_return_val_if_fail (framework != NULL && node_id != NULL && ratings != NULL && links != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  node = find_node (framework, node_id, error);
  find_carried (&carried, framework, ratings, links, is_in_node, node);

  if (node == NULL || !ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  n_nodes = g_hash_table_size (carried.nodes);

  if (n_nodes == 0)
    {
      set_unchanged (error);
      return NULL;
    }

  if (node->criteria->len == 0)
    label = g_strdup_printf (_("%s: confirm what was carried forward"), ts_node_get_short_name (node));
  else
    label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: confirm %u criterion", "%s: confirm %u criteria", n_nodes),
                             ts_node_get_short_name (node), n_nodes);

  return confirm (&carried, label);
}

/**
 * ts_change_confirm_unchanged:
 * @assessment: the assessment's row
 * @framework: its framework
 * @crosswalk: what became of last year's criteria
 * @ratings: (element-type TsRow): the assessment's ratings as they are kept now
 * @links: (element-type TsRow): its links to evidence as they are kept now
 * @error: where to put why not
 *
 * Confirms whatever was carried forward to criteria that are worded as they were; those whose wording changed are to be read one by one.
 * Fails as [func@ts_change_confirm] does.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_confirm_unchanged (const TsRow        *assessment,
                             const TsFramework  *framework,
                             const TsCrosswalk  *crosswalk,
                             GPtrArray          *ratings,
                             GPtrArray          *links,
                             GError            **error)
{
  g_auto (Carried) carried = { 0 };
  g_autofree char *label = NULL;
  guint n_nodes;

  g_return_val_if_fail (framework != NULL && crosswalk != NULL && ratings != NULL && links != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  find_carried (&carried, framework, ratings, links, is_unchanged, crosswalk);

  if (!ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  n_nodes = g_hash_table_size (carried.nodes);

  if (n_nodes == 0)
    {
      set_unchanged (error);
      return NULL;
    }

  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Confirm %u unchanged criterion", "Confirm %u unchanged criteria", n_nodes), n_nodes);

  return confirm (&carried, label);
}

/**
 * ts_change_start_afresh:
 * @assessment: the assessment's row
 * @framework: its framework
 * @node_id: a criterion's id
 * @ratings: (element-type TsRow): the assessment's ratings as they are kept now
 * @links: (element-type TsRow): its links to evidence as they are kept now
 * @error: where to put why not
 *
 * Takes away what was carried forward to a criterion and has not been confirmed. Fails as [func@ts_change_confirm] does.
 *
 * Returns: (transfer full): the change
 */
TsChange *
ts_change_start_afresh (const TsRow        *assessment,
                        const TsFramework  *framework,
                        const char         *node_id,
                        GPtrArray          *ratings,
                        GPtrArray          *links,
                        GError            **error)
{
  g_auto (Carried) carried = { 0 };
  g_autofree char *label = NULL;
  const TsNode *node;
  TsChange *change;

  g_return_val_if_fail (framework != NULL && node_id != NULL && ratings != NULL && links != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  node = find_node (framework, node_id, error);
  find_carried (&carried, framework, ratings, links, is_in_node, node);

  if (node == NULL || !ts_assessment_check_unlocked (assessment, TS_LAYER_SELF, error))
    return NULL;

  if (g_hash_table_size (carried.nodes) == 0)
    {
      set_unchanged (error);
      return NULL;
    }

  label = g_strdup_printf (_("%s: start afresh"), ts_node_get_short_name (node));
  change = ts_change_new (label);

  for (guint i = 0; i < carried.ratings->len; i++)
    ts_change_delete (change, g_ptr_array_index (carried.ratings, i));

  for (guint i = 0; i < carried.links->len; i++)
    ts_change_delete (change, g_ptr_array_index (carried.links, i));

  return change;
}
