import { describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { isSameOrigin } from '#lib/server/upload.ts'
import { anImport, aPreview } from '#lib/testing/an-import.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { clearImports } from './clear-imports.ts'
import { applyBatch, dropBatch, startImport, undoBatch } from './import-commands.ts'
import { getImport } from './import-queries.ts'
import { importRowsFile } from './import-rows-file.ts'
import { uploadImport } from './upload-import.ts'

const SHEET = 'Name,Website,Email\nAna,tea.example,ana@tea.example\n"=HYPERLINK(1)",ftp://x.example,\n'
const db = () => databaseAcrossWorkspaces()

function upload(body: BodyInit, headers: Record<string, string> = {}) {
  return new Request('https://rapport.test/w/x/imports/upload', { method: 'POST', body, headers })
}

function form(file: Blob | null, name = 'people.csv') {
  const data = new FormData()
  data.set('other', 'words')
  if (file) data.set('file', file, name)
  return upload(data)
}

describe('an upload', () => {
  it('stores the file and begins its import, under a name that is no path', async () => {
    const { ours } = await twoWorkspaces()
    const answer = await uploadImport(ours, form(new Blob([SHEET]), '../../etc/people.csv'))
    const { id, ...batch } = await db().importBatch.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId },
    })
    expect(answer).toEqual({ goTo: `/w/${ours.workspaceSlug}/imports/${id}` })
    expect(batch).toMatchObject({ state: 'uploaded', byId: ours.memberId })
    expect(batch.fileName).not.toMatch(/[/\\]/)
    expect(await db().blob.findFirstOrThrow({ where: { workspaceId: ours.workspaceId } })).toMatchObject({
      isWhole: true,
      size: SHEET.length,
    })
  })

  it('without a file, broken off, or no form at all keeps nothing and says so', async () => {
    const { ours } = await twoWorkspaces()
    const type = { 'content-type': 'multipart/form-data; boundary=x' }
    const torn = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nName,Web'
    expect(await uploadImport(ours, form(null))).toEqual({ problem: 'no-file' })
    expect(await uploadImport(ours, upload('hello'))).toEqual({ problem: 'no-file' })
    expect(await uploadImport(ours, upload(torn, type))).toEqual({ problem: 'broke-off' })
    expect(await db().blobChunk.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
    expect(await db().importBatch.count({ where: { workspaceId: ours.workspaceId } })).toBe(0)
  })

  it('is taken from our own pages only', () => {
    const from = (origin: string) => upload('', { origin, host: 'rapport.test' })
    expect(isSameOrigin(from('https://rapport.test'), 'https://rapport.test')).toBe(true)
    expect(isSameOrigin(from('https://evil.test'), 'https://rapport.test')).toBe(false)
    expect(isSameOrigin(from('null'), 'https://rapport.test')).toBe(false)
    expect(isSameOrigin(upload(''), 'https://rapport.test')).toBe(false)
  })
})

describe('who may', () => {
  it('bring in, apply, drop and take back: owners and managers, in their own workspace', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const { id: batchId } = await aPreview(ours, SHEET)
    const { blobId } = await db().importBatch.findFirstOrThrow({ where: { id: batchId } })
    const writer = await aMember(ours.workspaceId, 'writer')
    await expect(applyBatch(writer, { batchId, take: [] })).rejects.toThrow(Refusal)
    await expect(uploadImport(writer, form(new Blob([SHEET])))).rejects.toThrow(Refusal)
    await expect(getImport(writer, batchId)).rejects.toThrow(NotFound)
    await expect(applyBatch(theirs, { batchId, take: [] })).rejects.toThrow(NotFound)
    await expect(startImport(theirs, { blobId: blobId ?? '', fileName: 'a' })).rejects.toThrow(NotFound)
    const manager = await aMember(ours.workspaceId, 'manager')
    await applyBatch(manager, { batchId, take: [] })
    await expect(applyBatch(manager, { batchId, take: [] })).rejects.toThrow(/being applied/)
    await expect(dropBatch(manager, { batchId })).rejects.toThrow(/being applied/)
    await expect(undoBatch(manager, { batchId })).rejects.toThrow(/being applied/)
  })
})

describe('rows as a file', () => {
  it('hold the refused cells as they were, and nothing a spreadsheet would run', async () => {
    const { ours } = await twoWorkspaces()
    const { id } = await aPreview(ours, SHEET)
    const text = await (await importRowsFile(ours, id, 'refused')).text()
    expect(text).toContain("'=HYPERLINK(1)")
    expect(text).not.toMatch(/(?:^|,|")=/m)
    expect(text.trim().split('\r\n')).toHaveLength(2)
    expect((await (await importRowsFile(ours, id, null)).text()).trim().split('\r\n')).toHaveLength(3)
  })
})

describe('at night', () => {
  it('go the rows of imports older than 30 days, and half uploads older than a day; what was brought stays', async () => {
    const { ours } = await twoWorkspaces()
    const batch = await anImport(ours, SHEET)
    const { workspaceId } = ours
    await db().blob.create({ data: { workspaceId, sha256: '', size: 0, chunkSize: 1, createdAt: ours.now } })
    await clearImports(new Date('2026-03-20T03:00:00Z'))
    expect(await db().importRow.count({ where: { workspaceId } })).toBe(2)
    expect(await db().blob.count({ where: { workspaceId } })).toBe(1)
    await clearImports(new Date('2026-04-20T03:00:00Z'))
    expect(await db().importRow.count({ where: { workspaceId } })).toBe(0)
    expect(await db().prospect.count({ where: { workspaceId } })).toBe(1)
    await expect(undoBatch(at(ours, '2026-04-20T12:00:00Z'), { batchId: batch.id })).rejects.toThrow(
      /30 days/,
    )
  })
})
