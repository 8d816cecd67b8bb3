import type { ProspectSort } from './prospect-list.ts'

/** What a list is walked by: its sort; of a search, the order in which prospects came. */
export type Walk = ProspectSort | 'entered'

/** A place in a list: the sort key of a row, as text, and the row's id. */
export type Cursor = { key: string; id: string }

/** What a place looks like in an address: nobody need read it. It belongs to one sort. */
export function writeCursor(sort: Walk, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort.replace('-', ''), key, id])).toString('base64url')
}

/** The place an address names; null where it names none in this sort: the list then begins at its start. */
export function readCursor(sort: Walk, text: string): Cursor | null {
  if (text === '') return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts)) return null
    const [of, key, id] = parts as unknown[]
    if (of !== sort.replace('-', '') || typeof key !== 'string' || typeof id !== 'string') return null
    if (key.length > 400 || id.length > 60 || /\0/.test(key + id)) return null
    return KEYS[sort].test(key) && isDate(sort, key) ? { key, id } : null
  } catch {
    return null
  }
}

function isDate(sort: Walk, key: string): boolean {
  if (sort === 'name' || sort === '-name' || sort === 'entered' || key.endsWith('infinity')) return true
  return !Number.isNaN(Date.parse(key))
}

const MOMENT = /^(-infinity|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)$/
const KEYS: Readonly<Record<Walk, RegExp>> = {
  '-added': MOMENT,
  added: MOMENT,
  '-touch': MOMENT,
  touch: MOMENT,
  next: /^(infinity|\d{4}-\d{2}-\d{2})$/,
  name: /^.*$/su,
  '-name': /^.*$/su,
  entered: /^\d{1,18}$/,
}
