import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Page = { status?: number; headers?: Record<string, string>; body: string; delayMs?: number }

/** The little internet of the tests: hosts ending in .test, served from one loopback port by the Host header. */
const PAGES: Record<string, Page> = {
  'packlight.test/': { body: blog('Packlight', '<p>Notes from a small bag. I review what I carry.</p>') },
  'packlight.test/carry-on-backpacks': {
    body: blog(
      'Seven carry-on backpacks I would buy again',
      `<p>After four winters of living out of one bag, I have firm opinions about zips.</p>
       <h2>What I looked for</h2>
       <p>A good pack disappears on your back &mdash; you notice the walk, not the straps. Each of these has crossed at least three borders with me.</p>
       <img src="/alpine.jpg" alt="The Alpine 28 lying open on a hotel bed">
       <h2>The seven</h2>
       <ul><li>Alpine 28, recycled nylon, 890&nbsp;g</li><li>City Hauler, waxed canvas, 1.4&nbsp;kg</li><li>Fold-Away 22, for people who over&shy;pack souvenirs</li></ul>
       <p>I still have not found one for people who want to travel for months with hand luggage and no zips at all.</p>`,
    ),
  },
  'packlight.test/work-with-me': {
    body: blog(
      'Work with me',
      '<p>Write to <b>jo@packlight.test</b>. I read everything; I answer what I can use. Please, no press releases.</p>',
    ),
  },
  'packlight.test/carry-on-update': {
    body: blog(
      'Carry-on backpacks: an update',
      `<p>A reader asked about plastic-free options, and one maker wrote to me.</p>
       <p>The <a href="https://trailhead.test/ultralight" rel="noopener">ultralight carry-on by Trailhead</a> has no plastic at all. They lent me one and I am keeping my eyes open.</p>`,
    ),
  },
  'packlight.test/nofollow': {
    body: blog(
      'Things people sent me',
      '<p>A sample I was given: <a href="https://trailhead.test/" rel="nofollow sponsored">Trailhead</a>. Disclosure: it was a gift.</p>',
    ),
  },
  'packlight.test/bag-to-keep': {
    body: blog(
      'A bag I was given, after a month',
      `<p>Ad. This bag was gifted by its makers, to keep either way, whatever I write.</p>
       <p>The <a href="https://trailhead.test/ultralight" rel="sponsored">ultralight carry-on</a> by Trailhead has crossed two borders and a river with me. The strap squeaks when it rains.</p>`,
    ),
  },
  'morning-herald.test/small-makers': {
    body: blog(
      'The small makers of the valley',
      '<p>In a workshop above the bakery, a woman of forty sews bags that last. She does not want to be big, she says; she wants to be repaired.</p>',
    ),
  },
  'roundup.test/best-carry-on': {
    body: blog(
      'Eleven carry-ons, ranked by people who walk',
      '<p>Two readers named Trailhead as the bag they would keep. We have not tried it ourselves yet.</p>',
    ),
  },
  'gone.test/post': { status: 404, body: blog('Not found', '<p>This page does not exist.</p>') },
  'shy.test/post': { status: 403, headers: { 'content-type': 'text/html' }, body: '<h1>Forbidden</h1>' },
  'slow.test/post': {
    delayMs: 4000,
    body: blog(
      'A slow page',
      '<p>Good things take time, and this page takes four seconds of it before it shows.</p>',
    ),
  },
  'hooks.test/in': { headers: { 'content-type': 'text/plain' }, body: 'Thank you, noted' },
  'hooks.test/broken': { status: 500, headers: { 'content-type': 'text/plain' }, body: 'Out of order' },
  ...rainDiary(),
  ...ferryPodcast(),
}

export type PageServer = { port: number; close(): Promise<void> }

/** @param port 0 for any free one */
export async function servePages(port = 0): Promise<PageServer> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) }
}

