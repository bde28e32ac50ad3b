/* ts-rules-page.c — how far levels depend on the rule
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-rules-page.h"

#include "app/compare/ts-compare-about.h"
#include "app/compare/ts-compare-maker.h"
#include "app/compare/ts-compare-page.h"
#include "app/compare/ts-filter-button.h"
#include "app/compare/ts-rule-effect.h"
#include "app/ts-window.h"
#include "app/widgets/ts-accessible-names.h"
#include "app/widgets/ts-chart-table-dialog.h"
#include "app/widgets/ts-chart-table-save.h"
#include "app/widgets/ts-page-table.h"
#include "app/widgets/ts-tab-stop.h"
#include "model/ts-compare-options.h"

#include <glib/gi18n-lib.h>

/* So many rows come with the first frame, more than a window shows. Then as many with each frame as leave it in time, until a list has all the
 * widgets that it makes: it makes none for the rows beyond. */
#define N_ROWS_AT_FIRST  24
#define N_ROWS_PER_FRAME 6
#define N_ROWS_MADE      200

/* A label is measured as narrow as it can be: by a letter on each line, that takes longer than all else of the page together. */
#define LEAST_CHARS 12

struct _TsRulesPage
{
  AdwBin parent_instance;

  TsComparisonModel *model;
  TsCompareMaker *maker;
  TsRollUpRule rule;
  TsRuleEffect *effect; /* what is shown */
  GtkStringList *rows;  /* those of it that are in the list */
  guint fill_tick;
  gboolean is_waiting; /* for a frame with what there is, before there is more */

  GtkMenuButton *menu_button;
  TsFilterButton *rule_button;
  GtkLabel *sentence;
  GtkListView *list;
  GtkWidget *list_window;
  GtkWidget *list_head;
};

static const char *const table_actions[] = { "page.show-table", "page.copy-table", "page.save-table", "page.copy-command" };

static void compare_page_iface_init (TsComparePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsRulesPage, ts_rules_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_COMPARE_PAGE, compare_page_iface_init))

/* --- Making ------------------------------------------------------------------------------------------------------- */

static gpointer
make (TsComparison          *comparison,
      const TsCompareFilter *filter,
      gconstpointer          wish)
{
  return ts_rule_effect_new (comparison, filter, GPOINTER_TO_UINT (wish) - 1);
}

static void
update_button (TsRulesPage *self)
{
  g_autoptr (GArray) options = ts_filter_options_new ();
  g_autofree char *title = g_utf8_strdown (ts_roll_up_rule_get_title (self->rule), -1);
  /* Translators: %s is a rule, such as "minimum" */
  g_autofree char *text = g_strdup_printf (_("If it were %s"), title);

  for (TsRollUpRule rule = 0; rule < TS_N_ROLL_UP_RULES; rule++)
    ts_filter_options_add (options, NULL, "page.rule", ts_roll_up_rule_get_name (rule), ts_roll_up_rule_get_title (rule),
                           ts_roll_up_rule_get_explanation (rule), TRUE, rule == self->rule);

  ts_filter_button_set (self->rule_button, text, options);
}

/* Rows know their row by its position. Returns whether there are more. */
static gboolean
fill_rows (TsRulesPage *self,
           guint        end)
{
  guint n_rows = self->effect != NULL ? self->effect->rows->len : 0;
  guint n_filled = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  end = end > N_ROWS_MADE ? n_rows : MIN (end, n_rows);

  for (guint i = n_filled; i < end; i++)
    g_ptr_array_add (names, ((TsRuleEffectRow *) g_ptr_array_index (self->effect->rows, i))->name);

  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->rows, n_filled, 0, (const char *const *) names->pdata);

  return end < n_rows;
}

static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TsRulesPage *self = TS_RULES_PAGE (widget);

  if (self->is_waiting)
    {
      self->is_waiting = FALSE;
      return G_SOURCE_CONTINUE;
    }

  /* What is added to a page that is hidden would have to be measured at once when it is shown again. */
  if (gtk_widget_get_mapped (widget) && fill_rows (self, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) + N_ROWS_PER_FRAME))
    return G_SOURCE_CONTINUE;

  self->fill_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
