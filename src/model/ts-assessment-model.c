/* ts-assessment-model.c — one assessment, as pages watch it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-assessment-model.h"

#include "core/ts-rate.h"
#include "core/ts-stage.h"
#include "core/ts-year.h"
#include "model/ts-assessment-snapshot.h"
#include "model/ts-evidence-item-private.h"
#include "model/ts-node-evidence.h"
#include "model/ts-reading.h"
#include "model/ts-session-private.h"
#include "store/ts-as-it-stood.h"

struct _TsAssessmentModel
{
  GObject parent_instance;

  TsSession *session;
  char *assessment_id;
  TsAssessmentSnapshot *snapshot; /* NULL until loaded */
  GListStore *evidence;           /* TsEvidenceItem */
  GHashTable *evidence_by_id;     /* borrowed from the store */
  char *year_label;
  char *previous_year_label;
  TsReading *reading;
  gint64 wanted_as_of;  /* a change, or 0 for now */
  gint64 wanted_moment; /* a moment, until it is known which change was the last by then */
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT_ID,
  PROP_LOADED,
  PROP_STATE,
  PROP_ORGANISATION_NAME,
  PROP_ORGANISATION_CODE,
  PROP_YEAR_LABEL,
  PROP_FRAMEWORK_TITLE,
  PROP_STAGE_TITLE,
  PROP_LOCKED,
  PROP_AS_OF,
  N_PROPS,
};

enum
{
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TsAssessmentModel, ts_assessment_model, G_TYPE_OBJECT)

static void
take_evidence (TsAssessmentModel    *self,
               TsAssessmentSnapshot *snapshot)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean same_order = TRUE;
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (snapshot->state), TS_ASSESSMENT_YEAR);

  for (guint i = 0; i < snapshot->evidence->len; i++)
    {
      TsRow *row = g_ptr_array_index (snapshot->evidence, i);
      TsEvidenceItem *item = g_hash_table_lookup (self->evidence_by_id, ts_row_get_id (row));
      g_autoptr (TsEvidenceItem) in_place = g_list_model_get_item (G_LIST_MODEL (self->evidence), i);
      g_autoptr (GPtrArray) links = ts_assessment_snapshot_list_links (snapshot, ts_row_get_id (row));

      item = item != NULL ? g_object_ref (item) : ts_evidence_item_new (ts_row_get_id (row));
      ts_evidence_item_update (item, row, links, year);
      same_order = same_order && item == in_place;
      g_ptr_array_add (items, item);
    }

  if (same_order && items->len == g_list_model_get_n_items (G_LIST_MODEL (self->evidence)))
    return;

  g_hash_table_remove_all (self->evidence_by_id);

  for (guint i = 0; i < items->len; i++)
    {
      TsEvidenceItem *item = g_ptr_array_index (items, i);

      g_hash_table_insert (self->evidence_by_id, (gpointer) ts_evidence_item_get_id (item), item);
    }

  g_list_store_splice (self->evidence, 0, g_list_model_get_n_items (G_LIST_MODEL (self->evidence)), items->pdata, items->len);
}

static void
take_snapshot (TsAssessmentModel    *self,
               TsAssessmentSnapshot *snapshot)
{
  GObject *object = G_OBJECT (self);
  int year = (int) ts_row_get_integer (ts_assessment_state_get_assessment (snapshot->state), TS_ASSESSMENT_YEAR);

  g_object_freeze_notify (object);

  g_clear_pointer (&self->snapshot, ts_assessment_snapshot_free);
  self->snapshot = snapshot;
  g_free (self->year_label);
  self->year_label = ts_year_format (year);
  g_free (self->previous_year_label);
  self->previous_year_label = ts_year_format (year - 1);
  take_evidence (self, snapshot);

  for (guint i = PROP_LOADED; i < N_PROPS; i++)
    g_object_notify_by_pspec (object, properties[i]);

  g_object_thaw_notify (object);
}

/* What is wanted is again what is shown: there is nothing at the time that was wanted. */
static void
stay (TsAssessmentModel *self)
{
  self->wanted_as_of = self->snapshot != NULL ? self->snapshot->as_of : 0;
  self->wanted_moment = 0;
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  TsAssessmentModel *self = owner;

  if (result != NULL)
    take_snapshot (self, result);
  else if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);

  /* Whoever was told may have asked for something else already. */
  if (!ts_reading_is_busy (self->reading))
    stay (self);
}

