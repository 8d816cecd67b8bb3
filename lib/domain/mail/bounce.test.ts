import { describe, expect, it } from 'vitest'
import { BOUNCES } from './cases/bounce-mails.ts'
import { OWN, PITCHES, utf8 } from './cases/raw-mail.ts'
import { readMail } from './read-mail.ts'

describe('a mail server that writes about a mail of ours', () => {
  it.each(BOUNCES)('$name', async ({ raw, kind, pitch, recipient, status, meaning }) => {
    const read = await readMail(utf8(raw), OWN, PITCHES)
    expect(read).toMatchObject({
      kind,
      pitch,
      confidence: null,
      suggests: null,
      bounce: kind === 'bounce' ? { recipient, status, meaning } : null,
    })
  })
})
