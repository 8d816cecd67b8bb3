import { followUpDueOn } from '#lib/domain/follow-up-cadence.ts'
import type { ClosingReason, PitchState } from '#lib/domain/pitch-states.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { TableRows } from './large-tables.ts'
import { letterOf, noOf, nudgeOf, replyOf, subjectOf } from './letter-words.ts'
import { later, type Outlet } from './make-outlet.ts'
import type { Frame } from './open-workspace.ts'
import type { SeededChoice } from './seeded-choice.ts'

const DAY_MS = 86_400_000
const ZONE = 'Europe/Berlin'
/** Silence closes a pitch after three weeks; what is younger may still be open. */
const STILL_OPEN_DAYS = 19

type Ending = { state: PitchState; reason: ClosingReason | null }

/**
 * One conversation with one of their people, as far as it came. The newest of an outlet may still be open; earlier ones
 * are closed. Answers the pitch, and when something last passed between them and us.
 */
export function makePitch(
  chance: SeededChoice,
  frame: Frame,
  of: { outlet: Outlet; noteId: string; startedAt: Date; isNewest: boolean },
  rows: TableRows,
) {
  const { workspaceId, today } = frame
  const { outlet, isNewest } = of
  const person = outlet.people.find(({ isGone }) => !isGone) ?? outlet.people[0]
  if (!person) throw new Error('An outlet without people cannot be pitched')
  const campaign = chance.pick(frame.campaigns)
  const writer = chance.pick(frame.writers)
  const recent = isNewest && chance.chance(0.22)
  const createdAt = recent
    ? new Date(
        Math.max(of.startedAt.getTime(), today.getTime() - chance.between(2, STILL_OPEN_DAYS) * DAY_MS),
      )
    : of.startedAt
  const isOld = today.getTime() - createdAt.getTime() > STILL_OPEN_DAYS * DAY_MS
  const { state, reason } = endingOf(chance, person, {
    isNewest,
    isOld,
    isAside: outlet.prospect.notForUsAt !== null,
  })
  const wasSent = state === 'sent' || state === 'answered' || (state === 'closed' && reason !== 'withdrawn')
  const sentAt = wasSent ? later(createdAt, 1, today) : null
  const hasReply = state === 'answered' || reason === 'declined' || reason === 'stopped'
  const hasNudge = wasSent && reason === 'no-answer' && chance.chance(0.6)
  const nudgedAt = hasNudge && sentAt ? later(sentAt, 7, today) : null
  const repliedAt = hasReply && sentAt ? later(sentAt, chance.between(1, 6), today) : null
  const lastMessageAt = repliedAt ?? nudgedAt ?? sentAt
  const closedAt = state === 'closed' ? later(lastMessageAt ?? createdAt, hasReply ? 0 : 21, today) : null
  const about = {
    outlet: outlet.prospect.name,
    topic: outlet.topic,
    person: person.name,
    writer: writer.name,
    siteName: frame.sites.find(({ id }) => id === campaign.siteId)?.name ?? '',
    page: campaign.targetUrls[0] ?? '',
  }
  const id = chance.uuid(createdAt)
  const subject = subjectOf(chance, about)
  const body = letterOf(chance, about)
  const revision = chance.chance(0.3) ? 2 : 1
  const via = person.kind === 'email' ? chance.pick(['copy', 'mailto', 'gmail'] as const) : person.kind
  const pitch = {
    id,
    workspaceId,
    campaignId: campaign.id,
    prospectId: outlet.prospect.id,
    contactId: person.id,
    channelId: person.channelId,
    readingNoteId: of.noteId,
    state,
    subject,
    body,
    revision,
    writerId: writer.id,
    overruledRules: [],
    openProspectId: state === 'sent' || state === 'answered' ? outlet.prospect.id : null,
    sentAt,
    sentVia: sentAt ? via : null,
    answeredAt: repliedAt,
    closedAt,
    closedReason: reason,
    lastMessageAt,
    answerHandledAt: repliedAt && state === 'closed' ? repliedAt : null,
    createdAt,
    updatedAt: closedAt ?? lastMessageAt ?? createdAt,
  } satisfies Prisma.PitchCreateManyInput
  rows.Pitch.push(pitch)
  for (let number = 1; number <= revision; number += 1) {
    rows.PitchRevision.push({
      id: chance.uuid(createdAt),
      workspaceId,
      pitchId: id,
      number,
      subject: number === revision ? subject : `${outlet.topic}?`,
      body: number === revision ? body : body.slice(0, 200),
      savedById: writer.id,
      savedAt: createdAt,
    } satisfies Prisma.PitchRevisionCreateManyInput)
  }
  const message = (direction: string, purpose: string, at: Date, text: string, once: string) =>
    rows.Message.push({
      id: chance.uuid(at),
      workspaceId,
      pitchId: id,
      contactId: person.id,
      direction,
      purpose,
      via: direction === 'in' ? 'logged' : via,
      subject: purpose === 'first' ? subject : '',
      body: text,
      at,
      authorId: writer.id,
      onceKey: `${once}:${id}`,
    } satisfies Prisma.MessageCreateManyInput)
  if (sentAt) message('out', 'first', sentAt, body, 'first')
  if (nudgedAt) message('out', 'follow-up', nudgedAt, nudgeOf(chance), 'follow-up-1')
  if (repliedAt) message('in', 'reply', repliedAt, reason ? noOf(chance) : replyOf(chance), 'reply')
  if (sentAt)
    rows.FollowUp.push(followUp(chance, frame, { pitchId: id, sentAt, nudgedAt, repliedAt, state, reason }))
  if (reason === 'stopped' && repliedAt) {
    rows.Suppression.push({
      id: chance.uuid(repliedAt),
      workspaceId,
      contactId: person.id,
      addressKey: null,
      domain: null,
      reason: 'asked-to-stop',
      words: 'Please take me off your list.',
      at: repliedAt,
      byId: writer.id,
    } satisfies Prisma.SuppressionCreateManyInput)
  }
  return { id, campaign, lastAt: lastMessageAt, isOver: reason === 'stopped' || reason === 'bounced' }
}

