import { describe, expect, it } from 'vitest'
import { type ThanksFacts, type ThanksKind, thanksStanding } from './thanks.ts'

const seen: ThanksFacts = {
  outcome: 'linked',
  provenance: 'earned',
  state: 'none',
  seenOn: '2026-03-04',
  today: '2026-03-04',
  thankedElsewhere: false,
  isStopped: false,
}

describe('a thank-you', () => {
  it.each<[string, Partial<ThanksFacts>, ThanksKind]>([
    ['is suggested on the day it was seen', {}, 'suggested'],
    [
      'is suggested for a mention without a link just the same',
      { outcome: 'mentioned-unlinked' },
      'suggested',
    ],
    ['is suggested where they ran it without our name', { outcome: 'featured-not-named' }, 'suggested'],
    ['is suggested for two weeks', { today: '2026-03-18' }, 'suggested'],
    ['is nobody’s reminder after that', { today: '2026-03-19' }, 'late'],
    ['is no question while nobody has looked', { outcome: 'not-looked', seenOn: null }, 'no-question'],
    ['is no question once it is gone', { outcome: 'lost' }, 'no-question'],
    ['is no question where it was paid for', { provenance: 'paid-elsewhere' }, 'no-question'],
    ['is not for those who said stop', { isStopped: true }, 'stopped'],
    ['is said once', { state: 'thanked' }, 'thanked'],
    ['is said once, by whatever way', { thankedElsewhere: true }, 'thanked-elsewhere'],
    ['is let be where somebody said so', { state: 'let-be', outcome: 'mentioned-unlinked' }, 'let-be'],
  ])('%s', (_claim, change, kind) => {
    expect(thanksStanding({ ...seen, ...change }).kind).toBe(kind)
  })

  it('is best said within two days', () => {
    expect(thanksStanding(seen).bestBy).toBe('2026-03-06')
  })
})
