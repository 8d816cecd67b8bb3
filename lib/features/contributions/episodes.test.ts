import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFeed, aFollowedProspect } from '#lib/testing/a-feed.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aSiteCalledFernway, someWork } from '#lib/testing/some-work.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { lookAtFeed } from '../feeds/look-at-feed.ts'
import { lookAtMention } from '../mentions/look-at-mention.ts'
import { getMention } from '../mentions/mention-queries.ts'
import { standingOf } from '../mentions/mention-standing.ts'
import { loadToday } from '../today/today-page-queries.ts'
import { getContribution, listBylines } from './contribution-queries.ts'
import { listEpisodesOf, listMaybeOut } from './episode-queries.ts'
import { sayNotIt, tieEpisode } from './publish-commands.ts'

let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
const world = () => ({ resolve: outside.resolve, timeoutMs: 5_000, now: () => NOON, jitter: () => 0 })
const PLAYER = {
  html: '<!doctype html><html><head><title>Ep. 41</title></head><body><h1>Episode 41</h1><audio controls src="/41.mp3"></audio><p>Press play, sit down, and stay a while: this is a long one.</p></body></html>',
}
const NOTES =
  '<p>With Mara Lindqvist of Fernway.</p><ul><li><a href="https://fernway.test/guide" rel="nofollow">Her guide</a></li><li><a href="https://fernway.test/about" rel="nofollow">About her</a></li></ul>'
let hosts = 0

beforeAll(async () => {
  outside = await otherPeoplesPages()
  outside.pages['fernway.test/guide'] = post('Our guide')
  outside.pages['fernway.test/about'] = post('About us')
})
afterAll(() => outside.stop())

type Episode = { title: string; html: string; at?: Date; path?: string; isPost?: boolean }

/** A show that is followed, an episode agreed with it, and what stands in its feed now. */
async function aShow(episodes: readonly Episode[], fields: Record<string, string> = {}) {
  const ours = await aWorkspace()
  const { siteId } = await aSiteCalledFernway(ours)
  hosts += 1
  const host = `show-${hosts}.test`
  const prospectId = await aFollowedProspect(ours, `http://${host}/`, 'Off the Timetable')
  const { contributionId } = await someWork(at(ours, '2026-03-01T09:00:00Z'), { siteId, prospectId }, fields)
  const feed = await aFeed(ours, prospectId, `http://${host}/feed`)
  outside.pages[`${host}/feed`] = {
    headers: { 'content-type': 'application/rss+xml' },
    html: podcastOf(host, episodes),
  }
  outside.pages[`${host}/41`] = PLAYER
  await lookAtFeed(feed, world())
  return { ours, siteId, prospectId, contributionId, host }
}

