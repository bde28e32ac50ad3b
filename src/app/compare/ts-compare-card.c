/* ts-compare-card.c — one chart of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-compare-card.h"

#include "app/compare/ts-compare-about.h"
#include "app/compare/ts-compare-maker.h"
#include "app/compare/ts-filter-button.h"
#include "app/compare/ts-organisation-button.h"
#include "app/compare/ts-weights-dialog.h"
#include "app/ts-window.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-wrap-box.h"
#include "core/ts-scoring.h"
#include "model/ts-compare-charts.h"

#include <glib/gi18n-lib.h>

struct _TsCompareCard
{
  AdwBin parent_instance;

  TsCompareChart chart;
  TsCompareView *view;
  TsComparisonModel *model;
  TsCompareMaker *maker;

  GtkWidget *controls;
  TsFilterButton *measure;
  TsFilterButton *by;
  TsFilterButton *sort;
  TsFilterButton *x;
  TsFilterButton *y;
  TsOrganisationButton *organisation;
  GtkWidget *weights;
  TsChartView *chart_view;
  GtkLabel *heading; /* of the message */
  GtkLabel *message;
  gboolean is_chosen; /* whether somebody chose the organisation */
};

G_DEFINE_FINAL_TYPE (TsCompareCard, ts_compare_card, ADW_TYPE_BIN)

/* --- Making ------------------------------------------------------------------------------------------------------- */

typedef struct
{
  TsCompareChart chart;
  TsCompareView *view;
} Wish;

typedef struct
{
  TsChart *chart;
  GError *error;
} Made;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ts_compare_view_free (wish->view);
  g_free (wish);
}

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->chart, ts_chart_unref);
  g_clear_error (&made->error);
  g_free (made);
}

static gpointer
make (TsComparison          *comparison,
      const TsCompareFilter *filter,
      gconstpointer          data)
{
  const Wish *wish = data;
  Made *made = g_new0 (Made, 1);

  made->chart = ts_compare_charts_make (wish->chart, comparison, filter, wish->view, &made->error);

  return made;
}

/* What it takes for there to be something. */
static const char *
get_message (TsCompareChart chart)
{
  switch (chart)
    {
    case TS_COMPARE_CHART_TREND:
    case TS_COMPARE_CHART_CHANGE:
      return _("There is only one year to show. What changes is seen as soon as there are levels of two.");

    case TS_COMPARE_CHART_OPTIMISM:
    case TS_COMPARE_CHART_DUMBBELL:
      return _("There is nothing to set against each other yet: it takes levels of a board’s own and of a panel.");

    case TS_COMPARE_CHART_RADAR:
      return _("Choose an organisation to see its levels on a radar, with the median and the middle half of all others.");

    case TS_COMPARE_CHART_HEATMAP:
    case TS_COMPARE_CHART_DISTRIBUTION:
    case TS_COMPARE_CHART_STRIP:
    case TS_COMPARE_CHART_RANKING:
    case TS_COMPARE_CHART_SCATTER:
    default:
      return _("There are no levels of what is chosen above.");
    }
}

static const char *
get_heading (TsCompareChart chart)
{
  return chart == TS_COMPARE_CHART_RADAR ? _("One organisation against all others") : NULL;
}

static void
on_made (gpointer owner,
         gpointer data)
{
  TsCompareCard *self = owner;
  Made *made = data;

  if (self->model != NULL)
    ts_compare_about_set (self->chart_view, self->model, self->chart, self->view);

  ts_chart_view_set_chart (self->chart_view, made->chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart_view), made->chart != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->message), made->chart == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->heading), made->chart == NULL && get_heading (self->chart) != NULL);

  if (made->chart == NULL)
    gtk_label_set_label (self->message, made->error != NULL && self->chart != TS_COMPARE_CHART_RADAR ? made->error->message : get_message (self->chart));

  made_free (made);
}

