import { describe, expect, it } from 'vitest'
import { type AskFacts, type AskKind, askStanding, isReason } from './link-ask.ts'

const unlinked: AskFacts = {
  outcome: 'mentioned-unlinked',
  publishedOn: '2026-03-01',
  today: '2026-03-04',
  askState: 'none',
  askedOn: null,
  isStopped: false,
  promiseOverdue: null,
}
const asked: AskFacts = { ...unlinked, askState: 'asked', askedOn: '2026-03-05' }
const standing = (change: Partial<AskFacts>, from = unlinked) => askStanding({ ...from, ...change })

describe('asking for a link', () => {
  it.each<[string, Partial<AskFacts>, AskKind]>([
    ['is open on the day it came out', { today: '2026-03-01' }, 'open'],
    ['is open up to 30 days after it came out', { today: '2026-03-31' }, 'open'],
    ['is too late from day 31', { today: '2026-04-01' }, 'too-late'],
    ['needs the day on which it came out', { publishedOn: null }, 'not-dated'],
    ['is not for those who said stop', { isStopped: true }, 'stopped'],
    ['waits while we owe them something', { promiseOverdue: '“The sizes”' }, 'promise-owed'],
    ['is too late, whatever we owe', { promiseOverdue: '“The sizes”', today: '2026-04-01' }, 'too-late'],
    ['is not for those who said stop, dated or not', { isStopped: true, publishedOn: null }, 'stopped'],
    [
      'is out of our hands where they ran it without our name',
      { outcome: 'featured-not-named' },
      'out-of-your-hands',
    ],
    ['is no question where there is a link', { outcome: 'linked-qualified' }, 'no-question'],
    ['is no question where the link is lost', { outcome: 'lost' }, 'no-question'],
    ['is no question where nobody could tell', { outcome: 'could-not-check' }, 'no-question'],
    ['is no question where we are not mentioned', { outcome: 'not-mentioned' }, 'no-question'],
    ['is done once it is done', { askState: 'closed' }, 'closed'],
    ['is done once it is done, whatever came later', { askState: 'closed', outcome: 'linked' }, 'closed'],
    ['happens once, whoever says stop afterwards', { askState: 'asked', isStopped: true }, 'asked'],
  ])('%s', (_claim, change, kind) => {
    expect(standing(change).kind).toBe(kind)
  })

  it('tells the last day of the window', () => {
    expect(standing({}).lastDay).toBe('2026-03-31')
    expect(standing({ publishedOn: null }).lastDay).toBeNull()
  })

  it.each<[string, Partial<AskFacts>, string | null]>([
    ['nothing while there is time', { today: '2026-03-31' }, null],
    ['no answer when the window is over', { today: '2026-04-01' }, 'no-answer'],
    ['nothing in the week after a late ask', { askedOn: '2026-03-30', today: '2026-04-06' }, null],
    ['no answer after that week', { askedOn: '2026-03-30', today: '2026-04-07' }, 'no-answer'],
    ['that they added it, once a look saw it', { outcome: 'linked', today: '2026-03-06' }, 'added'],
  ])('suggests %s', (_claim, change, suggestion) => {
    expect(standing(change, asked).suggests).toBe(suggestion)
  })

  it('suggests to let it be where one may not ask any more', () => {
    expect(standing({ today: '2026-04-01' }).suggests).toBe('not-asked')
    expect(standing({ isStopped: true }).suggests).toBe('not-asked')
    expect(standing({}).suggests).toBeNull()
  })
})

describe('a reason', () => {
  it.each<[string, boolean]>([
    ['', false],
    ['for SEO please', false],
    ['--- --- --- ---', false],
    ['Readers ask where to buy it', true],
    ['読者がどこで買えるか知りたい', true],
  ])('%j: %s', (words, expected) => {
    expect(isReason(words)).toBe(expected)
  })
})
