import { Readable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { readBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullBook } from '#lib/testing/a-full-book.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { broughtIn, entriesOf, exported } from '#lib/testing/workspace-zips.ts'
import { clearWorkspaceExports } from './clear-workspace-exports.ts'
import { readWorkspaceZip } from './read-workspace-zip.ts'
import { askForWorkspaceZip } from './workspace-export-commands.ts'
import { getWorkspaceExportFile, listWorkspaceExports } from './workspace-export-queries.ts'
import { bringInWorkspace } from './workspace-import-commands.ts'
import { getWorkspaceImport } from './workspace-import-queries.ts'
import { FILE_KEPT_DAYS, writeWorkspaceZip } from './write-workspace-zip.ts'

const db = databaseAcrossWorkspaces
const DAY_MS = 24 * 3_600_000
const upload = (bytes: Uint8Array) => ({ fileName: 'shop.zip', bytes: Readable.from([bytes]) })

let ours: WorkspaceScope
let zip: Buffer

beforeAll(async () => {
  ours = await aWorkspace('Ours')
  await aFullBook(ours, 'Ours')
  zip = await exported(ours)
})

describe('the file of a workspace', () => {
  it('is asked for, written, handed out for a week, and then gone', async () => {
    const { exportId } = await askForWorkspaceZip(ours, { withPages: false })
    await writeWorkspaceZip({ workspaceId: ours.workspaceId, exportId }, ours.now)
    const { fileName, blobId, size } = await getWorkspaceExportFile(ours, exportId)
    expect(fileName).toBe(`${ours.workspaceSlug}-2026-03-04.zip`)
    const bytes = Buffer.concat(await Readable.from(readBlob(ours.workspaceId, blobId)).toArray())
    expect(bytes.length).toBe(size)
    expect(Object.keys(await entriesOf(bytes))).toContain('manifest.json')
    const week = new Date(ours.now.getTime() + FILE_KEPT_DAYS * DAY_MS)
    await expect(getWorkspaceExportFile(at(ours, week), exportId)).rejects.toThrow(NotFound)
    await clearWorkspaceExports(new Date(week.getTime() - 1))
    expect((await listWorkspaceExports(ours)).find(({ id }) => id === exportId)?.blob).not.toBeNull()
    await Promise.all([clearWorkspaceExports(week), clearWorkspaceExports(week)])
    expect((await listWorkspaceExports(ours)).find(({ id }) => id === exportId)).toMatchObject({
      state: 'ready',
      blob: null,
    })
    expect(await db().blob.count({ where: { id: blobId } })).toBe(0)
  })

  it('is written once, however often it is asked for at the same moment', async () => {
    const both = await Promise.allSettled([
      askForWorkspaceZip(ours, { withPages: true }),
      askForWorkspaceZip(ours, { withPages: true }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await db().workspaceExport.updateMany({
      where: { workspaceId: ours.workspaceId },
      data: { state: 'failed' },
    })
  })

  it('stays one when its job runs twice', async () => {
    const { exportId } = await askForWorkspaceZip(ours, { withPages: false })
    const before = await db().blob.count({ where: { workspaceId: ours.workspaceId } })
    const job = { workspaceId: ours.workspaceId, exportId }
    await Promise.all([writeWorkspaceZip(job, ours.now), writeWorkspaceZip(job, ours.now)])
    await writeWorkspaceZip(job, ours.now)
    expect(await db().blob.count({ where: { workspaceId: ours.workspaceId } })).toBe(before + 1)
  })

  it('is for owners, and not written for somebody who is one no longer', async () => {
    for (const role of ['manager', 'writer', 'reviewer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role)
      await expect(askForWorkspaceZip(member, { withPages: false })).rejects.toThrow(Refusal)
      await expect(listWorkspaceExports(member)).rejects.toThrow(NotFound)
      await expect(bringInWorkspace(member, upload(zip))).rejects.toThrow(Refusal)
    }
    const owner = await aMember(ours.workspaceId, 'owner')
    const { exportId } = await askForWorkspaceZip(owner, { withPages: false })
    await db().member.update({ where: { id: owner.memberId }, data: { role: 'writer' } })
    await writeWorkspaceZip({ workspaceId: ours.workspaceId, exportId }, ours.now)
    expect(await db().workspaceExport.findUnique({ where: { id: exportId } })).toMatchObject({
      state: 'failed',
      blobId: null,
      failure: 'As a writer you cannot do this here.',
    })
  })

  it('of another workspace is not there', async () => {
    const theirs = await aWorkspace('Theirs')
    const { id } = await db().workspaceExport.findFirstOrThrow({
      where: { workspaceId: ours.workspaceId, state: 'ready' },
    })
    await expect(getWorkspaceExportFile(theirs, id)).rejects.toThrow(NotFound)
  })
})

describe('bringing a workspace in', () => {
  it('takes the file, reads it in the background, and tells what came', async () => {
    const target = await aWorkspace('Target')
    const { batchId } = await bringInWorkspace(target, upload(zip))
    expect(await getWorkspaceImport(target)).toMatchObject({ inTheWay: null, last: { state: 'uploaded' } })
    await readWorkspaceZip({ workspaceId: target.workspaceId, batchId }, target.now)
    const { last, inTheWay } = await getWorkspaceImport(target)
    expect(inTheWay).not.toBeNull()
    expect(last).toMatchObject({ state: 'applied', from: 'Ours', brokenChains: 0, failure: null })
    expect(last?.brought).toContainEqual({ what: 'prospects', count: 5 })
    expect(await db().blob.count({ where: { workspaceId: target.workspaceId } })).toBe(0)
  })

  it('is done once when its job runs twice, at once or again', async () => {
    const target = await aWorkspace('Target')
    const { batchId } = await bringInWorkspace(target, upload(zip))
    const job = { workspaceId: target.workspaceId, batchId }
    await Promise.allSettled([readWorkspaceZip(job, target.now), readWorkspaceZip(job, target.now)])
    await readWorkspaceZip(job, target.now)
    expect(await getWorkspaceImport(target)).toMatchObject({ last: { state: 'applied' } })
    expect(await db().prospect.count({ where: { workspaceId: target.workspaceId } })).toBe(5)
  })

  it('goes on after a worker died in the middle of writing', async () => {
    const target = await aWorkspace('Target')
    const { batchId } = await bringInWorkspace(target, upload(zip))
    // What a killed worker leaves: its transaction is undone, the word of how far it was stays.
    await db().importBatch.update({
      where: { id: batchId },
      data: { state: 'applying', done: 70, total: 100 },
    })
    await readWorkspaceZip({ workspaceId: target.workspaceId, batchId }, target.now)
    expect(await getWorkspaceImport(target)).toMatchObject({ last: { state: 'applied' } })
  })

  it('asks for an empty workspace, before and after the file is there', async () => {
    await expect(bringInWorkspace(ours, upload(zip))).rejects.toThrow(
      'This workspace is not empty: there are',
    )
    const target = await aWorkspace('Target')
    const { batchId } = await bringInWorkspace(target, upload(zip))
    await expect(bringInWorkspace(target, upload(zip))).rejects.toThrow('being read already')
    const { workspaceId } = target
    await db().tag.create({ data: { workspaceId, name: 'Gear', nameKey: 'gear', createdAt: target.now } })
    await readWorkspaceZip({ workspaceId, batchId }, target.now)
    expect(await getWorkspaceImport(target)).toMatchObject({
      last: { state: 'failed', failure: 'This workspace is not empty: there are tags in it.' },
    })
    expect(await db().prospect.count({ where: { workspaceId } })).toBe(0)
  })

  it('takes another file after one that was refused', async () => {
    const target = await aWorkspace('Target')
    expect(await broughtIn(target, zip.subarray(0, 1_000))).toMatchObject({ state: 'failed' })
    await expect(bringInWorkspace(target, upload(new Uint8Array()))).rejects.toThrow('That file is empty.')
    expect(await broughtIn(target, zip)).toMatchObject({ state: 'applied' })
  })

  it('leaves nothing of a file that broke off', async () => {
    const target = await aWorkspace('Target')
    const bytes = Readable.from(
      (async function* () {
        yield zip.subarray(0, 1_000)
        throw new Error('The line went dead')
      })(),
    )
    await expect(bringInWorkspace(target, { fileName: 'x.zip', bytes })).rejects.toThrow('The line went dead')
    expect(await db().blob.count({ where: { workspaceId: target.workspaceId } })).toBe(0)
  })
})
