/* ts-gap-columns.c — the columns of the table of gaps
 *
 * Cells follow their item by its revision, so that a row stays the same widget, and keeps the focus, while what it says changes.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-gap-columns.h"

#include "app/widgets/ts-accessible-names.h"
#include "app/assess/ts-gap-sorter.h"
#include "app/assess/ts-gap-text.h"
#include "app/assess/ts-level-words.h"
#include "app/assess/ts-target-chooser.h"
#include "model/ts-gap-item.h"

#include <glib/gi18n-lib.h>

/* In pixels: what stands beside the text of a title, of a cell, and of a target. */
#define BESIDE_TITLE  30
#define BESIDE_CELL   13
#define BESIDE_TARGET 44

/* In characters. A view gives each row the height that it would need in the narrowest column, so that this is not too narrow. */
#define WIDE_NAME   20
#define NARROW_NAME 12

static const char *const titles[TS_GAP_N_COLUMNS] = {
  [TS_GAP_COLUMN_NUMBER] = NC_("column", "No."),
  [TS_GAP_COLUMN_NAME] = NC_("column", "Name"),
  [TS_GAP_COLUMN_LEVEL] = NC_("column", "Level"),
  [TS_GAP_COLUMN_TARGET] = NC_("column", "Target"),
  [TS_GAP_COLUMN_GAP] = NC_("column", "Gap"),
  [TS_GAP_COLUMN_CHANGE] = NC_("column", "Change"),
};

/* --- Cells -------------------------------------------------------------------------------------------------------- */

/* The column of numbers, which a column of names watches. */
static GtkColumnViewColumn *
get_numbers (GtkListItem *list_item)
{
  return g_object_get_data (G_OBJECT (list_item), "numbers");
}

static TsGapColumn
get_column (GtkListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

/* A door to the criterion's page, with all that the row says as its name: whoever comes by with a screen reader hears it in one piece. */
static GtkWidget *
make_name (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "gap-name");

  return button;
}

static GtkWidget *
make_chooser (void)
{
  GtkWidget *chooser = ts_target_chooser_new ();

  ts_target_chooser_set_compact (TS_TARGET_CHOOSER (chooser), TRUE);
  gtk_widget_set_valign (chooser, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (chooser, GTK_ALIGN_START);

  return chooser;
}

static GtkWidget *
make_label (TsGapColumn column)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");

  if (column == TS_GAP_COLUMN_NUMBER)
    {
      gtk_widget_add_css_class (label, "gap-number");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  TsGapColumn column = get_column (factory);
  GtkWidget *cell;

  switch (column)
    {
    case TS_GAP_COLUMN_NAME:
      cell = make_name ();
      break;

    case TS_GAP_COLUMN_TARGET:
      cell = make_chooser ();
      break;

    case TS_GAP_COLUMN_NUMBER:
    case TS_GAP_COLUMN_LEVEL:
    case TS_GAP_COLUMN_GAP:
    case TS_GAP_COLUMN_CHANGE:
    default:
      cell = make_label (column);
      break;
    }

  g_object_set_data (G_OBJECT (list_item), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (list_item), "numbers", g_object_get_data (G_OBJECT (factory), "numbers"));
  gtk_list_item_set_child (list_item, cell);
}

static void
show_name (GtkWidget   *button,
           const TsGap *gap,
           gboolean     is_first)
{
  g_autofree char *title = is_first && ts_gap_is_numbered (gap) ? g_strdup_printf ("%s  %s", gap->node->id, gap->node->title) : g_strdup (gap->node->title);
  g_autofree char *name = ts_gap_text_row (gap);
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *place = g_strconcat (gap->node->group != NULL ? "criterion/" : "group/", gap->node->id, NULL);

  gtk_label_set_label (label, title);
  gtk_label_set_width_chars (label, is_first ? NARROW_NAME : WIDE_NAME);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  ts_accessible_names_set_row (button, name);
  gtk_widget_set_tooltip_text (button, gap->node->title);

  if (is_first)
    gtk_widget_add_css_class (button, "first");
  else
    gtk_widget_remove_css_class (button, "first");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
}

static void
show_gap (GtkWidget   *label,
          const TsGap *gap)
{
  g_autofree char *text = ts_gap_text_gap (gap);
  int left;

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_remove_css_class (label, "short");

  if (ts_gap_get_gap (gap, &left) && left > 0)
    gtk_widget_add_css_class (label, "short");
}

/* What a cell says; NULL for names, which are more than a text. */
static char *
dup_text (const TsGap *gap,
          TsGapColumn  column)
{
  switch (column)
    {
    case TS_GAP_COLUMN_NUMBER:
      return g_strdup (gap->node->id);

    case TS_GAP_COLUMN_LEVEL:
      return ts_level_words_short (gap->node->section->scale, gap->level);

    case TS_GAP_COLUMN_TARGET:
      return ts_level_words_short (gap->node->section->scale, gap->target);

    case TS_GAP_COLUMN_GAP:
      return ts_gap_text_gap (gap);

    case TS_GAP_COLUMN_CHANGE:
      return ts_gap_text_change (gap);

    case TS_GAP_COLUMN_NAME:
    default:
      return NULL;
    }
}

static void
update_cell (GtkListItem *list_item)
{
  TsGapItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  TsGapColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (list_item), "column"));
  const TsGap *gap = ts_gap_item_get_gap (item);
  g_autofree char *text = NULL;

  switch (column)
    {
    case TS_GAP_COLUMN_NAME:
      show_name (cell, gap, !gtk_column_view_column_get_visible (get_numbers (list_item)));
      return;

    case TS_GAP_COLUMN_TARGET:
      ts_target_chooser_refresh (TS_TARGET_CHOOSER (cell), ts_gap_item_get_model (item), gap->node->id, ts_gap_item_get_target_year (item));
      return;

    case TS_GAP_COLUMN_GAP:
      show_gap (cell, gap);
      return;

    case TS_GAP_COLUMN_LEVEL:
    case TS_GAP_COLUMN_CHANGE:
    case TS_GAP_COLUMN_NUMBER:
    default:
      text = dup_text (gap, column);
      gtk_label_set_label (GTK_LABEL (cell), text);
      return;
    }
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  g_signal_connect_object (gtk_list_item_get_item (list_item), "notify::revision", G_CALLBACK (update_cell), list_item, G_CONNECT_SWAPPED);

  if (get_numbers (list_item) != NULL)
    g_signal_connect_object (get_numbers (list_item), "notify::visible", G_CALLBACK (update_cell), list_item, G_CONNECT_SWAPPED);

  update_cell (list_item);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), update_cell, list_item);

  if (get_numbers (list_item) != NULL)
    g_signal_handlers_disconnect_by_func (get_numbers (list_item), update_cell, list_item);
}

