import type { Row } from '#lib/domain/workspace-file/table-fields.ts'
import type { WorkspaceTable } from '#lib/domain/workspace-file/workspace-table.ts'
import type { Database, Transaction } from '#lib/server/database.ts'

const ROWS_AT_ONCE = 1_000
/** Tables whose rows may carry whole pages. */
const FEW_AT_ONCE: Readonly<Record<string, number>> = {
  PageCopy: 50,
  FeedPost: 100,
  LinkCheck: 250,
  Merge: 100,
}

/** What is asked of every table alike. */
export type TableClient = {
  findMany: (args: unknown) => Promise<Row[]>
  findFirst: (args: unknown) => Promise<Row | null>
  count: (args: unknown) => Promise<number>
  createMany: (args: unknown) => Promise<{ count: number }>
  updateMany: (args: unknown) => Promise<{ count: number }>
}

/** The table of that name. Its operations name their workspace like any other: the guard looks at each. */
export function clientOf(client: Database | Transaction, model: string): TableClient {
  const name = `${model.charAt(0).toLowerCase()}${model.slice(1)}`
  return (client as unknown as Record<string, TableClient>)[name] as TableClient
}

/** Whose rows, and which: the workspace's own row is found by its id. */
export function whereOf({ model, only }: WorkspaceTable, workspaceId: string): Row {
  return model === 'Workspace' ? { id: workspaceId } : { workspaceId, ...only }
}

/** Every row of a table that travels, in its order, a batch at a time. */
export async function* rowsOf(
  client: Database | Transaction,
  table: WorkspaceTable,
  workspaceId: string,
  more: Row = {},
): AsyncGenerator<Row[]> {
  const columns = table.sortedBy ?? ['id']
  const take = FEW_AT_ONCE[table.model] ?? ROWS_AT_ONCE
  const where = { ...whereOf(table, workspaceId), ...more }
  for (let last: Row | undefined; ; ) {
    const rows = await clientOf(client, table.model).findMany({
      where: last ? { AND: [where, ...afterOf(columns, last)], ...named(table, workspaceId) } : where,
      orderBy: columns.map((column) => ({ [column]: 'asc' })),
      take,
      ...(table.model === 'RawPage' ? { omit: { body: true } } : {}),
    })
    if (rows.length > 0) yield rows
    if (rows.length < take) return
    last = rows.at(-1)
  }
}

/** The guard reads the top of a `where` only. */
function named(table: WorkspaceTable, workspaceId: string): Row {
  return table.model === 'Workspace' ? { id: workspaceId } : { workspaceId }
}

/** Rows after that one, by several columns: (a, b) > (x, y). The first part lets an index begin in the right place. */
function afterOf(columns: readonly string[], last: Row): Row[] {
  const [first = 'id'] = columns
  if (columns.length === 1) return [{ [first]: { gt: last[first] } }]
  const steps = columns.map((column, at) => ({
    ...Object.fromEntries(columns.slice(0, at).map((before) => [before, last[before]])),
    [column]: { gt: last[column] },
  }))
  return [{ [first]: { gte: last[first] } }, { OR: steps }]
}
