/* ts-review-model.c — what the pages of a review show
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-review-model.h"

#include "model/ts-reading.h"

struct _TsReviewModel
{
  GObject parent_instance;

  TsSession *session;
  char *round_id;      /* NULL for the latest */
  char *assessment_id; /* NULL for the first */
  TsRoundSnapshot *round;
  TsReviewSnapshot *review;
  gboolean round_is_stale; /* the next reading brings the round too */
  gboolean seeking;        /* the round that has the assessment */
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

G_DEFINE_FINAL_TYPE (TsReviewModel, ts_review_model, G_TYPE_OBJECT)

/* What goes to the reading thread, and what comes back. */

typedef struct
{
  char *round_id;
  char *assessment_id;
  char *reader;
  gboolean with_round;
  gboolean seeking;
} Request;

typedef struct
{
  TsRoundSnapshot *round; /* NULL where it was not asked for */
  TsReviewSnapshot *review;
} Answer;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->round_id);
  g_free (request->assessment_id);
  g_free (request->reader);
  g_free (request);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->round, ts_round_snapshot_free);
  g_clear_pointer (&answer->review, ts_review_snapshot_free);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* The round that has an assessment; none where it is in none. */
static gboolean
find_round (TsWorkplace  *workplace,
            const char   *assessment_id,
            char        **round_id,
            GError      **error)
{
  g_autoptr (GPtrArray) rows = ts_workbook_read_rows (workplace->workbook, TS_ENTITY_ROUND_ASSESSMENT, TS_ROUND_ASSESSMENT_ASSESSMENT, assessment_id, error);

  *round_id = rows != NULL && rows->len > 0 ? g_strdup (ts_row_get_text (g_ptr_array_index (rows, 0), TS_ROUND_ASSESSMENT_ROUND)) : NULL;

  return rows != NULL;
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  const Request *request = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  const char *assessment_id = request->assessment_id;
  g_autofree char *round_id = g_strdup (request->round_id);

  if (request->with_round)
    {
      if (request->seeking && assessment_id != NULL)
        {
          g_clear_pointer (&round_id, g_free);

          if (!find_round (workplace, assessment_id, &round_id, error))
            return NULL;
        }

      answer->round = ts_round_snapshot_read (workplace, round_id, error);

      if (answer->round == NULL)
        return NULL;

      if (assessment_id == NULL || ts_round_snapshot_find (answer->round, assessment_id) == NULL)
        {
          const TsRoundAssessment *first = answer->round->assessments->len > 0 ? g_ptr_array_index (answer->round->assessments, 0) : NULL;

          assessment_id = first != NULL ? ts_row_get_id (first->assessment) : NULL;
        }
    }

  if (assessment_id != NULL)
    {
      answer->review = ts_review_snapshot_read (workplace, assessment_id, request->reader, error);

      if (answer->review == NULL)
        return NULL;
    }

  return g_steal_pointer (&answer);
}

