import { createHash } from 'node:crypto'
import { idInPlaceOf, type NewId } from '#lib/domain/workspace-file/moved-ids.ts'
import { storedOf } from '#lib/domain/workspace-file/row-line.ts'
import type { Row } from '#lib/domain/workspace-file/table-fields.ts'
import type { WorkspaceTable } from '#lib/domain/workspace-file/workspace-table.ts'
import { WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import type { Transaction } from '#lib/server/database.ts'
import { enqueueFetch } from '../reading/reading-commands.ts'
import { packedBody } from './check-evidence.ts'
import { insertRows } from './insert-rows-queries.ts'
import type { WorkspaceZip } from './open-workspace-zip.ts'
import { suppressionKeyToKeep } from './suppression-key-in-zip.ts'
import { WorkspaceFileRefused } from './workspace-file-refused.ts'
import { clientOf } from './workspace-rows.ts'
import { linesOf } from './zip-lines.ts'

const ROWS_AT_ONCE = 1_000
const BYTES_AT_ONCE = 2_000_000
const PAGES = 'RawPage'
const PAGES_AT_ONCE = 20
const HASH_CHARACTERS = 16

type Into = { workspaceId: string; newId: NewId; now: Date; onLine: () => void }

/** New ids for old ones: the same however often the import is begun, and not to be foreseen by who made the file. */
export function newIdsFor(batchId: string): NewId {
  return (id) => {
    const hash = createHash('sha256').update(`${batchId}:${id}`).digest('hex')
    return idInPlaceOf(id, hash.slice(0, HASH_CHARACTERS))
  }
}

/** Writes a file that was checked whole into an empty workspace, table by table. */
export async function writeWorkspaceRows(tx: Transaction, zip: WorkspaceZip, into: Into) {
  for (const table of WORKSPACE_TABLES) {
    const later = new Map<string, string[]>()
    const most = table.model === PAGES ? PAGES_AT_ONCE : ROWS_AT_ONCE
    let batch: Row[] = []
    let size = 0
    for await (const { value, bytes } of linesOf(zip, `data/${table.model}.jsonl`)) {
      const line = value as Row
      const made = storedOf(table, line, into)
      if (table.model === PAGES) made.row.body = await bodyOf(zip, line)
      batch.push(made.row)
      for (const [column, id] of Object.entries(made.later)) keepForLater(later, column, String(id), made.row)
      size += bytes
      if (batch.length >= most || size >= BYTES_AT_ONCE) {
        await writeBatch(tx, table, batch, into)
        batch = []
        size = 0
      }
      into.onLine()
    }
    if (batch.length > 0) await writeBatch(tx, table, batch, into)
    await tieWithin(tx, table, later, into)
  }
}

async function writeBatch(tx: Transaction, table: WorkspaceTable, rows: Row[], { workspaceId }: Into) {
  if (table.model === 'Workspace') return changeWorkspace(tx, rows[0] ?? {}, workspaceId)
  if (table.model === PAGES)
    await clientOf(tx, PAGES).createMany({ data: rows.map((row) => ({ workspaceId, ...row })) })
  else await insertRows(tx, workspaceId, table.model, rows)
  if (table.model !== 'PageCopy') return
  for (const { id, url, status } of rows) {
    if (status === 'waiting') await enqueueFetch(tx, workspaceId, { id: String(id), url: String(url) })
  }
}

async function changeWorkspace(tx: Transaction, row: Row, workspaceId: string) {
  const suppressionKey = suppressionKeyToKeep((row.suppressionKey ?? null) as string | null, workspaceId)
  await clientOf(tx, 'Workspace').updateMany({ where: { id: workspaceId }, data: { ...row, suppressionKey } })
}

/** Rows that lead to others of their table: once all of them are there. Those that lead to one go together. */
function keepForLater(later: Map<string, string[]>, column: string, target: string, { id }: Row) {
  const key = `${column}:${target}`
  const rows = later.get(key) ?? []
  rows.push(String(id))
  later.set(key, rows)
}

async function tieWithin(
  tx: Transaction,
  { model }: WorkspaceTable,
  later: Map<string, string[]>,
  { workspaceId }: Into,
) {
  for (const [key, ids] of later) {
    const [column = '', target = ''] = key.split(':')
    for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
      await clientOf(tx, model).updateMany({
        where: { workspaceId, id: { in: ids.slice(at, at + ROWS_AT_ONCE) } },
        data: { [column]: target },
      })
    }
  }
}

async function bodyOf(zip: WorkspaceZip, line: Row): Promise<Uint8Array> {
  const body = await packedBody(zip, String(line.body))
  if (typeof body === 'string') throw new WorkspaceFileRefused(`A page of evidence is gone: ${body}.`)
  return new Uint8Array(body)
}
