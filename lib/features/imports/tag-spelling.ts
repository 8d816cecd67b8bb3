import { tagKeyOf } from '#lib/domain/tags.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { keepTags } from '../prospects/keep-tags.ts'
import type { WantedRow } from './wanted-things.ts'

/** keepTags takes as many as one row may carry. */
const TAGS_AT_ONCE = 40

/** How the rows of a file spell tags: as the workspace does, or as the row does that named a new one first. */
export class TagSpelling {
  private readonly names = new Map<string, string>()
  private readonly workspaceId: string

  constructor({ workspaceId }: Pick<WorkspaceScope, 'workspaceId'>) {
    this.workspaceId = workspaceId
  }

  /**
   * Writes the tags of these rows in the one spelling.
   *
   * @returns the tags that neither the workspace nor an earlier row has
   */
  async respell(rows: readonly WantedRow[]): Promise<string[]> {
    const unknown = new Map<string, string>()
    for (const tag of rows.flatMap(tagsOf)) {
      const key = tagKeyOf(tag)
      if (!this.names.has(key) && !unknown.has(key)) unknown.set(key, tag)
    }
    const kept = unknown.size > 0 ? await this.keptAmong([...unknown.keys()]) : []
    for (const [key, name] of [...unknown, ...kept]) this.names.set(key, name)
    for (const row of rows) this.write(row)
    for (const [key] of kept) unknown.delete(key)
    return [...unknown.values()]
  }

  private async keptAmong(keys: string[]): Promise<[key: string, name: string][]> {
    const tags = await database().tag.findMany({
      where: { workspaceId: this.workspaceId, nameKey: { in: keys } },
      select: { name: true, nameKey: true },
    })
    return tags.map(({ nameKey, name }) => [nameKey, name])
  }

  private write({ prospect, contact }: WantedRow) {
    const respelled = (tags: readonly string[]) => tags.map((tag) => this.names.get(tagKeyOf(tag)) ?? tag)
    if (prospect) prospect.tags = respelled(prospect.tags)
    if (contact) contact.tags = respelled(contact.tags)
  }
}

/**
 * Adds new tags to the workspace's list.
 *
 * @returns whether each is spelled there as the rows have it: somebody may have added one meanwhile
 */
export async function keepNewTags(
  tx: Transaction,
  scope: WorkspaceScope,
  names: readonly string[],
): Promise<boolean> {
  const kept = new Set<string>()
  for (let from = 0; from < names.length; from += TAGS_AT_ONCE)
    for (const name of await keepTags(tx, scope, names.slice(from, from + TAGS_AT_ONCE))) kept.add(name)
  return names.every((name) => kept.has(name))
}

function tagsOf({ prospect, contact }: WantedRow): string[] {
  return [...(prospect?.tags ?? []), ...(contact?.tags ?? [])]
}
