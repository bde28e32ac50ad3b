/* ts-application.c — the program on the desktop
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-application.h"

#include "app/widgets/ts-accessible-names.h"
#include "app/help/ts-help-window.h"
#include "app/people/ts-person-dialog.h"
#include "app/safety/ts-backup-keeper.h"
#include "app/safety/ts-restore-dialog.h"
#include "app/ts-app-resource.h"
#include "app/ts-preferences-window.h"
#include "app/ts-first-frame.h"
#include "app/ts-settings.h"
#include "app/ts-window.h"
#include "app/ts-workbook-chooser.h"

#include <glib/gi18n-lib.h>

struct _TsApplication
{
  AdwApplication parent_instance;

  TsBackupKeeper *backups;
  gboolean measured; /* nobody is there */
};

G_DEFINE_FINAL_TYPE (TsApplication, ts_application, ADW_TYPE_APPLICATION)

/* Windows */

static TsWindow *
find_window (TsApplication *self,
             GFile         *file)
{
  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (!TS_IS_WINDOW (item->data))
        continue;

      if (file == NULL ? ts_window_is_free (item->data)
                       : ts_window_get_file (item->data) != NULL && g_file_equal (ts_window_get_file (item->data), file))
        return item->data;
    }

  return NULL;
}

/* A window that can take a workbook: the one in front if it has none, another that has none, or a new one. */
static TsWindow *
get_free_window (TsApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  TsWindow *window;

  if (TS_IS_WINDOW (active) && ts_window_is_free (TS_WINDOW (active)))
    return TS_WINDOW (active);

  window = find_window (self, NULL);

  return window != NULL ? window : ts_window_new (GTK_APPLICATION (self));
}

static void
open_file (TsApplication *self,
           GFile         *file)
{
  TsWindow *window = find_window (self, file);

  if (window == NULL)
    {
      window = get_free_window (self);
      ts_window_open (window, file);
    }

  gtk_window_present (GTK_WINDOW (window));
}

/* Once, when the program is new to somebody. */
static void
ask_who_is_working (TsApplication *self,
                    GtkWindow     *window)
{
  TsPersonDialog *dialog;

  if (self->measured || !ts_settings_begin_to_ask_person ())
    return;

  dialog = ts_person_dialog_new (NULL);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ts_application_activate (GApplication *application)
{
  TsApplication *self = TS_APPLICATION (application);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GFile) last = NULL;
  TsWindow *window;

  if (active != NULL)
    {
      gtk_window_present (active);
      return;
    }

  window = ts_window_new (GTK_APPLICATION (self));
  last = ts_settings_dup_last_workbook ();

  if (last != NULL)
    ts_window_open_last (window, last);

  gtk_window_present (GTK_WINDOW (window));
  ask_who_is_working (self, GTK_WINDOW (window));
}

static void
ts_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (TS_APPLICATION (application), files[i]);

  ask_who_is_working (TS_APPLICATION (application), gtk_application_get_active_window (GTK_APPLICATION (application)));
}

/* Actions */

static void
on_open_response (GtkNativeDialog *dialog,
                  int              response,
                  gpointer         user_data)
{
  TsApplication *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (file != NULL)
        open_file (self, file);
    }

  g_object_unref (dialog);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TsApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Open a Workbook"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));

  ts_workbook_chooser_add_filters (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_open_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
on_new_workbook_response (GtkNativeDialog *dialog,
                          int              response,
                          gpointer         user_data)
{
  TsApplication *self = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) chosen = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      if (chosen != NULL)
        {
          g_autoptr (GFile) file = ts_workbook_chooser_complete (chosen, NULL);
          TsWindow *window = get_free_window (self);

          ts_window_create (window, file);
          gtk_window_present (GTK_WINDOW (window));
        }
    }

  g_object_unref (dialog);
}

static void
new_workbook_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TsApplication *self = user_data;
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("New Workbook"), parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"), _("_Cancel"));
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (documents != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (documents);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }

  ts_workbook_chooser_add_filters (GTK_FILE_CHOOSER (dialog));
  /* Translators: the name proposed for a new file; ".touchstone" stays */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("Assessments.touchstone"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_new_workbook_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  open_file (user_data, file);
}

static void
open_sample_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  gboolean fresh = g_str_equal (g_action_get_name (G_ACTION (action)), "fresh-sample");
  TsWindow *window = get_free_window (user_data);

  ts_window_open_sample (window, fresh);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWidget *window = ts_preferences_window_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (GTK_WINDOW (window));
}

/* A window that is in front of a modal one can only be used if it is that one's. */
static TsHelpWindow *
get_help_window (TsApplication *self,
                 GtkWindow     *asking)
{
  GtkWindow *parent = asking != NULL && gtk_window_get_modal (asking) ? asking : NULL;
  TsHelpWindow *window;

  for (GList *item = gtk_application_get_windows (GTK_APPLICATION (self)); item != NULL; item = item->next)
    {
      if (TS_IS_HELP_WINDOW (item->data) && gtk_window_get_transient_for (item->data) == parent)
        return item->data;
    }

  window = ts_help_window_new ();
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), parent != NULL);
  gtk_window_set_application (GTK_WINDOW (window), GTK_APPLICATION (self));

  return window;
}

