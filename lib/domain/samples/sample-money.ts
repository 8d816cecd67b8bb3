import { type DateLanguage, USUAL_DATE_LANGUAGE } from '../date-languages.ts'

/** Currencies one may keep costs in. Every cost is kept in the smallest unit of its currency. */
export const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'NZD',
  'AUD',
  'CAD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'JPY',
  'INR',
  'SGD',
  'ZAR',
] as const

/** Ten million of most currencies: nobody gives away more. */
const MOST_MINOR = 1_000_000_000

/**
 * Reads an amount as people type it: "24.50", "24,5", "1 200". Null where it is none: below zero, too large, or with more
 * places than the currency has.
 */
export function readAmount(typed: string, currency: string): number | null {
  const places = placesOf(currency)
  const compact = typed.replace(/[\s'’\u00a0\u202f]/g, '')
  const match = /^(\d{1,10})(?:[.,](\d{1,3}))?$/.exec(compact)
  if (!match) return null
  const [, whole = '', part = ''] = match
  if (part.length > places) return null
  const minor = Number(whole) * 10 ** places + Number(part.padEnd(places, '0') || '0')
  return minor <= MOST_MINOR ? minor : null
}

/** "24.50", as it is typed into a field again. */
export function amountText(minor: number | null, currency: string): string {
  return minor === null ? '' : (minor / 10 ** placesOf(currency)).toFixed(placesOf(currency))
}

/** "€24.50" */
export function moneyWords(
  minor: number,
  currency: string,
  language: DateLanguage = USUAL_DATE_LANGUAGE,
): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(minor / 10 ** placesOf(currency))
}

export type Money = { minor: number; currency: string }

/** Sums, one for each currency: nothing is converted, for rates change. The largest share of rows first. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>()
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  return [...sums].map(([currency, minor]) => ({ currency, minor }))
}

function placesOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}
