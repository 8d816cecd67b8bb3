import { z } from 'zod'
import { CURRENCIES, readAmount } from '#lib/domain/samples/sample-money.ts'
import { parseWebAddress } from '#lib/domain/web-address.ts'
import { choice, id, line } from '../form-fields.ts'

export const ITEM_NAME_MAX_CHARACTERS = 200
const MOST_IN_STOCK = 1_000_000

const fields = z.object({
  siteId: id('which site it is of'),
  name: line('what it is', { max: ITEM_NAME_MAX_CHARACTERS }),
  page: optionalAddress(),
  cost: z.string().optional().default(''),
  currency: choice(CURRENCIES, 'a currency'),
  stock: z
    .string()
    .optional()
    .default('')
    .transform((typed) => typed.trim())
    .pipe(z.string().regex(/^-?\d{0,7}$/, 'Please give a whole number, or leave it empty.'))
    .transform((typed) => (typed === '' || typed === '-' ? null : Number(typed)))
    .pipe(
      z
        .number()
        .min(-MOST_IN_STOCK, 'That is too few to be true.')
        .max(MOST_IN_STOCK, `At most ${MOST_IN_STOCK.toLocaleString('en')}, please.`)
        .nullable(),
    ),
})

export const addItemSchema = fields.transform(withCost)
export const changeItemSchema = fields.extend({ itemId: id('an item') }).transform(withCost)

export type ItemInput = z.output<typeof addItemSchema>

/** The cost is read with its currency: ¥12.50 is none. */
function withCost<Typed extends { cost: string; currency: string; page: string | null }>(
  { cost, page, ...rest }: Typed,
  context: z.RefinementCtx,
) {
  const costMinor = cost.trim() === '' ? null : readAmount(cost, rest.currency)
  if (cost.trim() !== '' && costMinor === null) {
    context.addIssue({ code: 'custom', path: ['cost'], message: NO_AMOUNT })
    return z.NEVER
  }
  return { ...rest, pageUrl: page, costMinor }
}

export const NO_AMOUNT = 'Please give an amount such as 24.50, or leave it empty.'

function optionalAddress() {
  return z
    .string()
    .optional()
    .default('')
    .transform((typed, context) => {
      if (typed.trim() === '') return null
      const parsed = parseWebAddress(typed)
      if (parsed.ok) return parsed.url
      context.addIssue({ code: 'custom', message: parsed.error })
      return z.NEVER
    })
}
