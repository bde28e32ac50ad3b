/* ts-cell-pane.c — why a cell of a comparison has the level that it has, and what can be done from there
 *
 * The page compares one layer of one year; the pane reads all layers of its one organisation for itself.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-cell-pane.h"

#include "app/compare/ts-cell-explanation.h"
#include "app/compare/ts-compare-maker.h"

#include <glib/gi18n-lib.h>

struct _TsCellPane
{
  AdwBin parent_instance;

  char *organisation; /* code */
  char *node;         /* id */
  char *assessment;   /* id, NULL where there is none */
  gboolean showing;
  TsComparisonModel *own; /* of the one organisation */
  GSignalGroup *own_signals;
  TsCompareMaker *ranker;
  TsComparison *ranked; /* what `ranks` are of */
  GArray *ranks;

  GtkLabel *heading;
  GtkLabel *subtitle;
  GtkListBox *layers;
  GtkWidget *parts_heading;
  GtkListBox *parts;
  GtkLabel *rules;
  GtkLabel *rank;
  GtkCheckButton *highlight;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsCellPane, ts_cell_pane, ADW_TYPE_BIN)

/* --- What is shown ------------------------------------------------------------------------------------------------ */

static GtkWidget *
make_row (const TsCellLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *badge = gtk_label_new (line->value);
  g_autofree char *title = g_markup_escape_text (line->title, -1);
  g_autofree char *note = line->note != NULL ? g_markup_escape_text (line->note, -1) : NULL;
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  if (note != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), note);

  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (badge, "level-badge");
  gtk_widget_add_css_class (badge, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), badge);

  if (line->is_chosen)
    gtk_widget_add_css_class (row, "chosen-layer");

  /* Translators: a line that is read aloud: whose level, the level, and where it comes from */
  name = g_strdup_printf (C_("cell line", "%s: %s. %s"), line->title, line->value, line->note != NULL ? line->note : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
fill (GtkListBox *list,
      GPtrArray  *lines)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0))) != NULL)
    gtk_list_box_remove (list, row);

  for (guint i = 0; i < lines->len; i++)
    gtk_list_box_append (list, make_row (g_ptr_array_index (lines, i)));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_rank (TsCellPane *self)
{
  g_autofree char *text = NULL;
  int organisation;
  guint n_ranked = 0;

  if (self->ranks == NULL || self->organisation == NULL)
    {
      show_text (self->rank, NULL);
      return;
    }

  organisation = ts_comparison_find_organisation (self->ranked, self->organisation);

  for (guint i = 0; i < self->ranks->len; i++)
    n_ranked += g_array_index (self->ranks, TsRankInterval, i).is_ranked;

  if (organisation >= 0 && organisation < (int) self->ranks->len)
    text = ts_cell_explanation_rank (&g_array_index (self->ranks, TsRankInterval, organisation), n_ranked);

  show_text (self->rank, text);
}

static void
update (TsCellPane *self)
{
  TsComparison *comparison = self->own != NULL ? ts_comparison_model_get_comparison (self->own) : NULL;
  const TsCompareFilter *filter = self->own != NULL ? ts_comparison_model_get_filter (self->own) : NULL;
  g_autoptr (TsCellExplanation) explanation = NULL;
  int organisation;
  int node;
  guint year;

  if (comparison == NULL || filter == NULL || self->organisation == NULL || ts_comparison_get_n_years (comparison) == 0)
    return;

  organisation = ts_comparison_find_organisation (comparison, self->organisation);
  node = ts_comparison_find_node (comparison, self->node);

  /* Another cell was chosen meanwhile, and is being read. */
  if (organisation < 0 || node < 0)
    return;

  year = ts_comparison_get_n_years (comparison) - 1;
  explanation = ts_cell_explanation_new (comparison, (guint) organisation, year, filter->layer, (guint) node);
  gtk_label_set_label (self->heading, explanation->heading);
  gtk_label_set_label (self->subtitle, explanation->subtitle);
  fill (self->layers, explanation->layers);
  fill (self->parts, explanation->parts);
  gtk_widget_set_visible (GTK_WIDGET (self->parts), explanation->parts->len > 0);
  gtk_widget_set_visible (self->parts_heading, explanation->parts->len > 0);
  show_text (self->rules, explanation->rules);

  g_free (self->assessment);
  self->assessment = g_strdup (ts_comparison_get_assessment (comparison, (guint) organisation, year));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cell.open", self->assessment != NULL);
}

