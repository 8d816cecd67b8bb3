import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { DEMO_ROLES } from './account-schema.ts'

/** The people one may enter as with one click: in local mode, those the seed made. Elsewhere nobody. */
export async function listDemoPeople() {
  if (!settings().local) return []
  const people = await database().user.findMany({
    where: { demoRole: { in: [...DEMO_ROLES] } },
    select: { demoRole: true, name: true },
  })
  return DEMO_ROLES.flatMap((demoRole) => {
    const person = people.find((one) => one.demoRole === demoRole)
    return person ? [{ demoRole, name: person.name }] : []
  })
}

/**
 * What deleting this account would take with it: workspaces where nobody else is, and those where another owner is
 * needed first. By name.
 */
export async function whatGoesWith(userId: string): Promise<{ deleted: string[]; stuck: string[] }> {
  const places = await databaseAcrossWorkspaces().member.findMany({
    where: { userId, leftAt: null },
    orderBy: { joinedAt: 'asc' },
    select: {
      role: true,
      workspace: {
        select: { name: true, members: { where: { leftAt: null, NOT: { userId } }, select: { role: true } } },
      },
    },
  })
  const deleted: string[] = []
  const stuck: string[] = []
  for (const { role, workspace } of places) {
    if (workspace.members.length === 0) deleted.push(workspace.name)
    else if (role === 'owner' && !workspace.members.some((member) => member.role === 'owner'))
      stuck.push(workspace.name)
  }
  return { deleted, stuck }
}
