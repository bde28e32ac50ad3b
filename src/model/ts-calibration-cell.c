/* ts-calibration-cell.c — which levels of an assessment a calibration should look at
 *
 * Out of a review as its reader sees it: before scores are open, nothing of them is in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-calibration-cell.h"

/* How many levels apart is far. */
#define FAR 2

static gboolean
has_dissent (const TsReviewSnapshot *review,
             const TsNode           *node)
{
  for (guint i = 0; i < review->dissents->len; i++)
    {
      if (g_strcmp0 (ts_row_get_text (g_ptr_array_index (review->dissents, i), TS_DISSENT_NODE), node->id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Against what the panel agreed, and before that against where it would start. */
static gboolean
is_moved_by_severity (const TsCalibrationCell *self,
                      const TsReviewSnapshot  *review,
                      const TsRoundAgreement  *agreement)
{
  const TsWhatIf *it = agreement != NULL ? ts_round_agreement_find_what_if (agreement, ts_row_get_id (review->assessment), self->node->id) : NULL;

  return it != NULL && it->n_scores > 1 && it->level != (self->panel > 0 ? self->panel : ts_median_get_start (it->median));
}

/**
 * ts_calibration_cell_read:
 * @self: (out): a cell
 * @review: a review
 * @agreement: (nullable): the agreement of its round, once it has been measured
 * @node: one of the criteria
 *
 * Tells what speaks for looking at the criterion's level.
 */
void
ts_calibration_cell_read (TsCalibrationCell      *self,
                          const TsReviewSnapshot *review,
                          const TsRoundAgreement *agreement,
                          const TsNode           *node)
{
  const TsAgendaItem *item;
  int board;

  g_return_if_fail (self != NULL && review != NULL && node != NULL);

  item = ts_review_snapshot_find_item (review, node->id);
  board = ts_review_snapshot_get_level (review, node->id, TS_LAYER_SELF);
  *self = (TsCalibrationCell) {
    .node = node,
    .panel = ts_review_snapshot_get_level (review, node->id, TS_LAYER_PANEL),
    .final = ts_review_snapshot_get_level (review, node->id, TS_LAYER_FINAL),
  };

  if (has_dissent (review, node))
    self->reasons |= TS_CALIBRATION_DISSENT;

  if (is_moved_by_severity (self, review, agreement))
    self->reasons |= TS_CALIBRATION_SEVERITY;

  if (self->panel > 0 && board > 0 && ABS (self->panel - board) >= FAR)
    self->reasons |= TS_CALIBRATION_FAR;

  if (item != NULL && ts_agenda_item_get_spread (item) >= FAR)
    self->reasons |= TS_CALIBRATION_SPREAD;

  if (self->panel == 0)
    self->reasons |= TS_CALIBRATION_NOT_AGREED;
}

/* What has a final level has been looked at. Of two reasons the first is the lowest bit. */
static guint
get_weight (const TsCalibrationCell *cell)
{
  guint weight = 0;

  for (guint bit = 0; bit < 5; bit++)
    weight |= (cell->reasons & (1u << bit)) ? 1u << (4 - bit) : 0;

  return cell->final > 0 ? 0 : weight;
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  return (int) get_weight (b) - (int) get_weight (a);
}

/**
 * ts_calibration_cells_list:
 * @review: a review
 * @agreement: (nullable): the agreement of its round, once it has been measured
 *
 * Returns: (transfer full) (element-type TsCalibrationCell): all criteria, what should be looked at first, else as the framework has them
 */
GArray *
ts_calibration_cells_list (const TsReviewSnapshot *review,
                           const TsRoundAgreement *agreement)
{
  GArray *cells;

  g_return_val_if_fail (review != NULL, NULL);

  cells = g_array_new (FALSE, TRUE, sizeof (TsCalibrationCell));

  for (guint i = 0; i < review->criteria->len; i++)
    {
      TsCalibrationCell cell;

      ts_calibration_cell_read (&cell, review, agreement, g_ptr_array_index (review->criteria, i));
      g_array_append_val (cells, cell);
    }

  /* Merge sort: equals stay as they were. */
  g_array_sort (cells, compare_cells);

  return cells;
}
