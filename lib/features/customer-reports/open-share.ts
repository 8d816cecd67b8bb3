import { type ReportContent, readReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { noReportHtml, passwordHtml, reportHtml } from '#lib/domain/customer-reports/report-html.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import { passwordMatches } from '#lib/server/passwords.ts'
import { hasShareCookie, shareCookie } from '#lib/server/share-cookie.ts'
import { countTry, throttled } from '#lib/server/throttle.ts'
import type { Visit } from '../person-action.ts'
import { findSecretLink } from '../workspaces/secret-links.ts'
import { type DoorReason, noteRefused } from './report-audit.ts'
import { EVIDENCE_FILE, keyOnReports, sharedEvidenceResponse } from './report-evidence.ts'
import { fileResponse, filesOf, isReportFile, type ReportFileName } from './report-file.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi
const FORM_MAX_BYTES = 2_000

type Open = {
  linkId: string
  workspaceId: string
  reportId: string
  siteId: string
  passwordHash: string | null
  content: ReportContent
  approvedAt: Date
}

/**
 * What somebody gets who asks with a link to a report: the page, a file of it, or the question for its password. An address
 * that is unknown, expired, ended, of a report or Site that is gone, or with another Site's id in it: the same 404, to the
 * byte. Unknown ones are counted against who asks, and so are dead ones, of which the workspace's owner can read.
 *
 * @param address what stands behind /share/, in its parts
 */
export async function sharedReportResponse(
  request: Request,
  address: readonly string[],
  visit: Visit,
): Promise<Response> {
  const [token = '', file, ...rest] = address
  const open = await openShare(
    token,
    {
      request,
      isOdd: rest.length > 0 || (file !== undefined && file !== EVIDENCE_FILE && !isReportFile(file)),
    },
    visit,
  )
  if (open === null) return noReport()
  const place = `/share/${token}`
  if (open.passwordHash !== null) {
    const link = { linkId: open.linkId, passwordHash: open.passwordHash }
    if (request.method === 'POST') return answerPassword(request, open, link, place, visit)
    if (!hasShareCookie(request.headers.get('cookie'), link, visit.now))
      return file === undefined ? html(200, passwordHtml({ action: place, problem: '' })) : seeOther(place)
  } else if (request.method === 'POST') return seeOther(place)
  if (file === EVIDENCE_FILE)
    return (await sharedEvidenceResponse({ ...open, id: open.reportId }, visit.now)) ?? noReport()
  if (file !== undefined)
    return (await fileResponse(open.content, file as ReportFileName, visit.now)) ?? noReport()
  // Who asks for the head alone, as previews of links do, has not read it.
  if (request.method !== 'HEAD') await countOpening(open.linkId, visit.now)
  return html(
    200,
    reportHtml(open.content, {
      files: filesOf(open.content, place),
      evidenceKey: await keyOnReports(visit.now),
    }),
  )
}

/** Null where nothing is to be shown, which is then counted and written down. */
async function openShare(
  token: string,
  { request, isOdd }: { request: Request; isOdd: boolean },
  visit: Visit,
): Promise<Open | null> {
  const link = await findSecretLink('share', token, visit).catch((error) => {
    if (error instanceof NotFound) return null
    throw error
  })
  if (!link?.workspaceId || !link.reportId) return null
  const { id: linkId, workspaceId, reportId, passwordHash } = link
  const siteId = link.siteIds[0] ?? ''
  const report = await database().customerReport.findFirst({
    where: {
      workspaceId,
      id: reportId,
      siteId,
      state: 'approved',
      deletedAt: null,
      site: { deletedAt: null },
    },
    select: { snapshot: true, decidedAt: true, updatedAt: true },
  })
  const content = report && readReportContent(report.snapshot)
  const why = whyDead(link, content, namesAnother(request.url, siteId), visit.now)
  if (why !== null) {
    await inTransaction((tx) =>
      noteRefused(tx, { workspaceId, id: linkId, reportId, siteId }, why, visit.now),
    )
    await countTry({ kind: 'link', of: visit.peer }, visit.now)
    return null
  }
  if (report === null || content === null || isOdd) return null
  const approvedAt = report.decidedAt ?? report.updatedAt
  return { linkId, workspaceId, reportId, siteId, passwordHash, content, approvedAt }
}

function whyDead(
  link: { revokedAt: Date | null; expiresAt: Date; siteIds: string[] },
  content: ReportContent | null,
  isOfAnother: boolean,
  now: Date,
): DoorReason | null {
  if (link.revokedAt !== null) return 'ended'
  if (link.expiresAt <= now) return 'expired'
  if (content === null) return 'not-there'
  return isOfAnother || content.site.id !== link.siteIds[0] ? 'another-site' : null
}

/** Whether the id of anything but this Site was put into the address. */
function namesAnother(url: string, siteId: string): boolean {
  const { pathname, search } = new URL(url)
  const plain = `${pathname}${search}`.replaceAll(/%([0-9a-f]{2})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  const ids: string[] = plain.match(UUID) ?? []
  return ids.some((id) => id.toLowerCase() !== siteId)
}

/** The right password leaves a cookie for this address and leads to the page; tries are slowed for the link and for who asks. */
async function answerPassword(
  request: Request,
  { workspaceId, linkId, reportId, siteId }: Open,
  link: { linkId: string; passwordHash: string },
  place: string,
  { now, peer }: Visit,
): Promise<Response> {
  const password = await passwordIn(request)
  const again = (status: number, problem: string) => html(status, passwordHtml({ action: place, problem }))
  try {
    const isRight = await throttled(
      [
        { kind: 'share-password', of: linkId },
        { kind: 'share-password', of: peer },
      ],
      now,
      async () => ((await passwordMatches(link.passwordHash, password)) ? true : null),
    )
    if (isRight) return seeOther(place, { 'set-cookie': shareCookie(link, place, now) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return again(429, `${error.message} ${error.remedy}`)
  }
  await inTransaction((tx) =>
    noteRefused(tx, { workspaceId, id: linkId, reportId, siteId }, 'wrong-password', now),
  )
  return again(403, 'That is not the password. Look at it again, or ask whoever sent you the address.')
}

/** Of a plain form; what is longer than any password is none. */
async function passwordIn(request: Request): Promise<string> {
  if (!request.body) return ''
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of request.body) {
    size += piece.length
    if (size > FORM_MAX_BYTES) return ''
    pieces.push(piece)
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8')).get('password') ?? ''
}

async function countOpening(id: string, now: Date) {
  await database().secretLink.updateMany({ where: { id }, data: { uses: { increment: 1 }, usedAt: now } })
}

function noReport(): Response {
  return html(404, noReportHtml())
}

function html(status: number, text: string): Response {
  return new Response(text, { status, headers: { ...QUIET, 'content-type': 'text/html; charset=utf-8' } })
}

function seeOther(location: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { ...QUIET, ...headers, location } })
}

const QUIET = {
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
}
