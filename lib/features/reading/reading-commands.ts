import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { readPastedPage } from '#lib/domain/text/pasted-page.ts'
import { addressKeyOf } from '#lib/domain/web-address.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import { enqueue } from '#lib/server/jobs.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { weighDraft } from './reading-queries.ts'
import {
  draftSchema,
  type PasteInput,
  type ReadingNoteInput,
  readingNoteSchema,
  type StartReadingInput,
} from './reading-schema.ts'

const SAME_READING_MS = 24 * 60 * 60 * 1000
/** A fetch that has not come back by then may be asked for again by hand: a whole look is over in 20 seconds. */
export const STUCK_AFTER_MS = 2 * 60 * 1000

/**
 * Begins a reading note and asks the worker for the page. The same page for the same prospect within a day is the same
 * reading: its note is opened again, and fetched anew where that had failed. Words brought along become its quote; where it
 * has another one already, they get a note of their own beside it, from the same copy of the page.
 *
 * @throws NotFound
 */
export async function startReading(scope: WorkspaceScope, input: StartReadingInput) {
  authorize(scope, 'reading.write')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await holdProspect(tx, scope, input.prospectId)
    const { quote = '' } = input
    const sameDay = await findSameReadings(tx, scope, input)
    const earlier = sameDay.find((note) => quote === '' || note.quote === quote || note.quote === '')
    const known = sameDay[0]?.pageCopy
    if (known?.status === 'failed') await askForPage(tx, scope, known)
    if (earlier) {
      if (earlier.quote !== quote && quote !== '')
        await tx.readingNote.updateMany({
          where: { workspaceId, id: earlier.id },
          data: { quote, updatedAt: now },
        })
      return { noteId: earlier.id, isNew: false }
    }
    const pageCopy =
      known ??
      (await tx.pageCopy.create({
        data: { workspaceId, url: input.url, status: 'waiting', requestedAt: now },
        select: { id: true, url: true },
      }))
    const note = await tx.readingNote.create({
      data: {
        workspaceId,
        prospectId: input.prospectId,
        pageCopyId: pageCopy.id,
        url: input.url,
        quote,
        authorId: scope.memberId,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    if (!known) await enqueueFetch(tx, workspaceId, pageCopy)
    return { noteId: note.id, isNew: true }
  })
}

/** Asks for a page that did not come. While a fetch is under way, or once there is a copy, nothing happens. @throws NotFound */
export async function retryFetch(scope: WorkspaceScope, { noteId }: { noteId: string }) {
  authorize(scope, 'reading.write')
  await inTransaction(async (tx) => {
    const { pageCopy } = await noteWithCopy(tx, scope, noteId)
    await askForPage(tx, scope, pageCopy)
  })
}

/**
 * Takes the page from a person's clipboard, as text or as HTML. It says so of itself from then on, and no fetch replaces it.
 *
 * @throws NotFound, Refusal where no word is left once the HTML is read
 */
export async function pastePage(scope: WorkspaceScope, { noteId, title, text }: PasteInput) {
  authorize(scope, 'reading.write')
  const pasted = readPastedPage(text)
  if (!/[\p{L}\p{N}]/u.test(pasted.wholeText)) {
    throw new Refusal(
      'There are no words in what was pasted.',
      'Select the whole post in your browser, copy it, and paste it here.',
      'text',
    )
  }
  await inTransaction(async (tx) => {
    const { pageCopy } = await noteWithCopy(tx, scope, noteId)
    const { links } = readPastedPage(text, pageCopy.url)
    await tx.pageCopy.update({
      where: { workspaceId_id: { workspaceId: scope.workspaceId, id: pageCopy.id } },
      data: {
        status: 'pasted',
        title: title || pasted.title,
        text: pasted.text,
        wholeText: pasted.wholeText,
        linkFacts: links ?? Prisma.DbNull,
        fetchedAt: scope.now,
        nextTryAt: null,
      },
    })
  })
}

/** Saves what stands in the form, finished or not; whether it holds is said beside the fields. @throws NotFound */
export async function recordReadingNote(
  scope: WorkspaceScope,
  { noteId, quote, struck, gap }: ReadingNoteInput,
) {
  authorize(scope, 'reading.write')
  const { count } = await database().readingNote.updateMany({
    where: { id: noteId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { quote, struck, gap, updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

/**
 * Keeps a note while it is typed, as the browser sent it, and says what the page says to it. What is too long is not saved
 * and says why.
 *
 * @throws NotFound
 */
export async function keepDraft(scope: WorkspaceScope, noteId: string, words: unknown) {
  const sent = draftSchema.safeParse(words)
  if (!sent.success) return { isSaved: false, message: 'That is too long to keep.', verdicts: null }
  const note = readingNoteSchema.safeParse({ noteId, ...sent.data })
  if (note.success) await recordReadingNote(scope, note.data)
  const verdicts = await weighDraft(scope, noteId, sent.data)
  return { isSaved: note.success, message: note.error?.issues[0]?.message ?? '', verdicts }
}

/** Locks the prospect's row, so that a double click meets its own first half. */
async function holdProspect(tx: Transaction, scope: WorkspaceScope, prospectId: string) {
  const { count } = await tx.prospect.updateMany({
    where: { id: prospectId, workspaceId: scope.workspaceId, deletedAt: null },
    data: { updatedAt: scope.now },
  })
  if (count === 0) throw new NotFound()
}

async function findSameReadings(
  tx: Transaction,
  scope: WorkspaceScope,
  { prospectId, url }: StartReadingInput,
) {
  const since = new Date(scope.now.getTime() - SAME_READING_MS)
  const notes = await tx.readingNote.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null, createdAt: { gt: since } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, url: true, quote: true, pageCopy: { select: COPY_FIELDS } },
  })
  const key = addressKeyOf(url)
  return notes.filter((note) => addressKeyOf(note.url) === key)
}

async function noteWithCopy(tx: Transaction, scope: WorkspaceScope, noteId: string) {
  const note = await tx.readingNote.findFirst({
    where: { id: noteId, workspaceId: scope.workspaceId, deletedAt: null },
    select: { pageCopy: { select: COPY_FIELDS } },
  })
  if (!note) throw new NotFound()
  return note
}

const COPY_FIELDS = { id: true, url: true, status: true } as const

async function askForPage(tx: Transaction, scope: WorkspaceScope, copy: { id: string; url: string }) {
  const { workspaceId, now } = scope
  const stuckSince = new Date(now.getTime() - STUCK_AFTER_MS)
  const { count } = await tx.pageCopy.updateMany({
    where: {
      id: copy.id,
      workspaceId,
      OR: [
        { status: 'failed' },
        { status: { in: ['waiting', 'fetching'] }, requestedAt: { lt: stuckSince } },
      ],
    },
    data: { status: 'waiting', failure: null, httpStatus: null, nextTryAt: null, tries: 0, requestedAt: now },
  })
  if (count > 0) await enqueueFetch(tx, workspaceId, copy)
}

/** One host is asked one page at a time, whoever asks. */
export async function enqueueFetch(
  tx: Transaction,
  workspaceId: string,
  copy: { id: string; url: string },
  startAfter?: Date,
) {
  const job = { workspaceId, pageCopyId: copy.id }
  await enqueue(tx, 'fetch-page-copy', job, { group: new URL(copy.url).host, startAfter })
}
