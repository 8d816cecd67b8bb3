import { COUNTRY_CODES, countryName } from './countries.ts'
import { foldText } from './text/fold-text.ts'

/** Names people write that are neither the code nor the English name. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['u.s.', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['uae', 'AE'],
]

const CODE_BY_NAME = new Map([
  ...COUNTRY_CODES.map((code) => [foldText(countryName(code)), code] as const),
  ...OTHER_NAMES,
])

/** The code of a country as people write it: "DE", "Germany", "UK". Null when it is none that is known. */
export function readCountry(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  const code = text.toUpperCase()
  return COUNTRY_CODES.includes(code) ? code : (CODE_BY_NAME.get(foldText(text)) ?? null)
}
