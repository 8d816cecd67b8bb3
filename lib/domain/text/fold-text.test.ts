import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithOffsets } from './fold-text.ts'

describe('foldText', () => {
  it.each([
    ['case', 'Travel GEAR', 'travel gear'],
    ['sharp s and its capitals', 'STRASSE straße', 'strasse strasse'],
    ['Greek final sigma', 'ΟΔΟΣ', 'οδοσ'],
    ['curly single quotes', '‘it’s’ ‚so‛', "'it's' 'so'"],
    ['primes, accents and backticks as quotes', '6′ ´a` ″b″', `6' 'a' "b"`],
    ['curly and angled double quotes', '“a” „b‟ «c»', '"a" "b" "c"'],
    ['every dash', 'a‐b‑c‒d–e—f―g−h', 'a-b-c-d-e-f-g-h'],
    ['a run of dashes as one', 'a -- b — c', 'a - b - c'],
    ['all white space as one space', 'a\u00a0\u2009\t\r\nb\u3000c\u2028d', 'a b c d'],
    ['white space at the ends', '  a  ', 'a'],
    ['soft hyphens', 'sus\u00adtain\u00adable', 'sustainable'],
    ['zero-width characters and marks of direction', 'a\u200bb\u200c\u200d\ufeff\u2060c\u200f', 'abc'],
    ['variation selectors', '❤\ufe0f', '❤'],
    [
      'named references',
      'Tom &amp; Jo&rsquo;s &quot;bag&quot;&nbsp;&mdash; &hellip;',
      `tom & jo's "bag" - ...`,
    ],
    ['numbered references', 'it&#8217;s &#x201C;fine&#X201d;', `it's "fine"`],
    ['references of the old Windows page', 'it&#146;s', "it's"],
    ['a reference once, not twice', '&amp;amp;', '&amp;'],
    ['an ampersand that is no reference', 'R&D; &unknownthing; & co', 'r&d; &unknownthing; & co'],
    ['ligatures and full-width letters', 'ﬁne Ｗｉｄｅ', 'fine wide'],
    ['the one-character ellipsis', 'wait… what', 'wait... what'],
    ['composed and decomposed accents alike', 'cafe\u0301', 'café'],
    ['half-width voiced kana', 'ｶﾞ', 'ガ'],
  ])('folds %s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  it('keeps accents', () => {
    expect(foldText('résumé')).not.toBe(foldText('resume'))
  })

  it('changes nothing when folded again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = foldText(text.replaceAll('&', ''))
        expect(foldText(once)).toBe(once)
      }),
    )
  })

  it('does not care where zero-width characters were put', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (text, place) => {
        const plain = text.replaceAll('&', '')
        const at = place % (plain.length + 1)
        expect(foldText(`${plain.slice(0, at)}\u200b${plain.slice(at)}`)).toBe(foldText(plain))
      }),
    )
  })

  it.each([
    ['references', '&#8217;'.repeat(70_000)],
    ['different references', Array.from({ length: 60_000 }, (_, n) => `&a${n};`).join('')],
    ['combining marks', `e${'\u0301'.repeat(500_000)}`],
    ['white space', ' \u00a0'.repeat(250_000)],
    ['emoji families', '👨‍👩‍👧‍👦'.repeat(40_000)],
  ])('takes half a megabyte of %s in its stride', (_, text) => {
    const before = performance.now()
    foldText(text)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})

describe('foldWithOffsets', () => {
  it('knows where each folded character stood', () => {
    const original = '  Tom &amp; Jo\u00adan’s  ﬁn'
    const { text, starts, ends } = foldWithOffsets(original)
    const from = text.indexOf("joan's")
    expect(original.slice(starts[from], ends[from + 5])).toBe('Jo\u00adan’s')
    const and = text.indexOf('&')
    expect(original.slice(starts[and], ends[and])).toBe('&amp;')
    expect(original.slice(starts[text.length - 2], ends[text.length - 1])).toBe('ﬁn')
  })
})
