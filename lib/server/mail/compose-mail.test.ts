import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { composeMail } from './compose-mail.ts'

const LETTER = {
  from: { name: 'Anna', address: 'anna@rapport.test' },
  to: { name: 'Ben', address: 'ben@blog.test' },
  ...{
    subject: 'Hello',
    text: 'Hello Ben',
    messageId: '<1@rapport.test>',
    date: new Date('2026-03-04T12:00:00Z'),
  },
}
const KNOWN = [
  ...[
    'content-transfer-encoding',
    'content-type',
    'date',
    'from',
    'in-reply-to',
    'message-id',
    'mime-version',
  ],
  ...['references', 'subject', 'to'],
]
const HOSTILE = [
  'Hello\r\nBcc: eva@elsewhere.test',
  'Hello\nBcc: eva@elsewhere.test',
  'Hello\rBcc: eva@elsewhere.test',
  'Hello\r\n\r\nAnother body',
  'Hello\u2028Bcc: eva@elsewhere.test',
  'Hello\0Bcc: eva@elsewhere.test',
  '"Ben" <eva@elsewhere.test>, ',
  'Ben, eva@elsewhere.test',
  '=?utf-8?q?Ben=0D=0ABcc:_eva@elsewhere.test?=',
]

describe('a mail goes to one person with our headers alone', () => {
  it.each(HOSTILE)(
    'whatever stands in its subject, in names and in the ids it answers: %j',
    async (words) => {
      const raw = await composeMail({
        ...LETTER,
        from: { ...LETTER.from, name: words },
        to: { ...LETTER.to, name: words },
        ...{ subject: words, inReplyTo: `<${words}@blog.test>`, references: [`<${words}@blog.test>`] },
      })
      const text = raw.toString('latin1')
      const [head = '', ...body] = text.split('\r\n\r\n')
      expect(head.match(/(?<!\r)\n|\r(?!\n)/)).toBeNull()
      const names = head.split(/\r\n(?![ \t])/).map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
      expect(names.filter((name) => !KNOWN.includes(name))).toEqual([])
      expect(new Set(names).size).toBe(names.length)
      expect(body.join('\r\n\r\n').trim()).toBe('Hello Ben')
      const email = await PostalMime.parse(raw)
      expect(email.to?.map(({ address }) => address)).toEqual(['ben@blog.test'])
      expect(email.from?.address).toBe('anna@rapport.test')
      expect(email.cc ?? []).toEqual([])
      expect(email.bcc ?? []).toEqual([])
    },
  )

  it('whose lines are short enough for every server, and whose words stay whole', async () => {
    const text = `${'word '.repeat(400)}\n.\nFrom here\n${'ä'.repeat(2_000)}`
    const raw = await composeMail({ ...LETTER, text })
    const lines = raw.toString('latin1').split('\r\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(998)
    expect((await PostalMime.parse(raw)).text?.replaceAll('\r\n', '\n').trim()).toBe(text.trim())
  })
})
