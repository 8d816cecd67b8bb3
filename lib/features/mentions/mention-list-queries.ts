import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { cutPage, type PagePlace, readPlace, writeCursor } from '../page-cursor.ts'
import { mentionKeyOf } from './mention-key.ts'
import { MENTIONS_PER_PAGE, type MentionList } from './mention-list.ts'
import { MENTION_OUTCOMES, OUTCOME_GROUPS, type OutcomeGroup, outcomesOf } from './outcome-groups.ts'

const SORT = '-added'

type Row = {
  id: string
  url: string
  outcome: string
  provenance: string
  lookState: string
  lastLookAt: Date | null
  nextLookAt: Date | null
  lastChanges: unknown
  createdAt: Date
  siteId: string
  siteName: string
}

/**
 * One page of the list, newest first, and how many there are of each outcome under the same other filters: counted apart,
 * never summed, and no further than COUNTED_TO. `total` is of what the list shows, counted no further either.
 */
export async function listMentions(scope: WorkspaceScope, list: Partial<MentionList> = {}) {
  authorizeToSee(scope, 'mentions.read')
  let place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const outcomes = list.outcome ? outcomesOf(list.outcome) : null
  const [first, counted] = await Promise.all([
    rowsOf(scope, list, outcomes, place),
    countsByOutcome(scope, list),
  ])
  let asked = first
  if (asked.length === 0 && place) {
    // What was there has gone meanwhile: the beginning is still where it was.
    place = null
    asked = await rowsOf(scope, list, outcomes, place)
  }
  const count = (some: readonly string[]) =>
    Math.min(
      some.reduce((sum, outcome) => sum + (counted.get(outcome) ?? 0), 0),
      COUNTED_TO + 1,
    )
  const page = cutPage(asked, MENTIONS_PER_PAGE, place, (row) => writeCursor(SORT, row.createdAt, row.id))
  return {
    mentions: page.rows.map(({ siteId, siteName, ...row }) => ({
      ...row,
      site: { id: siteId, name: siteName },
    })),
    before: page.before,
    after: page.after,
    total: count(outcomes ?? MENTION_OUTCOMES),
    counts: Object.fromEntries(OUTCOME_GROUPS.map((group) => [group, count(outcomesOf(group))])) as Record<
      OutcomeGroup,
      number
    >,
  }
}

/**
 * Indexes hold the rows of one outcome, by itself or with one Site or one provenance, in the order of the list: of each the
 * first rows are taken, so that a page costs the same however deep it lies and however rare its outcome is.
 */
function rowsOf(
  scope: WorkspaceScope,
  list: Partial<MentionList>,
  outcomes: readonly string[] | null,
  place: PagePlace | null,
) {
  const sites = sitesOf(scope, list)
  const isBack = place?.way === 'before'
  const order = isBack ? Prisma.sql`m."createdAt", m."id"` : Prisma.sql`m."createdAt" DESC, m."id" DESC`
  // It is null in every row listed. Naming it first lets PostgreSQL walk the index instead of sorting everything.
  const walk = isBack ? Prisma.sql`m."deletedAt", ${order}` : Prisma.sql`m."deletedAt" DESC, ${order}`
  const page = (of: Prisma.Sql) => Prisma.sql`
    SELECT m.* FROM "Mention" m
     WHERE m."workspaceId" = ${scope.workspaceId} AND m."deletedAt" IS NULL ${of} ${narrowing(scope, list)} ${beyond(place)}
     ORDER BY ${walk} LIMIT ${MENTIONS_PER_PAGE + 1}`
  const ofOutcomes = outcomes ?? MENTION_OUTCOMES
  const found = list.q
    ? page(
        Prisma.sql`${amongSites(sites)} ${outcomes ? Prisma.sql`AND m."outcome" = ANY (${outcomes})` : Prisma.empty}`,
      )
    : sites
      ? Prisma.sql`SELECT x.* FROM unnest(${sites}::text[]) site CROSS JOIN unnest(${ofOutcomes}::text[]) outcome
          CROSS JOIN LATERAL (${page(Prisma.sql`AND m."siteId" = site AND m."outcome" = outcome.outcome`)}) x`
      : outcomes || list.provenance
        ? Prisma.sql`SELECT x.* FROM unnest(${ofOutcomes}::text[]) outcome
            CROSS JOIN LATERAL (${page(Prisma.sql`AND m."outcome" = outcome.outcome`)}) x`
        : page(Prisma.empty)
  return workspaceSql<Row>(database(), scope)`
    SELECT m."id", m."url", m."outcome", m."provenance", m."lookState", m."lastLookAt", m."nextLookAt", m."lastChanges",
           m."createdAt", m."siteId", s."name" AS "siteName"
      FROM (${found}) m JOIN "Site" s ON s."workspaceId" = ${WORKSPACE} AND s."id" = m."siteId"
     ORDER BY ${order} LIMIT ${MENTIONS_PER_PAGE + 1}`
}

