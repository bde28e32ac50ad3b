/* ts-sample-data-private.h — what the parts of reading the sample share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/ts-json-place.h"
#include "exchange/ts-sample-data.h"

G_BEGIN_DECLS

/* How long a text of the sample may be, in bytes. */
#define TS_SAMPLE_LONGEST 4000

gboolean ts_sample_take_text (const TsJsonPlace  *object,
                              const char         *member,
                              char              **text,
                              GError            **error);
gboolean ts_sample_take_optional_text (const TsJsonPlace  *object,
                                       const char         *member,
                                       char              **text,
                                       GError            **error);

void ts_sample_organisation_free (gpointer data);
gboolean ts_sample_read_organisations (const TsJsonPlace  *root,
                                       GPtrArray          *organisations,
                                       GError            **error);

void ts_sample_rating_free (gpointer data);
gboolean ts_sample_read_levels (const TsJsonPlace  *place,
                                const char         *layer,
                                const char         *assessor,
                                gboolean            compact,
                                GPtrArray          *ratings,
                                GError            **error);

void ts_sample_review_free (gpointer data);
gboolean ts_sample_read_review (const TsJsonPlace  *object,
                                TsSampleReview    **review,
                                GError            **error);

void ts_sample_outcome_free (gpointer data);
gboolean ts_sample_read_outcomes (const TsJsonPlace  *root,
                                  GPtrArray          *outcomes,
                                  GError            **error);

G_END_DECLS