static void
ask (TsCompareCard *self)
{
  TsComparison *comparison = NULL;
  Wish *wish;

  /* Of the chart's own years: another on the page may need more of them. */
  if (self->model != NULL && ts_comparison_model_get_filter (self->model) != NULL)
    comparison = ts_comparison_model_find_comparison (self->model, ts_compare_card_get_needs (self, ts_comparison_model_get_filter (self->model)));

  if (comparison == NULL)
    return;

  wish = g_new (Wish, 1);
  *wish = (Wish) { self->chart, ts_compare_view_copy (self->view) };
  ts_compare_maker_ask (self->maker, comparison, ts_comparison_model_get_filter (self->model), wish, wish_free);
}

/* --- Controls ----------------------------------------------------------------------------------------------------- */

static void
set_measures (TsFilterButton *button,
              GPtrArray      *measures,
              const char     *action,
              const char     *chosen,
              const char     *none)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  const char *text = chosen == NULL ? none : NULL;

  for (guint i = 0; i < measures->len; i++)
    {
      const TsMeasureChoice *measure = g_ptr_array_index (measures, i);
      gboolean active = g_strcmp0 (chosen, measure->name) == 0;

      ts_filter_options_add (options, NULL, action, measure->name, measure->title, NULL, TRUE, active);

      if (active)
        text = measure->title;
    }

  ts_filter_button_set (button, text != NULL ? text : _("Nothing"), options);
}

/* The competencies of which one can be counted. */
static void
set_competencies (TsCompareCard         *self,
                  TsComparison          *comparison,
                  const TsCompareFilter *filter)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autoptr (GArray) nodes = NULL;
  g_autofree char *text = g_strdup (_("All together"));

  if (ts_comparison_get_n_sections (comparison) == 0)
    return;

  nodes = ts_comparison_list_nodes (comparison, (guint) MAX (ts_comparison_find_section (comparison, filter->section), 0), filter->criteria);
  ts_filter_options_add (options, NULL, "card.measure", "", text, NULL, TRUE, self->view->measure == NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const TsNode *node = ts_comparison_get_node (comparison, g_array_index (nodes, guint, i))->node;
      g_autofree char *name = ts_node_dup_name (node);
      gboolean active = g_strcmp0 (self->view->measure, node->id) == 0;

      ts_filter_options_add (options, NULL, "card.measure", node->id, name, NULL, TRUE, active);

      if (active)
        {
          g_free (text);
          text = g_steal_pointer (&name);
        }
    }

  ts_filter_button_set (self->measure, text, options);
  gtk_widget_set_visible (GTK_WIDGET (self->measure), self->view->by == TS_COMPARE_BY_REGION || self->view->by == TS_COMPARE_BY_YEAR);
}

static void
set_by (TsCompareCard *self)
{
  static const struct
  {
    TsCompareBy by;
    const char *of_levels;
    const char *of_dots;
  } rows[] = {
    { TS_COMPARE_BY_COMPETENCY, N_("By competency"), N_("All in one row") },
    { TS_COMPARE_BY_REGION, N_("By region"), N_("By region") },
    { TS_COMPARE_BY_YEAR, N_("By year"), N_("By year") },
  };
  g_autoptr (GArray) options = ts_filter_options_new ();
  gboolean dots = self->chart == TS_COMPARE_CHART_STRIP;
  TsCompareBy by = self->view->by;
  const char *text = NULL;

  if (by == TS_COMPARE_BY_DEFAULT)
    by = dots ? TS_COMPARE_BY_REGION : TS_COMPARE_BY_COMPETENCY;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *name = dots ? _(rows[i].of_dots) : _(rows[i].of_levels);

      ts_filter_options_add (options, NULL, "card.by", ts_compare_by_get_name (rows[i].by), name, NULL, TRUE, rows[i].by == by);

      if (rows[i].by == by)
        text = name;
    }

  ts_filter_button_set (self->by, text, options);
}

