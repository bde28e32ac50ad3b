/* ts-evidence-box.c — the evidence on a criterion's card
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-box.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-address-dialog.h"
#include "app/assess/ts-evidence-actions.h"
#include "app/assess/ts-evidence-chip.h"
#include "app/assess/ts-transfer-panel.h"
#include "app/widgets/ts-chooser-popover.h"
#include "app/widgets/ts-wrap-box.h"
#include "model/ts-evidence-item.h"

struct _TsEvidenceBox
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  char *node_id;
  GListModel *evidence; /* of the criterion; followed */
  gboolean editable;

  TsWrapBox *chips; /* one for each item of evidence, then the add button */
  GtkWidget *add;
  GtkWidget *chooser; /* made when first needed */
  TsTransferPanel *transfers;
};

G_DEFINE_FINAL_TYPE (TsEvidenceBox, ts_evidence_box, ADW_TYPE_BIN)

enum
{
  PROP_EDITABLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* Where nothing can be added and there is nothing, there is nothing to be seen either. */
static void
update_visible (TsEvidenceBox *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), self->editable || ts_evidence_box_get_n_chips (self) > 0);
}

static void
evidence_changed_cb (TsEvidenceBox *self,
                     guint          position,
                     guint          n_removed,
                     guint          n_added,
                     GListModel    *evidence)
{
  for (guint i = 0; i < n_removed; i++)
    {
      GtkWidget *chip = ts_wrap_box_get (self->chips, position);

      /* What has the focus hands it to the add button rather than losing it. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->chips)) == chip)
        gtk_widget_grab_focus (self->add);

      ts_wrap_box_remove (self->chips, chip);
    }

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (TsEvidenceItem) item = g_list_model_get_item (evidence, position + i);
      GtkWidget *chip = ts_evidence_chip_new (self->model, item, self->node_id);

      ts_evidence_chip_set_editable (TS_EVIDENCE_CHIP (chip), self->editable);
      ts_wrap_box_insert (self->chips, chip, position + i);
    }

  update_visible (self);
}

static void
add_files_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (widget);

  ts_evidence_choose_files (widget, self->model, self->node_id);
}

static void
add_address_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (widget);

  ts_address_dialog_present (widget, self->model, self->node_id);
}

static gboolean
is_not_linked (gpointer item,
               gpointer user_data)
{
  TsEvidenceBox *self = user_data;

  return ts_evidence_item_find_link (item, self->node_id) == NULL;
}

static char *
dup_title (gpointer item)
{
  return g_strdup (ts_evidence_item_get_title (item));
}

static char *
dup_subtitle (gpointer item)
{
  return g_strdup (ts_evidence_item_get_subtitle (item));
}

static void
existing_chosen_cb (TsEvidenceBox  *self,
                    TsEvidenceItem *item)
{
  ts_evidence_link (GTK_WIDGET (self), self->model, self->node_id, ts_evidence_item_get_id (item));
}

static void
add_existing_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (widget);
  g_autoptr (GtkFilterListModel) unlinked = NULL;
  graphene_rect_t bounds;

  if (self->chooser == NULL)
    {
      self->chooser = g_object_new (TS_TYPE_CHOOSER_POPOVER, NULL);
      ts_chooser_popover_set_functions (TS_CHOOSER_POPOVER (self->chooser), dup_title, dup_subtitle);
      g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (existing_chosen_cb), self);
      gtk_widget_set_size_request (self->chooser, 340, -1);
      gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
    }

  if (gtk_widget_compute_bounds (self->add, widget, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                   (int) bounds.size.width, (int) bounds.size.height });

  unlinked = gtk_filter_list_model_new (g_object_ref (ts_assessment_model_get_evidence (self->model)),
                                        GTK_FILTER (gtk_custom_filter_new (is_not_linked, self, NULL)));
  ts_chooser_popover_set_model (TS_CHOOSER_POPOVER (self->chooser), G_LIST_MODEL (unlinked));
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

static void
attach_list (TsEvidenceBox *self,
             GdkFileList   *list)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (list);
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_FILE);

  for (GSList *link = files; link != NULL; link = link->next)
    g_list_store_append (store, link->data);

  ts_evidence_box_attach (self, G_LIST_MODEL (store));
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TsEvidenceBox) self = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, NULL);

  if (value != NULL && self->model != NULL)
    attach_list (self, g_value_get_boxed (value));
}

/* Text on the clipboard is no evidence; only files are taken, and there is nothing to say if there are none. */
static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard), GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, pasted_cb, g_object_ref (widget));
}

static void
update_actions (TsEvidenceBox *self)
{
  static const char *const actions[] = { "evidence.add-files", "evidence.add-address", "evidence.add-existing", "evidence.paste" };
  gboolean enabled = self->editable && self->model != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], enabled);

  gtk_widget_set_visible (self->add, self->editable);
  update_visible (self);
}

static gboolean
is_here (TsTransfer *transfer,
         gpointer    user_data)
{
  TsEvidenceBox *self = user_data;

  return g_strcmp0 (ts_transfer_get_place (transfer), self->node_id) == 0;
}

static void
stop_following (TsEvidenceBox *self)
{
  if (self->evidence != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->evidence, self);
      evidence_changed_cb (self, 0, g_list_model_get_n_items (self->evidence), 0, self->evidence);
    }

  g_clear_object (&self->evidence);
  ts_transfer_panel_follow (self->transfers, NULL, NULL, NULL);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
}

