import { CADENCE, isClosedBySilence, silenceClosesAt } from '#lib/domain/follow-up-cadence.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { pitchLimits } from './pitch-limits.ts'
import { findSilence, isSilentUntil } from './silence-queries.ts'

const BATCH = 200
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Closes sent pitches nobody answered for as many days as their workspace waits (21 unless it says otherwise), with the
 * follow-ups that were never written; not while the mailbox a pitch went out of has not been read since. For every workspace; running it again, or twice at once, changes nothing more.
 *
 * @returns how many were closed by this run
 */
export async function closeSilentPitches(now: Date): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const longAgo = new Date(now.getTime() - CADENCE.silenceClosesAfterDays.min * DAY_MS)
  let closed = 0
  let after = ''
  for (;;) {
    const batch = await db.pitch.findMany({
      where: {
        state: 'sent',
        deletedAt: null,
        lastMessageAt: { lte: longAgo },
        id: { gt: after },
        ...OF_STANDING,
      },
      select: { id: true, workspaceId: true, lastMessageAt: true, workspace: { select: { settings: true } } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const pitch of batch) {
      const { cadence } = pitchLimits(pitch.workspace.settings)
      if (!pitch.lastMessageAt || !isClosedBySilence(pitch.lastMessageAt, cadence, now)) continue
      const closesAt = silenceClosesAt(pitch.lastMessageAt, cadence)
      if (await closeSilent(pitch, closesAt, now)) closed += 1
    }
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return closed
    after = last.id
  }
}

type Silent = { id: string; workspaceId: string; lastMessageAt: Date | null }

/** Only if nothing was said meanwhile, as far as its mailbox was read since. */
async function closeSilent(
  { id, workspaceId, lastMessageAt }: Silent,
  closesAt: Date,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const silence = await findSilence(tx, { workspaceId }, [id])
    if (!isSilentUntil(silence.get(id), closesAt)) return false
    const { count } = await tx.pitch.updateMany({
      where: { id, workspaceId, state: 'sent', deletedAt: null, lastMessageAt },
      data: {
        state: 'closed',
        closedReason: 'no-answer',
        closedAt: now,
        openProspectId: null,
        updatedAt: now,
      },
    })
    if (count === 0) return false
    await tx.followUp.updateMany({
      where: { workspaceId, pitchId: id, state: 'due' },
      data: { state: 'gone', goneBecause: 'closed', settledAt: now },
    })
    return true
  })
}
