import { type BylineStanding, bylineStandings } from '#lib/domain/contributions/byline-links.ts'
import { recordPage } from '#lib/domain/link-check/record-page.ts'
import { isCannotTell } from '#lib/domain/link-check/review-rule.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { getRawPage } from '../mentions/raw-page-queries.ts'
import { isOfAddress, readFacts } from '../mentions/stored-look.ts'

const VERSIONS_SHOWN = 30
const MOST_OF_ONE_PROSPECT = 50
const LOOKS_READ = 10
const MOST_OFFERED = 50

/** A piece of work with all it hangs on; what lies in the trash is not shown. @throws NotFound */
export async function getContribution(scope: WorkspaceScope, contributionId: string) {
  authorizeToSee(scope, 'contributions.read')
  const work = await database().contribution.findFirst({
    where: { workspaceId: scope.workspaceId, id: contributionId, deletedAt: null },
    include: {
      prospect: true,
      contact: { select: { id: true, name: true, role: true, timeZone: true, deletedAt: true } },
      site: true,
      campaign: { select: { id: true, name: true, deletedAt: true } },
      pitch: { select: { id: true, subject: true, state: true, deletedAt: true } },
      owner: { select: { name: true } },
      mention: { select: { id: true, url: true, outcome: true, provenance: true, deletedAt: true } },
      texts: {
        orderBy: { number: 'desc' },
        take: VERSIONS_SHOWN,
        include: { savedBy: { select: { name: true } } },
      },
    },
  })
  if (!work) throw new NotFound()
  const { contact, campaign, pitch, mention, ...rest } = work
  return {
    ...rest,
    contact: alive(contact),
    campaign: alive(campaign),
    pitch: alive(pitch),
    mention: alive(mention),
  }
}

export type Contribution = Awaited<ReturnType<typeof getContribution>>

/** What was done for an outlet, or is planned, newest first. */
export async function listContributionsOfProspect(
  scope: WorkspaceScope,
  prospectId: string,
  atMost = MOST_OF_ONE_PROSPECT,
) {
  authorizeToSee(scope, 'contributions.read')
  return database().contribution.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    select: {
      ...{ id: true, kind: true, state: true, title: true, dueOn: true, airsOn: true, publishedOn: true },
      ...{ recordingAt: true, recordingZone: true },
    },
  })
}

/** What a new piece of work can be made of. Without a prospect: those to choose from. */
export async function getWorkChoices(
  scope: WorkspaceScope,
  { prospectId, search = '' }: { prospectId: string | null; search?: string },
) {
  authorizeToSee(scope, 'contributions.read')
  const { workspaceId } = scope
  const live = { workspaceId, deletedAt: null }
  const name = search ? { name: { contains: likeText(search), mode: 'insensitive' as const } } : {}
  const [sites, campaigns, prospects, prospect, contacts, pitches] = await Promise.all([
    database().site.findMany({ where: live, orderBy: { name: 'asc' }, select: { id: true, name: true } }),
    database().campaign.findMany({
      where: live,
      orderBy: { createdAt: 'desc' },
      select: { id: true, name: true, siteId: true },
    }),
    prospectId
      ? []
      : database().prospect.findMany({
          where: { ...live, notForUsAt: null, ...name },
          orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
          take: MOST_OFFERED,
          select: { id: true, name: true, kind: true },
        }),
    prospectId ? database().prospect.findFirst({ where: { ...live, id: prospectId } }) : null,
    prospectId
      ? database().affiliation.findMany({
          where: { workspaceId, prospectId, until: null, contact: { deletedAt: null } },
          take: MOST_OFFERED,
          select: { contact: { select: { id: true, name: true, timeZone: true } } },
        })
      : [],
    prospectId
      ? database().pitch.findMany({
          where: { ...live, prospectId },
          orderBy: { updatedAt: 'desc' },
          take: MOST_OFFERED,
          select: { id: true, subject: true, state: true, contactId: true, campaignId: true },
        })
      : [],
  ])
  return { sites, campaigns, prospects, prospect, contacts: contacts.map(({ contact }) => contact), pitches }
}

export type WorkChoices = Awaited<ReturnType<typeof getWorkChoices>>

/** Of each address they agreed to link: whether the page did when it was last looked at, as far as that can be told. */
export async function listBylines(
  scope: WorkspaceScope,
  { bylineUrls, mention }: Pick<Contribution, 'bylineUrls' | 'mention'>,
): Promise<{ url: string; standing: BylineStanding }[]> {
  authorizeToSee(scope, 'contributions.read')
  if (bylineUrls.length === 0) return []
  return bylineStandings(bylineUrls, mention ? await linksOf(scope, mention.id) : null)
}

/** From the newest look that could tell: what it noted, and every link of the page where that is still kept. */
async function linksOf(scope: WorkspaceScope, mentionId: string) {
  const { workspaceId } = scope
  const looks = await database().linkCheck.findMany({
    where: { workspaceId, mentionId },
    orderBy: { number: 'desc' },
    take: LOOKS_READ,
    select: { number: true, verdict: true, facts: true, mention: { select: { urlKey: true } } },
  })
  const look = looks.find(
    ({ verdict, facts, mention }) =>
      !isCannotTell(verdict) && isOfAddress(readFacts(facts).requestedUrl, mention.urlKey),
  )
  if (!look) return null
  const { linked, resolvedUrl, redirectTo, truncated, finalUrl } = readFacts(look.facts)
  const page = linked && !truncated ? await keptPage(scope, mentionId, look.number) : null
  const all = page && linksIn(page.body, finalUrl ?? page.url)
  return { linked, leadsTo: [resolvedUrl, redirectTo], all }
}

async function keptPage(scope: WorkspaceScope, mentionId: string, number: number) {
  try {
    return await getRawPage(scope, mentionId, number)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

/** Null where the page had more in it than is read. */
function linksIn(body: Uint8Array, base: string): string[] | null {
  const { record, truncated } = recordPage(new TextDecoder().decode(body))
  if (truncated) return null
  const from = record.baseHref ? (URL.parse(record.baseHref, base)?.href ?? base) : base
  return record.links.flatMap(({ href }) => URL.parse(href.trim(), from)?.href ?? [])
}

function alive<T extends { deletedAt: Date | null }>(row: T | null): T | null {
  return row && row.deletedAt === null ? row : null
}
