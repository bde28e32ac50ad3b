/* ts-scale.c — the levels that something can have
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-scale.h"

struct _TsScale
{
  char *id;
  TsScaleKind kind;
  guint n_levels;
  TsScaleLevel levels[TS_SCALE_MOST_LEVELS];
};

static const char *const meaning_names[TS_N_MEANINGS] = {
  [TS_MEANING_LOW] = "low",
  [TS_MEANING_BELOW] = "below",
  [TS_MEANING_MIDDLE] = "middle",
  [TS_MEANING_ABOVE] = "above",
  [TS_MEANING_HIGH] = "high",
};

TsScale *
ts_scale_new (const char *id,
              TsScaleKind kind)
{
  TsScale *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_new0 (TsScale, 1);
  self->id = g_strdup (id);
  self->kind = kind;

  return self;
}

void
ts_scale_free (TsScale *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_levels; i++)
    {
      g_free (self->levels[i].token);
      g_free (self->levels[i].label);
    }

  g_free (self->id);
  g_free (self);
}

/**
 * ts_scale_add_level:
 * @self: a scale that nobody else has yet
 * @token: what files and commands say
 * @label: what people read
 * @meaning: how good it is
 *
 * Adds a level above those there are. A scale has at most %TS_SCALE_MOST_LEVELS.
 */
void
ts_scale_add_level (TsScale    *self,
                    const char *token,
                    const char *label,
                    TsMeaning   meaning)
{
  TsScaleLevel *level;

  g_return_if_fail (self != NULL);
  g_return_if_fail (self->n_levels < TS_SCALE_MOST_LEVELS);
  g_return_if_fail (token != NULL && label != NULL);

  level = &self->levels[self->n_levels++];
  level->token = g_strdup (token);
  level->label = g_strdup (label);
  level->meaning = meaning;
}

const char *
ts_scale_get_id (const TsScale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

TsScaleKind
ts_scale_get_kind (const TsScale *self)
{
  g_return_val_if_fail (self != NULL, TS_SCALE_LEVELS);

  return self->kind;
}

guint
ts_scale_get_n_levels (const TsScale *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_levels;
}

/**
 * ts_scale_get_level:
 * @self: a scale
 * @level: a level, from 1
 *
 * Returns: (transfer none) (nullable): what is known of the level, or %NULL if the scale has none such
 */
const TsScaleLevel *
ts_scale_get_level (const TsScale *self,
                    int            level)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (level < 1 || (guint) level > self->n_levels)
    return NULL;

  return &self->levels[level - 1];
}

/**
 * ts_scale_get_token:
 * @self: a scale
 * @level: a level, from 1
 *
 * Returns: (transfer none): what files and commands say; "" for what is not a level, as for 0
 */
const char *
ts_scale_get_token (const TsScale *self,
                    int            level)
{
  const TsScaleLevel *known = ts_scale_get_level (self, level);

  return known != NULL ? known->token : "";
}

/**
 * ts_scale_get_label:
 * @self: a scale
 * @level: a level, from 1
 *
 * Returns: (transfer none): what people read; "" for what is not a level, as for 0
 */
const char *
ts_scale_get_label (const TsScale *self,
                    int            level)
{
  const TsScaleLevel *known = ts_scale_get_level (self, level);

  return known != NULL ? known->label : "";
}

/**
 * ts_scale_find:
 * @self: a scale
 * @token: a level as a file or command says it
 *
 * Returns: the level, or 0 if the scale has none such
 */
int
ts_scale_find (const TsScale *self,
               const char    *token)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (token != NULL, 0);

  for (guint i = 0; i < self->n_levels; i++)
    {
      if (g_str_equal (self->levels[i].token, token))
        return i + 1;
    }

  return 0;
}

/**
 * ts_scale_list_tokens:
 * @self: a scale
 *
 * Returns: (transfer full): all tokens, worst first, as a message lists them: "red, amber, green"
 */
char *
ts_scale_list_tokens (const TsScale *self)
{
  g_autoptr (GString) list = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_levels; i++)
    {
      if (i > 0)
        g_string_append (list, ", ");

      g_string_append (list, self->levels[i].token);
    }

  return g_strdup (list->str);
}

/**
 * ts_meaning_from_name:
 * @name: a name, from a framework file
 * @meaning: (out): where to put the meaning
 *
 * Returns: whether there is such a meaning
 */
gboolean
ts_meaning_from_name (const char *name,
                      TsMeaning  *meaning)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (meaning != NULL, FALSE);

  for (guint i = 0; i < TS_N_MEANINGS; i++)
    {
      if (g_str_equal (meaning_names[i], name))
        {
          *meaning = i;
          return TRUE;
        }
    }

  return FALSE;
}
