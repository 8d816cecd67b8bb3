import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import type { PromiseState } from '#lib/domain/promises.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import type {
  KeepPromiseInput,
  PromiseInput,
  ReleasePromiseInput,
  ReopenPromiseInput,
} from './promise-schema.ts'
import { holdProspect, requireContactThere } from './touch-commands.ts'

/** The same promise twice within this time is a double tap. */
const SAME_PROMISE_MS = 60_000
/** A promise of last year may still be noted; one of longer ago, or for later than anybody plans, is a slip of the finger. */
const EARLIEST_DAYS = 366
const LATEST_DAYS = 5 * 366

/** Notes what we owe them or they owe us, by a day. A double tap notes it once. @throws NotFound, Refusal */
export async function makePromise(scope: WorkspaceScope, { dueOn, ...input }: PromiseInput) {
  authorize(scope, 'promises.write')
  refuseFarDay(scope, dueOn)
  const { workspaceId, memberId, now } = scope
  return inTransaction(async (tx) => {
    await holdProspect(tx, scope, input.prospectId)
    if (input.contactId) await requireContactThere(tx, scope, input.prospectId, input.contactId)
    if (input.pitchId) await requireConversation(tx, scope, input.prospectId, input.pitchId)
    const promise = { ...input, dueOn: new Date(`${dueOn}T00:00:00Z`) }
    const same = await tx.promiseMade.findFirst({
      where: {
        ...{ workspaceId, ...promise, deletedAt: null, state: 'open' },
        madeAt: { gt: new Date(now.getTime() - SAME_PROMISE_MS), lte: now },
      },
      select: { id: true },
    })
    if (same) return { promiseId: same.id, isNew: false }
    const { id } = await tx.promiseMade.create({
      data: { workspaceId, ...promise, madeAt: now, madeById: memberId },
      select: { id: true },
    })
    return { promiseId: id, isNew: true }
  })
}

/** It was kept, by us or by them. Twice is once. @throws NotFound; Refusal when it was let go of meanwhile */
export async function keepPromise(scope: WorkspaceScope, { promiseId, note }: KeepPromiseInput) {
  authorize(scope, 'promises.write')
  await settle(scope, promiseId, 'kept', note)
}

/**
 * It is not owed any more: we told them that we cannot, or we let them off; with the reason. Twice is once.
 *
 * @throws NotFound; Refusal when it was kept meanwhile
 */
export async function releasePromise(scope: WorkspaceScope, { promiseId, reason }: ReleasePromiseInput) {
  authorize(scope, 'promises.write')
  await settle(scope, promiseId, 'released', reason)
}

/** It is owed after all, by the same day. Twice is once. @throws NotFound */
export async function reopenPromise(scope: WorkspaceScope, { promiseId }: ReopenPromiseInput) {
  authorize(scope, 'promises.write')
  const { count } = await database().promiseMade.updateMany({
    where: { id: promiseId, workspaceId: scope.workspaceId, deletedAt: null, state: { not: 'open' } },
    data: { state: 'open', settledAt: null, settledById: null, settledWhy: '' },
  })
  if (count === 0) await stateOf(scope, promiseId)
}

const SETTLED_WORDS = { kept: 'kept', released: 'let go of' } as const

async function settle(scope: WorkspaceScope, id: string, state: 'kept' | 'released', settledWhy: string) {
  const { workspaceId, memberId, now } = scope
  const { count } = await database().promiseMade.updateMany({
    where: { id, workspaceId, deletedAt: null, state: 'open' },
    data: { state, settledAt: now, settledById: memberId, settledWhy },
  })
  if (count > 0) return
  const is = await stateOf(scope, id)
  if (is === state || is === 'open') return
  throw new Refusal(
    `This promise was ${SETTLED_WORDS[is]} meanwhile.`,
    'Open it again first, if that was a mistake.',
  )
}

async function stateOf({ workspaceId }: WorkspaceScope, id: string): Promise<PromiseState> {
  const promise = await database().promiseMade.findFirst({
    where: { id, workspaceId, deletedAt: null },
    select: { state: true },
  })
  if (!promise) throw new NotFound()
  return promise.state as PromiseState
}

function refuseFarDay({ now, timeZone }: WorkspaceScope, dueOn: string) {
  const today = localDateOf(now, timeZone)
  if (dueOn >= addDays(today, -EARLIEST_DAYS) && dueOn <= addDays(today, LATEST_DAYS)) return
  throw new Refusal('That day is too far from today.', 'Look at the year once more.', 'dueOn')
}

async function requireConversation(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  prospectId: string,
  id: string,
) {
  const pitch = await tx.pitch.findFirst({
    where: { workspaceId, id, prospectId, deletedAt: null, sentAt: { not: null } },
    select: { id: true },
  })
  if (!pitch) throw new NotFound()
}
