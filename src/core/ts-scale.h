/* ts-scale.h — the levels that something can have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TS_SCALE_MOST_LEVELS 9

/**
 * TsMeaning:
 *
 * What a level means, from bad to good, whatever it is called: charts choose colours and patterns by it.
 */
typedef enum
{
  TS_MEANING_LOW,
  TS_MEANING_BELOW,
  TS_MEANING_MIDDLE,
  TS_MEANING_ABOVE,
  TS_MEANING_HIGH,
} TsMeaning;

#define TS_N_MEANINGS (TS_MEANING_HIGH + 1)

/**
 * TsScaleKind:
 * @TS_SCALE_LEVELS: steps of maturity, shown in shades of one colour
 * @TS_SCALE_RATING: a judgement such as red, amber, green, shown in colours of its own
 */
typedef enum
{
  TS_SCALE_LEVELS,
  TS_SCALE_RATING,
} TsScaleKind;

/**
 * TsScaleLevel:
 * @token: what files and commands say, "3" or "amber"
 * @label: what people read
 * @meaning: how good it is
 */
typedef struct
{
  char *token;
  char *label;
  TsMeaning meaning;
} TsScaleLevel;

/**
 * TsScale:
 *
 * An ordered scale. Levels count from 1, the worst; 0 stands for not rated and is no level.
 */
typedef struct _TsScale TsScale;

TsScale *ts_scale_new (const char *id,
                       TsScaleKind kind);
void ts_scale_free (TsScale *self);
void ts_scale_add_level (TsScale    *self,
                         const char *token,
                         const char *label,
                         TsMeaning   meaning);

const char *ts_scale_get_id (const TsScale *self);
TsScaleKind ts_scale_get_kind (const TsScale *self);
guint ts_scale_get_n_levels (const TsScale *self);
const TsScaleLevel *ts_scale_get_level (const TsScale *self,
                                        int            level);
const char *ts_scale_get_token (const TsScale *self,
                                int            level);
const char *ts_scale_get_label (const TsScale *self,
                                int            level);
int ts_scale_find (const TsScale *self,
                   const char    *token);
char *ts_scale_list_tokens (const TsScale *self);

gboolean ts_meaning_from_name (const char *name,
                               TsMeaning  *meaning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TsScale, ts_scale_free)

G_END_DECLS
