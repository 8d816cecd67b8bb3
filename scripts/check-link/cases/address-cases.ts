import { LINK, type PageCase, POST, page, post } from './page-case.ts'

const SLASHES = 'URL standard, 4.4: special authority slashes and relative slash states'
const STRIPPED = 'URL standard, 4.4: C0 controls and spaces at the ends, tabs and newlines everywhere'
const AUTHORITY = 'URL standard, 4.4 authority state: the last @ ends the userinfo'
const PORT = 'URL standard, 4.4 port state'
const HOST = 'URL standard, 3.5 host parsing: percent-decoded, then domain to ASCII'
const FORBIDDEN = 'URL standard, 3.2: forbidden domain code points are a failure'
const LABELS = "VERIFIER.md: 'domains compare label by label after IDNA'"
const IDNA = 'URL standard, 3.3: domain to ASCII (UTS 46, nontransitional)'
const SCHEME = "VERIFIER.md, linked: 'whose URL is http(s) on a target'"
const RELATIVE = 'URL standard, 4.4 relative state: no scheme means a path'
const ENDS = 'URL standard, 4.4 host state: what ends a host'
const OUR_IDN = { ask: { targets: [{ domain: 'bücher.test', includeSubdomains: true }] } }
const OUR_STRASSE = { ask: { targets: [{ domain: 'straße.test', includeSubdomains: false }] } }
const EXACT_HOST = { ask: { targets: [{ domain: 'acme.test', includeSubdomains: false }] } }

