/* ts-heatmap-keys.c — what a key does in a heat map
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "app/widgets/ts-heatmap-keys.h"

/**
 * ts_heatmap_keys_read:
 * @extent: how large the heat map is
 * @keyval: the key that was pressed
 * @state: what was held meanwhile
 * @row: (inout): the row of the cursor; what it becomes may lie beyond the ends
 * @column: (inout): its column, likewise
 *
 * Arrow keys go from cell to cell, Home and End within the row, with Control to the first and the last row, Page Up and Page Down by a page.
 * Enter and Space choose.
 *
 * Returns: what the key does
 */
TsHeatmapKey
ts_heatmap_keys_read (const TsHeatmapExtent *extent,
                      guint                  keyval,
                      GdkModifierType        state,
                      int                   *row,
                      int                   *column)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int forward = extent->right_to_left ? -1 : 1;
  gboolean control = modifiers == GDK_CONTROL_MASK;

  if (modifiers != 0 && !control)
    return TS_HEATMAP_KEY_NONE;

  if (control && keyval != GDK_KEY_Home && keyval != GDK_KEY_End && keyval != GDK_KEY_KP_Home && keyval != GDK_KEY_KP_End)
    return TS_HEATMAP_KEY_NONE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *row -= 1;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *row += 1;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *column -= forward;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *column += forward;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *row -= extent->page;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *row += extent->page;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *(control ? row : column) = 0;
      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      if (control)
        *row = extent->n_rows - 1;
      else
        *column = extent->n_columns - 1;

      return TS_HEATMAP_KEY_MOVE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return TS_HEATMAP_KEY_CHOOSE;

    default:
      return TS_HEATMAP_KEY_NONE;
    }
}
