import { localDateOf } from '#lib/domain/local-date.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

const TWO_DAYS_MS = 48 * 60 * 60 * 1000
const WENT = ['transmitting', 'unknown', 'sent', 'filed']
const WAITING = ['queued', 'claimed']

type Sending = { id: string; ownerId: string; address: string; dailyCap: number; timeZone: string }

/**
 * First letters that went out of a mailbox today, in its own time zone; those that may have gone count. A mailbox that was
 * disconnected and connected again is the same one.
 *
 * @param besides a mail that does not count
 */
export async function countFirstsToday(
  tx: Database | Transaction,
  { workspaceId, now }: WorkspaceScope,
  { ownerId, address, timeZone }: Sending,
  besides = '',
): Promise<number> {
  const rows = await tx.outgoingMail.findMany({
    where: {
      ...{ workspaceId, purpose: 'first', state: { in: WENT }, id: { not: besides } },
      mailbox: { workspaceId, ownerId, address },
      // Without an end: where the clock was set back, what went before still counts.
      transmittedAt: { gt: new Date(now.getTime() - TWO_DAYS_MS) },
    },
    select: { transmittedAt: true },
  })
  const today = localDateOf(now, timeZone)
  return rows.filter((row) => row.transmittedAt && localDateOf(row.transmittedAt, timeZone) === today).length
}

/** At the click: what waits to go counts as well. @throws Refusal */
export async function refuseBeyondCap(
  tx: Transaction,
  scope: WorkspaceScope,
  mailbox: Sending,
  besides = '',
) {
  const { ownerId, address, dailyCap } = mailbox
  const waiting = await tx.outgoingMail.count({
    where: {
      ...{ workspaceId: scope.workspaceId, purpose: 'first', state: { in: WAITING } },
      mailbox: { workspaceId: scope.workspaceId, ownerId, address },
    },
  })
  if (waiting + (await countFirstsToday(tx, scope, mailbox, besides)) < dailyCap) return
  throw new Refusal(
    dailyCap === 1
      ? 'This mailbox sends one first letter a day, and today’s is gone.'
      : `This mailbox sends ${dailyCap} first letters a day, and today’s are used up.`,
    'Tomorrow is another day. Nobody can overrule this.',
  )
}
