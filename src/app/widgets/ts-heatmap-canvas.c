/* ts-heatmap-canvas.c — a heat map on the screen, whose rows are scrolled
 *
 * What does not change with scrolling is kept in a #TsHeatmapWindow; a scene is made of what is seen, and kept until that changes.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-heatmap-canvas.h"

#include "app/widgets/ts-chart-stop.h"
#include "app/widgets/ts-chart-style.h"
#include "app/widgets/ts-heatmap-keys.h"
#include "app/widgets/ts-heatmap-scroll.h"
#include "chart/ts-heatmap-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the size of the text. */
#define LEAST_WIDTH    18
#define USUAL_WIDTH    44
#define LEAST_HEIGHT   14
#define HIGHEST_HEIGHT 60

struct _TsHeatmapCanvas
{
  TsSceneCanvas parent_instance;

  TsHeatmapData *data;
  TsHeatmapWindow *window;
  TsHeatmapScroll *scroll;
  GtkWidget *stops[2];
  guint turn; /* which of the stops stands for the cursor */
  int row;
  int column;
  int chosen_row;
  int chosen_column;
  int width; /* that the window was made for */
  int height;
};

enum
{
  CELL_ACTIVATED,
  COLUMN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TsHeatmapCanvas, ts_heatmap_canvas, TS_TYPE_SCENE_CANVAS,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint
get_n_rows (TsHeatmapCanvas *self)
{
  return self->data != NULL ? ts_heatmap_data_get_n_rows (self->data) : 0;
}

static guint
get_n_columns (TsHeatmapCanvas *self)
{
  return self->data != NULL ? ts_heatmap_data_get_n_columns (self->data) : 0;
}

static gboolean
is_cell (TsHeatmapCanvas *self,
         int              row,
         int              column)
{
  return row >= 0 && column >= 0 && row < (int) get_n_rows (self) && column < (int) get_n_columns (self);
}

/* --- The scene ---------------------------------------------------------------------------------------------------- */

static void
forget_scene (TsHeatmapCanvas *self)
{
  ts_scene_canvas_take_scene (TS_SCENE_CANVAS (self), NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
forget_window (TsHeatmapCanvas *self)
{
  g_clear_pointer (&self->window, ts_heatmap_window_free);
  forget_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static TsScene *
get_scene (TsHeatmapCanvas *self)
{
  TsSceneCanvas *canvas = TS_SCENE_CANVAS (self);

  if (ts_scene_canvas_get_scene (canvas) == NULL && self->window != NULL)
    {
      double offset = ts_heatmap_scroll_get_offset (self->scroll, self->window);

      ts_scene_canvas_take_scene (canvas, ts_heatmap_window_layout (self->window, offset));
    }

  return ts_scene_canvas_get_scene (canvas);
}

/* The position of a cell among the stops of what is seen, or -1. Stops come in the order of their ids. */
static int
find_stop (TsHeatmapCanvas *self,
           int              row,
           int              column)
{
  TsScene *scene = get_scene (self);
  guint id;
  int low = 0;
  int high;

  if (scene == NULL || !is_cell (self, row, column))
    return -1;

  id = (guint) row * get_n_columns (self) + (guint) column;
  high = (int) ts_scene_get_n_stops (scene) - 1;

  while (low <= high)
    {
      int middle = (low + high) / 2;
      guint found = ts_scene_get_stop (scene, (guint) middle)->id;

      if (found == id)
        return middle;

      if (found < id)
        low = middle + 1;
      else
        high = middle - 1;
    }

  return -1;
}

/* --- The cursor --------------------------------------------------------------------------------------------------- */

static gboolean
has_focus (TsHeatmapCanvas *self)
{
  return gtk_widget_has_focus (self->stops[0]) || gtk_widget_has_focus (self->stops[1]);
}

static void
describe_stop (TsHeatmapCanvas *self)
{
  g_autofree char *organisation = NULL;
  g_autofree char *competency = NULL;
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (!is_cell (self, self->row, self->column))
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->stops[self->turn]), GTK_ACCESSIBLE_PROPERTY_LABEL, _("No cells"), -1);
      return;
    }

  organisation = ts_chart_subject_title (ts_heatmap_data_get_row (self->data, (guint) self->row));
  competency = ts_chart_subject_title (ts_heatmap_data_get_column (self->data, (guint) self->column));
  value = ts_heatmap_data_cell_text (self->data, (guint) self->row, (guint) self->column);
  /* Translators: a cell of a heat map: an organisation, a competency and what is there, "5N1 Leeds, 7 Stimulate the market: Level 2" */
  text = g_strdup_printf (C_("heat map cell", "%s, %s: %s"), organisation, competency, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stops[self->turn]), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_row (TsHeatmapCanvas *self)
{
  if (self->row >= 0)
    ts_heatmap_scroll_show_row (self->scroll, self->window, (guint) self->row);
}

static void
move_cursor (TsHeatmapCanvas *self,
             int              row,
             int              column)
{
  gboolean focused = has_focus (self);

  row = CLAMP (row, 0, MAX ((int) get_n_rows (self) - 1, 0));
  column = CLAMP (column, 0, MAX ((int) get_n_columns (self) - 1, 0));

  if (row == self->row && column == self->column)
    return;

  self->row = row;
  self->column = column;

  if (focused)
    self->turn = 1 - self->turn;

  describe_stop (self);
  show_row (self);

  if (focused)
    gtk_widget_grab_focus (self->stops[self->turn]);

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_page_rows (TsHeatmapCanvas *self)
{
  double step = self->window != NULL ? ts_heatmap_window_get_row_step (self->window) : 0;

  return step > 0 ? MAX ((int) (ts_heatmap_window_get_page (self->window) / step) - 1, 1) : 1;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                TsHeatmapCanvas       *self)
{
  const TsHeatmapExtent extent = {
    .n_rows = (int) get_n_rows (self),
    .n_columns = (int) get_n_columns (self),
    .page = get_page_rows (self),
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };
  int row = self->row;
  int column = self->column;

  if (self->window == NULL || extent.n_rows == 0)
    return GDK_EVENT_PROPAGATE;

  switch (ts_heatmap_keys_read (&extent, keyval, state, &row, &column))
    {
    case TS_HEATMAP_KEY_MOVE:
      move_cursor (self, row, column);
      return GDK_EVENT_STOP;

    case TS_HEATMAP_KEY_CHOOSE:
      g_signal_emit (self, signals[CELL_ACTIVATED], 0, (guint) row, (guint) column);
      return GDK_EVENT_STOP;

    case TS_HEATMAP_KEY_NONE:
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_released (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             TsHeatmapCanvas *self)
{
  TsScene *scene = get_scene (self);
  int stop = scene != NULL ? ts_scene_hit (scene, x, y) : -1;
  int column = self->window != NULL ? ts_heatmap_window_get_column_at (self->window, x, y) : -1;

  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (column >= 0)
    {
      g_signal_emit (self, signals[COLUMN_ACTIVATED], 0, (guint) column);
    }
  else if (stop >= 0)
    {
      guint id = ts_scene_get_stop (scene, (guint) stop)->id;

      move_cursor (self, (int) (id / get_n_columns (self)), (int) (id % get_n_columns (self)));
      g_signal_emit (self, signals[CELL_ACTIVATED], 0, (guint) self->row, (guint) self->column);
    }
}

static gboolean
ts_heatmap_canvas_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard_tooltip,
                                 GtkTooltip *tooltip)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);
  TsScene *scene = get_scene (self);
  g_autofree char *text = NULL;
  int position;
  int column = self->window != NULL && !keyboard_tooltip ? ts_heatmap_window_get_column_at (self->window, x, y) : -1;

  if (scene == NULL)
    return FALSE;

  if (column >= 0)
    {
      g_autofree char *title = ts_chart_subject_title (ts_heatmap_data_get_column (self->data, (guint) column));

      /* Translators: %s is the name of a column */
      text = g_strdup_printf (_("Sort by %s"), title);
      gtk_tooltip_set_text (tooltip, text);

      return TRUE;
    }

  position = keyboard_tooltip ? find_stop (self, self->row, self->column) : ts_scene_hit (scene, x, y);

  if (position < 0)
    return FALSE;

  ts_chart_style_set_tooltip (tooltip, ts_scene_get_stop (scene, (guint) position));

  return TRUE;
}

/* --- As a widget -------------------------------------------------------------------------------------------------- */

static void
ts_heatmap_canvas_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  double em = ts_chart_style_get_em (widget);

  *minimum_baseline = *natural_baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) MIN (LEAST_WIDTH * em, 300);
      *natural = (int) (USUAL_WIDTH * em);
    }
  else
    {
      double rows = (get_n_rows (TS_HEATMAP_CANVAS (widget)) + 5) * 1.8;

      *minimum = (int) (LEAST_HEIGHT * em);
      *natural = (int) (CLAMP (rows, LEAST_HEIGHT, HIGHEST_HEIGHT) * em);
    }
}

