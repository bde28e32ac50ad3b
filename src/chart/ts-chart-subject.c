/* ts-chart-subject.c
 *
 * What a row, a line or a dot of a chart stands for.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-chart-subject.h"

#include "chart/ts-chart-text.h"

static void
subject_clear (TsChartSubject *subject)
{
  g_free ((char *) subject->id);
  g_free ((char *) subject->code);
  g_free ((char *) subject->name);
  g_free ((char *) subject->group);
}

/**
 * ts_chart_subjects_new:
 *
 * Returns: (transfer full) (element-type TsChartSubject): an empty list
 */
GArray *
ts_chart_subjects_new (void)
{
  GArray *subjects = g_array_new (FALSE, FALSE, sizeof (TsChartSubject));

  g_array_set_clear_func (subjects, (GDestroyNotify) subject_clear);

  return subjects;
}

/**
 * ts_chart_subjects_add:
 * @subjects: (element-type TsChartSubject): a list
 * @subject: copied, and made clean
 *
 * Returns: its position
 */
guint
ts_chart_subjects_add (GArray               *subjects,
                       const TsChartSubject *subject)
{
  TsChartSubject copy = {
    .id = g_strdup (subject->id != NULL ? subject->id : ""),
    .code = ts_chart_text_clean (subject->code),
    .name = ts_chart_text_clean (subject->name),
    .group = ts_chart_text_clean (subject->group),
    .highlighted = subject->highlighted,
  };

  g_array_append_val (subjects, copy);

  return subjects->len - 1;
}

/**
 * ts_chart_subjects_get:
 * @subjects: (element-type TsChartSubject): a list
 * @position: less than its length
 *
 * Returns: (transfer none): the one there
 */
const TsChartSubject *
ts_chart_subjects_get (const GArray *subjects,
                       guint         position)
{
  g_return_val_if_fail (position < subjects->len, NULL);

  return &g_array_index (subjects, TsChartSubject, position);
}

/**
 * ts_chart_subject_title:
 * @self: a subject
 *
 * Returns: (transfer full): code and name, such as "5N1 Leeds"
 */
char *
ts_chart_subject_title (const TsChartSubject *self)
{
  if (*self->code == '\0' || *self->name == '\0')
    return g_strconcat (self->code, self->name, NULL);

  return g_strconcat (self->code, " ", self->name, NULL);
}

/**
 * ts_chart_subject_name:
 * @self: a subject
 *
 * Returns: its name, or its code if it has none
 */
const char *
ts_chart_subject_name (const TsChartSubject *self)
{
  return *self->name != '\0' ? self->name : self->code;
}
