import { fairShares } from '#lib/domain/fair-shares.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { hostsAtRest } from '#lib/server/host-rests.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { askForLooks } from './ask-for-looks.ts'
import { finishCheckRun } from './check-run-items.ts'
import { type CheckRunKey, continueCheckRun, countIdleItems, idleItems } from './continue-check-run.ts'
import { askWithin, type HostRoom, hostRoom } from './host-room.ts'
import { looksLeft } from './look-budget.ts'
import { lookIsOverdue } from './look-requests.ts'
import { isDemoAddress } from './mention-question.ts'

const BATCH = 500
/** Looks that fall due together set out over this time, so that nobody's server sees them all at once. */
const SPREAD_OVER_MS = 8 * 60 * 1000

/**
 * Asks for the looks that are due, across all workspaces: those of checks of many, and the clock's own. What the hour does
 * not allow waits for the next one. Every workspace gets the same share of it; within a workspace the check that somebody
 * waits for comes first, then what has been due longest. A look that was asked for long ago and never came is asked for
 * again.
 *
 * May run twice, or beside another worker: each look is asked for once. The clock leaves demo pages, mentions in the
 * trash and those of a Site in the trash alone.
 */
export async function scheduleDueLooks(now: Date): Promise<{ asked: number }> {
  const runs = await runningRuns()
  let asked = 0
  for (const run of runs) asked += await continueCheckRun(run, now)
  asked += await askAgain(now)
  asked += await dealOut(runs, now)
  for (const run of runs) await finishCheckRun(run, now)
  return { asked }
}

type Run = CheckRunKey & { at: Date }

async function runningRuns(): Promise<Run[]> {
  const runs = await databaseAcrossWorkspaces().checkRun.findMany({
    where: { state: 'running', ...OF_STANDING },
    select: { id: true, workspaceId: true, at: true },
  })
  return runs.map(({ id: runId, ...run }) => ({ ...run, runId }))
}

/** They were counted when they were first asked for. */
async function askAgain(now: Date): Promise<number> {
  let asked = 0
  let after: string | undefined
  for (;;) {
    const overdue = await databaseAcrossWorkspaces().mention.findMany({
      where: { ...IS_ALIVE, ...lookIsOverdue(now), ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: { id: true, workspaceId: true, url: true },
    })
    for (const [workspaceId, mentions] of Map.groupBy(overdue, (mention) => mention.workspaceId))
      asked += await askForLooks({ workspaceId, mentions, isCounted: false }, now)
    after = overdue.at(-1)?.id
    if (overdue.length < BATCH) return asked
  }
}

/** Deals out what is left of the hour, but asks for no more than what may be on its way within one. */
async function dealOut(runs: readonly Run[], now: Date): Promise<number> {
  const left = await looksLeft(now)
  if (left === 0) return 0
  const onTheirWay = await looksOnTheirWay()
  const wishes = await wishesOf(runs, now)
  const shares = fairShares(
    Math.min(left, settings().looksPerHour - onTheirWay.length),
    wishes.map(({ looks }) => looks),
  )
  const room = hostRoom(onTheirWay, await hostsAtRest(now))
  let asked = 0
  for (const [at, wish] of wishes.entries()) asked += await grant(wish, shares[at] ?? 0, room, now)
  return asked
}

async function looksOnTheirWay() {
  const mentions = await databaseAcrossWorkspaces().mention.findMany({
    where: { deletedAt: null, lookState: { in: ['waiting', 'looking'] }, ...OF_STANDING },
    select: { url: true },
  })
  return mentions.filter(({ url }) => !isDemoAddress(url))
}

/** `since`: in milliseconds since 1970. */
type Wish = { workspaceId: string; run: Run | null; looks: number; since: number }

/** What each workspace could use, the longest waiting first. */
async function wishesOf(runs: readonly Run[], now: Date): Promise<Wish[]> {
  const due = await databaseAcrossWorkspaces().mention.groupBy({
    by: ['workspaceId'],
    where: isDue(now),
    _count: true,
    _min: { nextLookAt: true },
  })
  const wishes = new Map<string, Wish>(
    due.map(({ workspaceId, _count, _min }) => [
      workspaceId,
      { workspaceId, run: null, looks: _count, since: (_min.nextLookAt ?? now).getTime() },
    ]),
  )
  for (const run of runs) {
    const { workspaceId } = run
    const at = run.at.getTime()
    const ofClock = wishes.get(workspaceId) ?? { looks: 0, since: at }
    const looks = (await countIdleItems(run)) + ofClock.looks
    wishes.set(workspaceId, { workspaceId, run, looks, since: Math.min(ofClock.since, at) })
  }
  return [...wishes.values()].sort((a, b) => a.since - b.since)
}

/** The check that somebody waits for, then what is due. */
async function grant({ workspaceId, run }: Wish, share: number, room: HostRoom, now: Date): Promise<number> {
  const forRun = run
    ? await askWithin(share, room, idleItems(run), (mentions) =>
        askForLooks({ workspaceId, runId: run.runId, mentions, isCounted: true }, now),
      )
    : 0
  const forClock = await askWithin(share - forRun, room, dueMentions(workspaceId, now), (mentions) =>
    askForLooks({ workspaceId, mentions, isCounted: true, spreadOverMs: SPREAD_OVER_MS }, now),
  )
  return forRun + forClock
}

const IS_ALIVE = {
  deletedAt: null,
  site: { deletedAt: null },
  ...OF_STANDING,
} satisfies Prisma.MentionWhereInput

function isDue(now: Date) {
  return { ...IS_ALIVE, lookState: 'idle', nextLookAt: { lte: now } } satisfies Prisma.MentionWhereInput
}

/** In batches, what has been due longest first. */
async function* dueMentions(workspaceId: string, now: Date) {
  let after: { nextLookAt: Date; id: string } | undefined
  for (;;) {
    const due = await databaseAcrossWorkspaces().mention.findMany({
      where: { ...isDue(now), workspaceId, ...(after ? { OR: behind(after) } : {}) },
      orderBy: [{ nextLookAt: 'asc' }, { id: 'asc' }],
      take: BATCH,
      select: { id: true, url: true, nextLookAt: true },
    })
    yield due.filter(({ url }) => !isDemoAddress(url))
    const last = due.at(-1)
    if (due.length < BATCH || !last?.nextLookAt) return
    after = { nextLookAt: last.nextLookAt, id: last.id }
  }
}

function behind({ nextLookAt, id }: { nextLookAt: Date; id: string }): Prisma.MentionWhereInput[] {
  return [{ nextLookAt: { gt: nextLookAt } }, { nextLookAt, id: { gt: id } }]
}