/**
 * ts_gap_column_new:
 * @column: which
 * @numbers: (nullable): for names, the column of numbers of the same view: while it is hidden, names begin with their number
 *
 * Returns: (transfer full): a column for a view of #TsGapItem
 */
GtkColumnViewColumn *
ts_gap_column_new (TsGapColumn          column,
                   GtkColumnViewColumn *numbers)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = ts_gap_sorter_new_for_column (column);
  GtkColumnViewColumn *self;

  g_return_val_if_fail ((column == TS_GAP_COLUMN_NAME) == (numbers != NULL), NULL);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (column));
  g_object_set_data (G_OBJECT (factory), "numbers", numbers);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  self = gtk_column_view_column_new (g_dpgettext2 (GETTEXT_PACKAGE, "column", titles[column]), factory);
  gtk_column_view_column_set_sorter (self, sorter);
  gtk_column_view_column_set_expand (self, column == TS_GAP_COLUMN_NAME);

  return self;
}

static int
measure_text (PangoLayout *layout,
              const char  *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Many cells say the same. */
static int
measure_cells (PangoLayout *layout,
               GListModel  *items,
               TsGapColumn  column)
{
  g_autoptr (GHashTable) measured = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TsGapItem) item = g_list_model_get_item (items, i);
      char *text = dup_text (ts_gap_item_get_gap (item), column);

      if (!g_hash_table_contains (measured, text))
        width = MAX (width, measure_text (layout, text));

      g_hash_table_add (measured, text);
    }

  return width + (column == TS_GAP_COLUMN_TARGET ? BESIDE_TARGET : BESIDE_CELL);
}

/**
 * ts_gap_columns_measure:
 * @view: the view that shows them
 * @columns: its columns
 * @items: its items
 * @shown: (array fixed-size=6): which of the columns are looked at
 *
 * A view tells the width of a column only of rows that it has shown, and that is too late to choose the columns by it.
 *
 * Returns: how wide a view has to be, in pixels, so that nothing in these columns is cut
 */
int
ts_gap_columns_measure (GtkWidget *view,
                        GtkColumnViewColumn *const *columns,
                        GListModel *items,
                        const gboolean *shown)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, NULL);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int sum = 0;

  /* Titles are bold, and some cells. */
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);

  for (TsGapColumn column = 0; column < TS_GAP_N_COLUMNS; column++)
    {
      if (!shown[column])
        continue;

      if (column == TS_GAP_COLUMN_NAME)
        {
          g_autofree char *least = g_strnfill (shown[TS_GAP_COLUMN_NUMBER] ? WIDE_NAME : NARROW_NAME, 'e');

          sum += measure_text (layout, least) + BESIDE_TITLE;
        }
      else
        {
          int title = measure_text (layout, gtk_column_view_column_get_title (columns[column])) + BESIDE_TITLE;

          sum += MAX (title, measure_cells (layout, items, column));
        }
    }

  return sum;
}
