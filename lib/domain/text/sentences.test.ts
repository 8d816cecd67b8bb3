import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const sentencesOf = (text: string) => splitSentences(text).map((sentence) => sentence.text)

describe('splitSentences', () => {
  it.each([
    ['full stops', 'One bag. Two bags! Three?', ['One bag.', 'Two bags!', 'Three?']],
    [
      'abbreviations as no end',
      'Ask Dr. Smith, e.g. Anna. Then go.',
      ['Ask Dr. Smith, e.g. Anna.', 'Then go.'],
    ],
    ['initials as no end', 'By J. R. Smith. He travels.', ['By J. R. Smith.', 'He travels.']],
    [
      '"no." before a number',
      'See no. 5 there. He said no. Then left.',
      ['See no. 5 there.', 'He said no.', 'Then left.'],
    ],
    [
      'numbers and addresses as no end',
      'It costs 3.50 at www.example.com today.',
      ['It costs 3.50 at www.example.com today.'],
    ],
    ['closing quotes with their sentence', '“Go on.” She left.', ['“Go on.”', 'She left.']],
    [
      'sentences glued together by a lost space',
      'A good bag.The zip broke.',
      ['A good bag.', 'The zip broke.'],
    ],
    ['headings and paragraphs', 'Our picks\n\nthe first one', ['Our picks', 'the first one']],
    ['list items on lines of their own', 'Nylon\nCotton\nWool', ['Nylon', 'Cotton', 'Wool']],
    ['list items in lower case', 'recycled nylon\ncotton canvas', ['recycled nylon', 'cotton canvas']],
    [
      'marked list items',
      'we like these four things:\n- nylon\n- wool',
      ['we like these four things:', '- nylon', '- wool'],
    ],
    ['bullets in a row', '• nylon • wool', ['nylon', 'wool']],
    [
      'a wrapped line as one',
      'there is still no sustainable\noption for us.',
      ['there is still no sustainable\noption for us.'],
    ],
    [
      'Windows line ends',
      'there is still no sustainable\r\noption. Next',
      ['there is still no sustainable\r\noption.', 'Next'],
    ],
    ['Japanese full stops', '鞄が好き。毎日使う。', ['鞄が好き。', '毎日使う。']],
    ['nothing', ' \n ', []],
  ])('cuts %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  it('gives offsets into the text', () => {
    const text = '  One. Two here.\nThree'
    for (const { start, end, text: sentence } of splitSentences(text))
      expect(text.slice(start, end)).toBe(sentence)
  })

  it.each([
    ['full stops', `${'.'.repeat(500_000)}x`],
    ['line ends', 'a b c d\n'.repeat(60_000)],
    ['quotes', `."'${'"'.repeat(500_000)}x`],
    ['one line', 'word '.repeat(100_000)],
  ])('takes half a megabyte of %s in its stride', (_, text) => {
    const before = performance.now()
    splitSentences(text)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})
