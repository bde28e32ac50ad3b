/* ts-evidence-chip.c — one item of evidence on a criterion's card
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/assess/ts-evidence-chip.h"

#include <glib/gi18n-lib.h>

#include "app/assess/ts-evidence-actions.h"
#include "app/assess/ts-evidence-copy.h"
#include "app/assess/ts-evidence-dialog.h"
#include "app/assess/ts-evidence-name.h"

struct _TsEvidenceChip
{
  AdwBin parent_instance;

  TsAssessmentModel *model;
  TsEvidenceItem *item;
  char *node_id;
  gboolean editable;

  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *label;
  GtkLabel *place_label;
  GtkWidget *stale;
  GtkLabel *note;
  GtkPopover *popover;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkEntry *place;
};

G_DEFINE_FINAL_TYPE (TsEvidenceChip, ts_evidence_chip, ADW_TYPE_BIN)

/* NULL in the moment between the item's losing the link and the chip's going away. */
static TsRow *
find_link (TsEvidenceChip *self)
{
  return ts_evidence_item_find_link (self->item, self->node_id);
}

static const char *
get_place (TsEvidenceChip *self)
{
  TsRow *link = find_link (self);
  const char *place = link != NULL ? ts_row_get_text (link, TS_EVIDENCE_LINK_PLACE) : NULL;

  return place != NULL ? place : "";
}

static TsSession *
get_session (TsEvidenceChip *self)
{
  return ts_assessment_model_get_session (self->model);
}

/* What there is to be said of it beside its name: never by colour alone. */
static void
show_note (TsEvidenceChip *self)
{
  TsRow *link = find_link (self);
  gboolean stale = ts_evidence_item_get_stale_reason (self->item) != NULL;
  gboolean carried = link != NULL && ts_row_has (link, TS_EVIDENCE_LINK_CARRIED);
  const char *note = "";

  if (carried && stale)
    note = _("to confirm, out of date");
  else if (carried)
    note = _("to confirm");
  else if (stale)
    note = _("out of date");

  gtk_widget_set_visible (self->stale, stale);
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');

  if (carried)
    gtk_widget_add_css_class (GTK_WIDGET (self), "carried");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "carried");
}

static void
update (TsEvidenceChip *self)
{
  TsRow *row = ts_evidence_item_get_row (self->item);
  const char *title = ts_evidence_item_get_title (self->item);
  const char *place = get_place (self);
  g_autofree char *label = *place != '\0' ? g_strdup_printf ("%s, %s", title, place) : g_strdup (title);
  g_autoptr (GIcon) icon = ts_evidence_make_icon (row);

  show_note (self);
  gtk_label_set_label (self->label, title);
  gtk_label_set_label (self->place_label, place);
  gtk_widget_set_visible (GTK_WIDGET (self->place_label), *place != '\0');
  gtk_image_set_from_gicon (self->icon, icon);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, ts_evidence_item_get_subtitle (self->item));
  gtk_widget_set_tooltip_text (self->button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ts_evidence_item_get_subtitle (self->item), -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.save-copy", ts_row_has (row, TS_EVIDENCE_CONTENT));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    gtk_editable_set_text (GTK_EDITABLE (self->place), place);
}

static void
open_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (widget);

  ts_evidence_open (widget, get_session (self), ts_evidence_item_get_row (self->item), self->node_id);
}

static void
save_copy_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (widget);

  ts_evidence_save_copy (widget, get_session (self), ts_evidence_item_get_row (self->item), self->node_id);
}

static void
details_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (widget);

  ts_evidence_dialog_present (widget, self->model, self->item);
}

static void
unlink_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (widget);
  TsRow *link = find_link (self);

  if (link != NULL)
    ts_evidence_unlink (widget, get_session (self), link, ts_evidence_item_get_title (self->item));
}

static void
popover_shown_cb (TsEvidenceChip *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->place), get_place (self));
}

