import { describe, expect, it } from 'vitest'
import { recordPage } from './link-check/record-page.ts'
import { linkingHabit } from './linking-habit.ts'
import { type OutgoingLinks, outgoingLinksOf, readOutgoingLinks } from './outgoing-links.ts'

const PAGE = 'https://packlight.example/post'

function linksIn(html: string, more: { pageNofollow?: boolean; base?: string; pageUrl?: string } = {}) {
  const { record } = recordPage(`<!doctype html><body>${html}`)
  const pageUrl = more.pageUrl ?? PAGE
  return outgoingLinksOf(record.links, { base: pageUrl, within: 'page', ...more, pageUrl })
}

describe('links that lead out of a page', () => {
  it.each<[string, string, Partial<OutgoingLinks>]>([
    ['none', '<a href="/shop">Shop</a> <a href="#top">Up</a>', { out: 0, domains: 0 }],
    ['a plain one', '<a href="https://maker.example/bag">a bag</a>', { out: 1, followed: 1, domains: 1 }],
    ['to a subdomain of their own', '<a href="https://shop.packlight.example/">shop</a>', { out: 0 }],
    ['with www', '<a href="https://www.packlight.example/x">x</a>', { out: 0 }],
    ['nofollow', '<a rel="nofollow" href="https://a.example/">a</a>', { out: 1, followed: 0, nofollow: 1 }],
    [
      'two marks at once count in both',
      '<a rel="ugc nofollow" href="https://a.example/">a</a>',
      { out: 1, followed: 0, nofollow: 1, ugc: 1 },
    ],
    [
      'marks parted by a comma, in capitals',
      '<a rel="Noopener,SPONSORED" href="https://a.example/">a</a>',
      { out: 1, followed: 0, sponsored: 1, nofollow: 0 },
    ],
    ['noopener is no mark', '<a rel="noopener external" href="https://a.example/">a</a>', { followed: 1 }],
    ['an address without scheme', '<a href="//a.example/">a</a>', { out: 1 }],
    [
      'mail, telephone and script are none',
      '<a href="mailto:a@b.example">m</a><a href="tel:1">t</a><a href="javascript:x()">j</a>',
      { out: 0 },
    ],
    [
      'two to one outlet',
      '<a href="https://a.example/1">a</a><a href="https://www.a.example/2" rel="nofollow">b</a>',
      { out: 2, domains: 1, followedDomains: 1, most: [{ domain: 'a.example', links: 2, followed: 1 }] },
    ],
    [
      'share buttons are none',
      '<a href="https://twitter.com/intent/tweet?url=x">t</a><a href="https://www.facebook.com/sharer/sharer.php?u=x">f</a><a href="https://www.pinterest.co.uk/pin/create/button/?url=x">p</a>',
      { out: 0 },
    ],
    [
      'a profile on a platform is one',
      '<a href="https://www.instagram.com/anna/">i</a>',
      { out: 1, domains: 1 },
    ],
    [
      'blogs of one platform are different outlets',
      '<a href="https://one.blogspot.com/">1</a><a href="https://two.blogspot.com/">2</a>',
      { out: 2, domains: 2 },
    ],
    ['a span with an address is no link', '<span href="https://a.example/">a</span>', { out: 0 }],
    ['a broken address is none', '<a href="https://">a</a><a href="http://[">b</a>', { out: 0 }],
  ])('%s', (_name, html, expected) => {
    expect(linksIn(html)).toMatchObject(expected)
  })

  it('are all nofollow where the page says so of itself', () => {
    const links = linksIn('<a href="https://a.example/">a</a>', { pageNofollow: true })
    expect(links).toMatchObject({ out: 1, followed: 0, nofollow: 1, followedDomains: 0 })
  })

  it('keep the outlets linked to most, and count the others', () => {
    const html = Array.from({ length: 300 }, (_, n) => `<a href="https://s${n}-example.com/">x</a>`).join('')
    const links = linksIn(html)
    expect(links).toMatchObject({ out: 300, domains: 300, followedDomains: 300 })
    expect(links.most.length).toBe(25)
  })

  it('are read back from storage, and are nothing where nothing was stored', () => {
    const links = linksIn('<a href="https://a.example/">a</a>')
    expect(readOutgoingLinks(JSON.parse(JSON.stringify(links)))).toEqual(links)
    for (const odd of [null, undefined, 'x', 3, {}, { out: '3' }]) expect(readOutgoingLinks(odd)).toBeNull()
  })
})

describe('a linking habit', () => {
  const plain = linksIn('<a href="https://a.example/">a</a>')
  const marked = linksIn('<a rel="nofollow" href="https://a.example/">a</a>')
  const paid = linksIn('<a rel="sponsored" href="https://a.example/">a</a>')
  const none = linksIn('<p>No links</p>')

  it('is nothing before anything was read', () => {
    const habit = linkingHabit([])
    expect(habit.linksOut.words).toBe('nothing to count yet')
    expect(habit.sentence).toContain('nobody can say')
  })

  it('says "too few to say" under twenty posts, with counts and interval', () => {
    const habit = linkingHabit([plain, plain, plain, ...Array.from({ length: 9 }, () => none)])
    expect(habit.linksOut.words).toBe('too few to say: 3 of 12, 25 % (8.9 to 53.2)')
    expect(habit.sentence).toBe('Of 12 posts we have read, 3 link to other sites.')
  })

  it('says the rate from twenty posts on', () => {
    const habit = linkingHabit([plain, marked, ...Array.from({ length: 18 }, () => none)])
    expect(habit.linksOut.words).toBe('2 of 20, 10 % (2.8 to 30.1)')
    expect(habit.followed.words).toBe('1 of 20, 5 % (0.9 to 23.6)')
  })

  it.each([
    [[none], 'none links to another site', 'without a link'],
    [[plain], 'The one post we have read links', 'may follow them'],
    [[plain, none], '1 links to other sites', 'may follow them'],
    [[marked, marked], 'all link', 'need not count them'],
    [[paid], 'links to other sites', 'marked as sponsored'],
    [[plain, marked], 'all link', 'some are not'],
  ])('is told in plain words (%#)', (posts, sentence, meaning) => {
    const habit = linkingHabit(posts)
    expect(habit.sentence).toContain(sentence)
    expect(habit.meaning).toContain(meaning)
  })
})
