/* ts-outcome-list.c — the outcomes of an assessment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-outcome-list.h"

#include "core/ts-error.h"
#include "model/ts-outcome-item-private.h"
#include "model/ts-outcome-snapshot.h"
#include "model/ts-reading.h"
#include "model/ts-session-private.h"

#include <glib/gi18n-lib.h>

struct _TsOutcomeList
{
  GObject parent_instance;

  TsSession *session;
  char *assessment_id;
  TsOutcomeSnapshot *snapshot; /* NULL until loaded */
  GPtrArray *items;            /* TsOutcomeItem */
  TsReading *reading;
  gint64 as_of; /* what is wanted: a change, or 0 for now */
};

enum
{
  PROP_SESSION = 1,
  PROP_ASSESSMENT_ID,
  PROP_LOADED,
  N_PROPS,
};

enum
{
  REFRESHED,
  FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GType
list_model_get_item_type (GListModel *model)
{
  return TS_TYPE_OUTCOME_ITEM;
}

static guint
list_model_get_n_items (GListModel *model)
{
  return TS_OUTCOME_LIST (model)->items->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TsOutcomeList, ts_outcome_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Which items came and went is told as the one stretch in which the lists differ. */
static void
take_items (TsOutcomeList *self,
            GPtrArray     *items)
{
  g_autoptr (GPtrArray) before = self->items;
  guint n_same_before = 0;
  guint n_same_after = 0;
  guint n_least = MIN (before->len, items->len);

  while (n_same_before < n_least && g_ptr_array_index (before, n_same_before) == g_ptr_array_index (items, n_same_before))
    n_same_before++;

  while (n_same_after < n_least - n_same_before &&
         g_ptr_array_index (before, before->len - 1 - n_same_after) == g_ptr_array_index (items, items->len - 1 - n_same_after))
    n_same_after++;

  self->items = g_ptr_array_ref (items);

  if (before->len != items->len || n_same_before < n_least)
    g_list_model_items_changed (G_LIST_MODEL (self), n_same_before, before->len - n_same_before - n_same_after,
                                items->len - n_same_before - n_same_after);
}

/* Why nothing can be changed, or NULL where the rules decide. What is on its way into the past or out of it cannot be changed either. */
static const char *
get_lock (TsOutcomeList *self)
{
  if (self->as_of != 0 || (self->snapshot != NULL && ts_outcome_snapshot_get_as_of (self->snapshot) != 0))
    return _("Nothing can be changed while the past is shown.");

  if (self->session == NULL || ts_session_get_read_only (self->session))
    return _("This workbook is open to look at only.");

  return NULL;
}

static void
take_snapshot (TsOutcomeList     *self,
               TsOutcomeSnapshot *snapshot)
{
  g_autoptr (GPtrArray) rows = ts_outcome_scope_list (ts_outcome_snapshot_get_scope (snapshot));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean was_loaded = self->snapshot != NULL;
  const char *lock;

  g_clear_pointer (&self->snapshot, ts_outcome_snapshot_unref);
  self->snapshot = snapshot;
  lock = get_lock (self);

  for (guint i = 0; i < rows->len; i++)
    {
      TsRow *row = g_ptr_array_index (rows, i);
      int position = ts_outcome_list_find (self, ts_row_get_id (row));
      TsOutcomeItem *item =
        position >= 0 ? g_object_ref (g_ptr_array_index (self->items, position)) : ts_outcome_item_new (ts_row_get_id (row));

      g_ptr_array_add (items, item);
      ts_outcome_item_update (item, snapshot, row, lock);
    }

  take_items (self, items);

  if (!was_loaded)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);

  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
take (gpointer      owner,
      gpointer      result,
      const GError *error)
{
  TsOutcomeList *self = owner;

  if (result != NULL)
    take_snapshot (self, result);
  else if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
}

typedef struct
{
  char *assessment_id;
  gint64 as_of;
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

  return ts_outcome_snapshot_read (workplace, request->assessment_id, request->as_of, error);
}

static gpointer
make_request (gpointer owner)
{
  TsOutcomeList *self = owner;
  Request *request = g_new (Request, 1);

  *request = (Request) { g_strdup (self->assessment_id), self->as_of };

  return request;
}

static const TsReadingKind reading_kind = {
  .read = read_run,
  .make_request = make_request,
  .request_free = request_free,
  .result_free = (GDestroyNotify) ts_outcome_snapshot_unref,
  .take = take,
};

static void
changed_cb (TsSession     *session,
            TsChange      *change,
            TsOutcomeList *self)
{
  if (change == NULL || ts_change_touches (change, TS_ENTITY_OUTCOME) || ts_change_touches (change, TS_ENTITY_OUTCOME_VALUE) ||
      ts_change_touches (change, TS_ENTITY_ASSESSMENT))
    ts_reading_begin (self->reading);
}

static void
ts_outcome_list_constructed (GObject *object)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (object);

  G_OBJECT_CLASS (ts_outcome_list_parent_class)->constructed (object);

  g_assert (self->session != NULL && self->assessment_id != NULL);
  self->reading = ts_reading_new (self, self->session, &reading_kind);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, 0);
  ts_reading_begin (self->reading);
}

