import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { otherPeoplesPages, post } from '#lib/testing/other-peoples-pages.ts'
import { aSiteCalledFernway } from '#lib/testing/some-work.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { lookAtMention } from '../mentions/look-at-mention.ts'
import { lookNow } from '../mentions/look-commands.ts'
import { recordMention } from '../mentions/mention-commands.ts'
import { mentionKeyOf } from '../mentions/mention-key.ts'
import { recordMentionSchema } from '../mentions/mention-schema.ts'
import { moveToTrash, restoreFromTrash } from '../trash/trash-commands.ts'
import { addInsight, changeInsight, tieMention, untieMention } from './insight-commands.ts'
import { getInsight, listCitations, listInsights, listMentionsToTie } from './insight-queries.ts'
import { addInsightSchema, changeInsightSchema } from './insight-schema.ts'
import { scheduleInsights } from './schedule-insights.ts'
import { tieInsight } from './tie-insight.ts'

const COUNT = 'https://fernway.test/luggage-count'
const LATER = new Date('2026-03-04T13:00:00Z')

let outside: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
let hosts = 0

beforeAll(async () => {
  outside = await otherPeoplesPages()
  outside.pages['fernway.test/luggage-count'] = post('The count')
  outside.pages['fernway.test/'] = post('Home')
})
afterAll(() => outside.stop())
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  ;({ siteId } = await aSiteCalledFernway(ours))
})

const typed = (more: object = {}) => ({
  ...{ title: 'Where lost luggage goes', url: COUNT, siteId, whatsNew: 'We counted it.', citedAs: '' },
  ...more,
})
const add = (more: object = {}) => addInsight(ours, addInsightSchema.parse(typed(more)))
const job = (insightId: string) => ({ workspaceId: ours.workspaceId, insightId })

/** Somebody's page with these words, recorded and looked at. */
async function aPage(inside: string, now = NOON): Promise<string> {
  hosts += 1
  const url = `http://press-${hosts}.test/piece`
  outside.pages[`press-${hosts}.test/piece`] = post(inside)
  const scope = at(ours, now)
  const { mentionId } = await recordMention(
    scope,
    recordMentionSchema.parse({ siteId, url, provenance: 'earned' }),
  )
  await lookNow(scope, mentionId)
  const { workspaceId, memberId } = ours
  await lookAtMention(
    { workspaceId, mentionId, requestedById: memberId },
    { resolve: outside.resolve, now: () => now },
  )
  return mentionId
}

async function cited(insightId: string) {
  const { citations } = await listCitations(ours, insightId)
  return Object.fromEntries(citations.map(({ mention, how }) => [mention.id, how]))
}

describe('an insight', () => {
  it('is one page of a site of ours', async () => {
    const { insightId } = await add()
    expect(await getInsight(ours, insightId)).toMatchObject({ title: 'Where lost luggage goes', url: COUNT })
    await expect(add({ url: `${COUNT}?utm_source=x` })).rejects.toThrow(/already/)
    await expect(add({ url: 'https://elsewhere.test/' })).rejects.toThrow(/not on Fernway/)
    await expect(addInsight(theirs, addInsightSchema.parse(typed()))).rejects.toThrow(Refusal)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(addInsight(reviewer, addInsightSchema.parse(typed()))).rejects.toThrow(Refusal)
    expect((await listInsights(theirs)).insights).toEqual([])
    await expect(getInsight(theirs, insightId)).rejects.toThrow(NotFound)
  })

  it.each([
    ['a word of three letters', { citedAs: 'abc' }],
    ['no word about what is new', { whatsNew: ' ' }],
    ['an address that is none', { url: 'nowhere' }],
    ['a day that is none', { publishedOn: '2026-02-31' }],
  ])('is not taken with %s', (_, more) => {
    expect(addInsightSchema.safeParse(typed(more)).success).toBe(false)
  })

  it('lies in the trash with its key free, and comes back', async () => {
    const { insightId } = await add()
    const { trashId } = await moveToTrash(ours, 'insight', insightId)
    const { insightId: second } = await add()
    await expect(restoreFromTrash(ours, trashId)).rejects.toThrow(Refusal)
    await moveToTrash(ours, 'insight', second)
    await restoreFromTrash(ours, trashId)
    expect((await getInsight(ours, insightId)).deletedAt).toBeNull()
  })
})

