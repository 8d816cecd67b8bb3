import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { capturePage } from './capture-commands.ts'
import { captureSchema } from './capture-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

const input = (fields: Record<string, string>) =>
  captureSchema.parse({
    make: 'reading',
    url: 'https://packlight.test/seven',
    title: 'Seven packs - Packlight Diary',
    quote: '',
    ...fields,
  })

async function aSite(scope: WorkspaceScope, name = 'Fernway') {
  const { siteId } = await addSite(
    scope,
    siteSchema.parse({
      name,
      ownerName: name,
      domains: `${name.toLowerCase()}.test`,
      brandNames: '',
      peopleNames: '',
      timeZone: 'UTC',
    }),
  )
  return siteId
}

const count = (scope: WorkspaceScope, table: 'prospect' | 'readingNote' | 'mention' | 'touch') => {
  const { workspaceId } = scope
  if (table === 'prospect') return database().prospect.count({ where: { workspaceId } })
  if (table === 'readingNote') return database().readingNote.count({ where: { workspaceId } })
  if (table === 'mention') return database().mention.count({ where: { workspaceId } })
  return database().touch.count({ where: { workspaceId } })
}

describe('keeping a page', () => {
  it('makes a reading note with its words, and adds the outlet where it is new', async () => {
    const { path } = await capturePage(ours, input({ quote: 'A good pack disappears on your back.' }))
    const note = await database().readingNote.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId, id: path.split('/').at(-1) ?? '' },
      include: { prospect: true, pageCopy: true },
    })
    expect(note).toMatchObject({
      quote: 'A good pack disappears on your back.',
      url: 'https://packlight.test/seven',
      prospect: { name: 'Packlight Diary', outletKey: 'packlight.test', kind: 'blogger' },
      // The words count once the page itself is here.
      pageCopy: { status: 'waiting' },
    })
  })

  it('recognises the outlet by its key, and a second click makes nothing twice', async () => {
    const scope = await aWorkspace()
    const again = input({ quote: 'Four words of theirs' })
    const [one, two] = [await capturePage(scope, again), await capturePage(scope, again)]
    expect(one.path).toBe(two.path)
    await capturePage(scope, input({ url: 'http://www.packlight.test/another' }))
    expect([await count(scope, 'prospect'), await count(scope, 'readingNote')]).toEqual([1, 2])
  })

  it('keeps two passages of one page as two notes over one copy of it', async () => {
    const scope = await aWorkspace()
    await capturePage(scope, input({ quote: 'The first words of theirs' }))
    await capturePage(scope, input({ quote: 'The second words of theirs' }))
    const notes = await database().readingNote.findMany({ where: { workspaceId: scope.workspaceId } })
    expect(notes.map(({ quote }) => quote).sort()).toEqual([
      'The first words of theirs',
      'The second words of theirs',
    ])
    expect(new Set(notes.map(({ pageCopyId }) => pageCopyId)).size).toBe(1)
  })

  it('adds a prospect only, or opens the one that is there', async () => {
    const scope = await aWorkspace()
    const first = await capturePage(scope, input({ make: 'prospect', name: 'Packlight', kind: 'podcast' }))
    const second = await capturePage(scope, input({ make: 'prospect', name: 'Something else' }))
    expect(second).toEqual(first)
    const prospect = await database().prospect.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } })
    expect(prospect).toMatchObject({ name: 'Packlight', kind: 'podcast' })
  })

  it('makes one prospect of two pages kept at the same moment', async () => {
    const scope = await aWorkspace()
    await Promise.all([
      capturePage(scope, input({ make: 'prospect' })),
      capturePage(scope, input({ make: 'prospect', url: 'https://packlight.test/b' })),
    ])
    expect(await count(scope, 'prospect')).toBe(1)
  })

  it('records a mention of the only site, says where it came from, and looks', async () => {
    const scope = await aWorkspace()
    const siteId = await aSite(scope)
    const { path } = await capturePage(scope, input({ make: 'mention', quote: 'Fernway held.' }))
    expect((await capturePage(scope, input({ make: 'mention' }))).path).toBe(path)
    const mention = await database().mention.findFirstOrThrow({ where: { workspaceId: scope.workspaceId } })
    expect(mention).toMatchObject({ siteId, foundBy: 'capture', provenance: 'earned', lookState: 'waiting' })
    expect(mention.note).toBe('Seven packs - Packlight Diary\n\n“Fernway held.”')
    expect(await count(scope, 'prospect')).toBe(0)
  })

  it('asks which site where there are several, and for one where there is none', async () => {
    const scope = await aWorkspace()
    await expect(capturePage(scope, input({ make: 'mention' }))).rejects.toMatchObject({ field: 'siteId' })
    await aSite(scope, 'Fernway')
    const siteId = await aSite(scope, 'Mosskin')
    await expect(capturePage(scope, input({ make: 'mention' }))).rejects.toMatchObject({ field: 'siteId' })
    await capturePage(scope, input({ make: 'mention', siteId }))
    expect(await count(scope, 'mention')).toBe(1)
    await expect(capturePage(theirs, input({ make: 'mention', siteId }))).rejects.toThrow(Refusal)
  })

  it('logs a touch with the page and its words, once', async () => {
    const scope = await aWorkspace()
    const touch = input({ make: 'touch', touchKind: 'commented', quote: 'So true' })
    await capturePage(scope, touch)
    await capturePage(scope, touch)
    const [logged, ...others] = await database().touch.findMany({ where: { workspaceId: scope.workspaceId } })
    expect(others).toEqual([])
    expect(logged).toMatchObject({
      kind: 'commented',
      url: 'https://packlight.test/seven',
      note: 'Seven packs - Packlight Diary\n\n“So true”',
    })
  })

  it('is for those who may write', async () => {
    for (const role of ['reviewer', 'viewer'] as const)
      await expect(capturePage(await aMember(ours.workspaceId, role), input({}))).rejects.toThrow(Refusal)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '', 'two words', 'file:///etc/passwd'])(
    'refuses %j for an address',
    (url) => {
      expect(captureSchema.safeParse({ make: 'reading', url }).success).toBe(false)
    },
  )
})
