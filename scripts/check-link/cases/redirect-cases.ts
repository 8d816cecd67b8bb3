import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import { LINK, type PageCase, POST, page, type Served } from './page-case.ts'

const STATUSES = 'Fetch standard, 2.2.6: a redirect status is 301, 302, 303, 307 or 308'
const LOCATION = 'Fetch standard, 2.2.6 location URL: parsed against the address of the answer'
const REFRESH = 'HTML standard, 4.2.5.3 refresh: shared declarative refresh steps'
const FIRST =
  'HTML standard, 4.2.5.3 refresh: once a document will refresh, later ones do nothing (debatable in practice: Chromium lets the last or the earliest win)'
const REFRESH_HEADER = 'HTML standard, 7.5.1: a Refresh header runs the shared declarative refresh steps'
const WHERE = 'HTML standard, 4.2.5.3: a meta counts when it is inserted into the document'
const BOUNDS = "VERIFIER.md, Safety: '10 redirects'"
const SAFETY = 'VERIFIER.md, Safety: the same at each redirect'
const FINAL = "VERIFIER.md, finalUrl: 'after HTTP redirects and immediate refreshes, without fragment'"

const ARRIVED = `<!doctype html><title>Arrived</title>${POST}${LINK}`
const PLACE = 'http://blog.test/arrived'
const THERE = { [PLACE]: ARRIVED }
const CAME = { linked: true, reachable: true, httpStatus: 200, finalUrl: PLACE, failure: null }

function to(location: string, status = 302): Served {
  return { status, headers: [['Location', location]], body: '<p>Moved.</p>' }
}

function refresh(content: string, where = (meta: string) => meta): string {
  return `<!doctype html><title>Leaving</title>${where(`<meta http-equiv="refresh" content="${content}">`)}${POST}`
}

const LOCATIONS: readonly (readonly [name: string, location: string])[] = [
  ['a path', '/arrived'],
  ['a relative path', 'arrived'],
  ['a path that climbs', 'a/b/../../arrived'],
  ['a whole address', 'http://blog.test/arrived'],
  ['an address without scheme', '//blog.test/arrived'],
  ['an address in capitals', 'HTTP://BLOG.TEST/arrived'],
  ['an address with its default port', 'http://blog.test:80/arrived'],
  ['an address with a fragment', '/arrived#part'],
  ['backslashes', '\\\\blog.test\\arrived'],
  ['spaces around', '   /arrived  '],
  ['a tab inside', '/arr\tived'],
]

const FAILURES: readonly (readonly [
  name: string,
  location: string,
  failure: NonNullable<LinkFacts['failure']>,
])[] = [
  ['to ftp', 'ftp://blog.test/', 'bad-scheme'],
  ['to a file', 'file:///etc/passwd', 'bad-scheme'],
  ['to javascript', 'javascript:alert(1)', 'bad-scheme'],
  ['to data', 'data:text/html,<a href=http://acme.test/>kit</a>', 'bad-scheme'],
  ['to a port of another service', 'http://blog.test:22/', 'blocked-port'],
  ['to a port Fetch blocks', 'http://blog.test:6667/', 'blocked-port'],
  ['to loopback', 'http://127.0.0.1/', 'blocked-address'],
  ['to loopback in hexadecimal', 'http://0x7f.1/', 'blocked-address'],
  ['to loopback of IPv6', 'http://[::1]/', 'blocked-address'],
  ['to loopback inside IPv6', 'http://[::ffff:127.0.0.1]/', 'blocked-address'],
  ['to metadata', 'http://169.254.169.254/latest/meta-data/', 'blocked-address'],
  ['to a private address', 'https://10.0.0.1/', 'blocked-address'],
  ['to a name that does not exist', 'http://no-such.test/', 'dns'],
  ['to a name that is not listed', 'http://unlisted.test/', 'dns'],
  ['to where nobody listens', 'http://closed.test/', 'refused'],
]

