import type { PromiseSide, PromiseState } from '#lib/domain/promises.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const ROWS_AT_ONCE = 2_000

/** Every promise, open and settled, some thousands at a time. */
export async function* promisesToExport(scope: WorkspaceScope) {
  authorizeToSee(scope, 'exports.run')
  for (let after = ''; ; ) {
    const rows = await database().promiseMade.findMany({
      where: { workspaceId: scope.workspaceId, deletedAt: null, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: {
        ...{ id: true, whose: true, words: true, dueOn: true, madeAt: true, state: true },
        ...{ settledAt: true, settledWhy: true },
        prospect: { select: { name: true, homepage: true } },
        contact: { select: { name: true } },
        madeBy: { select: { name: true } },
        settledBy: { select: { name: true } },
      },
    })
    if (rows.length > 0) {
      yield rows.map(({ prospect, contact, madeBy, settledBy, whose, state, dueOn, ...row }) => ({
        ...row,
        whose: whose as PromiseSide,
        state: state as PromiseState,
        dueOn: dueOn.toISOString().slice(0, 10),
        outlet: prospect.name,
        website: prospect.homepage,
        person: contact?.name ?? null,
        notedBy: madeBy.name,
        settledBy: settledBy?.name ?? null,
      }))
    }
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}
