import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Action, can } from '#lib/domain/roles.ts'
import { currentPerson, type Person } from '#lib/server/session.ts'
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
  const person = await currentPerson()
  if (!person) redirect(`/sign-in?to=${encodeURIComponent(`/w/${slug}`)}`)
  return scopeFor(person, slug, new Date())
})

async function scopeFor(person: Person, slug: string, now: Date): Promise<WorkspaceScope | null> {
  const member = await membershipOf(person.id, slug)
  if (!member) return null
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
    now,
  })
}
