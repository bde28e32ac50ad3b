/* ts-organisation-button.c — one organisation out of those compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-organisation-button.h"

#include "app/widgets/ts-chooser-popover.h"

#include <glib/gi18n-lib.h>

struct _TsOrganisationButton
{
  AdwBin parent_instance;

  char *all;                /* what all of them are called; NULL where one has to be chosen */
  TsComparison *comparison; /* among whom to choose */
  TsCompareFilter *filter;
  char *code;      /* who is chosen, or NULL */
  gboolean filled; /* whether the list is of these */
  GtkMenuButton *button;
  GtkLabel *label;
  TsChooserPopover *popover;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsOrganisationButton, ts_organisation_button, ADW_TYPE_BIN)

/* An item is a GtkStringObject with its name; its code is beside it. */
static const char *
get_code (gpointer item)
{
  return g_object_get_data (item, "code");
}

static char *
dup_title (gpointer item)
{
  return g_strdup (gtk_string_object_get_string (item));
}

static char *
dup_subtitle (gpointer item)
{
  return g_strdup (get_code (item));
}

static void
add_item (GListStore *items,
          const char *code,
          const char *name)
{
  g_autoptr (GtkStringObject) item = gtk_string_object_new (name);

  g_object_set_data_full (G_OBJECT (item), "code", g_strdup (code), g_free);
  g_list_store_append (items, item);
}

static void
on_chosen (TsOrganisationButton *self,
           gpointer              item)
{
  g_signal_emit (self, signals[CHOSEN], 0, get_code (item));
}

static void
fill (TsOrganisationButton *self)
{
  g_autoptr (GListStore) items = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  guint n = ts_comparison_get_n_organisations (self->comparison);

  if (self->all != NULL)
    add_item (items, "", self->all);

  /* Those that were pointed out come first. */
  for (int highlighted = 1; highlighted >= 0; highlighted--)
    {
      for (guint i = 0; i < n; i++)
        {
          const TsComparedOrganisation *organisation = ts_comparison_get_organisation (self->comparison, i);

          if (ts_compare_filter_highlights (self->filter, organisation->code) == highlighted)
            add_item (items, organisation->code, organisation->name);
        }
    }

  self->filled = TRUE;
  ts_chooser_popover_set_model (self->popover, G_LIST_MODEL (items));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (g_str_equal (get_code (item), self->code != NULL ? self->code : ""))
        ts_chooser_popover_set_current (self->popover, item);
    }
}

/* A list makes a widget for each of its rows, hidden or not, and most of these lists are never looked at. */
static void
on_opening (GtkMenuButton *button,
            gpointer       user_data)
{
  TsOrganisationButton *self = user_data;

  if (self->comparison != NULL && !self->filled)
    fill (self);
}

static void
ts_organisation_button_finalize (GObject *object)
{
  TsOrganisationButton *self = TS_ORGANISATION_BUTTON (object);

  g_free (self->all);
  g_free (self->code);
  g_clear_pointer (&self->comparison, ts_comparison_unref);
  g_clear_pointer (&self->filter, ts_compare_filter_free);

  G_OBJECT_CLASS (ts_organisation_button_parent_class)->finalize (object);
}

static void
ts_organisation_button_class_init (TsOrganisationButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_organisation_button_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", TS_TYPE_ORGANISATION_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ts_organisation_button_init (TsOrganisationButton *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->popover = g_object_new (TS_TYPE_CHOOSER_POPOVER, NULL);
  ts_chooser_popover_set_functions (self->popover, dup_title, dup_subtitle);
  g_signal_connect_object (self->popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);

  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 26);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_menu_button_set_create_popup_func (self->button, on_opening, self, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * ts_organisation_button_new:
 * @all: (nullable): what all of them are called, where they can be chosen too
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ts_organisation_button_new (const char *all)
{
  TsOrganisationButton *self = g_object_new (TS_TYPE_ORGANISATION_BUTTON, NULL);

  self->all = g_strdup (all);

  return GTK_WIDGET (self);
}

/**
 * ts_organisation_button_set:
 * @self: a button
 * @comparison: among whom to choose
 * @filter: which of them are pointed out
 * @code: (nullable): who is chosen; %NULL for all
 */
void
ts_organisation_button_set (TsOrganisationButton  *self,
                            TsComparison          *comparison,
                            const TsCompareFilter *filter,
                            const char            *code)
{
  const char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TS_IS_ORGANISATION_BUTTON (self));
  g_return_if_fail (comparison != NULL && filter != NULL);

  g_clear_pointer (&self->comparison, ts_comparison_unref);
  g_clear_pointer (&self->filter, ts_compare_filter_free);
  g_free (self->code);
  self->comparison = ts_comparison_ref (comparison);
  self->filter = ts_compare_filter_copy (filter);
  self->code = g_strdup (code);
  self->filled = FALSE;

  if (code != NULL)
    text = ts_comparison_get_organisation_name (comparison, code);

  if (text == NULL)
    text = self->all != NULL && code == NULL ? self->all : _("Choose an organisation…");

  /* Translators: %s is an organisation */
  name = g_strdup_printf (_("Organisation: %s"), text);
  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
