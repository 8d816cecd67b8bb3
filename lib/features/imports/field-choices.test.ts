import { describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anImport, aPreview, applied, carriedOn, undone } from '#lib/testing/an-import.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { applyBatch } from './import-commands.ts'
import { getImport, listImportRows } from './import-queries.ts'
import { decideSchema } from './import-schema.ts'
import { chooseInRows, decideOnBatch } from './row-choice-commands.ts'
import { runImport } from './run-import.ts'

const db = () => databaseAcrossWorkspaces()
const FILE = [
  'Outlet,Website,Type,Country,Language,Why they would care,Assigned to',
  'The Tea Paper,tea.example,blog,Germany,German,They brew,Owner Two',
  'Walks Weekly,walks.example,blog,UK,English,They walk,Nobody We Know',
  'The Tea Gazette,tea.example,blog,,,,',
].join('\n')

async function twoProspects(scope: WorkspaceScope) {
  for (const [name, address] of [
    ['Tea Notes', 'https://tea.example'],
    ['Walks', 'https://walks.example'],
  ])
    await addProspect(
      scope,
      prospectSchema.parse({
        kind: 'podcast',
        name,
        address,
        country: 'AT',
        language: 'fr',
        whyCare: 'Mine',
      }),
    )
  await db().prospect.updateMany({ where: { workspaceId: scope.workspaceId }, data: { ownerId: null } })
}

async function prospects({ workspaceId }: WorkspaceScope) {
  const rows = await db().prospect.findMany({ where: { workspaceId }, orderBy: { outletKey: 'asc' } })
  return rows.map(({ name, kind, country, language, whyCare }) => [name, kind, country, language, whyCare])
}

const TEA = ['Tea Notes', 'podcast', 'AT', 'fr', 'Mine']
const WALKS = ['Walks', 'podcast', 'AT', 'fr', 'Mine']

describe('where file and book differ', () => {
  it('each field is told, counted over the file, and stays ours', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    const preview = await aPreview(ours, FILE)
    const counted = Object.fromEntries(
      (preview.facts.differences ?? []).map(({ field, rows }) => [field, rows]),
    )
    expect(counted).toEqual({
      'prospect.name': 3,
      'prospect.kind': 3,
      'prospect.country': 2,
      'prospect.language': 2,
      'prospect.whyCare': 2,
    })
    await applied(ours, preview.id)
    expect(await prospects(ours)).toEqual([TEA, WALKS])
  })

  it('the file’s is taken for the fields a person names, in all rows; of rows that disagree the first holds', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    await anImport(ours, FILE, { take: ['prospect.name', 'prospect.country'] })
    expect(await prospects(ours)).toEqual([
      ['The Tea Paper', 'podcast', 'DE', 'fr', 'Mine'],
      ['Walks Weekly', 'podcast', 'GB', 'fr', 'Mine'],
    ])
  })

  it('the file’s is taken for single fields of single rows, and goes back when the import is taken back', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    const preview = await aPreview(ours, FILE)
    await chooseInRows(ours, { batchId: preview.id, rows: [{ number: 2, take: ['prospect.whyCare'] }] })
    const { rows } = await listImportRows(ours, preview.id, 'differs')
    expect(rows.map(({ take }) => take)).toEqual([[], ['prospect.whyCare'], []])
    await applied(ours, preview.id, [], [{ number: 3, take: ['prospect.name'] }])
    const taken = [
      ['The Tea Gazette', 'podcast', 'AT', 'fr', 'Mine'],
      ['Walks', 'podcast', 'AT', 'fr', 'They walk'],
    ]
    expect(await prospects(ours)).toEqual(taken)
    await undone(at(ours, '2026-03-05T12:00:00Z'), preview.id)
    expect(await prospects(ours)).toEqual([TEA, WALKS])
  })

  it('a choice can be taken away again, and what is no field of ours is no choice', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    const { id: batchId } = await aPreview(ours, FILE)
    await chooseInRows(ours, { batchId, rows: [{ number: 1, take: ['prospect.name'] }] })
    const form = {
      batchId,
      intent: 'remember',
      shown: ['1', '2', 'x'],
      rowTake: ['2:prospect.kind', '2:prospect.id', '9:prospect.name', 'nonsense'],
    }
    const input = decideSchema.parse(form)
    expect(input.rows).toEqual([
      { number: 1, take: [] },
      { number: 2, take: ['prospect.kind'] },
    ])
    expect(await decideOnBatch(ours, { ...input, take: ['prospect.country'] })).toEqual({ isApplied: false })
    expect((await getImport(ours, batchId)).options.take).toEqual(['prospect.country'])
    await decideOnBatch(ours, decideSchema.parse({ batchId, take: ['prospect.id'] }))
    await carriedOn(ours, batchId)
    expect(await prospects(ours)).toEqual([TEA, ['Walks', 'blogger', 'AT', 'fr', 'Mine']])
  })

  it('is for those who may import, in their own workspace, and only before it is applied', async () => {
    const { ours, theirs } = await twoWorkspaces()
    await twoProspects(ours)
    const { id: batchId } = await aPreview(ours, FILE)
    const rows = [{ number: 1, take: ['prospect.name'] }]
    await expect(chooseInRows(theirs, { batchId, rows })).rejects.toThrow(NotFound)
    await expect(chooseInRows(await aMember(ours.workspaceId, 'writer'), { batchId, rows })).rejects.toThrow(
      Refusal,
    )
    await applied(ours, batchId)
    await expect(chooseInRows(ours, { batchId, rows })).rejects.toThrow(/no preview/)
    expect(await prospects(ours)).toEqual([TEA, WALKS])
  })

  it('two workers carry the choices out once', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    const { id: batchId } = await aPreview(ours, FILE)
    await applyBatch(ours, {
      batchId,
      take: ['prospect.country'],
      rows: [{ number: 1, take: ['prospect.name'] }],
    })
    const job = { workspaceId: ours.workspaceId, batchId }
    await Promise.all([runImport(job, ours.now), runImport(job, ours.now)])
    await runImport(job, ours.now)
    expect(await prospects(ours)).toEqual([
      ['The Tea Paper', 'podcast', 'DE', 'fr', 'Mine'],
      ['Walks', 'podcast', 'GB', 'fr', 'Mine'],
    ])
    const batch = await db().importBatch.findUniqueOrThrow({ where: { id: batchId } })
    expect(batch).toMatchObject({ state: 'applied', counts: { prospectsChanged: 2 } })
  })

  it('after a crash between two pieces the first of disagreeing rows still holds', async () => {
    const { ours } = await twoWorkspaces()
    await twoProspects(ours)
    const many = Array.from({ length: 1_100 }, (_, n) => `Outlet ${n},o${n}.example,,,,,`)
    const [head = '', first = '', ...rest] = FILE.split('\n')
    const last = 'The Tea Gazette,tea.example,,Austria,,,'
    const { id: batchId } = await aPreview(ours, [head, first, ...many, ...rest, last].join('\n'))
    await applyBatch(ours, { batchId, take: ['prospect.name'] })
    // A row nobody can read stops the worker behind its first piece, as a kill would.
    const where = { workspaceId: ours.workspaceId, batchId, number: 1_050 }
    const { record } = await db().importRow.findFirstOrThrow({ where })
    await db().importRow.updateMany({ where, data: { record: { prospect: { url: 5 } } } })
    const job = { workspaceId: ours.workspaceId, batchId }
    await expect(runImport(job, ours.now)).rejects.toThrow(TypeError)
    expect(await db().importBatch.findUnique({ where: { id: batchId } })).toMatchObject({ done: 1_000 })
    await db().importRow.updateMany({ where, data: { record: record as object } })
    await runImport(job, ours.now)
    const names = (await prospects(ours)).map(([name]) => name)
    expect(names).toHaveLength(1_102)
    expect(names.filter((name) => /^(?:The Tea|Tea)/.test(String(name)))).toEqual(['The Tea Paper'])
  }, 60_000)
})

