import type { DateOrder } from '#lib/domain/imports/import-dates.ts'
import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { blobSource } from '#lib/server/blobs.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { type ImportRow, type OpenedImport, openImport } from '#lib/server/imports/open-import.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { listCustomFields } from '../prospects/custom-field-queries.ts'
import { countKinds, type ImportBatchRow, Overtaken, optionsOf } from './import-batch.ts'
import { factsOf, withOwnColumns } from './import-facts.ts'
import { differs, type PlanContext } from './import-plan.ts'
import { countDifferences, insertImportRows, type NewImportRow } from './import-row-queries.ts'
import { KnownWorld } from './known-things.ts'
import { knownThings } from './known-things-queries.ts'
import { membersByName } from './member-names-queries.ts'
import { type ColumnChoice, mappingForReader, type OwnColumn, ownColumns } from './own-columns.ts'
import { plannedRow, readRow, unknownOwnerWords } from './read-row.ts'
import { settleSite } from './site-of-import.ts'
import { stoppedRows } from './stopped-rows.ts'
import { TagSpelling } from './tag-spelling.ts'

const ROWS_AT_ONCE = 500
/** What one file may bring: what it changes is held in memory while it is read. */
export const IMPORT_MAX_ROWS = 200_000

/**
 * Reads a file and compares every row with the workspace, without changing anything in it: what stands in ImportRow
 * afterwards is the preview. Taken up after a crash it reads the file again from its beginning, to know what the rows it
 * has would do, and writes the rows behind them.
 */
export async function readImport(batch: ImportBatchRow, scope: WorkspaceScope) {
  const source = batch.blobId ? await blobSource(batch.workspaceId, batch.blobId, batch.fileName) : null
  if (!source) return fail(batch, 'The file is not here any more. Bring it in again.')
  const choices = batch.mapping as ColumnChoice[] | null
  const { dateOrder } = optionsOf(batch)
  const opened = await openImport(source, {
    mapping: mappingForReader(choices),
    dateOrder: (dateOrder ?? null) as DateOrder | null,
  })
  const facts = factsOf(opened)
  if (opened.format === 'unknown') {
    if (opened.columns.length === 0)
      return fail(batch, opened.warnings()[0] ?? 'This file could not be read.')
    return settle(batch, { state: 'mapping', format: 'unknown', encoding: opened.encoding, facts })
  }
  const site = await settleSite(batch, opened)
  if (site === 'asked') {
    return settle(batch, { state: 'mapping', format: opened.format, encoding: opened.encoding, facts })
  }
  await settle(batch, { format: opened.format, encoding: opened.encoding, facts, siteId: site?.id ?? null })
  const fields = [
    ...(await listCustomFields(scope, 'prospect')),
    ...(await listCustomFields(scope, 'contact')),
  ]
  const isOurPage = targetMatcher(
    (site?.domains ?? []).map((domain) => ({ domain, includeSubdomains: true })),
  )
  const own = ownColumns(opened.columns, choices, fields, opened.format)
  const reading: Reading = {
    scope,
    batch,
    world: new KnownWorld(),
    tags: new TagSpelling(scope),
    own: own.columns,
    unknownOwners: new Set(),
    done: batch.done,
    leftOut: 0,
    stopped: 0,
    context: {
      batchId: batch.id,
      format: opened.format,
      siteId: site?.id ?? null,
      isOurPage,
      take: new Set(),
      members: await membersByName(batch.workspaceId),
      now: scope.now,
      newId,
    },
  }
  const notes = await readRows(opened, reading)
  await finish(batch, reading, withOwnColumns(facts, own.columns), [
    ...opened.warnings(),
    ...own.problems,
    ...notes,
  ])
}

type Reading = {
  scope: WorkspaceScope
  batch: ImportBatchRow
  context: PlanContext
  world: KnownWorld
  tags: TagSpelling
  own: OwnColumn[]
  done: number
  /** Pages that no Site was chosen for. */
  leftOut: number
  /** Rows with somebody who must not be written to. */
  stopped: number
  /** Names in the file of people who would look after an outlet, and are not here. */
  unknownOwners: Set<string>
}

