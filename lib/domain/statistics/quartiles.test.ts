import { describe, expect, it } from 'vitest'
import { quartilesOf } from './quartiles.ts'

const ones = (values: readonly number[]) => values.map((value) => ({ value, count: 1 }))

describe('quartiles', () => {
  it.each([
    [[7], 7, 7, 7],
    [[1, 2], 1.25, 1.5, 1.75],
    [[3, 1, 2], 1.5, 2, 2.5],
    [[1, 2, 3, 4, 5], 2, 3, 4],
    [[6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49], 25.5, 40, 42.5],
    [[7, 15, 36, 39, 40, 41], 20.25, 37.5, 39.75],
  ])('of %j are %d, %d and %d', (values, lower, median, upper) => {
    expect(quartilesOf(ones(values))).toEqual({ count: values.length, lower, median, upper })
  })

  it('count a value as often as it came', () => {
    expect(
      quartilesOf([
        { value: 9, count: 2 },
        { value: 1, count: 3 },
        { value: 5, count: 0 },
      ]),
    ).toEqual(quartilesOf(ones([1, 1, 1, 9, 9])))
  })

  it('of nothing are nothing', () => {
    expect(quartilesOf([])).toBeNull()
    expect(quartilesOf([{ value: 3, count: 0 }])).toBeNull()
  })
})