describe('who looks after an outlet', () => {
  it('is a member of that name who may write here; other names are said', async () => {
    const { ours } = await twoWorkspaces()
    const two = await aMember(ours.workspaceId, 'writer')
    await db().member.update({ where: { id: two.memberId }, data: { name: 'Owner Two' } })
    const preview = await aPreview(ours, FILE)
    expect(preview.facts.warnings).toEqual([expect.stringMatching(/“Nobody We Know”/)])
    const { rows, members } = await listImportRows(ours, preview.id, 'new')
    expect(rows.map(({ words }) => words)).toEqual([
      '',
      'Nobody here is called “Nobody We Know”, so nobody looks after it yet.',
    ])
    expect(members).toEqual({ [two.memberId]: 'Owner Two' })
    await applied(ours, preview.id)
    const where = { workspaceId: ours.workspaceId }
    const found = await db().prospect.findMany({ where, orderBy: { outletKey: 'asc' } })
    expect(found.map(({ ownerId }) => ownerId)).toEqual([two.memberId, null])
  })

  it('is nobody where two have that name, or they left, or belong to another workspace', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const file =
      'Outlet,Website,Assigned to\nTea,tea.example,Same\nWalks,walks.example,Left\nRails,rails.example,Theirs\nInk,ink.example,Looks\n'
    const named = async (role: 'writer' | 'viewer', name: string, leftAt: Date | null = null) => {
      const { memberId } = await aMember(ours.workspaceId, role)
      await db().member.update({ where: { id: memberId }, data: { name, leftAt } })
    }
    await named('writer', 'Same')
    await named('writer', 'Same')
    await named('writer', 'Left', ours.now)
    await named('viewer', 'Looks')
    await db().member.update({ where: { id: theirs.memberId }, data: { name: 'Theirs' } })
    await anImport(ours, file)
    const found = await db().prospect.findMany({ where: { workspaceId: ours.workspaceId } })
    expect(found.map(({ ownerId }) => ownerId)).toEqual([null, null, null, null])
  })
})