function endingOf(
  chance: SeededChoice,
  person: { hasBounced: boolean; hasStopped: boolean },
  { isNewest, isOld, isAside }: { isNewest: boolean; isOld: boolean; isAside: boolean },
): Ending {
  if (person.hasBounced && isNewest) return { state: 'closed', reason: 'bounced' }
  if (person.hasStopped && isNewest) return { state: 'closed', reason: 'stopped' }
  const closed = chance.weighted([
    ['no-answer', 70],
    ['declined', 22],
    ['withdrawn', 8],
  ] as const)
  if (!isNewest || isAside) return { state: 'closed', reason: closed }
  const state = isOld
    ? chance.weighted([
        ['closed', 84],
        ['answered', 11],
        ['draft', 4],
        ['ready', 1],
      ] as const)
    : chance.weighted([
        ['sent', 50],
        ['answered', 20],
        ['draft', 14],
        ['in-review', 8],
        ['ready', 8],
      ] as const)
  return { state, reason: state === 'closed' ? closed : null }
}

function followUp(
  chance: SeededChoice,
  { workspaceId }: Frame,
  of: {
    pitchId: string
    sentAt: Date
    nudgedAt: Date | null
    repliedAt: Date | null
    state: PitchState
    reason: ClosingReason | null
  },
): Prisma.FollowUpCreateManyInput {
  const state = of.nudgedAt ? 'sent' : of.state === 'sent' ? 'due' : 'gone'
  const because = of.reason === 'bounced' ? 'bounced' : of.reason === 'declined' ? 'declined' : null
  const gone = because ?? (of.reason === 'stopped' ? 'stopped' : of.repliedAt ? 'replied' : 'closed')
  return {
    id: chance.uuid(of.sentAt),
    workspaceId,
    pitchId: of.pitchId,
    number: 1,
    dueOn: followUpDueOn(of.sentAt, ZONE, 5),
    state,
    goneBecause: state === 'gone' ? gone : null,
    subject: '',
    body: '',
    settledAt: state === 'due' ? null : (of.nudgedAt ?? of.repliedAt ?? of.sentAt),
  }
}
