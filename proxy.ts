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
  if (isSecretLinkPage(pathname)) {
    response.headers.set('cache-control', 'no-store')
    response.headers.set('x-robots-tag', 'noindex, nofollow')
  }
  return response
}

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
  matcher: ['/((?!_next/static|_next/image|uploads/|icon.svg|healthz|readyz).*)'],
}