async function readRows(opened: OpenedImport, reading: Reading): Promise<string[]> {
  const notes: string[] = []
  let rows: ImportRow[] = []
  for await (const row of opened.records()) {
    if (row.at >= IMPORT_MAX_ROWS) {
      notes.push(
        `Only the first ${IMPORT_MAX_ROWS.toLocaleString('en')} rows were read. Bring the rest in as another file.`,
      )
      break
    }
    rows.push(row)
    if (rows.length < ROWS_AT_ONCE) continue
    await readSome(rows, reading)
    rows = []
  }
  if (rows.length > 0) await readSome(rows, reading)
  if (reading.leftOut > 0) {
    const pages = reading.leftOut === 1 ? 'page that mentions' : 'pages that mention'
    notes.push(
      `${reading.leftOut} ${pages} you ${reading.leftOut === 1 ? 'is' : 'are'} left out: no site was chosen for them.`,
    )
  }
  const { unknownOwners } = reading
  if (unknownOwners.size > 0) notes.push(unknownOwnerWords([...unknownOwners]))
  return notes
}

async function readSome(rows: readonly ImportRow[], reading: Reading) {
  const { scope, batch, context, world } = reading
  const where = { workspaceId: batch.workspaceId, batchId: batch.id }
  const read = rows.map((row) => readRow(row, reading.own, context))
  if (context.siteId === null) reading.leftOut += read.filter(({ record }) => isMention(record)).length
  for (const { unknownOwner } of read) if (unknownOwner !== null) reading.unknownOwners.add(unknownOwner)
  const wanted = read.flatMap((each) => each.wanted ?? [])
  await reading.tags.respell(wanted)
  world.ask(await knownThings({ ...where, siteId: context.siteId }, wanted))
  const planned = read.map((each) => ({ ...each, ...plannedRow(each, world, context) }))
  const stopped = await stoppedRows(planned, scope)
  reading.stopped += stopped.size
  const fresh = planned
    .filter(({ number }) => number > reading.done)
    .map(
      ({ number, line, kind, record, plan, words }): NewImportRow => ({
        number,
        line,
        kind,
        record,
        plan,
        words: [...words, ...(stopped.has(number) ? [STOPPED] : [])].join(' '),
        differs: differs(plan),
      }),
    )
  const last = fresh.at(-1)?.number
  if (last === undefined) return
  await inTransaction(async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { workspaceId: where.workspaceId, id: where.batchId, state: 'reading', done: reading.done },
      data: { done: last },
    })
    if (count === 0) throw new Overtaken()
    await insertImportRows(tx, where, fresh)
  })
  reading.done = last
}

const STOPPED = 'Somebody here must not be written to. They may come in, and stay stopped.'

function isMention(record: unknown): boolean {
  return Boolean((record as { mention?: unknown }).mention)
}

async function finish(batch: ImportBatchRow, reading: Reading, facts: object, warnings: string[]) {
  const { workspaceId, id } = batch
  await inTransaction(async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { workspaceId, id, state: 'reading', done: reading.done },
      data: { total: reading.done },
    })
    if (count === 0) throw new Overtaken()
    const counts = await countKinds(tx, { workspaceId, batchId: id })
    const whole = await wholeRefusal(tx, batch, counts)
    const differences = await countDifferences(tx, { workspaceId, batchId: id })
    await tx.importBatch.updateMany({
      where: { workspaceId, id },
      data: {
        state: whole ? 'failed' : 'previewed',
        failure: whole,
        previewedAt: reading.scope.now,
        counts: { ...counts, stopped: reading.stopped },
        facts: { ...facts, warnings: warnings.slice(0, 100), differences },
      },
    })
  })
}

/** A file that is refused as a whole says why in its only row. */
async function wholeRefusal(
  tx: Transaction,
  { workspaceId, id }: ImportBatchRow,
  counts: Record<string, number>,
) {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'There are no rows in this file.'
  if (total !== 1 || counts.refused !== 1) return null
  const only = await tx.importRow.findFirst({
    where: { workspaceId, batchId: id },
    select: { line: true, words: true },
  })
  return only?.line === '' ? only.words : null
}

function fail(batch: ImportBatchRow, failure: string) {
  return settle(batch, { state: 'failed', failure })
}

async function settle(
  { workspaceId, id }: ImportBatchRow,
  data: Parameters<ReturnType<typeof database>['importBatch']['updateMany']>[0]['data'],
) {
  const { count } = await database().importBatch.updateMany({
    where: { workspaceId, id, state: 'reading' },
    data,
  })
  if (count === 0) throw new Overtaken()
}
