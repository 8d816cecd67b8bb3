import { importFieldOf, MANY_COLUMNS } from '#lib/domain/imports/import-fields.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import type { ImportBatchRow } from './import-batch.ts'
import type { ColumnChoice } from './own-columns.ts'

/**
 * What the person said of each column; columns they were not asked about stay as the reader has them.
 *
 * @throws Refusal beside a column that is nothing we know, or the same as another
 */
export function columnsOf(
  { facts }: ImportBatchRow,
  fields: ReadonlyMap<number, string | null>,
): ColumnChoice[] {
  const { columns = [] } = (facts ?? {}) as { columns?: ColumnChoice[] }
  const chosen = columns.map(({ header, field }, at) => ({
    header,
    field: fields.has(at) ? (fields.get(at) ?? null) : field,
  }))
  const taken = new Map<string, string>()
  for (const [at, { header, field }] of chosen.entries()) {
    if (!field) continue
    const known = importFieldOf(field)
    if (!known && !/^(?:prospect|contact)\.custom\./.test(field))
      throw new Refusal('That is no field of Rapport.', 'Choose one from the list.', `field-${at}`)
    const other = taken.get(field)
    if (other !== undefined && !(known && MANY_COLUMNS.includes(known)))
      throw new Refusal(
        `“${header}” is the same field as “${other}”.`,
        'Choose another field for one of them, or leave it out.',
        `field-${at}`,
      )
    taken.set(field, header)
  }
  return chosen
}
