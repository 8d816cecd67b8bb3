import { describe, expect, it } from 'vitest'
import { passagesIn, weighReading } from './reading-verdict.ts'

const page =
  'Ten tents for wet islands\nThe Vaude held through two nights of gale — we barely noticed.\nRepair kits and spare poles\nSolar panel on a tent roof'

describe('the verdicts of the reading desk', () => {
  it('say nothing about fields that are still empty', () => {
    const { quote, gap } = weighReading(page, { quote: ' ', gap: '' })
    expect([quote.kind, quote.words, gap.kind, gap.words]).toEqual(['none', '', 'none', ''])
  })

  it('find a quote whatever its quotes and dashes look like', () => {
    const { quote } = weighReading(page, {
      quote: '"held through two nights of gale - we barely noticed"',
      gap: '',
    })
    expect(quote.kind).toBe('found')
  })

  it('show the nearest passage for a quote that is not there', () => {
    const { quote } = weighReading(page, { quote: 'The Vaude held through three nights of gale', gap: '' })
    expect(quote).toMatchObject({
      kind: 'not-found',
      nearest: 'The Vaude held through two nights of gale — we barely noticed.',
    })
  })

  it('ask for four words', () => {
    expect(weighReading(page, { quote: 'two nights', gap: '' }).quote).toMatchObject({
      kind: 'too-short',
      nearest: null,
    })
  })

  it('show the sentence that speaks of the gap, in its other forms too', () => {
    expect(weighReading(page, { quote: '', gap: 'no repair kit' }).gap).toMatchObject({
      kind: 'present',
      sentence: 'Repair kits and spare poles',
    })
  })

  it('say which words were looked for when the gap is one', () => {
    const { gap } = weighReading(page, { quote: '', gap: 'no sustainable option' })
    expect(gap.kind).toBe('absent')
    expect(gap.words).toContain('“sustainable” + “option”')
  })

  it('mark the passages in the text on show', () => {
    const { quote, gap } = passagesIn(page, {
      quote: 'held through … we barely noticed it',
      gap: 'spare pole',
    })
    expect(quote).toEqual([])
    expect(gap.map(({ start, end }) => page.slice(start, end))).toEqual(['Repair kits and spare poles'])
  })
})