/** An href (as it stands in double quotes) and the address it comes to, or null where that is none of ours. */
const HREFS: readonly (readonly [
  name: string,
  source: string,
  href: string,
  address: string | null,
  more?: Pick<PageCase, 'ask'>,
])[] = [
  [
    'without a slash after the host',
    'URL standard, 4.4: the path of a special URL is never empty',
    'http://acme.test',
    'http://acme.test/',
  ],
  ['https', SCHEME, 'https://acme.test/kit', 'https://acme.test/kit'],
  [
    'scheme and host in capitals',
    `${SCHEME}; URL standard: both are lowercased`,
    'HTTP://ACME.TEST/Kit',
    'http://acme.test/Kit',
  ],
  ['scheme-relative', SLASHES, '//acme.test/kit', 'http://acme.test/kit'],
  ['scheme-relative with three slashes', SLASHES, '///acme.test/kit', 'http://acme.test/kit'],
  ['scheme-relative with five slashes', SLASHES, '/////acme.test/kit', 'http://acme.test/kit'],
  ['scheme-relative with backslashes', SLASHES, '\\\\acme.test\\kit', 'http://acme.test/kit'],
  ['scheme-relative with a slash and a backslash', SLASHES, '/\\acme.test/kit', 'http://acme.test/kit'],
  ['a scheme with backslashes', SLASHES, 'http:\\\\acme.test\\kit', 'http://acme.test/kit'],
  ['a scheme with four slashes', SLASHES, 'http:////acme.test/kit', 'http://acme.test/kit'],
  ['the scheme of the page without slashes is a path', SLASHES, 'http:acme.test/kit', null],
  ['the scheme of the page with one slash is a path', SLASHES, 'http:/acme.test/kit', null],
  ['another scheme without slashes', SLASHES, 'https:acme.test/kit', 'https://acme.test/kit'],
  ['another scheme with one slash', SLASHES, 'https:/acme.test/kit', 'https://acme.test/kit'],
  ['spaces at the ends', STRIPPED, '  http://acme.test/kit  ', 'http://acme.test/kit'],
  ['newlines at the ends', STRIPPED, '\n\thttp://acme.test/kit\n', 'http://acme.test/kit'],
  ['a control character at the start', STRIPPED, '\x01\x1fhttp://acme.test/kit', 'http://acme.test/kit'],
  ['tabs and newlines inside', STRIPPED, 'ht\ttp:\n//ac\tme.te\nst/k\tit', 'http://acme.test/kit'],
  ['a no-break space at the start is part of a path', STRIPPED, '\u00a0http://acme.test/', null],
  ['an ideographic space at the start is part of a path', STRIPPED, '\u3000http://acme.test/', null],
  ['a byte order mark at the start is part of a path', STRIPPED, '\ufeffhttp://acme.test/', null],
  [
    'a space inside the path',
    'URL standard, 4.4 path state',
    'http://acme.test/my kit',
    'http://acme.test/my%20kit',
  ],
  ['a space inside the host', FORBIDDEN, 'http://acme .test/', null],
  ['userinfo before our host', AUTHORITY, 'http://evil.test@acme.test/', 'http://evil.test@acme.test/'],
  ['our host as userinfo', AUTHORITY, 'http://acme.test@evil.test/', null],
  ['our host and port as userinfo', AUTHORITY, 'http://acme.test:80@evil.test/', null],
  ['our host as a password', AUTHORITY, 'http://x:acme.test@evil.test/', null],
  [
    'two at-signs',
    AUTHORITY,
    'http://acme.test@evil.test@acme.test/',
    'http://acme.test%40evil.test@acme.test/',
  ],
  ['our host, encoded slash, at-sign', AUTHORITY, 'http://acme.test%2F@evil.test/', null],
  ['a backslash before the at-sign', ENDS, 'http://evil.test\\@acme.test/', null],
  ['a slash before the at-sign', ENDS, 'http://acme.test/@evil.test/', 'http://acme.test/@evil.test/'],
  ['a hash after our host', ENDS, 'http://acme.test#.evil.test', 'http://acme.test/#.evil.test'],
  ['a question mark after our host', ENDS, 'http://acme.test?.evil.test', 'http://acme.test/?.evil.test'],
  ['a backslash after our host', ENDS, 'http://acme.test\\.evil.test', 'http://acme.test/.evil.test'],
  ['a semicolon after our host', ENDS, 'http://acme.test;.evil.test/', null],
  ['an ampersand after our host', ENDS, 'http://acme.test&.evil.test/', null],
  ['a default port', PORT, 'http://acme.test:80/kit', 'http://acme.test/kit'],
  ['a port with zeros before it', PORT, 'http://acme.test:00080/kit', 'http://acme.test/kit'],
  ['an empty port', PORT, 'http://acme.test:/kit', 'http://acme.test/kit'],
  ['a port of its own', PORT, 'http://acme.test:8080/kit', 'http://acme.test:8080/kit'],
  ['a port above 65535', PORT, 'http://acme.test:65536/', null],
  ['a port of letters', PORT, 'http://acme.test:http/', null],
  ['a colon and our host as a port', PORT, 'http://evil.test:acme.test/', null],
  ['www', LABELS, 'http://www.acme.test/', 'http://www.acme.test/'],
  ['a subdomain of a subdomain', LABELS, 'http://a.b.acme.test/', 'http://a.b.acme.test/'],
  ['www where subdomains are not wanted', LABELS, 'http://www.acme.test/', null, EXACT_HOST],
  ['our host where subdomains are not wanted', LABELS, 'http://acme.test/', 'http://acme.test/', EXACT_HOST],
  ['our host as the beginning of another', LABELS, 'http://acme.test.evil.test/', null],
  ['our host as the end of another label', LABELS, 'http://notacme.test/', null],
  ['our host after a hyphen', LABELS, 'http://get-acme.test/', null],
  ['our name in another ending', LABELS, 'http://acme.test.com/', null],
  ['our first label alone', LABELS, 'http://acme/', null],
  [
    'our host with a root dot',
    `${LABELS}; RFC 1034, section 3.1: a root dot changes no name`,
    'http://acme.test./kit',
    'http://acme.test./kit',
  ],
  ['a percent-encoded letter in the host', HOST, 'http://%61cme.test/', 'http://acme.test/'],
  ['a percent-encoded dot in the host', HOST, 'http://acme%2Etest/', 'http://acme.test/'],
  ['a percent-encoded slash in the host', FORBIDDEN, 'http://acme.test%2F.evil.test/', null],
  ['a percent-encoded NUL in the host', FORBIDDEN, 'http://acme.test%00/', null],
  ['a percent-encoded at-sign in the host', FORBIDDEN, 'http://evil.test%40acme.test/', null],
  ['a caret in the host', FORBIDDEN, 'http://acme.test^/', null],
  ['fullwidth letters', IDNA, 'http://ａｃｍｅ.ｔｅｓｔ/', 'http://acme.test/'],
  ['an ideographic full stop', IDNA, 'http://acme。test/', 'http://acme.test/'],
  ['a soft hyphen in the host', IDNA, 'http://ac\u00adme.test/', 'http://acme.test/'],
  ['a zero-width space in the host', IDNA, 'http://ac\u200bme.test/', 'http://acme.test/'],
  ['a Cyrillic letter that looks like ours', IDNA, 'http://асme.test/', null],
  ['a Latin letter with a dot below', IDNA, 'http://ạcme.test/', null],
  [
    'an internationalised host in letters',
    IDNA,
    'http://bücher.test/',
    'http://xn--bcher-kva.test/',
    OUR_IDN,
  ],
  [
    'an internationalised host in Punycode',
    IDNA,
    'http://XN--BCHER-KVA.test/',
    'http://xn--bcher-kva.test/',
    OUR_IDN,
  ],
  [
    'an internationalised host, its accent apart',
    IDNA,
    'http://bu\u0308cher.test/',
    'http://xn--bcher-kva.test/',
    OUR_IDN,
  ],
  [
    'an internationalised host in capitals',
    IDNA,
    'http://BÜCHER.test/',
    'http://xn--bcher-kva.test/',
    OUR_IDN,
  ],
  [
    'an internationalised host, percent-encoded',
    IDNA,
    'http://b%C3%BCcher.test/',
    'http://xn--bcher-kva.test/',
    OUR_IDN,
  ],
  ['an internationalised host without its accent', IDNA, 'http://bucher.test/', null, OUR_IDN],
  ['a sharp s stays a sharp s', IDNA, 'http://straße.test/', 'http://xn--strae-oqa.test/', OUR_STRASSE],
  ['a sharp s is not two s', IDNA, 'http://strasse.test/', null, OUR_STRASSE],
  ['a path that looks like a host', RELATIVE, 'acme.test/kit', null],
  ['www without a scheme', RELATIVE, 'www.acme.test', null],
  ['our address in a query', RELATIVE, '?u=http://acme.test/', null],
  ['our address in a fragment', RELATIVE, '#http://acme.test/', null],
  ['our address in a path', RELATIVE, '/http://acme.test/', null],
  ['our address after another', SCHEME, 'http://other.test/http://acme.test/', null],
  ['ftp', SCHEME, 'ftp://acme.test/', null],
  ['mailto', SCHEME, 'mailto:hello@acme.test', null],
  ['javascript', SCHEME, "javascript:location='http://acme.test/'", null],
  ['data', SCHEME, 'data:text/html,http://acme.test/', null],
  ['view-source', SCHEME, 'view-source:http://acme.test/', null],
  ['blob', SCHEME, 'blob:http://acme.test/1', null],
  ['ws', SCHEME, 'ws://acme.test/', null],
  ['android-app', SCHEME, 'android-app://shop/http/acme.test/', null],
  ['httpss', SCHEME, 'httpss://acme.test/', null],
  ['http with a space before the colon', RELATIVE, 'http ://acme.test/', null],
  ['an IPv6 host with our name after it', FORBIDDEN, 'http://[::1]acme.test/', null],
  ['no host at all', 'URL standard, 4.4: a special URL needs a host', 'http:///', null],
]

