import type { Database } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

export type Claimed = {
  id: string
  type: string
  data: Record<string, unknown>
  at: Date
  attempts: number
  firstTriedAt: Date | null
}

/**
 * Takes the next delivery of a webhook in hand, under this claim: one whose time has come, that nobody has in hand, and that is the
 * first of its object. Two who ask at once get two, or one of them nothing. Who is killed with one in hand keeps it until
 * `until`: the later ones of its object wait for it, and then it is sent again.
 */
export async function claimDelivery(
  db: Database,
  {
    workspaceId,
    webhookId,
    claim,
    now,
    until,
  }: {
    workspaceId: string
    webhookId: string
    claim: string
    now: Date
    until: Date
  },
): Promise<Claimed | null> {
  const [claimed] = await workspaceSql<Claimed>(db, { workspaceId })`
    UPDATE "WebhookDelivery" SET "claim" = ${claim}, "claimedUntil" = ${until}
     WHERE "workspaceId" = ${WORKSPACE} AND "id" = (
       SELECT d."id" FROM "WebhookDelivery" d
         JOIN "Webhook" w ON w."workspaceId" = d."workspaceId" AND w."id" = d."webhookId" AND w."offAt" IS NULL
        WHERE d."workspaceId" = ${WORKSPACE} AND d."webhookId" = ${webhookId} AND d."state" = 'waiting'
          AND d."nextAt" <= ${now} AND (d."claimedUntil" IS NULL OR d."claimedUntil" <= ${now})
          AND NOT EXISTS (
            SELECT 1 FROM "WebhookDelivery" e
             WHERE e."workspaceId" = d."workspaceId" AND e."webhookId" = d."webhookId" AND e."objectKey" = d."objectKey"
               AND e."state" = 'waiting' AND e."seq" < d."seq")
        ORDER BY d."nextAt", d."seq" LIMIT 1 FOR UPDATE OF d SKIP LOCKED)
    RETURNING "id", "type", "data", "at", "attempts", "firstTriedAt"`
  return claimed ?? null
}
