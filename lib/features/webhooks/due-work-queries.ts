import type { Database } from '#lib/server/database.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/**
 * What became due longer ago is not noted any more. Shorter than deliveries are kept: while something can be noted, the row that says
 * it was noted is there.
 */
const LOOKS_BACK_DAYS = 14

type Moment = { workspaceId: string; now: Date }

/**
 * Notes for its webhooks what has become due in a workspace since they were made: follow-ups, promises, deadlines of requests. Each is
 * noted once for a day it is due on; moved to another day, once more. May run twice, and beside itself.
 */
export async function noteDueWork(db: Database, { workspaceId, now }: Moment): Promise<number> {
  const moment = { workspaceId, now }
  return (
    (await noteFollowUps(db, moment)) + (await notePromises(db, moment)) + (await noteRequests(db, moment))
  )
}

/** Due where the contact lives; not to somebody who asked us to stop. */
async function noteFollowUps(db: Database, { workspaceId, now }: Moment): Promise<number> {
  const rows = await workspaceSql<{ id: string }>(db, { workspaceId })`
    INSERT INTO "WebhookDelivery" ("id", "workspaceId", "webhookId", "type", "objectKey", "onceKey", "data", "at", "nextAt")
    SELECT gen_random_uuid()::text, w."workspaceId", w."id", 'follow_up.due', 'follow_up:' || f."id",
           'follow_up.due:' || f."id" || ':' || f."dueOn",
           jsonb_build_object('id', f."id", 'siteId', g."siteId", 'pitchId', p."id", 'dueOn', f."dueOn"), ${now}, ${now}
      FROM "FollowUp" f
      JOIN "Pitch" p ON p."workspaceId" = f."workspaceId" AND p."id" = f."pitchId" AND p."deletedAt" IS NULL AND p."state" = 'sent'
      JOIN "Campaign" g ON g."workspaceId" = p."workspaceId" AND g."id" = p."campaignId"
      JOIN "Contact" c ON c."workspaceId" = p."workspaceId" AND c."id" = p."contactId" AND c."deletedAt" IS NULL
      JOIN "Webhook" w ON w."workspaceId" = f."workspaceId" AND w."offAt" IS NULL AND 'follow_up.due' = ANY (w."types")
       AND (cardinality(w."siteIds") = 0 OR g."siteId" = ANY (w."siteIds"))
     WHERE f."workspaceId" = ${WORKSPACE} AND f."state" = 'due'
       AND f."dueOn" >= ${daysBefore(now, LOOKS_BACK_DAYS)}::date AND f."dueOn" <= (${now}::timestamptz AT TIME ZONE coalesce(c."timeZone", 'UTC'))::date
       AND f."dueOn" >= (w."createdAt" AT TIME ZONE coalesce(c."timeZone", 'UTC'))::date
       AND NOT EXISTS (SELECT 1 FROM "Suppression" s
            WHERE s."workspaceId" = c."workspaceId" AND s."contactId" = c."id" AND s."liftedAt" IS NULL
              AND s."addressHash" IS NULL AND s."domainHash" IS NULL)
     ORDER BY f."dueOn", f."id"
    ON CONFLICT DO NOTHING RETURNING "id"`
  return rows.length
}

async function notePromises(db: Database, { workspaceId, now }: Moment): Promise<number> {
  const rows = await workspaceSql<{ id: string }>(db, { workspaceId })`
    INSERT INTO "WebhookDelivery" ("id", "workspaceId", "webhookId", "type", "objectKey", "onceKey", "data", "at", "nextAt")
    SELECT gen_random_uuid()::text, w."workspaceId", w."id", 'promise.due', 'promise:' || m."id",
           'promise.due:' || m."id" || ':' || m."dueOn",
           jsonb_build_object('id', m."id", 'siteId', g."siteId", 'prospectId', m."prospectId", 'whose', m."whose", 'dueOn', m."dueOn"),
           ${now}, ${now}
      FROM "PromiseMade" m
      LEFT JOIN "Pitch" p ON p."workspaceId" = m."workspaceId" AND p."id" = m."pitchId"
      LEFT JOIN "Campaign" g ON g."workspaceId" = p."workspaceId" AND g."id" = p."campaignId"
      JOIN "Webhook" w ON w."workspaceId" = m."workspaceId" AND w."offAt" IS NULL AND 'promise.due' = ANY (w."types")
       AND (cardinality(w."siteIds") = 0 OR g."siteId" = ANY (w."siteIds"))
     WHERE m."workspaceId" = ${WORKSPACE} AND m."deletedAt" IS NULL AND m."state" = 'open'
       AND m."dueOn" >= ${daysBefore(now, LOOKS_BACK_DAYS)}::date AND m."dueOn" <= ${daysBefore(now, 0)}::date
       AND m."dueOn" >= (w."createdAt" AT TIME ZONE 'UTC')::date
     ORDER BY m."dueOn", m."id"
    ON CONFLICT DO NOTHING RETURNING "id"`
  return rows.length
}

/** A day ahead: at the deadline itself it is too late. */
async function noteRequests(db: Database, { workspaceId, now }: Moment): Promise<number> {
  const tomorrow = new Date(now.getTime() + DAY_MS)
  const rows = await workspaceSql<{ id: string }>(db, { workspaceId })`
    INSERT INTO "WebhookDelivery" ("id", "workspaceId", "webhookId", "type", "objectKey", "onceKey", "data", "at", "nextAt")
    SELECT gen_random_uuid()::text, w."workspaceId", w."id", 'request.due', 'request:' || r."id",
           'request.due:' || r."id" || ':' || to_char(r."deadlineAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI'),
           jsonb_build_object('id', r."id", 'siteId', r."siteId",
             'deadlineAt', to_char(r."deadlineAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), ${now}, ${now}
      FROM "Request" r
      JOIN "Webhook" w ON w."workspaceId" = r."workspaceId" AND w."offAt" IS NULL AND 'request.due' = ANY (w."types")
       AND (cardinality(w."siteIds") = 0 OR r."siteId" = ANY (w."siteIds"))
     WHERE r."workspaceId" = ${WORKSPACE} AND r."deletedAt" IS NULL AND r."state" = 'open'
       AND r."deadlineAt" > ${now} AND r."deadlineAt" <= ${tomorrow}
     ORDER BY r."deadlineAt", r."id"
    ON CONFLICT DO NOTHING RETURNING "id"`
  return rows.length
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)
}
