import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'

const SUPPRESSIONS_PER_PAGE = 50
const ACTIVE = 'stopped'
const LIFTED = 'lifted'

/**
 * A page of everyone who is not written to any more, one row for a person, whatever addresses went with them: those who are
 * stopped, newest first, and then those whose stop was lifted.
 */
export async function listSuppressions(
  scope: WorkspaceScope,
  list: { after?: string; before?: string } = {},
) {
  authorizeToSee(scope, 'prospects.read')
  const { rows, before, after } = await pageAt(
    placeOfStop(list),
    SUPPRESSIONS_PER_PAGE,
    (beyond) => stopsBeyond(scope, beyond),
    ({ isActive, at, id }) => writeCursor(isActive ? ACTIVE : LIFTED, at, id),
  )
  const ids = rows.map(({ id }) => id)
  const found = await database().suppression.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids } },
    include: {
      by: { select: { name: true } },
      liftedBy: { select: { name: true } },
      contact: { select: { id: true, name: true, deletedAt: true } },
    },
  })
  const suppressions = found
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ addressHash, domainHash, addressKey: _, domain: __, ...stop }) => ({
      ...stop,
      covers: addressHash ? ('address' as const) : domainHash ? ('domain' as const) : ('person' as const),
    }))
  return { suppressions, before, after }
}

type StopPlace = PagePlace & { isActive: boolean }

function placeOfStop({ after = '', before = '' }: { after?: string; before?: string }): StopPlace | null {
  const active = readPlace({ after, before }, ACTIVE, 'time')
  const place = active ?? readPlace({ after, before }, LIFTED, 'time')
  return place && { ...place, isActive: active !== null }
}

/** Walks the index `Suppression_list`. */
function stopsBeyond(scope: WorkspaceScope, place: StopPlace | null) {
  const isBack = place?.way === 'before'
  const beyond = place
    ? Prisma.sql`AND (("liftedAt" IS NULL), "at", "id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
        (${place.isActive}, ${place.cursor.value}::timestamptz, ${place.cursor.id})`
    : Prisma.empty
  const direction = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`
  return workspaceSql<{ id: string; at: Date; isActive: boolean }>(database(), scope)`
    SELECT "id", "at", "liftedAt" IS NULL AS "isActive" FROM "Suppression"
     WHERE "workspaceId" = ${WORKSPACE} AND NOT "withPerson" ${beyond}
     ORDER BY ("liftedAt" IS NULL) ${direction}, "at" ${direction}, "id" ${direction}
     LIMIT ${SUPPRESSIONS_PER_PAGE + 1}`
}
