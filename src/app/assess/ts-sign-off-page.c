/* ts-sign-off-page.c — what is missing, and how far the assessment has come
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sign-off-page.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-assess-page.h"
#include "app/assess/ts-sign-off-dialog.h"
#include "app/assess/ts-sign-off-words.h"
#include "app/ts-window.h"
#include "app/widgets/ts-wrap-layout.h"
#include "model/ts-standing.h"

/* Enough to tell two apart at a glance; the whole is copied with a click. */
#define SHOWN_OF_HASH 12

struct _TsSignOffPage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  GCancellable *reading;
  TsStanding *standing; /* NULL until read once */
  GPtrArray *check_rows;
  GPtrArray *record_rows;

  GtkWidget *scrolled_window;
  GtkLabel *stage_title;
  GtkWidget *stages;
  GtkLabel *stage_words;
  GtkLabel *approval_words;
  GtkWidget *approve_button;
  GtkWidget *submit_button;
  GtkWidget *reopen_button;
  AdwPreferencesGroup *checks_group;
  AdwPreferencesGroup *record_group;
};

enum
{
  PROP_0,
  PROP_MODEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void assess_page_iface_init (TsAssessPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TsSignOffPage, ts_sign_off_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

/* --- What the page says ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_decoration (const char *icon_name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  return icon;
}

/* One stage of the line: what lies behind has a tick, where it stands is bold, what is to come is dim. */
static void
add_stage (TsSignOffPage *self,
           TsStage        stage,
           TsStage        now)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (ts_stage_get_title (stage));
  const char *icon = stage < now ? "object-select-symbolic" : stage == now ? "go-next-symbolic"
                                                                           : NULL;

  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), new_decoration (icon));

  gtk_widget_add_css_class (label, stage == now ? "heading" : "caption");

  if (stage > now)
    gtk_widget_add_css_class (label, "dim-label");

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->stages), box);
}

static void
update_stages (TsSignOffPage *self,
               gboolean       known,
               TsStage        now)
{
  g_autofree char *title = NULL;
  g_autofree char *approval = ts_sign_off_words_approval (self->standing);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->stages)) != NULL)
    gtk_box_remove (GTK_BOX (self->stages), child);

  if (known)
    {
      /* Translators: which of how many stages, and its name */
      title = g_strdup_printf (_("Stage %u of %u: %s"), now + 1, TS_N_STAGES, ts_stage_get_title (now));

      for (TsStage stage = 0; stage < TS_N_STAGES; stage++)
        add_stage (self, stage, now);
    }
  else
    {
      title = g_strdup (ts_assessment_model_get_stage_title (self->model));
    }

  gtk_label_set_text (self->stage_title, title);
  gtk_label_set_text (self->stage_words, known ? ts_sign_off_words_stage (now) : _("This version of Touchstone does not know this stage."));
  gtk_label_set_text (self->approval_words, approval != NULL ? approval : "");
  gtk_widget_set_visible (GTK_WIDGET (self->approval_words), approval != NULL);
}

static void
remove_rows (AdwPreferencesGroup *group,
             GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));

  g_ptr_array_set_size (rows, 0);
}

static AdwActionRow *
add_row (AdwPreferencesGroup *group,
         GPtrArray           *rows,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "title-lines", 0, "subtitle-lines", 0, NULL);

  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);

  return ADW_ACTION_ROW (row);
}

static void
update_checks (TsSignOffPage *self)
{
  GPtrArray *checks = self->standing->checks;

  remove_rows (self->checks_group, self->check_rows);

  if (checks->len == 0)
    {
      AdwActionRow *row = add_row (self->checks_group, self->check_rows, _("Nothing is missing"), NULL);

      adw_action_row_add_prefix (row, new_decoration ("object-select-symbolic"));
    }

  for (guint i = 0; i < checks->len; i++)
    {
      const TsCheck *check = g_ptr_array_index (checks, i);
      g_autofree char *advice = check->is_open ? g_strdup (check->detail)
                                               : g_strdup_printf ("%s%s%s", _("Advice"), check->detail != NULL ? " · " : "",
                                                                  check->detail != NULL ? check->detail : "");
      AdwActionRow *row = add_row (self->checks_group, self->check_rows, check->title, advice);

      adw_action_row_add_prefix (row, new_decoration (check->is_open ? "dialog-warning-symbolic" : "dialog-information-symbolic"));
      adw_action_row_add_suffix (row, new_decoration ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", check->place);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-place");
    }
}

static void
on_copy_clicked (GtkWidget *button)
{
  const char *hash = g_object_get_data (G_OBJECT (button), "hash");
  TsWindow *window = ts_window_for_widget (button);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), hash);

  if (window != NULL)
    ts_window_show_toast (window, _("Copied"));
}

static GtkWidget *
new_hash_button (const char *hash)
{
  g_autofree char *start = g_strndup (hash, SHOWN_OF_HASH);
  GtkWidget *button = gtk_button_new_with_label (start);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Copy the seal of what was decided on"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copy the seal of what was decided on"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "monospace");
  g_object_set_data_full (G_OBJECT (button), "hash", g_strdup (hash), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_copy_clicked), NULL);

  return button;
}

/* The last move first. */
static void
update_record (TsSignOffPage *self)
{
  GPtrArray *records = self->standing->sign_offs;

  remove_rows (self->record_group, self->record_rows);
  gtk_widget_set_visible (GTK_WIDGET (self->record_group), records->len > 0);

  for (guint i = records->len; i > 0; i--)
    {
      const TsRow *record = g_ptr_array_index (records, i - 1);
      g_autofree char *title = ts_sign_off_words_title (record);
      g_autofree char *detail = ts_sign_off_words_detail (record);
      AdwActionRow *row = add_row (self->record_group, self->record_rows, title, detail);

      if (ts_row_has (record, TS_SIGN_OFF_HASH))
        adw_action_row_add_suffix (row, new_hash_button (ts_row_get_text (record, TS_SIGN_OFF_HASH)));
    }
}

