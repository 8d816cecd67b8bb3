import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { type ImportState, optionsOf } from './import-batch.ts'
import { readCounts } from './import-counts.ts'
import type { RowKind, RowPlan } from './import-plan.ts'
import { namesOfMembers } from './member-names-queries.ts'
import { undoHindrance } from './undo-hindrance.ts'
import type { KeptThing } from './undo-import.ts'

const BATCHES_PER_PAGE = 30
export const IMPORT_ROWS_PER_PAGE = 50
const DOWNLOADED_AT_ONCE = 1_000

export type ImportFacts = {
  columns?: { header: string; field: string | null }[]
  samples?: string[][]
  headerLine?: number | null
  delimiter?: string | null
  warnings?: string[]
  /** Fields where the file differs from what we have, and in how many rows. */
  differences?: { field: string; rows: number }[]
  kept?: KeptThing[]
}
export const IMPORT_VIEWS = ['new', 'changed', 'same', 'refused', 'differs'] as const
export type ImportView = (typeof IMPORT_VIEWS)[number]

/** Files people brought in, the newest first. */
export async function listImports(scope: WorkspaceScope, after: string | null = null) {
  authorizeToSee(scope, 'imports.run')
  const batches = await database().importBatch.findMany({
    where: { workspaceId: scope.workspaceId, kind: 'rows', ...(after ? { id: { lt: after } } : {}) },
    orderBy: [{ id: 'desc' }],
    take: BATCHES_PER_PAGE + 1,
    include: { by: { select: { name: true } } },
  })
  const shown = batches.slice(0, BATCHES_PER_PAGE)
  return {
    imports: shown.map(standing),
    next: batches.length > BATCHES_PER_PAGE ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** @throws NotFound */
export async function getImport(scope: WorkspaceScope, batchId: string) {
  authorizeToSee(scope, 'imports.run')
  const batch = await database().importBatch.findFirst({
    where: { workspaceId: scope.workspaceId, id: batchId, kind: 'rows' },
    include: { by: { select: { name: true } }, site: { select: { id: true, name: true } } },
  })
  if (!batch) throw new NotFound()
  const hindrance = await undoHindrance(batch)
  return { ...standing(batch), site: batch.site, hasFile: batch.blobId !== null, undoHindrance: hindrance }
}

export type ImportStanding = Awaited<ReturnType<typeof getImport>>

/** Rows of one kind in the order of the file. @param after the number of the last row seen */
export async function listImportRows(scope: WorkspaceScope, batchId: string, view: ImportView, after = 0) {
  authorizeToSee(scope, 'imports.run')
  const rows = await database().importRow.findMany({
    where: {
      workspaceId: scope.workspaceId,
      batchId,
      number: { gt: after },
      ...(view === 'differs' ? { differs: true } : { kind: view }),
    },
    orderBy: { number: 'asc' },
    take: IMPORT_ROWS_PER_PAGE + 1,
    select: { number: true, line: true, kind: true, record: true, plan: true, words: true, take: true },
  })
  const shown = rows
    .slice(0, IMPORT_ROWS_PER_PAGE)
    .map((row) => ({ ...row, kind: row.kind as RowKind, plan: row.plan as RowPlan }))
  return {
    rows: shown,
    /** By id: those whom these rows name as looking after an outlet. */
    members: await namesOfMembers(scope.workspaceId, shown.flatMap(ownersIn)),
    next: rows.length > IMPORT_ROWS_PER_PAGE ? (shown.at(-1)?.number ?? null) : null,
  }
}

function ownersIn({ plan: { prospect } }: { plan: RowPlan }): string[] {
  const { before, after } = prospect?.set?.ownerId ?? {}
  const { yours, theirs } = prospect?.kept?.ownerId ?? {}
  return [before, after, yours, theirs].filter((id) => typeof id === 'string')
}

export type ShownRow = Awaited<ReturnType<typeof listImportRows>>['rows'][number]

/** All rows, or those of one kind, batch by batch: for a file to save. */
export async function importRowsAfter(
  scope: WorkspaceScope,
  batchId: string,
  { kind, after }: { kind: RowKind | null; after: number },
) {
  authorizeToSee(scope, 'imports.run')
  return database().importRow.findMany({
    where: { workspaceId: scope.workspaceId, batchId, number: { gt: after }, ...(kind ? { kind } : {}) },
    orderBy: { number: 'asc' },
    take: DOWNLOADED_AT_ONCE,
    select: { number: true, line: true, kind: true, record: true, plan: true, words: true },
  })
}

type Stored = { state: string; counts: unknown; facts: unknown; options: unknown; mapping: unknown }

function standing<Batch extends Stored>(batch: Batch) {
  return {
    ...batch,
    state: batch.state as ImportState,
    counts: readCounts(batch.counts),
    facts: (batch.facts ?? {}) as ImportFacts,
    options: optionsOf(batch as Batch & { options: never }),
    mapping: batch.mapping as { header: string; field: string | null }[] | null,
  }
}
