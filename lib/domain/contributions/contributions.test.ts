import { describe, expect, it } from 'vitest'
import { bylineStandings } from './byline-links.ts'
import { CONTRIBUTION_KINDS, provenanceOf } from './contribution-kinds.ts'
import {
  CONTRIBUTION_STATES,
  type ContributionState,
  mayMove,
  movesOf,
  OPEN_STATES,
} from './contribution-states.ts'
import { readFit } from './fit.ts'
import { NO_NEXT_DATE, nextDateOf, nextOnOf } from './next-date.ts'
import { momentAt, recordingInBothZones, timeOfDay } from './recording-time.ts'

describe('where a piece of work may go', () => {
  it.each([
    ['podcast', 'agreed', 'recorded', true],
    ['podcast', 'agreed', 'handed-in', false],
    ['interview', 'agreed', 'recorded', true],
    ['interview', 'agreed', 'handed-in', true],
    ['guest-post', 'agreed', 'recorded', false],
    ['guest-post', 'agreed', 'handed-in', true],
    ['guest-post', 'planned', 'handed-in', false],
    ['directory', 'planned', 'handed-in', true],
    ['roundup', 'published', 'withdrawn', false],
    ['roundup', 'withdrawn', 'planned', true],
    ['roundup', 'withdrawn', 'published', false],
    ['podcast', 'not-used', 'published', true],
  ] as const)('a %s that is %s to %s: %s', (kind, from, to, may) => {
    expect(mayMove(kind, from, to)).toBe(may)
  })

  it('is somewhere, from every state and for every kind', () => {
    const stuck = CONTRIBUTION_KINDS.flatMap((kind) =>
      CONTRIBUTION_STATES.filter((state) => movesOf(kind, state).length === 0).map((state) => [kind, state]),
    )
    expect(stuck).toEqual([])
  })

  it('can always end: what is open can be let go or come out', () => {
    for (const kind of CONTRIBUTION_KINDS)
      for (const state of OPEN_STATES) {
        expect(mayMove(kind, state, 'withdrawn')).toBe(true)
        expect(mayMove(kind, state, 'published')).toBe(true)
      }
  })
})

describe('how its page came about', () => {
  it('is said by its kind, and by money first', () => {
    expect(provenanceOf({ kind: 'podcast', isPaid: false })).toBe('guest')
    expect(provenanceOf({ kind: 'directory', isPaid: false })).toBe('listing')
    expect(provenanceOf({ kind: 'directory', isPaid: true })).toBe('paid-elsewhere')
  })
})

describe('the next date', () => {
  const work = (state: ContributionState, dates: object = {}) => ({
    ...{ state, dueOn: null, recordingAt: null, recordingZone: null, airsOn: null },
    ...dates,
  })

  it('is the first of what is ours to do', () => {
    const both = {
      dueOn: '2026-03-10',
      recordingAt: new Date('2026-03-08T23:30:00Z'),
      recordingZone: 'Asia/Tokyo',
    }
    expect(nextDateOf(work('agreed', both))).toEqual({ date: '2026-03-09', what: 'recording' })
    expect(nextDateOf(work('agreed', { ...both, dueOn: '2026-03-01' }))).toEqual({
      date: '2026-03-01',
      what: 'due',
    })
  })

  it('is the day it should come out, once our part is done', () => {
    const dates = { dueOn: '2026-03-10', airsOn: '2026-04-01' }
    expect(nextDateOf(work('handed-in', dates))).toEqual({ date: '2026-04-01', what: 'airs' })
    expect(nextDateOf(work('planned', { airsOn: '2026-04-01' }))).toBeNull()
  })

  it('is none where it has ended, and stands at the end of a list', () => {
    expect(nextDateOf(work('published', { dueOn: '2026-03-10', airsOn: '2026-04-01' }))).toBeNull()
    expect(nextOnOf(work('withdrawn', { dueOn: '2026-03-10' }))).toBe(NO_NEXT_DATE)
  })
})

describe('the time of a recording', () => {
  it.each([
    ['2026-01-15', '14:30', 'Europe/Dublin', '2026-01-15T14:30:00.000Z'],
    ['2026-07-15', '14:30', 'Europe/Dublin', '2026-07-15T13:30:00.000Z'],
    ['2026-07-15', '00:15', 'Pacific/Auckland', '2026-07-14T12:15:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-29', '03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, moment) => {
    expect(momentAt(date, time, zone)?.toISOString()).toBe(moment)
    expect(timeOfDay(new Date(moment), zone)).toBe(time)
  })

  it.each([
    ['2026-03-29', '02:30', 'Europe/Berlin'],
    ['2026-02-30', '12:00', 'UTC'],
    ['2026-02-20', '24:00', 'UTC'],
    ['2026-02-20', '9:00', 'UTC'],
  ])('%s %s in %s is none', (date, time, zone) => {
    expect(momentAt(date, time, zone)).toBeNull()
  })

  it('is told for both, and once where their clocks agree', () => {
    const moment = new Date('2026-03-03T14:30:00Z')
    expect(recordingInBothZones(moment, 'Europe/Dublin', 'America/New_York')).toEqual([
      'Tuesday, 3 March 2026, 14:30 (Europe/Dublin)',
      'Tuesday, 3 March 2026, 09:30 (America/New York)',
    ])
    expect(recordingInBothZones(moment, 'Europe/Dublin', 'Europe/London')).toHaveLength(1)
  })
})

describe('whether an agreed link is on the page', () => {
  const agreed = ['https://ours.test/about', 'https://ours.test/book']

  it('is seen from the best link, or from all of them', () => {
    const seen = { linked: true, leadsTo: ['https://www.ours.test/about/?utm_source=x'], all: null }
    expect(bylineStandings(agreed, seen).map(({ standing }) => standing)).toEqual(['there', 'cannot-tell'])
    const all = ['https://elsewhere.test/', 'https://ours.test/book#buy']
    expect(bylineStandings(agreed, { ...seen, all }).map(({ standing }) => standing)).toEqual([
      'there',
      'there',
    ])
  })

  it('is a no only where the page was read and has none of ours, or not this one', () => {
    const none = { linked: false, leadsTo: [null], all: null }
    expect(bylineStandings(agreed, none).every(({ standing }) => standing === 'not-there')).toBe(true)
    const open = { linked: null, leadsTo: [null], all: [] }
    expect(bylineStandings(agreed, open).every(({ standing }) => standing === 'cannot-tell')).toBe(true)
    expect(bylineStandings(agreed, null).every(({ standing }) => standing === 'cannot-tell')).toBe(true)
    const other = { linked: true, leadsTo: ['https://ours.test/'], all: ['https://ours.test/'] }
    expect(bylineStandings(agreed, other).every(({ standing }) => standing === 'not-there')).toBe(true)
  })
})

describe('what was ticked', () => {
  it('is read as it was stored, and nonsense is nothing', () => {
    const fit = { listeners: { answer: 'yes', words: 'sailors' } }
    expect(readFit(fit)).toEqual(fit)
    expect(readFit({ listeners: { answer: 'maybe', words: '' } })).toEqual({})
    expect(readFit(null)).toEqual({})
  })
})
