/* ts-evidence-page.c — all evidence of an organisation
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-page.h"

#include "app/widgets/ts-tab-stop.h"
#include "app/assess/ts-assess-page.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/assess/ts-evidence-dialog.h"
#include "app/assess/ts-evidence-row.h"
#include "app/assess/ts-transfer-panel.h"
#include "app/widgets/ts-wrap-box.h"

/* The order of the choices in evidence-page.ui. */
typedef enum
{
  ORDER_TITLE,
  ORDER_RECEIVED,
  ORDER_KIND,
  ORDER_LINKS,
} Order;

struct _TsEvidencePage
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  GSignalGroup *model_signals;
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkFilterListModel *found;
  char *needle;    /* case folded */
  char *wanted_id; /* of the item to open as soon as it has been read */

  GtkStack *stack;
  GtkLabel *count;
  GtkEditable *search;
  GtkToggleButton *unlinked;
  GtkDropDown *order;
  GtkListView *list;
  TsTransferPanel *transfers;
};

static void
set_model (TsAssessPage      *page,
           TsAssessmentModel *model)
{
  ts_evidence_page_set_model (TS_EVIDENCE_PAGE (page), model);
}

static void show (TsAssessPage *page,
                  const char   *detail);

static void
assess_page_iface_init (TsAssessPageInterface *iface)
{
  iface->set_model = set_model;
  iface->show = show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsEvidencePage, ts_evidence_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TS_TYPE_ASSESS_PAGE, assess_page_iface_init))

enum
{
  PROP_MODEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  TsEvidencePage *self = user_data;
  g_autofree char *title = NULL;

  if (gtk_toggle_button_get_active (self->unlinked) && ts_evidence_item_get_n_links (item) > 0)
    return FALSE;

  if (self->needle == NULL || *self->needle == '\0')
    return TRUE;

  title = fold (ts_evidence_item_get_title (item));

  return strstr (title, self->needle) != NULL;
}

static int
compare_titles (TsEvidenceItem *a,
                TsEvidenceItem *b)
{
  int order = g_utf8_collate (ts_evidence_item_get_title (a), ts_evidence_item_get_title (b));

  return order != 0 ? order : g_strcmp0 (ts_evidence_item_get_id (a), ts_evidence_item_get_id (b));
}

/* By the order that is chosen, and by title where that leaves it open. What has no day comes last. */
static int
compare (gconstpointer first,
         gconstpointer second,
         gpointer      user_data)
{
  TsEvidencePage *self = user_data;
  TsEvidenceItem *a = (gpointer) first;
  TsEvidenceItem *b = (gpointer) second;
  TsRow *row_a = ts_evidence_item_get_row (a);
  TsRow *row_b = ts_evidence_item_get_row (b);
  guint chosen = gtk_drop_down_get_selected (self->order);
  int order = 0;

  if (chosen == ORDER_RECEIVED)
    order = g_strcmp0 (ts_row_get_text (row_b, TS_EVIDENCE_RECEIVED), ts_row_get_text (row_a, TS_EVIDENCE_RECEIVED));
  else if (chosen == ORDER_KIND)
    order = g_strcmp0 (ts_row_get_text (row_a, TS_EVIDENCE_KIND), ts_row_get_text (row_b, TS_EVIDENCE_KIND));
  else if (chosen == ORDER_LINKS)
    order = (int) ts_evidence_item_get_n_links (b) - (int) ts_evidence_item_get_n_links (a);

  return order != 0 ? order : compare_titles (a, b);
}

static void
update_count (TsEvidencePage *self)
{
  GListModel *evidence = self->model != NULL ? ts_assessment_model_get_evidence (self->model) : NULL;
  guint n_items = evidence != NULL ? g_list_model_get_n_items (evidence) : 0;
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  g_autofree char *text = NULL;

  if (n_found < n_items)
    text = g_strdup_printf (ngettext ("%u of %u item", "%u of %u items", n_items), n_found, n_items);
  else
    text = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n_items == 0 ? "empty" : n_found == 0 ? "nothing"
                                                                                       : "list");
}

