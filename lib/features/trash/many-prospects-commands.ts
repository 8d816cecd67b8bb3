import { Refusal } from '#lib/domain/refusal.ts'
import { parseTags } from '#lib/domain/tags.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { keepTags } from '../prospects/keep-tags.ts'
import { type Chosen, lockChosen, tagMany, untagMany } from '../prospects/many-prospects-queries.ts'
import { prospectListOf, prospectListQuery } from '../prospects/prospect-list.ts'
import type { ManyProspectsInput } from './many-prospects-schema.ts'
import { trashMany } from './trash-many.ts'

/** As many as one change may touch; more are told to be narrowed down. */
export const MOST_AT_ONCE = 10_000

export type ManyDone = { message: string; trashId?: string; exportQuery?: string }

/**
 * Tags, hands over, exports or moves to the trash many prospects at once. Never writes to anybody: there is no such deed.
 *
 * @throws Refusal when there are more than MOST_AT_ONCE, or the one to look after them may not
 */
export async function changeManyProspects(
  scope: WorkspaceScope,
  { ids, whom, query, deed, tag, ownerId }: ManyProspectsInput,
): Promise<ManyDone> {
  if (deed === 'export') {
    authorize(scope, 'exports.run')
    const all = prospectListQuery(prospectListOf(query))
    return { message: '', exportQuery: whom === 'all' ? all : `ids=${ids.join(',')}` }
  }
  authorize(scope, 'prospects.write')
  const chosen: Chosen = whom === 'all' ? { list: prospectListOf(query) } : { ids }
  return inTransaction(async (tx) => {
    const found = await lockChosen(tx, scope, chosen, MOST_AT_ONCE + 1)
    if (found.length > MOST_AT_ONCE) {
      throw new Refusal(
        `That would change more than ${MOST_AT_ONCE.toLocaleString('en')} prospects at once.`,
        'Narrow the list down with a filter, then try again.',
        'deed',
      )
    }
    if (found.length === 0)
      throw new Refusal('None of them is there any more.', 'Load the list again.', 'deed')
    switch (deed) {
      case 'add-tag': {
        const [name] = await keepTags(tx, scope, parseTags(tag).slice(0, 1))
        if (!name) throw new Refusal('That is no tag.', 'Use letters or numbers.', 'tag')
        const count = await tagMany(tx, scope, found, name)
        return { message: `“${name}” added to ${prospects(count)}.${others(found.length - count, 'had it')}` }
      }
      case 'remove-tag': {
        const count = await untagMany(tx, scope, found, tag)
        return {
          message: `“${tag}” taken from ${prospects(count)}.${others(found.length - count, 'did not have it')}`,
        }
      }
      case 'assign':
        return { message: await assign(tx, scope, found, ownerId) }
      case 'trash': {
        const { trashId, count, kept } = await trashMany(tx, scope, found)
        return {
          trashId,
          message: `${prospects(count)} moved to the trash.${others(kept, 'have a conversation under way and stayed')}`,
        }
      }
    }
  })
}

async function assign(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  ids: string[],
  ownerId: string | null,
) {
  const owner = ownerId
    ? await tx.member.findFirst({
        where: { workspaceId, id: ownerId, leftAt: null, role: { in: ['owner', 'manager', 'writer'] } },
        select: { name: true },
      })
    : null
  if (ownerId && !owner) {
    throw new Refusal(
      'They cannot look after prospects here.',
      'Choose an owner, a manager or a writer.',
      'ownerId',
    )
  }
  const { count } = await tx.prospect.updateMany({
    where: { workspaceId, id: { in: ids } },
    data: { ownerId, updatedAt: now },
  })
  return owner
    ? `${owner.name} looks after ${prospects(count)} now.`
    : `Nobody looks after ${prospects(count)} now.`
}

function prospects(count: number): string {
  return count === 1 ? '1 prospect' : `${count.toLocaleString('en')} prospects`
}

function others(count: number, what: string): string {
  return count > 0
    ? ` ${count.toLocaleString('en')} ${count === 1 ? what.replace(/^have /, 'has ') : what}.`
    : ''
}
