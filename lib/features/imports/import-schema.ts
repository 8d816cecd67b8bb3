import { z } from 'zod'
import { id, optionalChoice, tick } from '../form-fields.ts'
import type { RowChoice } from './row-choice-queries.ts'
import { GUESSED_SITE, isTakeable } from './takeable-fields.ts'

export const oneImportSchema = z.object({ batchId: id('an import') })

/** "none": the pages in the file are left out. Empty: not asked, or left as it is. */
const siteChoice = z
  .union([z.literal(''), z.literal('none'), z.uuid('That choice is not in the list.')])
  .optional()
  .default('')

const texts = z.array(z.string().max(500)).max(2_000).optional().default([])

/** How a file is to be read. `field-0`, `field-1` ... name the field of each column, in their order; empty: none. */
export const readAsSchema = z
  .looseObject({
    batchId: id('an import'),
    dateOrder: optionalChoice(['day-first', 'month-first']),
    siteId: siteChoice,
  })
  .transform(({ batchId, dateOrder, siteId, ...rest }) => ({
    batchId,
    dateOrder,
    siteId,
    fields: columnFields(rest),
  }))

/** "12:prospect.name": in row 12 the file's name is taken. */
const ROW_FIELD = /^(\d{1,9}):(.+)$/

/**
 * What becomes of a preview. `take`: fields where the file's value wins in every row. `shown` are the numbers of the rows
 * that were on the page, and `rowTake` what is ticked in them: a row on the page without a tick keeps ours.
 */
export const decideSchema = z
  .object({
    batchId: id('an import'),
    intent: z.enum(['apply', 'remember']).optional().default('apply'),
    take: texts,
    takeSites: tick(),
    shown: texts,
    rowTake: texts,
  })
  .transform(({ batchId, intent, take, takeSites, shown, rowTake }) => ({
    batchId,
    intent,
    take: takeSites ? [...take, GUESSED_SITE] : take,
    rows: rowChoices(shown, rowTake),
  }))

export type ReadAsInput = z.output<typeof readAsSchema>

/** Null where the form did not ask. */
function columnFields(rest: Record<string, unknown>): Map<number, string | null> | null {
  const fields = Object.entries(rest).flatMap(([name, value]) => {
    const at = /^field-(\d{1,4})$/.exec(name)?.[1]
    return at !== undefined && typeof value === 'string'
      ? [[Number(at), value.slice(0, 200) || null] as const]
      : []
  })
  return fields.length > 0 ? new Map(fields) : null
}

function rowChoices(shown: readonly string[], taken: readonly string[]): RowChoice[] {
  const byRow = new Map<number, string[]>()
  for (const number of shown) if (/^\d{1,9}$/.test(number)) byRow.set(Number(number), [])
  for (const text of taken) {
    const [, number = '', field = ''] = ROW_FIELD.exec(text) ?? []
    if (isTakeable(field)) byRow.get(Number(number))?.push(field)
  }
  return [...byRow].map(([number, take]) => ({ number, take: [...new Set(take)] }))
}
