/* ts-comparison.c — the levels of many organisations side by side
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

#include "core/ts-error.h"

#include <glib/gi18n-lib.h>

void
ts_comparison_base_unref (TsComparisonBase *base)
{
  gsize n_slots;

  if (!g_atomic_ref_count_dec (&base->n_references))
    return;

  n_slots = (gsize) base->years->len * base->n_layers;

  for (gsize i = 0; i < n_slots; i++)
    g_free (base->raw[i]);

  g_free (base->raw);
  g_array_unref (base->years);
  g_ptr_array_unref (base->frameworks);
  g_ptr_array_unref (base->crosswalks);
  g_ptr_array_unref (base->sections);
  g_array_unref (base->nodes);
  g_hash_table_unref (base->node_numbers);
  g_ptr_array_unref (base->known_nodes);
  g_ptr_array_unref (base->organisations);
  g_hash_table_unref (base->by_code);
  g_ptr_array_unref (base->parents);
  g_free (base->framework_of);
  g_free (base->parent_of);
  g_free (base->population_of);
  g_free (base->assessment_of);
  g_string_chunk_free (base->texts);
  g_free (base->breaks);
  g_free (base->targets);
  g_ptr_array_unref (base->figures);
  g_free (base);
}

TsComparison *
ts_comparison_ref (TsComparison *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

void
ts_comparison_unref (TsComparison *self)
{
  gsize n_slots;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_references))
    return;

  n_slots = (gsize) self->base->years->len * self->base->n_layers;

  for (gsize i = 0; i < n_slots; i++)
    g_free (self->cells[i]);

  g_free (self->cells);
  ts_comparison_base_unref (self->base);
  g_free (self);
}

/**
 * ts_comparison_with_rule:
 * @self: a comparison
 * @rule: (nullable): the rule to roll up by; %NULL for each section's own
 *
 * Returns: (transfer full): the same ratings under that rule
 */
TsComparison *
ts_comparison_with_rule (TsComparison       *self,
                         const TsRollUpRule *rule)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->base->n_references);

  return ts_comparison_derive (self->base, rule, self->use_predecessors);
}

/**
 * ts_comparison_get_rule:
 * @self: a comparison
 * @rule: (out) (optional): the rule, where there is one
 *
 * Returns: whether all is rolled up by one rule; %FALSE where it is by each section's own
 */
gboolean
ts_comparison_get_rule (const TsComparison *self,
                        TsRollUpRule       *rule)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->has_rule && rule != NULL)
    *rule = self->rule;

  return self->has_rule;
}

gboolean
ts_comparison_uses_predecessors (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->use_predecessors;
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

guint
ts_comparison_get_n_organisations (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->organisations->len;
}

const TsComparedOrganisation *
ts_comparison_get_organisation (const TsComparison *self,
                                guint               organisation)
{
  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len, NULL);

  return g_ptr_array_index (self->base->organisations, organisation);
}

/**
 * ts_comparison_find_organisation:
 * @self: a comparison
 * @code: a code, from anywhere
 *
 * Returns: the position of the organisation with that code, or -1
 */
int
ts_comparison_find_organisation (const TsComparison *self,
                                 const char         *code)
{
  g_return_val_if_fail (self != NULL && code != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->base->by_code, code)) - 1;
}

/**
 * ts_comparison_get_organisation_name:
 * @self: a comparison
 * @code: the code of an organisation, or of what organisations belong to
 *
 * Returns: (transfer none) (nullable): what it is called, or %NULL where it is not among these
 */
const char *
ts_comparison_get_organisation_name (const TsComparison *self,
                                     const char         *code)
{
  int organisation;

  g_return_val_if_fail (self != NULL && code != NULL, NULL);

  organisation = ts_comparison_find_organisation (self, code);

  if (organisation >= 0)
    return ts_comparison_get_organisation (self, (guint) organisation)->name;

  for (guint i = 0; i < self->base->parents->len; i++)
    {
      const TsComparedParent *parent = g_ptr_array_index (self->base->parents, i);

      if (g_str_equal (parent->code, code))
        return parent->name;
    }

  return NULL;
}

