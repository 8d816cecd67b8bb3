import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aLook } from '#lib/testing/a-look.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { pressResponse } from './open-press-page.ts'
import { closePressPage, openPressPage, renewPressAddress, setOnPress } from './press-page-commands.ts'
import { findPressPage, listPressChoices } from './press-page-queries.ts'
import { openPressPageSchema } from './press-page-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

let peers = 0
function read(address: string, { query = '', headers = {}, peer = '' } = {}) {
  peers += 1
  const request = new Request(`https://rapport.test/press/${address}${query}`, { headers })
  return pressResponse(request, address, { now: NOON, peer: peer || `198.51.100.${peers % 250}` })
}

async function anOpenPage(scope: WorkspaceScope, more: Record<string, string> = {}) {
  const { site, prospect } = await aPitchGround(scope)
  const input = openPressPageSchema.parse({ siteId: site.id, name: 'Trail Head', ...more })
  const { address } = await openPressPage(scope, input)
  return { siteId: site.id, prospectId: prospect.id, address }
}

type Odd = { outcome?: string; words?: string; title?: string; published?: string; more?: object }

async function aPage({ workspaceId, memberId, now }: WorkspaceScope, siteId: string, odd: Odd = {}) {
  const key = randomUUID()
  const { outcome = 'linked', words = '', title = null, published = null, more = {} } = odd
  const { id } = await database().mention.create({
    data: {
      ...{ workspaceId, siteId, recordedById: memberId, createdAt: now, updatedAt: now },
      ...{ url: `https://www.paper.example/${key}`, urlKey: key, liveUrlKey: key, provenance: 'earned' },
      ...{ outcome, publishedOn: published && new Date(published), ...more },
    },
  })
  const facts = { ...aLook(ours, 'https://paper.example/').facts, context: words, pageTitle: title }
  await database().linkCheck.create({
    data: {
      ...{ workspaceId, mentionId: id, number: 1, kind: 'fetched', at: now, verdict: outcome },
      ...{ sentence: 'Seen.', facts: JSON.parse(JSON.stringify(facts)) },
    },
  })
  return id
}

