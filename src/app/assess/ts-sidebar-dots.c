/* ts-sidebar-dots.c — how far the parts of a competency have come, as dots
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-sidebar-dots.h"

struct _TsSidebarDots
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TsSidebarDots, ts_sidebar_dots, GTK_TYPE_WIDGET)

static const char *const part_classes[] = { "unrated", "to-confirm", "rated", "ready" };

static void
ts_sidebar_dots_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ts_sidebar_dots_parent_class)->dispose (object);
}

static void
ts_sidebar_dots_class_init (TsSidebarDotsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_sidebar_dots_dispose;

  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ts_sidebar_dots_init (TsSidebarDots *self)
{
}

/**
 * ts_sidebar_dots_set_parts:
 * @self: dots
 * @parts: (array length=n_parts): how far each part has come
 * @n_parts: how many parts there are
 */
void
ts_sidebar_dots_set_parts (TsSidebarDots *self,
                           const TsPart  *parts,
                           guint          n_parts)
{
  GtkWidget *dot;

  g_return_if_fail (TS_IS_SIDEBAR_DOTS (self));
  g_return_if_fail (parts != NULL || n_parts == 0);

  dot = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < n_parts; i++)
    {
      const char *const classes[] = { part_classes[parts[i]], NULL };

      if (dot == NULL)
        {
          dot = g_object_new (GTK_TYPE_BOX,
                              "css-name", "dot",
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                              "valign", GTK_ALIGN_CENTER,
                              NULL);
          gtk_widget_set_parent (dot, GTK_WIDGET (self));
        }

      gtk_widget_set_css_classes (dot, (const char **) classes);
      dot = gtk_widget_get_next_sibling (dot);
    }

  while (dot != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (dot);

      gtk_widget_unparent (dot);
      dot = next;
    }
}
