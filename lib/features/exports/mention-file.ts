import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { MENTION_PROVENANCE_TABLE } from '#lib/domain/mention-provenance.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { mentionsToExport } from './mention-export-queries.ts'
import { oneAhead } from './one-ahead.ts'
import { moment } from './own-columns.ts'

/** The first header says that the file is ours: lib/domain/imports/own-format-rules.ts */
export const MENTION_HEADERS = [
  'Rapport mention',
  'Page',
  'Our page',
  'Site',
  'Outcome',
  'What was seen',
  'Outcome since',
  'Came about',
  'Outlet',
  'Campaign',
  'Link text',
  'Leads to',
  'Rel',
  'Came out on',
  'Recorded',
  'Last look',
  'Notes',
] as const

/** Mentions as CSV, a line each, with what the newest look saw. */
export async function* mentionCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(MENTION_HEADERS)
  for await (const rows of oneAhead(mentionsToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        row.id,
        row.url,
        row.targetUrl,
        row.site,
        row.outcome,
        row.sentence,
        moment(row.outcomeAt),
        MENTION_PROVENANCE_TABLE[row.provenance].label,
        row.outlet,
        row.campaign,
        row.anchorText,
        row.linkedTo,
        row.rel?.join(' '),
        row.publishedOn?.slice(0, 10),
        moment(row.createdAt),
        moment(row.lastLookAt),
        row.note,
      ])
    }
    yield lines
  }
}
