/* ts-chooser-popover.c — one out of a list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-chooser-popover.h"
#include "app/widgets/ts-accessible-names.h"

/* Lists up to this long are read faster than they are searched. */
#define MOST_WITHOUT_SEARCH 8

struct _TsChooserPopover
{
  GtkPopover parent_instance;

  TsChooserTextFunc title;
  TsChooserTextFunc subtitle;
  GListModel *model;
  GObject *current;
  char *needle; /* case folded; "" finds everything */

  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GtkWidget *search;
  GtkWidget *scroller;
  GtkListView *list;
  GtkWidget *nothing;
  GtkWidget *extra;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsChooserPopover, ts_chooser_popover, GTK_TYPE_POPOVER)

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  TsChooserPopover *self = user_data;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *both = NULL;
  g_autofree char *folded = NULL;

  if (*self->needle == '\0' || self->title == NULL)
    return TRUE;

  title = self->title (item);
  subtitle = self->subtitle (item);
  both = g_strconcat (title, "\n", subtitle, NULL);
  folded = fold (both);

  return strstr (folded, self->needle) != NULL;
}

static void
update_visibility (TsChooserPopover *self)
{
  guint n_all = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_widget_set_visible (self->search, n_all > MOST_WITHOUT_SEARCH);
  gtk_widget_set_visible (self->scroller, n_found > 0);
  gtk_widget_set_visible (self->nothing, n_found == 0);
}

static void
choose (TsChooserPopover *self,
        guint             position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, item);
}

static void
on_activate (TsChooserPopover *self,
             guint             position)
{
  choose (self, position);
}

static void
on_search_activate (TsChooserPopover *self)
{
  choose (self, 0);
}

static void
on_search_changed (TsChooserPopover *self)
{
  g_free (self->needle);
  self->needle = fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_visibility (self);
}

static gboolean
on_search_key_pressed (TsChooserPopover *self,
                       guint             key,
                       guint             code,
                       GdkModifierType   state)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GDK_EVENT_STOP;
}

static void
on_show (TsChooserPopover *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  update_visibility (self);

  if (gtk_widget_get_visible (self->search))
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
on_extra_clicked (TsChooserPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
on_setup_row (TsChooserPopover *self,
              GtkListItem      *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *line = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (lines), line);

      if (i == 1)
        {
          gtk_widget_add_css_class (line, "caption");
          gtk_widget_add_css_class (line, "dim-label");
        }
    }

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_box_append (GTK_BOX (row), check);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind_row (TsChooserPopover *self,
             GtkListItem      *list_item)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *lines = gtk_widget_get_first_child (row);
  GtkWidget *check = gtk_widget_get_last_child (row);
  g_autofree char *title = self->title (item);
  g_autofree char *subtitle = self->subtitle (item);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, subtitle);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (lines)), subtitle);
  gtk_widget_set_tooltip_text (row, title);
  ts_accessible_names_set_row (row, name);
  gtk_widget_set_visible (check, item == (gpointer) self->current);
}

static void
ts_chooser_popover_dispose (GObject *object)
{
  TsChooserPopover *self = TS_CHOOSER_POPOVER (object);

  if (self->model != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->model, self);
      g_clear_object (&self->model);
    }

  /* The filter calls back into this object, and may be kept by a list view that goes later. */
  if (self->filter != NULL)
    {
      gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
      self->filter = NULL;
    }

  g_clear_object (&self->current);

  G_OBJECT_CLASS (ts_chooser_popover_parent_class)->dispose (object);
}

static void
ts_chooser_popover_finalize (GObject *object)
{
  TsChooserPopover *self = TS_CHOOSER_POPOVER (object);

  g_clear_object (&self->filtered);
  g_free (self->needle);

  G_OBJECT_CLASS (ts_chooser_popover_parent_class)->finalize (object);
}

static void
ts_chooser_popover_class_init (TsChooserPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_chooser_popover_dispose;
  object_class->finalize = ts_chooser_popover_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TS_TYPE_CHOOSER_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_OBJECT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/widgets/chooser-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TsChooserPopover, search);
  gtk_widget_class_bind_template_child (widget_class, TsChooserPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, TsChooserPopover, list);
  gtk_widget_class_bind_template_child (widget_class, TsChooserPopover, nothing);
  gtk_widget_class_bind_template_child (widget_class, TsChooserPopover, extra);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_bind_row);
  gtk_widget_class_bind_template_callback (widget_class, on_extra_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_setup_row);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
}

static void
ts_chooser_popover_init (TsChooserPopover *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, self->filter);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->filtered))));
  gtk_list_view_set_model (self->list, selection);
}

/**
 * ts_chooser_popover_set_functions:
 * @self: a chooser
 * @title: what the first line of an item says
 * @subtitle: what the second line says
 *
 * Comes before the list. What both lines say is what a search looks in.
 */
void
ts_chooser_popover_set_functions (TsChooserPopover *self,
                                  TsChooserTextFunc title,
                                  TsChooserTextFunc subtitle)
{
  g_return_if_fail (TS_IS_CHOOSER_POPOVER (self));
  g_return_if_fail (title != NULL && subtitle != NULL);
  g_return_if_fail (self->model == NULL);

  self->title = title;
  self->subtitle = subtitle;
}

/**
 * ts_chooser_popover_set_model:
 * @self: a chooser
 * @model: (nullable): what there is to choose from
 */
void
ts_chooser_popover_set_model (TsChooserPopover *self,
                              GListModel       *model)
{
  g_return_if_fail (TS_IS_CHOOSER_POPOVER (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));
  g_return_if_fail (model == NULL || self->title != NULL);

  if (self->model == model)
    return;

  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);

  g_set_object (&self->model, model);
  gtk_filter_list_model_set_model (self->filtered, model);

  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (update_visibility), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  update_visibility (self);
}

/**
 * ts_chooser_popover_set_current:
 * @self: a chooser
 * @item: (nullable): the item that is marked as the one chosen now
 */
void
ts_chooser_popover_set_current (TsChooserPopover *self,
                                gpointer          item)
{
  g_return_if_fail (TS_IS_CHOOSER_POPOVER (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  if (!g_set_object (&self->current, item))
    return;

  /* Binds the rows that are on screen again, which moves the mark. */
  if (self->model != NULL)
    {
      gtk_filter_list_model_set_model (self->filtered, NULL);
      gtk_filter_list_model_set_model (self->filtered, self->model);
    }
}

/**
 * ts_chooser_popover_set_extra:
 * @self: a chooser
 * @label: what a button below the list says
 * @action_name: what it does
 */
void
ts_chooser_popover_set_extra (TsChooserPopover *self,
                              const char       *label,
                              const char       *action_name)
{
  g_return_if_fail (TS_IS_CHOOSER_POPOVER (self));
  g_return_if_fail (label != NULL && action_name != NULL);

  gtk_button_set_label (GTK_BUTTON (self->extra), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->extra), action_name);
  gtk_widget_set_visible (self->extra, TRUE);
}
