import { describe, expect, it } from 'vitest'
import { partedRow } from './parted-row.ts'

describe('a row that is parted', () => {
  it.each([
    {
      what: 'untouched',
      now: { name: 'B' },
      before: { name: 'A' },
      after: { name: 'B' },
      back: { name: 'A' },
      edited: [],
    },
    {
      what: 'edited',
      now: { name: 'C' },
      before: { name: 'A' },
      after: { name: 'B' },
      back: {},
      edited: ['name'],
    },
    {
      what: 'tagged since',
      now: { tags: ['a', 'b', 'c'] },
      before: { tags: ['a'] },
      after: { tags: ['a', 'b'] },
      back: { tags: ['a', 'c'] },
      edited: [],
    },
    {
      what: 'touched since',
      now: { lastTouchAt: '2026-03-01' },
      before: { lastTouchAt: null },
      after: { lastTouchAt: '2026-01-01' },
      back: {},
      edited: [],
    },
    {
      what: 'edited in one own field',
      now: { custom: { size: 9, kept: 1, came: 2 } },
      before: { custom: { kept: 1, size: 1 } },
      after: { custom: { came: 2, kept: 1, size: 5 } },
      back: { custom: { size: 9, kept: 1 } },
      edited: ['custom:size'],
    },
  ])('and was $what', ({ now, before, after, back, edited }) => {
    expect(partedRow(now, before, after)).toEqual({ back, edited })
  })

  it('takes a date for the text it was stored as', () => {
    const at = new Date('2026-03-04T12:00:00Z')
    const answer = partedRow({ at }, { at: null }, { at: at.toISOString() })
    expect(answer).toEqual({ back: { at: null }, edited: [] })
  })
})
