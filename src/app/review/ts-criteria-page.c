/* ts-criteria-page.c — a page of a review that goes from criterion to criterion
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/review/ts-criteria-page.h"

#include "app/review/ts-ledger-dialog.h"
#include "app/review/ts-review-words.h"
#include "app/widgets/ts-tab-stop.h"
#include "app/widgets/ts-text-size.h"
#include "app/widgets/ts-width-bin.h"
#include "core/ts-stale.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *node_id;
  char *listed;     /* the criteria in the list, as one text */
  GPtrArray *notes; /* GtkLabel, borrowed from the widget tree, one for each row */
  GPtrArray *ids;
  gboolean selecting;
  GtkWindow *ledger; /* weak */

  TsWidthBin *width_bin;
  AdwLeaflet *leaflet;
  GtkWidget *side;
  GtkLabel *heading;
  GtkListBox *list;
  GtkWidget *scroller;
  GtkBox *head;
  GtkWidget *back;
  GtkBox *top;
  GtkBox *title_bar;
  GtkLabel *title;
  GtkBox *controls;
  GtkBox *detail;
} TsCriteriaPagePrivate;

/* In the size of the text: with less beside the list, the criterion is shown in its place; and what stands beside its title goes above it. */
#define DETAIL_WIDTH 30
#define TITLE_WIDTH  34

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TsCriteriaPage, ts_criteria_page, TS_TYPE_REVIEW_PAGE)

static TsCriteriaPagePrivate *
get_private (TsCriteriaPage *self)
{
  return ts_criteria_page_get_instance_private (self);
}

static void
entry_free (gpointer data)
{
  TsCriterionEntry *entry = data;

  g_free (entry->note);
  g_free (entry);
}

/**
 * ts_criteria_page_add:
 * @entries: the list of a page
 * @node: a criterion
 * @note: (nullable) (transfer full): a few words
 * @done: whether it needs nothing more
 */
void
ts_criteria_page_add (GPtrArray    *entries,
                      const TsNode *node,
                      char         *note,
                      gboolean      done)
{
  TsCriterionEntry *entry = g_new (TsCriterionEntry, 1);

  *entry = (TsCriterionEntry) { node, note, done };
  g_ptr_array_add (entries, entry);
}

/* --- The list ----------------------------------------------------------------------------------------------------- */

/* The badges have one width, so that the titles beside them stand in line. */
static GtkWidget *
make_row (TsCriteriaPage *self,
          const TsNode   *node,
          GtkSizeGroup   *badges)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *id = gtk_label_new (node->id);
  GtkWidget *title = gtk_label_new (node->title);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_widget_add_css_class (id, "criterion-id");
  gtk_widget_set_visible (id, ts_node_is_numbered (node));

  if (ts_node_is_numbered (node))
    gtk_size_group_add_widget (badges, id);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (title, node->title);
  gtk_widget_add_css_class (note, "caption");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_box_append (GTK_BOX (box), id);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), note);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_ptr_array_add (get_private (self)->notes, note);
  g_ptr_array_add (get_private (self)->ids, g_strdup (node->id));

  return row;
}

static void
fill_list (TsCriteriaPage *self,
           GPtrArray      *entries)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  g_autoptr (GString) listed = g_string_new (NULL);
  GtkListBoxRow *row;

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (listed, "%s\n", ((TsCriterionEntry *) g_ptr_array_index (entries, i))->node->id);

  if (g_strcmp0 (listed->str, priv->listed) != 0)
    {
      g_autoptr (GtkSizeGroup) badges = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

      while ((row = gtk_list_box_get_row_at_index (priv->list, 0)) != NULL)
        gtk_list_box_remove (priv->list, GTK_WIDGET (row));

      g_ptr_array_set_size (priv->notes, 0);
      g_ptr_array_set_size (priv->ids, 0);

      for (guint i = 0; i < entries->len; i++)
        gtk_list_box_append (priv->list, make_row (self, ((TsCriterionEntry *) g_ptr_array_index (entries, i))->node, badges));

      g_free (priv->listed);
      priv->listed = g_strdup (listed->str);
    }

  for (guint i = 0; i < entries->len; i++)
    {
      const TsCriterionEntry *entry = g_ptr_array_index (entries, i);
      GtkWidget *widget = GTK_WIDGET (gtk_list_box_get_row_at_index (priv->list, (int) i));
      g_autofree char *name = ts_node_dup_name (entry->node);
      g_autofree char *label = entry->note != NULL ? g_strdup_printf ("%s, %s", name, entry->note) : g_strdup (name);

      gtk_label_set_label (g_ptr_array_index (priv->notes, i), entry->note != NULL ? entry->note : "");
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

      if (entry->done)
        gtk_widget_add_css_class (widget, "done");
      else
        gtk_widget_remove_css_class (widget, "done");
    }
}

