import type { Transaction } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

type Where = { workspaceId: string; batchId: string; at: Date }
/** `why` is null where nobody has touched it since. */
export type Standing = { id: string; name: string; isOurs: boolean; why: string | null }

/** Mentions an import made: a look of ours is no edit, what a person did is. */
export function mentionStandings(tx: Transaction, where: Where, ids: readonly string[]) {
  return workspaceSql<Standing>(tx, where)`
    SELECT m."id", m."url" AS "name", true AS "isOurs",
           CASE WHEN m."deletedAt" IS NOT NULL THEN 'It lies in your trash.'
                WHEN m."pitchId" IS NOT NULL OR m."campaignId" IS NOT NULL THEN 'It belongs to a pitch or campaign now.'
                WHEN m."askState" <> 'none' THEN 'You asked them for a link.'
                WHEN m."sampleId" IS NOT NULL
                  OR EXISTS (SELECT 1 FROM "Contribution" x WHERE x."workspaceId" = ${WORKSPACE} AND x."mentionId" = m."id")
                  OR EXISTS (SELECT 1 FROM "Request" x WHERE x."workspaceId" = ${WORKSPACE} AND x."mentionId" = m."id")
                  OR EXISTS (SELECT 1 FROM "InsightMention" x WHERE x."workspaceId" = ${WORKSPACE} AND x."mentionId" = m."id" AND x."byId" IS NOT NULL)
                  THEN 'Somebody said what it came of.'
                WHEN EXISTS (SELECT 1 FROM "OutcomeDecision" d WHERE d."workspaceId" = ${WORKSPACE} AND d."mentionId" = m."id")
                  OR EXISTS (SELECT 1 FROM "LinkCheck" l WHERE l."workspaceId" = ${WORKSPACE} AND l."mentionId" = m."id" AND l."kind" = 'person')
                  THEN 'Somebody has looked at it and decided.'
                WHEN m."updatedAt" <> ${where.at.toISOString()}::timestamptz THEN 'It was edited since.' END AS "why"
      FROM "Mention" m
     WHERE m."workspaceId" = ${WORKSPACE} AND m."id" = ANY(${ids}::text[]) AND m."importBatchId" = ${where.batchId}`
}

/** @param besides ties the import made itself, which keep nobody */
export function contactStandings(
  tx: Transaction,
  where: Where,
  ids: readonly string[],
  besides: { tieIds: readonly string[] },
) {
  return workspaceSql<Standing>(tx, where)`
    SELECT c."id", c."name", (c."importBatchId" IS NOT DISTINCT FROM ${where.batchId}) AS "isOurs",
           CASE WHEN c."deletedAt" IS NOT NULL THEN 'They lie in your trash.'
                WHEN EXISTS (SELECT 1 FROM "Pitch" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'There is a pitch to them.'
                WHEN EXISTS (SELECT 1 FROM "Message" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'There are messages with them.'
                WHEN EXISTS (SELECT 1 FROM "Touch" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'There is a touch with them.'
                WHEN EXISTS (SELECT 1 FROM "Sample" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'They were offered a sample.'
                WHEN EXISTS (SELECT 1 FROM "PromiseMade" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'There is a promise between you.'
                WHEN EXISTS (SELECT 1 FROM "Contribution" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'There is work with them.'
                WHEN EXISTS (SELECT 1 FROM "Request" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'They asked something of you.'
                WHEN EXISTS (SELECT 1 FROM "Suppression" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id") THEN 'They are not to be written to, and that must not be forgotten.'
                WHEN EXISTS (SELECT 1 FROM "Contact" x WHERE x."workspaceId" = ${WORKSPACE} AND x."mergedIntoId" = c."id") THEN 'Another contact was merged into them.'
                WHEN EXISTS (SELECT 1 FROM "Channel" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id"
                              AND (x."createdAt" <> ${where.at.toISOString()}::timestamptz OR x."bouncedAt" IS NOT NULL OR x."deletedAt" IS NOT NULL)) THEN 'Their addresses were edited since.'
                WHEN EXISTS (SELECT 1 FROM "Affiliation" x WHERE x."workspaceId" = ${WORKSPACE} AND x."contactId" = c."id"
                              AND NOT x."id" = ANY(${besides.tieIds}::text[])) THEN 'They belong to another outlet too.'
                WHEN c."updatedAt" <> ${where.at.toISOString()}::timestamptz THEN 'They were edited since.' END AS "why"
      FROM "Contact" c
     WHERE c."workspaceId" = ${WORKSPACE} AND c."id" = ANY(${ids}::text[])`
}

/** Asked once mentions, ties and people of the import are gone: whoever is left keeps their outlet. */
export function prospectStandings(tx: Transaction, where: Where, ids: readonly string[]) {
  return workspaceSql<Standing>(tx, where)`
    SELECT p."id", p."name", true AS "isOurs",
           CASE WHEN p."deletedAt" IS NOT NULL THEN 'It lies in your trash.'
                WHEN EXISTS (SELECT 1 FROM "Pitch" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'There is a pitch to it.'
                WHEN EXISTS (SELECT 1 FROM "ReadingNote" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'You have read there.'
                WHEN EXISTS (SELECT 1 FROM "Touch" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'There is a touch with it.'
                WHEN EXISTS (SELECT 1 FROM "Sample" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'A sample was offered there.'
                WHEN EXISTS (SELECT 1 FROM "PromiseMade" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'There is a promise between you.'
                WHEN EXISTS (SELECT 1 FROM "Contribution" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'There is work with it.'
                WHEN EXISTS (SELECT 1 FROM "Request" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'A request of theirs is here.'
                WHEN EXISTS (SELECT 1 FROM "Mention" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'A mention of yours is there.'
                WHEN EXISTS (SELECT 1 FROM "Affiliation" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'Somebody you keep works there.'
                WHEN EXISTS (SELECT 1 FROM "Vetting" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id")
                  OR EXISTS (SELECT 1 FROM "OutletLook" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'You have vetted it.'
                WHEN EXISTS (SELECT 1 FROM "Feed" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id") THEN 'You follow its posts.'
                WHEN EXISTS (SELECT 1 FROM "OutletAlias" x WHERE x."workspaceId" = ${WORKSPACE} AND x."prospectId" = p."id")
                  OR EXISTS (SELECT 1 FROM "Prospect" x WHERE x."workspaceId" = ${WORKSPACE} AND x."mergedIntoId" = p."id") THEN 'Another outlet was merged into it.'
                WHEN p."updatedAt" <> ${where.at.toISOString()}::timestamptz THEN 'It was edited since.' END AS "why"
      FROM "Prospect" p
     WHERE p."workspaceId" = ${WORKSPACE} AND p."id" = ANY(${ids}::text[]) AND p."importBatchId" = ${where.batchId}`
}
