import { settingsThatHold } from '#lib/domain/pitch-gate/pitch-settings.ts'
import { LIMIT_NAMES, type LimitName } from '#lib/domain/workspace-limits.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { limitsAsked, pitchLimits } from './pitch-limits.ts'

/** Changes of limits are few; who set a limit is looked for among this many. */
const CHANGES_LOOKED_AT = 200

/** Each limit: what holds now, whether this workspace asked for it, and who did, when. */
export async function listLimits(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.read')
  const { workspaceId } = scope
  const { settings } = await database().workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { settings: true },
  })
  const { limits, cadence } = pitchLimits(settings)
  const asked = limitsAsked(settings)
  const holds = { ...settingsThatHold(limits), ...cadence }
  const setBy = await whoSetThem(workspaceId)
  return LIMIT_NAMES.map((name) => ({
    name,
    inForce: holds[name],
    asked: asked[name],
    setBy: asked[name] === null ? null : (setBy.get(name) ?? null),
  }))
}
export type LimitInForce = Awaited<ReturnType<typeof listLimits>>[number]

/** The mailboxes of this workspace with how many first letters each may send in a day: set by whose it is. */
export async function listMailboxCaps(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.read')
  return database().mailbox.findMany({
    where: { workspaceId: scope.workspaceId, state: { not: 'disconnected' }, sends: true },
    orderBy: [{ address: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, address: true, dailyCap: true, owner: { select: { name: true } } },
  })
}

async function whoSetThem(workspaceId: string): Promise<Map<LimitName, { name: string; at: Date }>> {
  const changes = await database().auditEvent.findMany({
    where: { workspaceId, action: 'settings.limits' },
    orderBy: { id: 'desc' },
    take: CHANGES_LOOKED_AT,
    select: { at: true, actorId: true, details: true },
  })
  const members = await database().member.findMany({
    where: { workspaceId, id: { in: changes.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  })
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const found = new Map<LimitName, { name: string; at: Date }>()
  for (const { at, actorId, details } of changes) {
    const { settings } = details as { settings?: LimitName[] }
    for (const limit of settings ?? [])
      if (!found.has(limit))
        found.set(limit, { name: names.get(actorId ?? '') ?? 'Somebody who is gone', at })
  }
  return found
}
