import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ROBOT_NAME } from '#lib/domain/robot-name.ts'
import { database } from '#lib/server/database.ts'
import { lookAtLink } from '#lib/server/fetching/look-at-link.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { otherPeoplesPages, type Page, post } from '#lib/testing/other-peoples-pages.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { askForLooks } from './ask-for-looks.ts'
import { lookAtMention } from './look-at-mention.ts'
import { lookNow, recordOwnLook, sayAboutUs } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { getMention } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'

const DAY_1 = '2026-03-04T12:00:00Z'
const ALMOST_A_DAY_LATER = '2026-03-05T11:59:00Z'
const A_DAY_LATER = '2026-03-05T12:00:30Z'

let web: Awaited<ReturnType<typeof otherPeoplesPages>>
let ours: WorkspaceScope
let siteId: string
let count = 0

beforeAll(async () => {
  web = await otherPeoplesPages()
  ;({ ours } = await twoWorkspaces())
  ;({ siteId } = await addSite(ours, {
    name: 'Fernway',
    ownerName: 'Mara Lind',
    domains: ['fernway.shop'],
    brandNames: ['Fernway'],
    peopleNames: ['Mara Lind'],
    timeZone: 'UTC',
  }))
  web.pages['fernway.shop/'] = post('Our shop')
  web.pages['fernway.shop/tents'] = post('Tents')
})
afterAll(() => web.stop())

let host: string
beforeEach(() => {
  count += 1
  host = `blog-${count}.test`
})

async function aMention(more: Record<string, string> = {}, path = '/post') {
  const input = recordMentionSchema.parse({
    siteId,
    url: `http://${host}${path}`,
    provenance: 'earned',
    ...more,
  })
  return (await recordMention(at(ours, DAY_1), input)).mentionId
}

/** Puts a page there, asks for a look and lets the worker's handler do it. */
async function look(
  mentionId: string,
  page: Page | null,
  when = DAY_1,
  requestedById: string | null = ours.memberId,
) {
  if (page) web.pages[`${host}/post`] = page
  else delete web.pages[`${host}/post`]
  if (requestedById !== null) await lookNow(at(ours, when), mentionId)
  else await askByClock(mentionId, new Date(when))
  await lookAtMention(job(mentionId, requestedById), { resolve: web.resolve, now: () => new Date(when) })
  const mention = await getMention(ours, mentionId)
  const [last] = mention.linkChecks
  return { ...mention, last, facts: last?.facts as Record<string, unknown> }
}

async function askByClock(mentionId: string, when: Date) {
  const { workspaceId } = ours
  const { url } = await database().mention.findFirstOrThrow({ where: { workspaceId, id: mentionId } })
  const mentions = [{ id: mentionId, url }]
  expect(await askForLooks({ workspaceId, mentions, isCounted: false }, when)).toBe(1)
}

function job(mentionId: string, requestedById: string | null = ours.memberId) {
  return { workspaceId: ours.workspaceId, mentionId, requestedById }
}

const LINK = post('We liked the <a href="https://fernway.shop/tents">Fernway tent</a> most.')
const NAME = post('We liked the Fernway tent most.')
const NEITHER = post('We liked another tent most.')

