/* ts-workbook-private.h — what the files of the store share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/ts-database.h"
#include "store/ts-journal.h"
#include "store/ts-workbook-file.h"
#include "store/ts-workbook-lock.h"
#include "store/ts-workbook.h"

G_BEGIN_DECLS

typedef struct _TsReader TsReader;

struct _TsWorkbook
{
  GThread *thread;
  TsDatabase *database;
  TsWorkbookLock *lock;
  char *path;
  char *private_directory;
  char *backup_path;
  TsOpenMode mode;
  TsFileKey key;
  gboolean entered;
  gint64 data_version;
  GCancellable *cancellable;
  char *author;
  TsClockFunction clock;
  gpointer clock_data;
  GDestroyNotify clock_destroy;
  TsIdentifierFunction identifier_source;
  gpointer identifier_data;
  GDestroyNotify identifier_destroy;
  TsReader *reader;
};

#define TS_ASSERT_WORKBOOK_THREAD(self) g_assert ((self)->thread == g_thread_self ())

/* Who reads, and what is kept from them; see ts-reader.c and ts-veil.c. Every function that reads for a person asks one of these. */
TsReader *ts_reader_new (void);
void ts_reader_free (TsReader *self);
void ts_workbook_see_everything (TsWorkbook *self);
gboolean ts_workbook_shows_part (TsWorkbook  *self,
                                 const char  *assessment_id,
                                 const char  *layer,
                                 const char  *assessor,
                                 gboolean    *shows,
                                 GError     **error);
gboolean ts_workbook_shows_evidence (TsWorkbook  *self,
                                     const char  *evidence_id,
                                     const char  *organisation_id,
                                     gboolean    *shows,
                                     GError     **error);
gboolean ts_workbook_shows_content (TsWorkbook  *self,
                                    const char  *hash,
                                    gboolean    *shows,
                                    GError     **error);
gboolean ts_workbook_shows_value (TsWorkbook  *self,
                                  const char  *organisation_id,
                                  const char  *outcome_id,
                                  int          year,
                                  gboolean    *shows,
                                  GError     **error);
gboolean ts_workbook_check_may_write (TsWorkbook      *self,
                                      const TsChange  *change,
                                      GError         **error);
gboolean ts_workbook_veil_change (TsWorkbook  *self,
                                  TsChange    *change,
                                  TsChange   **shown,
                                  GError     **error);
gboolean ts_workbook_may_veil (TsWorkbook  *self,
                               gint64       sequence,
                               gboolean    *may,
                               GError     **error);
gboolean ts_workbook_read_shown_change (TsWorkbook  *self,
                                        gint64       sequence,
                                        TsChange   **shown,
                                        gboolean    *is_whole,
                                        GError     **error);

char *ts_workbook_make_identifier (TsWorkbook *self);
gboolean ts_workbook_check_writable (TsWorkbook  *self,
                                     GError     **error);

/* FALSE without an error ends the reading early. */
typedef gboolean (*TsJournalStep) (const TsJournalEntry  *entry,
                                   gpointer               data,
                                   GError               **error);

/* Everything that apply does except what needs a workbook: also how a journal is replayed. */
gboolean ts_journal_apply (TsDatabase      *database,
                           const TsChange  *change,
                           gboolean         anew,
                           GError         **error);
gboolean ts_journal_check_hash (TsDatabase  *database,
                                gint64       sequence,
                                gboolean    *fits,
                                GError     **error);
TsChange *ts_journal_read_change (TsDatabase  *database,
                                  gint64       sequence,
                                  GError     **error);
gboolean ts_journal_foreach (TsDatabase             *database,
                             const TsJournalFilter  *filter,
                             TsJournalStep           step,
                             gpointer                data,
                             GError                **error);

/* What the readers of the journal share. */
gboolean ts_journal_add_row (TsChange     *change,
                             gint64        sequence,
                             TsStatement  *statement,
                             GError      **error);
gboolean ts_journal_fail_with_damage (gint64   sequence,
                                      GError **error);
gboolean ts_journal_get_texts (TsStatement  *statement,
                               int           first,
                               const char  **texts,
                               guint         n,
                               GError      **error);

typedef gboolean (*TsContentFunction) (gconstpointer   bytes,
                                       gsize           n_bytes,
                                       gpointer        data,
                                       GError        **error);

gboolean ts_content_stream (TsDatabase         *database,
                            const char         *id,
                            TsContentFunction   function,
                            gpointer            data,
                            char               *hash,
                            GError            **error);
gboolean ts_content_sweep (TsDatabase  *database,
                           GError     **error);

TsWorkbook *ts_workbook_open_with_scripts (const char *path,
                                           TsOpenMode mode,
                                           const char *const *scripts,
                                           GError **error);

gboolean ts_workbook_check_is_free (const char  *path,
                                    GError     **error);
char *ts_workbook_write_temporary_copy (TsDatabase          *database,
                                        const char          *path,
                                        TsProgressFunction   progress,
                                        gpointer             data,
                                        GError             **error);
gboolean ts_workbook_copy_database (TsDatabase          *database,
                                    const char          *path,
                                    TsProgressFunction   progress,
                                    gpointer             data,
                                    GError             **error);
void ts_workbook_use_cancellable (TsWorkbook   *self,
                                  GCancellable *cancellable);

G_END_DECLS