/** A meta refresh, and where it leads: the place, another path, or nowhere (null). */
const REFRESHES: readonly (readonly [content: string, path: string | null])[] = [
  ['0;url=/arrived', '/arrived'],
  ['0; url=/arrived', '/arrived'],
  ['0; URL=/arrived', '/arrived'],
  ['0; url = /arrived', '/arrived'],
  ["0; url='/arrived'", '/arrived'],
  ["0; url='/arrived' and more", '/arrived'],
  ["0; url='/arrived", '/arrived'],
  ['0 url=/arrived', '/arrived'],
  ['0,url=/arrived', '/arrived'],
  ['0;/arrived', '/arrived'],
  ['0 /arrived', '/arrived'],
  ["0;'/arrived'", '/arrived'],
  ['  0 ; url=/arrived', '/arrived'],
  ['000; url=/arrived', '/arrived'],
  ['0.9; url=/arrived', '/arrived'],
  ['.5; url=/arrived', '/arrived'],
  ['0...; url=/arrived', '/arrived'],
  ['0; url=//blog.test/arrived', '/arrived'],
  ['0; url', '/url'],
  ['1; url=/arrived', null],
  ['5; url=/arrived', null],
  ['url=/arrived', null],
  [';url=/arrived', null],
  ['-0; url=/arrived', null],
  ['+0; url=/arrived', null],
  ['0x; url=/arrived', null],
  ['0: url=/arrived', null],
  ['zero; url=/arrived', null],
  ['', null],
  ['5', null],
  ['0; url=javascript:alert(1)', null],
  ['0; url=http://[x', null],
]

const IN: readonly (readonly [name: string, where: (meta: string) => string, counts: boolean])[] = [
  ['in the body', (meta) => `<body><p>x</p>${meta}`, true],
  ['in capitals', (meta) => meta.toUpperCase().replace('/ARRIVED', '/arrived'), true],
  ['in a comment', (meta) => `<!-- ${meta} -->`, false],
  ['in a template', (meta) => `<template>${meta}</template>`, false],
  ['in a noscript', (meta) => `<noscript>${meta}</noscript>`, false],
  ['in a script', (meta) => `<script type=x>${meta}</script>`, false],
  ['in a textarea', (meta) => `<textarea>${meta}</textarea>`, false],
  ['by name', (meta) => meta.replace('http-equiv', 'name'), false],
]