/* --- Years, layers, nodes ------------------------------------------------------------------------------------------ */

guint
ts_comparison_get_n_years (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->years->len;
}

int
ts_comparison_get_year (const TsComparison *self,
                        guint               year)
{
  g_return_val_if_fail (self != NULL && year < self->base->years->len, 0);

  return g_array_index (self->base->years, int, year);
}

/**
 * ts_comparison_find_year:
 * @self: a comparison
 * @calendar_year: the calendar year in which a financial year begins
 *
 * Returns: the position of that year, or -1
 */
int
ts_comparison_find_year (const TsComparison *self,
                         int                 calendar_year)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->base->years->len; i++)
    {
      if (g_array_index (self->base->years, int, i) == calendar_year)
        return (int) i;
    }

  return -1;
}

/**
 * ts_comparison_has_layer:
 * @self: a comparison
 * @layer: a layer
 *
 * Returns: whether it was read at all; whether it says something is another question
 */
gboolean
ts_comparison_has_layer (const TsComparison *self,
                         TsLayer             layer)
{
  g_return_val_if_fail (self != NULL && layer < TS_N_LAYERS, FALSE);

  return self->base->slots[layer] >= 0;
}

guint
ts_comparison_get_n_sections (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->sections->len;
}

const TsSection *
ts_comparison_get_section (const TsComparison *self,
                           guint               section)
{
  g_return_val_if_fail (self != NULL && section < self->base->sections->len, NULL);

  return g_ptr_array_index (self->base->sections, section);
}

/**
 * ts_comparison_find_section:
 * @self: a comparison
 * @id: (nullable): a section's id; %NULL for the first that is graded in steps, else the first
 *
 * Returns: the position of the section, or -1
 */
int
ts_comparison_find_section (const TsComparison *self,
                            const char         *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->base->sections->len; i++)
    {
      const TsSection *section = g_ptr_array_index (self->base->sections, i);

      if (id != NULL ? g_str_equal (section->id, id) : ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS)
        return (int) i;
    }

  return id == NULL && self->base->sections->len > 0 ? 0 : -1;
}

/**
 * ts_comparison_check_section:
 * @self: a comparison
 * @id: (nullable): a section's id, from anywhere
 * @error: where to put %TS_RULE_ERROR_UNKNOWN
 *
 * Returns: whether there is such a section, or nothing at all
 */
gboolean
ts_comparison_check_section (const TsComparison  *self,
                             const char          *id,
                             GError             **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, FALSE);

  if (id == NULL || self->base->sections->len == 0 || ts_comparison_find_section (self, id) >= 0)
    return TRUE;

  for (guint i = 0; i < self->base->sections->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", ts_comparison_get_section (self, i)->id);

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("There is no section “%s” here; there are: %s."), id, names->str);

  return FALSE;
}

guint
ts_comparison_get_n_nodes (const TsComparison *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->base->nodes->len;
}

const TsComparedNode *
ts_comparison_get_node (const TsComparison *self,
                        guint               node)
{
  g_return_val_if_fail (self != NULL && node < self->base->nodes->len, NULL);

  return &g_array_index (self->base->nodes, TsComparedNode, node);
}

/**
 * ts_comparison_find_node:
 * @self: a comparison
 * @id: a node's id, from anywhere
 *
 * Returns: its position, or -1
 */
int
ts_comparison_find_node (const TsComparison *self,
                         const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->base->node_numbers, id)) - 1;
}

/**
 * ts_comparison_list_nodes:
 * @self: a comparison
 * @section: a section
 * @criteria: whether its criteria are wanted, and groups that have none; otherwise its groups
 *
 * Returns: (transfer full) (element-type guint): their positions, in order
 */
