import { createHash } from 'node:crypto'
import { type ChangeFate, type ChangeProgress, changeFate } from '#lib/domain/api/change-fate.ts'
import { database, isTaken } from '#lib/server/database.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { ANSWERS_KEPT_MS } from '../api-tokens/clear-api-answers.ts'
import { isNo } from './program-answers.ts'

/** A request is answered within seconds, or the process that was at it is gone. */
const BEING_DONE_MS = 60_000

type Key = { workspaceId: string; tokenId: string; key: string }
export type PlainAnswer = { status: number; body: string }
/** Why there is no answer: each is a problem of its own. */
export type UnansweredKey = 'key-of-another' | 'being-done' | 'done-before' | 'in-doubt'
export type OnceAnswer = ({ is: 'answered'; again: boolean } & PlainAnswer) | { is: UnansweredKey }
type Work = { progress: ChangeProgress; run: () => Promise<PlainAnswer> }

/** What makes two requests the same. */
export function requestHashOf(method: string, path: string, body: string): string {
  return hashOf(`${method}\n${path}\n${body}`)
}

/**
 * Does the work if nobody has with this key, and keeps the answer for a day; else gives the answer that was kept. The key is
 * given back only where surely nothing was done. It is kept as a hash: a program may have made it of somebody's name.
 *
 * Where a process was killed half-way nobody can tell whether the work was done: it is not done a second time, and whoever
 * asks is told to look (docs/decisions/2026-11-26-api.md).
 */
export async function answerOnce(
  asked: Key,
  requestHash: string,
  now: Date,
  { progress, run }: Work,
): Promise<OnceAnswer> {
  const of = { ...asked, key: hashOf(asked.key) }
  await forgetOld(of, now)
  const before = (await claim(of, requestHash, now)) ? null : await findAnswer(of)
  if (before) return keptAnswer(before, requestHash, now)
  let answer: PlainAnswer
  try {
    answer = await run()
  } catch (error) {
    await orReport(settle(of, now, changeFate(progress, { saidNo: isNo(error) })))
    throw error
  }
  // Where the answer cannot be kept the work is done all the same: the key stays taken, and this one time it is said.
  await orReport(keep(of, answer))
  return { is: 'answered', again: false, ...answer }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
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

async function settle(of: Key, now: Date, fate: ChangeFate) {
  if (fate === 'not-done') await database().apiAnswer.deleteMany({ where: of })
  else if (fate === 'in-doubt') await database().apiAnswer.updateMany({ where: of, data: { doubtAt: now } })
  else await database().apiAnswer.updateMany({ where: of, data: { status: 200, forgottenAt: now } })
}

/** Somebody may have been erased while it was made: then it is not kept, and that it was done is. */
async function keep(of: Key, answer: PlainAnswer) {
  const where = { ...of, forgottenAt: null }
  const { count } = await database().apiAnswer.updateMany({ where, data: answer })
  if (count === 0) await database().apiAnswer.updateMany({ where: of, data: { status: answer.status } })
}

/** What is asked for comes first: a note about it that fails is a bug of its own. */
async function orReport(noted: Promise<void>) {
  await noted.catch((error: unknown) => reportBug(error, 'idempotency key'))
}

async function findAnswer(of: Key) {
  return (
    database()
      .apiAnswer.findUnique({ where: { workspaceId_tokenId_key: of } })
      // It was given up in between: whoever asks once more gets it.
      .then((found) => found ?? GIVEN_UP)
  )
}

type Kept = {
  requestHash: string | null
  claimedAt: Date | null
  status: number | null
  body: string
  doubtAt: Date | null
  forgottenAt: Date | null
}
const GIVEN_UP: Kept = {
  ...{ requestHash: null, claimedAt: null, status: null, body: '', doubtAt: null, forgottenAt: null },
}

function keptAnswer(kept: Kept, requestHash: string, now: Date): OnceAnswer {
  const { claimedAt, status, body } = kept
  if (kept.requestHash === null || claimedAt === null) return { is: 'being-done' }
  if (kept.requestHash !== requestHash) return { is: 'key-of-another' }
  if (status !== null)
    return kept.forgottenAt === null ? { is: 'answered', again: true, status, body } : { is: 'done-before' }
  if (kept.doubtAt !== null) return { is: 'in-doubt' }
  return now.getTime() - claimedAt.getTime() < BEING_DONE_MS ? { is: 'being-done' } : { is: 'in-doubt' }
}
