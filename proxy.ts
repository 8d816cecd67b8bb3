import { type NextRequest, NextResponse } from 'next/server'

/** Security headers for every page. The nonce lets Next's own scripts run and nothing else. */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const { pathname } = request.nextUrl
  const policy = isOtherPeoplesPage(pathname) ? FOR_OTHER_PEOPLES_PAGES : policyOf(nonce)
  const requestHeaders = new Headers(request.headers)
  requestHeaders.set('x-nonce', nonce)
  requestHeaders.set('content-security-policy', policy)
  requestHeaders.set('x-rapport-path', pathname)
  const response = NextResponse.next({ request: { headers: requestHeaders } })
  response.headers.set('content-security-policy', policy)
  // Nothing goes to other sites. Not 'no-referrer': browsers then post forms with "Origin: null", which Next refuses.
  response.headers.set('referrer-policy', 'same-origin')
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  rememberWorkspace(request, response)
  if (isSecretLinkPage(pathname)) {
    response.headers.set('cache-control', 'no-store')
    response.headers.set('x-robots-tag', 'noindex, nofollow')
  }
  return response
}

/** Where one worked last: a page captured from anywhere goes there. Only a name; whose workspace it is, is asked each time. */
function rememberWorkspace({ nextUrl, cookies }: NextRequest, response: NextResponse) {
  const slug = /^\/w\/([a-z0-9-]{1,80})(?:\/|$)/.exec(nextUrl.pathname)?.[1]
  if (!slug || cookies.get(LAST_WORKSPACE_COOKIE)?.value === slug) return
  response.cookies.set(LAST_WORKSPACE_COOKIE, slug, {
    httpOnly: true,
    sameSite: 'lax',
    secure: nextUrl.protocol === 'https:',
    path: '/',
    maxAge: 60 * 60 * 24 * 365,
  })
}

const LAST_WORKSPACE_COOKIE = 'rapport-last-workspace'

/** What looks have kept of other people's pages: files to save. The route says the same, and could not overrule this. */
const FOR_OTHER_PEOPLES_PAGES = "default-src 'none'; sandbox"

function isOtherPeoplesPage(pathname: string): boolean {
  return /^\/w\/[^/]+\/mentions\/[^/]+\/looks\//.test(pathname)
}

function policyOf(nonce: string): string {
  const development = process.env.NODE_ENV === 'development'
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

function isSecretLinkPage(pathname: string): boolean {
  return pathname.startsWith('/invite/') || pathname.startsWith('/reset/')
}

export const config = {
  // A body that passes through here is cut at 10 MB: where files arrive is left out.
  matcher: [
    '/((?!_next/static|_next/image|uploads/|w/[^/]+/(?:imports|settings/import)/upload$|icon.svg|healthz|readyz).*)',
  ],
}
