import { Refusal } from '#lib/domain/refusal.ts'
import type { ThanksKind } from '#lib/domain/thanks.ts'
import { reviewThanks } from '#lib/domain/thanks-review.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { getThanksDesk, thanksKey } from './thanks-desk-queries.ts'
import { getThanksStanding } from './thanks-queries.ts'
import type { LeaveThanksInput, RecordThanksInput, SaveThanksInput } from './thanks-schema.ts'

/** Keeps words of thanks that are still to go. @throws NotFound; Refusal where there is nothing to thank for, or not any more */
export async function saveThanks(scope: WorkspaceScope, { mentionId, body }: SaveThanksInput) {
  authorize(scope, 'mentions.write')
  await refuseUnlessOpen(scope, mentionId)
  const { count } = await database().mention.updateMany({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null, thanksState: 'none' },
    data: { thanksDraft: body, updatedAt: scope.now },
  })
  if (count === 0) throw changedMeanwhile()
}

/**
 * "I thanked them": the words are kept with the conversation where there is one with them, or else as a touch, and count as
 * given. Rapport sends nothing. It happens once; pressing twice is once.
 *
 * @throws NotFound; Refusal where the words are missing or ask for something
 */
export async function recordThanks(scope: WorkspaceScope, { mentionId, contactId, via }: RecordThanksInput) {
  authorize(scope, 'mentions.write')
  const { workspaceId, memberId, now, actorName } = scope
  const standing = await getThanksStanding(scope, mentionId)
  if (standing.kind === 'thanked') return
  refuse(standing.kind)
  const desk = await getThanksDesk(scope, mentionId, contactId ?? '')
  if (contactId && desk.chosen?.id !== contactId)
    throw new Refusal('That person cannot be thanked here.', 'Choose somebody from the list.', 'contactId')
  if (desk.body === '') throw new Refusal('There are no words of thanks yet.', 'Write them first.', 'body')
  const [problem] = reviewThanks({
    ...{ body: desk.body, name: desk.chosen?.name ?? '', senderName: actorName, now },
  })
  if (problem) throw new Refusal(problem.message, problem.remedy, 'body')
  await inTransaction(async (tx) => {
    const { count } = await tx.mention.updateMany({
      where: { workspaceId, id: mentionId, deletedAt: null, thanksState: 'none', thanksDraft: desk.body },
      data: { thanksState: 'thanked', thanksAt: now, thanksById: memberId, updatedAt: now },
    })
    if (count === 0) throw changedMeanwhile()
    await keepWords(tx, scope, { mentionId, via, desk })
  })
}

/** "Not this time": nobody is reminded of it again. Twice is once. @throws NotFound, Refusal */
export async function leaveThanks(scope: WorkspaceScope, { mentionId }: LeaveThanksInput) {
  authorize(scope, 'mentions.write')
  const { kind } = await getThanksStanding(scope, mentionId)
  if (kind === 'let-be') return
  if (kind === 'thanked') throw new Refusal('They were thanked already.', 'Load this page again.')
  const { workspaceId, memberId, now } = scope
  const { count } = await database().mention.updateMany({
    where: { workspaceId, id: mentionId, deletedAt: null, thanksState: 'none' },
    data: { thanksState: 'let-be', thanksAt: now, thanksById: memberId, updatedAt: now },
  })
  if (count === 0) throw changedMeanwhile()
}

/** After all: what was let be can be thanked for again. Nobody is reminded of it anew. @throws NotFound */
export async function reopenThanks(scope: WorkspaceScope, { mentionId }: LeaveThanksInput) {
  authorize(scope, 'mentions.write')
  await getThanksStanding(scope, mentionId)
  await database().mention.updateMany({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null, thanksState: 'let-be' },
    data: { thanksState: 'none', thanksAt: null, thanksById: null, updatedAt: scope.now },
  })
}

type Sent = {
  mentionId: string
  via: RecordThanksInput['via']
  desk: Awaited<ReturnType<typeof getThanksDesk>>
}

/** Where a conversation or an outlet is known, the words stand there and nowhere else; or else they stay with the mention. */
async function keepWords(tx: Transaction, scope: WorkspaceScope, { mentionId, via, desk }: Sent) {
  const { workspaceId, memberId: authorId, now: at } = scope
  const { body, chosen, threadId } = desk
  const mention = await tx.mention.findFirst({
    where: { workspaceId, id: mentionId },
    select: { url: true, prospectId: true, pitch: { select: { prospectId: true } } },
  })
  const prospectId = mention?.pitch?.prospectId ?? mention?.prospectId ?? null
  if (threadId && chosen) {
    await tx.message.create({
      data: {
        ...{ workspaceId, pitchId: threadId, contactId: chosen.id, direction: 'out', purpose: 'thanks', via },
        ...{ subject: desk.subject, body, at, authorId, onceKey: thanksKey(mentionId) },
      },
    })
  } else if (prospectId) {
    const contactId = chosen?.id ?? null
    await tx.touch.create({
      data: {
        ...{ workspaceId, prospectId, contactId, kind: 'thanked', at, authorId },
        ...{ note: body, url: mention?.url ?? '' },
      },
    })
  } else return
  await tx.mention.updateMany({ where: { workspaceId, id: mentionId }, data: { thanksDraft: '' } })
  if (!prospectId) return
  await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId, OR: [{ lastTouchAt: null }, { lastTouchAt: { lt: at } }] },
    data: { lastTouchAt: at },
  })
}

async function refuseUnlessOpen(scope: WorkspaceScope, mentionId: string) {
  refuse((await getThanksStanding(scope, mentionId)).kind)
}

const WHY_NOT: Readonly<Record<ThanksKind, [message: string, remedy: string] | null>> = {
  suggested: null,
  late: null,
  // What was said elsewhere may be said once more, in better words.
  'thanked-elsewhere': null,
  thanked: ['They were thanked already.', 'Once is kind. Load this page again to see it.'],
  'let-be': ['This was let be.', 'Choose "Thank them after all" first.'],
  stopped: ['They asked not to be written to, and thanks are a letter too.', 'Keep it as press.'],
  'no-question': [
    'There is nothing to thank for here.',
    'Thanks are for pages that a look has found, and that nobody was paid for.',
  ],
}

function refuse(kind: ThanksKind) {
  const why = WHY_NOT[kind]
  if (why) throw new Refusal(...why)
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    'Somebody else changed this a moment ago.',
    'Load this page again to see how it stands now.',
  )
}
