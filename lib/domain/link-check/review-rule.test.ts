import { describe, expect, it } from 'vitest'
import { isCannotTell, isLinkedOutcome, needsReview } from './review-rule.ts'

const told = (outcome: string) => ({ outcome, failedInRow: 0 })

describe('needsReview, when the outcome', () => {
  it.each<[string, string, boolean]>([
    ['linked', 'linked', false],
    ['linked', 'linked-qualified', true],
    ['linked-qualified', 'linked', true],
    ['linked', 'missing-looking-again', false],
    ['missing-looking-again', 'linked', false],
    ['missing-looking-again', 'linked-qualified', true],
    ['missing-looking-again', 'lost', true],
    ['missing-looking-again', 'page-gone', true],
    ['page-gone', 'lost', true],
    ['lost', 'lost', false],
    ['lost', 'linked', true],
    ['lost', 'mentioned-unlinked', false],
    ['mentioned-unlinked', 'linked', true],
    ['linked', 'mentioned-unlinked', true],
    ['mentioned-unlinked', 'not-mentioned', false],
    ['not-mentioned', 'featured-not-named', false],
    ['could-not-check', 'linked', true],
    ['could-not-check', 'mentioned-unlinked', false],
    ['not-looked', 'linked', false],
    ['not-looked', 'could-not-check', false],
    ['not-looked', 'mentioned-unlinked', false],
    ['not-looked', 'page-gone', true],
  ])('went from %s to %s: %s', (before, after, expected) => {
    expect(needsReview(told(before), told(after))).toBe(expected)
  })
})

describe('needsReview, when a look could not tell', () => {
  it.each<[number, number, boolean]>([
    [0, 1, false],
    [1, 2, false],
    [2, 3, true],
    [3, 4, false],
    [3, 0, false],
    [0, 0, false],
  ])('and %i in a row became %i: %s', (before, after, expected) => {
    const outcome = 'linked'
    expect(needsReview({ outcome, failedInRow: before }, { outcome, failedInRow: after })).toBe(expected)
  })
})

it('knows the outcomes with a link, and those that could not be told', () => {
  expect(['linked', 'linked-wrong-page', 'lost', 'mentioned-unlinked'].map(isLinkedOutcome)).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(['could-not-check', 'looks-rendered-by-script', 'linked'].map(isCannotTell)).toEqual([
    true,
    true,
    false,
  ])
})
