import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, mentionWithLooks, verified } from '#lib/testing/a-look.ts'
import { otherPeoplesPages, type Page, post } from '#lib/testing/other-peoples-pages.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { changeSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { askForLooks } from './ask-for-looks.ts'
import { blankEvidence } from './blank-evidence.ts'
import { lookAtMention } from './look-at-mention.ts'
import { lookNow, recordOwnLook } from './look-commands.ts'

const DAY_MS = 24 * 3_600_000
const START = new Date('2026-03-04T12:00:00Z')
const LINK = '<a href="http://fernway.shop/tents">Fernway tent</a>'

let web: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope
let mentionId: string
let address: string
let count = 0

beforeAll(async () => {
  web = await otherPeoplesPages({ 'fernway.shop/tents': post('Tents') })
  ;({ ours } = await twoWorkspaces())
})
afterAll(() => web.stop())
beforeEach(async () => {
  count += 1
  address = `blog-${count}.test/post`
  mentionId = await aMention(day(0), `http://${address}`)
})

const day = (days: number) => at(ours, new Date(START.getTime() + days * DAY_MS))
const marked = (inside: string, etag = '"one"'): Page => ({ ...post(inside), headers: { etag } })

/** A look by the clock, or at a click; says how the page was asked for, and what the look was. */
async function look(days: number, page: Page, by: 'clock' | 'person' = 'clock') {
  const { workspaceId, memberId } = ours
  web.pages[address] = page
  const before = web.asked.length
  if (by === 'person') await lookNow(day(days), mentionId)
  else {
    const mentions = [{ id: mentionId, url: `http://${address}` }]
    await askForLooks({ workspaceId, mentions, isCounted: false }, day(days).now)
  }
  const requestedById = by === 'person' ? memberId : null
  await lookAtMention(
    { workspaceId, mentionId, requestedById },
    { resolve: web.resolve, now: () => day(days).now },
  )
  const { mention, looks } = await mentionWithLooks(ours, mentionId)
  const asked = web.asked.slice(before).filter((each) => each.address === address)
  return { mention, looks, last: looks.at(-1), ifChanged: asked.map(({ ifChanged }) => ifChanged) }
}

/** The first look found a link, so that the second asks something else (was it lost?) and reads the page whole. */
async function twoWholeLooks(page = marked(LINK)) {
  await look(-1, page)
  return look(0, page)
}

describe('a look by the clock', () => {
  it('asks only whether the page has changed, and says the last whole look again where it has not', async () => {
    const first = await twoWholeLooks()
    const second = await look(1, marked(LINK))
    expect([first.ifChanged, second.ifChanged]).toEqual([[false], [true]])
    const { facts, sentence, verdict, finalUrl, linkHtml, textHash } = first.last ?? {}
    const again = { facts, sentence, verdict, finalUrl, linkHtml, textHash }
    expect(second.last).toMatchObject({ ...again, isUnchanged: true, httpStatus: 304, changes: [] })
    expect(second.last?.at).toEqual(day(1).now)
    expect(second.last?.rawPage).toBeNull()
    expect(first.last?.rawPage).not.toBeNull()
    expect(second.mention).toMatchObject({
      outcome: 'linked',
      outcomeAt: day(-1).now,
      lastLookAt: day(1).now,
    })
    expect(await verified(mentionId)).toMatchObject({ looks: 3, broken: 0 })
  })

  it('can ask by the date of the last change as well', async () => {
    const page = { ...post(LINK), headers: { 'last-modified': 'Tue, 03 Mar 2026 10:00:00 GMT' } }
    await twoWholeLooks(page)
    expect((await look(1, page)).last?.isUnchanged).toBe(true)
  })

  it('reads what has changed', async () => {
    await twoWholeLooks()
    const { ifChanged, last, mention } = await look(1, marked('Fernway tents', '"two"'))
    expect(ifChanged).toEqual([true])
    expect(last).toMatchObject({ isUnchanged: false, verdict: 'lost', httpStatus: 200 })
    expect(mention.outcome).toBe('missing-looking-again')
    // Lost is never said on a server's word: the second look reads the page.
    expect((await look(2.1, marked('Fernway tents', '"two"'))).ifChanged).toEqual([false])
    expect((await mentionWithLooks(ours, mentionId)).mention.outcome).toBe('lost')
  })

  it('reads the page whole every fourth time: servers are mistaken', async () => {
    const asked = [...(await twoWholeLooks()).ifChanged]
    for (let n = 1; n < 9; n += 1) asked.push(...(await look(n, marked(LINK))).ifChanged)
    expect(asked).toEqual([false, true, true, true, false, true, true, true, false])
  })

  it('reads it whole 30 days after it last did', async () => {
    await twoWholeLooks()
    expect((await look(29, marked(LINK))).ifChanged).toEqual([true])
    expect((await look(31, marked(LINK))).ifChanged).toEqual([false])
  })

  it('reads it whole where there is something else to look for', async () => {
    const { mention } = await twoWholeLooks()
    expect((await look(1, marked(LINK))).ifChanged).toEqual([true])
    const site = {
      name: 'Site',
      ownerName: 'Mara',
      domains: 'fernway.shop',
      brandNames: 'Fernway, Trailhead',
    }
    await changeSite(ours, {
      ...siteSchema.parse({ ...site, peopleNames: '', timeZone: 'UTC' }),
      siteId: mention.siteId,
    })
    expect((await look(2, marked(LINK))).ifChanged).toEqual([false])
  })

  it('reads it whole after a person has looked, and after an erasure', async () => {
    await twoWholeLooks()
    expect((await look(1, marked(LINK))).ifChanged).toEqual([true])
    await recordOwnLook(day(2), { mentionId, saw: 'linked', words: '' })
    const { ifChanged, looks } = await look(3, marked(LINK))
    expect(ifChanged).toEqual([false])
    await blankEvidence(ours, { linkCheckId: looks.at(-1)?.id ?? '', fields: ['facts.anchorText'] })
    expect((await look(4, marked(LINK))).ifChanged).toEqual([false])
  })

  it('reads it whole after one that got no page', async () => {
    await twoWholeLooks()
    await look(1, { status: 503, html: 'busy' })
    expect((await look(2, marked(LINK))).ifChanged).toEqual([false])
  })
})

