import { weighReading } from '#lib/domain/reading-verdict.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type PagePlace, pageAt, readPlace, writeCursor } from '../page-cursor.ts'
import { TEXT_MAX_CHARACTERS } from './reading-schema.ts'

export const NOTES_PER_PAGE = 25
const MOST_OF_ONE_PROSPECT = 200
const SORT = '-read'

const COPY_STATE = {
  status: true,
  failure: true,
  httpStatus: true,
  title: true,
  finalUrl: true,
  requestedAt: true,
  fetchedAt: true,
  nextTryAt: true,
  tries: true,
} as const

const ROW = {
  id: true,
  url: true,
  quote: true,
  struck: true,
  gap: true,
  createdAt: true,
  updatedAt: true,
  author: { select: { name: true } },
  prospect: { select: { id: true, name: true } },
  pageCopy: { select: COPY_STATE },
} as const

/** One page of the workspace's reading, newest first. Where a place has gone meanwhile, the list begins at its start. */
export async function listReadingNotes(
  scope: WorkspaceScope,
  list: { after?: string; before?: string } = {},
) {
  authorizeToSee(scope, 'prospects.read')
  const place = readPlace({ after: list.after ?? '', before: list.before ?? '' }, SORT, 'time')
  const { rows, before, after } = await pageAt(
    place,
    NOTES_PER_PAGE,
    (beyond) => placesOf(scope, beyond),
    (row) => writeCursor(SORT, row.createdAt, row.id),
  )
  const notes = await database().readingNote.findMany({
    where: { workspaceId: scope.workspaceId, id: { in: rows.map(({ id }) => id) }, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: ROW,
  })
  return { notes, before, after }
}

function placesOf(scope: WorkspaceScope, place: PagePlace | null) {
  const { value, id } = place?.cursor ?? { value: null, id: '' }
  const isBack = place?.way === 'before'
  const beyond = place
    ? Prisma.sql`AND (n."createdAt", n."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`} (${value}::timestamptz, ${id})`
    : Prisma.empty
  // What is deleted is null in every row listed. Naming it first lets PostgreSQL walk the index instead of sorting everything.
  const order = isBack
    ? Prisma.sql`n."deletedAt", n."createdAt", n."id"`
    : Prisma.sql`n."deletedAt" DESC, n."createdAt" DESC, n."id" DESC`
  return workspaceSql<{ id: string; createdAt: Date }>(database(), scope)`
    SELECT n."id", n."createdAt" FROM "ReadingNote" n
     WHERE n."workspaceId" = ${WORKSPACE} AND n."deletedAt" IS NULL ${beyond}
     ORDER BY ${order} LIMIT ${NOTES_PER_PAGE + 1}`
}

/** The newest reading of one prospect, newest first. */
export async function listReadingNotesOfProspect(
  scope: WorkspaceScope,
  prospectId: string,
  atMost = MOST_OF_ONE_PROSPECT,
) {
  authorizeToSee(scope, 'prospects.read')
  return database().readingNote.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    select: ROW,
  })
}

/**
 * A note with its page's readable text and the verdicts on what was written. All the words of the page stay on the server.
 * `isCut`: the page was longer than what is kept.
 *
 * @throws NotFound
 */
export async function getReadingNote(scope: WorkspaceScope, noteId: string) {
  authorizeToSee(scope, 'prospects.read')
  const { pageCopy, ...note } = await findNote(scope, noteId)
  const { wholeText, ...copy } = pageCopy
  const verdicts = wholeText === '' ? null : weighReading(wholeText, note)
  return { ...note, pageCopy: { ...copy, isCut: wholeText.length >= TEXT_MAX_CHARACTERS - 1 }, verdicts }
}

/** What the gate would say to words that are not saved yet; null while there is no page. @throws NotFound */
export async function weighDraft(
  scope: WorkspaceScope,
  noteId: string,
  draft: { quote: string; gap: string },
) {
  authorizeToSee(scope, 'prospects.read')
  const { pageCopy } = await findNote(scope, noteId)
  return pageCopy.wholeText === '' ? null : weighReading(pageCopy.wholeText, draft)
}

/** What the pitch gate needs of a reading. `pageText` is empty while there is no copy of the page. @throws NotFound */
export async function readingForPitch(scope: WorkspaceScope, noteId: string) {
  authorizeToSee(scope, 'pitches.read')
  const { quote, gap, url, pageCopy } = await findNote(scope, noteId)
  return { pageText: pageCopy.wholeText, quote, gap, url, title: pageCopy.title }
}

async function findNote(scope: WorkspaceScope, noteId: string) {
  const note = await database().readingNote.findFirst({
    where: { id: noteId, workspaceId: scope.workspaceId, deletedAt: null },
    select: { ...ROW, pageCopy: { select: { ...COPY_STATE, text: true, wholeText: true } } },
  })
  if (!note) throw new NotFound()
  return note
}
