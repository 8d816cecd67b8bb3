import { describe, expect, it } from 'vitest'
import { markedPieces, postBlocks } from './post-blocks.ts'

const LONG =
  'We slept in all of them on the west coast, in the wettest October the islands have seen since somebody began to measure.'

function kinds(text: string) {
  return postBlocks(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end).slice(0, 12)}`)
}

describe('the blocks of a post', () => {
  it('tell a heading from the paragraphs around it', () => {
    expect(kinds(`${LONG}\n\nWhat held?\n\n${LONG}`)).toEqual([
      `paragraph: ${LONG.slice(0, 12)}`,
      'heading: What held?',
      `paragraph: ${LONG.slice(0, 12)}`,
    ])
  })

  it('take the lines of a list for lines, the last one before a paragraph too', () => {
    expect(kinds(`${LONG}\n\nVaude\n\nHilleberg\n\n${LONG}`).slice(1, 3)).toEqual([
      'line: Vaude',
      'line: Hilleberg',
    ])
  })

  it('take a short sentence for a paragraph', () => {
    expect(kinds(`${LONG}\n\nIt held.\n\n${LONG}`)[1]).toBe('paragraph: It held.')
  })

  it('go by the marks where there are any, and leave them out', () => {
    const text = `Short\n\n## The ones that held\n\n- ${LONG}\n\n## ${LONG}`
    expect(postBlocks(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['paragraph', 'Short'],
      ['heading', 'The ones that held'],
      ['line', LONG],
      ['heading', LONG],
    ])
  })

  it('keep every word and its place, whatever the line ends', () => {
    const text = `  One\r\n\r\n \t \nTwo words \n`
    expect(postBlocks(text).map(({ start, end }) => text.slice(start, end))).toEqual(['  One', 'Two words '])
  })

  it('of nothing are none', () => {
    expect(postBlocks(' \n\n')).toEqual([])
  })
})

describe('the marks on a block', () => {
  it('cut it where they begin and end, and may lie on one another', () => {
    const pieces = markedPieces('abcdefgh', { start: 1, end: 7 }, [
      { name: 'quote', start: 0, end: 4 },
      { name: 'gap', start: 3, end: 6 },
      { name: 'elsewhere', start: 7, end: 8 },
    ])
    expect(pieces).toEqual([
      { text: 'bc', marks: ['quote'] },
      { text: 'd', marks: ['quote', 'gap'] },
      { text: 'ef', marks: ['gap'] },
      { text: 'g', marks: [] },
    ])
  })
})