static void
allocate_stops (TsHeatmapCanvas *self)
{
  int position = find_stop (self, self->row, self->column);
  const TsSceneStop *stop = position >= 0 ? ts_scene_get_stop (get_scene (self), (guint) position) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (self->stops); i++)
    ts_chart_stop_allocate (TS_CHART_STOP (self->stops[i]), stop);
}

/* What is left below the last whole row, where there are more than can be seen. */
static double
get_rest (TsHeatmapCanvas *self)
{
  double step = ts_heatmap_window_get_row_step (self->window);
  double page = ts_heatmap_window_get_page (self->window);

  return step > 0 && page > step && ts_heatmap_window_get_range (self->window) > 0 ? fmod (page, step) : 0;
}

static void
ts_heatmap_canvas_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);

  if (self->data != NULL && (self->window == NULL || self->width != width || self->height != height))
    {
      TsChartOptions options;
      double rest;

      g_clear_pointer (&self->window, ts_heatmap_window_free);
      ts_scene_canvas_take_scene (TS_SCENE_CANVAS (self), NULL);
      ts_scene_canvas_init_options (TS_SCENE_CANVAS (self), width, height, &options);
      self->window = ts_heatmap_window_new (self->data, &options);
      self->width = width;
      self->height = height;
      rest = get_rest (self);

      if (rest > 0)
        {
          ts_heatmap_window_free (self->window);
          options.height -= rest;
          self->window = ts_heatmap_window_new (self->data, &options);
        }

      ts_heatmap_scroll_configure (self->scroll, self->window, width);
    }

  get_scene (self);
  allocate_stops (self);
}

