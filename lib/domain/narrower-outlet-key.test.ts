import { describe, expect, it } from 'vitest'
import { narrowerOutletKey } from './narrower-outlet-key.ts'

describe('another outlet on the same domain', () => {
  it.each([
    ['https://people.example.edu/~Anna/post', 'people.example.edu/~anna'],
    ['www.example.edu/anna', 'example.edu/anna'],
    ['anna.example.edu', 'anna.example.edu'],
  ])('%s is told apart as %s', (address, key) => {
    expect(narrowerOutletKey(address)).toBe(key)
  })

  it.each(['example.com', 'https://www.example.com/', 'javascript:alert(1)', 'youtube.com/@anna'])(
    '%s says no more than before',
    (address) => {
      expect(narrowerOutletKey(address)).toBeNull()
    },
  )
})
