import { describe, expect, it } from 'vitest'
import { ROLES } from '../roles.ts'
import { API_SCOPES, allowsScope, isApiScope, scopeLabel, scopeRows, scopesFor } from './api-scopes.ts'
import { bearerToken, tokenState } from './token-life.ts'

describe('scopes', () => {
  it('write six things and no others', () => {
    expect(API_SCOPES.filter((scope) => scope.endsWith(':write'))).toEqual([
      ...[
        'prospects:write',
        'contacts:write',
        'touches:write',
        'mentions:write',
        'samples:write',
        'requests:write',
      ],
    ])
    expect(isApiScope('pitches:write')).toBe(false)
  })

  it('offer a viewer only what they may see', () => {
    expect(scopesFor('viewer')).toEqual(['sites:read', 'mentions:read', 'reports:read', 'numbers:read'])
    expect(scopesFor('reviewer').some((scope) => scope.endsWith(':write'))).toBe(false)
    for (const role of ROLES.slice(0, 3)) expect(scopesFor(role)).toEqual(API_SCOPES)
  })

  it('let whoever writes a noun read it, and no other', () => {
    expect(allowsScope(['prospects:write'], 'prospects:read')).toBe(true)
    expect(allowsScope(['prospects:read'], 'prospects:write')).toBe(false)
    expect(allowsScope(['prospects:write'], 'contacts:read')).toBe(false)
  })

  it('stand on a line for each noun, with writing where it is among them', () => {
    expect(scopeRows(['prospects:read', 'prospects:write', 'sites:read'])).toEqual([
      { noun: 'sites', label: 'Sites', read: 'sites:read', write: null },
      { noun: 'prospects', label: 'Prospects', read: 'prospects:read', write: 'prospects:write' },
    ])
    expect(scopeRows(['touches:write'])).toMatchObject([{ noun: 'touches', write: 'touches:write' }])
  })

  it('have words of their own each', () => {
    const words = API_SCOPES.map(scopeLabel)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('a token', () => {
  const token = `rapport_${'a'.repeat(43)}`

  it('is read from a header that is as it should be', () => {
    expect(bearerToken(`Bearer ${token}`)).toBe(token)
    expect(bearerToken(`bearer  ${token}`)).toBe(token)
    for (const wrong of [
      null,
      '',
      token,
      `Basic ${token}`,
      `Bearer ${token}x`,
      'Bearer x',
      `Bearer ${token} x`,
    ])
      expect(bearerToken(wrong)).toBeNull()
  })

  it('is revoked before it is expired, and by leaving', () => {
    const now = new Date('2026-03-04T12:00:00Z')
    const alive = { expiresAt: new Date(now.getTime() + 1), revokedAt: null, memberLeftAt: null }
    expect(tokenState(alive, now)).toBe('alive')
    expect(tokenState({ ...alive, expiresAt: now }, now)).toBe('expired')
    expect(tokenState({ ...alive, expiresAt: now, revokedAt: now }, now)).toBe('revoked')
    expect(tokenState({ ...alive, memberLeftAt: now }, now)).toBe('revoked')
  })
})
