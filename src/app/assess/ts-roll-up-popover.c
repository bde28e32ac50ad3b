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
  GtkGrid *parts;
  GtkWidget *parts_heading;
  GtkGrid *rules;
  GtkWidget *rules_heading;
  GtkGrid *years;
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
clear (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
add_line (GtkGrid    *grid,
          int         line,
          const char *text,
          const char *note,
          const char *value)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *value_label = make_label (value, "level-value");

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));

  if (note != NULL)
    {
      GtkWidget *note_label = make_label (note, "caption");

      gtk_widget_add_css_class (note_label, "dim-label");
      gtk_box_append (GTK_BOX (box), note_label);
    }

  gtk_widget_set_valign (value_label, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (value_label, GTK_ALIGN_END);
  gtk_grid_attach (grid, box, 0, line, 1, 1);
  gtk_grid_attach (grid, value_label, 1, line, 1, 1);
}

static void
add_parts (GtkGrid         *grid,
           const GPtrArray *parts)
{
  clear (grid);

  for (guint i = 0; i < parts->len; i++)
    {
      const TsExplainedPart *part = g_ptr_array_index (parts, i);

      add_line (grid, (int) i, part->label, part->note, part->value);
    }
}

static void
add_year (GtkGrid    *grid,
          int         line,
          const char *name,
          const char *text)
{
  GtkWidget *label = make_label (text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, make_label (name, "dim-label"), 0, line, 1, 1);
  gtk_grid_attach (grid, label, 1, line, 1, 1);
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

  add_parts (self->parts, explanation->parts);
  gtk_widget_set_visible (self->parts_heading, explanation->parts->len > 0);
  add_parts (self->rules, explanation->rules);
  gtk_widget_set_visible (self->rules_heading, explanation->rules->len > 0);

  clear (self->years);

  if (explanation->target != NULL)
    add_year (self->years, 0, _("Target"), explanation->target);

  if (explanation->previous != NULL)
    add_year (self->years, 1, _("Last year"), explanation->previous);

  gtk_widget_set_visible (GTK_WIDGET (self->years), explanation->target != NULL || explanation->previous != NULL);
}
