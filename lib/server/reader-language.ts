import { cache } from 'react'
import { type DateLanguage, USUAL_DATE_LANGUAGE } from '#lib/domain/date-languages.ts'

/**
 * How dates and numbers are written on the page that is being drawn: one for each request. Whoever finds out who is reading
 * says so before anything is drawn; pages for people who are signed out stay with the usual one. Islands of script know
 * nothing of it and are told.
 */
const held = cache((): { language: DateLanguage } => ({ language: USUAL_DATE_LANGUAGE }))

export function readerLanguage(): DateLanguage {
  return held().language
}

export function keepReaderLanguage(language: DateLanguage) {
  held().language = language
}
