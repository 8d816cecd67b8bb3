import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import { NO_HISTORY, type PitchFacts, type PitchHistory } from './pitch-facts.ts'
import { PITCH_RULES } from './pitch-rules.ts'
import { isReady, reviewPitch } from './review-pitch.ts'

const rulesOf = (change: Partial<PitchFacts>) => reviewPitch(examplePitch(change)).map((found) => found.rule)
const withHistory = (change: Partial<PitchHistory>): Partial<PitchFacts> => ({
  history: { ...NO_HISTORY, ...change },
})
const daysAgo = (days: number) => new Date(examplePitch().now.getTime() - days * 86_400_000)

describe('a good pitch', () => {
  it('has no problems', () => {
    expect(reviewPitch(examplePitch())).toEqual([])
    expect(isReady([])).toBe(true)
  })

  it('is ready with warnings', () => {
    const problems = reviewPitch(examplePitch({ subject: 'Short one' }))
    expect(problems.map((found) => found.severity)).toEqual(['warning'])
    expect(isReady(problems)).toBe(true)
  })
})

describe('one thing wrong', () => {
  const reading = examplePitch().reading ?? { pageText: '', quote: '', gap: null }
  const origin = examplePitch().origin ?? { page: null, words: null, noUnsolicited: false, fitsRole: null }
  const inCountry = (country: string) => ({ name: 'Maria López', country, address: null })

  const cases: [string, string, Partial<PitchFacts>][] = [
    ['no reading note', 'no-reading', { reading: null }],
    [
      'a quote that is not there',
      'quote-not-found',
      { reading: { ...reading, quote: 'I have carried the same leather rucksack' } },
    ],
    ['a quote of three words', 'quote-not-found', { reading: { ...reading, quote: 'the bag decides' } }],
    ['an empty quote', 'quote-not-found', { reading: { ...reading, quote: '' } }],
    ['an empty page', 'quote-not-found', { reading: { ...reading, pageText: '' } }],
    ['no gap', 'gap-missing-from-note', { reading: { ...reading, gap: null } }],
    ['a gap that names nothing', 'gap-missing-from-note', { reading: { ...reading, gap: ' no ' } }],
    ['a gap that stands in a list', 'gap-present', { reading: { ...reading, gap: 'no packing cube' } }],
    [
      'a gap that stands in a sentence',
      'gap-present',
      { reading: { ...reading, gap: 'without cheap option' } },
    ],
    ['guidelines nobody looked for', 'guidelines-unseen', { guidelines: null }],
    ['no origin', 'no-origin', { origin: null }],
    ['an origin without page and words', 'no-origin', { origin: { ...origin, page: ' ', words: null } }],
    [
      'an unwelcome address in Canada',
      'no-origin',
      {
        origin: { ...origin, noUnsolicited: true },
        contact: inCountry('CA'),
        signature: 'Ana Silva, 12 Quay Street, Napier 4110, New Zealand',
      },
    ],
    [
      'an unwelcome address in New Zealand',
      'no-origin',
      { origin: { ...origin, noUnsolicited: true }, contact: inCountry('nz') },
    ],
    [
      'the wrong role in Australia',
      'no-origin',
      { origin: { ...origin, fitsRole: false }, contact: inCountry('Australia') },
    ],
    [
      'an Australian address without a country',
      'no-origin',
      {
        origin: { ...origin, noUnsolicited: true },
        contact: { name: 'Maria', country: null, address: 'm@x.com.au' },
      },
    ],
    ['no postal address for the US', 'identity', { contact: inCountry('US') }],
    ['no easy no', 'identity', { body: examplePitch().body.split('\n\n').slice(0, -1).join('\n\n') }],
    ['a placeholder', 'placeholder', { subject: 'A bag made from old sails for {{blog}}' }],
    ['another name', 'wrong-name', { body: examplePitch().body.replace('Maria', 'Tom') }],
    [
      'a condition',
      'condition',
      {
        body: examplePitch().body.replace('No strings, keep it either way.', 'In return we ask for a link.'),
      },
    ],
    [
      'money',
      'sells-or-buys',
      {
        body: examplePitch().body.replace('No strings, keep it either way.', 'We would pay you for a link.'),
      },
    ],
    ['a copy', 'near-copy', { others: [{ id: 'p1', body: examplePitch().body }] }],
    ['too many words', 'too-long', { body: `${examplePitch().body}\n\n${'word '.repeat(200)}` }],
    ['no subject', 'subject', { subject: '' }],
    [
      'a link already there',
      'already-covered',
      withHistory({ alreadyLinks: 'https://ferrynotes.example/x' }),
    ],
    ['a sample twice', 'sample-twice', withHistory({ sampleOfferedBefore: true })],
    ['a promise overdue', 'promise-owed', withHistory({ promiseOverdue: true })],
    ['a suppression', 'suppressed', withHistory({ suppressed: true })],
    ['a bounce', 'bounced', withHistory({ hardBounce: true })],
    ['a message 89 days ago', 'cooling-off', withHistory({ lastMessageAt: daysAgo(89.99) })],
    ['an open pitch', 'open-conversation', withHistory({ openPitchWithProspect: true })],
    ['fifteen pitches today', 'daily-cap', withHistory({ sentToday: 15 })],
    ['nobody else has read it', 'unread', withHistory({ unread: 'Somebody else reads it first.' })],
    ['a spent follow-up', 'follow-ups-spent', { purpose: 'follow-up', ...withHistory({ followUpsSent: 1 }) }],
    [
      'a follow-up after an answer',
      'replied',
      { purpose: 'follow-up', ...withHistory({ answeredAt: daysAgo(1) }) },
    ],
  ]

  it.each(cases)('%s is the only problem: %s', (_, rule, change) => {
    expect(rulesOf(change)).toEqual([rule])
  })

  it('has a case above for every rule', () => {
    expect(new Set(cases.map(([, rule]) => rule))).toEqual(new Set(Object.keys(PITCH_RULES)))
  })
})

