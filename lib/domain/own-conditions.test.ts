import { describe, expect, it } from 'vitest'
import { ownConditionWords, readOwnCondition, sizesThatFit } from './own-conditions.ts'

describe('what a list asks of a field of one’s own', () => {
  it.each([
    ['contains', ' Alps ', 'Alps'],
    ['min', '1,240', '1240'],
    ['max', '-12.50', '-12.5'],
    ['after', '2026-03-01', '2026-03-01'],
    ['is', 'empty', 'empty'],
    ['is', 'filled', 'filled'],
  ])('%s "%s" is understood', (op, typed, value) => {
    expect(readOwnCondition('k', op, typed)).toEqual({ key: 'k', op, value })
  })

  it.each([
    ['contains', ' '],
    ['min', 'many'],
    ['max', '2026-01-01'],
    ['after', '12'],
    ['before', '2026-02-30'],
    ['is', 'toString'],
    ['like', 'x'],
  ])('%s "%s" counts as not said', (op, typed) => {
    expect(readOwnCondition('k', op, typed)).toBeNull()
  })

  it('neither after nor before a day means that day itself', () => {
    for (const day of ['2026-02-28', '2026-12-31', '0001-01-01']) {
      const after = sizesThatFit({ key: 'k', op: 'after', value: day })?.from ?? 0
      const before = sizesThatFit({ key: 'k', op: 'before', value: day })?.to ?? 0
      expect(after - before).toBe(2)
    }
  })

  it('is told in words', () => {
    expect(ownConditionWords('Notes', { key: 'k', op: 'contains', value: 'Alps' })).toBe(
      'Notes: contains “Alps”',
    )
    expect(ownConditionWords('Readers', { key: 'k', op: 'min', value: '500' })).toBe('Readers: at least 500')
    expect(ownConditionWords('Met', { key: 'k', op: 'is', value: 'filled' })).toBe('Met: not empty')
  })
})
