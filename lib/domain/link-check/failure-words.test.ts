import { describe, expect, it } from 'vitest'
import { NOTHING_KNOWN } from '../own-look.ts'
import { failureWords } from './failure-words.ts'
import type { LinkFacts } from './link-facts.ts'
import { FAILURES } from './page-observation.ts'
import { STAND_INS } from './stand-in.ts'

const words = (facts: Partial<LinkFacts>) => failureWords({ ...NOTHING_KNOWN, ...facts })
/** An HTML page that came whole. */
const PAGE: Partial<LinkFacts> = {
  reachable: true,
  httpStatus: 200,
  contentType: 'text/html',
  charset: 'utf-8',
  transient: false,
}

describe('why a page could not be checked', () => {
  it.each<[string, Partial<LinkFacts>, RegExp]>([
    ['a page with a link that could not be followed', PAGE, /link on the page could not be followed/],
    [
      'the same as XHTML',
      { ...PAGE, contentType: 'application/xhtml+xml' },
      /link on the page could not be followed/,
    ],
    [
      'a PDF',
      { ...PAGE, contentType: 'application/pdf', charset: null },
      /is a PDF, which Rapport does not read/,
    ],
    ['a picture', { ...PAGE, contentType: 'image/png', charset: null }, /is not a web page/],
    [
      'a page that was cut off',
      { ...PAGE, reachable: false, truncated: true },
      /could not be read to its end/,
    ],
    ['an empty answer', { ...PAGE, transient: true }, /sent nothing that can be read/],
    ['rules of robots.txt', { forbiddenByRobots: true }, /asks programs like ours not to read this page/],
    ['rules that did not come', { robotsUnavailable: true, transient: true }, /rules .* could not be read/],
    [
      'rules that did not come, though the rule is then not to go',
      { robotsUnavailable: true, forbiddenByRobots: true },
      /rules .* could not be read/,
    ],
    ['a wall', { botWall: true, httpStatus: 403 }, /lets people in, but not programs/],
    ['a refusal', { httpStatus: 403 }, /did not let us see/],
    ['a busy server', { httpStatus: 429, transient: true }, /come back later/],
    ['a server in trouble', { httpStatus: 503, transient: true }, /problem of its own/],
    ['a page to sign in', { ...PAGE, instead: 'login' }, /asks visitors to sign in/],
    ['a wall of cookies', { ...PAGE, instead: 'consent' }, /about cookies/],
    ['a website switched off', { ...PAGE, instead: 'suspended' }, /switched off/],
    ['a page without words', { ...PAGE, instead: 'no-words' }, /without a single word/],
    ['a front page', { ...PAGE, instead: 'front-page' }, /now leads to the front page/],
  ])('%s', (_, facts, sentence) => {
    expect(words(facts).sentence).toMatch(sentence)
  })

  it('says what kept robots.txt from coming', () => {
    expect(words({ robotsUnavailable: true, failureDetail: 'robots.txt 503' }).expert).toContain(
      'robots.txt 503',
    )
  })

  // The codes are those Node 24 gave when it was put before such servers.
  it.each([
    ['CERT_HAS_EXPIRED', 'has run out'],
    ['CERT_NOT_YET_VALID', 'not valid yet'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'of its own making'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'Nobody we know vouches'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'Nobody we know vouches'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'Nobody we know vouches'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'made out to another name'],
    ['CERT_REVOKED', 'has been withdrawn'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'only an old, unsafe kind'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'only an old, unsafe kind'],
    ['ERR_SSL_DH_KEY_TOO_SMALL', 'only an old, unsafe kind'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'does not speak a secure connection'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'does not speak a secure connection'],
    ['ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'does not know a website of this name'],
    ['ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', 'could not be made'],
    ['EPROTO', 'could not be made'],
  ])('tells TLS trouble apart: %s', (failureDetail, sentence) => {
    const told = words({ failure: 'tls', failureDetail })
    expect(told.sentence).toContain(sentence)
    expect(told.expert).toContain(failureDetail)
  })

  it('speaks in plain sentences of everything', () => {
    const all: Partial<LinkFacts>[] = [
      ...FAILURES.map((failure) => ({ failure })),
      ...STAND_INS.map((instead) => ({ ...PAGE, instead })),
      { failure: 'tls', failureDetail: 'CERT_HAS_EXPIRED' },
      { failure: 'tls', failureDetail: null },
      { robotsUnavailable: true },
      PAGE,
      {},
    ]
    for (const facts of all)
      for (const text of Object.values(words(facts))) {
        expect(text).toMatch(/^[A-Z"0-9r].*[.]$/s)
        expect(text).not.toMatch(/!|undefined|null|NaN|failed to|must/)
      }
  })
})