function podcastOf(host: string, episodes: readonly Episode[]): string {
  const items = episodes.map(
    ({ title, html, at = NOON, path = '/41', isPost }) =>
      `<item><title>${title}</title><link>http://${host}${path}</link><guid>${path}</guid><pubDate>${at.toUTCString()}</pubDate>
       ${isPost ? '' : `<enclosure url="http://${host}${path}.mp3" type="audio/mpeg" length="1"/>`}<description><![CDATA[${html}]]></description></item>`,
  )
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Off the Timetable</title>${items.join('')}</channel></rss>`
}

async function look(ours: WorkspaceScope, mentionId: string) {
  const { workspaceId, memberId } = ours
  await lookAtMention(
    { workspaceId, mentionId, requestedById: memberId },
    { resolve: outside.resolve, now: () => NOON },
  )
  return getMention(ours, mentionId)
}

describe('an episode in their feed', () => {
  it('that names us is offered, tied with one press, and its show notes are found to link', async () => {
    const { ours, contributionId } = await aShow([{ title: 'Episode 41', html: NOTES }])
    const [episode, ...others] = await listEpisodesOf(ours, contributionId)
    expect(others).toEqual([])
    expect(episode?.match.namesUs).toBe(true)
    const { mentionId } = await tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    // The feed had made a candidate of it: it is that one, and nobody is asked any more.
    const mentions = await database().mention.findMany({ where: { workspaceId: ours.workspaceId } })
    expect(mentions).toMatchObject([
      { id: mentionId, provenance: 'guest', reviewSince: null, foundBy: 'feed' },
    ])
    const mention = await look(ours, mentionId)
    expect(mention.linkChecks[0]).toMatchObject({ kind: 'show-notes', verdict: 'linked-qualified' })
    const standing = standingOf(mention)
    expect(standing.words.sentence).toMatch(
      /^The show notes in their feed .* link to https:\/\/fernway\.test\/guide/,
    )
    expect(standing.look?.facts).toMatchObject({
      linked: true,
      linkCount: 2,
      followed: null,
      indexable: null,
    })
    expect(await listEpisodesOf(ours, contributionId)).toEqual([])
  })

  it('is tied once, also by two presses at once', async () => {
    const { ours, contributionId } = await aShow([{ title: 'The ferry people', html: 'No names here.' }])
    const [episode] = await listEpisodesOf(ours, contributionId)
    expect(episode?.match).toEqual({ namesUs: false, reasons: ['Its title has your words: ferry, people.'] })
    const tie = () => tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    const [one, two] = await Promise.all([tie(), tie()])
    expect(one).toEqual(two)
    expect(await database().mention.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })

  it('is not offered again where a person says it is something else', async () => {
    const { ours, contributionId } = await aShow([{ title: 'The ferry people', html: 'x' }])
    const [episode] = await listEpisodesOf(ours, contributionId)
    const postId = episode?.postId ?? ''
    await sayNotIt(ours, { contributionId, postId })
    await sayNotIt(ours, { contributionId, postId })
    expect(await listEpisodesOf(ours, contributionId)).toEqual([])
    expect((await getContribution(ours, contributionId)).notIt).toEqual([postId])
  })

  it('from before there was anything to come out is not offered', async () => {
    const old = new Date('2026-02-10T12:00:00Z')
    const { ours, contributionId } = await aShow([{ title: 'The ferry people', html: NOTES, at: old }])
    expect(await listEpisodesOf(ours, contributionId)).toEqual([])
  })

  it('of another outlet cannot be tied, nor by others, nor by readers', async () => {
    const { ours, contributionId } = await aShow([{ title: 'The ferry people', html: 'x' }])
    const other = await aShow([{ title: 'The ferry people', html: 'x' }])
    const [foreign] = await listEpisodesOf(other.ours, other.contributionId)
    const [episode] = await listEpisodesOf(ours, contributionId)
    await expect(tieEpisode(ours, { contributionId, postId: foreign?.postId ?? '' })).rejects.toThrow(
      NotFound,
    )
    await expect(tieEpisode(other.ours, { contributionId, postId: episode?.postId ?? '' })).rejects.toThrow(
      NotFound,
    )
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(tieEpisode(reviewer, { contributionId, postId: episode?.postId ?? '' })).rejects.toThrow(
      Refusal,
    )
  })
})

describe('show notes', () => {
  it('tell of each agreed link whether it is there', async () => {
    const bylineUrls = 'https://fernway.test/about\nhttps://fernway.test/book'
    const { ours, contributionId } = await aShow([{ title: 'Episode 41', html: NOTES }], { bylineUrls })
    const [episode] = await listEpisodesOf(ours, contributionId)
    const { mentionId } = await tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    await look(ours, mentionId)
    const bylines = await listBylines(ours, await getContribution(ours, contributionId))
    expect(bylines.map(({ standing }) => standing)).toEqual(['there', 'not-there'])
  })

  it('that only name us are a mention without a link', async () => {
    const { ours, contributionId } = await aShow([
      { title: 'Episode 41', html: '<p>With Mara Lindqvist.</p>' },
    ])
    const [episode] = await listEpisodesOf(ours, contributionId)
    const { mentionId } = await tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    expect((await look(ours, mentionId)).linkChecks[0]).toMatchObject({
      kind: 'show-notes',
      verdict: 'mentioned-unlinked',
    })
  })

  it('do not count where the page itself links, nor where it is gone', async () => {
    const { ours, contributionId, host } = await aShow([{ title: 'Episode 41', html: NOTES }])
    const [episode] = await listEpisodesOf(ours, contributionId)
    const { mentionId } = await tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    outside.pages[`${host}/41`] = post('<a href="https://fernway.test/guide">the guide</a>')
    expect((await look(ours, mentionId)).linkChecks[0]).toMatchObject({ kind: 'fetched', verdict: 'linked' })
    outside.pages[`${host}/41`] = { status: 410, html: 'Gone' }
    await database().mention.updateMany({
      where: { workspaceId: ours.workspaceId, id: mentionId },
      data: { lookState: 'waiting' },
    })
    expect((await look(ours, mentionId)).linkChecks[0]).toMatchObject({
      kind: 'fetched',
      verdict: 'page-gone',
    })
  })

  it('count where the feed gives only the sound', async () => {
    const { ours, contributionId, host } = await aShow([
      { title: 'Episode 41', html: NOTES, path: '/41.mp3' },
    ])
    outside.pages[`${host}/41.mp3`] = { headers: { 'content-type': 'audio/mpeg' }, html: 'ID3 sound' }
    const [episode] = await listEpisodesOf(ours, contributionId)
    const { mentionId } = await tieEpisode(ours, { contributionId, postId: episode?.postId ?? '' })
    expect((await look(ours, mentionId)).linkChecks[0]).toMatchObject({
      kind: 'show-notes',
      verdict: 'linked-qualified',
    })
  })

  it('are kept of episodes only, not of posts', async () => {
    const { ours } = await aShow([{ title: 'A post', html: NOTES, path: '/post', isPost: true }])
    const posts = await database().feedPost.findMany({ where: { workspaceId: ours.workspaceId } })
    expect(posts.map(({ notes }) => notes)).toEqual([''])
  })
})

describe('Today', () => {
  const shown = async (scope: WorkspaceScope, kind: string) => {
    const { sections } = await loadToday(scope)
    return sections.find((section) => section.kind === kind)?.items ?? []
  }

  it('offers the episode, and asks where the day they named has passed', async () => {
    const found = await aShow([{ title: 'The ferry people', html: 'x' }])
    expect(await shown(found.ours, 'maybe-out')).toMatchObject([
      { line: 'Is this the episode? The ferry people' },
    ])
    const late = await aShow([], { airsOn: '2026-03-03' })
    expect(await shown(late.ours, 'maybe-out')).toMatchObject([
      { line: expect.stringContaining('Look for the episode') },
    ])
    const today = await aShow([], { airsOn: '2026-03-04' })
    expect(await listMaybeOut(today.ours)).toEqual([])
  })

  it('tells of a recording two days before, of words a week before, and asks how a recording went', async () => {
    const soon = { recordingOn: '2026-03-05', recordingTime: '18:00', recordingZone: 'Europe/Dublin' }
    const { ours } = await aShow([], { ...soon, dueOn: '2026-03-11' })
    expect(await shown(ours, 'recording')).toMatchObject([
      { line: expect.stringContaining('18:00 (Europe/Dublin)') },
    ])
    expect(await shown(ours, 'work-due')).toHaveLength(1)
    const before = at(ours, '2026-03-03T12:00:00Z')
    expect(await shown(before, 'recording')).toEqual([])
    expect(await shown(before, 'work-due')).toEqual([])
    const after = at(ours, '2026-03-06T09:00:00Z')
    expect(await shown(after, 'recording')).toMatchObject([
      { line: expect.stringContaining('How did it go') },
    ])
  })
})
