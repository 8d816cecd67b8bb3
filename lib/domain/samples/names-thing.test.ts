import { describe, expect, it } from 'vitest'
import { namesThing } from './names-thing.ts'

describe('a thing is named', () => {
  it.each([
    ['We could send you an Anchor Bag, if you like.', 'Anchor bag'],
    ['the “anchor-bag”!', 'Anchor bag'],
    ['Unser Rucksäckchen', 'rucksackchen'],
    ['Anchor bag', 'Anchor bag'],
  ])('in “%s”: %s', (text, name) => {
    expect(namesThing(text, name)).toBe(true)
  })

  it.each([
    ['It lay at anchor. The bag was wet.', 'Anchor bag'],
    ['anchor bags', 'Anchor bag'],
    ['A mug a day', 'Mug'],
    ['', 'Anchor bag'],
    ['anything', ''],
  ])('but not in “%s”: %s', (text, name) => {
    expect(namesThing(text, name)).toBe(false)
  })
})
