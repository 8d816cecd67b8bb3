import { describe, expect, it } from 'vitest'
import { FAILURES } from './link-check/page-observation.ts'
import { readingFailureWords } from './reading-failures.ts'

describe('the words for a page that could not be read', () => {
  it.each([
    ...FAILURES,
    'cut-off',
    'bot-wall',
    'not-readable',
    'http-404',
    'http-418',
    'http-503',
    'a failure of tomorrow',
    'toString',
  ])('say what happened and what is in our hands: %s', (failure) => {
    const { happened, inYourHands } = readingFailureWords(failure)
    expect(happened).toMatch(/^[A-Z].*\.$/)
    expect(inYourHands).toMatch(/^[A-Z].*\.$/)
  })

  it('tell a missing page from one that is kept from programs and from a website in trouble', () => {
    const words = ['http-404', 'http-403', 'http-500'].map((failure) => readingFailureWords(failure).happened)
    expect(new Set(words).size).toBe(3)
    expect(words[0]).toContain('404')
  })
})
