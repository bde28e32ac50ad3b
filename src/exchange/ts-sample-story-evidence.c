/* ts-sample-story-evidence.c — how the sample's evidence came in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "exchange/ts-sample-story-private.h"

#include "core/ts-attach.h"
#include "core/ts-identifier.h"
#include "exchange/ts-sample-calendar.h"

#include <glib/gi18n-lib.h>

static const char *
get_media_type (const char *file)
{
  if (g_str_has_suffix (file, ".md"))
    return "text/markdown";

  if (g_str_has_suffix (file, ".csv"))
    return "text/csv";

  return "text/plain";
}

static gboolean
describe_file (TsSampleStory  *story,
               const char     *file,
               TsRow          *row,
               GBytes        **content)
{
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *hash = NULL;

  *content = story->get_file (file, story->data);

  if (*content == NULL)
    return ts_sample_fail (story, _("the sample has no file “%s”"), file);

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, *content);
  ts_row_set_text (row, TS_EVIDENCE_CONTENT, hash);
  ts_row_set_text (row, TS_EVIDENCE_FILE_NAME, name);
  ts_row_set_text (row, TS_EVIDENCE_MEDIA_TYPE, get_media_type (file));
  ts_row_set_integer (row, TS_EVIDENCE_SIZE, g_bytes_get_size (*content));

  return TRUE;
}

static TsRow *
make_evidence (TsSampleStory           *story,
               const TsSampleEvidence  *sample,
               GBytes                 **content)
{
  g_autofree char *id = ts_identifier_derive ("sample", "evidence", sample->organisation, sample->title, NULL);
  g_autoptr (TsRow) row = ts_row_new (TS_ENTITY_EVIDENCE, id);
  const TsRow *organisation = g_hash_table_lookup (story->organisations, sample->organisation);

  if (organisation == NULL)
    {
      ts_sample_fail (story, _("the sample has no organisation “%s”"), sample->organisation);
      return NULL;
    }

  ts_row_set_text (row, TS_EVIDENCE_ORGANISATION, ts_row_get_id (organisation));
  ts_row_set_text (row, TS_EVIDENCE_TITLE, sample->title);
  ts_row_set_text (row, TS_EVIDENCE_KIND, sample->kind);
  ts_row_set_text (row, TS_EVIDENCE_ADDRESS, sample->address);
  ts_row_set_text (row, TS_EVIDENCE_RECEIVED, sample->received);
  ts_row_set_text (row, TS_EVIDENCE_PERIOD_FROM, sample->period_from);
  ts_row_set_text (row, TS_EVIDENCE_PERIOD_TO, sample->period_to);

  if ((sample->file != NULL && !describe_file (story, sample->file, row, content)) || !ts_evidence_check (row, &story->error))
    return NULL;

  return g_steal_pointer (&row);
}

/**
 * ts_sample_tell_evidence:
 * @story: a story that has its assessments
 * @sample: an item of evidence
 *
 * Returns: whether it could be attached
 */
gboolean
ts_sample_tell_evidence (TsSampleStory          *story,
                         const TsSampleEvidence *sample)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (TsRow) row = make_evidence (story, sample, &content);
  g_autoptr (TsChange) change = NULL;
  g_autofree char *label = NULL;
  gint64 at;

  if (row == NULL)
    return FALSE;

  at = ts_sample_calendar_after (sample->received, 75);
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Attach “%s” to %u criterion", "Attach “%s” to %u criteria", sample->links->len),
                           sample->title, sample->links->len);
  change = ts_change_new (label);
  ts_change_create (change, row);

  for (guint i = 0; i < sample->links->len; i++)
    {
      const TsSampleLink *link = g_ptr_array_index (sample->links, i);
      TsSampleToldAssessment *assessment = ts_sample_find_assessment (story, sample->organisation, link->year);
      g_autoptr (TsRow) link_row = NULL;

      if (assessment == NULL)
        return ts_sample_fail (story, _("the sample links evidence to an assessment that it does not have"));

      if (ts_sample_find_node (story, assessment, link->node) == NULL)
        return FALSE;

      link_row = ts_evidence_link_new (row, assessment->row, link->node);
      ts_row_set_text (link_row, TS_EVIDENCE_LINK_PLACE, link->place);
      ts_change_create (change, link_row);
      g_hash_table_replace (assessment->links, (gpointer) ts_row_get_id (link_row), ts_row_ref (link_row));

      /* What came in before there was an assessment to link it to waited for that. */
      at = MAX (at, ts_sample_calendar_at (link->year, 9, 23, 20 + (int) story->events->len % 200));
    }

  return ts_sample_add_event (story, at, ts_sample_find_person (story, TS_SAMPLE_SECRETARY), g_steal_pointer (&change), g_steal_pointer (&content));
}
