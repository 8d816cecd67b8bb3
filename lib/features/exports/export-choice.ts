import { z } from 'zod'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOST_IDS = 5_000
const choiceSchema = z.object({
  ids: z
    .string()
    .optional()
    .transform((text) =>
      [...new Set((text ?? '').split(',').filter((id) => ID.test(id)))].slice(0, MOST_IDS),
    ),
  excel: z
    .string()
    .optional()
    .transform((text) => text === '1'),
})

/** Which rows a file is asked for, and how it is to be written. */
export type ExportChoice = {
  /** Only these, where some are named: rows somebody has ticked. */
  ids: readonly string[] | null
  /** With a byte order mark, which spreadsheets need to take a file for UTF-8. */
  forExcel: boolean
  /** The address's parameters as a page gets them: what is given twice is a list. */
  search: Record<string, string | string[]>
}

/** Reads what follows the "?" of an export's address. `ids=` without a single id in it means no row, not all of them. */
export function readExportChoice(url: string): ExportChoice {
  const parameters = new URL(url).searchParams
  const search = Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name)
      return [name, values.length > 1 ? values : (values[0] ?? '')]
    }),
  )
  const ids = parameters.has('ids') ? parameters.getAll('ids').join(',') : undefined
  const choice = choiceSchema.parse({ ids, excel: parameters.get('excel') ?? undefined })
  return { ids: ids === undefined ? null : choice.ids, forExcel: choice.excel, search }
}
