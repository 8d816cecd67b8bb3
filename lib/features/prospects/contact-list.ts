import { z } from 'zod'

export const CONTACTS_PER_PAGE = 50

const listSchema = z.object({
  q: one().transform((words) => words.slice(0, 200)),
  tag: one().transform((tag) => tag.slice(0, 60)),
  after: one().transform(readPlace),
  before: one().transform(readPlace),
})

/** What a list of people shows: all of it stands in the address. */
export type ContactList = z.output<typeof listSchema>
export type ContactPlace = { key: string; id: string }

/** Reads the address; what makes no sense there counts as not said. */
export function readContactList(searchParams: Record<string, string | string[] | undefined>): ContactList {
  return listSchema.parse(searchParams)
}

/** The address of a list: the same one with something changed, from its start. */
export function contactListHref(base: string, list: ContactList, change: Partial<ContactList> = {}): string {
  const { q, tag, after, before } = { ...list, after: null, before: null, ...change }
  const parameters = new URLSearchParams()
  if (q) parameters.set('q', q)
  if (tag) parameters.set('tag', tag)
  if (after) parameters.set('after', writePlace(after))
  if (before) parameters.set('before', writePlace(before))
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function writePlace({ key, id }: ContactPlace): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

function readPlace(text: string): ContactPlace | null {
  if (text === '' || text.length > 1_200) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const [key, id] = Array.isArray(parts) ? (parts as unknown[]) : []
    if (typeof key !== 'string' || typeof id !== 'string' || /\0/.test(key + id)) return null
    return { key, id }
  } catch {
    return null
  }
}

function one() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => ((Array.isArray(value) ? value[0] : value) ?? '').replaceAll('\0', '').trim())
}
