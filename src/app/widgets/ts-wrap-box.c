/* ts-wrap-box.c — a box that begins a new line where it has to
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-wrap-box.h"

#include "app/widgets/ts-wrap-layout.h"

struct _TsWrapBox
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TsWrapBox, ts_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_SPACING = 1,
  PROP_SPREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ts_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ts_wrap_box_parent_class)->dispose (object);
}

static void
ts_wrap_box_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (object));

  switch (property_id)
    {
    case PROP_SPACING:
    case PROP_SPREAD:
      g_object_get_property (G_OBJECT (layout), pspec->name, value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_wrap_box_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (object));

  switch (property_id)
    {
    case PROP_SPACING:
    case PROP_SPREAD:
      g_object_set_property (G_OBJECT (layout), pspec->name, value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_wrap_box_class_init (TsWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_wrap_box_dispose;
  object_class->get_property = ts_wrap_box_get_property;
  object_class->set_property = ts_wrap_box_set_property;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  properties[PROP_SPREAD] =
    g_param_spec_boolean ("spread", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, TS_TYPE_WRAP_LAYOUT);
}

static void
ts_wrap_box_init (TsWrapBox *self)
{
}

/**
 * ts_wrap_box_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
ts_wrap_box_new (int spacing)
{
  return g_object_new (TS_TYPE_WRAP_BOX, "spacing", spacing, NULL);
}

/**
 * ts_wrap_box_get:
 * @self: a box
 * @position: a position, from 0
 *
 * Returns: (transfer none) (nullable): the child there
 */
GtkWidget *
ts_wrap_box_get (TsWrapBox *self,
                 guint      position)
{
  GtkWidget *child;

  g_return_val_if_fail (TS_IS_WRAP_BOX (self), NULL);

  child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && position-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

/**
 * ts_wrap_box_insert:
 * @self: a box
 * @child: (transfer floating): a widget without a parent
 * @position: in front of which child; at the end if there is none
 */
void
ts_wrap_box_insert (TsWrapBox *self,
                    GtkWidget *child,
                    guint      position)
{
  g_return_if_fail (TS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child) && gtk_widget_get_parent (child) == NULL);

  gtk_widget_insert_before (child, GTK_WIDGET (self), ts_wrap_box_get (self, position));
}

/**
 * ts_wrap_box_remove:
 * @self: a box
 * @child: one of its children
 */
void
ts_wrap_box_remove (TsWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (TS_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child) && gtk_widget_get_parent (child) == GTK_WIDGET (self));

  gtk_widget_unparent (child);
}
