import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import { startBoss } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { acknowledgeOutcome, lookNow, recordOwnLook, sayAboutUs } from './look-commands.ts'
import { changeMention, recordMention } from './mention-commands.ts'
import { listMentions } from './mention-list-queries.ts'
import { findMentionOfPage, getMention, listMentionsOfProspect } from './mention-queries.ts'
import { recordMentionSchema } from './mention-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
let count = 0

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})
beforeEach(async () => {
  siteId = await aSite(ours)
})

async function aSite(scope: WorkspaceScope, name = 'Fernway') {
  const site = await addSite(scope, {
    name,
    ownerName: 'Mara Lind',
    domains: ['fernway.shop'],
    brandNames: ['Fernway'],
    peopleNames: ['Mara Lind'],
    timeZone: 'UTC',
  })
  return site.siteId
}

function newPage() {
  count += 1
  return `https://blog-${count}.test/post`
}

function input(url = newPage(), more: Record<string, string> = {}) {
  return recordMentionSchema.parse({ siteId, url, provenance: 'earned', ...more })
}

async function aMention(scope = ours, more: Record<string, string> = {}) {
  const { mentionId } = await recordMention(scope, input(undefined, more))
  return mentionId
}

async function aProspect(scope: WorkspaceScope, host: string, deletedAt: Date | null = null) {
  const moment = { createdAt: NOON, updatedAt: NOON }
  const { id } = await database().prospect.create({
    data: {
      ...moment,
      workspaceId: scope.workspaceId,
      kind: 'blogger',
      name: host,
      homepage: `https://${host}/`,
      outletKey: host,
      liveOutletKey: deletedAt ? null : host,
      deletedAt,
    },
  })
  return id
}

async function jobsFor(mentionId: string) {
  const boss = await startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
  const jobs = await boss.findJobs('look-at-mention', { data: { mentionId } })
  await boss.stop({ graceful: false })
  return jobs
}

