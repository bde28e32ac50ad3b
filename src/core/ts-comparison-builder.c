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

static int
compare_frameworks (gconstpointer a,
                    gconstpointer b)
{
  const TsFramework *first = *(const TsFramework *const *) a;
  const TsFramework *second = *(const TsFramework *const *) b;
  int order = ts_framework_get_year (second) - ts_framework_get_year (first);

  if (order == 0)
    order = strcmp (ts_framework_get_id (first), ts_framework_get_id (second));

  return order != 0 ? order : strcmp (ts_framework_get_edition (second), ts_framework_get_edition (first));
}

/* The latest first, whose order and wording all others follow. */
static GPtrArray *
sort_frameworks (const TsComparisonBase *base)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < base->frameworks->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (base->frameworks, i));

  g_ptr_array_sort (sorted, compare_frameworks);

  return sorted;
}

static const TsNode *
find_in_section (const TsFramework *framework,
                 const char        *section,
                 const char        *id)
{
  const TsNode *node = ts_framework_find_node (framework, id);

  return node != NULL && g_str_equal (node->section->id, section) ? node : NULL;
}

static gboolean
add_node (TsComparisonBase *base,
          const TsNode     *node,
          guint             section,
          guint             group,
          gboolean          is_group)
{
  TsComparedNode added = { node->id, node, section, is_group ? base->nodes->len : group, is_group };

  if (g_hash_table_contains (base->node_numbers, node->id))
    return FALSE;

  g_array_append_val (base->nodes, added);
  g_hash_table_insert (base->node_numbers, (gpointer) node->id, GUINT_TO_POINTER (base->nodes->len));

  return TRUE;
}

/* A group with its criteria, those first that the latest framework has. */
static void
add_group (TsComparisonBase *base,
           GPtrArray        *frameworks,
           const TsNode     *group,
           guint             section)
{
  guint position = base->nodes->len;

  if (!add_node (base, group, section, 0, TRUE))
    return;

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsNode *same = find_in_section (g_ptr_array_index (frameworks, i), group->section->id, group->id);

      for (guint j = 0; same != NULL && ts_node_is_group (same) && j < same->criteria->len; j++)
        add_node (base, g_ptr_array_index (same->criteria, j), section, position, FALSE);
    }
}

static void
add_section (TsComparisonBase *base,
             GPtrArray        *frameworks,
             const TsSection  *section)
{
  guint position = base->sections->len;

  g_ptr_array_add (base->sections, (gpointer) section);

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsSection *same = ts_framework_find_section (g_ptr_array_index (frameworks, i), section->id);

      for (guint j = 0; same != NULL && j < same->groups->len; j++)
        add_group (base, frameworks, g_ptr_array_index (same->groups, j), position);
    }
}

static gboolean
has_section (const TsComparisonBase *base,
             const char             *id)
{
  for (guint i = 0; i < base->sections->len; i++)
    {
      if (g_str_equal (((const TsSection *) g_ptr_array_index (base->sections, i))->id, id))
        return TRUE;
    }

  return FALSE;
}

static void
list_nodes (TsComparisonBuilder *self)
{
  TsComparisonBase *base = self->base;
  g_autoptr (GPtrArray) frameworks = sort_frameworks (base);

  for (guint i = 0; i < frameworks->len; i++)
    {
      const TsFramework *framework = g_ptr_array_index (frameworks, i);

      for (guint j = 0; j < ts_framework_get_n_sections (framework); j++)
        {
          const TsSection *section = ts_framework_get_section (framework, j);

          if (section->kind == TS_SECTION_GRADED && !has_section (base, section->id))
            add_section (base, frameworks, section);
        }
    }

  for (guint i = 0; i < base->frameworks->len; i++)
    {
      const TsNode **known = g_new0 (const TsNode *, base->nodes->len + 1);

      for (guint n = 0; n < base->nodes->len; n++)
        {
          const TsComparedNode *node = &g_array_index (base->nodes, TsComparedNode, n);
          const TsNode *same = ts_framework_find_node (g_ptr_array_index (base->frameworks, i), node->id);

          /* What is a group here and a criterion there is not the same. */
          if (same != NULL && ts_node_is_group (same) == node->is_group)
            known[n] = same;
        }

      g_ptr_array_add (base->known_nodes, known);
    }

  self->has_nodes = TRUE;
}

/* --- Organisations ------------------------------------------------------------------------------------------------- */

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

  if (!self->has_nodes)
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

/**
 * ts_comparison_builder_set_figure:
 * @self: a builder to which all organisations have been added
 * @name: what is measured
 * @unit: (nullable): in which unit
 * @organisation: an organisation
 * @year: a year's position
 * @value: a finite number
 */
