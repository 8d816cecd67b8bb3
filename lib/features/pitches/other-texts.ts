import { NEAR_COPY_REFUSED_FROM, NEAR_COPY_WARNED_FROM } from '#lib/domain/pitch-gate/near-copy-rule.ts'
import type { OtherPitch } from '#lib/domain/pitch-gate/pitch-facts.ts'
import type { PreparedText } from '#lib/domain/pitch-gate/shingles.ts'
import { fingerprintOf, likenessOf } from '#lib/domain/pitch-gate/text-fingerprint.ts'
import type { Database, Transaction } from '#lib/server/database.ts'
import { pitchesMaybeAlike } from './near-copy-queries.ts'
import { PITCH_TEXT, preparePitchText } from './pitch-text.ts'

/** How many pitches are looked at more closely at a time. */
const LOOKED_AT_ONCE = 300
/** The gate names three; what was noted of them may be a little out of date, so some more are compared. */
const COMPARED_MOST = 12
/** Texts not read yet since they changed: few, unless much was brought in a moment ago. */
const WAITING_MOST = 100

/**
 * The pitches of the workspace that may be near copies of a text, drafts included, taken apart for the comparison with
 * their own names, quotes and required lines left out. The whole workspace is searched, whatever its size.
 *
 * @param own the text that is asked about, prepared
 */
export async function listOtherTexts(
  db: Database | Transaction,
  workspaceId: string,
  pitchId: string,
  own: PreparedText,
): Promise<OtherPitch[]> {
  const asked = fingerprintOf(own)
  if (asked.grams.length === 0) return []
  const waiting = await db.pitchShingles.findMany({
    where: { workspaceId, size: null, pitchId: { not: pitchId }, pitch: { deletedAt: null } },
    select: { pitchId: true },
    orderBy: { pitchId: 'desc' },
    take: WAITING_MOST,
  })
  const ids = [
    ...waiting.map((row) => row.pitchId),
    ...(await mostAlike(db, { workspaceId, pitchId }, asked)),
  ]
  if (ids.length === 0) return []
  const pitches = await db.pitch.findMany({
    where: { workspaceId, deletedAt: null, id: { in: ids } },
    select: PITCH_TEXT,
  })
  return pitches.map((pitch) => ({
    id: pitch.id,
    label: `"${pitch.subject.trim() || 'without a subject'}" to ${pitch.contact.name}`,
    body: pitch.body,
    prepared: preparePitchText(pitch),
  }))
}

/**
 * By what is noted of the texts. It goes on while one that is still to be looked at could change what the gate says:
 * nothing, a warning, or a refusal. Which ones are named can differ only among more than 300 that are about as alike.
 */
async function mostAlike(
  db: Database | Transaction,
  { workspaceId, pitchId }: { workspaceId: string; pitchId: string },
  asked: ReturnType<typeof fingerprintOf>,
): Promise<string[]> {
  const own = new Set(asked.grams)
  let found: { pitchId: string; share: number }[] = []
  for (let skip = 0; ; skip += LOOKED_AT_ONCE) {
    const page = { except: pitchId, share: NEAR_COPY_WARNED_FROM, skip, take: LOOKED_AT_ONCE }
    const maybe = await pitchesMaybeAlike(db, { workspaceId }, asked, page)
    const live = await liveOnes(db, workspaceId, maybe)
    const alike = live.map((row) => ({ pitchId: row.pitchId, share: likenessOf(own, row.grams) }))
    found = [...found, ...alike]
      .filter(({ share }) => share >= NEAR_COPY_WARNED_FROM)
      .sort((a, b) => b.share - a.share)
      .slice(0, COMPARED_MOST)
    const best = found[0]?.share ?? 0
    const mostLeft = maybe.length < LOOKED_AT_ONCE ? 0 : (maybe.at(-1)?.bound ?? 0)
    const next = best >= NEAR_COPY_WARNED_FROM ? NEAR_COPY_REFUSED_FROM : NEAR_COPY_WARNED_FROM
    if (best >= NEAR_COPY_REFUSED_FROM || mostLeft < next) return found.map((row) => row.pitchId)
  }
}

/** Those in the trash are noted too, so that one taken back from there is found at once. */
async function liveOnes<Row extends { pitchId: string }>(
  db: Database | Transaction,
  workspaceId: string,
  rows: Row[],
): Promise<Row[]> {
  if (rows.length === 0) return []
  const live = await db.pitch.findMany({
    where: { workspaceId, deletedAt: null, id: { in: rows.map((row) => row.pitchId) } },
    select: { id: true },
  })
  const ids = new Set(live.map((row) => row.id))
  return rows.filter((row) => ids.has(row.pitchId))
}
