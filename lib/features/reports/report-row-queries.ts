import { NotFound } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { amongMentioned, LETTER_MARKS, letterRows } from './report-letter-queries.ts'
import type { ReportRows } from './report-list.ts'
import { isByRecording, mentionMarks, mentionMoment, mentionRows } from './report-mention-queries.ts'
import { isLetterNumber, isMentionNumber } from './report-numbers.ts'
import { WAY_MARKS, wayRows } from './report-way-queries.ts'
import type { ReportWay, WayNumber } from './report-ways.ts'

export const REPORT_ROWS_PER_PAGE = 25
const ROWS_AT_ONCE = 2_000

/** One row behind a number: a letter, a page, or something done another way. */
export type ReportRow = {
  id: string
  /** What it is counted in the time by: when it was sent, recorded, seen, found missing. */
  at: Date
  what: 'letter' | 'mention' | ReportWay
  /** The letter's subject, the page's address, the name of what was done. */
  title: string
  /** Null where there is none, and for who may not see outlets. */
  outlet: string | null
  campaign: string | null
  site: string | null
  /** Of a letter: its state; of a page: its outcome; of what was done: how it stands. */
  state: string | null
  closedReason: string | null
  provenance: string | null
  answeredAt: Date | null
  firstLinkedAt: Date | null
  lastSeenAt: Date | null
  lostAt: Date | null
  isLinked: boolean
  isNamed: boolean
}

/** One page of the rows behind a number, newest first: what is counted there is listed here. @throws NotFound */
export async function listReportRows(scope: WorkspaceScope, asked: ReportRows) {
  authorizeRows(scope, asked)
  const sort = `-${asked.number}`
  const place = readPlace(asked, sort, 'time')
  return pageAt(
    place,
    REPORT_ROWS_PER_PAGE,
    (beyond) => rowsAt(scope, asked, beyond, REPORT_ROWS_PER_PAGE + 1),
    ({ at, id }) => writeCursor(sort, at, id),
  )
}

/** All of the rows behind a number, some thousands at a time, in the order of the list. @throws NotFound */
export async function* reportRowsToExport(scope: WorkspaceScope, asked: ReportRows) {
  authorizeToSee(scope, 'exports.run')
  authorizeRows(scope, asked)
  for (let place: PagePlace | null = null; ; ) {
    const rows = await rowsAt(scope, asked, place, ROWS_AT_ONCE)
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    place = { way: 'after', cursor: { value: last.at.toISOString(), id: last.id } }
  }
}

function authorizeRows(scope: WorkspaceScope, { number }: ReportRows) {
  authorizeToSee(scope, 'reports.read')
  if (isMentionNumber(number)) return
  authorizeToSee(scope, 'reports.letters')
}

function rowsAt(
  scope: WorkspaceScope,
  asked: ReportRows,
  place: PagePlace | null,
  atMost: number,
): Promise<ReportRow[]> {
  const { source, mark, moment, lead, more, from } = sourceOf(scope, asked)
  const isBack = place?.way === 'before'
  const order = isBack ? Prisma.sql`r."at", r."id"` : Prisma.sql`r."at" DESC, r."id" DESC`
  const way = isBack ? Prisma.empty : Prisma.sql`DESC`
  const walk = Prisma.sql`${lead ? Prisma.sql`${lead} ${way},` : Prisma.empty} ${moment} ${way}, r."id" ${way}`
  const seesOutlets = can(scope.role, 'prospects.read')
  const beyond = place
    ? Prisma.sql`AND (${moment}, r."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${place.cursor.value}::timestamptz, ${place.cursor.id})`
    : Prisma.empty
  return workspaceSql<ReportRow>(database(), scope)`
    SELECT r."id", r."at", r."isLinked", r."isNamed", ${more}, s."name" AS "site",
           ${seesOutlets ? Prisma.sql`o."name"` : Prisma.sql`NULL`} AS "outlet",
           ${seesOutlets ? Prisma.sql`c."name"` : Prisma.sql`NULL`} AS "campaign"
      FROM (SELECT r.*, ${moment} AS "at" FROM (${source}) r WHERE ${mark} ${beyond} ORDER BY ${walk} LIMIT ${atMost}) r
      LEFT JOIN "Prospect" o ON o."workspaceId" = ${WORKSPACE} AND o."id" = r."prospectId"
      LEFT JOIN "Campaign" c ON c."workspaceId" = ${WORKSPACE} AND c."id" = r."campaignId" AND c."deletedAt" IS NULL
      ${from}
     ORDER BY ${order}`
}