static void
set_sort (TsCompareCard *self)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *text = NULL;

  for (TsWeighting weighting = 0; weighting < TS_N_WEIGHTINGS; weighting++)
    {
      const char *name = ts_weighting_get_name (weighting);
      gboolean active = self->view->sort != NULL ? g_str_equal (self->view->sort, name) : weighting == 0;

      if (weighting == TS_WEIGHTING_OWN && self->view->weights == NULL)
        continue;

      ts_filter_options_add (options, NULL, "card.sort", name, ts_weighting_get_title (weighting), ts_weighting_get_explanation (weighting), TRUE,
                             active);

      if (active)
        /* Translators: %s is a way of scoring, such as "Sum of levels" */
        text = g_strdup_printf (_("Order: %s"), ts_weighting_get_title (weighting));
    }

  ts_filter_button_set (self->sort, text != NULL ? text : _("Order"), options);
}

/* A radar begins with the organisation whose assessment is open, where neither peers nor those pointed out say whom it is about. */
static void
choose_organisation (TsCompareCard         *self,
                     TsComparison          *comparison,
                     const TsCompareFilter *filter)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  TsAssessmentModel *assessment = TS_IS_WINDOW (root) ? ts_window_get_assessment (TS_WINDOW (root)) : NULL;
  const char *code = assessment != NULL ? ts_assessment_model_get_organisation_code (assessment) : NULL;

  if (self->chart != TS_COMPARE_CHART_RADAR || self->is_chosen)
    return;

  if (filter->peers_of != NULL || filter->highlighted != NULL || code == NULL || ts_comparison_find_organisation (comparison, code) < 0)
    code = NULL;

  ts_compare_view_set (&self->view->organisation, code);
}

/* Whom the chart is about, as far as the button can say. */
static const char *
get_organisation (TsCompareCard         *self,
                  const TsCompareFilter *filter)
{
  if (self->view->organisation != NULL || self->chart != TS_COMPARE_CHART_RADAR)
    return self->view->organisation;

  if (filter->peers_of != NULL)
    return filter->peers_of;

  return filter->highlighted != NULL ? filter->highlighted[0] : NULL;
}

static void
update_controls (TsCompareCard *self)
{
  TsComparison *comparison = ts_comparison_model_get_comparison (self->model);
  const TsCompareFilter *filter = ts_comparison_model_get_filter (self->model);
  g_autoptr (GPtrArray) measures = NULL;

  if (comparison == NULL || filter == NULL)
    return;

  if (self->measure != NULL && self->chart != TS_COMPARE_CHART_DISTRIBUTION)
    {
      const char *usual = ts_compare_charts_get_usual_measure (comparison, FALSE);
      /* A trend of one organisation is of all its competencies. */
      gboolean of_one = self->chart == TS_COMPARE_CHART_TREND && self->view->organisation != NULL;

      measures = ts_compare_charts_list_measures (comparison, filter);
      set_measures (self->measure, measures, "card.measure", self->view->measure != NULL || of_one ? self->view->measure : usual,
                    _("Each competency"));
    }

  if (self->measure != NULL && self->chart == TS_COMPARE_CHART_DISTRIBUTION)
    set_competencies (self, comparison, filter);

  if (self->x != NULL)
    {
      measures = ts_compare_charts_list_measures (comparison, filter);
      set_measures (self->x, measures, "card.x", self->view->x != NULL ? self->view->x : ts_compare_charts_get_usual_measure (comparison, FALSE), NULL);
      set_measures (self->y, measures, "card.y", self->view->y != NULL ? self->view->y : ts_compare_charts_get_usual_measure (comparison, TRUE), NULL);
    }

  if (self->by != NULL)
    set_by (self);

  if (self->sort != NULL)
    set_sort (self);

  if (self->organisation != NULL)
    {
      choose_organisation (self, comparison, filter);
      ts_organisation_button_set (self->organisation, comparison, filter, get_organisation (self, filter));
    }
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

/* Another choice may need more of the workbook. */
static void
on_chosen (TsCompareCard *self)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "comparisons.refresh", NULL) && self->model != NULL)
    ts_compare_card_update (self, self->model);
}