/* --- Ranks -------------------------------------------------------------------------------------------------------- */

static gpointer
make_ranks (TsComparison          *comparison,
            const TsCompareFilter *filter,
            gconstpointer          wish)
{
  g_autoptr (TsScoring) scoring = NULL;

  if (ts_comparison_get_n_years (comparison) == 0 || ts_comparison_get_n_sections (comparison) == 0)
    return NULL;

  scoring = ts_scoring_new (comparison, ts_comparison_get_n_years (comparison) - 1, filter->layer, filter->section, TS_WEIGHTING_SUM, NULL);

  return ts_rank_intervals_make (scoring, TS_RANK_CONFIDENCE, TS_RANK_SEED);
}

static void
on_ranked (gpointer owner,
           gpointer made)
{
  TsCellPane *self = owner;

  g_clear_pointer (&self->ranks, g_array_unref);
  self->ranks = made;
  show_rank (self);
}

static void
ask_for_ranks (TsCellPane            *self,
               TsComparison          *comparison,
               const TsCompareFilter *filter)
{
  if (self->ranked == comparison)
    {
      show_rank (self);
      return;
    }

  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->ranked, ts_comparison_unref);
  self->ranked = ts_comparison_ref (comparison);
  show_rank (self);
  ts_compare_maker_ask (self->ranker, comparison, filter, NULL, NULL);
}

/* --- What can be done --------------------------------------------------------------------------------------------- */

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsCellPane *self = TS_CELL_PANE (widget);
  TsComparison *comparison = ts_comparison_model_get_comparison (self->own);
  int node = ts_comparison_find_node (comparison, self->node);
  g_autofree char *place = NULL;

  if (self->assessment == NULL || node < 0)
    return;

  place = g_strconcat (ts_comparison_get_node (comparison, (guint) node)->is_group ? "group/" : "criterion/", self->node, NULL);
  gtk_widget_activate_action (widget, "win.select-assessment", "s", self->assessment);
  gtk_widget_activate_action (widget, "win.show-place", "s", place);
}

static void
close_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
choose_peers (TsCellPane *self,
              const char *how)
{
  g_autofree char *peers = g_strconcat (how, self->organisation, NULL);

  if (self->organisation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "compare.peers", "s", peers);
}

static void
nearest_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  choose_peers (TS_CELL_PANE (widget), "nearest/");
}

static void
region_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  choose_peers (TS_CELL_PANE (widget), "region/");
}

static void
on_highlight_toggled (TsCellPane *self)
{
  if (!self->showing && self->organisation != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "compare.highlight", "s", self->organisation);
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_cell_pane_dispose (GObject *object)
{
  TsCellPane *self = TS_CELL_PANE (object);

  if (self->ranker != NULL)
    ts_compare_maker_stop (self->ranker);

  g_clear_object (&self->ranker);
  g_signal_group_set_target (self->own_signals, NULL);
  g_clear_object (&self->own);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->ranked, ts_comparison_unref);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->node, g_free);
  g_clear_pointer (&self->assessment, g_free);

  G_OBJECT_CLASS (ts_cell_pane_parent_class)->dispose (object);
}

static void
ts_cell_pane_finalize (GObject *object)
{
  g_object_unref (TS_CELL_PANE (object)->own_signals);

  G_OBJECT_CLASS (ts_cell_pane_parent_class)->finalize (object);
}

static void
ts_cell_pane_class_init (TsCellPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_cell_pane_dispose;
  object_class->finalize = ts_cell_pane_finalize;

  signals[CLOSED] = g_signal_new ("closed", TS_TYPE_CELL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "cell.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "cell.nearest", NULL, nearest_action);
  gtk_widget_class_install_action (widget_class, "cell.region", NULL, region_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "cell.close", NULL);

  gtk_widget_class_set_css_name (widget_class, "cellpane");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/compare/cell-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, heading);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, layers);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, parts_heading);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, parts);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, rules);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, rank);
  gtk_widget_class_bind_template_child (widget_class, TsCellPane, highlight);
  gtk_widget_class_bind_template_callback (widget_class, on_highlight_toggled);
}

