import { describe, expect, it } from 'vitest'
import { PROSPECT_STAGE_TABLE, PROSPECT_STAGES, type ProspectStageFacts, stageOf } from './prospect-stage.ts'

const at = new Date('2026-03-01T09:00:00Z')
const nothing: ProspectStageFacts = { setAsideAt: null, readingNoteCount: 0, mentionCount: 0, pitches: [] }
const open = { state: 'sent', sentAt: at } as const
const answered = { state: 'answered', sentAt: at } as const
const closed = { state: 'closed', sentAt: at } as const

describe('stageOf', () => {
  it.each<[string, Partial<ProspectStageFacts>, string]>([
    ['nothing happened', {}, 'to-read'],
    ['somebody read', { readingNoteCount: 1 }, 'read'],
    ['only a draft was written', { pitches: [{ state: 'draft', sentAt: null }] }, 'to-read'],
    ['a draft was put away', { readingNoteCount: 1, pitches: [{ state: 'closed', sentAt: null }] }, 'read'],
    ['a pitch is out', { readingNoteCount: 1, pitches: [open] }, 'pitched'],
    ['one is out and one closed', { pitches: [closed, open] }, 'pitched'],
    ['they answered', { pitches: [answered, open] }, 'talking'],
    ['all that was sent is closed', { readingNoteCount: 1, pitches: [closed, closed] }, 'resting'],
    [
      'all sent is closed and a new draft begun',
      { pitches: [closed, { state: 'draft', sentAt: null }] },
      'resting',
    ],
    ['they mentioned us', { mentionCount: 1, pitches: [answered] }, 'covered'],
    ['they mentioned us unasked', { mentionCount: 1 }, 'covered'],
    ['a person set it aside', { setAsideAt: at, mentionCount: 1, pitches: [answered] }, 'not-for-us'],
  ])('when %s', (_, change, stage) => {
    expect(stageOf({ ...nothing, ...change })).toBe(stage)
  })

  it('has a label and a sentence for every stage', () => {
    for (const stage of PROSPECT_STAGES) expect(PROSPECT_STAGE_TABLE[stage].meaning).toMatch(/\.$/)
  })
})
