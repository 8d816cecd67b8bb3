import { z } from 'zod'
import { CAMPAIGN_ROUTES } from '#lib/domain/campaign-routes.ts'
import { addDays, type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { cursorFields } from '../page-cursor.ts'
import { LETTER_NUMBERS, type LetterNumber, MENTION_NUMBERS, type MentionNumber } from './report-numbers.ts'
import { REPORT_WAYS, WAY_NUMBERS, type WayNumber } from './report-ways.ts'
import { readWorkedList, type WorkedList } from './worked-list.ts'

/** Any number of a report that opens the rows behind it. */
export type ReportNumber = MentionNumber | LetterNumber | WayNumber

const NUMBERS = [...Object.keys(MENTION_NUMBERS), ...Object.keys(LETTER_NUMBERS), ...Object.keys(WAY_NUMBERS)]

const id = first().pipe(z.uuid()).or(z.literal('')).catch('')
const listSchema = z.object({ campaign: id, member: id })
const rowsSchema = z.object({
  number: first()
    .refine((text): text is ReportNumber => NUMBERS.includes(text))
    .catch('mentions'),
  route: first().pipe(z.enum(CAMPAIGN_ROUTES)).optional().catch(undefined),
  way: first().pipe(z.enum(REPORT_WAYS)).optional().catch(undefined),
  days: first()
    .pipe(
      z
        .string()
        .regex(/^\d{1,6}$/)
        .transform(Number),
    )
    .catch(0),
  ...cursorFields,
})

type Search = Record<string, string | string[] | undefined>

/** What a report is narrowed to, as it stands in the address, with what is wrong with its days. */
export type ReportList = WorkedList & z.output<typeof listSchema>

/** Which rows are asked for: those behind a number of a report. */
export type ReportRows = Omit<ReportList, 'errors'> & z.output<typeof rowsSchema>

/** Reads the address of a report. Days that are none, or stand in the wrong order, are told and passed over. */
export function readReportList(search: Search): ReportList {
  return { ...readWorkedList(search), ...listSchema.parse(search) }
}

/** Days that can be counted by: those that are none, are not. */
export function countedDays({ from, to, errors }: ReportList): { from: LocalDate; to: LocalDate } {
  return { from: errors.from ? '' : from, to: errors.to ? '' : to }
}

/** Reads the address of the rows behind a number. */
export function readReportRows(search: Search): ReportRows {
  const { errors, ...list } = readReportList(search)
  const rows = rowsSchema.parse({ ...search, days: search.days ?? '' })
  // A number of one way says nothing without the way.
  const number = rows.number in WAY_NUMBERS && !rows.way ? 'mentions' : rows.number
  return { ...list, ...countedDays({ ...list, errors }), ...rows, number }
}

type Said = Partial<
  Record<
    'number' | 'route' | 'way' | 'from' | 'to' | 'site' | 'campaign' | 'member' | 'after' | 'before',
    string
  >
>

/** The address of a report or of rows behind one of its numbers; what is empty is left out. */
export function reportHref(base: string, said: Said & { days?: number }): string {
  const order = [
    'number',
    'route',
    'way',
    'days',
    'from',
    'to',
    'site',
    'campaign',
    'member',
    'after',
    'before',
  ] as const
  const parts = order.flatMap((name) => (said[name] ? [[name, String(said[name])]] : []))
  const query = new URLSearchParams(parts).toString()
  return query ? `${base}?${query}` : base
}

/** Stretches people report on, each by its days. */
export function reportRanges(
  now: Date,
  timeZone: string,
): { label: string; from: LocalDate; to: LocalDate }[] {
  const today = localDateOf(now, timeZone)
  const thisMonth = `${today.slice(0, 7)}-01`
  const endOfLast = addDays(thisMonth, -1)
  const quarter = quarterBefore(today)
  return [
    { label: 'All', from: '', to: '' },
    { label: 'This month', from: thisMonth, to: today },
    { label: 'Last month', from: `${endOfLast.slice(0, 7)}-01`, to: endOfLast },
    { label: 'Last quarter', ...quarter },
    { label: 'Last 12 months', from: addDays(today, -364), to: today },
  ]
}

/** The three months of the calendar before those of this day. */
function quarterBefore(day: LocalDate): { from: LocalDate; to: LocalDate } {
  const month = Number(day.slice(5, 7))
  const begins = month - ((month - 1) % 3)
  const to = addDays(`${day.slice(0, 4)}-${String(begins).padStart(2, '0')}-01`, -1)
  const from = `${to.slice(0, 4)}-${String(Number(to.slice(5, 7)) - 2).padStart(2, '0')}-01`
  return { from, to }
}

const LONGEST = 100

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => ((Array.isArray(value) ? value[0] : value) ?? '').trim().slice(0, LONGEST))
}
