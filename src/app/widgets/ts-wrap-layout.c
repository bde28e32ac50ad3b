/* ts-wrap-layout.c — children side by side, in as many lines as it takes
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-wrap-layout.h"

struct _TsWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean spread;
};

G_DEFINE_FINAL_TYPE (TsWrapLayout, ts_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
  PROP_SPREAD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* One child with the size that it gets; its place in the line is known once the line is full. */
typedef struct
{
  GtkWidget *child;
  int x;
  int width;
  int height;
} Place;

static gboolean
takes_part (GtkWidget *child)
{
  /* Popovers are children too, but have a surface of their own. */
  return gtk_widget_should_layout (child);
}

static void
allocate_line (TsWrapLayout *self,
               GArray       *line,
               int           y,
               int           line_height,
               int           width,
               gboolean      mirrored)
{
  if (self->spread && line->len > 1)
    {
      Place *last = &g_array_index (line, Place, line->len - 1);

      last->x = width - last->width;
    }

  for (guint i = 0; i < line->len; i++)
    {
      const Place *place = &g_array_index (line, Place, i);
      GtkAllocation allocation = {
        .x = mirrored ? width - place->x - place->width : place->x,
        .y = y + (line_height - place->height) / 2,
        .width = place->width,
        .height = place->height,
      };

      gtk_widget_size_allocate (place->child, &allocation, -1);
    }
}

/* Breaks the children into lines of at most @width pixels and, if wanted, gives them their places. Returns the height of all. */
static int
lay_out (TsWrapLayout *self,
         GtkWidget    *widget,
         int           width,
         gboolean      allocate)
{
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Place));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int line_height = 0;
  int x = 0;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Place place = { .child = child };
      int minimum;
      int natural;

      if (!takes_part (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      place.width = MAX (minimum, MIN (natural, width));
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);

      if (line->len > 0 && x + place.width > width)
        {
          if (allocate)
            allocate_line (self, line, y, line_height, width, mirrored);

          g_array_set_size (line, 0);
          y += line_height + self->spacing;
          x = 0;
          line_height = 0;
        }

      place.x = x;
      g_array_append_val (line, place);
      x += place.width + self->spacing;
      line_height = MAX (line_height, place.height);
    }

  if (allocate)
    allocate_line (self, line, y, line_height, width, mirrored);

  return y + line_height;
}

static GtkSizeRequestMode
ts_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (TsWrapLayout *self,
               GtkWidget    *widget,
               int          *minimum,
               int          *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!takes_part (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? self->spacing : 0);
    }
}

static void
ts_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  TsWrapLayout *self = TS_WRAP_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
}

static void
ts_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  lay_out (TS_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
ts_wrap_layout_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TsWrapLayout *self = TS_WRAP_LAYOUT (object);

  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;

    case PROP_SPREAD:
      g_value_set_boolean (value, self->spread);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_wrap_layout_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TsWrapLayout *self = TS_WRAP_LAYOUT (object);

  switch (property_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        break;

      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    case PROP_SPREAD:
      if (self->spread == g_value_get_boolean (value))
        break;

      self->spread = g_value_get_boolean (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_wrap_layout_class_init (TsWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ts_wrap_layout_get_property;
  object_class->set_property = ts_wrap_layout_set_property;

  manager_class->get_request_mode = ts_wrap_layout_get_request_mode;
  manager_class->measure = ts_wrap_layout_measure;
  manager_class->allocate = ts_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  properties[PROP_SPREAD] =
    g_param_spec_boolean ("spread", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_wrap_layout_init (TsWrapLayout *self)
{
}

/**
 * ts_wrap_layout_new:
 * @spacing: between children and between lines, in pixels
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
ts_wrap_layout_new (int spacing)
{
  return g_object_new (TS_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}
