/* ts-new-assessment-dialog.c — begins an assessment
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-new-assessment-dialog.h"

#include "app/assess/ts-new-assessment-form.h"
#include "app/ts-problem.h"
#include "app/widgets/ts-chooser-popover.h"
#include "core/ts-begin.h"
#include "core/ts-year.h"
#include "exchange/ts-framework-library.h"

#include <glib/gi18n-lib.h>

/* The years on offer around those of the built-in frameworks; other years come by import. */
#define FIRST_YEAR  2006
#define YEARS_AHEAD 2

struct _TsNewAssessmentDialog
{
  AdwWindow parent_instance;

  TsSession *session;
  TsOrganisationList *organisations;
  TsAssessmentList *assessments;
  TsOrganisationItem *organisation; /* NULL for a new one */
  GPtrArray *frameworks;
  gboolean beginning;

  GtkWidget *begin_button;
  GtkWidget *organisation_row;
  GtkWidget *organisation_button;
  GtkLabel *organisation_label;
  TsChooserPopover *chooser;
  GtkWidget *new_rows;
  GtkWidget *name_row;
  GtkLabel *name_problem;
  GtkWidget *code_row;
  GtkLabel *code_problem;
  AdwComboRow *kind_row;
  AdwComboRow *framework_row;
  AdwComboRow *year_row;
  AdwActionRow *carry_row;
  GtkSwitch *carry_switch;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *open_button;
};

enum
{
  BEGUN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The kinds on offer, the likeliest first. Others come by import. */
static const char *const kinds[] = { "pct", "ccg", "sha", "area-team", "region", "council", "trust" };

G_DEFINE_FINAL_TYPE (TsNewAssessmentDialog, ts_new_assessment_dialog, ADW_TYPE_WINDOW)

static TsFramework *
get_framework (TsNewAssessmentDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->framework_row);

  return selected < self->frameworks->len ? g_ptr_array_index (self->frameworks, selected) : NULL;
}

static int
get_year (TsNewAssessmentDialog *self)
{
  return FIRST_YEAR + (int) adw_combo_row_get_selected (self->year_row);
}

static void
check_form (TsNewAssessmentDialog *self,
            TsNewAssessmentCheck  *check)
{
  TsFramework *framework = get_framework (self);
  TsNewAssessmentForm form = {
    .organisation = self->organisation,
    .code = gtk_editable_get_text (GTK_EDITABLE (self->code_row)),
    .name = gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
    .framework_title = framework != NULL ? ts_framework_get_title (framework) : NULL,
    .year = get_year (self),
  };

  ts_new_assessment_form_check (&form, G_LIST_MODEL (self->organisations), G_LIST_MODEL (self->assessments), check);
}

static void
show_row_problem (GtkWidget  *row,
                  GtkLabel   *label,
                  const char *problem)
{
  gtk_label_set_text (label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (label), problem != NULL);

  if (problem != NULL)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_problem (TsNewAssessmentDialog *self,
              const char            *text,
              gboolean               with_open)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (self->open_button, with_open);
  gtk_widget_set_visible (self->problem_box, text != NULL);
}

/* The organisation's assessment of the year before the one that is chosen. */
static TsAssessmentItem *
find_last_year (TsNewAssessmentDialog *self)
{
  GListModel *assessments = G_LIST_MODEL (self->assessments);

  for (guint i = 0; self->organisation != NULL && i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (TsAssessmentItem) item = g_list_model_get_item (assessments, i);

      if (ts_assessment_item_get_year (item) == get_year (self) - 1 &&
          g_str_equal (ts_assessment_item_get_organisation_id (item), ts_organisation_item_get_id (self->organisation)))
        return item; /* the list keeps it */
    }

  return NULL;
}

static void
show_carry_row (TsNewAssessmentDialog *self)
{
  TsAssessmentItem *last_year = find_last_year (self);
  g_autofree char *title = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->carry_row), last_year != NULL);

  if (last_year == NULL)
    return;

  title = g_strdup_printf (_("Start from %s"), ts_assessment_item_get_year_label (last_year));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->carry_row), title);
}

