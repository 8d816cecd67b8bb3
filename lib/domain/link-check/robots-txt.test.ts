import { describe, expect, it } from 'vitest'
import google from './cases/google-robots.json' with { type: 'json' }
import { isAllowedByRobotsTxt } from './robots-txt.ts'

describe('robots.txt, held against the facts Google publishes', () => {
  for (const { rule, robotsTxt, facts } of google.groups) {
    it.each(facts)(`${rule}: $agent at $url is allowed: $allowed`, ({ agent, url, allowed }) => {
      expect(isAllowedByRobotsTxt(robotsTxt, agent, url)).toBe(allowed)
    })
  }

  const longest = 2083 * 8
  const filled = (key: string, start: string) => start + 'a'.repeat(longest - key.length + 1 - start.length)

  it('cuts a line after 8 times 2083 bytes, and the rest of it still forbids', () => {
    const path = filled('disallow: ', '/x/')
    const robotsTxt = `user-agent: FooBot\ndisallow: ${path}/qux\n`
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', 'http://foo.bar/fux')).toBe(true)
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', `http://foo.bar${path}/fux`)).toBe(false)
  })

  it('cuts a long allow line likewise', () => {
    const one = filled('allow: ', '/x/')
    const other = one.replace('/x/', '/y/')
    const robotsTxt = `user-agent: FooBot\ndisallow: /\nallow: ${one}/qux\nallow: ${other}/qux\n`
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', 'http://foo.bar/')).toBe(false)
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', `http://foo.bar${one}/qux`)).toBe(true)
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', `http://foo.bar${other}/fux`)).toBe(true)
  })
})

describe('robots.txt, what else comes along', () => {
  it.each([
    ['a byte order mark before the first line', '\ufeffuser-agent: FooBot\ndisallow: /', false],
    ['old Mac line ends', 'user-agent: FooBot\rdisallow: /\r', false],
    [
      'a group without rules forbids nothing, though the group for all does',
      'user-agent: *\ndisallow: /\n\nuser-agent: FooBot\ndisallow:\n',
      true,
    ],
    ['a comment after a rule', 'user-agent: FooBot # us\ndisallow: / # all', false],
    ['a version after the name', 'user-agent: FooBot/2.1\ndisallow: /', false],
    ['a longer name is another agent', 'user-agent: FooBotNews\ndisallow: /', true],
    [
      'an HTML page in place of the file',
      '<!doctype html><title>Not found</title><p>Disallow nothing</p>',
      true,
    ],
    [
      'crawl-delay between agents does not part them',
      'user-agent: FooBot\ncrawl-delay: 3\nuser-agent: BarBot\ndisallow: /',
      false,
    ],
  ])('%s', (_, robotsTxt, allowed) => {
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', 'https://foo.bar/page')).toBe(allowed)
  })

  it.each<[string, number, string, boolean]>([
    ['is ignored behind it', 500 * 1024, '\nuser-agent: *\ndisallow: /\n', true],
    ['counts before it', 400 * 1024, '\nuser-agent: *\ndisallow: /\n', false],
    [
      'counts for nothing where it falls into it',
      500 * 1024 - 30,
      '\nuser-agent: *\ndisallow: /private\n',
      true,
    ],
  ])('reads 500 KiB: a rule %s', (_, before, rules, allowed) => {
    const robotsTxt = `#${'x'.repeat(before - 1)}${rules}`
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', 'https://foo.bar/page')).toBe(allowed)
  })

  it('counts bytes, not letters', () => {
    const filler = `#${'é'.repeat(300 * 1024)}\n`
    expect(isAllowedByRobotsTxt(`${filler}user-agent: *\ndisallow: /\n`, 'FooBot', 'https://foo.bar/')).toBe(
      true,
    )
  })

  it('answers a hostile pattern of many stars at once', () => {
    const robotsTxt = `user-agent: *\ndisallow: /${'*a'.repeat(5_000)}$\n`
    const start = performance.now()
    expect(isAllowedByRobotsTxt(robotsTxt, 'FooBot', `https://foo.bar/${'a'.repeat(4_000)}b`)).toBe(true)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
