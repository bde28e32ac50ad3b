/* ts-comparison-builder.c — makes a comparison out of rating rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-builder.h"

#include "core/ts-comparison-private.h"

#include <math.h>
#include <string.h>

struct _TsComparisonBuilder
{
  TsComparisonBase *base;
  gboolean has_nodes;       /* no more frameworks */
  gboolean has_assessments; /* no more organisations */
  guint n_places;           /* organisations for which the arrays have room */
  GHashTable *parents;      /* code → position + 1 */
  GHashTable *figures;      /* name → TsFigure */
  guint organisation;       /* of the assessment that ratings are added to */
  guint year;
  const TsNode *const *known;
};

static void
organisation_free (gpointer data)
{
  TsComparedOrganisation *organisation = data;

  g_free (organisation->id);
  g_free (organisation->code);
  g_free (organisation->name);
  g_free (organisation->kind);
  g_array_unref (organisation->predecessors);
  g_free (organisation);
}

static void
parent_free (gpointer data)
{
  TsComparedParent *parent = data;

  g_free (parent->code);
  g_free (parent->name);
  g_free (parent);
}

static void
figure_free (gpointer data)
{
  TsFigure *figure = data;

  g_free (figure->name);
  g_free (figure->unit);
  g_free (figure->values);
  g_free (figure->latest);
  g_free (figure);
}

/**
 * ts_comparison_builder_new:
 * @years: (array length=n_years): the calendar years in which the financial years begin, rising
 * @n_years: how many
 * @layers: (array length=n_layers): the layers that are looked at
 * @n_layers: how many
 *
 * Returns: (transfer full): a builder
 */
TsComparisonBuilder *
ts_comparison_builder_new (const int     *years,
                           guint          n_years,
                           const TsLayer *layers,
                           guint          n_layers)
{
  TsComparisonBuilder *self = g_new0 (TsComparisonBuilder, 1);
  TsComparisonBase *base = g_new0 (TsComparisonBase, 1);

  g_return_val_if_fail (years != NULL || n_years == 0, NULL);
  g_return_val_if_fail (layers != NULL || n_layers == 0, NULL);

  self->base = base;
  g_atomic_ref_count_init (&base->n_references);
  base->years = g_array_sized_new (FALSE, FALSE, sizeof (int), n_years);

  if (n_years > 0)
    g_array_append_vals (base->years, years, n_years);

  for (guint i = 0; i < TS_N_LAYERS; i++)
    base->slots[i] = -1;

  for (guint i = 0; i < n_layers; i++)
    {
      if (base->slots[layers[i]] < 0)
        base->slots[layers[i]] = (int) base->n_layers++;
    }

  base->frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_framework_unref);
  base->crosswalks = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_crosswalk_unref);
  base->sections = g_ptr_array_new ();
  base->nodes = g_array_new (FALSE, FALSE, sizeof (TsComparedNode));
  base->node_numbers = g_hash_table_new (g_str_hash, g_str_equal);
  base->known_nodes = g_ptr_array_new_with_free_func (g_free);
  base->organisations = g_ptr_array_new_with_free_func (organisation_free);
  base->by_code = g_hash_table_new (g_str_hash, g_str_equal);
  base->parents = g_ptr_array_new_with_free_func (parent_free);
  base->texts = g_string_chunk_new (16384);
  base->raw = g_new0 (guint8 *, (gsize) n_years * base->n_layers + 1);
  base->figures = g_ptr_array_new_with_free_func (figure_free);
  self->parents = g_hash_table_new (g_str_hash, g_str_equal);
  self->figures = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
ts_comparison_builder_free (TsComparisonBuilder *self)
{
  g_return_if_fail (self != NULL);

  if (self->base != NULL)
    ts_comparison_base_unref (self->base);

  g_hash_table_unref (self->parents);
  g_hash_table_unref (self->figures);
  g_free (self);
}

/* --- Frameworks ---------------------------------------------------------------------------------------------------- */

/**
 * ts_comparison_builder_add_framework:
 * @self: a builder to which no organisation has been added
 * @framework: something that organisations were assessed by
 *
 * Returns: its position
 */
