/* ts-chart-view.c — a chart with its heading, its finding and what can be done with it
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chart-view.h"

#include "app/ts-window.h"
#include "app/widgets/ts-chart-canvas.h"
#include "app/widgets/ts-chart-picture-save.h"
#include "app/widgets/ts-chart-picture.h"
#include "app/widgets/ts-chart-table-dialog.h"
#include "app/widgets/ts-chart-table-file.h"
#include "app/widgets/ts-chart-table-save.h"
#include "app/widgets/ts-chart-tsv.h"
#include "app/widgets/ts-save-chooser.h"

#include <glib/gi18n-lib.h>

struct _TsChartView
{
  AdwBin parent_instance;

  char *source; /* see TsTableAbout */
  char *filters;
  char *rule;
  char *command;

  char *heading;
  GtkLabel *heading_label;
  GtkLabel *finding_label;
  gboolean is_told; /* the finding stands elsewhere */
  GtkMenuButton *menu_button;
  GtkWidget *context_menu;
  GtkBox *box;
  GtkBox *head;
  TsChartCanvas *canvas;
  GtkWidget *face; /* shown instead of the canvas, NULL for none */
};

G_DEFINE_FINAL_TYPE (TsChartView, ts_chart_view, ADW_TYPE_BIN)

enum
{
  PROP_CHART = 1,
  PROP_HEADING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const actions[] = { "chart.show-table", "chart.copy-picture", "chart.copy-table", "chart.save", "chart.save-table" };

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
show_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TsChartView *self = TS_CHART_VIEW (widget);
  g_autoptr (TsChartTable) table = ts_chart_to_table (ts_chart_view_get_chart (self));
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = ts_chart_table_dialog_new (table, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);

  gtk_window_present (GTK_WINDOW (dialog));
}

static void
copy_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  g_autoptr (TsChartTable) table = ts_chart_to_table (ts_chart_view_get_chart (TS_CHART_VIEW (widget)));
  g_autofree char *text = ts_chart_table_to_tsv (table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  ts_window_show_toast (ts_window_for_widget (widget), _("Table copied"));
}

static void
on_picture_made (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GtkWidget *widget = GTK_WIDGET (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ts_chart_picture_copy_finish (widget, result, &error);
  g_autoptr (GdkTexture) texture = NULL;

  if (bytes != NULL)
    texture = gdk_texture_new_from_bytes (bytes, &error);

  if (texture == NULL)
    {
      ts_window_show_error (ts_window_for_widget (widget), _("The picture was not copied"), error);
      return;
    }

  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  ts_window_show_toast (ts_window_for_widget (widget), _("Picture copied"));
}

static void
copy_picture (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ts_chart_picture_copy_async (widget, ts_chart_view_get_chart (TS_CHART_VIEW (widget)), on_picture_made, NULL);
}

static void
save_picture (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  ts_chart_picture_save_ask (widget, ts_chart_view_get_chart (TS_CHART_VIEW (widget)));
}

static void
copy_command (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), TS_CHART_VIEW (widget)->command);
  ts_window_show_toast (ts_window_for_widget (widget), _("Command copied"));
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

/* Its texts are the view's and the chart's. */
static TsTableAbout
make_about (TsChartView *self)
{
  return (TsTableAbout) {
    .source = self->source != NULL ? self->source : _("Touchstone"),
    .filters = self->filters != NULL ? self->filters : ts_chart_get_title (ts_chart_view_get_chart (self)),
    .rule = self->rule,
    .command = self->command,
  };
}

/**
 * ts_chart_view_save_table_async:
 * @self: a chart view that has a chart
 * @file: where to; the ending says which format is wanted: .csv, .json or .xlsx
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves what the chart shows as a table. A spreadsheet has a sheet that tells about it: see ts_chart_view_set_about(). A file that was there is
 * replaced whole or stays as it was.
 */
void
ts_chart_view_save_table_async (TsChartView         *self,
                                GFile               *file,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr (TsChartTable) table = NULL;
  TsTableAbout about;
  TsChart *chart;

  g_return_if_fail (TS_IS_CHART_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));

  chart = ts_chart_view_get_chart (self);
  g_return_if_fail (chart != NULL);

  table = ts_chart_to_table (chart);
  about = make_about (self);
  ts_chart_table_file_save_async (self, table, &about, file, callback, user_data);
}

/**
 * ts_chart_view_save_table_finish:
 * @self: a chart view
 * @result: what the callback got
 * @error: where to put why not
 *
 * Returns: whether the table was saved
 */
gboolean
ts_chart_view_save_table_finish (TsChartView   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return ts_chart_table_file_save_finish (self, result, error);
}

