import { z } from 'zod'

const MOST_PAGES = 10_000

const listSchema = z.object({
  site: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  page: first().transform(Number).pipe(z.int().min(1).max(MOST_PAGES)).catch(1),
})

/** What a press list shows: all of it stands in the address. */
export type PressList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readPressList(searchParams: Record<string, string | string[] | undefined>): PressList {
  return listSchema.parse(searchParams)
}

export function pressListHref(base: string, { site, page = 1 }: Partial<PressList>): string {
  const parameters = new URLSearchParams()
  if (site) parameters.set('site', site)
  if (page > 1) parameters.set('page', String(page))
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
