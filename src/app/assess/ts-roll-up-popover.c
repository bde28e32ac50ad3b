/* ts-roll-up-popover.c — a level that explains itself
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-roll-up-popover.h"

#include <glib/gi18n-lib.h>

struct _TsRollUpPopover
{
  GtkPopover parent_instance;

  GtkLabel *heading;
  GtkLabel *sentence;
  GtkWidget *unstate;
  GtkBox *parts;
  GtkWidget *parts_heading;
  GtkBox *rules;
  GtkWidget *rules_heading;
  GtkBox *years;
};

G_DEFINE_FINAL_TYPE (TsRollUpPopover, ts_roll_up_popover, GTK_TYPE_POPOVER)

static void
ts_roll_up_popover_class_init (TsRollUpPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/roll-up-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, heading);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, sentence);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, unstate);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, parts);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, parts_heading);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, rules);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, rules_heading);
  gtk_widget_class_bind_template_child (widget_class, TsRollUpPopover, years);
}

static void
ts_roll_up_popover_init (TsRollUpPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* As wide as it is ever going to be, so that the popover's height, which is asked for before its width, is right. */
static GtkWidget *
make_wrapping_label (const char *text,
                     const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 38);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_line (GtkBox                *lines,
          const TsExplainedPart *part)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value = make_label (part->value, "level-value");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), make_wrapping_label (part->label, NULL));

  if (part->note != NULL)
    {
      GtkWidget *note = make_wrapping_label (part->note, "caption");

      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (text), note);
    }

  gtk_label_set_xalign (GTK_LABEL (value), 0.5);
  gtk_widget_set_valign (value, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), value);
  gtk_box_append (lines, line);
}

static void
add_lines (GtkBox          *lines,
           const GPtrArray *parts)
{
  clear (lines);

  for (guint i = 0; i < parts->len; i++)
    add_line (lines, g_ptr_array_index (parts, i));
}

static void
add_year (GtkBox     *years,
          const char *name,
          const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_append (GTK_BOX (line), make_label (name, "dim-label"));
  gtk_box_append (GTK_BOX (line), make_label (text, NULL));
  gtk_box_append (years, line);
}

/**
 * ts_roll_up_popover_new:
 *
 * Returns: (transfer floating): an empty popover
 */
GtkWidget *
ts_roll_up_popover_new (void)
{
  return g_object_new (TS_TYPE_ROLL_UP_POPOVER, NULL);
}

/**
 * ts_roll_up_popover_set_explanation:
 * @self: a popover
 * @explanation: what to show; it is not kept
 */
void
ts_roll_up_popover_set_explanation (TsRollUpPopover           *self,
                                    const TsRollUpExplanation *explanation)
{
  g_return_if_fail (TS_IS_ROLL_UP_POPOVER (self));
  g_return_if_fail (explanation != NULL);

  gtk_label_set_label (self->heading, explanation->heading);
  gtk_label_set_label (self->sentence, explanation->sentence);
  gtk_widget_set_visible (self->unstate, explanation->stated);

  add_lines (self->parts, explanation->parts);
  gtk_widget_set_visible (self->parts_heading, explanation->parts->len > 0);
  add_lines (self->rules, explanation->rules);
  gtk_widget_set_visible (self->rules_heading, explanation->rules->len > 0);

  clear (self->years);

  if (explanation->target != NULL)
    add_year (self->years, _("Target"), explanation->target);

  if (explanation->previous != NULL)
    add_year (self->years, _("Last year"), explanation->previous);

  gtk_widget_set_visible (GTK_WIDGET (self->years), explanation->target != NULL || explanation->previous != NULL);
}
