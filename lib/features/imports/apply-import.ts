import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { database, inTransaction, isTaken, type Transaction } from '#lib/server/database.ts'
import { newId } from '#lib/server/new-id.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { countKinds, type ImportBatchRow, Overtaken, optionsOf } from './import-batch.ts'
import { readCounts, withPlans } from './import-counts.ts'
import { kindOfPlan, type PlanContext, type RowPlan, writtenPart } from './import-plan.ts'
import { settleImportRows } from './import-row-queries.ts'
import type { KnownWorld } from './known-things.ts'
import { knownThings } from './known-things-queries.ts'
import { membersByName } from './member-names-queries.ts'
import { planRow } from './plan-row.ts'
import { readForSearch, readUnread } from './search-words-queries.ts'
import { keepNewTags, TagSpelling } from './tag-spelling.ts'
import { type OwnValues, wantedThings } from './wanted-things.ts'
import { worldOf } from './world-of-batch.ts'
import { type WriteFacts, writePlans } from './write-rows-queries.ts'

const ROWS_AT_ONCE = 1_000
/** Somebody may add an outlet by hand at the very moment its row is written; then the batch is planned anew. */
const TRIES = 5

/**
 * Carries out what the preview showed, batch by batch, each in one transaction with the place it has come to: killed at
 * any instant it goes on behind the last batch. Every batch is compared once more, so that what people did since the
 * preview stands. While one batch is written, the next is compared and the one before is read for the search.
 */
export async function applyImport(batch: ImportBatchRow, scope: WorkspaceScope) {
  const job = await jobOf(scope, batch)
  if (batch.done > 0) await readUnread(job.facts)
  let isMore = true
  for (let failed = 0; isMore; ) {
    try {
      const some = await inTransaction((tx) => applySome(tx, job))
      isMore = some.isMore
      // Beside the next rows, and no more than one batch behind them.
      await job.reading
      if (isMore) job.reading = readForSearch(database(), job.facts, { prospectIds: some.unread })
      job.reading?.catch(() => {})
      failed = 0
    } catch (error) {
      failed += 1
      if (!(error instanceof OldNews || isTaken(error)) || failed === TRIES) throw error
      job.known = await knownAt(batch, job.scope)
      job.ahead = undefined
    }
  }
}

/** What the rows were compared with is not so any more. */
class OldNews extends Error {
  override name = 'OldNews'
}

type Job = {
  scope: WorkspaceScope
  batch: ImportBatchRow
  facts: WriteFacts
  context: PlanContext
  known: Known
  /** The last batch's prospects are being read for the search. */
  reading?: Promise<void>
  /** The rows after that number, compared while the ones before were written. */
  ahead?: { after: number; planned: Promise<Planned> }
}

type Known = { world: KnownWorld; tags: TagSpelling }
type RowRead = { number: number; record: unknown; take: string[] }
type Planned = {
  rows: readonly RowRead[]
  planned: readonly ReturnType<typeof planRow>[]
  newTags: readonly string[]
}

async function jobOf(scope: WorkspaceScope, batch: ImportBatchRow): Promise<Job> {
  const { workspaceId, id: batchId, siteId, fileName, byId: memberId } = batch
  const { take = [], applyAt } = optionsOf(batch)
  const at = new Date(applyAt ?? scope.now)
  const site = siteId
    ? await database().site.findFirst({ where: { workspaceId, id: siteId }, select: { domains: true } })
    : null
  return {
    scope: { ...scope, now: at },
    batch,
    known: await knownAt(batch, { ...scope, now: at }),
    facts: { workspaceId, batchId, memberId, siteId, at, originWords: originWords(fileName, at) },
    context: {
      batchId,
      format: (batch.format ?? 'unknown') as ImportFormat,
      siteId,
      isOurPage: targetMatcher((site?.domains ?? []).map((domain) => ({ domain, includeSubdomains: true }))),
      take: new Set(take),
      members: await membersByName(workspaceId),
      now: at,
      newId,
    },
  }
}

async function knownAt(batch: ImportBatchRow, scope: WorkspaceScope): Promise<Known> {
  return { world: await worldOf(batch), tags: new TagSpelling(scope) }
}

