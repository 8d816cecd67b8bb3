import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { recordAudit } from '#lib/features/audit/audit-log.ts'
import { WITH_PAGES, writeWorkspaceZip } from '#lib/features/exports/write-workspace-zip.ts'
import { deleteBlob, readBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = `Writes a whole workspace to a ZIP: lines of JSON, tables for people, and on wish the pages of looks.

  npm run export-workspace -- SLUG FILE.zip [--with-pages]

Keep the file as you would keep the database. npm run import-workspace brings it in elsewhere.`

const {
  positionals: [slug, file],
  values,
} = parseArgs({ allowPositionals: true, options: { 'with-pages': { type: 'boolean' } } })
if (slug && file) await withLocalDatabase(() => write(slug, file))
else fail(USAGE)

async function write(slug: string, file: string) {
  const db = databaseAcrossWorkspaces()
  const workspace = await db.workspace.findUnique({ where: { slug }, select: { id: true } })
  const owner =
    workspace &&
    (await db.member.findFirst({ where: { workspaceId: workspace.id, role: 'owner' }, select: { id: true } }))
  if (!workspace || !owner) return fail(`There is no workspace ${slug} with an owner.`)
  const [now, workspaceId] = [new Date(), workspace.id]
  const kind = values['with-pages'] ? WITH_PAGES : 'workspace'
  const { id: exportId } = await db.workspaceExport.create({
    data: { workspaceId, kind, state: 'waiting', fileName: `${slug}.zip`, byId: owner.id, at: now },
  })
  await inTransaction((tx) => {
    const details = { exportId, withPages: kind === WITH_PAGES }
    const operator = { workspaceId, now, kind: 'system' } as const
    return recordAudit(tx, operator, 'export.workspace', { objectId: workspaceId, details })
  })
  await writeWorkspaceZip({ workspaceId, exportId }, now)
  const { blobId, failure } = await db.workspaceExport.findUniqueOrThrow({ where: { id: exportId } })
  await db.workspaceExport.delete({ where: { id: exportId } })
  if (!blobId) return fail(failure ?? 'It could not be written.')
  await pipeline(
    Readable.from(readBlob(workspaceId, blobId)),
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
  )
  await deleteBlob(workspaceId, blobId)
  console.log(`Wrote ${file}.`)
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}
