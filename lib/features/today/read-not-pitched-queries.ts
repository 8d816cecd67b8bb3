import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { NarrowList } from '../narrow-list.ts'

const MOST_NOTES_SHOWN = 5

type ReadNotPitched = {
  id: string
  struck: string
  quote: string
  createdAt: Date
  prospectId: string
  prospectName: string
  authorName: string
}

/** Prospects somebody read lately and nobody has written to: of each the newest note. */
export async function listReadNotPitched(scope: WorkspaceScope, { take, only }: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  const narrowed = only ? Prisma.sql`AND n."id" = ANY (${[...only]})` : Prisma.empty
  // From the newest note on, until enough are found: nobody needs the others.
  const notes = await workspaceSql<ReadNotPitched>(database(), scope)`
    SELECT n."id", n."struck", n."quote", n."createdAt", p."id" AS "prospectId", p."name" AS "prospectName",
           a."name" AS "authorName"
      FROM "ReadingNote" n
      JOIN "Prospect" p ON p."workspaceId" = n."workspaceId" AND p."id" = n."prospectId"
      JOIN "Member" a ON a."workspaceId" = n."workspaceId" AND a."id" = n."authorId"
     WHERE n."workspaceId" = ${WORKSPACE} AND n."deletedAt" IS NULL AND n."quote" <> ''
       AND p."deletedAt" IS NULL AND p."notForUsAt" IS NULL ${narrowed}
       AND NOT EXISTS (SELECT 1 FROM "Pitch" x
         WHERE x."workspaceId" = n."workspaceId" AND x."prospectId" = n."prospectId" AND x."deletedAt" IS NULL)
       AND NOT EXISTS (SELECT 1 FROM "ReadingNote" x
         WHERE x."workspaceId" = n."workspaceId" AND x."prospectId" = n."prospectId" AND x."deletedAt" IS NULL
           AND x."quote" <> '' AND (x."createdAt", x."id") > (n."createdAt", n."id"))
     ORDER BY n."deletedAt" DESC, n."createdAt" DESC, n."id" DESC LIMIT ${take ?? MOST_NOTES_SHOWN}`
  return notes.map(({ prospectId, prospectName, authorName, ...note }) => ({
    ...note,
    prospect: { id: prospectId, name: prospectName },
    author: { name: authorName },
  }))
}
