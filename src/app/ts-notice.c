/* ts-notice.c — a bar that says something about the whole workbook
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/ts-notice.h"

struct _TsNotice
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (TsNotice, ts_notice, ADW_TYPE_BIN)

static void
ts_notice_class_init (TsNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/notice.ui");
  gtk_widget_class_bind_template_child (widget_class, TsNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, TsNotice, title);
  gtk_widget_class_bind_template_child (widget_class, TsNotice, button);
}

static void
ts_notice_init (TsNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * ts_notice_show:
 * @self: a notice
 * @title: what it says
 * @button_label: (nullable): what its button says
 * @action_name: (nullable): what its button does: an action, perhaps with its target, as in "win.show-place::sign-off"
 */
void
ts_notice_show (TsNotice   *self,
                const char *title,
                const char *button_label,
                const char *action_name)
{
  g_return_if_fail (TS_IS_NOTICE (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail ((button_label == NULL) == (action_name == NULL));

  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button_label != NULL);

  if (button_label != NULL)
    gtk_button_set_label (self->button, button_label);

  if (action_name != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      /* The target before the name: in between it would be an action without what it needs. */
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);

      if (g_action_parse_detailed_name (action_name, &name, &target, NULL))
        {
          gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->button), target);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), name);
        }
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), NULL);
    }

  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
ts_notice_hide (TsNotice *self)
{
  g_return_if_fail (TS_IS_NOTICE (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