static char **
find_text (TsCompareView *view,
           const char    *action)
{
  const struct
  {
    const char *name;
    char **text;
  } texts[] = {
    { "card.measure", &view->measure },
    { "card.sort", &view->sort },
    { "card.x", &view->x },
    { "card.y", &view->y },
    { "card.organisation", &view->organisation },
    { "card.weights", &view->weights },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (texts[i].name, action))
        return texts[i].text;
    }

  g_assert_not_reached ();
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TsCompareCard *self = TS_COMPARE_CARD (widget);
  const char *text = g_variant_get_string (parameter, NULL);

  ts_compare_view_set (find_text (self->view, action), *text != '\0' ? text : NULL);
  self->is_chosen = self->is_chosen || g_str_equal (action, "card.organisation");

  /* A trend is of a measure of many, or of one and all its competencies. */
  if (self->chart == TS_COMPARE_CHART_TREND && g_str_equal (action, "card.measure"))
    ts_compare_view_set (&self->view->organisation, NULL);
  else if (self->chart == TS_COMPARE_CHART_TREND && g_str_equal (action, "card.organisation") && *text != '\0')
    ts_compare_view_set (&self->view->measure, NULL);

  /* Without weights there is nothing of the user's own to sort by. */
  if (self->view->weights == NULL && g_strcmp0 (self->view->sort, ts_weighting_get_name (TS_WEIGHTING_OWN)) == 0)
    ts_compare_view_set (&self->view->sort, NULL);

  on_chosen (self);
}

static void
by_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TsCompareCard *self = TS_COMPARE_CARD (widget);

  if (ts_compare_by_from_name (g_variant_get_string (parameter, NULL), &self->view->by))
    on_chosen (self);
}

static void
on_organisation_chosen (TsCompareCard *self,
                        const char    *code)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "card.organisation", "s", code);
}

static void
on_weights_clicked (TsCompareCard *self)
{
  TsComparison *comparison = self->model != NULL ? ts_comparison_model_get_comparison (self->model) : NULL;

  if (comparison != NULL)
    ts_weights_dialog_ask (GTK_WIDGET (self), comparison, ts_comparison_model_get_filter (self->model), self->view->weights);
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_compare_card_dispose (GObject *object)
{
  TsCompareCard *self = TS_COMPARE_CARD (object);

  if (self->maker != NULL)
    ts_compare_maker_stop (self->maker);

  g_clear_object (&self->maker);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_compare_card_parent_class)->dispose (object);
}

static void
ts_compare_card_finalize (GObject *object)
{
  ts_compare_view_free (TS_COMPARE_CARD (object)->view);

  G_OBJECT_CLASS (ts_compare_card_parent_class)->finalize (object);
}

static void
ts_compare_card_class_init (TsCompareCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_compare_card_dispose;
  object_class->finalize = ts_compare_card_finalize;

  gtk_widget_class_install_action (widget_class, "card.measure", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.sort", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.x", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.y", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.organisation", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.weights", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "card.by", "s", by_action);
}

static void
ts_compare_card_init (TsCompareCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->view = ts_compare_view_new ();
  self->maker = ts_compare_maker_new (make, made_free, on_made, self);
  self->controls = ts_wrap_box_new (8);
  self->chart_view = TS_CHART_VIEW (ts_chart_view_new ());
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  self->message = GTK_LABEL (gtk_label_new (NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->heading), FALSE);
  gtk_label_set_wrap (self->heading, TRUE);
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "dim-label");
  gtk_widget_set_visible (self->controls, FALSE);
  gtk_box_append (GTK_BOX (box), self->controls);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->message));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chart_view));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "compare-card");
}

static gpointer
add_control (TsCompareCard *self,
             GtkWidget     *control)
{
  gtk_widget_set_parent (control, self->controls);
  gtk_widget_set_visible (self->controls, TRUE);

  return control;
}