stop_filling (TsRulesPage *self)
{
  if (self->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);

  self->fill_tick = 0;
}

static void
begin_filling (TsRulesPage *self)
{
  self->is_waiting = TRUE;

  if (self->fill_tick == 0)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_map (TsRulesPage *self)
{
  if (self->rows != NULL)
    begin_filling (self);
}

static void
on_made (gpointer owner,
         gpointer made)
{
  TsRulesPage *self = owner;
  g_autoptr (GtkSelectionModel) selection = NULL;

  stop_filling (self);
  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->effect, ts_rule_effect_free);
  self->effect = made;
  gtk_label_set_label (self->sentence, self->effect != NULL ? self->effect->sentence : _("There are no levels that follow from a rule."));
  g_clear_object (&self->rows);
  self->rows = gtk_string_list_new (NULL);

  if (fill_rows (self, N_ROWS_AT_FIRST))
    begin_filling (self);

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_list_view_set_model (self->list, selection);
  gtk_widget_set_visible (self->list_head, self->effect != NULL && self->effect->rows->len > 0);
  gtk_widget_set_visible (self->list_window, self->effect != NULL && self->effect->rows->len > 0);

  for (guint i = 0; i < G_N_ELEMENTS (table_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), table_actions[i], self->effect != NULL);
}

static void
ask (TsRulesPage *self)
{
  TsComparison *comparison = self->model != NULL ? ts_comparison_model_get_comparison (self->model) : NULL;

  update_button (self);

  if (comparison != NULL)
    ts_compare_maker_ask (self->maker, comparison, ts_comparison_model_get_filter (self->model), GUINT_TO_POINTER (self->rule + 1), NULL);
}

/* --- Rows --------------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *badge = gtk_label_new (NULL);
  GtkWidget *changes;

  add_label (texts, NULL);
  changes = add_label (texts, "caption");
  gtk_widget_add_css_class (changes, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "level-badge");
  gtk_widget_add_css_class (badge, "numeric");
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), badge);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static char *
tell_balance (int balance)
{
  guint n = (guint) ABS (balance);

  if (balance > 0)
    return g_strdup_printf (ngettext ("The sum of its levels would be %u higher", "The sum of its levels would be %u higher", n), n);

  if (balance < 0)
    return g_strdup_printf (ngettext ("The sum of its levels would be %u lower", "The sum of its levels would be %u lower", n), n);

  return g_strdup (_("The sum of its levels would stay the same"));
}

static void
on_bind (TsRulesPage *self,
         GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *texts = gtk_widget_get_first_child (row);
  const TsRuleEffectRow *effect;
  g_autofree char *balance = NULL;
  g_autofree char *meaning = NULL;
  g_autofree char *name = NULL;

  if (self->effect == NULL || gtk_list_item_get_position (list_item) >= self->effect->rows->len)
    return;

  effect = g_ptr_array_index (self->effect->rows, gtk_list_item_get_position (list_item));
  balance = g_strdup_printf ("%s%d", effect->balance > 0 ? "+" : effect->balance < 0 ? "−"
                                                                                     : "±",
                             ABS (effect->balance));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), effect->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), effect->changes);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (row)), balance);
  meaning = tell_balance (effect->balance);
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (row), meaning);
  /* Translators: an organisation, its levels that would be different, and what becomes of their sum */
  name = g_strdup_printf (_("%s. %s. %s."), effect->name, effect->changes, meaning);
  ts_accessible_names_set_row (row, name);
}

/* --- As a page ---------------------------------------------------------------------------------------------------- */

static void
rule_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsRulesPage *self = TS_RULES_PAGE (widget);

  if (ts_roll_up_rule_from_name (g_variant_get_string (parameter, NULL), &self->rule))
    ask (self);
}

static TsChartTable *
make_table (GtkWidget *page)
{
  TsRulesPage *self = TS_RULES_PAGE (page);

  return self->effect != NULL ? ts_rule_effect_to_table (self->effect) : NULL;
}

static void
show_table_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_autoptr (TsChartTable) table = make_table (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (table != NULL)
    gtk_window_present (GTK_WINDOW (ts_chart_table_dialog_new (table, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL)));
}

