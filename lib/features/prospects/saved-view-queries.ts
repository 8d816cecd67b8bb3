import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

const MOST = 100

/** The views one may open: one's own, and those that others share; by name. */
export async function listSavedViews(scope: WorkspaceScope) {
  authorizeToSee(scope, 'prospects.read')
  const { memberId } = scope
  return workspaceSql<ViewRow>(database(), scope)`
    SELECT v."id", v."name", v."query", v."isShared", v."ownerId" = ${memberId} AS "isMine", m."name" AS "ownerName"
      FROM "SavedView" v JOIN "Member" m ON m."id" = v."ownerId"
     WHERE v."workspaceId" = ${WORKSPACE} AND (v."ownerId" = ${memberId} OR v."isShared")
     ORDER BY v."name", v."id" LIMIT ${MOST}`
}

type ViewRow = {
  id: string
  name: string
  query: string
  isShared: boolean
  isMine: boolean
  ownerName: string
}

export type SavedView = Awaited<ReturnType<typeof listSavedViews>>[number]