static int
find_row (TsCriteriaPage *self,
          const char     *node_id)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  for (guint i = 0; node_id != NULL && i < priv->ids->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (priv->ids, i), node_id))
        return (int) i;
    }

  return -1;
}

static void
show_node (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  const TsNode *node = ts_criteria_page_get_node (self);
  g_autofree char *name = NULL;

  if (node == NULL)
    return;

  name = ts_node_dup_name (node);
  gtk_label_set_label (priv->title, name);
  TS_CRITERIA_PAGE_GET_CLASS (self)->show (self, ts_review_page_get_review (TS_REVIEW_PAGE (self)), node);
}

static void
ts_criteria_page_update (TsReviewPage *page)
{
  TsCriteriaPage *self = TS_CRITERIA_PAGE (page);
  TsCriteriaPagePrivate *priv = get_private (self);
  const TsReviewSnapshot *review = ts_review_page_get_review (page);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  TS_CRITERIA_PAGE_GET_CLASS (self)->list (self, review, entries);
  priv->selecting = TRUE;
  fill_list (self, entries);

  if (find_row (self, priv->node_id) < 0)
    {
      g_free (priv->node_id);
      priv->node_id = priv->ids->len > 0 ? g_strdup (g_ptr_array_index (priv->ids, 0)) : NULL;
    }

  gtk_list_box_select_row (priv->list, gtk_list_box_get_row_at_index (priv->list, find_row (self, priv->node_id)));
  priv->selecting = FALSE;
  show_node (self);
}

static void
show_ledger_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TsCriteriaPagePrivate *priv = get_private (TS_CRITERIA_PAGE (widget));
  TsReviewPage *page = TS_REVIEW_PAGE (widget);
  const TsNode *node = ts_criteria_page_get_node (TS_CRITERIA_PAGE (widget));
  GtkRoot *root = gtk_widget_get_root (widget);

  if (node == NULL)
    return;

  ts_review_page_flush (page);
  g_set_weak_pointer (&priv->ledger, GTK_WINDOW (ts_ledger_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, ts_review_page_get_session (page),
                                                                       ts_review_page_get_review (page)->framework, ts_review_page_get_assessment_id (page), node)));
  gtk_window_present (priv->ledger);
}

static void
ts_criteria_page_flush (TsReviewPage *page)
{
  TsCriteriaPage *self = TS_CRITERIA_PAGE (page);

  if (TS_CRITERIA_PAGE_GET_CLASS (self)->flush != NULL)
    TS_CRITERIA_PAGE_GET_CLASS (self)->flush (self);
}

static void
ts_criteria_page_forget (TsReviewPage *page)
{
  TsCriteriaPage *self = TS_CRITERIA_PAGE (page);
  TsCriteriaPagePrivate *priv = get_private (self);
  GtkListBoxRow *row;

  /* What it says is for whoever asked for it. */
  if (priv->ledger != NULL)
    gtk_window_destroy (priv->ledger);

  priv->selecting = TRUE;

  while ((row = gtk_list_box_get_row_at_index (priv->list, 0)) != NULL)
    gtk_list_box_remove (priv->list, GTK_WIDGET (row));

  priv->selecting = FALSE;
  g_ptr_array_set_size (priv->notes, 0);
  g_ptr_array_set_size (priv->ids, 0);
  g_clear_pointer (&priv->listed, g_free);
  gtk_label_set_label (priv->title, "");

  if (TS_CRITERIA_PAGE_GET_CLASS (self)->forget != NULL)
    TS_CRITERIA_PAGE_GET_CLASS (self)->forget (self);
}

/**
 * ts_criteria_page_choose:
 * @self: a page
 * @node_id: a criterion; anything else is ignored
 */
