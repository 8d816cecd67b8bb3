import type { CampaignRoute } from '#lib/domain/campaign-routes.ts'
import type { Weighed } from '#lib/domain/statistics/quartiles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { ReportChoice } from './report-choice.ts'
import { LETTER_MARKS, letterRows } from './report-letter-queries.ts'
import { LETTER_NUMBERS, type LetterNumber } from './report-numbers.ts'

export type LetterNumbers = Record<LetterNumber, number> & {
  /** The same by route; a route without letters is left out. */
  routes: (Record<LetterNumber, number> & { route: CampaignRoute })[]
  /** Hours from a letter to its first answer, each with how many took so long. */
  hoursToAnswer: Weighed[]
  /** Hours from a letter to the look that first saw a link of it. */
  hoursToLink: Weighed[]
}

const NUMBERS = Object.keys(LETTER_NUMBERS) as LetterNumber[]

/** What became of the letters sent in a time. What each number means: report-letter-queries.ts */
export async function readLetterNumbers(scope: WorkspaceScope, choice: ReportChoice): Promise<LetterNumbers> {
  authorizeToSee(scope, 'reports.letters')
  const counts = NUMBERS.map(
    (number) =>
      Prisma.sql`coalesce(sum(r."letters") FILTER (WHERE ${LETTER_MARKS[number]}), 0)::int AS ${Prisma.raw(`"${number}"`)}`,
  )
  // Letters alike in all that is counted are bundled first: a hundred thousand come to some thousand rows.
  const [answer] = await workspaceSql<Answer>(database(), scope)`
    WITH r AS MATERIALIZED (
      SELECT l."campaignId", l."isAnswered", l."isWaiting", l."isLinked", l."isNamed", count(*) AS "letters",
             ${hoursUntil('answeredAt')} AS "hoursToAnswer", ${hoursUntil('firstLinkedAt')} AS "hoursToLink"
        FROM (${letterRows(choice, scope, 'all-at-once')}) l GROUP BY 1, 2, 3, 4, 5, 7, 8)
    SELECT (SELECT coalesce(json_agg(c), '[]') FROM (
              SELECT c."route", ${Prisma.join(counts)} FROM r
                JOIN "Campaign" c ON c."workspaceId" = ${WORKSPACE} AND c."id" = r."campaignId" GROUP BY 1 ORDER BY 1) c) AS "routes",
           ${hours('answered', 'hoursToAnswer')} AS "hoursToAnswer", ${hours('linkedLetters', 'hoursToLink')} AS "hoursToLink"`
  if (!answer) throw new Error('A report without an answer')
  const total = (number: LetterNumber) => answer.routes.reduce((sum, each) => sum + each[number], 0)
  const totals = Object.fromEntries(NUMBERS.map((number) => [number, total(number)])) as Record<
    LetterNumber,
    number
  >
  return { ...totals, ...answer }
}

type Answer = Pick<LetterNumbers, 'routes' | 'hoursToAnswer' | 'hoursToLink'>

/** Whole hours since the letter; a link seen before it counts as none. */
function hoursUntil(moment: 'answeredAt' | 'firstLinkedAt'): Prisma.Sql {
  const at = Prisma.raw(`l."${moment}"`)
  return Prisma.sql`CASE WHEN ${at} IS NOT NULL THEN floor(extract(epoch FROM greatest(${at} - l."sentAt", '0')) / 3600)::int END`
}

function hours(number: LetterNumber, column: 'hoursToAnswer' | 'hoursToLink'): Prisma.Sql {
  const value = Prisma.raw(`r."${column}"`)
  return Prisma.sql`(SELECT coalesce(json_agg(h), '[]') FROM (
    SELECT ${value} AS "value", sum(r."letters")::int AS "count" FROM r
     WHERE ${LETTER_MARKS[number]} AND ${value} IS NOT NULL GROUP BY 1) h)`
}
