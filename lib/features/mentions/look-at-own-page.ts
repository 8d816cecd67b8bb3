import { judgeSavedPage } from '#lib/domain/link-check/judge-saved-page.ts'
import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import type { LinkQuestion } from '#lib/domain/link-check/link-question.ts'
import { type OwnPageState, ownPageAfterLook } from '#lib/domain/own-page.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import { type LookOptions, lookAtLink } from '#lib/server/fetching/look-at-link.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { findSavedPage } from '#lib/server/saved-pages.ts'
import { isDemoAddress } from './mention-question.ts'

/** The world a look happens in. Given only by tests, the seed and a worker started in code: no setting reaches it. */
export type OwnPageWorld = Pick<LookOptions, 'resolve' | 'pace'> & { now?: () => Date }

/**
 * Looks at a page of ours and notes how it stands. May run twice or be killed at any point: a request that was answered is
 * left alone. What the page does is an answer; only our own bugs throw, and then the request waits for the next try.
 */
export async function lookAtOwnPage(
  { workspaceId, ownPageId, requestedById }: Jobs['look-at-own-page'],
  world: OwnPageWorld = {},
) {
  const db = database()
  const here = { workspaceId, id: ownPageId }
  await db.ownPage.updateMany({ where: { ...here, lookState: 'waiting' }, data: { lookState: 'looking' } })
  const page = await db.ownPage.findFirst({
    where: { ...here, lookState: 'looking', site: { deletedAt: null } },
  })
  if (!page) return
  const now = (world.now ?? (() => new Date()))()
  try {
    const facts = await look(page.url, { world, isAskedFor: requestedById !== null, now })
    const before = { ...page, state: page.state as OwnPageState }
    const { nextLookAt, ...after } = facts
      ? ownPageAfterLook(page.url, before, facts, now, Math.random())
      : { state: before.state, nextLookAt: null }
    await db.ownPage.updateMany({
      // What was asked for since is answered by its own job.
      where: { ...here, lookState: 'looking', lastLookAt: page.lastLookAt },
      data: {
        ...after,
        ...(after.state === before.state ? {} : { seenState: null }),
        lookState: 'idle',
        lastLookAt: now,
        nextLookAt: isDemoAddress(page.url) ? null : nextLookAt,
      },
    })
  } catch (error) {
    await db.ownPage.updateMany({ where: { ...here, lookState: 'looking' }, data: { lookState: 'waiting' } })
    throw error
  }
}

/**
 * For a page somebody clicked on, robots.txt is not asked; where the clock did it, our agent obeys it. Null: a demo page
 * without a saved copy, of which nobody can say anything.
 */
async function look(
  url: string,
  { world, isAskedFor, now }: { world: OwnPageWorld; isAskedFor: boolean; now: Date },
): Promise<LinkFacts | null> {
  // Nothing is looked for on it: the question is only how the page answers.
  const question: LinkQuestion = { url, targets: [], brands: [], followHops: false }
  if (isDemoAddress(url)) {
    const page = await findSavedPage(url)
    if (!page) return null
    const { html, status, robotsTxt } = page
    const headers = page.headers as Record<string, string>
    return judgeSavedPage(question, {
      url,
      html,
      status,
      headers,
      robotsTxt: robotsTxt || null,
      savedAt: now.toISOString(),
    }).facts
  }
  const { facts } = await lookAtLink(question, {
    now,
    obeyRobots: !isAskedFor,
    aboutUrl: `${settings().appUrl}/robot`,
    ...(world.resolve ? { resolve: world.resolve } : {}),
    ...(world.pace ? { pace: world.pace } : {}),
  })
  return facts
}