static void
ts_heatmap_canvas_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  gboolean cursor = has_focus (self) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  int positions[] = {
    find_stop (self, self->chosen_row, self->chosen_column),
    cursor ? find_stop (self, self->row, self->column) : -1,
  };

  /* Where it was forgotten since it had its size, it is laid out here. */
  get_scene (self);
  ts_scene_canvas_paint (TS_SCENE_CANVAS (self), snapshot, positions, G_N_ELEMENTS (positions));
}

/* All cells are one stop of the Tab key. */
static gboolean
ts_heatmap_canvas_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  if (has_focus (TS_HEATMAP_CANVAS (widget)))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
ts_heatmap_canvas_grab_focus (GtkWidget *widget)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);

  if (get_n_rows (self) == 0)
    return FALSE;

  if (!is_cell (self, self->row, self->column))
    move_cursor (self, 0, 0);

  if (has_focus (self))
    return TRUE;

  show_row (self);

  return gtk_widget_grab_focus (self->stops[self->turn]);
}

static void
ts_heatmap_canvas_restyled (TsSceneCanvas *canvas)
{
  forget_window (TS_HEATMAP_CANVAS (canvas));
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_heatmap_canvas_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ts_heatmap_scroll_get_property (TS_HEATMAP_CANVAS (object)->scroll, property_id, value, pspec);
}

static void
ts_heatmap_canvas_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (object);

  ts_heatmap_scroll_set_property (self->scroll, property_id, value, pspec);
  ts_heatmap_scroll_configure (self->scroll, self->window, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
ts_heatmap_canvas_dispose (GObject *object)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (object);

  ts_heatmap_scroll_release (self->scroll);

  for (guint i = 0; i < G_N_ELEMENTS (self->stops); i++)
    g_clear_pointer (&self->stops[i], gtk_widget_unparent);

  g_clear_pointer (&self->window, ts_heatmap_window_free);
  g_clear_pointer (&self->data, ts_heatmap_data_unref);

  G_OBJECT_CLASS (ts_heatmap_canvas_parent_class)->dispose (object);
}

static void
ts_heatmap_canvas_finalize (GObject *object)
{
  ts_heatmap_scroll_free (TS_HEATMAP_CANVAS (object)->scroll);

  G_OBJECT_CLASS (ts_heatmap_canvas_parent_class)->finalize (object);
}

