import { randomUUID } from 'node:crypto'
import { Refusal } from '#lib/domain/refusal.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { TRASH_DAYS } from './trash-kinds.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Moves many prospects, with what makes no sense without them, to the trash as one entry that is restored as one. Those with
 * a conversation under way stay where they are. Part of a command that has locked them.
 */
export async function trashMany(tx: Transaction, scope: WorkspaceScope, ids: string[]) {
  authorize(scope, 'prospects.write')
  const { workspaceId, now } = scope
  const live = { workspaceId, deletedAt: null }
  const talking = await tx.pitch.findMany({
    where: { ...live, prospectId: { in: ids }, state: { in: ['sent', 'answered'] } },
    select: { prospectId: true },
    distinct: 'prospectId',
  })
  const kept = new Set(talking.map(({ prospectId }) => prospectId))
  const going = ids.filter((id) => !kept.has(id))
  if (going.length === 0) {
    throw new Refusal(
      'A conversation under way stands on each of them.',
      'Close the open pitches first, then try again.',
      'deed',
    )
  }
  const trashId = randomUUID()
  const gone = { deletedAt: now, trashId }
  const prospectId = { in: going }
  const { count } = await tx.prospect.updateMany({
    where: { ...live, id: prospectId },
    data: { ...gone, liveOutletKey: null },
  })
  const onlyThere = await tx.contact.findMany({
    where: { ...live, affiliations: { some: { prospectId }, every: { prospectId } } },
    select: { id: true },
  })
  const contactId = { in: onlyThere.map(({ id }) => id) }
  await tx.contact.updateMany({ where: { ...live, id: contactId }, data: gone })
  await tx.channel.updateMany({ where: { ...live, contactId }, data: gone })
  const reading = await tx.readingNote.updateMany({ where: { ...live, prospectId }, data: gone })
  const pitches = await tx.pitch.updateMany({ where: { ...live, prospectId }, data: gone })
  await tx.touch.updateMany({ where: { ...live, prospectId }, data: gone })
  await tx.sample.updateMany({ where: { ...live, prospectId }, data: gone })
  await tx.contribution.updateMany({ where: { ...live, prospectId }, data: gone })
  await tx.promiseMade.updateMany({ where: { ...live, prospectId }, data: gone })
  const withIt = [
    [onlyThere.length, 'contacts'],
    [reading.count, 'reading notes'],
    [pitches.count, 'pitches'],
  ] as const
  await tx.trashEntry.create({
    data: {
      id: trashId,
      workspaceId,
      kind: 'prospects',
      itemId: going[0] ?? '',
      label: count === 1 ? '1 prospect' : `${count.toLocaleString('en')} prospects`,
      withIt: withIt.flatMap(([n, noun]) => (n > 0 ? [`${n.toLocaleString('en')} ${noun}`] : [])).join(', '),
      at: now,
      byId: scope.memberId,
      purgeAt: new Date(now.getTime() + TRASH_DAYS * DAY_MS),
    },
  })
  return { trashId, count, kept: kept.size }
}
