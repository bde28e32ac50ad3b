/* ts-past-bar.c — the notice that an assessment is shown as it stood
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-past-bar.h"

#include "app/assess/ts-moment-text.h"
#include "app/widgets/ts-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _TsPastBar
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (TsPastBar, ts_past_bar, ADW_TYPE_BIN)

static void
update (TsPastBar *self)
{
  gint64 moment = self->model != NULL ? ts_assessment_model_get_moment (self->model) : 0;
  gboolean is_past = self->model != NULL && ts_assessment_model_get_as_of (self->model) != 0;

  if (is_past)
    {
      g_autofree char *when = ts_moment_format (moment);
      /* Translators: a day and a time */
      g_autofree char *text = g_strdup_printf (_("As it stood on %s"), when);

      gtk_label_set_label (self->label, text);
    }

  gtk_revealer_set_reveal_child (self->revealer, is_past);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "past.back-to-now", is_past);
}

static void
back_to_now_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TsPastBar *self = TS_PAST_BAR (widget);

  if (self->model != NULL)
    ts_assessment_model_show_as_of (self->model, 0);
}

static void
ts_past_bar_dispose (GObject *object)
{
  TsPastBar *self = TS_PAST_BAR (object);

  g_clear_object (&self->model_signals);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_past_bar_parent_class)->dispose (object);
}

static void
ts_past_bar_class_init (TsPastBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_past_bar_dispose;

  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/past-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TsPastBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, TsPastBar, label);
  gtk_widget_class_bind_template_child (widget_class, TsPastBar, note);
  gtk_widget_class_install_action (widget_class, "past.back-to-now", NULL, back_to_now_action);
}

static void
ts_past_bar_init (TsPastBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::as-of", G_CALLBACK (update), self);
  update (self);
}

/**
 * ts_past_bar_set_note:
 * @self: a bar
 * @note: what to know about the page below; translated
 */
void
ts_past_bar_set_note (TsPastBar  *self,
                      const char *note)
{
  g_return_if_fail (TS_IS_PAST_BAR (self));
  g_return_if_fail (note != NULL);

  gtk_label_set_label (self->note, note);
}

/**
 * ts_past_bar_set_model:
 * @self: a bar
 * @model: (nullable): the assessment that the pages show
 */
void
ts_past_bar_set_model (TsPastBar         *self,
                       TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_PAST_BAR (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  g_set_object (&self->model, model);
  g_signal_group_set_target (self->model_signals, model);
  update (self);
}
