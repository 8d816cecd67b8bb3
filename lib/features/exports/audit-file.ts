import { AUDIT_ACTOR_WORDS, auditActionWords, auditObjectWords } from '#lib/domain/audit/audit-words.ts'
import { csvLine } from '#lib/domain/exports/csv-line.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { auditToExport } from './audit-export-queries.ts'
import type { ExportChoice } from './export-choice.ts'
import { oneAhead } from './one-ahead.ts'

const AUDIT_HEADERS = [
  ...['When (UTC)', 'Who', 'Kind of actor', 'Id of actor', 'What', 'Action', 'Of what', 'Id of it'],
  ...['Site', 'Details', 'Event', 'By the program', 'Id of its token'],
] as const

/** The audit log as CSV, newest first. Names are those of today; the log itself holds ids. */
export async function* auditCsv(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'audit.read')
  yield csvLine(AUDIT_HEADERS)
  for await (const rows of oneAhead(auditToExport(scope, choice))) {
    let lines = ''
    for (const { at, actorKind, actorId, actorName, action, objectKind, objectId, ...row } of rows) {
      const who = actorName ?? AUDIT_ACTOR_WORDS[actorKind as keyof typeof AUDIT_ACTOR_WORDS] ?? ''
      lines += csvLine([
        ...[at.toISOString(), who, actorKind, actorId, auditActionWords(action), action],
        ...[auditObjectWords(objectKind), objectId, row.siteId, JSON.stringify(row.details), row.id],
        ...[row.tokenName, row.tokenId],
      ])
    }
    yield lines
  }
}

/** The same as one JSON document: `{"events": [...]}`, a line each. */
export async function* auditJson(scope: WorkspaceScope, choice: ExportChoice): AsyncGenerator<string> {
  authorizeToSee(scope, 'audit.read')
  yield '{"events": ['
  let isFirst = true
  for await (const rows of oneAhead(auditToExport(scope, choice))) {
    let lines = ''
    for (const row of rows) {
      lines += `${isFirst ? '' : ','}\n${JSON.stringify(row)}`
      isFirst = false
    }
    yield lines
  }
  yield '\n]}\n'
}
