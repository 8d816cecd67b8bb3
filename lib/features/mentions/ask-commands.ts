import { ASK_WITHIN_DAYS, type AskKind, isReason } from '#lib/domain/link-ask.ts'
import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { OVERDUE_REMEDY } from '#lib/domain/promises.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { getAskStanding } from './ask-queries.ts'
import type { CloseAskInput, PublishedOnInput, RecordAskInput } from './ask-schema.ts'

/** Says when their page came out, or that nobody knows. @throws NotFound; Refusal for a day to come */
export async function sayPublishedOn(scope: WorkspaceScope, { mentionId, publishedOn }: PublishedOnInput) {
  authorize(scope, 'mentions.write')
  // It may be tomorrow already where they live.
  if (publishedOn !== null && publishedOn > addDays(localDateOf(scope.now, scope.timeZone), 1)) {
    throw new Refusal(
      'That day is still to come.',
      'Give the day on which their page came out.',
      'publishedOn',
    )
  }
  const { count } = await database().mention.updateMany({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null },
    data: { publishedOn: publishedOn && new Date(`${publishedOn}T00:00:00Z`), updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/**
 * Notes that somebody was asked, kindly and once, whether they would add the link. Rapport sends nothing: the person writes it
 * where they wrote before. There is no second ask, whatever became of the first.
 *
 * @throws NotFound; Refusal when it is not, or not any more, a question to ask
 */
export async function recordAsk(scope: WorkspaceScope, { mentionId, reason }: RecordAskInput) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  const mention = await mentionOf(scope, mentionId)
  const { kind, owed } = await getAskStanding(scope, mention)
  if (owed !== null)
    throw new Refusal(`You owe them something first, and it is overdue: ${owed}.`, OVERDUE_REMEDY)
  const refusal = WHY_NOT[kind]
  if (refusal) throw new Refusal(...refusal)
  if (!isReason(reason)) {
    throw new Refusal(
      'Say in a few words what their readers would have of the link.',
      'If there is no such reason, let it be: the mention is good press as it stands.',
      'reason',
    )
  }
  const { count } = await database().mention.updateMany({
    where: { workspaceId, id: mentionId, deletedAt: null, askState: 'none', outcome: mention.outcome },
    data: { askState: 'asked', askReason: reason, askedAt: now, updatedAt: now },
  })
  if (count === 0) throw changedMeanwhile()
}

/**
 * Closes the ask with how it ended, or lets it be without asking. It stays closed; the mention is kept as press.
 *
 * @throws NotFound; Refusal when it is closed already, or the answer does not fit
 */
export async function closeAsk(scope: WorkspaceScope, { mentionId, answer }: CloseAskInput) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  const { askState, askAnswer } = await mentionOf(scope, mentionId)
  if (askState === 'closed') {
    if (askAnswer === answer) return
    throw new Refusal('This ask is closed already.', 'Load this page again to see how it ended.')
  }
  const needs = answer === 'not-asked' ? 'none' : 'asked'
  if (askState !== needs) {
    throw needs === 'asked'
      ? new Refusal('Nobody was asked here.', 'Choose "We let it be" to close it without asking.', 'answer')
      : new Refusal('They were asked already.', 'Say how that ended.', 'answer')
  }
  const { count } = await database().mention.updateMany({
    where: { workspaceId, id: mentionId, deletedAt: null, askState },
    data: { askState: 'closed', askAnswer: answer, askClosedAt: now, updatedAt: now },
  })
  if (count === 0) throw changedMeanwhile()
}

const WHY_NOT: Readonly<Record<AskKind, [message: string, remedy: string, field?: string] | null>> = {
  open: null,
  'promise-owed': ['You owe them something first, and it is overdue.', OVERDUE_REMEDY],
  'no-question': [
    'There is nothing to ask for here.',
    'The one ask is for pages that name you without a link.',
  ],
  'out-of-your-hands': [
    'They ran it without your name. That is out of your hands.',
    'Say thank you, and keep it as press.',
  ],
  'not-dated': [
    'First say when their page came out.',
    `One asks within ${ASK_WITHIN_DAYS} days, or not at all.`,
    'publishedOn',
  ],
  'too-late': [
    `Their page has been out for more than ${ASK_WITHIN_DAYS} days.`,
    'Asking now would only be a bother. Keep it as press.',
  ],
  stopped: [
    'They asked not to be written to, and this counts as writing.',
    'Keep the mention as press. It is a good one.',
  ],
  asked: ['They have been asked once, and once is all.', 'Wait, or note what they said.'],
  closed: ['This was asked and closed. There is no second ask.', 'Say thank you, and keep it as press.'],
}

async function mentionOf({ workspaceId }: WorkspaceScope, id: string) {
  const mention = await database().mention.findFirst({
    where: { workspaceId, id, deletedAt: null },
    select: {
      id: true,
      url: true,
      outcome: true,
      publishedOn: true,
      askState: true,
      askAnswer: true,
      askedAt: true,
      prospectId: true,
      pitchId: true,
    },
  })
  if (!mention) throw new NotFound()
  return mention
}

function changedMeanwhile(): Refusal {
  return new Refusal(
    'Somebody else changed this a moment ago.',
    'Load this page again to see how it stands now.',
  )
}
