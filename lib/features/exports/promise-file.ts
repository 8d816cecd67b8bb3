import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { PROMISE_SIDE_LABELS, PROMISE_STATE_LABELS } from '#lib/domain/promises.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { moment } from './own-columns.ts'
import { promisesToExport } from './promise-export-queries.ts'

const PROMISE_HEADERS = [
  'Rapport promise',
  'Whose',
  'Outlet',
  'Website',
  'Person',
  'What was promised',
  'Due on',
  'How it stands',
  'Noted',
  'Noted by',
  'Settled',
  'Settled by',
  'Why, or how',
] as const

/** Promises as CSV, a line each. */
export async function* promiseCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(PROMISE_HEADERS)
  for await (const rows of oneAhead(promisesToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        ...[row.id, PROMISE_SIDE_LABELS[row.whose].label, row.outlet, row.website, row.person, row.words],
        ...[row.dueOn, PROMISE_STATE_LABELS[row.state], moment(row.madeAt.toISOString()), row.notedBy],
        ...[moment(row.settledAt?.toISOString() ?? null), row.settledBy, row.settledWhy],
      ])
    }
    yield lines
  }
}

/** Promises as one JSON document: `{"promises": [...]}`, a line each. */
export async function* promiseJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '{"promises": ['
  let isFirst = true
  for await (const rows of oneAhead(promisesToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}
