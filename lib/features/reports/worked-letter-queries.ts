import type { CampaignRoute } from '#lib/domain/campaign-routes.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { momentsOf, type WorkedLetters, type WorkedMark } from './worked-list.ts'
import { mentionedSql, mentionsOf, sitesOf } from './worked-queries.ts'

export const LETTERS_PER_PAGE = 25
const SORT = '-sent'

export type WorkedLetter = {
  id: string
  sentAt: Date
  subject: string
  state: string
  closedReason: string | null
  prospectName: string
  contactName: string
  campaignName: string
  route: CampaignRoute
  isLinked: boolean
  isNamed: boolean
}

/** One page of the letters behind a number of the report, last sent first: what is counted there is listed here. */
export async function listWorkedLetters(scope: WorkspaceScope, letters: WorkedLetters) {
  authorizeToSee(scope, 'pitches.read')
  const place = readPlace(letters, SORT, 'time')
  const { rows, before, after } = await pageAt(
    place,
    LETTERS_PER_PAGE,
    (beyond) => lettersAt(scope, letters, beyond),
    ({ sentAt, id }) => writeCursor(SORT, sentAt, id),
  )
  return { letters: rows, before, after }
}

function lettersAt(scope: WorkspaceScope, letters: WorkedLetters, place: PagePlace | null) {
  const { since, until } = momentsOf(letters, scope.timeZone)
  const { campaign, route, kind } = letters
  const isBack = place?.way === 'before'
  const { value, id } = place?.cursor ?? { value: null, id: '' }
  const order = isBack ? Prisma.sql`p."sentAt", p."id"` : Prisma.sql`p."sentAt" DESC, p."id" DESC`
  return workspaceSql<WorkedLetter>(database(), scope)`
    SELECT p."id", p."sentAt", p."subject", p."state", p."closedReason", o."name" AS "prospectName",
           k."name" AS "contactName", c."name" AS "campaignName", c."route",
           coalesce(m."isLinked", false) AS "isLinked", coalesce(m."isNamed", false) AS "isNamed"
      FROM "Pitch" p
      JOIN "Prospect" o ON o."workspaceId" = ${WORKSPACE} AND o."id" = p."prospectId"
      JOIN "Contact" k ON k."workspaceId" = ${WORKSPACE} AND k."id" = p."contactId"
      JOIN "Campaign" c ON c."workspaceId" = ${WORKSPACE} AND c."id" = p."campaignId" AND c."deletedAt" IS NULL
       ${sitesOf(scope, letters.site)}
      LEFT JOIN LATERAL (${mentionsOf(scope, Prisma.sql`AND "pitchId" = p."id"`)}) m ON true
     WHERE p."workspaceId" = ${WORKSPACE} AND p."deletedAt" IS NULL AND p."sentAt" IS NOT NULL
           ${since ? Prisma.sql`AND p."sentAt" >= ${since}::timestamptz` : Prisma.empty}
           ${until ? Prisma.sql`AND p."sentAt" < ${until}::timestamptz` : Prisma.empty}
           ${campaign ? Prisma.sql`AND p."campaignId" = ${campaign}` : Prisma.empty}
           ${route ? Prisma.sql`AND c."route" = ${route}` : Prisma.empty}
           ${kind ? Prisma.sql`AND o."kind" = ${kind}` : Prisma.empty}
           ${marksOf(scope)[letters.what]}
           ${place ? Prisma.sql`AND (p."sentAt", p."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${value}::timestamptz, ${id})` : Prisma.empty}
     ORDER BY ${order} LIMIT ${LETTERS_PER_PAGE + 1}`
}

function marksOf(scope: WorkspaceScope): Readonly<Record<WorkedMark, Prisma.Sql>> {
  const mentioned = Prisma.sql`AND p."id" IN (${mentionedSql(scope)})`
  return {
    sent: Prisma.empty,
    answered: Prisma.sql`AND p."answeredAt" IS NOT NULL`,
    linked: Prisma.sql`${mentioned} AND m."isLinked"`,
    named: Prisma.sql`${mentioned} AND NOT m."isLinked" AND m."isNamed"`,
    waiting: Prisma.sql`AND p."state" = 'sent' AND p."answeredAt" IS NULL`,
  }
}