static void
ts_evidence_box_dispose (GObject *object)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (object);

  if (self->transfers != NULL)
    stop_following (self);

  self->transfers = NULL;

  G_OBJECT_CLASS (ts_evidence_box_parent_class)->dispose (object);
}

static void
ts_evidence_box_finalize (GObject *object)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (object);

  g_clear_object (&self->model);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_evidence_box_parent_class)->finalize (object);
}

static void
ts_evidence_box_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (object);

  switch (property_id)
    {
    case PROP_EDITABLE:
      g_value_set_boolean (value, self->editable);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_box_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsEvidenceBox *self = TS_EVIDENCE_BOX (object);

  switch (property_id)
    {
    case PROP_EDITABLE:
      ts_evidence_box_set_editable (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_evidence_box_class_init (TsEvidenceBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_evidence_box_dispose;
  object_class->finalize = ts_evidence_box_finalize;
  object_class->get_property = ts_evidence_box_get_property;
  object_class->set_property = ts_evidence_box_set_property;

  properties[PROP_EDITABLE] =
    g_param_spec_boolean ("editable", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "evidence.add-files", NULL, add_files_action);
  gtk_widget_class_install_action (widget_class, "evidence.add-address", NULL, add_address_action);
  gtk_widget_class_install_action (widget_class, "evidence.add-existing", NULL, add_existing_action);
  gtk_widget_class_install_action (widget_class, "evidence.paste", NULL, paste_action);

  g_type_ensure (TS_TYPE_TRANSFER_PANEL);
  g_type_ensure (TS_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-box.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceBox, chips);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceBox, add);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceBox, transfers);
}

static void
ts_evidence_box_init (TsEvidenceBox *self)
{
  self->editable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_actions (self);
}

/**
 * ts_evidence_box_new:
 *
 * Returns: (transfer floating): a box without evidence
 */
GtkWidget *
ts_evidence_box_new (void)
{
  return g_object_new (TS_TYPE_EVIDENCE_BOX, NULL);
}

/**
 * ts_evidence_box_set_node:
 * @self: an evidence box
 * @model: an assessment
 * @node_id: the criterion whose evidence is shown
 */
void
ts_evidence_box_set_node (TsEvidenceBox     *self,
                          TsAssessmentModel *model,
                          const char        *node_id)
{
  g_autofree char *label = NULL;

  g_return_if_fail (TS_IS_EVIDENCE_BOX (self));
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (model) && node_id != NULL);

  stop_following (self);

  g_set_object (&self->model, model);
  g_free (self->node_id);
  self->node_id = g_strdup (node_id);

  /* Translators: what a screen reader says of a button, such as “Add evidence for 5a” */
  label = g_strdup_printf (_("Add evidence for %s"), node_id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  self->evidence = ts_assessment_model_list_node_evidence (model, node_id);
  g_signal_connect_swapped (self->evidence, "items-changed", G_CALLBACK (evidence_changed_cb), self);
  evidence_changed_cb (self, 0, 0, g_list_model_get_n_items (self->evidence), self->evidence);
  ts_transfer_panel_follow (self->transfers, ts_assessment_model_get_session (model), is_here, self);
  update_actions (self);
}

/**
 * ts_evidence_box_set_editable:
 * @self: an evidence box
 * @editable: whether evidence can be added and unlinked; it can be opened either way
 */
void
ts_evidence_box_set_editable (TsEvidenceBox *self,
                              gboolean       editable)
{
  g_return_if_fail (TS_IS_EVIDENCE_BOX (self));

  if (self->editable == !!editable)
    return;

  self->editable = !!editable;

  for (guint i = 0; i < ts_evidence_box_get_n_chips (self); i++)
    ts_evidence_chip_set_editable (TS_EVIDENCE_CHIP (ts_wrap_box_get (self->chips, i)), self->editable);

  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * ts_evidence_box_attach:
 * @self: an evidence box
 * @files: a list of #GFile
 *
 * Attaches files that were dropped or pasted.
 */
void
ts_evidence_box_attach (TsEvidenceBox *self,
                        GListModel    *files)
{
  g_return_if_fail (TS_IS_EVIDENCE_BOX (self) && G_IS_LIST_MODEL (files));

  if (self->editable && self->model != NULL)
    ts_evidence_attach_files (GTK_WIDGET (self), self->model, self->node_id, files);
}

/**
 * ts_evidence_box_get_n_chips:
 * @self: an evidence box
 *
 * Returns: how many items of evidence are shown
 */
guint
ts_evidence_box_get_n_chips (TsEvidenceBox *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_BOX (self), 0);

  return self->evidence != NULL ? g_list_model_get_n_items (self->evidence) : 0;
}

/**
 * ts_evidence_box_get_chip:
 * @self: an evidence box
 * @position: a position, from 0
 *
 * Returns: (transfer none) (nullable): the #TsEvidenceChip there
 */
GtkWidget *
ts_evidence_box_get_chip (TsEvidenceBox *self,
                          guint          position)
{
  GtkWidget *child;

  g_return_val_if_fail (TS_IS_EVIDENCE_BOX (self), NULL);

  child = ts_wrap_box_get (self->chips, position);

  return child != self->add ? child : NULL;
}
