import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { foldedWords } from './folded-words.ts'
import { standingOf } from './request-row.ts'
import type { RequestFilters, RequestShow } from './request-schema.ts'

const REQUESTS_PER_PAGE = 25

/** What a list is sorted by: the nearest deadline first, what was sent longest ago first, or what came last. */
const SORTS = {
  deadline: { column: 'deadlineAt', isUp: true },
  sent: { column: 'sentAt', isUp: true },
  newest: { column: 'createdAt', isUp: false },
} as const
type Sort = keyof typeof SORTS

const SORT_OF: Readonly<Record<RequestShow, Sort>> = {
  ...{ open: 'deadline', late: 'deadline', answered: 'sent', closed: 'newest', all: 'newest' },
}

/** One page of the requests that fit the filters. */
export async function listRequests(scope: WorkspaceScope, filters: RequestFilters) {
  authorizeToSee(scope, 'requests.read')
  const sort = SORT_OF[filters.show]
  const { rows, before, after } = await pageAt(
    readPlace(filters, sort, 'time'),
    REQUESTS_PER_PAGE,
    (place) => rowsAt(scope, filters, sort, place),
    (row) => writeCursor(sort, row[SORTS[sort].column], row.id),
  )
  const requests = rows.map(({ mention, site, ...row }) => ({
    ...row,
    site: site && site.deletedAt === null ? site.name : null,
    standing: standingOf({ ...row, mention }, scope.now),
  }))
  return { requests, before, after }
}

export type RequestListed = Awaited<ReturnType<typeof listRequests>>['requests'][number]

/** Whether there is any request at all: an empty list says something else then. */
export async function hasRequests(scope: WorkspaceScope): Promise<boolean> {
  authorizeToSee(scope, 'requests.read')
  const one = await database().request.findFirst({
    where: { workspaceId: scope.workspaceId, deletedAt: null },
    // Without an order a table may be read from its beginning, past everybody else's rows.
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }],
    select: { id: true },
  })
  return one !== null
}

/** What the filters let through, as a condition. */
export function narrowedRequests(
  { show, site, q }: Pick<RequestFilters, 'show' | 'site' | 'q'>,
  now: Date,
): Prisma.RequestWhereInput {
  return {
    deletedAt: null,
    ...(show === 'all' ? {} : { state: show === 'late' ? 'open' : show }),
    ...(site ? { siteId: site } : {}),
    AND: [
      ...(show === 'open' ? [{ OR: [{ deadlineAt: { gt: now } }, { deadlineAt: null }] }] : []),
      ...(show === 'late' ? [{ deadlineAt: { lte: now } }] : []),
      ...foldedWords(q).map((word) => ({ searchText: { contains: likeText(word) } })),
    ],
  }
}

function rowsAt(scope: WorkspaceScope, filters: RequestFilters, sort: Sort, place: PagePlace | null) {
  const { column, isUp } = SORTS[sort]
  const goesUp = isUp !== (place?.way === 'before')
  const direction = goesUp ? ('asc' as const) : ('desc' as const)
  const narrowed = narrowedRequests(filters, scope.now)
  return database().request.findMany({
    where: { AND: [narrowed, place ? beyond(column, place, goesUp) : {}], workspaceId: scope.workspaceId },
    // A deadline nobody knows comes last. What is null in every row listed is named first, so that the index is walked.
    orderBy: [
      { deletedAt: direction },
      column === 'createdAt' ? { createdAt: direction } : { [column]: direction },
      { id: direction },
    ],
    take: REQUESTS_PER_PAGE + 1,
    select: {
      ...{ id: true, topic: true, outlet: true, journalist: true, state: true, closedReason: true },
      ...{ deadlineAt: true, deadlineZone: true, sentAt: true, createdAt: true },
      site: { select: { name: true, deletedAt: true } },
      mention: { select: { outcome: true, deletedAt: true } },
    },
  })
}

/** Rows behind a place in the order of the list; PostgreSQL puts what is null behind everything that goes up. */
function beyond(
  column: 'deadlineAt' | 'sentAt' | 'createdAt',
  { cursor }: PagePlace,
  goesUp: boolean,
): Prisma.RequestWhereInput {
  const further = goesUp ? { gt: cursor.id } : { lt: cursor.id }
  if (cursor.value === null) {
    const among = { [column]: null, id: further }
    return goesUp ? among : { OR: [{ [column]: { not: null } }, among] }
  }
  const at = new Date(String(cursor.value))
  const beyondIt = { [column]: goesUp ? { gt: at } : { lt: at } }
  const same = { [column]: at, id: further }
  return { OR: [beyondIt, same, ...(goesUp && column !== 'createdAt' ? [{ [column]: null }] : [])] }
}
