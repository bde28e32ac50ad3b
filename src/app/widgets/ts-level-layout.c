/* ts-level-layout.c — levels in full rows
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-level-layout.h"

#define SPACING 8

/* How wide a column is at least, in characters, where there is room for more than one. The texts' own widths would give one criterion four columns
 * and the next one two. */
#define COMFORTABLE_CHARACTERS 22

struct _TsLevelLayout
{
  GtkLayoutManager parent_instance;

  guint n_columns; /* as allocated */
};

G_DEFINE_FINAL_TYPE (TsLevelLayout, ts_level_layout, GTK_TYPE_LAYOUT_MANAGER)

/**
 * ts_level_layout_choose_columns:
 * @n_children: how many children there are, at least 1
 * @column_width: how wide a child likes to be
 * @spacing: between two of them
 * @width: how much room there is
 *
 * As many columns as fit, with full rows only, so that no child stands out for being alone; from five children on, rows may be ragged.
 *
 * Returns: how many columns to make, at least 1
 */
guint
ts_level_layout_choose_columns (guint n_children,
                                int   column_width,
                                int   spacing,
                                int   width)
{
  for (guint n_rows = 1; n_rows < n_children; n_rows++)
    {
      guint n_columns = (n_children + n_rows - 1) / n_rows;

      if (n_children % n_columns != 0 && n_children < 5)
        continue;

      if ((int) n_columns * (column_width + spacing) - spacing <= width)
        return n_columns;
    }

  return 1;
}

/* The children that are to be placed; borrowed. */
static GPtrArray *
list_children (GtkWidget *widget)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        g_ptr_array_add (children, child);
    }

  return children;
}

/* The widest of the children's least widths. */
static int
measure_minimum (const GPtrArray *children)
{
  int minimum = 0;

  for (guint i = 0; i < children->len; i++)
    {
      int child_minimum;

      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      minimum = MAX (minimum, child_minimum);
    }

  return minimum;
}

static int
measure_comfortable (GtkWidget       *widget,
                     const GPtrArray *children)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (COMFORTABLE_CHARACTERS * pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return MAX (width, measure_minimum (children));
}

static guint
choose_columns (GtkWidget       *widget,
                const GPtrArray *children,
                int              width)
{
  return ts_level_layout_choose_columns (MAX (children->len, 1), measure_comfortable (widget, children), SPACING, width);
}

static int
find_column_width (guint n_columns,
                   int   width)
{
  return (width - (int) (n_columns - 1) * SPACING) / (int) n_columns;
}

/* Pixels that are left over go to the gaps, so that the last column ends where the row does. */
static int
find_column_start (guint column,
                   guint n_columns,
                   int   width)
{
  int column_width = find_column_width (n_columns, width);

  return n_columns > 1 ? (int) column * (width - column_width) / (int) (n_columns - 1) : 0;
}

static int
measure_row (const GPtrArray *children,
             guint            first,
             guint            n_columns,
             int              column_width)
{
  int height = 0;

  for (guint i = first; i < MIN (first + n_columns, children->len); i++)
    {
      int child_height;

      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_VERTICAL, column_width,
                          &child_height, NULL, NULL, NULL);
      height = MAX (height, child_height);
    }

  return height;
}

static GtkSizeRequestMode
ts_level_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ts_level_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  g_autoptr (GPtrArray) children = list_children (widget);
  int comfortable = measure_comfortable (widget, children);
  guint n_columns;
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_minimum (children);
      *natural = MAX (*minimum, (int) children->len * (comfortable + SPACING) - SPACING);
      return;
    }

  if (for_size < 0)
    for_size = (int) children->len * (comfortable + SPACING);

  n_columns = choose_columns (widget, children, for_size);

  for (guint i = 0; i < children->len; i += n_columns)
    height += measure_row (children, i, n_columns, find_column_width (n_columns, for_size)) + (i > 0 ? SPACING : 0);

  *minimum = *natural = height;
}

static void
ts_level_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  TsLevelLayout *self = TS_LEVEL_LAYOUT (manager);
  g_autoptr (GPtrArray) children = list_children (widget);
  guint n_columns = choose_columns (widget, children, width);
  int column_width = find_column_width (n_columns, width);
  int y = 0;

  self->n_columns = n_columns;

  for (guint i = 0; i < children->len; i += n_columns)
    {
      int row_height = measure_row (children, i, n_columns, column_width);

      for (guint j = i; j < MIN (i + n_columns, children->len); j++)
        {
          int x = find_column_start (j - i, n_columns, width);
          GtkAllocation allocation = { .x = x, .y = y, .width = column_width, .height = row_height };

          if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
            allocation.x = width - x - column_width;

          gtk_widget_size_allocate (g_ptr_array_index (children, j), &allocation, -1);
        }

      y += row_height + SPACING;
    }
}

static void
ts_level_layout_class_init (TsLevelLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = ts_level_layout_get_request_mode;
  manager_class->measure = ts_level_layout_measure;
  manager_class->allocate = ts_level_layout_allocate;
}

static void
ts_level_layout_init (TsLevelLayout *self)
{
  self->n_columns = 1;
}

/**
 * ts_level_layout_get_n_columns:
 * @self: a layout
 *
 * Returns: in how many columns the children stand now, at least 1
 */
guint
ts_level_layout_get_n_columns (TsLevelLayout *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_LAYOUT (self), 1);

  return self->n_columns;
}
