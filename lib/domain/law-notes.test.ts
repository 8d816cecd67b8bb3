import { describe, expect, it } from 'vitest'
import { COUNTRY_CODES } from './countries.ts'
import { lawAdvice, NOT_LEGAL_ADVICE } from './law-notes.ts'

const wordsOf = (country: string | null, writesAs = 'unknown') => {
  const { line, notes } = lawAdvice({ country, writesAs })
  return [line, ...notes.map(({ law, words }) => `${law}: ${words}`)].join('\n')
}

describe('the notes on the law', () => {
  it.each<[string | null, RegExp, RegExp]>([
    ['US', /no exception between companies/, /postal address/],
    ['US', /30 days/, /10 business days/],
    ['CA', /Consent comes first/, /for the sender to prove/],
    ['CA', /60 days/, /10 business days/],
    ['NZ', /section 9/, /5 working days/],
    ['AU', /from memory/, /look it up/i],
    ['GB', /Sole traders/, /UK GDPR/],
    ['FR', /profession/, /Article 14/],
    ['DE', /consent/, /Look it up/],
    ['AT', /within a month/, /Article 21/],
    ['NO', /Article 14/, /Article 21/],
    [null, /strictest/, /no unsolicited mail/],
    ['BR', /no note/, /Look them up/],
  ])('for %s say %s', (country, one, other) => {
    for (const words of [one, other]) expect(wordsOf(country)).toMatch(words)
  })

  it('take it that a person in the United Kingdom writes for themselves until it is known otherwise', () => {
    expect(wordsOf('GB', 'self')).toBe(wordsOf('GB', 'unknown'))
    expect(wordsOf('GB', 'self')).toMatch(/consent first/)
    expect(wordsOf('GB', 'company')).not.toMatch(/Sole traders/)
  })

  it.each([...COUNTRY_CODES])('never give %s a green light', (country) => {
    for (const writesAs of ['company', 'self', 'unknown']) {
      expect(wordsOf(country, writesAs)).not.toMatch(
        /you may write|you can write|it is fine|is legal|no problem|✓|✔/i,
      )
    }
  })

  it('each have a source and a date, and those without one are worded as something to look up', () => {
    for (const country of COUNTRY_CODES) {
      for (const { words, source, notedOn } of lawAdvice({ country, writesAs: 'unknown' }).notes) {
        expect(notedOn).toMatch(/^20\d\d-\d\d$/)
        if (source.url === null) expect(words).toMatch(/look it up/i)
        else expect(source.url).toMatch(/^https?:\/\//)
      }
    }
    expect(NOT_LEGAL_ADVICE).toMatch(/not legal advice, and never a green light/)
  })
})
