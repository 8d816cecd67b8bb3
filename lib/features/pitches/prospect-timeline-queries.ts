import { orderOf, prospectTimeline, timelineKeyOf } from '#lib/domain/prospect-timeline.ts'
import {
  TIMELINE_GROUPS,
  TIMELINE_KINDS,
  type TimelineEvent,
  type TimelineGroup,
  type TimelineKind,
} from '#lib/domain/prospect-timeline-event.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { timelineRows } from './prospect-timeline-rows.ts'

export const EVENTS_PER_PAGE = 30

type Place = { at: Date; kind: TimelineKind; id: string }
export type TimelineList = { group: TimelineGroup | null; before: Place | null }

/** Reads what stands in the address: `?story=letters&before=…`. What makes no sense is the newest of everything. */
export function readTimelineList({ story, before }: Record<string, unknown>): TimelineList {
  const group = Object.keys(TIMELINE_GROUPS).find((known) => known === story) as TimelineGroup | undefined
  const [, at = '', kind, id = ''] =
    /^(\d{1,15})\.([a-z]+)\.([0-9a-f-]{36})$/.exec(String(before ?? '')) ?? []
  const known = TIMELINE_KINDS.find((each) => each === kind)
  const place = known && Number(at) <= 8.64e15 ? { at: new Date(Number(at)), kind: known, id } : null
  return { group: group ?? null, before: place }
}

/** As it stands in an address. */
export function timelinePlace({ at, kind, id }: Place): string {
  return `${at.getTime()}.${kind}.${id}`
}

/**
 * One page of everything that happened with a prospect, newest first, and where the page before it in time begins (null: this
 * is the beginning). From each table come at most as many rows as a page has, by their indexes, however many years there are.
 */
export async function listTimeline(
  scope: WorkspaceScope,
  prospectId: string,
  { group, before }: TimelineList,
): Promise<{ events: TimelineEvent[]; earlier: string | null }> {
  authorizeToSee(scope, 'pitches.read')
  const kinds: readonly TimelineKind[] = group ? TIMELINE_GROUPS[group].kinds : TIMELINE_KINDS
  const places = await placesOf(scope, prospectId, kinds, before)
  const shown = places.slice(0, EVENTS_PER_PAGE)
  const last = shown.at(-1)
  const history = await timelineRows(database(), scope, prospectId, shown)
  if (!history) return { events: [], earlier: null }
  const keys = new Set(shown.map(({ kind, id }) => timelineKeyOf(kind, id)))
  return {
    events: prospectTimeline(history).filter((event) => keys.has(event.key)),
    earlier: places.length > EVENTS_PER_PAGE && last ? timelinePlace(last) : null,
  }
}

function placesOf(
  scope: WorkspaceScope,
  prospectId: string,
  kinds: readonly TimelineKind[],
  before: Place | null,
) {
  const sources = kinds.map((kind) => sourceOf(kind, { workspaceId: scope.workspaceId, prospectId }, before))
  return workspaceSql<Place>(database(), scope)`
    SELECT kind, id, at FROM (${Prisma.join(sources, ' UNION ALL ')}) AS event
     WHERE ${WORKSPACE}::text IS NOT NULL
     ORDER BY at DESC, ord DESC, id
     LIMIT ${EVENTS_PER_PAGE + 1}`
}

type Here = { workspaceId: string; prospectId: string }
/** A day has no hour: it counts from its midnight in UTC, as Prisma reads it. */
const NUDGE_AT = `coalesce(f."settledAt", f."dueOn"::timestamp AT TIME ZONE 'UTC')`
const PUBLISHED_AT = `("publishedOn"::timestamp AT TIME ZONE 'UTC')`
const AT_MOST = EVENTS_PER_PAGE + 1