describe('a look at a real page', () => {
  it('finds a link, with its words, and when to look again', async () => {
    const mention = await look(await aMention(), LINK)
    expect(mention).toMatchObject({
      outcome: 'linked',
      everLinked: true,
      lookState: 'idle',
      lastLookAt: new Date(DAY_1),
    })
    expect(mention.last).toMatchObject({ kind: 'fetched', verdict: 'linked', requestedById: ours.memberId })
    expect(mention.facts).toMatchObject({
      anchorText: 'Fernway tent',
      matchedHref: 'https://fernway.shop/tents',
      rel: [],
      httpStatus: 200,
    })
    expect(mention.last?.tookMs).toBeGreaterThan(0)
    const wait = (mention.nextLookAt?.getTime() ?? 0) - new Date(DAY_1).getTime()
    expect(wait).toBeGreaterThanOrEqual(24 * 3_600_000)
    expect(wait).toBeLessThanOrEqual(1.1 * 24 * 3_600_000)
  })

  it.each<[string, Page, Record<string, string>]>([
    ['linked-qualified', post('<a rel="nofollow sponsored" href="https://fernway.shop/">Fernway</a>'), {}],
    ['linked-wrong-page', LINK, { targetUrl: 'https://fernway.shop/packs' }],
    ['linked-wrong-page', post('<a href="http://fernway.shop/gone">Fernway</a>'), {}],
    ['linked-not-indexable', { ...LINK, headers: { 'x-robots-tag': 'noindex' } }, {}],
    [
      'linked-elsewhere-canonical',
      post(
        '<a href="https://fernway.shop/">Fernway</a>',
        '<link rel="canonical" href="http://other.test/post">',
      ),
      {},
    ],
    [
      'linked-not-crawlable',
      post(
        '<map name="m"><area shape="default" href="https://fernway.shop/" alt="Fernway"></map><img usemap="#m" src="/m.png" alt="">',
      ),
      {},
    ],
    ['mentioned-unlinked', NAME, {}],
    ['not-mentioned', NEITHER, {}],
    [
      'looks-rendered-by-script',
      { html: '<!doctype html><div id="root"></div><script src="/app.js"></script>' },
      {},
    ],
    ['could-not-check', { status: 503, html: 'busy' }, {}],
    ['could-not-check', { status: 403, html: 'no' }, {}],
  ])('comes to %s', async (outcome, page, more) => {
    expect((await look(await aMention(more), page)).outcome).toBe(outcome)
  })

  it('knows that one who is named without a link was named, by people too', async () => {
    const mention = await look(await aMention(), post('A talk with Mara Lind about tents.'))
    expect(mention).toMatchObject({ outcome: 'mentioned-unlinked', everLinked: false })
    expect(mention.facts.mentionedAs).toBe('Mara Lind')
  })

  it('calls it featured, not named, once a person says so, and keeps saying it', async () => {
    const mentionId = await aMention()
    expect((await look(mentionId, NEITHER)).outcome).toBe('not-mentioned')
    await sayAboutUs(at(ours, DAY_1), mentionId)
    expect((await getMention(ours, mentionId)).outcome).toBe('featured-not-named')
    const later = await look(mentionId, NEITHER, A_DAY_LATER)
    expect(later).toMatchObject({
      outcome: 'featured-not-named',
      last: { kind: 'fetched', verdict: 'featured-not-named' },
    })
  })

  it('calls a link lost only after a second look a day later, and says "missing, looking again" between', async () => {
    const mentionId = await aMention()
    await look(mentionId, LINK, '2026-03-04T11:00:00Z')
    expect((await look(mentionId, NAME, DAY_1)).outcome).toBe('missing-looking-again')
    expect((await look(mentionId, NAME, ALMOST_A_DAY_LATER)).outcome).toBe('missing-looking-again')
    expect((await look(mentionId, NAME, A_DAY_LATER)).outcome).toBe('lost')
    expect(await look(mentionId, LINK, '2026-03-06T12:00:00Z')).toMatchObject({
      outcome: 'linked',
      everLinked: true,
    })
  })

  it('never calls a link lost for a page that is blocked, slow or broken', async () => {
    const mentionId = await aMention()
    await look(mentionId, LINK)
    for (const [day, page] of [
      ['2026-03-06', { status: 503 }],
      ['2026-03-08', { status: 403 }],
      ['2026-03-10', { status: 429 }],
    ] as const) {
      const mention = await look(mentionId, page, `${day}T12:00:00Z`)
      expect(mention).toMatchObject({ outcome: 'linked', last: { verdict: 'could-not-check' } })
    }
  })

  it('calls a page gone only after a second look a day later', async () => {
    const mentionId = await aMention()
    expect((await look(mentionId, null)).outcome).toBe('missing-looking-again')
    const gone = await look(mentionId, null, A_DAY_LATER)
    expect(gone).toMatchObject({ outcome: 'page-gone', last: { verdict: 'page-gone' } })
  })

  it('opens nothing on our own network, whatever name leads there', async () => {
    const mentionId = await aMention()
    await lookNow(at(ours, DAY_1), mentionId)
    await lookAtMention(job(mentionId), {
      resolve: async () => [{ address: '10.0.0.7' }],
      now: () => new Date(DAY_1),
    })
    const mention = await getMention(ours, mentionId)
    expect(mention.outcome).toBe('could-not-check')
    expect(mention.linkChecks[0]?.facts).toMatchObject({ failure: 'blocked-address' })
  })

  it('says who it is', async () => {
    await look(await aMention(), LINK)
    expect(web.asked.find(({ address }) => address === `${host}/post`)?.userAgent).toMatch(
      new RegExp(`^${ROBOT_NAME}/.*https://rapport.test/robot`),
    )
  })

  it('obeys robots.txt where the clock asks, and not where a person does', async () => {
    web.pages[`${host}/robots.txt`] = {
      html: 'User-agent: RapportLinkCheck\nDisallow: /',
      headers: { 'content-type': 'text/plain' },
    }
    const mentionId = await aMention()
    const byClock = await look(mentionId, LINK, DAY_1, null)
    expect(byClock).toMatchObject({ outcome: 'could-not-check', last: { requestedById: null } })
    expect(byClock.facts.forbiddenByRobots).toBe(true)
    expect(web.asked.map(({ address }) => address)).not.toContain(`${host}/post`)
    expect((await look(mentionId, LINK, A_DAY_LATER)).outcome).toBe('linked')
  })

  it('keeps evidence that PostgreSQL could not, harmlessly', async () => {
    const words = `${'🌿'.repeat(151)}<a href="https://fernway.shop/?q=%00&#0;">x <img src=x onerror=alert(1)> \u202eFernway</a>&#xD83D; ${'عربى '.repeat(80)}`
    const mention = await look(await aMention(), post(words))
    expect(mention.outcome).toBe('linked')
    expect(String(mention.facts.context).isWellFormed()).toBe(true)
  })
})

