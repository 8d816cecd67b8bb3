import { dayText } from '#lib/domain/calendar-day.ts'
import {
  CONTRIBUTION_KIND_TABLE,
  type ContributionKind,
} from '#lib/domain/contributions/contribution-kinds.ts'
import {
  CONTRIBUTION_STATE_TABLE,
  type ContributionState,
} from '#lib/domain/contributions/contribution-states.ts'
import { readFit } from '#lib/domain/contributions/fit.ts'
import { csvLine } from '#lib/domain/exports/csv-line.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { listed } from './own-columns.ts'
import { workToExport } from './work-export-queries.ts'

export const WORK_HEADERS = [
  'Rapport work',
  'Title',
  'Kind',
  'How far',
  'Outlet',
  'Person',
  'Site',
  'Campaign',
  'Due',
  'Recording',
  'Recording zone',
  'Handed in',
  'Should come out',
  'Out since',
  'Page',
  'Outcome',
  'Byline links',
  'Paid',
  'What was paid',
  'Text',
  'Done by',
  'Notes',
] as const

/** Work with outlets as CSV, a line each. */
export async function* workCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(WORK_HEADERS)
  for await (const rows of oneAhead(workToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        row.id,
        row.title,
        CONTRIBUTION_KIND_TABLE[row.kind as ContributionKind].label,
        CONTRIBUTION_STATE_TABLE[row.state as ContributionState].label,
        row.prospect.name,
        row.contact?.deletedAt === null ? row.contact.name : null,
        row.site.name,
        row.campaign?.deletedAt === null ? row.campaign.name : null,
        dayText(row.dueOn),
        row.recordingAt?.toISOString().replace('.000Z', 'Z') ?? null,
        row.recordingZone,
        dayText(row.handedInOn),
        dayText(row.airsOn),
        dayText(row.publishedOn),
        row.publishedUrl,
        row.mention?.deletedAt === null ? row.mention.outcome : null,
        listed(row.bylineUrls),
        row.isPaid ? 'yes' : 'no',
        row.paidNote,
        row.text,
        row.owner.name,
        row.note,
      ])
    }
    yield lines
  }
}

/** Work with outlets as one JSON document: `{"contributions": [...]}`, with fit and preparation. */
export async function* workJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '{"contributions": ['
  let isFirst = true
  for await (const rows of oneAhead(workToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      const { id, title, kind, state, recordingAt, recordingZone, publishedUrl, bylineUrls, wishUrl } = row
      const { isPaid, paidNote, text, hosts, asked, heard, facts, stories, note } = row
      const told = {
        ...{ id, title, kind, state, outlet: row.prospect.name, outletPage: row.prospect.homepage },
        person: row.contact?.deletedAt === null ? row.contact.name : null,
        ...{ site: row.site.name, campaign: row.campaign?.deletedAt === null ? row.campaign.name : null },
        ...{ dueOn: dayText(row.dueOn), recordingAt, recordingZone, handedInOn: dayText(row.handedInOn) },
        ...{ airsOn: dayText(row.airsOn), publishedOn: dayText(row.publishedOn), publishedUrl },
        outcome: row.mention?.deletedAt === null ? row.mention.outcome : null,
        ...{ bylineUrls, wishUrl, isPaid, paidNote, text, fit: readFit(row.fit) },
        preparation: { hosts, asked, heard, facts, stories },
        ...{ note, doneBy: row.owner.name },
      }
      lines += `${isFirst ? '' : ','}\n${JSON.stringify(told)}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}