/** A table's newest rows before a place. `deletedAt` stands in the order so that the index can be walked. */
function sourceOf(kind: TimelineKind, { workspaceId, prospectId }: Here, before: Place | null): Prisma.Sql {
  const what = (id: string, at: string) =>
    Prisma.sql`${kind}::text AS kind, ${orderOf(kind)}::int AS ord, ${Prisma.raw(id)} AS id, ${Prisma.raw(at)} AS at`
  const earlier = (id: string, at: string) => earlierThan(kind, { id, at }, before)
  const simple = (table: string, at: string, more = Prisma.empty, order = Prisma.empty) => Prisma.sql`(
    SELECT ${what('id', at)} FROM ${Prisma.raw(table)}
     WHERE "workspaceId" = ${workspaceId} AND "prospectId" = ${prospectId} ${more} AND ${earlier('id', at)}
     ORDER BY ${order} ${Prisma.raw(at)} DESC, id LIMIT ${AT_MOST})`
  const ofPitch = (select: Prisma.Sql) => Prisma.sql`(
    SELECT ${what('inner_row.id', 'inner_row.at')} FROM "Pitch" AS p CROSS JOIN LATERAL (${select} LIMIT ${AT_MOST}) AS inner_row
     WHERE p."workspaceId" = ${workspaceId} AND p."prospectId" = ${prospectId} AND p."deletedAt" IS NULL
     ORDER BY inner_row.at DESC, inner_row.id LIMIT ${AT_MOST})`
  const messages = (direction: string) =>
    ofPitch(Prisma.sql`
    SELECT m.id, m.at FROM "Message" AS m
     WHERE m."workspaceId" = p."workspaceId" AND m."pitchId" = p.id AND m.direction = ${direction}
       AND ${earlier('m.id', 'm.at')} ORDER BY m.at DESC, m.id`)
  const alive = Prisma.sql`AND "deletedAt" IS NULL`
  const first = Prisma.sql`"deletedAt" DESC,`
  const ofThis = (at: string, more: Prisma.Sql) => Prisma.sql`(
    SELECT ${what('id', at)} FROM "Prospect"
     WHERE "workspaceId" = ${workspaceId} AND id = ${prospectId} ${more} AND ${earlier('id', at)})`
  const merges = (at: string) => Prisma.sql`(
    SELECT ${what('id', at)} FROM "Merge"
     WHERE "workspaceId" = ${workspaceId} AND kind = 'prospect' AND "keptId" = ${prospectId}
       AND ${Prisma.raw(at)} IS NOT NULL AND ${earlier('id', at)}
     ORDER BY ${Prisma.raw(at)} DESC, id LIMIT ${AT_MOST})`
  const people = (id: string, at: string, more: Prisma.Sql) => Prisma.sql`(
    SELECT ${what(id, at)} FROM "Affiliation" AS a
      JOIN "Contact" AS c ON c."workspaceId" = a."workspaceId" AND c.id = a."contactId"
     WHERE a."workspaceId" = ${workspaceId} AND a."prospectId" = ${prospectId} AND c."deletedAt" IS NULL ${more}
       AND ${earlier(id, at)}
     ORDER BY ${Prisma.raw(at)} DESC, ${Prisma.raw(id)} LIMIT ${AT_MOST})`
  switch (kind) {
    case 'added':
      return ofThis('"createdAt"', Prisma.empty)
    case 'aside':
      return ofThis('"notForUsAt"', Prisma.sql`AND "notForUsAt" IS NOT NULL`)
    case 'merged':
      return merges('at')
    case 'parted':
      return merges('"undoneAt"')
    case 'contact':
      return people('c.id', 'c."createdAt"', Prisma.empty)
    case 'left':
      return people('a.id', 'a.until', Prisma.sql`AND a.until IS NOT NULL`)
    case 'read':
      return simple('"ReadingNote"', '"createdAt"', alive, first)
    case 'vetted':
      return Prisma.sql`(SELECT * FROM (
        ${simple('"Vetting"', 'at')} UNION ALL ${simple('"EarlierVetting"', 'at')}) AS answer)`
    case 'touch':
      return simple('"Touch"', 'at', alive, first)
    case 'gift':
      return simple('"Sample"', '"offeredAt"', alive)
    case 'request':
      return simple('"Request"', '"createdAt"', alive)
    case 'replied':
      return simple('"Request"', '"sentAt"', Prisma.sql`${alive} AND "sentAt" IS NOT NULL`)
    case 'work':
      return simple('"Contribution"', '"createdAt"', alive)
    case 'published':
      return simple('"Contribution"', PUBLISHED_AT, Prisma.sql`${alive} AND "publishedOn" IS NOT NULL`)
    case 'promised':
      return simple('"PromiseMade"', '"madeAt"', alive)
    case 'settled':
      return simple('"PromiseMade"', '"settledAt"', Prisma.sql`${alive} AND "settledAt" IS NOT NULL`)
    case 'mention':
      return simple('"Mention"', '"createdAt"', alive, first)
    case 'drafted':
      return simple('"Pitch"', '"createdAt"', Prisma.sql`${alive} AND "sentAt" IS NULL`)
    case 'closed':
      return simple('"Pitch"', '"closedAt"', Prisma.sql`${alive} AND "closedAt" IS NOT NULL`)
    case 'out':
      return messages('out')
    case 'in':
      return messages('in')
    case 'nudge':
      return ofPitch(Prisma.sql`
        SELECT f.id, ${Prisma.raw(NUDGE_AT)} AS at FROM "FollowUp" AS f
         WHERE f."workspaceId" = p."workspaceId" AND f."pitchId" = p.id AND f.state IN ('due', 'gone')
           AND ${earlier('f.id', NUDGE_AT)} ORDER BY 2 DESC, f.id`)
    case 'look':
      return Prisma.sql`(
        SELECT ${what('inner_row.id', 'inner_row.at')} FROM "Mention" AS n CROSS JOIN LATERAL (
          SELECT l.id, l.at FROM "LinkCheck" AS l
           WHERE l."workspaceId" = n."workspaceId" AND l."mentionId" = n.id AND l.changes <> '[]'::jsonb
             AND ${earlier('l.id', 'l.at')} ORDER BY l.at DESC, l.id LIMIT ${AT_MOST}) AS inner_row
         WHERE n."workspaceId" = ${workspaceId} AND n."prospectId" = ${prospectId} AND n."deletedAt" IS NULL
           AND n."lastChangeAt" IS NOT NULL
         ORDER BY inner_row.at DESC, inner_row.id LIMIT ${AT_MOST})`
  }
}

/** Strictly behind a place in the order of the story: time, then cause below effect, then id. */
function earlierThan(
  kind: TimelineKind,
  column: { id: string; at: string },
  before: Place | null,
): Prisma.Sql {
  if (!before) return Prisma.sql`TRUE`
  const at = Prisma.raw(column.at)
  const apart = orderOf(kind) - orderOf(before.kind)
  if (apart < 0) return Prisma.sql`${at} <= ${before.at}::timestamptz`
  if (apart > 0) return Prisma.sql`${at} < ${before.at}::timestamptz`
  return Prisma.sql`${at} <= ${before.at}::timestamptz
    AND (${at} < ${before.at}::timestamptz OR ${Prisma.raw(column.id)} > ${before.id})`
}
