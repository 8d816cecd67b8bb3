import { createHash } from 'node:crypto'
import { noPressHtml, pressHtml } from '#lib/domain/press/press-html.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { countTry } from '#lib/server/throttle.ts'
import type { Visit } from '../person-action.ts'
import { OF_STANDING } from '../workspaces/standing-workspaces.ts'
import { readOpenPress } from './press-page-queries.ts'

const ADDRESS = /^[a-z0-9-]{10,80}$/
const MOST_PAGES = 10_000
/** A page that is closed is gone from every cache a minute later. */
const CACHE = 'public, max-age=60, must-revalidate'

/**
 * What everybody gets who asks for a press page: the page, or that it is the one they have. Unknown, closed, and of a Site in
 * the trash: the same 404, counted against who asks. An open page is answered however much was guessed before: it is public,
 * and readers who share a way to us must not pay for one who guesses.
 */
export async function pressResponse(request: Request, address: string, visit: Visit): Promise<Response> {
  const found = await findOpen(address)
  if (!found) {
    await countTry({ kind: 'link', of: visit.peer }, visit.now)
    return new Response(noPressHtml(), {
      status: 404,
      headers: { ...HTML, 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' },
    })
  }
  const { workspaceId, siteId, intro, isFindable, site } = found
  const press = await readOpenPress({ workspaceId, siteId }, pageIn(request.url))
  const text = pressHtml({
    ...{ ...press, intro, isFindable, siteName: site.name, timeZone: site.timeZone },
    domain: site.domains[0] ?? null,
  })
  return answerOr304(request, text, {
    ...{ 'cache-control': CACHE, ...HTML },
    ...(isFindable ? {} : { 'x-robots-tag': 'noindex, nofollow' }),
  })
}

/** A public text with a mark of what it says, or that it is the one they have. */
export function answerOr304(request: Request, text: string, others: Record<string, string>): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = { ...others, etag }
  const held = request.headers.get('if-none-match')?.split(',') ?? []
  if (held.some((tag) => tag.trim().replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers })
  return new Response(text, { headers })
}

/** The row behind an address; the one place where nobody knows yet whose it is. */
async function findOpen(address: string) {
  if (!ADDRESS.test(address)) return null
  return databaseAcrossWorkspaces().pressPage.findFirst({
    where: { address, site: { deletedAt: null }, ...OF_STANDING },
    select: {
      ...{ workspaceId: true, siteId: true, intro: true, isFindable: true },
      site: { select: { name: true, domains: true, timeZone: true } },
    },
  })
}

function pageIn(url: string): number {
  const page = Number(new URL(url).searchParams.get('page') ?? '1')
  return Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff' }