describe('recording a mention', () => {
  it('keeps the address normalised, and nobody has looked yet', async () => {
    const { mentionId } = await recordMention(
      ours,
      input(' WWW.Blog.test/post?utm_source=x#comments ', { note: 'Found by Ana' }),
    )
    const mention = await getMention(ours, mentionId)
    expect(mention).toMatchObject({
      url: 'https://www.blog.test/post?utm_source=x#comments',
      urlKey: 'blog.test/post',
      outcome: 'not-looked',
      lookState: 'idle',
      note: 'Found by Ana',
    })
    expect(mention.nextLookAt).toEqual(NOON)
  })

  it('refuses the same page for the same Site, in whatever spelling, and finds the one that is there', async () => {
    const { mentionId } = await recordMention(ours, input('https://twice.test/post'))
    await expect(
      recordMention(ours, input('http://www.twice.test/post/?utm_medium=mail')),
    ).rejects.toMatchObject({ name: 'Refusal', field: 'existing' })
    expect((await findMentionOfPage(ours, siteId, 'twice.test/post'))?.id).toBe(mentionId)
    siteId = await aSite(ours, 'Another site')
    await expect(recordMention(ours, input('https://twice.test/post'))).resolves.toBeTruthy()
  })

  it('makes one of two people who record the same page at the same moment', async () => {
    const both = await Promise.allSettled([
      recordMention(ours, input('https://race.test/a')),
      recordMention(ours, input('https://race.test/a')),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((both.find((each) => each.status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(
      Refusal,
    )
  })

  it('keeps addresses near the longest that is taken, and still tells them apart', async () => {
    const long = `https://long.test/${'ü'.repeat(1900)}`
    await recordMention(ours, input(`${long}1`))
    await expect(recordMention(ours, input(`${long}2`))).resolves.toBeTruthy()
    await expect(recordMention(ours, input(`${long}1`))).rejects.toThrow(Refusal)
  })

  it.each([
    ['javascript:alert(1)', 'url'],
    ['data:text/html,<b>', 'url'],
    [`https://blog.test/${'a'.repeat(10_000)}`, 'url'],
    ['not an address', 'url'],
    ['', 'url'],
  ])('says beside the field what is wrong with %.40s', (url, field) => {
    const parsed = recordMentionSchema.safeParse({ siteId, url, provenance: 'earned' })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })

  it('refuses a provenance that is none, and a note of 10,000 characters', () => {
    const parsed = recordMentionSchema.safeParse({
      siteId,
      url: 'blog.test',
      provenance: 'bought',
      note: '🌿'.repeat(5_001),
    })
    expect(parsed.error?.issues.map((issue) => issue.path[0]).sort()).toEqual(['note', 'provenance'])
  })

  it('takes a page hoped for only on the domains of the Site, subdomains included', async () => {
    await expect(
      recordMention(ours, input(undefined, { targetUrl: 'https://fernway.shop.evil.test/' })),
    ).rejects.toMatchObject({ field: 'targetUrl' })
    const mentionId = await aMention(ours, { targetUrl: 'shop.fernway.shop/tents' })
    expect((await getMention(ours, mentionId)).targetUrl).toBe('https://shop.fernway.shop/tents')
  })

  it('ties a page to the prospect whose outlet it is on', async () => {
    const prospectId = await aProspect(ours, 'outlet.test')
    const { mentionId } = await recordMention(ours, input('https://www.outlet.test/roundup'))
    expect((await getMention(ours, mentionId)).prospect?.id).toBe(prospectId)
    expect((await listMentionsOfProspect(ours, prospectId)).map(({ id }) => id)).toEqual([mentionId])
  })

  it('takes no Site, prospect or campaign of another workspace', async () => {
    const foreignSite = await aSite(theirs)
    await expect(recordMention(ours, { ...input(), siteId: foreignSite })).rejects.toMatchObject({
      field: 'siteId',
    })
    const foreignProspect = await aProspect(theirs, 'foreign.test')
    await expect(recordMention(ours, { ...input(), prospectId: foreignProspect })).rejects.toThrow(Refusal)
    const campaign = await database().campaign.create({
      data: {
        workspaceId: theirs.workspaceId,
        siteId: foreignSite,
        name: 'Theirs',
        route: 'product',
        story: '',
        targetUrls: [],
        createdAt: NOON,
      },
    })
    await expect(recordMention(ours, { ...input(), campaignId: campaign.id })).rejects.toMatchObject({
      field: 'campaignId',
    })
  })

  it('takes no campaign of another Site', async () => {
    const campaign = await database().campaign.create({
      data: {
        workspaceId: ours.workspaceId,
        siteId: await aSite(ours, 'Another'),
        name: 'C',
        route: 'product',
        story: '',
        targetUrls: [],
        createdAt: NOON,
      },
    })
    await expect(recordMention(ours, { ...input(), campaignId: campaign.id })).rejects.toMatchObject({
      field: 'campaignId',
    })
  })

  it('is for writers and above', async () => {
    for (const role of ['reviewer', 'viewer'] as const) {
      const scope = await aMember(ours.workspaceId, role, NOON, [siteId])
      await expect(recordMention(scope, input())).rejects.toThrow(Refusal)
    }
    await expect(recordMention(await aMember(ours.workspaceId, 'writer'), input())).resolves.toBeTruthy()
  })
})

describe('a mention', () => {
  it('is neither seen, changed nor looked at from another workspace', async () => {
    const mentionId = await aMention()
    await expect(getMention(theirs, mentionId)).rejects.toThrow(NotFound)
    await expect(lookNow(theirs, mentionId)).rejects.toThrow(NotFound)
    await expect(sayAboutUs(theirs, mentionId)).rejects.toThrow(NotFound)
    await expect(recordOwnLook(theirs, { mentionId, saw: 'linked', words: '' })).rejects.toThrow(NotFound)
    await expect(acknowledgeOutcome(theirs, mentionId, 'not-looked')).rejects.toThrow(NotFound)
    await expect(changeMention(theirs, { ...input(), mentionId, aboutUs: false })).rejects.toThrow(NotFound)
    expect((await listMentions(theirs)).total).toBe(0)
  })

  it('is seen by a viewer of its Site, without what is ours: prospect, pitch, campaign and note', async () => {
    await aProspect(ours, 'seen.test')
    const { mentionId } = await recordMention(
      ours,
      input('https://seen.test/a', { note: 'Ana knows the editor' }),
    )
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [siteId])
    expect(await getMention(viewer, mentionId)).toMatchObject({
      id: mentionId,
      prospect: null,
      campaign: null,
      pitch: null,
      note: '',
    })
    expect((await listMentions(viewer, { q: 'knows the editor' })).total).toBe(0)
    const other = await aMember(ours.workspaceId, 'viewer', NOON, [await aSite(ours)])
    await expect(getMention(other, mentionId)).rejects.toThrow(NotFound)
    expect((await listMentions(other)).total).toBe(0)
    await expect(lookNow(viewer, mentionId)).rejects.toThrow(Refusal)
    await expect(listMentionsOfProspect(viewer, crypto.randomUUID())).rejects.toThrow(NotFound)
  })

  it('is listed with its outcome group counted apart, filtered and searched, % and _ being letters', async () => {
    await recordMention(ours, input('https://counted.test/100%25_off'))
    const linked = await aMention()
    const unlinked = await aMention()
    const featured = await aMention()
    await recordOwnLook(ours, { mentionId: linked, saw: 'linked', words: '' })
    await recordOwnLook(ours, { mentionId: unlinked, saw: 'named', words: '' })
    await sayAboutUs(ours, featured)
    const { counts, total } = await listMentions(ours, { site: siteId })
    expect(total).toBe(4)
    expect(counts).toMatchObject({ links: 1, unlinked: 1, featured: 1, 'not-looked': 1, missing: 0 })
    expect(
      (await listMentions(ours, { site: siteId, outcome: 'unlinked' })).mentions.map(({ id }) => id),
    ).toEqual([unlinked])
    expect((await listMentions(ours, { site: siteId, outcome: 'featured-not-named' })).total).toBe(1)
    expect((await listMentions(ours, { site: siteId, q: '%' })).total).toBe(1)
    expect((await listMentions(ours, { site: siteId, provenance: 'sample' })).total).toBe(0)
  })

  it('begins anew with the address of another page, and keeps what it knows with another spelling of the same', async () => {
    const mentionId = await aMention()
    const { url } = await getMention(ours, mentionId)
    await recordOwnLook(ours, { mentionId, saw: 'linked', words: '' })
    const change = {
      mentionId,
      provenance: 'sample' as const,
      targetUrl: null,
      campaignId: null,
      note: 'x',
      aboutUs: false,
    }
    await changeMention(ours, { ...change, url: `${url}/?utm_source=a` })
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'linked',
      provenance: 'sample',
      everLinked: true,
    })
    await changeMention(ours, { ...change, url: 'https://other.test/page' })
    expect(await getMention(ours, mentionId)).toMatchObject({
      outcome: 'not-looked',
      everLinked: false,
      lastLookAt: null,
    })
    await recordOwnLook(at(ours, '2026-03-05T12:00:00Z'), { mentionId, saw: 'named', words: '' })
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'mentioned-unlinked' })
  })

  it('cannot be given the address of a page that is there already', async () => {
    const first = await getMention(ours, await aMention())
    const mentionId = await aMention()
    const change = {
      mentionId,
      provenance: 'earned' as const,
      targetUrl: null,
      campaignId: null,
      note: '',
      aboutUs: false,
    }
    await expect(changeMention(ours, { ...change, url: first.url })).rejects.toMatchObject({
      field: 'existing',
    })
  })
})