/** @returns whether there are more rows, and the prospects made that are not read for the search yet: of the last rows none */
async function applySome(tx: Transaction, job: Job): Promise<{ isMore: boolean; unread: string[] }> {
  const { scope, facts } = job
  const { workspaceId, batchId } = facts
  // Holds the batch: of two workers that have it, the second waits here and then finds the place has moved on.
  const [held] = await tx.importBatch.updateManyAndReturn({
    where: { workspaceId, id: batchId, state: 'applying' },
    data: { failure: null },
    select: { done: true, total: true, counts: true },
  })
  if (!held) throw new Overtaken()
  const some = await (job.ahead?.after === held.done ? job.ahead.planned : planAfter(held.done, job))
  const last = some.rows.at(-1)?.number ?? 0
  const isMore = some.rows.length === ROWS_AT_ONCE
  if (isMore) job.ahead = { after: last, planned: planAfter(last, job) }
  else await job.reading
  job.ahead?.planned.catch(() => {})
  const { plans, unread } = some.rows.length > 0 ? await write(tx, some, job) : { plans: [], unread: [] }
  if (!isMore) await readForSearch(tx, facts, { prospectIds: unread })
  const counts = withPlans(readCounts(held.counts), plans)
  await tx.importBatch.updateMany({
    where: { workspaceId, id: batchId },
    data: {
      done: isMore ? last : (held.total ?? 0),
      counts: isMore ? counts : { ...counts, ...(await countKinds(tx, { workspaceId, batchId })) },
      ...(isMore ? {} : { state: 'applied', appliedAt: scope.now }),
    },
  })
  return { isMore, unread }
}

/** Compares the next rows that write something with the workspace and with the rows before, which may still be on their way. */
async function planAfter(number: number, { facts, context, known }: Job): Promise<Planned> {
  const { workspaceId, batchId } = facts
  const { world, tags } = known
  const rows = await rowsAfter(number, facts, context)
  const wanted = rows.map(({ record }) => {
    const { own, ...read } = record as ImportRecord & { own?: OwnValues }
    return wantedThings(read, own ?? { prospect: {}, contact: {} }, context)
  })
  const newTags = await tags.respell(wanted)
  const asked = await knownThings({ workspaceId, batchId, siteId: context.siteId }, wanted)
  world.writePlans()
  world.ask(asked)
  const planned = wanted.map((each, at) => {
    const take = rows[at]?.take ?? []
    const ofRow = take.length === 0 ? context : { ...context, take: new Set([...context.take, ...take]) }
    return planRow(each, world, ofRow)
  })
  return { rows, planned, newTags }
}

/** The next rows that write something. Nobody but who holds the batch changes them. */
function rowsAfter(
  number: number,
  { workspaceId, batchId }: WriteFacts,
  { take }: PlanContext,
): Promise<RowRead[]> {
  return database().importRow.findMany({
    where: {
      workspaceId,
      batchId,
      number: { gt: number },
      OR: [
        { kind: { in: ['new', 'changed'] } },
        { differs: true, ...(take.size > 0 ? {} : { take: { isEmpty: false } }) },
      ],
    },
    orderBy: { number: 'asc' },
    take: ROWS_AT_ONCE,
    select: { number: true, record: true, take: true },
  })
}

async function write(
  tx: Transaction,
  { rows, planned, newTags }: Planned,
  { scope, facts }: Job,
): Promise<{ plans: RowPlan[]; unread: string[] }> {
  const { workspaceId, batchId } = facts
  if (!(await keepNewTags(tx, scope, newTags))) throw new OldNews()
  const plans = planned.flatMap((each) => (each.ok ? each.plan : []))
  const unread = await writePlans(tx, facts, plans)
  await settleImportRows(
    tx,
    { workspaceId, batchId },
    rows.map(({ number }, at) => {
      const each = planned[at]
      if (!each?.ok) return { number, kind: 'refused', applied: null, words: each?.reason ?? '' }
      return { number, kind: kindOfPlan(each.plan), applied: writtenPart(each.plan), words: null }
    }),
  )
  return { plans, unread }
}

function originWords(fileName: string, at: Date): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return `Imported from ${fileName} on ${day.format(at)}.`
}