static void
ts_heatmap_canvas_class_init (TsHeatmapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TsSceneCanvasClass *canvas_class = TS_SCENE_CANVAS_CLASS (klass);

  object_class->get_property = ts_heatmap_canvas_get_property;
  object_class->set_property = ts_heatmap_canvas_set_property;
  object_class->dispose = ts_heatmap_canvas_dispose;
  object_class->finalize = ts_heatmap_canvas_finalize;

  widget_class->measure = ts_heatmap_canvas_measure;
  widget_class->size_allocate = ts_heatmap_canvas_size_allocate;
  widget_class->snapshot = ts_heatmap_canvas_snapshot;
  widget_class->focus = ts_heatmap_canvas_focus;
  widget_class->grab_focus = ts_heatmap_canvas_grab_focus;
  widget_class->query_tooltip = ts_heatmap_canvas_query_tooltip;

  canvas_class->restyled = ts_heatmap_canvas_restyled;

  ts_heatmap_scroll_install_properties (object_class);

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", TS_TYPE_HEATMAP_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[COLUMN_ACTIVATED] = g_signal_new ("column-activated", TS_TYPE_HEATMAP_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
ts_heatmap_canvas_init (TsHeatmapCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->scroll = ts_heatmap_scroll_new (GTK_WIDGET (self), G_CALLBACK (forget_scene));
  self->row = self->column = self->chosen_row = self->chosen_column = -1;

  for (guint i = 0; i < G_N_ELEMENTS (self->stops); i++)
    {
      GtkEventController *focus = gtk_event_controller_focus_new ();

      self->stops[i] = g_object_new (TS_TYPE_CHART_STOP, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
      gtk_widget_set_parent (self->stops[i], GTK_WIDGET (self));
      g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
      g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
      gtk_widget_add_controller (self->stops[i], focus);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->stops[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, _("No cells"), -1);
    }

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ts_heatmap_canvas_new (void)
{
  return g_object_new (TS_TYPE_HEATMAP_CANVAS, NULL);
}

/**
 * ts_heatmap_canvas_set_data:
 * @self: a canvas
 * @data: (nullable): what to show
 *
 * The cursor stays at its place as far as there is one; what was chosen is chosen no more.
 */
void
ts_heatmap_canvas_set_data (TsHeatmapCanvas *self,
                            TsHeatmapData   *data)
{
  g_return_if_fail (TS_IS_HEATMAP_CANVAS (self));

  if (self->data == data)
    return;

  g_clear_pointer (&self->data, ts_heatmap_data_unref);
  self->data = data != NULL ? ts_heatmap_data_ref (data) : NULL;
  self->row = CLAMP (self->row, 0, MAX ((int) get_n_rows (self) - 1, 0));
  self->column = CLAMP (self->column, 0, MAX ((int) get_n_columns (self) - 1, 0));
  self->chosen_row = self->chosen_column = -1;
  describe_stop (self);

  if (data != NULL)
    {
      g_autofree char *finding = ts_heatmap_data_describe (data);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, ts_heatmap_data_get_title (data),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, finding,
                                      -1);
    }

  forget_window (self);
}

/**
 * ts_heatmap_canvas_get_data:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TsHeatmapData *
ts_heatmap_canvas_get_data (TsHeatmapCanvas *self)
{
  g_return_val_if_fail (TS_IS_HEATMAP_CANVAS (self), NULL);

  return self->data;
}

/**
 * ts_heatmap_canvas_set_cursor:
 * @self: a canvas
 * @row: a row
 * @column: a column
 *
 * Moves the cursor, and scrolls to it.
 */
void
ts_heatmap_canvas_set_cursor (TsHeatmapCanvas *self,
                              int              row,
                              int              column)
{
  g_return_if_fail (TS_IS_HEATMAP_CANVAS (self));

  if (get_n_rows (self) > 0)
    move_cursor (self, row, column);
}

/**
 * ts_heatmap_canvas_get_cursor:
 * @self: a canvas
 * @row: (out): the cursor's row
 * @column: (out): its column
 *
 * Returns: whether there is a cursor
 */
gboolean
ts_heatmap_canvas_get_cursor (TsHeatmapCanvas *self,
                              guint           *row,
                              guint           *column)
{
  g_return_val_if_fail (TS_IS_HEATMAP_CANVAS (self), FALSE);

  *row = (guint) MAX (self->row, 0);
  *column = (guint) MAX (self->column, 0);

  return is_cell (self, self->row, self->column);
}

/**
 * ts_heatmap_canvas_set_chosen:
 * @self: a canvas
 * @row: the row of the cell that is looked at elsewhere, or -1
 * @column: its column
 *
 * Draws a ring around it.
 */
void
ts_heatmap_canvas_set_chosen (TsHeatmapCanvas *self,
                              int              row,
                              int              column)
{
  g_return_if_fail (TS_IS_HEATMAP_CANVAS (self));

  self->chosen_row = row;
  self->chosen_column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