static void
save_table (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TsChartView *self = TS_CHART_VIEW (widget);
  TsChart *chart = ts_chart_view_get_chart (self);
  g_autoptr (TsChartTable) table = ts_chart_to_table (chart);
  g_autofree char *name = ts_save_chooser_make_name (ts_chart_get_title (chart), ".xlsx");
  TsTableAbout about = make_about (self);

  ts_chart_table_save_ask (widget, table, &about, name);
}

/* --- The menu ----------------------------------------------------------------------------------------------------- */

static void
pop_up_menu (TsChartView *self,
             double       x,
             double       y)
{
  if (ts_chart_view_get_chart (self) == NULL)
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
on_secondary_pressed (GtkGestureClick *gesture,
                      int              n_press,
                      double           x,
                      double           y,
                      TsChartView     *self)
{
  double view_x = 0;
  double view_y = 0;

  gtk_widget_translate_coordinates (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), GTK_WIDGET (self), x, y, &view_x,
                                    &view_y);
  pop_up_menu (self, view_x, view_y);
}

static void
pop_up_menu_at_cursor (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  TsChartView *self = TS_CHART_VIEW (widget);
  GtkWidget *shown = self->face != NULL ? self->face : GTK_WIDGET (self->canvas);
  TsScene *scene = self->face != NULL ? NULL : ts_chart_canvas_get_scene (self->canvas);
  int cursor = ts_chart_canvas_get_cursor (self->canvas);
  double x = gtk_widget_get_width (shown) / 2.0;
  double y = gtk_widget_get_height (shown) / 2.0;

  if (scene != NULL && cursor >= 0 && cursor < (int) ts_scene_get_n_stops (scene))
    {
      x = ts_scene_get_stop (scene, cursor)->anchor.x;
      y = ts_scene_get_stop (scene, cursor)->anchor.y;
    }

  gtk_widget_translate_coordinates (shown, widget, x, y, &x, &y);
  pop_up_menu (self, x, y);
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
update_command (TsChartView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy-command", ts_chart_view_get_chart (self) != NULL && self->command != NULL);
}

static void
update (TsChartView *self)
{
  TsChart *chart = ts_chart_view_get_chart (self);
  g_autofree char *finding = chart != NULL ? ts_chart_describe (chart) : NULL;
  const char *heading = self->heading;

  if (heading == NULL)
    heading = chart != NULL ? ts_chart_get_title (chart) : "";

  gtk_label_set_label (self->heading_label, heading);
  gtk_label_set_label (self->finding_label, finding != NULL ? finding : "");
  gtk_widget_set_visible (GTK_WIDGET (self->finding_label), finding != NULL && !self->is_told);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), chart != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], chart != NULL);

  update_command (self);
}

static void
ts_chart_view_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TsChartView *self = TS_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, ts_chart_view_get_chart (self));
      break;

    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_chart_view_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TsChartView *self = TS_CHART_VIEW (object);

  switch (property_id)
    {
    case PROP_CHART:
      ts_chart_view_set_chart (self, g_value_get_boxed (value));
      break;

    case PROP_HEADING:
      ts_chart_view_set_heading (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_chart_view_dispose (GObject *object)
{
  TsChartView *self = TS_CHART_VIEW (object);

  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->heading, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->filters, g_free);
  g_clear_pointer (&self->rule, g_free);
  g_clear_pointer (&self->command, g_free);

  G_OBJECT_CLASS (ts_chart_view_parent_class)->dispose (object);
}

static void
ts_chart_view_class_init (TsChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ts_chart_view_get_property;
  object_class->set_property = ts_chart_view_set_property;
  object_class->dispose = ts_chart_view_dispose;

  properties[PROP_CHART] =
    g_param_spec_boxed ("chart", NULL, NULL, TS_TYPE_CHART,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_HEADING] =
    g_param_spec_string ("heading", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TS_TYPE_CHART_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/chart-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TsChartView, heading_label);
  gtk_widget_class_bind_template_child (widget_class, TsChartView, finding_label);
  gtk_widget_class_bind_template_child (widget_class, TsChartView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TsChartView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TsChartView, box);
  gtk_widget_class_bind_template_child (widget_class, TsChartView, head);

  gtk_widget_class_install_action (widget_class, "chart.show-table", NULL, show_table);
  gtk_widget_class_install_action (widget_class, "chart.copy-picture", NULL, copy_picture);
  gtk_widget_class_install_action (widget_class, "chart.copy-table", NULL, copy_table);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_picture);
  gtk_widget_class_install_action (widget_class, "chart.save-table", NULL, save_table);
  gtk_widget_class_install_action (widget_class, "chart.copy-command", NULL, copy_command);
  gtk_widget_class_install_action (widget_class, "chart.menu", NULL, pop_up_menu_at_cursor);

  /* The menu shows the last key of each action. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "chart.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "chart.show-table", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy-picture", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "chart.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "chart.menu", NULL);
}

static void
add_context_menu (TsChartView *self,
                  GtkWidget   *shown)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (shown, GTK_EVENT_CONTROLLER (click));
}

static void
ts_chart_view_init (TsChartView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* What can be pressed is the button within, whose name would be that of its picture. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chart menu"), -1);

  self->context_menu = gtk_popover_menu_new_from_model (gtk_menu_button_get_menu_model (self->menu_button));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));

  add_context_menu (self, GTK_WIDGET (self->canvas));
  update (self);
}

GtkWidget *
ts_chart_view_new (void)
{
  return g_object_new (TS_TYPE_CHART_VIEW, NULL);
}

/**
 * ts_chart_view_get_chart:
 * @self: a chart view
 *
 * Returns: (transfer none) (nullable): the chart that it shows
 */
TsChart *
ts_chart_view_get_chart (TsChartView *self)
{
  g_return_val_if_fail (TS_IS_CHART_VIEW (self), NULL);

  return ts_chart_canvas_get_chart (self->canvas);
}

/**
 * ts_chart_view_set_chart:
 * @self: a chart view
 * @chart: (nullable): what to show
 */
void
ts_chart_view_set_chart (TsChartView *self,
                         TsChart     *chart)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));

  if (ts_chart_view_get_chart (self) == chart)
    return;

  ts_chart_canvas_set_chart (self->canvas, chart);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}