static void
take_answer (TsReviewModel *self,
             Answer        *answer)
{
  if (answer->round != NULL)
    {
      g_clear_pointer (&self->round, ts_round_snapshot_free);
      self->round = g_steal_pointer (&answer->round);
      self->round_is_stale = FALSE;
      self->seeking = FALSE;
      g_free (self->round_id);
      self->round_id = self->round->round != NULL ? g_strdup (ts_row_get_id (self->round->round)) : NULL;
    }

  g_clear_pointer (&self->review, ts_review_snapshot_free);
  self->review = g_steal_pointer (&answer->review);
  g_free (self->assessment_id);
  self->assessment_id = self->review != NULL ? g_strdup (ts_row_get_id (self->review->assessment)) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  TsReviewModel *self = owner;
  g_autoptr (Answer) answer = result;

  if (answer != NULL)
    take_answer (self, answer);
  else if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

static gpointer
make_request (gpointer owner)
{
  TsReviewModel *self = owner;
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdup (self->round_id), g_strdup (self->assessment_id), g_strdup (ts_session_get_person (self->session)),
                         self->round_is_stale, self->seeking };

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

/* A reading that is overtaken leaves what it was to bring to the next one. */
static void
reload (TsReviewModel *self,
        gboolean       with_round)
{
  self->round_is_stale |= with_round;
  ts_reading_begin (self->reading);
}

static gboolean
touches_any (TsChange       *change,
             const TsEntity *entities,
             gsize           n_entities)
{
  for (gsize i = 0; i < n_entities; i++)
    {
      if (ts_change_touches (change, entities[i]))
        return TRUE;
    }

  return FALSE;
}

static void
changed_cb (TsSession     *session,
            TsChange      *change,
            TsReviewModel *self)
{
  static const TsEntity of_round[] = {
    TS_ENTITY_ORGANISATION,
    TS_ENTITY_ORGANISATION_NAME,
    TS_ENTITY_ORGANISATION_PARENT,
    TS_ENTITY_ORGANISATION_SUCCESSOR,
    TS_ENTITY_FRAMEWORK,
    TS_ENTITY_ASSESSMENT,
    TS_ENTITY_PERSON,
    TS_ENTITY_REVIEW_ROUND,
    TS_ENTITY_ROUND_ASSESSMENT,
    TS_ENTITY_PANEL,
    TS_ENTITY_PANEL_MEMBER,
    TS_ENTITY_PANEL_ASSESSMENT,
    TS_ENTITY_INTEREST,
    TS_ENTITY_CONFLICT_ACTION,
  };
  static const TsEntity of_review[] = {
    TS_ENTITY_RATING,
    TS_ENTITY_EVIDENCE,
    TS_ENTITY_EVIDENCE_LINK,
    TS_ENTITY_ENQUIRY,
    TS_ENTITY_EVIDENCE_REVIEW,
    TS_ENTITY_REVIEW_SEAL,
    TS_ENTITY_REVIEW_OPENING,
    TS_ENTITY_DISSENT,
    TS_ENTITY_REPLY,
    TS_ENTITY_REPORT_TEXT,
  };

  if (change == NULL || touches_any (change, of_round, G_N_ELEMENTS (of_round)))
    reload (self, TRUE);
  else if (touches_any (change, of_review, G_N_ELEMENTS (of_review)))
    reload (self, FALSE);
}

/* What one person may see is not for the next one, not even until it has been read for them. */
static void
person_cb (TsReviewModel *self)
{
  if (self->review != NULL && g_strcmp0 (self->review->sight->reader, ts_session_get_person (self->session)) == 0)
    return;

  g_clear_pointer (&self->review, ts_review_snapshot_free);
  g_signal_emit (self, signals[CHANGED], 0);
  reload (self, FALSE);
}

static void
ts_review_model_constructed (GObject *object)
{
  TsReviewModel *self = TS_REVIEW_MODEL (object);

  G_OBJECT_CLASS (ts_review_model_parent_class)->constructed (object);

  g_assert (self->session != NULL);
  self->reading = ts_reading_new (self, self->session, &reading_kind);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->session, "notify::person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  reload (self, TRUE);
}

static void
ts_review_model_dispose (GObject *object)
{
  TsReviewModel *self = TS_REVIEW_MODEL (object);

  ts_reading_stop (self->reading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_review_model_parent_class)->dispose (object);
}

static void
ts_review_model_finalize (GObject *object)
{
  TsReviewModel *self = TS_REVIEW_MODEL (object);

  ts_reading_free (self->reading);
  g_clear_pointer (&self->round, ts_round_snapshot_free);
  g_clear_pointer (&self->review, ts_review_snapshot_free);
  g_free (self->round_id);
  g_free (self->assessment_id);

  G_OBJECT_CLASS (ts_review_model_parent_class)->finalize (object);
}

static void
ts_review_model_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsReviewModel *self = TS_REVIEW_MODEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_BUSY:
      g_value_set_boolean (value, ts_review_model_get_busy (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_review_model_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsReviewModel *self = TS_REVIEW_MODEL (object);

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
ts_review_model_class_init (TsReviewModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ts_review_model_constructed;
  object_class->dispose = ts_review_model_dispose;
  object_class->finalize = ts_review_model_finalize;
  object_class->get_property = ts_review_model_get_property;
  object_class->set_property = ts_review_model_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsReviewModel::changed:
   * @self: a model
   *
   * Something is another. The snapshots from before are gone.
   */
  signals[CHANGED] = g_signal_new ("changed", TS_TYPE_REVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TsReviewModel::failed:
   * @self: a model
   * @error: why
   *
   * It could not be read; what there was stays.
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_REVIEW_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
ts_review_model_init (TsReviewModel *self)
{
}

/**
 * ts_review_model_new:
 * @session: a session
 *
 * Returns: (transfer full): a model of its latest round; empty until it has been read
 */
TsReviewModel *
ts_review_model_new (TsSession *session)
{
  g_return_val_if_fail (TS_IS_SESSION (session), NULL);

  return g_object_new (TS_TYPE_REVIEW_MODEL, "session", session, NULL);
}

TsSession *
ts_review_model_get_session (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), NULL);

  return self->session;
}

gboolean
ts_review_model_get_busy (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), FALSE);

  return ts_reading_is_busy (self->reading);
}

gboolean
ts_review_model_get_read_only (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), TRUE);

  return ts_session_get_read_only (self->session);
}

