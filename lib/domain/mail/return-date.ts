import { addDays, type LocalDate, weekdayOf } from '../local-date.ts'
import { foldText, withoutAccents } from '../text/fold-text.ts'

const READ_CHARACTERS = 4_000
const FURTHEST_DAYS = 370
/** So far behind "back on" a date still belongs to it. */
const WITHIN_CHARACTERS = 48
const MOST_CUES = 40

// What stands before the day somebody is back, folded and without accents: en, de, fr, es, it, nl.
const CUE =
  /\b(?:until|till?|through|thru|back|return(?:ing|s)?|available again|bis|zuruck|wieder|ab dem|erreichbar ab|retour|jusqu'?(?:au|a)|reviens|rentre|a partir du|hasta|vuelvo|regres[oa]\w{0,4}|vuelta|a partir del|fino a\w{0,2}|rientr\w{1,6}|torn[oi]\w{0,5}|dal|tot|terug|vanaf|weer)\b/g

const MONTHS: readonly RegExp[] = [
  /^(?:jan|janv|ene|gen)/,
  /^(?:feb|fev)/,
  /^(?:mar|maerz|mrt|maart|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mayo|mag|mei)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic)/,
]
const MONTH_WORD =
  '(?:jan|janv|ene|gen|feb|fev|mar|maerz|mrt|maart|mrz|apr|avr|abr|may|mai|mag|mei|jun|juin|giu|jul|juil|lug|aug|aou|ago|sep|set|oct|okt|ott|nov|dec|dez|dic)[a-z]{0,7}\\.?'
const WEEKDAYS: readonly RegExp[] = [
  /^(?:sunday|sonntag|dimanche|domingo|domenica|zondag)/,
  /^(?:monday|montag|lundi|lunes|lunedi|maandag)/,
  /^(?:tuesday|dienstag|mardi|martes|martedi|dinsdag)/,
  /^(?:wednesday|mittwoch|mercredi|miercoles|mercoledi|woensdag)/,
  /^(?:thursday|donnerstag|jeudi|jueves|giovedi|donderdag)/,
  /^(?:friday|freitag|vendredi|viernes|venerdi|vrijdag)/,
  /^(?:saturday|samstag|sonnabend|samedi|sabado|sabato|zaterdag)/,
]

const ISO = /^(\d{4})-(\d{2})-(\d{2})/
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})\b)?/
const SLASHED = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?\b/
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s?(?:of |de )?(${MONTH_WORD})(?:,? (?:de |del )?(\\d{4}))?`,
)
const MONTH_FIRST = new RegExp(`^(${MONTH_WORD}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`)

/**
 * The day somebody says they are back, read from an out of office in six languages; null where none is said clearly.
 * "03/04" is nobody's date: it may be April or March.
 *
 * @param today the day it was written
 */
export function readReturnDate(text: string, today: LocalDate): LocalDate | null {
  const folded = withoutAccents(foldText(text.slice(0, READ_CHARACTERS)))
  let found: LocalDate | null = null
  let cues = 0
  for (const cue of folded.matchAll(CUE)) {
    cues += 1
    if (cues > MOST_CUES) break
    const start = cue.index + cue[0].length
    const date = firstDateIn(folded.slice(start, start + WITHIN_CHARACTERS), today)
    if (date && (found === null || date > found)) found = date
  }
  return found
}

function firstDateIn(text: string, today: LocalDate): LocalDate | null {
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue
    const rest = text.slice(at)
    const date = dateAt(rest, today)
    if (date === 'unclear') return null
    if (date) return date
  }
  return null
}

function dateAt(text: string, today: LocalDate): LocalDate | 'unclear' | null {
  const iso = ISO.exec(text)
  if (iso) return coming(Number(iso[1]), Number(iso[2]), Number(iso[3]), today)
  const dotted = DOTTED.exec(text)
  if (dotted) return coming(yearOf(dotted[3]), Number(dotted[2]), Number(dotted[1]), today)
  const slashed = SLASHED.exec(text)
  if (slashed) {
    const [one, other] = [Number(slashed[1]), Number(slashed[2])]
    if (one <= 12 && other <= 12 && one !== other) return 'unclear'
    const [day, month] = one > 12 ? [one, other] : [other, one]
    return coming(yearOf(slashed[3]), month, day, today)
  }
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return coming(yearOf(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]), today)
  const monthFirst = MONTH_FIRST.exec(text)
  if (monthFirst) return coming(yearOf(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]), today)
  const weekday = WEEKDAYS.findIndex((each) => each.test(text))
  return weekday === -1 ? null : nextWeekday(weekday, today)
}

/** Without a year, the next time that day comes. Unclear where it is no date, past, or more than a year away. */
function coming(year: number | null, month: number, day: number, today: LocalDate): LocalDate | 'unclear' {
  const thisYear = Number(today.slice(0, 4))
  for (const candidate of year === null ? [thisYear, thisYear + 1] : [year]) {
    const date = new Date(Date.UTC(candidate, month - 1, day))
    if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) continue
    const local = date.toISOString().slice(0, 10)
    if (local > today && local <= addDays(today, FURTHEST_DAYS)) return local
  }
  return 'unclear'
}

function yearOf(written: string | undefined): number | null {
  if (!written) return null
  return written.length === 2 ? 2000 + Number(written) : Number(written)
}

function monthOf(word: string | undefined): number {
  return MONTHS.findIndex((month) => month.test(word ?? '')) + 1
}

function nextWeekday(weekday: number, today: LocalDate): LocalDate {
  let date = addDays(today, 1)
  while (weekdayOf(date) !== weekday) date = addDays(date, 1)
  return date
}
