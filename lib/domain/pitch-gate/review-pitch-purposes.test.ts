import { describe, expect, it } from 'vitest'
import { EXAMPLE_PAGE, examplePitch } from './example-pitch.ts'
import { PITCH_PURPOSES, type PitchFacts } from './pitch-facts.ts'
import { PITCH_RULES } from './pitch-rules.ts'
import { reviewPitch } from './review-pitch.ts'

const rulesOf = (change: Partial<PitchFacts>) => reviewPitch(examplePitch(change)).map((found) => found.rule)
const daysAgo = (days: number) => new Date(examplePitch().now.getTime() - days * 86_400_000)

const EVERYTHING_WRONG: Partial<PitchFacts> = {
  subject: '',
  body: `Hi Tom,\n\n[Name], in return for a link we would pay you for a post. ${'Words upon words. '.repeat(100)}`,
  signature: '',
  origin: null,
  guidelines: null,
  reading: { pageText: EXAMPLE_PAGE, quote: 'this is not on their page', gap: 'packing cubes' },
  others: [
    {
      id: 'p1',
      body: `In return for a link we would pay you for a post. ${'Words upon words. '.repeat(100)} And so on and on and on it goes for a while until there are enough of them.`,
    },
  ],
  history: {
    suppressed: true,
    hardBounce: true,
    lastMessageAt: daysAgo(1),
    answeredAt: daysAgo(1),
    openPitchWithProspect: true,
    followUpsSent: 3,
    sentToday: 20,
    unread: 'Somebody else reads it first.',
    sampleOfferedBefore: true,
    promiseOverdue: true,
    alreadyLinks: true,
  },
}

describe('everything wrong at once', () => {
  const asked = (purpose: PitchFacts['purpose']) =>
    [...new Set(rulesOf({ ...EVERYTHING_WRONG, purpose }))].toSorted()

  it('hides nothing', () => {
    expect(asked('first')).toEqual(
      Object.keys(PITCH_RULES)
        .filter(
          (rule) => !['no-reading', 'gap-missing-from-note', 'follow-ups-spent', 'replied'].includes(rule),
        )
        .toSorted(),
    )
  })

  it('asks a follow-up only what concerns it', () => {
    expect(asked('follow-up')).toEqual(
      [
        'bounced',
        'condition',
        'follow-ups-spent',
        'near-copy',
        'placeholder',
        'replied',
        'sells-or-buys',
        'subject',
        'suppressed',
        'too-long',
        'wrong-name',
      ].toSorted(),
    )
  })

  it.each(['reply', 'thanks', 'ask', 'answer-to-request'] as const)(
    'asks a %s neither cooling-off, open conversation nor cap',
    (purpose) => {
      for (const rule of ['cooling-off', 'open-conversation', 'daily-cap', 'replied', 'follow-ups-spent']) {
        expect(asked(purpose)).not.toContain(rule)
      }
    },
  )

  it('needs no reading for a reply or thanks, and does for an ask', () => {
    const needsReading = PITCH_PURPOSES.filter((purpose) =>
      rulesOf({ reading: null, purpose }).includes('no-reading'),
    )
    expect(needsReading).toEqual(['first', 'ask', 'answer-to-request'])
  })

  it('gives every problem a message and a remedy in whole sentences', () => {
    for (const found of reviewPitch(examplePitch(EVERYTHING_WRONG))) {
      expect(found.message).toMatch(/[.”"!?]$/)
      expect(found.remedy).toMatch(/[.?"]$/)
      expect(found.message + found.remedy).not.toContain('!')
    }
  })

  it('lists final problems first', () => {
    const severities = reviewPitch(examplePitch(EVERYTHING_WRONG)).map((found) => found.severity)
    expect(severities.lastIndexOf('final')).toBeLessThan(severities.indexOf('mendable'))
  })
})
