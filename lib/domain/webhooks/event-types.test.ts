import { describe, expect, it } from 'vitest'
import { EVENT_TYPE_NAMES, EVENT_TYPES, eventBody, eventLabel, eventPath } from './event-types.ts'

const HOME = 'https://rapport.test/w/ours'

describe('an event', () => {
  it('has a type as Standard Webhooks writes them', () => {
    for (const type of EVENT_TYPE_NAMES) expect(type).toMatch(/^[a-zA-Z0-9_]+(\.[a-zA-Z0-9_]+)+$/)
  })

  it('is thin: a type, a time, an id, what its type says, and a link', () => {
    const at = new Date('2026-03-04T12:00:00Z')
    const data = { id: 'm1', siteId: 's1', from: 'not-looked', to: 'linked' }
    expect(JSON.parse(eventBody({ type: 'mention.outcome_changed', data, at }, HOME))).toEqual({
      type: 'mention.outcome_changed',
      timestamp: '2026-03-04T12:00:00.000Z',
      data: { ...data, link: `${HOME}/mentions/m1` },
    })
  })

  it.each([
    ['mention.recorded', { id: 'a' }, '/mentions/a'],
    ['mention.outcome_changed', { id: 'a' }, '/mentions/a'],
    ['pitch.answered', { id: 'a' }, '/pitches/a'],
    ['follow_up.due', { id: 'a', pitchId: 'b' }, '/pitches/b'],
    ['promise.due', { id: 'a', prospectId: 'b' }, '/prospects/b'],
    ['request.due', { id: 'a' }, '/requests/a'],
    ['rapport.test', { id: 'a' }, '/settings/webhooks/a'],
  ])('of %s leads to where people see it', (type, data, path) => {
    expect(eventPath({ type, data })).toBe(path)
  })

  it('of a version that is gone is called by its own name', () => {
    expect(eventLabel('mention.recorded')).toBe(EVENT_TYPES['mention.recorded'].label)
    expect(eventLabel('pitch.sung')).toBe('pitch.sung')
    expect(eventLabel('toString')).toBe('toString')
  })
})
