import {
  isStanding,
  REPORT_OUTCOME_WORDS,
  REPORT_OUTCOMES,
} from '#lib/domain/customer-reports/report-outcomes.ts'
import type { LocalDate } from '#lib/domain/local-date.ts'
import { addDays } from '#lib/domain/local-date.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import { database } from '#lib/server/database.ts'
import type { OneSiteScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'

/** What one report may tell of: more would be read by nobody, and kept for good. */
export const MOST_CLIPS = 2_000
/** Changes are named one by one up to here. */
export const MOST_CHANGES = 200

const STANDING = REPORT_OUTCOMES.filter(isStanding) as string[]
const LOST = REPORT_OUTCOMES.filter((outcome) => REPORT_OUTCOME_WORDS[outcome].group === 'lost') as string[]
const GONE = [...LOST, 'missing-looking-again']
const CANNOT_TELL = ['could-not-check', 'looks-rendered-by-script']

export type ClipRow = {
  id: string
  url: string
  urlKey: string
  pressTitle: string
  outcome: string
  provenance: string
  everLinked: boolean
  publishedOn: Date | null
  lastLookAt: Date | null
  lookState: string
  lookCount: number
  headHash: string | null
  outcomeAt: Date | null
  firstSeenAt: Date | null
  /** How the look was made that says so; null where a person said it against the looks, or nobody looked. */
  lookKind: string | null
  /** Of the look its words are taken from. */
  facts: unknown
}

/**
 * The Site's mentions that were recorded on these days, and those whose loss falls into them. A page that a feed found is nobody's before somebody said that it is about them. The latest first, one
 * more than a report may tell of.
 */
export function readClipRows(
  scope: OneSiteScope,
  { from, to, timeZone }: { from: LocalDate; to: LocalDate; timeZone: string },
): Promise<ClipRow[]> {
  const [begin, end] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)]
  return workspaceSql<ClipRow>(database(), scope)`
    SELECT m."id", m."url", m."urlKey", m."pressTitle", m."outcome", m."provenance", m."everLinked", m."publishedOn", m."lastLookAt",
           m."lookState", m."lookCount", m."headHash", m."outcomeAt", seen."at" AS "firstSeenAt", says."kind" AS "lookKind", told."facts"
      FROM "Mention" m
      LEFT JOIN LATERAL (
        SELECT l."kind" FROM "LinkCheck" l
         WHERE l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."verdict" = m."outcome"
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) says ON true
      LEFT JOIN LATERAL (
        SELECT l."facts" FROM "LinkCheck" l
         WHERE l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id"
           AND (l."verdict" = m."outcome" OR (m."outcome" = ANY (${GONE}) AND l."verdict" = ANY (${STANDING})))
           AND NOT l."verdict" = ANY (${LOST})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) told ON true
      LEFT JOIN LATERAL (
        SELECT min(l."at") AS "at" FROM "LinkCheck" l
         WHERE l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."verdict" = ANY (${STANDING})) seen ON true
     WHERE m."workspaceId" = ${WORKSPACE} AND m."siteId" = ANY (${[...scope.siteIds]}) AND m."deletedAt" IS NULL
       AND ((m."createdAt" >= ${begin} AND m."createdAt" < ${end})
         OR (m."outcome" = ANY (${LOST}) AND m."everLinked" AND m."outcomeAt" >= ${begin} AND m."outcomeAt" < ${end}))
       AND NOT (m."foundBy" = 'feed' AND m."reviewSince" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "OutcomeDecision" d WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id"))
     ORDER BY COALESCE(m."publishedOn"::timestamp AT TIME ZONE 'UTC', m."createdAt") DESC, m."id" DESC
     LIMIT ${MOST_CLIPS + 1}`
}

export type ChangedRow = Pick<ClipRow, 'id' | 'url' | 'urlKey' | 'pressTitle' | 'outcome' | 'facts'> & {
  wasThere: boolean
  /** The last look before that could tell; null where none could. */
  verdictBefore: string | null
}

/** The Site's mentions that were recorded since, or came to something else since, with what was seen of them before. */
export function readChangedRows(scope: OneSiteScope, since: Date): Promise<ChangedRow[]> {
  return workspaceSql<ChangedRow>(database(), scope)`
    SELECT m."id", m."url", m."urlKey", m."pressTitle", m."outcome", m."createdAt" <= ${since} AS "wasThere",
           before."verdict" AS "verdictBefore", told."facts"
      FROM "Mention" m
      LEFT JOIN LATERAL (
        SELECT l."verdict" FROM "LinkCheck" l
         WHERE l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."at" <= ${since}
           AND NOT l."verdict" = ANY (${CANNOT_TELL})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) before ON true
      LEFT JOIN LATERAL (
        SELECT l."facts" FROM "LinkCheck" l
         WHERE l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id" AND l."verdict" = ANY (${STANDING})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) told ON true
     WHERE m."workspaceId" = ${WORKSPACE} AND m."siteId" = ANY (${[...scope.siteIds]}) AND m."deletedAt" IS NULL
       AND (m."createdAt" > ${since} OR m."outcomeAt" > ${since})
       AND NOT (m."foundBy" = 'feed' AND m."reviewSince" IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM "OutcomeDecision" d WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id"))
     ORDER BY m."outcomeAt" DESC NULLS LAST, m."id" DESC
     LIMIT ${MOST_CLIPS}`
}
