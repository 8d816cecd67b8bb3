import type { Choice } from '#components/ui/select.tsx'
import { DATE_LANGUAGES } from '#lib/domain/date-languages.ts'
import { languageName } from '#lib/domain/languages.ts'
import { writeDate, writeNumber } from '#lib/domain/written-dates.ts'

const SAMPLE_NUMBER = 12_345.5

/** Every way to write dates, shown with today's, in the order of their names. */
export function dateLanguageChoices(now: Date, timeZone: string): Choice[] {
  const known = DATE_LANGUAGES.map((language) => {
    const day = writeDate(now, 'long', { language, timeZone })
    return {
      value: language,
      label: `${languageName(language)}: ${day}; ${writeNumber(SAMPLE_NUMBER, language)}`,
    }
  })
  return [
    { value: '', label: 'As my browser asks' },
    ...known.toSorted((one, other) => (one.label < other.label ? -1 : 1)),
  ]
}
