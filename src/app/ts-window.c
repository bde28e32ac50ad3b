/* ts-window.c — a window with one workbook
 *
 * The window says how it stands with the workbook that its holder holds, and leads from place to place. Every command is an action; which of
 * them can be used is computed in one place, ts_window_update_actions ().
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-window-object.h"

#include "app/ts-settings.h"
#include "app/ts-undo-keys.h"
#include "app/welcome/ts-welcome-page.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_ASSESSMENT,
  PROP_SEARCHING,
  PROP_WORKSPACE,
  N_PROPS
};

enum
{
  WORKBOOK_CLOSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsWindow, ts_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
ts_window_close_request (GtkWindow *window)
{
  return ts_window_close_workbook_first (TS_WINDOW (window)) || GTK_WINDOW_CLASS (ts_window_parent_class)->close_request (window);
}

static void
ts_window_dispose (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  if (self->holder != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->holder, self);
      ts_workbook_holder_abandon (self->holder);
    }

  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_signal_group_set_target (self->workspace_signals, NULL);
  g_binding_group_set_source (self->sidebar_binding, NULL);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->focus_before_search);

  G_OBJECT_CLASS (ts_window_parent_class)->dispose (object);
}

static void
ts_window_finalize (GObject *object)
{
  TsWindow *self = TS_WINDOW (object);

  g_object_unref (self->holder);
  g_object_unref (self->session_signals);
  g_object_unref (self->model_signals);
  g_object_unref (self->workspace_signals);
  g_object_unref (self->sidebar_binding);

  G_OBJECT_CLASS (ts_window_parent_class)->finalize (object);
}

static void
ts_window_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TsWindow *self = TS_WINDOW (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ts_window_get_session (self));
      break;

    case PROP_ASSESSMENT:
      g_value_set_object (value, ts_window_get_assessment (self));
      break;

    case PROP_SEARCHING:
      g_value_set_boolean (value, self->searching);
      break;

    case PROP_WORKSPACE:
      g_value_set_string (value, adw_view_stack_get_visible_child_name (self->workspaces));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_window_set_property (GObject      *object,
                        guint         property_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TsWindow *self = TS_WINDOW (object);

  switch (property_id)
    {
    case PROP_SEARCHING:
      if (g_value_get_boolean (value))
        ts_window_set_searching (self, ts_window_get_session (self) != NULL);
      else if (self->searching)
        ts_window_on_search_closed (self);
      break;

    case PROP_WORKSPACE:
      if (g_value_get_string (value) != NULL)
        ts_window_set_workspace (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_window_class_init (TsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = ts_window_dispose;
  object_class->finalize = ts_window_finalize;
  object_class->get_property = ts_window_get_property;
  object_class->set_property = ts_window_set_property;
  window_class->close_request = ts_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT] =
    g_param_spec_object ("assessment", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEARCHING] =
    g_param_spec_boolean ("searching", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_WORKSPACE] =
    g_param_spec_string ("workspace", NULL, NULL, "assess", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[WORKBOOK_CLOSED] = g_signal_new ("workbook-closed", TS_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_FILE);

  ts_window_install_actions (widget_class);

  g_type_ensure (TS_TYPE_ASSESS_VIEW);
  g_type_ensure (TS_TYPE_KEPT_LABEL);
  g_type_ensure (TS_TYPE_NOTICE);
  g_type_ensure (TS_TYPE_SEARCH_PAGE);
  g_type_ensure (TS_TYPE_WELCOME_PAGE);
  g_type_ensure (TS_TYPE_WIDTH_BIN);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsWindow, person_section);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, no_title);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, narrow_titles);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, width_bin);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, workspaces);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, kept);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, assess);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TsWindow, search);
  gtk_widget_class_bind_template_callback (widget_class, ts_window_arrange_header);
  gtk_widget_class_bind_template_callback (widget_class, ts_window_on_search_closed);
  gtk_widget_class_bind_template_callback (widget_class, ts_window_on_search_opened);
}

static void
ts_window_init (TsWindow *self)
{
  int width;
  int height;
  gboolean maximised;

  self->holder = ts_workbook_holder_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  ts_undo_keys_attach (GTK_WINDOW (self));

  self->workspace = TS_WORKSPACE (self->assess);
  self->sidebar_binding = g_binding_group_new ();
  g_binding_group_bind (self->sidebar_binding, "sidebar-shown", self->sidebar_button, "active",
                        G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_binding_group_set_source (self->sidebar_binding, self->workspace);

  g_signal_connect_swapped (self->holder, "notify::session", G_CALLBACK (ts_window_on_session_changed), self);
  g_signal_connect_swapped (self->holder, "notify::state", G_CALLBACK (ts_window_on_holder_state_changed), self);
  g_signal_connect_swapped (self->holder, "failed", G_CALLBACK (ts_window_on_holder_failed), self);
  g_signal_connect_swapped (self->holder, "restored", G_CALLBACK (ts_window_on_restored), self);
  g_signal_connect_swapped (self->holder, "closed", G_CALLBACK (ts_window_on_workbook_closed), self);

  if (ts_settings_get () != NULL)
    {
      g_signal_connect_object (ts_settings_get (), "changed::person-name", G_CALLBACK (ts_window_update_person), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (ts_settings_get (), "changed::person-role", G_CALLBACK (ts_window_update_person), self, G_CONNECT_SWAPPED);
    }

  ts_window_update_person (self);

  self->session_signals = g_signal_group_new (TS_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::undo-label", G_CALLBACK (ts_window_update_actions), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::redo-label", G_CALLBACK (ts_window_update_actions), self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (ts_window_update_title), self);
  g_signal_group_connect_swapped (self->model_signals, "notify::as-of", G_CALLBACK (ts_window_update_actions), self);
  g_signal_connect_swapped (self->assess, "notify::model", G_CALLBACK (ts_window_on_model_changed), self);
  g_signal_connect_swapped (self->assess, "failed", G_CALLBACK (ts_window_on_reading_failed), self);

  self->workspace_signals = g_signal_group_new (TS_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->workspace_signals, "failed", G_CALLBACK (ts_window_on_reading_failed), self);
  ts_window_add_workspaces (self);
  g_signal_connect_swapped (self->workspaces, "notify::visible-child", G_CALLBACK (ts_window_on_workspace_changed), self);

  ts_settings_get_window_size (&width, &height, &maximised);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);

  if (maximised)
    gtk_window_maximize (GTK_WINDOW (self));

  {
    g_autofree char *workspace = ts_settings_dup_workspace ();

    ts_window_set_workspace (self, workspace);
  }

  ts_window_on_holder_state_changed (self);
}

/**
 * ts_window_new:
 * @application: the application that it belongs to
 *
 * Returns: (transfer none): a window with the welcome page; GTK keeps it until it is closed
 */