static void
update (TsNewAssessmentDialog *self)
{
  g_auto (TsNewAssessmentCheck) check = { 0 };

  /* Rows say that they change also while the dialog is being made and taken apart. */
  if (self->organisations == NULL)
    return;

  check_form (self, &check);
  show_carry_row (self);

  gtk_label_set_text (self->organisation_label, self->organisation != NULL
                                                  ? ts_organisation_item_get_name (self->organisation)
                                                  : _("A new organisation"));
  gtk_widget_set_visible (self->new_rows, self->organisation == NULL);
  show_row_problem (self->code_row, self->code_problem, check.code_problem);
  show_row_problem (self->name_row, self->name_problem, check.name_problem);

  if (check.existing != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("%s has an assessment of %s already."),
                                               ts_organisation_item_get_name (self->organisation),
                                               ts_assessment_item_get_year_label (check.existing));

      show_problem (self, text, TRUE);
    }
  else
    {
      show_problem (self, NULL, FALSE);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dialog.begin", check.complete && !self->beginning);
}

static void
on_framework_selected (TsNewAssessmentDialog *self)
{
  TsFramework *framework = get_framework (self);

  if (framework != NULL)
    adw_combo_row_set_selected (self->year_row, (guint) CLAMP (ts_framework_get_year (framework) - FIRST_YEAR, 0, G_MAXINT));

  update (self);
}

static void
set_organisation (TsNewAssessmentDialog *self,
                  TsOrganisationItem    *organisation)
{
  g_set_object (&self->organisation, organisation);
  ts_chooser_popover_set_current (self->chooser, organisation);
  update (self);
}

static void
on_organisation_chosen (TsNewAssessmentDialog *self,
                        TsOrganisationItem    *organisation)
{
  set_organisation (self, organisation);
}

static void
new_organisation_action (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  TsNewAssessmentDialog *self = TS_NEW_ASSESSMENT_DIALOG (widget);

  set_organisation (self, NULL);
  gtk_widget_grab_focus (self->name_row);
}

static void
on_begun (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (TsNewAssessmentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TsChange) change = ts_session_change_finish (TS_SESSION (object), result, &error);
  TsRow *assessment = change != NULL ? ts_change_find_after (change, TS_ENTITY_ASSESSMENT) : NULL;

  self->beginning = FALSE;

  if (assessment != NULL)
    {
      g_signal_emit (self, signals[BEGUN], 0, ts_row_get_id (assessment));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  update (self);

  if (error != NULL && ts_problem_get_reception (error) != TS_RECEPTION_SILENCE)
    show_problem (self, error->message, FALSE);
}

static void
begin_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TsNewAssessmentDialog *self = TS_NEW_ASSESSMENT_DIALOG (widget);
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code_row))));
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  guint kind = MIN (adw_combo_row_get_selected (self->kind_row), G_N_ELEMENTS (kinds) - 1);
  TsBeginRequest request = {
    .framework = ts_framework_get_id (get_framework (self)),
    .edition = ts_framework_get_edition (get_framework (self)),
    .year = get_year (self),
  };

  if (self->organisation != NULL)
    {
      request.organisation_id = ts_organisation_item_get_id (self->organisation);
      request.carry_forward = gtk_switch_get_active (self->carry_switch);
    }
  else
    {
      request.code = code;
      request.name = title;
      request.kind = kinds[kind];
    }

  self->beginning = TRUE;
  update (self);
  ts_session_begin_assessment_async (self->session, &request, on_begun, g_object_ref (self));
}

static void
open_existing_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  TsNewAssessmentDialog *self = TS_NEW_ASSESSMENT_DIALOG (widget);
  g_auto (TsNewAssessmentCheck) check = { 0 };

  check_form (self, &check);

  if (check.existing == NULL)
    return;

  g_signal_emit (self, signals[BEGUN], 0, ts_assessment_item_get_id (check.existing));
  gtk_window_destroy (GTK_WINDOW (self));
}

static char *
dup_organisation_title (gpointer item)
{
  return g_strdup (ts_organisation_item_get_name (item));
}

static char *
dup_organisation_subtitle (gpointer item)
{
  return g_strdup_printf ("%s · %s", ts_organisation_item_get_code (item), ts_organisation_item_get_kind_title (item));
}

static void
fill_kinds (TsNewAssessmentDialog *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (titles, ts_organisation_kind_get_title (kinds[i]));

  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (titles));
}

