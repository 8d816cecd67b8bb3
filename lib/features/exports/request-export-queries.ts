import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readRequestList } from '../requests/request-list.ts'
import { narrowedRequests } from '../requests/request-list-queries.ts'
import { conditionsIn, standingOf } from '../requests/request-row.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 1_000

/** Requests some at a time: what the address's list shows, or those named. */
export async function* requestsToExport(scope: WorkspaceScope, { ids, search }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  const narrowed = narrowedRequests(readRequestList(search), scope.now)
  for (let after = ''; ; ) {
    const rows = await database().request.findMany({
      where: {
        AND: [narrowed, { id: { gt: after } }, ...(ids ? [{ id: { in: [...ids] } }] : [])],
        workspaceId: scope.workspaceId,
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      include: {
        site: { select: { name: true } },
        prospect: { select: { name: true, deletedAt: true } },
        mention: { select: { url: true, outcome: true, deletedAt: true } },
      },
    })
    yield rows.map(({ site, prospect, mention, conditions, ...row }) => {
      const page = mention?.deletedAt === null ? mention : null
      return {
        ...{
          id: row.id,
          topic: row.topic,
          outlet: row.outlet,
          journalist: row.journalist,
          replyTo: row.replyTo,
        },
        ...{ question: row.question, conditions: conditionsIn(conditions).map(({ words }) => words) },
        ...{ deadline: row.deadlineAt?.toISOString() ?? null, deadlineWords: row.deadlineWords },
        ...{ site: site?.name ?? null, prospect: prospect?.deletedAt === null ? prospect.name : null },
        ...{
          standing: standingOf({ ...row, mention }, scope.now).label,
          subject: row.subject,
          answer: row.body,
        },
        ...{ answeredAt: row.sentAt?.toISOString() ?? null, page: page?.url ?? null },
        ...{ addedAt: row.createdAt.toISOString(), text: row.text },
      }
    })
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}
