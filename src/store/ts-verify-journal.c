/* ts-verify-journal.c — proving that the journal was not altered, and replaying it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/ts-verify-private.h"

#include "store/ts-store-error.h"
#include "store/ts-workbook-private.h"

#include <glib/gi18n-lib.h>

/* One change as it stands in the table, and the one before. */
typedef struct
{
  gint64 sequence;
  gint64 places[4];
  char *previous_hash;
  char *hash;
} Link;

static void
link_clear (Link *self)
{
  g_clear_pointer (&self->previous_hash, g_free);
  g_clear_pointer (&self->hash, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Link, link_clear)

#define SELECT_LINKS "select seq, subject, undo_top, redo_top, below, previous_hash, hash from change "

static void
read_link (TsStatement *statement,
           Link        *link)
{
  link_clear (link);
  link->sequence = ts_statement_get_integer (statement, 0);

  for (guint i = 0; i < G_N_ELEMENTS (link->places); i++)
    link->places[i] = ts_statement_get_integer (statement, 1 + i);

  link->previous_hash = ts_statement_dup_repaired_text (statement, 5);
  link->hash = ts_statement_dup_repaired_text (statement, 6);
}

static gboolean
check_hash (TsVerify    *self,
            const Link  *link,
            const Link  *before,
            GError     **error)
{
  GError *failure = NULL;
  gboolean fits;

  if (link->sequence != before->sequence + 1)
    ts_verify_add_problem (self, g_strdup_printf ("change %" G_GINT64_FORMAT, before->sequence + 1), _("the change is missing from the journal"));

  if (g_strcmp0 (link->previous_hash, before->hash != NULL ? before->hash : "") != 0)
    ts_verify_add_problem (self, g_strdup_printf ("change %" G_GINT64_FORMAT, link->sequence),
                           _("the change does not follow on the one before it: one of the two was altered, or changes were removed or put in another order"));

  if (!ts_journal_check_hash (self->database, link->sequence, &fits, &failure))
    return ts_verify_take_damage (self, failure, g_strdup_printf ("change %" G_GINT64_FORMAT, link->sequence), error);

  if (!fits)
    ts_verify_add_problem (self, g_strdup_printf ("change %" G_GINT64_FORMAT, link->sequence),
                           _("the change is not what it was when it was made: it was altered afterwards"));

  return TRUE;
}

static void
stop_replaying (TsVerify     *self,
                gint64        sequence,
                const GError *failure)
{
  g_autofree char *what = g_strdup_printf (_("the change cannot be made again from the journal, so the tables could not be "
                                             "compared with it: %s"),
                                           failure->message);

  ts_verify_add_problem (self, g_strdup_printf ("change %" G_GINT64_FORMAT, sequence), what);
  self->replaying = FALSE;
}

/* The replay's own journal has the same stacks of undo and redo, unless somebody has turned them. */
static gboolean
check_places (TsVerify    *self,
              const Link  *link,
              GError     **error)
{
  g_autoptr (TsStatement) statement = NULL;
  g_auto (Link) replayed = { 0 };

  statement = ts_database_prepare_cached (self->replay, SELECT_LINKS "order by seq desc limit 1", error);

  if (statement == NULL || ts_statement_step (statement, error) != TS_STEP_ROW)
    return FALSE;

  read_link (statement, &replayed);

  for (guint i = 0; i < G_N_ELEMENTS (link->places); i++)
    {
      if (link->places[i] != replayed.places[i])
        {
          ts_verify_add_problem (self, g_strdup_printf ("change %" G_GINT64_FORMAT, link->sequence),
                                 _("what can be undone after the change is not what follows from the journal"));
          break;
        }
    }

  return TRUE;
}

static gboolean
replay_change (TsVerify    *self,
               const Link  *link,
               GError     **error)
{
  g_autoptr (TsChange) change = NULL;
  g_autoptr (GError) failure = NULL;

  change = ts_journal_read_change (self->database, link->sequence, &failure);

  if (change != NULL && ts_journal_apply (self->replay, change, FALSE, &failure))
    {
      ts_verify_advance (self, ts_change_get_n_rows (change));
      return check_places (self, link, error) && ts_verify_check_sign_offs (self, change, error);
    }

  /* A file that was tampered with can hold anything; what stops us is only what has nothing to do with it. */
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (failure, TS_STORE_ERROR, TS_STORE_ERROR_NO_SPACE))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  stop_replaying (self, link->sequence, failure);

  return TRUE;
}

gboolean
ts_verify_check_journal (TsVerify  *self,
                         GError   **error)
{
  g_autoptr (TsStatement) statement = ts_database_prepare (self->database, SELECT_LINKS "order by seq", error);
  g_auto (Link) before = { 0 };
  GError *failure = NULL;
  TsStep step;

  if (statement == NULL)
    return FALSE;

  while ((step = ts_statement_step (statement, &failure)) == TS_STEP_ROW)
    {
      g_auto (Link) link = { 0 };

      read_link (statement, &link);

      if (!check_hash (self, &link, &before, error))
        return FALSE;

      if (self->replaying && !replay_change (self, &link, error))
        return FALSE;

      self->report->n_changes++;
      link_clear (&before);
      before = link;
      link = (Link) { 0 };
    }

  if (step == TS_STEP_ERROR)
    {
      self->replaying = FALSE;
      return ts_verify_take_damage (self, failure, g_strdup_printf ("change %" G_GINT64_FORMAT, before.sequence + 1), error);
    }

  self->report->head = g_strdup (before.hash != NULL ? before.hash : "");

  return TRUE;
}
