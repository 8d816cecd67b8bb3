import type { LinkFacts } from '#lib/domain/link-check/link-facts.ts'
import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const LOST = "VERIFIER.md, lost: 'the page is readable and the link is certainly not in it'"
const ORDER = 'VERIFIER.md, Verdicts: the first that applies'
const WRONG =
  "VERIFIER.md, linked-wrong-page: 'the page of yours it leads to is broken, or not the one hoped for'"
const HOME = `${LOST}; Google, soft 404: a page that was moved to the home page is not there any more`
const ONLY = "VERIFIER.md, lost: 'only with previously'"

const BEFORE = { ask: { previously: 'linked' as const } }
const NAMED = '<p>Boots by Acme.</p>'

const SAFETY = 'VERIFIER.md, Safety: what is opened at all; failure'

/** Addresses that are not even asked for. The table of names lists none of them. */
const NOT_OPENED: readonly (readonly [url: string, failure: NonNullable<LinkFacts['failure']>])[] = [
  ['http://127.0.0.1/', 'blocked-address'],
  ['http://127.1/', 'blocked-address'],
  ['http://2130706433/', 'blocked-address'],
  ['http://0x7f000001/', 'blocked-address'],
  ['http://0177.0.0.1/', 'blocked-address'],
  ['http://①②⑦.0.0.1/', 'blocked-address'],
  ['http://[::1]/', 'blocked-address'],
  ['http://[::ffff:10.0.0.1]/', 'blocked-address'],
  ['http://[64:ff9b::a9fe:a9fe]/', 'blocked-address'],
  ['http://169.254.169.254/latest/meta-data/', 'blocked-address'],
  ['http://user:pass@192.168.1.1/', 'blocked-address'],
  ['http://blog.test:22/', 'blocked-port'],
  ['https://blog.test:25/', 'blocked-port'],
  ['http://blog.test:6000/', 'blocked-port'],
  ['ftp://blog.test/', 'bad-scheme'],
  ['file:///etc/passwd', 'bad-scheme'],
  ['javascript:alert(1)', 'bad-scheme'],
  ['data:text/html,<a href=http://acme.test/>kit</a>', 'bad-scheme'],
  ['not an address', 'bad-scheme'],
  ['', 'bad-scheme'],
]

