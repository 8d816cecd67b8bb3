import type { Prisma } from '#lib/generated/prisma/client.ts'
import type { Jobs } from '#lib/server/jobs.ts'

/** Who asks for looks, from the one who can wait longest to the one who waits before the screen. */
const LOOK_ASKERS = ['clock', 'run', 'person'] as const
type LookAsker = (typeof LOOK_ASKERS)[number]

/** The queue takes the higher first. */
export const LOOK_PRIORITIES: Readonly<Record<LookAsker, number>> = { clock: 0, run: 5, person: 10 }

/** A look that was asked for this long ago and never came may be asked for again: a bug or an accident ate it. */
const LOOK_IS_OVERDUE_AFTER_MS = 60 * 60 * 1000

/**
 * A mention this asker may ask a look at: nobody is about to look, or only for somebody who can wait longer, and is then
 * overtaken. One that is under way is not doubled.
 */
export function lookMayBeAskedFor(asker: LookAsker, now: Date): Prisma.MentionWhereInput {
  return { OR: [{ lookState: 'idle' }, lookIsOverdue(now), lookMayBeOvertaken(asker)] }
}

/** A look that was asked for and has not begun, and that this asker may take over. */
export function lookMayBeOvertaken(asker: LookAsker) {
  return {
    lookState: 'waiting',
    lookAskedBy: { in: LOOK_ASKERS.slice(0, LOOK_ASKERS.indexOf(asker)) },
  } satisfies Prisma.MentionWhereInput
}

/** Whether "look now" would bring a look sooner than it comes by itself. */
export function mayLookNow({ lookState, lookAskedBy }: { lookState: string; lookAskedBy: string }): boolean {
  return lookState === 'idle' || (lookState === 'waiting' && lookAskedBy !== 'person')
}

export function lookIsOverdue(now: Date) {
  return {
    lookState: { in: ['waiting', 'looking'] },
    lookRequestedAt: { lt: new Date(now.getTime() - LOOK_IS_OVERDUE_AFTER_MS) },
  } satisfies Prisma.MentionWhereInput
}

/**
 * The requests a job may answer: its own asker's. The clock's job finds a request that a person has taken over and leaves
 * it to the person's job, which does not ask robots.txt.
 */
export function lookMayBeAnswered({ requestedById, runId }: Jobs['look-at-mention']) {
  const lookAskedBy: LookAsker = requestedById !== null ? 'person' : runId ? 'run' : 'clock'
  return { lookAskedBy } satisfies Prisma.MentionWhereInput
}
