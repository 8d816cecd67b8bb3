import type { CustomField } from '../custom-fields.ts'

export const MERGE_KINDS = ['prospect', 'contact'] as const
export type MergeKind = (typeof MERGE_KINDS)[number]

/** Whose value stays: that of the row that is kept, of the one that goes, or of both, one under the other. */
export type Side = 'kept' | 'gone' | 'both'

/** A row as the database has it, by column. */
export type MergeRow = Readonly<Record<string, unknown>> & { readonly createdAt: Date }

/** What a person chooses between. Columns that mean something only together are chosen together; the first says whether there is a value. */
export type MergeField = {
  name: string
  label: string
  columns: readonly string[]
  isText?: boolean
  /** The key in `custom`, for a field of the workspace's own. */
  customKey?: string
}

/** Texts longer than a form takes are never glued together. */
export const TEXT_MAX_CHARACTERS = 4_000

const FIELDS: Readonly<Record<MergeKind, readonly MergeField[]>> = {
  prospect: [
    { name: 'name', label: 'Name', columns: ['name'] },
    { name: 'kind', label: 'Kind', columns: ['kind'] },
    { name: 'whyCare', label: 'Why their readers would care', columns: ['whyCare'], isText: true },
    { name: 'note', label: 'Worth remembering', columns: ['note'], isText: true },
    { name: 'language', label: 'Language', columns: ['language'] },
    { name: 'country', label: 'Country', columns: ['country'] },
    {
      name: 'guidelines',
      label: 'Guidelines',
      columns: ['guidelines', 'guidelinesUrl', 'guidelinesNote'],
    },
    { name: 'ownerId', label: 'Looked after by', columns: ['ownerId'] },
    { name: 'notForUs', label: 'Set aside', columns: ['notForUsAt', 'notForUsReason'] },
  ],
  contact: [
    { name: 'name', label: 'Name', columns: ['name'] },
    { name: 'role', label: 'What they do', columns: ['role'] },
    { name: 'country', label: 'Country', columns: ['country'] },
    { name: 'timeZone', label: 'Time zone', columns: ['timeZone'] },
    { name: 'writesAs', label: 'Who they write for', columns: ['writesAs'] },
    { name: 'note', label: 'Worth remembering', columns: ['note'], isText: true },
  ],
}

/** Every field two rows of a kind can differ in, the workspace's own among them. */
export function mergeFieldsOf(
  kind: MergeKind,
  own: readonly Pick<CustomField, 'key' | 'label'>[],
): MergeField[] {
  const custom = own.map(({ key, label }) => ({
    name: `custom:${key}`,
    label,
    columns: ['custom'],
    customKey: key,
  }))
  return [...FIELDS[kind], ...custom]
}

/** What a row says in a field; null where it says nothing. */
export function saidIn(row: MergeRow, field: MergeField): unknown {
  if (field.customKey !== undefined) return said(customOf(row)[field.customKey])
  if (field.name === 'writesAs' && row.writesAs === 'unknown') return null
  return said(row[field.columns[0] ?? ''])
}

/** Whether the two agree, so that there is nothing to choose. */
export function agree(kept: MergeRow, gone: MergeRow, field: MergeField): boolean {
  if (field.customKey !== undefined) return sameValue(saidIn(kept, field), saidIn(gone, field))
  return field.columns.every((column) => sameValue(said(kept[column]), said(gone[column])))
}

/** Whether both texts can stay, one under the other. */
export function mayKeepBoth(kept: MergeRow, gone: MergeRow, field: MergeField): boolean {
  const [one, other] = [saidIn(kept, field), saidIn(gone, field)]
  if (!field.isText || typeof one !== 'string' || typeof other !== 'string' || one === other) return false
  return glued(one, other).length <= TEXT_MAX_CHARACTERS
}

/**
 * Which value stays unless a person says otherwise: the only one there is; of two notes both, as nobody should lose what
 * they remembered; of two other texts the one that says more; else what the older row says.
 */
export function usualSide(kept: MergeRow, gone: MergeRow, field: MergeField): Side {
  const [one, other] = [saidIn(kept, field), saidIn(gone, field)]
  if (other === null || agree(kept, gone, field)) return 'kept'
  if (one === null) return 'gone'
  if (field.name === 'note' && mayKeepBoth(kept, gone, field)) return 'both'
  if (field.isText && typeof one === 'string' && typeof other === 'string' && one.length !== other.length) {
    return one.length > other.length ? 'kept' : 'gone'
  }
  return kept.createdAt <= gone.createdAt ? 'kept' : 'gone'
}

/** What the kept row becomes: the columns that change, and nothing else. */
export function mergedColumns(
  kind: MergeKind,
  kept: MergeRow,
  gone: MergeRow,
  fields: readonly MergeField[],
  choices: Readonly<Record<string, Side>>,
): Record<string, unknown> {
  const next: Record<string, unknown> = { ...unchosen(kind, kept, gone) }
  const custom = { ...customOf(gone), ...customOf(kept) }
  for (const field of fields) {
    const asked = choices[field.name] ?? usualSide(kept, gone, field)
    const side = asked === 'both' && !mayKeepBoth(kept, gone, field) ? usualSide(kept, gone, field) : asked
    if (field.customKey !== undefined) {
      const value = customOf(side === 'gone' ? gone : kept)[field.customKey]
      if (said(value) === null) delete custom[field.customKey]
      else custom[field.customKey] = value
    } else if (side === 'both') {
      next[field.columns[0] ?? ''] = glued(String(saidIn(kept, field)), String(saidIn(gone, field)))
    } else if (side === 'gone') {
      for (const column of field.columns) next[column] = gone[column]
    }
  }
  next.custom = custom
  return Object.fromEntries(Object.entries(next).filter(([column, value]) => !sameValue(value, kept[column])))
}

/** Equal as the database would give them back: dates by their instant, objects whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** What has one right answer: the union of what is sorted by, the first day known, the last touch. */
function unchosen(kind: MergeKind, kept: MergeRow, gone: MergeRow): Record<string, unknown> {
  const both = {
    tags: [...new Set([...listOf(kept.tags), ...listOf(gone.tags)])],
    createdAt: earlier(kept.createdAt, gone.createdAt),
  }
  if (kind === 'contact') {
    const links = [...listOf(kept.links), ...listOf(gone.links)]
    const seen = new Set<string>()
    return {
      ...both,
      links: links.filter((link) => !seen.has(canonical(link)) && seen.add(canonical(link))),
      cardUid: kept.cardUid ?? gone.cardUid ?? null,
    }
  }
  return {
    ...both,
    lastTouchAt: later(kept.lastTouchAt, gone.lastTouchAt),
    followedAt: earlier(kept.followedAt, gone.followedAt),
  }
}

function glued(one: string, other: string): string {
  return `${one}\n\n${other}`
}

function said(value: unknown): unknown {
  return value === undefined || value === '' ? null : value
}

function customOf(row: MergeRow): Record<string, unknown> {
  return (row.custom ?? {}) as Record<string, unknown>
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function earlier(one: unknown, other: unknown): Date | null {
  if (one instanceof Date && other instanceof Date) return one <= other ? one : other
  return one instanceof Date ? one : other instanceof Date ? other : null
}

function later(one: unknown, other: unknown): Date | null {
  if (one instanceof Date && other instanceof Date) return one >= other ? one : other
  return earlier(one, other)
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
}