void
ts_criteria_page_choose (TsCriteriaPage *self,
                         const char     *node_id)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  int position = find_row (self, node_id);
  GtkAdjustment *adjustment;

  if (position < 0 || g_strcmp0 (priv->node_id, node_id) == 0)
    return;

  ts_review_page_flush (TS_REVIEW_PAGE (self));
  g_free (priv->node_id);
  priv->node_id = g_strdup (node_id);
  priv->selecting = TRUE;
  gtk_list_box_select_row (priv->list, gtk_list_box_get_row_at_index (priv->list, position));
  priv->selecting = FALSE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller));
  gtk_adjustment_set_value (adjustment, 0);
  show_node (self);
}

/**
 * ts_criteria_page_step:
 * @self: a page
 * @step: 1 for the next criterion of the list, -1 for the one before
 *
 * Returns: whether there was one
 */
gboolean
ts_criteria_page_step (TsCriteriaPage *self,
                       int             step)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  int position = find_row (self, priv->node_id) + step;

  if (position < 0 || position >= (int) priv->ids->len)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }

  ts_criteria_page_choose (self, g_ptr_array_index (priv->ids, position));

  return TRUE;
}

static void
on_row_selected (TsCriteriaPage *self,
                 GtkListBoxRow  *row)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  if (row != NULL && !priv->selecting)
    ts_criteria_page_choose (self, g_ptr_array_index (priv->ids, gtk_list_box_row_get_index (row)));
}

static void
on_row_activated (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  if (!adw_leaflet_get_folded (priv->leaflet))
    return;

  adw_leaflet_set_visible_child_name (priv->leaflet, "detail");
  gtk_widget_child_focus (GTK_WIDGET (priv->detail), GTK_DIR_TAB_FORWARD);
}

static void
show_head (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->head), gtk_widget_get_visible (priv->back) || gtk_widget_get_parent (GTK_WIDGET (priv->controls)) == GTK_WIDGET (priv->head));
}

/* Beside the title, or above it where that would leave it too little. */
static void
put_controls (TsCriteriaPage *self,
              gboolean        above)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  GtkBox *place = above ? priv->head : priv->title_bar;
  GtkWidget *controls = GTK_WIDGET (priv->controls);

  if (gtk_widget_get_parent (controls) == GTK_WIDGET (place))
    return;

  g_object_ref (controls);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (controls)), controls);
  gtk_box_append (place, controls);
  g_object_unref (controls);
  gtk_widget_set_hexpand (controls, above);
  show_head (self);
}

static void
on_folded (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->back, adw_leaflet_get_folded (priv->leaflet));
  show_head (self);
}

/* The leaflet folds where the two do not fit at their least, which knows nothing of large text. So that it does, the criterion asks for just more than
 * there is where there is too little for it: never for so much that the window could not become smaller. */
static void
on_width (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  int width = gtk_widget_get_width (GTK_WIDGET (priv->width_bin));
  double em = ts_text_size_get (GTK_WIDGET (self));
  int side;
  gboolean narrow;

  gtk_widget_measure (priv->side, GTK_ORIENTATION_HORIZONTAL, -1, &side, NULL, NULL, NULL);
  narrow = width < side + DETAIL_WIDTH * em;
  gtk_widget_set_size_request (priv->scroller, narrow ? MAX (width - side + (int) em, -1) : -1, -1);
  put_controls (self, (narrow ? width : width - side) < TITLE_WIDTH * em);
}

/* --- Actions and keys --------------------------------------------------------------------------------------------- */

static void
back_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsCriteriaPagePrivate *priv = get_private (TS_CRITERIA_PAGE (widget));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (priv->list);

  adw_leaflet_set_visible_child_name (priv->leaflet, "list");

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
rate_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsCriteriaPage *self = TS_CRITERIA_PAGE (widget);
  const TsNode *node = ts_criteria_page_get_node (self);

  if (node != NULL && TS_CRITERIA_PAGE_GET_CLASS (self)->set_level != NULL)
    TS_CRITERIA_PAGE_GET_CLASS (self)->set_level (self, node, parameter != NULL ? g_variant_get_int32 (parameter) : 0);
}

static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  ts_criteria_page_step (TS_CRITERIA_PAGE (widget), g_variant_get_int32 (parameter));
}

static gboolean
step_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  return ts_criteria_page_step (TS_CRITERIA_PAGE (widget), g_variant_get_int32 (args));
}