type Source = {
  source: Prisma.Sql
  mark: Prisma.Sql
  /** What the rows are sorted by. */
  moment: Prisma.Sql
  /** The same in every row, and what an index of them begins with: named first, it is walked instead of sorting everything. */
  lead?: Prisma.Sql
  /** What else is shown of a row, and the tables it stands in. */
  more: Prisma.Sql
  from: Prisma.Sql
}

/** Where a number's rows come from: the very rows and the very mark it is counted by. */
function sourceOf(scope: WorkspaceScope, asked: ReportRows): Source {
  const { workspaceId } = scope
  const { number, way } = asked
  const site = (id: Prisma.Sql) =>
    Prisma.sql`LEFT JOIN "Site" s ON s."workspaceId" = ${workspaceId} AND s."id" = ${id}`
  if (isMentionNumber(number)) {
    // In the order links were seen, all of them have to be known.
    const reading = isByRecording(number) ? 'one-by-one' : 'all-at-once'
    return {
      source: Prisma.sql`
        SELECT x.*, x."outcome" = 'mentioned-unlinked' AS "isNamed" FROM (${mentionRows(asked, scope, reading)}) x`,
      mark: mentionMarks(asked, scope)[number],
      moment: mentionMoment(number),
      ...(isByRecording(number) ? { lead: Prisma.sql`r."deletedAt"` } : {}),
      more: Prisma.sql`'mention' AS "what", r."url" AS "title", r."outcome" AS "state", NULL AS "closedReason", r."provenance",
        NULL::timestamptz AS "answeredAt", r."firstLinkedAt", r."lastSeenAt", r."lostAt"`,
      from: site(Prisma.sql`r."siteId"`),
    }
  }
  if (isLetterNumber(number)) {
    return {
      source: letterRows(asked, scope, 'one-by-one'),
      mark: Prisma.sql`${LETTER_MARKS[number]} ${amongMentioned(number, scope)}`,
      moment: Prisma.sql`r."sentAt"`,
      more: Prisma.sql`'letter' AS "what", p."subject" AS "title", p."state", p."closedReason", NULL AS "provenance",
        r."answeredAt", r."firstLinkedAt", NULL::timestamptz AS "lastSeenAt", NULL::timestamptz AS "lostAt"`,
      from: Prisma.sql`JOIN "Pitch" p ON p."workspaceId" = ${workspaceId} AND p."id" = r."id" ${site(Prisma.sql`c."siteId"`)}`,
    }
  }
  if (!way) throw new NotFound()
  return {
    // The list calls what it is sorted by "at".
    source: Prisma.sql`
      SELECT x."way", x."id", x."at" AS "moment", x."title", x."siteId", x."prospectId", x."campaignId", x."state",
             x."isLinked", x."isNamed" FROM (${wayRows(asked, scope)}) x`,
    mark: WAY_MARKS[number as WayNumber],
    moment: Prisma.sql`r."moment"`,
    more: Prisma.sql`r."way" AS "what", r."title", r."state", NULL AS "closedReason", NULL AS "provenance",
      NULL::timestamptz AS "answeredAt", NULL::timestamptz AS "firstLinkedAt", NULL::timestamptz AS "lastSeenAt", NULL::timestamptz AS "lostAt"`,
    from: site(Prisma.sql`r."siteId"`),
  }
}
