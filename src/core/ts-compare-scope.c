/* ts-compare-scope.c — what there is to compare
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "core/ts-compare-scope.h"

static void
name_free (gpointer data)
{
  TsScopeName *name = data;

  g_free (name->code);
  g_free (name->name);
  g_free (name);
}

TsCompareScope *
ts_compare_scope_new (void)
{
  TsCompareScope *self = g_new0 (TsCompareScope, 1);

  g_atomic_ref_count_init (&self->n_references);
  self->years = g_array_new (FALSE, FALSE, sizeof (TsScopeYear));
  self->frameworks = g_ptr_array_new_with_free_func (name_free);
  self->parents = g_ptr_array_new_with_free_func (name_free);
  self->kinds = g_ptr_array_new_with_free_func (g_free);

  return self;
}

TsCompareScope *
ts_compare_scope_ref (TsCompareScope *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->n_references);

  return self;
}

void
ts_compare_scope_unref (TsCompareScope *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->n_references))
    return;

  g_array_unref (self->years);
  g_ptr_array_unref (self->frameworks);
  g_ptr_array_unref (self->parents);
  g_ptr_array_unref (self->kinds);
  g_free (self);
}

/**
 * ts_compare_scope_add_name:
 * @names: one of a scope's lists of names
 * @code: a code
 * @name: (nullable): what it is called; its code where it has no name
 */
void
ts_compare_scope_add_name (GPtrArray  *names,
                           const char *code,
                           const char *name)
{
  TsScopeName *added = g_new (TsScopeName, 1);

  g_return_if_fail (names != NULL && code != NULL);

  *added = (TsScopeName) { g_strdup (code), g_strdup (name != NULL && *name != '\0' ? name : code) };
  g_ptr_array_add (names, added);
}

static gboolean
find_year (const TsCompareScope *self,
           guint                 layers,
           int                  *year)
{
  for (guint i = self->years->len; i > 0; i--)
    {
      const TsScopeYear *candidate = &g_array_index (self->years, TsScopeYear, i - 1);

      if (candidate->layers & layers)
        {
          *year = candidate->year;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_layer (const TsCompareScope  *self,
           const TsCompareFilter *filter,
           TsLayer                layer)
{
  for (guint i = 0; i < self->years->len; i++)
    {
      const TsScopeYear *candidate = &g_array_index (self->years, TsScopeYear, i);

      if (ts_compare_filter_has_year (filter, candidate->year) && (candidate->layers & 1u << layer))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_compare_scope_set_defaults:
 * @self: what there is
 * @filter: (inout): a filter; where it names no year, it is given one
 * @keep_layer: whether the layer is what somebody asked for; otherwise it is chosen too
 *
 * Chooses what nobody has chosen: the latest year that has final levels, else the latest in which panels agreed on some, else the latest with
 * boards' own; and in years that are given, the most settled of these that says something.
 */
void
ts_compare_scope_set_defaults (const TsCompareScope *self,
                               TsCompareFilter      *filter,
                               gboolean              keep_layer)
{
  static const TsLayer settled[] = { TS_LAYER_FINAL, TS_LAYER_PANEL, TS_LAYER_SELF, TS_LAYER_DESK };
  gboolean has_years;

  g_return_if_fail (self != NULL && filter != NULL);

  has_years = filter->years->len > 0;

  for (guint i = 0; i < G_N_ELEMENTS (settled); i++)
    {
      TsLayer layer = keep_layer ? filter->layer : settled[i];
      int year;

      if (has_years)
        {
          if (!keep_layer && has_layer (self, filter, layer))
            {
              filter->layer = layer;
              return;
            }
        }
      else if (find_year (self, 1u << layer, &year))
        {
          filter->layer = layer;
          g_array_append_val (filter->years, year);
          return;
        }
    }

  /* Nothing says anything: the latest year, so that what is missing is at least of one. */
  if (!has_years && self->years->len > 0)
    g_array_append_val (filter->years, g_array_index (self->years, TsScopeYear, self->years->len - 1).year);
}