static void
ts_cell_pane_init (TsCellPane *self)
{
  self->ranker = ts_compare_maker_new (make_ranks, (GDestroyNotify) g_array_unref, on_ranked, self);
  self->own_signals = g_signal_group_new (TS_TYPE_COMPARISON_MODEL);
  g_signal_group_connect_swapped (self->own_signals, "changed", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_cell_pane_show:
 * @self: a pane
 * @model: what is compared
 * @organisation: an organisation's code
 * @node: the id of a competency or criterion
 *
 * Tells of that cell in the latest year compared.
 */
void
ts_cell_pane_show (TsCellPane        *self,
                   TsComparisonModel *model,
                   const char        *organisation,
                   const char        *node)
{
  const TsCompareFilter *filter;
  g_autoptr (TsCompareFilter) own = NULL;
  const char *codes[] = { organisation, NULL };
  TsComparison *comparison;
  int year;

  g_return_if_fail (TS_IS_CELL_PANE (self));
  g_return_if_fail (TS_IS_COMPARISON_MODEL (model) && organisation != NULL && node != NULL);

  filter = ts_comparison_model_get_filter (model);
  comparison = ts_comparison_model_get_comparison (model);

  if (filter == NULL || comparison == NULL || ts_comparison_get_n_years (comparison) == 0)
    return;

  /* They may be the pane's own. */
  if (self->organisation != organisation)
    {
      g_free (self->organisation);
      self->organisation = g_strdup (organisation);
    }

  if (self->node != node)
    {
      g_free (self->node);
      self->node = g_strdup (node);
    }

  codes[0] = self->organisation;
  year = ts_comparison_get_year (comparison, ts_comparison_get_n_years (comparison) - 1);
  own = ts_compare_filter_copy (filter);
  ts_compare_filter_set_texts (&own->organisations, codes);
  ts_compare_filter_set_texts (&own->parents, NULL);
  ts_compare_filter_set_texts (&own->kinds, NULL);
  ts_compare_filter_set_texts (&own->highlighted, NULL);
  ts_compare_filter_set_text (&own->peers_of, NULL);
  own->peers = TS_PEERS_EVERYBODY;
  ts_compare_filter_set_years (own, &year, 1);

  if (self->own == NULL || ts_comparison_model_get_session (self->own) != ts_comparison_model_get_session (model))
    {
      g_clear_object (&self->own);
      self->own = ts_comparison_model_new (ts_comparison_model_get_session (model));
      ts_comparison_model_set_needs (self->own, TS_COMPARE_EVERY_LAYER);
      g_signal_group_set_target (self->own_signals, self->own);
    }

  self->showing = TRUE;
  gtk_check_button_set_active (self->highlight, ts_compare_filter_highlights (filter, self->organisation));
  self->showing = FALSE;
  ts_comparison_model_set_filter (self->own, own);
  update (self);
  ask_for_ranks (self, comparison, filter);
}

/**
 * ts_cell_pane_clear:
 * @self: a pane
 *
 * Lets go of the workbook.
 */
void
ts_cell_pane_clear (TsCellPane *self)
{
  g_return_if_fail (TS_IS_CELL_PANE (self));

  g_signal_group_set_target (self->own_signals, NULL);
  g_clear_object (&self->own);
  g_clear_pointer (&self->organisation, g_free);
  g_clear_pointer (&self->node, g_free);
  g_clear_pointer (&self->ranks, g_array_unref);
  g_clear_pointer (&self->ranked, ts_comparison_unref);
}

/**
 * ts_cell_pane_get_organisation:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the code of the organisation that it tells of
 */
const char *
ts_cell_pane_get_organisation (TsCellPane *self)
{
  g_return_val_if_fail (TS_IS_CELL_PANE (self), NULL);

  return self->organisation;
}

/**
 * ts_cell_pane_get_node:
 * @self: a pane
 *
 * Returns: (transfer none) (nullable): the id of what it tells of
 */
const char *
ts_cell_pane_get_node (TsCellPane *self)
{
  g_return_val_if_fail (TS_IS_CELL_PANE (self), NULL);

  return self->node;
}
