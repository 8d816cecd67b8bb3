import { z } from 'zod'
import { CAMPAIGN_ROUTES } from '#lib/domain/campaign-routes.ts'
import {
  addDays,
  isLocalDate,
  type LocalDate,
  localDateOf,
  startOfLocalDate,
} from '#lib/domain/local-date.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { cursorFields } from '../page-cursor.ts'

/** What can be counted of the letters that were sent. */
export const WORKED_MARKS = ['sent', 'answered', 'linked', 'named', 'waiting'] as const
export type WorkedMark = (typeof WORKED_MARKS)[number]

const fields = {
  /** Days, both included; empty: from the first letter, up to the newest. */
  from: first(),
  to: first(),
  site: first().pipe(z.uuid()).or(z.literal('')).catch(''),
}
const listSchema = z.object(fields)
const lettersSchema = listSchema.extend({
  campaign: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  route: first().pipe(z.enum(CAMPAIGN_ROUTES)).or(z.literal('')).catch(''),
  kind: first().pipe(z.enum(PROSPECT_KINDS)).or(z.literal('')).catch(''),
  what: first().pipe(z.enum(WORKED_MARKS)).catch('sent'),
  ...cursorFields,
})

type Search = Record<string, string | string[] | undefined>
/** What is wrong with a day that was asked for; it is then not asked for, and what was typed stays. */
type DayErrors = { from?: string; to?: string }

export type WorkedList = z.output<typeof listSchema> & { errors: DayErrors }
export type WorkedLetters = z.output<typeof lettersSchema>

/** Reads the address of the report. Days that are none, or stand in the wrong order, are told and passed over. */
export function readWorkedList(search: Search): WorkedList {
  const list = listSchema.parse(search)
  const errors: DayErrors = {}
  if (list.from && !isLocalDate(list.from)) errors.from = NO_DAY
  if (list.to && !isLocalDate(list.to)) errors.to = NO_DAY
  if (!errors.from && !errors.to && list.from && list.to && list.to < list.from) {
    errors.to = 'This is before the first day.'
  }
  return { ...list, errors }
}

/** Reads the address of the letters behind a number. */
export function readWorkedLetters(search: Search): WorkedLetters {
  const letters = lettersSchema.parse(search)
  const { errors } = readWorkedList(search)
  return { ...letters, from: errors.from ? '' : letters.from, to: errors.to ? '' : letters.to }
}

export function workedHref(base: string, list: Partial<Record<keyof WorkedLetters, string>>): string {
  const order = ['what', 'from', 'to', 'site', 'campaign', 'route', 'kind', 'after', 'before'] as const
  const said = order.flatMap((name) => (list[name] ? [[name, list[name] ?? '']] : []))
  const query = new URLSearchParams(said).toString()
  return query ? `${base}?${query}` : base
}

/** From the first moment of one day up to, and without, the first after another, where the person lives. */
export function momentsOf(
  { from, to, errors }: Pick<WorkedList, 'from' | 'to'> & { errors?: DayErrors },
  timeZone: string,
): { since: Date | null; until: Date | null } {
  return {
    since: from && !errors?.from ? startOfLocalDate(from, timeZone) : null,
    until: to && !errors?.to ? startOfLocalDate(addDays(to, 1), timeZone) : null,
  }
}

/** Stretches people often ask about, each by its days. */
export function usualRanges(
  now: Date,
  timeZone: string,
): { label: string; from: LocalDate; to: LocalDate }[] {
  const today = localDateOf(now, timeZone)
  const ranges = [
    { label: 'All', from: '', to: '' },
    { label: 'Last 90 days', from: addDays(today, -89), to: today },
    { label: 'Last 12 months', from: addDays(today, -364), to: today },
    { label: 'This year', from: `${today.slice(0, 4)}-01-01`, to: today },
  ]
  // On a day or two of the year one of them is another by a different name.
  return ranges.filter(({ from }, at) => ranges.findIndex((other) => other.from === from) === at)
}

const NO_DAY = 'This is no day. Write it like 2026-03-06.'
const LONGEST = 100

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => ((Array.isArray(value) ? value[0] : value) ?? '').trim().slice(0, LONGEST))
}
