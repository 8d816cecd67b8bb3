import { TAGS_MAX, tagKeyOf } from '#lib/domain/tags.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/**
 * The tags a row shall carry, each in the workspace's own spelling; new ones are added to the workspace's list.
 * Part of a command that has asked who may.
 */
export async function keepTags(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  names: readonly string[],
): Promise<string[]> {
  const byKey = new Map(names.map((name) => [tagKeyOf(name), name]))
  byKey.delete('')
  if (byKey.size === 0) return []
  await tx.tag.createMany({
    data: [...byKey].map(([nameKey, name]) => ({ workspaceId, name, nameKey, createdAt: now })),
    skipDuplicates: true,
  })
  const tags = await tx.tag.findMany({
    where: { workspaceId, nameKey: { in: [...byKey.keys()] } },
    select: { name: true, nameKey: true },
  })
  const spelling = new Map(tags.map((tag) => [tag.nameKey, tag.name]))
  return [...byKey.keys()].flatMap((key) => spelling.get(key) ?? []).slice(0, TAGS_MAX)
}
