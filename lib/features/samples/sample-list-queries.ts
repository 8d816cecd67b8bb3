import { COUNTED_TO } from '#lib/domain/counted-to.ts'
import { SAMPLE_STATES, type SampleState } from '#lib/domain/samples/sample-states.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { SAMPLES_PER_PAGE, type SampleList } from './sample-list.ts'

const SORT = '-offered'
/** Whoever finds more outlets, people or things by a word has said too little of it. */
const MOST_NAMED = 200

/** One page of the list, newest offer first, and how many there are of each state under the same other filters. */
export async function listSamples(scope: WorkspaceScope, list: Partial<SampleList> = {}) {
  authorizeToSee(scope, 'samples.read')
  const where = await narrowedSamples(scope, list)
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const [page, counts] = await Promise.all([
    pageAt(
      place,
      SAMPLES_PER_PAGE,
      (at) => rowsAt(scope, where, list.state || null, at),
      (row) => writeCursor(SORT, row.offeredAt, row.id),
    ),
    countsByState(scope, where),
  ])
  const total = list.state ? counts[list.state] : Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { samples: page.rows, before: page.before, after: page.after, counts, total }
}

export type ListedSample = Awaited<ReturnType<typeof listSamples>>['samples'][number]

/** For the command palette: by what was given, to whom, or where. */
export async function searchSamples(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'samples.read')
  const where = await narrowedSamples(scope, { q: words })
  return database().sample.findMany({
    where: { AND: [where], workspaceId: scope.workspaceId },
    orderBy: [{ offeredAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    select: ROW,
  })
}

/** What a list is narrowed to, but for its state. Words are looked for in names first, each by its own index. */
export async function narrowedSamples(
  { workspaceId }: WorkspaceScope,
  { q: words = '', item = '' }: Partial<SampleList>,
): Promise<Prisma.SampleWhereInput> {
  const live = { workspaceId, deletedAt: null, ...(item ? { itemId: item } : {}) }
  if (words === '') return live
  const named = { name: { contains: likeText(words), mode: 'insensitive' as const } }
  const here = { where: { workspaceId, ...named }, take: MOST_NAMED, select: { id: true } }
  const db = database()
  const [items, prospects, contacts] = await Promise.all([
    db.sampleItem.findMany(here),
    db.prospect.findMany(here),
    db.contact.findMany(here),
  ])
  const among = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) })
  return {
    ...live,
    OR: [
      { itemId: among(items) },
      { prospectId: among(prospects) },
      { contactId: among(contacts) },
      { trackingNumber: words },
    ],
  }
}

async function rowsAt(
  { workspaceId }: WorkspaceScope,
  where: Prisma.SampleWhereInput,
  state: SampleState | null,
  place: PagePlace | null,
) {
  const isBack = place?.way === 'before'
  const order = isBack ? 'asc' : 'desc'
  const rows = await database().sample.findMany({
    where: { AND: [where, beyond(place), ...(state ? [{ state }] : [])], workspaceId },
    orderBy: [{ offeredAt: order }, { id: order }],
    take: SAMPLES_PER_PAGE + 1,
    select: ROW,
  })
  return rows.map((row) => ({ ...row, state: row.state as SampleState }))
}

function beyond(place: PagePlace | null): Prisma.SampleWhereInput {
  if (!place) return {}
  const at = new Date(String(place.cursor.value))
  const { id } = place.cursor
  return place.way === 'after'
    ? { offeredAt: { lte: at }, OR: [{ offeredAt: { lt: at } }, { id: { lt: id } }] }
    : { offeredAt: { gte: at }, OR: [{ offeredAt: { gt: at } }, { id: { gt: id } }] }
}

/** Counted no further than COUNTED_TO each. */
async function countsByState({ workspaceId }: WorkspaceScope, where: Prisma.SampleWhereInput) {
  const counted = await Promise.all(
    SAMPLE_STATES.map(async (state) => {
      const count = await database().sample.count({
        where: { AND: [where, { state }], workspaceId },
        take: COUNTED_TO + 1,
      })
      return [state, count] as const
    }),
  )
  return Object.fromEntries(counted) as Record<SampleState, number>
}

const ROW = {
  ...{
    id: true,
    state: true,
    offeredAt: true,
    acceptedAt: true,
    sentAt: true,
    arrivedAt: true,
    endedAt: true,
  },
  item: { select: { id: true, name: true } },
  prospect: { select: { id: true, name: true } },
  contact: { select: { id: true, name: true } },
} as const
