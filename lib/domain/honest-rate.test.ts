import { describe, expect, it } from 'vitest'
import { honestRate } from './honest-rate.ts'

describe('honestRate', () => {
  it.each([
    [1, 12, 8.3, 1.5, 35.4],
    [3, 12, 25, 8.9, 53.2],
    [0, 5, 0, 0, 43.4],
    [2, 20, 10, 2.8, 30.1],
    [17, 200, 8.5, 5.4, 13.2],
  ])('%i of %i is %f %% (%f to %f)', (successes, total, percent, low, high) => {
    expect(honestRate(successes, total)).toMatchObject({ percent, low, high })
  })

  it('says "too few to say" below twenty, before the number', () => {
    expect(honestRate(1, 12).words).toBe('too few to say: 1 of 12, 8.3 % (1.5 to 35.4)')
    expect(honestRate(1, 19).isTooFew).toBe(true)
    expect(honestRate(2, 20)).toMatchObject({ isTooFew: false, words: '2 of 20, 10 % (2.8 to 30.1)' })
  })

  it('has nothing to say about nothing', () => {
    expect(honestRate(0, 0)).toMatchObject({
      percent: null,
      low: null,
      high: null,
      words: 'nothing to count yet',
    })
  })

  it('stays between nothing and all', () => {
    expect(honestRate(20, 20)).toMatchObject({ percent: 100, high: 100 })
    expect(honestRate(0, 1000)).toMatchObject({ percent: 0, low: 0 })
  })

  it('takes senseless counts for a bug', () => {
    expect(() => honestRate(3, 2)).toThrow(RangeError)
    expect(() => honestRate(-1, 2)).toThrow(RangeError)
    expect(() => honestRate(0.5, 2)).toThrow(RangeError)
  })
})
