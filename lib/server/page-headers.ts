import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { REPORT_STYLE } from '#lib/domain/customer-reports/report-style.ts'
import { EMBED_STYLE } from '#lib/domain/press/press-embed.ts'
import { PRESS_STYLE } from '#lib/domain/press/press-style.ts'

/** Of the request: the path asked for, which Next tells no layout. */
export const PATH_HEADER = 'x-rapport-path'
/** Which workspace one worked in last: only a name; whose workspace it is, is asked each time. */
export const LAST_WORKSPACE_COOKIE = 'rapport-last-workspace'
const A_YEAR_IN_SECONDS = 60 * 60 * 24 * 365

/** Files, and what other programs ask: no page of ours is drawn there. */
const NO_PAGE = /^\/(?:_next\/(?:static|image)\/|icon\.svg$|healthz$|readyz$)/

/** What looks have kept of other people's pages: files to save. The route says the same, and could not overrule this. */
const OTHER_PEOPLES_PAGE = /^\/w\/[^/]+\/mentions\/[^/]+\/looks\//
const FOR_OTHER_PEOPLES_PAGES = "default-src 'none'; sandbox"

/** A Site's public press page brings its own style and its own 404, and nothing that could run. */
export const PRESS_PAGE = /^\/press\//
const FOR_PRESS_PAGES = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(PRESS_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** The same for pages of others to show: the one place of ours that anybody may put into a frame. */
export const PRESS_EMBED = /^\/embed\//
const FOR_PRESS_EMBEDS = `${embedPolicy()}; frame-ancestors *`

/** How it will look, within the page of whoever turns it on. */
const EMBED_PREVIEW = /^\/w\/[^/]+\/sites\/[^/]+\/embed\/preview$/
const FOR_EMBED_PREVIEWS = `${embedPolicy()}; frame-ancestors 'self'`

/** A shared report: the same, with the agency's logo in it, and a form that asks for its password. */
export const SHARED_REPORT = /^\/share\//
const FOR_SHARED_REPORTS = `${reportPolicy()}; form-action 'self'; frame-ancestors 'none'`

/** How it will look, within the page of whoever writes or reviews it. */
const REPORT_PREVIEW = /^\/w\/[^/]+\/customer-reports\/[^/]+\/preview$/
const FOR_REPORT_PREVIEWS = `${reportPolicy()}; form-action 'none'; frame-ancestors 'self'`

const SECRET_LINK_PAGE = /^\/(?:invite|reset|morning-mail|notifications|share)\//

/**
 * Security headers for every page. The nonce lets Next's own scripts run and nothing else: Next reads it from the request's
 * policy, which is ours whatever a client sent. Set here and not in Next's proxy, which would begin every request anew.
 *
 * @param development Next's development server needs more than the product
 * @param secure whether the browser sees us by HTTPS
 */
export function setPageHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { development, secure }: { development: boolean; secure: boolean },
) {
  const pathname = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  if (NO_PAGE.test(pathname)) return
  const policy = fixedPolicy(pathname) ?? policyOf(randomBytes(18).toString('base64'), development)
  request.headers[PATH_HEADER] = pathname
  request.headers['content-security-policy'] = policy
  delete request.headers['content-security-policy-report-only']
  response.setHeader('content-security-policy', policy)
  // Nothing goes to other sites. Not 'no-referrer': browsers then post forms with "Origin: null", which Next refuses.
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  rememberWorkspace(request, response, pathname, secure)
  if (SECRET_LINK_PAGE.test(pathname)) {
    response.setHeader('cache-control', 'no-store')
    response.setHeader('x-robots-tag', 'noindex, nofollow')
  }
}

function fixedPolicy(pathname: string): string | null {
  if (OTHER_PEOPLES_PAGE.test(pathname)) return FOR_OTHER_PEOPLES_PAGES
  if (SHARED_REPORT.test(pathname)) return FOR_SHARED_REPORTS
  if (REPORT_PREVIEW.test(pathname)) return FOR_REPORT_PREVIEWS
  if (PRESS_EMBED.test(pathname)) return FOR_PRESS_EMBEDS
  if (EMBED_PREVIEW.test(pathname)) return FOR_EMBED_PREVIEWS
  return PRESS_PAGE.test(pathname) ? FOR_PRESS_PAGES : null
}

function reportPolicy(): string {
  const style = createHash('sha256').update(REPORT_STYLE).digest('base64')
  return `default-src 'none'; style-src 'sha256-${style}'; img-src data:; base-uri 'none'`
}

function embedPolicy(): string {
  const style = createHash('sha256').update(EMBED_STYLE).digest('base64')
  return `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'`
}

/** A page captured from anywhere goes to where one worked last. */
function rememberWorkspace(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  secure: boolean,
) {
  const slug = /^\/w\/([a-z0-9-]{1,80})(?:\/|$)/.exec(pathname)?.[1]
  const cookie = `${LAST_WORKSPACE_COOKIE}=${slug}`
  if (!slug || (request.headers.cookie ?? '').split(/;\s*/).includes(cookie)) return
  response.appendHeader(
    'set-cookie',
    `${cookie}; Path=/; Max-Age=${A_YEAR_IN_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  )
}

function policyOf(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
