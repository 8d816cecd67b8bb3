import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HARO_DIGEST, LETTER, POSTS, QWOTED_ALERT, SOS_DIGEST, SOURCEBOTTLE_ALERT } from './cases/digests.ts'
import { readRequest } from './read-request.ts'
import { splitDigest } from './split-digest.ts'

const context = { sentAt: new Date('2028-05-09T14:00:00Z'), timeZone: 'Europe/Berlin' }
const inWinter = { ...context, sentAt: new Date('2028-12-12T14:00:00Z') }

function requestsOf(text: string, { sentAt, timeZone } = context) {
  const { layout, parts } = splitDigest(text)
  const requests = parts.filter(({ kind }) => kind === 'request')
  return {
    layout,
    requests: requests.map(({ start, end }) => readRequest(text.slice(start, end), { sentAt, timeZone })),
  }
}

const pieces = (text: string) => splitDigest(text).parts.map(({ start, end }) => text.slice(start, end))

describe('six layouts', () => {
  it('HARO: three requests out of an index, categories and a footer', () => {
    const { layout, requests } = requestsOf(HARO_DIGEST)
    expect(layout).toBe('haro')
    expect(
      requests.map(({ topic, outlet, journalist, replyTo }) => [topic, outlet, journalist, replyTo]),
    ).toEqual([
      [
        'Packing for three climates in one bag',
        'Trail & Rail',
        'Petra Holm',
        'query-8f2k@helpareporter.example',
      ],
      ['Shops that mend what they sell', 'anonymous', 'Anonymous', 'query-8f2m@helpareporter.example'],
      [
        'Balconies that survive August',
        'The Greenhouse Letter',
        'Odile Brandt',
        'query-8f2q@helpareporter.example',
      ],
    ])
    const [first, second] = requests
    expect(first?.question).toContain('What do you leave at home')
    expect(first?.deadline?.at?.toISOString()).toBe('2028-05-12T23:00:00.000Z')
    expect(first?.deadline?.readAs).toBe('Friday 12 May 2028, 19:00 in New York (UTC−4)')
    expect(first?.deadline?.doubts.join()).toContain('EST read as the clock in New York')
    expect(first?.conditions.map(({ kind, words }) => [kind, words])).toEqual([
      ['place', 'UK only, please.'],
      ['role', 'You must be a founder or buyer of an outdoor shop.'],
      ['no-pitch', 'No product pitches.'],
      ['no-ai', 'No AI-written answers.'],
      ['photo', 'Please include a head shot.'],
    ])
    expect(second?.conditions.map(({ kind }) => kind)).toEqual(['length'])
  })

  it('HARO: what is no request stays as rest, to the letter', () => {
    const rest = splitDigest(HARO_DIGEST)
      .parts.filter(({ kind }) => kind === 'rest')
      .map(({ start, end }) => HARO_DIGEST.slice(start, end))
    expect(rest[0]).toContain('INDEX')
    expect(rest.at(-1)).toContain('Unsubscribe here.')
    expect(rest.join('')).not.toContain('Summary:')
  })

  it('Source of Sources: date, hour and zone stand behind three labels', () => {
    const { layout, requests } = requestsOf(SOS_DIGEST, inWinter)
    expect(layout).toBe('sos')
    expect(requests.map(({ topic, outlet, journalist }) => [topic, outlet, journalist])).toEqual([
      ['What small shops learned from a slow winter', 'The Ledger Weekly', 'Ines Falk'],
      ['Gifts that are not things', 'Sunday Brief', 'Tom Aku'],
    ])
    expect(requests.map(({ deadline }) => deadline?.at?.toISOString())).toEqual([
      '2028-12-18T17:00:00.000Z',
      '2028-12-21T02:00:00.000Z',
    ])
    expect(requests[0]?.deadline?.doubts).toEqual([])
    expect(requests[0]?.conditions.map(({ kind }) => kind)).toEqual(['role', 'length'])
  })

  it('Qwoted: an address to pitch at, and a deadline with and without an hour', () => {
    const { layout, requests } = requestsOf(QWOTED_ALERT)
    expect(layout).toBe('qwoted')
    expect(requests.map(({ topic, outlet, replyTo }) => [topic, outlet, replyTo])).toEqual([
      [
        'Founders on paying themselves a wage',
        'Counter Culture',
        'https://app.qwoted.example/source_requests/12345',
      ],
      ['The return of the repair cafe', 'Mend', 'https://app.qwoted.example/source_requests/12346'],
    ])
    expect(requests[0]?.deadline?.at?.toISOString()).toBe('2028-05-18T16:00:00.000Z')
    expect(requests[1]?.deadline?.readAs).toBe('Friday 19 May 2028, 23:59 in Berlin (UTC+2)')
    expect(requests[1]?.deadline?.doubts).toHaveLength(2)
    expect(requests[0]?.conditions.map(({ kind }) => kind)).toEqual(['other', 'named'])
  })

  it('SourceBottle: figures read the Australian way, and say that they may mean another day', () => {
    const { layout, requests } = requestsOf(SOURCEBOTTLE_ALERT)
    expect(layout).toBe('sourcebottle')
    expect(requests.map(({ topic, journalist }) => [topic, journalist])).toEqual([
      ['Experts on travelling with a dog', 'Kirra Nolan'],
      ['Giveaway for readers of a parenting site', 'M. Tan'],
    ])
    expect(requests[0]?.deadline?.at?.toISOString()).toBe('2028-05-11T07:00:00.000Z')
    expect(requests[0]?.deadline?.doubts.join()).toContain('it may also mean 2028-11-05')
    expect(requests[0]?.conditions.map(({ words }) => words)).toEqual(['Australia'])
  })

  it('posts with a hashtag: one request each, with whoever wrote it', () => {
    const { layout, requests } = requestsOf(POSTS)
    expect(layout).toBe('social')
    expect(requests.map(({ journalist, outlet, replyTo }) => [journalist, outlet, replyTo])).toEqual([
      ['Hanna Vik', 'The Slow Traveller', 'hanna@slowtraveller.example'],
      ['Ravi Sen', 'Packaging Today', '@ravisen'],
    ])
    expect(requests[0]?.deadline?.readAs).toBe('Friday 12 May 2028, 12:00 in Berlin (UTC+2)')
    expect(requests[1]?.deadline?.at?.toISOString()).toBe('2028-05-10T17:00:00.000Z')
    expect(requests.map(({ conditions }) => conditions.map(({ kind }) => kind))).toEqual([
      ['place'],
      ['no-ai'],
    ])
  })

  it('a letter is one request, and its label-like lines do not cut it', () => {
    const { layout, requests } = requestsOf(LETTER)
    expect(layout).toBe('mail')
    expect(requests).toHaveLength(1)
    const [letter] = requests
    expect([letter?.journalist, letter?.outlet, letter?.replyTo]).toEqual([
      'Noor Haddad',
      'The Evening Courier',
      'noor.haddad@eveningcourier.example',
    ])
    expect(letter?.deadline?.readAs).toBe('Thursday 11 May 2028, 15:00 in London (UTC+1)')
    expect(letter?.conditions.map(({ kind }) => kind)).toEqual(['length', 'role'])
  })
})

