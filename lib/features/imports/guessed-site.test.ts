import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anImport, aPreview, applied, undone } from '#lib/testing/an-import.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { listImportRows } from './import-queries.ts'
import { importRowsFile } from './import-rows-file.ts'
import { GUESSED_SITE } from './takeable-fields.ts'

const db = () => databaseAcrossWorkspaces()
const FILE = [
  'Outlet,Name,Email,Notes',
  'Tea Blog,Ana Ruiz,ana@mail.teablog.example,Nice',
  'Walks,Ben Ode,ben@gmail.com,',
  'Rails,,,No people',
].join('\n')

async function outlets({ workspaceId }: WorkspaceScope) {
  const rows = await db().prospect.findMany({ where: { workspaceId }, orderBy: { outletKey: 'asc' } })
  return rows.map(({ name, outletKey, homepage }) => [name, outletKey, homepage])
}

async function people({ workspaceId }: WorkspaceScope) {
  const rows = await db().contact.findMany({
    where: { workspaceId },
    orderBy: { name: 'asc' },
    include: { affiliations: { include: { prospect: true } } },
  })
  return rows.map(({ name, role, affiliations }) => [
    name,
    role,
    affiliations.map((tie) => tie.prospect.outletKey),
  ])
}

describe('an outlet with a name and no address', () => {
  it('is not made; the reason says what to do, and the row can be saved to be mended', async () => {
    const { ours } = await twoWorkspaces()
    const preview = await aPreview(ours, FILE)
    const { rows } = await listImportRows(ours, preview.id, 'refused')
    expect(rows.map(({ words }) => words)).toEqual([
      expect.stringMatching(/no web address .* Write its address into a column such as “Website”/),
    ])
    const saved = await (await importRowsFile(ours, preview.id, 'refused')).text()
    expect(saved.split('\r\n')[1]).toMatch(/,Rails,,,No people$/)
  })

  it('is offered the site that an address of its own domain gives away, never one of freemail', async () => {
    const { ours } = await twoWorkspaces()
    const preview = await aPreview(ours, FILE)
    expect(preview.facts.differences).toEqual([{ field: GUESSED_SITE, rows: 1 }])
    const { rows } = await listImportRows(ours, preview.id, 'differs')
    expect(rows.map(({ plan }) => plan.guess)).toEqual([
      { outlet: 'Tea Blog', address: 'ana@mail.teablog.example', url: 'https://teablog.example' },
    ])
  })

  it('stays unmade where nobody takes the guess: only the people come in', async () => {
    const { ours } = await twoWorkspaces()
    await anImport(ours, FILE)
    expect(await outlets(ours)).toEqual([])
    expect(await people(ours)).toEqual([
      ['Ana Ruiz', 'Tea Blog', []],
      ['Ben Ode', 'Walks', []],
    ])
  })

  it('is made where a person takes the guess, in one row or in all, and goes again', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const preview = await aPreview(ours, FILE)
    await applied(ours, preview.id, [], [{ number: 1, take: [GUESSED_SITE] }])
    expect(await outlets(ours)).toEqual([['Tea Blog', 'teablog.example', 'https://teablog.example']])
    expect(await people(ours)).toEqual([
      ['Ana Ruiz', '', ['teablog.example']],
      ['Ben Ode', 'Walks', []],
    ])
    await undone(at(ours, '2026-03-05T12:00:00Z'), preview.id)
    expect(await outlets(ours)).toEqual([])
    await anImport(theirs, FILE, { take: [GUESSED_SITE] })
    expect((await outlets(theirs)).map(([name]) => name)).toEqual(['Tea Blog'])
  })

  it('is the one we have where its name or its guessed key is known, and is not made twice', async () => {
    const { ours } = await twoWorkspaces()
    await anImport(ours, 'Outlet,Website\nTea Blog,https://tea.example\nKettles,https://kettles.example\n')
    const file = 'Outlet,Name,Email\nTea Blog,Ana,ana@teablog.example\nThe Kettle,Ben,ben@kettles.example\n'
    const preview = await aPreview(ours, file)
    expect(preview.facts.differences).toEqual([{ field: GUESSED_SITE, rows: 1 }])
    await applied(ours, preview.id, [GUESSED_SITE])
    expect((await outlets(ours)).map(([name]) => name)).toEqual(['Kettles', 'Tea Blog'])
    expect(await people(ours)).toEqual([
      ['Ana', '', ['tea.example']],
      ['Ben', '', ['kettles.example']],
    ])
  })
})
