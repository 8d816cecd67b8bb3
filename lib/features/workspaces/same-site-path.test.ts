import { describe, expect, it } from 'vitest'
import { sameSitePath } from './same-site-path.ts'

describe('where to go after signing in', () => {
  it.each(['/w/ours/prospects?stage=read&q=a%20b', '/account', '/invite/abc_-123'])(
    'is %s, a path of ours',
    (path) => {
      expect(sameSitePath(path)).toBe(path)
    },
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    'evil.example',
    '/\t/evil.example',
    '/./\n/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '',
    undefined,
  ])('is the start page for %j', (to) => {
    expect(sameSitePath(to)).toBe('/')
  })
})
