/* ts-organisation-book.c — the organisations of a workbook with all that is known of their lives
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/ts-organisation-book.h"

#include "model/ts-organisation-record-private.h"
#include "model/ts-session-private.h"

#include <string.h>

struct _TsOrganisationBook
{
  TsSessionList parent_instance;
};

G_DEFINE_FINAL_TYPE (TsOrganisationBook, ts_organisation_book, TS_TYPE_SESSION_LIST)

typedef struct
{
  TsOrganisationRecord *record;
  char *key;
} SortEntry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const SortEntry *first = a;
  const SortEntry *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order
                    : strcmp (ts_organisation_record_get_code (first->record), ts_organisation_record_get_code (second->record));
}

/* Thousands of names are compared by keys that are made once. */
static GPtrArray *
sort (GArray *entries)
{
  GPtrArray *records = g_ptr_array_new_full (entries->len, g_object_unref);

  g_array_sort (entries, compare_entries);

  for (guint i = 0; i < entries->len; i++)
    {
      SortEntry *entry = &g_array_index (entries, SortEntry, i);

      g_ptr_array_add (records, entry->record);
      g_free (entry->key);
    }

  return records;
}

static GPtrArray *
read_items (TsWorkplace  *workplace,
            GError      **error)
{
  g_autoptr (TsOrganisationIndex) index = ts_organisation_index_read (workplace->workbook, NULL, error);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL;

  if (index == NULL)
    return NULL;

  entries = g_array_new (FALSE, FALSE, sizeof (SortEntry));
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%Y-%m-%d");

  for (guint i = 0; i < ts_organisation_index_get_n (index); i++)
    {
      SortEntry entry = { ts_organisation_record_new (index, ts_organisation_index_get (index, i), today), NULL };

      entry.key = g_utf8_collate_key (ts_organisation_record_get_name (entry.record), -1);
      g_array_append_val (entries, entry);
    }

  return sort (entries);
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
    TS_ENTITY_ASSESSMENT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (ts_change_touches (change, entities[i]))
        return TRUE;
    }

  return FALSE;
}

static void
ts_organisation_book_class_init (TsOrganisationBookClass *klass)
{
  TsSessionListClass *list_class = TS_SESSION_LIST_CLASS (klass);

  list_class->get_item_type = ts_organisation_record_get_type;
  list_class->read = read_items;
  list_class->is_touched_by = is_touched_by;
}

static void
ts_organisation_book_init (TsOrganisationBook *self)
{
}

/**
 * ts_organisation_book_new:
 * @session: a session
 *
 * Returns: (transfer full): its organisations; empty until they have been read
 */
TsOrganisationBook *
ts_organisation_book_new (TsSession *session)
{
  return g_object_new (TS_TYPE_ORGANISATION_BOOK, "session", session, NULL);
}

static TsOrganisationRecord *
find (TsOrganisationBook *self,
      const char *wanted,
      const char *(*get_key) (TsOrganisationRecord *) )
{
  guint n_records = g_list_model_get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (TsOrganisationRecord) record = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (g_str_equal (get_key (record), wanted))
        return record;
    }

  return NULL;
}

/**
 * ts_organisation_book_find:
 * @self: a book
 * @id: a row id
 *
 * Returns: (transfer none) (nullable): the organisation with that row id, or %NULL
 */
TsOrganisationRecord *
ts_organisation_book_find (TsOrganisationBook *self,
                           const char         *id)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_BOOK (self) && id != NULL, NULL);

  return find (self, id, ts_organisation_record_get_id);
}

/**
 * ts_organisation_book_find_code:
 * @self: a book
 * @code: a code, from anywhere
 *
 * Returns: (transfer none) (nullable): the organisation with that code, or %NULL
 */
TsOrganisationRecord *
ts_organisation_book_find_code (TsOrganisationBook *self,
                                const char         *code)
{
  g_return_val_if_fail (TS_IS_ORGANISATION_BOOK (self) && code != NULL, NULL);

  return find (self, code, ts_organisation_record_get_code);
}