static void
fill_years (TsNewAssessmentDialog *self)
{
  g_autoptr (GtkStringList) years = gtk_string_list_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int last = g_date_time_get_year (now) + YEARS_AHEAD;

  for (int year = FIRST_YEAR; year <= last; year++)
    {
      g_autofree char *label = ts_year_format (year);

      gtk_string_list_append (years, label);
    }

  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (years));
}

static gboolean
is_same_edition (const TsFramework *a,
                 const TsFramework *b)
{
  return g_str_equal (ts_framework_get_id (a), ts_framework_get_id (b)) && g_strcmp0 (ts_framework_get_edition (a), ts_framework_get_edition (b)) == 0;
}

static guint
count_title (GPtrArray  *frameworks,
             const char *title)
{
  guint count = 0;

  for (guint i = 0; i < frameworks->len; i++)
    {
      if (g_str_equal (ts_framework_get_title (g_ptr_array_index (frameworks, i)), title))
        count++;
    }

  return count;
}

/* Editions are told apart only where there are several. */
static void
show_frameworks (TsNewAssessmentDialog *self,
                 guint                  selected)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->frameworks->len; i++)
    {
      const TsFramework *framework = g_ptr_array_index (self->frameworks, i);
      const char *title = ts_framework_get_title (framework);
      /* Translators: a framework's title and which edition of it */
      g_autofree char *both = g_strdup_printf (_("%s (edition %s)"), title, ts_framework_get_edition (framework));

      gtk_string_list_append (titles, count_title (self->frameworks, title) > 1 ? both : title);
    }

  adw_combo_row_set_model (self->framework_row, G_LIST_MODEL (titles));

  if (selected < self->frameworks->len)
    adw_combo_row_set_selected (self->framework_row, selected);
}

/* What the workbook has beyond the frameworks that come with Touchstone; the choice that somebody has made meanwhile stays. */
static void
on_frameworks_listed (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (TsNewAssessmentDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = ts_session_list_frameworks_finish (TS_SESSION (object), result, &error);
  guint n_before = self->frameworks->len;

  if (kept == NULL)
    {
      if (ts_problem_get_reception (error) != TS_RECEPTION_SILENCE)
        show_problem (self, error->message, FALSE);

      return;
    }

  /* The dialog has been closed meanwhile. */
  if (self->organisations == NULL)
    return;

  for (guint i = 0; i < kept->len; i++)
    {
      TsFramework *framework = g_ptr_array_index (kept, i);
      gboolean known = FALSE;

      for (guint j = 0; j < n_before && !known; j++)
        known = is_same_edition (framework, g_ptr_array_index (self->frameworks, j));

      if (!known)
        g_ptr_array_add (self->frameworks, ts_framework_ref (framework));
    }

  if (self->frameworks->len > n_before)
    {
      guint year = adw_combo_row_get_selected (self->year_row);

      show_frameworks (self, adw_combo_row_get_selected (self->framework_row));
      adw_combo_row_set_selected (self->year_row, year);
    }
}

static void
fill_frameworks (TsNewAssessmentDialog *self)
{
  const char *const *ids = ts_framework_library_list ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      TsFramework *framework = ts_framework_library_get (ids[i], &error);

      if (framework == NULL)
        {
          g_warning ("The built-in framework %s cannot be read: %s", ids[i], error->message);
          continue;
        }

      g_ptr_array_add (self->frameworks, framework);
    }

  show_frameworks (self, self->frameworks->len - 1);
  ts_session_list_frameworks_async (self->session, NULL, on_frameworks_listed, g_object_ref (self));
}

static TsOrganisationItem *
dup_organisation (TsNewAssessmentDialog *self,
                  const char            *organisation_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->organisations)); i++)
    {
      g_autoptr (TsOrganisationItem) item = g_list_model_get_item (G_LIST_MODEL (self->organisations), i);

      if (organisation_id == NULL || g_str_equal (ts_organisation_item_get_id (item), organisation_id))
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* Whoever begins another assessment means, most often, the next year of the same board. */
static void
choose_year (TsNewAssessmentDialog *self)
{
  guint n_years = g_list_model_get_n_items (adw_combo_row_get_model (self->year_row));

  for (guint i = adw_combo_row_get_selected (self->year_row); i < n_years; i++)
    {
      g_auto (TsNewAssessmentCheck) check = { 0 };

      adw_combo_row_set_selected (self->year_row, i);
      check_form (self, &check);

      if (check.existing == NULL)
        return;
    }
}

/* The list is not there yet when the dialog comes at once after the workbook, and another program may add to it. */
static void
on_organisations_changed (TsNewAssessmentDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->organisations)) > 0;

  if (any && !gtk_widget_get_visible (self->organisation_row))
    {
      g_autoptr (TsOrganisationItem) organisation = dup_organisation (self, NULL);

      set_organisation (self, organisation);
    }

  gtk_widget_set_visible (self->organisation_row, any);
  update (self);
}

