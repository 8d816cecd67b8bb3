import { csvLine } from '#lib/domain/exports/csv-line.ts'
import { amountText } from '#lib/domain/samples/sample-money.ts'
import { SAMPLE_STATE_TABLE } from '#lib/domain/samples/sample-states.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { moment } from './own-columns.ts'
import { samplesToExport } from './sample-export-queries.ts'

export const SAMPLE_HEADERS = [
  'Rapport sample',
  'Item',
  'Site',
  'Outlet',
  'Person',
  'Campaign',
  'Stands',
  'Offered',
  'Accepted',
  'Sent',
  'Arrived',
  'Ended',
  'Carrier',
  'Tracking number',
  'Cost',
  'Postage',
  'Currency',
  'Mentions',
  'Words',
] as const

/** Samples as CSV, a line each, with the pages that came of them. */
export async function* sampleCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(SAMPLE_HEADERS)
  for await (const rows of oneAhead(samplesToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      const money = (minor: number | null) => (row.currency ? amountText(minor, row.currency) : '')
      lines += csvLine([
        row.id,
        row.item,
        row.site,
        row.outlet,
        row.person,
        row.campaign,
        SAMPLE_STATE_TABLE[row.state].label,
        ...[row.offeredAt, row.acceptedAt, row.sentAt, row.arrivedAt, row.endedAt].map((at) =>
          moment(at?.toISOString() ?? null),
        ),
        row.carrier,
        row.trackingNumber,
        money(row.costMinor),
        money(row.shippingMinor),
        row.currency,
        row.mentions.join(' '),
        row.words,
      ])
    }
    yield lines
  }
}

/** The same as JSON. */
export async function* sampleJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '['
  let isFirst = true
  for await (const rows of oneAhead(samplesToExport(scope, choice))) {
    for (const row of rows) {
      yield `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
      isFirst = false
    }
  }
  yield '\n]\n'
}
