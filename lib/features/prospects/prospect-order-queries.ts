import { Prisma } from '#lib/generated/prisma/client.ts'
import type { ProspectLine } from './prospect-line-queries.ts'
import type { ProspectList, ProspectSort } from './prospect-list.ts'
import { readCursor, type Walk } from './prospect-list-cursor.ts'

/** Where a row stands in any order. */
export type Place = Pick<ProspectLine, 'id' | 'createdAt' | 'nameKey' | 'lastTouchAt' | 'nextTouchOn'> & {
  entered?: bigint | null
}

/** A search goes by the order in which prospects came, unless another order is asked for. */
export function walkOf(list: ProspectList): Walk {
  return list.q !== '' && list.sort === '-added' ? 'entered' : list.sort
}

/** What rows `p` are ordered by; each has its index. */
export const KEYS: Readonly<Record<ProspectSort, Prisma.Sql>> = {
  '-added': Prisma.sql`p."createdAt"`,
  added: Prisma.sql`p."createdAt"`,
  name: Prisma.sql`p."nameKey"`,
  '-name': Prisma.sql`p."nameKey"`,
  '-touch': Prisma.sql`coalesce(p."lastTouchAt", '-infinity'::timestamptz)`,
  touch: Prisma.sql`coalesce(p."lastTouchAt", '-infinity'::timestamptz)`,
  next: Prisma.sql`coalesce(p."nextTouchOn", 'infinity'::date)`,
}

const moment = (of: Prisma.Sql) =>
  Prisma.sql`to_char(${of} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** The same as keyOf says them of a row. */
export const KEYS_AS_TEXT: Readonly<Record<ProspectSort, Prisma.Sql>> = {
  '-added': moment(KEYS['-added']),
  added: moment(KEYS.added),
  name: KEYS.name,
  '-name': KEYS['-name'],
  '-touch': Prisma.sql`coalesce(${moment(Prisma.sql`p."lastTouchAt"`)}, '-infinity')`,
  touch: Prisma.sql`coalesce(${moment(Prisma.sql`p."lastTouchAt"`)}, '-infinity')`,
  next: Prisma.sql`coalesce(p."nextTouchOn"::text, 'infinity')`,
}

/** The order of a list, and where in it a page begins. */
export function placeSql(list: ProspectList, walk: Walk) {
  const key = KEYS[list.sort]
  const isBackwards = readCursor(walk, list.before) !== null
  const isDescending = list.sort.startsWith('-') !== isBackwards
  const reversed = isDescending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return {
    reversed,
    order: Prisma.sql`${key} ${reversed}, p."id" ${reversed}`,
    cursor: cursorSql(list, walk, key, Prisma.sql`p."id"`),
  }
}

/** Whether a row with this key and id is on the far side of the place the address names. */
export function cursorSql(list: ProspectList, walk: Walk, key: Prisma.Sql, id: Prisma.Sql): Prisma.Sql {
  if (walk === 'entered') return Prisma.sql`true`
  const before = readCursor(walk, list.before)
  const cursor = before ?? readCursor(walk, list.after)
  if (!cursor) return Prisma.sql`true`
  const isDescending = list.sort.startsWith('-') !== (before !== null)
  const than = isDescending ? Prisma.sql`<` : Prisma.sql`>`
  const kind = walk.endsWith('name')
    ? Prisma.sql`text`
    : walk === 'next'
      ? Prisma.sql`date`
      : Prisma.sql`timestamptz`
  return Prisma.sql`(${key}, ${id}) ${than} (${cursor.key}::${kind}, ${cursor.id})`
}

/** The key of a row in an order, as a place in the address says it. */
export function keyOf(walk: Walk, row: Place): string {
  switch (walk) {
    case 'entered':
      return String(row.entered ?? 0)
    case 'name':
    case '-name':
      return row.nameKey
    case 'added':
    case '-added':
      return row.createdAt.toISOString()
    case 'touch':
    case '-touch':
      return row.lastTouchAt?.toISOString() ?? '-infinity'
    case 'next':
      return row.nextTouchOn?.toISOString().slice(0, 10) ?? 'infinity'
  }
}
