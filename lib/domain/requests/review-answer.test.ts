import { describe, expect, it } from 'vitest'
import { type AnswerFacts, mayBeSent, reviewAnswer } from './review-answer.ts'

const facts = (change: Partial<AnswerFacts> = {}): AnswerFacts => ({
  now: new Date('2028-05-09T12:00:00Z'),
  subject: 'Packing for three climates in one bag',
  body: 'Hello Petra,\n\nI leave the second pair of shoes at home, always. A wool layer does for snow and for the night bus.\n\nMara Lind, founder of Fernway',
  isMail: true,
  journalist: 'Petra Holm',
  suppressed: false,
  promiseOverdue: null,
  site: { name: 'Fernway', peopleNames: ['Mara Lind'] },
  conditions: [],
  deadlineAt: new Date('2028-05-12T23:00:00Z'),
  others: [],
  ...change,
})
const rules = (change: Partial<AnswerFacts>) =>
  reviewAnswer(facts(change)).map(({ rule, severity }) => `${rule} ${severity}`)

describe('an answer to a request', () => {
  it('needs nothing of theirs read, no origin of an address, and no way to say no: they asked', () => {
    expect(reviewAnswer(facts())).toEqual([])
  })

  it.each<[string, Partial<AnswerFacts>, string[]]>([
    ['a stop holds, whoever asks', { suppressed: 'she asked us to stop' }, ['suppressed final']],
    ['nothing written', { body: ' ' }, ['unwritten mendable']],
    ['no Site said', { site: null }, ['no-site mendable']],
    [
      'a condition nobody looked at',
      { conditions: [{ kind: 'place', words: 'UK only', answer: null }] },
      ['asked-open mendable'],
    ],
    [
      'a condition not met',
      { conditions: [{ kind: 'place', words: 'UK only', answer: 'unmet' }] },
      ['asked-unmet mendable'],
    ],
    ['a condition met', { conditions: [{ kind: 'place', words: 'UK only', answer: 'met' }] }, []],
    ['no AI, and met', { conditions: [{ kind: 'no-ai', words: 'No AI', answer: 'met' }] }, ['no-ai warning']],
    ['a placeholder', { body: 'Hello Petra, I am [Name] of Fernway.' }, ['placeholder mendable']],
    [
      'another name in the greeting',
      { body: 'Hello Jonas,\n\nI would mend it.\n\nMara Lind' },
      ['wrong-name mendable'],
    ],
    [
      'a link asked for in return',
      { body: 'Hello Petra, happy to answer in exchange for a dofollow link to Fernway.' },
      ['condition mendable'],
    ],
    [
      'longer than they want',
      {
        body: `${'word '.repeat(60)}Mara Lind`,
        conditions: [{ kind: 'length', words: 'under 50 words', answer: 'met' }],
      },
      ['too-long mendable'],
    ],
    [
      'as long as they want, and longer than a pitch',
      {
        body: `${'word '.repeat(260)}Mara Lind`,
        conditions: [{ kind: 'length', words: 'up to 300 words', answer: 'met' }],
      },
      [],
    ],
    ['too long where they say nothing', { body: `${'word '.repeat(201)}Mara Lind` }, ['too-long mendable']],
    ['nobody named', { body: 'Hello Petra,\n\nI would leave the shoes.' }, ['nobody-named warning']],
    ['a mail without a subject', { subject: ' ' }, ['subject mendable']],
    ['a form without a subject', { subject: '', isMail: false }, []],
    ['something owed to who asks', { promiseOverdue: '“The sizes”, due on 1 May' }, ['promise-owed warning']],
    ['too late', { deadlineAt: new Date('2028-05-09T11:00:00Z') }, ['too-late warning']],
  ])('%s', (_, change, expected) => expect(rules(change)).toEqual(expected))

  it('is nearly another one', () => {
    const body = `Hello Petra,\n\n${'I leave the second pair of shoes at home because one wool layer does for snow and for the night bus too. '.repeat(2)}\n\nMara Lind`
    const other = { id: 'one', label: 'another answer', body: body.replace('Petra', 'Jonas') }
    expect(rules({ body, others: [other] })).toEqual(['near-copy mendable'])
  })

  it('may go out in spite of warnings, and of nothing else', () => {
    expect(mayBeSent(reviewAnswer(facts({ deadlineAt: new Date(0) })))).toBe(true)
    expect(mayBeSent(reviewAnswer(facts({ site: null })))).toBe(false)
  })
})
