import { weighReading } from '#lib/domain/reading-verdict.ts'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { TEXT_MAX_CHARACTERS } from './reading-schema.ts'

export const NOTES_PER_PAGE = 25
const MOST_OF_ONE_PROSPECT = 200

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

/** One page of the workspace's reading, newest first. A page past the end is the last one. */
export async function listReadingNotes(scope: WorkspaceScope, { page: asked = 1 }: { page?: number } = {}) {
  authorizeToSee(scope, 'prospects.read')
  const where = { workspaceId: scope.workspaceId, deletedAt: null }
  const total = await database().readingNote.count({ where })
  const pages = Math.max(1, Math.ceil(total / NOTES_PER_PAGE))
  const page = Math.min(asked, pages)
  const notes = await database().readingNote.findMany({
    where,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: (page - 1) * NOTES_PER_PAGE,
    take: NOTES_PER_PAGE,
    select: ROW,
  })
  return { notes, total, page, pages }
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