static gboolean
rate_by_key (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TsCriteriaPage *self = TS_CRITERIA_PAGE (widget);
  const TsNode *node = ts_criteria_page_get_node (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  int level = g_variant_get_int32 (args);

  /* A popover's keys come up through the widgets that it hangs on; they are not meant for the page. */
  if (focus == NULL || node == NULL || gtk_widget_get_native (focus) != gtk_widget_get_native (widget))
    return FALSE;

  if (TS_CRITERIA_PAGE_GET_CLASS (self)->set_level == NULL || (level > 0 && ts_scale_get_level (node->section->scale, level) == NULL))
    return FALSE;

  TS_CRITERIA_PAGE_GET_CLASS (self)->set_level (self, node, level);

  return TRUE;
}

static void
ts_criteria_page_finalize (GObject *object)
{
  TsCriteriaPagePrivate *priv = get_private (TS_CRITERIA_PAGE (object));

  g_clear_weak_pointer (&priv->ledger);
  g_free (priv->node_id);
  g_free (priv->listed);
  g_ptr_array_unref (priv->notes);
  g_ptr_array_unref (priv->ids);

  G_OBJECT_CLASS (ts_criteria_page_parent_class)->finalize (object);
}

static void
ts_criteria_page_class_init (TsCriteriaPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  TsReviewPageClass *page_class = TS_REVIEW_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ts_criteria_page_finalize;
  page_class->update = ts_criteria_page_update;
  page_class->flush = ts_criteria_page_flush;
  page_class->forget = ts_criteria_page_forget;

  gtk_widget_class_install_action (widget_class, "criteria.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "criteria.show-ledger", NULL, show_ledger_action);
  gtk_widget_class_install_action (widget_class, "rating.set", "i", rate_action);
  gtk_widget_class_install_action (widget_class, "rating.clear", NULL, rate_action);
  gtk_widget_class_install_action (widget_class, "criterion.step", "i", step_action);

  for (int i = 0; i <= TS_SCALE_MOST_LEVELS; i++)
    {
      gtk_widget_class_add_binding (widget_class, GDK_KEY_0 + (guint) i, 0, rate_by_key, "i", i);
      gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0 + (guint) i, 0, rate_by_key, "i", i);
    }

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, step_by_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, step_by_key, "i", -1);

  g_type_ensure (TS_TYPE_TAB_STOP);
  g_type_ensure (TS_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/review/criteria-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, width_bin);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, leaflet);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, side);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, list);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, head);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, back);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, top);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, title_bar);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, controls);
  gtk_widget_class_bind_template_child_private (widget_class, TsCriteriaPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_width);
  gtk_widget_class_bind_template_callback (widget_class, on_row_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ts_criteria_page_init (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  priv->notes = g_ptr_array_new ();
  priv->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ts_criteria_page_set_heading (TsCriteriaPage *self,
                              const char     *heading)
{
  TsCriteriaPagePrivate *priv = get_private (self);

  gtk_label_set_label (priv->heading, heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
}

GtkBox *
ts_criteria_page_get_detail (TsCriteriaPage *self)
{
  return get_private (self)->detail;
}

/* Above the criterion: what is about all of them. */
GtkBox *
ts_criteria_page_get_top (TsCriteriaPage *self)
{
  return get_private (self)->top;
}

/**
 * ts_criteria_page_add_control:
 * @self: a page
 * @control: stands beside the title of the criterion, before what was added earlier
 */
void
ts_criteria_page_add_control (TsCriteriaPage *self,
                              GtkWidget      *control)
{
  gtk_box_prepend (get_private (self)->controls, control);
}

const char *
ts_criteria_page_get_node_id (TsCriteriaPage *self)
{
  return get_private (self)->node_id;
}

/**
 * ts_criteria_page_get_node:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the criterion that is shown, until the model changes
 */
const TsNode *
ts_criteria_page_get_node (TsCriteriaPage *self)
{
  TsCriteriaPagePrivate *priv = get_private (self);
  const TsReviewSnapshot *review = ts_review_page_get_model (TS_REVIEW_PAGE (self)) != NULL ? ts_review_page_get_review (TS_REVIEW_PAGE (self)) : NULL;

  return review != NULL && priv->node_id != NULL ? ts_framework_find_node (review->framework, priv->node_id) : NULL;
}

/* --- Parts of the detail ------------------------------------------------------------------------------------------ */

GtkWidget *
ts_criteria_page_add_text (GtkBox     *box,
                           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  gtk_box_append (box, label);

  return label;
}

void
ts_criteria_page_add_words (GtkBox     *box,
                            const char *css_class,
                            const char *text)
{
  GtkWidget *label = ts_criteria_page_add_text (box, css_class);

  gtk_label_set_label (GTK_LABEL (label), text);
}

GtkWidget *
ts_criteria_page_add_levels (TsCriteriaPage *self,
                             GtkBox         *box,
                             const char     *title)
{
  GtkWidget *picker = ts_level_picker_new ();

  if (title != NULL)
    ts_criteria_page_add_words (box, "heading", title);

  gtk_box_append (box, picker);

  return picker;
}

/**
 * ts_criteria_page_show_levels:
 * @picker: a #TsLevelPicker
 * @node: a criterion
 * @level: its level, 0 for none
 * @editable: whether it can be changed
 *
 * The picker's buttons stay as long as the criterion does, and with them the focus.
 */
void
ts_criteria_page_show_levels (GtkWidget    *picker,
                              const TsNode *node,
                              int           level,
                              gboolean      editable)
{
  g_autofree char *shown = g_strdup_printf ("%s %s", node->id, node->descriptors != NULL && node->descriptors[0] != NULL ? node->descriptors[0] : "");

  if (g_strcmp0 (g_object_get_data (G_OBJECT (picker), "node"), shown) != 0)
    {
      ts_level_picker_set_node (TS_LEVEL_PICKER (picker), node);
      g_object_set_data_full (G_OBJECT (picker), "node", g_steal_pointer (&shown), g_free);
    }

  ts_level_picker_set_level (TS_LEVEL_PICKER (picker), level);
  ts_level_picker_set_editable (TS_LEVEL_PICKER (picker), editable);
}

static void
add_evidence (GtkBox                 *box,
              const TsReviewSnapshot *review,
              const TsNode           *node)
{
  for (guint i = 0; i < review->submission->evidence->len; i++)
    {
      TsRow *evidence = g_ptr_array_index (review->submission->evidence, i);
      g_autoptr (GPtrArray) links = ts_assessment_snapshot_list_links (review->submission, ts_row_get_id (evidence));

      for (guint j = 0; j < links->len; j++)
        {
          const TsRow *link = g_ptr_array_index (links, j);
          const char *place = ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE);
          g_autofree char *stale = NULL;
          g_autofree char *text = NULL;

          if (g_strcmp0 (ts_row_get_text (link, TS_EVIDENCE_LINK_NODE), node->id) != 0)
            continue;

          stale = ts_evidence_explain_stale (evidence, (int) ts_row_get_integer (review->assessment, TS_ASSESSMENT_YEAR));
          text = g_strdup_printf ("• %s%s%s%s%s", ts_row_get_text (evidence, TS_EVIDENCE_TITLE), place != NULL ? ", " : "", place != NULL ? place : "",
                                  stale != NULL ? " — " : "", stale != NULL ? stale : "");
          ts_criteria_page_add_words (box, NULL, text);
        }
    }
}

/**
 * ts_criteria_page_show_submission:
 * @box: an empty box
 * @review: a review that may be looked at
 * @node: a criterion
 *
 * Shows what the board claims: its level, its reason and its evidence.
 */
void
ts_criteria_page_show_submission (GtkBox                 *box,
                                  const TsReviewSnapshot *review,
                                  const TsNode           *node)
{
  const TsRow *self_rating = ts_review_snapshot_find_rating (review, node->id, TS_LAYER_SELF, "");
  const char *rationale = self_rating != NULL ? ts_row_get_text (self_rating, TS_RATING_RATIONALE) : NULL;
  const TsNodeState *state = ts_assessment_state_find (review->submission->state, node->id);
  g_autofree char *level = ts_review_words_level (node, ts_review_snapshot_get_level (review, node->id, TS_LAYER_SELF));
  g_autofree char *heading = NULL;

  if (state != NULL && state->previous_level > 0)
    {
      g_autofree char *before = ts_review_words_level (node, state->previous_level);

      /* Translators: a level, and the level of the year before with whose it was */
      heading = g_strdup_printf (_("The board’s own level: %s. The year before: %s (%s)."), level, before, ts_layer_get_title (state->previous_layer));
    }
  else
    {
      heading = g_strdup_printf (_("The board’s own level: %s."), level);
    }

  ts_criteria_page_add_words (box, "heading", heading);
  ts_criteria_page_add_words (box, NULL, rationale != NULL ? rationale : _("The board gives no reason."));

  if (state == NULL || state->n_evidence == 0)
    ts_criteria_page_add_words (box, "dim-label", _("No evidence is attached."));
  else
    add_evidence (box, review, node);
}
