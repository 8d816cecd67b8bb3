import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import { CHECK_RUN_MAX_MENTIONS, checkRunWords } from './check-run-schema.ts'
import { narrowedMentions, visibleMentions } from './mention-filter.ts'
import type { MentionFilter } from './mention-list.ts'
import { outcomesOf } from './outcome-groups.ts'

const ROWS_AT_ONCE = 2000

/**
 * Asks for one look at each of these mentions. A workspace has one such check at a time. The worker does the rest, now and
 * as the hours allow: `continueCheckRun` and `scheduleDueLooks`.
 *
 * @param filter as on the list of mentions
 * @throws Refusal where nothing fits, too much does, or a check is under way (field `running`)
 */
export async function startCheckRun(
  scope: WorkspaceScope,
  filter: Partial<MentionFilter> = {},
): Promise<{ runId: string }> {
  authorize(scope, 'mentions.write')
  const { workspaceId, memberId: askedById, now: at } = scope
  const mentionIds = await mentionsOf(scope, filter)
  const words = checkRunWords(filter, await siteName(scope, filter.site))
  return inTransaction(async (tx) => {
    // Two that start at the same moment come one after the other, and the second one sees the first.
    await lockWorkspace(tx, workspaceId)
    await refuseSecond(tx, workspaceId)
    const { id: runId } = await tx.checkRun.create({
      data: { workspaceId, askedById, words, total: mentionIds.length, state: 'running', at },
      select: { id: true },
    })
    for (let from = 0; from < mentionIds.length; from += ROWS_AT_ONCE) {
      const some = mentionIds.slice(from, from + ROWS_AT_ONCE)
      await tx.checkRunItem.createMany({
        data: some.map((mentionId) => ({ workspaceId, runId, mentionId, state: 'waiting' })),
      })
    }
    await enqueue(tx, 'schedule-due-looks', {})
    return { runId }
  })
}

/** Leaves out what has not been looked at. Stopping one that is over changes nothing. @throws NotFound */
export async function stopCheckRun(scope: WorkspaceScope, runId: string) {
  authorize(scope, 'mentions.write')
  const { workspaceId, now } = scope
  await inTransaction(async (tx) => {
    const { count } = await tx.checkRun.updateMany({
      where: { workspaceId, id: runId, state: 'running' },
      data: { state: 'stopped', endedAt: now },
    })
    if (count === 0) {
      const run = await tx.checkRun.findFirst({ where: { workspaceId, id: runId }, select: { id: true } })
      if (!run) throw new NotFound()
      return
    }
    await tx.checkRunItem.updateMany({
      where: { workspaceId, runId, state: 'waiting' },
      data: { state: 'left-out' },
    })
    // Their jobs find nothing to answer. What the clock had asked for before falls due again by itself.
    await tx.mention.updateMany({
      where: {
        workspaceId,
        lookState: 'waiting',
        lookAskedBy: 'run',
        runItems: { some: { workspaceId, runId } },
      },
      data: { lookState: 'idle' },
    })
  })
}

async function mentionsOf(scope: WorkspaceScope, filter: Partial<MentionFilter>): Promise<string[]> {
  const { workspaceId } = scope
  const mentions = await database().mention.findMany({
    where: {
      ...visibleMentions(narrowedMentions(filter, scope), scope),
      workspaceId,
      ...(filter.outcome ? { outcome: { in: outcomesOf(filter.outcome) } } : {}),
    },
    select: { id: true },
    take: CHECK_RUN_MAX_MENTIONS + 1,
  })
  if (mentions.length === 0)
    throw new Refusal('No mention fits that.', 'Take a filter away, or record a mention first.')
  if (mentions.length > CHECK_RUN_MAX_MENTIONS)
    throw new Refusal(
      `That is more than ${CHECK_RUN_MAX_MENTIONS.toLocaleString('en-GB')} mentions, the most for one check.`,
      'Narrow the list down first, by a site or an outcome.',
    )
  return mentions.map(({ id }) => id)
}

async function siteName({ workspaceId }: WorkspaceScope, id: string | undefined): Promise<string | null> {
  if (!id) return null
  const site = await database().site.findFirst({ where: { workspaceId, id }, select: { name: true } })
  return site?.name ?? null
}

async function refuseSecond(tx: Transaction, workspaceId: string) {
  const running = await tx.checkRun.findFirst({
    where: { workspaceId, state: 'running' },
    select: { words: true },
  })
  if (!running) return
  throw new Refusal(
    `A check is under way here: ${running.words}.`,
    'Let it come to its end, or stop it, and then start this one.',
    'running',
  )
}
