import { describe, expect, it } from 'vitest'
import { currentPlace } from './current-place.ts'

const places = [
  '/w/fern',
  '/w/fern/contributions',
  '/w/fern/prospects',
  '/w/fern/settings',
  '/w/fern/settings/members',
]

describe('currentPlace', () => {
  it.each([
    ['/w/fern', '/w/fern'],
    ['/w/fern/prospects', '/w/fern/prospects'],
    ['/w/fern/prospects/12/edit', '/w/fern/prospects'],
    ['/w/fern/insights/12', '/w/fern/contributions'],
    ['/w/fern/settings/members', '/w/fern/settings/members'],
    ['/w/fern/settings/mailboxes', '/w/fern/settings'],
  ])('puts %s in %s', (pathname, place) => {
    expect(currentPlace(places, pathname)).toBe(place)
  })

  it('does not take a name that merely begins alike for the same place', () => {
    expect(currentPlace(['/w/fern/pitch'], '/w/fern/pitches')).toBeUndefined()
  })

  it('knows no place for a page outside all of them', () => {
    expect(currentPlace(places, '/account')).toBeUndefined()
  })
})
