import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { putOffUntil } from '#lib/domain/put-off.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { dayOf, findOnToday, MOST_PUT_OFF_OF_A_KIND } from './put-off-queries.ts'
import type { PutOffInput, TakeUpInput } from './put-off-schema.ts'

/** Rows whose day came longer ago than this are of no use, even to somebody who has travelled west. */
const KEPT_DAYS = 2
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Puts a thing of Today out of this member's sight, until a day of their own calendar or until something happens to it.
 * Nobody else's Today changes, and nothing about the thing itself. Twice is once; another day replaces the first.
 *
 * @returns the day it comes back
 * @throws Refusal when it does not wait any more, when something happened to it meanwhile, or when the day makes no sense
 */
export async function putOff(
  scope: WorkspaceScope,
  { thing, choice, date }: PutOffInput,
): Promise<{ until: LocalDate; who: string }> {
  authorize(scope, 'today.read')
  const { workspaceId, memberId, now } = scope
  const { kind, itemId, mark } = thing
  const day = putOffUntil(choice, date, localDateOf(now, scope.timeZone))
  if ('problem' in day) throw new Refusal(day.problem, '', 'date')
  const item = await findOnToday(scope, kind, itemId)
  if (!item) throw new Refusal('This does not wait any more.', 'Somebody has seen to it already.')
  if (item.mark !== mark)
    throw new Refusal('Something happened to it meanwhile, so it stays.', 'Have a look at it first.')
  const values = { mark, until: dayOf(day.until), how: choice === 'done' ? 'done' : 'later', at: now }
  await letGoOfOld(scope)
  await refuseTooMany(scope, kind, itemId)
  await database().putOff.upsert({
    where: { workspaceId_memberId_kind_itemId: { workspaceId, memberId, kind, itemId } },
    create: { workspaceId, memberId, kind, itemId, ...values },
    update: values,
  })
  return { until: day.until, who: item.who }
}

/** Back on the list at once. Where it was not put off, nothing is to be done. */
export async function takeUp(scope: WorkspaceScope, { thing: { kind, itemId } }: TakeUpInput) {
  authorize(scope, 'today.read')
  const { workspaceId, memberId } = scope
  await database().putOff.deleteMany({ where: { workspaceId, memberId, kind, itemId } })
}

async function letGoOfOld({ workspaceId, memberId, now }: WorkspaceScope) {
  const longAgo = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
  await database().putOff.deleteMany({ where: { workspaceId, memberId, until: { lt: longAgo } } })
}

/** @throws Refusal: whoever puts off this many does not need a list of them */
async function refuseTooMany({ workspaceId, memberId }: WorkspaceScope, kind: string, itemId: string) {
  const others = await database().putOff.count({
    where: { workspaceId, memberId, kind, itemId: { not: itemId } },
  })
  if (others < MOST_PUT_OFF_OF_A_KIND) return
  throw new Refusal(
    `You have put off ${MOST_PUT_OFF_OF_A_KIND} of these already.`,
    'Take some of them up again, or let them go.',
  )
}