static void
disable_actions (TsSignOffPage *self)
{
  static const char *const actions[] = { "sign-off.approve", "sign-off.submit", "sign-off.reopen" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], FALSE);
}

static void
update_actions (TsSignOffPage *self,
                gboolean       known,
                TsStage        stage)
{
  TsSession *session = ts_assessment_model_get_session (self->model);
  gboolean writable = known && session != NULL && !ts_session_get_read_only (session) && ts_assessment_model_get_as_of (self->model) == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-off.approve", writable && stage == TS_STAGE_DRAFT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-off.submit", writable && stage == TS_STAGE_BOARD_APPROVED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sign-off.reopen", writable && stage > TS_STAGE_DRAFT);
  gtk_widget_set_visible (self->approve_button, stage == TS_STAGE_DRAFT);
  gtk_widget_set_visible (self->submit_button, stage == TS_STAGE_BOARD_APPROVED);
  gtk_widget_set_visible (self->reopen_button, stage > TS_STAGE_DRAFT);
}

static void
update (TsSignOffPage *self)
{
  TsStage stage = TS_STAGE_DRAFT;
  gboolean known;

  gtk_widget_set_visible (self->scrolled_window, self->standing != NULL);

  if (self->standing == NULL)
    return;

  known = ts_standing_get_stage (self->standing, &stage);
  update_stages (self, known, stage);
  update_checks (self);
  update_record (self);
  update_actions (self, known, stage);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GWeakRef *page = user_data;
  g_autoptr (TsSignOffPage) self = g_weak_ref_get (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (TsStanding) standing = ts_session_read_standing_finish (TS_SESSION (object), result, &error);

  g_weak_ref_clear (page);
  g_free (page);

  /* What comes too late is of another assessment, or of this one as it was. */
  if (standing == NULL || self == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("Could not read how the assessment stands: %s", error->message);

      return;
    }

  g_clear_pointer (&self->standing, ts_standing_free);
  self->standing = g_steal_pointer (&standing);

  if (self->model != NULL)
    update (self);
}

static void
read_standing (TsSignOffPage *self)
{
  TsSession *session = self->model != NULL ? ts_assessment_model_get_session (self->model) : NULL;
  GWeakRef *page;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);

  if (session == NULL || !ts_assessment_model_get_loaded (self->model))
    return;

  /* What can be done about what is shown is known when that has been read. */
  disable_actions (self);
  self->reading = g_cancellable_new ();
  page = g_new0 (GWeakRef, 1);
  g_weak_ref_init (page, self);
  ts_session_read_standing_async (session, ts_assessment_model_get_assessment_id (self->model),
                                  ts_assessment_model_get_as_of (self->model), self->reading, on_read, page);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void
move_to (GtkWidget *widget,
         TsStage    stage)
{
  TsSignOffPage *self = TS_SIGN_OFF_PAGE (widget);
  guint n_open = stage == TS_STAGE_BOARD_APPROVED ? ts_checklist_count_open (self->standing->checks) : 0;

  ts_sign_off_dialog_present (widget, self->model, stage, n_open);
}

static void
approve_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  move_to (widget, TS_STAGE_BOARD_APPROVED);
}

static void
submit_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  move_to (widget, TS_STAGE_SUBMITTED);
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  move_to (widget, TS_STAGE_DRAFT);
}

/* --- The object --------------------------------------------------------------------------------------------------- */

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  TsSignOffPage *self = TS_SIGN_OFF_PAGE (page);

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  g_clear_pointer (&self->standing, ts_standing_free);
  update (self);
  read_standing (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
}

static void
ts_sign_off_page_dispose (GObject *object)
{
  TsSignOffPage *self = TS_SIGN_OFF_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_sign_off_page_parent_class)->dispose (object);
}

static void
ts_sign_off_page_finalize (GObject *object)
{
  TsSignOffPage *self = TS_SIGN_OFF_PAGE (object);

  g_object_unref (self->model_signals);
  g_clear_pointer (&self->standing, ts_standing_free);
  g_ptr_array_unref (self->check_rows);
  g_ptr_array_unref (self->record_rows);

  G_OBJECT_CLASS (ts_sign_off_page_parent_class)->finalize (object);
}

static void
ts_sign_off_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, TS_SIGN_OFF_PAGE (object)->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_sign_off_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_MODEL:
      set_model (TS_ASSESS_PAGE (object), g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_sign_off_page_class_init (TsSignOffPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_sign_off_page_dispose;
  object_class->finalize = ts_sign_off_page_finalize;
  object_class->get_property = ts_sign_off_page_get_property;
  object_class->set_property = ts_sign_off_page_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "sign-off.approve", NULL, approve_action);
  gtk_widget_class_install_action (widget_class, "sign-off.submit", NULL, submit_action);
  gtk_widget_class_install_action (widget_class, "sign-off.reopen", NULL, reopen_action);

  g_type_ensure (TS_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/sign-off-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, stage_title);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, stages);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, stage_words);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, approval_words);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, approve_button);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, reopen_button);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, checks_group);
  gtk_widget_class_bind_template_child (widget_class, TsSignOffPage, record_group);
}

static void
ts_sign_off_page_init (TsSignOffPage *self)
{
  self->check_rows = g_ptr_array_new ();
  self->record_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  disable_actions (self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (read_standing), self);
}

GtkWidget *
ts_sign_off_page_new (void)
{
  return g_object_new (TS_TYPE_SIGN_OFF_PAGE, NULL);
}
