import { canonicalJson } from '#lib/domain/link-check/evidence-chain.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { sha256 } from '#lib/server/evidence-hash.ts'
import type { LookOptions } from '#lib/server/fetching/look-at-link.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { finishCheckRun, takeRunItem } from './check-run-items.ts'
import { lookMayBeAnswered } from './look-requests.ts'
import { isDemoAddress, questionOf } from './mention-question.ts'
import { lookAtPage, lookAtSavedCopy, type PageWorld } from './page-look.ts'
import { findLookToRepeat, repeatedLook, type WholeLook } from './repeated-look.ts'
import { findShowNotes, withShowNotes } from './show-notes-look.ts'
import { writeLook } from './write-look.ts'

/** The world a look happens in. Given only by tests, the seed and a worker started in code: no setting reaches it. */
export type LookWorld = PageWorld & Pick<LookOptions, 'resolve' | 'run' | 'pace'> & { now?: () => Date }

type Job = Jobs['look-at-mention']

/**
 * Answers one request for a look: reads the page, writes down what was seen, and what it makes of the mention.
 *
 * May run twice, or be killed at any point: a request that was answered is left alone, and of two answers to one
 * request the first is kept. What the outside world does is an answer; only our own bugs throw, and then the request
 * waits for the next try.
 */
export async function lookAtMention(job: Job, world: LookWorld = {}) {
  const now = world.now ?? (() => new Date())
  const request = await takeUp(job)
  if (request) await answer(job, request, world, now())
  if (job.runId) await finishCheckRun({ workspaceId: job.workspaceId, runId: job.runId }, now())
}

type Request = NonNullable<Awaited<ReturnType<typeof takeUp>>>

async function answer(job: Job, { mention, requestedAt }: Request, world: LookWorld, startedAt: Date) {
  const { workspaceId, mentionId, requestedById } = job
  const clock = performance.now()
  const theRequest = { workspaceId, id: mentionId, lookState: 'looking', lookRequestedAt: requestedAt }
  try {
    const question = questionOf(mention, mention.site)
    const questionHash = sha256(canonicalJson(question))
    const isAskedFor = requestedById !== null
    const notes = await findShowNotes(mention)
    const whole = isAskedFor || notes ? null : await findLookToRepeat(mention, questionHash, startedAt)
    const page = await look(question, whole, { isAskedFor, world, now: startedAt })
    const seen = notes && !('repeats' in page) ? await withShowNotes(page, question, notes, startedAt) : page
    const tookMs = Math.round(performance.now() - clock)
    await inTransaction(async (tx) => {
      const { count } = await tx.mention.updateMany({
        where: { ...theRequest, deletedAt: null, url: mention.url },
        data: { lookState: 'idle' },
      })
      if (count === 0) return
      const runId = job.runId ? await takeRunItem(tx, { workspaceId, runId: job.runId, mentionId }) : null
      await writeLook(tx, workspaceId, mentionId, {
        ...('repeats' in seen ? await repeatedLook(tx, workspaceId, seen) : seen),
        at: startedAt,
        tookMs,
        url: mention.url,
        questionHash,
        requestedById,
        runId,
        note: '',
      })
    })
  } catch (error) {
    await database().mention.updateMany({ where: theRequest, data: { lookState: 'waiting' } })
    throw error
  }
}

/** Marks the mention as being looked at; null when nobody waits for a look at it (answered, or in the trash). */
async function takeUp(job: Job) {
  const db = database()
  const { workspaceId, mentionId: id } = job
  const mayAnswer = { workspaceId, id, deletedAt: null, ...lookMayBeAnswered(job) }
  await db.mention.updateMany({
    where: { ...mayAnswer, lookState: 'waiting' },
    data: { lookState: 'looking' },
  })
  // One that is "looking" already was left so by a worker that died, or is also in the hands of another one.
  const mention = await db.mention.findFirst({
    where: { ...mayAnswer, lookState: 'looking' },
    include: { site: true },
  })
  return mention ? { mention, requestedAt: mention.lookRequestedAt } : null
}

/** For a page somebody clicked on, robots.txt is not asked; where the clock did it, our agent obeys it. */
function look(
  question: LinkQuestion,
  whole: WholeLook | null,
  { isAskedFor, world, now }: { isAskedFor: boolean; world: LookWorld; now: Date },
) {
  if (isDemoAddress(question.url)) return lookAtSavedCopy(question, now)
  const { resolve, run, pace } = world
  const options = {
    now,
    obeyRobots: !isAskedFor,
    aboutUrl: `${settings().appUrl}/robot`,
    ...(resolve ? { resolve } : {}),
    ...(run ? { run } : {}),
    ...(pace ? { pace } : {}),
  }
  return lookAtPage(question, whole, options, world)
}
