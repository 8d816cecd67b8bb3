import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Database, Transaction } from './database.ts'

/** Stands for the workspace's id in a workspaceSql template. */
export const WORKSPACE = Symbol('workspaceId')

/**
 * The one way to raw SQL: a tagged template that must name its workspace as ${WORKSPACE}.
 * Lives in *-queries.ts only; the architecture test checks it.
 *
 * @example await workspaceSql<{ n: number }>(database(), scope)`SELECT count(*)::int AS n FROM "Site" WHERE "workspaceId" = ${WORKSPACE}`
 */
export function workspaceSql<Row>(client: Database | Transaction, { workspaceId }: { workspaceId: string }) {
  return (strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> => {
    if (!values.includes(WORKSPACE)) throw new Error('This SQL does not name its workspace')
    const bound = values.map((value) => (value === WORKSPACE ? workspaceId : value))
    return client.$queryRaw<Row[]>(Prisma.sql(strings, ...bound))
  }
}
