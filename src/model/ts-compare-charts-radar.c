/* ts-compare-charts-radar.c — one organisation against its peers
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-compare-charts-private.h"

#include "chart/ts-radar-data-builder.h"
#include "core/ts-compare-counts.h"
#include "core/ts-error.h"

#include <glib/gi18n-lib.h>

/* Of fewer, quarters say nothing that the levels themselves do not say. */
#define FEWEST_PEERS 3

/* Whom the view names, else whose peers are compared, else the first that is pointed out, else the only one that there is. */
static gboolean
choose_organisation (const TsComparison     *comparison,
                     const TsCompareFilter  *filter,
                     const TsCompareView    *view,
                     guint                  *organisation,
                     GError                **error)
{
  const char *code = view != NULL ? view->organisation : NULL;

  if (code == NULL && filter->peers != TS_PEERS_EVERYBODY)
    code = filter->peers_of;

  if (code == NULL && filter->highlighted != NULL)
    code = filter->highlighted[0];

  if (code != NULL)
    return ts_compare_charts_find_organisation (comparison, code, organisation, error);

  *organisation = 0;

  if (ts_comparison_get_n_organisations (comparison) == 1)
    return TRUE;

  g_set_error (error, TS_RULE_ERROR, TS_RULE_ERROR_UNKNOWN, _("A radar shows one organisation against its peers: choose the one that it is about."));

  return FALSE;
}

static GArray *
list_peers (const TsComparison *comparison,
            guint               organisation)
{
  GArray *peers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < ts_comparison_get_n_organisations (comparison); i++)
    {
      if (i != organisation)
        g_array_append_val (peers, i);
    }

  return peers;
}

static void
add_own (TsRadarDataBuilder    *builder,
         const TsComparison    *comparison,
         const TsCompareFilter *filter,
         guint                  organisation,
         const GArray          *nodes)
{
  guint year = ts_compare_charts_get_last_year (comparison);
  guint series = ts_radar_data_builder_add_series (builder, ts_comparison_get_organisation (comparison, organisation)->name,
                                                   TS_RADAR_SERIES_CURRENT);
  guint targets = G_MAXUINT;

  for (guint i = 0; i < nodes->len; i++)
    {
      guint node = g_array_index (nodes, guint, i);
      int level = ts_comparison_get_cell (comparison, organisation, year, filter->layer, node).level;
      int target = ts_comparison_get_target (comparison, organisation, year, node);

      /* No level is left unset, so that it is never taken for zero. */
      if (level != 0)
        ts_radar_data_builder_set_value (builder, series, i, level);

      if (target == 0)
        continue;

      if (targets == G_MAXUINT)
        targets = ts_radar_data_builder_add_series (builder, C_("chart series", "Target"), TS_RADAR_SERIES_TARGET);

      ts_radar_data_builder_set_value (builder, targets, i, target);
    }
}

static void
add_peers (TsRadarDataBuilder    *builder,
           const TsComparison    *comparison,
           const TsCompareFilter *filter,
           const GArray          *peers,
           const GArray          *nodes)
{
  g_autofree char *middle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Median of %u peer", "Median of %u peers", peers->len), peers->len);
  g_autofree char *half = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Middle half of %u peer", "Middle half of %u peers", peers->len),
                                           peers->len);
  guint series = ts_radar_data_builder_add_series (builder, middle, TS_RADAR_SERIES_OTHER);
  gboolean has_band = peers->len >= FEWEST_PEERS;

  if (has_band)
    ts_radar_data_builder_set_band (builder, half);

  for (guint i = 0; i < nodes->len; i++)
    {
      TsSpread spread;

      ts_comparison_get_spread (comparison, peers, ts_compare_charts_get_last_year (comparison), filter->layer, g_array_index (nodes, guint, i),
                                &spread);

      if (spread.n == 0)
        continue;

      ts_radar_data_builder_set_value (builder, series, i, spread.median);

      if (has_band && spread.n >= FEWEST_PEERS)
        ts_radar_data_builder_set_range (builder, i, spread.lower_quarter, spread.upper_quarter);
    }
}

/**
 * ts_compare_charts_radar:
 * @comparison: levels, of the filter's layer in one year, and targets
 * @filter: what is compared: an organisation and its peers
 * @view: (nullable): which organisation it is about; if it does not say, the one whose peers are compared or the first that is pointed out
 * @error: where to put that it is not among those compared, or that nobody says which one
 *
 * Returns: (transfer full) (nullable): the organisation's levels and targets, with the middle and the middle half of all others
 */
TsRadarData *
ts_compare_charts_radar (TsComparison           *comparison,
                         const TsCompareFilter  *filter,
                         const TsCompareView    *view,
                         GError                **error)
{
  g_autoptr (TsRadarDataBuilder) builder = NULL;
  g_autoptr (GArray) nodes = NULL;
  g_autoptr (GArray) peers = NULL;
  g_autofree const char **level_names = NULL;
  g_autofree char *what = NULL;
  g_autofree char *title = NULL;
  const TsSection *section;
  guint organisation;

  g_return_val_if_fail (comparison != NULL && filter != NULL, NULL);

  if (ts_compare_charts_is_empty (comparison) || !choose_organisation (comparison, filter, view, &organisation, error))
    return NULL;

  section = ts_comparison_get_section (comparison, ts_compare_charts_get_section (comparison, filter));
  nodes = ts_compare_charts_list_nodes (comparison, filter);
  g_array_set_size (nodes, MIN (nodes->len, TS_RADAR_MAX_AXES));
  peers = list_peers (comparison, organisation);

  /* Translators: an organisation, and what of it is assessed: "Northmoor PCT · Competencies" */
  what = g_strdup_printf (C_("chart title", "%s · %s"), ts_comparison_get_organisation (comparison, organisation)->name, section->title);
  title = ts_compare_charts_make_title (comparison, what, ts_layer_get_title (filter->layer), FALSE);
  level_names = ts_compare_charts_list_level_names (section->scale);
  builder = ts_radar_data_builder_new (title, ts_scale_get_kind (section->scale) == TS_SCALE_LEVELS ? TS_RADAR_SUBJECT_COMPETENCY : TS_RADAR_SUBJECT_AREA,
                                       level_names);

  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, i))->node;

      ts_radar_data_builder_add_axis (builder, node->id, node->title);
    }

  add_own (builder, comparison, filter, organisation, nodes);

  if (peers->len > 0)
    add_peers (builder, comparison, filter, peers, nodes);

  return ts_radar_data_builder_end (g_steal_pointer (&builder));
}
