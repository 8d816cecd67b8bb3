import { describe, expect, it } from 'vitest'
import { parseRefresh, refreshTarget } from './refresh.ts'

const PAGE = 'https://blog.test/posts/one?a=1'

describe('an immediate refresh', () => {
  it.each<[string, string, string | null]>([
    ['leads elsewhere', '0; url=/new', 'https://blog.test/new'],
    ['leads elsewhere, in quotes', "0;URL='https://new.test/'", 'https://new.test/'],
    ['leads elsewhere, with a place there', '0; url=/new#top', 'https://blog.test/new#top'],
    ['leads to another query', '0; url=?a=2#top', 'https://blog.test/posts/one?a=2#top'],
    ['leads to the page itself for ever', '0; url=/posts/one?a=1', 'https://blog.test/posts/one?a=1'],
    ['jumps within the page', '0; url=#top', null],
    ['jumps within the page, by its whole address', '0; url=https://blog.test/posts/one?a=1#top', null],
    ['loads the page again', '0', null],
    ['waits', '5; url=/new', null],
    ['cannot be read as an address', '0; url=http://', null],
  ])('%s: %s', (_, value, target) => {
    const refresh = parseRefresh(value)
    expect(refresh && refreshTarget(refresh, PAGE, PAGE)).toBe(target)
  })

  it('counts from the base of the page, and jumps only where that is the page', () => {
    const jump = { seconds: 0, url: '#top' }
    expect(refreshTarget(jump, 'https://blog.test/base/', PAGE)).toBe('https://blog.test/base/#top')
  })
})

it('is no refresh where the standard reads none', () => {
  for (const value of ['', 'x; url=/a', '0url=/a', '-1; url=/a']) expect(parseRefresh(value)).toBeNull()
  expect(parseRefresh('.5; url=/a')).toEqual({ seconds: 0, url: '/a' })
})
