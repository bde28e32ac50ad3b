/* ts-comparison-derive.c — the levels that follow from ratings under a rule
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-comparison-private.h"

/* A group has no more criteria than this that count; a framework's reader refuses more. */
#define MOST_PARTS 256

static guint8
make_byte (int     level,
           TsBasis basis)
{
  return (guint8) (level | (int) basis << 4);
}

/* Returns the number of parts; those that the framework does not have are none. */
static guint
collect_parts (const TsComparisonBase *base,
               const TsNode *const *known,
               const guint8 *raw,
               guint group,
               int *levels,
               gboolean *any)
{
  guint n_parts = 0;

  *any = FALSE;

  for (guint i = group + 1; i < base->nodes->len && g_array_index (base->nodes, TsComparedNode, i).group == group; i++)
    {
      if (known[i] == NULL || known[i]->group != known[group] || n_parts == MOST_PARTS)
        continue;

      levels[n_parts++] = raw[i];
      *any |= raw[i] != 0;
    }

  return n_parts;
}

static void
derive_group (const TsComparisonBase *base,
              const TsRollUpRule *rule,
              const TsNode *const *known,
              const guint8 *raw,
              guint group,
              guint8 *cell)
{
  int levels[MOST_PARTS];
  gboolean any;
  guint n_parts;
  int level;

  /* A level that was stated on the group wins over what would follow from its criteria. */
  if (raw[group] != 0)
    {
      *cell = make_byte (raw[group], TS_BASIS_STATED);
      return;
    }

  n_parts = collect_parts (base, known, raw, group, levels, &any);

  if (!any)
    return;

  level = ts_roll_up (rule != NULL ? *rule : known[group]->section->rule, levels, n_parts);
  *cell = make_byte (level, level != 0 ? TS_BASIS_ROLLED_UP : TS_BASIS_INCOMPLETE);
}

static void
derive_sheet (TsComparison *self,
              guint         year,
              const guint8 *raw,
              guint8       *cells)
{
  const TsComparisonBase *base = self->base;
  const TsRollUpRule *rule = self->has_rule ? &self->rule : NULL;
  guint n_nodes = base->nodes->len;

  for (guint i = 0; i < base->organisations->len; i++, raw += n_nodes, cells += n_nodes)
    {
      guint8 framework = base->framework_of[ts_comparison_base_get_place (base, i, year)];
      const TsNode *const *known;

      if (framework == TS_NO_FRAMEWORK)
        continue;

      known = g_ptr_array_index (base->known_nodes, framework);

      for (guint n = 0; n < n_nodes; n++)
        {
          if (known[n] == NULL)
            continue;

          if (g_array_index (base->nodes, TsComparedNode, n).is_group)
            derive_group (base, rule, known, raw, n, &cells[n]);
          else if (raw[n] != 0)
            cells[n] = make_byte (raw[n], TS_BASIS_RATED);
        }
    }
}

/* The middle of what those say that it follows, the lower where two are in the middle; nothing unless each of them that was assessed has a level. */
static guint8
lend (const TsComparisonBase       *base,
      const TsComparedOrganisation *organisation,
      guint                         year,
      guint                         node,
      const guint8                 *cells)
{
  guint counts[16] = { 0 };
  guint n = 0;
  guint passed = 0;

  for (guint i = 0; i < organisation->predecessors->len; i++)
    {
      guint predecessor = g_array_index (organisation->predecessors, guint, i);
      guint8 byte;

      if (base->framework_of[ts_comparison_base_get_place (base, predecessor, year)] == TS_NO_FRAMEWORK)
        continue;

      byte = cells[(gsize) predecessor * base->nodes->len + node];

      if (TS_CELL_LEVEL (byte) == 0)
        return 0;

      counts[TS_CELL_LEVEL (byte)]++;
      n++;
    }

  for (guint level = 1; n > 0 && level < G_N_ELEMENTS (counts); level++)
    {
      passed += counts[level];

      if (passed * 2 >= n)
        return make_byte ((int) level, TS_BASIS_STATED) | TS_CELL_LENT;
    }

  return 0;
}

static void
lend_to_successors (TsComparison *self,
                    guint         year,
                    guint8       *cells)
{
  const TsComparisonBase *base = self->base;
  guint n_nodes = base->nodes->len;

  for (guint i = 0; i < base->organisations->len; i++)
    {
      const TsComparedOrganisation *organisation = g_ptr_array_index (base->organisations, i);

      if (organisation->predecessors->len == 0 ||
          base->framework_of[ts_comparison_base_get_place (base, i, year)] != TS_NO_FRAMEWORK)
        continue;

      for (guint n = 0; n < n_nodes; n++)
        cells[(gsize) i * n_nodes + n] = lend (base, organisation, year, n, cells);
    }
}

/* Takes the reference of @base. */
TsComparison *
ts_comparison_derive (TsComparisonBase   *base,
                      const TsRollUpRule *rule,
                      gboolean            use_predecessors)
{
  TsComparison *self = g_new0 (TsComparison, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->base = base;
  self->has_rule = rule != NULL;
  self->rule = rule != NULL ? *rule : TS_ROLL_UP_MINIMUM;
  self->use_predecessors = use_predecessors;
  self->cells = g_new0 (guint8 *, (gsize) base->years->len * base->n_layers + 1);

  for (guint year = 0; year < base->years->len; year++)
    {
      for (guint slot = 0; slot < base->n_layers; slot++)
        {
          gsize place = ts_comparison_base_get_slot (base, year, slot);

          if (base->raw[place] == NULL)
            continue;

          self->cells[place] = g_new0 (guint8, (gsize) base->organisations->len * base->nodes->len + 1);
          derive_sheet (self, year, base->raw[place], self->cells[place]);

          if (use_predecessors)
            lend_to_successors (self, year, self->cells[place]);
        }
    }

  return self;
}

/**
 * ts_comparison_roll_up:
 * @self: a comparison
 * @organisation: an organisation
 * @year: a year
 * @layer: whose judgement
 * @node: a node
 * @rule: a rule
 *
 * Returns: the level that the rule would give, whatever the comparison's own is; a stated level and a criterion's stay what they are
 */
int
ts_comparison_roll_up (const TsComparison *self,
                       guint               organisation,
                       guint               year,
                       TsLayer             layer,
                       guint               node,
                       TsRollUpRule        rule)
{
  const TsComparisonBase *base = self->base;
  TsCell cell = ts_comparison_get_cell (self, organisation, year, layer, node);
  const guint8 *raw;
  int levels[MOST_PARTS];
  gboolean any;
  guint n_parts;

  if (cell.basis != TS_BASIS_ROLLED_UP)
    return cell.level;

  raw = base->raw[ts_comparison_base_get_slot (base, year, (guint) base->slots[layer])] + (gsize) organisation * base->nodes->len;
  n_parts = collect_parts (base,
                           g_ptr_array_index (base->known_nodes,
                                              base->framework_of[ts_comparison_base_get_place (base, organisation, year)]),
                           raw, node, levels, &any);

  return ts_roll_up (rule, levels, n_parts);
}