const BASE = 'HTML standard, 4.2.3 base and 2.4.1: the first base with an href'
const FALLBACK = 'HTML standard, 2.4.1: the fallback base URL'
const RELATIVE_LINK = '<a href="kit">kit</a>'
const BASES: readonly (readonly [name: string, source: string, html: string, address: string | null])[] = [
  [
    'a base of ours',
    BASE,
    `<base href="http://acme.test/shop/">${RELATIVE_LINK}`,
    'http://acme.test/shop/kit',
  ],
  [
    'a base of ours without a slash',
    BASE,
    `<base href="http://acme.test/shop">${RELATIVE_LINK}`,
    'http://acme.test/kit',
  ],
  ['a base after the link', BASE, `${RELATIVE_LINK}<base href="http://acme.test/">`, 'http://acme.test/kit'],
  [
    'a base without href before one with',
    BASE,
    `<base target=_blank><base href="http://acme.test/">${RELATIVE_LINK}`,
    'http://acme.test/kit',
  ],
  [
    'a base elsewhere before ours',
    BASE,
    `<base href="http://other.test/"><base href="http://acme.test/">${RELATIVE_LINK}`,
    null,
  ],
  [
    'a base nobody can read before ours',
    FALLBACK,
    `<base href="http://[x"><base href="http://acme.test/">${RELATIVE_LINK}`,
    null,
  ],
  [
    'a base of data before ours',
    FALLBACK,
    `<base href="data:,x"><base href="http://acme.test/">${RELATIVE_LINK}`,
    null,
  ],
  [
    'a base of javascript before ours',
    FALLBACK,
    `<base href="javascript:1"><base href="http://acme.test/">${RELATIVE_LINK}`,
    null,
  ],
  ['a base in a comment', BASE, `<!-- <base href="http://acme.test/"> -->${RELATIVE_LINK}`, null],
  [
    'a base in a template',
    BASE,
    `<template><base href="http://acme.test/"></template>${RELATIVE_LINK}`,
    null,
  ],
  ['a base in an SVG', BASE, `<svg><base href="http://acme.test/"></base></svg>${RELATIVE_LINK}`, null],
  [
    'a base in a noscript of the body',
    'HTML standard, 13.2.6.4.7: noscript is RAWTEXT where scripts run',
    `<noscript><base href="http://acme.test/"></noscript>${RELATIVE_LINK}`,
    null,
  ],
  [
    'a base in a shadow root',
    `${BASE}, in tree order of the document`,
    `<div><template shadowrootmode=open><base href="http://acme.test/"></template></div>${RELATIVE_LINK}`,
    null,
  ],
  [
    'a base in a textarea',
    BASE,
    `<textarea><base href="http://acme.test/"></textarea>${RELATIVE_LINK}`,
    null,
  ],
  ['a scheme-relative base', BASE, `<base href="//acme.test/a/b">${RELATIVE_LINK}`, 'http://acme.test/a/kit'],
  ['a base in an attribute', BASE, `<p title='<base href="http://acme.test/">'></p>${RELATIVE_LINK}`, null],
  [
    'a base elsewhere and a whole address',
    BASE,
    `<base href="http://other.test/">${LINK}`,
    'http://acme.test/kit',
  ],
  [
    'a base elsewhere and a scheme-relative address',
    BASE,
    '<base href="https://other.test/"><a href="//acme.test/kit">kit</a>',
    'https://acme.test/kit',
  ],
  [
    'a base with a query and an empty href',
    BASE,
    '<base href="http://acme.test/x?y"><a href="">kit</a>',
    'http://acme.test/x?y',
  ],
  [
    'a base that climbs',
    BASE,
    '<base href="http://acme.test/a/b/c"><a href="../../../../kit">kit</a>',
    'http://acme.test/kit',
  ],
]