static char *
make_command (TsRulesPage *self)
{
  g_autoptr (TsCompareView) view = ts_compare_view_new ();

  ts_compare_view_set (&view->other_rule, ts_roll_up_rule_get_name (self->rule));

  return ts_compare_table_command (TS_COMPARE_TABLE_RULE_EFFECTS, ts_comparison_model_get_filter (self->model), view,
                                   ts_session_get_path (ts_comparison_model_get_session (self->model)), "rule-effects.csv");
}

static void
copy_command_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TsRulesPage *self = TS_RULES_PAGE (widget);
  g_autofree char *command = NULL;

  if (self->model == NULL)
    return;

  command = make_command (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), command);
  ts_window_show_toast (ts_window_for_widget (widget), _("Command copied"));
}

/* The rule that a spreadsheet names is the one that is used; the title says which other one it is set against. */
static void
save_table_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TsRulesPage *self = TS_RULES_PAGE (widget);
  g_autoptr (TsChartTable) table = make_table (widget);
  g_autofree char *source = NULL;
  g_autofree char *filters = NULL;
  g_autofree char *name = NULL;
  g_autofree char *command = NULL;
  const TsCompareFilter *filter;

  if (table == NULL || self->model == NULL)
    return;

  filter = ts_comparison_model_get_filter (self->model);
  source = ts_session_dup_title (ts_comparison_model_get_session (self->model));
  filters = ts_comparison_model_describe (self->model);
  /* Translators: the name proposed for a file: %s is a rule, such as "Minimum" */
  name = g_strdup_printf (_("If the rule were %s.xlsx"), ts_roll_up_rule_get_title (self->rule));
  command = make_command (self);
  ts_chart_table_save_ask (widget, table,
                           &(TsTableAbout) { .source = source, .filters = filters, .rule = ts_compare_about_get_rule (filter), .command = command }, name);
}

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
  TsRulesPage *self = TS_RULES_PAGE (page);

  g_set_object (&self->model, model);

  if (model != NULL)
    ask (self);
  else
    on_made (self, NULL);
}

static void
compare_page_iface_init (TsComparePageInterface *iface)
{
  iface->get_needs = get_needs;
  iface->update = update;
}

static void
ts_rules_page_dispose (GObject *object)
{
  TsRulesPage *self = TS_RULES_PAGE (object);

  if (self->maker != NULL)
    ts_compare_maker_stop (self->maker);

  stop_filling (self);
  g_clear_object (&self->maker);
  g_clear_object (&self->model);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ts_rules_page_parent_class)->dispose (object);
}

static void
ts_rules_page_finalize (GObject *object)
{
  g_clear_pointer (&TS_RULES_PAGE (object)->effect, ts_rule_effect_free);

  G_OBJECT_CLASS (ts_rules_page_parent_class)->finalize (object);
}

static void
ts_rules_page_class_init (TsRulesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_rules_page_dispose;
  object_class->finalize = ts_rules_page_finalize;

  ts_page_table_install (widget_class, make_table);
  gtk_widget_class_install_action (widget_class, "page.rule", "s", rule_action);
  gtk_widget_class_install_action (widget_class, "page.show-table", NULL, show_table_action);
  gtk_widget_class_install_action (widget_class, "page.save-table", NULL, save_table_action);
  gtk_widget_class_install_action (widget_class, "page.copy-command", NULL, copy_command_action);

  g_type_ensure (TS_TYPE_FILTER_BUTTON);
  g_type_ensure (TS_TYPE_TAB_STOP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/rules-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, rule_button);
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, list);
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, list_window);
  gtk_widget_class_bind_template_child (widget_class, TsRulesPage, list_head);
}

static void
ts_rules_page_init (TsRulesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rule = TS_ROLL_UP_MINIMUM;
  self->maker = ts_compare_maker_new (make, (GDestroyNotify) ts_rule_effect_free, on_made, self);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* What can be pressed is the button within, whose name would be that of its picture. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button))), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Table menu"), -1);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  update_button (self);
}

GtkWidget *
ts_rules_page_new (void)
{
  return g_object_new (TS_TYPE_RULES_PAGE, NULL);
}
