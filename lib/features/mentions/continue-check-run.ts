import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { askForLooks } from './ask-for-looks.ts'
import { lookIsOverdue, lookMayBeOvertaken } from './look-requests.ts'
import { isDemoAddress } from './mention-question.ts'

export type CheckRunKey = { workspaceId: string; runId: string }

const BATCH = 500

/**
 * Takes a running check of many up where it stands; all it knows is in its rows. What went to the trash is left out.
 * Asked for are the looks that the hour does not count: at demo pages, those the clock has asked for already, and those
 * that were asked for long ago and never came. May run twice, or beside another worker.
 *
 * @returns how many looks were asked for
 */
export async function continueCheckRun(run: CheckRunKey, now: Date): Promise<number> {
  const { workspaceId, runId } = run
  await leaveOutTrashed(run)
  let asked = 0
  const uncounted = { OR: [IS_DEMO, lookMayBeOvertaken('run'), lookIsOverdue(now)] }
  for await (const batch of waitingItems(run, uncounted)) {
    const mentions = batch.filter(({ url, lookState }) => lookState !== 'idle' || isDemoAddress(url))
    asked += await askForLooks({ workspaceId, runId, mentions, isCounted: false }, now)
  }
  return asked
}

/** How many looks the run still has to ask for, and the hour to allow. */
export async function countIdleItems(run: CheckRunKey): Promise<number> {
  return database().checkRunItem.count({ where: { ...itemsOf(run, IS_IDLE), workspaceId: run.workspaceId } })
}

/** They come in batches, in the order in which the mentions were recorded. */
export function idleItems(run: CheckRunKey) {
  return waitingItems(run, IS_IDLE)
}

const IS_IDLE: Prisma.MentionWhereInput = { lookState: 'idle' }
/** Or nearly: which of them are is told by their host. */
const IS_DEMO: Prisma.MentionWhereInput = { ...IS_IDLE, url: { contains: '.example', mode: 'insensitive' } }

async function leaveOutTrashed({ workspaceId, runId }: CheckRunKey) {
  await database().checkRunItem.updateMany({
    where: {
      workspaceId,
      runId,
      state: 'waiting',
      mention: { OR: [{ deletedAt: { not: null } }, { site: { deletedAt: { not: null } } }] },
    },
    data: { state: 'left-out' },
  })
}

async function* waitingItems(run: CheckRunKey, mention: Prisma.MentionWhereInput) {
  let after: string | undefined
  for (;;) {
    const items = await database().checkRunItem.findMany({
      where: {
        ...itemsOf(run, mention),
        workspaceId: run.workspaceId,
        ...(after ? { mentionId: { gt: after } } : {}),
      },
      orderBy: { mentionId: 'asc' },
      take: BATCH,
      select: { mention: { select: { id: true, url: true, lookState: true } } },
    })
    yield items.map((item) => item.mention)
    after = items.at(-1)?.mention.id
    if (items.length < BATCH) return
  }
}

function itemsOf({ workspaceId, runId }: CheckRunKey, mention: Prisma.MentionWhereInput) {
  return { workspaceId, runId, state: 'waiting', mention } satisfies Prisma.CheckRunItemWhereInput
}
