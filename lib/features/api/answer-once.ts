import { createHash } from 'node:crypto'
import { database, isTaken } from '#lib/server/database.ts'
import { ANSWERS_KEPT_MS } from '../api-tokens/clear-api-answers.ts'

/** A request is answered within seconds, or the process that was at it is gone. */
const BEING_DONE_MS = 60_000

type Key = { workspaceId: string; tokenId: string; key: string }
export type PlainAnswer = { status: number; body: string }
export type OnceAnswer =
  | ({ is: 'answered'; again: boolean } & PlainAnswer)
  | { is: 'of-another' }
  | { is: 'being-done' }
  | { is: 'cut-off' }

/** What makes two requests the same. */
export function requestHashOf(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method}\n${path}\n${body}`).digest('hex')
}

/**
 * Does the work if nobody has with this key, and keeps the answer for a day; else gives the answer that was kept. A refused
 * request changed nothing, so its key is free again.
 *
 * Where a process was killed half-way nobody can tell whether the work was done: it is not done a second time, and whoever
 * asks is told to look (docs/decisions/2026-11-26-api.md).
 */
export async function answerOnce(
  of: Key,
  requestHash: string,
  now: Date,
  work: () => Promise<PlainAnswer>,
): Promise<OnceAnswer> {
  await forgetOld(of, now)
  const before = (await claim(of, requestHash, now)) ? null : await findAnswer(of)
  if (before) return keptAnswer(before, requestHash, now)
  let answer: PlainAnswer
  try {
    answer = await work()
  } catch (error) {
    await database().apiAnswer.deleteMany({ where: of })
    throw error
  }
  if (answer.status >= 400) await database().apiAnswer.deleteMany({ where: of })
  else await database().apiAnswer.updateMany({ where: of, data: answer })
  return { is: 'answered', again: false, ...answer }
}

/** A key of yesterday is new today, whether or not the clock has cleared it away. */
async function forgetOld(of: Key, now: Date) {
  const claimedAt = { lte: new Date(now.getTime() - ANSWERS_KEPT_MS) }
  await database().apiAnswer.deleteMany({ where: { ...of, claimedAt } })
}

async function claim(of: Key, requestHash: string, now: Date): Promise<boolean> {
  try {
    await database().apiAnswer.create({ data: { ...of, requestHash, claimedAt: now }, select: { key: true } })
    return true
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

async function findAnswer(of: Key) {
  const found = await database().apiAnswer.findUnique({ where: { workspaceId_tokenId_key: of } })
  // It was given up in between: whoever asks once more gets it.
  return found ?? { requestHash: null, claimedAt: null, status: null, body: '' }
}

type Kept = { requestHash: string | null; claimedAt: Date | null; status: number | null; body: string }

function keptAnswer(
  { requestHash: known, claimedAt, status, body }: Kept,
  requestHash: string,
  now: Date,
): OnceAnswer {
  if (known === null || claimedAt === null) return { is: 'being-done' }
  if (known !== requestHash) return { is: 'of-another' }
  if (status !== null) return { is: 'answered', again: true, status, body }
  return now.getTime() - claimedAt.getTime() < BEING_DONE_MS ? { is: 'being-done' } : { is: 'cut-off' }
}
