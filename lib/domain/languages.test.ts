import { describe, expect, it } from 'vitest'
import { COMMON_LANGUAGES, languageName, readLanguage } from './languages.ts'

describe('a language', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['de', 'de'],
    ['DE', 'de'],
    ['de_AT', 'de-AT'],
    ['German', 'de'],
    ['german', 'de'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    ['is', 'is'],
    ['cy', 'cy'],
  ])('typed as "%s" is %s', (typed, code) => {
    expect(readLanguage(typed)).toEqual({ ok: true, code })
  })

  it.each(['Klingonian', 'xx-yy-zz-!!', 'e', 'english, german', 'x'.repeat(80), 'qzq'])(
    'is not "%s"',
    (typed) => {
      expect(readLanguage(typed)).toMatchObject({ ok: false, error: expect.stringContaining('not known') })
    },
  )

  it('has a name for every code in the short list, unlike any other', () => {
    const names = COMMON_LANGUAGES.map(languageName)
    expect(names.filter((name, at) => name === COMMON_LANGUAGES[at])).toEqual([])
    expect(new Set(names).size).toBe(COMMON_LANGUAGES.length)
  })
})
