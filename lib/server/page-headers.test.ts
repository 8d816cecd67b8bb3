import { type IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { setPageHeaders } from './page-headers.ts'

const PRODUCT = { development: false, secure: true }

describe('the headers of a page', () => {
  it('let scripts run that carry the nonce, which Next finds in the request', () => {
    const { request, response } = headersOf('/w/shop/prospects?q=a')
    const policy = String(response.getHeader('content-security-policy'))
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/)
    expect(policy).not.toContain('unsafe')
    expect(request.headers['content-security-policy']).toBe(policy)
  })

  it('have another nonce each time', () => {
    const policies = [1, 2, 3].map(() => headersOf('/sign-in').response.getHeader('content-security-policy'))
    expect(new Set(policies).size).toBe(3)
  })

  it('take no policy from a client', () => {
    const sent = {
      'content-security-policy': "script-src 'nonce-mine'",
      'content-security-policy-report-only': "script-src 'nonce-mine'",
    }
    const { request } = headersOf('/sign-in', sent)
    expect(JSON.stringify(request.headers)).not.toContain('mine')
  })

  it('let nothing run in what looks have kept of other pages', () => {
    const { response } = headersOf('/w/shop/mentions/1/looks/2/page')
    expect(response.getHeader('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('let nothing run on a public press page, and only its own style show', () => {
    const policy = String(headersOf('/press/fernway-abc').response.getHeader('content-security-policy'))
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; /)
    expect(policy).not.toMatch(/script|unsafe|nonce/)
  })

  it('let anybody frame an embed, and nothing run there; its preview only us', () => {
    const policyAt = (path: string) => String(headersOf(path).response.getHeader('content-security-policy'))
    expect(policyAt('/embed/abc')).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; form-action 'none'; frame-ancestors \*$/,
    )
    expect(policyAt('/embed/abc/press.json')).toBe(policyAt('/embed/abc'))
    expect(policyAt('/w/shop/sites/1/embed/preview')).toMatch(/frame-ancestors 'self'$/)
    for (const path of ['/w/shop/sites/1/embed', '/embedded', '/press/abc', '/w/embed/x'])
      expect(policyAt(path), path).toContain("frame-ancestors 'none'")
    expect(headersOf('/embed/abc').response.getHeader('set-cookie')).toBeUndefined()
  })

  it('let nothing run on a shared report, which brings its logo and may send its password', () => {
    const policyAt = (path: string) => String(headersOf(path).response.getHeader('content-security-policy'))
    expect(policyAt('/share/abc')).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    )
    expect(policyAt('/share/abc/report.csv')).toBe(policyAt('/share/abc'))
    expect(policyAt('/w/shop/customer-reports/1/preview')).toMatch(
      /form-action 'none'; frame-ancestors 'self'$/,
    )
    expect(policyAt('/w/shop/customer-reports/1')).toContain("frame-ancestors 'none'")
  })

  it.each(['/invite/abc', '/reset/abc', '/morning-mail/abc', '/share/abc'])(
    'keep %s out of caches and search engines',
    (path) => {
      const { response } = headersOf(path)
      expect(response.getHeader('cache-control')).toBe('no-store')
      expect(response.getHeader('x-robots-tag')).toBe('noindex, nofollow')
    },
  )

  it.each(['/_next/static/chunks/a.js', '/icon.svg', '/healthz', '/readyz'])('leave %s alone', (path) => {
    expect(headersOf(path).response.getHeaderNames()).toEqual([])
  })
})

describe('the workspace one worked in last', () => {
  it('is remembered by its name', () => {
    expect(headersOf('/w/shop/prospects').response.getHeader('set-cookie')).toBe(
      'rapport-last-workspace=shop; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
    )
  })

  it('is not said again', () => {
    const sent = { cookie: 'a=b; rapport-last-workspace=shop' }
    expect(headersOf('/w/shop', sent).response.getHeader('set-cookie')).toBeUndefined()
  })

  it.each(['/w', '/workspaces', '/w/Shop%0d%0aset-cookie:x/prospects', '/capture'])(
    'is none at %s',
    (path) => {
      expect(headersOf(path).response.getHeader('set-cookie')).toBeUndefined()
    },
  )
})

function headersOf(url: string, headers: Record<string, string> = {}) {
  const request = { url, headers: { ...headers }, method: 'GET' } as unknown as IncomingMessage
  const response = new ServerResponse(request)
  setPageHeaders(request, response, PRODUCT)
  return { request, response }
}
