/* ts-map-page.c — all levels of all organisations at once
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-map-page.h"

#include "app/compare/ts-cell-pane.h"
#include "app/compare/ts-compare-about.h"
#include "app/compare/ts-compare-maker.h"
#include "app/compare/ts-compare-page.h"
#include "app/compare/ts-filter-button.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-heatmap-canvas.h"
#include "model/ts-compare-charts.h"

#include <glib/gi18n-lib.h>

struct _TsMapPage
{
  AdwBin parent_instance;

  TsComparisonModel *model;
  TsCompareMaker *maker;
  char *sort; /* a word of `orders`, or the id of a column */
  gboolean turned;

  AdwFlap *flap;
  TsChartView *chart_view;
  TsFilterButton *sort_button;
  TsHeatmapCanvas *canvas;
  TsCellPane *pane;
};

enum
{
  PROP_SORT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void compare_page_iface_init (TsComparePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsMapPage, ts_map_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_COMPARE_PAGE, compare_page_iface_init))

static const struct
{
  const char *name;
  const char *title;
} orders[] = {
  { TS_COMPARE_SORT_TOTAL, N_("Highest total first") },
  { TS_COMPARE_SORT_NAME, N_("By name") },
  { TS_COMPARE_SORT_REGION, N_("By region") },
  { TS_COMPARE_SORT_SIMILARITY, N_("Alike together") },
};

/* --- Making ------------------------------------------------------------------------------------------------------- */

static gpointer
make (TsComparison          *comparison,
      const TsCompareFilter *filter,
      gconstpointer          wish)
{
  g_autoptr (GError) error = NULL;
  TsHeatmapData *map = ts_compare_charts_heatmap (comparison, filter, wish, &error);

  /* A column that the framework has not, as after another part of it was chosen. */
  if (error != NULL)
    return ts_compare_charts_heatmap (comparison, filter, NULL, NULL);

  return map;
}

/* --- Showing ------------------------------------------------------------------------------------------------------ */

static void
update_sort_button (TsMapPage     *self,
                    TsHeatmapData *data)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *text = g_strdup (_(orders[0].title));

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gboolean active = g_str_equal (orders[i].name, self->sort);

      ts_filter_options_add (options, NULL, "page.sort", orders[i].name, _(orders[i].title), NULL, TRUE, active);

      if (active)
        {
          g_free (text);
          text = g_strdup (_(orders[i].title));
        }
    }

  for (guint i = 0; i < ts_heatmap_data_get_n_columns (data); i++)
    {
      const TsChartSubject *column = ts_heatmap_data_get_column (data, i);
      gboolean active = g_str_equal (column->id, self->sort);
      g_autofree char *name = NULL;

      /* The total has its line above. */
      if (ts_heatmap_data_get_levels (data, i) == NULL)
        continue;

      name = ts_chart_subject_title (column);
      ts_filter_options_add (options, NULL, "page.sort", column->id, name, NULL, TRUE, active);

      if (active)
        {
          g_free (text);
          /* Translators: %s is the number or name of a competency; short, on a button */
          text = g_strdup_printf (self->turned ? _("Lowest %s first") : _("Highest %s first"),
                                  *column->code != '\0' ? column->code : column->name);
        }
    }

  ts_filter_button_set (self->sort_button, text, options);
}

static int
find_row (TsHeatmapData *data,
          const char    *id)
{
  for (guint i = 0; id != NULL && i < ts_heatmap_data_get_n_rows (data); i++)
    {
      if (g_str_equal (ts_heatmap_data_get_row (data, i)->id, id))
        return (int) i;
    }

  return -1;
}

static int
find_column (TsHeatmapData *data,
             const char    *id)
{
  for (guint i = 0; id != NULL && i < ts_heatmap_data_get_n_columns (data); i++)
    {
      if (g_str_equal (ts_heatmap_data_get_column (data, i)->id, id))
        return (int) i;
    }

  return -1;
}

static gboolean
is_order (const char *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_str_equal (orders[i].name, sort))
        return TRUE;
    }

  return FALSE;
}

