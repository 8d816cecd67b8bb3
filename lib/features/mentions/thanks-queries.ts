import { isOpenCandidate } from '#lib/domain/feeds/open-candidate.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import {
  NOT_THANKED_PROVENANCE,
  THANKS_SUGGESTED_DAYS,
  type ThanksStanding,
  type ThanksState,
  thanksStanding,
  WORTH_THANKS,
} from '#lib/domain/thanks.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { NarrowList } from '../narrow-list.ts'
import { mentionsWithNobodyToAsk } from './nobody-to-ask-queries.ts'

/** Few are fresh at a time; some of them were thanked for by hand. */
const LOOKED_THROUGH = 50
const DAY_MS = 24 * 60 * 60 * 1000
const WORTH = [...WORTH_THANKS]

export type MentionToThank = Prisma.MentionGetPayload<{ select: typeof TO_THANK }>

/** How it stands with thanks for this mention. @throws NotFound */
export async function getThanksStanding(scope: WorkspaceScope, mentionId: string): Promise<ThanksStanding> {
  authorizeToSee(scope, 'prospects.read')
  const mention = await database().mention.findFirst({
    where: { workspaceId: scope.workspaceId, id: mentionId, deletedAt: null },
    select: TO_THANK,
  })
  if (!mention) throw new NotFound()
  const [standing] = await standingsOf(scope, [mention])
  return standing as ThanksStanding
}

/**
 * Mentions that came to stand within the last two weeks and that nobody was thanked for, the oldest first. What a file
 * brought in counts only where it came out lately, and what a feed found only once somebody said that it is about us.
 */
export async function listThanksToSay(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'prospects.read')
  const { workspaceId, now } = scope
  const cutoff = new Date(now.getTime() - (THANKS_SUGGESTED_DAYS + 1) * DAY_MS)
  const ids = await freshIds(scope, cutoff, narrow)
  const mentions = await database().mention.findMany({
    where: { workspaceId, id: { in: ids }, deletedAt: null },
    orderBy: [{ outcomeAt: 'asc' }, { id: 'asc' }],
    select: TO_THANK,
  })
  const sure = mentions.filter((mention) => !isOpenCandidate(mention))
  const standings = await standingsOf(scope, sure)
  return sure.flatMap((mention, at) => {
    const { kind, bestBy } = standings[at] ?? {}
    return kind === 'suggested' && bestBy ? [{ ...mention, bestBy }] : []
  })
}

/** One mention after the other by their index, each asked for an earlier look that saw it stand. */
async function freshIds(
  scope: WorkspaceScope,
  cutoff: Date,
  { take = 0, only }: NarrowList,
): Promise<string[]> {
  const since = cutoff.toISOString()
  const narrowed = only ? Prisma.sql`AND m."id" = ANY (${[...only]})` : Prisma.empty
  const rows = await workspaceSql<{ id: string }>(database(), scope)`
    SELECT m."id" FROM "Mention" m
     WHERE m."workspaceId" = ${WORKSPACE} AND m."deletedAt" IS NULL AND m."thanksState" = 'none'
       AND m."outcomeAt" >= ${since}::timestamptz AND m."outcome" = ANY (${WORTH})
       AND m."provenance" <> ${NOT_THANKED_PROVENANCE}
       AND (m."foundBy" <> 'import' OR m."publishedOn" >= ${since.slice(0, 10)}::date)
       AND NOT EXISTS (SELECT 1 FROM "LinkCheck" c
         WHERE c."workspaceId" = m."workspaceId" AND c."mentionId" = m."id" AND c."at" < ${since}::timestamptz
           AND c."verdict" = ANY (${WORTH})) ${narrowed}
     ORDER BY m."outcomeAt", m."id" LIMIT ${Math.max(take, LOOKED_THROUGH)}`
  return rows.map(({ id }) => id)
}

const TO_THANK = {
  ...{ id: true, url: true, urlKey: true, outcome: true, outcomeAt: true, provenance: true, foundBy: true },
  ...{ reviewSince: true, publishedOn: true, createdAt: true, prospectId: true, pitchId: true },
  ...{ thanksState: true, thanksDraft: true },
  site: { select: { name: true } },
  prospect: { select: { name: true } },
  decisions: { select: { id: true }, take: 1 },
  // The first look that saw it stand.
  linkChecks: {
    where: { verdict: { in: WORTH } },
    orderBy: [{ at: 'asc' }, { number: 'asc' }],
    take: 1,
    select: { at: true },
  },
} satisfies Prisma.MentionSelect

/** For each, in the same order; four queries, however many mentions. */
async function standingsOf(
  scope: WorkspaceScope,
  mentions: readonly MentionToThank[],
): Promise<ThanksStanding[]> {
  const { now, timeZone } = scope
  const [elsewhere, nobody] = await Promise.all([
    thankedElsewhere(scope, mentions),
    mentionsWithNobodyToAsk(scope, mentions),
  ])
  return mentions.map((mention) => {
    const seenAt = mention.linkChecks[0]?.at ?? mention.outcomeAt
    return thanksStanding({
      ...{ outcome: mention.outcome, provenance: mention.provenance },
      state: mention.thanksState as ThanksState,
      seenOn: seenAt && localDateOf(seenAt, timeZone),
      today: localDateOf(now, timeZone),
      thankedElsewhere: elsewhere.has(mention.id),
      isStopped: nobody.has(mention.id),
    })
  })
}

/** By a touch since it came out that is of this page or of none, or for the same page under another of our Sites. */
async function thankedElsewhere(
  { workspaceId }: WorkspaceScope,
  mentions: readonly MentionToThank[],
): Promise<Set<string>> {
  if (mentions.length === 0) return new Set()
  const db = database()
  const prospectIds = [...new Set(mentions.flatMap(({ prospectId }) => prospectId ?? []))]
  const urls = ['', ...new Set(mentions.map(({ url }) => url))]
  const [touches, twins] = await Promise.all([
    db.touch.groupBy({
      by: ['prospectId', 'url'],
      where: {
        ...{ workspaceId, deletedAt: null, kind: 'thanked' },
        ...{ prospectId: { in: prospectIds }, url: { in: urls } },
      },
      _max: { at: true },
    }),
    db.mention.findMany({
      where: {
        ...{ workspaceId, deletedAt: null, thanksState: 'thanked' },
        urlKey: { in: mentions.map(({ urlKey }) => urlKey) },
      },
      select: { id: true, urlKey: true },
    }),
  ])
  const isThanked = (mention: MentionToThank) =>
    twins.some(({ id, urlKey }) => id !== mention.id && urlKey === mention.urlKey) ||
    touches.some(
      ({ prospectId, url, _max }) =>
        prospectId === mention.prospectId &&
        (url === '' || url === mention.url) &&
        _max.at !== null &&
        _max.at >= (mention.publishedOn ?? mention.createdAt),
    )
  return new Set(mentions.filter(isThanked).map(({ id }) => id))
}
