import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CollapsedText } from './collapsed-text.ts'

const collapsed = (text: string) => {
  const all = new CollapsedText()
  all.add(text)
  return all.toString()
}

describe('text put together piece by piece', () => {
  it('has its white space collapsed, whichever it is', () => {
    // Every character there is, between two others.
    for (let code = 0; code <= 0xffff; code += 1) {
      const space = String.fromCharCode(code)
      const expected = /\s/.test(space) ? (space === '\n' ? 'a\nb' : 'a b') : `a${space}b`
      expect(collapsed(`a${space}b`), code.toString(16)).toBe(expected)
    }
  })

  it('has no two spaces beside each other', () => {
    const piece = fc.constantFrom('a', ' ', '\n', '\t', '\u00a0', '\u3000', '\r\n', '\u200b', 'é')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = collapsed(pieces.join(''))
        expect(text).not.toMatch(/\s\s|[^\S \n]|^\s/)
        expect(text.replace(/\s/g, '')).toBe(pieces.join('').replace(/\s/g, ''))
      }),
      { seed: 20260303, numRuns: 2_000 },
    )
  })
})
