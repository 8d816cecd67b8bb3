import { describe, expect, it } from 'vitest'
import {
  cadenceOf,
  type FollowUpFacts,
  followUpDueOn,
  isClosedBySilence,
  isFollowUpDue,
  silenceClosesAt,
  whyNoFollowUp,
} from './follow-up-cadence.ts'

describe('followUpDueOn', () => {
  it.each([
    [
      'Friday 23:30 there, five working days: next Friday',
      '2026-03-06T10:30:00Z',
      'Pacific/Auckland',
      5,
      '2026-03-13',
    ],
    [
      'the same moment, where it is still Friday morning',
      '2026-03-06T10:30:00Z',
      'Europe/Berlin',
      5,
      '2026-03-13',
    ],
    ['half an hour later, Saturday there', '2026-03-06T11:30:00Z', 'Pacific/Auckland', 5, '2026-03-13'],
    [
      'Friday 23:30 in New York, Saturday in UTC',
      '2026-03-07T04:30:00Z',
      'America/New_York',
      5,
      '2026-03-13',
    ],
    ['Monday, three days', '2026-03-09T12:00:00Z', 'UTC', 3, '2026-03-12'],
    ['Thursday, three days, over a weekend', '2026-03-12T12:00:00Z', 'UTC', 3, '2026-03-17'],
    ['Sunday counts from Monday', '2026-03-08T12:00:00Z', 'UTC', 5, '2026-03-13'],
    ['over the end of summer time', '2026-10-23T21:30:00Z', 'Europe/Berlin', 5, '2026-10-30'],
    ['over the start of summer time', '2026-03-27T22:30:00Z', 'Europe/Berlin', 5, '2026-04-03'],
    ['twenty days are four weeks', '2026-03-06T12:00:00Z', 'UTC', 20, '2026-04-03'],
    ['Monday there although still Sunday here', '2026-03-08T23:30:00Z', 'Asia/Tokyo', 5, '2026-03-16'],
  ])('%s', (_, sentAt, timeZone, days, due) => {
    expect(followUpDueOn(new Date(sentAt), timeZone, days)).toBe(due)
  })

  it('takes looser or senseless numbers of days as the default', () => {
    for (const days of [0, 1, 2, 21, -5, 4.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(followUpDueOn(new Date('2026-03-06T12:00:00Z'), 'UTC', days)).toBe('2026-03-13')
    }
  })

  it('is due from the first minute of that date where the contact lives', () => {
    expect(isFollowUpDue('2026-03-13', new Date('2026-03-12T10:59:00Z'), 'Pacific/Auckland')).toBe(false)
    expect(isFollowUpDue('2026-03-13', new Date('2026-03-12T11:00:00Z'), 'Pacific/Auckland')).toBe(true)
  })
})

describe('cadenceOf', () => {
  it.each([
    [{}, { maxFollowUps: 1, afterWorkingDays: 5, silenceClosesAfterDays: 21 }],
    [{ maxFollowUps: 0 }, { maxFollowUps: 0 }],
    [{ maxFollowUps: 2 }, { maxFollowUps: 2 }],
    [{ maxFollowUps: 3 }, { maxFollowUps: 1 }],
    [{ maxFollowUps: -1 }, { maxFollowUps: 1 }],
    [{ maxFollowUps: null }, { maxFollowUps: 1 }],
    [{ afterWorkingDays: 2 }, { afterWorkingDays: 5 }],
    [{ afterWorkingDays: 20 }, { afterWorkingDays: 20 }],
    [{ silenceClosesAfterDays: 13 }, { silenceClosesAfterDays: 21 }],
    [{ silenceClosesAfterDays: 60 }, { silenceClosesAfterDays: 60 }],
    [{ silenceClosesAfterDays: 14.5 }, { silenceClosesAfterDays: 21 }],
  ])('%o holds as %o', (asked, holds) => {
    expect(cadenceOf(asked)).toMatchObject(holds)
  })
})

describe('silence', () => {
  it('closes a pitch 21 days after the last message, not a minute earlier', () => {
    const last = new Date('2026-03-01T09:00:00Z')
    const settings = cadenceOf()
    expect(silenceClosesAt(last, settings).toISOString()).toBe('2026-03-22T09:00:00.000Z')
    expect(isClosedBySilence(last, settings, new Date('2026-03-22T08:59:59Z'))).toBe(false)
    expect(isClosedBySilence(last, settings, new Date('2026-03-22T09:00:00Z'))).toBe(true)
  })
})

describe('whyNoFollowUp', () => {
  const facts: FollowUpFacts = {
    state: 'sent',
    closedBecause: null,
    followUpsSent: 0,
    settings: cadenceOf(),
    stopped: false,
    bounced: false,
  }

  it('has nothing against one follow-up on a pitch nobody answered', () => {
    expect(whyNoFollowUp(facts)).toBeNull()
    expect(whyNoFollowUp({ ...facts, followUpsSent: 1, settings: cadenceOf({ maxFollowUps: 2 }) })).toBeNull()
  })

  it.each<[string, Partial<FollowUpFacts>]>([
    ['stopped', { stopped: true, bounced: true, state: 'answered' }],
    ['stopped', { state: 'closed', closedBecause: 'stopped' }],
    ['bounced', { bounced: true }],
    ['bounced', { state: 'closed', closedBecause: 'bounced' }],
    ['declined', { state: 'closed', closedBecause: 'declined' }],
    ['replied', { state: 'answered' }],
    ['closed', { state: 'closed', closedBecause: 'no-answer' }],
    ['not-sent', { state: 'draft' }],
    ['not-sent', { state: 'ready' }],
    ['none-wanted', { settings: cadenceOf({ maxFollowUps: 0 }) }],
    ['spent', { followUpsSent: 1 }],
    ['spent', { followUpsSent: 2, settings: cadenceOf({ maxFollowUps: 2 }) }],
    ['spent', { followUpsSent: 7 }],
  ])('says "%s" when %o', (because, change) => {
    expect(whyNoFollowUp({ ...facts, ...change })?.because).toBe(because)
  })
})
