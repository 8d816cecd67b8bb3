import type { Prisma } from '#lib/generated/prisma/client.ts'

/** A look that was asked for this long ago and never came may be asked for again: a bug or an accident ate it. */
export const LOOK_IS_OVERDUE_AFTER_MS = 60 * 60 * 1000

/** A mention nobody is about to look at. */
export function lookMayBeAskedFor(now: Date): Prisma.MentionWhereInput {
  return { OR: [{ lookState: 'idle' }, lookIsOverdue(now)] }
}

export function lookIsOverdue(now: Date) {
  return {
    lookState: { not: 'idle' },
    lookRequestedAt: { lt: new Date(now.getTime() - LOOK_IS_OVERDUE_AFTER_MS) },
  } satisfies Prisma.MentionWhereInput
}
