/* ts-charts-page.c — a page of charts of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-charts-page.h"

#include "app/compare/ts-compare-page.h"


struct _TsChartsPage
{
  AdwBin parent_instance;

  GPtrArray *cards; /* TsCompareCard, owned by the box */
  GtkBox *box;
};

static void compare_page_iface_init (TsComparePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsChartsPage, ts_charts_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_COMPARE_PAGE, compare_page_iface_init))

static TsCompareNeeds
get_needs (TsComparePage         *page,
           const TsCompareFilter *filter)
{
  TsChartsPage *self = TS_CHARTS_PAGE (page);
  TsCompareNeeds needs = 0;

  for (guint i = 0; i < self->cards->len; i++)
    needs |= ts_compare_card_get_needs (g_ptr_array_index (self->cards, i), filter);

  return needs;
}

static void
update (TsComparePage     *page,
        TsComparisonModel *model)
{
  TsChartsPage *self = TS_CHARTS_PAGE (page);

  for (guint i = 0; i < self->cards->len; i++)
    ts_compare_card_update (g_ptr_array_index (self->cards, i), model);
}

static void
compare_page_iface_init (TsComparePageInterface *iface)
{
  iface->get_needs = get_needs;
  iface->update = update;
}

static void
ts_charts_page_finalize (GObject *object)
{
  g_ptr_array_unref (TS_CHARTS_PAGE (object)->cards);

  G_OBJECT_CLASS (ts_charts_page_parent_class)->finalize (object);
}

static void
ts_charts_page_class_init (TsChartsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_charts_page_finalize;
}

static void
ts_charts_page_init (TsChartsPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->cards = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "compare-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->box));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

static GtkWidget *
make_page (const TsCompareChart *charts,
           guint                 n_charts)
{
  TsChartsPage *self = g_object_new (TS_TYPE_CHARTS_PAGE, NULL);

  for (guint i = 0; i < n_charts; i++)
    {
      GtkWidget *card = ts_compare_card_new (charts[i]);

      gtk_box_append (self->box, card);
      g_ptr_array_add (self->cards, card);
    }

  return GTK_WIDGET (self);
}

/**
 * ts_charts_page_new_trends:
 *
 * Returns: (transfer floating): a page of what changes from year to year
 */
GtkWidget *
ts_charts_page_new_trends (void)
{
  static const TsCompareChart charts[] = { TS_COMPARE_CHART_TREND, TS_COMPARE_CHART_CHANGE };

  return make_page (charts, G_N_ELEMENTS (charts));
}

/**
 * ts_charts_page_new_gaps:
 *
 * Returns: (transfer floating): a page of how boards, others and targets lie apart
 */
GtkWidget *
ts_charts_page_new_gaps (void)
{
  static const TsCompareChart charts[] = { TS_COMPARE_CHART_DUMBBELL, TS_COMPARE_CHART_RADAR, TS_COMPARE_CHART_OPTIMISM };

  return make_page (charts, G_N_ELEMENTS (charts));
}

/**
 * ts_charts_page_new_spread:
 *
 * Returns: (transfer floating): a page of how organisations are distributed
 */
GtkWidget *
ts_charts_page_new_spread (void)
{
  static const TsCompareChart charts[] = { TS_COMPARE_CHART_DISTRIBUTION, TS_COMPARE_CHART_STRIP };

  return make_page (charts, G_N_ELEMENTS (charts));
}

/**
 * ts_charts_page_new_ranking:
 *
 * Returns: (transfer floating): a page of ranks with their intervals
 */
GtkWidget *
ts_charts_page_new_ranking (void)
{
  static const TsCompareChart charts[] = { TS_COMPARE_CHART_RANKING };

  return make_page (charts, G_N_ELEMENTS (charts));
}

/**
 * ts_charts_page_new_measures:
 *
 * Returns: (transfer floating): a page of two measures against each other
 */
GtkWidget *
ts_charts_page_new_measures (void)
{
  static const TsCompareChart charts[] = { TS_COMPARE_CHART_SCATTER };

  return make_page (charts, G_N_ELEMENTS (charts));
}
