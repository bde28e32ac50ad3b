/* ts-picture-dialog.c — how large a picture of a chart shall be
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-picture-dialog.h"

#include <glib/gi18n-lib.h>

struct _TsPictureDialog
{
  AdwWindow parent_instance;

  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkSpinButton *scale;
  GtkLabel *pixels;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsPictureDialog, ts_picture_dialog, ADW_TYPE_WINDOW)

static void
update_pixels (TsPictureDialog *self)
{
  int scale = gtk_spin_button_get_value_as_int (self->scale);
  g_autofree char *text = NULL;

  /* Translators: width and height of a picture file */
  text = g_strdup_printf (_("A PNG will have %d × %d pixels; SVG and PDF are sharp at any size."),
                          gtk_spin_button_get_value_as_int (self->width) * scale, gtk_spin_button_get_value_as_int (self->height) * scale);
  gtk_label_set_label (self->pixels, text);
}

static void
apply_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TsPictureDialog *self = TS_PICTURE_DIALOG (widget);
  g_autoptr (TsPictureDialog) alive = g_object_ref (self);
  int width = gtk_spin_button_get_value_as_int (self->width);
  int height = gtk_spin_button_get_value_as_int (self->height);
  int scale = gtk_spin_button_get_value_as_int (self->scale);

  /* What comes next stands before the window, not before this dialog. */
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (alive, signals[CHOSEN], 0, width, height, scale);
}

static void
ts_picture_dialog_class_init (TsPictureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", TS_TYPE_PICTURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_install_action (widget_class, "picture.apply", NULL, apply_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TsPictureDialog, width);
  gtk_widget_class_bind_template_child (widget_class, TsPictureDialog, height);
  gtk_widget_class_bind_template_child (widget_class, TsPictureDialog, scale);
  gtk_widget_class_bind_template_child (widget_class, TsPictureDialog, pixels);
  gtk_widget_class_bind_template_callback (widget_class, update_pixels);
}

/* What is typed into has the focus, and so needs the name. */
static void
name_spin (GtkSpinButton *spin,
           const char    *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (spin))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_editable_set_alignment (GTK_EDITABLE (spin), 1);
}

static void
ts_picture_dialog_init (TsPictureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_spin (self->width, _("Width"));
  name_spin (self->height, _("Height"));
  name_spin (self->scale, _("Scale of a PNG"));
}

/**
 * ts_picture_dialog_new:
 * @parent: (nullable): the window that it belongs to
 * @width: the width that it proposes
 * @height: the height that it proposes
 * @scale: the scale that it proposes
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *
ts_picture_dialog_new (GtkWindow *parent,
                       int        width,
                       int        height,
                       int        scale)
{
  TsPictureDialog *self = g_object_new (TS_TYPE_PICTURE_DIALOG, "transient-for", parent, NULL);

  gtk_spin_button_set_value (self->width, width);
  gtk_spin_button_set_value (self->height, height);
  gtk_spin_button_set_value (self->scale, scale);
  update_pixels (self);

  return GTK_WIDGET (self);
}