typedef struct
{
  char *assessment_id;
  gint64 as_of;
  gint64 moment;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->assessment_id);
  g_free (request);
}

static gpointer
read_run (TsWorkplace   *workplace,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Request *request = data;
  TsAssessmentSnapshot *snapshot;

  if (request->moment == 0)
    return ts_assessment_snapshot_read (workplace, request->assessment_id, request->as_of, error);

  if (!ts_workbook_find_sequence_at (workplace->workbook, request->moment, &request->as_of, error))
    return NULL;

  /* Before the first change there was nothing, and 0 would be now. */
  if (request->as_of == 0)
    return ts_workbook_read_row_as_it_stood (workplace->workbook, TS_ENTITY_ASSESSMENT, request->assessment_id, 0, error);

  snapshot = ts_assessment_snapshot_read (workplace, request->assessment_id, request->as_of, error);

  if (snapshot != NULL)
    snapshot->as_of_at = request->moment;

  return snapshot;
}

static gpointer
make_request (gpointer owner)
{
  TsAssessmentModel *self = owner;
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdup (self->assessment_id), self->wanted_as_of, self->wanted_moment };

  return request;
}

static const TsReadingKind reading_kind = {
  .read = read_run,
  .make_request = make_request,
  .request_free = request_free,
  .result_free = (GDestroyNotify) ts_assessment_snapshot_free,
  .take = take,
};

static void
changed_cb (TsSession         *session,
            TsChange          *change,
            TsAssessmentModel *self)
{
  ts_reading_begin (self->reading);
}

/* What one person may see is not for the next one. */
static void
person_cb (TsAssessmentModel *self)
{
  ts_reading_begin (self->reading);
}

static void
ts_assessment_model_constructed (GObject *object)
{
  TsAssessmentModel *self = TS_ASSESSMENT_MODEL (object);

  G_OBJECT_CLASS (ts_assessment_model_parent_class)->constructed (object);

  g_assert (self->session != NULL && self->assessment_id != NULL);
  self->reading = ts_reading_new (self, self->session, &reading_kind);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->session, "notify::person", G_CALLBACK (person_cb), self, G_CONNECT_SWAPPED);
  ts_reading_begin (self->reading);
}

static void
ts_assessment_model_dispose (GObject *object)
{
  TsAssessmentModel *self = TS_ASSESSMENT_MODEL (object);

  ts_reading_stop (self->reading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_assessment_model_parent_class)->dispose (object);
}

static void
ts_assessment_model_finalize (GObject *object)
{
  TsAssessmentModel *self = TS_ASSESSMENT_MODEL (object);

  g_hash_table_unref (self->evidence_by_id);
  g_object_unref (self->evidence);
  ts_reading_free (self->reading);
  g_clear_pointer (&self->snapshot, ts_assessment_snapshot_free);
  g_free (self->assessment_id);
  g_free (self->year_label);
  g_free (self->previous_year_label);

  G_OBJECT_CLASS (ts_assessment_model_parent_class)->finalize (object);
}

