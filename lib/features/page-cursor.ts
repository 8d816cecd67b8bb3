import { z } from 'zod'

/**
 * A place in a sorted list that stays what it is, whatever comes and goes before and behind it: what the list is sorted
 * by, the value there, and the row's id for rows of the same value. Only rows decide what may be seen; a made-up cursor is
 * no more than a made-up place, so it is not signed.
 */
export type PageCursor = Readonly<{ value: string | number | null; id: string }>

/** Which way from a cursor a page lies. */
export type PagePlace = Readonly<{ way: 'after' | 'before'; cursor: PageCursor }>

/** What the value of a sort is: a moment (ISO 8601, UTC, milliseconds), words, or a number. Each may be null. */
export type CursorKind = 'time' | 'text' | 'number'

const LONGEST_CURSOR = 4000
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const MOMENT = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A cursor as it stands in an address. `sort` names the list's order, so that a cursor of another order is none here. */
export function writeCursor(sort: string, value: Date | string | number | null, id: string): string {
  const plain = value instanceof Date ? value.toISOString() : value
  return Buffer.from(JSON.stringify([sort, plain, id])).toString('base64url')
}

/** The cursor in these letters, or null where they are none of this sort. */
export function readCursor(text: string, sort: string, kind: CursorKind): PageCursor | null {
  if (!/^[\w-]+$/.test(text) || text.length > LONGEST_CURSOR) return null
  const parts = parsed(Buffer.from(text, 'base64url').toString('utf8'))
  if (!Array.isArray(parts) || parts.length !== 3) return null
  const [ofSort, value, id] = parts as unknown[]
  if (ofSort !== sort || typeof id !== 'string' || !ID.test(id) || !isOfKind(value, kind)) return null
  return { value, id }
}

/** Where a list's address says one is: behind `after`, or ahead of `before`. Null: at its beginning. */
export function readPlace(
  { after, before }: { after: string; before: string },
  sort: string,
  kind: CursorKind,
): PagePlace | null {
  const behind = readCursor(after, sort, kind)
  if (behind) return { way: 'after', cursor: behind }
  const ahead = readCursor(before, sort, kind)
  return ahead ? { way: 'before', cursor: ahead } : null
}

/** `after` and `before` in the schema of a list's address. What is no cursor of the list's sort is passed over by readPlace. */
export const cursorFields = { after: cursorText(), before: cursorText() }

export type CutPage<Row> = {
  rows: Row[]
  /** Cursors for `before` and `after`; null where there is no such page. */
  before: string | null
  after: string | null
}

/**
 * One page out of at most `size` + 1 rows asked for: behind a cursor in the list's order, ahead of one in the reverse
 * order. The row too many says that there is more.
 */
export function cutPage<Row>(
  asked: readonly Row[],
  size: number,
  place: PagePlace | null,
  cursorOf: (row: Row) => string,
): CutPage<Row> {
  const hasMore = asked.length > size
  const cut = asked.slice(0, size)
  const goesBack = place?.way === 'before'
  const rows = goesBack ? cut.reverse() : cut
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    before: first !== undefined && (goesBack ? hasMore : place !== null) ? cursorOf(first) : null,
    after: last !== undefined && (goesBack || hasMore) ? cursorOf(last) : null,
  }
}

/**
 * The page at a place of a list. Where what stood there has gone meanwhile, the list begins at its start, which is still where
 * it was.
 *
 * @param rowsAt the first `size` + 1 rows beyond a place, in its direction
 */
export async function pageAt<Row, Place extends PagePlace>(
  place: Place | null,
  size: number,
  rowsAt: (place: Place | null) => Promise<readonly Row[]>,
  cursorOf: (row: Row) => string,
): Promise<CutPage<Row>> {
  const asked = await rowsAt(place)
  const isGone = asked.length === 0 && place !== null
  return isGone ? cutPage(await rowsAt(null), size, null, cursorOf) : cutPage(asked, size, place, cursorOf)
}

function cursorText() {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, LONGEST_CURSOR + 1))
}

function isOfKind(value: unknown, kind: CursorKind): value is PageCursor['value'] {
  if (value === null) return true
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (typeof value !== 'string' || value.includes('\0') || !value.isWellFormed()) return false
  return kind === 'text' || (MOMENT.test(value) && isMoment(value))
}

/** Some clocks read the 30th of February as a day in March; a database does not. */
function isMoment(value: string): boolean {
  const date = new Date(value)
  return !Number.isNaN(date.getTime()) && date.toISOString() === value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
