import type pg from 'pg'
import { settings } from '../env.ts'
import { hashOfAddress, hashOfDomain, newSuppressionKey, openSuppressionKey } from '../suppression-hash.ts'

const ROWS_AT_ONCE = 500

type BareStop = { id: string; workspaceId: string; addressKey: string | null; domain: string | null }

/**
 * Puts hashes in the place of the addresses and domains that stops carried before there were hashes. SQL alone cannot:
 * the workspaces' keys are sealed with the server's secret. Each batch stands by itself, so being killed in between costs
 * nothing, and a second run finds nothing to do.
 */
export async function hashBareStops(client: pg.Client): Promise<number> {
  const keys = new Map<string, Buffer>()
  for (let hashed = 0; ; ) {
    const { rows } = await client.query<BareStop>(
      `SELECT "id", "workspaceId", "addressKey", "domain" FROM "Suppression"
        WHERE "addressKey" IS NOT NULL OR "domain" IS NOT NULL LIMIT ${ROWS_AT_ONCE}`,
    )
    if (rows.length === 0) return hashed
    for (const { workspaceId } of rows)
      if (!keys.has(workspaceId)) keys.set(workspaceId, await keyOf(client, workspaceId))
    const hashes = rows.map(({ id, workspaceId, addressKey, domain }) => {
      const key = keys.get(workspaceId) ?? Buffer.alloc(0)
      return {
        id,
        address: addressKey === null ? null : hashOfAddress(key, addressKey),
        domain: domain === null ? null : hashOfDomain(key, domain),
      }
    })
    await client.query(
      `UPDATE "Suppression" SET "addressHash" = "given"."address", "domainHash" = "given"."domain", "addressKey" = NULL, "domain" = NULL
         FROM json_to_recordset($1::json) AS "given"("id" text, "address" text, "domain" text)
        WHERE "Suppression"."id" = "given"."id"`,
      [JSON.stringify(hashes)],
    )
    hashed += rows.length
  }
}

async function keyOf(client: pg.Client, workspaceId: string): Promise<Buffer> {
  const { authSecret } = settings()
  await client.query(
    'UPDATE "Workspace" SET "suppressionKey" = $2 WHERE "id" = $1 AND "suppressionKey" IS NULL',
    [workspaceId, newSuppressionKey(workspaceId, authSecret)],
  )
  const { rows } = await client.query<{ sealed: string }>(
    'SELECT "suppressionKey" AS "sealed" FROM "Workspace" WHERE "id" = $1',
    [workspaceId],
  )
  return openSuppressionKey(rows[0]?.sealed ?? '', workspaceId, authSecret)
}