describe('pages that cite it', () => {
  it('are tied by a link, also by one that is not the best of the page, and by its words', async () => {
    const best = await aPage(`<a href="${COUNT}#table">the count</a>`)
    const second = await aPage(
      `<a href="https://fernway.test/">Fernway</a> made <a href="${COUNT}">a count</a>`,
    )
    const words = await aPage('As “Where Lost Luggage Goes” found, nobody knows.')
    const neither = await aPage('<a href="https://fernway.test/">Fernway</a> sells bags.')
    const { insightId } = await add()
    await tieInsight(job(insightId), NOON)
    expect(await cited(insightId)).toEqual({ [best]: 'link', [second]: 'link', [words]: 'words' })
    expect((await listInsights(ours)).insights).toMatchObject([{ citing: 3, linking: 2 }])
    const offered = await listMentionsToTie(ours, { insightId, siteId })
    expect(offered.map(({ id }) => id)).toEqual([neither])
  })

  it('are tied once, by two workers at once and run after run; new looks are gone through as they come', async () => {
    const { insightId } = await add()
    const first = await aPage(`<a href="${COUNT}">it</a>`)
    await Promise.all([tieInsight(job(insightId), NOON), tieInsight(job(insightId), NOON)])
    const later = await aPage(`<a href="${COUNT}">it</a>`, LATER)
    await tieInsight(job(insightId), LATER)
    await tieInsight(job(insightId), LATER)
    expect(await cited(insightId)).toEqual({ [first]: 'link', [later]: 'link' })
  })

  it('are what a person says, whatever the looks find', async () => {
    const { insightId } = await add()
    const linking = await aPage(`<a href="${COUNT}">it</a>`)
    const silent = await aPage('A word about something.')
    await tieInsight(job(insightId), NOON)
    await untieMention(ours, { insightId, mentionId: linking })
    await tieMention(ours, { insightId, mentionId: silent })
    await tieMention(ours, { insightId, mentionId: silent })
    await tieInsight(job(insightId), LATER)
    expect(await cited(insightId)).toEqual({ [silent]: 'person' })
    await expect(tieMention(theirs, { insightId, mentionId: silent })).rejects.toThrow(NotFound)
  })

  it('are looked for anew when its words change', async () => {
    const { insightId } = await add()
    const page = await aPage('The luggage census says one in nine.')
    await tieInsight(job(insightId), NOON)
    expect(await cited(insightId)).toEqual({})
    const change = typed({ insightId, citedAs: 'luggage census' })
    await changeInsight(at(ours, LATER), changeInsightSchema.parse(change))
    await tieInsight(job(insightId), LATER)
    expect(await cited(insightId)).toEqual({ [page]: 'words' })
  })

  it('of very many are all gone through', async () => {
    const { insightId } = await add()
    const linking = await aPage(`<a href="${COUNT}">it</a>`)
    const { workspaceId } = ours
    const one = await database().mention.findFirstOrThrow({ where: { workspaceId, id: linking } })
    const look = await database().linkCheck.findFirstOrThrow({ where: { workspaceId, mentionId: linking } })
    const copies = Array.from({ length: 57 }, (_, n) => ({
      n,
      id: crypto.randomUUID(),
      url: `http://copy.test/${n}`,
    }))
    const { lastChanges: _, claim: __, ...mention } = one
    await database().mention.createMany({
      data: copies.map(({ id, url }) => ({
        ...mention,
        id,
        url,
        urlKey: mentionKeyOf(url),
        liveUrlKey: mentionKeyOf(url),
      })),
    })
    await database().linkCheck.createMany({
      data: copies.map(({ id: mentionId, url }) => ({
        ...{ workspaceId, mentionId, number: 1, kind: 'fetched', at: NOON, verdict: 'linked', sentence: '' },
        facts: { ...(look.facts as object), requestedUrl: url },
      })),
    })
    await tieInsight(job(insightId), LATER)
    expect((await listInsights(ours)).insights[0]?.citing).toBe(58)
    const first = await listCitations(ours, insightId)
    const second = await listCitations(ours, insightId, { after: first.after ?? '' })
    const third = await listCitations(ours, insightId, { after: second.after ?? '' })
    const ids = [first, second, third].flatMap(({ citations }) => citations.map(({ id }) => id))
    expect(new Set(ids).size).toBe(58)
    expect(third.after).toBeNull()
  })
})

describe('the clock', () => {
  it('asks for each insight once in ten minutes, also with two workers at once', async () => {
    const { insightId } = await add()
    const searchedAt = async () => (await getInsight(ours, insightId)).searchedAt
    const [one, two] = await Promise.all([scheduleInsights(NOON), scheduleInsights(NOON)])
    expect(one.asked + two.asked).toBeGreaterThan(0)
    expect(await searchedAt()).toEqual(NOON)
    await scheduleInsights(new Date(NOON.getTime() + 9 * 60_000))
    expect(await searchedAt()).toEqual(NOON)
    const then = new Date(NOON.getTime() + 11 * 60_000)
    await scheduleInsights(then)
    expect(await searchedAt()).toEqual(then)
  })
})
