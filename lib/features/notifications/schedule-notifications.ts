import { isQuiet, quietHoursOf } from '#lib/domain/notifications/quiet-hours.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { enqueueAll } from '#lib/server/jobs.ts'
import { canSendMail } from '#lib/server/mailer.ts'
import { OF_STANDING, STANDS } from '../workspaces/standing-workspaces.ts'
import { noticeHappenings } from './notice-happenings.ts'
import { PAUSE_MS } from './send-notifications.ts'

const BATCH = 200
const DAY_MS = 24 * 60 * 60 * 1000
/** What waited so long for a morning mail that nobody could send is no news any more. */
const STALE_MS = 14 * DAY_MS
/** Longer than anything can be noticed again: lib/features/notifications/happenings-queries.ts. */
const KEPT_MS = 60 * DAY_MS

/**
 * Writes down what happened in every workspace, and makes a job for every member with something to be told now. Running it
 * again, or twice at once, finds nothing new and makes jobs that find nothing to do.
 *
 * @returns how many jobs were made
 */
export async function scheduleNotifications(now: Date): Promise<number> {
  if (!canSendMail()) return 0
  let after = ''
  for (;;) {
    const workspaces = await databaseAcrossWorkspaces().workspace.findMany({
      where: { id: { gt: after }, ...STANDS },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true },
    })
    for (const { id } of workspaces) await noticeHappenings(id, now)
    after = workspaces.at(-1)?.id ?? after
    if (workspaces.length < BATCH) break
  }
  await forgetOld(now)
  return makeJobs(now)
}

async function makeJobs(now: Date): Promise<number> {
  const waiting = await databaseAcrossWorkspaces().notification.groupBy({
    by: ['workspaceId', 'memberId'],
    where: { claimedAt: null, way: 'now', ...OF_STANDING },
  })
  const jobs: { data: { workspaceId: string; memberId: string } }[] = []
  for (let start = 0; start < waiting.length; start += BATCH) {
    const members = await databaseAcrossWorkspaces().member.findMany({
      where: {
        id: { in: waiting.slice(start, start + BATCH).map(({ memberId }) => memberId) },
        leftAt: null,
      },
      select: {
        ...{ id: true, workspaceId: true },
        user: { select: { timeZone: true } },
        notificationWish: { select: { claimedAt: true, quietFrom: true, quietTo: true } },
      },
    })
    for (const { id, workspaceId, user, notificationWish } of members) {
      const { quietFrom = null, quietTo = null, claimedAt = null } = notificationWish ?? {}
      const isPausing = claimedAt !== null && claimedAt.getTime() + PAUSE_MS > now.getTime()
      if (!user || isPausing || isQuiet(now, user.timeZone, quietHoursOf(quietFrom, quietTo))) continue
      jobs.push({ data: { workspaceId, memberId: id } })
    }
  }
  await inTransaction((tx) => enqueueAll(tx, 'send-notifications', jobs))
  return jobs.length
}

async function forgetOld(now: Date) {
  const before = (ms: number) => ({ lt: new Date(now.getTime() - ms) })
  await databaseAcrossWorkspaces().notification.updateMany({
    where: { claimedAt: null, at: before(STALE_MS) },
    data: { claimedAt: now },
  })
  await databaseAcrossWorkspaces().notification.deleteMany({ where: { at: before(KEPT_MS) } })
}
