import { describe, expect, it } from 'vitest'
import {
  type AnswerCase,
  BODIES,
  MACHINE_MAILS,
  OWN_MAILS,
  THREAD_MAILS,
  WEAKER_MAILS,
} from './cases/answer-mails.ts'
import { bytes, OWN, PITCHES, utf8 } from './cases/raw-mail.ts'
import { readMail } from './read-mail.ts'

describe('our own mail', () => it.each(OWN_MAILS)('is never a reply: $name', isRead))
describe('a mail in the thread', () => it.each(THREAD_MAILS)('$name', isRead))
describe('a mail outside the thread', () => it.each(WEAKER_MAILS)('$name', isRead))
describe('a machine', () => it.each(MACHINE_MAILS)('$name', isRead))
describe('the body', () => it.each(BODIES)('$name', isRead))

it('are more than a hundred and twenty', () => {
  expect([OWN_MAILS, THREAD_MAILS, WEAKER_MAILS, MACHINE_MAILS, BODIES].flat().length).toBeGreaterThanOrEqual(
    120,
  )
})

async function isRead({ raw, as, kind, pitch, confidence, text, suggests }: AnswerCase): Promise<void> {
  const read = await readMail(as === 'bytes' ? bytes(raw) : utf8(raw), OWN, PITCHES)
  expect(read).toMatchObject({ kind, pitch, confidence, bounce: null })
  if (text !== undefined) expect(read.text).toBe(text)
  if (suggests !== undefined) expect(read.suggests).toBe(suggests)
}
