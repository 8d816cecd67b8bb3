import { describe, expect, it } from 'vitest'
import {
  dropAllWords,
  dropOldWords,
  dropWords,
  findKeptWords,
  isSameText,
  keepWords,
  keyOf,
  type WordStore,
} from './kept-words.ts'

const NOON = Date.UTC(2026, 2, 4, 12)
const DAY = 24 * 60 * 60 * 1000
const place = { memberId: 'mara', pitchId: 'pitch', tab: 'one' }
const words = { revision: 3, subject: 'A bag', body: 'Hi Anna,', at: NOON }

function aStore(entries: Record<string, string> = {}): WordStore & { keys: () => string[] } {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (at) => [...map.keys()][at] ?? null,
    get length() {
      return map.size
    },
    keys: () => [...map.keys()],
  }
}

const closed: WordStore = {
  length: 1,
  key: () => fail(),
  getItem: () => fail(),
  setItem: () => fail(),
  removeItem: () => fail(),
}

function fail(): never {
  throw new Error('the browser keeps nothing')
}

describe('words that are not saved yet', () => {
  it('are kept by person, pitch and tab, with the revision they were typed upon', () => {
    const store = aStore()
    keepWords(store, place, words, NOON)
    keepWords(store, { ...place, tab: 'two' }, { ...words, body: 'Hello', at: NOON + 1 }, NOON)
    keepWords(store, { ...place, memberId: 'somebody else' }, words, NOON)
    keepWords(store, { ...place, pitchId: 'another' }, words, NOON)
    expect(findKeptWords(store, place).map(({ body, revision }) => [body, revision])).toEqual([
      ['Hello', 3],
      ['Hi Anna,', 3],
    ])
  })

  it('of one tab are the last ones, and gone when they are saved', () => {
    const store = aStore()
    keepWords(store, place, words, NOON)
    keepWords(store, place, { ...words, body: 'Hi Anna, I read' }, NOON)
    expect(findKeptWords(store, place).map(({ body }) => body)).toEqual(['Hi Anna, I read'])
    dropWords(store, keyOf(place))
    expect(findKeptWords(store, place)).toEqual([])
  })

  it('are let go after 30 days and not before, and what else the browser keeps stays', () => {
    const store = aStore({ theme: 'dark', 'rapport.words.mara.pitch.broken': '{' })
    keepWords(store, place, words, NOON)
    dropOldWords(store, NOON + 30 * DAY)
    expect(findKeptWords(store, place)).toHaveLength(1)
    dropOldWords(store, NOON + 30 * DAY + 1)
    expect(store.keys()).toEqual(['theme'])
  })

  it('are gone with a sign-out, and a tab that was open before keeps no more of them', () => {
    const store = aStore({ theme: 'dark' })
    keepWords(store, place, words, NOON)
    keepWords(store, { ...place, memberId: 'somebody else' }, words, NOON)
    dropAllWords(store, NOON + 1)
    expect(keepWords(store, place, words, NOON)).toBe(false)
    expect(store.keys()).toEqual(['theme', 'rapport.signed-out'])
    expect(keepWords(store, place, words, NOON + 2)).toBe(true)
  })

  it('that make no sense are no words', () => {
    const at = (value: string) => findKeptWords(aStore({ 'rapport.words.mara.pitch.x': value }), place)
    for (const value of [
      '',
      'null',
      '[]',
      '{"revision":1}',
      '{"revision":"1","subject":"","body":"","at":1}',
    ])
      expect(at(value)).toEqual([])
  })

  it('are simply not kept where the browser keeps nothing', () => {
    expect(keepWords(closed, place, words, NOON)).toBe(false)
    expect(findKeptWords(closed, place)).toEqual([])
    expect(() => {
      dropWords(closed, 'x')
      dropOldWords(closed, NOON)
      dropAllWords(closed, NOON)
    }).not.toThrow()
  })
})

describe('two texts', () => {
  it.each([
    ['line ends', 'a\r\nb', 'a\nb', true],
    ['blanks around them', ' a\n', 'a', true],
    ['a word', 'a', 'b', false],
    ['blanks within', 'a  b', 'a b', false],
  ])('that differ by %s: the same %s', (_, one, other, same) => {
    expect(isSameText({ subject: 'x', body: one }, { subject: 'x', body: other })).toBe(same)
  })

  it('are told apart by their subjects, whose blanks count as one', () => {
    expect(isSameText({ subject: 'a  b ', body: '' }, { subject: 'a b', body: '' })).toBe(true)
    expect(isSameText({ subject: 'a', body: '' }, { subject: 'b', body: '' })).toBe(false)
  })
})
