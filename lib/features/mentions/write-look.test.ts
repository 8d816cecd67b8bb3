import { beforeAll, describe, expect, it } from 'vitest'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import {
  aLook,
  aMention,
  type LookParts,
  mentionWithLooks,
  verified,
  writeALook,
} from '#lib/testing/a-look.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { recordOwnLook } from './look-commands.ts'
import { changeMention } from './mention-commands.ts'
import { changeMentionSchema } from './mention-schema.ts'
import type { StoredFacts } from './stored-look.ts'
import { writeLook } from './write-look.ts'

const DAY_MS = 24 * 3_600_000
const START = new Date('2026-03-04T12:00:00Z')

let ours: WorkspaceScope
let mentionId: string

beforeAll(async () => {
  ;({ ours } = await twoWorkspaces())
})

const day = (days: number) => at(ours, new Date(START.getTime() + days * DAY_MS))
const write = (days: number, more: LookParts = {}) => writeALook(day(days), mentionId, more)

describe('a look that is written down', () => {
  it('keeps what it rests on', async () => {
    mentionId = await aMention(day(0))
    const evidence = {
      httpStatus: 200,
      finalUrl: 'https://blog.test/post/',
      hops: [
        { url: 'http://blog.test/post', status: 301, of: 'page' as const },
        { url: 'https://blog.test/post/', status: 200, of: 'page' as const },
        { url: 'https://sho.rt/x', status: 302, of: 'link' as const },
      ],
      headers: { 'content-type': 'text/html', etag: '"1"' },
      linkHtml: 'We like <a href="https://fernway.shop/">Fernway</a> most.',
      textHash: 'hash',
    }
    const { mention, looks } = await write(0, { evidence, tookMs: 321, note: 'seen' })
    expect(looks).toHaveLength(1)
    expect(looks[0]).toMatchObject({ ...evidence, number: 1, tookMs: 321, note: 'seen', isUnchanged: false })
    expect(looks[0]?.facts).toMatchObject({ requestedUrl: mention.url, anchorText: 'Fernway' })
    expect(mention).toMatchObject({ lookCount: 1, headHash: looks[0]?.hash, outcome: 'linked' })
  })

  it('is numbered, and closed into the chain of its mention', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    await write(1, { verdict: 'could-not-check' })
    const { mention, looks } = await write(2, { verdict: 'linked-qualified' })
    expect(looks.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(looks.map(({ previousHash }) => previousHash)).toEqual(['', looks[0]?.hash, looks[1]?.hash])
    expect(mention).toMatchObject({ lookCount: 3, headHash: looks[2]?.hash })
    expect(await verified(mentionId)).toMatchObject({ looks: 3, broken: 0, fromBefore: 0, blanked: 0 })
  })

  it('is closed in after looks from before there was a chain', async () => {
    mentionId = await aMention(day(0))
    const { workspaceId } = ours
    await database().linkCheck.create({
      data: {
        ...{ workspaceId, mentionId, number: 1, kind: 'fetched', at: START },
        ...{ facts: { linked: true }, verdict: 'linked', sentence: '' },
      },
    })
    await database().mention.updateMany({ where: { workspaceId, id: mentionId }, data: { lookCount: 1 } })
    const { looks } = await write(1)
    expect(looks[1]).toMatchObject({ number: 2, previousHash: '' })
    expect(await verified(mentionId)).toMatchObject({ looks: 2, broken: 0, fromBefore: 1 })
  })

  it('leaves the chain whole, however many are written at once', async () => {
    mentionId = await aMention(day(0))
    await Promise.all(Array.from({ length: 12 }, (_, n) => write(n / 24, { sentence: `Look of hour ${n}.` })))
    const { mention, looks } = await mentionWithLooks(ours, mentionId)
    expect(looks.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect(mention.lookCount).toBe(12)
    expect(await verified(mentionId)).toMatchObject({ looks: 12, broken: 0 })
  })

  it('leaves no trace where its transaction fails', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    const failing = inTransaction(async (tx) => {
      await writeLook(tx, ours.workspaceId, mentionId, aLook(ours, 'http://x.test/'))
      throw new Error('a bug')
    })
    await expect(failing).rejects.toThrow('a bug')
    await write(1)
    expect(await verified(mentionId)).toMatchObject({ looks: 2, broken: 0 })
  })

  it('keeps the beginning of what has no end, and says what was cut', async () => {
    mentionId = await aMention(day(0))
    const { looks } = await write(0, {
      facts: {
        anchorText: `${'x'.repeat(3_999)}🧭 and on`,
        rel: Array.from({ length: 5_000 }, (_, n) => `rel${n}`),
        context: 'short \0 and \ud800 broken',
      },
      evidence: {
        ...aLook(ours, '').evidence,
        linkHtml: 'y'.repeat(100_000),
        headers: { link: 'z'.repeat(9_000) },
      },
      sentence: 'with \0 in it',
    })
    const facts = looks[0]?.facts as unknown as StoredFacts
    expect(facts.shortened?.toSorted()).toEqual(['anchorText', 'headers', 'linkHtml', 'rel'])
    expect(facts.anchorText).toHaveLength(4_000)
    expect(facts.anchorText?.isWellFormed()).toBe(true)
    expect(facts.rel).toHaveLength(100)
    expect(facts.context).toBe('short \ufffd and \ufffd broken')
    expect(looks[0]?.linkHtml).toHaveLength(8_000)
    expect(looks[0]?.sentence).toBe('with \ufffd in it')
    expect(await verified(mentionId)).toMatchObject({ broken: 0 })
  })
})

