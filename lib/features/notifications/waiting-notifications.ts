import { isHappeningWhat } from '#lib/domain/notifications/happenings.ts'
import { NOTIFICATION_KINDS, type NotificationKind } from '#lib/domain/notifications/notification-kinds.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { ToldLine } from './notification-text.ts'
import { toldThings } from './told-things-queries.ts'

/** Of one member's waiting notifications so many are read for a mail; nobody reads more of them there. */
const MOST = 200

export type Waiting = { ids: string[]; lines: ToldLine[] }

/** What waits to be told to this member in this way, and how it stands now. `ids` also names what is no news any more. */
export async function waitingFor(scope: WorkspaceScope, way: 'now' | 'digest'): Promise<Waiting> {
  const { workspaceId, memberId } = scope
  const rows = await database().notification.findMany({
    where: { workspaceId, memberId, claimedAt: null, way },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, what: true, kind: true, thingId: true },
  })
  const whats = [...new Set(rows.map(({ what }) => what))].filter(isHappeningWhat)
  const lines = await Promise.all(
    whats.map(async (what) => {
      const ofWhat = rows.filter((row) => row.what === what)
      const things = await toldThings(scope, what, [...new Set(ofWhat.map(({ thingId }) => thingId))])
      const kind = kindOf(ofWhat[0]?.kind)
      const home = `${settings().appUrl}/w/${scope.workspaceSlug}`
      return things.map(({ line, path }) => ({ kind, what, line, address: home + path }))
    }),
  )
  return { ids: rows.map(({ id }) => id), lines: lines.flat() }
}

/** Takes them in hand, so that nobody else tells them. @returns how many were still to be had */
export async function claimNotifications(
  tx: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  ids: string[],
  now: Date,
): Promise<number> {
  const where = { workspaceId, memberId, id: { in: ids }, claimedAt: null }
  return (await tx.notification.updateMany({ where, data: { claimedAt: now } })).count
}

/** As if they had never been taken in hand: only where nothing can have gone out. */
export async function giveBackNotifications(
  tx: Transaction,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  ids: string[],
) {
  await tx.notification.updateMany({
    where: { workspaceId, memberId, id: { in: ids } },
    data: { claimedAt: null },
  })
}

function kindOf(stored: string | undefined): NotificationKind {
  return NOTIFICATION_KINDS.find((kind) => kind === stored) ?? 'outcome'
}
