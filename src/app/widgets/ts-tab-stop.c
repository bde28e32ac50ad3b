/* ts-tab-stop.c — a list that is one stop of Tab
 *
 * In a list view of GTK 4.8 Tab leads from row to row, which is no way out of a history of thousands of changes. In here the arrow
 * keys do that; Tab leads to what the row has in it, and then on to what comes after the list. A list box is entered at the row that is
 * selected, for where a row is selected as soon as it has the focus, passing through would choose something else.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-tab-stop.h"

struct _TsTabStop
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

static GtkBuildableIface *parent_buildable;

/* The row of the list in which the focus is, or NULL. */
static GtkWidget *
find_row (TsTabStop *self)
{
  GtkWidget *widget = gtk_widget_get_focus_child (GTK_WIDGET (self));

  while (widget != NULL && !GTK_IS_LIST_VIEW (widget) && !GTK_IS_LIST_BOX (widget))
    widget = gtk_widget_get_focus_child (widget);

  return widget != NULL ? gtk_widget_get_focus_child (widget) : NULL;
}

static gboolean
ts_tab_stop_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  TsTabStop *self = TS_TAB_STOP (widget);
  GtkWidget *row = find_row (self);

  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (row != NULL && tab)
    return gtk_widget_child_focus (row, direction);

  if (tab && GTK_IS_LIST_BOX (self->child))
    {
      GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->child));

      if (selected == NULL)
        selected = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->child), 0);

      return selected != NULL && gtk_widget_grab_focus (GTK_WIDGET (selected));
    }

  return self->child != NULL && gtk_widget_child_focus (self->child, direction);
}

static void
ts_tab_stop_add_child (GtkBuildable *buildable,
                       GtkBuilder   *builder,
                       GObject      *child,
                       const char   *type)
{
  TsTabStop *self = TS_TAB_STOP (buildable);

  if (!GTK_IS_WIDGET (child))
    {
      parent_buildable->add_child (buildable, builder, child, type);
      return;
    }

  g_return_if_fail (self->child == NULL);

  self->child = GTK_WIDGET (child);
  gtk_widget_set_parent (self->child, GTK_WIDGET (self));
}

static void
ts_tab_stop_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = ts_tab_stop_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsTabStop, ts_tab_stop, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, ts_tab_stop_buildable_init))

static void
ts_tab_stop_dispose (GObject *object)
{
  TsTabStop *self = TS_TAB_STOP (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ts_tab_stop_parent_class)->dispose (object);
}

static void
ts_tab_stop_class_init (TsTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ts_tab_stop_dispose;
  widget_class->focus = ts_tab_stop_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ts_tab_stop_init (TsTabStop *self)
{
}
