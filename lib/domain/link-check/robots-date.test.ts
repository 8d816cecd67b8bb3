import { describe, expect, it } from 'vitest'
import { parseRobotsDate } from './robots-date.ts'

const utc = (...parts: [number, number, number, number?, number?, number?]) => Date.UTC(...parts)

describe('a date of unavailable_after', () => {
  it.each<[string, number]>([
    ['25 Jun 2010 15:00:00 PST', utc(2010, 5, 25, 23)],
    ['Fri, 25 Jun 2010 15:00:00 GMT', utc(2010, 5, 25, 15)],
    ['25 Jun 10 15:00 UT', utc(2010, 5, 25, 15)],
    ['25 Jun 2010 15:00:00 +0200', utc(2010, 5, 25, 13)],
    ['25 Jun 2010 15:00:00 -0330', utc(2010, 5, 25, 18, 30)],
    ['Saturday, 25-Aug-07 15:00:00 UTC', utc(2007, 7, 25, 15)],
    ['25-Aug-2007 15:00:00 EST', utc(2007, 7, 25, 20)],
    ['25-Aug-2007 15:00:00 CEST', utc(2007, 7, 25, 13)],
    ['25-Aug-2007 15:00:00 (CET)', utc(2007, 7, 25, 14)],
    ['25 Aug 2007 15:00:00 AEST', utc(2007, 7, 25, 5)],
    ['25 Aug 2007 15:00:00 JST', utc(2007, 7, 25, 6)],
    ['25 Aug 2007 15:00:00 NZDT', utc(2007, 7, 25, 2)],
    ['25 Aug 2007 15:00:00 BST', utc(2007, 7, 25, 14)],
    ['1 January 2030 00:00:00 GMT', utc(2030, 0, 1)],
    ['June 25, 2010 15:00:00 GMT', utc(2010, 5, 25, 15)],
    ['2020-09-21T10:00:00Z', utc(2020, 8, 21, 10)],
    ['2020-09-21T10:00:00.250+02:00', utc(2020, 8, 21, 8)],
    ['20200921T100000Z', utc(2020, 8, 21, 10)],
    ['"2020-09-21T10:00Z"', utc(2020, 8, 21, 10)],
  ])('%s', (text, at) => {
    expect(parseRobotsDate(text)).toEqual({ at, zoneIsKnown: true })
  })

  it.each<[string, number]>([
    ['2090-01-01', utc(2090, 0, 1)],
    ['2020-09-21 10:00:00', utc(2020, 8, 21, 10)],
    ['25 Jun 2010 15:00:00', utc(2010, 5, 25, 15)],
    ['25 Jun 2010 15:00:00 XYZ', utc(2010, 5, 25, 15)],
    ['25 Jun 2010', utc(2010, 5, 25)],
  ])('says that it does not know the zone of %s', (text, at) => {
    expect(parseRobotsDate(text)).toEqual({ at, zoneIsKnown: false })
  })

  it.each(['nobody knows', '', '2020', '25 Xyz 2010', '2020-13-45', '25 Jun', 'tomorrow 10:00'])(
    '%s is none',
    (text) => {
      expect(parseRobotsDate(text)).toBeNull()
    },
  )
})
