import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examplePitch } from '../pitch-gate/example-pitch.ts'
import { bodyWithoutSignature } from '../pitch-gate/own-text.ts'
import { prepareText } from '../pitch-gate/shingles.ts'
import { type BlockText, blockProblem, paragraphMaxWords, withBlock } from './building-blocks.ts'

const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')
const paragraph = (text: string): BlockText => ({ kind: 'paragraph', text })
const signature = (text: string): BlockText => ({ kind: 'signature', text })
const says = (block: BlockText, warnWords?: number) => blockProblem(block, { warnWords })?.message ?? null

describe('a paragraph', () => {
  it.each([
    'We cut bags from retired sails in a small workshop by the harbour.',
    'One thing: {site name} mends what it sells.\nAnd it always will.',
    'Every bag at {site name} is one of a kind, {first name}.',
  ])('may say %j', (text) => {
    expect(says(paragraph(text))).toBeNull()
  })

  it.each([
    ['Hi {first name},\nwe cut bags from sails.', 'The greeting belongs to the letter.'],
    ['Hello Maria, we cut bags from sails.', 'The greeting belongs to the letter.'],
    ['We cut bags from sails.\n\nBest wishes,', 'The closing words belong to the letter.'],
    ['We cut bags from sails.\nMit freundlichen Grüßen', 'The closing words belong to the letter.'],
    ['One thing.\n\nAnother thing.', 'A building block is one paragraph.'],
    ['One thing.\n \nAnother thing.', 'A building block is one paragraph.'],
    ['One thing.\n-- \nAna', 'A line of two dashes begins a signature.'],
    ['We love {colour} bags.', '{colour} cannot be filled in.'],
  ])('may not say %j', (text, message) => {
    expect(says(paragraph(text))).toBe(message)
  })

  it('has up to 40 words, a third of a letter that is likely to be read, and fewer where letters are shorter', () => {
    expect(says(paragraph(words(40)))).toBeNull()
    expect(says(paragraph(words(41)))).toBe('This paragraph has 41 words; 40 is the most.')
    expect(paragraphMaxWords({ warnWords: 60 })).toBe(20)
    expect(says(paragraph(words(21)), 60)).toContain('20 is the most')
    // Limits are tightened, never loosened.
    expect(paragraphMaxWords({ warnWords: 10_000 })).toBe(40)
    expect(paragraphMaxWords({ warnWords: null })).toBe(40)
  })

  it('is never a whole letter: the gate’s own example does not fit', () => {
    const { body, signature: name } = examplePitch()
    expect(says(paragraph(body))).not.toBeNull()
    expect(says(paragraph(`${body}\n\nBest,\n${name}`))).not.toBeNull()
    expect(says(signature(`${body}\n\n${name}`))).not.toBeNull()
  })
})

describe('a signature', () => {
  it.each([
    '{my name}\n{site name}, Napier\n{postal address}',
    'Ana Silva,\nSailcloth Bags',
    'Dag Holm',
    'Dag Holm\nOslo',
  ])('may be %j', (text) => {
    expect(says(signature(text))).toBeNull()
  })

  it.each([
    ['Dear Maria,\nAna Silva', 'The greeting belongs to the letter.'],
    ['Best wishes,\nAna Silva', 'The closing words belong to the letter.'],
    [words(41), 'A signature has at most 8 lines and 40 words; this has 1 and 41.'],
    ['a\nb\nc\nd\ne\nf\ng\nh\ni', 'A signature has at most 8 lines and 40 words; this has 9 and 9.'],
  ])('may not be %j', (text, message) => {
    expect(says(signature(text))).toBe(message)
  })
})

describe('putting a block into a letter', () => {
  it.each([
    ['an empty letter', '', paragraph('P.'), null, 'P.'],
    ['the end', 'Hi Maria,', paragraph('P.'), null, 'Hi Maria,\n\nP.'],
    ['between two paragraphs', 'One.\n\nTwo.', paragraph('P.'), 5, 'One.\n\nP.\n\nTwo.'],
    ['the middle of a line, which it parts', 'One. Two.', paragraph('P.'), 4, 'One.\n\nP.\n\nTwo.'],
    ['above the signature', 'Hi.\n\n-- \nAna', paragraph('P.'), null, 'Hi.\n\nP.\n\n-- \nAna'],
    ['above the signature from within it', 'Hi.\n\n-- \nAna', paragraph('P.'), 10, 'Hi.\n\nP.\n\n-- \nAna'],
    ['the beginning', 'One.', paragraph('P.'), 0, 'P.\n\nOne.'],
  ])('puts a paragraph at %s', (_, body, block, cursor, after) => {
    expect(withBlock(body, block, cursor)).toBe(after)
  })

  it.each([
    ['last, under its line', 'Hi.\n', 'Hi.\n\n-- \nAna'],
    ['in the place of the one that stands there', 'Hi.\n\n-- \nAna Silva\nNapier', 'Hi.\n\n-- \nAna'],
    ['alone where nothing is written', '', '-- \nAna'],
  ])('puts a signature %s, wherever the cursor is', (_, body, after) => {
    expect(withBlock(body, signature('Ana'), 1)).toBe(after)
    expect(withBlock(withBlock(body, signature('Ana'), null), signature('Ana'), null)).toBe(after)
  })

  it('takes no word of the letter away, wherever the cursor is', () => {
    const body = fc
      .array(fc.constantFrom('one', 'two', ' ', '\n', '\n\n', '.', '-- '))
      .map((parts) => parts.join(''))
    const words = (text: string) => text.replace(/\s+/g, '')
    fc.assert(
      fc.property(body, fc.nat(), (letter, at) => {
        const cursor = letter.length === 0 ? 0 : at % (letter.length + 1)
        const after = withBlock(letter, paragraph('PUT'), cursor)
        expect(words(after.replace('PUT', ''))).toBe(words(letter))
        expect(after.split(/\n\n+/)).toContain('PUT')
      }),
    )
  })

  it('leaves a signature out of length and likeness, and a paragraph in both', () => {
    const facts = examplePitch()
    const mask = { ...facts, signature: '', contactName: 'Maria López' }
    const long = signature('Ana Silva\nbags of sailcloth for ferries and harbours and quays')
    const signed = withBlock(facts.body, long, null)
    expect(bodyWithoutSignature({ body: signed, signature: '' }).trim()).toBe(facts.body.trim())
    expect(prepareText(signed, mask)).toEqual(prepareText(facts.body, mask))
    const said = withBlock(facts.body, paragraph('Every one of them is sewn by two people and a dog.'), 12)
    expect(prepareText(said, mask).grams).toContain('two people and a')
  })
})