describe('a public press page', () => {
  it('is off until it is opened, and off again once it is closed', async () => {
    const { site } = await aPitchGround(ours)
    expect(await findPressPage(ours, site.id)).toBeNull()
    const { address } = await openPressPage(ours, openPressPageSchema.parse({ siteId: site.id }))
    expect(address).toMatch(/^[a-z2-9]{16}$/)
    expect((await read(address)).status).toBe(200)
    await closePressPage(ours, { siteId: site.id })
    await closePressPage(ours, { siteId: site.id })
    const gone = await read(address)
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect(await findPressPage(ours, site.id)).toMatchObject({ address: null, href: null, openedBy: null })
    const again = await openPressPage(ours, openPressPageSchema.parse({ siteId: site.id }))
    expect(again.address).not.toBe(address)
    expect((await read(address)).status).toBe(404)
  })

  it('keeps its address while its name stays, and gets another one for the asking', async () => {
    const { siteId, address } = await anOpenPage(ours)
    expect(address).toMatch(/^trail-head-[a-z2-9]{16}$/)
    const same = openPressPageSchema.parse({ siteId, name: 'trail-head', intro: 'Hello', isFindable: 'on' })
    expect(await openPressPage(ours, same)).toEqual({ address })
    const renewed = await renewPressAddress(ours, { siteId })
    expect((await read(address)).status).toBe(404)
    expect((await read(renewed.address)).status).toBe(200)
    const renamed = await openPressPage(ours, { ...same, name: 'tents' })
    expect((await read(renewed.address)).status).toBe(404)
    expect((await read(renamed.address)).status).toBe(200)
  })

  it('takes no name that is no part of an address', () => {
    const site = { siteId: randomUUID() }
    for (const name of ['../w', 'ünï', 'a--b', '-a', 'a'.repeat(41)])
      expect(openPressPageSchema.safeParse({ ...site, name }).success, name).toBe(false)
  })

  it('shows what looks have found, linked and unlinked, the newest first, and nothing else', async () => {
    const { siteId, address } = await anOpenPage(ours, { intro: 'We sew <b>bags</b>.' })
    const words = 'I like Trailhead. Write to mara@trailhead.shop & ask for <script>alert(1)</script>.'
    await aPage(ours, siteId, { published: '2026-02-01', words, title: 'Seven packs <i>' })
    const named = await aPage(ours, siteId, { outcome: 'mentioned-unlinked', published: '2026-03-01' })
    await setOnPress(ours, { mentionId: named, title: 'The tent & the hill', isOff: false })
    const off = await aPage(ours, siteId, { more: { note: 'Our secret note' } })
    await setOnPress(ours, { mentionId: off, title: 'Left off title', isOff: true })
    await aPage(ours, siteId, { outcome: 'lost', more: { pressTitle: 'Lost title' } })
    await aPage(ours, siteId, { more: { provenance: 'paid-elsewhere', pressTitle: 'Bought title' } })
    await aPage(ours, siteId, { more: { foundBy: 'feed', reviewSince: NOON, pressTitle: 'Guess title' } })
    await aPage(ours, siteId, { more: { deletedAt: NOON, liveUrlKey: null, pressTitle: 'Trash title' } })
    const other = await anOpenPage(ours)
    await aPage(ours, other.siteId, { more: { pressTitle: 'Other title' } })
    const answer = await read(address)
    const text = await answer.text()
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(text).toContain('1 page with a link, 1 without.')
    expect(text.indexOf('The tent &#38; the hill')).toBeLessThan(text.indexOf('1 February 2026'))
    expect(text).toContain('Seven packs &#60;i&#62;')
    expect(text).toContain('Named, without a link')
    expect(text).toContain('paper.example')
    expect(text).toContain('We sew &#60;b&#62;bags&#60;/b&#62;.')
    expect(text).not.toMatch(
      /<script|mara@|secret note|Blog \d|(Left off|Lost|Bought|Guess|Trash|Other) title/,
    )
    expect(await listPressChoices(ours, { siteId, page: 1 })).toMatchObject({ total: 3, left: 1 })
    await setOnPress(ours, { mentionId: off, title: '', isOff: false })
    expect(await (await read(address)).text()).toContain('2 pages with a link, 1 without.')
  })

  it('is paged without scripts, and told when nothing changed', async () => {
    const { siteId, address } = await anOpenPage(ours)
    for (let n = 0; n < 51; n += 1) await aPage(ours, siteId, { more: { pressTitle: `Piece ${n}.` } })
    const first = await read(address)
    const text = await first.text()
    expect(text).toContain('Page 1 of 2')
    expect(text).toContain('<a href="?page=2">Older</a>')
    expect(await (await read(address, { query: '?page=2' })).text()).toContain('Page 2 of 2')
    for (const query of ['?page=99', '?page=-1', '?page=x', '?page=1e9'])
      expect((await read(address, { query })).status).toBe(200)
    const etag = first.headers.get('etag') ?? ''
    const again = await read(address, { headers: { 'if-none-match': `W/${etag}` } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
  })

  it('answers at once with thousands of mentions, on its first page and on its last', async () => {
    const { siteId, address } = await anOpenPage(ours)
    const { workspaceId, memberId } = ours
    const ids = Array.from({ length: 5_000 }, () => randomUUID())
    await database().mention.createMany({
      data: ids.map((id, n) => ({
        ...{ id, workspaceId, siteId, recordedById: memberId, provenance: 'earned' },
        ...{ url: `https://paper.example/${id}`, urlKey: id, liveUrlKey: id, updatedAt: NOON },
        createdAt: new Date(NOON.getTime() - n * 60_000),
        outcome: n % 3 === 0 ? 'mentioned-unlinked' : 'linked',
      })),
    })
    await database().linkCheck.createMany({
      data: ids.map((mentionId, n) => ({
        ...{ workspaceId, mentionId, number: 1, kind: 'fetched', at: NOON, sentence: '' },
        ...{
          verdict: n % 3 === 0 ? 'mentioned-unlinked' : 'linked',
          facts: { context: 'Words '.repeat(50) },
        },
      })),
    })
    await database().$executeRaw`ANALYZE "Mention", "LinkCheck"`
    expect((await read(address)).status).toBe(200)
    const took: number[] = []
    for (const query of ['', '?page=50', '?page=100']) {
      const began = performance.now()
      expect(await (await read(address, { query })).text()).toContain(
        '3,333 pages with a link, 1,667 without.',
      )
      took.push(performance.now() - began)
    }
    console.info('press page of 5,000, ms', took.map(Math.round))
    expect(Math.max(...took)).toBeLessThan(1_000)
  }, 60_000)

  it('is kept from search engines unless somebody says otherwise', async () => {
    const hidden = await anOpenPage(ours)
    const open = await anOpenPage(ours, { isFindable: 'on' })
    const answers = [await read(hidden.address), await read(open.address)]
    expect(answers.map((answer) => answer.headers.get('x-robots-tag'))).toEqual(['noindex, nofollow', null])
    expect((await answers[0]?.text())?.includes('noindex')).toBe(true)
    expect((await answers[1]?.text())?.includes('noindex')).toBe(false)
  })

  it('goes with its Site to the trash, and comes back with it', async () => {
    const { siteId, address } = await anOpenPage(ours)
    const { trashId } = await moveToTrash(ours, 'site', siteId)
    expect((await read(address)).status).toBe(404)
    await restoreFromTrash(ours, trashId)
    expect((await read(address)).status).toBe(200)
  })

  it('counts who guesses, and shuts nobody else out', async () => {
    const { address } = await anOpenPage(ours)
    const peer = '203.0.113.77'
    for (const guess of ['x', 'a'.repeat(16), '%00', `${address}a`, address.toUpperCase()])
      expect((await read(guess, { peer })).status).toBe(404)
    const row = await database().throttle.findFirstOrThrow({ where: { key: `link:${peer}` } })
    expect(row.failures).toBe(5)
    expect((await read(address, { peer })).status).toBe(200)
  })

  it('is opened by an owner or a manager, of their own Sites', async () => {
    const { siteId, address } = await anOpenPage(ours)
    const input = openPressPageSchema.parse({ siteId })
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(openPressPage(writer, input)).rejects.toThrow(Refusal)
    await expect(closePressPage(writer, { siteId })).rejects.toThrow(Refusal)
    await expect(renewPressAddress(writer, { siteId })).rejects.toThrow(Refusal)
    await expect(openPressPage(theirs, input)).rejects.toThrow(NotFound)
    await expect(closePressPage(theirs, { siteId })).rejects.toThrow(NotFound)
    expect((await read(address)).status).toBe(200)
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [siteId])
    const stranger = await aMember(ours.workspaceId, 'viewer', undefined, [])
    expect(await findPressPage(viewer, siteId)).toMatchObject({ address })
    expect(await findPressPage(stranger, siteId)).toBeNull()
    await expect(listPressChoices(viewer, { siteId, page: 1 })).rejects.toThrow(NotFound)
    const mentionId = await aPage(ours, siteId)
    await expect(setOnPress(theirs, { mentionId, title: '', isOff: true })).rejects.toThrow(NotFound)
    await expect(setOnPress(viewer, { mentionId, title: '', isOff: true })).rejects.toThrow(Refusal)
  })
})

describe('a press page of a workspace that is going to be deleted', () => {
  it('is closed until that is taken back', async () => {
    const { address } = await anOpenPage(theirs)
    const leave = (deletionDueAt: Date | null) =>
      database().workspace.update({ where: { id: theirs.workspaceId }, data: { deletionDueAt } })
    await leave(new Date('2026-03-10T00:00:00Z'))
    expect((await read(address)).status).toBe(404)
    await leave(null)
    expect((await read(address)).status).toBe(200)
  })
})