async function countsByOutcome(
  scope: WorkspaceScope,
  list: Partial<MentionList>,
): Promise<Map<string, number>> {
  const sites = sitesOf(scope, list)
  const narrow = Prisma.sql`${amongSites(sites)} ${narrowing(scope, list)}`
  const most = COUNTED_TO + 1
  // Words are looked for once, not once for each outcome; of very many finds the first say how they divide.
  const counted = list.q
    ? workspaceSql<{ outcome: string; n: number }>(database(), scope)`
        SELECT "outcome", count(*)::int AS "n" FROM (
          SELECT m."outcome" FROM "Mention" m
           WHERE m."workspaceId" = ${WORKSPACE} AND m."deletedAt" IS NULL ${narrow} LIMIT ${most}) found
         GROUP BY "outcome"`
    : workspaceSql<{ outcome: string; n: number }>(database(), scope)`
        SELECT o."outcome", c."n" FROM unnest(${[...MENTION_OUTCOMES]}::text[]) o("outcome")
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS "n" FROM (
             SELECT 1 FROM "Mention" m
              WHERE m."workspaceId" = ${WORKSPACE} AND m."deletedAt" IS NULL AND m."outcome" = o."outcome" ${narrow}
              LIMIT ${most}) found) c`
  return new Map((await counted).map(({ outcome, n }) => [outcome, n]))
}

/** The Sites asked for, of those this person may look at; null: all of them. */
function sitesOf({ siteIds }: WorkspaceScope, { site }: Partial<MentionList>): string[] | null {
  if (!site) return siteIds === null ? null : [...siteIds]
  return siteIds === null || siteIds.includes(site) ? [site] : []
}

function amongSites(sites: readonly string[] | null): Prisma.Sql {
  return sites === null ? Prisma.empty : Prisma.sql`AND m."siteId" = ANY (${sites}::text[])`
}

/** The same as `narrowedMentions` says to Prisma; a test asks both. */
function narrowing(scope: WorkspaceScope, { provenance, q: words = '' }: Partial<MentionList>): Prisma.Sql {
  const ofProvenance = provenance ? Prisma.sql`AND m."provenance" = ${provenance}` : Prisma.empty
  if (!words) return ofProvenance
  const like = `%${likeText(words)}%`
  const inNote = can(scope.role, 'prospects.read') ? Prisma.sql`OR m."note" ILIKE ${like}` : Prisma.empty
  return Prisma.sql`${ofProvenance}
    AND (m."url" ILIKE ${like} OR m."liveUrlKey" = ${mentionKeyOf(words)} ${inNote})`
}

function beyond(place: PagePlace | null): Prisma.Sql {
  if (!place) return Prisma.empty
  const { value, id } = place.cursor
  return place.way === 'after'
    ? Prisma.sql`AND (m."createdAt", m."id") < (${value}::timestamptz, ${id})`
    : Prisma.sql`AND (m."createdAt", m."id") > (${value}::timestamptz, ${id})`
}
