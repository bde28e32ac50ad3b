/* ts-comparison-private.h — for a comparison and its builder only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-comparison.h"

G_BEGIN_DECLS

#define TS_NO_FRAMEWORK G_MAXUINT8
#define TS_NO_PARENT    G_MAXUINT16

/* One byte for each organisation and node: a level in the lower half, what is told of it above. */
#define TS_CELL_LEVEL(byte) ((byte) &0x0f)
#define TS_CELL_BASIS(byte) (((byte) >> 4) & 0x07)
#define TS_CELL_LENT        0x80

/* A number of each organisation and year, NaN where it is not known; and the last that was known by then. */
typedef struct
{
  char *name;
  char *unit;
  double *values;
  double *latest;
} TsFigure;

/* What does not depend on the rule; shared by comparisons that differ in nothing else. */
typedef struct
{
  gatomicrefcount n_references;
  GArray *years;          /* int, rising */
  int slots[TS_N_LAYERS]; /* the place of each layer, -1 where it was not asked for */
  guint n_layers;
  GPtrArray *frameworks;    /* TsFramework */
  GPtrArray *crosswalks;    /* TsCrosswalk */
  GPtrArray *sections;      /* const TsSection, of the latest framework that has it */
  GArray *nodes;            /* TsComparedNode */
  GHashTable *node_numbers; /* id → position + 1 */
  GPtrArray *known_nodes;   /* for each framework, an array of const TsNode by position, NULL where it has none such */
  GPtrArray *organisations; /* TsComparedOrganisation */
  GHashTable *by_code;      /* position + 1 */
  GPtrArray *parents;       /* TsComparedParent */
  guint8 *framework_of;     /* organisation × year */
  guint16 *parent_of;       /* organisation × year */
  gint64 *population_of;    /* organisation × year, 0 for not known */
  char **assessment_of;     /* organisation × year, in the chunk */
  GStringChunk *texts;
  guint8 **raw;       /* year × layer: organisation × node, or NULL; the levels as they were rated */
  guint8 *breaks;     /* year × year × node */
  guint8 *targets;    /* organisation × year × node; NULL where there is none */
  GPtrArray *figures; /* TsFigure */
} TsComparisonBase;

struct _TsComparison
{
  gatomicrefcount n_references;
  TsComparisonBase *base;
  gboolean has_rule;
  TsRollUpRule rule;
  gboolean use_predecessors;
  guint8 **cells; /* as raw, with a basis */
};

TsComparison *ts_comparison_derive (TsComparisonBase   *base,
                                    const TsRollUpRule *rule,
                                    gboolean            use_predecessors);
void ts_comparison_base_unref (TsComparisonBase *base);
void ts_comparison_base_list_nodes (TsComparisonBase *base);
void ts_comparison_base_find_breaks (TsComparisonBase *base);

static inline gsize
ts_comparison_base_get_slot (const TsComparisonBase *base,
                             guint                   year,
                             guint                   slot)
{
  return (gsize) year * base->n_layers + slot;
}

static inline gsize
ts_comparison_base_get_place (const TsComparisonBase *base,
                              guint                   organisation,
                              guint                   year)
{
  return (gsize) organisation * base->years->len + year;
}

G_END_DECLS
