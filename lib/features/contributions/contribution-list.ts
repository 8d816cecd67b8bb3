import { z } from 'zod'
import { CONTRIBUTION_KINDS } from '#lib/domain/contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATES } from '#lib/domain/contributions/contribution-states.ts'
import { cursorFields } from '../page-cursor.ts'

export const CONTRIBUTIONS_PER_PAGE = 25

/** Besides each state: what something may still come of, and all of them. */
export const STATE_CHOICES = ['open', ...CONTRIBUTION_STATES, 'all'] as const

const listSchema = z.object({
  q: first().transform((words) => words.replaceAll('\0', '').trim().slice(0, 200)),
  kind: first().pipe(z.enum(CONTRIBUTION_KINDS)).or(z.literal('')).catch(''),
  state: first().pipe(z.enum(STATE_CHOICES)).catch('open'),
  ...cursorFields,
})

/** What a list of contributions shows: all of it stands in the address. */
export type ContributionList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readContributionList(
  searchParams: Record<string, string | string[] | undefined>,
): ContributionList {
  return listSchema.parse(searchParams)
}

/** The address of a list: the same one with something changed. Any change but to another page begins at the first. */
export function contributionListHref(
  base: string,
  list: ContributionList,
  change: Partial<ContributionList> = {},
): string {
  const next: ContributionList = { ...list, after: '', before: '', ...change }
  const parameters = new URLSearchParams()
  if (next.q) parameters.set('q', next.q)
  if (next.kind) parameters.set('kind', next.kind)
  if (next.state !== 'open') parameters.set('state', next.state)
  if (next.after) parameters.set('after', next.after)
  else if (next.before) parameters.set('before', next.before)
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
