import { describe, expect, it } from 'vitest'
import {
  CLOSING_REASONS,
  canClose,
  canMove,
  isOpenConversation,
  PITCH_STATES,
  type PitchState,
} from './pitch-states.ts'

const targetsOf = (
  state: PitchState,
  wasSent: boolean,
  closedBecause: (typeof CLOSING_REASONS)[number] | null = null,
) => PITCH_STATES.filter((to) => canMove({ state, wasSent, closedBecause }, to))

describe('where a pitch may go', () => {
  it.each<[PitchState, boolean, PitchState[]]>([
    ['draft', false, ['in-review', 'ready', 'closed']],
    ['in-review', false, ['draft', 'ready', 'closed']],
    ['ready', false, ['draft', 'in-review', 'sent', 'closed']],
    ['sent', true, ['answered', 'closed']],
    ['answered', true, ['sent', 'closed']],
  ])('from %s', (state, wasSent, targets) => {
    expect(targetsOf(state, wasSent)).toEqual(targets)
  })

  it('back to draft only when it was closed before it was sent', () => {
    expect(targetsOf('closed', false, 'withdrawn')).toEqual(['draft'])
    expect(targetsOf('closed', true, 'no-answer')).toEqual(['sent', 'answered'])
  })

  it('nowhere after the person asked to stop', () => {
    expect(targetsOf('closed', true, 'stopped')).toEqual([])
    expect(targetsOf('closed', false, 'stopped')).toEqual([])
  })

  it('never from draft straight to sent', () => {
    expect(canMove({ state: 'draft', wasSent: false, closedBecause: null }, 'sent')).toBe(false)
  })
})

describe('why a pitch may be closed', () => {
  it('knows no answer, bounce or no before it was sent', () => {
    expect(CLOSING_REASONS.filter((reason) => canClose('draft', reason))).toEqual(['stopped', 'withdrawn'])
    expect(CLOSING_REASONS.filter((reason) => canClose('sent', reason))).toEqual([...CLOSING_REASONS])
    expect(CLOSING_REASONS.filter((reason) => canClose('closed', reason))).toEqual([])
  })
})

describe('an open conversation', () => {
  it('is a pitch sent or answered', () => {
    expect(PITCH_STATES.filter(isOpenConversation)).toEqual(['sent', 'answered'])
  })
})
