import type { ProspectStage } from '#lib/domain/prospect-stage.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { ProspectList } from './prospect-list.ts'

/** What a list shows of a prospect. */
export type ProspectLine = {
  id: string
  kind: string
  name: string
  nameKey: string
  homepage: string
  outletKey: string
  stage: ProspectStage
  tags: string[]
  ownerName: string | null
  country: string | null
  language: string | null
  custom: Record<string, unknown>
  createdAt: Date
  lastTouchAt: Date | null
  nextTouchOn: Date | null
  contactedAt: Date | null
  readingNoteCount: number
  mentionCount: number
  linkedCount: number
  unlinkedCount: number
  people: { id: string; name: string }[] | null
}

/** Its columns, of rows `p` with the joins below. */
export function lineSql(list: ProspectList): Prisma.Sql {
  return Prisma.sql`p."id", p."kind", p."name", p."nameKey", p."homepage", p."outletKey", p."stage", p."tags",
    owner."name" AS "ownerName", p."country", p."language", p."custom", p."createdAt", p."lastTouchAt", p."nextTouchOn",
    p."contactedAt", p."readingNoteCount", p."mentionCount", p."linkedCount", p."unlinkedCount",
    ${hasPeople(list) ? Prisma.sql`people."people"` : Prisma.sql`NULL::json AS "people"`}`
}

export function joinsSql(list: ProspectList): Prisma.Sql {
  const owner = Prisma.sql`LEFT JOIN "Member" owner ON owner."id" = p."ownerId"`
  if (!hasPeople(list)) return owner
  return Prisma.sql`${owner} LEFT JOIN LATERAL (
    SELECT json_agg(json_build_object('id', who."id", 'name', who."name")) AS "people" FROM (
      SELECT c."id", c."name" FROM "Affiliation" a JOIN "Contact" c ON c."id" = a."contactId" AND c."deletedAt" IS NULL
       WHERE a."workspaceId" = p."workspaceId" AND a."prospectId" = p."id" AND a."until" IS NULL LIMIT 3) who) people ON true`
}

function hasPeople(list: ProspectList): boolean {
  return list.columns.includes('people')
}
