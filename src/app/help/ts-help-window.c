/* ts-help-window.c — the help inside the program
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/help/ts-help-window.h"

#include <glib/gi18n-lib.h>

struct _TsHelpWindow
{
  AdwWindow parent_instance;

  TsHelpPlace shown;

  AdwLeaflet *leaflet;
  GtkWidget *contents;
  GtkEditable *search;
  GtkStack *lists;
  GtkWidget *guide_page;
  GtkListBox *guide_rows;
  GtkWidget *found_page;
  GtkListBox *found_rows;
  GtkWidget *nothing_page;
  GtkWidget *reading;
  AdwWindowTitle *title;
  GtkScrolledWindow *scrolled;
  GtkBox *text;
};

G_DEFINE_FINAL_TYPE (TsHelpWindow, ts_help_window, ADW_TYPE_WINDOW)

/* What a guide says */

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_step (guint       number,
             const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *numeral = g_strdup_printf (C_("step of a guide", "%u."), number);
  GtkWidget *numeral_label = gtk_label_new (numeral);
  GtkWidget *label = create_label (text, NULL);

  gtk_widget_set_valign (numeral_label, GTK_ALIGN_START);
  gtk_label_set_width_chars (GTK_LABEL (numeral_label), 2);
  gtk_label_set_xalign (GTK_LABEL (numeral_label), 1.0);
  gtk_widget_add_css_class (numeral_label, "numeric");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), numeral_label);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
create_keys (const char *text,
             const char *accel)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = create_label (text, NULL);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_auto (GStrv) accels = g_strsplit (accel, " ", -1);

  for (guint i = 0; accels[i] != NULL; i++)
    gtk_box_append (GTK_BOX (keys), gtk_shortcut_label_new (accels[i]));

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (keys, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), keys);

  return box;
}

static GtkWidget *
create_command (const char *command)
{
  GtkWidget *label = create_label (command, "monospace");

  /* To be copied. Not in the way of Tab. */
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_focusable (label, FALSE);
  gtk_widget_add_css_class (label, "help-command");

  return label;
}

static GtkWidget *
create_block (const TsHelpBlock *block,
              guint              n_steps)
{
  switch (block->kind)
    {
    case TS_HELP_STEP:
      return create_step (n_steps, _(block->text));

    case TS_HELP_KEYS:
      return create_keys (_(block->text), block->accel);

    case TS_HELP_COMMAND:
      return create_command (block->text);

    case TS_HELP_TEXT:
    default:
      return create_label (_(block->text), NULL);
    }
}

/* Tab goes from section to section; a screen reader reads each as a whole. */
static GtkWidget *
create_section (const TsHelpSection *section)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 9,
                                 "focusable", TRUE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 NULL);
  GtkWidget *heading = create_label (_(section->title), "title-3");
  g_autofree char *text = ts_help_section_dup_text (section);
  guint n_steps = 0;

  gtk_widget_add_css_class (box, "help-section");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _(section->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_box_append (GTK_BOX (box), heading);

  for (const TsHelpBlock *block = section->blocks; block->text != NULL; block++)
    {
      n_steps = block->kind == TS_HELP_STEP ? n_steps + 1 : 0;
      gtk_box_append (GTK_BOX (box), create_block (block, n_steps));
    }

  g_object_set_data (G_OBJECT (box), "section", (gpointer) section);

  return box;
}

static void
fill_text (TsHelpWindow      *self,
           const TsHelpGuide *guide)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->text))) != NULL)
    gtk_box_remove (self->text, child);

  gtk_box_append (self->text, create_label (_(guide->summary), "dim-label"));

  for (const TsHelpSection *section = guide->sections; section->id != NULL; section++)
    gtk_box_append (self->text, create_section (section));

  adw_window_title_set_title (self->title, _(guide->title));
}

static GtkWidget *
find_section (TsHelpWindow        *self,
              const TsHelpSection *section)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->text)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (g_object_get_data (G_OBJECT (child), "section") == section)
        return child;
    }

  return NULL;
}

