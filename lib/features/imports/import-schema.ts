import { z } from 'zod'
import { id, optionalChoice } from '../form-fields.ts'

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

export const applyImportSchema = z.object({ batchId: id('an import'), take: texts })

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
