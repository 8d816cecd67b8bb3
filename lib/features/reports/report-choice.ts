import type { CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { addDays, type LocalDate, localDateOf, startOfLocalDate } from '#lib/domain/local-date.ts'
import type { ReportWay } from './report-ways.ts'

/** What a report is about. What is empty is not narrowed. */
export type ReportChoice = {
  site: string
  campaign: string
  member: string
  /** Days, both included. */
  from: LocalDate | ''
  to: LocalDate | ''
  /** For numbers about links that lasted so many days. */
  days?: number
  /** For numbers about letters of one route. */
  route?: CampaignRoute
  /** For numbers about one way other than letters. */
  way?: ReportWay
}

/** Everything there is. */
export const ANYTHING: ReportChoice = { site: '', campaign: '', member: '', from: '', to: '' }

/** The months of a report for a time open at its beginning: the newest so many, and what came before them together. */
const MONTHS_AT_MOST = 60

export type Month = {
  /** "2026-03" */
  month: string
  /** The first moment of it where the person lives. */
  begins: Date
}

/** The months a report's time lies in, oldest first. */
export function monthsOf({ from, to }: ReportChoice, now: Date, timeZone: string): Month[] {
  const today = localDateOf(now, timeZone)
  const last = to !== '' && to < today ? to : today
  const months: Month[] = []
  for (let month = last.slice(0, 7); months.length < MONTHS_AT_MOST; month = monthBefore(month)) {
    if (from !== '' && month < from.slice(0, 7)) break
    months.unshift({ month, begins: startOfLocalDate(`${month}-01`, timeZone) })
  }
  return months
}

/** The days of a month that lie in the time asked for. */
export function daysOfMonth(
  month: string,
  { from, to }: Pick<ReportChoice, 'from' | 'to'>,
): { from: LocalDate; to: LocalDate } {
  const first = `${month}-01`
  const last = addDays(`${monthAfter(month)}-01`, -1)
  return { from: from > first ? from : first, to: to !== '' && to < last ? to : last }
}

function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7)
}

function monthAfter(month: string): string {
  return addDays(`${month}-01`, 31).slice(0, 7)
}
