import { createHash } from 'node:crypto'
import ipaddr from 'ipaddr.js'
import { Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from './database.ts'

const SECOND = 1000
const HOUR = 60 * 60 * SECOND

/**
 * What is slowed, and how: so many free tries, then a wait that doubles from `firstWait` up to `longestWait`
 * (milliseconds). Failures are forgotten an hour after the last one. Nothing is ever locked: after the wait, the
 * right answer always works. A whole office may share one peer, so peers get more free tries than accounts.
 */
const PACES = {
  account: { freeTries: 5, firstWait: SECOND, longestWait: 60 * SECOND, afterSuccess: 'forget' },
  browser: { freeTries: 5, firstWait: SECOND, longestWait: 60 * SECOND, afterSuccess: 'forget' },
  confirm: { freeTries: 5, firstWait: SECOND, longestWait: 60 * SECOND, afterSuccess: 'forget' },
  peer: { freeTries: 30, firstWait: SECOND, longestWait: 300 * SECOND, afterSuccess: 'give-back' },
  'sign-up': { freeTries: 10, firstWait: 2 * SECOND, longestWait: 300 * SECOND, afterSuccess: 'give-back' },
  'share-password': { freeTries: 5, firstWait: SECOND, longestWait: 300 * SECOND, afterSuccess: 'give-back' },
  'share-evidence': {
    freeTries: 10,
    firstWait: 30 * SECOND,
    longestWait: 300 * SECOND,
    afterSuccess: 'give-back',
  },
  link: { freeTries: 20, firstWait: SECOND, longestWait: 300 * SECOND, afterSuccess: 'give-back' },
  token: { freeTries: 20, firstWait: SECOND, longestWait: 300 * SECOND, afterSuccess: 'give-back' },
  'reset-account': { freeTries: 2, firstWait: 60 * SECOND, longestWait: HOUR, afterSuccess: 'give-back' },
  'reset-peer': { freeTries: 10, firstWait: 10 * SECOND, longestWait: HOUR, afterSuccess: 'give-back' },
} as const

const FORGOTTEN_AFTER = HOUR

/** One thing that is slowed. `of` is a mail address, an id or a network address. */
export type ThrottleKey = { kind: keyof typeof PACES; of: string }

/**
 * Does the work if none of these keys has to wait. The try is counted before the work begins, so many at once cannot
 * slip past; when the work succeeds it is taken back. A try made during the wait does not prolong it.
 *
 * @param work answers null for a failure (wrong password, unknown link); what it throws counts as one too
 * @throws Refusal naming the seconds to wait, in the same words whether or not the account exists
 */
export async function throttled<T>(
  keys: ThrottleKey[],
  now: Date,
  work: () => Promise<T | null>,
): Promise<T | null> {
  for (const key of keys) {
    const waitMs = await countTry(key, now)
    if (waitMs > 0) throw tooManyTries(waitMs)
  }
  const result = await work()
  if (result !== null) for (const key of keys) await forgive(key, now)
  return result
}

/** Counts one try. Answers how many milliseconds are left to wait: 0 means go ahead. */
export async function countTry(key: ThrottleKey, now: Date): Promise<number> {
  const id = storedKey(key)
  const waitMs = await inTransaction(async (tx) => {
    // The upsert holds the row until we are done: tries that arrive together are counted one after the other.
    const fresh = { key: id, failures: 0, lastAt: now, notBefore: now }
    const row = await tx.throttle.upsert({ where: { key: id }, create: fresh, update: { key: id } })
    if (row.notBefore > now) return row.notBefore.getTime() - now.getTime()
    const isStale = now.getTime() - row.lastAt.getTime() > FORGOTTEN_AFTER
    const failures = (isStale ? 0 : row.failures) + 1
    const notBefore = new Date(now.getTime() + waitAfter(key.kind, failures))
    await tx.throttle.update({ where: { key: id }, data: { failures, lastAt: now, notBefore } })
    return 0
  })
  await sweep(now)
  return waitMs
}

/** Takes the try back that was counted before a success. */
export async function forgive(key: ThrottleKey, now: Date) {
  const where = { key: storedKey(key) }
  if (PACES[key.kind].afterSuccess === 'forget') await database().throttle.deleteMany({ where })
  else {
    await database().throttle.updateMany({
      where: { ...where, failures: { gt: 0 } },
      data: { failures: { decrement: 1 }, notBefore: now },
    })
  }
}

function waitAfter(kind: ThrottleKey['kind'], failures: number): number {
  const { freeTries, firstWait, longestWait } = PACES[kind]
  const beyond = failures - freeTries
  return beyond < 0 ? 0 : Math.min(firstWait * 2 ** beyond, longestWait)
}

/** Accounts are stored as a hash, so that the table does not list who has one; peers as their network. */
function storedKey({ kind, of }: ThrottleKey): string {
  if (ipaddr.isValid(of)) return `${kind}:${networkOf(of)}`
  return `${kind}:${createHash('sha256').update(of.toLowerCase()).digest('hex')}`
}

/** One household or server has a whole /64 of IPv6 addresses to try from. */
function networkOf(address: string): string {
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${(parsed as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

/** Now and then, rows that count for nothing any more are removed. */
async function sweep(now: Date) {
  if (Math.random() > 0.01) return
  await database().throttle.deleteMany({
    where: { lastAt: { lt: new Date(now.getTime() - 2 * FORGOTTEN_AFTER) } },
  })
}

export function tooManyTries(waitMs: number): Refusal {
  const seconds = Math.ceil(waitMs / SECOND)
  const wait =
    seconds < 90 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`
  return new Refusal('That was tried too often in a short time.', `Please wait ${wait}, then try again.`)
}
