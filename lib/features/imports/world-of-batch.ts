import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { type ImportBatchRow, optionsOf } from './import-batch.ts'
import { type RowPlan, stepsOf } from './import-plan.ts'
import { KnownWorld } from './known-things.ts'

const ROWS_AT_ONCE = 1_000

/** Knows which fields earlier rows have set: of rows that disagree the first one holds, also after a crash. */
export async function worldOf({ workspaceId, id: batchId, options }: ImportBatchRow): Promise<KnownWorld> {
  const world = new KnownWorld()
  const chosen = { workspaceId, batchId, differs: true, take: { isEmpty: false } }
  const isAnyTaken =
    optionsOf({ options }).take?.length ||
    (await database().importRow.findFirst({ where: chosen, select: { number: true } }))
  if (!isAnyTaken) return world
  let after = 0
  for (;;) {
    const rows = await database().importRow.findMany({
      where: {
        workspaceId,
        batchId,
        // A row that brings somebody new may change their outlet too.
        kind: { in: ['new', 'changed'] },
        number: { gt: after },
        applied: { not: Prisma.DbNull },
      },
      orderBy: { number: 'asc' },
      take: ROWS_AT_ONCE,
      select: { number: true, applied: true },
    })
    for (const { applied } of rows) for (const step of stepsOf(applied as RowPlan)) world.noteWritten(step)
    after = rows.at(-1)?.number ?? after
    if (rows.length < ROWS_AT_ONCE) return world
  }
}
