import { describe, expect, it } from 'vitest'
import { feedDate } from './feed-date.ts'
import { placeOnList } from './list-place.ts'
import { mentionInPost } from './post-mention.ts'
import { plainLine, wordsOfPost } from './post-text.ts'

const OURS = { domains: ['fernway.test'], names: ['Fernway', 'Mara Lindqvist'] }
const inPost = (html: string, title = 'A post', url = 'https://blog.test/a') =>
  mentionInPost({ url, title, ...wordsOfPost(html, url) }, OURS)

describe('what a post says of us', () => {
  it.each([
    [
      'a link to our domain',
      '<a href="https://fernway.test/bag">this one</a>',
      { how: 'link', found: 'https://fernway.test/bag' },
    ],
    ['a link to a subdomain', '<a href="//shop.fernway.test/">x</a>', { how: 'link' }],
    [
      'our name',
      '<p>I like <b>Fern</b>way a lot.</p>',
      { how: 'name', found: 'Fernway', context: 'I like Fernway a lot.' },
    ],
    ['a name in capitals', 'FERNWAY sent nothing.', { how: 'name' }],
    ['one of our people', 'I met Mara Lindqvist there.', { how: 'name', found: 'Mara Lindqvist' }],
    ['our domain as words', 'See fernway.test for more.', { how: 'name' }],
  ])('%s', (_, html, expected) => {
    expect(inPost(html)).toMatchObject(expected)
  })

  it.each([
    ['nothing', '<p>A walk in the rain.</p>'],
    ['our name as a part of another word', 'The Fernways are hills.'],
    ['our name in somebody else’s domain', 'See fernway.evil-shop.com for more.'],
    ['a link that only looks like ours', '<a href="https://fernway.test.evil.com/">x</a>'],
    ['our name in an attribute', '<img alt="" data-x="Fernway">'],
    ['our name in a script', '<script>Fernway</script>'],
  ])('%s is no mention', (_, html) => {
    expect(inPost(html)).toBeNull()
  })

  it('reads the title too, and leaves our own posts alone', () => {
    expect(inPost('', 'Fernway and the moor')).toMatchObject({ how: 'name' })
    expect(inPost('Fernway', 'Fernway', 'https://blog.fernway.test/a')).toBeNull()
  })
})

describe('the words of a post', () => {
  it.each([
    ['<p>One.</p><p>Two <i>and</i> a half.</p>', 'One.\n\nTwo and a half.'],
    ['<h2>Head</h2>Text<br>next<ul><li>a</li><li>b</li></ul>', 'Head\n\nText next\n\na\n\nb'],
    ['Plain words\n\nand more', 'Plain words\n\nand more'],
    ['<script>alert(1)</script><style>p{}</style><p onclick="x">Safe</p>', 'Safe'],
    ['<img src=x onerror=alert(1)>Words', 'Words'],
    ['&lt;b&gt;not bold&lt;/b&gt;', '<b>not bold</b>'],
  ])('%j', (html, text) => {
    expect(wordsOfPost(html, 'https://blog.test/').text).toBe(text)
  })

  it('stand on one line in a title', () => {
    expect(plainLine('<b>A</b>\n &amp; B <script>x</script>')).toBe('A & B')
    expect(plainLine('3 < 4 and 5 > 4')).toBe('3 < 4 and 5 > 4')
  })
})

describe('the day a post came out', () => {
  it.each([
    ['Tue, 03 Mar 2026 10:00:00 GMT', '2026-03-03T10:00:00.000Z'],
    ['Tue, 3 Mar 2026 10:00 +0100', '2026-03-03T09:00:00.000Z'],
    ['03 Mar 26 10:00:00 EST', '2026-03-03T15:00:00.000Z'],
    ['Tuesday, 03 March 2026 10:00:00 CEST', '2026-03-03T08:00:00.000Z'],
    ['2026-03-03T10:00:00Z', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03T10:00:00.123456+01:00', '2026-03-03T09:00:00.000Z'],
    ['2026-03-03 10:00:00', '2026-03-03T10:00:00.000Z'],
    ['2026-03-03', '2026-03-03T00:00:00.000Z'],
    ['Tue, 03 Mar 2026 10:00:00 GMT (Greenwich)', '2026-03-03T10:00:00.000Z'],
    ['yesterday', undefined],
    ['', undefined],
    ['0000-00-00 00:00:00', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['2026-13-45', undefined],
  ])('%j', (text, expected) => {
    expect(feedDate(text)?.toISOString()).toBe(expected)
  })
})

describe('a post’s place on the list', () => {
  const seenAt = new Date('2026-03-04T12:00:00Z')
  const ago = (days: number) => new Date(seenAt.getTime() - days * 86_400_000)
  it.each([
    ['new, at the first fetch', ago(1), true, ago(1)],
    ['30 days old', ago(30), true, ago(30)],
    ['31 days old', ago(31), true, null],
    ['old, and found later', ago(400), false, null],
    ['without a date, at the first fetch', null, true, null],
    ['without a date, later', null, false, seenAt],
    ['dated ahead', ago(-5), false, seenAt],
  ] satisfies [string, Date | null, boolean, Date | null][])(
    '%s',
    (_, publishedAt, isFirstFetch, expected) => {
      expect(placeOnList({ publishedAt, seenAt, isFirstFetch })).toEqual(expected)
    },
  )
})
