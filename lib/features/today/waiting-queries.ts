import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { mailsWaiting } from '../answers/answers-queries.ts'
import { pairsWaiting } from '../duplicates/duplicate-queries.ts'
import { outcomesWaiting } from '../mentions/review-queries.ts'

/** What waits for this person, as the frame of every page shows it. What the role may not see counts as nothing. */
export type Waiting = { outcomes: number; duplicates: number; doubts: number }

const NOTHING: Waiting = { outcomes: 0, duplicates: 0, doubts: 0 }
const NONE = Prisma.sql`0`

/** All of it in one query, since every page asks. */
export async function countWaiting(scope: WorkspaceScope): Promise<Waiting> {
  const { role, grants } = scope
  const [row] = await workspaceSql<Waiting>(database(), scope)`
    SELECT ${can(role, 'outcomes.review', grants) ? outcomesWaiting(scope) : NONE} AS "outcomes",
           ${can(role, 'prospects.read') ? pairsWaiting(scope) : NONE} AS "duplicates",
           ${can(role, 'pitches.read') ? mailsWaiting(scope) : NONE} AS "doubts"
     WHERE ${WORKSPACE}::text IS NOT NULL`
  return row ?? NOTHING
}
