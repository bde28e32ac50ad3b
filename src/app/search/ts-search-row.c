/* ts-search-row.c — something that was found, in the list
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/search/ts-search-row.h"

#include <glib/gi18n-lib.h>

struct _TsSearchRow
{
  GtkListBoxRow parent_instance;

  TsSearchHit *hit;

  GtkLabel *title;
  GtkLabel *text;
  GtkLabel *context;
};

G_DEFINE_FINAL_TYPE (TsSearchRow, ts_search_row, GTK_TYPE_LIST_BOX_ROW)

static void
ts_search_row_dispose (GObject *object)
{
  TsSearchRow *self = TS_SEARCH_ROW (object);

  g_clear_object (&self->hit);

  G_OBJECT_CLASS (ts_search_row_parent_class)->dispose (object);
}

static void
ts_search_row_class_init (TsSearchRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ts_search_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/touchstone/Touchstone/ui/search/search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TsSearchRow, title);
  gtk_widget_class_bind_template_child (widget_class, TsSearchRow, text);
  gtk_widget_class_bind_template_child (widget_class, TsSearchRow, context);
}

static void
ts_search_row_init (TsSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
mark (PangoAttrList     *attributes,
      PangoAttribute    *attribute,
      const TsTextRange *range)
{
  attribute->start_index = range->start;
  attribute->end_index = range->end;
  pango_attr_list_insert (attributes, attribute);
}

/* Attributes rather than markup: what people wrote is never taken for markup. */
static void
show (GtkLabel          *label,
      const char        *text,
      const TsTextRange *ranges,
      guint              n_ranges)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < n_ranges; i++)
    {
      mark (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), &ranges[i]);
      mark (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), &ranges[i]);
    }

  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
describe (TsSearchRow *self)
{
  const char *text = ts_search_hit_get_text (self->hit);
  const char *context = ts_search_hit_get_context (self->hit);
  g_autoptr (GString) description = g_string_new (ts_search_hit_get_title (self->hit));

  if (*text != '\0')
    g_string_append_printf (description, ", %s", text);

  if (context != NULL)
    g_string_append_printf (description, ", %s", context);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description->str, -1);
}

/**
 * ts_search_row_new:
 * @hit: what was found
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
ts_search_row_new (TsSearchHit *hit)
{
  TsSearchRow *self;
  const TsTextRange *ranges;
  guint n_ranges;

  g_return_val_if_fail (TS_IS_SEARCH_HIT (hit), NULL);

  self = g_object_new (TS_TYPE_SEARCH_ROW, NULL);
  self->hit = g_object_ref (hit);

  ranges = ts_search_hit_get_title_ranges (hit, &n_ranges);
  show (self->title, ts_search_hit_get_title (hit), ranges, n_ranges);
  ranges = ts_search_hit_get_text_ranges (hit, &n_ranges);
  show (self->text, ts_search_hit_get_text (hit), ranges, n_ranges);
  gtk_label_set_text (self->context, ts_search_hit_get_context (hit));
  gtk_widget_set_visible (GTK_WIDGET (self->context), ts_search_hit_get_context (hit) != NULL);
  describe (self);

  return GTK_WIDGET (self);
}

/**
 * ts_search_row_get_hit:
 * @self: a row
 *
 * Returns: (transfer none): what was found
 */
TsSearchHit *
ts_search_row_get_hit (TsSearchRow *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_ROW (self), NULL);

  return self->hit;
}

/**
 * ts_search_kind_get_title:
 * @kind: what was found
 *
 * Returns: (transfer none): the heading over all of its kind
 */
const char *
ts_search_kind_get_title (TsSearchKind kind)
{
  switch (kind)
    {
    case TS_SEARCH_CRITERION:
      return C_("what was found", "Criteria");

    case TS_SEARCH_REASON:
      return C_("what was found", "Reasons");

    case TS_SEARCH_REVIEW:
      return C_("what was found", "Reviews");

    case TS_SEARCH_EVIDENCE:
      return C_("what was found", "Evidence");

    case TS_SEARCH_OUTCOME:
      return C_("what was found", "Outcomes");

    case TS_SEARCH_ORGANISATION:
      return C_("what was found", "Organisations");

    default:
      g_assert_not_reached ();
    }
}