static gboolean
scroll_to_section (gpointer user_data)
{
  TsHelpWindow *self = user_data;
  GtkWidget *section = find_section (self, self->shown.section);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double y;

  if (section == NULL)
    return G_SOURCE_REMOVE;

  /* The first has the summary above it, which is not to be scrolled away. */
  if (self->shown.section == self->shown.guide->sections)
    gtk_adjustment_set_value (adjustment, 0.0);
  else if (gtk_widget_translate_coordinates (section, GTK_WIDGET (self->text), 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y);

  return G_SOURCE_REMOVE;
}

static void
show_place (TsHelpWindow *self,
            TsHelpPlace   place)
{
  if (self->shown.guide != place.guide)
    fill_text (self, place.guide);

  self->shown = place;
  adw_leaflet_set_visible_child (self->leaflet, self->reading);
  gtk_widget_grab_focus (find_section (self, place.section));

  /* When the text has its size. */
  g_idle_add_full (G_PRIORITY_LOW, scroll_to_section, g_object_ref (self), g_object_unref);
}

/* Lists of guides and of what was found */

static GtkWidget *
create_row (const char        *title,
            const char        *subtitle,
            const char        *icon_name,
            const TsHelpPlace *place)
{
  GtkWidget *row = adw_action_row_new ();
  TsHelpPlace *copy = g_new (TsHelpPlace, 1);

  *copy = *place;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  if (icon_name != NULL)
    {
      GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
    }

  g_object_set_data_full (G_OBJECT (row), "place", copy, g_free);

  return row;
}

static void
row_activated_cb (TsHelpWindow  *self,
                  GtkListBoxRow *row)
{
  show_place (self, *(const TsHelpPlace *) g_object_get_data (G_OBJECT (row), "place"));
}

static void
search_changed_cb (TsHelpWindow *self)
{
  const char *words = gtk_editable_get_text (self->search);
  g_autoptr (GArray) found = ts_help_search (words);
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->found_rows, 0)) != NULL)
    gtk_list_box_remove (self->found_rows, GTK_WIDGET (row));

  for (guint i = 0; i < found->len; i++)
    {
      const TsHelpPlace *place = &g_array_index (found, TsHelpPlace, i);

      gtk_list_box_append (self->found_rows, create_row (_(place->section->title), _(place->guide->title), NULL, place));
    }

  if (*stripped == '\0')
    gtk_stack_set_visible_child (self->lists, self->guide_page);
  else
    gtk_stack_set_visible_child (self->lists, found->len > 0 ? self->found_page : self->nothing_page);
}

/* Return in the field opens what is first. */
static void
search_activated_cb (TsHelpWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found_rows, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
search_stopped_cb (TsHelpWindow *self)
{
  if (*gtk_editable_get_text (self->search) != '\0')
    gtk_editable_set_text (self->search, "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TsHelpWindow *self = TS_HELP_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TsHelpWindow *self = TS_HELP_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->contents);
  gtk_widget_child_focus (GTK_WIDGET (self->lists), GTK_DIR_TAB_FORWARD);
}

static void
ts_help_window_class_init (TsHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "help.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "help.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "help.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "help.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/help/help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, contents);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, lists);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, guide_page);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, guide_rows);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, found_page);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, found_rows);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TsHelpWindow, text);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
ts_help_window_init (TsHelpWindow *self)
{
  const TsHelpGuide *const *guides = ts_help_get_guides ();

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; guides[i] != NULL; i++)
    {
      TsHelpPlace place = { guides[i], guides[i]->sections };

      gtk_list_box_append (self->guide_rows, create_row (_(guides[i]->title), _(guides[i]->summary), guides[i]->icon_name, &place));
    }
}

/**
 * ts_help_window_new:
 *
 * Returns: (transfer none): the window; GTK keeps it until it is closed
 */
TsHelpWindow *
ts_help_window_new (void)
{
  return g_object_new (TS_TYPE_HELP_WINDOW, NULL);
}

/**
 * ts_help_window_show:
 * @self: a help window
 * @place_id: where somebody is who wants help; see ts_help_find_for_place()
 */
void
ts_help_window_show (TsHelpWindow *self,
                     const char   *place_id)
{
  TsHelpPlace place;

  g_return_if_fail (TS_IS_HELP_WINDOW (self));
  g_return_if_fail (place_id != NULL);

  ts_help_find_for_place (place_id, &place);
  show_place (self, place);
}

const TsHelpPlace *
ts_help_window_get_shown (TsHelpWindow *self)
{
  g_return_val_if_fail (TS_IS_HELP_WINDOW (self), NULL);

  return &self->shown;
}
