import { database, type Transaction } from '#lib/server/database.ts'

/** Another worker has taken this over, or a person has dropped it: there is nothing more to do here. */
export class Overtaken extends Error {
  constructor() {
    super('Another worker has taken this import over')
  }
}

export const IMPORT_STATES = [
  'uploaded',
  'mapping',
  'reading',
  'previewed',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
  'dropped',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What people chose for one file. */
export type ImportOptions = {
  dateOrder?: 'day-first' | 'month-first'
  /** The Site was asked about, and the pages in the file shall be left out. */
  withoutMentions?: boolean
  /** Fields where the file's value wins. */
  take?: string[]
  /** When "apply" was said: the time on everything it writes. */
  applyAt?: string
}

export async function findBatch(workspaceId: string, id: string) {
  return database().importBatch.findFirst({ where: { workspaceId, id } })
}

export type ImportBatchRow = NonNullable<Awaited<ReturnType<typeof findBatch>>>

export function optionsOf({ options }: Pick<ImportBatchRow, 'options'>): ImportOptions {
  return (options ?? {}) as ImportOptions
}

/** Rows of a batch by kind. */
export async function countKinds(tx: Transaction, where: { workspaceId: string; batchId: string }) {
  const kinds = await tx.importRow.groupBy({ by: ['kind'], where, _count: true })
  return {
    new: 0,
    changed: 0,
    same: 0,
    refused: 0,
    ...Object.fromEntries(kinds.map(({ kind, _count }) => [kind, _count])),
  }
}
