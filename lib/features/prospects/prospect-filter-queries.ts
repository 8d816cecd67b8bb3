import { createHash } from 'node:crypto'
import { addDays, localDateOf } from '#lib/domain/local-date.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { likeText } from '../like-text.ts'
import { filledFacetsSql, ownSql } from './own-condition-queries.ts'
import type { ProspectList } from './prospect-list.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Every facet the list asks for, as the prospect's row keeps them (rapport_derive_prospect in the migrations). */
export function facetsSql({ workspaceId }: WorkspaceScope, list: ProspectList): Prisma.Sql | null {
  const asked = Object.entries({
    kind: list.kind,
    stage: list.stage,
    country: list.country,
    language: list.language,
    site: list.site,
    campaign: list.campaign,
    batch: list.batch,
  }).filter(([, what]) => what !== '')
  if (list.owner) asked.push(['owner', list.owner === 'nobody' ? '' : list.owner])
  if (list.link) asked.push(['has', 'link'])
  if (list.unlinked) asked.push(['has', 'unlinked'])
  if (list.contacted) asked.push(['never', 'contacted'])
  if (list.touched === 'never') asked.push(['never', 'touched'])
  if (list.next === 'none') asked.push(['none', 'next'])
  for (const tag of list.tag) asked.push(['tag', tag])
  for (const [key, value] of Object.entries(list.custom)) asked.push(['custom', `${key}=${value}`])
  const filled = filledFacetsSql({ workspaceId }, list.own)
  if (asked.length + filled.length === 0) return null
  const facets = asked.map(([kind, what]) => {
    const folded = kind === 'tag' || kind === 'custom'
    return folded
      ? Prisma.sql`rapport_facet(${workspaceId}, ${kind}, ${foldedFacet(kind, what ?? '')})`
      : Prisma.sql`rapport_facet(${workspaceId}, ${kind}, ${what})`
  })
  return Prisma.sql`ARRAY[${Prisma.join([...facets, ...filled])}]::int[]`
}

/** What facets, being hashes, leave a grain of doubt about, asked of the row `p` itself. */
export function exactlySql(list: ProspectList): Prisma.Sql {
  const asked: Prisma.Sql[] = []
  if (list.kind) asked.push(Prisma.sql`p."kind" = ${list.kind}`)
  if (list.stage) asked.push(Prisma.sql`p."stage" = ${list.stage}`)
  if (list.owner === 'nobody') asked.push(Prisma.sql`p."ownerId" IS NULL`)
  else if (list.owner) asked.push(Prisma.sql`p."ownerId" = ${list.owner}`)
  if (list.country) asked.push(Prisma.sql`p."country" = ${list.country}`)
  if (list.batch) asked.push(Prisma.sql`p."importBatchId" = ${list.batch}`)
  if (list.site) asked.push(Prisma.sql`p."siteIds" @> ARRAY[${list.site}]`)
  if (list.campaign) asked.push(Prisma.sql`p."campaignIds" @> ARRAY[${list.campaign}]`)
  for (const tag of list.tag)
    asked.push(Prisma.sql`EXISTS (SELECT 1 FROM unnest(p."tags") tag WHERE lower(tag) = lower(${tag}))`)
  for (const [key, value] of Object.entries(list.custom))
    asked.push(Prisma.sql`lower(left(p."custom" ->> ${key}, 200)) = lower(${value})`)
  return allOf(asked)
}

/** What no facet can say, as time passes: stretches of dates, the first included and the last not. */
export function stretchesOf({ now, timeZone }: WorkspaceScope, { next, touched }: ProspectList): Stretches {
  const today = localDateOf(now, timeZone)
  const [direction, days] = touched.split('-')
  const then = new Date(now.getTime() - Number(days ?? 0) * DAY_MS).toISOString()
  return {
    next: next === 'overdue' ? ['-infinity', today] : next === 'week' ? [today, addDays(today, 7)] : null,
    touch: direction === 'within' ? [then, 'infinity'] : direction === 'over' ? ['0001-01-01', then] : null,
  }
}

type Stretches = { next: [from: string, before: string] | null; touch: [from: string, before: string] | null }

export function datesSql({ next, touch }: Stretches): Prisma.Sql[] {
  const nextOn = Prisma.sql`coalesce(p."nextTouchOn", 'infinity'::date)`
  const touchAt = Prisma.sql`coalesce(p."lastTouchAt", '-infinity'::timestamptz)`
  return [
    ...(next ? [Prisma.sql`${nextOn} >= ${next[0]}::date AND ${nextOn} < ${next[1]}::date`] : []),
    ...(touch
      ? [Prisma.sql`${touchAt} >= ${touch[0]}::timestamptz AND ${touchAt} < ${touch[1]}::timestamptz`]
      : []),
  ]
}

/** The words of a search as rapport_find_prospects wants them; null where nothing is searched for. */
export function wordsSql(q: string): { query: Prisma.Sql; wanted: string; outletKey: string } | null {
  if (q === '') return null
  const parts = q.split(/\s+/)
  const unwanted = parts.filter((part) => /^-[^-]/.test(part)).map((part) => part.slice(1))
  const wanted = parts.filter((part) => !/^-[^-]/.test(part)).join(' ')
  const outlet = outletKeyOf(wanted)
  return {
    query: Prisma.sql`rapport_query(${wanted}, ${unwanted.join(' ')})`,
    // What stands inside a name cannot be told from the unwanted words.
    wanted: unwanted.length > 0 ? '' : wanted,
    outletKey: outlet.ok ? outlet.key : '',
  }
}

/**
 * Whether the row `p` is on the list, whatever page: for counting, exporting and changing all of it. Reads as much as it
 * must, so it is asked only where a person asks for it.
 */
export function onListSql(scope: WorkspaceScope, list: ProspectList): Prisma.Sql {
  const facets = facetsSql(scope, list)
  const words = wordsSql(list.q)
  const { workspaceId } = scope
  return allOf([
    Prisma.sql`p."deletedAt" IS NULL`,
    ...(facets ? [Prisma.sql`p."facets" @> ${facets}`] : []),
    exactlySql(list),
    ...ownSql(scope, list.own),
    ...datesSql(stretchesOf(scope, list)),
    ...(words
      ? [
          Prisma.sql`(p."liveOutletKey" = ${words.outletKey} OR p."id" IN (SELECT s."prospectId" FROM "ProspectSearch" s
            WHERE s."workspaceId" = ${workspaceId} AND s."words" @@ (${words.query} && ${markOf(workspaceId)}::tsquery))
            OR (length(${words.wanted}) >= 3 AND p."id" IN (SELECT s."prospectId" FROM "ProspectSearch" s
            WHERE s."workspaceId" = ${workspaceId} AND s."names" LIKE '%' || rapport_fold(${likeText(words.wanted)}) || '%')))`,
        ]
      : []),
  ])
}

/** The word that every prospect of the workspace holds: rapport_stretches in the migrations. */
function markOf(workspaceId: string): string {
  return `'=${createHash('md5').update(workspaceId).digest('hex').slice(0, 12)}'`
}

export function allOf(conditions: Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, ' AND ')
}

/** PostgreSQL folds case, so that both sides are folded by one hand. */
function foldedFacet(kind: string, what: string): Prisma.Sql {
  if (kind === 'tag') return Prisma.sql`lower(${what})`
  const at = what.indexOf('=')
  return Prisma.sql`${what.slice(0, at + 1)} || lower(${what.slice(at + 1)})`
}