export const REDIRECT_CASES: readonly PageCase[] = [
  ...[301, 302, 303, 307, 308].map((status) =>
    page(
      `a redirect of ${status}`,
      STATUSES,
      to('/arrived', status),
      { ...CAME, redirects: [{ url: `http://blog.test/a-redirect-of-${status}`, status }] },
      { also: THERE },
    ),
  ),
  ...[300, 304, 305, 306].map((status) =>
    page(
      `no redirect of ${status}`,
      STATUSES,
      to('/arrived', status),
      { httpStatus: status, redirects: [], reachable: false, linked: { not: false } },
      { also: THERE },
    ),
  ),
  ...LOCATIONS.map(([name, location]) =>
    page(`a redirect by ${name}`, LOCATION, to(location), CAME, { also: THERE }),
  ),
  ...FAILURES.map(([name, location, failure]) =>
    page(
      `a redirect ${name}`,
      SAFETY,
      to(location),
      {
        failure,
        reachable: false,
        linked: null,
        followed: null,
        mentioned: null,
        lost: null,
        gone: { not: true },
      },
      {
        names: { 'no-such.test:80': null, 'closed.test:80': 'closed' },
        ask: { previously: 'linked' },
        verdict: 'could-not-check',
      },
    ),
  ),
  ...REFRESHES.map(([content, path]) => {
    const name = `a meta refresh of "${content}"`
    const facts =
      path === null
        ? { failure: null, redirects: [], linked: false }
        : { ...CAME, finalUrl: `http://blog.test${path}` }
    const url = `http://blog.test/refreshing?${encodeURIComponent(content)}`
    return page(name, REFRESH, refresh(content), facts, {
      url,
      also: { ...THERE, 'http://blog.test/url': ARRIVED },
    })
  }),
  ...IN.map(([name, where, counts]) =>
    page(
      `a meta refresh ${name}`,
      WHERE,
      refresh('0;url=/arrived', where),
      counts ? CAME : { failure: null, redirects: [], linked: false },
      { also: THERE },
    ),
  ),
  ...['0; url=/arrived', '0;/arrived', "0;URL='/arrived'", '0, url=http://blog.test/arrived'].map((value) =>
    page(
      `a Refresh header of ${value}`,
      REFRESH_HEADER,
      { headers: [['Refresh', value]], body: `${POST}` },
      CAME,
      { also: THERE },
    ),
  ),
  ...['5; url=/arrived', '10', 'url=/arrived'].map((value) =>
    page(
      `a Refresh header of ${value}`,
      REFRESH_HEADER,
      { headers: [['Refresh', value]], body: `${POST}${LINK}` },
      { linked: true, redirects: [] },
      { also: THERE },
    ),
  ),
  page(
    'the first of two refreshes counts',
    FIRST,
    refresh('0;url=/arrived', (meta) => `${meta}<meta http-equiv=refresh content="0;url=/elsewhere">`),
    CAME,
    { also: THERE },
  ),
  page(
    'a later refresh before an immediate one',
    FIRST,
    refresh('0;url=/arrived', (meta) => `<meta http-equiv=refresh content="9;url=/elsewhere">${meta}`),
    { linked: false, redirects: [] },
    { also: THERE },
  ),
  page(
    'a refresh nobody can read before one that can be read',
    FIRST,
    refresh('0;url=/arrived', (meta) => `<meta http-equiv=refresh content="soon">${meta}`),
    CAME,
    { also: THERE },
  ),
  page(
    'a refresh and a base',
    `${REFRESH}: parsed relative to the document`,
    refresh('0;url=arrived', (meta) => `<base href="http://blog.test/">${meta}`),
    CAME,
    { also: THERE, url: 'http://blog.test/deep/deeper/refresh' },
  ),
  page(
    'a refresh to a part of the page',
    `${REFRESH}; HTML standard, 7.4.2: a fragment navigation loads nothing`,
    refresh('0; url=#top') + LINK,
    { linked: true, failure: null, reachable: true },
  ),
  page('a refresh to a refresh', FINAL, refresh('0;url=/again'), CAME, {
    also: { ...THERE, 'http://blog.test/again': refresh('0;url=/arrived') },
  }),
  page(
    'a redirect to a refresh to a redirect',
    FINAL,
    to('/then-refresh', 301),
    {
      ...CAME,
      redirects: [
        { url: 'http://blog.test/a-redirect-to-a-refresh-to-a-redirect', status: 301 },
        { url: 'http://blog.test/then-refresh', status: 200 },
        { url: 'http://blog.test/then-redirect', status: 308 },
      ],
    },
    {
      also: {
        ...THERE,
        'http://blog.test/then-refresh': refresh('0;url=/then-redirect'),
        'http://blog.test/then-redirect': to('/arrived', 308),
      },
    },
  ),
  page('a refresh to a private address', SAFETY, refresh('0;url=http://192.168.0.1/'), {
    failure: 'blocked-address',
    linked: null,
  }),
  page(
    'a redirect without Location',
    `${LOCATION}: none, so the answer is the answer`,
    { status: 302, body: `${POST}` },
    { httpStatus: 302, reachable: false, linked: { not: false } },
  ),
  page(
    'a redirect to an address nobody can read',
    `${LOCATION}: a failure is a network error`,
    to('http://[x'),
    { reachable: false, linked: { not: false }, lost: { not: true } },
    { ask: { previously: 'linked' } },
  ),
  page(
    'a created page with a Location',
    STATUSES,
    { status: 201, headers: [['Location', '/arrived']], body: `${POST}${LINK}` },
    { httpStatus: 201, reachable: true, linked: true, redirects: [] },
  ),
  page('a redirect to itself', BOUNDS, to('/a-redirect-to-itself'), {
    failure: 'redirect-loop',
    linked: null,
  }),
  page(
    'a redirect to a part of itself',
    `${BOUNDS}; fragments are not sent`,
    to('/a-redirect-to-a-part-of-itself#x'),
    { failure: 'redirect-loop', linked: null },
  ),
  page(
    'two pages that redirect to each other',
    BOUNDS,
    to('/pong', 301),
    { failure: 'redirect-loop', linked: null },
    { also: { 'http://blog.test/pong': to('/two-pages-that-redirect-to-each-other', 301) } },
  ),
  page(
    'ten redirects',
    BOUNDS,
    to('/ten-1'),
    { ...CAME },
    { also: { ...THERE, ...chain('/ten-', 9, '/arrived') } },
  ),
  page(
    'twelve redirects',
    BOUNDS,
    to('/twelve-1'),
    { failure: 'too-many-redirects', linked: null },
    { also: { ...THERE, ...chain('/twelve-', 11, '/arrived') } },
  ),
  page(
    'a redirect to another site',
    FINAL,
    to('http://other.test/post'),
    { linked: true, finalUrl: 'http://other.test/post' },
    { also: { 'http://other.test/post': ARRIVED } },
  ),
  page(
    'a redirect to https',
    FINAL,
    to('https://blog.test/secure', 301),
    { linked: true, finalUrl: 'https://blog.test/secure' },
    { also: { 'https://blog.test/secure': ARRIVED } },
  ),
  page('a redirect from https to http', FINAL, to('http://blog.test/arrived', 301), CAME, {
    url: 'https://blog.test/insecure',
    also: THERE,
  }),
  page(
    'a redirect to a host in another script',
    'URL standard, 3.3: domain to ASCII',
    to('http://xn--bcher-kva.test/post'),
    { linked: true, finalUrl: 'http://xn--bcher-kva.test/post' },
    { also: { 'http://bücher.test/post': ARRIVED } },
  ),
  page(
    'a redirect with userinfo',
    "VERIFIER.md, Safety: 'userinfo is dropped, never sent'",
    to('http://user:secret@blog.test/arrived'),
    CAME,
    { also: THERE },
  ),
  page(
    'a redirect whose body never ends',
    "Fetch standard, 4.4 HTTP-redirect fetch: nothing waits for a redirect's body",
    {
      raw: 'HTTP/1.1 302 Found\r\nLocation: /arrived\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n<p>Moved',
      after: 'stall',
    },
    CAME,
    { also: THERE },
  ),
  page(
    'a redirect whose body is cut off',
    "Fetch standard, 4.4 HTTP-redirect fetch: nothing waits for a redirect's body",
    {
      raw: 'HTTP/1.1 302 Found\r\nLocation: /arrived\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n<p>Moved',
    },
    CAME,
    { also: THERE },
  ),
  page(
    'an address with a fragment',
    FINAL,
    ARRIVED,
    { linked: true, finalUrl: 'http://blog.test/parts', redirects: [] },
    { url: 'http://blog.test/parts#two' },
  ),
  page(
    'an address with a port of its own',
    FINAL,
    ARRIVED,
    { linked: true, finalUrl: 'http://port.test:8080/post' },
    { url: 'http://port.test:8080/post' },
  ),
]

function chain(path: string, steps: number, end: string): Record<string, Served> {
  return Object.fromEntries(
    Array.from({ length: steps }, (_, at) => [
      `http://blog.test${path}${at + 1}`,
      to(at + 1 === steps ? end : `${path}${at + 2}`),
    ]),
  )
}
