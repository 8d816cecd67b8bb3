import { describe, expect, it } from 'vitest'
import { FREE_REQUESTS } from './cases/free-requests.ts'
import { conditionKey, mostWordsAsked } from './condition-kinds.ts'
import { findConditions } from './find-conditions.ts'
import { readRequest } from './read-request.ts'
import { splitDigest } from './split-digest.ts'

const context = { sentAt: new Date('2028-05-09T14:00:00Z'), timeZone: 'Europe/Berlin' }

describe('twenty free-form requests', () => {
  it('are twenty', () => expect(FREE_REQUESTS).toHaveLength(20))

  it.each(FREE_REQUESTS.map((request) => [request.text.slice(0, 50), request] as const))(
    '%s … is one request, read as it says',
    (_, { text, ...expected }) => {
      expect(splitDigest(text).parts).toEqual([{ kind: 'request', start: 0, end: text.length }])
      const read = readRequest(text, context)
      expect(read.outlet).toBe(expected.outlet ?? '')
      expect(read.journalist).toBe(expected.journalist ?? '')
      expect(read.replyTo).toBe(expected.replyTo ?? '')
      const at = read.deadline && (read.deadline.at?.toISOString().replace('.000', '') ?? null)
      expect(at).toBe(expected.at ?? null)
      if (expected.at !== undefined) expect(read.deadline).not.toBeNull()
      if (expected.conditions) expect(read.conditions.map(({ kind }) => kind)).toEqual(expected.conditions)
      if (expected.doubt) expect(read.deadline?.doubts.join(' ')).toContain(expected.doubt)
      for (const { words } of read.conditions) expect(text).toContain(words)
      expect(read.topic.length).toBeGreaterThan(8)
      if (expected.topic) expect(read.topic).toBe(expected.topic)
    },
  )
})

describe('a mail that was forwarded', () => {
  it('says in its headers who asks, and what about', () => {
    const text =
      'Subject: Fwd: Re: Shops that lend\nFrom: "Noor Haddad" <noor@courier.example>\nTo: mara@fernway.example\nDate: Tue, 9 May 2028\n\nWhy do you lend tents? By noon on Friday, please.'
    expect(readRequest(text, context)).toMatchObject({
      ...{ topic: 'Shops that lend', journalist: 'Noor Haddad', replyTo: 'noor@courier.example' },
      question: 'Why do you lend tents? By noon on Friday, please.',
      deadline: { readAs: 'Friday 12 May 2028, 12:00 in Berlin (UTC+2)' },
    })
  })
})

describe('a condition', () => {
  it.each([
    ['UK only.', 'place'],
    ['Sources must be based in New Zealand.', 'place'],
    ['Please do not use AI to write this.', 'no-ai'],
    ['AI-generated answers will be ignored.', 'no-ai'],
    ['Humans only.', 'no-ai'],
    ['No product pitches!', 'no-pitch'],
    ['Please don’t send press releases.', 'no-pitch'],
    ['You must be a founder.', 'role'],
    ['CEOs only, please.', 'role'],
    ['Must be a certified dietitian.', 'credential'],
    ['Headshot required.', 'photo'],
    ['You must be willing to be photographed.', 'photo'],
    ['Keep it under 120 words.', 'length'],
    ['You must have personal experience of this.', 'first-hand'],
    ['Please include your job title and LinkedIn.', 'named'],
    ['You need to be available for a short Zoom call.', 'call'],
    ['This has to be exclusive to us.', 'exclusive'],
  ] as const)('%s is one of its kind: %s', (words, kind) => {
    expect(findConditions(words)).toEqual([{ kind, words }])
  })

  it.each([
    'Photos are optional.',
    'You do not have to be in the UK.',
    'We are a UK magazine about gardens.',
    'The founder of the shop told me about you.',
    'What do you think of AI in schools?',
    'Which products do you love?',
    'It is not necessary to have credentials.',
    'I saw the picture you posted last week.',
    'Tell me about a journey of 500 miles.',
    'Only a few of them came back.',
  ])('%s asks for nothing', (words) => {
    expect(findConditions(words)).toEqual([])
  })

  it('may be two in one sentence', () => {
    const kinds = (words: string) => findConditions(words).map(({ kind }) => kind)
    expect(kinds('US-based experts only')).toEqual(['place', 'role'])
    expect(kinds('Licensed therapists only, and please include your full name.')).toEqual([
      'credential',
      'named',
    ])
  })

  it('stands where the service has its requirements, whatever it says', () => {
    expect(findConditions('', '- People who keep bees\n- Bees in the UK only')).toEqual([
      { kind: 'other', words: 'People who keep bees' },
      { kind: 'place', words: 'Bees in the UK only' },
    ])
  })

  it('is the same with other spaces', () => {
    expect(conditionKey({ kind: 'place', words: 'UK  only' })).toBe(
      conditionKey({ kind: 'place', words: 'uk only ' }),
    )
  })

  it.each([
    ['under 120 words', 120],
    ['100-150 words each', 150],
    ['150 to 200 words', 200],
    ['no more than 80 words', 80],
    ['two sentences', null],
  ])('%s asks for at most %s words', (words, most) => expect(mostWordsAsked(words)).toBe(most))
})
