import pg from 'pg'
import { readProspectList } from '#lib/features/prospects/prospect-list.ts'
import { listProspects } from '#lib/features/prospects/prospect-page-queries.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { queriesOf } from '#lib/testing/page-plans.ts'
import { SEARCH_WORDS } from './lists-to-bench.ts'

const TIMES = 7

/** What most lists of contacts do: every column in lower case, read through for every search. */
const BY_LIKE = `
  SELECT p."id" FROM "Prospect" p
   WHERE p."workspaceId" = $1 AND p."deletedAt" IS NULL AND (
     LOWER(p."name") LIKE $2 OR LOWER(p."outletKey") LIKE $2 OR LOWER(p."homepage") LIKE $2 OR LOWER(p."note") LIKE $2
     OR LOWER(p."whyCare") LIKE $2 OR LOWER(array_to_string(p."tags", ' ')) LIKE $2
     OR p."id" IN (SELECT a."prospectId" FROM "Affiliation" a
          JOIN "Contact" c ON c."workspaceId" = a."workspaceId" AND c."id" = a."contactId"
         WHERE a."workspaceId" = $1 AND LOWER(c."name") LIKE $2)
     OR p."id" IN (SELECT n."prospectId" FROM "ReadingNote" n
         WHERE n."workspaceId" = $1 AND LOWER(n."quote" || ' ' || n."struck" || ' ' || n."gap") LIKE $2)
     OR p."id" IN (SELECT x."prospectId" FROM "Message" m
          JOIN "Pitch" x ON x."workspaceId" = m."workspaceId" AND x."id" = m."pitchId"
         WHERE m."workspaceId" = $1 AND LOWER(m."subject" || ' ' || m."body") LIKE $2))
   ORDER BY p."createdAt" DESC, p."id" DESC LIMIT 51`

/** The median of what a search of prospects takes in the database, and of what it would take by LIKE; in milliseconds. */
export async function searchTimes(scope: WorkspaceScope): Promise<{ ours: number; byLike: number }> {
  const list = readProspectList({ q: SEARCH_WORDS })
  const statements = await queriesOf(() => listProspects(scope, list))
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  try {
    const ours = await median(async () => {
      for (const { text, values } of statements) await client.query(text, values)
    })
    const byLike = await median(() => client.query(BY_LIKE, [scope.workspaceId, `%${SEARCH_WORDS}%`]))
    return { ours, byLike }
  } finally {
    await client.end()
  }
}

async function median(work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let n = 0; n < TIMES; n += 1) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0
}
