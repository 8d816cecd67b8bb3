import type { Lifetimes } from '#lib/domain/statistics/kaplan-meier.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { monthsOf, type ReportChoice } from './report-choice.ts'
import { mentionMarks, mentionRows } from './report-mention-queries.ts'
import { MENTION_NUMBERS, type MentionNumber } from './report-numbers.ts'

export type OutcomeChoice = {
  /** Empty: every Site this person may see. */
  siteId: string
  campaignId?: string
  memberId?: string
  /** Days where the person lives, both included; empty: open. */
  from: string
  to: string
}

export type MonthOfLinks = { month: string; gained: number; lost: number }

export type OutcomeNumbers = Record<CountedNumber, number> & {
  /** Links first seen and found missing, month by month, oldest first, without a gap; at most five years. */
  newAndLostPerMonth: MonthOfLinks[]
  /** What is known of how long links last that were first seen in this time, in whole days. */
  lifetimes: Lifetimes[]
}

/** Those that ask for no days. */
type CountedNumber = Exclude<MentionNumber, 'keptAtRisk' | 'keptEnded'>
const COUNTED = Object.keys(MENTION_NUMBERS).filter(
  (number): number is CountedNumber => number !== 'keptAtRisk' && number !== 'keptEnded',
)

/**
 * What became of the pages on record, of the Sites this person may see. Pages count in the time they were recorded in, as
 * they stand today; links that are new or lost count when that was seen. What each number means: report-numbers.ts
 */
export async function readOutcomeNumbers(
  scope: WorkspaceScope,
  choice: OutcomeChoice,
): Promise<OutcomeNumbers> {
  authorizeToSee(scope, 'reports.read')
  const { siteId, campaignId = '', memberId = '', from, to } = choice
  const asked: ReportChoice = { site: siteId, campaign: campaignId, member: memberId, from, to }
  const marks = mentionMarks(asked, scope)
  const months = monthsOf(asked, scope.now, scope.timeZone)
  const bucket = (moment: string) =>
    Prisma.sql`width_bucket(${Prisma.raw(`r."${moment}"`)}, ${months.map(({ begins }) => begins)}::timestamptz[])`
  const counts = COUNTED.map(
    (number) => Prisma.sql`count(*) FILTER (WHERE ${marks[number]})::int AS ${Prisma.raw(`"${number}"`)}`,
  )
  const [answer] = await workspaceSql<Answer>(database(), scope)`
    WITH r AS MATERIALIZED (${mentionRows(asked, scope, 'all-at-once')})
    SELECT (SELECT row_to_json(c) FROM (SELECT ${Prisma.join(counts)} FROM r) c) AS "counts",
           (SELECT coalesce(json_agg(m), '[]') FROM (
              SELECT "at", sum("gained")::int AS "gained", sum("lost")::int AS "lost" FROM (
                SELECT ${bucket('firstLinkedAt')} AS "at", count(*) AS "gained", 0 AS "lost" FROM r WHERE ${marks.newLinks} GROUP BY 1
                UNION ALL
                SELECT ${bucket('lostAt')}, 0, count(*) FROM r WHERE ${marks.lostLinks} GROUP BY 1) b
               GROUP BY "at") m) AS "months",
           (SELECT coalesce(json_agg(d), '[]') FROM (
              SELECT "days" AS "time", count("lostAt")::int AS "ended", (count(*) - count("lostAt"))::int AS "censored"
                FROM r WHERE ${marks.newLinks} GROUP BY "days") d) AS "lifetimes"
     WHERE ${WORKSPACE} <> ''`
  if (!answer) throw new Error('A report without an answer')
  return {
    ...answer.counts,
    newAndLostPerMonth: filled(
      months.map(({ month }) => month),
      answer.months,
    ),
    lifetimes: answer.lifetimes,
  }
}

type Answer = {
  counts: Record<CountedNumber, number>
  /** `at`: which of the months, from 1; 0 is before the first. */
  months: { at: number; gained: number; lost: number }[]
  lifetimes: Lifetimes[]
}

/** Months without a link stand too, but for those before the first that had one. */
function filled(months: readonly string[], counted: Answer['months']): MonthOfLinks[] {
  const at = new Map(counted.map((each) => [each.at, each]))
  const first = months.findIndex((_, index) => at.has(index + 1))
  if (first < 0) return []
  return months.slice(first).map((month, index) => {
    const { gained = 0, lost = 0 } = at.get(first + index + 1) ?? {}
    return { month, gained, lost }
  })
}
