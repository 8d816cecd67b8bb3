import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { idInPlaceOf } from '#lib/domain/workspace-file/moved-ids.ts'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import { openWorkspaceZip } from '#lib/features/exports/open-workspace-zip.ts'
import { readWorkspaceZip } from '#lib/features/exports/read-workspace-zip.ts'
import { WITH_PAGES, writeWorkspaceZip } from '#lib/features/exports/write-workspace-zip.ts'
import { linesOf } from '#lib/features/exports/zip-lines.ts'
import { readBlob, writeBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { bytesSource } from '#lib/server/imports/import-source.ts'
import { openZip } from '#lib/server/imports/open-zip.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** The ZIP of a workspace, written as the worker writes it. */
export async function exported(scope: WorkspaceScope, { withPages = false } = {}): Promise<Buffer> {
  const { workspaceId, memberId: byId, now: at } = scope
  const db = databaseAcrossWorkspaces()
  const kind = withPages ? WITH_PAGES : 'workspace'
  const { id: exportId } = await db.workspaceExport.create({
    data: { workspaceId, kind, state: 'waiting', fileName: 'x.zip', byId, at },
  })
  await writeWorkspaceZip({ workspaceId, exportId }, at)
  const { blobId, failure } = await db.workspaceExport.findUniqueOrThrow({ where: { id: exportId } })
  if (!blobId) throw new Error(failure ?? 'It was not written')
  return buffer(readBlob(workspaceId, blobId))
}

/** Brings a ZIP in as the worker does, and answers what became of it. */
export async function broughtIn(scope: WorkspaceScope, zip: Buffer) {
  const { workspaceId, memberId: byId, now: createdAt } = scope
  const db = databaseAcrossWorkspaces()
  const { blobId } = await writeBlob(scope, bytesSource(zip).read(0, zip.length))
  const { id: batchId } = await db.importBatch.create({
    data: { workspaceId, blobId, fileName: 'x.zip', kind: 'workspace', state: 'uploaded', byId, createdAt },
  })
  await readWorkspaceZip({ workspaceId, batchId }, createdAt)
  return db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
}

/** What is in a ZIP, by name. */
export async function entriesOf(zip: Buffer): Promise<Record<string, Buffer>> {
  const { entries, bytes } = await openZip(bytesSource(zip), { entries: 10_000, unpackedBytes: 1e9 })
  const files: Record<string, Buffer> = {}
  for (const entry of entries) files[entry.fileName] = await buffer(Readable.from(bytes(entry)()))
  return files
}

type Lines = Record<string, Record<string, unknown>[]>

/**
 * The lines of a file, table by table, with every id exchanged for its table and its place there: what two files of one
 * workspace have in common. Ids keep their place in time, so the lines stand in the same order; those of the same
 * millisecond are put in order by what else they say.
 */
export async function canonical(zip: Buffer, { without = '' } = {}): Promise<Lines> {
  const opened = await openWorkspaceZip(bytesSource(zip))
  const all: Lines = {}
  for (const { model } of WORKSPACE_TABLES) {
    const lines: Record<string, unknown>[] = []
    for await (const { value } of linesOf(opened, `data/${model}.jsonl`))
      lines.push(value as Record<string, unknown>)
    all[model] = lines.filter(({ name }) => without === '' || model !== 'Member' || name !== without)
  }
  return withOrdinals(all)
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** What an id keeps of its place in time, wherever it comes to. */
const stem = (id: string) => idInPlaceOf(id, '0'.repeat(16))

function withOrdinals(all: Lines): Lines {
  const ordinals = new Map<string, string>()
  for (const [model, lines] of Object.entries(all)) {
    const blurred = (line: unknown) => JSON.stringify(line).replace(ID, stem)
    const inOrder = lines.map((line) => ({ line, by: blurred(line) })).sort((a, b) => (a.by < b.by ? -1 : 1))
    inOrder.forEach(({ line }, at) => {
      if (typeof line.id === 'string') ordinals.set(line.id, `${model}:${at + 1}`)
    })
    all[model] = inOrder.map(({ line }) => line)
  }
  return Object.fromEntries(
    Object.entries(all).map(([model, lines]) => [model, lines.map((line) => replaced(line, ordinals))]),
  )
}

function replaced(line: Record<string, unknown>, ordinals: Map<string, string>): Record<string, unknown> {
  const { sealedIds, ...rest } = line
  const text = JSON.stringify(rest).replace(ID, (id) => ordinals.get(id) ?? `gone:${stem(id)}`)
  return { ...JSON.parse(text), ...(sealedIds === undefined ? {} : { sealedIds }) }
}