/* What a map was sorted by that has no such column. */
static void
forget_column (TsMapPage     *self,
               TsHeatmapData *data)
{
  if (is_order (self->sort) || find_column (data, self->sort) >= 0)
    return;

  g_free (self->sort);
  self->sort = g_strdup (orders[0].name);
  self->turned = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* As the map is sorted. */
static TsCompareView *
dup_view (TsMapPage *self)
{
  TsCompareView *view = ts_compare_view_new ();

  ts_compare_view_set (&view->sort, self->sort);
  view->reversed = self->turned;

  return view;
}

static void
on_made (gpointer owner,
         gpointer made)
{
  TsMapPage *self = owner;
  g_autoptr (TsHeatmapData) data = made;
  g_autoptr (TsChart) chart = data != NULL ? ts_chart_new_heatmap (data) : NULL;

  if (data != NULL)
    forget_column (self, data);

  if (self->model != NULL)
    {
      g_autoptr (TsCompareView) view = dup_view (self);

      ts_compare_about_set (self->chart_view, self->model, TS_COMPARE_CHART_HEATMAP, view);
    }

  ts_chart_view_set_chart (self->chart_view, chart);
  ts_heatmap_canvas_set_data (self->canvas, data);

  if (data == NULL)
    return;

  update_sort_button (self, data);

  if (adw_flap_get_reveal_flap (self->flap))
    ts_heatmap_canvas_set_chosen (self->canvas, find_row (data, ts_cell_pane_get_organisation (self->pane)),
                                  find_column (data, ts_cell_pane_get_node (self->pane)));
}

static void
ask (TsMapPage *self)
{
  if (self->model == NULL || ts_comparison_model_get_comparison (self->model) == NULL)
    return;

  ts_compare_maker_ask (self->maker, ts_comparison_model_get_comparison (self->model), ts_comparison_model_get_filter (self->model),
                        dup_view (self), (GDestroyNotify) ts_compare_view_free);
}

static void
close_pane (TsMapPage *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->pane)) != NULL;

  adw_flap_set_reveal_flap (self->flap, FALSE);
  ts_heatmap_canvas_set_chosen (self->canvas, -1, -1);

  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
explain (TsMapPage *self,
         guint      row,
         guint      column)
{
  TsHeatmapData *data = ts_heatmap_canvas_get_data (self->canvas);
  const TsChartSubject *organisation = ts_heatmap_data_get_row (data, row);
  const TsChartSubject *node = ts_heatmap_data_get_column (data, column);

  /* A total follows from what stands beside it. */
  if (ts_heatmap_data_get_levels (data, column) == NULL)
    node = ts_heatmap_data_get_column (data, 0);

  ts_cell_pane_show (self->pane, self->model, organisation->id, node->id);
  ts_heatmap_canvas_set_chosen (self->canvas, (int) row, find_column (data, node->id));
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

static void
on_cell_activated (TsMapPage *self,
                   guint      row,
                   guint      column)
{
  TsHeatmapData *data = ts_heatmap_canvas_get_data (self->canvas);

  if (data != NULL && row < ts_heatmap_data_get_n_rows (data) && column < ts_heatmap_data_get_n_columns (data))
    explain (self, row, column);
}

static void
on_column_activated (TsMapPage *self,
                     guint      column)
{
  TsHeatmapData *data = ts_heatmap_canvas_get_data (self->canvas);
  gboolean total = ts_heatmap_data_get_levels (data, column) == NULL;

  gtk_widget_activate_action (GTK_WIDGET (self), "page.sort", "s", total ? "total" : ts_heatmap_data_get_column (data, column)->id);
}

static void
sort_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsMapPage *self = TS_MAP_PAGE (widget);
  const char *sort = g_variant_get_string (parameter, NULL);

  self->turned = g_str_equal (sort, self->sort) && !self->turned;
  g_free (self->sort);
  self->sort = g_strdup (sort);
  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
}

/* --- As a page ---------------------------------------------------------------------------------------------------- */

static TsCompareNeeds
get_needs (TsComparePage         *page,
           const TsCompareFilter *filter)
{
  return TS_COMPARE_LAST_YEAR;
}

