/* ts-comparison-model.c — what the pages that compare show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-comparison-model.h"

#include "model/ts-reading.h"
#include "store/ts-compare-query.h"

struct _TsComparisonModel
{
  GObject parent_instance;

  TsSession *session;
  TsCompareFilter *filter; /* NULL until the first reading has chosen one */
  TsCompareNeeds needs;
  TsCompareScope *scope;
  TsComparison *comparison;
  TsCompareNeeds read_needs; /* of the comparison */
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
} Request;

typedef struct
{
  TsCompareFilter *filter;
  TsCompareScope *scope;
  TsComparison *comparison;
  TsCompareNeeds needs;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->filter, ts_compare_filter_free);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->filter, ts_compare_filter_free);
  g_clear_pointer (&answer->scope, ts_compare_scope_unref);
  g_clear_pointer (&answer->comparison, ts_comparison_unref);
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

  answer->needs = request->needs;
  answer->scope = ts_workbook_read_compare_scope (workplace->workbook, error);

  if (answer->scope == NULL)
    return NULL;

  if (request->filter != NULL)
    answer->filter = ts_compare_filter_copy (request->filter);
  else
    answer->filter = ts_compare_filter_new ();

  /* What nobody has chosen is chosen from what there is now. */
  if (answer->filter->years->len == 0)
    ts_compare_scope_set_defaults (answer->scope, answer->filter, request->filter != NULL);

  answer->comparison = ts_comparison_read (workplace->workbook, workplace->frameworks, answer->filter, request->needs, error);

  return answer->comparison != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
take_answer (TsComparisonModel *self,
             Answer            *answer)
{
  g_clear_pointer (&self->filter, ts_compare_filter_free);
  g_clear_pointer (&self->scope, ts_compare_scope_unref);
  g_clear_pointer (&self->comparison, ts_comparison_unref);
  self->filter = g_steal_pointer (&answer->filter);
  self->scope = g_steal_pointer (&answer->scope);
  self->comparison = g_steal_pointer (&answer->comparison);
  self->read_needs = answer->needs;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  TsComparisonModel *self = owner;
  g_autoptr (Answer) answer = result;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  if (answer != NULL)
    take_answer (self, answer);
  else if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gpointer
make_request (gpointer owner)
{
  TsComparisonModel *self = owner;
  Request *request = g_new (Request, 1);

  *request = (Request) { self->filter != NULL ? ts_compare_filter_copy (self->filter) : NULL, self->needs };

  return request;
}

static const TsReadingKind reading_kind = {
  .read = read_run,
  .make_request = make_request,
  .request_free = request_free,
  .result_free = answer_free,
  .take = take,
};

static void
reload (TsComparisonModel *self)
{
  gboolean was_busy = ts_reading_is_busy (self->reading);

  ts_reading_begin (self->reading);

  if (was_busy != ts_reading_is_busy (self->reading))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
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
  g_clear_pointer (&self->comparison, ts_comparison_unref);
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

  same = self->filter != NULL && self->comparison != NULL && !ts_reading_is_busy (self->reading) && self->needs == self->read_needs &&
         reads_same (self->filter, filter);

  if (self->filter != NULL)
    ts_compare_filter_free (self->filter);

  self->filter = ts_compare_filter_copy (filter);

  if (same)
    {
      TsComparison *before = self->comparison;

      self->comparison = ts_comparison_with_rule (before, filter->has_rule ? &filter->rule : NULL);
      ts_comparison_unref (before);
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
 * @needs: how much the page that is shown needs
 */
void
ts_comparison_model_set_needs (TsComparisonModel *self,
                               TsCompareNeeds     needs)
{
  g_return_if_fail (TS_IS_COMPARISON_MODEL (self));

  if (self->needs == needs)
    return;

  self->needs = needs;
  reload (self);
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

TsCompareNeeds
ts_comparison_model_get_needs (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), TS_COMPARE_LAST_YEAR);

  return self->needs;
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
 * Until a page's needs are read, this is what was read for another; look for the years and layers that it has.
 *
 * Returns: (transfer none) (nullable): what stands side by side
 */
TsComparison *
ts_comparison_model_get_comparison (TsComparisonModel *self)
{
  g_return_val_if_fail (TS_IS_COMPARISON_MODEL (self), NULL);

  return self->comparison;
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
  const char *name = self->comparison != NULL ? ts_comparison_get_organisation_name (self->comparison, code) : NULL;

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
