/* ts-width-bin.c — something that is arranged by how much room there is
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-width-bin.h"

#include "app/widgets/ts-text-size.h"

struct _TsWidthBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  guint width; /* as it was told */
  guint telling;
};

G_DEFINE_FINAL_TYPE (TsWidthBin, ts_width_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_CHILD = 1,
  PROP_WIDTH,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static guint
count_width (TsWidthBin *self)
{
  return (guint) (gtk_widget_get_width (GTK_WIDGET (self)) / ts_text_size_get (GTK_WIDGET (self)));
}

static gboolean
tell_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TsWidthBin *self = TS_WIDTH_BIN (widget);
  guint width = count_width (self);

  self->telling = 0;

  if (width != self->width)
    {
      self->width = width;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
    }

  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
ts_width_bin_get_request_mode (GtkWidget *widget)
{
  TsWidthBin *self = TS_WIDTH_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
ts_width_bin_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TsWidthBin *self = TS_WIDTH_BIN (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
ts_width_bin_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TsWidthBin *self = TS_WIDTH_BIN (widget);

  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, 0, width, height }, baseline);

  if (self->telling == 0 && count_width (self) != self->width)
    self->telling = gtk_widget_add_tick_callback (widget, tell_cb, NULL, NULL);
}

static void
ts_width_bin_compute_expand (GtkWidget *widget,
                             gboolean  *horizontal,
                             gboolean  *vertical)
{
  TsWidthBin *self = TS_WIDTH_BIN (widget);

  *horizontal = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_HORIZONTAL);
  *vertical = self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

static void
ts_width_bin_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TsWidthBin *self = TS_WIDTH_BIN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;

    case PROP_WIDTH:
      g_value_set_uint (value, self->width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_width_bin_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TsWidthBin *self = TS_WIDTH_BIN (object);

  switch (property_id)
    {
    case PROP_CHILD:
      ts_width_bin_set_child (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_width_bin_dispose (GObject *object)
{
  TsWidthBin *self = TS_WIDTH_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ts_width_bin_parent_class)->dispose (object);
}

static void
ts_width_bin_class_init (TsWidthBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_width_bin_dispose;
  object_class->get_property = ts_width_bin_get_property;
  object_class->set_property = ts_width_bin_set_property;
  widget_class->get_request_mode = ts_width_bin_get_request_mode;
  widget_class->measure = ts_width_bin_measure;
  widget_class->size_allocate = ts_width_bin_size_allocate;
  widget_class->compute_expand = ts_width_bin_compute_expand;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] =
    g_param_spec_uint ("width", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_width_bin_init (TsWidthBin *self)
{
}

GtkWidget *
ts_width_bin_new (void)
{
  return g_object_new (TS_TYPE_WIDTH_BIN, NULL);
}

/**
 * ts_width_bin_set_child:
 * @self: a bin
 * @child: (nullable): what it holds
 */
void
ts_width_bin_set_child (TsWidthBin *self,
                        GtkWidget  *child)
{
  g_return_if_fail (TS_IS_WIDTH_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;

  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * ts_width_bin_get_width:
 * @self: a bin
 *
 * Returns: how many times the size of the text fits beside itself
 */
guint
ts_width_bin_get_width (TsWidthBin *self)
{
  g_return_val_if_fail (TS_IS_WIDTH_BIN (self), 0);

  return self->width;
}
