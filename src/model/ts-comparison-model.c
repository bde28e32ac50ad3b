/* ts-comparison-model.c — what the pages that compare show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-comparison-model.h"

#include "model/ts-kept-comparisons.h"
#include "model/ts-reading.h"
#include "store/ts-compare-query.h"

struct _TsComparisonModel
{
  GObject parent_instance;

  TsSession *session;
  TsCompareFilter *filter; /* NULL until the first reading has chosen one */
  TsCompareNeeds needs;
  TsCompareScope *scope;
  TsKeptComparisons kept;
  gboolean is_current; /* whether what is kept is of this filter and of the workbook as it is */
  guint version;       /* of what is kept, without how much it is */
  TsReading *reading;
};

enum
{
  PROP_SESSION = 1,
  PROP_BUSY,
  N_PROPS,
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsComparisonModel, ts_comparison_model, G_TYPE_OBJECT)

/* What goes to the reading thread, and what comes back. */

typedef struct
{
  TsCompareFilter *filter; /* NULL for the defaults */
  TsCompareNeeds needs;
  TsCompareScope *scope;  /* NULL where there may be another */
  TsKeptComparisons kept; /* nothing where it is of something else */
} Request;

typedef struct
{
  TsCompareFilter *filter;
  TsCompareScope *scope;
  TsKeptComparisons kept;
  gboolean is_more; /* of the same */
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->filter, ts_compare_filter_free);
  g_clear_pointer (&request->scope, ts_compare_scope_unref);
  ts_kept_comparisons_clear (&request->kept);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->filter, ts_compare_filter_free);
  g_clear_pointer (&answer->scope, ts_compare_scope_unref);
  ts_kept_comparisons_clear (&answer->kept);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->is_more = request->scope != NULL;
  answer->scope = answer->is_more ? ts_compare_scope_ref (request->scope) : ts_workbook_read_compare_scope (workplace->workbook, error);

  if (answer->scope == NULL)
    return NULL;

  if (request->filter != NULL)
    answer->filter = ts_compare_filter_copy (request->filter);
  else
    answer->filter = ts_compare_filter_new ();

  /* What nobody has chosen is chosen from what there is now. */
  if (answer->filter->years->len == 0)
    ts_compare_scope_set_defaults (answer->scope, answer->filter, request->filter != NULL);

  if (!ts_kept_comparisons_read (&answer->kept, &request->kept, workplace, answer->filter, request->needs, error))
    return NULL;

  return g_steal_pointer (&answer);
}

static void
take_answer (TsComparisonModel *self,
             Answer            *answer)
{
  g_clear_pointer (&self->filter, ts_compare_filter_free);
  g_clear_pointer (&self->scope, ts_compare_scope_unref);
  ts_kept_comparisons_clear (&self->kept);
  self->filter = g_steal_pointer (&answer->filter);
  self->scope = g_steal_pointer (&answer->scope);
  self->kept = answer->kept;
  answer->kept = (TsKeptComparisons) { 0 };
  self->is_current = TRUE;
  self->version += !answer->is_more;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  TsComparisonModel *self = owner;
  g_autoptr (Answer) answer = result;

  if (answer != NULL)
    take_answer (self, answer);
  else if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gpointer
make_request (gpointer owner)
{
  TsComparisonModel *self = owner;
  Request *request = g_new0 (Request, 1);

  request->filter = self->filter != NULL ? ts_compare_filter_copy (self->filter) : NULL;
  request->needs = self->needs;

  if (self->is_current)
    {
      request->scope = ts_compare_scope_ref (self->scope);
      request->kept = ts_kept_comparisons_copy (&self->kept);
    }

  return request;
}

static void
busy_changed (gpointer owner)
{
  g_object_notify_by_pspec (G_OBJECT (owner), properties[PROP_BUSY]);
}

static const TsReadingKind reading_kind = {
  .read = read_run,
  .make_request = make_request,
  .request_free = request_free,
  .result_free = answer_free,
  .take = take,
  .busy_changed = busy_changed,
};

/* What there was is shown until there is something else. */
static void
reload (TsComparisonModel *self)
{
  self->is_current = FALSE;
  ts_reading_begin (self->reading);
}

static gboolean
is_touched_by (TsChange *change)
{
  static const TsEntity entities[] = {
    TS_ENTITY_ORGANISATION,
    TS_ENTITY_ORGANISATION_NAME,
    TS_ENTITY_ORGANISATION_PARENT,
    TS_ENTITY_ORGANISATION_SUCCESSOR,
    TS_ENTITY_ORGANISATION_POPULATION,
    TS_ENTITY_FRAMEWORK,
    TS_ENTITY_ASSESSMENT,
    TS_ENTITY_RATING,
    TS_ENTITY_OUTCOME,
    TS_ENTITY_OUTCOME_VALUE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (ts_change_touches (change, entities[i]))
        return TRUE;
    }

  return FALSE;
}

static void
changed_cb (TsSession         *session,
            TsChange          *change,
            TsComparisonModel *self)
{
  if (change == NULL || is_touched_by (change))
    reload (self);
}

static void
ts_comparison_model_constructed (GObject *object)
{
  TsComparisonModel *self = TS_COMPARISON_MODEL (object);

  G_OBJECT_CLASS (ts_comparison_model_parent_class)->constructed (object);

  g_assert (self->session != NULL);
  self->reading = ts_reading_new (self, self->session, &reading_kind);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, 0);
  reload (self);
}

