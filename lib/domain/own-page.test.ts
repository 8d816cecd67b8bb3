import { describe, expect, it } from 'vitest'
import { NOTHING_KNOWN } from './own-look.ts'
import { type OwnPageStanding, type OwnPageState, ownPageAfterLook } from './own-page.ts'

const URL_OF_PAGE = 'https://fernway.shop/tents'
const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour))
const DAY_MS = 86_400_000

type Facts = Partial<typeof NOTHING_KNOWN>
const HERE: Facts = {
  ...NOTHING_KNOWN,
  reachable: true,
  httpStatus: 200,
  finalUrl: URL_OF_PAGE,
  botWall: false,
  gone: false,
  soft404: false,
  noindex: false,
  googlebotAllowed: true,
}
const DOWN: Facts = { ...NOTHING_KNOWN, failure: 'refused' }

const unseen: OwnPageStanding = {
  state: 'not-looked',
  sentence: '',
  finalUrl: null,
  httpStatus: null,
  stateSince: null,
  failedInRow: 0,
  failingSince: null,
}
const fine: OwnPageStanding = { ...unseen, state: 'fine', sentence: 'Fine.', stateSince: at(1) }

function look(before: OwnPageStanding, facts: Facts, when = at(4), jitter = 0) {
  return ownPageAfterLook(URL_OF_PAGE, before, { ...NOTHING_KNOWN, ...facts }, when, jitter)
}

describe('one look that can tell', () => {
  it.each<[string, Facts, OwnPageState]>([
    ['fine', {}, 'fine'],
    ['fine with another scheme, "www." or slash', { finalUrl: 'http://www.fernway.shop/tents/' }, 'fine'],
    [
      'fine where it was cut off before its end',
      { reachable: false, truncated: true, noindex: null },
      'fine',
    ],
    ['fine where nobody can say what robots.txt says', { googlebotAllowed: null }, 'fine'],
    ['gone at 404', { httpStatus: 404, gone: true, reachable: false }, 'gone'],
    ['gone at 410', { httpStatus: 410, gone: true, reachable: false }, 'gone'],
    ['gone where it says "not found" with 200', { soft404: true }, 'gone'],
    [
      'gone where it leads to a page that is',
      { httpStatus: 404, gone: true, finalUrl: 'https://fernway.shop/new' },
      'gone',
    ],
    ['leading elsewhere', { finalUrl: 'https://fernway.shop/' }, 'redirects'],
    ['leading elsewhere before noindex', { finalUrl: 'https://fernway.shop/', noindex: true }, 'redirects'],
    ['kept from search engines by noindex', { noindex: true }, 'noindex'],
    ['kept from search engines by robots.txt', { googlebotAllowed: false }, 'noindex'],
  ])('calls a page %s', (_claim, facts, state) => {
    const after = look(unseen, { ...HERE, ...facts })
    expect(after).toMatchObject({ state, stateSince: at(4), failedInRow: 0 })
    expect(after.sentence).not.toBe('')
  })

  it('keeps since when it has been so', () => {
    expect(look(fine, HERE).stateSince).toEqual(at(1))
    expect(look(fine, { ...HERE, noindex: true }).stateSince).toEqual(at(4))
  })

  it('does not take back a noindex it could not read this time', () => {
    const hidden: OwnPageStanding = { ...fine, state: 'noindex' }
    expect(look(hidden, { ...HERE, noindex: null }).state).toBe('noindex')
    expect(look(hidden, HERE).state).toBe('fine')
  })

  it('says where it leads', () => {
    const after = look(fine, { ...HERE, finalUrl: 'https://fernway.shop/shelters' })
    expect(after.sentence).toContain('https://fernway.shop/shelters')
  })
})

describe('a wall', () => {
  it.each<[string, Facts]>([
    ['a challenge', { ...HERE, httpStatus: 503, botWall: true }],
    ['a 403', { ...NOTHING_KNOWN, httpStatus: 403 }],
    ['a 429', { ...NOTHING_KNOWN, httpStatus: 429 }],
    ['robots.txt', { ...NOTHING_KNOWN, forbiddenByRobots: true }],
    ['a login in place of the page', { ...HERE, instead: 'login' }],
  ])('(%s) changes nothing, and is never called gone', (_claim, facts) => {
    expect(look(fine, facts)).toMatchObject({ state: 'fine', sentence: 'Fine.', failedInRow: 0 })
    const first = look(unseen, facts)
    expect(first.state).toBe('not-looked')
    expect(first.sentence).not.toBe('')
  })

  it('breaks a row of failures: somebody is there', () => {
    expect(
      look({ ...fine, failedInRow: 2, failingSince: at(1) }, { ...NOTHING_KNOWN, httpStatus: 403 }),
    ).toMatchObject({ state: 'fine', failedInRow: 0, failingSince: null })
  })
})

describe('a page nobody answers for', () => {
  it('is unreachable at the third look in a row, a day after the first', () => {
    const first = look(fine, DOWN, at(4))
    const second = look(first, DOWN, at(5))
    const third = look(second, DOWN, at(6))
    expect([first, second, third].map(({ state }) => state)).toEqual(['fine', 'fine', 'unreachable'])
    expect(third).toMatchObject({ stateSince: at(6), failedInRow: 3, failingSince: at(4) })
  })

  it('is not unreachable after many looks within a day', () => {
    let standing = fine
    for (let hour = 0; hour < 23; hour += 1) standing = look(standing, DOWN, at(4, hour))
    expect(standing).toMatchObject({ state: 'fine', failedInRow: 23 })
    expect(look(standing, DOWN, at(5, 0)).state).toBe('unreachable')
  })

  it('begins anew when it answered in between', () => {
    const twice = look(look(fine, DOWN, at(4)), DOWN, at(5))
    const answered = look(twice, HERE, at(6))
    expect(answered).toMatchObject({ state: 'fine', failedInRow: 0, failingSince: null })
    expect(look(answered, DOWN, at(7))).toMatchObject({ state: 'fine', failedInRow: 1 })
  })

  it.each<[string, Facts]>([
    ['5xx', { ...NOTHING_KNOWN, httpStatus: 502 }],
    ['no name', { ...NOTHING_KNOWN, failure: 'dns' }],
    ['circles', { ...NOTHING_KNOWN, failure: 'redirect-loop', httpStatus: 302 }],
    ['a parked name', { ...HERE, instead: 'parked' }],
  ])('counts %s', (_claim, facts) => {
    expect(look(fine, facts).failedInRow).toBe(1)
  })
})

describe('the next look', () => {
  const days = (standing: { nextLookAt: Date }) => (standing.nextLookAt.getTime() - at(4).getTime()) / DAY_MS
  it.each<[string, OwnPageStanding, Facts, number]>([
    ['a week where all is well', fine, HERE, 7],
    ['a week where a wall keeps us out', unseen, { ...NOTHING_KNOWN, httpStatus: 403 }, 7],
    ['a day where it is gone', fine, { ...HERE, gone: true, httpStatus: 404 }, 1],
    ['a day where nobody answered', fine, DOWN, 1],
    [
      'a day where a wall hides what was gone',
      { ...fine, state: 'gone' },
      { ...NOTHING_KNOWN, httpStatus: 403 },
      1,
    ],
  ])('comes after %s', (_claim, before, facts, expected) => {
    expect(days(look(before, facts))).toBe(expected)
  })

  it('is spread by up to a tenth', () => {
    expect(days(look(fine, HERE, at(4), 1))).toBeCloseTo(7.7)
  })
})