describe('what changed', () => {
  it('is told against the last look that could tell, and kept until something else changes', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    await write(1, { verdict: 'could-not-check' })
    const nofollow: LookParts = { verdict: 'linked-qualified', facts: { rel: ['nofollow'] } }
    const { mention, looks } = await write(2, nofollow)
    const added = [{ kind: 'rel-added', words: expect.stringContaining('nofollow') }]
    expect(looks.map(({ changes }) => changes)).toEqual([[], [], added])
    expect(mention).toMatchObject({ lastChanges: added, lastChangeAt: day(2).now })
    expect((await write(3, nofollow)).mention).toMatchObject({
      lastChanges: added,
      lastChangeAt: day(2).now,
    })
    expect((await write(4)).mention.lastChangeAt).toEqual(day(4).now)
  })

  it('is nothing where the address is another than before', async () => {
    mentionId = await aMention(day(0))
    const { mention } = await write(0)
    const input = { mentionId, url: 'http://elsewhere.test/', provenance: 'earned' }
    await changeMention(day(1), changeMentionSchema.parse(input))
    const after = await write(2, { verdict: 'not-mentioned' })
    expect(after.looks.map(({ changes }) => changes)).toEqual([[], []])
    expect(after.mention).toMatchObject({ lastChanges: [], lastChangeAt: null, outcome: 'not-mentioned' })
    expect(after.mention.lookCount).toBe(mention.lookCount + 1)
    expect(await verified(mentionId)).toMatchObject({ looks: 2, broken: 0 })
  })
})

