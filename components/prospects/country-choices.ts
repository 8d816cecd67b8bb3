import type { Choice } from '#components/ui/select.tsx'
import { COUNTRY_CODES, countryName } from '#lib/domain/countries.ts'

const byName = new Intl.Collator('en')

/** Every country by its name. */
export const COUNTRY_CHOICES: readonly Choice[] = COUNTRY_CODES.map((code) => ({
  value: code,
  label: countryName(code),
})).sort((a, b) => byName.compare(a.label, b.label))
