import { z } from 'zod'
import { SAMPLE_STATES } from '#lib/domain/samples/sample-states.ts'
import { cursorFields } from '../page-cursor.ts'

export const SAMPLES_PER_PAGE = 25

const listSchema = z.object({
  q: first().transform((words) => words.replaceAll('\0', '').trim().slice(0, 200)),
  state: first().pipe(z.enum(SAMPLE_STATES)).or(z.literal('')).catch(''),
  item: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  ...cursorFields,
})

/** What a list of samples shows: all of it stands in the address. */
export type SampleList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readSampleList(searchParams: Record<string, string | string[] | undefined>): SampleList {
  return listSchema.parse(searchParams)
}

/** The address of a list: the same one with something changed. Any change but to another page begins at the first. */
export function sampleListHref(base: string, list: SampleList, change: Partial<SampleList> = {}): string {
  const next: SampleList = { ...list, after: '', before: '', ...change }
  const parameters = new URLSearchParams()
  for (const name of ['q', 'state', 'item'] as const) if (next[name]) parameters.set(name, next[name])
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
