import { z } from 'zod'
import { type ApiNoun, actionOf } from '#lib/domain/api/api-scopes.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { readCursor, writeCursor } from '../page-cursor.ts'
import type { ApiField } from './api-field.ts'

type Where = Record<string, unknown>
export type Row = Record<string, unknown> & { id: string }

/** What programs may read of one table: the one place that says which columns, and which rows. */
export type NounToRead = {
  /** Of the document: "Prospect". */
  title: string
  noun: ApiNoun
  table: ReadableTable
  fields: Readonly<Record<string, ApiField>>
  /** Rows this visit may see, besides those of its workspace that are not in the trash. */
  seen: (siteIds: readonly string[]) => Where
  /** Tables without a trash say so. */
  hasNoTrash?: true
  /** What stands behind a row that is in the trash is not seen either. */
  alive?: Where
  beside?: Beside
}

/** What an answer says besides the columns of its own row. */
type Beside = {
  schema: Readonly<Record<string, z.ZodType>>
  /** Columns it is made from that are not told themselves. */
  columns?: readonly string[]
  /** Of all rows of an answer at once, in their order. */
  load: (scope: WorkspaceScope, rows: readonly Row[]) => Promise<readonly Record<string, unknown>[]>
}

export type ReadableTable =
  | 'site'
  | 'campaign'
  | 'prospect'
  | 'contact'
  | 'channel'
  | 'touch'
  | 'promiseMade'
  | 'readingNote'
  | 'pitch'
  | 'message'
  | 'mention'
  | 'linkCheck'
  | 'sampleItem'
  | 'sample'
  | 'request'
  | 'contribution'
  | 'insight'
  | 'customerReport'
  | 'suppression'

export type ListPlace = { limit: number; cursor?: string | undefined }
export type ListAnswer = { items: Record<string, unknown>[]; next: string | null }

/** What the document says of one. */
export function schemaOf({ fields, beside }: NounToRead): z.ZodObject {
  return z.strictObject({
    ...Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
    ...beside?.schema,
  })
}

/** A page of them, newest first by when they were written down here. A cursor that is none begins at the start: ask isCursorOf. */
export async function listOf(
  noun: NounToRead,
  scope: WorkspaceScope,
  { limit, cursor }: ListPlace,
  narrowed: Where = {},
): Promise<ListAnswer> {
  const place = cursor === undefined ? null : readCursor(cursor, noun.table, 'text')
  const beyond = place ? { id: { lt: place.id } } : {}
  const rows = await tableOf(noun).findMany({
    where: { workspaceId: scope.workspaceId, AND: [rowsSeen(noun, scope), narrowed, beyond] },
    select: selectOf(noun),
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await asJson(noun, scope, shown),
    next: rows.length > limit && last ? writeCursor(noun.table, null, last.id) : null,
  }
}

export function isCursorOf({ table }: NounToRead, cursor: string): boolean {
  return readCursor(cursor, table, 'text') !== null
}

/** One of them. @throws NotFound */
export async function getOf(noun: NounToRead, scope: WorkspaceScope, id: string, narrowed: Where = {}) {
  const [row] = await tableOf(noun).findMany({
    where: { workspaceId: scope.workspaceId, AND: [{ id }, rowsSeen(noun, scope), narrowed] },
    select: selectOf(noun),
    take: 1,
  })
  if (!row) throw new NotFound()
  const [shown = {}] = await asJson(noun, scope, [row])
  return shown
}

/** Whether there is such a thing for this visit: one of another Site, workspace or role is as none at all. */
export async function isSeen(noun: NounToRead, scope: WorkspaceScope, id: string): Promise<boolean> {
  if (!can(scope.role, actionOf(`${noun.noun}:read`), scope.grants)) return false
  const where = { workspaceId: scope.workspaceId, AND: [{ id }, rowsSeen(noun, scope)] }
  return (await tableOf(noun).findMany({ where, select: { id: true }, take: 1 })).length > 0
}

function rowsSeen({ seen, hasNoTrash, alive = {} }: NounToRead, { siteIds }: WorkspaceScope): Where {
  return { AND: [hasNoTrash ? {} : { deletedAt: null }, alive, siteIds === null ? {} : seen(siteIds)] }
}

function selectOf({ fields, beside }: NounToRead): Record<string, true> {
  const names = ['id', ...Object.keys(fields), ...(beside?.columns ?? [])]
  return Object.fromEntries(names.map((name) => [name, true as const]))
}

async function asJson(
  { fields, beside }: NounToRead,
  scope: WorkspaceScope,
  rows: readonly Row[],
): Promise<Record<string, unknown>[]> {
  const { role, grants } = scope
  const more = beside && rows.length > 0 ? await beside.load(scope, rows) : []
  return rows.map((row, at) => ({
    ...Object.fromEntries(
      Object.entries(fields).map(([name, { read, needs }]) => [
        name,
        needs && !can(role, needs, grants) ? null : read(row[name]),
      ]),
    ),
    ...more[at],
  }))
}

type Readable = { findMany: (args: object) => Promise<Row[]> }

/** The tables answer differently; what is asked of them here is asked of all alike. */
function tableOf({ table }: NounToRead): Readable {
  return database()[table] as unknown as Readable
}

/** Those of them that may be seen, oldest first. */
export async function severalOf(noun: NounToRead, scope: WorkspaceScope, ids: readonly string[]) {
  const rows = await tableOf(noun).findMany({
    where: { workspaceId: scope.workspaceId, AND: [{ id: { in: [...ids] } }, rowsSeen(noun, scope)] },
    select: selectOf(noun),
    orderBy: { id: 'asc' },
  })
  return asJson(noun, scope, rows)
}

/** What stands there now, as the form of its change would show it. */
export function presentOf(
  noun: NounToRead,
  id: string,
  asForm: (now: Record<string, unknown>) => Record<string, unknown>,
) {
  return async ({ scope, ids }: { scope: WorkspaceScope; ids: Readonly<Record<string, string>> }) =>
    asForm(await getOf(noun, scope, ids[id] ?? ''))
}
