/* ts-sidebar.c — the places of an assessment, to choose from
 *
 * The selection is kept by the place's id, so that it survives when another assessment brings other places.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sidebar.h"

#include "app/assess/ts-sidebar-row.h"

struct _TsSidebar
{
  GtkWidget parent_instance;

  TsPlaceList *places;
  char *selected;
  gboolean selecting;    /* the selection follows `selected`, not a person */
  gboolean focus_wanted; /* the focus is to come here as soon as there are places */

  GtkWidget *scroller;
  GtkListBox *list;
};

enum
{
  PROP_0,
  PROP_PLACES,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsSidebar, ts_sidebar, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return ts_sidebar_row_new (item);
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *heading = ts_place_get_heading (ts_sidebar_row_get_place (TS_SIDEBAR_ROW (row)));
  const char *heading_before =
    before != NULL ? ts_place_get_heading (ts_sidebar_row_get_place (TS_SIDEBAR_ROW (before))) : NULL;
  GtkWidget *label;

  if (g_strcmp0 (heading, heading_before) == 0 || heading == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_header (row, label);
}

static void
select_row (TsSidebar *self)
{
  GtkListBoxRow *row;
  int position = -1;

  if (self->places != NULL && self->selected != NULL)
    position = ts_place_list_find (self->places, self->selected);

  row = position >= 0 ? gtk_list_box_get_row_at_index (self->list, position) : NULL;

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;

  /* Whoever is among the rows stays on the one that is selected. */
  if (row != NULL && (self->focus_wanted || gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL))
    {
      self->focus_wanted = FALSE;
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
}

static void
on_row_selected (TsSidebar     *self,
                 GtkListBoxRow *row)
{
  const char *place_id;

  if (self->selecting || row == NULL)
    return;

  place_id = ts_place_get_id (ts_sidebar_row_get_place (TS_SIDEBAR_ROW (row)));

  if (g_strcmp0 (self->selected, place_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (place_id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
on_row_activated (TsSidebar     *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
ts_sidebar_grab_focus (GtkWidget *widget)
{
  TsSidebar *self = TS_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);

  self->focus_wanted = row == NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The list is one stop for Tab, as it is in later versions of GTK; inside it the arrows lead from row to row. */
static gboolean
ts_sidebar_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (ts_sidebar_parent_class)->focus (widget, direction);

  return gtk_widget_get_focus_child (widget) == NULL && ts_sidebar_grab_focus (widget);
}

static void
ts_sidebar_dispose (GObject *object)
{
  TsSidebar *self = TS_SIDEBAR (object);

  if (self->places != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->places, self);
      g_clear_object (&self->places);
    }

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (ts_sidebar_parent_class)->dispose (object);
}

static void
ts_sidebar_finalize (GObject *object)
{
  TsSidebar *self = TS_SIDEBAR (object);

  g_free (self->selected);

  G_OBJECT_CLASS (ts_sidebar_parent_class)->finalize (object);
}

static void
ts_sidebar_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  TsSidebar *self = TS_SIDEBAR (object);

  switch (property_id)
    {
    case PROP_PLACES:
      g_value_set_object (value, self->places);
      break;

    case PROP_SELECTED:
      g_value_set_string (value, self->selected);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_sidebar_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  TsSidebar *self = TS_SIDEBAR (object);

  switch (property_id)
    {
    case PROP_PLACES:
      ts_sidebar_set_places (self, g_value_get_object (value));
      break;

    case PROP_SELECTED:
      ts_sidebar_set_selected (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_sidebar_class_init (TsSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_sidebar_dispose;
  object_class->finalize = ts_sidebar_finalize;
  object_class->get_property = ts_sidebar_get_property;
  object_class->set_property = ts_sidebar_set_property;
  widget_class->focus = ts_sidebar_focus;
  widget_class->grab_focus = ts_sidebar_grab_focus;

  properties[PROP_PLACES] =
    g_param_spec_object ("places", NULL, NULL, TS_TYPE_PLACE_LIST,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_string ("selected", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", TS_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, TsSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
}

static void
ts_sidebar_init (TsSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

TsPlaceList *
ts_sidebar_get_places (TsSidebar *self)
{
  g_return_val_if_fail (TS_IS_SIDEBAR (self), NULL);

  return self->places;
}

/**
 * ts_sidebar_set_places:
 * @self: a sidebar
 * @places: (nullable): the places to choose from
 */
void
ts_sidebar_set_places (TsSidebar   *self,
                       TsPlaceList *places)
{
  g_return_if_fail (TS_IS_SIDEBAR (self));
  g_return_if_fail (places == NULL || TS_IS_PLACE_LIST (places));

  if (self->places == places)
    return;

  if (self->places != NULL)
    g_signal_handlers_disconnect_by_data (self->places, self);

  g_set_object (&self->places, places);

  self->selecting = TRUE;
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (places), create_row, NULL, NULL);
  self->selecting = FALSE;

  /* After the list box, which connected first, has made its rows. */
  if (places != NULL)
    g_signal_connect_swapped (places, "items-changed", G_CALLBACK (select_row), self);

  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES]);
}

/**
 * ts_sidebar_get_selected:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the id of the place that is selected
 */
const char *
ts_sidebar_get_selected (TsSidebar *self)
{
  g_return_val_if_fail (TS_IS_SIDEBAR (self), NULL);

  return self->selected;
}

/**
 * ts_sidebar_set_selected:
 * @self: a sidebar
 * @place_id: (nullable): the id of the place to select; one that is not there (yet) is kept in mind
 */
void
ts_sidebar_set_selected (TsSidebar  *self,
                         const char *place_id)
{
  g_return_if_fail (TS_IS_SIDEBAR (self));

  if (g_strcmp0 (self->selected, place_id) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (place_id);
  select_row (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}