static void
ts_outcome_list_dispose (GObject *object)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (object);

  ts_reading_stop (self->reading);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ts_outcome_list_parent_class)->dispose (object);
}

static void
ts_outcome_list_finalize (GObject *object)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (object);

  ts_reading_free (self->reading);
  g_clear_pointer (&self->snapshot, ts_outcome_snapshot_unref);
  g_ptr_array_unref (self->items);
  g_free (self->assessment_id);

  G_OBJECT_CLASS (ts_outcome_list_parent_class)->finalize (object);
}

static void
ts_outcome_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (object);

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_ASSESSMENT_ID:
      g_value_set_string (value, self->assessment_id);
      break;

    case PROP_LOADED:
      g_value_set_boolean (value, ts_outcome_list_get_loaded (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ts_outcome_list_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  TsOutcomeList *self = TS_OUTCOME_LIST (object);

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

static void
ts_outcome_list_class_init (TsOutcomeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ts_outcome_list_constructed;
  object_class->dispose = ts_outcome_list_dispose;
  object_class->finalize = ts_outcome_list_finalize;
  object_class->get_property = ts_outcome_list_get_property;
  object_class->set_property = ts_outcome_list_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, TS_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ASSESSMENT_ID] = g_param_spec_string ("assessment-id", NULL, NULL, NULL,
                                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TsOutcomeList::refreshed:
   * @self: a list
   *
   * It has been read.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", TS_TYPE_OUTCOME_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TsOutcomeList::failed:
   * @self: a list
   * @error: why it could not be read
   */
  signals[FAILED] = g_signal_new ("failed", TS_TYPE_OUTCOME_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
ts_outcome_list_init (TsOutcomeList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * ts_outcome_list_new:
 * @session: a session
 * @assessment_id: an assessment's row id
 *
 * Returns: (transfer full): its outcomes, which are not loaded yet
 */
TsOutcomeList *
ts_outcome_list_new (TsSession  *session,
                     const char *assessment_id)
{
  return g_object_new (TS_TYPE_OUTCOME_LIST, "session", session, "assessment-id", assessment_id, NULL);
}

TsSession *
ts_outcome_list_get_session (TsOutcomeList *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), NULL);

  return self->session;
}

const char *
ts_outcome_list_get_assessment_id (TsOutcomeList *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), NULL);

  return self->assessment_id;
}

gboolean
ts_outcome_list_get_loaded (TsOutcomeList *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), FALSE);

  return self->snapshot != NULL;
}

/**
 * ts_outcome_list_show_as_of:
 * @self: a list
 * @sequence: a change's place in the journal, or 0 for now
 *
 * Shows the outcomes as they stood after that change. Nothing of them can be changed from this moment on, until they are shown as they are now.
 */
