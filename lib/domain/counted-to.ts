import { type DateLanguage, USUAL_DATE_LANGUAGE } from './date-languages.ts'
import { writeNumber } from './written-dates.ts'

/** Nobody needs to know whether it is 1,204 or 1,205: counting stops here, and one more means "more than that". */
export const COUNTED_TO = 1_000

/** A number that was counted no further than one past COUNTED_TO: "96", "1,000+". */
export function countInWords(count: number, language: DateLanguage = USUAL_DATE_LANGUAGE): string {
  return count > COUNTED_TO ? `${writeNumber(COUNTED_TO, language)}+` : writeNumber(count, language)
}
