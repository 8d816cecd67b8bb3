import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairShares } from './fair-shares.ts'

describe('a fair share', () => {
  it.each<[string, number, number[], number[]]>([
    ['is all that is wanted where there is enough', 10, [3, 4], [3, 4]],
    ['is the same for those who want more than there is', 10, [50, 50], [5, 5]],
    ['leaves those who want little what they want', 10, [1000, 2, 1], [7, 2, 1]],
    ['of what cannot be divided goes to those who wait longest', 2, [9, 9, 9], [1, 1, 0]],
    ['gives the remainder to the first', 8, [9, 9, 9], [3, 3, 2]],
    ['of nothing is nothing', 0, [5, 5], [0, 0]],
    ['of less than nothing is nothing', -3, [5], [0]],
    ['for nobody is none', 7, [], []],
  ])('%s', (_, available, wants, gets) => {
    expect(fairShares(available, wants)).toEqual(gets)
  })

  it('gives out all there is or all that is wanted, and nobody is behind somebody else by more than one', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.array(fc.nat(500), { maxLength: 30 }), (available, wants) => {
        const gets = fairShares(available, wants)
        const total = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0)
        expect(total(gets)).toBe(Math.min(available, total(wants)))
        const unmet = gets.filter((share, at) => share < (wants[at] ?? 0))
        for (const share of unmet) expect(Math.max(...gets) - share).toBeLessThanOrEqual(1)
      }),
    )
  })
})
