import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import type { Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

/** What the outcome of a mention is worked out from: of each look a few facts, not the whole row. */
export type PastRow = {
  number: number
  at: Date
  kind: string
  verdict: VerdictKind
  linked: boolean | null
  transient: boolean | null
  mentioned: boolean | null
  requestedUrl: string | null
}

/**
 * Looks at a mention, newest first.
 *
 * @param atMost so many of the newest
 * @param decidedAt a person decided at the look of this number: only the looks that weigh on that, from the last look of
 *   ours up to it
 */
export function pastLooks(
  tx: Transaction,
  { workspaceId, mentionId }: { workspaceId: string; mentionId: string },
  { atMost = null, decidedAt = null }: { atMost?: number | null; decidedAt?: number | null },
) {
  return workspaceSql<PastRow>(tx, { workspaceId })`
    SELECT "number", "at", "kind", "verdict",
      ("facts" ->> 'linked')::boolean AS "linked",
      ("facts" ->> 'transient')::boolean AS "transient",
      ("facts" ->> 'mentioned')::boolean AS "mentioned",
      "facts" ->> 'requestedUrl' AS "requestedUrl"
    FROM "LinkCheck"
    WHERE "workspaceId" = ${WORKSPACE} AND "mentionId" = ${mentionId} AND "number" >= coalesce((
      SELECT max("number") FROM "LinkCheck"
      WHERE "workspaceId" = ${WORKSPACE} AND "mentionId" = ${mentionId}
        AND "number" <= ${decidedAt}::int AND "kind" <> 'person'
    ), ${decidedAt}::int, 1)
    ORDER BY "at" DESC, "number" DESC
    LIMIT ${atMost}::int`
}
