import { describe, expect, it } from 'vitest'
import { type MergeRow, mergedColumns, mergeFieldsOf, usualSide } from './merge-fields.ts'

const OLD = new Date('2020-01-01T00:00:00Z')
const NEW = new Date('2026-01-01T00:00:00Z')
const own = [{ key: 'size', label: 'Size' }]
const fields = mergeFieldsOf('prospect', own)

function row(more: object = {}): MergeRow {
  return { createdAt: NEW, tags: [], custom: {}, name: 'N', kind: 'blogger', note: '', whyCare: '', ...more }
}

function sideOf(name: string, kept: object, gone: object) {
  const field = fields.find((each) => each.name === name)
  if (!field) throw new Error(`No field ${name}`)
  return usualSide(row(kept), row(gone), field)
}

describe('what stays unless somebody says otherwise', () => {
  it.each([
    { why: 'the only one there is', name: 'country', kept: {}, gone: { country: 'NO' }, side: 'gone' },
    { why: 'the only one there is', name: 'country', kept: { country: 'NO' }, gone: {}, side: 'kept' },
    {
      why: 'the older one’s',
      name: 'name',
      kept: { name: 'A' },
      gone: { name: 'B', createdAt: OLD },
      side: 'gone',
    },
    {
      why: 'the older one’s',
      name: 'name',
      kept: { name: 'A', createdAt: OLD },
      gone: { name: 'B' },
      side: 'kept',
    },
    {
      why: 'the one that says more',
      name: 'whyCare',
      kept: { whyCare: 'Short' },
      gone: { whyCare: 'Much longer' },
      side: 'gone',
    },
    { why: 'both notes', name: 'note', kept: { note: 'One' }, gone: { note: 'Two' }, side: 'both' },
    {
      why: 'the longer note, where both are too long',
      name: 'note',
      kept: { note: 'a'.repeat(3000) },
      gone: { note: 'b'.repeat(2000) },
      side: 'kept',
    },
    {
      why: 'an own field’s only value',
      name: 'custom:size',
      kept: {},
      gone: { custom: { size: 4 } },
      side: 'gone',
    },
    {
      why: 'what both say',
      name: 'country',
      kept: { country: 'NO' },
      gone: { country: 'NO', createdAt: OLD },
      side: 'kept',
    },
  ])('is $why ($name)', ({ name, kept, gone, side }) => {
    expect(sideOf(name, kept, gone)).toBe(side)
  })
})

describe('the row two become', () => {
  it('changes only what differs, takes columns that belong together as one, and unites tags', () => {
    const kept = row({ tags: ['a'], guidelines: 'absent', guidelinesUrl: null, guidelinesNote: '' })
    const gone = row({
      ...{ createdAt: OLD, tags: ['b', 'a'], lastTouchAt: NEW },
      ...{ guidelines: 'seen', guidelinesUrl: 'https://x.test', guidelinesNote: 'Be short' },
    })
    expect(mergedColumns('prospect', kept, gone, fields, {})).toEqual({
      ...{ tags: ['a', 'b'], createdAt: OLD, lastTouchAt: NEW },
      ...{ guidelines: 'seen', guidelinesUrl: 'https://x.test', guidelinesNote: 'Be short' },
    })
    expect(mergedColumns('prospect', kept, gone, fields, { guidelines: 'kept' })).not.toHaveProperty(
      'guidelines',
    )
  })

  it('keeps values of own fields that nobody lists any more, and drops one on request', () => {
    const kept = row({ custom: { size: 1, old: 'x' } })
    const gone = row({ custom: { gone: 'y' } })
    expect(mergedColumns('prospect', kept, gone, fields, { 'custom:size': 'gone' })).toEqual({
      custom: { gone: 'y', old: 'x' },
    })
  })

  it('of two equal rows changes nothing', () => {
    expect(mergedColumns('prospect', row(), row(), fields, { name: 'gone', note: 'both' })).toEqual({})
  })
})
