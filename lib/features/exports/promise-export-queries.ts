import type { PromiseSide, PromiseState } from '#lib/domain/promises.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readPromiseList } from '../ledger/promise-list.ts'
import { likeText } from '../like-text.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 2_000

/** Promises, some thousands at a time: what the address's list is narrowed to, open ones and settled ones, or those named. */
export async function* promisesToExport(scope: WorkspaceScope, { ids, search }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  const { whose, q } = readPromiseList(search)
  for (let after = ''; ; ) {
    const rows = await database().promiseMade.findMany({
      where: {
        workspaceId: scope.workspaceId,
        deletedAt: null,
        AND: [{ id: { gt: after } }, ids ? { id: { in: [...ids] } } : {}],
        ...(whose ? { whose } : {}),
        ...(q ? { words: { contains: likeText(q), mode: 'insensitive' } } : {}),
      },
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
