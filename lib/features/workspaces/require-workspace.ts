import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Action, can } from '#lib/domain/roles.ts'
import { claimedUserId, currentPerson, type Person } from '#lib/server/session.ts'
import { makeWorkspaceScope, type WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { membershipOf } from './membership-queries.ts'

/**
 * The guard of every page and action under /w/: who is asking, in which workspace. Signed out: to the sign-in page.
 * Not a member, no such workspace, or a role that may not do this: the same 404.
 */
export async function requireWorkspace(slug: string, action?: Action): Promise<WorkspaceScope> {
  const scope = await scopeOf(slug)
  if (!scope || (action && !can(scope.role, action, scope.grants))) notFound()
  return scope
}

/** Like requireWorkspace, for actions: the role is asked apart, because a form deserves a sentence, not a 404. */
export async function findWorkspaceScope(slug: string): Promise<WorkspaceScope | null> {
  return scopeOf(slug)
}

const scopeOf = cache(async (slug: string): Promise<WorkspaceScope | null> => {
  const userId = await claimedUserId()
  const [person, member] = await Promise.all([currentPerson(), userId ? membershipOf(userId, slug) : null])
  if (!person) redirect(`/sign-in?to=${encodeURIComponent(`/w/${slug}`)}`)
  return member ? scopeFor(person, member, slug, new Date()) : null
})

type Membership = NonNullable<Awaited<ReturnType<typeof membershipOf>>>

function scopeFor(person: Person, member: Membership, slug: string, now: Date): WorkspaceScope {
  return makeWorkspaceScope({
    workspaceId: member.workspaceId,
    workspaceSlug: slug,
    memberId: member.id,
    userId: person.id,
    actorName: person.name,
    role: member.role,
    grants: member.grants,
    siteIds: member.siteIds,
    timeZone: person.timeZone,
    deletionDueAt: member.deletionDueAt,
    now,
  })
}
