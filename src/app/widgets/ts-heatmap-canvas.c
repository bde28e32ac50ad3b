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
#include "chart/ts-heatmap-layout.h"
#include "chart/ts-painter.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* In the size of the text. */
#define LEAST_WIDTH    18
#define USUAL_WIDTH    44
#define LEAST_HEIGHT   14
#define HIGHEST_HEIGHT 60

struct _TsHeatmapCanvas
{
  GtkWidget parent_instance;

  TsHeatmapData *data;
  TsTextMeasurer *measurer;
  TsHeatmapWindow *window;
  TsScene *scene;
  GskRenderNode *node;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
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
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  CELL_ACTIVATED,
  COLUMN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TsHeatmapCanvas, ts_heatmap_canvas, GTK_TYPE_WIDGET,
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

/* Rows are scrolled whole: half a row has no room for its words. */
static double
get_offset (TsHeatmapCanvas *self)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double offset = vertical != NULL ? gtk_adjustment_get_value (vertical) : 0;
  double step = self->window != NULL ? ts_heatmap_window_get_row_step (self->window) : 0;

  if (step <= 0)
    return offset;

  return MIN (round (offset / step) * step, ts_heatmap_window_get_range (self->window));
}

static void
forget_scene (TsHeatmapCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, ts_scene_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
forget_window (TsHeatmapCanvas *self)
{
  g_clear_pointer (&self->window, ts_heatmap_window_free);
  forget_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
forget_node (TsHeatmapCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static TsScene *
get_scene (TsHeatmapCanvas *self)
{
  if (self->scene == NULL && self->window != NULL)
    self->scene = ts_heatmap_window_layout (self->window, get_offset (self));

  return self->scene;
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

static void
configure_adjustments (TsHeatmapCanvas *self,
                       int              width)
{
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkAdjustment *horizontal = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  if (horizontal != NULL)
    gtk_adjustment_configure (horizontal, 0, 0, width, width * 0.1, width * 0.9, width);

  if (vertical != NULL && self->window != NULL)
    {
      double page = ts_heatmap_window_get_page (self->window);
      double range = ts_heatmap_window_get_range (self->window);
      double step = ts_heatmap_window_get_row_step (self->window);

      gtk_adjustment_configure (vertical, MIN (gtk_adjustment_get_value (vertical), range), 0, range + page, step, MAX (page - step, step),
                                page);
    }
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
  GtkAdjustment *vertical = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (vertical != NULL && self->window != NULL && self->row >= 0)
    gtk_adjustment_set_value (vertical, ts_heatmap_window_show_row (self->window, get_offset (self), (guint) self->row));
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
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  gboolean control = modifiers == GDK_CONTROL_MASK;
  int last_row = (int) get_n_rows (self) - 1;
  int last_column = (int) get_n_columns (self) - 1;

  if (self->window == NULL || last_row < 0 || (modifiers != 0 && !control))
    return GDK_EVENT_PROPAGATE;

  if (control && keyval != GDK_KEY_Home && keyval != GDK_KEY_End && keyval != GDK_KEY_KP_Home && keyval != GDK_KEY_KP_End)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_cursor (self, self->row - 1, self->column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_cursor (self, self->row + 1, self->column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_cursor (self, self->row, self->column - forward);
      return GDK_EVENT_STOP;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_cursor (self, self->row, self->column + forward);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      move_cursor (self, self->row - get_page_rows (self), self->column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      move_cursor (self, self->row + get_page_rows (self), self->column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      move_cursor (self, control ? 0 : self->row, control ? self->column : 0);
      return GDK_EVENT_STOP;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      move_cursor (self, control ? last_row : self->row, control ? self->column : last_column);
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[CELL_ACTIVATED], 0, (guint) self->row, (guint) self->column);
      return GDK_EVENT_STOP;

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
  GtkAllocation allocation = { 0, 0, 1, 1 };

  if (position >= 0)
    {
      const TsSceneStop *stop = ts_scene_get_stop (self->scene, (guint) position);

      allocation = (GtkAllocation) {
        (int) floor (stop->anchor.x - stop->radius),
        (int) floor (stop->anchor.y - stop->radius),
        (int) ceil (2 * stop->radius),
        (int) ceil (2 * stop->radius),
      };
    }

  for (guint i = 0; i < G_N_ELEMENTS (self->stops); i++)
    {
      gtk_widget_measure (self->stops[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->stops[i], &allocation, -1);
    }
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
      g_clear_pointer (&self->node, gsk_render_node_unref);
      g_clear_pointer (&self->scene, ts_scene_unref);

      if (self->measurer == NULL)
        self->measurer = ts_chart_style_new_measurer (widget);

      ts_chart_style_init_options (widget, self->measurer, width, height, &options);
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

      configure_adjustments (self, width);
    }

  get_scene (self);
  allocate_stops (self);
}

static void
ts_heatmap_canvas_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  GtkRoot *root = gtk_widget_get_root (widget);
  TsScene *scene = get_scene (self);
  TsPalette palette;
  gboolean cursor = has_focus (self) && GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  int positions[] = {
    find_stop (self, self->chosen_row, self->chosen_column),
    cursor ? find_stop (self, self->row, self->column) : -1,
  };

  if (scene == NULL)
    return;

  ts_chart_style_get_palette (widget, &palette);

  if (self->node == NULL)
    {
      cairo_t *cairo;

      self->node = gsk_cairo_node_new (&bounds);
      cairo = gsk_cairo_node_get_draw_context (self->node);
      ts_painter_paint (cairo, scene, &palette, TS_SURFACE_RASTER);
      cairo_destroy (cairo);
    }

  gtk_snapshot_append_node (snapshot, self->node);

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    {
      cairo_t *cairo;

      if (positions[i] < 0)
        continue;

      cairo = gtk_snapshot_append_cairo (snapshot, &bounds);
      ts_painter_paint_cursor (cairo, scene, &palette, (guint) positions[i]);
      cairo_destroy (cairo);
    }
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
ts_heatmap_canvas_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (widget);

  GTK_WIDGET_CLASS (ts_heatmap_canvas_parent_class)->css_changed (widget, change);

  g_clear_pointer (&self->measurer, ts_text_measurer_unref);
  forget_window (self);
}

static void
ts_heatmap_canvas_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (ts_heatmap_canvas_parent_class)->direction_changed (widget, previous);

  forget_window (TS_HEATMAP_CANVAS (widget));
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
set_adjustment (TsHeatmapCanvas *self,
                GtkOrientation   orientation,
                GtkAdjustment   *adjustment)
{
  GtkAdjustment **kept = &self->adjustments[orientation];

  if (adjustment != NULL && *kept == adjustment)
    return;

  if (*kept != NULL)
    {
      g_signal_handlers_disconnect_by_data (*kept, self);
      g_object_unref (*kept);
    }

  *kept = adjustment != NULL ? adjustment : gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (*kept);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (*kept, "value-changed", G_CALLBACK (forget_scene), self);

  configure_adjustments (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
ts_heatmap_canvas_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_heatmap_canvas_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (object);

  switch (property_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_heatmap_canvas_dispose (GObject *object)
{
  TsHeatmapCanvas *self = TS_HEATMAP_CANVAS (object);

  for (guint i = 0; i < 2; i++)
    {
      if (self->adjustments[i] != NULL)
        g_signal_handlers_disconnect_by_data (self->adjustments[i], self);

      g_clear_object (&self->adjustments[i]);
      g_clear_pointer (&self->stops[i], gtk_widget_unparent);
    }

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->scene, ts_scene_unref);
  g_clear_pointer (&self->window, ts_heatmap_window_free);
  g_clear_pointer (&self->measurer, ts_text_measurer_unref);
  g_clear_pointer (&self->data, ts_heatmap_data_unref);

  G_OBJECT_CLASS (ts_heatmap_canvas_parent_class)->dispose (object);
}

static void
ts_heatmap_canvas_class_init (TsHeatmapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_heatmap_canvas_get_property;
  object_class->set_property = ts_heatmap_canvas_set_property;
  object_class->dispose = ts_heatmap_canvas_dispose;

  widget_class->measure = ts_heatmap_canvas_measure;
  widget_class->size_allocate = ts_heatmap_canvas_size_allocate;
  widget_class->snapshot = ts_heatmap_canvas_snapshot;
  widget_class->focus = ts_heatmap_canvas_focus;
  widget_class->grab_focus = ts_heatmap_canvas_grab_focus;
  widget_class->query_tooltip = ts_heatmap_canvas_query_tooltip;
  widget_class->css_changed = ts_heatmap_canvas_css_changed;
  widget_class->direction_changed = ts_heatmap_canvas_direction_changed;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

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
  AdwStyleManager *style_manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

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

  g_signal_connect_object (style_manager, "notify::dark", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style_manager, "notify::high-contrast", G_CALLBACK (forget_node), self, G_CONNECT_SWAPPED);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
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
