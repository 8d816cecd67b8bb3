import { describe, expect, it } from 'vitest'
import { decodeFeed } from './decode-feed.ts'
import { type FeedItem, readFeed } from './read-feed.ts'

const AT = 'https://blog.test/feed'
const rss = (items: string, channel = '<title>Northbound</title>') =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>${channel}${items}</channel></rss>`
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Northbound</title>${entries}</feed>`
const json = (items: unknown[]) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Northbound', items })

describe('one post of a feed', () => {
  it.each([
    [
      'RSS 2.0',
      rss(
        '<item><title>A &amp; B</title><link>https://blog.test/a</link><guid>g-1</guid><pubDate>Tue, 03 Mar 2026 10:00:00 +0100</pubDate><dc:creator>Ana</dc:creator><description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded></item>',
      ),
      {
        guid: 'g-1',
        url: 'https://blog.test/a',
        title: 'A & B',
        author: 'Ana',
        html: '<p>Long</p>',
        summaryHtml: 'Short',
        publishedAt: new Date('2026-03-03T09:00:00Z'),
      },
    ],
    [
      'RSS 0.91',
      '<rss version="0.91"><channel><title>N</title><item><title>A</title><link>https://blog.test/a</link><description>D</description></item></channel></rss>',
      { guid: 'https://blog.test/a', url: 'https://blog.test/a', title: 'A', html: 'D', publishedAt: null },
    ],
    [
      'RSS without a version',
      '<rss><channel><title>N</title><item><title>A</title><link>https://blog.test/a</link></item></channel></rss>',
      { url: 'https://blog.test/a', title: 'A', html: '' },
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>N</title></channel><item rdf:about="https://blog.test/a"><title>A</title><link>https://blog.test/a</link><dc:date>2026-03-03</dc:date></item></rdf:RDF>',
      { guid: 'https://blog.test/a', title: 'A', publishedAt: new Date('2026-03-03T00:00:00Z') },
    ],
    [
      'Atom',
      atom(
        '<entry><id>tag:1</id><title type="html">&lt;b&gt;A&lt;/b&gt; post</title><link rel="self" href="/x"/><link rel="alternate" href="/a"/><published>2026-03-03T10:00:00+01:00</published><updated>2026-03-05T10:00:00Z</updated><author><name>Bo</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long</p></div></content><summary>Short</summary></entry>',
      ),
      {
        guid: 'tag:1',
        url: 'https://blog.test/a',
        title: 'A post',
        author: 'Bo',
        html: '<p>Long</p>',
        summaryHtml: 'Short',
        publishedAt: new Date('2026-03-03T09:00:00Z'),
      },
    ],
    [
      'JSON Feed',
      json([
        {
          id: 7,
          url: 'https://blog.test/a',
          title: 'A',
          content_html: '<p>Long</p>',
          summary: 'Short',
          date_published: '2026-03-03T10:00:00Z',
          authors: [{ name: 'Kim' }],
        },
      ]),
      { guid: '7', url: 'https://blog.test/a', author: 'Kim', html: '<p>Long</p>', summaryHtml: 'Short' },
    ],
    [
      'JSON Feed with text only',
      json([{ id: 'x', url: 'https://blog.test/a', content_text: 'Words' }]),
      { html: 'Words', title: '' },
    ],
    [
      'a podcast’s episode',
      rss(
        '<item><title>Ep 1</title><guid isPermaLink="false">e1</guid><enclosure url="https://cdn.test/1.mp3" type="audio/mpeg" length="1"/><itunes:author>Dan</itunes:author><itunes:summary>We talk</itunes:summary></item>',
      ),
      { url: 'https://cdn.test/1.mp3', audioUrl: 'https://cdn.test/1.mp3', author: 'Dan', html: 'We talk' },
    ],
    [
      'an address relative to the feed',
      rss('<item><title>A</title><link>/posts/a</link></item>'),
      { url: 'https://blog.test/posts/a' },
    ],
    [
      'a guid that is the address',
      rss('<item><title>A</title><guid>https://blog.test/a</guid></item>'),
      { url: 'https://blog.test/a', guid: 'https://blog.test/a' },
    ],
    [
      'a mail address beside the author’s name',
      rss(
        '<item><title>A</title><link>https://blog.test/a</link><author>jo@blog.test (Jo Whitcombe)</author></item>',
      ),
      { author: 'Jo Whitcombe' },
    ],
    [
      'a mail address as the author, which is not shown',
      rss('<item><title>A</title><link>https://blog.test/a</link><author>jo@blog.test</author></item>'),
      { author: '' },
    ],
    [
      'credentials in the address, which are dropped',
      rss('<item><title>A</title><link>https://me:pass@blog.test/a</link></item>'),
      { url: 'https://blog.test/a' },
    ],
    [
      'a bare ampersand',
      rss('<item><title>Salt & vinegar</title><link>https://blog.test/a</link></item>'),
      { title: 'Salt & vinegar' },
    ],
    [
      'entities of HTML in the title',
      rss(
        '<item><title>Caf&eacute; &nbsp; &mdash; &#8220;one&#8221;</title><link>https://blog.test/a</link></item>',
      ),
      { title: 'Café — “one”' },
    ],
    [
      'control characters',
      rss('<item><title>A\u0007\u0000B</title><link>https://blog.test/a</link></item>'),
      { title: 'AB' },
    ],
    [
      'blank lines before the first',
      `\n\n  ${rss('<item><title>A</title><link>https://blog.test/a</link></item>')}`,
      { title: 'A' },
    ],
    [
      'a warning of PHP before the first line',
      `Notice: something in /x.php on line 3\n${rss('<item><title>A</title><link>https://blog.test/a</link></item>')}`,
      { title: 'A' },
    ],
    [
      'a feed that broke off in its second post',
      rss('<item><title>A</title><link>https://blog.test/a</link></item><item><title>B</title><li').slice(
        0,
        -22,
      ),
      { title: 'A' },
    ],
  ] satisfies [string, string, Partial<FeedItem>][])('%s', (_, text, expected) => {
    expect(readFeed(text, AT)?.items[0]).toMatchObject(expected)
  })

  it.each([
    ['a script for an address', '<link>javascript:alert(1)</link>'],
    ['no address at all', '<guid isPermaLink="false">x</guid>'],
    ['an address that is too long', `<link>https://blog.test/${'a'.repeat(3_000)}</link>`],
  ])('with %s is left out', (_, link) => {
    expect(readFeed(rss(`<item><title>A</title>${link}</item>`), AT)?.items).toEqual([])
  })
})