static void
ts_assessment_model_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  TsAssessmentModel *self = TS_ASSESSMENT_MODEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ASSESSMENT_ID:
      g_value_set_string (value, self->assessment_id);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, ts_assessment_model_get_loaded (self));
      break;

    case PROP_STATE:
      g_value_set_pointer (value, ts_assessment_model_get_state (self));
      break;

    case PROP_ORGANISATION_NAME:
      g_value_set_string (value, ts_assessment_model_get_organisation_name (self));
      break;

    case PROP_ORGANISATION_CODE:
      g_value_set_string (value, ts_assessment_model_get_organisation_code (self));
      break;

    case PROP_YEAR_LABEL:
      g_value_set_string (value, self->year_label);
      break;

    case PROP_FRAMEWORK_TITLE:
      g_value_set_string (value, ts_assessment_model_get_framework_title (self));
      break;

    case PROP_STAGE_TITLE:
      g_value_set_string (value, ts_assessment_model_get_stage_title (self));
      break;

    case PROP_LOCKED:
      g_value_set_boolean (value, ts_assessment_model_get_locked (self));
      break;

    case PROP_AS_OF:
      g_value_set_int64 (value, ts_assessment_model_get_as_of (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_assessment_model_set_property (GObject      *object,
                                  guint         property_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  TsAssessmentModel *self = TS_ASSESSMENT_MODEL (object);

  switch (property_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    case PROP_ASSESSMENT_ID:
      self->assessment_id = g_value_dup_string (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
ts_assessment_model_class_init (TsAssessmentModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ts_assessment_model_constructed;
  object_class->dispose = ts_assessment_model_dispose;
  object_class->finalize = ts_assessment_model_finalize;
  object_class->get_property = ts_assessment_model_get_property;
  object_class->set_property = ts_assessment_model_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT_ID] = g_param_spec_string ("assessment-id", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_pointer ("state", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ORGANISATION_NAME] = string_property ("organisation-name");
  properties[PROP_ORGANISATION_CODE] = string_property ("organisation-code");
  properties[PROP_YEAR_LABEL] = string_property ("year-label");
  properties[PROP_FRAMEWORK_TITLE] = string_property ("framework-title");
  properties[PROP_STAGE_TITLE] = string_property ("stage-title");
  properties[PROP_LOCKED] = g_param_spec_boolean ("locked", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_AS_OF] = g_param_spec_int64 ("as-of", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsAssessmentModel::failed:
   * @self: an assessment
   * @error: why it could not be read
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_ASSESSMENT_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ts_assessment_model_init (TsAssessmentModel *self)
{
  self->evidence = g_list_store_new (TS_TYPE_EVIDENCE_ITEM);
  self->evidence_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * ts_assessment_model_new:
 * @session: a session
 * @assessment_id: an assessment's row id
 *
 * Returns: (transfer full): the assessment, which is not loaded yet
 */
TsAssessmentModel *
ts_assessment_model_new (TsSession  *session,
                         const char *assessment_id)
{
  return g_object_new (TS_TYPE_ASSESSMENT_MODEL, "session", session, "assessment-id", assessment_id, NULL);
}

TsSession *
ts_assessment_model_get_session (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->session;
}

const char *
ts_assessment_model_get_assessment_id (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->assessment_id;
}

gboolean
ts_assessment_model_get_loaded (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), FALSE);

  return self->snapshot != NULL;
}

/**
 * ts_assessment_model_get_state:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): where it stands; take a reference to keep it beyond the next `notify::state`
 */
TsAssessmentState *
ts_assessment_model_get_state (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->snapshot != NULL ? self->snapshot->state : NULL;
}

const char *
ts_assessment_model_get_organisation_name (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->snapshot != NULL ? self->snapshot->organisation_name : NULL;
}

const char *
ts_assessment_model_get_organisation_code (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->snapshot != NULL ? self->snapshot->organisation_code : NULL;
}

const char *
ts_assessment_model_get_year_label (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->year_label;
}

const char *
ts_assessment_model_get_previous_year_label (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->previous_year_label;
}

const char *
ts_assessment_model_get_framework_title (TsAssessmentModel *self)
{
  TsAssessmentState *state = ts_assessment_model_get_state (self);

  return state != NULL ? ts_framework_get_title (ts_assessment_state_get_framework (state)) : NULL;
}

const char *
ts_assessment_model_get_stage_title (TsAssessmentModel *self)
{
  TsAssessmentState *state = ts_assessment_model_get_state (self);
  const char *name;
  TsStage stage;

  if (state == NULL)
    return NULL;

  name = ts_row_get_text (ts_assessment_state_get_assessment (state), TS_ASSESSMENT_STAGE);

  return ts_stage_from_name (name, &stage) ? ts_stage_get_title (stage) : name;
}

/**
 * ts_assessment_model_get_previous_framework:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): the framework of the assessment of the year before, where there is one
 */
TsFramework *
ts_assessment_model_get_previous_framework (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->snapshot != NULL ? self->snapshot->previous_framework : NULL;
}

/**
 * ts_assessment_model_get_crosswalk:
 * @self: an assessment
 *
 * Returns: (transfer none) (nullable): what became of last year's criteria, where there is an assessment of last year
 */
TsCrosswalk *
ts_assessment_model_get_crosswalk (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return self->snapshot != NULL ? self->snapshot->crosswalk : NULL;
}

/**
 * ts_assessment_model_get_carry_plan:
 * @self: an assessment
 *
 * Returns: what carrying last year forward would bring now
 */
TsCarryPlan
ts_assessment_model_get_carry_plan (TsAssessmentModel *self)
{
  TsCarryPlan nothing = { 0 };

  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), nothing);

  return self->snapshot != NULL ? self->snapshot->carry_plan : nothing;
}

/**
 * ts_assessment_model_count_unchanged:
 * @self: an assessment
 *
 * Returns: how many criteria are to be confirmed and worded as they were last year
 */
guint
ts_assessment_model_count_unchanged (TsAssessmentModel *self)
{
  TsCrosswalk *crosswalk = ts_assessment_model_get_crosswalk (self);
  guint n_unchanged = 0;

  for (guint i = 0; crosswalk != NULL && i < ts_crosswalk_get_n_entries (crosswalk); i++)
    {
      const TsCrosswalkEntry *entry = ts_crosswalk_get_entry (crosswalk, i);
      const TsNodeState *state;

      if (entry->relation != TS_CROSSWALK_UNCHANGED)
        continue;

      state = ts_assessment_state_find (self->snapshot->state, entry->to);
      n_unchanged += state != NULL && state->n_to_confirm > 0;
    }

  return n_unchanged;
}

/**
 * ts_assessment_model_get_locked:
 * @self: an assessment
 *
 * Returns: whether the board's own layer cannot be changed, because of the assessment's stage, because the workbook is open to look
 *   at only, because the assessment is shown as it stood, because whoever works may not look at it, or because nothing is known yet
 */
gboolean
ts_assessment_model_get_locked (TsAssessmentModel *self)
{
  TsAssessmentState *state = ts_assessment_model_get_state (self);

  if (state == NULL || self->session == NULL || self->snapshot->as_of != 0 || self->snapshot->is_closed || ts_session_get_read_only (self->session))
    return TRUE;

  return !ts_assessment_check_unlocked (ts_assessment_state_get_assessment (state), TS_LAYER_SELF, NULL);
}

/**
 * ts_assessment_model_get_closed:
 * @self: an assessment
 *
 * Returns: whether whoever works may not look at it, because of a conflict of interest that is not settled or for which they leave. What is
 *   shown of it then is empty, which says nothing about it
 */
gboolean
ts_assessment_model_get_closed (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), FALSE);

  return self->snapshot != NULL && self->snapshot->is_closed;
}

GListModel *
ts_assessment_model_get_evidence (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);

  return G_LIST_MODEL (self->evidence);
}

GListModel *
ts_assessment_model_list_node_evidence (TsAssessmentModel *self,
                                        const char        *node_id)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), NULL);
  g_return_val_if_fail (node_id != NULL, NULL);

  return G_LIST_MODEL (ts_node_evidence_new (self, node_id));
}

