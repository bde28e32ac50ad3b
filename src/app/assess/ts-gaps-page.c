/* ts-gaps-page.c — how far levels lie from their targets
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-gaps-page.h"

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-gap-columns.h"
#include "app/assess/ts-gap-sorter.h"
#include "app/assess/ts-gap-text.h"
#include "app/widgets/ts-chart-view.h"
#include "app/widgets/ts-columns.h"
#include "app/widgets/ts-page-table.h"
#include "app/widgets/ts-width-bin.h"
#include "app/widgets/ts-wrap-box.h"
#include "core/ts-rate.h"
#include "core/ts-year.h"
#include "model/ts-gap-item-list.h"
#include "model/ts-gaps-source.h"

#include <glib/gi18n-lib.h>

/* In the size of the text: from here on there is room for the table and the chart beside each other. */
#define WIDE_FROM 62

/* As gaps-page.ui and the style have them: pixels, and the table's share in hundredths. */
#define MOST_WIDTH     1400
#define PAGE_MARGIN    18
#define COLUMN_SPACING 18
#define TABLE_SHARE    58

/* A choice of what is listed. */
typedef struct
{
  char *section_id;
  TsGapScope scope;
} Choice;

struct _TsGapsPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  TsFramework *framework; /* that the choices are of */
  GPtrArray *choices;
  int year; /* the assessment's, which the choice of years begins with */
  gboolean is_choosing;
  gboolean is_numbered; /* what is listed */
  gboolean has_chart;
  TsGapItemList *items;

  GtkStack *stack;
  GtkDropDown *scope_choice;
  GtkDropDown *year_choice;
  TsWidthBin *width_bin;
  GtkWidget *view_choice;
  GtkToggleButton *chart_button;
  GtkLabel *explanation;
  GtkWidget *table_window;
  GtkWidget *chart_window;
  GtkColumnView *table;
  GtkColumnViewColumn *columns_of_table[TS_GAP_N_COLUMNS];
  TsChartView *chart_view;
};

static void assess_page_iface_init (TsAssessPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsGapsPage, ts_gaps_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->section_id);
  g_free (choice);
}

static TsAssessmentState *
get_state (TsGapsPage *self)
{
  return self->model != NULL ? ts_assessment_model_get_state (self->model) : NULL;
}

/* --- What can be chosen ------------------------------------------------------------------------------------------- */

static void
add_choice (TsGapsPage      *self,
            GtkStringList   *names,
            const TsSection *section,
            TsGapScope       scope)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice) { g_strdup (section->id), scope };
  g_ptr_array_add (self->choices, choice);
  gtk_string_list_take (names, ts_gap_text_scope (section, scope));
}

static gboolean
has_criteria (const TsSection *section)
{
  for (guint i = 0; i < section->groups->len; i++)
    {
      if (((const TsNode *) g_ptr_array_index (section->groups, i))->criteria->len > 0)
        return TRUE;
    }

  return FALSE;
}

static void
fill_scopes (TsGapsPage  *self,
             TsFramework *framework)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->scope_choice);

  g_ptr_array_set_size (self->choices, 0);

  for (guint i = 0; i < ts_framework_get_n_sections (framework); i++)
    {
      const TsSection *section = ts_framework_get_section (framework, i);

      if (section->kind != TS_SECTION_GRADED || section->groups->len == 0)
        continue;

      add_choice (self, names, section, TS_GAP_SCOPE_GROUPS);

      if (has_criteria (section))
        add_choice (self, names, section, TS_GAP_SCOPE_CRITERIA);
    }

  gtk_drop_down_set_model (self->scope_choice, G_LIST_MODEL (names));

  /* Whoever switches between two years looks at the same in both. */
  gtk_drop_down_set_selected (self->scope_choice, selected < self->choices->len ? selected : 0);
}

static void
fill_years (TsGapsPage *self,
            int         first)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->year_choice);

  for (int i = 0; i < TS_TARGET_N_YEARS; i++)
    {
      g_autofree char *year = ts_year_format (first + i);

      /* Translators: a year, as in "Targets for 2010/11" */
      gtk_string_list_take (names, g_strdup_printf (_("Targets for %s"), year));
    }

  gtk_drop_down_set_model (self->year_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year_choice, selected < TS_TARGET_N_YEARS ? selected : 0);
}

