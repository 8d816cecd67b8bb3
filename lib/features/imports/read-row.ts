import type { ImportRecord } from '#lib/domain/imports/import-record.ts'
import type { ImportRow } from '#lib/server/imports/open-import.ts'
import { kindOfPlan, type PlanContext } from './import-plan.ts'
import type { KnownWorld } from './known-things.ts'
import { type OwnColumn, ownValues } from './own-columns.ts'
import { planRow } from './plan-row.ts'
import { nameKeyOf } from './stored-text.ts'
import { type WantedRow, wantedThings } from './wanted-things.ts'

const KEPT_CELLS = 100

export type ReadRow = {
  number: number
  line: string
  record: unknown
  wanted: WantedRow | null
  /** As they stand in the file: for a row that is refused in the end, to be mended. */
  cells: readonly string[]
  /** A name that nobody here who could look after an outlet has, or several have. */
  unknownOwner: string | null
  /** Why nothing can be taken from it. */
  reason: string | null
  words: string[]
}

/** What a row of a file says, in the shape of what a workspace keeps. */
export function readRow(row: ImportRow, own: readonly OwnColumn[], context: PlanContext): ReadRow {
  const place = { number: row.at + 1, line: row.line === null ? '' : String(row.line) }
  const cells = row.cells.slice(0, KEPT_CELLS)
  if ('refused' in row) {
    const nothing = { wanted: null, unknownOwner: null, words: [] }
    return { ...place, ...nothing, record: { cells }, cells, reason: row.refused }
  }
  // Columns of the workspace's own are known of a lone table, not of several in a ZIP.
  const { values, problems } = ownValues(typeof row.line === 'number' ? own : [], row.cells, context.format)
  const wanted = wantedThings(row.record, values, context)
  const { owner } = row.record.prospect ?? {}
  const unknownOwner = owner && wanted.prospect?.ownerId === null ? owner : null
  return {
    ...place,
    record: { ...row.record, own: values },
    wanted,
    cells,
    unknownOwner,
    reason: null,
    words: [...problems, ...ownerWords(unknownOwner, context), ...provenanceWords(row.record)],
  }
}

function ownerWords(name: string | null, { members }: PlanContext): string[] {
  if (name === null) return []
  const several = members.has(nameKeyOf(name))
  return [
    several
      ? `Several people here are called “${name}”, so nobody was chosen to look after it.`
      : `Nobody here is called “${name}”, so nobody looks after it yet.`,
  ]
}

const NAMED_OWNERS = 5

/** One sentence for the whole file. */
export function unknownOwnerWords(names: readonly string[]): string {
  const shown = names.slice(0, NAMED_OWNERS).map((name) => `“${name}”`)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ''
  return `Not told who is meant by ${shown.join(', ')}${more}: their outlets come in without anybody to look after them. The names are looked for among the people who may write here.`
}

function provenanceWords({ mention }: ImportRecord): string[] {
  if (mention?.provenance === 'exchange') return ['Marked as an exchange of links; kept as "paid elsewhere".']
  return mention?.provenance ? ['Marked as paid for; kept as "paid elsewhere".'] : []
}

/** What it would do, and the words beside it. */
export function plannedRow(
  { wanted, reason, words, record, cells }: ReadRow,
  world: KnownWorld,
  context: PlanContext,
) {
  if (!wanted) return { kind: 'refused' as const, plan: {}, words: [reason ?? '', ...words] }
  const planned = planRow(wanted, world, context)
  if (!planned.ok) {
    const kept = { ...(record as object), cells }
    return { kind: 'refused' as const, plan: {}, words: [planned.reason], record: kept }
  }
  return { kind: kindOfPlan(planned.plan), plan: planned.plan, words: [...words, ...planned.notes] }
}
