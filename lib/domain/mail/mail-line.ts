import { z } from 'zod'
import { LINE_ID, LINE_MOMENT, type LineError, type LineId, readJsonLine } from '../json-line.ts'
import { type MailReading, readMail } from './read-mail.ts'

export type MailLineAnswer = ({ id: LineId | null } & MailReading) | LineError

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const texts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? [])
const pitch = z.object({
  id: LINE_ID,
  messageIds: texts,
  to: texts,
  subject: text,
  sentText: text,
  sentAt: LINE_MOMENT.nullish().transform((value) => value ?? null),
})

/** One line of the command line. MAIL.md, section 10. */
const mailLine = z.object({
  id: LINE_ID.nullish().transform((value) => value ?? null),
  raw: z
    .string()
    .transform((value) => value.replace(/\s+/g, ''))
    .refine((value) => /^[A-Za-z0-9+/_-]*={0,2}$/.test(value), 'not base64'),
  own: z
    .object({ addresses: texts, name: text })
    .nullish()
    .transform((value) => value ?? { addresses: [], name: '' }),
  pitches: z
    .array(pitch)
    .nullish()
    .transform((value) => value ?? []),
})

/** Answers one line: what the mail is, or what is wrong with the line. Never throws. */
export async function readMailLine(line: string): Promise<MailLineAnswer> {
  const read = readJsonLine(line, mailLine, 'mail')
  if (!read.ok) return read.answer
  const { id: lineId, raw, own, pitches } = read.line
  return { id: lineId, ...(await readMail(Buffer.from(raw, 'base64'), own, pitches)) }
}
