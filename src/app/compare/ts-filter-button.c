/* ts-filter-button.c — one thing that is chosen of what is compared
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/compare/ts-filter-button.h"

#include <glib/gi18n-lib.h>

/* In pixels: from here on the list is scrolled. */
#define HIGHEST_LIST 420

/* What is left of a text that is cut. */
#define LEAST_CHARACTERS 10

struct _TsFilterButton
{
  AdwBin parent_instance;

  char *title;
  char *signature; /* of the options that the list was made of */
  gboolean showing;

  GtkMenuButton *button;
  GtkLabel *label;
  GtkBox *list;
  GPtrArray *checks; /* GtkCheckButton, owned by the list */
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TsFilterButton, ts_filter_button, ADW_TYPE_BIN)

/* --- Options ------------------------------------------------------------------------------------------------------ */

static void
clear_option (gpointer data)
{
  TsFilterOption *option = data;

  g_free (option->id);
  g_free (option->label);
}

/**
 * ts_filter_options_new:
 *
 * Returns: (transfer full) (element-type TsFilterOption): no options yet
 */
GArray *
ts_filter_options_new (void)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (TsFilterOption));

  g_array_set_clear_func (options, clear_option);

  return options;
}

/**
 * ts_filter_options_add:
 * @options: options
 * @heading: (nullable): see #TsFilterOption; it stays valid as long as @options does, as do @action and @note
 * @action: see #TsFilterOption
 * @id: see #TsFilterOption
 * @label: see #TsFilterOption
 * @note: (nullable): see #TsFilterOption
 * @alone: see #TsFilterOption
 * @active: see #TsFilterOption
 */
void
ts_filter_options_add (GArray     *options,
                       const char *heading,
                       const char *action,
                       const char *id,
                       const char *label,
                       const char *note,
                       gboolean    alone,
                       gboolean    active)
{
  TsFilterOption option = { heading, action, g_strdup (id), g_strdup (label), note, alone, active };

  g_array_append_val (options, option);
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

static void
on_toggled (TsFilterButton *self,
            GtkCheckButton *check)
{
  const char *action = g_object_get_data (G_OBJECT (check), "action");
  gboolean alone = g_object_get_data (G_OBJECT (check), "alone") != NULL;

  /* Of two that exclude each other both change. */
  if (self->showing || (alone && !gtk_check_button_get_active (check)))
    return;

  /* The popover stays: the arrow keys choose as they go from one to the next. */
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", g_object_get_data (G_OBJECT (check), "id"));
}

static void
add_heading (TsFilterButton *self,
             const char     *text)
{
  GtkWidget *heading = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "filter-heading");
  gtk_widget_add_css_class (heading, "dim-label");
  gtk_box_append (self->list, heading);
}

static GtkWidget *
make_check (TsFilterButton       *self,
            const TsFilterOption *option)
{
  GtkAccessibleRole role = option->alone ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_CHECKBOX;
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", role, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (option->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_box_append (GTK_BOX (box), label);

  if (option->note != NULL)
    {
      GtkWidget *note = gtk_label_new (option->note);

      gtk_label_set_xalign (GTK_LABEL (note), 0);
      gtk_label_set_wrap (GTK_LABEL (note), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (note), 34);
      gtk_widget_add_css_class (note, "caption");
      gtk_widget_add_css_class (note, "dim-label");
      gtk_box_append (GTK_BOX (box), note);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, option->note, -1);
    }

  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, option->label, -1);
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (option->id), g_free);
  g_object_set_data_full (G_OBJECT (check), "action", g_strdup (option->action), g_free);
  g_object_set_data (G_OBJECT (check), "alone", GINT_TO_POINTER (option->alone));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);

  return check;
}

static char *
make_signature (const GArray *options)
{
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    {
      const TsFilterOption *option = &g_array_index (options, TsFilterOption, i);

      g_string_append_printf (signature, "%s\n%s\n%s\n%s\n%s\n%d\n", option->heading != NULL ? option->heading : "", option->action, option->id,
                              option->label, option->note != NULL ? option->note : "", option->alone);
    }

  return g_string_free (signature, FALSE);
}

