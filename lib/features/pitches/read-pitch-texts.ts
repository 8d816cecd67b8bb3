import { fingerprintOf } from '#lib/domain/pitch-gate/text-fingerprint.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { keepShingles } from './near-copy-queries.ts'
import { PITCH_TEXT, preparePitchText } from './pitch-text.ts'

const BATCH = 500

/**
 * Reads every pitch whose text changed since it was last read, so that near copies of it are found without reading it
 * again. For every workspace. Killed, it goes on where it was; beside another, it keeps nothing that is out of date.
 *
 * @returns how many texts were read
 */
export async function readPitchTexts(): Promise<number> {
  const db = databaseAcrossWorkspaces()
  const waiting = await db.pitchShingles.groupBy({
    by: ['workspaceId'],
    where: { size: null, ...OF_STANDING },
  })
  let read = 0
  for (const { workspaceId } of waiting) read += await readThoseOf(workspaceId)
  return read
}

async function readThoseOf(workspaceId: string): Promise<number> {
  const db = database()
  let read = 0
  let after = ''
  for (;;) {
    const batch = await db.pitchShingles.findMany({
      where: { workspaceId, size: null, pitchId: { gt: after } },
      select: { pitchId: true, version: true, pitch: { select: PITCH_TEXT } },
      orderBy: { pitchId: 'asc' },
      take: BATCH,
    })
    const texts = batch.map(({ pitchId, version, pitch }) => ({
      pitchId,
      version,
      ...fingerprintOf(preparePitchText(pitch)),
    }))
    if (texts.length > 0) read += await keepShingles(db, { workspaceId }, texts)
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return read
    after = last.pitchId
  }
}
