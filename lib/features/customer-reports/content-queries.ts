import {
  isStanding,
  REPORT_OUTCOME_WORDS,
  REPORT_OUTCOMES,
} from '#lib/domain/customer-reports/report-outcomes.ts'
import type { LocalDate } from '#lib/domain/local-date.ts'
import { addDays } from '#lib/domain/local-date.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { OneSiteScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { NOT_BOUGHT, SAID_OURS } from '../mentions/said-ours-queries.ts'

/** What one report may tell of: more would be read by nobody, and kept for good. */
export const MOST_CLIPS = 2_000
/** Changes are named one by one up to here. */
export const MOST_CHANGES = 200

const STANDING = REPORT_OUTCOMES.filter(isStanding) as string[]
const LOST = REPORT_OUTCOMES.filter((outcome) => REPORT_OUTCOME_WORDS[outcome].group === 'lost') as string[]
const GONE = [...LOST, 'missing-looking-again']
const CANNOT_TELL = ['could-not-check', 'looks-rendered-by-script']

/** Looks `l` at the page whose address mention `m` has today: before it was corrected, they saw another. */
const OF_ADDRESS = Prisma.sql`l."workspaceId" = m."workspaceId" AND l."mentionId" = m."id"
           AND (m."addressSince" IS NULL OR l."at" >= m."addressSince")`

/**
 * When the loss of mention `m` was certain: by the second look, a day or more after the first that missed it, or when a person
 * said so. It may be after a report in which it was only missing.
 */
const LOST_FOR_SURE = Prisma.sql`
        SELECT COALESCE(LEAST(
          (SELECT min(l."at") FROM "LinkCheck" l
            WHERE ${OF_ADDRESS} AND l."at" >= m."outcomeAt" + interval '24 hours' AND NOT l."verdict" = ANY (${CANNOT_TELL})),
          (SELECT max(d."at") FROM "OutcomeDecision" d
            WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id" AND d."kind" = 'overruled' AND d."outcome" = m."outcome"
              AND d."at" >= m."outcomeAt")), m."outcomeAt") AS "at"
         WHERE m."outcome" = ANY (${LOST})`

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
  /** A person has overruled the looks, and that holds. */
  isSaid: boolean
  /** Of the look its words are taken from. */
  facts: unknown
}

/**
 * The Site's mentions that were recorded on these days, and those whose loss became certain on them. A page that a feed found is
 * nobody's before somebody said that it is about them. The latest first, one more than a report may tell of.
 */
export function readClipRows(
  scope: OneSiteScope,
  { from, to, timeZone }: { from: LocalDate; to: LocalDate; timeZone: string },
): Promise<ClipRow[]> {
  const [begin, end] = [startOfDay(from, timeZone), startOfDay(addDays(to, 1), timeZone)]
  return workspaceSql<ClipRow>(database(), scope)`
    SELECT m."id", m."url", m."urlKey", m."pressTitle", m."outcome", m."provenance", m."everLinked", m."publishedOn", m."lastLookAt",
           m."lookState", m."lookCount", m."headHash", m."outcomeAt", seen."at" AS "firstSeenAt", says."kind" AS "lookKind",
           told."facts", EXISTS (
             SELECT 1 FROM "OutcomeDecision" d
              WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id" AND d."kind" = 'overruled'
                AND d."outcome" = m."outcome" AND d."at" = m."outcomeAt") AS "isSaid"
      FROM "Mention" m
      LEFT JOIN LATERAL (
        SELECT l."kind" FROM "LinkCheck" l
         WHERE ${OF_ADDRESS} AND l."verdict" = m."outcome"
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) says ON true
      LEFT JOIN LATERAL (
        SELECT l."facts" FROM "LinkCheck" l
         WHERE ${OF_ADDRESS}
           AND (l."verdict" = m."outcome" OR (m."outcome" = ANY (${GONE}) AND l."verdict" = ANY (${STANDING})))
           AND NOT l."verdict" = ANY (${LOST})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) told ON true
      LEFT JOIN LATERAL (
        SELECT min(l."at") AS "at" FROM "LinkCheck" l
         WHERE ${OF_ADDRESS} AND l."verdict" = ANY (${STANDING})) seen ON true
      LEFT JOIN LATERAL (${LOST_FOR_SURE}) lost ON true
     WHERE m."workspaceId" = ${WORKSPACE} AND m."siteId" = ANY (${[...scope.siteIds]}) AND m."deletedAt" IS NULL
       AND ((m."createdAt" >= ${begin} AND m."createdAt" < ${end})
         OR (m."outcome" = ANY (${LOST}) AND m."everLinked" AND lost."at" >= ${begin} AND lost."at" < ${end}))
       AND ${SAID_OURS}
     ORDER BY COALESCE(m."publishedOn"::timestamp AT TIME ZONE 'UTC', m."createdAt") DESC, m."id" DESC
     LIMIT ${MOST_CLIPS + 1}`
}

export type ChangedRow = Pick<
  ClipRow,
  'id' | 'url' | 'urlKey' | 'pressTitle' | 'outcome' | 'everLinked' | 'facts'
> & {
  /** It was recorded then, and where a feed found it, somebody had said that it is about the Site. */
  wasThere: boolean
  /** It is lost, and that was not certain then. */
  isLostSince: boolean
  /** The last look before that could tell; null where none could. */
  verdictBefore: string | null
}

/**
 * The Site's mentions that were recorded since, came to something else since, or whose loss became certain since, with what was
 * seen of them before. What was paid for is told of nowhere but in its own line.
 */
export function readChangedRows(scope: OneSiteScope, since: Date): Promise<ChangedRow[]> {
  return workspaceSql<ChangedRow>(database(), scope)`
    SELECT m."id", m."url", m."urlKey", m."pressTitle", m."outcome", m."everLinked",
           m."createdAt" <= ${since} AND NOT COALESCE(m."foundBy" = 'feed' AND said."at" > ${since}, false) AS "wasThere",
           COALESCE(lost."at" > ${since}, false) AS "isLostSince", before."verdict" AS "verdictBefore", told."facts"
      FROM "Mention" m
      LEFT JOIN LATERAL (
        SELECT l."verdict" FROM "LinkCheck" l
         WHERE ${OF_ADDRESS} AND l."at" <= ${since}
           AND NOT l."verdict" = ANY (${CANNOT_TELL})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) before ON true
      LEFT JOIN LATERAL (
        SELECT l."facts" FROM "LinkCheck" l
         WHERE ${OF_ADDRESS} AND l."verdict" = ANY (${STANDING})
         ORDER BY l."at" DESC, l."number" DESC LIMIT 1) told ON true
      LEFT JOIN LATERAL (
        SELECT min(d."at") AS "at" FROM "OutcomeDecision" d
         WHERE d."workspaceId" = m."workspaceId" AND d."mentionId" = m."id" AND m."foundBy" = 'feed') said ON true
      LEFT JOIN LATERAL (${LOST_FOR_SURE}) lost ON true
     WHERE m."workspaceId" = ${WORKSPACE} AND m."siteId" = ANY (${[...scope.siteIds]}) AND m."deletedAt" IS NULL
       AND (m."createdAt" > ${since} OR m."outcomeAt" > ${since} OR lost."at" > ${since} OR said."at" > ${since})
       AND ${SAID_OURS} AND ${NOT_BOUGHT}
     ORDER BY m."outcomeAt" DESC NULLS LAST, m."id" DESC
     LIMIT ${MOST_CLIPS}`
}
