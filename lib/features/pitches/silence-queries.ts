import { isFollowUpDue } from '#lib/domain/follow-up-cadence.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

type Reader = Pick<Transaction, 'message' | 'incomingMail'>

/** What is known of a silence: mails that may be their answer, and when each mailbox the pitch went out of was last read. */
export type Silence = {
  mayBeTheirs: number
  mailboxes: { address: string; readAt: Date | null }[]
}
export type Doubt = { kind: 'paused' } | { kind: 'not-checked'; address: string; readAt: Date | null }

/**
 * By pitch. Those that went out by hand alone are not in it unless a mail may be theirs: nobody but a person reads for them,
 * and the same goes for a mailbox that was disconnected.
 */
export async function findSilence(
  db: Reader,
  { workspaceId }: { workspaceId: string },
  pitchIds: readonly string[],
): Promise<Map<string, Silence>> {
  const found = new Map<string, Silence>()
  if (pitchIds.length === 0) return found
  const of = (pitchId: string) => {
    const silence = found.get(pitchId) ?? { mayBeTheirs: 0, mailboxes: [] }
    found.set(pitchId, silence)
    return silence
  }
  const pitchId = { in: [...pitchIds] }
  const sent = await db.message.findMany({
    where: {
      ...{ workspaceId, pitchId, direction: 'out', mailboxId: { not: null } },
      mailbox: { state: { not: 'disconnected' } },
    },
    distinct: ['pitchId', 'mailboxId'],
    select: {
      pitchId: true,
      mailbox: {
        select: { address: true, folders: { where: { role: 'inbox' }, select: { readAt: true } } },
      },
    },
  })
  for (const { pitchId, mailbox } of sent) {
    if (mailbox) of(pitchId).mailboxes.push({ ...mailbox, readAt: mailbox.folders[0]?.readAt ?? null })
  }
  const offered = await db.incomingMail.findMany({
    where: { workspaceId, pitchId, state: 'offered', kind: 'reply' },
    select: { pitchId: true },
  })
  for (const { pitchId } of offered) if (pitchId) of(pitchId).mayBeTheirs += 1
  return found
}

/** Why "no reply" cannot be said of a pitch whose follow-up is due on that day; null where it can. */
export function doubtOf(silence: Silence | undefined, dueOn: Date | null, timeZone: string): Doubt | null {
  if (!silence) return null
  if (silence.mayBeTheirs > 0) return { kind: 'paused' }
  if (dueOn === null) return null
  const day = dueOn.toISOString().slice(0, 10)
  const unread = silence.mailboxes.find(
    ({ readAt }) => readAt === null || !isFollowUpDue(day, readAt, timeZone),
  )
  return unread ? { kind: 'not-checked', address: unread.address, readAt: unread.readAt } : null
}

type DueFollowUp = {
  dueOn: Date
  pitch: { id: string; contact: { timeZone: string | null }; campaign: { site: { timeZone: string } } }
}

/** Follow-ups that are due, each with what keeps one from saying that nobody answered. */
export async function withDoubts<FollowUp extends DueFollowUp>(
  scope: WorkspaceScope,
  followUps: readonly FollowUp[],
): Promise<(FollowUp & { doubt: Doubt | null })[]> {
  authorizeToSee(scope, 'pitches.read')
  const silence = await findSilence(
    database(),
    scope,
    followUps.map(({ pitch }) => pitch.id),
  )
  return followUps.map((followUp) => {
    const { id, contact, campaign } = followUp.pitch
    const timeZone = contact.timeZone ?? campaign.site.timeZone
    return { ...followUp, doubt: doubtOf(silence.get(id), followUp.dueOn, timeZone) }
  })
}

/** Whether nobody can have answered up to that moment without our knowing. */
export function isSilentUntil(silence: Silence | undefined, moment: Date): boolean {
  if (!silence) return true
  return (
    silence.mayBeTheirs === 0 && silence.mailboxes.every(({ readAt }) => readAt !== null && readAt >= moment)
  )
}

/** @throws Refusal while a mail that may be their answer, or the letter itself sent by hand, waits for a person's word */
export async function refuseInDoubt(db: Reader, scope: { workspaceId: string }, pitchId: string) {
  const { workspaceId } = scope
  const offered = await db.incomingMail.findFirst({
    where: { workspaceId, pitchId, state: 'offered', kind: { in: ['reply', 'sent'] } },
    select: { kind: true },
  })
  if (!offered) return
  if (offered.kind === 'sent')
    throw new Refusal(
      'It may have gone already: a mail among the sent mail looks like it.',
      'Look at it under Answers first, and say whether that was it.',
    )
  throw new Refusal(
    'A mail that came in may be their answer.',
    'Look at it under Answers first, and say whose it is.',
  )
}
