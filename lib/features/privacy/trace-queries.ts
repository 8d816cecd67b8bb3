import { type TraceSearch, withoutTraces } from '#lib/domain/personal-traces.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

type Reader = Database | Transaction
type Kind = 'text' | 'json' | 'list'
export type TracedTable = { table: string; columns: { name: string; kind: Kind }[] }

/** Evidence is blanked field by field, the audit log holds ids only, what is searched is rewritten by triggers; our own people, sites and access are not about the person. */
const LEFT_ALONE = [
  'AuditEvent',
  'LinkCheck',
  'RawPage',
  'Site',
  'Member',
  'MemberSite',
  'Mailbox',
  'SecretLink',
  'Channel',
  'Erasure',
  'BlobChunk',
  'ProspectSearch',
  'ProspectValue',
]
/** Other people's names, and addresses of pages, without which a row is of no use. */
const COLUMNS_LEFT_ALONE = [
  'Contact.name',
  'Mention.url',
  'Contribution.publishedUrl',
  'Insight.url',
  'PageCopy.url',
  'ReadingNote.url',
  'Prospect.homepage',
  'Webhook.url',
  'Webhook.sealedSecret',
  'Webhook.sealedPrevious',
]

/**
 * Every column of words in every table of a workspace, read from the database itself: a table that is added tomorrow is
 * looked through as well. Keys are left out.
 */
async function tracedTables(tx: Reader, scope: WorkspaceScope): Promise<TracedTable[]> {
  const rows = await workspaceSql<{ table: string; name: string; type: string }>(tx, scope)`
    SELECT c.table_name AS "table", c.column_name AS "name", c.udt_name AS "type"
      FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
     WHERE c.table_schema = 'public' AND ${WORKSPACE}::text IS NOT NULL
       AND c.udt_name IN ('text', 'jsonb', '_text')
       AND EXISTS (SELECT 1 FROM information_schema.columns w
                    WHERE w.table_schema = 'public' AND w.table_name = c.table_name AND w.column_name = 'workspaceId')
       AND NOT EXISTS (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                        WHERE i.indisunique AND i.indrelid = format('%I', c.table_name)::regclass AND a.attname = c.column_name)
     ORDER BY 1, 2`
  const tables = new Map<string, TracedTable>()
  for (const { table, name, type } of rows) {
    if (LEFT_ALONE.includes(table) || COLUMNS_LEFT_ALONE.includes(`${table}.${name}`)) continue
    if (/(^id|Id|Key|Hash|^hash)$/.test(name)) continue
    const entry = tables.get(table) ?? { table, columns: [] }
    entry.columns.push({ name, kind: type === 'jsonb' ? 'json' : type === '_text' ? 'list' : 'text' })
    tables.set(table, entry)
  }
  return [...tables.values()]
}

/** Rows with a trace, table by table, with the columns that carry it. @param atMost of each table */
export async function findTraces(
  scope: WorkspaceScope,
  search: TraceSearch,
  { atMost = 500 } = {},
  tx: Reader = database(),
) {
  authorizeToSee(scope, 'exports.run')
  const found: { table: string; total: number; rows: Record<string, unknown>[] }[] = []
  for (const { table, columns } of await tracedTables(tx, scope)) {
    const carrying = columns.map(
      (column) =>
        Prisma.sql`${column.name}::text, CASE WHEN ${carries(asText(column), search)} THEN to_jsonb(${named(column.name)}) END`,
    )
    const rows = await workspaceSql<{ row: Record<string, unknown>; total: number }>(tx, scope)`
      SELECT jsonb_strip_nulls(jsonb_build_object(${Prisma.join(carrying)})) AS "row", "in all" AS "total"
        FROM (SELECT *, (count(*) OVER ())::int AS "in all" FROM ${named(table)}
               WHERE "workspaceId" = ${WORKSPACE} AND (${anyOf(columns, search)}) LIMIT ${atMost}) AS "found"`
    const total = rows[0]?.total ?? 0
    if (total > 0) found.push({ table, total, rows: rows.map(({ row }) => row) })
  }
  return found
}

/** Replaces every trace in every table. @returns how many rows changed, by table */
export async function redactTraces(
  tx: Transaction,
  scope: WorkspaceScope,
  search: TraceSearch,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, columns } of await tracedTables(tx, scope)) {
    const texts = columns.filter(({ kind }) => kind === 'text')
    const changed =
      (texts.length === 0 ? 0 : await redactTexts(tx, scope, table, texts, search)) +
      (await redactValues(
        tx,
        scope,
        table,
        columns.filter(({ kind }) => kind !== 'text'),
        search,
      ))
    if (changed > 0) counts[table] = changed
  }
  return counts
}

