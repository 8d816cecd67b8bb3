import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readOutletFacts } from './outlet-facts.ts'
import { LOOK_STUCK_AFTER_MS } from './outlet-look-commands.ts'

/** What our own look at an outlet's pages found, or null where nobody has asked for one. `isStuck`: it should have come back. */
export async function findOutletLook(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const look = await database().outletLook.findFirst({
    where: { workspaceId: scope.workspaceId, prospectId },
    select: { state: true, at: true, facts: true, failure: true, nextTryAt: true, requestedAt: true },
  })
  if (!look) return null
  const { facts, ...rest } = look
  const isAskedFor = look.state === 'waiting' || look.state === 'looking'
  const isStuck = isAskedFor && scope.now.getTime() - look.requestedAt.getTime() > LOOK_STUCK_AFTER_MS
  return { ...rest, ...readOutletFacts(facts), isUnderWay: isAskedFor && !isStuck, isStuck }
}

export type OutletLookSeen = NonNullable<Awaited<ReturnType<typeof findOutletLook>>>
