/* ts-agreement-data.c
 *
 * How far reviewers agree on each criterion.
 *
 * Copyright: The Touchstone authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/ts-agreement-data.h"

#include "chart/ts-chart-text.h"

struct _TsAgreementData
{
  char *title;
  TsChartLevels *levels;
  GArray *rows;
  GArray *agreements;
  TsReviewAgreement whole;
};

G_DEFINE_BOXED_TYPE (TsAgreementData, ts_agreement_data, ts_agreement_data_ref,
                     ts_agreement_data_unref)

/**
 * ts_agreement_data_new:
 * @title: (nullable): what the chart is about
 * @levels: the scale
 *
 * Returns: (transfer full): data without rows
 */
TsAgreementData *
ts_agreement_data_new (const char    *title,
                       TsChartLevels *levels)
{
  TsAgreementData *self;

  g_return_val_if_fail (levels != NULL, NULL);

  self = g_atomic_rc_box_new0 (TsAgreementData);
  self->title = ts_chart_text_clean (title);
  self->levels = ts_chart_levels_ref (levels);
  self->rows = ts_chart_subjects_new ();
  self->agreements = g_array_new (FALSE, FALSE, sizeof (TsReviewAgreement));

  return self;
}

static void
ts_agreement_data_clear (TsAgreementData *self)
{
  g_free (self->title);
  ts_chart_levels_unref (self->levels);
  g_array_unref (self->rows);
  g_array_unref (self->agreements);
}

/**
 * ts_agreement_data_add_row:
 * @self: data of such a chart
 * @subject: the criterion, copied
 * @agreement: how far reviewers agree on it
 *
 * Returns: the row's position
 */
guint
ts_agreement_data_add_row (TsAgreementData         *self,
                           const TsChartSubject    *subject,
                           const TsReviewAgreement *agreement)
{
  g_return_val_if_fail (self != NULL, G_MAXUINT);
  g_return_val_if_fail (subject != NULL, G_MAXUINT);
  g_return_val_if_fail (agreement != NULL, G_MAXUINT);

  g_array_append_val (self->agreements, *agreement);

  return ts_chart_subjects_add (self->rows, subject);
}

/**
 * ts_agreement_data_set_whole:
 * @self: data of such a chart
 * @agreement: how far reviewers agree on all of it
 */
void
ts_agreement_data_set_whole (TsAgreementData         *self,
                             const TsReviewAgreement *agreement)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (agreement != NULL);

  self->whole = *agreement;
}

/**
 * ts_agreement_data_get_levels:
 * @self: data of such a chart
 *
 * Returns: (transfer none): the scale
 */
const TsChartLevels *
ts_agreement_data_get_levels (const TsAgreementData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->levels;
}

/**
 * ts_agreement_data_get_agreement:
 * @self: data of such a chart
 * @row: less than ts_agreement_data_get_n_rows()
 *
 * Returns: (transfer none): how far reviewers agree
 */
const TsReviewAgreement *
ts_agreement_data_get_agreement (const TsAgreementData *self,
                                 guint                  row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->agreements, TsReviewAgreement, row);
}

/**
 * ts_agreement_data_get_whole:
 * @self: data of such a chart
 *
 * Returns: (transfer none): how far reviewers agree on all of it
 */
const TsReviewAgreement *
ts_agreement_data_get_whole (const TsAgreementData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->whole;
}

/**
 * ts_agreement_data_ref:
 * @self: data of such a chart
 *
 * Returns: (transfer full): @self
 */
TsAgreementData *
ts_agreement_data_ref (TsAgreementData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * ts_agreement_data_unref:
 * @self: (transfer full): data of such a chart
 */
void
ts_agreement_data_unref (TsAgreementData *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) ts_agreement_data_clear);
}

/**
 * ts_agreement_data_get_title:
 * @self: data of such a chart
 *
 * Returns: what the chart is about
 */
const char *
ts_agreement_data_get_title (const TsAgreementData *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

/**
 * ts_agreement_data_get_n_rows:
 * @self: data of such a chart
 *
 * Returns: the number of rows
 */
guint
ts_agreement_data_get_n_rows (const TsAgreementData *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * ts_agreement_data_get_row:
 * @self: data of such a chart
 * @row: less than ts_agreement_data_get_n_rows()
 *
 * Returns: (transfer none): what the row is
 */
const TsChartSubject *
ts_agreement_data_get_row (const TsAgreementData *self,
                           guint                  row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return ts_chart_subjects_get (self->rows, row);
}