static void
search_changed_cb (TsEvidencePage *self)
{
  g_free (self->needle);
  self->needle = fold (gtk_editable_get_text (self->search));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

static void
unlinked_toggled_cb (TsEvidencePage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_count (self);
}

static void
order_changed_cb (TsEvidencePage *self)
{
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
open_wanted (TsEvidencePage *self)
{
  GListModel *evidence = self->model != NULL ? ts_assessment_model_get_evidence (self->model) : NULL;
  g_autofree char *id = NULL;

  if (self->wanted_id == NULL || evidence == NULL || !ts_assessment_model_get_loaded (self->model))
    return;

  id = g_steal_pointer (&self->wanted_id);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (TsEvidenceItem) item = g_list_model_get_item (evidence, i);

      if (g_str_equal (ts_evidence_item_get_id (item), id))
        {
          ts_evidence_dialog_present (GTK_WIDGET (self), self->model, item);
          return;
        }
    }
}

/* "evidence/ID" opens the item. */
static void
show (TsAssessPage *page,
      const char   *detail)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (page);

  g_free (self->wanted_id);
  self->wanted_id = *detail != '\0' ? g_strdup (detail) : NULL;
  open_wanted (self);
}

/* Items stay the same objects while their titles and links change, so what depends on those is found and sorted again. */
static void
state_changed_cb (TsEvidencePage *self)
{
  if (gtk_toggle_button_get_active (self->unlinked) || (self->needle != NULL && *self->needle != '\0'))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_count (self);
  open_wanted (self);
}

static void
activate_cb (TsEvidencePage *self,
             guint           position)
{
  g_autoptr (TsEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL && self->model != NULL)
    ts_evidence_dialog_present (GTK_WIDGET (self), self->model, item);
}

static void
setup_row_cb (TsEvidencePage *self,
              GtkListItem    *list_item)
{
  gtk_list_item_set_child (list_item, ts_evidence_row_new ());
}

static void
bind_row_cb (TsEvidencePage *self,
             GtkListItem    *list_item)
{
  ts_evidence_row_set_item (TS_EVIDENCE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_row_cb (TsEvidencePage *self,
               GtkListItem    *list_item)
{
  ts_evidence_row_set_item (TS_EVIDENCE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
make_list (TsEvidencePage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->found)), g_object_ref (self->sorter));
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
}

static void
ts_evidence_page_dispose (GObject *object)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);

  self->list = NULL;
  g_clear_object (&self->model_signals);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ts_evidence_page_parent_class)->dispose (object);
}

static void
ts_evidence_page_finalize (GObject *object)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  g_free (self->needle);
  g_free (self->wanted_id);

  G_OBJECT_CLASS (ts_evidence_page_parent_class)->finalize (object);
}

static void
ts_evidence_page_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_page_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TsEvidencePage *self = TS_EVIDENCE_PAGE (object);

  switch (property_id)
    {
    case PROP_MODEL:
      ts_evidence_page_set_model (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_page_class_init (TsEvidencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_evidence_page_dispose;
  object_class->finalize = ts_evidence_page_finalize;
  object_class->get_property = ts_evidence_page_get_property;
  object_class->set_property = ts_evidence_page_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, TS_TYPE_ASSESSMENT_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TS_TYPE_TRANSFER_PANEL);
  g_type_ensure (TS_TYPE_TAB_STOP);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, count);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, search);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, unlinked);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, order);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, list);
  gtk_widget_class_bind_template_child (widget_class, TsEvidencePage, transfers);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlinked_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
ts_evidence_page_init (TsEvidencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_list (self);
  update_count (self);

  self->model_signals = g_signal_group_new (TS_TYPE_ASSESSMENT_MODEL);
  g_signal_group_connect_swapped (self->model_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
}

/**
 * ts_evidence_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
ts_evidence_page_new (void)
{
  return g_object_new (TS_TYPE_EVIDENCE_PAGE, NULL);
}

/**
 * ts_evidence_page_get_model:
 * @self: an evidence page
 *
 * Returns: (transfer none) (nullable): the assessment whose organisation's evidence is shown
 */
TsAssessmentModel *
ts_evidence_page_get_model (TsEvidencePage *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_PAGE (self), NULL);

  return self->model;
}

/**
 * ts_evidence_page_set_model:
 * @self: an evidence page
 * @model: (nullable): an assessment
 */
void
ts_evidence_page_set_model (TsEvidencePage    *self,
                            TsAssessmentModel *model)
{
  g_return_if_fail (TS_IS_EVIDENCE_PAGE (self));
  g_return_if_fail (model == NULL || TS_IS_ASSESSMENT_MODEL (model));

  if (!g_set_object (&self->model, model))
    return;

  g_signal_group_set_target (self->model_signals, model);
  gtk_filter_list_model_set_model (self->found, model != NULL ? ts_assessment_model_get_evidence (model) : NULL);
  ts_transfer_panel_follow (self->transfers, model != NULL ? ts_assessment_model_get_session (model) : NULL, NULL, NULL);
  update_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