describe('asking for a look', () => {
  it('queues one job, however often it is pressed', async () => {
    const mentionId = await aMention()
    const answers = await Promise.all([
      lookNow(ours, mentionId),
      lookNow(ours, mentionId),
      lookNow(ours, mentionId),
    ])
    expect(answers.filter(({ asked }) => asked)).toHaveLength(1)
    expect(await jobsFor(mentionId)).toHaveLength(1)
    expect(await getMention(ours, mentionId)).toMatchObject({ lookState: 'waiting', lookRequestedAt: NOON })
  })

  it('may be done again when the first one never came', async () => {
    const mentionId = await aMention()
    await lookNow(ours, mentionId)
    expect(await lookNow(at(ours, '2026-03-04T12:59:00Z'), mentionId)).toEqual({ asked: false })
    expect(await lookNow(at(ours, '2026-03-04T13:01:00Z'), mentionId)).toEqual({ asked: true })
  })

  it('is not for a mention in the trash', async () => {
    const mentionId = await aMention()
    await database().mention.updateMany({
      where: { workspaceId: ours.workspaceId, id: mentionId },
      data: { deletedAt: NOON, liveUrlKey: null },
    })
    await expect(lookNow(ours, mentionId)).rejects.toThrow(NotFound)
  })
})

describe("a person's own look", () => {
  it('is a look like any other, marked as seen by a person, with their words', async () => {
    const mentionId = await aMention()
    await recordOwnLook(ours, { mentionId, saw: 'named', words: 'Third paragraph <b>"Fernway"</b>' })
    const mention = await getMention(ours, mentionId)
    expect(mention.outcome).toBe('mentioned-unlinked')
    expect(mention.linkChecks).toHaveLength(1)
    expect(mention.linkChecks[0]).toMatchObject({
      kind: 'person',
      verdict: 'mentioned-unlinked',
      note: 'Third paragraph <b>"Fernway"</b>',
    })
    expect(mention.linkChecks[0]?.sentence).toContain(ours.actorName)
  })

  it('is written once for a double click, and again for another thing seen', async () => {
    const mentionId = await aMention()
    const saw = { mentionId, saw: 'linked' as const, words: '' }
    await Promise.all([recordOwnLook(ours, saw), recordOwnLook(ours, saw)])
    expect((await getMention(ours, mentionId)).linkChecks).toHaveLength(1)
    await recordOwnLook(ours, { ...saw, saw: 'gone' })
    expect((await getMention(ours, mentionId)).linkChecks).toHaveLength(2)
  })

  it('that finds the page gone is missing, looked at again, before it is gone', async () => {
    const mentionId = await aMention()
    await recordOwnLook(ours, { mentionId, saw: 'gone', words: '' })
    expect((await getMention(ours, mentionId)).outcome).toBe('missing-looking-again')
    await recordOwnLook(at(ours, '2026-03-05T11:59:00Z'), { mentionId, saw: 'gone', words: '' })
    expect((await getMention(ours, mentionId)).outcome).toBe('missing-looking-again')
    await recordOwnLook(at(ours, '2026-03-05T12:00:00Z'), { mentionId, saw: 'gone', words: '' })
    expect((await getMention(ours, mentionId)).outcome).toBe('page-gone')
  })

  it('that says "about us, without our name" is kept as featured, and can be taken back', async () => {
    const mentionId = await aMention()
    await sayAboutUs(ours, mentionId)
    await sayAboutUs(ours, mentionId)
    const mention = await getMention(ours, mentionId)
    expect(mention).toMatchObject({ outcome: 'featured-not-named', aboutUs: true })
    expect(mention.linkChecks).toHaveLength(1)
    const { url } = mention
    await changeMention(ours, {
      mentionId,
      url,
      provenance: 'earned',
      targetUrl: null,
      campaignId: null,
      note: '',
      aboutUs: false,
    })
    expect(await getMention(ours, mentionId)).toMatchObject({ outcome: 'not-mentioned', aboutUs: false })
  })

  it('is for writers and above', async () => {
    const mentionId = await aMention()
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(recordOwnLook(reviewer, { mentionId, saw: 'linked', words: '' })).rejects.toThrow(Refusal)
    await expect(sayAboutUs(reviewer, mentionId)).rejects.toThrow(Refusal)
    await expect(acknowledgeOutcome(reviewer, mentionId, 'not-looked')).rejects.toThrow(Refusal)
  })
})

describe('acknowledging an outcome', () => {
  it('takes the one that was seen, and leaves a newer one as news', async () => {
    const mentionId = await aMention()
    await recordOwnLook(ours, { mentionId, saw: 'linked', words: '' })
    await acknowledgeOutcome(ours, mentionId, 'not-mentioned')
    expect((await getMention(ours, mentionId)).seenOutcome).toBeNull()
    await acknowledgeOutcome(ours, mentionId, 'linked')
    await acknowledgeOutcome(ours, mentionId, 'linked')
    expect((await getMention(ours, mentionId)).seenOutcome).toBe('linked')
  })
})
