import { judgeSavedPage } from '#lib/domain/link-check/judge-saved-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { NOTHING_KNOWN } from '#lib/domain/own-look.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { lookAtLink } from '#lib/server/fetching/look-at-link.ts'
import type { Resolve } from '#lib/server/fetching/resolve-host.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { isDemoAddress, questionOf } from './mention-question.ts'
import { writeLook } from './write-look.ts'

/** The world a look happens in. Given only by tests, the seed and a worker started in code: no setting reaches it. */
export type LookWorld = {
  resolve?: Resolve
  now?: () => Date
  lookAtLink?: typeof lookAtLink
}

type Seen = { kind: 'fetched' | 'saved-copy'; facts: LinkFacts; verdict: VerdictKind; sentence: string }

/**
 * Answers one request for a look: reads the page, writes down what was seen, and what it makes of the mention.
 *
 * May run twice, or be killed at any point: a request that was answered is left alone, and of two answers to one
 * request the first is kept. What the outside world does is an answer; only our own bugs throw, and then the request
 * waits for the next try.
 */
export async function lookAtMention(
  { workspaceId, mentionId, requestedById }: Jobs['look-at-mention'],
  world: LookWorld = {},
) {
  const now = world.now ?? (() => new Date())
  const request = await takeUp(workspaceId, mentionId)
  if (!request) return
  const { mention, requestedAt } = request
  const startedAt = now()
  const clock = performance.now()
  try {
    const seen = await look(questionOf(mention, mention.site), {
      world,
      isAskedFor: requestedById !== null,
      now: startedAt,
    })
    const tookMs = Math.round(performance.now() - clock)
    await inTransaction(async (tx) => {
      const { count } = await tx.mention.updateMany({
        where: {
          workspaceId,
          id: mentionId,
          deletedAt: null,
          url: mention.url,
          lookState: 'looking',
          lookRequestedAt: requestedAt,
        },
        data: { lookState: 'idle' },
      })
      if (count === 0) return
      await writeLook(tx, workspaceId, mentionId, {
        ...seen,
        at: startedAt,
        tookMs,
        url: mention.url,
        requestedById,
        note: '',
      })
    })
  } catch (error) {
    await database().mention.updateMany({
      where: { workspaceId, id: mentionId, lookState: 'looking', lookRequestedAt: requestedAt },
      data: { lookState: 'waiting' },
    })
    throw error
  }
}

/** Marks the mention as being looked at; null when nobody waits for a look at it (answered, or in the trash). */
async function takeUp(workspaceId: string, mentionId: string) {
  const db = database()
  await db.mention.updateMany({
    where: { workspaceId, id: mentionId, deletedAt: null, lookState: 'waiting' },
    data: { lookState: 'looking' },
  })
  // One that is "looking" already was left so by a worker that died, or is also in the hands of another one.
  const mention = await db.mention.findFirst({
    where: { workspaceId, id: mentionId, deletedAt: null, lookState: 'looking' },
    include: { site: true },
  })
  return mention ? { mention, requestedAt: mention.lookRequestedAt } : null
}

/** For a page somebody clicked on, robots.txt is not asked; where the clock did it, our agent obeys it. */
async function look(
  question: LinkQuestion,
  { world, isAskedFor, now }: { world: LookWorld; isAskedFor: boolean; now: Date },
): Promise<Seen> {
  if (isDemoAddress(question.url)) return lookAtSavedCopy(question, now)
  const { facts, verdict } = await (world.lookAtLink ?? lookAtLink)(question, {
    now,
    obeyRobots: !isAskedFor,
    aboutUrl: `${settings().appUrl}/robot`,
    ...(world.resolve ? { resolve: world.resolve } : {}),
  })
  return { kind: 'fetched', facts, verdict: verdict.kind, sentence: verdict.sentence }
}

async function lookAtSavedCopy(question: LinkQuestion, now: Date): Promise<Seen> {
  const page = await database().savedPage.findFirst({ where: { url: { in: spellingsOf(question.url) } } })
  if (!page) {
    return {
      kind: 'saved-copy',
      facts: { ...NOTHING_KNOWN, failure: 'dns', failureDetail: 'no saved copy' },
      verdict: 'could-not-check',
      sentence:
        'Addresses that end in .example belong to the demo, and there is no saved copy of this page to look at.',
    }
  }
  const { facts, verdict } = judgeSavedPage(question, {
    url: page.url,
    html: page.html,
    status: page.status,
    headers: page.headers as Record<string, string>,
    robotsTxt: page.robotsTxt || null,
    savedAt: now.toISOString(),
  })
  return { kind: 'saved-copy', facts, verdict: verdict.kind, sentence: verdict.sentence }
}

/** With and without a slash at the end, and without a fragment. */
function spellingsOf(url: string): string[] {
  const plain = url.replace(/#.*$/s, '')
  return [plain, plain.endsWith('/') ? plain.slice(0, -1) : `${plain}/`]
}