describe('what is no problem', () => {
  const reading = examplePitch().reading ?? { pageText: '', quote: '', gap: null }
  const origin = examplePitch().origin ?? { page: null, words: null, noUnsolicited: false, fitsRole: null }

  it.each<[string, Partial<PitchFacts>]>([
    ['no gap on the service route', { route: 'service', reading: { ...reading, gap: null } }],
    [
      'a gap that stands there on the service route',
      { route: 'service', reading: { ...reading, gap: 'packing cubes' } },
    ],
    ['guidelines that were seen', { guidelines: 'seen' }],
    ['a message exactly 90 days ago', withHistory({ lastMessageAt: daysAgo(90) })],
    ['fourteen pitches today', withHistory({ sentToday: 14 })],
    [
      'an unwelcome address in Germany',
      {
        origin: { ...origin, noUnsolicited: true, fitsRole: false },
        contact: { name: 'Maria', country: 'DE', address: null },
      },
    ],
    ['an origin with a page only', { origin: { ...origin, words: null } }],
    ['an origin with words only', { origin: { ...origin, page: null } }],
    ['an answer to an earlier pitch', withHistory({ answeredAt: daysAgo(200) })],
    ['follow-ups of an earlier pitch', withHistory({ followUpsSent: 2 })],
    [
      'a quote in capitals between marks',
      { reading: { ...reading, quote: '“THE BAG DECIDES HOW THE DAY GOES.”' } },
    ],
  ])('%s', (_, change) => {
    expect(rulesOf(change)).toEqual([])
  })
})

describe('limits', () => {
  it.each<[string, Partial<PitchFacts>, string[]]>([
    [
      'a longer cooling-off holds',
      { settings: { coolingOffDays: 180 }, ...withHistory({ lastMessageAt: daysAgo(100) }) },
      ['cooling-off'],
    ],
    [
      'a shorter one counts as the default',
      { settings: { coolingOffDays: 10 }, ...withHistory({ lastMessageAt: daysAgo(80) }) },
      ['cooling-off'],
    ],
    ['a lower cap holds', { settings: { dailyCap: 3 }, ...withHistory({ sentToday: 3 }) }, ['daily-cap']],
    [
      'a higher cap counts as the default',
      { settings: { dailyCap: 100 }, ...withHistory({ sentToday: 15 }) },
      ['daily-cap'],
    ],
    [
      'two follow-ups may be allowed',
      { purpose: 'follow-up', settings: { maxFollowUps: 2 }, ...withHistory({ followUpsSent: 1 }) },
      [],
    ],
    [
      'three may not',
      { purpose: 'follow-up', settings: { maxFollowUps: 3 }, ...withHistory({ followUpsSent: 1 }) },
      ['follow-ups-spent'],
    ],
    ['none may be allowed', { purpose: 'follow-up', settings: { maxFollowUps: 0 } }, ['follow-ups-spent']],
  ])('%s', (_, change, rules) => {
    expect(rulesOf(change)).toEqual(rules)
  })
})