guint
ts_comparison_builder_add_framework (TsComparisonBuilder *self,
                                     TsFramework         *framework)
{
  g_return_val_if_fail (self != NULL && framework != NULL && !self->has_nodes, 0);
  g_return_val_if_fail (self->base->frameworks->len < TS_COMPARISON_MOST_FRAMEWORKS, 0);

  g_ptr_array_add (self->base->frameworks, ts_framework_ref (framework));

  return self->base->frameworks->len - 1;
}

/**
 * ts_comparison_builder_add_crosswalk:
 * @self: a builder
 * @crosswalk: what became of one framework's criteria in another; without one, wordings are compared
 */
void
ts_comparison_builder_add_crosswalk (TsComparisonBuilder *self,
                                     TsCrosswalk         *crosswalk)
{
  g_return_if_fail (self != NULL && crosswalk != NULL);

  g_ptr_array_add (self->base->crosswalks, ts_crosswalk_ref (crosswalk));
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

static void
list_nodes (TsComparisonBuilder *self)
{
  if (!self->has_nodes)
    ts_comparison_base_list_nodes (self->base);

  self->has_nodes = TRUE;
}

static void
make_room (TsComparisonBuilder *self)
{
  TsComparisonBase *base = self->base;
  gsize n_before = (gsize) self->n_places * base->years->len;
  gsize n_places;

  if (base->organisations->len < self->n_places)
    return;

  self->n_places = MAX (64, self->n_places * 2);
  n_places = (gsize) self->n_places * base->years->len + 1;
  base->framework_of = g_renew (guint8, base->framework_of, n_places);
  base->parent_of = g_renew (guint16, base->parent_of, n_places);
  base->population_of = g_renew (gint64, base->population_of, n_places);
  base->assessment_of = g_renew (char *, base->assessment_of, n_places);

  for (gsize i = n_before; i < n_places; i++)
    {
      base->framework_of[i] = TS_NO_FRAMEWORK;
      base->parent_of[i] = TS_NO_PARENT;
      base->population_of[i] = 0;
      base->assessment_of[i] = NULL;
    }
}

/**
 * ts_comparison_builder_add_organisation:
 * @self: a builder to which no assessment has been added
 * @id: its row id
 * @code: its code; no two have the same
 * @name: (nullable): what it is called; its code where it has no name
 * @kind: what it is
 *
 * Returns: its position
 */
guint
ts_comparison_builder_add_organisation (TsComparisonBuilder *self,
                                        const char          *id,
                                        const char          *code,
                                        const char          *name,
                                        const char          *kind)
{
  TsComparedOrganisation *organisation;

  g_return_val_if_fail (self != NULL && id != NULL && code != NULL && kind != NULL && !self->has_assessments, 0);

  list_nodes (self);
  make_room (self);
  organisation = g_new (TsComparedOrganisation, 1);
  *organisation = (TsComparedOrganisation) {
    g_strdup (id),
    g_strdup (code),
    g_strdup (name != NULL && *name != '\0' ? name : code),
    g_strdup (kind),
    g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  g_ptr_array_add (self->base->organisations, organisation);
  g_hash_table_insert (self->base->by_code, organisation->code, GUINT_TO_POINTER (self->base->organisations->len));

  return self->base->organisations->len - 1;
}

/**
 * ts_comparison_builder_set_parent:
 * @self: a builder
 * @organisation: an organisation
 * @year: a year's position
 * @code: the code of what it belonged to at the end of that year
 * @name: (nullable): what that was called
 */
void
ts_comparison_builder_set_parent (TsComparisonBuilder *self,
                                  guint                organisation,
                                  guint                year,
                                  const char          *code,
                                  const char          *name)
{
  guint parent;

  g_return_if_fail (self != NULL && code != NULL);
  g_return_if_fail (organisation < self->base->organisations->len && year < self->base->years->len);

  parent = GPOINTER_TO_UINT (g_hash_table_lookup (self->parents, code));

  if (parent == 0)
    {
      TsComparedParent *added;

      if (self->base->parents->len >= TS_NO_PARENT)
        return;

      added = g_new (TsComparedParent, 1);
      *added = (TsComparedParent) { g_strdup (code), g_strdup (name != NULL && *name != '\0' ? name : code) };
      g_ptr_array_add (self->base->parents, added);
      parent = self->base->parents->len;
      g_hash_table_insert (self->parents, added->code, GUINT_TO_POINTER (parent));
    }

  self->base->parent_of[ts_comparison_base_get_place (self->base, organisation, year)] = (guint16) (parent - 1);
}

void
ts_comparison_builder_set_population (TsComparisonBuilder *self,
                                      guint                organisation,
                                      guint                year,
                                      gint64               population)
{
  g_return_if_fail (self != NULL && organisation < self->base->organisations->len && year < self->base->years->len);

  self->base->population_of[ts_comparison_base_get_place (self->base, organisation, year)] = population;
}

/**
 * ts_comparison_builder_add_succession:
 * @self: a builder
 * @predecessor: an organisation
 * @successor: one by which it was followed
 */
void
ts_comparison_builder_add_succession (TsComparisonBuilder *self,
                                      guint                predecessor,
                                      guint                successor)
{
  TsComparedOrganisation *organisation;

  g_return_if_fail (self != NULL);
  g_return_if_fail (predecessor < self->base->organisations->len && successor < self->base->organisations->len && predecessor != successor);

  organisation = g_ptr_array_index (self->base->organisations, successor);
  g_array_append_val (organisation->predecessors, predecessor);
}

static TsFigure *
get_figure (TsComparisonBuilder *self,
            const char          *name,
            const char          *unit)
{
  TsFigure *figure = g_hash_table_lookup (self->figures, name);
  gsize n_places = (gsize) self->base->organisations->len * self->base->years->len;

  if (figure != NULL)
    return figure;

  figure = g_new (TsFigure, 1);
  *figure = (TsFigure) { g_strdup (name), g_strdup (unit), g_new (double, n_places), g_new (double, n_places) };

  for (gsize i = 0; i < n_places; i++)
    figure->values[i] = figure->latest[i] = NAN;

  g_ptr_array_add (self->base->figures, figure);
  g_hash_table_insert (self->figures, figure->name, figure);

  return figure;
}

/**
 * ts_comparison_builder_set_figure:
 * @self: a builder to which all organisations have been added
 * @name: what is measured
 * @unit: (nullable): in which unit
 * @organisation: an organisation
 * @calendar_year: the calendar year in which the financial year begins that the value is of; it need not be among those compared
 * @value: a finite number
 *
 * Earlier values of an organisation are set before later ones.
 */
void
ts_comparison_builder_set_figure (TsComparisonBuilder *self,
                                  const char          *name,
                                  const char          *unit,
                                  guint                organisation,
                                  int                  calendar_year,
                                  double               value)
{
  g_return_if_fail (self != NULL && name != NULL && isfinite (value));
  g_return_if_fail (organisation < self->base->organisations->len);

  self->has_assessments = TRUE;

  for (guint i = 0; i < self->base->years->len; i++)
    {
      int year = g_array_index (self->base->years, int, i);
      gsize place = ts_comparison_base_get_place (self->base, organisation, i);

      if (year < calendar_year)
        continue;

      get_figure (self, name, unit)->latest[place] = value;

      if (year == calendar_year)
        get_figure (self, name, unit)->values[place] = value;
    }
}

/* --- Ratings ------------------------------------------------------------------------------------------------------- */

/**
 * ts_comparison_builder_add_assessment:
 * @self: a builder to which all organisations have been added
 * @organisation: an organisation
 * @year: a year's position
 * @framework: a framework's position
 * @id: its row id
 *
 * Of several assessments of one organisation and year, the first that is added is compared.
 *
 * Returns: whether it is compared, so that its ratings are wanted
 */
gboolean
ts_comparison_builder_add_assessment (TsComparisonBuilder *self,
                                      guint                organisation,
                                      guint                year,
                                      guint                framework,
                                      const char          *id)
{
  TsComparisonBase *base;
  gsize place;

  g_return_val_if_fail (self != NULL && id != NULL && framework < self->base->frameworks->len, FALSE);
  g_return_val_if_fail (organisation < self->base->organisations->len && year < self->base->years->len, FALSE);

  base = self->base;
  place = ts_comparison_base_get_place (base, organisation, year);

  if (base->framework_of[place] != TS_NO_FRAMEWORK)
    return FALSE;

  self->has_assessments = TRUE;
  base->framework_of[place] = (guint8) framework;
  base->assessment_of[place] = g_string_chunk_insert (base->texts, id);
  self->organisation = organisation;
  self->year = year;
  self->known = g_ptr_array_index (base->known_nodes, framework);

  for (guint slot = 0; slot < base->n_layers; slot++)
    {
      guint8 **raw = &base->raw[ts_comparison_base_get_slot (base, year, slot)];

      if (*raw == NULL)
        *raw = g_new0 (guint8, (gsize) base->organisations->len * base->nodes->len + 1);
    }

  return TRUE;
}

/**
 * ts_comparison_builder_add_rating:
 * @self: a builder to which an assessment has been added
 * @node_id: a node's id; one that its framework does not have is passed over
 * @layer: whose judgement; one that is not looked at is passed over
 * @level: the level, from 1; 0 for none
 *
 * Adds a rating to the assessment that was added last. A layer may hold ratings by named assessors beside the body's own: the first that is
 * added counts, so the body's own comes first.
 */
void
ts_comparison_builder_add_rating (TsComparisonBuilder *self,
                                  const char          *node_id,
                                  TsLayer              layer,
                                  int                  level)
{
  TsComparisonBase *base;
  guint number;
  guint8 *place;

  g_return_if_fail (self != NULL && self->known != NULL && node_id != NULL && layer < TS_N_LAYERS);

  base = self->base;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (base->node_numbers, node_id));

  if (number == 0 || base->slots[layer] < 0 || self->known[number - 1] == NULL || level <= 0 ||
      level > (int) ts_scale_get_n_levels (self->known[number - 1]->section->scale))
    return;

  place = &base->raw[ts_comparison_base_get_slot (base, self->year, (guint) base->slots[layer])]
                    [(gsize) self->organisation * base->nodes->len + number - 1];

  if (*place == 0)
    *place = (guint8) level;
}

/**
 * ts_comparison_builder_add_target:
 * @self: a builder to which an assessment has been added
 * @node_id: a node's id; one that its framework does not have is passed over
 * @level: the level aimed at for the assessment's year, from 1
 *
 * Adds a target to the assessment that was added last.
 */
void
ts_comparison_builder_add_target (TsComparisonBuilder *self,
                                  const char          *node_id,
                                  int                  level)
{
  TsComparisonBase *base;
  guint number;

  g_return_if_fail (self != NULL && self->known != NULL && node_id != NULL);

  base = self->base;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (base->node_numbers, node_id));

  if (number == 0 || self->known[number - 1] == NULL || level <= 0 ||
      level > (int) ts_scale_get_n_levels (self->known[number - 1]->section->scale))
    return;

  if (base->targets == NULL)
    base->targets = g_new0 (guint8, (gsize) base->organisations->len * base->years->len * base->nodes->len + 1);

  base->targets[ts_comparison_base_get_place (base, self->organisation, self->year) * base->nodes->len + number - 1] = (guint8) level;
}

/* --- The end ------------------------------------------------------------------------------------------------------- */

static int
compare_figures (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const TsFigure *const *) a)->name, (*(const TsFigure *const *) b)->name);
}

/**
 * ts_comparison_builder_end:
 * @self: a builder; only free it afterwards
 * @rule: (nullable): the rule to roll up by, %NULL for each section's own
 * @use_predecessors: whether an organisation without an assessment is shown with the levels of those that it follows
 *
 * Returns: (transfer full): what has been put together
 */
TsComparison *
ts_comparison_builder_end (TsComparisonBuilder *self,
                           const TsRollUpRule  *rule,
                           gboolean             use_predecessors)
{
  g_return_val_if_fail (self != NULL && self->base != NULL, NULL);

  list_nodes (self);
  g_ptr_array_sort (self->base->figures, compare_figures);
  ts_comparison_base_find_breaks (self->base);

  return ts_comparison_derive (g_steal_pointer (&self->base), rule, use_predecessors);
}