describe('a look that a person clicked for', () => {
  it('always reads the page', async () => {
    await twoWholeLooks()
    const { ifChanged, last } = await look(1, marked(LINK), 'person')
    expect(ifChanged).toEqual([false])
    expect(last?.isUnchanged).toBe(false)
  })
})

describe('what a look rests on', () => {
  it('is kept with it: hops, headers, the link, the text, the page', async () => {
    web.pages[`www.${address}`] = { ...marked(LINK), headers: { 'x-robots-tag': 'noarchive', vary: 'x' } }
    const { last, mention } = await look(0, { status: 301, headers: { location: `http://www.${address}` } })
    expect(last).toMatchObject({
      httpStatus: 200,
      finalUrl: `http://www.${address}`,
      hops: [
        { url: `http://${address}`, status: 301, of: 'page' },
        { url: `http://www.${address}`, status: 200, of: 'page' },
      ],
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noarchive' },
    })
    expect(last?.headers).not.toHaveProperty('vary')
    expect(last?.linkHtml).toContain('<a href="http://fernway.shop/tents">Fernway tent</a>')
    expect(last?.textHash).toMatch(/^[\w+/]{43}=$/)
    expect(last?.rawPage).toMatchObject({ contentType: 'text/html', size: last?.rawPage?.size })
    expect(mention.pageEtag).toBeNull()
  })

  it('says the same of a text that is only set otherwise', async () => {
    const one = await look(0, marked('A tent from\n Fernway', '"1"'))
    const two = await look(1, marked('A <em>tent</em>  from Fernway', '"2"'))
    const three = await look(2, marked('A tent of Fernway', '"3"'))
    expect(two.last?.textHash).toBe(one.last?.textHash)
    expect(three.last?.textHash).not.toBe(one.last?.textHash)
  })

  it('is the page that came, also where it was a refusal', async () => {
    const { last } = await look(0, { status: 403, html: '<h1>Go away</h1>' })
    expect(last).toMatchObject({ verdict: 'could-not-check', httpStatus: 403 })
    expect(last?.rawPage?.size).toBe('<h1>Go away</h1>'.length)
  })
})

describe('a server that asks to be left alone', () => {
  it('is left alone until then', async () => {
    const busy = { status: 429, html: '', headers: { 'retry-after': String(3 * 24 * 3600) } }
    const { mention } = await look(0, busy)
    expect(mention.outcome).toBe('could-not-check')
    expect(mention.nextLookAt?.getTime()).toBeGreaterThanOrEqual(day(3).now.getTime())
    expect(await database().linkCheck.count({ where: { workspaceId: ours.workspaceId, mentionId } })).toBe(1)
  })
})
