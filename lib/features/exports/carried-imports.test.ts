import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anImport, undone } from '#lib/testing/an-import.ts'
import { at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { broughtIn, exported } from '#lib/testing/workspace-zips.ts'
import { applyBatch, dropBatch, undoBatch } from '../imports/import-commands.ts'
import { getImport } from '../imports/import-queries.ts'

const db = () => databaseAcrossWorkspaces()

let ours: WorkspaceScope
let target: WorkspaceScope
let carriedId: string
let workspaceBatchId: string

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  await anImport(ours, 'Outlet,Website\nTea,tea.example\n')
  target = at(await aWorkspace('Target'), '2026-03-10T09:00:00Z')
  workspaceBatchId = (await broughtIn(target, await exported(ours))).id
  const where = { workspaceId: target.workspaceId, kind: 'rows' }
  carriedId = (await db().importBatch.findFirstOrThrow({ where })).id
})

describe('an import that was carried here with its workspace', () => {
  it('cannot be taken back, and says why; what it brought stays', async () => {
    await expect(undoBatch(target, { batchId: carriedId })).rejects.toThrow(/carried here with its workspace/)
    const shown = await getImport(target, carriedId)
    expect(shown).toMatchObject({
      state: 'applied',
      undoHindrance: { message: expect.stringMatching(/carried/) },
    })
    expect(await db().prospect.count({ where: { workspaceId: target.workspaceId } })).toBe(1)
  })

  it('is told from one that was made here', async () => {
    const later = at(target, '2026-03-11T09:00:00Z')
    const batch = await anImport(later, 'Outlet,Website\nWalks,walks.example\n')
    expect(batch.undoHindrance).toBeNull()
    expect(await undone(later, batch.id)).toMatchObject({ state: 'undone', counts: { removed: 1 } })
  })

  it('can still be taken back where it was made', async () => {
    const where = { workspaceId: ours.workspaceId, kind: 'rows' }
    const { id } = await db().importBatch.findFirstOrThrow({ where })
    expect((await getImport(ours, id)).undoHindrance).toBeNull()
  })
})

describe('the coming of a whole workspace', () => {
  it('is no import of rows: it is not taken back, applied or dropped as one', async () => {
    const batchId = workspaceBatchId
    await expect(undoBatch(target, { batchId })).rejects.toThrow(/whole workspace .* cannot be taken back/)
    await expect(applyBatch(target, { batchId, take: [] })).rejects.toThrow(NotFound)
    await expect(dropBatch(target, { batchId })).rejects.toThrow(NotFound)
    await expect(undoBatch(ours, { batchId })).rejects.toThrow(NotFound)
    expect(await db().importBatch.findUniqueOrThrow({ where: { id: batchId } })).toMatchObject({
      state: 'applied',
    })
  })
})
