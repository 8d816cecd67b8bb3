import { describe, expect, it } from 'vitest'
import { reviewThanks } from './thanks-review.ts'

const rulesOf = (body: string, name = 'Anna Berg') =>
  reviewThanks({ body, name, senderName: 'Mara', now: new Date('2026-03-04T12:00:00Z') }).map(
    ({ rule }) => rule,
  )

describe('words of thanks', () => {
  it.each([
    'Hi Anna,\n\nthank you for the kind words about our tents. Your readers asked good questions.\n\nMara',
    'Thank you.',
    'Hi Anna, thanks. No link needed, it made our day as it is.',
  ])('are fine as they are: %s', (body) => {
    expect(rulesOf(body)).toEqual([])
  })

  it.each([
    ['Hi Anna, thank you. In exchange for a link we would send you another one.', 'condition'],
    ['Hi {{name}}, thank you for the piece.', 'placeholder'],
    ['Hi Bernd, thank you for the piece.', 'wrong-name'],
    ['Hi Anna, thank you. We would pay you 200 euros for another post with a link.', 'sells-or-buys'],
  ])('are mended first: %s', (body, rule) => {
    expect(rulesOf(body)).toContain(rule)
  })

  it('greet whom they like where nobody is known', () => {
    expect(rulesOf('Hi Bernd, thank you for the piece.', '')).toEqual([])
  })
})
