import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeadline } from './read-deadline.ts'
import { momentInZone, offsetMinutes } from './zone-words.ts'

const tuesday = { sentAt: new Date('2028-05-09T14:00:00Z'), timeZone: 'Europe/Berlin' }
const at = (words: string, context = tuesday) =>
  readDeadline(words, context).at?.toISOString().slice(0, 16) ?? null

describe('a deadline', () => {
  it.each([
    ['7:00 PM EST - 12 May', '2028-05-12T23:00'],
    ['12:00 PM EST - 15 January', '2028-01-15T17:00'],
    ['by Friday noon', '2028-05-12T10:00'],
    ['COB tomorrow GMT', '2028-05-10T17:00'],
    ['Friday, May 12th, 2028 at 5 p.m. PT', '2028-05-13T00:00'],
    ['12 May 2028 17:00 CET', '2028-05-12T15:00'],
    ['12 December 2028 17:00 CET', '2028-12-12T16:00'],
    ['2028-05-12 19:00 Europe/London', '2028-05-12T18:00'],
    ['2028-05-12T19:00 UTC', '2028-05-12T19:00'],
    ['2028-05-12 19:00+02:00', '2028-05-12T17:00'],
    ['9am AEST 11/05/2028', '2028-05-10T23:00'],
    ['9am AEDT 11 December 2028', '2028-12-10T22:00'],
    ['5pm NZST Friday', '2028-05-12T05:00'],
    ['noon IST on 12 May', '2028-05-12T06:30'],
    ['tonight', '2028-05-09T16:00'],
    ['today 18:30', '2028-05-09T16:30'],
    ['5pm', '2028-05-09T15:00'],
    ['3pm', '2028-05-10T13:00'],
    ['Tuesday 18:00', '2028-05-09T16:00'],
    ['Tuesday 09:00', '2028-05-16T07:00'],
    ['in 3 days', '2028-05-12T14:00'],
    ['within 24 hours', '2028-05-10T14:00'],
    ['31 May', '2028-05-31T21:59'],
    ['31 April', null],
    ['when it suits you', null],
    ['', null],
  ])('%s', (words, expected) => expect(at(words)).toBe(expected))

  it('reads an abbreviation by the clock of that place on that day, and says so where it matters', () => {
    expect(readDeadline('7pm EST on 12 May', tuesday).doubts.join()).toContain('UTC−4 on that day')
    expect(readDeadline('7pm EST on 12 January', tuesday).doubts).toEqual([])
    expect(readDeadline('7pm BST on 12 January', tuesday).doubts.join()).toContain('letter it would be UTC+1')
    expect(readDeadline('noon GMT on 12 May', tuesday).doubts.join()).toContain('London’s clock')
    expect(readDeadline('noon GMT on 12 January', tuesday).doubts).toEqual([])
    expect(readDeadline('noon IST on 12 May', tuesday).doubts.join()).toContain('Ireland or Israel')
  })

  it('takes no small word for a zone', () => {
    expect(readDeadline('it is best by 5pm', tuesday).zone).toBe('Europe/Berlin')
    expect(readDeadline('5pm est', tuesday).zone).toBe('America/New_York')
    expect(readDeadline('5pm et', tuesday).zone).toBe('America/New_York')
  })

  it('takes the nearest year for a day without one', () => {
    const newYear = { ...tuesday, sentAt: new Date('2028-12-30T10:00:00Z') }
    expect(at('3 January noon UTC', newYear)).toBe('2029-01-03T12:00')
    expect(at('29 February noon UTC')).toBe('2028-02-29T12:00')
  })

  it('never throws, and a moment always comes with how it was read', () => {
    const words = fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          '12',
          'May',
          '5pm',
          'EST',
          'GMT',
          'Friday',
          'next',
          '/',
          ':',
          '30',
          'noon',
          '2028',
          '-',
          'in',
          'days',
        ),
      ),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(words, (some) => {
        const { at: moment, readAs, doubts } = readDeadline(some.join(' '), tuesday)
        if (moment === null) expect(doubts).toHaveLength(1)
        else expect([Number.isNaN(moment.getTime()), readAs.length > 10]).toEqual([false, true])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a clock on a wall', () => {
  it('is found for every hour of a year, but those that summer time skips', () => {
    for (const zone of [
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      '+05:45',
      'UTC',
    ]) {
      for (let day = 0; day < 366; day += 3) {
        const date = new Date(Date.UTC(2028, 0, 1 + day)).toISOString().slice(0, 10)
        const moment = momentInZone(date, 12 * 60 + 7, zone)
        const wall = new Date(moment.getTime() + offsetMinutes(moment, zone) * 60_000).toISOString()
        expect(wall.slice(0, 16)).toBe(`${date}T12:07`)
      }
    }
    expect(momentInZone('2028-03-26', 150, 'Europe/Berlin').toISOString()).toBe('2028-03-26T01:30:00.000Z')
  })
})
