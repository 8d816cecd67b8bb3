import { describe, expect, it } from 'vitest'
import { commonFeedAddresses, platformFeed } from './feed-places.ts'
import { feedsNamedBy } from './find-feeds.ts'

const page = (html: string, linkHeaders: string[] = [], url = 'https://blog.test/about/') =>
  feedsNamedBy({ url, html, linkHeaders })
const link = (href: string, type = 'application/rss+xml', more = '') =>
  `<link rel="alternate" type="${type}" href="${href}"${more}>`

describe('the feeds a page names', () => {
  it.each([
    ['RSS', link('/feed'), ['https://blog.test/feed']],
    ['Atom', link('https://blog.test/atom.xml', 'application/atom+xml'), ['https://blog.test/atom.xml']],
    ['JSON Feed', link('feed.json', 'application/feed+json'), ['https://blog.test/about/feed.json']],
    [
      'a type with more to it',
      link('/feed', 'application/rss+xml; charset=utf-8'),
      ['https://blog.test/feed'],
    ],
    [
      'in capitals',
      '<LINK REL="Alternate" TYPE="application/RSS+XML" HREF="/feed">',
      ['https://blog.test/feed'],
    ],
    [
      'from a base of its own',
      `<base href="https://www.blog.test/x/">${link('feed')}`,
      ['https://www.blog.test/x/feed'],
    ],
    ['elsewhere', link('https://feeds.other.test/1.rss'), ['https://feeds.other.test/1.rss']],
    [
      'of comments last',
      link('/comments/feed/') + link('/feed/'),
      ['https://blog.test/feed/', 'https://blog.test/comments/feed/'],
    ],
    [
      'of comments by its title last',
      link('/c', undefined, ' title="Blog » Comments Feed"') + link('/feed'),
      ['https://blog.test/feed', 'https://blog.test/c'],
    ],
    ['once', link('/feed') + link('/feed#x'), ['https://blog.test/feed']],
    ['plain XML where the address says feed', link('/feed.xml', 'text/xml'), ['https://blog.test/feed.xml']],
    ['by rel="feed"', '<link rel="feed" href="/all">', ['https://blog.test/all']],
    ['by a link in the page', '<p><a href="/rss.xml">Subscribe</a></p>', ['https://blog.test/rss.xml']],
    [
      'declared before linked',
      `<a href="/podcast/feed">x</a>${link('/main')}`,
      ['https://blog.test/main', 'https://blog.test/podcast/feed'],
    ],
    ['other XML', link('/sitemap.xml', 'text/xml'), []],
    ['oEmbed', link('/wp-json/oembed/1.0/embed?url=x', 'text/xml'), []],
    ['another language', '<link rel="alternate" hreflang="de" href="/de/feed-me">', []],
    ['a script’s words', `<script>var x = '${link('/feed')}'</script>`, []],
    ['a comment’s words', `<!-- ${link('/feed')} -->`, []],
    ['a script for an address', link('javascript:alert(1)'), []],
    ['a word with feed in it', '<a href="/feedback">Say something</a>', []],
    ['a broken page', `<html><body><div><<<${link('/feed')}`, ['https://blog.test/feed']],
  ])('%s', (_, html, expected) => {
    expect(page(html)).toEqual(expected)
  })

  it('are also in the Link header', () => {
    const header =
      '</feed>; rel="alternate"; type="application/rss+xml"; title="All, really", </x>; rel=preload'
    expect(page('', [header])).toEqual(['https://blog.test/feed'])
  })

  it('are found behind a handle of YouTube', () => {
    const html = '<meta itemprop="identifier" content="UCabcdefghijklmnopqrstuv">'
    expect(page(html, [], 'https://www.youtube.com/@northbound')).toEqual([
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ])
  })

  it('are few, and found in little time, however many there are', () => {
    const started = performance.now()
    expect(page(Array.from({ length: 20_000 }, (_, at) => link(`/feed/${at}`)).join(''))).toHaveLength(6)
    expect(page(`${'<a href="'.repeat(20_000)}`)).toEqual([])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})

describe('the feed a platform keeps', () => {
  it.each([
    [
      'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ],
    ['https://youtube.com/playlist?list=PL123', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL123'],
    ['https://youtube.com/@northbound', null],
    ['https://northbound.substack.com/p/x', 'https://northbound.substack.com/feed'],
    ['https://medium.com/@jo', 'https://medium.com/feed/@jo'],
    ['https://medium.com/northbound/a-post-123', 'https://medium.com/feed/northbound'],
    ['https://jo.medium.com/', 'https://jo.medium.com/feed'],
    ['https://northbound.wordpress.com/2026/', 'https://northbound.wordpress.com/feed/'],
    ['https://northbound.tumblr.com', 'https://northbound.tumblr.com/rss'],
    ['https://northbound.blogspot.com/', 'https://northbound.blogspot.com/feeds/posts/default'],
    ['https://northbound.ghost.io', 'https://northbound.ghost.io/rss/'],
    ['https://northbound.libsyn.com/', 'https://northbound.libsyn.com/rss'],
    ['https://northbound.podbean.com/', 'https://feed.podbean.com/northbound/feed.xml'],
    ['https://www.buzzsprout.com/123456', 'https://feeds.buzzsprout.com/123456.rss'],
    ['https://northbound.transistor.fm/', 'https://feeds.transistor.fm/northbound'],
    ['https://shows.acast.com/northbound', 'https://feeds.acast.com/public/shows/northbound'],
    ['https://www.reddit.com/r/onebag/', 'https://www.reddit.com/r/onebag/.rss'],
    ['https://dev.to/jo', 'https://dev.to/feed/jo'],
    ['https://bsky.app/profile/jo.test', 'https://bsky.app/profile/jo.test/rss'],
    ['https://blog.test/', null],
    ['https://substack.com.evil.test/', null],
    ['nothing', null],
  ])('for %s', (address, expected) => {
    expect(platformFeed(address)).toBe(expected)
  })
})

describe('the usual addresses', () => {
  it('are tried beside the outlet first', () => {
    expect(commonFeedAddresses('https://host.test/~jo/index.html').slice(0, 3)).toEqual([
      'https://host.test/~jo/feed',
      'https://host.test/~jo/rss.xml',
      'https://host.test/feed',
    ])
    expect(commonFeedAddresses('https://blog.test/')[0]).toBe('https://blog.test/feed')
  })
})
