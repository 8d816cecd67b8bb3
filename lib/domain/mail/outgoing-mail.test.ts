import { describe, expect, it } from 'vitest'
import { replySubject, threadHeaders } from './mail-thread.ts'
import { wordsForReason } from './outgoing-reasons.ts'
import { nextTryAfterMs } from './outgoing-states.ts'
import { judgeSendFailure, messageIdsIn } from './send-verdict.ts'

describe('a sending that failed', () => {
  it.each([
    ['550, nothing read', { code: 550, wasRead: false }, 'not-sent'],
    ['554 after the final dot', { code: 554, wasRead: true }, 'not-sent'],
    ['421 at the greeting', { code: 421, wasRead: false }, 'later'],
    ['451 after the final dot', { code: 451, wasRead: true }, 'later'],
    ['no answer, and never begun', { code: undefined, wasRead: false }, 'later'],
    ['no answer, and begun', { code: undefined, wasRead: true }, 'unknown'],
    ['an answer that is no refusal', { code: 354, wasRead: true }, 'unknown'],
    ['a number that is no reply code', { code: 999, wasRead: false }, 'unknown'],
  ] as const)('with %s', (_, failure, verdict) => {
    expect(judgeSendFailure(failure)).toBe(verdict)
  })

  it('is tried again after longer and longer, and then no more', () => {
    expect([1, 2, 3, 4, 5, 6].map((tries) => (nextTryAfterMs(tries) ?? 0) / 60_000)).toEqual([
      1, 2, 5, 10, 20, 30,
    ])
    expect(nextTryAfterMs(7)).toBeNull()
  })

  it('has words, whatever the reason', () => {
    expect(wordsForReason('late').sentence).not.toBe('')
    expect(wordsForReason('of another time').sentence).toBe('It did not go out.')
    expect(wordsForReason(null).sentence).toBe('It did not go out.')
  })
})

describe('the Message-IDs an answer names', () => {
  it('are those in angle brackets, each once', () => {
    const answer = '250 2.0.0 OK <a.b@prod.outlook.com> [Hostname=x] <a.b@prod.outlook.com>'
    expect(messageIdsIn(answer)).toEqual(['<a.b@prod.outlook.com>'])
    expect(messageIdsIn('250 OK id=1abc-23')).toEqual([])
    expect(messageIdsIn(`250 <${'<'.repeat(100_000)}`)).toEqual([])
  })
})

describe('a thread', () => {
  it('answers its last message that has an id, and names those before it in order', () => {
    const messages = [
      { mailIds: ['<1@a>'] },
      { mailIds: [] },
      { mailIds: ['<2@a>', '<2@server>'] },
      { mailIds: [] },
    ]
    expect(threadHeaders(messages)).toEqual({
      inReplyTo: '<2@server>',
      references: ['<1@a>', '<2@a>', '<2@server>'],
    })
    expect(threadHeaders([{ mailIds: [] }])).toBeUndefined()
  })

  it('keeps its first and its latest names when it grows long', () => {
    const messages = Array.from({ length: 100 }, (_, n) => ({ mailIds: [`<${n}@a>`] }))
    const { references = [] } = threadHeaders(messages) ?? {}
    expect([references.length, references[0], references.at(-1)]).toEqual([30, '<0@a>', '<99@a>'])
  })

  it('has one "Re:", in whatever language', () => {
    expect(replySubject('Your post')).toBe('Re: Your post')
    expect(replySubject('Re: Your post')).toBe('Re: Your post')
    expect(replySubject('AW: Ihr Beitrag')).toBe('AW: Ihr Beitrag')
    expect(replySubject(' ')).toBe('Re:')
  })
})