static void
add_controls (TsCompareCard *self)
{
  switch (self->chart)
    {
    case TS_COMPARE_CHART_DISTRIBUTION:
      self->by = add_control (self, ts_filter_button_new (_("Rows")));
      self->measure = add_control (self, ts_filter_button_new (_("Competency")));
      break;

    case TS_COMPARE_CHART_STRIP:
      self->measure = add_control (self, ts_filter_button_new (_("Measure")));
      self->by = add_control (self, ts_filter_button_new (_("Rows")));
      break;

    case TS_COMPARE_CHART_TREND:
      self->measure = add_control (self, ts_filter_button_new (_("Measure")));
      self->organisation = add_control (self, ts_organisation_button_new (_("All organisations")));
      break;

    case TS_COMPARE_CHART_RANKING:
      self->sort = add_control (self, ts_filter_button_new (_("Order")));
      self->weights = add_control (self, gtk_button_new_with_mnemonic (_("_Own Weights…")));
      g_signal_connect_object (self->weights, "clicked", G_CALLBACK (on_weights_clicked), self, G_CONNECT_SWAPPED);
      break;

    case TS_COMPARE_CHART_SCATTER:
      self->y = add_control (self, ts_filter_button_new (_("Upwards")));
      /* Translators: between two buttons, each of which says a measure, as in "Life expectancy against Sum of levels" */
      add_control (self, gtk_label_new (C_("measures", "against")));
      self->x = add_control (self, ts_filter_button_new (_("Across")));
      break;

    case TS_COMPARE_CHART_DUMBBELL:
      self->organisation = add_control (self, ts_organisation_button_new (_("Mean of all")));
      break;

    case TS_COMPARE_CHART_RADAR:
      self->organisation = add_control (self, ts_organisation_button_new (NULL));
      break;

    case TS_COMPARE_CHART_HEATMAP:
    case TS_COMPARE_CHART_CHANGE:
    case TS_COMPARE_CHART_OPTIMISM:
    default:
      break;
    }

  if (self->organisation != NULL)
    g_signal_connect_object (self->organisation, "chosen", G_CALLBACK (on_organisation_chosen), self, G_CONNECT_SWAPPED);
}

/**
 * ts_compare_card_new:
 * @chart: which chart
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
ts_compare_card_new (TsCompareChart chart)
{
  TsCompareCard *self = g_object_new (TS_TYPE_COMPARE_CARD, NULL);

  self->chart = chart;
  gtk_label_set_label (self->heading, get_heading (chart) != NULL ? get_heading (chart) : "");
  add_controls (self);

  return GTK_WIDGET (self);
}

/**
 * ts_compare_card_get_needs:
 * @self: a card
 * @filter: (nullable): what is compared
 *
 * Returns: how much has to be read for what it shows
 */
TsCompareNeeds
ts_compare_card_get_needs (TsCompareCard         *self,
                           const TsCompareFilter *filter)
{
  g_autoptr (TsCompareFilter) none = NULL;
  TsCompareNeeds needs;

  g_return_val_if_fail (TS_IS_COMPARE_CARD (self), TS_COMPARE_LAST_YEAR);

  if (filter == NULL)
    filter = none = ts_compare_filter_new ();

  needs = ts_compare_chart_get_needs (self->chart, filter, self->view);

  /* Outcomes can only be chosen where they were read. */
  if (self->x != NULL)
    needs |= TS_COMPARE_OUTCOMES;

  return needs;
}

/**
 * ts_compare_card_update:
 * @self: a card
 * @model: (nullable): what to show
 */
void
ts_compare_card_update (TsCompareCard     *self,
                        TsComparisonModel *model)
{
  g_return_if_fail (TS_IS_COMPARE_CARD (self));

  g_set_object (&self->model, model);

  if (model == NULL)
    {
      ts_chart_view_set_chart (self->chart_view, NULL);
      return;
    }

  update_controls (self);
  ask (self);
}

/**
 * ts_compare_card_get_view:
 * @self: a card
 *
 * Returns: (transfer none): how it shows what is compared
 */
const TsCompareView *
ts_compare_card_get_view (TsCompareCard *self)
{
  g_return_val_if_fail (TS_IS_COMPARE_CARD (self), NULL);

  return self->view;
}
