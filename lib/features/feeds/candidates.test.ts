import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpenCandidate } from '#lib/domain/feeds/open-candidate.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFeed, aFollowedProspect, askAgain, postsOf, rssOf } from '#lib/testing/a-feed.ts'
import { otherPeoplesPages } from '#lib/testing/other-peoples-pages.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { confirmOutcome } from '../mentions/decision-commands.ts'
import { recordMention } from '../mentions/mention-commands.ts'
import { recordMentionSchema } from '../mentions/mention-schema.ts'
import { getReview } from '../mentions/review-queries.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { restoreFromTrash, sayNotAboutUs } from '../trash/trash-commands.ts'
import { lookAtFeed } from './look-at-feed.ts'

let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
const world = () => ({ resolve: outside.resolve, timeoutMs: 5_000, now: () => NOON, jitter: () => 0 })

beforeAll(async () => {
  outside = await otherPeoplesPages()
})
afterAll(() => outside.stop())

type Post = Parameters<typeof rssOf>[0][number]
let hosts = 0

/** A workspace with a Site called Fernway, and a followed feed with these posts in it. */
async function aStory(posts: readonly Post[], names = 'Fernway') {
  const ours = await aWorkspace()
  const site = {
    name: names,
    ownerName: 'Fernway',
    domains: 'fernway.test',
    brandNames: names,
    peopleNames: 'Mara Lindqvist',
    timeZone: 'UTC',
  }
  const { siteId } = await addSite(ours, siteSchema.parse(site))
  hosts += 1
  const host = `named-${hosts}.test`
  const prospectId = await aFollowedProspect(ours, `http://${host}/`)
  const feed = await aFeed(ours, prospectId, `http://${host}/feed`)
  const publish = (list: readonly Post[]) => {
    outside.pages[`${host}/feed`] = { headers: { 'content-type': 'application/rss+xml' }, html: rssOf(list) }
  }
  publish(posts)
  return { ours, siteId, prospectId, feed, publish }
}

function mentionsOf({ workspaceId }: WorkspaceScope) {
  return database().mention.findMany({ where: { workspaceId }, orderBy: { url: 'asc' } })
}

const NAMED: Post = {
  title: 'Bags',
  at: NOON,
  url: 'https://blog.test/bags?utm_source=feed',
  html: '<p>The one by Fernway held.</p>',
}

describe('a new post that names us', () => {
  it('becomes a candidate: to be looked at, and for a person to say whether it is', async () => {
    const { ours, siteId, prospectId, feed } = await aStory([
      NAMED,
      { title: 'Rain', at: NOON, html: 'Nothing of interest' },
    ])
    await lookAtFeed(feed, world())
    const [mention, ...others] = await mentionsOf(ours)
    expect(others).toEqual([])
    expect(mention).toMatchObject({
      siteId,
      prospectId,
      url: NAMED.url,
      provenance: 'earned',
      foundBy: 'feed',
      outcome: 'not-looked',
      nextLookAt: NOON,
      reviewSince: NOON,
      recordedById: ours.memberId,
    })
    expect(mention?.note).toContain('The one by Fernway held.')
    expect((await postsOf(feed)).map(({ title, mentionId }) => [title, mentionId])).toEqual([
      ['Bags', mention?.id],
      ['Rain', null],
    ])
    const review = await getReview(ours)
    expect(review.mention?.id).toBe(mention?.id)
    expect(review.mention && isOpenCandidate(review.mention)).toBe(true)
  })

  it.each([
    ['a link without our name', { ...NAMED, html: '<a href="https://fernway.test/x">this</a>' }, 1],
    ['one of our people', { ...NAMED, html: 'I met Mara Lindqvist.' }, 1],
    ['our name in the title', { ...NAMED, title: 'Fernway and I', html: '' }, 1],
    ['a post of long ago', { ...NAMED, at: new Date('2025-01-01T00:00:00Z') }, 0],
    ['a post of our own', { ...NAMED, url: 'https://blog.fernway.test/bags' }, 0],
  ] satisfies [string, Post, number][])('%s: %#', async (_, post, count) => {
    const { ours, feed } = await aStory([post])
    await lookAtFeed(feed, world())
    expect(await mentionsOf(ours)).toHaveLength(count)
  })

  it('becomes one candidate for each Site it names', async () => {
    const { ours, feed } = await aStory([{ ...NAMED, html: 'Fernway and Mosskin' }])
    const other = {
      name: 'Mosskin',
      ownerName: 'M',
      domains: 'mosskin.test',
      brandNames: 'Mosskin',
      peopleNames: '',
      timeZone: 'UTC',
    }
    await addSite(ours, siteSchema.parse(other))
    await lookAtFeed(feed, world())
    expect(await mentionsOf(ours)).toHaveLength(2)
  })

  it('becomes one, also with two workers at once and when the feed names it anew', async () => {
    const { ours, feed, publish } = await aStory([NAMED])
    await Promise.all([lookAtFeed(feed, world()), lookAtFeed(feed, world())])
    await askAgain(feed)
    publish([{ ...NAMED, title: 'Bags, corrected', guid: 'other' }])
    await lookAtFeed(feed, world())
    expect(await mentionsOf(ours)).toHaveLength(1)
    const ids = new Set((await postsOf(feed)).map(({ mentionId }) => mentionId))
    expect(ids.size).toBe(1)
  })

  it('does not double or change the mention somebody recorded before', async () => {
    const { ours, siteId, feed } = await aStory([NAMED])
    const input = { siteId, url: 'http://www.blog.test/bags', provenance: 'sample' }
    const { mentionId } = await recordMention(ours, recordMentionSchema.parse(input))
    await lookAtFeed(feed, world())
    expect(await mentionsOf(ours)).toMatchObject([
      { id: mentionId, provenance: 'sample', foundBy: 'person', reviewSince: null },
    ])
    expect((await postsOf(feed))[0]?.mentionId).toBe(mentionId)
  })
})

