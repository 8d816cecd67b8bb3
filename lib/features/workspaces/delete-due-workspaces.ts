import { databaseAcrossWorkspaces, inTransaction, type Transaction } from '#lib/server/database.ts'
import { deleteWorkspaceRows } from './delete-workspace-rows.ts'
import { leaveUncounted } from './uncounted-queries.ts'

const ROWS_AT_ONCE = 2_000

/** Tables whose rows point at rows of their own: those that nothing was merged into go first. */
const POINTING_AT_THEIR_OWN: ReadonlySet<PropertyKey> = new Set(['prospect', 'contact'])

/**
 * Removes the workspaces whose seven days are over, with everything in them. Table after table, in small steps that each stand
 * by themselves: killed in between, the next run goes on where it was; two at once only share the work. The workspace itself
 * goes last, so that there is always a row that says this is still to be done.
 *
 * @param rowsAtOnce how much one step removes; a test takes less
 */
export async function deleteDueWorkspaces(
  now: Date,
  { rowsAtOnce = ROWS_AT_ONCE }: { rowsAtOnce?: number } = {},
): Promise<{ deleted: number }> {
  const due = await databaseAcrossWorkspaces().workspace.findMany({
    where: { deletionDueAt: { lte: now } },
    orderBy: { deletionDueAt: 'asc' },
    select: { id: true },
  })
  for (const { id } of due) await deleteWorkspaceRows(inSteps(id, rowsAtOnce), id)
  return { deleted: due.length }
}

type Table = { deleteMany: (args: object) => Promise<{ count: number }> }

/** Stands in for a transaction: empties a table in many small ones. */
function inSteps(workspaceId: string, rowsAtOnce: number): Transaction {
  const step = (table: PropertyKey, where: object) =>
    inTransaction(async (tx) => {
      await leaveUncounted(tx, workspaceId)
      return tableOf(tx, table).deleteMany({ where, limit: rowsAtOnce })
    })
  const empty = async (table: PropertyKey, where: object) => {
    const narrowed = POINTING_AT_THEIR_OWN.has(table) ? { ...where, mergedFrom: { none: {} } } : where
    for (let removed = 0; ; ) {
      const { count } = await step(table, narrowed)
      removed += count
      if (count === 0) return { count: removed }
    }
  }
  const remove = () =>
    inTransaction((tx) =>
      tx.workspace.deleteMany({ where: { id: workspaceId, deletionDueAt: { not: null } } }),
    )
  const tables = {
    get: (_: object, table: PropertyKey) => ({
      deleteMany: ({ where }: { where: object }) => empty(table, where),
      delete: remove,
    }),
  }
  return new Proxy({}, tables) as Transaction
}

function tableOf(tx: Transaction, table: PropertyKey): Table {
  return (tx as unknown as Record<PropertyKey, Table>)[table] as Table
}
