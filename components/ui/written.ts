import { countInWords } from '#lib/domain/counted-to.ts'
import { moneyWords } from '#lib/domain/samples/sample-money.ts'
import { type DateStyle, writeDate, writeDay, writeNumber } from '#lib/domain/written-dates.ts'
import { readerLanguage } from '#lib/server/reader-language.ts'

// The one place where pages get their dates and numbers from: in the reader's language, and zone. What runs in the browser is
// told the language and asks lib/domain/written-dates.ts itself.

/** @param timeZone IANA name of the reader's zone */
export function written(moment: Date | number, style: DateStyle, timeZone: string): string {
  return writeDate(moment, style, { language: readerLanguage(), timeZone })
}

/** A day on the calendar, the same in every zone. */
export function writtenDay(day: string | Date, style: DateStyle = 'long'): string {
  return writeDay(day, style, readerLanguage())
}

export function writtenNumber(count: number): string {
  return writeNumber(count, readerLanguage())
}

/** A number that was counted no further than one past COUNTED_TO. */
export function writtenCount(count: number): string {
  return countInWords(count, readerLanguage())
}

/** @param minor in the smallest unit of the currency */
export function writtenMoney(minor: number, currency: string): string {
  return moneyWords(minor, currency, readerLanguage())
}
