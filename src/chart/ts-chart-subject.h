/* ts-chart-subject.h
 *
 * What a row, a line or a dot of a chart stands for: an organisation, mostly.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TsChartSubject:
 * @id: (nullable): how the program finds it again; never shown
 * @code: (nullable): a few letters that tell it apart, such as "5N1"
 * @name: (nullable): what it is called
 * @group: (nullable): what it belongs to, such as the name of a strategic health authority
 * @highlighted: whether the reader has picked it
 *
 * In the data of a chart nothing is %NULL, and all text but @id is clean: see ts_chart_text_clean().
 */
typedef struct
{
  const char *id;
  const char *code;
  const char *name;
  const char *group;
  gboolean highlighted;
} TsChartSubject;

GArray               *ts_chart_subjects_new   (void);
guint                 ts_chart_subjects_add   (GArray               *subjects,
                                               const TsChartSubject *subject);
const TsChartSubject *ts_chart_subjects_get   (const GArray         *subjects,
                                               guint                 position);
char                 *ts_chart_subject_title  (const TsChartSubject *self);
const char           *ts_chart_subject_name   (const TsChartSubject *self);

G_END_DECLS
