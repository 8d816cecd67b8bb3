import { Prisma } from '#lib/generated/prisma/client.ts'
import type { Database, Transaction } from './database.ts'

/** Stands for the workspace's id in a workspaceSql template. */
export const WORKSPACE = Symbol('workspaceId')

declare const named: unique symbol

/** SQL that names its workspace, ready to be asked, explained or declared as a cursor. */
export type WorkspaceQuery = Prisma.Sql & { readonly [named]: true }

/**
 * The one way to raw SQL: a tagged template that must name its workspace as ${WORKSPACE}.
 * Lives in *-queries.ts only; the architecture test checks it.
 *
 * @example await workspaceSql<{ n: number }>(database(), scope)`SELECT count(*)::int AS n FROM "Site" WHERE "workspaceId" = ${WORKSPACE}`
 */
export function workspaceSql<Row>(client: Database | Transaction, scope: { workspaceId: string }) {
  return (strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> =>
    askWorkspace<Row>(client, workspaceQuery(scope)(strings, ...values))
}

/** The same template, not asked yet. Values may be pieces of SQL made with `Prisma.sql`. */
export function workspaceQuery({ workspaceId }: { workspaceId: string }) {
  return (strings: TemplateStringsArray, ...values: unknown[]): WorkspaceQuery => {
    if (!values.includes(WORKSPACE)) throw new Error('This SQL does not name its workspace')
    const bound = values.map((value) => (value === WORKSPACE ? workspaceId : value))
    return Prisma.sql(strings, ...bound) as WorkspaceQuery
  }
}

export function askWorkspace<Row>(client: Database | Transaction, query: WorkspaceQuery): Promise<Row[]> {
  return client.$queryRaw<Row[]>(query)
}
