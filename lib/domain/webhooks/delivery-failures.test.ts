import { describe, expect, it } from 'vitest'
import { failureOfAnswer, failureWords, firstWords } from './delivery-failures.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('an answer', () => {
  it.each([
    [200, null],
    [204, null],
    [299, null],
    [301, 'redirect'],
    [308, 'redirect'],
    [400, 'no-yes'],
    [404, 'no-yes'],
    [410, 'gone'],
    [500, 'no-yes'],
    [100, 'no-yes'],
  ])('of %i comes to %s', (status, expected) => {
    expect(failureOfAnswer(status)).toBe(expected)
  })

  it('is quoted by its first words, on one line', () => {
    expect(firstWords(bytes('  {"ok":\n\ttrue}\0 '))).toBe('{"ok": true}')
    expect(firstWords(bytes('\u202eevil'))).toBe('evil')
    expect([...firstWords(bytes('😀'.repeat(900)))]).toHaveLength(200)
    expect(firstWords(new Uint8Array([0xff, 0xfe, 0x41]))).toBe('\ufffd\ufffdA')
    expect(firstWords(new Uint8Array())).toBe('')
  })

  it('that was none is said in words, also where the word is not known any more', () => {
    expect(failureWords('refused')).toBe('Nobody listens there.')
    expect(failureWords('of-old')).toBe('of-old')
    expect(failureWords(null)).toBe('')
  })
})
