import { describe, expect, it } from 'vitest'
import { choicesOf, kindsFor, kindWords, withoutWay } from './notification-kinds.ts'

describe('what one is told by mail', () => {
  it('is little unless one asks for more: replies when they come, the rest in the morning', () => {
    expect(choicesOf({})).toEqual({
      reply: 'now',
      outcome: 'digest',
      review: 'digest',
      deadline: 'digest',
      file: 'digest',
      mailbox: 'digest',
    })
    expect(choicesOf(null)).toEqual(choicesOf({}))
  })

  it('is what was chosen, and nothing that makes no sense', () => {
    const stored = { reply: 'never', outcome: 'loudly', deadline: 'now', gossip: 'now' }
    expect(choicesOf(stored)).toEqual({ ...choicesOf({}), reply: 'never', deadline: 'now' })
  })

  it('stops by way, and leaves the other way alone', () => {
    const choices = choicesOf({ deadline: 'now', file: 'never' })
    expect(withoutWay(choices, 'now')).toEqual({ ...choices, reply: 'never', deadline: 'never' })
    expect(withoutWay(choices, 'digest')).toEqual({
      ...choicesOf({ reply: 'now', outcome: 'never', review: 'never', deadline: 'now' }),
      file: 'never',
      mailbox: 'never',
    })
  })

  it('concerns a viewer only where outcomes and approved reports are told', () => {
    expect(kindsFor('viewer')).toEqual(['outcome', 'review'])
    expect(kindsFor('reviewer')).toEqual(['outcome', 'review'])
    expect(kindsFor('writer')).toEqual(['reply', 'outcome', 'review', 'deadline', 'mailbox'])
    expect(kindsFor('owner')).toHaveLength(6)
    expect(kindWords('review', 'viewer').label).toBe('A report is ready')
    expect(kindWords('review', 'writer').label).not.toBe('A report is ready')
  })
})
