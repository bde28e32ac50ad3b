/* ts-assessment-switcher.c — which assessment is looked at
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-assessment-switcher.h"

#include "app/widgets/ts-chooser-popover.h"

#include <glib/gi18n-lib.h>

struct _TsAssessmentSwitcher
{
  AdwBin parent_instance;

  TsAssessmentList *list;
  TsAssessmentModel *model;
  GSignalGroup *list_signals;
  GSignalGroup *model_signals;

  GtkWidget *button;
  GtkLabel *title;
  GtkLabel *subtitle;
  TsChooserPopover *popover;
};

G_DEFINE_FINAL_TYPE (TsAssessmentSwitcher, ts_assessment_switcher, ADW_TYPE_BIN)

static char *
dup_item_title (gpointer item)
{
  return g_strdup (ts_assessment_item_get_organisation_name (item));
}

static char *
dup_item_subtitle (gpointer item)
{
  return g_strdup_printf ("%s · %s · %s", ts_assessment_item_get_year_label (item),
                          ts_assessment_item_get_framework_title (item), ts_assessment_item_get_organisation_code (item));
}

static void
update_model (TsAssessmentSwitcher *self)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;
  const char *organisation;
  const char *framework;

  if (self->model == NULL || !ts_assessment_model_get_loaded (self->model))
    {
      /* One that cannot be read must not keep from the others. */
      gtk_label_set_text (self->title, _("Assessments"));
      gtk_label_set_text (self->subtitle, "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Assessments"), -1);
      return;
    }

  organisation = ts_assessment_model_get_organisation_name (self->model);
  framework = ts_assessment_model_get_framework_title (self->model);
  subtitle = g_strdup_printf ("%s · %s", ts_assessment_model_get_year_label (self->model), framework);
  gtk_label_set_text (self->title, organisation);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (self->button, organisation);

  /* Translators: the arguments are an organisation, a financial year and a framework */
  name = g_strdup_printf (_("Assessment: %s, %s, %s"), organisation, ts_assessment_model_get_year_label (self->model), framework);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_current (TsAssessmentSwitcher *self)
{
  TsAssessmentItem *item = NULL;

  if (self->list != NULL && self->model != NULL)
    item = ts_assessment_list_find (self->list, ts_assessment_model_get_assessment_id (self->model));

  ts_chooser_popover_set_current (self->popover, item);
}

static void
on_chosen (TsAssessmentSwitcher *self,
           TsAssessmentItem     *item)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.select-assessment", "s", ts_assessment_item_get_id (item));
}

static void
ts_assessment_switcher_dispose (GObject *object)
{
  TsAssessmentSwitcher *self = TS_ASSESSMENT_SWITCHER (object);

  g_signal_group_set_target (self->list_signals, NULL);
  g_signal_group_set_target (self->model_signals, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_assessment_switcher_parent_class)->dispose (object);
}

static void
ts_assessment_switcher_finalize (GObject *object)
{
  TsAssessmentSwitcher *self = TS_ASSESSMENT_SWITCHER (object);

  g_object_unref (self->list_signals);
  g_object_unref (self->model_signals);

  G_OBJECT_CLASS (ts_assessment_switcher_parent_class)->finalize (object);
}

static void
ts_assessment_switcher_class_init (TsAssessmentSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_assessment_switcher_dispose;
  object_class->finalize = ts_assessment_switcher_finalize;

  g_type_ensure (TS_TYPE_CHOOSER_POPOVER);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/assessment-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, TsAssessmentSwitcher, button);
  gtk_widget_class_bind_template_child (widget_class, TsAssessmentSwitcher, title);
  gtk_widget_class_bind_template_child (widget_class, TsAssessmentSwitcher, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TsAssessmentSwitcher, popover);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
}

static void
ts_assessment_switcher_init (TsAssessmentSwitcher *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  ts_chooser_popover_set_functions (self->popover, dup_item_title, dup_item_subtitle);
  ts_chooser_popover_set_extra (self->popover, _("New Assessment…"), "win.new-assessment");

  self->list_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_LIST);
  g_signal_group_connect_swapped (self->list_signals, "items-changed", G_CALLBACK (update_current), self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (update_model), self);
}

/**
 * ts_assessment_switcher_set_list:
 * @self: a switcher
 * @list: (nullable): the workbook's assessments
 */
void
ts_assessment_switcher_set_list (TsAssessmentSwitcher *self,
                                 TsAssessmentList     *list)
{
  g_return_if_fail (TS_IS_ASSESSMENT_SWITCHER (self));
  g_return_if_fail (list == NULL || TS_IS_ASSESSMENT_LIST (list));

  if (!g_set_object (&self->list, list))
    return;

  g_signal_group_set_target (self->list_signals, list);
  ts_chooser_popover_set_model (self->popover, G_LIST_MODEL (list));
  update_current (self);
}

/**
 * ts_assessment_switcher_set_model:
 * @self: a switcher
 * @model: (nullable): the assessment that is looked at
 */
void
ts_assessment_switcher_set_model (TsAssessmentSwitcher *self,
                                  TsAssessmentModel    *model)
{
  g_return_if_fail (TS_IS_ASSESSMENT_SWITCHER (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  update_model (self);
  update_current (self);
}