static const Choice *
get_choice (TsGapsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->scope_choice);

  return selected < self->choices->len ? g_ptr_array_index (self->choices, selected) : NULL;
}

static const TsSection *
get_section (TsGapsPage *self)
{
  const Choice *choice = get_choice (self);

  if (choice == NULL || get_state (self) == NULL)
    return NULL;

  return ts_framework_find_section (ts_assessment_state_get_framework (get_state (self)), choice->section_id);
}

static int
get_target_year (TsGapsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->year_choice);

  return self->year + (selected < TS_TARGET_N_YEARS ? (int) selected : 0);
}

/* --- What is shown ------------------------------------------------------------------------------------------------ */

/* How wide the table can be, in pixels: the page, or its share of it beside the chart. */
static int
get_table_width (TsGapsPage *self,
                 gboolean    beside_chart)
{
  int width = MIN (gtk_widget_get_width (GTK_WIDGET (self->width_bin)), MOST_WIDTH) - 2 * PAGE_MARGIN;

  return beside_chart ? (width - COLUMN_SPACING) * TABLE_SHARE / 100 : width;
}

/* What does not fit is left out in an order: the chart, which can be looked at instead of the table; the numbers, which then begin the names; and
 * the changes, which the chart shows too. */
static void
arrange (TsGapsPage *self)
{
  gboolean both = ts_width_bin_get_width (self->width_bin) >= WIDE_FROM;
  gboolean chart = self->has_chart && gtk_toggle_button_get_active (self->chart_button);
  int width = get_table_width (self, both && self->has_chart);
  gboolean shown[TS_GAP_N_COLUMNS];

  for (TsGapColumn column = 0; column < TS_GAP_N_COLUMNS; column++)
    shown[column] = column != TS_GAP_COLUMN_NUMBER || self->is_numbered;

  if (ts_gap_columns_measure (GTK_WIDGET (self->table), self->columns_of_table, G_LIST_MODEL (self->items), shown) > width)
    shown[TS_GAP_COLUMN_NUMBER] = FALSE;

  if (ts_gap_columns_measure (GTK_WIDGET (self->table), self->columns_of_table, G_LIST_MODEL (self->items), shown) > width)
    shown[TS_GAP_COLUMN_CHANGE] = FALSE;

  gtk_widget_set_visible (self->view_choice, !both && self->has_chart);
  gtk_widget_set_visible (self->table_window, both || !chart);
  gtk_widget_set_visible (self->chart_window, self->has_chart && (both || chart));
  gtk_column_view_column_set_visible (self->columns_of_table[TS_GAP_COLUMN_NUMBER], shown[TS_GAP_COLUMN_NUMBER]);
  gtk_column_view_column_set_visible (self->columns_of_table[TS_GAP_COLUMN_CHANGE], shown[TS_GAP_COLUMN_CHANGE]);
}

static void
update_columns (TsGapsPage      *self,
                const TsSection *section)
{
  g_autofree char *name = ts_gap_text_name_title (section, get_choice (self)->scope);
  g_autofree char *year = ts_year_format (get_target_year (self));
  g_autofree char *target = NULL;

  self->is_numbered = FALSE;

  for (guint i = 0; i < section->groups->len; i++)
    self->is_numbered |= ts_gap_is_numbered (&(const TsGap) { .node = g_ptr_array_index (section->groups, i) });

  /* Translators: the title of a column of targets for a year */
  target = get_target_year (self) == self->year ? g_strdup (_("Target")) : g_strdup_printf (_("Target %s"), year);
  gtk_column_view_column_set_title (self->columns_of_table[TS_GAP_COLUMN_NAME], name);
  gtk_column_view_column_set_title (self->columns_of_table[TS_GAP_COLUMN_TARGET], target);
}