/**
 * ts_chart_view_set_heading:
 * @self: a chart view
 * @heading: (nullable): what to show in place of the chart's own title, where the page has said most of it already
 */
void
ts_chart_view_set_heading (TsChartView *self,
                           const char  *heading)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));

  if (g_strcmp0 (self->heading, heading) == 0)
    return;

  g_free (self->heading);
  self->heading = g_strdup (heading);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

/**
 * ts_chart_view_hide_finding:
 * @self: a chart view
 *
 * Leaves the sentence to the page, which has it elsewhere already.
 */
void
ts_chart_view_hide_finding (TsChartView *self)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));

  self->is_told = TRUE;
  update (self);
}

/**
 * ts_chart_view_set_about:
 * @self: a chart view
 * @about: (nullable): what a table that goes out says of itself; its title and time are the chart's and the moment's. Its command is offered to be
 *   copied, where there is one
 */
void
ts_chart_view_set_about (TsChartView        *self,
                         const TsTableAbout *about)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));

  g_free (self->source);
  g_free (self->filters);
  g_free (self->rule);
  g_free (self->command);
  self->source = about != NULL ? g_strdup (about->source) : NULL;
  self->filters = about != NULL ? g_strdup (about->filters) : NULL;
  self->rule = about != NULL ? g_strdup (about->rule) : NULL;
  self->command = about != NULL ? g_strdup (about->command) : NULL;
  update_command (self);
}

/**
 * ts_chart_view_set_face:
 * @self: a chart view
 * @face: what shows the chart on the screen instead of the canvas, as what scrolls does. Whoever brings it tells it what to show; pictures and tables
 *   are still made of the chart.
 */
void
ts_chart_view_set_face (TsChartView *self,
                        GtkWidget   *face)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));
  g_return_if_fail (GTK_IS_WIDGET (face) && self->face == NULL);

  self->face = face;
  gtk_widget_set_visible (GTK_WIDGET (self->canvas), FALSE);
  gtk_box_insert_child_after (self->box, face, GTK_WIDGET (self->canvas));
  add_context_menu (self, face);
}

/**
 * ts_chart_view_add_control:
 * @self: a chart view
 * @control: stands beside the heading, before the menu
 */
void
ts_chart_view_add_control (TsChartView *self,
                           GtkWidget   *control)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));

  gtk_box_insert_child_after (self->head, control, gtk_widget_get_prev_sibling (GTK_WIDGET (self->menu_button)));
}

/**
 * ts_chart_view_save_async:
 * @self: a chart view that has a chart
 * @path: where to; the ending says which format is wanted
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves a picture of the usual size that explains itself, in the colours of print. A file that was there is replaced whole or stays as it was.
 */
void
ts_chart_view_save_async (TsChartView         *self,
                          const char          *path,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (TS_IS_CHART_VIEW (self));
  g_return_if_fail (path != NULL && ts_chart_view_get_chart (self) != NULL);

  ts_chart_picture_save_async (GTK_WIDGET (self), ts_chart_view_get_chart (self), NULL, path, callback, user_data);
}

/**
 * ts_chart_view_save_finish:
 * @self: a chart view
 * @result: what the callback got
 * @error: return location for a #TsChartError
 *
 * Returns: whether the picture was saved
 */
gboolean
ts_chart_view_save_finish (TsChartView   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return ts_chart_picture_save_finish (GTK_WIDGET (self), result, error);
}
