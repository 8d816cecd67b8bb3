import { z } from 'zod'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'

export const PROSPECT_SORTS = ['-added', 'added', 'name', '-name', '-touch', 'touch'] as const
export type ProspectSort = (typeof PROSPECT_SORTS)[number]

export const PROSPECTS_PER_PAGE = 50
const MOST_PAGES = 10_000

const listSchema = z.object({
  q: first().transform((words) => words.replaceAll('\0', '').trim().slice(0, 200)),
  kind: first().pipe(z.enum(PROSPECT_KINDS)).or(z.literal('')).catch(''),
  stage: first().pipe(z.enum(PROSPECT_STAGES)).or(z.literal('')).catch(''),
  owner: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  sort: first().pipe(z.enum(PROSPECT_SORTS)).catch('-added'),
  page: first().transform(Number).pipe(z.int().min(1).max(MOST_PAGES)).catch(1),
})

/** What a list of prospects shows: all of it stands in the address. */
export type ProspectList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readProspectList(searchParams: Record<string, string | string[] | undefined>): ProspectList {
  return listSchema.parse(searchParams)
}

/** The address of a list: the same one with something changed. A change of anything but the page starts at page 1. */
export function prospectListHref(
  base: string,
  list: ProspectList,
  change: Partial<ProspectList> = {},
): string {
  const next: ProspectList = { ...list, page: 1, ...change }
  const parameters = new URLSearchParams()
  if (next.q) parameters.set('q', next.q)
  if (next.kind) parameters.set('kind', next.kind)
  if (next.stage) parameters.set('stage', next.stage)
  if (next.owner) parameters.set('owner', next.owner)
  if (next.sort !== '-added') parameters.set('sort', next.sort)
  if (next.page > 1) parameters.set('page', String(next.page))
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
