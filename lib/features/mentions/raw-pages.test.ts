import { createHash, randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, mentionWithLooks, writeALook } from '#lib/testing/a-look.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { readFields } from '../workspace-action.ts'
import { clearRawPages } from './clear-raw-pages.ts'
import { RAW_PAGE_MAX_DAYS, rawPageDaysSchema } from './mention-schema.ts'
import { packedPage, packPage } from './raw-page.ts'
import { changeRawPageDays } from './raw-page-commands.ts'
import { getRawPage } from './raw-page-queries.ts'
import { rawPageResponse } from './raw-page-response.ts'
import type { StoredFacts } from './stored-look.ts'

const DAY_MS = 24 * 3_600_000
const START = new Date('2026-03-04T12:00:00Z')
const bytes = (text: string) => new TextEncoder().encode(text)

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const day = (days: number, scope = ours) => at(scope, new Date(START.getTime() + days * DAY_MS))

/** A look with its page, on that day. */
async function aLookWithPage(days: number, page = 'a page', scope = ours) {
  const mentionId = await aMention(day(days, scope))
  const packed = await packPage(bytes(page), 'text/html; charset=utf-8')
  const { looks } = await writeALook(day(days, scope), mentionId, { page: packed })
  return { mentionId, kept: looks[0]?.rawPage ?? null }
}

async function keptUntil(mentionId: string) {
  const { looks } = await mentionWithLooks(ours, mentionId)
  return looks[0]?.rawPage?.keptUntil ?? null
}

describe('the page of a look', () => {
  it('comes back byte by byte, and is small meanwhile', async () => {
    const page = Buffer.concat([randomBytes(2_000), Buffer.alloc(200_000, 'hello ')])
    const mentionId = await aMention(day(0))
    const packed = await packPage(page, 'text/html')
    const { looks } = await writeALook(day(0), mentionId, { page: packed })
    expect(looks[0]?.rawPage).toMatchObject({ size: page.length, coding: 'zstd', contentType: 'text/html' })
    expect(looks[0]?.rawPage?.body.length).toBeLessThan(10_000)
    const hash = createHash('sha256').update(page).digest('base64')
    expect([looks[0]?.rawPage?.sha256, (looks[0]?.facts as StoredFacts | undefined)?.pageHash]).toEqual([
      hash,
      hash,
    ])
    const got = await getRawPage(day(1), mentionId, 1)
    expect(Buffer.from(got.body).equals(page)).toBe(true)
    expect(await packedPage(packed?.body ?? new Uint8Array(), 'text/html')).toEqual(packed)
  })

  it('is not kept where nothing came', async () => {
    expect(await packPage(new Uint8Array(), 'text/html')).toBeNull()
  })

  it('is kept for 90 days unless an owner says otherwise', async () => {
    const { mentionId, kept } = await aLookWithPage(0)
    expect(kept?.keptUntil).toEqual(day(90).now)
    await expect(getRawPage(day(89.99), mentionId, 1)).resolves.toMatchObject({ number: 1 })
    await expect(getRawPage(day(90), mentionId, 1)).rejects.toThrow(NotFound)
  })

  it('is there for the house, not for viewers, other workspaces, or when the mention is in the trash', async () => {
    const { mentionId } = await aLookWithPage(0)
    for (const role of ['owner', 'manager', 'writer', 'reviewer'] as const) {
      const member = await aMember(ours.workspaceId, role, day(1).now)
      await expect(getRawPage(member, mentionId, 1)).resolves.toMatchObject({ number: 1 })
    }
    const { siteId } = (await mentionWithLooks(ours, mentionId)).mention
    const viewer = await aMember(ours.workspaceId, 'viewer', day(1).now, [siteId])
    await expect(getRawPage(viewer, mentionId, 1)).rejects.toThrow(NotFound)
    await expect(getRawPage(day(1, theirs), mentionId, 1)).rejects.toThrow(NotFound)
    await expect(getRawPage(day(1), mentionId, 2)).rejects.toThrow(NotFound)
    await database().mention.updateMany({
      where: { workspaceId: ours.workspaceId, id: mentionId },
      data: { deletedAt: START, liveUrlKey: null },
    })
    await expect(getRawPage(day(1), mentionId, 1)).rejects.toThrow(NotFound)
  })

  it('is handed out as a file that no browser opens', async () => {
    const response = rawPageResponse({
      body: bytes('<script>alert(1)</script>'),
      url: 'https://bücher.test/"post"\r\nx: y',
      at: START,
      number: 3,
    })
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="xn--bcher-kva.test-look-3-2026-03-04.txt"',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(await response.text()).toBe('<script>alert(1)</script>')
  })
})

