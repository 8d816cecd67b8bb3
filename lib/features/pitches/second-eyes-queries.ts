import { NotFound } from '#lib/domain/refusal.ts'
import { isSecondPair, type LetterHands, mayPass, whyReadFirst } from '#lib/domain/second-eyes.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

type Reader = Database | Transaction
type Letter = { id: string; workspaceId: string; writerId: string; campaignId: string }

/**
 * Who wrote of a letter, its writer first, and whether somebody has to read it. Whoever saved a version wrote of it: the
 * first words of each person in a row are always kept as one.
 */
export async function handsOf(
  db: Reader,
  { id: pitchId, workspaceId, writerId, campaignId }: Letter,
): Promise<LetterHands & { writerId: string }> {
  const campaign = await db.campaign.findFirst({
    where: { id: campaignId, workspaceId },
    select: { readFirstAt: true },
  })
  const saved = await db.pitchRevision.groupBy({ by: ['savedById'], where: { workspaceId, pitchId } })
  const ids = [...new Set([writerId, ...saved.map(({ savedById }) => savedById)])]
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true, readFirstAt: true },
  })
  const hands = members.map(({ id, name, readFirstAt }) => ({
    memberId: id,
    name,
    isReadFirst: readFirstAt !== null,
  }))
  return {
    writerId,
    hands: hands.toSorted((a, b) => ids.indexOf(a.memberId) - ids.indexOf(b.memberId)),
    isCampaignReadFirst: Boolean(campaign?.readFirstAt),
  }
}

/** Why a letter that is ready may not go yet: somebody has to read it since it was passed. Null otherwise. */
export async function whyUnread(
  db: Reader,
  pitch: Letter & { state: string; passedById: string | null },
): Promise<string | null> {
  if (pitch.state !== 'ready') return null
  const letter = await handsOf(db, pitch)
  const why = whyReadFirst(letter)
  if (why === null) return null
  return pitch.passedById !== null && isSecondPair(letter, pitch.passedById) ? null : why
}

/** For the page of a letter: why somebody has to read it, whether this person may pass it, and who has. @throws NotFound */
export async function getSecondEyes(scope: WorkspaceScope, pitchId: string) {
  authorizeToSee(scope, 'pitches.read')
  const pitch = await database().pitch.findFirst({
    where: { id: pitchId, workspaceId: scope.workspaceId, deletedAt: null },
    include: { passedBy: { select: { name: true } } },
  })
  if (!pitch) throw new NotFound()
  const isUnread = (await whyUnread(database(), pitch)) !== null
  const passed =
    pitch.passedBy && pitch.passedAt && !isUnread ? { by: pitch.passedBy.name, at: pitch.passedAt } : null
  return { ...(await secondEyesOn(database(), scope, pitch)), isUnread, passed }
}

/** Why somebody has to read a letter, and whether this member may say that it may go. */
export async function secondEyesOn(db: Reader, scope: WorkspaceScope, pitch: Letter) {
  const letter = await handsOf(db, pitch)
  return { why: whyReadFirst(letter), mayPass: mayPass(letter, scope) }
}
