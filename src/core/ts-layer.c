/* ts-layer.c — whose judgement a rating is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-layer.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} layers[TS_N_LAYERS] = {
  [TS_LAYER_SELF] = { "self", NC_("layer", "Self") },
  [TS_LAYER_DESK] = { "desk", NC_("layer", "Desk") },
  [TS_LAYER_REVIEWER] = { "reviewer", NC_("layer", "Reviewer") },
  [TS_LAYER_PANEL] = { "panel", NC_("layer", "Panel") },
  [TS_LAYER_FINAL] = { "final", NC_("layer", "Final") },
};

/**
 * ts_layer_get_name:
 * @layer: a layer
 *
 * Returns: (transfer none): the name that workbooks, files and commands use
 */
const char *
ts_layer_get_name (TsLayer layer)
{
  g_return_val_if_fail (layer < TS_N_LAYERS, NULL);

  return layers[layer].name;
}

/**
 * ts_layer_get_title:
 * @layer: a layer
 *
 * Returns: (transfer none): the layer's name for people, translated
 */
const char *
ts_layer_get_title (TsLayer layer)
{
  g_return_val_if_fail (layer < TS_N_LAYERS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "layer", layers[layer].title);
}

/**
 * ts_layer_from_name:
 * @name: a name, from anywhere
 * @layer: (out): where to put the layer
 *
 * Returns: whether there is such a layer
 */
gboolean
ts_layer_from_name (const char *name,
                    TsLayer    *layer)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (layer != NULL, FALSE);

  for (guint i = 0; i < TS_N_LAYERS; i++)
    {
      if (g_str_equal (layers[i].name, name))
        {
          *layer = i;
          return TRUE;
        }
    }

  return FALSE;
}