describe('the outcome', () => {
  it('is since the first look of the unbroken run, however long the run is', async () => {
    mentionId = await aMention(day(0))
    await write(0, { verdict: 'mentioned-unlinked' })
    for (let n = 1; n <= 60; n += 1) await write(n, n % 7 === 3 ? { verdict: 'could-not-check' } : {})
    const { mention } = await write(61)
    expect(mention).toMatchObject({ outcome: 'linked', outcomeAt: day(1).now, lastLookAt: day(61).now })
  })

  it('knows of a link that was seen long ago', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    for (let n = 1; n <= 50; n += 1) await write(n, { verdict: 'could-not-check' })
    expect((await write(51, { verdict: 'mentioned-unlinked' })).mention).toMatchObject({
      outcome: 'missing-looking-again',
      everLinked: true,
    })
    const { mention } = await write(53, { verdict: 'mentioned-unlinked' })
    expect(mention).toMatchObject({ outcome: 'lost', outcomeAt: day(51).now, everLinked: true })
  })

  it('counts the looks in a row that could not tell', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    await write(1, { verdict: 'could-not-check' })
    expect((await write(2, { verdict: 'looks-rendered-by-script' })).mention.failedInRow).toBe(2)
    expect((await write(3)).mention.failedInRow).toBe(0)
  })

  it('asks for a person when the link is lost, or three looks in a row could not tell, from then on', async () => {
    mentionId = await aMention(day(0))
    await write(0)
    expect((await write(1, { verdict: 'lost' })).mention.reviewSince).toBeNull()
    expect((await write(3, { verdict: 'lost' })).mention.reviewSince).toEqual(day(3).now)
    expect((await write(4)).mention.reviewSince).toEqual(day(3).now)
    mentionId = await aMention(day(0))
    for (const n of [0, 1]) {
      const { mention } = await write(n, { verdict: 'could-not-check' })
      expect(mention.reviewSince).toBeNull()
    }
    expect((await write(2, { verdict: 'could-not-check' })).mention.reviewSince).toEqual(day(2).now)
  })

  it('is what a person decided, until a look says something else than what was overruled', async () => {
    mentionId = await aMention(day(0))
    await write(0, { verdict: 'mentioned-unlinked' })
    const decision = { kind: 'overruled', outcome: 'linked', lookNumber: 1, at: day(1).now } as const
    const { workspaceId, memberId: byId } = ours
    await database().outcomeDecision.create({ data: { workspaceId, mentionId, byId, ...decision } })
    expect((await write(2, { verdict: 'mentioned-unlinked' })).mention).toMatchObject({
      outcome: 'linked',
      outcomeAt: day(1).now,
    })
    expect((await write(3, { verdict: 'could-not-check' })).mention.outcome).toBe('linked')
    const { mention } = await write(4, { verdict: 'linked-qualified', facts: { rel: ['ugc'] } })
    expect(mention.outcome).toBe('linked-qualified')
  })

  it('follows what a person says of the page being about us, also after looks that cannot tell', async () => {
    mentionId = await aMention(day(0))
    await write(0, { verdict: 'not-mentioned' })
    const { mention } = await mentionWithLooks(ours, mentionId)
    const input = { mentionId, url: mention.url, provenance: 'earned' }
    await changeMention(day(1), changeMentionSchema.parse({ ...input, aboutUs: 'on' }))
    expect((await write(2, { verdict: 'could-not-check' })).mention.outcome).toBe('featured-not-named')
    await changeMention(day(3), changeMentionSchema.parse(input))
    expect((await write(4, { verdict: 'could-not-check' })).mention.outcome).toBe('not-mentioned')
  })

  it('lets their server be until the time it asked for', async () => {
    mentionId = await aMention(day(0))
    const { mention } = await write(0, { verdict: 'could-not-check', notBefore: day(3).now })
    expect(mention.nextLookAt?.getTime()).toBeGreaterThanOrEqual(day(3).now.getTime())
  })
})

describe('what the next look may ask by', () => {
  const marked = {
    validators: { etag: '"1"', lastModified: 'Wed, 04 Mar 2026 10:00:00 GMT' },
    questionHash: 'q',
  }
  const kept = { pageEtag: '"1"', pageModified: 'Wed, 04 Mar 2026 10:00:00 GMT', questionHash: 'q' }
  const none = { pageEtag: null, pageModified: null, questionHash: null }

  it.each<[string, LookParts, object]>([
    ['is kept of a whole look that could tell', marked, kept],
    [
      'is one of the two',
      { ...marked, validators: { etag: 'W/"1"' } },
      { ...kept, pageEtag: 'W/"1"', pageModified: null },
    ],
    ['is nothing without a mark', { questionHash: 'q', validators: {} }, none],
    ['is nothing after a look that could not tell', { ...marked, verdict: 'could-not-check' }, none],
    ['is nothing after a link was missed', { ...marked, verdict: 'lost' }, none],
    ['is nothing that cannot stand in a header', { ...marked, validators: { etag: '"1\r\nx: y"' } }, none],
    ['is nothing without end', { ...marked, validators: { etag: `"${'1'.repeat(5_000)}"` } }, none],
  ])('%s', async (_, look, expected) => {
    mentionId = await aMention(day(0))
    await write(0, marked)
    expect((await write(1, look)).mention).toMatchObject(expected)
  })

  it('is kept over a look that found nothing changed, and over a person’s', async () => {
    mentionId = await aMention(day(0))
    await write(0, marked)
    expect((await write(1, { isUnchanged: true })).mention).toMatchObject(kept)
    await recordOwnLook(day(2), { mentionId, saw: 'linked', words: '' })
    expect((await mentionWithLooks(ours, mentionId)).mention).toMatchObject(kept)
  })
})
