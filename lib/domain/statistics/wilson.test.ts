import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson.ts'

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
// Medicine 17 (1998), 857-872, table I, method 3 (score, without continuity correction).
it.each([
  [81, 263, '0.2553', '0.3662'],
  [15, 148, '0.0624', '0.1605'],
  [0, 20, '0.0000', '0.1611'],
  [1, 29, '0.0061', '0.1718'],
])('%d of %d lies between %s and %s', (successes, total, low, high) => {
  const interval = wilsonInterval(successes, total)
  expect(interval.low.toFixed(4)).toBe(low)
  expect(interval.high.toFixed(4)).toBe(high)
})

it.each([
  [0, 5],
  [5, 5],
  [1, 1],
])('%d of %d stays between nothing and all', (successes, total) => {
  const { low, high } = wilsonInterval(successes, total)
  expect(low).toBeGreaterThanOrEqual(0)
  expect(high).toBeLessThanOrEqual(1)
  expect(low).toBeLessThan(high)
})
