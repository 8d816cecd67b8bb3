import { z } from 'zod'
import { COUNTRY_CODES } from '#lib/domain/countries.ts'
import { type OwnCondition, readOwnCondition } from '#lib/domain/own-conditions.ts'
import { PROSPECT_KINDS } from '#lib/domain/prospect-kinds.ts'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { parseTags } from '#lib/domain/tags.ts'
import { parseColumns } from './prospect-columns.ts'

export const PROSPECT_SORTS = ['-added', 'added', 'name', '-name', '-touch', 'touch', 'next'] as const
export type ProspectSort = (typeof PROSPECT_SORTS)[number]

export const NEXT_TOUCHES = ['overdue', 'week', 'none'] as const
export type NextTouch = (typeof NEXT_TOUCHES)[number]

/** "never", or within or over so many days, like "within-30". */
export type LastTouch = '' | 'never' | `within-${number}` | `over-${number}`

export const PROSPECTS_PER_PAGE = 50
const TAGS_AT_ONCE = 10
const CUSTOM_AT_ONCE = 10

const listSchema = z.object({
  q: one().transform((words) => words.slice(0, 200)),
  kind: oneOf(PROSPECT_KINDS),
  stage: oneOf(PROSPECT_STAGES),
  tag: many().transform((tags) => parseTags(tags.join(',')).slice(0, TAGS_AT_ONCE)),
  owner: one()
    .pipe(z.union([z.uuid(), z.enum(['', 'nobody'])]))
    .catch(''),
  site: idOrNothing(),
  campaign: idOrNothing(),
  batch: idOrNothing(),
  next: oneOf(NEXT_TOUCHES),
  touched: one().transform(
    (said): LastTouch => (/^(never|(within|over)-[1-9]\d{0,3})$/.test(said) ? (said as LastTouch) : ''),
  ),
  link: oneOf(['yes']),
  unlinked: oneOf(['yes']),
  contacted: oneOf(['never']),
  country: one().transform((code) => (COUNTRY_CODES.includes(code.toUpperCase()) ? code.toUpperCase() : '')),
  language: one().transform((tag) => (/^[a-z]{2,3}$/i.test(tag) ? tag.toLowerCase() : '')),
  sort: one().pipe(z.enum(PROSPECT_SORTS)).catch('-added'),
  after: one().transform((cursor) => cursor.slice(0, 600)),
  before: one().transform((cursor) => cursor.slice(0, 600)),
  columns: many().transform((names) => parseColumns(names.join(','))),
  group: oneOf(['stage']),
  count: oneOf(['yes']),
  /** What is unfolded: shown when asked for, as all filters together weigh more than a page of rows. */
  open: oneOf(['filters', 'columns']),
})

/** What a list of prospects shows: all of it stands in the address. */
export type ProspectList = z.output<typeof listSchema> & {
  /** Values of the workspace's own fields by their keys; in the address "f.<key>". */
  custom: Readonly<Record<string, string>>
  /** What else is asked of them; in the address "f.<key>.min" and the like. No key has a dot. */
  own: readonly OwnCondition[]
}

type SearchParams = Record<string, string | string[] | undefined>

/** Reads the address; what makes no sense there counts as not said. */
export function readProspectList(searchParams: SearchParams): ProspectList {
  const asked = Object.entries(searchParams)
    .filter(([name]) => name.startsWith('f.') && name.length > 2 && name.length < 70)
    .map(([name, value]) => [name.slice(2), one().parse(value).slice(0, 200)] as const)
    .filter(([, value]) => value !== '')
  const custom = asked.filter(([name]) => !name.includes('.')).slice(0, CUSTOM_AT_ONCE)
  const own = asked
    .map(([name, value]) => {
      const [key = '', op = '', ...more] = name.split('.')
      return more.length === 0 ? readOwnCondition(key, op, value) : null
    })
    .filter((condition) => condition !== null)
    .sort((a, b) => (`${a.key}.${a.op}` < `${b.key}.${b.op}` ? -1 : 1))
    .slice(0, CUSTOM_AT_ONCE)
  return { ...listSchema.parse(searchParams), custom: Object.fromEntries(custom), own }
}

/** The list that an address's query stands for: what a saved view and an export keep. */
export function prospectListOf(query: string): ProspectList {
  const parameters = new URLSearchParams(query)
  const names = [...new Set(parameters.keys())]
  return readProspectList(Object.fromEntries(names.map((name) => [name, parameters.getAll(name)])))
}

/** The part of a list's address after "?". Where one was in it (`after`, `before`), counting and what is unfolded are left out. */
export function prospectListQuery(
  list: ProspectList,
  place: { after?: string; before?: string; count?: 'yes'; open?: string } = {},
): string {
  const parameters = new URLSearchParams()
  const {
    q,
    kind,
    stage,
    owner,
    site,
    campaign,
    batch,
    next,
    touched,
    link,
    unlinked,
    contacted,
    country,
    language,
  } = list
  const said = {
    q,
    kind,
    stage,
    owner,
    site,
    campaign,
    batch,
    next,
    touched,
    link,
    unlinked,
    contacted,
    country,
    language,
  }
  for (const [name, value] of Object.entries(said)) if (value) parameters.set(name, value)
  for (const tag of list.tag) parameters.append('tag', tag)
  for (const [key, value] of Object.entries(list.custom)) parameters.set(`f.${key}`, value)
  for (const { key, op, value } of list.own) parameters.set(`f.${key}.${op}`, value)
  if (list.sort !== '-added') parameters.set('sort', list.sort)
  if (list.columns.length > 0) parameters.set('columns', list.columns.join(','))
  if (list.group) parameters.set('group', list.group)
  for (const [name, value] of Object.entries(place)) if (value) parameters.set(name, value)
  return parameters.toString()
}

/** The address of a list: the same one with something changed, from its start. */
export function prospectListHref(
  base: string,
  list: ProspectList,
  change: Partial<ProspectList> = {},
): string {
  const { after, before, count, open } = change
  const query = prospectListQuery({ ...list, ...change }, { after, before, count: count || undefined, open })
  return query ? `${base}?${query}` : base
}

/** A place in a list, as its address says it, with the change of many that was just made there. */
export function prospectPlaceOf(query: string, changed: string): string {
  const list = prospectListOf(query)
  const place = prospectListQuery(list, { after: list.after, before: list.before })
  return new URLSearchParams([...new URLSearchParams(place), ['changed', changed]]).toString()
}

/** Whether anything narrows the list down. */
export function isNarrowed(list: ProspectList): boolean {
  return prospectListQuery({ ...list, sort: '-added', columns: [], group: '' }) !== ''
}

function one() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => ((Array.isArray(value) ? value[0] : value) ?? '').replaceAll('\0', '').trim())
}

function many() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) =>
      (Array.isArray(value) ? value : [value ?? ''])
        .map((each) => each.replaceAll('\0', '').trim())
        .filter(Boolean),
    )
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return one().transform((said): Values[number] | '' => values.find((value) => value === said) ?? '')
}

function idOrNothing() {
  return one()
    .pipe(z.union([z.uuid(), z.literal('')]))
    .catch('')
}