static const char *
find_help_place (GtkWindow *window)
{
  if (TS_IS_RESTORE_DIALOG (window))
    return "backups";

  if (TS_IS_PERSON_DIALOG (window))
    return "people";

  while (window != NULL && !TS_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);

  return window != NULL ? ts_window_get_help_place (TS_WINDOW (window)) : "welcome";
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TsApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  TsHelpWindow *window;

  /* Help for the help is all there already. */
  if (TS_IS_HELP_WINDOW (active))
    return;

  window = get_help_window (self, active);
  gtk_window_present (GTK_WINDOW (window));
  ts_help_window_show (window, find_help_place (active));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TsApplication *self = user_data;
  const char *const developers[] = { "The Touchstone authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", _("Touchstone"),
                         "application-icon", "org.touchstone.Touchstone",
                         "version", TOUCHSTONE_VERSION,
                         "developer-name", _("The Touchstone authors"),
                         "developers", developers,
                         "comments", _("Competency assurance for health commissioners: assess yourselves, with reasons and evidence."),
                         "copyright", _("© The Touchstone authors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your names, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each keeps what waits to be kept; the program ends with the last. */
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
}

static const GActionEntry actions[] = {
  { "new-workbook", new_workbook_action },
  { "open", open_action },
  { "open-recent", open_recent_action, "s" },
  { "open-sample", open_sample_action },
  { "fresh-sample", open_sample_action },
  { "preferences", preferences_action },
  { "help", help_action },
  { "about", about_action },
  { "quit", quit_action },
};

static const struct
{
  const char *action;
  const char *const accelerators[3];
} accelerators[] = {
  { "app.new-workbook", { "<Control><Shift>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.new-assessment", { "<Control>n" } },
  { "win.close-workbook", { "<Control>w" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.print", { "<Control>p" } },
  { "win.save-report", { "<Control><Shift>p" } },
  { "win.search", { "<Control>f" } },
  { "win.workspace::assess", { "<Control>1" } },
  { "win.workspace::review", { "<Control>2" } },
  { "win.workspace::compare", { "<Control>3" } },
  { "win.next-group", { "<Control>Page_Down" } },
  { "win.previous-group", { "<Control>Page_Up" } },
  { "win.show-place::overview", { "<Alt>Home" } },
  { "win.toggle-sidebar", { "F9" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "app.help", { "F1" } },
};

/* Starting */

static gboolean
colour_scheme_from_setting (GValue   *value,
                            GVariant *variant,
                            gpointer  user_data)
{
  const char *scheme = g_variant_get_string (variant, NULL);

  if (g_str_equal (scheme, "light"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (scheme, "dark"))
    g_value_set_enum (value, ADW_COLOR_SCHEME_FORCE_DARK);
  else
    g_value_set_enum (value, ADW_COLOR_SCHEME_DEFAULT);

  return TRUE;
}

static void
ts_application_startup (GApplication *application)
{
  TsApplication *self = TS_APPLICATION (application);

  /* libadwaita looks for the styles as it starts. */
  ts_app_resource_register ();
  ts_accessible_names_start ();

  G_APPLICATION_CLASS (ts_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name ("org.touchstone.Touchstone");
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           (const char *const *) accelerators[i].accelerators);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "preferences")),
                               ts_settings_get () != NULL);

  if (ts_settings_get () != NULL)
    g_settings_bind_with_mapping (ts_settings_get (), "colour-scheme", adw_style_manager_get_default (), "color-scheme",
                                  G_SETTINGS_BIND_GET, colour_scheme_from_setting, NULL, NULL, NULL);
}

static void
ts_application_window_added (GtkApplication *application,
                             GtkWindow      *window)
{
  TsApplication *self = TS_APPLICATION (application);

  GTK_APPLICATION_CLASS (ts_application_parent_class)->window_added (application, window);

  if (!TS_IS_WINDOW (window))
    return;

  ts_backup_keeper_follow (self->backups, TS_WINDOW (window));

  if (self->measured)
    ts_first_frame_quit_after (TS_WINDOW (window));
}

static int
ts_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("touchstone %s\n", TOUCHSTONE_VERSION);
      return 0;
    }

  TS_APPLICATION (application)->measured = g_variant_dict_contains (options, "exit-after-first-frame");

  return -1;
}

static void
ts_application_finalize (GObject *object)
{
  TsApplication *self = TS_APPLICATION (object);

  g_object_unref (self->backups);

  G_OBJECT_CLASS (ts_application_parent_class)->finalize (object);
}

static void
ts_application_class_init (TsApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = ts_application_finalize;
  GTK_APPLICATION_CLASS (klass)->window_added = ts_application_window_added;
  application_class->activate = ts_application_activate;
  application_class->handle_local_options = ts_application_handle_local_options;
  application_class->open = ts_application_open;
  application_class->startup = ts_application_startup;
}

static void
ts_application_init (TsApplication *self)
{
  self->backups = ts_backup_keeper_new (G_APPLICATION (self));
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[WORKBOOK…]"));
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE, _("Print the version and exit"), NULL);
  /* For measuring only, and therefore not in --help. */
  g_application_add_main_option (G_APPLICATION (self), "exit-after-first-frame", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE,
                                 "Say when the first page is drawn, and exit", NULL);
}

/**
 * ts_application_new:
 *
 * Returns: (transfer full): the program
 */
TsApplication *
ts_application_new (void)
{
  return g_object_new (TS_TYPE_APPLICATION,
                       "application-id", "org.touchstone.Touchstone",
                       "resource-base-path", "/org/touchstone/Touchstone",
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