static void
ts_comparison_model_dispose (GObject *object)
{
  TsComparisonModel *self = TS_COMPARISON_MODEL (object);

  ts_reading_stop (self->reading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_comparison_model_parent_class)->dispose (object);
}

static void
ts_comparison_model_finalize (GObject *object)
{
  TsComparisonModel *self = TS_COMPARISON_MODEL (object);

  g_clear_pointer (&self->filter, ts_compare_filter_free);
  g_clear_pointer (&self->scope, ts_compare_scope_unref);
  ts_kept_comparisons_clear (&self->kept);
  ts_reading_free (self->reading);

  G_OBJECT_CLASS (ts_comparison_model_parent_class)->finalize (object);
}

static void
ts_comparison_model_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TsComparisonModel *self = TS_COMPARISON_MODEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, ts_reading_is_busy (self->reading));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_comparison_model_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TsComparisonModel *self = TS_COMPARISON_MODEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_comparison_model_class_init (TsComparisonModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ts_comparison_model_constructed;
  object_class->dispose = ts_comparison_model_dispose;
  object_class->finalize = ts_comparison_model_finalize;
  object_class->get_property = ts_comparison_model_get_property;
  object_class->set_property = ts_comparison_model_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsComparisonModel::changed:
   * @self: a model
   *
   * Something that it tells is another.
   */
  signals[CHANGED] = g_signal_new ("changed", TS_TYPE_COMPARISON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TsComparisonModel::failed:
   * @self: a model
   * @error: why
   *
   * It could not be read; what there was stays.
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_COMPARISON_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ts_comparison_model_init (TsComparisonModel *self)
{
  self->needs = TS_COMPARE_LAST_YEAR;
}

/**
 * ts_comparison_model_new:
 * @session: a session
 *
 * Returns: (transfer full): a model that reads what is compared when nobody chooses: the latest year with final levels, else with the panels', else
 *   with the boards' own
 */
TsComparisonModel *
ts_comparison_model_new (TsSession *session)
{
  return g_object_new (TS_TYPE_COMPARISON_MODEL, "session", session, NULL);
}

TsSession *
ts_comparison_model_get_session (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return self->session;
}

static gboolean
reads_same (const TsCompareFilter *a,
            const TsCompareFilter *b)
{
  g_autoptr (TsCompareFilter) like = ts_compare_filter_copy (b);

  /* These choose what is shown of what has been read. */
  ts_compare_filter_set_texts (&like->highlighted, (const char *const *) a->highlighted);
  ts_compare_filter_set_text (&like->section, a->section);
  ts_compare_filter_set_text (&like->group_name, a->group_name);
  like->criteria = a->criteria;
  like->has_rule = a->has_rule;
  like->rule = a->rule;

  return ts_compare_filter_equal (a, like);
}

/**
 * ts_comparison_model_set_filter:
 * @self: a model
 * @filter: what is to be compared; it is copied. Where it names no year, one is chosen
 *
 * What has been read already is not read again: another rule, section or highlight shows at once.
 */
void
ts_comparison_model_set_filter (TsComparisonModel     *self,
                                const TsCompareFilter *filter)
{
  gboolean same;

  g_return_if_fail (TS_IS_COMPARISON_MODEL (self) && filter != NULL);

  if (self->filter != NULL && ts_compare_filter_equal (self->filter, filter))
    return;

  same = self->filter != NULL && self->is_current && !ts_reading_is_busy (self->reading) && !ts_kept_comparisons_lack (&self->kept, self->needs) &&
         reads_same (self->filter, filter);

  if (self->filter != NULL)
    ts_compare_filter_free (self->filter);

  self->filter = ts_compare_filter_copy (filter);

  if (same)
    {
      ts_kept_comparisons_set_rule (&self->kept, filter, self->needs);
      self->version++;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    {
      reload (self);
    }
}

/**
 * ts_comparison_model_set_needs:
 * @self: a model
 * @needs: how much the page that is shown needs, with each choice of years that one of its charts has
 *
 * What has been read for another page is not read again.
 */
void
ts_comparison_model_set_needs (TsComparisonModel *self,
                               TsCompareNeeds     needs)
{
  g_return_if_fail (TS_IS_COMPARISON_MODEL (self));

  needs = ts_kept_comparisons_with_years (needs);

  if (self->needs == needs)
    return;

  self->needs = needs;

  if (!self->is_current || ts_reading_is_busy (self->reading) || ts_kept_comparisons_lack (&self->kept, needs))
    ts_reading_begin (self->reading);
}

/**
 * ts_comparison_model_reset:
 * @self: a model
 *
 * Forgets what was chosen, so that everybody is compared in the latest year.
 */
void
ts_comparison_model_reset (TsComparisonModel *self)
{
  g_return_if_fail (TS_IS_COMPARISON_MODEL (self));

  g_clear_pointer (&self->filter, ts_compare_filter_free);
  reload (self);
}

/**
 * ts_comparison_model_get_filter:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what is compared; %NULL until it has been chosen, which is before the first `changed`
 */
const TsCompareFilter *
ts_comparison_model_get_filter (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return self->filter;
}

/**
 * ts_comparison_model_get_scope:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what can be chosen
 */
TsCompareScope *
ts_comparison_model_get_scope (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return self->scope;
}

/**
 * ts_comparison_model_get_comparison:
 * @self: a model
 *
 * Until a page's needs are read, this is what was read for another.
 *
 * Returns: (transfer none) (nullable): what stands side by side in the fewest years that the page needs
 */
TsComparison *
ts_comparison_model_get_comparison (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return ts_kept_comparisons_get_fewest (&self->kept, self->needs);
}

/**
 * ts_comparison_model_find_comparison:
 * @self: a model
 * @needs: what a chart needs, with one choice of years
 *
 * Returns: (transfer none) (nullable): what stands side by side in those years; %NULL until it has been read
 */
TsComparison *
ts_comparison_model_find_comparison (TsComparisonModel *self,
                                     TsCompareNeeds     needs)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  /* One that says nothing of years takes what the page has. */
  if (ts_kept_comparisons_with_years (needs) != needs)
    return ts_comparison_model_get_comparison (self);

  return ts_kept_comparisons_find (&self->kept, needs);
}

/**
 * ts_comparison_model_get_version:
 * @self: a model
 *
 * Returns: a number that is another whenever something else is compared, and the same when only more of it has been read
 */
guint
ts_comparison_model_get_version (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), 0);

  return self->version;
}

gboolean
ts_comparison_model_get_busy (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), FALSE);

  return ts_reading_is_busy (self->reading);
}

static const char *
get_name (const char *code,
          gpointer    data)
{
  TsComparisonModel *self = data;
  TsComparison *comparison = ts_comparison_model_get_comparison (self);
  const char *name = comparison != NULL ? ts_comparison_get_organisation_name (comparison, code) : NULL;

  for (guint i = 0; name == NULL && self->scope != NULL && i < self->scope->parents->len; i++)
    {
      const TsScopeName *parent = g_ptr_array_index (self->scope->parents, i);

      if (g_str_equal (parent->code, code))
        name = parent->name;
    }

  return name;
}

/**
 * ts_comparison_model_describe:
 * @self: a model
 *
 * Returns: (transfer full): what is compared, in sentences that can be read aloud; "" until it has been chosen
 */
char *
ts_comparison_model_describe (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return self->filter != NULL ? ts_compare_filter_describe (self->filter, get_name, self) : g_strdup ("");
}
