import { localDateOf } from './local-date.ts'

type Tie = { role: string; since: Date | null; until: Date | null }

/** "gear editor, since March 2024", "until March 2025", "March 2020 to May 2021". Empty where nothing is known. */
export function affiliationWords({ role, since, until }: Tie, timeZone: string): string {
  return [role, spanWords(since, until, timeZone)].filter(Boolean).join(', ')
}

/** "until March 2025 at Northbound, now at Packlight": where somebody was and is, oldest first. Empty for one outlet they are still at. */
export function pathWords(ties: readonly (Tie & { prospect: { name: string } })[], timeZone: string): string {
  if (ties.length < 2 && ties.every((tie) => tie.until === null)) return ''
  const former = ties.filter((tie) => tie.until !== null).sort((a, b) => Number(a.until) - Number(b.until))
  const current = ties.filter((tie) => tie.until === null).map((tie) => tie.prospect.name)
  const parts = former.map((tie) => `until ${monthOf(tie.until, timeZone)} at ${tie.prospect.name}`)
  if (former.length > 0 && current.length > 0) parts.push(`now at ${current.join(' and ')}`)
  return parts.join(', ')
}

/** The same noon wherever one is: a day somebody typed reads as that day in (nearly) every zone. */
export function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function spanWords(since: Date | null, until: Date | null, timeZone: string): string {
  if (since && until) return `${monthOf(since, timeZone)} to ${monthOf(until, timeZone)}`
  if (until) return `until ${monthOf(until, timeZone)}`
  return since ? `since ${monthOf(since, timeZone)}` : ''
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

function monthOf(day: Date | null, timeZone: string): string {
  if (!day) return ''
  const [year, month] = localDateOf(day, timeZone).split('-')
  return `${MONTHS[Number(month) - 1]} ${year}`
}
