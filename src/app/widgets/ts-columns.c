/* ts-columns.c — two things beside each other, or one below the other
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-columns.h"

#include "app/widgets/ts-text-size.h"

struct _TsColumns
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  int wide_from;
  int start_share;
  gboolean end_first;
  int spacing;
  int row_spacing;
};

G_DEFINE_FINAL_TYPE (TsColumns, ts_columns, GTK_TYPE_WIDGET)

enum
{
  PROP_START = 1,
  PROP_END,
  PROP_WIDE_FROM,
  PROP_START_SHARE,
  PROP_END_FIRST,
  PROP_SPACING,
  PROP_ROW_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_get_visible (child);
}

static void
get_widths (GtkWidget *child,
            int       *minimum,
            int       *natural)
{
  *minimum = *natural = 0;

  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static void
get_heights (GtkWidget *child,
             int        width,
             int       *minimum,
             int       *natural)
{
  *minimum = *natural = 0;

  if (is_shown (child))
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, minimum, natural, NULL, NULL);
}

/* Whether there is room for both in @width, and how much of it each of them gets. */
static gboolean
divide (TsColumns *self,
        int        width,
        int       *start_width,
        int       *end_width)
{
  int start_minimum, start_natural, end_minimum, end_natural;

  *start_width = *end_width = width;

  if (!is_shown (self->start) || !is_shown (self->end))
    return FALSE;

  get_widths (self->start, &start_minimum, &start_natural);
  get_widths (self->end, &end_minimum, &end_natural);

  if (width < start_minimum + self->spacing + end_minimum || width < self->wide_from * ts_text_size_get (GTK_WIDGET (self)))
    return FALSE;

  if (self->start_share > 0)
    *start_width = (width - self->spacing) * self->start_share / 100;
  else
    *start_width = width - self->spacing - end_natural;

  *start_width = CLAMP (*start_width, start_minimum, width - self->spacing - end_minimum);
  *end_width = width - self->spacing - *start_width;

  return TRUE;
}

static int
get_stack_spacing (TsColumns *self)
{
  return is_shown (self->start) && is_shown (self->end) ? self->row_spacing : 0;
}

