import { describe, expect, it } from 'vitest'
import { examplePitch } from './example-pitch.ts'
import type { PitchFacts } from './pitch-facts.ts'
import { reviewLength, reviewSubject } from './text-rules.ts'

const words = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`).join(' ')
const REQUIRED =
  "I'm Ana Silva from Sailcloth Bags. I found your address on your contact page. Tell me if you'd rather not hear from me."

const severityOf = (body: string, change: Partial<PitchFacts> = {}) =>
  reviewLength(examplePitch({ body, signature: '', ...change }))[0]?.severity ?? 'none'

describe('length', () => {
  it.each([
    [0, 'none'],
    [120, 'none'],
    [121, 'warning'],
    [200, 'warning'],
    [201, 'mendable'],
    [5_000, 'mendable'],
  ])('%i words: %s', (count, severity) => {
    expect(severityOf(words(count))).toBe(severity)
  })

  it('counts no required lines', () => {
    expect(severityOf(`${words(120)}\n\n${REQUIRED}`)).toBe('none')
    expect(severityOf(`${words(121)}\n\n${REQUIRED}`)).toBe('warning')
    expect(severityOf(`${words(200)}\n\n${REQUIRED}`)).toBe('warning')
  })

  it('counts no line that only carries our name', () => {
    expect(severityOf(`${words(120)}\n\nBest, Ana Silva`)).toBe('none')
    expect(severityOf(`${words(120)}\n\nAna Silva, Sailcloth Bags.`)).toBe('none')
    expect(severityOf(`${words(116)}\n\nWe at Sailcloth Bags sew them by hand.`)).toBe('warning')
  })

  it('counts no postal address', () => {
    expect(severityOf(`${words(120)}\n\n12 Quay Street, Napier 4110, New Zealand`)).toBe('none')
  })

  it('counts no signature, wherever it stands', () => {
    expect(severityOf(`${words(120)}\n-- \nAna Silva\nSailcloth Bags, Napier`)).toBe('none')
    expect(severityOf(`${words(120)}\n\nAna\nBags of Napier`, { signature: 'Ana\nBags of Napier' })).toBe(
      'none',
    )
    expect(severityOf(words(120), { signature: words(300) })).toBe('none')
  })

  it('counts a required line that carries a whole pitch', () => {
    expect(severityOf(`${words(210)} and tell me if you'd rather not hear from me.`)).toBe('mendable')
  })

  it('counts dashes, emoji and marks as no words', () => {
    expect(severityOf(`${words(120)} — 🎒 !! ... *`)).toBe('none')
  })

  it('keeps to tighter limits, and takes looser ones as the default', () => {
    expect(severityOf(words(60), { settings: { warnWords: 50, maxWords: 80 } })).toBe('warning')
    expect(severityOf(words(81), { settings: { warnWords: 50, maxWords: 80 } })).toBe('mendable')
    expect(severityOf(words(201), { settings: { maxWords: 500 } })).toBe('mendable')
    expect(severityOf(words(121), { settings: { warnWords: 150 } })).toBe('warning')
    expect(severityOf(words(121), { settings: { warnWords: -1, maxWords: Number.NaN } })).toBe('warning')
  })
})

const subjectProblems = (subject: string, change: Partial<PitchFacts> = {}) =>
  reviewSubject(examplePitch({ subject, ...change })).map(({ severity, message }) => [severity, message])

describe('subject', () => {
  it.each(['', '   ', '\u200b', '\u00ad \u00a0'])('is mendable when empty: "%s"', (subject) => {
    expect(subjectProblems(subject)).toEqual([['mendable', 'The subject is empty.']])
  })

  it.each([
    ['x'.repeat(29), 1],
    ['x'.repeat(30), 0],
    ['x'.repeat(60), 0],
    ['x'.repeat(61), 1],
    [`  ${'x'.repeat(30)}  `, 0],
    ['👨‍👩‍👧‍👦'.repeat(30), 0],
    ['é'.normalize('NFD').repeat(60), 0],
    ['x'.repeat(100_000), 1],
  ])('is fine from 30 to 60 characters as a reader counts them (%#)', (subject, problems) => {
    expect(subjectProblems(subject)).toHaveLength(problems)
  })

  it('warns about capitals only', () => {
    expect(subjectProblems('A BAG MADE FROM OLD SAILS FOR YOU')[0]?.[1]).toContain('capitals')
    expect(subjectProblems('A bag made from OLD SAILS for you')).toEqual([])
    expect(subjectProblems('一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十')).toEqual([])
  })

  it.each([
    'Re: a bag made from old sails for you',
    'RE : a bag made from old sails for you',
    'Fwd: a bag made from old sails',
  ])('warns about "%s" on a first mail only', (subject) => {
    expect(subjectProblems(subject)[0]?.[1]).toContain('look like an answer')
    expect(subjectProblems(subject, { purpose: 'follow-up' }).flat().join()).not.toContain('answer')
    expect(subjectProblems(subject, { purpose: 'reply' }).flat().join()).not.toContain('answer')
  })

  it('does not count "Re:" for length where it is right', () => {
    expect(subjectProblems(`Re: ${'x'.repeat(60)}`, { purpose: 'follow-up' })).toEqual([])
  })

  it('takes words that begin with "re" for words', () => {
    expect(subjectProblems('Repairing sails: a bag that came of it')).toEqual([])
  })

  it('lists all that is odd about it', () => {
    expect(subjectProblems('RE: HELLO')).toHaveLength(3)
  })
})
