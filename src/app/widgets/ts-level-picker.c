/* ts-level-picker.c — the levels of a criterion side by side
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-level-picker.h"

#include <glib/gi18n-lib.h>

#include "app/widgets/ts-level-button.h"
#include "app/widgets/ts-level-layout.h"

struct _TsLevelPicker
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* TsLevelButton, borrowed from the widget tree, the lowest level first */
  int level;
  int previous_level;
  int target;
  gboolean editable;
};

G_DEFINE_FINAL_TYPE (TsLevelPicker, ts_level_picker, GTK_TYPE_WIDGET)

enum
{
  PROP_LEVEL = 1,
  PROP_PREVIOUS_LEVEL,
  PROP_TARGET,
  PROP_EDITABLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static TsLevelButton *
get_button (TsLevelPicker *self,
            guint          position)
{
  return g_ptr_array_index (self->buttons, position);
}

static int
find_focused (TsLevelPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_widget_is_focus (GTK_WIDGET (get_button (self, i))))
        return (int) i;
    }

  return -1;
}

/* Where Tab comes in: at the chosen level, else at last year's, else at the lowest. */
static gboolean
focus_entry (TsLevelPicker *self)
{
  int level = self->level != 0 ? self->level : self->previous_level;
  GtkWidget *button = ts_level_picker_get_button (self, level != 0 ? level : 1);

  return button != NULL && gtk_widget_grab_focus (button);
}

static gboolean
ts_level_picker_grab_focus (GtkWidget *widget)
{
  return focus_entry (TS_LEVEL_PICKER (widget));
}

static gboolean
ts_level_picker_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (widget);

  if (find_focused (self) >= 0)
    return FALSE;

  return focus_entry (self);
}

static gboolean
step_criterion (TsLevelPicker *self,
                int            step)
{
  return gtk_widget_activate_action (GTK_WIDGET (self), "criterion.step", "i", step);
}

static gboolean
move_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (widget);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);
  int focused = find_focused (self);
  int columns_right;
  int rows_down;
  int position;

  if (focused < 0)
    return FALSE;

  g_variant_get (args, "(ii)", &columns_right, &rows_down);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    columns_right = -columns_right;

  position = focused + columns_right + rows_down * (int) ts_level_layout_get_n_columns (TS_LEVEL_LAYOUT (layout));

  if (position >= 0 && position < (int) self->buttons->len)
    return gtk_widget_grab_focus (GTK_WIDGET (get_button (self, (guint) position)));

  if (rows_down != 0)
    return step_criterion (self, rows_down);

  /* At the end of the row there is nowhere to go; the focus should not jump out of the scale. */
  gtk_widget_error_bell (widget);

  return TRUE;
}

static void
ts_level_picker_dispose (GObject *object)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ts_level_picker_parent_class)->dispose (object);
}

static void
ts_level_picker_finalize (GObject *object)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (ts_level_picker_parent_class)->finalize (object);
}

static void
ts_level_picker_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (object);

  switch (property_id)
    {
    case PROP_LEVEL:
      g_value_set_int (value, self->level);
      break;

    case PROP_PREVIOUS_LEVEL:
      g_value_set_int (value, self->previous_level);
      break;

    case PROP_TARGET:
      g_value_set_int (value, self->target);
      break;

    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_level_picker_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsLevelPicker *self = TS_LEVEL_PICKER (object);

  switch (property_id)
    {
    case PROP_LEVEL:
      ts_level_picker_set_level (self, g_value_get_int (value));
      break;

    case PROP_PREVIOUS_LEVEL:
      ts_level_picker_set_previous_level (self, g_value_get_int (value));
      break;

    case PROP_TARGET:
      ts_level_picker_set_target (self, g_value_get_int (value));
      break;

    case PROP_EDITABLE:
      ts_level_picker_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
add_move_binding (GtkWidgetClass *widget_class,
                  guint           keyval,
                  guint           keypad_keyval,
                  int             columns_right,
                  int             rows_down)
{
  gtk_widget_class_add_binding (widget_class, keyval, 0, move_by_key, "(ii)", columns_right, rows_down);
  gtk_widget_class_add_binding (widget_class, keypad_keyval, 0, move_by_key, "(ii)", columns_right, rows_down);
}

static void
ts_level_picker_class_init (TsLevelPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_level_picker_dispose;
  object_class->finalize = ts_level_picker_finalize;
  object_class->get_property = ts_level_picker_get_property;
  object_class->set_property = ts_level_picker_set_property;

  widget_class->grab_focus = ts_level_picker_grab_focus;
  widget_class->focus = ts_level_picker_focus;

  properties[PROP_LEVEL] =
    g_param_spec_int ("level", NULL, NULL, 0, TS_SCALE_MOST_LEVELS, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PREVIOUS_LEVEL] =
    g_param_spec_int ("previous-level", NULL, NULL, 0, TS_SCALE_MOST_LEVELS, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TARGET] =
    g_param_spec_int ("target", NULL, NULL, 0, TS_SCALE_MOST_LEVELS, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "levelpicker");
  gtk_widget_class_set_layout_manager_type (widget_class, TS_TYPE_LEVEL_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);

  add_move_binding (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0);
  add_move_binding (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0);
  add_move_binding (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1);
  add_move_binding (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "rating.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "rating.clear", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_BackSpace, 0, "rating.clear", NULL);
}

static void
ts_level_picker_init (TsLevelPicker *self)
{
  self->buttons = g_ptr_array_new ();
  self->editable = TRUE;
}

static void
update_marks (TsLevelPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    {
      int level = (int) i + 1;

      ts_level_button_set_marks (get_button (self, i), self->previous_level == level, self->target == level);
    }
}

static void
update_chosen (TsLevelPicker *self)
{
  for (guint i = 0; i < self->buttons->len; i++)
    ts_level_button_set_chosen (get_button (self, i), self->level == (int) i + 1);
}

/**
 * ts_level_picker_new:
 *
 * Returns: (transfer floating): a picker without levels
 */
GtkWidget *
ts_level_picker_new (void)
{
  return g_object_new (TS_TYPE_LEVEL_PICKER, NULL);
}

/**
 * ts_level_picker_set_node:
 * @self: a level picker
 * @node: a criterion or group that can have a level; its texts are copied
 *
 * Sets what the levels are. The level, last year's and the target stay as they are.
 */
void
ts_level_picker_set_node (TsLevelPicker *self,
                          const TsNode  *node)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (TS_IS_LEVEL_PICKER (self));
  g_return_if_fail (node != NULL && node->section->scale != NULL);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (GTK_WIDGET (get_button (self, i)));

  g_ptr_array_set_size (self->buttons, 0);

  for (guint i = 0; i < ts_scale_get_n_levels (node->section->scale); i++)
    {
      GtkWidget *button = ts_level_button_new (node, (int) i + 1);

      ts_level_button_set_editable (TS_LEVEL_BUTTON (button), self->editable);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      g_ptr_array_add (self->buttons, button);
    }

  /* Translators: what a screen reader says of a group of levels, such as “Level of 5a Analytical skills” */
  name = ts_node_dup_name (node);
  label = g_strdup_printf (_("Level of %s"), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  update_chosen (self);
  update_marks (self);
}

/**
 * ts_level_picker_get_level:
 * @self: a level picker
 *
 * Returns: the level that is kept, or 0 for none
 */
int
ts_level_picker_get_level (TsLevelPicker *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_PICKER (self), 0);

  return self->level;
}

/**
 * ts_level_picker_set_level:
 * @self: a level picker
 * @level: the level that is kept, or 0 for none
 */
void
ts_level_picker_set_level (TsLevelPicker *self,
                           int            level)
{
  g_return_if_fail (TS_IS_LEVEL_PICKER (self));
  g_return_if_fail (level >= 0 && level <= TS_SCALE_MOST_LEVELS);

  if (self->level == level)
    return;

  self->level = level;
  update_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEVEL]);
}

