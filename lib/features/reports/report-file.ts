import { csvLine } from '#lib/domain/exports/csv-line.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { oneAhead } from '../exports/one-ahead.ts'
import { moment } from '../exports/own-columns.ts'
import type { ReportRows } from './report-list.ts'
import { reportRowsToExport } from './report-row-queries.ts'

export const REPORT_HEADERS = [
  'Rapport report row',
  'What',
  'Letter, page or name',
  'Outlet',
  'Campaign',
  'Site',
  'Counted at',
  'Stands',
  'Answered',
  'Link first seen',
  'Link last seen',
  'Link lost',
  'Linked us',
  'Names us, no link',
] as const

/** The rows behind a number as CSV, a line each. */
export async function* reportCsv(scope: WorkspaceScope, asked: ReportRows): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(REPORT_HEADERS)
  for await (const rows of oneAhead(reportRowsToExport(scope, asked))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        row.id,
        row.what,
        row.title,
        row.outlet,
        row.campaign,
        row.site,
        moment(row.at.toISOString()),
        row.closedReason ?? row.state,
        ...[row.answeredAt, row.firstLinkedAt, row.lastSeenAt, row.lostAt].map((at) =>
          moment(at?.toISOString() ?? null),
        ),
        row.isLinked ? 'yes' : 'no',
        row.isNamed ? 'yes' : 'no',
      ])
    }
    yield lines
  }
}

/** The same as JSON. */
export async function* reportJson(scope: WorkspaceScope, asked: ReportRows): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '['
  let isFirst = true
  for await (const rows of oneAhead(reportRowsToExport(scope, asked))) {
    for (const row of rows) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
      isFirst = false
    }
  }
  yield '\n]\n'
}
