import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { reviewPitch } from './review-pitch.ts'

describe('hostile texts', () => {
  const half = (unit: string) => unit.repeat(Math.ceil(500_000 / unit.length))
  it.each([
    ['one word', half('a')],
    ['spaces', half(' ')],
    ['line ends', half('\n')],
    ['one sentence', half('word ')],
    ['brackets', half('[')],
    ['curly brackets', half('{{')],
    ['angle brackets', half('<')],
    ['percent signs', half('%a ')],
    ['quotes', half('"')],
    ['quoted words', half('you wrote "a b c d" ')],
    ['full stops', half('.')],
    ['emoji', half('👨‍👩‍👧‍👦 ')],
    ['right to left', half('שלום עולם ')],
    ['marks of direction', half('\u202e\u2066a')],
    ['accents', `e${half('\u0301')}`],
    ['references', half('&amp;')],
    ['HTML', half('<p><b>in</b> return</p>')],
    ['almost conditions', half('if you send link when you we give ')],
    ['almost money', half('pay you for the pay price of 50 $ ')],
    ['almost refusals', half('no not never if you rather prefer not to ')],
    ['denied conditions', half('nothing in return, no link swap. ')],
    ['almost French', half("n'ne vous plus pas ")],
    ['almost German', half('nicht mehr keine wieder ')],
    ['greetings', `Hi ${half('Maria ')}`],
    ['numbers', half('1.2,3 $4 ')],
  ])(
    'half a megabyte of %s is read in good time',
    (_, text) => {
      const before = performance.now()
      const reading = { pageText: text, quote: text.slice(0, 5_000), gap: text.slice(0, 5_000) }
      reviewPitch(
        examplePitch({
          subject: text,
          body: text,
          signature: text,
          reading,
          others: [{ id: 'p', body: text }],
        }),
      )
      expect(performance.now() - before).toBeLessThan(30_000)
    },
    60_000,
  )
})
