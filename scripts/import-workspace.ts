import path from 'node:path'
import { parseArgs } from 'node:util'
import { readWorkspaceZip } from '#lib/features/exports/read-workspace-zip.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { deleteWorkspaceRows } from '#lib/features/workspaces/delete-workspace-rows.ts'
import { writeBlob } from '#lib/server/blobs.ts'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { fileSource } from '#lib/server/imports/import-source.ts'
import { withLocalDatabase } from './with-local-database.ts'

const USAGE = `Brings the ZIP of a whole workspace into a new one.

  npm run import-workspace -- FILE.zip --slug NEW --owner anna@example.com

The owner must have an account here. Members of the file come as names without access.`

const {
  positionals: [file],
  values: { slug, owner },
} = parseArgs({ allowPositionals: true, options: { slug: { type: 'string' }, owner: { type: 'string' } } })
if (file && slug && owner) await withLocalDatabase(() => bringIn(file, slug, owner.toLowerCase()))
else fail(USAGE)

async function bringIn(file: string, slug: string, email: string) {
  const db = databaseAcrossWorkspaces()
  if (!/^[a-z0-9-]{1,40}$/.test(slug)) return fail('A slug is made of small letters, digits and hyphens.')
  if (await db.workspace.count({ where: { slug } })) return fail(`There is a workspace ${slug} already.`)
  const user = await db.user.findUnique({ where: { email } })
  if (!user) return fail(`No account has the address ${email}.`)
  const source = await fileSource(file).catch(() => null)
  if (!source) return fail(`There is no file ${file}.`)
  const now = new Date()
  const { id: workspaceId } = await db.workspace.create({ data: { slug, name: slug, createdAt: now } })
  const { id: byId } = await db.member.create({
    data: { workspaceId, userId: user.id, name: user.name, role: 'owner', joinedAt: now },
  })
  const { blobId } = await writeBlob(await actingScope(byId, now), source.read(0, source.size))
  const fileName = path.basename(file)
  const { id: batchId } = await db.importBatch.create({
    data: { workspaceId, blobId, fileName, kind: 'workspace', state: 'uploaded', byId, createdAt: now },
  })
  await readWorkspaceZip({ workspaceId, batchId }, now)
  const { state, failure, counts } = await db.importBatch.findUniqueOrThrow({ where: { id: batchId } })
  if (state === 'applied') {
    const { rows } = counts as { rows: Record<string, number> }
    const count = Object.values(rows).reduce((sum, each) => sum + each, 0)
    console.log(`Brought in ${count.toLocaleString('en')} rows: /w/${slug}`)
    return
  }
  await inTransaction((tx) => deleteWorkspaceRows(tx, workspaceId))
  fail(failure ?? 'It could not be read.')
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}