void
ts_comparison_builder_set_figure (TsComparisonBuilder *self,
                                  const char          *name,
                                  const char          *unit,
                                  guint                organisation,
                                  guint                year,
                                  double               value)
{
  TsFigure *figure;

  g_return_if_fail (self != NULL && name != NULL && isfinite (value));
  g_return_if_fail (organisation < self->base->organisations->len && year < self->base->years->len);

  self->has_assessments = TRUE;
  figure = g_hash_table_lookup (self->figures, name);

  if (figure == NULL)
    {
      gsize n_places = (gsize) self->base->organisations->len * self->base->years->len;

      figure = g_new (TsFigure, 1);
      *figure = (TsFigure) { g_strdup (name), g_strdup (unit), g_new (double, n_places) };

      for (gsize i = 0; i < n_places; i++)
        figure->values[i] = NAN;

      g_ptr_array_add (self->base->figures, figure);
      g_hash_table_insert (self->figures, figure->name, figure);
    }

  figure->values[ts_comparison_base_get_place (self->base, organisation, year)] = value;
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

/* --- Breaks -------------------------------------------------------------------------------------------------------- */

/* The framework that most used in a year; of two, the one that was added first. */
static int
find_framework_of_year (const TsComparisonBase *base,
                        guint                   year)
{
  guint counts[TS_NO_FRAMEWORK] = { 0 };
  int best = -1;

  for (guint i = 0; i < base->organisations->len; i++)
    {
      guint8 framework = base->framework_of[ts_comparison_base_get_place (base, i, year)];

      if (framework != TS_NO_FRAMEWORK)
        counts[framework]++;
    }

  for (guint i = 0; i < base->frameworks->len; i++)
    {
      if (counts[i] > 0 && (best < 0 || counts[i] > counts[best]))
        best = (int) i;
    }

  return best;
}

static TsCrosswalk *
get_crosswalk (const TsComparisonBase *base,
               const TsFramework      *from,
               const TsFramework      *to)
{
  for (guint i = 0; i < base->crosswalks->len; i++)
    {
      TsCrosswalk *crosswalk = g_ptr_array_index (base->crosswalks, i);

      if (g_str_equal (ts_crosswalk_get_from (crosswalk), ts_framework_get_id (from)) &&
          g_str_equal (ts_crosswalk_get_to (crosswalk), ts_framework_get_id (to)))
        return ts_crosswalk_ref (crosswalk);
    }

  return ts_crosswalk_new_by_comparison (from, to);
}

static gboolean
is_changed (const TsCrosswalk *crosswalk,
            const TsNode      *from,
            const TsNode      *to)
{
  const TsCrosswalkEntry *entry;

  if (from == NULL || to == NULL)
    return from != to;

  if (to->criteria->len == 0 && from->criteria->len == 0)
    {
      entry = ts_crosswalk_find_to (crosswalk, to->id);

      return entry == NULL || entry->relation != TS_CROSSWALK_UNCHANGED;
    }

  return from->criteria->len != to->criteria->len;
}

static void
mark_breaks (TsComparisonBase *base,
             guint             from_framework,
             guint             to_framework,
             guint8           *breaks)
{
  const TsNode *const *from = g_ptr_array_index (base->known_nodes, from_framework);
  const TsNode *const *to = g_ptr_array_index (base->known_nodes, to_framework);
  g_autoptr (TsCrosswalk) crosswalk = get_crosswalk (base, g_ptr_array_index (base->frameworks, from_framework),
                                                     g_ptr_array_index (base->frameworks, to_framework));

  for (guint i = 0; i < base->nodes->len; i++)
    {
      if (!is_changed (crosswalk, from[i], to[i]))
        continue;

      breaks[i] = TRUE;
      breaks[g_array_index (base->nodes, TsComparedNode, i).group] = TRUE;
    }
}

static void
find_breaks (TsComparisonBase *base)
{
  guint n_years = base->years->len;
  guint n_nodes = base->nodes->len;
  g_autofree int *frameworks = g_new (int, n_years + 1);

  base->breaks = g_new0 (guint8, (gsize) n_years * n_years * n_nodes + 1);

  for (guint i = 0; i < n_years; i++)
    frameworks[i] = find_framework_of_year (base, i);

  for (guint from = 0; from < n_years; from++)
    {
      for (guint to = from + 1; to < n_years; to++)
        {
          guint8 *breaks = base->breaks + ((gsize) from * n_years + to) * n_nodes;

          if (frameworks[from] < 0 || frameworks[to] < 0 || frameworks[from] == frameworks[to])
            continue;

          /* Years follow each other under the same two frameworks more often than not. */
          if (to > from + 1 && frameworks[to] == frameworks[to - 1])
            memcpy (breaks, breaks - n_nodes, n_nodes);
          else
            mark_breaks (base, (guint) frameworks[from], (guint) frameworks[to], breaks);
        }
    }
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

  if (!self->has_nodes)
    list_nodes (self);

  find_breaks (self->base);

  return ts_comparison_derive (g_steal_pointer (&self->base), rule, use_predecessors);
}
