import { csvLine } from '#lib/domain/exports/csv-line.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'
import { moment } from './own-columns.ts'
import { requestsToExport } from './request-export-queries.ts'

const REQUEST_HEADERS = [
  ...['Rapport request', 'About', 'Outlet', 'Journalist', 'Reply to', 'Question', 'Conditions', 'Deadline'],
  ...[
    'Deadline as written',
    'Site',
    'Prospect',
    'Where it stands',
    'Subject',
    'Answer',
    'Answered',
    'Page',
    'Added',
  ],
]

/** Requests as CSV, a line each, with the answer and what came of it. */
export async function* requestCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield csvLine(REQUEST_HEADERS)
  for await (const rows of oneAhead(requestsToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += csvLine([
        ...[
          row.id,
          row.topic,
          row.outlet,
          row.journalist,
          row.replyTo,
          row.question,
          row.conditions.join('; '),
        ],
        ...[
          moment(row.deadline),
          row.deadlineWords,
          row.site,
          row.prospect,
          row.standing,
          row.subject,
          row.answer,
        ],
        ...[moment(row.answeredAt), row.page, moment(row.addedAt)],
      ])
    }
    yield lines
  }
}

/** Requests as one JSON document: `{"requests": [...]}`, a line each, with the text they were read from. */
export async function* requestJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'exports.run')
  yield '{"requests": ['
  let isFirst = true
  for await (const rows of oneAhead(requestsToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}