/** What an href comes to, and whether that is ours. */
export const ADDRESS_CASES: readonly PageCase[] = [
  ...HREFS.map(([name, source, href, address, more]) =>
    post(`href: ${name}`, source, `<a href="${href}">kit</a>`, factsOf(address), more),
  ),
  ...BASES.map(([name, source, html, address]) => post(name, source, html, factsOf(address))),
  page(
    'a base in the middle of the head of a page on our own site',
    `${BASE}; ${LABELS}`,
    `<!doctype html><title>x</title><base href="http://other.test/">${POST}${RELATIVE_LINK}`,
    { linked: false },
    { url: 'http://blog.acme.test/post' },
  ),
  page(
    'a relative link on a page of our own site',
    LABELS,
    `<!doctype html><title>x</title>${POST}${RELATIVE_LINK}`,
    { linked: true, resolvedUrl: 'http://blog.acme.test/kit' },
    { url: 'http://blog.acme.test/other' },
  ),
  page(
    'a scheme-relative link on a page of https',
    SLASHES,
    `<!doctype html><title>x</title>${POST}<a href="//acme.test/kit">kit</a>`,
    { linked: true, resolvedUrl: 'https://acme.test/kit' },
    { url: 'https://blog.test/scheme-relative' },
  ),
  page(
    'the scheme of a page of https without slashes is a path',
    SLASHES,
    `<!doctype html><title>x</title>${POST}<a href="https:acme.test/">kit</a>`,
    { linked: false },
    { url: 'https://blog.test/no-slashes' },
  ),
]

function factsOf(address: string | null): PageCase['facts'] {
  return address === null
    ? { linked: false, linkCount: 0 }
    : { linked: true, linkCount: 1, resolvedUrl: address }
}
