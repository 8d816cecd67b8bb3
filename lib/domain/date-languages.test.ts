import { describe, expect, it } from 'vitest'
import { DATE_LANGUAGES, dateLanguageAsked, dateLanguageOf } from './date-languages.ts'
import { writeDate } from './written-dates.ts'

describe('the language dates are written in', () => {
  it.each<[string | null, string]>([
    [null, 'en-GB'],
    ['', 'en-GB'],
    ['*', 'en-GB'],
    ['de', 'de'],
    ['de-LI,de;q=0.9', 'de'],
    ['de-AT,de;q=0.9', 'de-AT'],
    ['pt-br', 'pt-BR'],
    ['en-US,en;q=0.5', 'en-US'],
    ['en-NZ', 'en-GB'],
    ['en', 'en-GB'],
    ['no', 'nb'],
    ['zh-CN', 'zh-Hans'],
    // The most wanted first, wherever it stands; what is refused is not wanted.
    ['en;q=0.5, fr;q=0.8', 'fr'],
    ['fr;q=0, en-AU', 'en-AU'],
    // What is not offered is passed over.
    ['ar, he;q=0.9, sv;q=0.8', 'sv'],
    ['ar', 'en-GB'],
    ['fr;q=hello', 'en-GB'],
    [`${'x'.repeat(10_000)},fr`, 'en-GB'],
  ])('of a browser that asks for %j is %s', (header, language) => {
    expect(dateLanguageAsked(header)).toBe(language)
  })

  it('is one that is offered, or none', () => {
    expect(dateLanguageOf('de')).toBe('de')
    expect(dateLanguageOf('ar')).toBe(null)
    expect(dateLanguageOf(null)).toBe(null)
  })

  it('is known to the machine that writes, every one of them', () => {
    expect(Intl.DateTimeFormat.supportedLocalesOf([...DATE_LANGUAGES])).toEqual([...DATE_LANGUAGES])
    const moment = new Date('2026-03-06T12:00:00Z')
    for (const language of DATE_LANGUAGES)
      expect(writeDate(moment, 'medium', { language, timeZone: 'UTC' })).toMatch(/\d/)
  })
})
