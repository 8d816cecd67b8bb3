import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { NotFound } from '#lib/domain/refusal.ts'
import { retentionCutoff } from '#lib/domain/retention.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

const unpack = promisify(zstdDecompress)

/**
 * The page of a look as it came, by the look's number. A viewer sees verdicts, not other people's pages.
 *
 * @throws NotFound where it is not kept, or not any more
 */
export async function getRawPage(scope: WorkspaceScope, mentionId: string, number: number) {
  authorizeToSee(scope, 'evidence.read')
  const { workspaceId, now } = scope
  const page = await database().rawPage.findFirst({
    where: {
      workspaceId,
      keptUntil: { gt: now },
      linkCheck: { workspaceId, mentionId, number, mention: { deletedAt: null } },
    },
    select: {
      body: true,
      size: true,
      linkCheck: { select: { at: true, mention: { select: { url: true } } } },
    },
  })
  if (!page) throw new NotFound()
  const { at, mention } = page.linkCheck
  return {
    body: new Uint8Array(await unpack(page.body, { maxOutputLength: page.size })),
    url: mention.url,
    at,
    number,
  }
}

/** For how many days the page of a new look is kept; a change of that waits until the look is written. */
export async function rawPageDaysOf(tx: Transaction, workspaceId: string): Promise<number> {
  const [row] = await workspaceSql<{ rawPageDays: number }>(tx, { workspaceId })`
    SELECT "rawPageDays" FROM "Workspace" WHERE "id" = ${WORKSPACE} FOR SHARE`
  return row?.rawPageDays ?? 0
}

/** What was promised for fewer days now goes sooner. What was promised for fewer days before keeps to that. */
export async function shortenRawPages(tx: Transaction, scope: WorkspaceScope, days: number) {
  await workspaceSql(tx, scope)`
    UPDATE "RawPage" SET "keptUntil" = "LinkCheck"."at" + make_interval(days => ${days}::int)
    FROM "LinkCheck"
    WHERE "RawPage"."workspaceId" = ${WORKSPACE} AND "LinkCheck"."workspaceId" = ${WORKSPACE}
      AND "LinkCheck"."id" = "RawPage"."linkCheckId"
      AND "RawPage"."keptUntil" > "LinkCheck"."at" + make_interval(days => ${days}::int)`
}

/** How many pages are kept as they came, and how many of them would go if pages were kept for so many days. */
export async function countRawPages(scope: WorkspaceScope, days: number) {
  authorizeToSee(scope, 'workspace.settings')
  const { workspaceId, now } = scope
  const kept = { workspaceId, keptUntil: { gt: now } }
  const at = { lte: retentionCutoff(days, now) }
  const [all, going] = await Promise.all([
    database().rawPage.count({ where: kept }),
    database().rawPage.count({ where: { ...kept, linkCheck: { at } } }),
  ])
  return { all, going }
}
