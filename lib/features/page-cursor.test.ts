import { describe, expect, it } from 'vitest'
import { cutPage, readCursor, readPlace, writeCursor } from './page-cursor.ts'

const ID = '01890000-0000-7000-8000-000000000001'
const raw = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor', () => {
  it.each([
    ['a moment', new Date('2026-03-04T12:00:00.123Z'), 'time', '2026-03-04T12:00:00.123Z'],
    ['words of any script', 'Ærø "& Søn" 日本 👩🏽‍🌾', 'text', 'Ærø "& Søn" 日本 👩🏽‍🌾'],
    ['no words', '', 'text', ''],
    ['a number', -2.5, 'number', -2.5],
    ['nothing', null, 'time', null],
  ] as const)('carries %s there and back', (_, value, kind, read) => {
    const text = writeCursor('-added', value, ID)
    expect(text).toMatch(/^[\w-]+$/)
    expect(readCursor(text, '-added', kind)).toEqual({ value: read, id: ID })
  })

  it.each([
    ['letters that are none', 'what?'],
    ['nothing', ''],
    ['too much', 'a'.repeat(5000)],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', raw({ sort: '-added' })],
    ['an id that is none', raw(['-added', 'x', "' OR 1=1"])],
    ['an id too few', raw(['-added', 'x'])],
    ['another sort', raw(['name', 'x', ID])],
    ['a NUL', raw(['-added', 'x\0', ID])],
    ['half a letter', raw(['-added', '\ud800', ID])],
    ['an object', raw(['-added', { $gt: 1 }, ID])],
  ])('is none with %s in it', (_, text) => {
    expect(readCursor(text, '-added', 'text')).toBeNull()
  })

  it('is none where the value is not of its kind', () => {
    expect(readCursor(raw(['-added', '+275760-01-01T00:00:00.000Z', ID]), '-added', 'time')).toBeNull()
    expect(readCursor(raw(['-added', '2026-99-99T00:00:00.000Z', ID]), '-added', 'time')).toBeNull()
    expect(readCursor(raw(['-added', '2026-02-30T00:00:00.000Z', ID]), '-added', 'time')).toBeNull()
    expect(readCursor(raw(['-added', 'soon', ID]), '-added', 'time')).toBeNull()
    expect(readCursor(raw(['-added', '5', ID]), '-added', 'number')).toBeNull()
  })

  it('says where one is: behind it, ahead of it, or at the beginning', () => {
    const text = writeCursor('name', 'x', ID)
    expect(readPlace({ after: text, before: '' }, 'name', 'text')?.way).toBe('after')
    expect(readPlace({ after: '', before: text }, 'name', 'text')?.way).toBe('before')
    expect(readPlace({ after: 'broken', before: 'broken' }, 'name', 'text')).toBeNull()
  })
})

describe('a page', () => {
  const all = Array.from({ length: 7 }, (_, n) => n)
  const cursorOf = (n: number) => String(n)
  const from = (way: 'after' | 'before', n: number) => ({ way, cursor: { value: n, id: ID } })
  const ask = (place: ReturnType<typeof from> | null, size = 3) => {
    const beyond =
      place?.way === 'before'
        ? all.filter((n) => n < place.cursor.value).reverse()
        : all.filter((n) => !place || n > place.cursor.value)
    return cutPage(beyond.slice(0, size + 1), size, place, cursorOf)
  }

  it('begins without a way back and ends without a way on', () => {
    expect(ask(null)).toEqual({ rows: [0, 1, 2], before: null, after: '2' })
    expect(ask(from('after', 2))).toEqual({ rows: [3, 4, 5], before: '3', after: '5' })
    expect(ask(from('after', 5))).toEqual({ rows: [6], before: '6', after: null })
  })

  it('reads the same backwards', () => {
    expect(ask(from('before', 6))).toEqual({ rows: [3, 4, 5], before: '3', after: '5' })
    expect(ask(from('before', 3))).toEqual({ rows: [0, 1, 2], before: null, after: '2' })
  })

  it('is empty behind the last row, with no way from there', () => {
    expect(ask(from('after', 6))).toEqual({ rows: [], before: null, after: null })
  })

  it('of exactly its size is the last one', () => {
    expect(ask(null, 7)).toEqual({ rows: all, before: null, after: null })
  })
})