static void
update (TsComparePage     *page,
        TsComparisonModel *model)
{
  TsMapPage *self = TS_MAP_PAGE (page);

  g_set_object (&self->model, model);

  if (model == NULL)
    {
      close_pane (self);
      ts_cell_pane_clear (self->pane);
      ts_chart_view_set_chart (self->chart_view, NULL);
      ts_heatmap_canvas_set_data (self->canvas, NULL);
      return;
    }

  ask (self);

  if (adw_flap_get_reveal_flap (self->flap) && ts_cell_pane_get_organisation (self->pane) != NULL)
    ts_cell_pane_show (self->pane, model, ts_cell_pane_get_organisation (self->pane), ts_cell_pane_get_node (self->pane));
}

static void
compare_page_iface_init (TsComparePageInterface *iface)
{
  iface->get_needs = get_needs;
  iface->update = update;
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_map_page_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SORT:
      g_value_set_string (value, TS_MAP_PAGE (object)->sort);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_map_page_dispose (GObject *object)
{
  TsMapPage *self = TS_MAP_PAGE (object);

  if (self->maker != NULL)
    ts_compare_maker_stop (self->maker);

  g_clear_object (&self->maker);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_map_page_parent_class)->dispose (object);
}

static void
ts_map_page_finalize (GObject *object)
{
  g_free (TS_MAP_PAGE (object)->sort);

  G_OBJECT_CLASS (ts_map_page_parent_class)->finalize (object);
}

static void
ts_map_page_class_init (TsMapPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_map_page_get_property;
  object_class->dispose = ts_map_page_dispose;
  object_class->finalize = ts_map_page_finalize;

  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "total", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.sort", "s", sort_action);

  g_type_ensure (TS_TYPE_CELL_PANE);
  g_type_ensure (TS_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/map-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsMapPage, flap);
  gtk_widget_class_bind_template_child (widget_class, TsMapPage, chart_view);
  gtk_widget_class_bind_template_child (widget_class, TsMapPage, pane);
  gtk_widget_class_bind_template_callback (widget_class, close_pane);
}

static void
ts_map_page_init (TsMapPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->sort = g_strdup (orders[0].name);
  self->maker = ts_compare_maker_new (make, (GDestroyNotify) ts_heatmap_data_unref, on_made, self);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->canvas = TS_HEATMAP_CANVAS (ts_heatmap_canvas_new ());
  g_signal_connect_object (self->canvas, "cell-activated", G_CALLBACK (on_cell_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "column-activated", G_CALLBACK (on_column_activated), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->canvas));
  gtk_widget_set_vexpand (scroller, TRUE);
  ts_chart_view_set_face (self->chart_view, scroller);

  self->sort_button = TS_FILTER_BUTTON (ts_filter_button_new (_("Order")));
  gtk_widget_set_valign (GTK_WIDGET (self->sort_button), GTK_ALIGN_CENTER);
  ts_chart_view_add_control (self->chart_view, GTK_WIDGET (self->sort_button));
}

GtkWidget *
ts_map_page_new (void)
{
  return g_object_new (TS_TYPE_MAP_PAGE, NULL);
}

/**
 * ts_map_page_explain:
 * @self: a page
 * @organisation: an organisation's code
 * @node: the id of a competency or criterion
 *
 * Shows why that cell has its level.
 *
 * Returns: whether there is such a cell on the map
 */
gboolean
ts_map_page_explain (TsMapPage  *self,
                     const char *organisation,
                     const char *node)
{
  TsHeatmapData *data;
  int row;
  int column;

  g_return_val_if_fail (TS_IS_MAP_PAGE (self), FALSE);
  g_return_val_if_fail (organisation != NULL && node != NULL, FALSE);

  data = ts_heatmap_canvas_get_data (self->canvas);
  row = data != NULL ? find_row (data, organisation) : -1;
  column = data != NULL ? find_column (data, node) : -1;

  if (row < 0 || column < 0)
    return FALSE;

  ts_heatmap_canvas_set_cursor (self->canvas, row, column);
  explain (self, (guint) row, (guint) column);

  return TRUE;
}
