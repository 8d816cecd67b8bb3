import type { Role, RoleGrants } from '#lib/domain/roles.ts'

declare const made: unique symbol

/**
 * Who is asking, in which workspace, and when: the first argument of every query and command.
 *
 * Only `requireWorkspace` (for a signed-in person) and `actingScope` (for jobs, the seed and tests) make one; the
 * architecture test checks it. `now` is the only clock.
 */
export type WorkspaceScope = Readonly<{
  workspaceId: string
  workspaceSlug: string
  memberId: string
  userId: string | null
  actorName: string
  role: Role
  /** What the workspace allows some roles besides. */
  grants: RoleGrants
  /** The Sites a viewer may look at; null for everybody else: all. */
  siteIds: readonly string[] | null
  timeZone: string
  /** When the workspace is deleted, where somebody asked for that: until then it is looked at, and nothing is done in it. */
  deletionDueAt: Date | null
  now: Date
  /** The program that acts for this person, by its token; left out where they act themselves. */
  viaToken?: Readonly<{ id: string; name: string }>
  readonly [made]: true
}>

export function makeWorkspaceScope(parts: Omit<WorkspaceScope, typeof made>): WorkspaceScope {
  return Object.freeze(parts) as WorkspaceScope
}

/** The same person, who sees nothing but this one Site: what is told to its owner goes through it. */
export type OneSiteScope = WorkspaceScope & { readonly siteIds: readonly [string] }

/** Only ever narrower: for a viewer who may not see the Site there is none. */
export function narrowedToSite(scope: WorkspaceScope, siteId: string): OneSiteScope | null {
  if (scope.siteIds !== null && !scope.siteIds.includes(siteId)) return null
  return Object.freeze({ ...scope, siteIds: [siteId] as const }) as OneSiteScope
}
