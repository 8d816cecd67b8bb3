import { recogniseWall } from '#lib/domain/link-check/bot-wall.ts'
import { decodeText } from '#lib/domain/link-check/decode-text.ts'
import { contentOf } from '#lib/domain/link-check/page-content.ts'
import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { transientOf } from '#lib/domain/link-check/transient.ts'
import type { ReadingFailure } from '#lib/domain/reading-failures.ts'
import { withPostMarks } from '#lib/domain/text/post-marks.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database, inTransaction, type Transaction } from '#lib/server/database.ts'
import type { PageText } from '#lib/server/fetching/page-text.ts'
import type { Jobs } from '#lib/server/jobs.ts'
import { lookAtSavedPage } from '#lib/server/saved-pages.ts'
import { enqueueOutletLook } from '../prospects/outlet-look-commands.ts'
import { enqueueFetch } from './reading-commands.ts'
import { TEXT_MAX_CHARACTERS } from './reading-schema.ts'

/** Waiting times between tries by ourselves: 5 tries in all. */
const TRY_AGAIN_AFTER_SECONDS = [20, 120, 900, 3600]

/** What this job needs of the world: the worker puts in the real one, tests their own resolver and clock. */
export type ReadingWorld = {
  fetchPage: (url: string) => Promise<PageObservation>
  readPage: (observation: PageObservation) => Promise<PageText | null>
  now: () => Date
}

/**
 * Fetches the page of a reading note. The world failing is a value on the row, with a next try where it may pass. May run
 * twice, also at the same time: each run owns the row by its count of tries, and what was fetched or pasted meanwhile stays.
 */
export async function fetchPageCopy(
  { workspaceId, pageCopyId }: Jobs['fetch-page-copy'],
  world: ReadingWorld,
) {
  const copy = await takeUp(workspaceId, pageCopyId)
  if (!copy) return
  const observation = (await lookAtSavedPage(copy.url, world.now())) ?? (await world.fetchPage(copy.url))
  const page = await world.readPage(observation)
  const failure = failureOf(observation, page)
  if (failure) await recordFailure(copy, observation, failure, world.now())
  else if (page) await recordPage(copy, observation, page, world.now())
}

type TakenUp = { id: string; workspaceId: string; url: string; tries: number; requestedAt: Date }

/** Also takes up what a killed worker left behind as "fetching". Null when there is nothing (more) to fetch. */
async function takeUp(workspaceId: string, id: string): Promise<TakenUp | null> {
  const [copy] = await database().pageCopy.updateManyAndReturn({
    where: {
      id,
      workspaceId,
      OR: [{ status: { in: ['waiting', 'fetching'] } }, { status: 'failed', nextTryAt: { not: null } }],
    },
    data: { status: 'fetching', nextTryAt: null, tries: { increment: 1 } },
    select: { id: true, workspaceId: true, url: true, tries: true, requestedAt: true },
  })
  return copy ?? null
}

function failureOf(observation: PageObservation, page: PageText | null): ReadingFailure | null {
  const { failure, status } = observation
  if (failure !== null) return failure
  if (status === null) return 'protocol'
  if (isWall(observation, page)) return 'bot-wall'
  if (status < 200 || status > 299) return `http-${status}`
  if (observation.cut) return 'cut-off'
  return page && /[\p{L}\p{N}]/u.test(page.wholeText) ? null : 'not-readable'
}

function isWall(observation: PageObservation, page: PageText | null): boolean {
  // Marks of a challenge are ASCII, and stand in the first part of a short page.
  const markup = Buffer.from(observation.body.subarray(0, 200_000)).toString('latin1')
  const words = page?.wholeText ?? ''
  return recogniseWall(observation, { markup, words, title: page?.title ?? null, headings: [] }).is === true
}

async function recordPage(copy: TakenUp, observation: PageObservation, page: PageText, now: Date) {
  await inTransaction(async (tx) => {
    const { count } = await tx.pageCopy.updateMany({
      where: stillOurs(copy),
      data: {
        status: 'fetched',
        failure: null,
        httpStatus: observation.status,
        finalUrl: observation.finalUrl,
        title: storable(page.title ?? '', 300),
        text: storable(withMarks(observation, page.text), TEXT_MAX_CHARACTERS),
        wholeText: storable(page.wholeText, TEXT_MAX_CHARACTERS),
        linkFacts: page.links ?? Prisma.DbNull,
        fetchedAt: now,
        nextTryAt: null,
      },
    })
    if (count > 0) await lookAtItsOutlet(tx, copy, now)
  })
}

/** Whoever reads a post will want to know its outlet: what it sells, and where its feeds are. Asked for once, not for each post. */
async function lookAtItsOutlet(tx: Transaction, { id, workspaceId }: TakenUp, now: Date) {
  const note = await tx.readingNote.findFirst({
    where: { workspaceId, pageCopyId: id, prospect: { deletedAt: null, outletLook: null } },
    select: { prospect: { select: { id: true, homepage: true } } },
  })
  if (!note || !URL.canParse(note.prospect.homepage)) return
  const { id: prospectId, homepage } = note.prospect
  await enqueueOutletLook(tx, workspaceId, { prospectId, homepage, now })
}

/** Headings and lists are only looks, so a page in an odd encoding may lose them. */
function withMarks(observation: PageObservation, text: string): string {
  const { kind, charset } = contentOf(observation)
  return kind === 'html' || kind === 'xhtml'
    ? withPostMarks(text, decodeText(observation.body, charset ?? 'utf-8'))
    : text
}

async function recordFailure(
  copy: TakenUp,
  observation: PageObservation,
  failure: ReadingFailure,
  now: Date,
) {
  const nextTryAt = mayPass(observation, failure) ? nextTryOf(copy.tries, now) : null
  await inTransaction(async (tx) => {
    const { count } = await tx.pageCopy.updateMany({
      where: stillOurs(copy),
      data: {
        status: 'failed',
        failure,
        httpStatus: observation.status,
        finalUrl: observation.finalUrl,
        nextTryAt,
      },
    })
    if (count > 0 && nextTryAt) await enqueueFetch(tx, copy.workspaceId, copy, nextTryAt)
  })
}

function mayPass(observation: PageObservation, failure: ReadingFailure): boolean {
  // An empty 200 is a hiccup; an empty 404 is a 404.
  const isEmpty = failure === 'not-readable' && observation.body.length === 0
  return transientOf(observation, { isEmpty, isWall: failure === 'bot-wall' }) === true
}

function nextTryOf(tries: number, now: Date): Date | null {
  const seconds = TRY_AGAIN_AFTER_SECONDS[tries - 1]
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000)
}

function stillOurs({ id, workspaceId, tries, requestedAt }: TakenUp) {
  return { id, workspaceId, status: 'fetching', tries, requestedAt }
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and a cut may leave one. */
function storable(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\0', '').toWellFormed().trim()
}