async function redactTexts(
  tx: Transaction,
  scope: WorkspaceScope,
  table: string,
  columns: TracedTable['columns'],
  search: TraceSearch,
) {
  const sets = columns.map(
    ({ name }) =>
      Prisma.sql`${named(name)} = regexp_replace(${named(name)}, ${search.sql}, '[erased]', 'gi')`,
  )
  const [done] = await workspaceSql<{ count: number }>(tx, scope)`
    WITH changed AS (
      UPDATE ${named(table)} SET ${Prisma.join(sets)}
       WHERE "workspaceId" = ${WORKSPACE} AND (${anyOf(columns, search)}) RETURNING 1)
    SELECT count(*)::int AS "count" FROM changed`
  return done?.count ?? 0
}

/** JSON is rewritten here, not by SQL: a name that looks like syntax must not break it. Lists lose the entry. */
async function redactValues(
  tx: Transaction,
  scope: WorkspaceScope,
  table: string,
  columns: TracedTable['columns'],
  search: TraceSearch,
): Promise<number> {
  let changed = 0
  for (const column of columns) {
    const { name, kind } = column
    const rows = await workspaceSql<{ place: string; value: unknown }>(tx, scope)`
      SELECT ctid::text AS "place", to_jsonb(${named(name)}) AS "value" FROM ${named(table)}
       WHERE "workspaceId" = ${WORKSPACE} AND ${carries(asText(column), search)} FOR UPDATE`
    for (const { place, value } of rows) {
      const clean =
        kind === 'list'
          ? (value as string[]).filter((entry) => entry.search(search.pattern) < 0)
          : JSON.stringify(withoutTraces(value, search.pattern))
      const cast = kind === 'list' ? Prisma.sql`${clean}::text[]` : Prisma.sql`${clean}::jsonb`
      await workspaceSql(tx, scope)`
        UPDATE ${named(table)} SET ${named(name)} = ${cast}
         WHERE "workspaceId" = ${WORKSPACE} AND ctid = ${place}::tid`
    }
    changed += rows.length
  }
  return changed
}

/** Looks with a trace anywhere in their evidence. */
export async function findTracedLooks(scope: WorkspaceScope, search: TraceSearch, tx: Reader = database()) {
  authorizeToSee(scope, 'exports.run')
  const rows = await workspaceSql<{ id: string }>(tx, scope)`
    SELECT "id" FROM "LinkCheck"
     WHERE "workspaceId" = ${WORKSPACE}
       AND ${carries(Prisma.sql`concat_ws(E'\n', "sentence", "note", "finalUrl", "linkHtml", "facts"::text, "hops"::text, "headers"::text, "changes"::text)`, search)}
     ORDER BY "id"`
  return rows.map(({ id }) => id)
}

/** Import rows that carried a person: their words, or the rows that wrote them. */
export async function findImportRows(
  scope: WorkspaceScope,
  { search, contactIds }: { search: TraceSearch | null; contactIds: readonly string[] },
  tx: Reader = database(),
) {
  authorizeToSee(scope, 'exports.run')
  const byName =
    search === null
      ? Prisma.sql`FALSE`
      : carries(Prisma.sql`concat_ws(E'\n', r."record"::text, r."plan"::text, r."words")`, search)
  return workspaceSql<{ batchId: string; number: number; record: unknown; state: string }>(tx, scope)`
    SELECT r."batchId", r."number", r."record", b."state"
      FROM "ImportRow" r JOIN "ImportBatch" b ON b."workspaceId" = r."workspaceId" AND b."id" = r."batchId"
     WHERE r."workspaceId" = ${WORKSPACE} AND (${byName}
        OR EXISTS (SELECT 1 FROM unnest(${[...contactIds]}::text[]) AS person WHERE position(person IN coalesce(r."applied"::text, '')) > 0))
     ORDER BY 1, 2`
}

function anyOf(columns: TracedTable['columns'], search: TraceSearch) {
  return Prisma.join(
    columns.map((column) => carries(asText(column), search)),
    ' OR ',
  )
}

function carries(text: Prisma.Sql, { likely, sql }: TraceSearch) {
  return Prisma.sql`(lower(${text}) LIKE ANY (${likely}::text[]) AND ${text} ~* ${sql})`
}

function asText({ name, kind }: TracedTable['columns'][number]) {
  if (kind === 'json') return Prisma.sql`${named(name)}::text`
  return kind === 'list' ? Prisma.sql`array_to_string(${named(name)}, E'\n')` : named(name)
}

/** A table's or column's name, which came from the database. */
function named(name: string) {
  return Prisma.raw(`"${name.replaceAll('"', '""')}"`)
}