describe('what came', () => {
  it('is there again when the parts are laid end to end, in every layout', () => {
    for (const text of [HARO_DIGEST, SOS_DIGEST, QWOTED_ALERT, SOURCEBOTTLE_ALERT, POSTS, LETTER])
      expect(pieces(text).join('')).toBe(text)
  })

  it('is there again whatever it was, cut and torn as it may be', () => {
    const digests = [HARO_DIGEST, SOS_DIGEST, QWOTED_ALERT, SOURCEBOTTLE_ALERT, POSTS, LETTER]
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        'Query:',
        '1) Summary: x',
        '-----------',
        'Name: y',
        '#journorequest',
        '',
        'Deadline: 5pm',
        '\r',
      ),
    )
    const torn = fc
      .tuple(fc.constantFrom(...digests), fc.nat(3000), fc.nat(3000))
      .map(([text, from, length]) => text.slice(from, from + length))
    const texts = fc.oneof(
      torn,
      fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const { parts } = splitDigest(text)
        expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
        expect(parts.every(({ start, end }) => end > start)).toBe(true)
        if (text.trim() !== '') expect(parts.some(({ kind }) => kind === 'request')).toBe(true)
        for (const { start, end } of parts) readRequest(text.slice(start, end), context)
      }),
      { numRuns: 300 },
    )
  })

  it('is one request with all of its text where no layout is known', () => {
    const text = 'lorem ipsum\n\nnothing here says what it is'
    expect(splitDigest(text)).toEqual({
      layout: 'unknown',
      parts: [{ kind: 'request', start: 0, end: text.length }],
    })
    expect(splitDigest('')).toEqual({ layout: 'unknown', parts: [] })
    expect(splitDigest(' \n').parts).toEqual([{ kind: 'rest', start: 0, end: 2 }])
  })

  it.each([
    ['nothing but labels', 'Name: a\nQuery: b\nDeadline: 5pm\n'],
    ['one line without an end', 'x'],
    ['dividers', `${'-'.repeat(60)}\n`],
    ['spaces before a colon', `Name${' '.repeat(80)}\n`],
    ['figures', '12/12/12:12.12 '],
    ['words that say by when', 'by by by before until need deadline is '],
    ['capital letters', 'I’m Aa Bb Cc for The Aa Bb '],
    ['at signs', 'a.b.c@a.b.c@'],
    ['empty lines', '\n'],
    ['hashtags', '#journorequest \n\n'],
  ])('is read in time with its length: five megabytes of %s', { timeout: 120_000 }, (_, unit) => {
    const text = unit.repeat(Math.ceil(5_000_000 / unit.length))
    const began = performance.now()
    const { parts } = splitDigest(text)
    for (const { start, end } of parts.slice(0, 50)) readRequest(text.slice(start, end), context)
    // A second on a machine with nothing else to do; what grew with the square would take hours.
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(parts.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(text.length)
  })
})
