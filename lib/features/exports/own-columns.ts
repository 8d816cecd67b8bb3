import type { CsvCell } from '#lib/domain/exports/csv-line.ts'
import { headerKey } from '#lib/domain/imports/header-text.ts'
import type { WorkspaceField } from '../prospects/custom-field-queries.ts'

const OWN_FIELD = /\(own field [^()]+\)$/

/** Headers of a workspace's own fields. One that is called like a column of ours says whose it is. */
export function ownHeaders(fields: readonly WorkspaceField[], taken: readonly string[]): string[] {
  const names = new Set(taken.map(headerKey))
  return fields.map(({ label, key }) => {
    // The importer must tell them apart again: lib/features/imports/own-columns.ts
    const isClear = !names.has(headerKey(label)) && !OWN_FIELD.test(label)
    const header = isClear ? label : `${label} (own field ${key})`
    names.add(headerKey(header))
    return header
  })
}

/** A row's values of those fields. Numbers stay numbers. */
export function ownValues(fields: readonly WorkspaceField[], custom: Record<string, unknown>): CsvCell[] {
  return fields.map(({ key }) => {
    const value = Object.hasOwn(custom, key) ? custom[key] : null
    return typeof value === 'string' || typeof value === 'number' ? value : null
  })
}

/** A moment as it stands in a file: ISO 8601, UTC, without what nobody reads. */
export function moment(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z')
}

export function listed(words: readonly string[]): string {
  return words.join(', ')
}