describe('whether it is about us', () => {
  it('is confirmed by a person, and then waits for nobody', async () => {
    const { ours, feed } = await aStory([NAMED])
    await lookAtFeed(feed, world())
    const [candidate] = await mentionsOf(ours)
    await confirmOutcome(ours, { mentionId: candidate?.id ?? '', lookNumber: 0, reviewSince: NOON })
    expect((await getReview(ours)).mention).toBeNull()
    await expect(sayNotAboutUs(ours, { mentionId: candidate?.id ?? '' })).rejects.toThrow(Refusal)
  })

  it('is denied by a person: it lies in the trash, and no feed brings it back', async () => {
    const { ours, feed, publish } = await aStory([NAMED])
    await lookAtFeed(feed, world())
    const [candidate] = await mentionsOf(ours)
    const mentionId = candidate?.id ?? ''
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await sayNotAboutUs(reviewer, { mentionId })
    await sayNotAboutUs(reviewer, { mentionId })
    expect(await database().trashEntry.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
    await askAgain(feed)
    publish([{ ...NAMED, title: 'Bags again', guid: 'again' }])
    await lookAtFeed(feed, world())
    expect(await mentionsOf(ours)).toMatchObject([{ id: mentionId, liveUrlKey: null }])
    expect((await getReview(ours)).mention).toBeNull()
  })

  it('can be thought over: restored, it asks again', async () => {
    const { ours, feed } = await aStory([NAMED])
    await lookAtFeed(feed, world())
    const [candidate] = await mentionsOf(ours)
    await sayNotAboutUs(ours, { mentionId: candidate?.id ?? '' })
    const { id } = await database().trashEntry.findFirstOrThrow({ where: { workspaceId: ours.workspaceId } })
    await restoreFromTrash(at(ours, NOON), id)
    expect((await getReview(ours)).mention?.id).toBe(candidate?.id)
  })

  it('is not for a writer without that right, nor for others, nor of what was not found in a feed', async () => {
    const { ours, siteId, feed } = await aStory([NAMED])
    await lookAtFeed(feed, world())
    const [candidate] = await mentionsOf(ours)
    const mentionId = candidate?.id ?? ''
    await expect(sayNotAboutUs(await aMember(ours.workspaceId, 'writer'), { mentionId })).rejects.toThrow(
      Refusal,
    )
    await expect(sayNotAboutUs(await aWorkspace(), { mentionId })).rejects.toThrow(NotFound)
    const recorded = await recordMention(
      ours,
      recordMentionSchema.parse({ siteId, url: 'https://x.test/', provenance: 'earned' }),
    )
    await expect(sayNotAboutUs(ours, recorded)).rejects.toThrow(NotFound)
  })
})