/** Every host that is served, for the resolver and for people who walk the world by hand. */
export const HOSTS: ReadonlySet<string> = new Set(Object.keys(PAGES).map((key) => key.split('/')[0] ?? ''))

async function answer(request: IncomingMessage, response: ServerResponse) {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  const pathname = new URL(request.url ?? '/', 'http://x').pathname
  const page = PAGES[host + pathname] ?? { status: 404, body: blog('Not found', '<p>Nothing here.</p>') }
  if (page.delayMs) await new Promise((resolve) => setTimeout(resolve, page.delayMs))
  response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
  response.end(page.body)
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

function blog(title: string, article: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><header><nav><a href="/">Home</a> <a href="/work-with-me">Work with me</a></nav></header>
<main><article><h1>${title}</h1>${article}</article></main>
<footer><p>Written by hand.</p></footer></body></html>`
}

/** A blog with a feed: two posts of this week, one of which names a maker. */
function rainDiary(): Record<string, Page> {
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000).toUTCString()
  const wet = `<p>Two days of rain on the moor, and only one of my bags kept its promise.</p>
    <p>A roll top is only as good as the person rolling it: three turns, and the air pressed out first.</p>`
  const makers = '<p>Readers ask about Trailhead again and again. I have not tried their bag yet.</p>'
  const item = (path: string, title: string, ago: number, html: string) =>
    `<item><title>${title}</title><link>http://diary.test${path}</link><guid>http://diary.test${path}</guid><pubDate>${day(ago)}</pubDate><description><![CDATA[${html}]]></description></item>`
  return {
    'diary.test/': {
      body: blog('Rain Diary', '<p>Walks in bad weather.</p>').replace(
        '</head>',
        '<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>',
      ),
    },
    'diary.test/feed.xml': {
      headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
      body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Rain Diary</title><link>http://diary.test/</link>
        ${item('/wet-weekend', 'A wet weekend', 1, wet)}${item('/makers', 'Makers I am asked about', 3, makers)}</channel></rss>`,
    },
    'diary.test/wet-weekend': { body: blog('A wet weekend', wet) },
    'diary.test/makers': { body: blog('Makers I am asked about', makers) },
    'quiet.test/': { body: blog('Quiet', '<p>No feed here, only words.</p>') },
  }
}

/** A show whose episode pages are only players: what is said of an episode stands in the feed. */
function ferryPodcast(): Record<string, Page> {
  const day = (ago: number) => new Date(Date.now() - ago * 24 * 3_600_000).toUTCString()
  const notes = `<p>With the maker of Trailhead, on a ferry.</p>
    <ul><li><a href="http://trailhead.test/ultralight" rel="nofollow">The bag without plastic</a></li></ul>`
  const item = (path: string, title: string, ago: number, html: string) =>
    `<item><title>${title}</title><link>http://ferries.test${path}</link><guid>http://ferries.test${path}</guid><pubDate>${day(ago)}</pubDate>
     <enclosure url="http://ferries.test${path}.mp3" type="audio/mpeg" length="1"/><description><![CDATA[${html}]]></description></item>`
  const player = (title: string) => ({
    body: blog(title, '<p>Press play, and put the kettle on.</p><audio controls src="/episode.mp3"></audio>'),
  })
  return {
    'ferries.test/': {
      body: blog('Off the Timetable', '<p>A show about going slowly.</p>').replace(
        '</head>',
        '<link rel="alternate" type="application/rss+xml" href="/feed.xml"></head>',
      ),
    },
    'ferries.test/feed.xml': {
      headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
      body: `<?xml version="1.0"?><rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Off the Timetable</title>
        <link>http://ferries.test/</link>${item('/41', 'Episode 41', 1, notes)}${item('/40', 'Episode 40', 2, '<p>Night buses.</p>')}</channel></rss>`,
    },
    'ferries.test/41': player('Episode 41'),
    'ferries.test/40': player('Episode 40'),
  }
}
