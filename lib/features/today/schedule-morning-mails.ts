import { morningMailDue } from '#lib/domain/morning-mail.ts'
import { quietHoursOf } from '#lib/domain/notifications/quiet-hours.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { canSendMail } from '#lib/server/mailer.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'

const BATCH = 500

/**
 * A job for every member who wants the morning mail, or has something to be told in it, whose morning it is, and whose day nobody has taken in hand. Running it
 * again, or twice at once, makes jobs that find nothing to do.
 *
 * @returns how many jobs were made
 */
export async function scheduleMorningMails(now: Date): Promise<number> {
  if (!canSendMail()) return 0
  let made = 0
  let after: { workspaceId: string; memberId: string } | undefined
  for (;;) {
    const wanted = await databaseAcrossWorkspaces().morningMail.findMany({
      where: {
        ...OF_STANDING,
        member: { leftAt: null },
        OR: [
          { wantedSince: { not: null } },
          { member: { notifications: { some: { way: 'digest', claimedAt: null } } } },
        ],
      },
      select: {
        workspaceId: true,
        memberId: true,
        claimedOn: true,
        member: {
          select: {
            user: { select: { timeZone: true } },
            notificationWish: { select: { quietFrom: true, quietTo: true } },
          },
        },
      },
      orderBy: [{ workspaceId: 'asc' }, { memberId: 'asc' }],
      take: BATCH,
      ...(after ? { cursor: { workspaceId_memberId: after }, skip: 1 } : {}),
    })
    const due = wanted.filter(({ member, claimedOn }) => {
      const claimed = claimedOn?.toISOString().slice(0, 10) ?? null
      const { quietFrom = null, quietTo = null } = member.notificationWish ?? {}
      const quiet = quietHoursOf(quietFrom, quietTo)
      return member.user !== null && morningMailDue(now, member.user.timeZone, claimed, quiet) !== null
    })
    const jobs = due.map(({ workspaceId, memberId }) => ({ data: { workspaceId, memberId } }))
    await inTransaction((tx) => enqueueAll(tx, 'send-morning-mail', jobs))
    made += jobs.length
    const last = wanted.at(-1)
    if (!last || wanted.length < BATCH) return made
    after = { workspaceId: last.workspaceId, memberId: last.memberId }
  }
}
