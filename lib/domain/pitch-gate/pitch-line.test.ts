import { describe, expect, it } from 'vitest'
import { EXAMPLE_PAGE, examplePitch } from './example-pitch.ts'
import { reviewPitchLine } from './pitch-line.ts'

const example = examplePitch()
const LINE = {
  id: 'a1',
  now: '2026-03-10T09:00:00Z',
  route: 'product',
  isFollowUp: false,
  subject: example.subject,
  body: example.body,
  signature: example.signature,
  contact: { name: 'Maria López', country: 'PT', address: 'maria@ferrynotes.example' },
  origin: {
    page: 'https://ferrynotes.example/contact',
    date: '2026-03-01',
    words: 'Write to me',
    noUnsolicited: false,
    fitsRole: true,
  },
  guidelines: 'absent',
  reading: { pageText: EXAMPLE_PAGE, quote: example.reading?.quote, gap: 'no recycled sailcloth' },
  others: [],
  history: {},
  sender: { name: 'Ana Silva', company: 'Sailcloth Bags Ltd' },
}
const answer = (change: Record<string, unknown> = {}) =>
  reviewPitchLine(JSON.stringify({ ...LINE, ...change }))
const rules = (change: Record<string, unknown>) => {
  const given = answer(change)
  return 'problems' in given ? given.problems.map((found) => found.rule) : given.error
}

describe('a line of the command line', () => {
  it('is ready when nothing is wrong', () => {
    expect(answer()).toEqual({ id: 'a1', ready: true, problems: [] })
  })

  it('lists problems with rule, severity, message and remedy', () => {
    const given = answer({ guidelines: null })
    expect(given).toMatchObject({
      id: 'a1',
      ready: false,
      problems: [{ rule: 'guidelines-unseen', severity: 'mendable' }],
    })
    expect('problems' in given && Object.keys(given.problems[0] ?? {})).toEqual([
      'rule',
      'severity',
      'message',
      'remedy',
    ])
  })

  it.each([
    [
      'what is optional left out',
      { signature: undefined, history: undefined, others: undefined, settings: undefined },
    ],
    ['what is optional null', { signature: null, history: null, others: null, settings: null }],
    ['unknown fields', { colour: 'blue' }],
    [
      'history without anything',
      { history: { suppressed: false, hardBounce: null, openPitchWithProspect: '', promiseOverdue: [] } },
    ],
    ['a number for an id', { id: 'a1' }],
    ['a date without time', { now: '2026-03-10' }],
    ['a date with an offset', { now: '2026-03-10T22:00:00+13:00' }],
    ['a date without an offset', { now: '2026-03-10T09:00:00' }],
  ])('takes %s', (_, change) => {
    const given = answer({ body: `${example.body}\n\nAna Silva`, ...change })
    expect(given).toMatchObject({ id: 'a1', ready: true })
  })

  it.each([
    [{ history: { suppressed: true } }, ['suppressed']],
    [{ history: { suppressed: 'domain' } }, ['suppressed']],
    [{ history: { lastMessageAt: '2026-01-01T00:00:00Z' } }, ['cooling-off']],
    [{ history: { lastMessageAt: '2025-12-10T09:00:00Z' } }, []],
    [{ history: { lastMessageAt: '2025-12-10T09:00:01Z' } }, ['cooling-off']],
    [{ history: { sentToday: 15 } }, ['daily-cap']],
    [{ history: { sentToday: 5 }, settings: { dailyCap: 5 } }, ['daily-cap']],
    [{ history: { sentToday: 5 }, settings: { dailyCap: 'many' } }, []],
    [{ history: { alreadyLinks: ['https://ferrynotes.example/x'] } }, ['already-covered']],
    [{ isFollowUp: true, history: { answeredAt: '2026-03-09T09:00:00Z' } }, ['replied']],
    [{ isFollowUp: true, reading: null, guidelines: null, origin: null }, []],
    [
      {
        purpose: 'reply',
        reading: null,
        history: { lastMessageAt: '2026-03-09T09:00:00Z', openPitchWithProspect: true },
      },
      [],
    ],
    [{ purpose: 'thanks', reading: null }, []],
    [{ reading: null }, ['no-reading']],
  ])('%o is judged as %o', (change, expected) => {
    expect(rules(change)).toEqual(expected)
  })

  it('says of a near copy no more than of anything else', () => {
    const given = answer({ others: [{ id: 'p9', body: example.body }] })
    const [found] = 'problems' in given ? given.problems : []
    expect(found?.rule).toBe('near-copy')
    expect(found?.message).toContain('p9')
    expect(Object.keys(found ?? {})).toEqual(['rule', 'severity', 'message', 'remedy'])
  })

  it.each([
    [{ isFollowUp: true, purpose: 'thanks', history: { answeredAt: '2026-03-09T09:00:00Z' } }, []],
    [{ isFollowUp: true, purpose: 'first', history: { answeredAt: '2026-03-09T09:00:00Z' } }, ['replied']],
    [{ isFollowUp: false, purpose: 'follow-up', history: { followUpsSent: 1 } }, ['follow-ups-spent']],
  ])('lets the purpose say more than isFollowUp: %o', (change, expected) => {
    expect(rules(change)).toEqual(expected)
  })

  it.each([
    ['no JSON', '{"id": "a1", '],
    ['a list', '[1, 2]'],
    ['a word', '"hello"'],
    ['null', 'null'],
    ['no id', '{"route": "product"}'],
    ['nothing at all', ''],
  ])('answers %s with an error', (_, line) => {
    const given = reviewPitchLine(line)
    expect(given.id).toBeNull()
    expect('error' in given && given.error.length).toBeGreaterThan(10)
  })

  it.each([
    [{ now: 'yesterday' }, 'now'],
    [{ route: 'both' }, 'route'],
    [{ body: 5 }, 'body'],
    [{ contact: null }, 'contact'],
    [{ history: { lastMessageAt: 'soon' } }, 'history.lastMessageAt'],
  ])('names what is wrong in %o, with the id', (change, where) => {
    const given = answer(change)
    expect(given.id).toBe('a1')
    expect('error' in given && given.error).toContain(where)
  })
})
