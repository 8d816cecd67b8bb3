import { NOT_THANKED_PROVENANCE } from '#lib/domain/thanks.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { ANYTHING, type ReportChoice } from './report-choice.ts'
import { mentionRows, type Reading, within } from './report-mention-queries.ts'
import type { LetterNumber } from './report-numbers.ts'
import { sitesOf } from './worked-queries.ts'

/**
 * Letters sent in the time asked for, by campaigns of the Sites asked for; each with what came of it. It is answered when a
 * person wrote back, a no included; a machine's answer, a bounce and a stop without words are none. A page counts for the
 * letter it is recorded for, whenever it came, but for one that was paid for.
 *
 * All that is read of a letter stands in the index Pitch_sent.
 */
export function letterRows(choice: ReportChoice, scope: WorkspaceScope, reading: Reading): Prisma.Sql {
  const { workspaceId, timeZone } = scope
  const { campaign, member, route, site } = choice
  // Campaigns are few. As a list, they cannot lead PostgreSQL to read the letters of one after the other.
  return Prisma.sql`
    SELECT p."id", p."sentAt", p."answeredAt", p."prospectId", p."campaignId", p."answeredAt" IS NOT NULL AS "isAnswered",
           p."state" = 'sent' AND p."answeredAt" IS NULL AS "isWaiting",
           coalesce(m."isLinked", false) AS "isLinked", coalesce(m."isNamed", false) AS "isNamed", m."firstLinkedAt"
      FROM "Pitch" p
      LEFT JOIN ${pagesOfLetters(scope, reading)}
     WHERE p."workspaceId" = ${workspaceId} AND p."deletedAt" IS NULL AND ${within(timeZone, choice, Prisma.sql`p."sentAt"`)}
       AND p."campaignId" = ANY (ARRAY(
             SELECT c."id" FROM "Campaign" c
              WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL ${sitesOf(scope, site)}
                    ${campaign ? Prisma.sql`AND c."id" = ${campaign}` : Prisma.empty}
                    ${route ? Prisma.sql`AND c."route" = ${route}` : Prisma.empty}))
           ${member ? Prisma.sql`AND p."writerId" = ${member}` : Prisma.empty}`
}

/** What each number asks of a row `r` of these. A number and the rows behind it are asked for by the same words. */
export const LETTER_MARKS: Readonly<Record<LetterNumber, Prisma.Sql>> = {
  sent: Prisma.sql`true`,
  answered: Prisma.sql`r."isAnswered"`,
  mentionedAfterAnswer: Prisma.sql`r."isAnswered" AND (r."isLinked" OR r."isNamed")`,
  linkedAfterAnswer: Prisma.sql`r."isAnswered" AND r."isLinked"`,
  mentionedUnanswered: Prisma.sql`NOT r."isAnswered" AND (r."isLinked" OR r."isNamed")`,
  mentionedLetters: Prisma.sql`(r."isLinked" OR r."isNamed")`,
  linkedLetters: Prisma.sql`r."isLinked"`,
  waiting: Prisma.sql`r."isWaiting"`,
}

/** Only letters some page is recorded for have these: there are far fewer of them, and they are looked for first. */
export function amongMentioned(number: LetterNumber, { workspaceId }: WorkspaceScope): Prisma.Sql {
  if (number === 'sent' || number === 'answered' || number === 'waiting') return Prisma.empty
  return Prisma.sql`AND r."id" IN (
    SELECT "pitchId" FROM "Mention" WHERE "workspaceId" = ${workspaceId} AND "pitchId" IS NOT NULL AND "deletedAt" IS NULL)`
}

function pagesOfLetters(scope: WorkspaceScope, reading: Reading): Prisma.Sql {
  const pages = (which: Prisma.Sql) => Prisma.sql`
    SELECT x."pitchId", bool_or(x."isLinked") AS "isLinked", bool_or(x."outcome" = 'mentioned-unlinked') AS "isNamed",
           min(x."firstLinkedAt") AS "firstLinkedAt"
      FROM (${mentionRows(ANYTHING, scope, reading)}) x WHERE ${which} AND x."provenance" <> ${NOT_THANKED_PROVENANCE} GROUP BY x."pitchId"`
  return reading === 'all-at-once'
    ? Prisma.sql`(${pages(Prisma.sql`x."pitchId" IS NOT NULL`)}) m ON m."pitchId" = p."id"`
    : Prisma.sql`LATERAL (${pages(Prisma.sql`x."pitchId" = p."id"`)}) m ON true`
}
