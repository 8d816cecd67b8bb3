import { z } from 'zod'

export const POSTS_PER_PAGE = 30
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const listSchema = z.object({
  prospect: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  show: first().transform((text) => (text === 'all' ? ('all' as const) : ('unread' as const))),
  after: first().transform((text) => (readPlace(text) === null ? '' : text)),
})

/** Where somebody is on the reading list: all of it stands in the address. */
export type PostList = z.output<typeof listSchema>
/** A post's place on the list, which stays what it is, whatever comes in above it. */
export type PostPlace = { listedAt: Date; id: string }

/** Reads the address; what makes no sense there counts as not said. */
export function readPostList(searchParams: Record<string, string | string[] | undefined>): PostList {
  return listSchema.parse(searchParams)
}

export function postListHref(base: string, { prospect, show, after }: Partial<PostList>): string {
  const parameters = new URLSearchParams()
  if (prospect) parameters.set('prospect', prospect)
  if (show === 'all') parameters.set('show', show)
  if (after) parameters.set('after', after)
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

export function placeText({ listedAt, id }: PostPlace): string {
  return `${listedAt.toISOString()}_${id}`
}

export function readPlace(text: string): PostPlace | null {
  const [, at = '', id = ''] = CURSOR.exec(text) ?? []
  const listedAt = new Date(at)
  return Number.isNaN(listedAt.getTime()) ? null : { listedAt, id }
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