/** What the facts of one look come to. */
export const OUTCOME_CASES: readonly PageCase[] = [
  ...NOT_OPENED.map(([url, failure]) =>
    page(
      `not opened: ${url}`,
      SAFETY,
      null,
      {
        failure,
        reachable: false,
        httpStatus: null,
        linked: null,
        mentioned: null,
        lost: null,
        redirects: [],
      },
      { ...BEFORE, url, verdict: 'could-not-check' },
    ),
  ),
  post(
    'a link that was there and is not',
    LOST,
    '<p>No link.</p>',
    { linked: false, lost: true },
    { ...BEFORE, verdict: 'lost' },
  ),
  post(
    'a link that was there, and the name still is',
    ORDER,
    NAMED,
    { linked: false, mentioned: true, lost: true },
    { ...BEFORE, verdict: 'lost' },
  ),
  post(
    'a link that was there and still is',
    LOST,
    LINK,
    { linked: true, lost: { not: true } },
    { ...BEFORE, verdict: 'linked' },
  ),
  post(
    'a link that was there and is nofollow now',
    LOST,
    '<a href="http://acme.test/" rel=nofollow>kit</a>',
    { linked: true, lost: { not: true } },
    { ...BEFORE, verdict: 'linked-qualified' },
  ),
  post(
    'a link that was there and leads elsewhere now',
    LOST,
    '<a href="http://other.test/">kit</a>',
    { linked: false, lost: true },
    { ...BEFORE, verdict: 'lost' },
  ),
  post(
    'a link that was there and is in a comment now',
    LOST,
    `<!-- ${LINK} -->`,
    { linked: false, lost: true },
    { ...BEFORE, verdict: 'lost' },
  ),
  post(
    'no link and nobody who says there was one',
    ONLY,
    '<p>No link.</p>',
    { linked: false, lost: null },
    { verdict: 'not-mentioned' },
  ),
  post(
    'the name and no link',
    ORDER,
    NAMED,
    { linked: false, mentioned: true, lost: null },
    { verdict: 'mentioned-unlinked' },
  ),
  page(
    'a post that was moved to the home page',
    HOME,
    { status: 301, headers: [['Location', '/']], body: '' },
    { lost: { not: true } },
    {
      ...BEFORE,
      url: 'http://homing.test/2024/05/long-walks/',
      also: { 'http://homing.test/': `<!doctype html><title>Home</title>${POST}` },
    },
  ),
  page(
    'a post that was moved to another address',
    LOST,
    { status: 301, headers: [['Location', '/walks/long']], body: '' },
    { linked: false, lost: true },
    {
      ...BEFORE,
      url: 'http://moving.test/2024/05/long-walks/',
      also: { 'http://moving.test/walks/long': `<!doctype html><title>Long walks</title>${POST}` },
      verdict: 'lost',
    },
  ),
  page(
    'a redirect to a page that is gone',
    ORDER,
    { status: 301, headers: [['Location', '/no-more']], body: '' },
    {
      gone: true,
      httpStatus: 404,
      linked: null,
      lost: null,
      reachable: false,
      finalUrl: 'http://blog.test/no-more',
    },
    { ...BEFORE, verdict: 'page-gone' },
  ),
  page(
    'a redirect to a sign-in',
    LOST,
    { status: 302, headers: [['Location', '/login?next=%2Fpost']], body: '' },
    { lost: { not: true } },
    {
      ...BEFORE,
      also: {
        'http://blog.test/login?next=%2Fpost':
          '<!doctype html><title>Log in</title><h1>Log in</h1><form method=post><label>Name <input name=u></label><label>Password <input type=password name=p></label><button>Log in</button></form>',
      },
    },
  ),
  page(
    'an address of IPv4 that is listed',
    'VERIFIER.md, --hosts: a pair listed there is connected to as given',
    `<!doctype html><title>x</title>${POST}${LINK}`,
    { linked: true, finalUrl: 'http://93.184.216.34/post' },
    { url: 'http://93.184.216.34/post', verdict: 'linked' },
  ),
  page(
    'an address of IPv6 that is listed',
    'VERIFIER.md, --hosts: a pair listed there is connected to as given',
    `<!doctype html><title>x</title>${POST}${LINK}`,
    { linked: true, finalUrl: 'http://[2606:4700::1]/post' },
    { url: 'http://[2606:4700::1]/post', verdict: 'linked' },
  ),
  post(
    'the page hoped for',
    ORDER,
    LINK,
    { linked: true, exactUrl: true, targetUrlLinked: true },
    { ask: { targetUrl: 'http://acme.test/kit' }, verdict: 'linked' },
  ),
  post(
    'the page hoped for after 300 others of ours',
    WRONG,
    `${'<a href="http://acme.test/x">x</a> '.repeat(300)}${LINK}`,
    { linked: true, linkCount: 301, targetUrlLinked: true },
    { ask: { targetUrl: 'http://acme.test/kit' }, verdict: 'linked' },
  ),
  post(
    'another page than hoped for',
    WRONG,
    LINK,
    { linked: true, exactUrl: false },
    { ask: { targetUrl: 'http://acme.test/other' }, verdict: 'linked-wrong-page' },
  ),
  post(
    'a page of ours that is gone',
    WRONG,
    '<a href="http://acme.test/dead">kit</a>',
    { linked: true, targetStatus: 404 },
    { also: { 'http://acme.test/dead': { status: 404, body: 'x' } }, verdict: 'linked-wrong-page' },
  ),
  post(
    'a page of ours that is gone for good',
    WRONG,
    '<a href="http://acme.test/gone">kit</a>',
    { linked: true, targetStatus: 410 },
    { also: { 'http://acme.test/gone': { status: 410, body: 'x' } }, verdict: 'linked-wrong-page' },
  ),
  post(
    'a page of ours that moved',
    ORDER,
    '<a href="http://acme.test/old">kit</a>',
    { linked: true, targetStatus: 200 },
    {
      also: {
        'http://acme.test/old': { status: 301, headers: [['Location', '/new']] },
        'http://acme.test/new': '<p>New</p>',
      },
      verdict: 'linked',
    },
  ),
  post(
    'a page of ours that refuses HEAD',
    ORDER,
    '<a href="http://acme.test/no-head">kit</a>',
    { linked: true, targetStatus: 200 },
    {
      also: { 'HEAD http://acme.test/no-head': { status: 404 }, 'http://acme.test/no-head': '<p>Kit</p>' },
      verdict: 'linked',
    },
  ),
  post(
    'a page of ours that cannot be reached just now',
    ORDER,
    '<a href="http://down.acme.test/">kit</a>',
    { linked: true },
    { names: { 'down.acme.test:80': 'closed' }, verdict: 'linked' },
  ),
  post(
    'a broken page of ours before nofollow',
    ORDER,
    '<a href="http://acme.test/dead-too" rel=nofollow>kit</a>',
    { linked: true, followed: false },
    { also: { 'http://acme.test/dead-too': { status: 404, body: 'x' } }, verdict: 'linked-wrong-page' },
  ),
  post(
    'an SVG link on a page nobody may index',
    ORDER,
    '<svg><a href="http://acme.test/kit"><text>kit</text></a></svg><meta name=robots content=noindex>',
    { linked: true, crawlable: false },
    { verdict: 'linked-not-crawlable' },
  ),
  page(
    'noindex before a canonical elsewhere',
    ORDER,
    `<!doctype html><html><head><meta name=robots content=noindex><link rel=canonical href="http://medium.test/y"></head><body>${POST}${LINK}</body></html>`,
    { linked: true, noindex: true },
    { verdict: 'linked-not-indexable' },
  ),
  page(
    'a canonical elsewhere before nofollow',
    ORDER,
    `<!doctype html><html><head><link rel=canonical href="http://medium.test/z"></head><body>${POST}<a href="http://acme.test/kit" rel=nofollow>kit</a></body></html>`,
    { linked: true },
    { verdict: 'linked-elsewhere-canonical' },
  ),
]