void
ts_outcome_list_show_as_of (TsOutcomeList *self,
                            gint64         sequence)
{
  const char *lock;

  g_return_if_fail (TS_IS_OUTCOME_LIST (self));
  g_return_if_fail (sequence >= 0);

  if (sequence == self->as_of)
    return;

  self->as_of = sequence;
  lock = get_lock (self);

  for (guint i = 0; i < self->items->len; i++)
    {
      TsOutcomeItem *item = g_ptr_array_index (self->items, i);

      ts_outcome_item_update (item, self->snapshot, ts_outcome_item_get_row (item), lock);
    }

  ts_reading_begin (self->reading);
}

/**
 * ts_outcome_list_get_as_of:
 * @self: a list
 *
 * Returns: the change after which the outcomes are shown as they stood, or 0 for now
 */
gint64
ts_outcome_list_get_as_of (TsOutcomeList *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), 0);

  return self->snapshot != NULL ? ts_outcome_snapshot_get_as_of (self->snapshot) : 0;
}

/**
 * ts_outcome_list_get_most:
 * @self: a list
 *
 * Returns: how many outcomes the assessment can have; 0 until loaded
 */
guint
ts_outcome_list_get_most (TsOutcomeList *self)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), 0);

  return self->snapshot != NULL ? ts_outcome_snapshot_get_most (self->snapshot) : 0;
}

/**
 * ts_outcome_list_find:
 * @self: a list
 * @outcome_id: an outcome's row id, from anywhere
 *
 * Returns: its position, or -1
 */
int
ts_outcome_list_find (TsOutcomeList *self,
                      const char    *outcome_id)
{
  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), -1);
  g_return_val_if_fail (outcome_id != NULL, -1);

  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_str_equal (ts_outcome_item_get_id (g_ptr_array_index (self->items, i)), outcome_id))
        return (int) i;
    }

  return -1;
}

/**
 * ts_outcome_list_check_add:
 * @self: a list
 * @error: where to put why not
 *
 * Returns: whether an outcome can be added, as far as is known now
 */
gboolean
ts_outcome_list_check_add (TsOutcomeList  *self,
                           GError        **error)
{
  /* A name that nobody has. */
  const TsOutcomeDefinition any = { "\u2060", "\u2060", TRUE, NULL, NULL };
  g_autoptr (TsChange) change = NULL;
  const char *lock;

  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  lock = self->snapshot != NULL ? get_lock (self) : _("The outcomes have not been read yet.");

  if (lock != NULL)
    {
      g_set_error_literal (error, TS_RULE_ERROR, TS_RULE_ERROR_LOCKED, lock);
      return FALSE;
    }

  change = ts_change_add_outcome (ts_outcome_snapshot_get_scope (self->snapshot), ts_outcome_snapshot_get_most (self->snapshot), "any",
                                  &any, error);

  return change != NULL;
}

static gboolean
is_used (TsOutcomeList            *self,
         const TsSuggestedOutcome *suggestion)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const TsRow *row = ts_outcome_item_get_row (g_ptr_array_index (self->items, i));

      if (g_strcmp0 (ts_row_get_text (row, TS_OUTCOME_SUGGESTED), suggestion->id) == 0 ||
          ts_outcome_measures (row, suggestion->metric, suggestion->unit))
        return TRUE;
    }

  return FALSE;
}

/**
 * ts_outcome_list_list_suggestions:
 * @self: a list
 *
 * Returns: (transfer container) (element-type TsSuggestedOutcome): what the framework suggests and the assessment does not have yet; they
 *   last until the list is read again
 */
GPtrArray *
ts_outcome_list_list_suggestions (TsOutcomeList *self)
{
  GPtrArray *suggestions = g_ptr_array_new ();
  const TsSection *section;

  g_return_val_if_fail (TS_IS_OUTCOME_LIST (self), NULL);

  section = self->snapshot != NULL ? ts_outcome_snapshot_get_section (self->snapshot) : NULL;

  for (guint i = 0; section != NULL && i < section->suggested_outcomes->len; i++)
    {
      TsSuggestedOutcome *suggestion = g_ptr_array_index (section->suggested_outcomes, i);

      if (!is_used (self, suggestion))
        g_ptr_array_add (suggestions, suggestion);
    }

  return suggestions;
}
