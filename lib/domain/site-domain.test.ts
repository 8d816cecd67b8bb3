import { describe, expect, it } from 'vitest'
import { parseSiteDomain } from './site-domain.ts'

describe('parseSiteDomain', () => {
  it.each([
    ['example.com', { domain: 'example.com', readable: 'example.com', registrable: 'example.com' }],
    ['https://www.example.com/shop?x=1', { domain: 'example.com' }],
    ['Shop.Example.co.uk', { domain: 'shop.example.co.uk', registrable: 'example.co.uk' }],
    ['bücher.de', { domain: 'xn--bcher-kva.de', readable: 'bücher.de' }],
    ['anna.wordpress.com', { domain: 'anna.wordpress.com' }],
    ['anna.github.io', { domain: 'anna.github.io', registrable: 'anna.github.io' }],
    ['bags.example', { domain: 'bags.example' }],
    ['example.com.', { domain: 'example.com' }],
  ])('reads %s', (input, expected) => {
    expect(parseSiteDomain(input)).toMatchObject({ ok: true, ...expected })
  })

  it.each([
    ['co.uk', 'co.uk is where many sites live'],
    ['github.io', 'github.io is where many sites live'],
    ['wordpress.com', 'wordpress.com is where many sites live'],
    ['youtube.com', 'youtube.com is where many sites live'],
    ['192.168.0.1', 'number address'],
    ['http://[2001:db8::1]/', 'number address'],
    ['2130706433', 'missing its ending'],
    ['localhost', 'your own machine'],
    ['shop.local', 'your own machine'],
    ['com', 'missing its ending'],
    ['our-shop', 'missing its ending'],
    ['ftp://example.com', 'is no web page'],
    ['anna@', 'does not look like'],
    ['exa mple.com', 'does not look like'],
    ['', 'Please type a domain'],
    ['a'.repeat(10_000), 'longer than 2,000'],
    [`${'a'.repeat(64)}.com`, 'does not look like a domain'],
  ])('refuses %s with a sentence', (input, sentence) => {
    const answer = parseSiteDomain(input)
    expect(answer.ok ? answer.domain : answer.error).toContain(sentence)
  })
})
