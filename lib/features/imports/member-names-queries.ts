import { database } from '#lib/server/database.ts'
import { nameKeyOf } from './stored-text.ts'

/** Who may look after an outlet, by their name. Null where several are called so. */
export type MembersByName = ReadonlyMap<string, string | null>

export async function membersByName(workspaceId: string): Promise<MembersByName> {
  const members = await database().member.findMany({
    where: { workspaceId, leftAt: null, role: { in: ['owner', 'manager', 'writer'] } },
    select: { id: true, name: true },
  })
  const alike = Map.groupBy(members, ({ name }) => nameKeyOf(name))
  return new Map([...alike].map(([key, named]) => [key, named.length === 1 ? (named[0]?.id ?? null) : null]))
}

/** The names of those whom rows would make look after an outlet, or who do now. */
export async function namesOfMembers(
  workspaceId: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const members = await database().member.findMany({
    where: { workspaceId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(members.map(({ id, name }) => [id, name]))
}
