import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { PROSPECT_KIND_TABLE } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGE_TABLE } from '#lib/domain/prospect-stage.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { listed, moment, ownHeaders, ownValues } from './own-columns.ts'
import { prospectsToExport } from './prospect-export-queries.ts'

/** The first header says that the file is ours: lib/domain/imports/own-format-rules.ts */
export const PROSPECT_HEADERS = [
  'Rapport prospect',
  'Outlet',
  'Website',
  'Kind',
  'Stage',
  'Tags',
  'Country',
  'Language',
  'Looked after by',
  'Why they would care',
  'Notes',
  'Guidelines',
  'Guidelines page',
  'Guidelines note',
  'Mentions',
  'With a link',
  'Added',
  'Last touch',
  'Next touch',
  'Not for us since',
  'Not for us because',
  'Outlet key',
] as const

/** Prospects as CSV, a line each, with the workspace's own fields as columns. The header comes at once. */
export async function* prospectCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  const fields = await listCustomFields(scope, 'prospect')
  yield csvLine([...PROSPECT_HEADERS, ...ownHeaders(fields, PROSPECT_HEADERS)])
  for await (const rows of oneAhead(prospectsToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        row.id,
        row.name,
        row.homepage,
        PROSPECT_KIND_TABLE[row.kind].label,
        PROSPECT_STAGE_TABLE[row.stage].label,
        listed(row.tags),
        row.country,
        row.language,
        row.owner,
        row.whyCare,
        row.note,
        row.guidelines,
        row.guidelinesUrl,
        row.guidelinesNote,
        row.mentionCount,
        row.linkedCount,
        moment(row.createdAt),
        moment(row.lastTouchAt),
        row.nextTouchOn,
        moment(row.notForUsAt),
        row.notForUsReason,
        row.outletKey,
        ...ownValues(fields, row.custom),
      ])
    }
    yield lines
  }
}

/** Prospects as one JSON document: `{"prospects": [...]}`, a line each, own fields under their labels. */
export async function* prospectJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  const fields = await listCustomFields(scope, 'prospect')
  yield '{"prospects": ['
  let isFirst = true
  for await (const rows of oneAhead(prospectsToExport(scope, choice))) {
    let lines = ''
    for (const { custom, ...row } of rows) {
      const own = fields.flatMap(({ label, key }) =>
        Object.hasOwn(custom, key) ? [[label, custom[key]]] : [],
      )
      lines += `${isFirst ? '' : ','}\n${JSON.stringify({ ...row, fields: Object.fromEntries(own) })}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}