/**
 * ts_level_picker_get_previous_level:
 * @self: a level picker
 *
 * Returns: last year's level, or 0 for none
 */
int
ts_level_picker_get_previous_level (TsLevelPicker *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_PICKER (self), 0);

  return self->previous_level;
}

/**
 * ts_level_picker_set_previous_level:
 * @self: a level picker
 * @previous_level: last year's level, or 0 for none
 */
void
ts_level_picker_set_previous_level (TsLevelPicker *self,
                                    int            previous_level)
{
  g_return_if_fail (TS_IS_LEVEL_PICKER (self));
  g_return_if_fail (previous_level >= 0 && previous_level <= TS_SCALE_MOST_LEVELS);

  if (self->previous_level == previous_level)
    return;

  self->previous_level = previous_level;
  update_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIOUS_LEVEL]);
}

/**
 * ts_level_picker_get_target:
 * @self: a level picker
 *
 * Returns: the level aimed at, or 0 for none
 */
int
ts_level_picker_get_target (TsLevelPicker *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_PICKER (self), 0);

  return self->target;
}

/**
 * ts_level_picker_set_target:
 * @self: a level picker
 * @target: the level aimed at, or 0 for none
 */
void
ts_level_picker_set_target (TsLevelPicker *self,
                            int            target)
{
  g_return_if_fail (TS_IS_LEVEL_PICKER (self));
  g_return_if_fail (target >= 0 && target <= TS_SCALE_MOST_LEVELS);

  if (self->target == target)
    return;

  self->target = target;
  update_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TARGET]);
}

/**
 * ts_level_picker_get_editable:
 * @self: a level picker
 *
 * Returns: whether a level can be chosen
 */
gboolean
ts_level_picker_get_editable (TsLevelPicker *self)
{
  g_return_val_if_fail (TS_IS_LEVEL_PICKER (self), FALSE);

  return self->editable;
}

/**
 * ts_level_picker_set_editable:
 * @self: a level picker
 * @editable: whether a level can be chosen
 *
 * Only how the picker looks and sounds; what can be chosen is decided by whoever has the actions.
 */
void
ts_level_picker_set_editable (TsLevelPicker *self,
                              gboolean       editable)
{
  g_return_if_fail (TS_IS_LEVEL_PICKER (self));

  if (self->editable == !!editable)
    return;

  self->editable = !!editable;

  for (guint i = 0; i < self->buttons->len; i++)
    ts_level_button_set_editable (get_button (self, i), self->editable);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * ts_level_picker_get_button:
 * @self: a level picker
 * @level: a level
 *
 * Returns: (transfer none) (nullable): the level's button
 */
GtkWidget *
ts_level_picker_get_button (TsLevelPicker *self,
                            int            level)
{
  g_return_val_if_fail (TS_IS_LEVEL_PICKER (self), NULL);

  if (level < 1 || level > (int) self->buttons->len)
    return NULL;

  return g_ptr_array_index (self->buttons, level - 1);
}
