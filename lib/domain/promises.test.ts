import { describe, expect, it } from 'vitest'
import { owedWords, promiseStanding } from './promises.ts'

describe('a promise', () => {
  it.each([
    ['open', '2026-03-03', 'overdue'],
    ['open', '2026-03-04', 'due'],
    ['open', '2026-03-05', 'later'],
    ['kept', '2026-03-03', 'kept'],
    ['released', '2026-03-03', 'released'],
  ] as const)('that is %s and due on %s is %s on the fourth', (state, dueOn, standing) => {
    expect(promiseStanding({ state, dueOn }, '2026-03-04')).toBe(standing)
  })

  it('is told in one line, however long it is', () => {
    expect(owedWords({ words: 'Send\nthe sizes.', dueOn: '2026-03-03' })).toBe(
      '“Send the sizes”, due on 3 March 2026',
    )
    expect(owedWords({ words: '👩🏽‍🌾'.repeat(300), dueOn: '2026-03-03' }).isWellFormed()).toBe(true)
  })
})