/**
 * ts_assessment_model_show_as_of:
 * @self: an assessment
 * @sequence: a change's place in the journal, or 0 for now
 *
 * Shows the assessment as it stood after that change: its stage, ratings, targets and evidence, and those of the year before. Nothing can be
 * changed until it is shown as it is now again.
 */
void
ts_assessment_model_show_as_of (TsAssessmentModel *self,
                                gint64             sequence)
{
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (self));
  g_return_if_fail (sequence >= 0);

  if (sequence == self->wanted_as_of && self->wanted_moment == 0)
    return;

  self->wanted_as_of = sequence;
  self->wanted_moment = 0;

  ts_reading_begin (self->reading);
}

/**
 * ts_assessment_model_show_moment:
 * @self: an assessment
 * @at: a moment, in microseconds since 1970-01-01 00:00 UTC
 *
 * Shows the assessment as it stood at that moment. Where there was none yet, `failed` says so.
 */
void
ts_assessment_model_show_moment (TsAssessmentModel *self,
                                 gint64             at)
{
  g_return_if_fail (TS_IS_ASSESSMENT_MODEL (self));
  g_return_if_fail (at != 0);

  self->wanted_moment = at;

  ts_reading_begin (self->reading);
}

/**
 * ts_assessment_model_get_as_of:
 * @self: an assessment
 *
 * Returns: the change after which the assessment is shown as it stood, or 0 for now
 */
gint64
ts_assessment_model_get_as_of (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), 0);

  return self->snapshot != NULL ? self->snapshot->as_of : 0;
}

/**
 * ts_assessment_model_get_moment:
 * @self: an assessment
 *
 * Returns: the moment at which the assessment is shown as it stood, in microseconds since 1970-01-01 00:00 UTC, or 0 for now
 */
gint64
ts_assessment_model_get_moment (TsAssessmentModel *self)
{
  g_return_val_if_fail (TS_IS_ASSESSMENT_MODEL (self), 0);

  return self->snapshot != NULL ? self->snapshot->as_of_at : 0;
}
