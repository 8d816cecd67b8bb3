import { database } from './database.ts'
import type { Answer } from './fetching/answer.ts'
import { retryAfterOf } from './fetching/retry-after.ts'

/** Too many requests, and not available: the answers that ask to be left alone. */
const ASKS_FOR_REST = new Set([429, 503])

/** Notes that a host asked to be left alone, and until when. Its last word counts. */
export async function noteRest(host: string, { status, headers }: Answer, now: Date) {
  if (status === null || !ASKS_FOR_REST.has(status)) return
  const restMs = retryAfterOf({ status, headers, fetchedAt: now.toISOString() })
  if (restMs === null || restMs === 0) return
  const until = new Date(now.getTime() + restMs)
  await database().hostRest.upsert({ where: { host }, create: { host, until }, update: { until } })
}

export async function isAtRest(host: string, now: Date): Promise<boolean> {
  return (await database().hostRest.count({ where: { host, until: { gt: now } } })) > 0
}

/** The hosts to leave alone now. Those whose time is over are forgotten. */
export async function hostsAtRest(now: Date): Promise<ReadonlySet<string>> {
  await database().hostRest.deleteMany({ where: { until: { lte: now } } })
  const rests = await database().hostRest.findMany({ select: { host: true } })
  return new Set(rests.map(({ host }) => host))
}
