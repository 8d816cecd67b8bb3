import { Refusal } from '#lib/domain/refusal.ts'
import { parseTags } from '#lib/domain/tags.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { keepTags } from '../prospects/keep-tags.ts'
import {
  assignMany,
  type Chosen,
  lockChosen,
  tagMany,
  untagMany,
} from '../prospects/many-prospects-queries.ts'
import { prospectListOf, prospectListQuery } from '../prospects/prospect-list.ts'
import { beginManyChange, saidOfManyChange } from './many-changes.ts'
import type { ManyProspectsInput } from './many-prospects-schema.ts'
import { trashMany } from './trash-many.ts'

/** As many as one change may touch; more are told to be narrowed down. */
export const MOST_AT_ONCE = 10_000

export type ManyDone = { message: string; trashId?: string; changeId?: string; exportQuery?: string }

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
        const noted = await beginManyChange(tx, scope, { deed, tag: name })
        const count = await tagMany(tx, noted, found, name)
        const message = `“${name}” added to ${prospects(count)}.${others(found.length - count, 'had it')}`
        return saidOfManyChange(tx, noted, { message, count })
      }
      case 'remove-tag': {
        const noted = await beginManyChange(tx, scope, { deed, tag })
        const count = await untagMany(tx, noted, found, tag)
        const message = `“${tag}” taken from ${prospects(count)}.${others(found.length - count, 'did not have it')}`
        return saidOfManyChange(tx, noted, { message, count })
      }
      case 'assign': {
        const owner = await whoMayLookAfter(tx, scope, ownerId)
        const noted = await beginManyChange(tx, scope, { deed, ownerId })
        const count = await assignMany(tx, noted, found, ownerId)
        const message = `${owner ?? 'Nobody'} looks after ${prospects(found.length)} now.`
        return saidOfManyChange(tx, noted, { message, count })
      }
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

async function whoMayLookAfter(tx: Transaction, { workspaceId }: WorkspaceScope, ownerId: string | null) {
  if (!ownerId) return null
  const owner = await tx.member.findFirst({
    where: { workspaceId, id: ownerId, leftAt: null, role: { in: ['owner', 'manager', 'writer'] } },
    select: { name: true },
  })
  if (owner) return owner.name
  throw new Refusal(
    'They cannot look after prospects here.',
    'Choose an owner, a manager or a writer.',
    'ownerId',
  )
}

function prospects(count: number): string {
  return count === 1 ? '1 prospect' : `${count.toLocaleString('en')} prospects`
}

function others(count: number, what: string): string {
  return count > 0
    ? ` ${count.toLocaleString('en')} ${count === 1 ? what.replace(/^have /, 'has ') : what}.`
    : ''
}
