import { z } from 'zod'
import { OUTCOME_GROUPS } from './outcome-groups.ts'

/** What a check's page can be narrowed to: what the looks came to, or those that found something changed. */
const CHECK_RUN_VIEWS = ['changed', ...OUTCOME_GROUPS] as const
export type CheckRunView = (typeof CHECK_RUN_VIEWS)[number]

/** Where a page of results begins: behind this look. Those that found something changed come first. */
type ResultsAfter = { lookId: string; isChanged: boolean }

const AFTER = /^([cu])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const listSchema = z.object({
  show: first().pipe(z.enum(CHECK_RUN_VIEWS)).nullable().catch(null),
  after: first().transform(readAfter),
})

/** What a check's page shows: all of it stands in the address. */
export type CheckRunList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readCheckRunList(searchParams: Record<string, string | string[] | undefined>): CheckRunList {
  return listSchema.parse(searchParams)
}

/** The address of a view; a change of it starts at its beginning. */
export function checkRunListHref(base: string, { show, after }: Partial<CheckRunList>): string {
  const parameters = new URLSearchParams()
  if (show) parameters.set('show', show)
  if (after) parameters.set('after', `${after.isChanged ? 'c' : 'u'}.${after.lookId}`)
  const query = parameters.toString()
  return query ? `${base}?${query}` : base
}

function readAfter(text: string): ResultsAfter | null {
  const [, kind, lookId] = AFTER.exec(text) ?? []
  return lookId ? { lookId, isChanged: kind === 'c' } : null
}

function first() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (Array.isArray(value) ? value[0] : value) ?? '')
}
