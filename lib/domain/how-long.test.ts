import { expect, it } from 'vitest'
import { howLong } from './how-long.ts'

it.each([
  [0, 'under an hour'],
  [0.9, 'under an hour'],
  [1.2, '1 hour'],
  [35, '35 hours'],
  [36, '1.5 days'],
  [48, '2 days'],
  [250, '10 days'],
  [24 * 61, '61 days'],
])('%d hours are %j', (hours, words) => {
  expect(howLong(hours)).toBe(words)
})