/* An empty table says what it is for. */
static void
update_explanation (TsGapsPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean any_level = FALSE;
  gboolean any_target = FALSE;
  const char *text;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TsGapItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      any_level |= ts_gap_item_get_gap (item)->level != 0;
      any_target |= ts_gap_item_get_gap (item)->target != 0;
    }

  if (any_level && any_target)
    text = _("What is left from the level of today to the level aimed at.");
  else if (any_target)
    text = _("Nothing has a level yet. Each name leads to the page where levels are chosen; what is left to the target is then shown here.");
  else if (ts_assessment_model_get_locked (self->model))
    text = _("No targets were set for this year.");
  else
    text = _("Choose in the column “Target” which level the board aims at. What is left to it from the level of today is the gap.");

  gtk_label_set_label (self->explanation, text);
}

static void
update_chart (TsGapsPage      *self,
              const TsSection *section)
{
  const char *organisation = ts_assessment_model_get_organisation_name (self->model);
  g_autoptr (TsGapsData) data = NULL;
  g_autoptr (TsChart) chart = NULL;
  guint n_values = 0;

  data = ts_gaps_source_build (get_state (self), section, get_choice (self)->scope, get_target_year (self),
                               organisation != NULL ? organisation : "", ts_assessment_model_get_year_label (self->model));

  for (TsGapsSeries series = 0; series < TS_GAPS_N_SERIES; series++)
    n_values += ts_gaps_data_count_values (data, series);

  chart = ts_chart_new_gaps (data);
  ts_chart_view_set_chart (self->chart_view, chart);
  self->has_chart = n_values > 0;
}

static void
on_items_changed (TsGapsPage *self)
{
  const TsSection *section = get_section (self);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);

  if (section == NULL)
    return;

  update_explanation (self);
  update_chart (self, section);
  arrange (self);

  /* What is sorted by may be what has changed. */
  gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
show_choice (TsGapsPage *self)
{
  const TsSection *section = get_section (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy-table", section != NULL);
  gtk_stack_set_visible_child_name (self->stack, section != NULL ? "table" : "nothing");

  if (section == NULL)
    {
      ts_gap_item_list_show (self->items, NULL, TS_GAP_SCOPE_GROUPS, self->year);
      ts_chart_view_set_chart (self->chart_view, NULL);
      return;
    }

  update_columns (self, section);
  arrange (self);
  ts_gap_item_list_show (self->items, section->id, get_choice (self)->scope, get_target_year (self));
}

static void
show_choice_cb (TsGapsPage *self)
{
  if (!self->is_choosing)
    show_choice (self);
}

static gboolean
same_framework (TsFramework *a,
                TsFramework *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a == b || (g_str_equal (ts_framework_get_id (a), ts_framework_get_id (b)) &&
                    g_str_equal (ts_framework_get_edition (a), ts_framework_get_edition (b)));
}

static void
update (TsGapsPage *self)
{
  TsAssessmentState *state = get_state (self);
  TsFramework *framework = state != NULL ? ts_assessment_state_get_framework (state) : NULL;
  int year;

  /* Until it is loaded there is nothing to say, not even that there is nothing. */
  gtk_widget_set_visible (GTK_WIDGET (self->stack), state != NULL);

  if (state == NULL)
    return;

  year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (state), TS_ASSESSMENT_YEAR);
  self->is_choosing = TRUE;

  if (!same_framework (framework, self->framework))
    {
      g_clear_pointer (&self->framework, ts_framework_unref);
      self->framework = ts_framework_ref (framework);
      fill_scopes (self, framework);
    }

  if (self->year != year)
    {
      self->year = year;
      fill_years (self, year);
    }

  self->is_choosing = FALSE;
  show_choice (self);
}

/* --- What can be done --------------------------------------------------------------------------------------------- */

static void
activate_cb (TsGapsPage *self,
             guint       position)
{
  g_autoptr (TsGapItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);
  const TsNode *node;
  g_autofree char *place = NULL;

  if (item == NULL)
    return;

  node = ts_gap_item_get_node (item);
  place = g_strconcat (node->group != NULL ? "criterion/" : "group/", node->id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", place);
}

/* The titles of the columns sort too, but not by keyboard. */
static const struct
{
  const char *name;
  TsGapColumn column;
  GtkSortType direction;
} orders[] = {
  { "framework", TS_GAP_COLUMN_NUMBER, GTK_SORT_ASCENDING },
  { "name", TS_GAP_COLUMN_NAME, GTK_SORT_ASCENDING },
  { "gap", TS_GAP_COLUMN_GAP, GTK_SORT_DESCENDING },
  { "level", TS_GAP_COLUMN_LEVEL, GTK_SORT_ASCENDING },
  { "target", TS_GAP_COLUMN_TARGET, GTK_SORT_DESCENDING },
  { "risen", TS_GAP_COLUMN_CHANGE, GTK_SORT_DESCENDING },
  { "fallen", TS_GAP_COLUMN_CHANGE, GTK_SORT_ASCENDING },
};

static void
order_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsGapsPage *self = TS_GAPS_PAGE (widget);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      if (g_str_equal (orders[i].name, g_variant_get_string (parameter, NULL)))
        gtk_column_view_sort_by_column (self->table, self->columns_of_table[orders[i].column], orders[i].direction);
    }
}