TsWindow *
ts_window_new (GtkApplication *application)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);

  return g_object_new (TS_TYPE_WINDOW, "application", application, NULL);
}

/**
 * ts_window_for_widget:
 * @widget: a widget, on a page of a window or anywhere
 *
 * Returns: (transfer none) (nullable): the window that it is in; %NULL where it stands alone
 */
TsWindow *
ts_window_for_widget (GtkWidget *widget)
{
  GtkRoot *root;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  root = gtk_widget_get_root (widget);

  /* From a dialog to the window that it belongs to. */
  while (root != NULL && !TS_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root))) : NULL;

  return (TsWindow *) root;
}

/**
 * ts_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the workbook that is open, or being opened or closed
 */
GFile *
ts_window_get_file (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), NULL);

  return ts_workbook_holder_get_file (self->holder);
}

/**
 * ts_window_get_session:
 * @self: (nullable): a window
 *
 * Returns: (transfer none) (nullable): the open workbook
 */
TsSession *
ts_window_get_session (TsWindow *self)
{
  g_return_val_if_fail (self == NULL || TS_IS_WINDOW (self), NULL);

  return self != NULL ? ts_workbook_holder_get_session (self->holder) : NULL;
}

/**
 * ts_window_get_assessment:
 * @self: (nullable): a window
 *
 * Returns: (transfer none) (nullable): the assessment that is looked at
 */
TsAssessmentModel *
ts_window_get_assessment (TsWindow *self)
{
  g_return_val_if_fail (self == NULL || TS_IS_WINDOW (self), NULL);

  return self != NULL ? ts_assess_view_get_model (self->assess) : NULL;
}

/**
 * ts_window_get_help_place:
 * @self: a window
 *
 * Returns: (transfer none): where the person is, as ts_help_find_for_place() takes it
 */
const char *
ts_window_get_help_place (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), NULL);

  if (ts_window_get_session (self) == NULL)
    return "welcome";

  return ts_workspace_get_help_place (self->workspace);
}

/**
 * ts_window_is_free:
 * @self: a window
 *
 * Returns: whether it has no workbook and can take one
 */
gboolean
ts_window_is_free (TsWindow *self)
{
  g_return_val_if_fail (TS_IS_WINDOW (self), FALSE);

  return ts_workbook_holder_get_state (self->holder) == TS_HOLDER_EMPTY && !self->closing;
}

/**
 * ts_window_open:
 * @self: a window without a workbook
 * @file: a workbook
 *
 * Opens it, or says why it cannot be opened.
 */
void
ts_window_open (TsWindow *self,
                GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ts_workbook_holder_open (self->holder, file, TS_OPEN_READ_WRITE);
}

/**
 * ts_window_open_last:
 * @self: a window without a workbook
 * @file: the workbook of last time
 *
 * As [method@Window.open], but makes less of it when the workbook is gone.
 */
void
ts_window_open_last (TsWindow *self,
                     GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));

  self->at_start = TRUE;
  ts_window_open (self, file);
}

/**
 * ts_window_create:
 * @self: a window without a workbook
 * @file: where to make one; nothing must be there
 */
void
ts_window_create (TsWindow *self,
                  GFile    *file)
{
  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  ts_workbook_holder_create (self->holder, file);
}

/**
 * ts_window_open_sample:
 * @self: a window without a workbook
 * @fresh: whether to make a new sample even if there is one
 *
 * Opens the sample in the person's data folder; makes it first where needed, and never over one that may have been changed.
 */
void
ts_window_open_sample (TsWindow *self,
                       gboolean  fresh)
{
  g_return_if_fail (TS_IS_WINDOW (self));

  ts_workbook_holder_open_sample (self->holder, fresh);
}

/**
 * ts_window_restore:
 * @self: a window that has the workbook open, or has none
 * @file: the workbook
 * @restore: (transfer full): a backup that was prepared for it
 *
 * Puts the backup in the place of the workbook and opens it.
 */
void
ts_window_restore (TsWindow  *self,
                   GFile     *file,
                   TsRestore *restore)
{
  TsHolderState state;

  g_return_if_fail (TS_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file) && restore != NULL);

  state = ts_workbook_holder_get_state (self->holder);

  /* Something else may have happened while the backup was checked. */
  if (self->closing || (state != TS_HOLDER_EMPTY && state != TS_HOLDER_OPEN) ||
      (state == TS_HOLDER_OPEN && !g_file_equal (file, ts_workbook_holder_get_file (self->holder))))
    {
      ts_restore_free (restore);
      return;
    }

  ts_assess_view_flush (self->assess);
  ts_workspace_flush (self->workspace);
  ts_workbook_holder_restore (self->holder, file, restore);
}
