import type { AuditEvent, Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { readAuditList } from '../audit/audit-list.ts'
import { auditFilter, namesOf } from '../audit/audit-queries.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 2_000

/** The log as its address narrows it, newest first, some thousands at a time. Nothing that comes while it is written. */
export async function* auditToExport(scope: WorkspaceScope, { search }: ExportChoice) {
  authorizeToSee(scope, 'audit.read')
  const filter = auditFilter(scope, readAuditList(search))
  let last: { at: Date; id: string } | null = null
  for (;;) {
    const at: Date = last?.at ?? scope.now
    const beyond: Prisma.AuditEventWhereInput =
      last === null ? {} : { OR: [{ at: { lt: at } }, { at, id: { lt: last.id } }] }
    const rows: AuditEvent[] = await database().auditEvent.findMany({
      where: { workspaceId: scope.workspaceId, AND: [filter, { at: { lte: at } }, beyond] },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: ROWS_AT_ONCE,
    })
    const names = await namesOf(scope, rows)
    if (rows.length > 0)
      yield rows.map(({ workspaceId: _, ...row }) => ({
        ...row,
        actorName: names.get(row.actorId ?? '') ?? null,
      }))
    if (rows.length < ROWS_AT_ONCE) return
    last = rows.at(-1) ?? null
  }
}
