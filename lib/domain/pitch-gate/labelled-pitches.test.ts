import { describe, expect, it } from 'vitest'
import { LABELLED_PITCHES } from './labelled/labelled-pitches.ts'
import { reviewPitch } from './review-pitch.ts'

describe('the labelled pitches', () => {
  it('are at least 120, each with a name of its own', () => {
    expect(LABELLED_PITCHES.length).toBeGreaterThanOrEqual(120)
    expect(new Set(LABELLED_PITCHES.map(({ about }) => about)).size).toBe(LABELLED_PITCHES.length)
  })

  it.each(LABELLED_PITCHES.map((labelled) => [labelled.about, labelled] as const))(
    'are judged rightly: %s',
    (_, { facts, expected }) => {
      const found = reviewPitch(facts)
      const told = found.map(({ rule, severity, message }) => ({
        verdict: `${rule} ${severity}`,
        message,
      }))
      expect(told.map(({ verdict }) => verdict).sort(), JSON.stringify(told)).toEqual([...expected].sort())
      for (const { message, remedy } of found) expect([message, remedy]).not.toContain('')
    },
  )
})