static void
rebuild (TsFilterButton *self,
         const GArray   *options)
{
  GtkWidget *child;
  GtkCheckButton *first = NULL;
  const char *action = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);

  g_ptr_array_set_size (self->checks, 0);

  for (guint i = 0; i < options->len; i++)
    {
      const TsFilterOption *option = &g_array_index (options, TsFilterOption, i);
      GtkWidget *check = make_check (self, option);

      if (option->heading != NULL)
        add_heading (self, option->heading);

      if (g_strcmp0 (action, option->action) != 0)
        first = NULL;

      if (option->alone && first != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (check), first);
      else if (option->alone)
        first = GTK_CHECK_BUTTON (check);

      action = option->action;
      gtk_box_append (self->list, check);
      g_ptr_array_add (self->checks, check);
    }
}

/* --- As an object ------------------------------------------------------------------------------------------------- */

static void
ts_filter_button_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, TS_FILTER_BUTTON (object)->title);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_filter_button_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_TITLE:
      TS_FILTER_BUTTON (object)->title = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_filter_button_finalize (GObject *object)
{
  TsFilterButton *self = TS_FILTER_BUTTON (object);

  g_free (self->title);
  g_free (self->signature);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (ts_filter_button_parent_class)->finalize (object);
}

static void
ts_filter_button_class_init (TsFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ts_filter_button_get_property;
  object_class->set_property = ts_filter_button_set_property;
  object_class->finalize = ts_filter_button_finalize;

  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ts_filter_button_init (TsFilterButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->checks = g_ptr_array_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HIGHEST_LIST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_widget_add_css_class (popover, "filter");

  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 32);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "filter");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * ts_filter_button_new:
 * @title: what is chosen with it, "Layer"
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
ts_filter_button_new (const char *title)
{
  return g_object_new (TS_TYPE_FILTER_BUTTON, "title", title, NULL);
}

/**
 * ts_filter_button_set:
 * @self: a button
 * @text: what is chosen, in a few words
 * @options: (element-type TsFilterOption): what there is to choose from
 */
void
ts_filter_button_set (TsFilterButton *self,
                      const char     *text,
                      const GArray   *options)
{
  g_autofree char *signature = NULL;
  g_autofree char *name = NULL;
  gboolean is_long;

  g_return_if_fail (TS_IS_FILTER_BUTTON (self));

  is_long = g_utf8_strlen (text, -1) > LEAST_CHARACTERS + 3;
  signature = make_signature (options);
  /* Translators: what a choice is about, and what is chosen: "Layer: Final" */
  name = g_strdup_printf (C_("choice", "%s: %s"), self->title, text);
  self->showing = TRUE;

  /* Whoever is among the options stays there. */
  if (g_strcmp0 (signature, self->signature) != 0)
    {
      g_free (self->signature);
      self->signature = g_steal_pointer (&signature);
      rebuild (self, options);
    }

  for (guint i = 0; i < options->len; i++)
    {
      gboolean active = g_array_index (options, TsFilterOption, i).active;

      gtk_check_button_set_active (g_ptr_array_index (self->checks, i), active);
    }

  self->showing = FALSE;
  gtk_label_set_label (self->label, text);
  /* Where there is little room, enough stays to be read. */
  gtk_label_set_ellipsize (self->label, is_long ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (self->label, is_long ? LEAST_CHARACTERS : -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  /* What can be pressed is the button within. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->button))), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * ts_filter_button_set_chosen:
 * @self: a button
 * @chosen: whether something else is chosen than what everything begins with
 *
 * Has it stand out where it does, so that a filter is not overlooked.
 */
void
ts_filter_button_set_chosen (TsFilterButton *self,
                             gboolean        chosen)
{
  g_return_if_fail (TS_IS_FILTER_BUTTON (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "chosen");
}

/**
 * ts_filter_button_is_chosen:
 * @self: a button
 *
 * Returns: what ts_filter_button_set_chosen() has told it
 */
gboolean
ts_filter_button_is_chosen (TsFilterButton *self)
{
  g_return_val_if_fail (TS_IS_FILTER_BUTTON (self), FALSE);

  return gtk_widget_has_css_class (GTK_WIDGET (self->button), "chosen");
}

/**
 * ts_filter_button_get_text:
 * @self: a button
 *
 * Returns: (transfer none): what is chosen, as it says
 */
const char *
ts_filter_button_get_text (TsFilterButton *self)
{
  g_return_val_if_fail (TS_IS_FILTER_BUTTON (self), NULL);

  return gtk_label_get_label (self->label);
}
