import { tagKeyOf } from '#lib/domain/tags.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { keepTags } from '../prospects/keep-tags.ts'
import type { WantedRow } from './wanted-things.ts'

/** keepTags takes as many as one row may carry. */
const TAGS_AT_ONCE = 40

type Respell = (row: WantedRow) => void

/** Writes the tags of rows as the workspace spells them; new ones stay as the file has them. */
export async function knownSpelling(rows: readonly WantedRow[], scope: WorkspaceScope): Promise<Respell> {
  const byKey = tagsOf(rows)
  if (byKey.size === 0) return () => {}
  const tags = await database().tag.findMany({
    where: { workspaceId: scope.workspaceId, nameKey: { in: [...byKey.keys()] } },
    select: { name: true, nameKey: true },
  })
  return respellingBy(new Map([...byKey, ...tags.map(({ nameKey, name }) => [nameKey, name] as const)]))
}

/** The same, and new ones are added to the workspace's list. */
export async function keptSpelling(
  tx: Transaction,
  scope: WorkspaceScope,
  rows: readonly WantedRow[],
): Promise<Respell> {
  const names = [...tagsOf(rows).values()]
  const kept: string[] = []
  for (let from = 0; from < names.length; from += TAGS_AT_ONCE)
    kept.push(...(await keepTags(tx, scope, names.slice(from, from + TAGS_AT_ONCE))))
  return respellingBy(new Map(kept.map((name) => [tagKeyOf(name), name])))
}

function tagsOf(rows: readonly WantedRow[]): Map<string, string> {
  const byKey = new Map<string, string>()
  for (const { prospect, contact } of rows)
    for (const tag of [...(prospect?.tags ?? []), ...(contact?.tags ?? [])])
      if (!byKey.has(tagKeyOf(tag))) byKey.set(tagKeyOf(tag), tag)
  return byKey
}

function respellingBy(spelling: ReadonlyMap<string, string>): Respell {
  const respelled = (tags: readonly string[]) => tags.map((tag) => spelling.get(tagKeyOf(tag)) ?? tag)
  return ({ prospect, contact }) => {
    if (prospect) prospect.tags = respelled(prospect.tags)
    if (contact) contact.tags = respelled(contact.tags)
  }
}