static GtkSizeRequestMode
ts_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ts_columns_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  TsColumns *self = TS_COLUMNS (widget);
  int start_minimum, start_natural, end_minimum, end_natural;
  int start_width, end_width;

  *minimum_baseline = *natural_baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      get_widths (self->start, &start_minimum, &start_natural);
      get_widths (self->end, &end_minimum, &end_natural);
      *minimum = MAX (start_minimum, end_minimum);
      *natural = start_natural + self->spacing + end_natural;
      return;
    }

  if (for_size == -1)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);

  if (divide (self, for_size, &start_width, &end_width))
    {
      get_heights (self->start, start_width, &start_minimum, &start_natural);
      get_heights (self->end, end_width, &end_minimum, &end_natural);
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (start_natural, end_natural);
      return;
    }

  get_heights (self->start, for_size, &start_minimum, &start_natural);
  get_heights (self->end, for_size, &end_minimum, &end_natural);
  *minimum = start_minimum + get_stack_spacing (self) + end_minimum;
  *natural = start_natural + get_stack_spacing (self) + end_natural;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (is_shown (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
ts_columns_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TsColumns *self = TS_COLUMNS (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *upper = self->end_first ? self->end : self->start;
  GtkWidget *lower = self->end_first ? self->start : self->end;
  int start_width, end_width;
  int upper_minimum, upper_height;
  int lower_minimum, lower_height;

  if (divide (self, width, &start_width, &end_width))
    {
      allocate (self->start, right_to_left ? end_width + self->spacing : 0, 0, start_width, height);
      allocate (self->end, right_to_left ? 0 : start_width + self->spacing, 0, end_width, height);
      return;
    }

  /* One alone has all the room. */
  if (!is_shown (self->start) || !is_shown (self->end))
    {
      allocate (self->start, 0, 0, width, height);
      allocate (self->end, 0, 0, width, height);
      return;
    }

  get_heights (upper, width, &upper_minimum, &upper_height);
  get_heights (lower, width, &lower_minimum, &lower_height);

  if (upper_height + get_stack_spacing (self) + lower_height > height)
    upper_height = MAX (upper_minimum, height - get_stack_spacing (self) - lower_height);

  allocate (upper, 0, 0, width, upper_height);
  upper_height += get_stack_spacing (self);
  allocate (lower, 0, upper_height, width, MAX (lower_minimum, height - upper_height));
}

static void
ts_columns_compute_expand (GtkWidget *widget,
                           gboolean  *horizontal,
                           gboolean  *vertical)
{
  TsColumns *self = TS_COLUMNS (widget);

  *horizontal = *vertical = FALSE;

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *child = i == 0 ? self->start : self->end;

      if (child == NULL)
        continue;

      *horizontal |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vertical |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
ts_columns_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TsColumns *self = TS_COLUMNS (object);

  switch (property_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;

    case PROP_END:
      g_value_set_object (value, self->end);
      break;

    case PROP_WIDE_FROM:
      g_value_set_int (value, self->wide_from);
      break;

    case PROP_START_SHARE:
      g_value_set_int (value, self->start_share);
      break;

    case PROP_END_FIRST:
      g_value_set_boolean (value, self->end_first);
      break;

    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_columns_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TsColumns *self = TS_COLUMNS (object);

  switch (property_id)
    {
    case PROP_START:
      ts_columns_set_start (self, g_value_get_object (value));
      return;

    case PROP_END:
      ts_columns_set_end (self, g_value_get_object (value));
      return;

    case PROP_WIDE_FROM:
      self->wide_from = g_value_get_int (value);
      break;

    case PROP_START_SHARE:
      self->start_share = g_value_get_int (value);
      break;

    case PROP_END_FIRST:
      self->end_first = g_value_get_boolean (value);
      break;

    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;

    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
ts_columns_dispose (GObject *object)
{
  TsColumns *self = TS_COLUMNS (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (ts_columns_parent_class)->dispose (object);
}

static GParamSpec *
number_property (const char *name,
                 int         most)
{
  return g_param_spec_int (name, NULL, NULL, 0, most, 0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
ts_columns_class_init (TsColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ts_columns_get_property;
  object_class->set_property = ts_columns_set_property;
  object_class->dispose = ts_columns_dispose;

  widget_class->get_request_mode = ts_columns_get_request_mode;
  widget_class->measure = ts_columns_measure;
  widget_class->size_allocate = ts_columns_size_allocate;
  widget_class->compute_expand = ts_columns_compute_expand;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_WIDE_FROM] = number_property ("wide-from", G_MAXINT);
  properties[PROP_START_SHARE] = number_property ("start-share", 99);
  properties[PROP_END_FIRST] = g_param_spec_boolean ("end-first", NULL, NULL, FALSE, flags);
  properties[PROP_SPACING] = number_property ("spacing", G_MAXINT);
  properties[PROP_ROW_SPACING] = number_property ("row-spacing", G_MAXINT);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "columns");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ts_columns_init (TsColumns *self)
{
}

GtkWidget *
ts_columns_new (void)
{
  return g_object_new (TS_TYPE_COLUMNS, NULL);
}

static void
set_child (TsColumns   *self,
           GtkWidget  **place,
           GtkWidget   *child,
           GParamSpec  *pspec)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;

  /* The order of the children is the order of the Tab key: as they are read when they are side by side. */
  if (child != NULL && place == &self->start)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL);
  else if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);

  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * ts_columns_set_start:
 * @self: columns
 * @start: (nullable) (transfer none): the first child
 */
void
ts_columns_set_start (TsColumns *self,
                      GtkWidget *start)
{
  g_return_if_fail (TS_IS_COLUMNS (self));
  g_return_if_fail (start == NULL || GTK_IS_WIDGET (start));

  set_child (self, &self->start, start, properties[PROP_START]);
}

/**
 * ts_columns_set_end:
 * @self: columns
 * @end: (nullable) (transfer none): the second child
 */
void
ts_columns_set_end (TsColumns *self,
                    GtkWidget *end)
{
  g_return_if_fail (TS_IS_COLUMNS (self));
  g_return_if_fail (end == NULL || GTK_IS_WIDGET (end));

  set_child (self, &self->end, end, properties[PROP_END]);
}
