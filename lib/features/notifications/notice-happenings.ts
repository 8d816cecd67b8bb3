import { isToldTo, KIND_OF, type Listener } from '#lib/domain/notifications/happenings.ts'
import { choicesOf, type NotificationChoices } from '#lib/domain/notifications/notification-kinds.ts'
import { grantsOf, type Role } from '#lib/domain/roles.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { listHappenings } from './happenings-queries.ts'

const MINUTE_MS = 60 * 1000
/** What is committed late is still found: every round goes back so far, and what is known is not written twice. */
const OVERLAP_MS = 15 * MINUTE_MS
/** Where nobody looked for long (no worker, no mail server), older things are no news any more. */
const OLDEST_MS = 24 * 60 * MINUTE_MS
const BATCH = 1_000

/**
 * Goes through what happened in a workspace since the last round, and writes down what each member is to be told. Running it
 * twice, or being killed half-way, tells nobody anything twice: each event has one key for each member.
 *
 * @returns how many were written down
 */
export async function noticeHappenings(workspaceId: string, now: Date): Promise<number> {
  const listeners = await listListeners(workspaceId)
  const round = await database().notificationRound.findFirst({ where: { workspaceId } })
  const since = round ? round.lookedUntil.getTime() : now.getTime()
  const from = new Date(Math.max(Math.min(since, now.getTime()) - OVERLAP_MS, now.getTime() - OLDEST_MS))
  const happened = listeners.length > 0 ? await listHappenings({ workspaceId, from, to: now }) : []
  const rows = happened.flatMap((happening) =>
    listeners.flatMap((listener) => {
      const { what, thingId, key } = happening
      const kind = KIND_OF[what]
      const way = listener.choices[kind]
      if (way === 'never' || !isToldTo(happening, listener)) return []
      return [{ workspaceId, memberId: listener.memberId, kind, what, thingId, key, way, at: now }]
    }),
  )
  const inDigest = new Set(rows.filter(({ way }) => way === 'digest').map(({ memberId }) => memberId))
  return inTransaction(async (tx) => {
    let written = 0
    for (let start = 0; start < rows.length; start += BATCH) {
      const data = rows.slice(start, start + BATCH)
      written += (await tx.notification.createMany({ data, skipDuplicates: true })).count
    }
    // The day of a morning mail is claimed in this row; whoever never asked for Today by mail has none yet.
    const mornings = [...inDigest].map((memberId) => ({ workspaceId, memberId }))
    if (mornings.length > 0) await tx.morningMail.createMany({ data: mornings, skipDuplicates: true })
    await tx.notificationRound.upsert({
      where: { workspaceId },
      create: { workspaceId, lookedUntil: now },
      update: { lookedUntil: now },
    })
    return written
  })
}

type ListenerWithChoices = Listener & { choices: NotificationChoices }

/** Members with an address of their own. People of the demo have none that anybody reads. */
async function listListeners(workspaceId: string): Promise<ListenerWithChoices[]> {
  const members = await database().member.findMany({
    where: { workspaceId, leftAt: null, user: { demoRole: null } },
    select: {
      ...{ id: true, role: true },
      sites: { select: { siteId: true } },
      workspace: { select: { settings: true } },
      notificationWish: { select: { choices: true } },
    },
  })
  return members.map(({ id, role, sites, workspace, notificationWish }) => ({
    memberId: id,
    role: role as Role,
    grants: grantsOf(workspace.settings),
    siteIds: role === 'viewer' ? sites.map(({ siteId }) => siteId) : null,
    choices: choicesOf(notificationWish?.choices),
  }))
}