static TsChartTable *
make_table (GtkWidget *page)
{
  TsGapsPage *self = TS_GAPS_PAGE (page);
  const TsSection *section = get_section (self);
  TsChart *chart = ts_chart_view_get_chart (self->chart_view);
  g_autofree char *name_title = NULL;

  if (section == NULL || chart == NULL)
    return NULL;

  name_title = ts_gap_text_name_title (section, get_choice (self)->scope);

  return ts_gap_text_table (G_LIST_MODEL (gtk_column_view_get_model (self->table)), ts_chart_get_title (chart), name_title,
                            get_target_year (self));
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  TsGapsPage *self = TS_GAPS_PAGE (page);

  if (!g_set_object (&self->model, model))
    return;

  ts_gap_item_list_set_model (self->items, model);
  g_signal_group_set_target (self->model_signals, model);
  update (self);
}

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
}

static void
ts_gaps_page_dispose (GObject *object)
{
  TsGapsPage *self = TS_GAPS_PAGE (object);

  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);

  if (self->items != NULL)
    g_signal_handlers_disconnect_by_data (self->items, self);

  g_clear_object (&self->items);

  G_OBJECT_CLASS (ts_gaps_page_parent_class)->dispose (object);
}

static void
ts_gaps_page_finalize (GObject *object)
{
  TsGapsPage *self = TS_GAPS_PAGE (object);

  g_ptr_array_unref (self->choices);
  g_clear_pointer (&self->framework, ts_framework_unref);

  G_OBJECT_CLASS (ts_gaps_page_parent_class)->finalize (object);
}

static void
ts_gaps_page_class_init (TsGapsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_gaps_page_dispose;
  object_class->finalize = ts_gaps_page_finalize;

  ts_page_table_install (widget_class, make_table);
  gtk_widget_class_install_action (widget_class, "page.order", "s", order_action);

  g_type_ensure (TS_TYPE_CHART_VIEW);
  g_type_ensure (TS_TYPE_COLUMNS);
  g_type_ensure (TS_TYPE_WIDTH_BIN);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/gaps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, scope_choice);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, year_choice);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, view_choice);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, chart_button);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, explanation);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, table_window);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, chart_window);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, table);
  gtk_widget_class_bind_template_child (widget_class, TsGapsPage, chart_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, arrange);
  gtk_widget_class_bind_template_callback (widget_class, show_choice_cb);
}

static void
make_columns (TsGapsPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSortListModel *sorted;

  for (guint i = 0; i < TS_GAP_N_COLUMNS; i++)
    {
      GtkColumnViewColumn *numbers = i == TS_GAP_COLUMN_NAME ? self->columns_of_table[TS_GAP_COLUMN_NUMBER] : NULL;
      g_autoptr (GtkColumnViewColumn) column = ts_gap_column_new (i, numbers);

      self->columns_of_table[i] = column;
      gtk_column_view_append_column (self->table, column);
    }

  gtk_column_view_sort_by_column (self->table, self->columns_of_table[TS_GAP_COLUMN_NUMBER], GTK_SORT_ASCENDING);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), ts_gap_sorter_new (self->table));
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (selection));
}

static void
ts_gaps_page_init (TsGapsPage *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  self->items = ts_gap_item_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_columns (self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->items, "changed", G_CALLBACK (on_items_changed), self);
  update (self);
}

GtkWidget *
ts_gaps_page_new (void)
{
  return g_object_new (TS_TYPE_GAPS_PAGE, NULL);
}
