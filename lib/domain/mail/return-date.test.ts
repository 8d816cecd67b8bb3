import { describe, expect, it } from 'vitest'
import { readReturnDate } from './return-date.ts'

/** A Wednesday. */
const TODAY = '2026-03-04'

describe('the day somebody is back', () => {
  it.each([
    ['I am away until Monday.', '2026-03-09'],
    ['Back on 12 March.', '2026-03-12'],
    ['I will return on March 16th, 2026 and answer then.', '2026-03-16'],
    ['Ich bin bis zum 13.03.2026 nicht im Büro.', '2026-03-13'],
    ['Ab dem 16. März bin ich wieder erreichbar.', '2026-03-16'],
    ['Je suis absent jusqu’au 20 mars.', '2026-03-20'],
    ['De retour le 1er avril', '2026-04-01'],
    ['Estoy fuera hasta el 18 de marzo de 2026', '2026-03-18'],
    ['Sarò fuori ufficio fino al 19 marzo', '2026-03-19'],
    ['Ik ben tot en met 27 maart afwezig', '2026-03-27'],
    ['Out from 2026-03-03, back 2026-03-25', '2026-03-25'],
    ['I return on 25/3', '2026-03-25'],
    ['On holiday until 3 January', '2027-01-03'],
    ['Away 5 March to 10 March, returning on 11 March', '2026-03-11'],
  ])('is read from "%s"', (text, date) => {
    expect(readReturnDate(text, TODAY)).toBe(date)
  })

  it.each([
    'I am out of the office.',
    'I am back on 03/04.',
    'I was away until 1 February 2026.',
    'Back in 2031-01-01',
    'Until 31 February',
    'Call me back at 0471 22 33 44.',
    '',
  ])('is not guessed from "%s"', (text) => {
    expect(readReturnDate(text, TODAY)).toBeNull()
  })

  it('is looked for in bounded time', () => {
    const started = performance.now()
    readReturnDate('back until '.repeat(50_000), TODAY)
    readReturnDate(`until ${'1'.repeat(100_000)}`, TODAY)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
