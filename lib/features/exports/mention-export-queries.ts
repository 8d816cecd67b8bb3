import type { MentionProvenance } from '#lib/domain/mention-provenance.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { narrowedMentions, visibleMentions } from '../mentions/mention-filter.ts'
import { readMentionList } from '../mentions/mention-list.ts'
import { type MentionOutcome, outcomesOf } from '../mentions/outcome-groups.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 2_000

export type ExportedMention = {
  id: string
  url: string
  targetUrl: string | null
  site: string
  outcome: MentionOutcome
  outcomeAt: string | null
  provenance: MentionProvenance
  outlet: string | null
  campaign: string | null
  publishedOn: string | null
  createdAt: string
  lastLookAt: string | null
  note: string
  /** Of the newest look; null where nobody has looked, or where it was blanked. */
  sentence: string | null
  anchorText: string | null
  linkedTo: string | null
  rel: string[] | null
}

/** Mentions with what their newest look saw, some thousands at a time: what the address's list shows, or those ticked. */
export async function* mentionsToExport(scope: WorkspaceScope, { ids, search }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  const list = readMentionList(search)
  const where = visibleMentions(narrowedMentions(list, scope), scope)
  for (let after = ''; ; ) {
    const rows = await database().mention.findMany({
      where: {
        AND: [
          where,
          { id: { gt: after } },
          ...(list.outcome ? [{ outcome: { in: outcomesOf(list.outcome) } }] : []),
          ...(ids ? [{ id: { in: [...ids] } }] : []),
        ],
        workspaceId: scope.workspaceId,
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: { id: true },
    })
    if (rows.length > 0)
      yield await rowsOf(
        scope,
        rows.map(({ id }) => id),
      )
    if (rows.length < ROWS_AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}

async function rowsOf(scope: WorkspaceScope, ids: readonly string[]): Promise<ExportedMention[]> {
  const [answer] = await workspaceSql<{ rows: string }>(database(), scope)`
    SELECT COALESCE(json_agg(r ORDER BY r."id"), '[]')::text AS "rows" FROM (
      SELECT m."id", m."url", m."targetUrl", s."name" AS "site", m."outcome", m."outcomeAt", m."provenance",
             p."name" AS "outlet", c."name" AS "campaign", m."publishedOn", m."createdAt", m."lastLookAt", m."note",
             NULLIF(l."sentence", '') AS "sentence", l."facts"->>'anchorText' AS "anchorText",
             l."facts"->>'resolvedUrl' AS "linkedTo", NULLIF(l."facts"->'rel', 'null') AS "rel"
        FROM "Mention" m
        JOIN "Site" s ON s."workspaceId" = m."workspaceId" AND s."id" = m."siteId"
        LEFT JOIN "Prospect" p ON p."workspaceId" = m."workspaceId" AND p."id" = m."prospectId" AND p."deletedAt" IS NULL
        LEFT JOIN "Campaign" c ON c."workspaceId" = m."workspaceId" AND c."id" = m."campaignId" AND c."deletedAt" IS NULL
        LEFT JOIN "LinkCheck" l ON l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."number" = m."lookCount"
       WHERE m."workspaceId" = ${WORKSPACE} AND m."id" = ANY (${ids}) AND m."deletedAt" IS NULL) r`
  return JSON.parse(answer?.rows ?? '[]') as ExportedMention[]
}
