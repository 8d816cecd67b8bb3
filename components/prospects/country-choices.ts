import type { Choice } from '#components/ui/select.tsx'
import { COUNTRY_CODES, countryName } from '#lib/domain/countries.ts'

/** Every country by its name. */
export function countryChoices(): Choice[] {
  return COUNTRY_CODES.map((code) => ({ value: code, label: countryName(code) })).sort((a, b) =>
    a.label.localeCompare(b.label, 'en'),
  )
}
