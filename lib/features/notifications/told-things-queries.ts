import { isLinkedOutcome } from '#lib/domain/link-check/review-rule.ts'
import type { HappeningWhat } from '#lib/domain/notifications/happenings.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { timeLeft } from '#lib/domain/requests/request-states.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { toldHouseThings } from './told-house-things-queries.ts'

/** One thing as a mail names it. `path` stands within the workspace. */
export type ToldThing = { id: string; line: string; path: string }
type Tell = (scope: WorkspaceScope, ids: string[]) => Promise<ToldThing[]>

/**
 * How these things stand now, as far as this member may see them and something is still to be known: what was seen or done
 * meanwhile, is in the trash or was erased is left out. Names and titles only, no words of any letter.
 */
export async function toldThings(
  scope: WorkspaceScope,
  what: HappeningWhat,
  ids: string[],
): Promise<ToldThing[]> {
  if (ids.length === 0) return []
  const tell = TELL[what]
  return tell ? tell(scope, ids) : toldHouseThings(scope, what, ids)
}

const TELL: Partial<Record<HappeningWhat, Tell>> = {
  reply: (scope, ids) =>
    letters(
      scope,
      ids,
      { state: 'answered', answerHandledAt: null, writerId: scope.memberId },
      (whom) => `${whom} answered`,
    ),
  'pitch-review': (scope, ids) =>
    can(scope.role, 'pitches.review', scope.grants)
      ? letters(scope, ids, { state: 'in-review' }, (whom) => `A letter to ${whom} waits for you to read it`)
      : Promise.resolve([]),
  'pitch-passed': (scope, ids) =>
    letters(
      scope,
      ids,
      { state: 'ready', writerId: scope.memberId },
      (whom) => `Your letter to ${whom} may go out`,
    ),
  'pitch-remarks': (scope, ids) =>
    letters(
      scope,
      ids,
      { state: 'draft', writerId: scope.memberId },
      (whom) => `There are remarks on your letter to ${whom}`,
    ),
  'report-review': (scope, ids) =>
    can(scope.role, 'reports.approve', scope.grants)
      ? reports(scope, ids, 'in-review', (title) => `The report "${title}" waits for you to read it`)
      : Promise.resolve([]),
  'report-back': (scope, ids) =>
    can(scope.role, 'customer-reports.write', scope.grants)
      ? reports(scope, ids, 'given-back', (title) => `The report "${title}" came back with a remark`)
      : Promise.resolve([]),
  'report-approved': (scope, ids) =>
    reports(scope, ids, 'approved', (title, site) => `The report "${title}" for ${site} is approved`),
  'link-found': (scope, ids) =>
    outcomes(scope, ids, isLinkedOutcome, (page, site) => `${page} links to ${site}`),
  'link-lost': (scope, ids) =>
    outcomes(
      scope,
      ids,
      (outcome) => outcome === 'lost' || outcome === 'page-gone',
      (page, site) => `The link to ${site} is gone from ${page}`,
    ),
  'request-due': requests,
}

async function letters(
  scope: WorkspaceScope,
  ids: string[],
  standing: { state: string; writerId?: string; answerHandledAt?: null },
  say: (whom: string) => string,
): Promise<ToldThing[]> {
  if (!can(scope.role, 'pitches.read')) return []
  const rows = await database().pitch.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: ids }, deletedAt: null, ...standing },
    select: { id: true, contact: { select: { name: true } }, prospect: { select: { name: true } } },
  })
  return rows.map(({ id, contact, prospect }) => ({
    id,
    line: say([contact.name, prospect.name].filter(Boolean).join(', ')),
    path: `/pitches/${id}`,
  }))
}

async function reports(
  { workspaceId, siteIds }: WorkspaceScope,
  ids: string[],
  state: string,
  say: (title: string, site: string) => string,
): Promise<ToldThing[]> {
  const rows = await database().customerReport.findMany({
    where: {
      ...{ workspaceId, id: { in: ids }, deletedAt: null, state, site: { deletedAt: null } },
      ...(siteIds === null ? {} : { siteId: { in: [...siteIds] } }),
    },
    select: { id: true, title: true, site: { select: { name: true } } },
  })
  return rows.map(({ id, title, site }) => ({
    id,
    line: say(title, site.name),
    path: `/customer-reports/${id}`,
  }))
}

/** What somebody has seen on Today already is no news, to those who have a Today. */
async function outcomes(
  scope: WorkspaceScope,
  ids: string[],
  isStillSo: (outcome: string) => boolean,
  say: (page: string, site: string) => string,
): Promise<ToldThing[]> {
  const { workspaceId, siteIds, role } = scope
  const rows = await database().mention.findMany({
    where: {
      ...{ workspaceId, id: { in: ids }, deletedAt: null, site: { deletedAt: null } },
      ...(siteIds === null ? {} : { siteId: { in: [...siteIds] } }),
    },
    select: { id: true, url: true, outcome: true, seenOutcome: true, site: { select: { name: true } } },
  })
  return rows.flatMap(({ id, url, outcome, seenOutcome, site }) => {
    const isSeen = can(role, 'today.read') && seenOutcome === outcome
    if (!isStillSo(outcome) || isSeen) return []
    return [{ id, line: say(readableAddress(url), site.name), path: `/mentions/${id}` }]
  })
}

async function requests(scope: WorkspaceScope, ids: string[]): Promise<ToldThing[]> {
  if (!can(scope.role, 'requests.read')) return []
  const rows = await database().request.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, id: { in: ids }, deletedAt: null, state: 'open' },
      deadlineAt: { gt: scope.now },
    },
    select: { id: true, topic: true, outlet: true, deadlineAt: true },
  })
  return rows.flatMap(({ id, topic, outlet, deadlineAt }) => {
    if (!deadlineAt) return []
    const name = [topic, outlet].filter(Boolean).join(', ')
    return [{ id, line: `${name}: ${timeLeft(deadlineAt, scope.now)}`, path: `/requests/${id}` }]
  })
}
