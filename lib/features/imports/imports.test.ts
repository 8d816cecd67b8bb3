import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { makeZip } from '#lib/server/imports/cases/make-zip.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anImport, aPreview, applied, undone } from '#lib/testing/an-import.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'

const SHEET = [
  'Name,Website,Email,Role,Tags,Notes',
  'Ana Ruiz,https://tea.example,ana@tea.example,Editor,"tea, travel",Met in Leipzig',
  'Ben Ode,https://tea.example/about,ben@tea.example,Writer,tea,',
  'Cy Lane,walks.example,cy@walks.example,,,=cmd',
  'Nobody,ftp://files.example,,,,',
].join('\n')

async function everything({ workspaceId }: WorkspaceScope) {
  const db = databaseAcrossWorkspaces()
  const where = { workspaceId, deletedAt: null }
  return {
    prospects: await db.prospect.findMany({ where, orderBy: { outletKey: 'asc' } }),
    contacts: await db.contact.findMany({ where, orderBy: { name: 'asc' } }),
    channels: await db.channel.findMany({ where, orderBy: { address: 'asc' }, include: { origin: true } }),
    ties: await db.affiliation.count({ where: { workspaceId } }),
    mentions: await db.mention.findMany({ where, orderBy: { url: 'asc' } }),
  }
}

async function counted(scope: WorkspaceScope) {
  const { prospects, contacts, channels, ties, mentions } = await everything(scope)
  return {
    prospects: prospects.length,
    contacts: contacts.length,
    channels: channels.length,
    ties,
    mentions: mentions.length,
  }
}

const NOTHING = { prospects: 0, contacts: 0, channels: 0, ties: 0, mentions: 0 }

describe('a preview', () => {
  it('tells what each row would do, and changes nothing', async () => {
    const { ours } = await twoWorkspaces()
    const preview = await aPreview(ours, SHEET)
    expect(preview).toMatchObject({ state: 'previewed', format: 'spreadsheet', total: 4 })
    expect(preview.counts).toMatchObject({ new: 3, changed: 0, same: 0, refused: 1 })
    expect(await counted(ours)).toEqual(NOTHING)
  })
})

describe('a hostile file', () => {
  it('that unpacks to very much more than it is fails with a sentence', async () => {
    const { ours } = await twoWorkspaces()
    const bomb = await aPreview(ours, await makeZip({ 'people.csv': Buffer.alloc(80_000_000, 'a,b,c\n') }))
    expect(bomb.state).toBe('failed')
    expect(bomb.failure).toMatch(/\w.*\.$/)
    expect(await counted(ours)).toEqual(NOTHING)
  })
})

describe('an applied import', () => {
  it('brings outlets, people and their addresses, with where they came from', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const batch = await anImport(ours, SHEET)
    expect(batch.state).toBe('applied')
    const { prospects, contacts, channels, ties } = await everything(ours)
    expect(prospects).toMatchObject([
      { outletKey: 'tea.example', tags: ['tea', 'travel'], note: 'Met in Leipzig', importBatchId: batch.id },
      { outletKey: 'walks.example' },
    ])
    expect(contacts.map(({ name, role }) => [name, role])).toEqual([
      ['Ana Ruiz', 'Editor'],
      ['Ben Ode', 'Writer'],
      ['Cy Lane', ''],
    ])
    expect(ties).toBe(3)
    expect(channels.map(({ address }) => address)).toEqual([
      'ana@tea.example',
      'ben@tea.example',
      'cy@walks.example',
    ])
    expect(channels[0]?.origin).toMatchObject({ page: '', words: 'Imported from file.csv on 4 March 2026.' })
    expect(await counted(theirs)).toEqual(NOTHING)
  })

  it('changes nothing the second time', async () => {
    const { ours } = await twoWorkspaces()
    await anImport(ours, SHEET)
    const before = await everything(ours)
    const again = await aPreview(at(ours, '2026-03-05T12:00:00Z'), SHEET)
    expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 3 })
    await applied(at(ours, '2026-03-05T12:00:00Z'), again.id)
    expect(await everything(ours)).toEqual(before)
  })

  it('is taken back whole where nobody has touched it', async () => {
    const { ours } = await twoWorkspaces()
    const batch = await anImport(ours, SHEET)
    const after = await undone(at(ours, '2026-03-05T12:00:00Z'), batch.id)
    expect(after).toMatchObject({ state: 'undone', counts: { removed: 5, kept: 0 } })
    expect(await counted(ours)).toEqual(NOTHING)
  })
})
