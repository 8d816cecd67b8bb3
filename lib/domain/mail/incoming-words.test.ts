import { describe, expect, it } from 'vitest'
import { followUpAfterReturn } from '../follow-up-cadence.ts'
import { OWN, PITCH, SENT_TEXT } from './cases/raw-mail.ts'
import { incomingFacts, noticeWords } from './incoming-facts.ts'
import { subjectsBehind } from './mail-subject.ts'
import { doubtNote, isLookLate } from './mailbox-looks.ts'
import { evidenceFor, evidenceWords } from './match-evidence.ts'
import { parseMail } from './parse-mail.ts'

describe('what stands behind a subject’s prefixes', () => {
  it.each([
    ['Re: Your list', ['your list']],
    ['AW: [EXTERNAL] Your list', ['[external] your list', 'your list']],
    ['Re: FW: Your list', ['fw: your list', 'your list']],
    ['WG: AW: Fwd: Your list', ['wg: aw: fwd: your list', 'fwd: your list', 'your list']],
    ['', []],
    ['Re:', []],
  ])('of "%s"', (subject, spellings) => {
    expect(subjectsBehind(subject)).toEqual(spellings)
  })

  it('is found in bounded time', () => {
    const started = performance.now()
    subjectsBehind('Fwd: Re: '.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(200)
  })
})

describe('the evidence for an answer', () => {
  const about = async (head: string, text = 'Hello') =>
    evidenceWords(evidenceFor(await parseMail(Buffer.from(`${head}\r\n\r\n${text}`)), PITCH), 'Marta')

  it('is told in sentences', async () => {
    expect(await about('From: marta@slowtravel.net\r\nSubject: Other')).toEqual([
      'It comes from an address of Marta.',
      'The subject is another one.',
    ])
    expect(await about('From: office@slowtravel.net\r\nSubject: Re: Your list of cabin bags')).toEqual([
      'It comes from another address at the domain Marta writes from.',
      'The subject is the one you wrote under.',
    ])
    expect(await about('From: x@gmail.com\r\nSubject: Re: x', SENT_TEXT)).toContain(
      'It quotes sentences of yours.',
    )
    expect(await about(`From: ${OWN.addresses[0]}\r\nIn-Reply-To: ${PITCH.messageIds[0]}`)).toContain(
      'It stands in the thread of your letter.',
    )
  })

  it('that is not known is passed over', () => {
    expect(evidenceWords(['tea-leaves', 'thread'], 'Marta')).toHaveLength(1)
  })
})

describe('a notice in words', () => {
  const facts = (stored: unknown) => incomingFacts(stored)

  it.each([
    ['auto-reply', null, 'They are away'],
    ['delay', null, 'It is late'],
    ['bounce', 'wrong-address', 'It came back: the address is wrong'],
    ['bounce', 'try-later', 'It came back: not now'],
    ['bounce', 'refuses-us', 'Their server refuses us'],
    ['bounce', null, 'It came back'],
  ])('of %s, %s', (kind, meaning, title) => {
    expect(noticeWords({ kind, meaning, facts: facts({ recipient: 'ben@blog.test' }) })).toMatchObject({
      title,
    })
  })

  it('stands on what was stored, whatever that is', () => {
    const empty = { evidence: [], recipient: null, status: null, backOn: null }
    expect(facts(null)).toEqual(empty)
    expect(facts({ evidence: 'x', recipient: 4, backOn: 'soon' })).toEqual(empty)
  })
})

describe('a mailbox’s last look', () => {
  const now = new Date('2026-03-04T12:00:00Z')
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

  it.each([
    ['connected', 15, false],
    ['connected', 16, true],
    ['reconnect-needed', 1, true],
    ['paused', 600, false],
  ])('of one that is %s, %d minutes ago', (state, minutes, isLate) => {
    expect(isLookLate({ state, lastLookAt: ago(minutes) }, now)).toBe(isLate)
  })

  it('that never was is late', () => {
    expect(isLookLate({ state: 'connected', lastLookAt: null }, now)).toBe(true)
  })

  it('is named in a list', () => {
    expect(doubtNote({ kind: 'paused' })).toContain('on hold')
    expect(doubtNote({ kind: 'not-checked', address: 'a@b.test' })).toContain('a@b.test')
  })
})

describe('a follow-up to somebody who is away', () => {
  it.each([
    ['2026-03-09', '2026-03-06', '2026-03-10'],
    ['2026-03-13', '2026-03-06', '2026-03-16'],
    ['2026-03-04', '2026-03-20', null],
    [null, '2026-03-20', null],
  ])('back on %s and due on %s waits until %s', (backOn, dueOn, waits) => {
    expect(followUpAfterReturn(backOn, new Date(`${dueOn}T00:00:00Z`))).toBe(waits)
  })
})
