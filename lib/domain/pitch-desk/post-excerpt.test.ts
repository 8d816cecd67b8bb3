import { describe, expect, it } from 'vitest'
import { postExcerpt } from './post-excerpt.ts'

const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => `This is line ${at} of the page.`).join('\n')

describe('the post beside a letter', () => {
  it('is whole where it is not long', () => {
    expect(postExcerpt('Short.', 2)).toEqual({ text: 'Short.', isCut: false })
  })

  it('is the part around the quote where it is, in whole lines', () => {
    const page = lines(20_000)
    const quoteAt = page.indexOf('This is line 12345 ')
    const { text, isCut } = postExcerpt(page, quoteAt)
    expect(isCut).toBe(true)
    expect(text).toContain('This is line 12345 of the page.')
    expect(text.length).toBeLessThan(40_000)
    expect(text.split('\n').every((line) => /^This is line \d+ of the page\.$/.test(line))).toBe(true)
  })

  it('is the beginning where the quote is not there, and the end where it stands last', () => {
    const page = lines(20_000)
    expect(postExcerpt(page, null).text.startsWith('This is line 0 ')).toBe(true)
    expect(postExcerpt(page, page.length - 10).text.endsWith('line 19999 of the page.')).toBe(true)
  })

  it('is cut all the same where the page is one line', () => {
    const { text } = postExcerpt('word '.repeat(50_000), 100_000)
    expect(text.length).toBeLessThan(40_000)
  })
})