/**
 * ts_review_model_get_round:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the round, until `changed`; %NULL before it has been read
 */
const TsRoundSnapshot *
ts_review_model_get_round (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), NULL);

  return self->round;
}

/**
 * ts_review_model_get_review:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the review of the chosen assessment, until `changed`; %NULL where there is none, and before it has been
 *   read for whoever works
 */
const TsReviewSnapshot *
ts_review_model_get_review (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), NULL);

  return self->review;
}

/**
 * ts_review_model_get_assessment_id:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the chosen assessment
 */
const char *
ts_review_model_get_assessment_id (TsReviewModel *self)
{
  g_return_val_if_fail (TS_IS_REVIEW_MODEL (self), NULL);

  return self->assessment_id;
}

/**
 * ts_review_model_choose_round:
 * @self: a model
 * @round_id: a round
 */
void
ts_review_model_choose_round (TsReviewModel *self,
                              const char    *round_id)
{
  g_return_if_fail (TS_IS_REVIEW_MODEL (self) && round_id != NULL);

  if (g_strcmp0 (self->round_id, round_id) == 0)
    return;

  self->seeking = FALSE;
  g_free (self->round_id);
  self->round_id = g_strdup (round_id);
  g_clear_pointer (&self->assessment_id, g_free);
  reload (self, TRUE);
}

/**
 * ts_review_model_choose_assessment:
 * @self: a model
 * @assessment_id: one of the round's assessments
 */
void
ts_review_model_choose_assessment (TsReviewModel *self,
                                   const char    *assessment_id)
{
  g_return_if_fail (TS_IS_REVIEW_MODEL (self) && assessment_id != NULL);

  if (g_strcmp0 (self->assessment_id, assessment_id) == 0)
    return;

  g_free (self->assessment_id);
  self->assessment_id = g_strdup (assessment_id);
  reload (self, FALSE);
}

/**
 * ts_review_model_seek_assessment:
 * @self: a model
 * @assessment_id: an assessment of any round
 *
 * Chooses the assessment, and the round that has it. Where none has it, the round's first is shown.
 */
void
ts_review_model_seek_assessment (TsReviewModel *self,
                                 const char    *assessment_id)
{
  g_return_if_fail (TS_IS_REVIEW_MODEL (self) && assessment_id != NULL);

  if (self->round != NULL && ts_round_snapshot_find (self->round, assessment_id) != NULL)
    {
      ts_review_model_choose_assessment (self, assessment_id);
      return;
    }

  g_free (self->assessment_id);
  self->assessment_id = g_strdup (assessment_id);
  self->seeking = TRUE;
  reload (self, TRUE);
}
