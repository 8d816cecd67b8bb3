import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const MOST_AT_ONCE = 500
/** Its own job has had its turn by then. */
const OVERDUE_MS = 60_000

/**
 * Brings mails on their way that no job cares for any more back to a worker: after a restored backup, or when the queue lost
 * one. It sends nothing itself and makes no mail: what it names was written down by a person's click.
 *
 * @returns how many were named
 */
export async function takeUpMail(now: Date): Promise<number> {
  const mails = await databaseAcrossWorkspaces().outgoingMail.findMany({
    where: {
      state: { in: ['queued', 'claimed', 'transmitting', 'sent'] },
      notBefore: { lt: new Date(now.getTime() - OVERDUE_MS) },
      ...OF_STANDING,
    },
    select: { id: true, workspaceId: true, mailboxId: true },
    orderBy: { notBefore: 'asc' },
    take: MOST_AT_ONCE,
  })
  const jobs = mails.map(({ id, workspaceId, mailboxId }) => ({
    ...{ data: { workspaceId, mailId: id }, group: mailboxId },
  }))
  await inTransaction((tx) => enqueueAll(tx, 'send-mail', jobs))
  return mails.length
}