describe('a request for a look', () => {
  it('is answered once, though its job runs twice', async () => {
    const mentionId = await aMention()
    await look(mentionId, LINK)
    await lookAtMention(job(mentionId), { resolve: web.resolve })
    expect((await getMention(ours, mentionId)).linkChecks).toHaveLength(1)
  })

  it('is answered once, though two workers have it at the same time', async () => {
    web.pages[`${host}/post`] = { ...LINK, waitMs: 200 }
    const mentionId = await aMention()
    await lookNow(at(ours, DAY_1), mentionId)
    const world = { resolve: web.resolve, now: () => new Date(DAY_1) }
    await Promise.all([lookAtMention(job(mentionId), world), lookAtMention(job(mentionId), world)])
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'linked',
      lookState: 'idle',
      linkChecks: { length: 1 },
    })
  })

  it('is taken up again where a worker was killed half-way', async () => {
    web.pages[`${host}/post`] = LINK
    const mentionId = await aMention()
    await lookNow(at(ours, DAY_1), mentionId)
    await database().mention.updateMany({
      where: { workspaceId: ours.workspaceId, id: mentionId },
      data: { lookState: 'looking' },
    })
    await lookAtMention(job(mentionId), { resolve: web.resolve, now: () => new Date(DAY_1) })
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'linked',
      lookState: 'idle',
      linkChecks: { length: 1 },
    })
  })

  it('waits for the next try where a bug of ours got in the way', async () => {
    const mentionId = await aMention()
    await lookNow(at(ours, DAY_1), mentionId)
    const broken: typeof lookAtLink = async () => {
      throw new Error('a bug')
    }
    await expect(lookAtMention(job(mentionId), { lookAtLink: broken })).rejects.toThrow('a bug')
    expect(await getMention(ours, mentionId)).toMatchObject({
      lookState: 'waiting',
      linkChecks: { length: 0 },
    })
  })

  it('is dropped where the mention went to the trash or got another address meanwhile', async () => {
    const mentionId = await aMention()
    await lookNow(at(ours, DAY_1), mentionId)
    const trashed: typeof lookAtLink = async (...asked) => {
      await database().mention.updateMany({
        where: { workspaceId: ours.workspaceId, id: mentionId },
        data: { deletedAt: new Date(DAY_1), liveUrlKey: null },
      })
      return lookAtLink(...asked)
    }
    await lookAtMention(job(mentionId), { lookAtLink: trashed, resolve: web.resolve })
    expect(await database().linkCheck.count({ where: { workspaceId: ours.workspaceId, mentionId } })).toBe(0)
  })

  it('does not lose what a person saw while it was on its way', async () => {
    const mentionId = await aMention()
    web.pages[`${host}/post`] = { status: 503 }
    await lookNow(at(ours, DAY_1), mentionId)
    const slow: typeof lookAtLink = async (...asked) => {
      await recordOwnLook(at(ours, DAY_1), { mentionId, saw: 'linked', words: '' })
      return lookAtLink(...asked)
    }
    await lookAtMention(job(mentionId), {
      lookAtLink: slow,
      resolve: web.resolve,
      now: () => new Date(DAY_1),
    })
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'linked',
      everLinked: true,
      lookState: 'idle',
      linkChecks: { length: 2 },
    })
  })
})

describe('a demo page', () => {
  it('is judged from its saved copy, and says so; no network is asked', async () => {
    host = `demo-${count}.example`
    await database().savedPage.create({ data: { url: `http://${host}/post`, html: LINK.html ?? '' } })
    const asked = web.asked.length
    const mention = await look(await aMention({}, '/post/'), null)
    expect(mention).toMatchObject({
      outcome: 'linked',
      nextLookAt: null,
      last: { kind: 'saved-copy', verdict: 'linked' },
    })
    expect(web.asked).toHaveLength(asked)
  })

  it('without a saved copy cannot be told, kindly', async () => {
    host = `none-${count}.example`
    const mention = await look(await aMention(), null)
    expect(mention).toMatchObject({ outcome: 'could-not-check', last: { kind: 'saved-copy' } })
    expect(mention.last?.sentence).toContain('no saved copy')
  })
})
