import { z } from 'zod'

const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const listSchema = z.object({
  site: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  after: first().transform((text) => (readCursor(text) === null ? '' : text)),
})

/** Where somebody is in the queue: all of it stands in the address. */
export type ReviewList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readReviewList(searchParams: Record<string, string | string[] | undefined>): ReviewList {
  return listSchema.parse(searchParams)
}

export function reviewListHref(base: string, { site, after }: Partial<ReviewList>): string {
  const parameters = new URLSearchParams()
  if (site) parameters.set('site', site)
  if (after) parameters.set('after', after)
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

type Place = { reviewSince: Date; id: string }

/** A place in the queue that stays what it is, whatever comes and goes before and behind it. */
export function cursorOf({ reviewSince, id }: { reviewSince: Date | null; id: string }): string {
  return reviewSince === null ? '' : `${reviewSince.toISOString()}_${id}`
}

export function readCursor(text: string): Place | null {
  const [, at = '', id = ''] = CURSOR.exec(text) ?? []
  const reviewSince = new Date(at)
  return Number.isNaN(reviewSince.getTime()) ? null : { reviewSince, id }
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
