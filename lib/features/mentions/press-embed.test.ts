import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EmbedKind } from '#lib/domain/press/press-embed.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, aSiteOf } from '#lib/testing/a-report.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { embedResponse } from './open-press-embed.ts'
import { closePressEmbed, openPressEmbed } from './press-embed-commands.ts'
import { getPressEmbed } from './press-embed-queries.ts'
import { openPressEmbedSchema } from './press-embed-schema.ts'
import { openPressPage, setOnPress } from './press-page-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

let peers = 0
function read(path: string, { headers = {}, peer = '' }: { headers?: HeadersInit; peer?: string } = {}) {
  peers += 1
  const request = new Request(`https://rapport.test/embed/${path}`, { headers })
  const visit = { now: NOON, peer: peer || `198.51.100.${peers % 250}` }
  return embedResponse(request, path.split('/'), visit)
}

type Choice = { count?: number; kinds?: EmbedKind[]; withWords?: boolean }

async function anEmbed(scope: WorkspaceScope, choice: Choice = {}) {
  const siteId = await aSiteOf(scope, `Tern ${randomUUID().slice(0, 8)}`)
  const { address } = await openPressEmbed(scope, {
    ...{ siteId, count: 10, kinds: ['link', 'name'], withWords: false, ...choice },
  })
  return { siteId, address }
}

async function titles(address: string): Promise<string[]> {
  const { mentions } = await (await read(`${address}/press.json`)).json()
  return mentions.map(({ title }: { title: string }) => title)
}

