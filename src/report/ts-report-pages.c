/* ts-report-pages.c — a report as it lies on its pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "report/ts-report-pages-private.h"

static void
item_clear (gpointer data)
{
  TsReportItem *item = data;

  g_free (item->text);
  g_clear_pointer (&item->scene, ts_scene_unref);
}

/**
 * ts_report_items_new:
 *
 * Returns: (transfer full) (element-type TsReportItem): a list of items that frees what they hold
 */
GArray *
ts_report_items_new (void)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (TsReportItem));

  g_array_set_clear_func (items, item_clear);

  return items;
}

void
ts_report_item_copy (TsReportItem       *self,
                     const TsReportItem *other)
{
  *self = *other;
  self->text = g_strdup (other->text);
  self->scene = other->scene != NULL ? ts_scene_ref (other->scene) : NULL;
}

static void
outline_entry_clear (gpointer data)
{
  TsReportOutlineEntry *entry = data;

  g_free (entry->title);
}

TsReportPages *
ts_report_pages_new (TsReport            *report,
                     const TsReportPaper *paper,
                     const char          *family,
                     TsChartDirection     direction)
{
  TsReportPages *self = g_atomic_rc_box_new0 (TsReportPages);

  self->report = ts_report_ref (report);
  self->paper = *paper;
  self->family = g_strdup (family);
  self->direction = direction;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->outline = g_array_new (FALSE, TRUE, sizeof (TsReportOutlineEntry));
  g_array_set_clear_func (self->outline, outline_entry_clear);

  return self;
}

/**
 * ts_report_pages_add_page:
 * @self: pages being laid out
 *
 * Returns: (transfer none): the items of a new page
 */
GArray *
ts_report_pages_add_page (TsReportPages *self)
{
  GArray *items = ts_report_items_new ();

  g_ptr_array_add (self->pages, items);

  return items;
}

TsReportPages *
ts_report_pages_ref (TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
pages_clear (TsReportPages *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->outline);
  g_free (self->family);
  ts_report_unref (self->report);
}

void
ts_report_pages_unref (TsReportPages *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) pages_clear);
}

/**
 * ts_report_pages_get_report:
 * @self: pages
 *
 * Returns: (transfer none): the document that they show
 */
TsReport *
ts_report_pages_get_report (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->report;
}

const TsReportInfo *
ts_report_pages_get_info (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return ts_report_get_info (self->report);
}

const TsReportPaper *
ts_report_pages_get_paper (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->paper;
}

/**
 * ts_report_pages_get_family:
 * @self: pages
 *
 * Returns: (transfer none): the font family that they were laid out for
 */
const char *
ts_report_pages_get_family (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

TsChartDirection
ts_report_pages_get_direction (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, TS_CHART_DIRECTION_LTR);

  return self->direction;
}

guint
ts_report_pages_get_n_pages (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

guint
ts_report_pages_get_n_items (const TsReportPages *self,
                             guint                page)
{
  g_return_val_if_fail (self != NULL && page < self->pages->len, 0);

  return ((GArray *) g_ptr_array_index (self->pages, page))->len;
}

const TsReportItem *
ts_report_pages_get_item (const TsReportPages *self,
                          guint                page,
                          guint                position)
{
  g_return_val_if_fail (self != NULL && page < self->pages->len, NULL);

  return &g_array_index ((GArray *) g_ptr_array_index (self->pages, page), TsReportItem, position);
}

guint
ts_report_pages_get_n_outline (const TsReportPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->outline->len;
}

const TsReportOutlineEntry *
ts_report_pages_get_outline (const TsReportPages *self,
                             guint                position)
{
  g_return_val_if_fail (self != NULL && position < self->outline->len, NULL);

  return &g_array_index (self->outline, TsReportOutlineEntry, position);
}