describe('a feed', () => {
  it('puts the newest first, and counts 200 of them', () => {
    const items = Array.from(
      { length: 300 },
      (_, at) =>
        `<item><title>${at}</title><link>/${at}</link><pubDate>${new Date(Date.UTC(2026, 0, 1, at)).toUTCString()}</pubDate></item>`,
    )
    const read = readFeed(rss(items.join('')), AT)
    expect(read?.items).toHaveLength(200)
    expect(read?.items[0]?.title).toBe('299')
  })

  it.each([
    ['rss', rss('<item><title>A</title><link>/a</link></item>')],
    ['atom', atom('<entry><id>1</id><link href="/a"/><title>A</title></entry>')],
    ['json', json([{ id: '1', url: 'https://blog.test/a', title: 'A' }])],
    ['podcast', rss('<item><title>A</title><enclosure url="/a.mp3" type="audio/mpeg" length="1"/></item>')],
  ])('is of the kind %s', (kind, text) => {
    expect(readFeed(text, AT)).toMatchObject({ kind, title: 'Northbound' })
  })

  it('says how often and when not it wants to be looked at', () => {
    const read = readFeed(
      rss(
        '',
        '<title>N</title><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours>',
      ),
      AT,
    )
    expect(read).toMatchObject({ ttlMinutes: 90, skipHours: [0, 3], items: [] })
  })

  it.each([
    ['a page', '<!doctype html><html><body><p>Hello</p></body></html>'],
    ['nothing', ''],
    ['another XML', '<?xml version="1.0"?><sitemapindex><sitemap/></sitemapindex>'],
    ['another JSON', '{"items":[{"id":1}]}'],
    ['half a JSON', '{"version":"https://jsonfeed.org/version/1.1","items":['],
    ['garbage', '\u0001\u0002<<<<&&&&]]>'],
    ['a very deep one', `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`],
  ])('is not %s', (_, text) => {
    expect(readFeed(text, AT)).toBeNull()
  })

  it('does not unfold what is written to grow', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss('<item><title>&b;</title><link>/a</link></item>').replace('<?xml version="1.0"?>', '')}`
    expect(readFeed(bomb, AT)?.items[0]?.title ?? '').not.toContain('aaaaaaaaaaaaaaaaaaaa')
  })

  it('is read in little time, whatever its size', () => {
    const item = `<item><title>A</title><link>/a</link><description>${'&lt;p&gt;x&lt;/p&gt;'.repeat(20)}</description></item>`
    const started = performance.now()
    expect(readFeed(rss(item.repeat(10_000)), AT)?.items).toHaveLength(200)
    expect(performance.now() - started).toBeLessThan(8_000)
  })
})

describe('the encoding of a feed', () => {
  const text = rss('<item><title>Café “zwei”</title><link>/a</link></item>')
  const declared = (name: string) =>
    text.replace('<?xml version="1.0"?>', `<?xml version="1.0" encoding="${name}"?>`)
  const latin = (words: string) =>
    Uint8Array.from(words.replace(/[“”]/g, '"'), (letter) => letter.charCodeAt(0))
  const utf16 = (words: string, isBig = false) => {
    const bytes = Buffer.from(words, 'utf16le')
    return new Uint8Array(isBig ? bytes.swap16() : bytes)
  }
  it.each([
    ['UTF-8', new TextEncoder().encode(text), ''],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), ''],
    [
      'UTF-8 that says it is Latin-1',
      new TextEncoder().encode(declared('iso-8859-1')),
      'text/xml; charset=iso-8859-1',
    ],
    ['Latin-1, declared', latin(declared('ISO-8859-1')), ''],
    ['Latin-1 by the server’s word', latin(text), 'application/rss+xml; charset=windows-1252'],
    ['Latin-1 that says it is UTF-8', latin(declared('utf-8')), 'text/xml; charset=utf-8'],
    ['Latin-1 with an unknown name', latin(declared('klingon')), ''],
    ['UTF-16 with a mark', utf16(`\ufeff${text}`), ''],
    ['UTF-16 with a mark, the other way', utf16(`\ufeff${text}`, true), ''],
    ['UTF-16 without a mark', utf16(text), ''],
  ])('%s', (_, bytes, contentType) => {
    expect(readFeed(decodeFeed(bytes, contentType), AT)?.items[0]?.title).toMatch(/^Café [“"]zwei[”"]$/)
  })
})