describe('the days that pages are kept', () => {
  it('can be none', async () => {
    await changeRawPageDays(ours, { rawPageDays: 0 })
    expect((await aLookWithPage(0)).kept).toBeNull()
    await changeRawPageDays(ours, { rawPageDays: 90 })
  })

  it('when fewer, count for what is kept already; when more, for what comes', async () => {
    const { mentionId } = await aLookWithPage(0)
    const { mentionId: elsewhere, kept } = await aLookWithPage(0, 'theirs', theirs)
    await changeRawPageDays(day(1), { rawPageDays: 30 })
    expect(await keptUntil(mentionId)).toEqual(day(30).now)
    await changeRawPageDays(day(2), { rawPageDays: 60 })
    expect(await keptUntil(mentionId)).toEqual(day(30).now)
    expect((await aLookWithPage(3)).kept?.keptUntil).toEqual(day(63).now)
    const { looks } = await mentionWithLooks(theirs, elsewhere)
    expect(looks[0]?.rawPage?.keptUntil).toEqual(kept?.keptUntil)
    await changeRawPageDays(ours, { rawPageDays: 90 })
  })

  it('are shortened for a look that is being written at the same moment, too', async () => {
    for (let n = 0; n < 5; n += 1) {
      const [{ mentionId }] = await Promise.all([
        aLookWithPage(n),
        changeRawPageDays(ours, { rawPageDays: 7 }),
      ])
      expect(await keptUntil(mentionId)).toEqual(day(n + 7).now)
      await changeRawPageDays(ours, { rawPageDays: 90 })
    }
  })

  it('are for owners to say', async () => {
    for (const role of ['manager', 'writer', 'reviewer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role)
      await expect(changeRawPageDays(member, { rawPageDays: 1 })).rejects.toThrow(Refusal)
    }
  })

  it.each<[string, number | null]>([
    ['30', 30],
    [' 0 ', 0],
    [String(RAW_PAGE_MAX_DAYS), RAW_PAGE_MAX_DAYS],
    ['', null],
    ['-1', null],
    ['1.5', null],
    ['1e3', null],
    ['ten', null],
    [String(RAW_PAGE_MAX_DAYS + 1), null],
  ])('typed as "%s" are %s', (typed, days) => {
    const form = new FormData()
    form.set('rawPageDays', typed)
    const parsed = rawPageDaysSchema.safeParse(readFields(form))
    expect(parsed.success ? parsed.data.rawPageDays : null).toBe(days)
  })
})

describe('the nightly clearing', () => {
  it('removes what is over in every workspace, and nothing else, however often it runs', async () => {
    await clearRawPages(day(3_650).now)
    const [old, mine, other] = [
      await aLookWithPage(-90),
      await aLookWithPage(-89),
      await aLookWithPage(-90, 'x', theirs),
    ]
    const both = await Promise.all([clearRawPages(START), clearRawPages(START)])
    expect(both.map(({ removed }) => removed).reduce((a, b) => a + b)).toBe(2)
    expect(await clearRawPages(START)).toEqual({ removed: 0 })
    expect(await keptUntil(old.mentionId)).toBeNull()
    expect(await keptUntil(mine.mentionId)).not.toBeNull()
    expect((await mentionWithLooks(theirs, other.mentionId)).looks[0]).toMatchObject({ rawPage: null })
  })
})
