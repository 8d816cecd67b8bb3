import { z } from 'zod'
import { PROMISE_SIDES, PROMISE_STATES } from '#lib/domain/promises.ts'
import { cursorFields } from '../page-cursor.ts'

const LONGEST_SEARCH = 200

const listSchema = z.object({
  state: first().pipe(z.enum(PROMISE_STATES)).catch('open'),
  whose: first().pipe(z.enum(PROMISE_SIDES)).or(z.literal('')).catch(''),
  q: first().transform((words) => words.replaceAll('\0', '').trim().slice(0, LONGEST_SEARCH)),
  ...cursorFields,
})

/** What a list of promises shows: all of it stands in the address. */
export type PromiseList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readPromiseList(searchParams: Record<string, string | string[] | undefined>): PromiseList {
  return listSchema.parse(searchParams)
}

export function promiseListHref(
  base: string,
  { state, whose, q, after, before }: Partial<PromiseList>,
): string {
  const parameters = new URLSearchParams()
  if (state && state !== 'open') parameters.set('state', state)
  if (whose) parameters.set('whose', whose)
  if (q) parameters.set('q', q)
  if (after) parameters.set('after', after)
  if (before) parameters.set('before', before)
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
