import { z } from 'zod'
import { MENTION_PROVENANCES } from '#lib/domain/mention-provenance.ts'
import { cursorFields } from '../page-cursor.ts'
import { outcomeChoiceOf } from './outcome-groups.ts'

export const MENTIONS_PER_PAGE = 25

const listSchema = z.object({
  q: first().transform((words) => words.replaceAll('\0', '').trim().slice(0, 200)),
  site: first().pipe(z.uuid()).or(z.literal('')).catch(''),
  outcome: first().transform(outcomeChoiceOf),
  provenance: first().pipe(z.enum(MENTION_PROVENANCES)).or(z.literal('')).catch(''),
  ...cursorFields,
})

/** What a list of mentions is narrowed to, whichever of its pages is shown. */
export const mentionFilterSchema = listSchema.omit({ after: true, before: true })
export type MentionFilter = z.output<typeof mentionFilterSchema>

/** What a list of mentions shows: all of it stands in the address. */
export type MentionList = z.output<typeof listSchema>

/** Reads the address; what makes no sense there counts as not said. */
export function readMentionList(searchParams: Record<string, string | string[] | undefined>): MentionList {
  return listSchema.parse(searchParams)
}

/** The address of a list: the same one with something changed. Any change but to another page begins at the first. */
export function mentionListHref(base: string, list: MentionList, change: Partial<MentionList> = {}): string {
  const next: MentionList = { ...list, after: '', before: '', ...change }
  const parameters = new URLSearchParams()
  if (next.q) parameters.set('q', next.q)
  if (next.site) parameters.set('site', next.site)
  if (next.provenance) parameters.set('provenance', next.provenance)
  if (next.outcome) parameters.set('outcome', next.outcome)
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
