import type { PressEntry } from '#lib/domain/press/press-html.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { outcomesOf } from './outcome-groups.ts'
import { PRESS_PER_PAGE, wordsOf } from './press-queries.ts'
import { NOT_BOUGHT, SAID_OURS } from './said-ours-queries.ts'
import { readFacts } from './stored-look.ts'

/** What a visitor reads at once, and prints. */
export const PUBLIC_PRESS_PER_PAGE = 50
const LOOKS_READ = 4
const LINKED: string[] = outcomesOf('links')
/** Seen on their page, and standing there: with a link, or by name. */
const NAMED: string[] = outcomesOf('unlinked')
const SHOWN: string[] = [...LINKED, ...NAMED]

type OfSite = { workspaceId: string; siteId: string }

/** A Site's press page as it is set up; null where nobody ever opened one. A viewer sees those of their own Sites. */
export async function findPressPage(scope: WorkspaceScope, siteId: string) {
  authorizeToSee(scope, 'mentions.read')
  const { workspaceId, siteIds } = scope
  if (siteIds !== null && !siteIds.includes(siteId)) return null
  const page = await database().pressPage.findFirst({
    where: { workspaceId, siteId, site: { deletedAt: null } },
    select: {
      ...{ address: true, name: true, intro: true, isFindable: true, openSince: true },
      openedBy: { select: { name: true } },
    },
  })
  if (!page) return null
  return { ...page, href: page.address === null ? null : `${settings().appUrl}/press/${page.address}` }
}

/** What may stand on a Site's press page, newest first, with what was left off it. */
export async function listPressChoices(
  scope: WorkspaceScope,
  { siteId, page }: { siteId: string; page: number },
) {
  authorizeToSee(scope, 'mentions.write')
  const { workspaceId } = scope
  const counts = await countPress({ workspaceId, siteId })
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const left = counts.reduce((sum, { isOff, count }) => sum + (isOff ? count : 0), 0)
  const pages = Math.max(1, Math.ceil(total / PRESS_PER_PAGE))
  const shown = Math.min(page, pages)
  const place = { size: PRESS_PER_PAGE, page: shown }
  const ids = await idsInOrder({ workspaceId, siteId }, place, Prisma.empty)
  const rows = await database().mention.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, url: true, outcome: true, provenance: true, offPressAt: true, pressTitle: true },
  })
  return { choices: inOrder(rows, ids), total, left, page: shown, pages }
}

/** One page of what everybody may read about a Site, and how much there is. Who asks is nobody we know. */
export async function readOpenPress(ofSite: OfSite, asked: number) {
  const counts = await countPress(ofSite)
  const sum = (outcomes: readonly string[]) =>
    counts.reduce(
      (all, { outcome, isOff, count }) => all + (!isOff && outcomes.includes(outcome) ? count : 0),
      0,
    )
  const total = sum(SHOWN)
  const pages = Math.max(1, Math.ceil(total / PUBLIC_PRESS_PER_PAGE))
  const page = Math.min(asked, pages)
  const place = { size: PUBLIC_PRESS_PER_PAGE, page }
  const ids = await idsInOrder(ofSite, place, Prisma.sql`AND m."offPressAt" IS NULL`)
  return { entries: await entriesOf(ofSite, ids), total, withLink: sum(LINKED), page, pages }
}

/** The newest of what everybody may read about a Site, with a link, without, or both. Who asks is nobody we know. */
export async function readNewestPress(
  ofSite: OfSite,
  { size, isLinked, isNamed }: { size: number; isLinked: boolean; isNamed: boolean },
): Promise<PressEntry[]> {
  const outcomes = [...(isLinked ? LINKED : []), ...(isNamed ? NAMED : [])]
  const chosen = Prisma.sql`AND m."offPressAt" IS NULL AND m."outcome" = ANY (${outcomes})`
  return entriesOf(ofSite, await idsInOrder(ofSite, { size, page: 1 }, chosen))
}

async function entriesOf({ workspaceId }: OfSite, ids: string[]): Promise<PressEntry[]> {
  const rows = await database().mention.findMany({
    where: { workspaceId, id: { in: ids } },
    select: {
      ...{ id: true, url: true, outcome: true, publishedOn: true, createdAt: true, pressTitle: true },
      provenance: true,
      linkChecks: {
        orderBy: [{ at: 'desc' }, { number: 'desc' }],
        take: LOOKS_READ,
        select: { verdict: true, facts: true },
      },
    },
  })
  return inOrder(rows, ids).map(
    ({ url, outcome, provenance, publishedOn, createdAt, pressTitle, linkChecks }): PressEntry => {
      const look = linkChecks.find(({ verdict }) => verdict === outcome)
      return {
        ...{ url, provenance, publishedOn, recordedAt: createdAt, isLinked: LINKED.includes(outcome) },
        title: pressTitle || (readFacts(look?.facts).pageTitle ?? ''),
        words: wordsOf(look),
      }
    },
  )
}

/**
 * What may stand on a Site's press page. A page that a feed found is nobody's press before somebody said that it is about us;
 * and what was bought is none.
 */
function standsOn(siteId: string): Prisma.Sql {
  return Prisma.sql`m."siteId" = ${siteId} AND m."deletedAt" IS NULL
      AND m."outcome" = ANY (${SHOWN}) AND ${NOT_BOUGHT} AND ${SAID_OURS}`
}

function countPress({ workspaceId, siteId }: OfSite) {
  return workspaceSql<{ outcome: string; isOff: boolean; count: number }>(database(), { workspaceId })`
    SELECT m."outcome", (m."offPressAt" IS NOT NULL) AS "isOff", count(*)::int AS "count" FROM "Mention" m
    WHERE m."workspaceId" = ${WORKSPACE} AND ${standsOn(siteId)} GROUP BY 1, 2`
}

/** In the order only SQL knows: by the day it came out, or else by when it was recorded. */
async function idsInOrder(
  { workspaceId, siteId }: OfSite,
  { size, page }: { size: number; page: number },
  narrowed: Prisma.Sql,
): Promise<string[]> {
  const rows = await workspaceSql<{ id: string }>(database(), { workspaceId })`
    SELECT m."id" FROM "Mention" m
    WHERE m."workspaceId" = ${WORKSPACE} AND ${standsOn(siteId)} ${narrowed}
    ORDER BY COALESCE(m."publishedOn"::timestamp AT TIME ZONE 'UTC', m."createdAt") DESC, m."id" DESC
    LIMIT ${size} OFFSET ${(page - 1) * size}`
  return rows.map(({ id }) => id)
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