static void
popover_closed_cb (TsEvidenceChip *self)
{
  TsRow *link = find_link (self);

  if (link != NULL && self->editable)
    ts_evidence_place (GTK_WIDGET (self), get_session (self), link, gtk_editable_get_text (GTK_EDITABLE (self->place)));
}

static void
place_activate_cb (TsEvidenceChip *self)
{
  gtk_popover_popdown (self->popover);
}

static void
ts_evidence_chip_dispose (GObject *object)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);

  G_OBJECT_CLASS (ts_evidence_chip_parent_class)->dispose (object);
}

static void
ts_evidence_chip_finalize (GObject *object)
{
  TsEvidenceChip *self = TS_EVIDENCE_CHIP (object);

  g_clear_object (&self->model);
  g_clear_object (&self->item);
  g_free (self->node_id);

  G_OBJECT_CLASS (ts_evidence_chip_parent_class)->finalize (object);
}

static void
ts_evidence_chip_class_init (TsEvidenceChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_evidence_chip_dispose;
  object_class->finalize = ts_evidence_chip_finalize;

  gtk_widget_class_install_action (widget_class, "evidence.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "evidence.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "evidence.details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "evidence.unlink", NULL, unlink_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/assess/evidence-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, button);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, icon);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, label);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, place_label);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, stale);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, note);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, popover);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, title);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TsEvidenceChip, place);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activate_cb);
}

static gboolean
unlink_by_key (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  TsEvidenceChip *self = user_data;

  return gtk_widget_activate_action (GTK_WIDGET (self), "evidence.unlink", NULL);
}

static void
ts_evidence_chip_init (TsEvidenceChip *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->editable = TRUE;

  /* On the button and not on the chip: a Delete in the menu's entry is meant for the entry. */
  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                          gtk_callback_action_new (unlink_by_key, self, NULL)));
  gtk_widget_add_controller (gtk_widget_get_first_child (self->button), keys);
}

/**
 * ts_evidence_chip_new:
 * @model: an assessment
 * @item: an item of its evidence
 * @node_id: the criterion that it is linked to
 *
 * Returns: (transfer floating): a chip
 */
GtkWidget *
ts_evidence_chip_new (TsAssessmentModel *model,
                      TsEvidenceItem    *item,
                      const char        *node_id)
{
  TsEvidenceChip *self;

  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (model), NULL);
  g_return_val_if_fail (TS_IS_EVIDENCE_ITEM (item) && node_id != NULL, NULL);

  self = g_object_new (TS_TYPE_EVIDENCE_CHIP, NULL);
  self->model = g_object_ref (model);
  self->item = g_object_ref (item);
  self->node_id = g_strdup (node_id);
  g_signal_connect_swapped (item, "notify", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * ts_evidence_chip_get_item:
 * @self: a chip
 *
 * Returns: (transfer none): its item
 */
TsEvidenceItem *
ts_evidence_chip_get_item (TsEvidenceChip *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_CHIP (self), NULL);

  return self->item;
}

/**
 * ts_evidence_chip_get_place:
 * @self: a chip
 *
 * Returns: (transfer none): where in the evidence, as it says; empty for nowhere in particular
 */
const char *
ts_evidence_chip_get_place (TsEvidenceChip *self)
{
  g_return_val_if_fail (TS_IS_EVIDENCE_CHIP (self), NULL);

  return gtk_label_get_label (self->place_label);
}

/**
 * ts_evidence_chip_set_editable:
 * @self: a chip
 * @editable: whether the link can be changed; the evidence can be opened and copied either way
 */
void
ts_evidence_chip_set_editable (TsEvidenceChip *self,
                               gboolean        editable)
{
  g_return_if_fail (TS_IS_EVIDENCE_CHIP (self));

  self->editable = !!editable;
  gtk_editable_set_editable (GTK_EDITABLE (self->place), self->editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "evidence.unlink", self->editable);
}