static void
ts_new_assessment_dialog_dispose (GObject *object)
{
  TsNewAssessmentDialog *self = TS_NEW_ASSESSMENT_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->organisations);
  g_clear_object (&self->assessments);
  g_clear_object (&self->organisation);

  G_OBJECT_CLASS (ts_new_assessment_dialog_parent_class)->dispose (object);
}

static void
ts_new_assessment_dialog_finalize (GObject *object)
{
  TsNewAssessmentDialog *self = TS_NEW_ASSESSMENT_DIALOG (object);

  g_ptr_array_unref (self->frameworks);

  G_OBJECT_CLASS (ts_new_assessment_dialog_parent_class)->finalize (object);
}

static void
ts_new_assessment_dialog_class_init (TsNewAssessmentDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_new_assessment_dialog_dispose;
  object_class->finalize = ts_new_assessment_dialog_finalize;

  signals[BEGUN] = g_signal_new ("begun", TS_TYPE_NEW_ASSESSMENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "dialog.begin", NULL, begin_action);
  gtk_widget_class_install_action (widget_class, "dialog.new-organisation", NULL, new_organisation_action);
  gtk_widget_class_install_action (widget_class, "dialog.open-existing", NULL, open_existing_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  g_type_ensure (TS_TYPE_CHOOSER_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/new-assessment-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, begin_button);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, organisation_button);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, organisation_label);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, chooser);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, new_rows);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, name_problem);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, code_problem);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, framework_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, year_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, carry_row);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, carry_switch);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, problem_box);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, TsNewAssessmentDialog, open_button);
  gtk_widget_class_bind_template_callback (widget_class, on_framework_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_organisation_chosen);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
ts_new_assessment_dialog_init (TsNewAssessmentDialog *self)
{
  self->frameworks = g_ptr_array_new_with_free_func ((GDestroyNotify) ts_framework_unref);

  gtk_widget_init_template (GTK_WIDGET (self));

  ts_chooser_popover_set_functions (self->chooser, dup_organisation_title, dup_organisation_subtitle);
  ts_chooser_popover_set_extra (self->chooser, _("A New Organisation"), "dialog.new-organisation");
}

/**
 * ts_new_assessment_dialog_new:
 * @session: an open workbook
 * @organisations: its organisations
 * @assessments: its assessments
 * @organisation_id: (nullable): the organisation to propose, or %NULL for the first
 *
 * Returns: (transfer none): the dialog; GTK keeps it until it is closed
 */
GtkWidget *
ts_new_assessment_dialog_new (TsSession          *session,
                              TsOrganisationList *organisations,
                              TsAssessmentList   *assessments,
                              const char         *organisation_id)
{
  TsNewAssessmentDialog *self;
  g_autoptr (TsOrganisationItem) organisation = NULL;

  g_return_val_if_fail (TS_IS_SESSION (session), NULL);
  g_return_val_if_fail (TS_IS_ORGANISATION_LIST (organisations), NULL);
  g_return_val_if_fail (TS_IS_ASSESSMENT_LIST (assessments), NULL);

  self = g_object_new (TS_TYPE_NEW_ASSESSMENT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->organisations = g_object_ref (organisations);
  self->assessments = g_object_ref (assessments);

  ts_chooser_popover_set_model (self->chooser, G_LIST_MODEL (organisations));
  g_signal_connect_object (organisations, "items-changed", G_CALLBACK (on_organisations_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assessments, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  fill_kinds (self);
  fill_years (self);
  fill_frameworks (self);
  on_framework_selected (self);

  organisation = dup_organisation (self, organisation_id);
  gtk_widget_set_visible (self->organisation_row, organisation != NULL);
  set_organisation (self, organisation);
  choose_year (self);
  gtk_window_set_focus (GTK_WINDOW (self), organisation != NULL ? self->organisation_button : self->name_row);

  return GTK_WIDGET (self);
}
