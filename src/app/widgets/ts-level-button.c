/* ts-level-button.c — one level of a scale, to be chosen
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-level-button.h"

#include <glib/gi18n-lib.h>

struct _TsLevelButton
{
  GtkButton parent_instance;

  int level;
  gboolean chosen;
  char *descriptor_text;

  GtkWidget *symbol;
  GtkLabel *numeral;
  GtkLabel *label;
  GtkWidget *check;
  GtkLabel *descriptor;
  GtkWidget *marks;
  GtkWidget *previous_mark;
  GtkWidget *target_mark;
};

G_DEFINE_FINAL_TYPE (TsLevelButton, ts_level_button, GTK_TYPE_BUTTON)

static void
ts_level_button_clicked (GtkButton *button)
{
  TsLevelButton *self = TS_LEVEL_BUTTON (button);

  gtk_widget_activate_action (GTK_WIDGET (self), "rating.set", "i", self->level);
}

static void
ts_level_button_finalize (GObject *object)
{
  TsLevelButton *self = TS_LEVEL_BUTTON (object);

  g_free (self->descriptor_text);

  G_OBJECT_CLASS (ts_level_button_parent_class)->finalize (object);
}

static void
ts_level_button_class_init (TsLevelButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkButtonClass *button_class = GTK_BUTTON_CLASS (klass);

  object_class->finalize = ts_level_button_finalize;
  button_class->clicked = ts_level_button_clicked;

  gtk_widget_class_set_css_name (widget_class, "levelbutton");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/level-button.ui");
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, symbol);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, numeral);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, label);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, check);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, descriptor);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, marks);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, previous_mark);
  gtk_widget_class_bind_template_child (widget_class, TsLevelButton, target_mark);
}

static void
ts_level_button_init (TsLevelButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static const char *
find_class_of_meaning (TsMeaning meaning)
{
  switch (meaning)
    {
    case TS_MEANING_LOW:
    case TS_MEANING_BELOW:
      return "error";

    case TS_MEANING_MIDDLE:
      return "warning";

    case TS_MEANING_ABOVE:
    case TS_MEANING_HIGH:
    default:
      return "success";
    }
}

/* A step of maturity is known by its number; a judgement such as amber by its name, with its colour as a second sign. */
static void
show_scale_level (TsLevelButton *self,
                  const TsScale *scale)
{
  const TsScaleLevel *level = ts_scale_get_level (scale, self->level);
  gboolean is_step = ts_scale_get_kind (scale) == TS_SCALE_LEVELS;

  gtk_label_set_label (self->numeral, is_step ? level->token : level->label);
  gtk_label_set_label (self->label, is_step ? level->label : "");

  if (!is_step)
    {
      gtk_widget_set_visible (self->symbol, TRUE);
      gtk_widget_add_css_class (self->symbol, find_class_of_meaning (level->meaning));
    }
}

static void
describe (TsLevelButton *self,
          gboolean       was_previous,
          gboolean       is_target)
{
  g_autoptr (GString) description = g_string_new (self->descriptor_text);

  if (was_previous)
    g_string_append_printf (description, " (%s)", _("last year’s level"));

  if (is_target)
    g_string_append_printf (description, " (%s)", _("target"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description->str, -1);
}

/**
 * ts_level_button_new:
 * @node: a criterion or group with a scale; its texts are copied
 * @level: which level of it
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ts_level_button_new (const TsNode *node,
                     int           level)
{
  const TsScale *scale;
  g_autofree char *accessible_label = NULL;
  g_autofree char *tooltip = NULL;
  TsLevelButton *self;

  g_return_val_if_fail (node != NULL && node->section->scale != NULL, NULL);
  g_return_val_if_fail (ts_scale_get_level (node->section->scale, level) != NULL, NULL);

  scale = node->section->scale;
  self = g_object_new (TS_TYPE_LEVEL_BUTTON, NULL);
  self->level = level;
  self->descriptor_text = g_strdup (node->descriptors != NULL ? node->descriptors[level - 1] : "");

  show_scale_level (self, scale);
  gtk_label_set_label (self->descriptor, self->descriptor_text);
  gtk_widget_set_visible (GTK_WIDGET (self->descriptor), *self->descriptor_text != '\0');

  if (ts_scale_get_kind (scale) == TS_SCALE_LEVELS)
    /* Translators: what a screen reader says of a level, such as “5a level 2, Developing” */
    accessible_label = g_strdup_printf (_("%s level %s, %s"), ts_node_get_short_name (node), ts_scale_get_token (scale, level),
                                        ts_scale_get_label (scale, level));
  else
    accessible_label = g_strdup_printf ("%s: %s", ts_node_get_short_name (node), ts_scale_get_label (scale, level));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_label, -1);
  tooltip = g_strdup_printf (_("Press %d to choose, 0 to clear"), level);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
  describe (self, FALSE, FALSE);

  return GTK_WIDGET (self);
}

/**
 * ts_level_button_get_level:
 * @self: a level button
 *
 * Returns: the level that it stands for
 */
int
ts_level_button_get_level (TsLevelButton *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_BUTTON (self), 0);

  return self->level;
}

/**
 * ts_level_button_get_chosen:
 * @self: a level button
 *
 * Returns: whether it is lit
 */
gboolean
ts_level_button_get_chosen (TsLevelButton *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_BUTTON (self), FALSE);

  return self->chosen;
}

/**
 * ts_level_button_set_chosen:
 * @self: a level button
 * @chosen: whether its level is the one that is kept
 */
void
ts_level_button_set_chosen (TsLevelButton *self,
                            gboolean       chosen)
{
  g_return_if_fail (TS_IS_LEVEL_BUTTON (self));

  if (self->chosen == !!chosen)
    return;

  self->chosen = !!chosen;
  gtk_widget_set_visible (self->check, self->chosen);

  if (self->chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               self->chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * ts_level_button_set_editable:
 * @self: a level button
 * @editable: whether a click can do anything
 *
 * A locked button stays readable and in the tab order: what was chosen is still news to a screen reader.
 */
void
ts_level_button_set_editable (TsLevelButton *self,
                              gboolean       editable)
{
  g_return_if_fail (TS_IS_LEVEL_BUTTON (self));

  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "locked");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "locked");

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), editable);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_DISABLED, !editable, -1);
}

/**
 * ts_level_button_set_marks:
 * @self: a level button
 * @was_previous: whether this was last year's level
 * @is_target: whether this is the level aimed at
 */
void
ts_level_button_set_marks (TsLevelButton *self,
                           gboolean       was_previous,
                           gboolean       is_target)
{
  g_return_if_fail (TS_IS_LEVEL_BUTTON (self));

  gtk_widget_set_visible (self->previous_mark, was_previous);
  gtk_widget_set_visible (self->target_mark, is_target);
  gtk_widget_set_visible (self->marks, was_previous || is_target);
  describe (self, was_previous, is_target);
}