GArray *
ts_comparison_list_nodes (const TsComparison *self,
                          guint               section,
                          gboolean            criteria)
{
  GArray *list;

  g_return_val_if_fail (self != NULL && section < self->base->sections->len, NULL);

  list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->base->nodes->len; i++)
    {
      const TsComparedNode *node = &g_array_index (self->base->nodes, TsComparedNode, i);
      gboolean has_criteria = i + 1 < self->base->nodes->len && g_array_index (self->base->nodes, TsComparedNode, i + 1).group == i;

      if (node->section == section && (criteria ? !node->is_group || !has_criteria : node->is_group))
        g_array_append_val (list, i);
    }

  return list;
}

/* --- Cells --------------------------------------------------------------------------------------------------------- */

/**
 * ts_comparison_get_assessment:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: (transfer none) (nullable): the row id of the assessment that its levels come from
 */
const char *
ts_comparison_get_assessment (const TsComparison *self,
                              guint               organisation,
                              guint               year)
{
  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, NULL);

  return self->base->assessment_of[ts_comparison_base_get_place (self->base, organisation, year)];
}

/**
 * ts_comparison_get_framework:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 *
 * Returns: (transfer none) (nullable): what it was assessed by
 */
TsFramework *
ts_comparison_get_framework (const TsComparison *self,
                             guint               organisation,
                             guint               year)
{
  guint8 framework;

  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, NULL);

  framework = self->base->framework_of[ts_comparison_base_get_place (self->base, organisation, year)];

  return framework != TS_NO_FRAMEWORK ? g_ptr_array_index (self->base->frameworks, framework) : NULL;
}

/**
 * ts_comparison_knows_node:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @node: a node
 *
 * Returns: whether what the organisation was assessed by has the node at all
 */
gboolean
ts_comparison_knows_node (const TsComparison *self,
                          guint               organisation,
                          guint               year,
                          guint               node)
{
  guint8 framework;

  g_return_val_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len, FALSE);
  g_return_val_if_fail (node < self->base->nodes->len, FALSE);

  framework = self->base->framework_of[ts_comparison_base_get_place (self->base, organisation, year)];

  return framework != TS_NO_FRAMEWORK && ((const TsNode *const *) g_ptr_array_index (self->base->known_nodes, framework))[node] != NULL;
}

/**
 * ts_comparison_get_cell:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 *
 * Returns: the level there, and where it comes from; %TS_BASIS_NONE where it is missing
 */
TsCell
ts_comparison_get_cell (const TsComparison *self,
                        guint               organisation,
                        guint               year,
                        TsLayer             layer,
                        guint               node)
{
  const TsComparisonBase *base = self->base;
  TsCell cell = { 0, TS_BASIS_NONE, FALSE };
  const guint8 *cells;
  guint8 byte;

  g_return_val_if_fail (organisation < base->organisations->len && year < base->years->len, cell);
  g_return_val_if_fail (layer < TS_N_LAYERS && node < base->nodes->len, cell);

  cells = base->slots[layer] >= 0 ? self->cells[ts_comparison_base_get_slot (base, year, (guint) base->slots[layer])] : NULL;

  if (cells == NULL)
    return cell;

  byte = cells[(gsize) organisation * base->nodes->len + node];
  cell.level = TS_CELL_LEVEL (byte);
  cell.basis = TS_CELL_BASIS (byte);
  cell.from_predecessors = (byte & TS_CELL_LENT) != 0;

  return cell;
}

/**
 * ts_comparison_is_break:
 * @self: a comparison
 * @from: an earlier year
 * @to: a later year
 * @node: a node
 *
 * Returns: whether the node's definition, or that of some part of it, was another in the one year than in the other, in the frameworks that most
 *   used
 */
gboolean
ts_comparison_is_break (const TsComparison *self,
                        guint               from,
                        guint               to,
                        guint               node)
{
  const TsComparisonBase *base = self->base;

  g_return_val_if_fail (from <= to && to < base->years->len && node < base->nodes->len, FALSE);

  return base->breaks[((gsize) from * base->years->len + to) * base->nodes->len + node];
}
