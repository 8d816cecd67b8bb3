import type { PersonVisit, Visit } from '#lib/features/person-action.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { createWorkspace } from '#lib/features/workspaces/workspace-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { hashPassword } from '#lib/server/passwords.ts'
import type { Person } from '#lib/server/session.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { NOON } from './two-workspaces.ts'

export const PASSWORD = 'a quiet horse walks'

let visits = 0

/** Somebody at the door, from a network address that nobody has come from yet. */
export function anyVisit(now = NOON): Visit {
  visits += 1
  return { now, peer: `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}` }
}

export type Account = Person & { visit: PersonVisit }

/** An account with a password that works; with a workspace of its own if that is named. */
export async function anAccount({
  password = PASSWORD,
  workspaceName = '',
  name = 'Somebody',
} = {}): Promise<Account> {
  const email = `${crypto.randomUUID()}@people.test`
  const { id } = await databaseAcrossWorkspaces().user.create({
    data: { email, name, passwordHash: await hashPassword(password), createdAt: NOON },
  })
  const person = { id, email, name, timeZone: 'UTC', dateLanguage: null, demoRole: null }
  if (workspaceName) await createWorkspace(person, workspaceName, NOON)
  return { ...person, visit: { ...anyVisit(), person } }
}

/** Their scope in the workspace they joined first, or in that one. */
export async function scopeIn(person: { id: string }, workspaceId?: string): Promise<WorkspaceScope> {
  const member = await databaseAcrossWorkspaces().member.findFirstOrThrow({
    where: { userId: person.id, workspaceId },
    orderBy: { joinedAt: 'asc' },
  })
  return actingScope(member.id, NOON)
}

export function tokenOf(made: { link: string } | null): string {
  return made?.link.split('/').at(-1) ?? ''
}

/** The words of a refusal; what went through says so. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'it went through',
    (error: Error) => error.message,
  )
}
