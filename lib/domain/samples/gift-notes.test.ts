import { describe, expect, it } from 'vitest'
import { COUNTRY_CODES } from '../countries.ts'
import { findDisclosures } from '../link-check/disclosure.ts'
import { giftAdvice } from './gift-notes.ts'

describe('notes on gifts', () => {
  it.each([
    ['US', /FTC/],
    ['GB', /CMA/],
    ['NZ', /Advertising Standards Authority/],
    ['AU', /AANA/],
    ['DE', /European Union/],
    ['IS', /European Union/],
    ['PT', /European Union/],
  ])('are those of the reader’s country: %s', (country, law) => {
    expect(giftAdvice(country).notes.some((note) => law.test(note.law))).toBe(true)
  })

  it('are the strictest ones where the country is not known', () => {
    const { where, notes, wording } = giftAdvice(null)
    expect(where).toBe('Country not known')
    expect(notes.map(({ law }) => law).join()).toMatch(/United Kingdom.*New Zealand/)
    expect(wording).toMatch(/^Ad/)
    expect(giftAdvice('').where).toBe('Country not known')
  })

  it('say so where there is no note on a country', () => {
    expect(giftAdvice('JP').line).toBe(
      'Japan: we have no note on its rules. That readers are told of a gift is right anywhere.',
    )
  })

  it('end with what search engines ask, wherever it goes', () => {
    for (const country of [null, ...COUNTRY_CODES])
      expect(giftAdvice(country).notes.at(-1)?.law).toMatch(/Google/)
  })

  it('carry a source, or say that they have none, and never sound like permission', () => {
    for (const country of [null, ...COUNTRY_CODES]) {
      const { line, wording, notes } = giftAdvice(country)
      for (const { words, source } of notes) {
        if (source.url === null) expect(words).toMatch(/look it up/i)
        else expect(source.url).toMatch(/^https:/)
        expect(words).not.toMatch(/\ballowed\b|!|legal advice/)
      }
      expect(`${line}${wording}`).not.toMatch(/!|undefined/)
    }
  })

  it.each(['US', 'GB', 'NZ', 'AU', 'DE', 'FR'])(
    'offer words that a look at the page knows again: %s',
    (country) => {
      const told = giftAdvice(country).wording.replace('…', 'Fernway')
      expect(findDisclosures(`The bag held. ${told}`).length + findDisclosures(told).length).toBeGreaterThan(
        0,
      )
    },
  )
})