describe('a Site’s press on other pages', () => {
  it('is off until it is turned on, keeps its address while it is on, and never has that one again', async () => {
    const siteId = await aSiteOf(ours, 'Off')
    expect(await getPressEmbed(ours, siteId)).toMatchObject({ href: null, choice: { count: 10 } })
    const input = { siteId, count: 3, kinds: ['link' as const], withWords: true }
    const { address } = await openPressEmbed(ours, input)
    expect(address).toMatch(/^[a-z2-9]{16}$/)
    expect(await openPressEmbed(ours, { ...input, count: 5 })).toEqual({ address })
    expect(await getPressEmbed(ours, siteId)).toMatchObject({
      ...{
        href: expect.stringMatching(new RegExp(`/embed/${address}$`)),
        embeddedBy: { name: ours.actorName },
      },
      choice: { count: 5, kinds: ['link'], withWords: true },
    })
    await closePressEmbed(ours, { siteId })
    await closePressEmbed(ours, { siteId })
    const gone = await read(address)
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store'])
    expect((await openPressEmbed(ours, input)).address).not.toBe(address)
  })

  it('shows what the press page shows, so many and of the chosen kinds, the newest first', async () => {
    const { siteId, address } = await anEmbed(ours, { withWords: true })
    const day = (published: string, more: object = {}) => ({
      more: { publishedOn: new Date(published), ...more },
    })
    const words = 'Write to mara@tern.example about <b>wind</b>.'
    await aMention(ours, siteId, { title: 'Linked', words, ...day('2026-02-01') })
    await aMention(ours, siteId, { title: 'Named', outcome: 'mentioned-unlinked', ...day('2026-03-01') })
    await aMention(ours, siteId, { title: 'Gift', ...day('2026-01-01', { provenance: 'sample' }) })
    const off = await aMention(ours, siteId, { title: 'Left off' })
    await setOnPress(ours, { mentionId: off, title: 'Left off', isOff: true })
    await aMention(ours, siteId, { title: 'Lost', outcome: 'lost' })
    await aMention(ours, siteId, { title: 'Bought', more: { provenance: 'paid-elsewhere' } })
    await aMention(ours, siteId, { title: 'Guess', more: { foundBy: 'feed', reviewSince: NOON } })
    await aMention(ours, siteId, { title: 'Trash', more: { deletedAt: NOON, liveUrlKey: null } })
    await aMention(ours, await aSiteOf(ours, 'Lumen'), { title: 'Secret of Lumen' })
    expect(await titles(address)).toEqual(['Named', 'Linked', 'Gift'])
    const text = await (await read(address)).text()
    expect(text).toContain('about &#60;b&#62;wind&#60;/b&#62;')
    expect(text).toContain('rel="noopener noreferrer nofollow"')
    expect(text).not.toMatch(/<script|mara@|Left off|Lost|Bought|Guess|Trash|Secret/)
    const choice = { siteId, count: 3, withWords: false }
    await openPressEmbed(ours, { ...choice, kinds: ['link'] })
    expect(await titles(address)).toEqual(['Linked', 'Gift'])
    await openPressEmbed(ours, { ...choice, kinds: ['name'] })
    expect(await titles(address)).toEqual(['Named'])
    expect(await (await read(address)).text()).not.toContain('<blockquote')
  })

  it('may be kept for some minutes, asked for by its mark, and the JSON read by any page’s scripts', async () => {
    const { siteId, address } = await anEmbed(ours)
    for (const path of [address, `${address}/press.json`]) {
      const answer = await read(path)
      const etag = answer.headers.get('etag') ?? ''
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300, must-revalidate')
      expect(answer.headers.get('set-cookie')).toBeNull()
      const isJson = path.endsWith('json')
      expect(answer.headers.get('access-control-allow-origin')).toBe(isJson ? '*' : null)
      expect((await read(path, { headers: { 'if-none-match': `"x", W/${etag}` } })).status).toBe(304)
      await aMention(ours, siteId, { title: randomUUID() })
      expect((await read(path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    }
  })

  it('unknown, off, of a Site in the trash, of the press page, or another file: the same 404', async () => {
    const { siteId, address } = await anEmbed(ours)
    const press = await openPressPage(ours, { siteId, name: '', intro: '', isFindable: false })
    const paths = ['a'.repeat(16), siteId, press.address, `${address}/press.xml`, `${address}/press.json/x`]
    const { trashId } = await moveToTrash(ours, 'site', siteId)
    const answers = await Promise.all([...paths, address, `${address}/press.json`].map((path) => read(path)))
    const [first, ...others] = await Promise.all(
      answers.map(async (one) => [one.status, [...one.headers], await one.text()]),
    )
    expect(first?.[0]).toBe(404)
    for (const other of others) expect(other).toEqual(first)
    await restoreFromTrash(ours, trashId)
    expect((await read(address)).status).toBe(200)
  })

  it('stays readable for who shares a way to us with one who guesses, whose tries are counted', async () => {
    const { address } = await anEmbed(ours)
    const peer = '203.0.113.9'
    for (let guess = 0; guess < 25; guess += 1) await read('b'.repeat(16), { peer })
    expect((await read(address, { peer })).status).toBe(200)
  })

  it('is turned on and off by owners and managers of its workspace', async () => {
    const { siteId } = await anEmbed(ours)
    const input = { siteId, count: 3, kinds: ['link' as const], withWords: false }
    const writer = await aMember(ours.workspaceId, 'writer')
    expect((await getPressEmbed(writer, siteId)).href).not.toBeNull()
    await expect(openPressEmbed(writer, input)).rejects.toThrow(Refusal)
    await expect(closePressEmbed(writer, { siteId })).rejects.toThrow(Refusal)
    await expect(openPressEmbed(theirs, input)).rejects.toThrow(NotFound)
    await expect(closePressEmbed(theirs, { siteId })).rejects.toThrow(NotFound)
    const viewer = await aMember(ours.workspaceId, 'viewer', NOON, [siteId])
    await expect(getPressEmbed(viewer, siteId)).rejects.toThrow(NotFound)
  })
})

describe('what somebody chooses', () => {
  const siteId = randomUUID()
  it.each<[string, object, boolean]>([
    ['one kind', { count: '5', kinds: ['link'] }, true],
    ['both kinds', { count: '50', kinds: ['link', 'name'], withWords: 'on' }, true],
    ['no kind', { count: '5' }, false],
    ['a kind nobody knows', { count: '5', kinds: ['lost'] }, false],
    ['a number that is not offered', { count: '100000', kinds: ['link'] }, false],
    ['no number', { kinds: ['link'] }, false],
  ])('%s', (_, fields, isFine) => {
    expect(openPressEmbedSchema.safeParse({ siteId, ...fields }).success).toBe(isFine)
  })
})
