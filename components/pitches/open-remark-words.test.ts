import { describe, expect, it } from 'vitest'
import { openRemarkWords } from './open-remark-words.ts'

const remark = (number: number, text = `Word ${number}`, state = 'open') => ({ number, text, state })

describe('what is still open', () => {
  it.each([
    ['is not said when nothing is', [remark(1, 'Done', 'settled')], null],
    ['is named', [remark(2, 'Too\n long')], 'One remark is still open: 2 (“Too long”).'],
    [
      'is named by its first three',
      [1, 2, 3, 4, 5].map((number) => remark(number)),
      '5 remarks are still open: 1 (“Word 1”), 2 (“Word 2”), 3 (“Word 3”) and 2 more.',
    ],
    [
      'is cut where somebody wrote much',
      [remark(1, 'x'.repeat(80))],
      `One remark is still open: 1 (“${'x'.repeat(59)}…”).`,
    ],
  ])('%s', (_, remarks, words) => {
    expect(openRemarkWords(remarks)).toBe(words)
  })
})
