import { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { SAID_OURS } from '../mentions/said-ours-queries.ts'
import type { ReportChoice } from './report-choice.ts'
import type { MentionNumber } from './report-numbers.ts'
import { momentsOf } from './worked-list.ts'

/** As the index LinkCheck_saw_a_link has them, word for word: it is used for these alone. */
const SAW_A_LINK = Prisma.raw(`('linked', 'linked-wrong-page', 'linked-not-crawlable', 'linked-not-indexable',
  'linked-elsewhere-canonical', 'linked-qualified')`)

/** Whether what hangs on rows is gathered for all of them, or looked up for each: the one to count them, the other to list a few. */
export type Reading = 'all-at-once' | 'one-by-one'

/**
 * Every page on record of the Sites, campaign and member asked for, whenever that was; with when a look first saw a link on
 * it, when it was last seen, and when it was found missing. What a person decided about the page counts as it stands; what
 * a feed found counts once somebody said that it is about the Site. Looks at an address that was corrected since saw another page.
 *
 * A link's life ends with the first of the looks that found it missing. One that still stands, or that nobody can tell about,
 * is known to have lived until the last look that saw it, and no longer.
 */
export function mentionRows(
  choice: ReportChoice,
  { workspaceId, siteIds }: WorkspaceScope,
  reading: Reading,
): Prisma.Sql {
  const { site, campaign, member } = choice
  return Prisma.sql`
    SELECT x.*, floor(extract(epoch FROM greatest(coalesce(x."lostAt", x."lastSeenAt") - x."firstLinkedAt", '0')) / 86400)::int AS "days"
      FROM (
        SELECT m."id", m."createdAt", m."deletedAt", m."url", m."outcome", m."outcomeAt", m."siteId", m."prospectId", m."campaignId", m."pitchId",
               m."sampleId", m."provenance", (m."everLinked" OR m."outcome" IN ${SAW_A_LINK}) AS "isLinked",
               CASE WHEN m."everLinked" OR m."outcome" IN ${SAW_A_LINK}
                    THEN coalesce(${sinceCorrected('first', workspaceId)}, CASE WHEN m."outcome" IN ${SAW_A_LINK} THEN m."outcomeAt" END) END AS "firstLinkedAt",
               CASE WHEN m."everLinked" OR m."outcome" IN ${SAW_A_LINK}
                    THEN greatest(${sinceCorrected('last', workspaceId)}, CASE WHEN m."outcome" IN ${SAW_A_LINK} THEN m."outcomeAt" END) END AS "lastSeenAt",
               CASE WHEN m."outcome" = 'lost' OR (m."outcome" = 'page-gone' AND m."everLinked")
                    THEN coalesce(m."outcomeAt", m."lastLookAt", m."createdAt") END AS "lostAt"
          FROM "Mention" m
          LEFT JOIN "Pitch" p ON p."workspaceId" = ${workspaceId} AND p."id" = m."pitchId"
          LEFT JOIN ${sightings(workspaceId, reading)}
         WHERE m."workspaceId" = ${workspaceId} AND m."deletedAt" IS NULL AND ${SAID_OURS}
               ${site ? Prisma.sql`AND m."siteId" = ${site}` : Prisma.empty}
               ${siteIds ? Prisma.sql`AND m."siteId" = ANY (${[...siteIds]}::text[])` : Prisma.empty}
               ${campaign ? Prisma.sql`AND coalesce(m."campaignId", p."campaignId") = ${campaign}` : Prisma.empty}
               ${member ? Prisma.sql`AND coalesce(p."writerId", m."recordedById") = ${member}` : Prisma.empty}) x`
}

/** Few addresses are ever corrected: of those alone it is looked up what was seen since. */
function sinceCorrected(which: 'first' | 'last', workspaceId: string): Prisma.Sql {
  const [seen, end] =
    which === 'first' ? [Prisma.sql`f."first"`, Prisma.sql`min`] : [Prisma.sql`f."last"`, Prisma.sql`max`]
  return Prisma.sql`CASE WHEN m."addressSince" IS NULL THEN ${seen} ELSE (
    SELECT ${end}(l."at") FROM "LinkCheck" l
     WHERE l."workspaceId" = ${workspaceId} AND l."mentionId" = m."id" AND l."at" >= m."addressSince" AND l."verdict" IN ${SAW_A_LINK}) END`
}

function sightings(workspaceId: string, reading: Reading): Prisma.Sql {
  const seen = Prisma.sql`min(l."at") AS "first", max(l."at") AS "last" FROM "LinkCheck" l
    WHERE l."workspaceId" = ${workspaceId} AND l."verdict" IN ${SAW_A_LINK}`
  return reading === 'all-at-once'
    ? Prisma.sql`(SELECT l."mentionId", ${seen} GROUP BY l."mentionId") f ON f."mentionId" = m."id" AND m."everLinked"`
    : Prisma.sql`LATERAL (SELECT ${seen} AND l."mentionId" = m."id" AND m."everLinked") f ON true`
}

/** What each number asks of a row `r` of these. A number and the rows behind it are asked for by the same words. */
export function mentionMarks(
  choice: ReportChoice,
  { workspaceId, timeZone }: WorkspaceScope,
): Readonly<Record<MentionNumber, Prisma.Sql>> {
  const recorded = within(timeZone, choice, Prisma.sql`r."createdAt"`)
  const isOurs = Prisma.sql`r."provenance" <> 'paid-elsewhere'`
  const isNew = Prisma.sql`${isOurs} AND ${within(timeZone, choice, Prisma.sql`r."firstLinkedAt"`)}`
  const of = (...outcomes: string[]) =>
    Prisma.sql`${recorded} AND ${isOurs} AND r."outcome" IN (${Prisma.join(outcomes)})`
  const isLost = Prisma.sql`r."lostAt" IS NOT NULL`
  const days = choice.days ?? 0
  const without = (table: 'Request' | 'Contribution') => Prisma.sql`NOT EXISTS (
    SELECT 1 FROM ${Prisma.raw(`"${table}"`)} o WHERE o."workspaceId" = ${workspaceId} AND o."mentionId" = r."id" AND o."deletedAt" IS NULL)`
  const isUnasked = Prisma.sql`${recorded} AND r."provenance" = 'earned' AND r."pitchId" IS NULL AND r."sampleId" IS NULL
    AND ${without('Request')} AND ${without('Contribution')}
    AND NOT EXISTS (SELECT 1 FROM "InsightMention" o
                     WHERE o."workspaceId" = ${workspaceId} AND o."mentionId" = r."id" AND o."state" = 'cites')`
  return {
    mentions: Prisma.sql`${recorded} AND ${isOurs}`,
    links: Prisma.sql`${recorded} AND ${isOurs} AND r."outcome" IN ${SAW_A_LINK}`,
    followed: of('linked'),
    qualified: of('linked-qualified'),
    notIndexable: of('linked-not-indexable', 'linked-not-crawlable', 'linked-elsewhere-canonical'),
    otherPage: of('linked-wrong-page'),
    unlinked: of('mentioned-unlinked'),
    featured: of('featured-not-named'),
    lost: Prisma.sql`${recorded} AND ${isOurs} AND ${isLost}`,
    pending: of('not-looked', 'missing-looking-again'),
    cannotTell: of('could-not-check', 'looks-rendered-by-script'),
    notThere: Prisma.sql`${of('not-mentioned', 'page-gone')} AND r."lostAt" IS NULL`,
    paid: Prisma.sql`${recorded} AND NOT (${isOurs})`,
    newLinks: isNew,
    lostLinks: Prisma.sql`${isOurs} AND ${within(timeZone, choice, Prisma.sql`r."lostAt"`)}`,
    keptStanding: Prisma.sql`${isNew} AND r."outcome" IN ${SAW_A_LINK}`,
    keptLost: Prisma.sql`${isNew} AND ${isLost}`,
    keptUntold: Prisma.sql`${isNew} AND r."lostAt" IS NULL AND r."outcome" NOT IN ${SAW_A_LINK}`,
    unasked: isUnasked,
    unaskedReached: Prisma.sql`${isUnasked} AND (r."isLinked" OR r."outcome" = 'mentioned-unlinked')`,
    unaskedLinked: Prisma.sql`${isUnasked} AND r."isLinked"`,
    keptAtRisk: Prisma.sql`${isNew} AND r."days" >= ${days}`,
    keptEnded: Prisma.sql`${isNew} AND ${isLost} AND r."days" <= ${days}`,
  }
}

/** Whether a number is of pages by when they were recorded, and not of links by when they were seen. */
export function isByRecording(number: MentionNumber): boolean {
  return number !== 'newLinks' && number !== 'lostLinks' && !number.startsWith('kept')
}

/** What the rows behind a number are sorted by. */
export function mentionMoment(number: MentionNumber): Prisma.Sql {
  if (isByRecording(number)) return Prisma.sql`r."createdAt"`
  const isOfEnd = number === 'lostLinks' || number === 'keptLost' || number === 'keptEnded'
  return isOfEnd ? Prisma.sql`r."lostAt"` : Prisma.sql`r."firstLinkedAt"`
}

/** That a moment is known and lies in the time asked for. */
export function within(timeZone: string, choice: ReportChoice, moment: Prisma.Sql): Prisma.Sql {
  const { since, until } = momentsOf(choice, timeZone)
  return Prisma.sql`(${moment} IS NOT NULL
    ${since ? Prisma.sql`AND ${moment} >= ${since}::timestamptz` : Prisma.empty}
    ${until ? Prisma.sql`AND ${moment} < ${until}::timestamptz` : Prisma.empty})`
}
