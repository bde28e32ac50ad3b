/* ts-search-hit.c — something that was found
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-search-hit-private.h"

/* Two lines in a window of ordinary width. In characters. */
#define LENGTH_OF_TEXT 180

struct _TsSearchHit
{
  GObject parent_instance;

  TsSearchKind kind;
  char *key;
  char *title;
  GArray *title_ranges;
  char *text;
  GArray *text_ranges;
  char *context;
  char *assessment_id;
  char *place;
};

G_DEFINE_FINAL_TYPE (TsSearchHit, ts_search_hit, G_TYPE_OBJECT)

static void
ts_search_hit_finalize (GObject *object)
{
  TsSearchHit *self = TS_SEARCH_HIT (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->text);
  g_free (self->context);
  g_free (self->assessment_id);
  g_free (self->place);
  g_array_unref (self->title_ranges);
  g_array_unref (self->text_ranges);

  G_OBJECT_CLASS (ts_search_hit_parent_class)->finalize (object);
}

static void
ts_search_hit_class_init (TsSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ts_search_hit_finalize;
}

static void
ts_search_hit_init (TsSearchHit *self)
{
  self->title_ranges = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
  self->text_ranges = g_array_new (FALSE, FALSE, sizeof (TsTextRange));
}

/**
 * ts_search_hit_new:
 * @query: what was looked for
 * @facts: what was found
 *
 * May be called on any thread.
 *
 * Returns: (transfer full): a hit
 */
TsSearchHit *
ts_search_hit_new (const TsTextQuery      *query,
                   const TsSearchHitFacts *facts)
{
  TsSearchHit *self = g_object_new (TS_TYPE_SEARCH_HIT, NULL);

  self->kind = facts->kind;
  self->key = g_strdup (facts->key);
  self->title = g_strdup (facts->title);
  ts_text_query_find (query, self->title, self->title_ranges);
  self->text = ts_text_query_cut (query, facts->text != NULL ? facts->text : "", LENGTH_OF_TEXT, self->text_ranges);
  self->context = g_strdup (facts->context);
  self->assessment_id = g_strdup (facts->assessment_id);
  self->place = g_strdup (facts->place);

  return self;
}

/* What tells it from all others. */
const char *
ts_search_hit_get_key (TsSearchHit *self)
{
  return self->key;
}

TsSearchKind
ts_search_hit_get_kind (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), TS_SEARCH_CRITERION);

  return self->kind;
}

/**
 * ts_search_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): what it is called; plain text
 */
const char *
ts_search_hit_get_title (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

/**
 * ts_search_hit_get_title_ranges:
 * @self: a hit
 * @n_ranges: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_ranges): the words in its title that were looked for
 */
const TsTextRange *
ts_search_hit_get_title_ranges (TsSearchHit *self,
                                guint       *n_ranges)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self) && n_ranges != NULL, NULL);

  *n_ranges = self->title_ranges->len;

  return (const TsTextRange *) (gpointer) self->title_ranges->data;
}

/**
 * ts_search_hit_get_text:
 * @self: a hit
 *
 * Returns: (transfer none): a line of it; plain text, empty where there is none
 */
const char *
ts_search_hit_get_text (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), NULL);

  return self->text;
}

/**
 * ts_search_hit_get_text_ranges:
 * @self: a hit
 * @n_ranges: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_ranges): the words in its text that were looked for
 */
const TsTextRange *
ts_search_hit_get_text_ranges (TsSearchHit *self,
                               guint       *n_ranges)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self) && n_ranges != NULL, NULL);

  *n_ranges = self->text_ranges->len;

  return (const TsTextRange *) (gpointer) self->text_ranges->data;
}

/**
 * ts_search_hit_get_context:
 * @self: a hit
 *
 * Returns: (transfer none) (nullable): whose it is and of which year, where that is not the assessment that is looked at
 */
const char *
ts_search_hit_get_context (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), NULL);

  return self->context;
}

/**
 * ts_search_hit_get_assessment_id:
 * @self: a hit
 *
 * Returns: (transfer none) (nullable): the assessment that is to be looked at; %NULL for any
 */
const char *
ts_search_hit_get_assessment_id (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), NULL);

  return self->assessment_id;
}

/**
 * ts_search_hit_get_place:
 * @self: a hit
 *
 * Returns: (transfer none): the place that shows it, for `win.show-place`
 */
const char *
ts_search_hit_get_place (TsSearchHit *self)
{
  g_return_val_if_fail (TS_IS_SEARCH_HIT (self), NULL);

  return self->place;
}
