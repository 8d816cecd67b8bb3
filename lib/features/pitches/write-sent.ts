import { type CadenceSettings, followUpDueOn } from '#lib/domain/follow-up-cadence.ts'
import type { Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { gatherPitchFacts } from './pitch-facts.ts'
import type { SentVia } from './pitch-schema.ts'

/** What went out, and how; with the Message-IDs it goes by, where they are known. */
export type SentLetter = {
  via: SentVia
  subject: string
  body: string
  mailIds?: string[]
  mailboxId?: string
}

type Gathered = Awaited<ReturnType<typeof gatherPitchFacts>>
type Sendable = Pick<Gathered, 'pitch' | 'cadence' | 'timeZone'>

/**
 * A first letter went out: the text is frozen with its time, the follow-up is scheduled, the conversation is open.
 *
 * @param openProspectId null where another conversation with them is open already
 * @returns false where the pitch was not ready any more, or another text stood there: then nothing is written
 */
export async function writeFirstSent(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitch, cadence, timeZone }: Sendable,
  letter: SentLetter,
  openProspectId: string | null = pitch.prospectId,
): Promise<boolean> {
  const { workspaceId, now } = scope
  const { count } = await tx.pitch.updateMany({
    where: { id: pitch.id, workspaceId, deletedAt: null, state: 'ready', revision: pitch.revision },
    data: {
      ...{ state: 'sent', sentAt: now, sentVia: letter.via, lastMessageAt: now, openProspectId },
      updatedAt: now,
    },
  })
  if (count === 0) return false
  await writeMessage(tx, scope, pitch, letter, { purpose: 'first', onceKey: `first:${pitch.id}` })
  await scheduleFollowUp(tx, scope, { pitchId: pitch.id, number: 1, cadence, timeZone })
  await touchProspect(tx, scope, pitch.prospectId)
  return true
}

/**
 * A nudge went out: it is frozen with its time, and the next one scheduled where one more is allowed.
 *
 * @returns false where it was settled meanwhile, or the pitch does not wait any more: then nothing is written
 */
export async function writeFollowUpSent(
  tx: Transaction,
  scope: WorkspaceScope,
  { pitch, cadence, timeZone }: Sendable,
  followUp: { id: string; number: number },
  letter: SentLetter,
): Promise<boolean> {
  const { workspaceId, now } = scope
  const moved = await tx.pitch.updateMany({
    where: {
      ...{ id: pitch.id, workspaceId, deletedAt: null, state: 'sent' },
      followUps: { some: { workspaceId, id: followUp.id, state: 'due' } },
    },
    data: { lastMessageAt: now, updatedAt: now },
  })
  if (moved.count === 0) return false
  await tx.followUp.updateMany({
    where: { id: followUp.id, workspaceId, state: 'due' },
    data: { state: 'sent', settledAt: now, subject: letter.subject },
  })
  const onceKey = `follow-up:${followUp.id}`
  await writeMessage(tx, scope, pitch, letter, { purpose: 'follow-up', onceKey })
  await scheduleFollowUp(tx, scope, { pitchId: pitch.id, number: followUp.number + 1, cadence, timeZone })
  await touchProspect(tx, scope, pitch.prospectId)
  return true
}

/** The message as it went out, once. */
export async function writeMessage(
  tx: Transaction,
  { workspaceId, memberId, now }: WorkspaceScope,
  pitch: { id: string; contactId: string },
  { via, subject, body, mailIds = [], mailboxId }: SentLetter,
  { purpose, onceKey }: { purpose: 'first' | 'follow-up' | 'reply'; onceKey: string },
) {
  await tx.message.create({
    data: {
      ...{ workspaceId, pitchId: pitch.id, contactId: pitch.contactId, direction: 'out', purpose, via },
      ...{ subject, body, at: now, authorId: memberId, onceKey, mailIds, mailboxId: mailboxId ?? null },
    },
  })
}

/** The next nudge, if one more is allowed: due so many working days from now, where the contact lives. */
async function scheduleFollowUp(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  next: { pitchId: string; number: number; cadence: CadenceSettings; timeZone: string },
) {
  if (next.number > next.cadence.maxFollowUps) return
  const dueOn = followUpDueOn(now, next.timeZone, next.cadence.afterWorkingDays)
  await tx.followUp.createMany({
    data: [
      {
        workspaceId,
        pitchId: next.pitchId,
        number: next.number,
        dueOn: new Date(`${dueOn}T00:00:00Z`),
        state: 'due',
      },
    ],
    skipDuplicates: true,
  })
}

export async function touchProspect(
  tx: Transaction,
  { workspaceId, now }: WorkspaceScope,
  prospectId: string,
) {
  await tx.prospect.updateMany({ where: { id: prospectId, workspaceId }, data: { lastTouchAt: now } })
}
