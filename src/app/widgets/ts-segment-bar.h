/* ts-segment-bar.h — how a whole is divided
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TsSegmentBar:
 *
 * A bar of segments, each as long as its share of the whole; a segment with a share is never too short to be seen. It stands
 * beside a legend with the numbers.
 *
 * ## CSS nodes
 *
 * `segmentbar`, with a node `segment` for each segment, which has the class that it was added with.
 *
 * ## Accessibility
 *
 * An image; whoever uses it gives it a label that says the numbers.
 */
#define TS_TYPE_SEGMENT_BAR (ts_segment_bar_get_type ())

G_DECLARE_FINAL_TYPE (TsSegmentBar, ts_segment_bar, TS, SEGMENT_BAR, GtkWidget)

GtkWidget *ts_segment_bar_new (void);
void ts_segment_bar_add (TsSegmentBar *self,
                         const char   *css_class);
void ts_segment_bar_set_share (TsSegmentBar *self,
                               guint         segment,
                               guint         share);
guint ts_segment_bar_get_share (TsSegmentBar *self,
                                guint         segment);

G_END_DECLS
