import type { Readable } from 'node:stream'
import { FORMAT, FORMAT_VERSION, type Manifest } from '#lib/domain/workspace-file/manifest.ts'
import { lineOf } from '#lib/domain/workspace-file/row-line.ts'
import type { Row } from '#lib/domain/workspace-file/table-fields.ts'
import type { WorkspaceTable } from '#lib/domain/workspace-file/workspace-table.ts'
import { SCHEMA_VERSION, WORKSPACE_TABLES } from '#lib/domain/workspace-file/workspace-tables.ts'
import type { Transaction } from '#lib/server/database.ts'
import { suppressionKeyToCarry } from './suppression-key-in-zip.ts'
import { CSV_FILES, csvLines } from './workspace-csv.ts'
import { clientOf, rowsOf, whereOf } from './workspace-rows.ts'
import { ZipEntryWriter } from './zip-entry-writer.ts'

/** As many entries as whoever reads the file accepts, with room for the rest. */
export const MOST_PAGES = 50_000
const PAGES = 'RawPage'

type Wanted = {
  workspaceId: string
  now: Date
  app: string
  withPages: boolean
  /** Called from time to time with how many lines are written. */
  onProgress: (written: number) => void
}

/** How many lines the file will have. */
export async function countLines(tx: Transaction, workspaceId: string, withPages: boolean): Promise<number> {
  let lines = 0
  for (const table of tablesFor(withPages)) {
    lines += await clientOf(tx, table.model).count({ where: whereOf(table, workspaceId) })
  }
  return lines
}

/**
 * The whole workspace as a ZIP, as it stands in the transaction's snapshot: lines of JSON to read back, tables for people,
 * and on wish the pages of looks. The manifest comes last, when every file's hash is known.
 */
export async function workspaceZip(tx: Transaction, wanted: Wanted): Promise<Readable> {
  const { workspaceId, now, withPages } = wanted
  const zip = new ZipEntryWriter(now)
  const pages = withPages ? await pagesOf(tx, workspaceId) : NO_PAGES
  const workspace = await tx.workspace.findUniqueOrThrow({
    where: { id: workspaceId },
    select: { name: true, slug: true },
  })
  zip.addText('README.txt', () => README)
  let written = 0
  const onLine = () => {
    written += 1
    if (written % 500 === 0) wanted.onProgress(written)
  }
  for (const table of tablesFor(withPages)) {
    zip.addLines(`data/${table.model}.jsonl`, linesOf(tx, table, { ...wanted, pages, onLine }))
  }
  for (const { name, header, pageOf } of CSV_FILES) {
    zip.addLines(name, csvLines(header, pageOf(tx, workspaceId)), { isListed: false })
  }
  for (const [id, name] of pages.names) zip.addPacked(name, () => bodyOf(tx, workspaceId, id))
  zip.addText('manifest.json', () => {
    const manifest: Manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      schemaVersion: SCHEMA_VERSION,
      exportedAt: now.toISOString(),
      app: wanted.app,
      workspace,
      pages: { carried: pages.names.size, leftOut: pages.leftOut },
      files: zip.files,
    }
    return `${JSON.stringify(manifest, null, 2)}\n`
  })
  zip.end()
  return zip.output
}

function tablesFor(withPages: boolean): WorkspaceTable[] {
  return WORKSPACE_TABLES.filter(({ model }) => withPages || model !== PAGES)
}

type Pages = { names: ReadonlyMap<string, string>; leftOut: number }
const NO_PAGES: Pages = { names: new Map(), leftOut: 0 }

/** The newest pages, and the entry each gets. */
async function pagesOf(tx: Transaction, workspaceId: string): Promise<Pages> {
  const all = await tx.rawPage.count({ where: { workspaceId } })
  const newest = await tx.rawPage.findMany({
    where: { workspaceId },
    orderBy: { id: 'desc' },
    take: MOST_PAGES,
    select: { id: true },
  })
  const named = newest
    .reverse()
    .map(({ id }, at) => [id, `evidence/${String(at + 1).padStart(6, '0')}.zst`] as const)
  return { names: new Map(named), leftOut: all - named.length }
}

async function bodyOf(tx: Transaction, workspaceId: string, id: string): Promise<Uint8Array> {
  const page = await tx.rawPage.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { body: true },
  })
  return page.body
}

type Lines = { workspaceId: string; now: Date; pages: Pages; onLine: () => void }

async function* linesOf(
  tx: Transaction,
  table: WorkspaceTable,
  { workspaceId, now, pages, onLine }: Lines,
): AsyncGenerator<string> {
  for await (const rows of rowsOf(tx, table, workspaceId)) {
    for (const row of rows) {
      const name = table.model === PAGES ? pages.names.get(String(row.id)) : undefined
      if (table.model === PAGES && name === undefined) continue
      yield JSON.stringify(lineOf(table, carried(table, row, workspaceId), now, name))
      onLine()
    }
  }
}

function carried({ model }: WorkspaceTable, row: Row, workspaceId: string): Row {
  if (model !== 'Workspace') return row
  return { ...row, suppressionKey: suppressionKeyToCarry(row.suppressionKey as string | null, workspaceId) }
}

const README = `A workspace of Rapport, whole.

data/      every row as a line of JSON: what another installation reads
csv/       prospects, contacts, pitches and mentions as tables, for people to read; they are never read back
evidence/  pages as they came when somebody looked, compressed with zstd (zstd -d), if they were asked for
manifest.json  what this file is, how many lines each part has, and their SHA-256

Keep this file as you would keep the workspace itself: it holds the people in it, their addresses and your letters,
and the key that stops are kept under. It opens no mailbox and no account, and nobody gets in by it.
`
