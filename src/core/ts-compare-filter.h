/* ts-compare-filter.h — what is compared
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "core/ts-layer.h"
#include "core/ts-roll-up.h"

G_BEGIN_DECLS

/* How many of the nearest by population make a group of peers when nobody says how many, and at most. */
#define TS_PEERS_DEFAULT 10
#define TS_PEERS_MOST    1000

/**
 * TsPeers:
 * @TS_PEERS_EVERYBODY: no peer group
 * @TS_PEERS_NEAREST: an organisation, and those whose populations are nearest to its own
 * @TS_PEERS_SAME_PARENT: an organisation, and those that belong to what it belongs to
 *
 * Which organisations count as peers. A group that the user has put together is the filter's list of organisations.
 */
typedef enum
{
  TS_PEERS_EVERYBODY,
  TS_PEERS_NEAREST,
  TS_PEERS_SAME_PARENT,
} TsPeers;

/**
 * TsCompareFilter:
 * @organisations: (nullable) (array zero-terminated=1): codes of the organisations wanted
 * @group_name: (nullable): what the user calls the group of @organisations, only said aloud
 * @parents: (nullable) (array zero-terminated=1): codes of what they belong to at the end of the latest year compared, directly or through one step
 * @kinds: (nullable) (array zero-terminated=1): kinds of organisation
 * @years: (element-type int): the calendar years in which the financial years begin, in rising order
 * @frameworks: (nullable) (array zero-terminated=1): codes of frameworks
 * @layer: whose judgement
 * @has_rule: whether groups are rolled up by @rule; otherwise by each section's own
 * @rule: the rule
 * @section: (nullable): the id of the part of the framework that is looked at; %NULL for the first that is graded in steps
 * @criteria: whether its criteria are looked at instead of its groups
 * @peers: which organisations count as peers
 * @peers_of: (nullable): the code of the organisation whose peers are wanted
 * @n_peers: how many of the nearest
 * @highlighted: (nullable) (array zero-terminated=1): codes of organisations to point out; they leave nothing out
 * @predecessors: whether an organisation that was not yet there is set against those that it follows
 *
 * What the pages that compare have in common. Where a list is %NULL or empty, everything is wanted.
 */
typedef struct
{
  char **organisations;
  char *group_name;
  char **parents;
  char **kinds;
  GArray *years;
  char **frameworks;
  TsLayer layer;
  gboolean has_rule;
  TsRollUpRule rule;
  char *section;
  gboolean criteria;
  TsPeers peers;
  char *peers_of;
  guint n_peers;
  char **highlighted;
  gboolean predecessors;
} TsCompareFilter;

/**
 * TsCompareNameFunction:
 * @code: an organisation's code
 *
 * Returns: (transfer none) (nullable): what it is called, or %NULL to say the code
 */
typedef const char *(*TsCompareNameFunction) (const char *code,
                                              gpointer    data);

TsCompareFilter *ts_compare_filter_new (void);
TsCompareFilter *ts_compare_filter_copy (const TsCompareFilter *self);
void ts_compare_filter_free (TsCompareFilter *self);
gboolean ts_compare_filter_equal (const TsCompareFilter *a,
                                  const TsCompareFilter *b);

void ts_compare_filter_set_texts (char            ***list,
                                  const char *const *texts);
void ts_compare_filter_set_text (char       **text,
                                 const char  *value);
void ts_compare_filter_set_years (TsCompareFilter *self,
                                  const int       *years,
                                  guint            n_years);
gboolean ts_compare_filter_has_year (const TsCompareFilter *self,
                                     int                    year);
int ts_compare_filter_get_last_year (const TsCompareFilter *self);
gboolean ts_compare_filter_highlights (const TsCompareFilter *self,
                                       const char            *code);

char *ts_compare_filter_describe (const TsCompareFilter *self,
                                  TsCompareNameFunction  get_name,
                                  gpointer               data);
char **ts_compare_filter_to_arguments (const TsCompareFilter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsCompareFilter, ts_compare_filter_free)

G_END_DECLS
