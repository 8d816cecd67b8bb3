import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import type { ImportRow } from '#lib/server/imports/open-import.ts'
import { kindOfPlan, type PlanContext } from './import-plan.ts'
import type { KnownWorld } from './known-things.ts'
import { type OwnColumn, ownValues } from './own-columns.ts'
import { planRow } from './plan-row.ts'
import { type WantedRow, wantedThings } from './wanted-things.ts'

const KEPT_CELLS = 100

export type ReadRow = {
  number: number
  line: string
  record: unknown
  wanted: WantedRow | null
  /** Why nothing can be taken from it. */
  reason: string | null
  words: string[]
}

/** What a row of a file says, in the shape of what a workspace keeps. */
export function readRow(row: ImportRow, own: readonly OwnColumn[], context: PlanContext): ReadRow {
  const place = { number: row.at + 1, line: row.line === null ? '' : String(row.line) }
  if ('refused' in row) {
    const cells = row.cells.slice(0, KEPT_CELLS)
    return { ...place, record: { cells }, wanted: null, reason: row.refused, words: [] }
  }
  // Columns of the workspace's own are known of a lone table, not of several in a ZIP.
  const { values, problems } = ownValues(typeof row.line === 'number' ? own : [], row.cells)
  return {
    ...place,
    record: { ...row.record, own: values },
    wanted: wantedThings(row.record, values, context),
    reason: null,
    words: [...problems, ...provenanceWords(row.record)],
  }
}

function provenanceWords({ mention }: ImportRecord): string[] {
  if (mention?.provenance === 'exchange') return ['Marked as an exchange of links; kept as "paid elsewhere".']
  return mention?.provenance ? ['Marked as paid for; kept as "paid elsewhere".'] : []
}

/** What it would do, and the words beside it. */
export function plannedRow({ wanted, reason, words }: ReadRow, world: KnownWorld, context: PlanContext) {
  if (!wanted) return { kind: 'refused' as const, plan: {}, words: [reason ?? '', ...words] }
  const planned = planRow(wanted, world, context)
  if (!planned.ok) return { kind: 'refused' as const, plan: {}, words: [planned.reason] }
  return { kind: kindOfPlan(planned.plan), plan: planned.plan, words: [...words, ...planned.notes] }
}
