import { describe, expect, it } from 'vitest'
import type { MailFacts } from './mail-facts.ts'
import { draftMessageId, judgeSentByHand, recipientsOf, type WaitingLetter } from './sent-by-hand.ts'

const BODY =
  'Hi Ben, you wrote that one tent was enough for every hill in Norway and I had to smile. We mend tents in a small workshop by the fjord, and torn seams are most of what we see. Would a short note on mending them fit your list? If you would rather not hear from me, tell me and I will not write again. Mara'
const SINCE = new Date('2026-03-02T10:00:00Z')

const letter: WaitingLetter = {
  ...{
    step: 'first',
    id: 'p1',
    pitchId: 'p1',
    to: 'ben@blog.test',
    others: ['ben@blog.test', 'ben@home.test'],
  },
  ...{ subject: 'Your post about one tent', body: BODY, threadIds: [], since: SINCE },
}
const nudge: WaitingLetter = {
  ...{ ...letter, step: 'follow-up', id: 'f1', subject: 'Re: Your post about one tent' },
  ...{
    body: 'Hi Ben, only a short word whether the note on mending seams would be of use to you this spring.',
  },
  threadIds: ['<first@rapport.test>'],
}
const reply: WaitingLetter = { ...nudge, step: 'reply', id: 'p1', body: '' }

type Odd = { subject?: string; text?: string; to?: string[]; ids?: string[]; at?: Date; inReplyTo?: string }
function judge(odd: Odd, letters: WaitingLetter[] = [letter]) {
  const facts: MailFacts = {
    headers: new Map(odd.inReplyTo ? [['in-reply-to', [odd.inReplyTo]]] : []),
    ...{ from: 'mara@rapport.test', subject: odd.subject ?? letter.subject, date: null },
    ...{ text: odd.text ?? BODY, parts: [], isWhole: true },
  }
  const at = odd.at ?? new Date('2026-03-02T11:00:00Z')
  return judgeSentByHand({ facts, at, ids: odd.ids ?? [], to: odd.to ?? ['ben@blog.test'] }, letters)
}

const MENDED = BODY.replace('had to smile', 'laughed out loud').concat('\n\nSent from my phone')

describe('a mail among the sent mail', () => {
  it.each<[string, Odd, string | undefined]>([
    ['the same words to the same address', {}, 'certain'],
    ['a word mended, and a signature below', { text: MENDED }, 'certain'],
    ['lines wrapped by the mail program', { text: BODY.replaceAll('. ', '.\r\n') }, 'certain'],
    [
      'our draft file, whatever became of its words',
      { ids: ['<p1.draft3@rapport.test>'], text: 'Hello', subject: 'Hi' },
      'certain',
    ],
    ['the same words under another subject', { subject: 'A question' }, 'likely'],
    ['the same words to another address of theirs', { to: ['ben@home.test'] }, 'likely'],
    ['the same subject and other words', { text: 'Hi Ben, something else altogether today.' }, 'ask'],
    ['half of the words under another subject', { subject: 'Hello', text: BODY.slice(0, 190) }, 'ask'],
    [
      'other words and another subject: their own business',
      { subject: 'Lunch', text: 'Lunch on Friday?' },
      undefined,
    ],
    ['somebody else', { to: ['eva@other.test'] }, undefined],
    ['a mail from before the letter was begun', { at: new Date('2026-02-20T11:00:00Z') }, undefined],
  ])('%s', (_, odd, confidence) => {
    expect(judge(odd)?.confidence).toBe(confidence)
  })

  it('is not guessed where two letters fit as well', () => {
    expect(judge({}, [letter, { ...letter, id: 'p2', pitchId: 'p2' }])?.confidence).toBe('ask')
  })

  it('says whether the words are the letter’s own', () => {
    expect(judge({ text: `${BODY}\n-- \nMara` })?.isWhole).toBe(true)
    expect(judge({ text: MENDED })?.isWhole).toBe(false)
  })

  it.each<[string, Odd, string | undefined]>([
    [
      'its words in its thread',
      { text: nudge.body, inReplyTo: '<first@rapport.test>', subject: 'Hi' },
      'certain',
    ],
    ['its words under its subject', { text: nudge.body, subject: 'RE: Your post about one tent' }, 'certain'],
    ['other words in the thread', { text: 'Did you see this?', inReplyTo: '<first@rapport.test>' }, 'ask'],
    ['the first letter once more, which is none', {}, undefined],
    ['other words under the subject', { text: 'Something else.' }, undefined],
  ])('is a follow-up by %s', (_, odd, confidence) => {
    expect(judge(odd, [nudge])?.confidence).toBe(confidence)
  })

  it('is our answer by its thread alone', () => {
    expect(judge({ text: 'Gladly.', inReplyTo: '<first@rapport.test>' }, [reply])?.confidence).toBe('certain')
    expect(judge({ text: 'Gladly.' }, [reply])).toBeNull()
  })

  it('of a few words has to stand there as it is', () => {
    const short = { ...letter, body: 'See below, Ben.' }
    expect(judge({ text: 'See  below,\nBen.' }, [short])?.confidence).toBe('certain')
    expect(judge({ text: 'See above.' }, [short])?.confidence).toBe('ask')
  })
})

it('knows a draft file by its step and its words', () => {
  expect(draftMessageId({ id: 'p1', revision: 3 }, 'rapport.test')).toBe('<p1.draft3@rapport.test>')
})

it('reads whom a mail went to, in linear time', () => {
  const headers = new Map([
    ['to', ['"Ben, of Blog" <ben@blog.test>, EVA@other.test']],
    ['cc', ['a@b.test']],
  ])
  expect(recipientsOf({ headers })).toEqual(['ben@blog.test', 'EVA@other.test', 'a@b.test'])
  const began = performance.now()
  recipientsOf({ headers: new Map([['to', ['@a'.repeat(500_000)]]]) })
  recipientsOf({ headers: new Map([['to', ['a'.repeat(1_000_000)]]]) })
  expect(performance.now() - began).toBeLessThan(200)
})
